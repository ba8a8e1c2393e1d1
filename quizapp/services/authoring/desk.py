"""The teacher's desk: all her study sets, and one of them open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from quizapp.model import QuizappError, StudySet
from quizapp.services.access import Actor, editable_set, may_edit, readable_set, teacher
from quizapp.services.analysing import Job, latest_jobs
from quizapp.services.authoring.history import last_edit
from quizapp.services.authoring.quizzes import Quiz, own_quizzes
from quizapp.services.overview import SetStatus, SetSummary, summaries
from quizapp.services.sets import load_set
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, FlagRow, QuestionRow, User


@dataclass(frozen=True, kw_only=True)
class DeskEntry:
    """A study set on its owner's desk; `proposed` and `accepted` count questions, `flags` the
    open ones."""

    summary: SetSummary
    job: Job | None
    analysed: bool
    proposed: int
    accepted: int
    flags: int
    updated_at: datetime


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Somebody says that a question is wrong; `by` is her name, where there is one."""

    id: int
    question_id: str
    reason: str
    note: str
    made_at: datetime
    by: str | None


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A study set open on the desk: everything, proposals and what was rejected too.

    `editable` is false for a public set of somebody else, of which a teacher only makes quizzes.
    `undoable` is the code of the last change.
    """

    entry: DeskEntry
    study_set: StudySet
    quizzes: tuple[Quiz, ...]
    flags: tuple[Flag, ...]
    editable: bool
    undoable: str | None


def desk(unit: Unit, *, actor: Actor) -> tuple[DeskEntry, ...]:
    """Last changed first."""
    query = (
        select(ArticleRow)
        .where(ArticleRow.owner_id == teacher(actor))
        .order_by(ArticleRow.updated_at.desc(), ArticleRow.id)
    )
    return _entries(unit, unit.session.scalars(query).all(), actor)


def open_set(unit: Unit, *, set_id: str, actor: Actor) -> Desk:
    """Raises `analysis-missing` before the analysis."""
    teacher(actor)
    row = readable_set(unit, set_id=set_id, actor=actor)
    editable = may_edit(row, actor)
    edit = last_edit(unit, set_id=set_id) if editable else None
    return Desk(
        entry=_entries(unit, [row], actor)[0],
        study_set=load_set(unit, row=row, accepted_only=not editable),
        quizzes=own_quizzes(unit, set_id=set_id, actor=actor),
        flags=_flags(unit, set_id) if editable else (),
        editable=editable,
        undoable=edit.code if edit else None,
    )


def set_status(
    unit: Unit,
    *,
    set_id: str,
    status: SetStatus,
    actor: Actor,
    now: datetime,
    licence: str | None = None,
) -> None:
    """Draft, shared with one's courses, or public; public needs a named licence."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    row.licence = (licence or "").strip() or row.licence
    if status == "public" and not row.licence:
        raise QuizappError("licence-needed", f"{set_id}: a public text needs a named licence")
    if status != "draft":
        require_questions(unit, row=row)
    row.status, row.updated_at = status, now


def require_questions(unit: Unit, *, row: ArticleRow) -> None:
    query = select(QuestionRow.id).where(
        QuestionRow.article_id == row.id, QuestionRow.status == "accepted"
    )
    if unit.session.scalar(query.limit(1)) is None:
        raise QuizappError("questions-needed", f"{row.id}: no question was accepted yet")


def resolve_flag(unit: Unit, *, flag_id: int, actor: Actor, now: datetime) -> None:
    """Put a flag aside; the question stays as it is."""
    flag = unit.session.get(FlagRow, flag_id)
    if flag is None:
        raise QuizappError("not-found", f"{flag_id}: no such flag")
    editable_set(unit, set_id=flag.article_id, actor=actor)
    flag.resolved_at = now


def _entries(unit: Unit, rows: Sequence[ArticleRow], actor: Actor) -> tuple[DeskEntry, ...]:
    ids = [row.id for row in rows]
    jobs = latest_jobs(unit, set_ids=ids)
    counts = _question_counts(unit, ids)
    open_flags = (
        select(FlagRow.article_id, func.count())
        .where(FlagRow.article_id.in_(ids), FlagRow.resolved_at.is_(None))
        .group_by(FlagRow.article_id)
    )
    flags = dict(unit.session.execute(open_flags).all())
    return tuple(
        DeskEntry(
            summary=summary,
            job=jobs.get(row.id),
            analysed=row.version is not None,
            proposed=counts[row.id]["proposed"],
            accepted=counts[row.id]["accepted"],
            flags=flags.get(row.id, 0),
            updated_at=row.updated_at,
        )
        for row, summary in zip(
            rows, summaries(unit, rows=rows, actor=actor, now=None), strict=True
        )
    )


def _question_counts(unit: Unit, ids: Sequence[str]) -> defaultdict[str, defaultdict[str, int]]:
    query = (
        select(QuestionRow.article_id, QuestionRow.status, func.count())
        .where(QuestionRow.article_id.in_(ids))
        .group_by(QuestionRow.article_id, QuestionRow.status)
    )
    counts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for set_id, status, count in unit.session.execute(query):
        counts[set_id][status] = count
    return counts


def _flags(unit: Unit, set_id: str) -> tuple[Flag, ...]:
    query = (
        select(FlagRow, User.name)
        .join(User, User.id == FlagRow.user_id, isouter=True)
        .where(FlagRow.article_id == set_id, FlagRow.resolved_at.is_(None))
        .order_by(FlagRow.id)
    )
    return tuple(
        Flag(
            id=row.id,
            question_id=row.question_id,
            reason=row.reason,
            note=row.note,
            made_at=row.made_at,
            by=name,
        )
        for row, name in unit.session.execute(query)
    )
