"""The estimate of a CEFR band from frequency."""

from quizapp.french.lexicon import Band

_FLOORS: tuple[tuple[float, Band], ...] = (
    (5.0, "A1"), (4.5, "A2"), (3.9, "B1"), (3.3, "B2"), (2.7, "C1"),
)  # fmt: skip


def estimate(zipf: float | None) -> Band | None:
    """An estimate, no more: no free list of French words by level exists."""
    if zipf is None:
        return None
    return next((band for floor, band in _FLOORS if zipf >= floor), "C2")
