"""Gender and number of a noun phrase, read off its determiner; the lexicon decides the rest."""

import re
from collections.abc import Callable
from typing import NamedTuple

from quizapp.french.verbs import Gender, Number

GenderOf = Callable[[str], Gender | None]
"""The gender of a noun by its form, None when unknown or double."""

_MASCULINE = frozenset("le un du au ce cet aucun certain tout quel nul".split())
_FEMININE = frozenset("la une cette sa ma ta aucune certaine toute quelle nulle".split())
_SINGULAR = frozenset("son leur notre votre mon ton chaque l’ l' d’ d' quelque".split())
_PLURAL_GENDERED: dict[str, Gender] = {
    "tous": "m", "toutes": "f", "certains": "m", "certaines": "f", "quels": "m", "quelles": "f",
    "divers": "m", "diverses": "f", "différents": "m", "différentes": "f",
}  # fmt: skip
_PLURAL = frozenset(
    "les des aux ces ses leurs nos vos mes tes plusieurs quelques beaucoup nombre deux trois "
    "quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
    "quarante cinquante soixante cent cents mille".split()
)
_COUNT_NOUNS = re.compile(
    r"(?:millions?|milliards?|milliers?|centaines?|dizaines?|douzaines?|quinzaines?|vingtaines?|"
    r"trentaines?|cinquantaines?|tonnes?|(?:la )?plupart|majorité|moitié|nombre|série|groupe|"
    r"type|sorte|quantité|poignée)$"
)
_TOKEN = re.compile(r"[ldnsqjmtc]['’]|\d+(?:[\s\u00a0\u202f.,]\d+)*|[\w-]+|\S", re.IGNORECASE)
_NUMERAL = re.compile(r"\d")
_BEFORE_NOUN = frozenset(
    """
    premier première premiers premières deuxième second seconde dernier dernière derniers dernières
    nouveau nouvel nouvelle nouveaux nouvelles ancien ancienne anciens anciennes grand grande
    grands grandes petit petite petits petites bon bonne bons bonnes mauvais mauvaise vaste vastes
    gros grosse grosses long longue longs longues jeune jeunes vieux vieil vieille vieilles haut
    haute hauts hautes principal principale principaux principales même mêmes autre autres seul
    seule seuls seules double triple futur future futurs futures prochain prochaine véritable
    énorme meilleur meilleure meilleurs meilleures pire pires proche proches important importante
    fort forte forts fortes lourd lourde lourds lourdes plus moins
    près environ quelque beaucoup de d' d’ très tout toute toutes tous
    """.split()
)
_COMPLEMENT = frozenset(
    "de d' d’ du des à au aux en pour par sur qui que qu' qu’ dont où dans contre avec sans "
    "entre sous vers chez".split()
)


class Agreement(NamedTuple):
    gender: Gender | None
    number: Number | None

    @property
    def known(self) -> bool:
        return self.gender is not None and self.number is not None


def tokens(phrase: str) -> list[str]:
    """Words with elided determiners apart; a figure with its separators is one token."""
    return _TOKEN.findall(phrase)


def head(phrase: str) -> str | None:
    """The head noun: « des millions de cartouches d’artillerie » → « millions »."""
    skipping = True
    for position, token in enumerate(tokens(phrase)):
        word = token.lower()
        if skipping and (_is_determiner(word, position) or word in _BEFORE_NOUN):
            continue
        skipping = False
        if re.match(r"[^\W\d]", token):
            return token
        return None
    return None


def counted(phrase: str) -> str | None:
    """The noun that is counted: « des millions de cartouches d’artillerie » → « cartouches »."""
    words = tokens(phrase)
    noun = head(phrase)
    while noun is not None and _COUNT_NOUNS.match(noun.lower()):
        at = words.index(noun)
        rest = words[at + 1 :]
        if not rest or rest[0].lower() not in ("de", "d'", "d’"):
            return noun
        words = rest[1:]
        noun = head(" ".join(words))
    return noun


def agreement(phrase: str, gender_of: GenderOf | None = None) -> Agreement:
    """What the phrase imposes on a past participle or an adjective; None where unsure."""
    if re.search(r"\bet\b", phrase) is None:
        return _of_simple(phrase, gender_of)
    parts = [_of_simple(part, gender_of) for part in re.split(r",| et ", phrase) if part.strip()]
    if not all(_has_determiner(part) for part in re.split(r",| et ", phrase) if part.strip()):
        return _of_simple(phrase, gender_of)
    genders = {part.gender for part in parts}
    if "m" in genders:
        return Agreement("m", "p")
    return Agreement("f" if genders == {"f"} else None, "p")


def _has_determiner(part: str) -> bool:
    words = tokens(part.strip())
    return bool(words) and _is_determiner(words[0].lower(), 0)


def _is_determiner(word: str, position: int) -> bool:
    return (
        word in _MASCULINE | _FEMININE | _SINGULAR | _PLURAL
        or word in _PLURAL_GENDERED
        or bool(_NUMERAL.match(word))
    ) and (position == 0 or word not in ("du", "au", "aux"))


def _of_simple(phrase: str, gender_of: GenderOf | None) -> Agreement:
    words = [word.lower() for word in tokens(phrase.strip())]
    if not words:
        return Agreement(None, None)
    gender, number = _of_determiner(words[0])
    noun = head(phrase)
    if noun is None:
        return Agreement(gender, number)
    if _COUNT_NOUNS.match(noun.lower()) and (of := counted(phrase)) and of != noun:
        return Agreement(gender_of(of.lower()) if gender_of else None, "p")
    if gender is None and gender_of is not None:
        gender = gender_of(noun.lower())
    return Agreement(gender, number)


def _of_determiner(word: str) -> Agreement:
    if word in _FEMININE:
        return Agreement("f", "s")
    if word in _MASCULINE:
        return Agreement("m", "s")
    if word in _SINGULAR:
        return Agreement(None, "s")
    if word in _PLURAL_GENDERED:
        return Agreement(_PLURAL_GENDERED[word], "p")
    if word in _PLURAL or (_NUMERAL.match(word) and word not in ("0", "1")):
        return Agreement(None, "p")
    return Agreement(None, None)
