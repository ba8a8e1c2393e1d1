"""« C’est à Paris que … », « ce sont eux qui … »: the words that only give weight are taken off."""

from quizapp.nlp.markers import DETERMINERS
from quizapp.nlp.peeling import Peeling

_OPENINGS = frozenset("c' ce".split())
_COPULAS = frozenset("est sont était étaient fut furent".split())
_WEIGHING = frozenset(
    "bien surtout donc aussi véritablement d'ailleurs ainsi également notamment".split()
)
_PREPOSITIONS = frozenset(
    "à au aux dans en sur sous par pour avec sans grâce depuis lors chez vers dès après".split()
)
_PLAIN = DETERMINERS | frozenset("les des plusieurs près plus environ quelque quelques".split())
_POINTING = frozenset("ce cet cette ces cela ça ceux celui celle celles lui elle eux elles".split())
_SUBJUNCTIVES = frozenset("ait aient soit soient puisse puissent".split())
_INVERTED = frozenset("a ont est sont avait avaient était étaient fut furent".split())
_LONGEST = 25


def take_cleft(peeling: Peeling) -> None:
    """« c’est » and « qui », « que » go; what stands between begins a plain clause.

    « C’est à Nairobi que l’accord a été signé » leaves « à Nairobi l’accord a été signé ». Not
    « c’est un succès qui … », which describes, nor « c’est ce que … ».
    """
    words = peeling.words()
    for start in range(len(words) - 3):
        opens = words[start] in _OPENINGS and words[start + 1] in _COPULAS
        if not opens or peeling.in_quotation(start) or not _stands_first(words, start):
            continue
        phrase = start + 2
        while words[phrase : phrase + 1] and words[phrase] in _WEIGHING:
            phrase += 1
        link = _link(words, phrase)
        if link is not None and _is_cleft(peeling, start, phrase, link):
            peeling.take("aside", link, link + 1)
            peeling.take("aside", start, phrase)
            return


def _stands_first(words: list[str], start: int) -> bool:
    return start == 0 or words[start - 1] in {",", "et", "mais"}


def _link(words: list[str], phrase: int) -> int | None:
    """The first « qui » or « que » behind the phrase, with no comma or end before it."""
    for i in range(phrase, min(len(words) - 1, phrase + _LONGEST)):
        if words[i] in {",", ";", ":", "«", "dont", "où"}:
            return None
        if words[i] in {"qui", "que", "qu'"}:
            return i
    return None


def _is_cleft(peeling: Peeling, start: int, phrase: int, link: int) -> bool:
    words = peeling.words()
    first, named = words[phrase], peeling.rest[phrase].form[:1].isupper()
    if link - phrase < 1 or first in _POINTING or peeling.finite(phrase, link):
        return False
    if words[link] == "qui":
        describes = first in {"un", "une"} and start == 0
        judges = words[link + 1] in _SUBJUNCTIVES
        return not describes and not judges and (first in _PLAIN or named or first.isdigit())
    return first in _PREPOSITIONS and words[link + 1] not in _INVERTED
