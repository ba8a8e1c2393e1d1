"""Analysis jobs: the job row is the truth, the queue only wakes a worker.

The teacher's side starts, watches, cancels and retries; the worker's side claims a job, beats
while it works, and stores the result only while the claim is still its own.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

from sqlalchemy import or_, select, update

from quizapp.model import Article, Draft, Fact, QuizappError, StudySet
from quizapp.services.access import Actor, editable_set
from quizapp.services.sets import (
    fact_of,
    load_article,
    put_article,
    put_entity,
    put_fact,
    put_lexeme,
    put_question,
)
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    EntityRow,
    FactRow,
    JobRow,
    LexemeRow,
    QuestionRow,
)

JobStatus = Literal["queued", "running", "done", "failed", "cancelled"]
Enqueue = Callable[[str], None]
STALE_AFTER = timedelta(seconds=20)
"""A running job whose worker was silent for that long has lost it."""

MAX_RUNS = 5
"""A job that took its worker down that often fails for good."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """`step` names what is being done; `progress` goes from 0 to 1."""

    id: str
    set_id: str
    status: JobStatus
    step: str
    progress: float
    error_code: str | None
    error_message: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Work:
    """What a worker claimed: a draft at the first analysis, the article at a later one."""

    job_id: str
    claim: str
    set_id: str
    draft: Draft | None
    article: Article | None
    questions: int
    seed: int


def start_analysis(
    unit: Unit,
    *,
    set_id: str,
    actor: Actor,
    now: datetime,
    enqueue: Enqueue,
    questions: int = 20,
    seed: int = 0,
) -> Job:
    """Queue the analysis; `enqueue` is called with the job's id once it is durable."""
    editable_set(unit, set_id=set_id, actor=actor)
    refuse_while_running(unit, set_id=set_id)
    row = JobRow(
        id=str(uuid.uuid4()),
        article_id=set_id,
        user_id=actor.user_id,
        status="queued",
        questions=questions,
        seed=seed,
        step="queued",
        progress=0.0,
        runs=0,
        created_at=now,
    )
    unit.session.add(row)
    unit.session.flush()
    unit.after_commit(lambda: enqueue(row.id))
    return job_of(row)


def find_job(unit: Unit, *, job_id: str, actor: Actor) -> Job:
    row = _job(unit, job_id)
    editable_set(unit, set_id=row.article_id, actor=actor, lock=False)
    return job_of(row)


def latest_jobs(unit: Unit, *, set_ids: list[str]) -> dict[str, Job]:
    """The last job of each study set that has one."""
    query = select(JobRow).where(JobRow.article_id.in_(set_ids)).order_by(JobRow.created_at)
    return {row.article_id: job_of(row) for row in unit.session.scalars(query)}


def cancel_job(unit: Unit, *, job_id: str, actor: Actor, now: datetime) -> Job:
    """A queued job is not begun; a running one stops before its next step."""
    row = _job(unit, job_id, lock=True)
    editable_set(unit, set_id=row.article_id, actor=actor)
    if row.status not in ("queued", "running"):
        raise QuizappError("job-finished", f"{job_id}: this analysis is over already")
    row.status, row.claim, row.finished_at = "cancelled", None, now
    return job_of(row)


def retry_job(unit: Unit, *, job_id: str, actor: Actor, now: datetime, enqueue: Enqueue) -> Job:
    """Run a failed or cancelled analysis again."""
    row = _job(unit, job_id, lock=True)
    editable_set(unit, set_id=row.article_id, actor=actor)
    if row.status not in ("failed", "cancelled"):
        raise QuizappError("job-finished", f"{job_id}: only a failed analysis can be retried")
    refuse_while_running(unit, set_id=row.article_id)
    _requeue(row)
    row.runs, row.error_code, row.error_message = 0, None, None
    row.created_at = now
    unit.after_commit(lambda: enqueue(job_id))
    return job_of(row)


def refuse_while_running(unit: Unit, *, set_id: str) -> None:
    query = select(JobRow.id).where(
        JobRow.article_id == set_id, JobRow.status.in_(("queued", "running"))
    )
    if unit.session.scalar(query) is not None:
        raise QuizappError("analysis-running", f"{set_id}: its analysis is still running")


def claim_job(unit: Unit, *, job_id: str, now: datetime) -> Work | None:
    """Take a queued job; None when there is nothing to do: cancelled, done, or another's."""
    row = unit.session.get(JobRow, job_id, with_for_update=True, populate_existing=True)
    if row is None or row.status != "queued":
        return None
    if row.runs >= MAX_RUNS:
        _fail(row, "analysis-crashed", None, now)
        return None
    row.status, row.step, row.progress = "running", "read", 0.0
    row.claim, row.runs = str(uuid.uuid4()), row.runs + 1
    row.started_at = row.heartbeat_at = now
    article = unit.session.get_one(ArticleRow, row.article_id)
    return Work(
        job_id=row.id,
        claim=row.claim,
        set_id=row.article_id,
        draft=Draft.model_validate(article.draft) if article.draft else None,
        article=load_article(unit, row=article) if article.version is not None else None,
        questions=row.questions,
        seed=row.seed,
    )


def beat(
    unit: Unit,
    *,
    work: Work,
    now: datetime,
    step: str | None = None,
    progress: float | None = None,
) -> bool:
    """Say that the worker lives, and how far it is; False when the job is no longer its own."""
    values: dict[str, object] = {"heartbeat_at": now}
    if step is not None:
        values |= {"step": step, "progress": progress}
    change = (
        update(JobRow)
        .where(JobRow.id == work.job_id, JobRow.claim == work.claim, JobRow.status == "running")
        .values(values)
        .returning(JobRow.id)
    )
    return unit.session.scalar(change) is not None


def fail_job(unit: Unit, *, work: Work, code: str, message: str | None, now: datetime) -> None:
    """End a job; `message` is for the teacher, None when she can do nothing about it."""
    row = unit.session.get(JobRow, work.job_id, with_for_update=True, populate_existing=True)
    if row is not None and row.claim == work.claim:
        _fail(row, code, message, now)


def requeue_lost(unit: Unit, *, now: datetime, stale_after: timedelta = STALE_AFTER) -> list[str]:
    """Put back what silent workers had taken; gives the ids of all queued jobs, oldest first."""
    lost = select(JobRow).where(
        JobRow.status == "running",
        or_(JobRow.heartbeat_at.is_(None), JobRow.heartbeat_at <= now - stale_after),
    )
    for row in unit.session.scalars(lost.with_for_update()):
        _requeue(row)
    unit.session.flush()
    queued = select(JobRow.id).where(JobRow.status == "queued").order_by(JobRow.created_at)
    return list(unit.session.scalars(queued))


def store_analysis(
    unit: Unit, *, job_id: str, claim: str, study_set: StudySet, now: datetime
) -> bool:
    """Keep what the worker found; False when the job was cancelled, taken over or deleted with its
    study set meanwhile.

    A later analysis adds proposals and leaves alone what somebody accepted, rejected or edited;
    it asks nothing about facts that somebody rejected or rewrote.
    """
    job = unit.session.get(JobRow, job_id, with_for_update=True, populate_existing=True)
    if job is None or job.claim != claim or job.status != "running":
        return False
    row = unit.session.get_one(ArticleRow, job.article_id, with_for_update=True)
    if study_set.id != row.id:
        raise ValueError(f"{study_set.id} is not the study set {row.id} of job {job_id}")
    put_article(unit, row=row, article=study_set.article, now=now)
    _put_proposals(unit, study_set, now)
    job.status, job.step, job.progress, job.finished_at = "done", "done", 1.0, now
    return True


def _put_proposals(unit: Unit, study_set: StudySet, now: datetime) -> None:
    for position, entity in enumerate(study_set.entities):
        if not _is_decided(unit.session.get(EntityRow, (study_set.id, entity.id))):
            put_entity(unit, set_id=study_set.id, entity=entity, position=position)
    overruled = set()
    for position, fact in enumerate(study_set.facts):
        row = unit.session.get(FactRow, (study_set.id, fact.id))
        if not _is_decided(row):
            put_fact(unit, set_id=study_set.id, fact=fact, position=position)
        elif row is not None and _overrules(row, fact):
            overruled.add(fact.id)
    for position, question in enumerate(study_set.questions):
        if overruled.isdisjoint(question.facts) and not _is_decided(
            unit.session.get(QuestionRow, (study_set.id, question.id))
        ):
            put_question(unit, set_id=study_set.id, question=question, position=position, now=now)
    for position, lexeme in enumerate(study_set.lexemes):
        if not _is_decided(unit.session.get(LexemeRow, (study_set.id, lexeme.id))):
            put_lexeme(unit, set_id=study_set.id, lexeme=lexeme, position=position)
    unit.session.flush()


def _is_decided(row: EntityRow | FactRow | QuestionRow | LexemeRow | None) -> bool:
    if row is None:
        return False
    return row.edited_at is not None or getattr(row, "status", "proposed") != "proposed"


def _overrules(row: FactRow, fact: Fact) -> bool:
    """Somebody rejected or rewrote the fact, so that its new questions would ask what is wrong."""
    return row.status == "rejected" or fact_of(row).segments != fact.segments


def _job(unit: Unit, job_id: str, *, lock: bool = False) -> JobRow:
    row = unit.session.get(JobRow, job_id, with_for_update=lock or None, populate_existing=lock)
    if row is None:
        raise QuizappError("not-found", f"{job_id}: no such analysis")
    return row


def _requeue(row: JobRow) -> None:
    row.status, row.step, row.progress = "queued", "queued", 0.0
    row.claim = row.heartbeat_at = row.started_at = row.finished_at = None


def _fail(row: JobRow, code: str, message: str | None, now: datetime) -> None:
    row.status, row.claim, row.finished_at = "failed", None, now
    row.error_code, row.error_message = code, message


def job_of(row: JobRow) -> Job:
    return Job(
        id=row.id,
        set_id=row.article_id,
        status=cast(JobStatus, row.status),
        step=row.step,
        progress=row.progress,
        error_code=row.error_code,
        error_message=row.error_message,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )
