"""How « X est … » is said of a title or an apposition: with its article, another, or none."""

import re

from quizapp.facts.nominal.kinds import (
    Kind,
    gender_of,
    is_one_of_a_kind,
    wants_complement,
)
from quizapp.facts.nominal.phrases import Phrase
from quizapp.french.elision import join, lower_initial
from quizapp.french.lexicon import Lexicon
from quizapp.french.typography import normalise, tidy
from quizapp.model import Article

_FORMER = re.compile(r"(?:ancien|ancienne|ex|ex-.*)$")
_RANKED = frozenset(
    "premier première second seconde deuxième troisième quatrième cinquième sixième"
    " septième huitième neuvième dixième dernier dernière principal principale seul seule"
    " meilleur meilleure unique grand grande nouveau nouvel nouvelle futur future actuel"
    " actuelle plus".split()
)
_KIN = frozenset("père mère fils fille frère sœur mari femme époux épouse veuve veuf".split())
_FEMININE = re.compile(
    r"(?:trice|euse|ienne|ière|esse|ante|ente|ée|onne|ale|elle|ive|ise|aine|ette|cheffe)$"
)
_NEVER_BARE = frozenset(
    "personnalité figure star élément recrue icône légende homme femme personnage".split()
)
"""« X est une figure de … », never « X est figure »."""
_OFFICES = frozenset({"ministre", "secrétaire"})


def attribute_of_title(phrase: Phrase, article: Article, lexicon: Lexicon) -> str | None:
    """For « le perchiste français X »: « un perchiste français »; for « la chancelière allemande
    X »: « la chancelière allemande »; for « l’acteur X »: « acteur »."""
    body = _body(phrase, article)
    determiner = "la" if phrase.determiner in {"la", "une"} else "le"
    gender = {"la": "f", "une": "f", "le": "m", "un": "m"}.get(phrase.determiner or "")
    gender = gender or _gender(phrase, lexicon)
    if phrase.is_one_of_many or phrase.determiner in {"un", "une"}:
        return _as_written(phrase, body)
    if _is_former(phrase):
        return _indefinite(body, gender)
    if set(phrase.adjectives) & _RANKED and not _is_office(phrase):
        return join(determiner, body)
    return _definite_or_not(phrase, body, gender)


def _definite_or_not(phrase: Phrase, body: str, gender: str | None) -> str | None:
    """« la » chancelière allemande, « un » perchiste français, journaliste du Monde."""
    head = phrase.head.text
    definite = join("la" if gender == "f" else "le", body)
    if phrase.is_bare and not phrase.adjectives:
        return body
    if is_one_of_a_kind(head) or _is_office(phrase):
        return definite
    if _has_complement(phrase):
        return definite if wants_complement(head) else body
    return _indefinite(body, gender)


def attribute_of_apposition(
    phrase: Phrase, kind: Kind, article: Article, lexicon: Lexicon
) -> str | None:
    """For « X, maire de Y »: « maire de Y »; for « X, deuxième ville du pays »: « la deuxième
    ville du pays »; for « X, organisme associé »: « un organisme associé »."""
    body, gender = _body(phrase, article), _gender(phrase, lexicon)
    if phrase.determiner:
        return _as_written(phrase, body)
    if _is_former(phrase):
        return _indefinite(body, gender)
    ranked = bool(set(phrase.adjectives) & _RANKED) and not _is_office(phrase)
    head = normalise(phrase.head.text)
    unique = ranked or (kind != "person" and is_one_of_a_kind(head)) or head in _KIN
    if head in _NEVER_BARE and kind == "person" and gender:
        return _indefinite(body, gender)
    if not unique and kind == "person" and head not in _NEVER_BARE:
        return body
    if unique and gender:
        return join("la" if gender == "f" else "le", body)
    return _indefinite(body, gender)


def _as_written(phrase: Phrase, body: str) -> str:
    """With the determiner that the article gives it."""
    if phrase.is_one_of_many:
        return body
    return f"l’{body}" if phrase.determiner == "l'" else f"{phrase.determiner} {body}"


def attribute_of_category(phrase: Phrase, article: Article, lexicon: Lexicon) -> str | None:
    """For « la banque suisse X »: « une banque suisse »."""
    told = {"la": "f", "le": "m", "du": "m", "au": "m"}.get(normalise(phrase.words[0].text))
    return _indefinite(_body(phrase, article), told or _gender(phrase, lexicon))


def _body(phrase: Phrase, article: Article) -> str:
    words = phrase.words if phrase.is_one_of_many else phrase.bare
    return lower_initial(tidy(article.text[words[0].start : words[-1].end]))


def _indefinite(body: str, gender: str | None) -> str | None:
    return f"{'une' if gender == 'f' else 'un'} {body}" if gender else None


def _is_former(phrase: Phrase) -> bool:
    first = [*phrase.adjectives, normalise(phrase.head.text)][0]
    return _FORMER.match(first) is not None


def _is_office(phrase: Phrase) -> bool:
    """« Premier ministre », « premier secrétaire »: the rank is part of the office."""
    ranks = {"premier", "première", "vice"} & set(phrase.adjectives)
    return bool(ranks) and normalise(phrase.head.text) in _OFFICES


def _has_complement(phrase: Phrase) -> bool:
    after = [w for w in phrase.words if w.start > phrase.head.start]
    return any(normalise(w.text) in {"de", "d'", "du", "des", "à", "au", "aux"} for w in after)


def _gender(phrase: Phrase, lexicon: Lexicon) -> str | None:
    """By the adjectives before the noun, by the noun's own form, by the lexicon."""
    told = {"première": "f", "nouvelle": "f", "ancienne": "f", "principale": "f", "seule": "f",
            "grande": "f", "meilleure": "f", "future": "f", "actuelle": "f", "petite": "f",
            "dernière": "f", "premier": "m", "nouveau": "m", "ancien": "m", "principal": "m",
            "seul": "m", "grand": "m", "meilleur": "m", "futur": "m", "actuel": "m",
            "petit": "m", "dernier": "m"}  # fmt: skip
    spoken = next((told[a] for a in phrase.adjectives if a in told), None)
    if spoken:
        return spoken
    head = normalise(phrase.head.text)
    entries = [e for e in lexicon.look_up(head) if e.pos == "noun"]
    if entries and normalise(entries[0].lemma) != head and _FEMININE.search(head):
        return "f"
    return gender_of(head, lexicon)
