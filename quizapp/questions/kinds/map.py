"""A country to point at."""

from collections.abc import Iterator

from quizapp.model import MapQuestion
from quizapp.questions import build
from quizapp.questions.asking import all_stems
from quizapp.questions.bench import Bench

_POINT = " Montrez-le sur la carte."


def compose(bench: Bench) -> Iterator[MapQuestion]:
    for stem in all_stems(bench):
        if stem.sort == "country" and stem.entity and stem.asked != "speaker":
            yield MapQuestion(
                prompt=stem.prompt + _POINT,
                answer=stem.entity,
                key_text=bench.name(stem.entity),
                **build.common([stem.fact], bench, kind="map", asked=stem.asked),
            )
