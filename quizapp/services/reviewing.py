"""Spaced review of missed questions and saved words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select

from quizapp.model import Evidence, Lexeme, QuizappError
from quizapp.services import cards
from quizapp.services.access import Actor, readable_set, signed_in
from quizapp.services.cards import CardKind, LiveCard
from quizapp.services.questions import PublicQuestion, public, rationale
from quizapp.store import Unit
from quizapp.store.tables import CardRow, ReviewRow, SavedWordRow, User
from quizapp.study import scheduling
from quizapp.study.scheduling import CardState, Rating

NEW_PER_DAY = 10
LEARN_AHEAD = timedelta(minutes=20)
"""When nothing else is left, a card that is being learned comes back that much early."""


@dataclass(frozen=True, kw_only=True)
class CardFront:
    """The question, or the word in its sentence (`form` is the word as it stands there).
    `reviewed_at` tells the last review, to rate with."""

    card_id: int
    kind: CardKind
    set_id: str | None
    set_title: str | None
    new: bool
    reviewed_at: str
    question: PublicQuestion | None
    lemma: str | None
    sentence: str | None
    form: str | None


@dataclass(frozen=True, kw_only=True)
class CardBack:
    """The answer; `intervals` says when each rating would bring the card back."""

    key_text: str | None
    right_choices: tuple[str, ...]
    rationale: str | None
    evidence: tuple[Evidence, ...]
    lexeme: Lexeme | None
    intervals: Mapping[Rating, timedelta]


@dataclass(frozen=True, kw_only=True)
class Session:
    """What is left for today, and the next card."""

    due: int
    new: int
    done_today: int
    undoable: bool
    card: CardFront | None


@dataclass(frozen=True, kw_only=True)
class SavedWord:
    lexeme: Lexeme
    set_id: str | None
    saved_at: datetime


def session(unit: Unit, *, actor: Actor, now: datetime, new_per_day: int = NEW_PER_DAY) -> Session:
    """Reviews first, then up to `new_per_day` new cards; a day begins at 04:00 local time."""
    user_id = signed_in(actor)
    zone = _zone(unit, user_id)
    live = cards.live(unit, user_id=user_id)
    done, introduced = _done_today(unit, user_id, now, zone)
    started = [card for card in live if not card.state.is_new]
    due = [card for card in started if scheduling.is_due(card.state, now, zone)]
    fresh = [card for card in live if card.state.is_new and card.state.due <= now]
    new = fresh[: max(0, new_per_day - introduced)]
    waiting = due + new or [
        card
        for card in started
        if card.state.phase != "review" and card.state.due <= now + LEARN_AHEAD
    ]
    return Session(
        due=len(due),
        new=len(new),
        done_today=done,
        undoable=done > 0,
        card=_front(_first(waiting, now)) if waiting else None,
    )


def card(unit: Unit, *, card_id: int, actor: Actor) -> CardFront:
    """One card, as after an undo."""
    return _front(_own(unit, card_id, actor))


def reveal(unit: Unit, *, card_id: int, actor: Actor, now: datetime) -> CardBack:
    found = _own(unit, card_id, actor)
    _refuse_early(card_id, found.state, now)
    question, lexeme = found.front.question, found.front.lexeme
    return CardBack(
        key_text=question.key_text if question else None,
        right_choices=tuple(c.id for c in question.choices if c.correct) if question else (),
        rationale=rationale(question, None) if question else None,
        evidence=question.evidence if question else (),
        lexeme=lexeme,
        intervals=scheduling.preview(found.state, now),
    )


def rate(
    unit: Unit,
    *,
    card_id: int,
    rating: Rating,
    actor: Actor,
    now: datetime,
    rng: Random,
    reviewed_at: str | None = None,
) -> None:
    """Say how well the card was known; it comes back accordingly. With the `reviewed_at` of its
    front, a form that is sent twice counts once."""
    row = _row(unit, card_id, actor, lock=True)
    before = cards.state_of(row)
    if reviewed_at is not None and reviewed_at != _reviewed_at(before):
        return
    _refuse_early(card_id, before, now)
    unit.session.add(
        ReviewRow(
            card_id=row.id,
            rating=rating,
            reviewed_at=now,
            state_before=row.state,
            due_before=row.due_at,
        )
    )
    state = scheduling.rate(before, rating, now, rng=rng)
    row.state, row.due_at = state.model_dump(mode="json"), state.due


def undo(unit: Unit, *, actor: Actor, now: datetime) -> int:
    """Take back the last rating of today; the id of its card."""
    user_id = signed_in(actor)
    query = (
        select(ReviewRow)
        .join(CardRow, CardRow.id == ReviewRow.card_id)
        .where(CardRow.user_id == user_id)
        .where(ReviewRow.reviewed_at >= scheduling.day_began(now, _zone(unit, user_id)))
        .order_by(ReviewRow.id.desc())
        .limit(1)
        .with_for_update(of=ReviewRow)
    )
    review = unit.session.scalar(query)
    if review is None:
        raise QuizappError("nothing-to-undo", "no card was reviewed today")
    row = unit.session.get_one(CardRow, review.card_id)
    row.state, row.due_at = review.state_before, review.due_before
    unit.session.delete(review)
    return row.id


def save_word(
    unit: Unit, *, lexeme: Lexeme, set_id: str | None, actor: Actor, now: datetime
) -> SavedWord:
    """Put a word on one's list, and among the cards; again changes nothing."""
    user_id = signed_in(actor)
    if set_id is not None:
        readable_set(unit, set_id=set_id, actor=actor)
    unit.session.get_one(User, user_id, with_for_update=True)
    row = _saved(unit, user_id, lexeme.id)
    if row is None:
        row = SavedWordRow(
            user_id=user_id,
            lexeme_id=lexeme.id,
            article_id=set_id,
            document=lexeme.model_dump(mode="json"),
            saved_at=now,
        )
        unit.session.add(row)
        cards.add_word(unit, user_id=user_id, lexeme_id=lexeme.id, now=now)
    return _saved_word(row)


def forget_word(unit: Unit, *, lexeme_id: str, actor: Actor) -> None:
    """Take a word off the list, with its card; a word that is not there is no error."""
    user_id = signed_in(actor)
    for change in (
        delete(SavedWordRow).where(
            SavedWordRow.user_id == user_id, SavedWordRow.lexeme_id == lexeme_id
        ),
        delete(CardRow).where(
            CardRow.user_id == user_id, CardRow.kind == "word", CardRow.item == lexeme_id
        ),
    ):
        unit.session.execute(change)


def saved_words(unit: Unit, *, actor: Actor) -> tuple[SavedWord, ...]:
    """Latest first."""
    query = (
        select(SavedWordRow)
        .where(SavedWordRow.user_id == actor.user_id)
        .order_by(SavedWordRow.saved_at.desc(), SavedWordRow.id.desc())
    )
    return tuple(_saved_word(row) for row in unit.session.scalars(query))


def forecast(unit: Unit, *, actor: Actor, now: datetime, days: int = 14) -> tuple[int, ...]:
    """Reviewed cards that come back on each review day, today (with what is overdue) first."""
    user_id = signed_in(actor)
    zone = _zone(unit, user_id)
    ends = [scheduling.day_ends(now, zone)]
    for _ in range(days - 1):
        ends.append(scheduling.day_ends(ends[-1], zone))
    dues = [c.state.due for c in cards.live(unit, user_id=user_id) if not c.state.is_new]
    counts = [sum(due < end for due in dues) for end in ends]
    return tuple(after - before for before, after in zip([0, *counts], counts, strict=False))


def _first(waiting: Sequence[LiveCard], now: datetime) -> LiveCard:
    """Keys are padded: equals keep the order of their making."""
    keyed = {f"{found.card_id:012d}": found for found in waiting}
    first = scheduling.in_order([(key, found.state) for key, found in keyed.items()], now)[0]
    return keyed[first]


def _front(found: LiveCard) -> CardFront:
    front, lexeme = found.front, found.front.lexeme
    return CardFront(
        card_id=found.card_id,
        kind=found.kind,
        set_id=front.set_id,
        set_title=front.set_title,
        new=found.state.is_new,
        reviewed_at=_reviewed_at(found.state),
        question=public(front.question) if front.question else None,
        lemma=lexeme.lemma if lexeme else None,
        sentence=lexeme.sentence.text if lexeme and lexeme.sentence else None,
        form=lexeme.form if lexeme else None,
    )


def _reviewed_at(state: CardState) -> str:
    return state.last_review.isoformat() if state.last_review else ""


def _own(unit: Unit, card_id: int, actor: Actor) -> LiveCard:
    row = _row(unit, card_id, actor)
    found = cards.live(unit, user_id=row.user_id, card_id=card_id)
    if not found:
        raise QuizappError("card-unknown", f"{card_id}: its question is no longer asked")
    return found[0]


def _refuse_early(card_id: int, state: CardState, now: datetime) -> None:
    """A new card whose key an assignment keeps back is neither turned nor rated."""
    if state.is_new and state.due > now:
        raise QuizappError("card-unknown", f"{card_id}: this card is not to be learned yet")


def _row(unit: Unit, card_id: int, actor: Actor, *, lock: bool = False) -> CardRow:
    row = unit.session.get(CardRow, card_id, with_for_update=lock or None, populate_existing=lock)
    if row is None or row.user_id != signed_in(actor):
        raise QuizappError("card-unknown", f"{card_id}: no such card of yours")
    return row


def _done_today(unit: Unit, user_id: int, now: datetime, zone: ZoneInfo) -> tuple[int, int]:
    """Ratings since the day began, and how many of them met a card for the first time."""
    query = (
        select(func.count(), func.count().filter(ReviewRow.state_before.is_(None)))
        .join(CardRow, CardRow.id == ReviewRow.card_id)
        .where(CardRow.user_id == user_id, ReviewRow.reviewed_at >= scheduling.day_began(now, zone))
    )
    done, introduced = unit.session.execute(query).one()
    return done, introduced


def _zone(unit: Unit, user_id: int) -> ZoneInfo:
    return ZoneInfo(unit.session.get_one(User, user_id).timezone)


def _saved(unit: Unit, user_id: int, lexeme_id: str) -> SavedWordRow | None:
    query = select(SavedWordRow).where(
        SavedWordRow.user_id == user_id, SavedWordRow.lexeme_id == lexeme_id
    )
    return unit.session.scalar(query)


def _saved_word(row: SavedWordRow) -> SavedWord:
    return SavedWord(
        lexeme=Lexeme.model_validate(row.document), set_id=row.article_id, saved_at=row.saved_at
    )
