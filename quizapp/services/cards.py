"""Cards of a learner: made when a question is missed or a word saved. No access checks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import select

from quizapp.model import Lexeme, Question
from quizapp.services.sets import question_of
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, CardRow, QuestionRow, QuestionVersion, SavedWordRow
from quizapp.study import scheduling
from quizapp.study.scheduling import CardState

CardKind = Literal["question", "word"]


@dataclass(frozen=True, kw_only=True)
class Front:
    """What a card is about: a question of a study set, or a saved word."""

    set_id: str | None
    set_title: str | None
    question: Question | None = None
    lexeme: Lexeme | None = None


@dataclass(frozen=True, kw_only=True)
class LiveCard:
    """A card whose item is still there to be asked."""

    card_id: int
    kind: CardKind
    state: CardState
    front: Front


def add_question(
    unit: Unit, *, user_id: int, set_id: str, question_id: str, now: datetime, shown_from: datetime
) -> CardRow:
    """A card of a missed question, new from `shown_from` on, when its key may be seen; one that
    is there already stays as it is."""
    item = f"{set_id}/{question_id}"
    row = _add(unit, user_id=user_id, kind="question", item=item, set_id=set_id, now=now)
    if row.state is None:
        row.due_at = shown_from
    return row


def add_word(unit: Unit, *, user_id: int, lexeme_id: str, now: datetime) -> CardRow:
    """A card of a saved word: a word is one card, whatever the texts that use it."""
    return _add(unit, user_id=user_id, kind="word", item=lexeme_id, set_id=None, now=now)


def state_of(row: CardRow) -> CardState:
    if row.state is None:
        return scheduling.new_card(row.due_at)
    return CardState.model_validate(row.state)


def live(unit: Unit, *, user_id: int, card_id: int | None = None) -> list[LiveCard]:
    """The cards of a learner in the order of their making; a question that was rejected or
    deleted is asked no more."""
    found = [*_questions(unit, user_id, card_id), *_words(unit, user_id, card_id)]
    return sorted(found, key=lambda card: card.card_id)


def _questions(unit: Unit, user_id: int, card_id: int | None) -> list[LiveCard]:
    query = (
        select(CardRow, QuestionVersion.document, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == CardRow.article_id)
        .join(
            QuestionRow,
            (QuestionRow.article_id == CardRow.article_id)
            & (CardRow.item == QuestionRow.article_id + "/" + QuestionRow.id),
        )
        .join(
            QuestionVersion,
            (QuestionVersion.article_id == QuestionRow.article_id)
            & (QuestionVersion.question_id == QuestionRow.id)
            & (QuestionVersion.number == QuestionRow.version),
        )
        .where(CardRow.user_id == user_id, CardRow.kind == "question")
        .where(QuestionRow.status == "accepted")
    )
    if card_id is not None:
        query = query.where(CardRow.id == card_id)
    return [
        _live(row, Front(set_id=row.article_id, set_title=title, question=question_of(document)))
        for row, document, title in unit.session.execute(query)
    ]


def _words(unit: Unit, user_id: int, card_id: int | None) -> list[LiveCard]:
    query = (
        select(CardRow, SavedWordRow, ArticleRow.title)
        .join(
            SavedWordRow,
            (SavedWordRow.user_id == CardRow.user_id) & (SavedWordRow.lexeme_id == CardRow.item),
        )
        .join(ArticleRow, ArticleRow.id == SavedWordRow.article_id, isouter=True)
        .where(CardRow.user_id == user_id, CardRow.kind == "word")
    )
    if card_id is not None:
        query = query.where(CardRow.id == card_id)
    return [
        _live(
            row,
            Front(
                set_id=word.article_id,
                set_title=title,
                lexeme=Lexeme.model_validate(word.document),
            ),
        )
        for row, word, title in unit.session.execute(query)
    ]


def _live(row: CardRow, front: Front) -> LiveCard:
    return LiveCard(card_id=row.id, kind=cast(CardKind, row.kind), state=state_of(row), front=front)


def _add(
    unit: Unit, *, user_id: int, kind: CardKind, item: str, set_id: str | None, now: datetime
) -> CardRow:
    query = select(CardRow).where(
        CardRow.user_id == user_id, CardRow.kind == kind, CardRow.item == item
    )
    row = unit.session.scalar(query)
    if row is None:
        row = CardRow(
            user_id=user_id,
            kind=kind,
            item=item,
            article_id=set_id,
            state=None,
            due_at=now,
            created_at=now,
        )
        unit.session.add(row)
        unit.session.flush()
    return row
