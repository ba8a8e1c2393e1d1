"""Whether a clause can be read alone: nothing in it points to an earlier sentence."""

import re

from quizapp.french import dates
from quizapp.french.verbs import Verbs
from quizapp.model import Fact, Segment
from quizapp.questions import verbal

_PRONOUN = re.compile(
    r"^(?:il|elle|ils|elles|on|je|tu|nous|vous|celui|celle|ceux|celles|ce|c’|c'|cela|ça|ceci|qui|"
    r"que|dont|certains|certaines|d’autres|beaucoup|tous|toutes|aucun|aucune|plusieurs|l’un|l’une|"
    r"ni|chacun|chacune|(?:le|la|les) (?:premier|première|second|seconde|dernier|dernière|mêmes?)"
    r")(?:[\s,-]|$)",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"(?<![\w’-])(?:celui|celle|ceux|celles)(?:-ci|-là)"
    r"|(?<![\w’-])(?:ce|cet|cette|ces) (?!que\b|qui\b|dont\b|à quoi\b)\w+"
    r"|(?<![\w’-])(?:ce dernier|cette dernière|ces dern\w+|ci-dessus|l’intéressé\w*|ladite|ledit)"
    r"|(?<![\w’-])(?:cela|ceci|ça|ici|là-bas|en question)(?![\w’-])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"^(?:son|sa|ses|leur|leurs|notre|nos|votre|vos|mon|ma|mes)\s", re.IGNORECASE
)
_PERSONAL = re.compile(
    r"(?<![\w-])(?:qu’|lorsqu’|puisqu’|s’)?(?:ils?|elles?|lui|eux|lui-même|elle-même)(?![\w’-])"
    r"|(?<![\w-])(?:y|en) (?:a|ont|est|sont)(?![\w’-])"
)
# In an extracted clause: pronouns that an earlier sentence may explain, clauses that were swept in.
_LOOSE = re.compile(
    rf"{_PERSONAL.pattern}|, mais |(?<![\w-])(?:tandis|alors) qu|le jour le |en question"
    r"|(?<![\w-])que [A-ZÉ]\w+$"
)
# Definite nouns that any newspaper uses without saying whose.
_INSTITUTION = re.compile(
    r"(?:police|gendarmerie|armée|gouvernement|parquet|justice|parlement|sénat|assemblée|opposition"
    r"|presse|église|élysée|état|patronat|chômage|inflation|euro|autorités|enquêteurs|scientifiques"
    r"|chercheurs|médecins|secours|pompiers|syndicats|juges|policiers|gendarmes|médias|députés"
    r"|sénateurs|experts|astronomes|économistes|agriculteurs)"
)
_DENIAL = re.compile(
    r"(?<![\w’-])(?:ni qu|sans qu|aucune? (?:intention|raison|preuve|indice|volonté) (?:de|d’|qu)"
    r"|(?:dément\w*|nie|nient|nié|conteste\w*|réfute\w*|refus(?:e|é|ent|ait|er)) "
    r"(?:que|qu’|d’avoir)|il (?:est faux|n’est pas vrai) qu|s’il |si (?:le|la|les|l’) )",
    re.IGNORECASE,
)
_THAT_CLAUSE = re.compile(r"^(?:que|qu[’'])\s*")


def stands_alone(
    fact: Fact, subject: Segment, verb: str, rest: list[Segment], verbs: Verbs
) -> bool:
    """The subject names something, nothing is relative or pointed at, and the clause is whole."""
    after = " ".join(segment.text for segment in rest)
    if verbal.finite(verb, verbs) is None or verbal.has_object_clitic(verb):
        return False
    if not _names_something(fact, subject) or dates.is_relative(f"{subject.text} {after}"):
        return False
    if POINTING.search(after):
        return False
    return fact.origin != "extracted" or _is_whole(verb, rest, after, verbs)


def is_denied(fact: Fact, verb: str) -> bool:
    """Whether the article says it under a denial: « aucune intention de … ni que … »."""
    before, _, _ = fact.evidence.text.partition(verb)
    denials = [match.end() for match in _DENIAL.finditer(before)]
    return bool(denials) and not re.search(r"[.;:]", before[denials[-1] :])


def begins_with_pronoun(sentence: str) -> bool:
    """« Il a … », « Ce dernier … », « Leur … »: it goes on from the sentence before."""
    return bool(_PRONOUN.match(sentence) or _POSSESSIVE.match(sentence))


def leans_on_context(text: str) -> bool:
    """A demonstrative, a pronoun or a relative date that an earlier sentence explains."""
    return bool(POINTING.search(text) or _PERSONAL.search(text)) or dates.is_relative(text)


def refers_to_subject(text: str) -> bool:
    """A pronoun or possessive that has no antecedent once the subject is asked for."""
    return bool(_PERSONAL.search(text))


def _names_something(fact: Fact, subject: Segment) -> bool:
    text = subject.text
    if not re.search(r"[^\W\d]{2}", text) or _PRONOUN.match(text) or _POSSESSIVE.match(text):
        return False
    return not POINTING.search(text) and not _is_bare_definite(fact, subject)


def _is_bare_definite(fact: Fact, subject: Segment) -> bool:
    """« Le texte », « Les moyens »: an extracted subject that an earlier sentence defines."""
    if fact.origin != "extracted" or subject.entities:
        return False
    words = re.findall(r"[\w-]+", subject.text)
    definite = re.match(r"(?:le|la|les|l[’'])", subject.text, re.IGNORECASE)
    bare = bool(definite) and len(words) <= 2 and not words[-1][0].isupper()
    return bare and not _INSTITUTION.fullmatch(words[-1].lower().removeprefix("l’"))


def _is_whole(verb: str, rest: list[Segment], after: str, verbs: Verbs) -> bool:
    """What a parser may have cut or swept in: « l’Espagne avait », « a reconnu que Poke », « est
    président de la station explique »."""
    if _LOOSE.search(after):
        return False
    if not after and not verbal.is_passive(verb, verbs):
        return False
    for segment in rest:
        words = re.findall(r"[\w-]+", segment.text)
        if _THAT_CLAUSE.match(segment.text) and not any(verbs.is_finite(w) for w in words[2:]):
            return False
        if segment.role == "attribute" and _ends_in_verb(words, verbs):
            return False
    return True


def _ends_in_verb(words: list[str], verbs: Verbs) -> bool:
    last = words[-1] if words else ""
    return len(words) > 2 and verbs.is_finite(last) and not verbs.is_past_participle(last)
