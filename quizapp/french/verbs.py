"""Conjugation of 7,800 verbs, and the way back from a form to its infinitive."""

import json
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, Self

from quizapp.model import QuizappError

Tense = Literal[
    "present",
    "imperfect",
    "future",
    "conditional",
    "past_historic",
    "subjunctive",
    "imperfect_subjunctive",
    "imperative",
]
Form = Literal["finite", "infinitive", "past_participle", "present_participle"]
Person = Literal[1, 2, 3]
Gender = Literal["m", "f"]
Number = Literal["s", "p"]

_CODES: dict[str, Tense] = {
    "P": "present",
    "I": "imperfect",
    "F": "future",
    "C": "conditional",
    "J": "past_historic",
    "S": "subjunctive",
    "T": "imperfect_subjunctive",
    "Y": "imperative",
}
_CODE_OF: dict[Tense, str] = {tense: code for code, tense in _CODES.items()}
_PARTICIPLES: tuple[tuple[Gender, Number], ...] = (("m", "s"), ("m", "p"), ("f", "s"), ("f", "p"))
_AUXILIARY_ETRE = frozenset(
    "aller arriver décéder devenir échoir éclore entrer intervenir mourir naître partir parvenir "
    "provenir redevenir rentrer repartir ressortir rester retomber retourner revenir sortir "
    "survenir tomber venir".split()
)
# Where one form belongs to several verbs, the commoner verb; the rest in the table's order.
_COMMON = (
    "être avoir aller faire pouvoir vouloir devoir savoir voir dire venir prendre mettre tenir "
    "falloir croire connaître croître partir sortir sentir servir vivre lire dormir plaire "
    "assurer fonder moudre résoudre peindre"
).split()
_RANK = {lemma: rank for rank, lemma in enumerate(_COMMON)}

Paradigm = dict[str, list[str | None]]


class Analysis(NamedTuple):
    """One reading of a form; `person` is None for what is not conjugated."""

    lemma: str
    form: Form
    tense: Tense | None = None
    person: Person | None = None
    gender: Gender | None = None
    number: Number | None = None


class Verbs:
    """The table of conjugations. The reverse index is built on first use."""

    def __init__(self, paradigms: dict[str, Paradigm]) -> None:
        self._paradigms = {lemma: table for lemma, table in paradigms.items() if table.get("W")}
        self._known = lru_cache(maxsize=16_384)(self._analyse)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Reads the JSON table of `french-verbs-lefff`."""
        try:
            return cls(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise QuizappError(
                "verbs-missing",
                f"cannot read the conjugations at {path}: run `make assets` ({error})",
            ) from error

    @cached_property
    def _index(self) -> dict[str, tuple[str, ...]]:
        index: dict[str, dict[str, None]] = {}
        for lemma, paradigm in self._paradigms.items():
            for forms in paradigm.values():
                for form in forms:
                    if form and form != "NA":
                        index.setdefault(form, {})[lemma] = None
        return {form: tuple(lemmas) for form, lemmas in index.items()}

    def __contains__(self, lemma: object) -> bool:
        return lemma in self._paradigms

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The infinitives that `form` may belong to, the commonest first."""
        candidates = self._index.get(form) or self._index.get(form.lower(), ())
        return tuple(sorted(candidates, key=lambda lemma: _RANK.get(lemma, len(_RANK))))

    def lemma(self, form: str) -> str | None:
        """The likeliest infinitive of `form`."""
        return next(iter(self.lemmas(form)), None)

    def is_form(self, form: str) -> bool:
        return bool(self.lemmas(form))

    def is_infinitive(self, word: str) -> bool:
        return word in self._paradigms

    def is_past_participle(self, form: str) -> bool:
        return any(reading.form == "past_participle" for reading in self.analyses(form))

    def is_finite(self, form: str) -> bool:
        return any(reading.form == "finite" for reading in self.analyses(form))

    def forms(self, lemma: str) -> frozenset[str]:
        """Every simple form of the verb."""
        paradigm = self._paradigms.get(lemma, {})
        return frozenset(f for forms in paradigm.values() for f in forms if f and f != "NA")

    def conjugate(self, lemma: str, tense: Tense, person: Person, number: Number) -> str | None:
        forms = self._paradigms.get(lemma, {}).get(_CODE_OF[tense])
        if forms is None:
            return None
        form = forms[person - 1 + (3 if number == "p" else 0)]
        return None if form == "NA" else form

    def participle(self, lemma: str, gender: Gender = "m", number: Number = "s") -> str | None:
        """The past participle in that agreement."""
        forms = self._paradigms.get(lemma, {}).get("K")
        return forms[_PARTICIPLES.index((gender, number))] if forms else None

    def present_participle(self, lemma: str) -> str | None:
        forms = self._paradigms.get(lemma, {}).get("G")
        return forms[0] if forms else None

    def auxiliary(self, lemma: str) -> Literal["avoir", "être"]:
        """The auxiliary of the compound tenses, reflexive use left aside."""
        return "être" if lemma in _AUXILIARY_ETRE else "avoir"

    def analyses(self, form: str) -> tuple[Analysis, ...]:
        """All readings of `form`, the commonest verb first."""
        return self._known(form if form in self._index else form.lower())

    def _analyse(self, word: str) -> tuple[Analysis, ...]:
        return tuple(reading for lemma in self.lemmas(word) for reading in self._read(lemma, word))

    def _read(self, lemma: str, word: str) -> Iterator[Analysis]:
        paradigm = self._paradigms[lemma]
        if word == lemma:
            yield Analysis(lemma, "infinitive")
        if word in paradigm.get("G", []):
            yield Analysis(lemma, "present_participle")
        for (gender, number), participle in zip(_PARTICIPLES, paradigm.get("K", []), strict=False):
            if participle == word:
                yield Analysis(lemma, "past_participle", gender=gender, number=number)
        for code, tense in _CODES.items():
            for position, form in enumerate(paradigm.get(code, [])):
                if form == word:
                    yield _finite(lemma, tense, position)


def _finite(lemma: str, tense: Tense, position: int) -> Analysis:
    persons: tuple[Person, ...] = (1, 2, 3)
    number: Number = "s" if position < 3 else "p"
    return Analysis(lemma, "finite", tense, persons[position % 3], number=number)
