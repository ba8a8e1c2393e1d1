"""A name, a year or a date to type."""

import re
from collections.abc import Iterator, Sequence

from quizapp.model import ShortAnswer
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench

_SORTS = frozenset(("person", "country", "organisation", "year", "date", "place"))
_LONGEST = 5


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[ShortAnswer]:
    for stem in stems:
        if stem.sort in _SORTS and len(stem.key.split()) <= _LONGEST:
            yield ShortAnswer(
                prompt=stem.prompt,
                answer=stem.key,
                accepted=_accepted(stem, bench),
                key_text=stem.key,
                **build.common([stem.fact], bench, kind="short_answer", asked=stem.asked),
            )


def _accepted(stem: Stem, bench: Bench) -> tuple[str, ...]:
    """Other names of the key; a person's surname alone where no one else bears it."""
    if stem.entity is None:
        return tuple(_other_dates(stem))
    names = list(bench.names(stem.entity))
    if stem.sort == "person":
        surname = _surname(stem.entity, bench)
        if surname:
            names.append(surname)
    return tuple(dict.fromkeys(name for name in names if name != stem.key))


def _surname(entity_id: str, bench: Bench) -> str | None:
    name = bench.name(entity_id)
    record = bench.resources.world.get(entity_id)
    surname: str = getattr(record, "surname", name.split()[-1])
    others = [e for e in bench.entities if e.kind == "person" and e.id != entity_id]
    shared = any(surname.lower() in other.name.lower().split() for other in others)
    return None if shared or surname == name else surname


def _other_dates(stem: Stem) -> Iterator[str]:
    """« le 18 juin 2024 » may be typed 18/06/2024, and the year be left out."""
    time = stem.fact.time or ""
    if stem.sort == "date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", time):
        year, month, day = time.split("-")
        yield from (f"{day}/{month}/{year}", f"{day}.{month}.{year}", f"{day}-{month}-{year}")
        yield re.sub(r" \d{4}$", "", stem.key)
        yield re.sub(r"^le \w+ (?=\d)", "le ", stem.key)
