"""What cannot be understood, or printed, without the sentence before."""

import re
from collections.abc import Sequence

from quizapp.facts.wholeness import is_court
from quizapp.french.typography import is_balanced, normalise
from quizapp.model import Segment
from quizapp.model.fact import join_segments

_TIME_NOUN = (
    "année|semaine|nuit|matin|soir|mois|week-end|jour"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_POINTING = re.compile(
    r"^(?:ce sont|voici|voilà)\b|(?:^|[,;] )c'(?:est|était|étaient|en est)\b"
    rf"|\b(?:ces (?!derni)|(?:ce|cet|cette) (?!(?:{_TIME_NOUN})\b|\d|qui\b|que\b|qu'|dont\b|sont\b"
    r"|n'|ne\b))"
    r"|\b(?:celui|celle|ceux|celles)(?:-ci|-là)?\b(?! qui| que| de| des| du| d')"
    r"|\b(?:cela|ça|ceci|celui-ci|celle-ci|ceux-ci|celles-ci)\b"
    r"|\b(?:ce dernier|cette dernière|ces derniers|ces dernières|ce faisant)\b"
    r"|\b(?:pour l'occasion|(?<!d')ici|sur place|en question|de la sorte|d'où)\b"
    r"|\bd'entre (?:eux|elles)\b|\bl'un d'eux\b|\bl(?:a|e|es) mêmes?\b|\bdont\b.{0,3}$"
)
_PERSONAL = re.compile(r"\b(?:je|nous|vous|tu|mon|ma|mes|notre|nos|votre|vos|moi|on|me)\b|\b[jmt]'")
_IMPERSONAL = (
    r"(?:ne |n')?(?:y (?:a|avait|aura|aurait|eut)|(?:lui |leur )?(?:faut|fallait|faudra|faudrait)"
    r"|a fallu|s'agi|suffi|convien|vau(?:t|drait) mieux|semble(?:rait)? que"
    r"|apparaît que|est apparu [\w, ]*que|en est de même|en va de même"
    r"|(?:lui|leur) appart(?:ient|enait)|ressort|arrive que"
    r"|(?:est|était|sera|serait|reste|restait|a été|(?:peut|pourrait|devrait) être)"
    r" (?:[\w-]+ment |très |donc |toujours |encore |aussi |pas |plus )*"
    r"(?:possible|impossible|intéressant|nécessaire|utile|inutile|important|difficile"
    r"|facile|probable|certain|clair|évident|interdit|prévu|question|temps|urgent|essentiel"
    r"|indispensable|(?:établi|prouvé|décidé|estimé|précisé|indiqué|rappelé|demandé) (?:que|de)))"
)
_THIRD = re.compile(
    rf"(?<![\w-])(?:ils?(?! {_IMPERSONAL})|elles?|lui|eux|le sien|la sienne|(?<!il )(?<!n')y"
    r"|en (?:a|est|ont|sont)|(?:(?<=d')|(?<=s')|(?<=pour )|(?<=à ))en(?! (?:haut|bas|face|finir"
    r"|aller|tenir|tien|prendre|pren|pris|sort)) [a-zà-ÿ-]+(?:er|ir|re))\b"
)
_PERHAPS_NOBODY = re.compile(
    r"il (?:est|était|serait|sera|fut|paraît|semble|reste) (?:[\w-]+ ){1,2}qu(?:e |')"
)
_POSSESSIVE = re.compile(r"^(?:.* )?(?<!et )(?:son|sa|ses|leur|leurs)\b")
_BACKWARD = re.compile(
    r"(?:ce dernier|cette dernière|ces derniers|ces dernières|ce(?:lui|lle|ux|lles)-ci|cela|ceci|ça"
    r"|(?:son|sa|ses|leurs?) (?!propre).+)$"
    r"|(?:ce n'(?:est|était)|c'(?:est|était)|tels? (?:est|sont)|telles? (?:est|sont))\b(?!.* qu)"
    r"|(?:et|ou|que|qu'|dont|(?:[a-zà]+ )?(?:les?quel|la?quelle|lesquelle)s?)\b"
    r"|(?:là, |(?:.*[,:\"] )?il (?:ne )?s'agi(?:t|ssait|rait|ra) (?:[\w-]+ ){0,2}d[e'u])"
)
"""Subjects, or openings of statements, that only the sentence before makes plain."""
_BACK_INSIDE = re.compile(
    r"\b(?:dessus|dedans)(?=[ .]*$)|\bdans (?:le (?:premier|second|deuxième) cas|ce cas)\b"
)
_DANGLING = re.compile(
    r"(?:(?<![\w-])(?:de|du|des|d'|à|au|aux|en|dans|sur|par|pour|avec|que|qu'|et|ou|le|la|les|l'|un|une|qui"
    r"|dont|suivante?s?|plus|moins|très|entre|comme|selon|soit|ni|mais|afin|contre|sans|sous)|[,:;(«–-])$"
)
_HALF = re.compile(r"(?:et|ou|ni|mais|ainsi que|ainsi qu'|puis|donc)\b")
_VAGUE_SUBJECT = re.compile(
    r"^(?:(?:le|la|l'|les) (?:deux |trois |quatre |premier |première |second |seconde |autre "
    r"|autres )?[\w-]+|l'[\w-]+|(?:les )?(?:deux|trois|quatre|autres)|certains|d'autres|d'autre"
    r"|plusieurs|tous|toutes|chacun|chacune|beaucoup|l'un|l'une|tout|rien|personne|l'autre|aucun"
    r"|une autre|un autre|(?:le|la) (?:première|premier|second|seconde|dernier|dernière))$"
)
_UNIQUE = frozenset(
    "police gouvernement parlement président présidente présidence sénat parquet justice"
    " état opposition marine gendarmerie terre lune soleil presse pape constitution diplomatie"
    " météo religion science démocratie extrême-droite gauche droite assemblée euro chômage"
    " inflation croissance".split()
)
_GROUPS = frozenset(
    "enquêteurs juges rebelles djihadistes manifestants secours autorités pompiers policiers"
    " médecins chercheurs scientifiques organisateurs syndicats parlementaires députés sénateurs"
    " électeurs grévistes habitants talibans militaires médias soldats agriculteurs étudiants"
    " salariés enseignants pêcheurs astronomes archéologues historiens avocats magistrats"
    " gendarmes terroristes assaillants ravisseurs socialistes républicains écologistes".split()
)
_ODD = re.compile(r"\(\s*[….]*\s*\)|\[|\]|\.\s|^\W*$|[!?…]|\s:\s|;|\"|\b(?:etc|cf)\b|http|@|#")


def flaws_of(segments: Sequence[Segment], *, subject: str) -> frozenset[str]:
    """Names of what is wrong with the wording; empty when the statement stands alone."""
    text = normalise(join_segments([segment.text for segment in segments]))
    quoted = re.sub(r'"[^"]*"', "x", text)
    ends = [s.text for s in segments if s.role not in {"verb", "frame", "link"}]
    flaws = {
        "pointing": bool(_POINTING.search(text)),
        "personal": bool(_PERSONAL.search(text)),
        "third": bool(_THIRD.search(text)),
        "backward": _looks_back(
            text, subject, framed=bool(segments) and segments[0].role == "frame"
        ),
        "own": bool(_POSSESSIVE.search(normalise(subject))),
        "vague": is_vague(subject) and not _is_group(subject),
        "group": is_vague(subject) and _is_group(subject),
        "odd": bool(_ODD.search(quoted.rstrip(". "))),
        "unbalanced": not all(is_balanced(segment.text) for segment in segments),
        "dangling": any(_DANGLING.search(normalise(end).strip()) for end in ends),
        "half": any(_HALF.match(normalise(end)) for end in ends),
    }
    return frozenset(name for name, present in flaws.items() if present)


def _looks_back(text: str, subject: str, *, framed: bool) -> bool:
    """« Celle-ci … », « Sa reprise … », « Il s’agit de … »; a frame may tell whose."""
    whole = _BACKWARD.match(text) or (not framed and _BACKWARD.match(normalise(subject)))
    return bool(whole) or _BACK_INSIDE.search(text) is not None


def third_persons(text: str) -> set[str]:
    """The « il », « elle », « eux »… that a text holds outside its quotations."""
    quoted = re.sub(r'"[^"]*"', "x", normalise(text))
    return {match.group() for match in _THIRD.finditer(quoted)}


def is_impersonal(text: str) -> bool:
    """« Il faut … », « il est rare que … »: an « il » that stands for nobody, or may."""
    low = normalise(text)
    return re.match(rf"il {_IMPERSONAL}", low) is not None or _PERHAPS_NOBODY.match(low) is not None


def _is_group(phrase: str) -> bool:
    """« les enquêteurs »: a group that the matter of the article makes plain."""
    words = normalise(phrase).split()
    return len(words) == 2 and words[0] == "les" and words[1] in _GROUPS


def is_vague(phrase: str) -> bool:
    """« les moyens », « les deux dirigeants »: a definite noun alone, unless one of a kind."""
    low = normalise(phrase)
    if is_court(phrase):
        return True
    if not _VAGUE_SUBJECT.match(low) or any(c.isupper() for c in phrase[1:]):
        return False
    return re.split(r"[ ']", low)[-1] not in _UNIQUE
