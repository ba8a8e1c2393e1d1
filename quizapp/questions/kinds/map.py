"""A country to point at."""

from collections.abc import Iterator, Sequence

from quizapp.model import MapQuestion
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench

_POINT = " Montrez-le sur la carte."


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[MapQuestion]:
    for stem in stems:
        if stem.sort == "country" and stem.entity and stem.asked != "speaker":
            yield MapQuestion(
                prompt=stem.prompt + _POINT,
                answer=stem.entity,
                key_text=bench.name(stem.entity),
                **build.common([stem.fact], bench, kind="map", asked=stem.asked),
            )
