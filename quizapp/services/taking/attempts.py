"""Going through questions: begin, resume, look at the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Literal, cast

from sqlalchemy import exists, func, select

from quizapp.model import Article, Question, QuizappError
from quizapp.services.access import Actor, readable_set, signed_in
from quizapp.services.overview import last_scores
from quizapp.services.questions import PublicQuestion, public
from quizapp.services.sets import current_version, load_article, load_questions, question_of
from quizapp.services.withholding import refuse_kept_back
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    AssignmentRow,
    AttemptRow,
    CourseRow,
    Enrolment,
    QuestionRow,
    QuestionVersion,
    QuizRow,
    ResponseRow,
    User,
)

FeedbackPolicy = Literal["at_once", "at_end", "after_due"]
_KEEPS_ORDER = ("true_false", "matching", "ordering")
"""Kinds whose choices are not shuffled: they have their own order, or are scrambled already."""


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """Where a learner stands. `question` is the next one to answer, `number` its place from 1;
    None when all are answered."""

    id: int
    set_id: str
    title: str
    assignment_id: int | None
    feedback: FeedbackPolicy
    from_memory: bool
    due_at: datetime | None
    total: int
    answered: int
    finished: bool
    question: PublicQuestion | None
    number: int


def start(
    unit: Unit, *, set_id: str, actor: Actor, now: datetime, rng: Random, count: int = 10
) -> Attempt:
    """The first questions of a study set, by oneself; continues an attempt that is open. Raises
    `assignment-open` while an assignment keeps the keys back."""
    row = readable_set(unit, set_id=set_id, actor=actor)
    refuse_kept_back(unit, set_id=set_id, actor=actor, now=now)
    if (attempt := _open(unit, signed_in(actor), set_id=set_id)) is not None:
        return view(unit, row=attempt)
    questions = _accepted(unit, set_id)[:count]
    return _begin(unit, article=row, questions=questions, actor=actor, now=now)


def start_missed(unit: Unit, *, set_id: str, actor: Actor, now: datetime, rng: Random) -> Attempt:
    """Only the questions whose last answer was not right, in another order; continues an attempt
    that is open."""
    row = readable_set(unit, set_id=set_id, actor=actor)
    refuse_kept_back(unit, set_id=set_id, actor=actor, now=now)
    if (attempt := _open(unit, signed_in(actor), set_id=set_id)) is not None:
        return view(unit, row=attempt)
    scores = last_scores(unit, ids=[set_id], user_id=signed_in(actor), now=now).get(set_id, {})
    missed = [q for q in _accepted(unit, set_id) if scores.get(q.id, 1.0) < 1]
    rng.shuffle(missed)
    return _begin(unit, article=row, questions=missed, actor=actor, now=now)


def start_assignment(
    unit: Unit, *, assignment_id: int, actor: Actor, now: datetime, rng: Random
) -> Attempt:
    """An attempt at what a course was given to do; continues an open one."""
    assignment = assigned(unit, assignment_id=assignment_id, actor=actor)
    user_id = signed_in(actor)
    if (attempt := _open(unit, user_id, assignment_id=assignment_id)) is not None:
        return view(unit, row=attempt)
    if assignment.due_at is not None and now > assignment.due_at:
        raise QuizappError("assignment-closed", f"{assignment.title}: it was due already")
    used = unit.session.scalar(
        select(func.count()).where(
            AttemptRow.assignment_id == assignment_id, AttemptRow.user_id == user_id
        )
    )
    if assignment.attempts is not None and (used or 0) >= assignment.attempts:
        raise QuizappError("attempts-used", f"{assignment.title}: no attempt is left")
    quiz = unit.session.get_one(QuizRow, assignment.quiz_id)
    by_id = {question.id: question for question in _accepted(unit, quiz.article_id)}
    return _begin(
        unit,
        article=unit.session.get_one(ArticleRow, quiz.article_id),
        questions=[by_id[pick] for pick in quiz.picks if pick in by_id],
        actor=actor,
        now=now,
        assignment=assignment,
        rng=rng if assignment.shuffle else None,
    )


def resume(unit: Unit, *, attempt_id: int, actor: Actor) -> Attempt:
    return view(unit, row=own_attempt(unit, attempt_id=attempt_id, actor=actor))


def open_attempts(unit: Unit, *, actor: Actor) -> tuple[Attempt, ...]:
    """What was begun and not finished, the latest first."""
    if actor.user_id is None:
        return ()
    query = (
        select(AttemptRow)
        .where(AttemptRow.user_id == actor.user_id, AttemptRow.finished_at.is_(None))
        .order_by(AttemptRow.started_at.desc(), AttemptRow.id.desc())
    )
    return tuple(view(unit, row=row) for row in unit.session.scalars(query).all())


def passage(unit: Unit, *, attempt_id: int, actor: Actor) -> Article | None:
    """The text beside the questions; None while it is to be known from memory."""
    row = own_attempt(unit, attempt_id=attempt_id, actor=actor)
    assignment = assignment_of(unit, row)
    if assignment is not None and assignment.from_memory and row.finished_at is None:
        return None
    return load_article(unit, row=unit.session.get_one(ArticleRow, row.article_id))


def own_attempt(unit: Unit, *, attempt_id: int, actor: Actor, lock: bool = False) -> AttemptRow:
    row = unit.session.get(
        AttemptRow, attempt_id, with_for_update=lock or None, populate_existing=lock
    )
    if row is None or actor.user_id is None or row.user_id != actor.user_id:
        raise QuizappError("not-found", f"{attempt_id}: no such attempt of yours")
    return row


def assigned(unit: Unit, *, assignment_id: int, actor: Actor) -> AssignmentRow:
    """An assignment of a course that the actor attends or teaches."""
    row = unit.session.get(AssignmentRow, assignment_id)
    user_id = signed_in(actor)
    attends = exists().where(Enrolment.course_id == CourseRow.id, Enrolment.user_id == user_id)
    query = select(CourseRow.id).where(attends | (CourseRow.owner_id == user_id))
    if row is None or row.course_id not in set(unit.session.scalars(query)):
        raise QuizappError("not-found", f"{assignment_id}: no such assignment of yours")
    return row


def assignment_of(unit: Unit, row: AttemptRow) -> AssignmentRow | None:
    if row.assignment_id is None:
        return None
    return unit.session.get_one(AssignmentRow, row.assignment_id)


def view(unit: Unit, *, row: AttemptRow) -> Attempt:
    assignment = assignment_of(unit, row)
    answered = set(
        unit.session.scalars(
            select(ResponseRow.question_id).where(ResponseRow.attempt_id == row.id)
        )
    )
    left = [n for n, step in enumerate(row.plan) if step["question"] not in answered]
    number = left[0] + 1 if left else len(row.plan)
    article = unit.session.get_one(ArticleRow, row.article_id)
    return Attempt(
        id=row.id,
        set_id=row.article_id,
        title=assignment.title if assignment else article.title,
        assignment_id=row.assignment_id,
        feedback=cast(FeedbackPolicy, assignment.feedback) if assignment else "at_once",
        from_memory=assignment.from_memory if assignment else False,
        due_at=assignment.due_at if assignment else None,
        total=len(row.plan),
        answered=len(answered),
        finished=row.finished_at is not None,
        question=_public_step(unit, row.plan[left[0]]) if left and not row.finished_at else None,
        number=number,
    )


def _public_step(unit: Unit, step: dict[str, object]) -> PublicQuestion:
    version = unit.session.get_one(QuestionVersion, step["version"])
    return public(question_of(version.document), order=cast(list[str], step["choices"]))


def _accepted(unit: Unit, set_id: str) -> list[Question]:
    return list(load_questions(unit, set_id=set_id, where=QuestionRow.status == "accepted"))


def _open(
    unit: Unit, user_id: int, *, set_id: str | None = None, assignment_id: int | None = None
) -> AttemptRow | None:
    """The attempt to continue. Locks the user, so that a double click begins only one."""
    unit.session.get_one(User, user_id, with_for_update=True)
    query = select(AttemptRow).where(
        AttemptRow.user_id == user_id,
        AttemptRow.finished_at.is_(None),
        AttemptRow.assignment_id.is_(None)
        if assignment_id is None
        else AttemptRow.assignment_id == assignment_id,
    )
    if set_id is not None:
        query = query.where(AttemptRow.article_id == set_id)
    return unit.session.scalar(query.order_by(AttemptRow.id.desc()).limit(1))


def _begin(
    unit: Unit,
    *,
    article: ArticleRow,
    questions: Sequence[Question],
    actor: Actor,
    now: datetime,
    assignment: AssignmentRow | None = None,
    rng: Random | None = None,
) -> Attempt:
    if not questions:
        raise QuizappError("questions-needed", f"{article.id}: there is nothing to ask")
    row = AttemptRow(
        user_id=signed_in(actor),
        article_id=article.id,
        assignment_id=assignment.id if assignment else None,
        plan=[_step(unit, article.id, question, rng) for question in questions],
        started_at=now,
        finished_at=None,
    )
    unit.session.add(row)
    unit.session.flush()
    return view(unit, row=row)


def _step(unit: Unit, set_id: str, question: Question, rng: Random | None) -> dict[str, object]:
    row = unit.session.get_one(QuestionRow, (set_id, question.id))
    choices = [choice.id for choice in question.choices]
    if rng is not None and question.kind not in _KEEPS_ORDER:
        rng.shuffle(choices)
    version = current_version(unit, row=row)
    return {"question": question.id, "version": version.id, "choices": choices}
