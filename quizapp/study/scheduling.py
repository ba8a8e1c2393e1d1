"""Spaced repetition: when a card comes back. FSRS behind one typed wrapper.

Pure: the clock (`now`, aware) and the randomness (`rng`) are passed in. To undo a rating, restore
the state that stood before it.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random
from typing import Literal

import fsrs
from pydantic import AwareDatetime

from quizapp.model.base import Noun

Rating = Literal["again", "hard", "good", "easy"]
RATINGS: tuple[Rating, ...] = ("again", "hard", "good", "easy")
Phase = Literal["learning", "review", "relearning"]

DAY_STARTS = time(4)
"""The local hour at which a review day begins."""

_PHASES: dict[Phase, fsrs.State] = {
    "learning": fsrs.State.Learning,
    "review": fsrs.State.Review,
    "relearning": fsrs.State.Relearning,
}
_PHASE_OF = {state: phase for phase, state in _PHASES.items()}
_RATINGS: dict[Rating, fsrs.Rating] = {
    "again": fsrs.Rating.Again,
    "hard": fsrs.Rating.Hard,
    "good": fsrs.Rating.Good,
    "easy": fsrs.Rating.Easy,
}
_FUZZED_FROM = timedelta(days=3)
_FUZZ = 0.05


class CardState(Noun):
    """What FSRS remembers of one card; written to and read from JSON."""

    phase: Phase = "learning"
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    due: AwareDatetime
    last_review: AwareDatetime | None = None

    @property
    def is_new(self) -> bool:
        return self.last_review is None


def new_card(now: datetime) -> CardState:
    """A card that nobody has rated, due at once."""
    return CardState(due=now.astimezone(UTC))


def rate(
    state: CardState,
    rating: Rating,
    now: datetime,
    *,
    rng: Random | None = None,
    retention: float = 0.9,
) -> CardState:
    """The state after a rating. With `rng` an interval of days is spread by up to 5 %, so that
    cards learned together do not always come back together."""
    card, _ = _scheduler(retention).review_card(
        _to_fsrs(state), _RATINGS[rating], review_datetime=now.astimezone(UTC)
    )
    due = card.due.astimezone(UTC)
    interval = due - now
    if rng is not None and interval >= _FUZZED_FROM:
        due = now.astimezone(UTC) + round(interval.days * rng.uniform(1 - _FUZZ, 1 + _FUZZ)) * _DAY
    return CardState(
        phase=_PHASE_OF[card.state],
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=due,
        last_review=now.astimezone(UTC),
    )


def preview(state: CardState, now: datetime, *, retention: float = 0.9) -> dict[Rating, timedelta]:
    """The interval that each rating would give, unspread."""
    return {rating: rate(state, rating, now, retention=retention).due - now for rating in RATINGS}


def day_began(now: datetime, zone: tzinfo) -> datetime:
    """The instant at which the review day of `now` began: the last 04:00 in `zone`."""
    return datetime.combine(_review_day(now, zone), DAY_STARTS, tzinfo=zone).astimezone(UTC)


def day_ends(now: datetime, zone: tzinfo) -> datetime:
    """The instant at which the review day of `now` ends: the next 04:00 in `zone`."""
    following = _review_day(now, zone) + _DAY
    return datetime.combine(following, DAY_STARTS, tzinfo=zone).astimezone(UTC)


def _review_day(now: datetime, zone: tzinfo) -> date:
    local = now.astimezone(zone)
    return local.date() - _DAY if local.time() < DAY_STARTS else local.date()


def is_due(state: CardState, now: datetime, zone: tzinfo) -> bool:
    """A reviewed card is due all through its review day; one being learned at its very minute."""
    return state.due < day_ends(now, zone) if state.phase == "review" else state.due <= now


def in_order(states: Iterable[tuple[str, CardState]], now: datetime) -> tuple[str, ...]:
    """Keys of cards in the order of study: steps that ran out, then reviews, then new cards."""

    def rank(item: tuple[str, CardState]) -> tuple[int, datetime, str]:
        key, state = item
        if state.is_new:
            return (2, state.due, key)
        return (0 if state.phase != "review" and state.due <= now else 1, state.due, key)

    return tuple(key for key, _ in sorted(states, key=rank))


_DAY = timedelta(days=1)


def _scheduler(retention: float) -> fsrs.Scheduler:
    return fsrs.Scheduler(desired_retention=retention, enable_fuzzing=False)


def _to_fsrs(state: CardState) -> fsrs.Card:
    return fsrs.Card(
        card_id=0,
        state=_PHASES[state.phase],
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due.astimezone(UTC),
        last_review=state.last_review.astimezone(UTC) if state.last_review else None,
    )
