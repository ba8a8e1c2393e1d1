"""A number to type."""

from collections.abc import Iterator, Sequence

from quizapp.model import Numeric, NumericAnswer
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[Numeric]:
    for stem in stems:
        if stem.sort != "number" or stem.number is None:
            continue
        unit = stem.number.unit.split(",")[0]
        yield Numeric(
            prompt=stem.prompt,
            answer=NumericAnswer(value=float(stem.number.value), unit=unit),
            key_text=stem.key,
            **build.common([stem.fact], bench, kind="numeric", asked=stem.asked),
        )
