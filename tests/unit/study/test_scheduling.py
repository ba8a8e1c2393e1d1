"""When cards come back."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study import scheduling
from quizapp.study.scheduling import RATINGS, CardState, Rating

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2024, 6, 18, 12, tzinfo=UTC)


def reviewed(*ratings: Rating, start: datetime = NOON) -> CardState:
    state, now = scheduling.new_card(start), start
    for rating in ratings:
        state = scheduling.rate(state, rating, now)
        now = state.due
    return state


def test_a_new_card_is_due_at_once() -> None:
    card = scheduling.new_card(NOON)
    assert card.is_new
    assert scheduling.is_due(card, NOON, PARIS)


def test_good_answers_lengthen_the_interval() -> None:
    first, second, third = (reviewed(*RATINGS[2:3] * n) for n in (2, 3, 4))
    assert first.phase == "review"
    gaps = [card.due - card.last_review for card in (first, second, third) if card.last_review]
    assert gaps == sorted(gaps)
    assert gaps[-1] > 2 * gaps[0]


def test_a_lapse_brings_the_card_back_today() -> None:
    lapsed = scheduling.rate(reviewed("good", "good", "good"), "again", NOON + timedelta(days=30))
    assert lapsed.phase == "relearning"
    assert lapsed.due - NOON - timedelta(days=30) < timedelta(hours=1)


@given(st.lists(st.sampled_from(RATINGS), max_size=8))
def test_the_preview_is_what_rating_gives(ratings: list[Rating]) -> None:
    state = reviewed(*ratings)
    preview = scheduling.preview(state, state.due)
    for rating in RATINGS:
        assert scheduling.rate(state, rating, state.due).due == state.due + preview[rating]
    assert preview["again"] <= preview["hard"] <= preview["good"] <= preview["easy"]


@given(st.lists(st.sampled_from(RATINGS), max_size=6))
def test_a_state_survives_json(ratings: list[Rating]) -> None:
    state = reviewed(*ratings)
    assert CardState.model_validate_json(state.model_dump_json()) == state


def test_the_same_rng_gives_the_same_day_and_stays_close() -> None:
    state = reviewed("easy", "easy", "easy")
    plain = scheduling.rate(state, "good", state.due).due - state.due
    spread = {scheduling.rate(state, "good", state.due, rng=Random(n)).due for n in range(20)}
    assert len(spread) > 1
    assert all(abs((due - state.due) / plain - 1) < 0.06 for due in spread)
    again = scheduling.rate(state, "good", state.due, rng=Random(3))
    assert again == scheduling.rate(state, "good", state.due, rng=Random(3))


def test_a_naive_clock_is_refused() -> None:
    with pytest.raises(ValueError, match="timezone"):
        CardState.model_validate({"due": "2024-06-18T12:00:00"})


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2024, 6, 18, 12, tzinfo=PARIS), datetime(2024, 6, 19, 4, tzinfo=PARIS)),
        (datetime(2024, 6, 18, 3, 59, tzinfo=PARIS), datetime(2024, 6, 18, 4, tzinfo=PARIS)),
        (datetime(2024, 6, 18, 4, tzinfo=PARIS), datetime(2024, 6, 19, 4, tzinfo=PARIS)),
        (datetime(2024, 3, 30, 12, tzinfo=PARIS), datetime(2024, 3, 31, 4, tzinfo=PARIS)),
    ],
)
def test_a_review_day_starts_at_four(now: datetime, end: datetime) -> None:
    assert scheduling.day_ends(now, PARIS) == end


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2024, 6, 18, 3, 59, tzinfo=PARIS), datetime(2024, 6, 17, 4, tzinfo=PARIS)),
        (datetime(2024, 6, 18, 4, tzinfo=PARIS), datetime(2024, 6, 18, 4, tzinfo=PARIS)),
        (datetime(2024, 3, 31, 4, 30, tzinfo=PARIS), datetime(2024, 3, 31, 4, tzinfo=PARIS)),
        (datetime(2024, 10, 27, 3, 30, tzinfo=PARIS), datetime(2024, 10, 26, 4, tzinfo=PARIS)),
    ],
)
def test_a_review_day_began_at_four_also_when_the_clocks_change(
    now: datetime, began: datetime
) -> None:
    assert scheduling.day_began(now, PARIS) == began


def test_a_review_is_due_from_the_start_of_its_day() -> None:
    card = CardState(
        phase="review", step=None, stability=5, difficulty=5,
        due=datetime(2024, 6, 20, 18, tzinfo=PARIS), last_review=NOON,
    )  # fmt: skip
    assert scheduling.is_due(card, datetime(2024, 6, 20, 4, tzinfo=PARIS), PARIS)
    assert not scheduling.is_due(card, datetime(2024, 6, 20, 3, tzinfo=PARIS), PARIS)


def test_a_learning_step_is_due_at_its_minute() -> None:
    card = scheduling.rate(scheduling.new_card(NOON), "again", NOON)
    assert not scheduling.is_due(card, NOON, PARIS)
    assert scheduling.is_due(card, card.due, PARIS)


def test_the_order_of_study() -> None:
    step = scheduling.rate(scheduling.new_card(NOON), "again", NOON)
    now = NOON + timedelta(days=20)
    cards = [
        ("new", scheduling.new_card(NOON)),
        ("review", reviewed("good", "good")),
        ("step", step),
    ]
    assert scheduling.in_order(cards, now) == ("step", "review", "new")
