"""Quizzes: questions of one study set, picked and ordered by a teacher."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.model import QuizappError
from quizapp.services.access import Actor, readable_set, teacher
from quizapp.services.sets import load_questions
from quizapp.store import Unit
from quizapp.store.tables import QuizRow


@dataclass(frozen=True, kw_only=True)
class Quiz:
    """`questions` are ids, in order."""

    id: int
    set_id: str
    title: str
    questions: tuple[str, ...]


def save_quiz(
    unit: Unit,
    *,
    set_id: str,
    title: str,
    questions: Sequence[str],
    actor: Actor,
    now: datetime,
    quiz_id: int | None = None,
) -> Quiz:
    """Make or change a quiz of accepted questions, of one's own set or of a public one."""
    owner_id = teacher(actor)
    row = readable_set(unit, set_id=set_id, actor=actor)
    picks = list(dict.fromkeys(questions))
    accepted = {q.id for q in load_questions(unit, set_id=set_id) if q.status == "accepted"}
    if not picks:
        raise QuizappError("quiz-empty", "a quiz needs at least one question")
    if unknown := [pick for pick in picks if pick not in accepted]:
        raise QuizappError("question-unknown", f"{set_id}: not accepted: {', '.join(unknown)}")
    if quiz_id is None:
        quiz = QuizRow(article_id=set_id, owner_id=owner_id, created_at=now)
        unit.session.add(quiz)
    else:
        quiz = own_quiz(unit, quiz_id=quiz_id, actor=actor)
        if quiz.article_id != set_id:
            raise QuizappError("not-found", f"{quiz_id}: no such quiz of {set_id}")
    quiz.title, quiz.picks = title.strip() or row.title, picks
    unit.session.flush()
    return quiz_of(quiz)


def delete_quiz(unit: Unit, *, quiz_id: int, actor: Actor) -> None:
    """The quiz with its assignments and the attempts at them."""
    unit.session.delete(own_quiz(unit, quiz_id=quiz_id, actor=actor))


def own_quiz(unit: Unit, *, quiz_id: int, actor: Actor) -> QuizRow:
    row = unit.session.get(QuizRow, quiz_id)
    if row is None or (row.owner_id != teacher(actor) and actor.role != "administrator"):
        raise QuizappError("not-found", f"{quiz_id}: no such quiz")
    return row


def own_quizzes(unit: Unit, *, set_id: str, actor: Actor) -> tuple[Quiz, ...]:
    query = (
        select(QuizRow)
        .where(QuizRow.article_id == set_id, QuizRow.owner_id == actor.user_id)
        .order_by(QuizRow.id)
    )
    return tuple(quiz_of(row) for row in unit.session.scalars(query))


def quiz_of(row: QuizRow) -> Quiz:
    return Quiz(id=row.id, set_id=row.article_id, title=row.title, questions=tuple(row.picks))
