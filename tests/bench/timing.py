"""The best of several rounds: what the machine can do when nothing else disturbs it."""

import time
from collections.abc import Callable

from quizapp.resources import ResourcePaths
from tests.sites import ROOT

PATHS = ResourcePaths.under(ROOT)
ROUNDS = 10


def best_ms(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Milliseconds of the fastest round."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times) * 1000
