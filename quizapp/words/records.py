"""What the compiler knows of a lemma, and how common it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizapp.french.lexicon import fold
from quizapp.model import PartOfSpeech
from quizapp.words.bands import estimate

_GRAMMAR: frozenset[PartOfSpeech] = frozenset(
    {"determiner", "pronoun", "preposition", "conjunction"}
)
_COMPOUND = re.compile(r"[ ’'-]")
_EXPRESSION_CEILING = 4.4  # an expression is no beginner's word, however common its parts

Key = tuple[str, PartOfSpeech]


@dataclass
class Record:
    """What is known so far of a lemma with one part of speech."""

    lemma: str
    pos: PartOfSpeech
    forms: set[str] = field(default_factory=set)
    genders: list[str] = field(default_factory=list)
    senses: tuple[str, ...] = ()
    gender: str | None = None
    ipa: str | None = None
    zipf: float | None = None
    band: str | None = None
    gloss_en: str | None = None
    constructions: tuple[str, ...] = ()
    weight: float = 0.0
    sources: list[str] = field(default_factory=list)


def add_frequencies(records: Iterable[Record], zipf: dict[str, float]) -> None:
    """Zipf of the lemma, corrected where another lemma shares its spelling."""
    records = list(records)
    rivals: dict[str, float] = {}
    for record in records:
        if record.pos in _GRAMMAR or record.pos in ("verb", "adverb"):
            strength = zipf.get(fold(record.lemma), 0.0) if record.pos == "verb" else 9.0
            for form in record.forms:
                rivals[form] = max(rivals.get(form, 0.0), strength)
    for record in records:
        _weigh(record, zipf, rivals)


def _penalty(rival: float) -> float:
    """How much of a spelling's frequency belongs to the verb or grammar word that shares it."""
    return next(loss for floor, loss in ((5.5, 1.5), (3.5, 0.5), (0.0, 0.2)) if rival >= floor)


def _weigh(record: Record, zipf: dict[str, float], rivals: dict[str, float]) -> None:
    key = fold(record.lemma)
    if _COMPOUND.search(record.lemma):
        rarest = min((zipf.get(word, 0.0) for word in re.split(r"[ '-]", key) if len(word) > 2),
                     default=0.0)  # fmt: skip
        record.band = estimate(min(max(rarest - 0.5, 0.0), _EXPRESSION_CEILING))
        record.weight = 0.1 if record.senses else 0.0
        return
    value = zipf.get(key, 0.0)
    if record.pos in ("noun", "adjective", "interjection") and key in rivals:
        own = [zipf.get(form, 0.0) for form in record.forms if form not in rivals]
        value = min(value, max(own) + 0.7) if own else value - _penalty(rivals[key])
    record.weight = value + (1.0 if record.pos in _GRAMMAR else 0.0)
    if value > 0:
        record.zipf = round(value, 2)
        record.sources.append("wordfreq")
    record.band = estimate(max(value, 0.0))
