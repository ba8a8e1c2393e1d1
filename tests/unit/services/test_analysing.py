"""The life of an analysis job."""

import pytest

from quizapp.model import QuizappError
from quizapp.services import analysing, authoring
from quizapp.services.access import Actor
from quizapp.services.analysing import MAX_RUNS, STALE_AFTER, Work
from tests import factories
from tests.unit.services.scene import Scene


@pytest.fixture
def lea(scene: Scene) -> Actor:
    return scene.teacher()


@pytest.fixture
def queue() -> list[str]:
    return []


@pytest.fixture
def job(scene: Scene, lea: Actor, queue: list[str]) -> authoring.Job:
    return _start(scene, scene.draft(lea), lea, queue)


def test_a_started_job_is_queued_once_it_is_durable(
    scene: Scene, lea: Actor, queue: list[str]
) -> None:
    set_id = scene.draft(lea)
    with scene.database.unit() as unit:
        started = authoring.start_analysis(
            unit, set_id=set_id, actor=lea, now=scene.now, enqueue=queue.append
        )
        assert queue == []
    assert queue == [started.id]
    assert (started.status, started.progress) == ("queued", 0)
    with pytest.raises(QuizappError) as error:
        _start(scene, set_id, lea, queue)
    assert error.value.code == "analysis-running"


def test_a_job_is_claimed_once(scene: Scene, job: authoring.Job) -> None:
    work = _claim(scene, job)
    assert work is not None
    assert work.draft is not None
    assert (work.draft.title, work.article, work.questions) == (factories.TITLE, None, 20)
    assert _claim(scene, job) is None


def test_progress_is_seen_while_it_runs(scene: Scene, lea: Actor, job: authoring.Job) -> None:
    work = _claim(scene, job)
    assert work is not None
    with scene.database.unit() as unit:
        assert analysing.beat(unit, work=work, now=scene.now, step="facts", progress=0.4)
        found = authoring.find_job(unit, job_id=job.id, actor=lea)
    assert (found.status, found.step, found.progress) == ("running", "facts", 0.4)


def test_a_stored_result_ends_the_job_and_storing_again_changes_nothing(
    scene: Scene, lea: Actor, job: authoring.Job
) -> None:
    work = _claim(scene, job)
    assert work is not None
    assert _store(scene, work)
    assert not _store(scene, work)
    with scene.database.unit(write=False) as unit:
        desk = authoring.open_set(unit, set_id=job.set_id, actor=lea)
    assert desk.entry.job is not None
    assert desk.entry.job.status == "done"
    assert desk.study_set.id == job.set_id


def test_a_cancelled_job_keeps_no_result(
    scene: Scene, lea: Actor, job: authoring.Job, queue: list[str]
) -> None:
    work = _claim(scene, job)
    assert work is not None
    with scene.database.unit() as unit:
        authoring.cancel_job(unit, job_id=job.id, actor=lea, now=scene.now)
        assert not analysing.beat(unit, work=work, now=scene.now)
    assert not _store(scene, work)
    with scene.database.unit() as unit:
        authoring.retry_job(unit, job_id=job.id, actor=lea, now=scene.now, enqueue=queue.append)
    assert queue == [job.id, job.id]
    again = _claim(scene, job)
    assert again is not None
    assert not _store(scene, work)
    assert _store(scene, again)


def test_a_set_deleted_during_its_analysis_keeps_nothing(
    scene: Scene, lea: Actor, job: authoring.Job
) -> None:
    work = _claim(scene, job)
    assert work is not None
    with scene.database.unit() as unit:
        authoring.delete_set(unit, set_id=job.set_id, actor=lea)
        assert not analysing.beat(unit, work=work, now=scene.now)
        analysing.fail_job(unit, work=work, code="late", message="late", now=scene.now)
    assert not _store(scene, work)


def test_a_queued_job_can_be_cancelled(scene: Scene, lea: Actor, job: authoring.Job) -> None:
    with scene.database.unit() as unit:
        authoring.cancel_job(unit, job_id=job.id, actor=lea, now=scene.now)
    assert _claim(scene, job) is None
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        authoring.cancel_job(unit, job_id=job.id, actor=lea, now=scene.now)
    assert error.value.code == "job-finished"


def test_a_failed_job_says_why_and_can_be_retried(
    scene: Scene, lea: Actor, job: authoring.Job
) -> None:
    work = _claim(scene, job)
    assert work is not None
    with scene.database.unit() as unit:
        analysing.fail_job(
            unit, work=work, code="language-unknown", message="not French", now=scene.now
        )
        failed = authoring.find_job(unit, job_id=job.id, actor=lea)
        assert (failed.status, failed.error_code) == ("failed", "language-unknown")
        again = authoring.retry_job(
            unit, job_id=job.id, actor=lea, now=scene.now, enqueue=lambda _: None
        )
    assert (again.status, again.error_code) == ("queued", None)


def test_the_job_of_a_silent_worker_is_taken_back(scene: Scene, job: authoring.Job) -> None:
    work = _claim(scene, job)
    assert work is not None
    scene.wait(seconds=15)
    with scene.database.unit() as unit:
        assert analysing.beat(unit, work=work, now=scene.now)
    scene.wait(seconds=15)
    assert _lost(scene) == []
    scene.wait(seconds=STALE_AFTER.total_seconds())
    assert _lost(scene) == [job.id]
    again = _claim(scene, job)
    assert again is not None
    assert not _store(scene, work)
    assert _store(scene, again)


def test_a_queued_job_without_task_is_found(scene: Scene, job: authoring.Job) -> None:
    assert _lost(scene) == [job.id]


def test_a_job_that_kills_its_worker_is_given_up(
    scene: Scene, lea: Actor, job: authoring.Job
) -> None:
    for _ in range(MAX_RUNS):
        assert _claim(scene, job) is not None
        scene.wait(seconds=STALE_AFTER.total_seconds())
        _lost(scene)
    assert _claim(scene, job) is None
    with scene.database.unit(write=False) as unit:
        found = authoring.find_job(unit, job_id=job.id, actor=lea)
    assert (found.status, found.error_code) == ("failed", "analysis-crashed")


def test_a_second_analysis_gets_the_article(scene: Scene, lea: Actor, queue: list[str]) -> None:
    set_id = scene.analysed(lea)
    work = _claim(scene, _start(scene, set_id, lea, queue))
    assert work is not None
    assert work.draft is None
    assert work.article is not None
    assert work.article.id == set_id


def test_a_job_is_its_owner_s(scene: Scene, job: authoring.Job) -> None:
    other = scene.teacher("bob@example.org")
    with pytest.raises(QuizappError) as error, scene.database.unit(write=False) as unit:
        authoring.find_job(unit, job_id=job.id, actor=other)
    assert error.value.code == "not-found"


def _start(scene: Scene, set_id: str, actor: Actor, queue: list[str]) -> authoring.Job:
    with scene.database.unit() as unit:
        return authoring.start_analysis(
            unit, set_id=set_id, actor=actor, now=scene.now, enqueue=queue.append
        )


def _claim(scene: Scene, job: authoring.Job) -> Work | None:
    with scene.database.unit() as unit:
        return analysing.claim_job(unit, job_id=job.id, now=scene.now)


def _store(scene: Scene, work: Work) -> bool:
    article = factories.article().model_copy(update={"id": work.set_id})
    with scene.database.unit() as unit:
        return authoring.store_analysis(
            unit,
            job_id=work.job_id,
            claim=work.claim,
            study_set=factories.study_set(article=article),
            now=scene.now,
        )


def _lost(scene: Scene) -> list[str]:
    with scene.database.unit() as unit:
        return analysing.requeue_lost(unit, now=scene.now)
