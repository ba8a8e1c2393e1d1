"""The subject of a clause for which a parser found none: the noun phrase right before its verb."""

import re

from quizapp.facts.clauses.parts import Part, form
from quizapp.nlp.trees import Tree, Word

_SINGULAR = frozenset("le la l' un une ce cet cette chaque aucun aucune mon ton son notre".split())
_PLURAL = frozenset("les des ces plusieurs certains certaines quelques deux trois quatre".split())
_FOREIGN = frozenset({"SCONJ", "PRON", "VERB", "AUX", "INTJ"})
_CLOSING = frozenset({"NOUN", "PROPN", "ADJ"})
_FIGURE = re.compile(r"\d")


def leading_subject(tree: Tree, group: list[Word]) -> Part | None:
    """« D’autres souhaitent partir », « L’organisation Kobo recule », whatever the parser made of
    it; the phrase has to open the piece, or follow a comma, and to agree with the verb."""
    finite = next((word for word in group if word.is_finite), None)
    if finite is None or finite.feats.get("Person", "3") != "3" or _is_lost(group):
        return None
    before = tree.words[: group[0].i]
    stops = (w.i for w in reversed(before) if w.pos in {"PUNCT", *_FOREIGN})
    first = next(stops, -1) + 1
    phrase = before[first:]
    if not phrase or (first and tree.words[first - 1].text != ","):
        return None
    if phrase[-1].pos not in _CLOSING or _number(phrase) != finite.feats.get("Number"):
        return None
    return Part("subject", _head(phrase), first, phrase[-1].i)


def _is_lost(group: list[Word]) -> bool:
    """Whether the parser lost what « est » or « ont » goes with, too."""
    return all(word.lemma in {"être", "avoir"} for word in group if word.is_verb)


def _head(phrase: tuple[Word, ...]) -> Word:
    """The first noun of the phrase; « autres » where it has none."""
    return next((word for word in phrase if word.pos in {"NOUN", "PROPN"}), phrase[-1])


def _number(phrase: tuple[Word, ...]) -> str | None:
    """By what opens the phrase, and by « et »; None for what is no noun phrase."""
    first = form(phrase[0])
    others = first in {"d'", "de"} and form(phrase[1]) == "autres" if len(phrase) > 1 else False
    counted = first not in {"0", "1"} and _FIGURE.match(first) is not None
    if others or counted or first in _PLURAL:
        return "Plur"
    if first not in _SINGULAR and phrase[0].pos != "PROPN":
        return None
    joined = any(form(w) == "et" and phrase[-1].i > w.i for w in phrase)
    return "Plur" if joined else "Sing"
