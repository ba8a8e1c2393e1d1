"""The worker, around any way of analysing."""

import logging
import re
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import redis

from quizapp.generate import Report
from quizapp.jobs.queue import Queue
from quizapp.jobs.worker import Worker
from quizapp.model import QuizappError, StudySet
from quizapp.services import analysing, authoring
from quizapp.services.access import Actor
from quizapp.services.analysing import Work
from quizapp.settings import Settings
from quizapp.store.tables import JobRow
from tests import factories
from tests.unit.services.scene import Scene

Analyse = Callable[[Work, Report], StudySet]


@pytest.fixture
def lea(scene: Scene) -> Actor:
    return scene.teacher()


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    return Queue.in_file(tmp_path / "queue.sqlite")


@pytest.fixture
def job_id(scene: Scene, lea: Actor) -> str:
    set_id = scene.draft(lea)
    with scene.database.unit() as unit:
        return authoring.start_analysis(
            unit, set_id=set_id, actor=lea, now=scene.now, enqueue=lambda _: None
        ).id


def found(work: Work, report: Report) -> StudySet:
    """What an analysis gives, for the study set that was claimed."""
    report("parse", 0.0)
    article = factories.article().model_copy(update={"id": work.set_id})
    return factories.study_set(article=article)


def job(scene: Scene, job_id: str, actor: Actor) -> authoring.Job:
    with scene.database.unit(write=False) as unit:
        return authoring.find_job(unit, job_id=job_id, actor=actor)


def do(scene: Scene, queue: Queue, job_id: str, analyse: Analyse) -> None:
    Worker(scene.database, queue=queue, analyse=analyse).do(job_id)


def test_a_job_is_done_and_kept(scene: Scene, lea: Actor, queue: Queue, job_id: str) -> None:
    do(scene, queue, job_id, found)
    done = job(scene, job_id, lea)
    assert (done.status, done.progress) == ("done", 1)
    with scene.database.unit(write=False) as unit:
        desk = authoring.open_set(unit, set_id=done.set_id, actor=lea)
    assert len(desk.study_set.questions) == 9


def test_a_job_is_done_once(scene: Scene, queue: Queue, job_id: str) -> None:
    calls: list[str] = []

    def counted(work: Work, report: Report) -> StudySet:
        calls.append(work.job_id)
        return found(work, report)

    for _ in range(2):
        do(scene, queue, job_id, counted)
    assert calls == [job_id]


def test_an_error_for_a_person_keeps_its_code(
    scene: Scene, lea: Actor, queue: Queue, job_id: str
) -> None:
    def refuse(work: Work, report: Report) -> StudySet:
        raise QuizappError("language-unknown", "this text is not French")

    do(scene, queue, job_id, refuse)
    failed = job(scene, job_id, lea)
    assert (failed.status, failed.error_code) == ("failed", "language-unknown")
    assert failed.error_message == "this text is not French"


def test_any_other_error_is_logged_and_ends_the_job(
    scene: Scene, lea: Actor, queue: Queue, job_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(work: Work, report: Report) -> StudySet:
        raise ZeroDivisionError("by zero")

    with caplog.at_level(logging.ERROR):
        do(scene, queue, job_id, break_down)
    failed = job(scene, job_id, lea)
    assert (failed.status, failed.error_code) == ("failed", "analysis-failed")
    assert failed.error_message is None
    assert "ZeroDivisionError" in caplog.text


def test_a_cancelled_job_stops_before_its_next_step(
    scene: Scene, lea: Actor, queue: Queue, job_id: str
) -> None:
    steps: list[str] = []

    def cancelled(work: Work, report: Report) -> StudySet:
        report("parse", 0.0)
        with scene.database.unit() as unit:
            authoring.cancel_job(unit, job_id=job_id, actor=lea, now=scene.now)
        steps.append("parse")
        report("facts", 0.4)
        steps.append("facts")
        return found(work, report)

    do(scene, queue, job_id, cancelled)
    assert steps == ["parse"]
    assert job(scene, job_id, lea).status == "cancelled"


def test_the_worker_beats_while_a_step_is_long(
    scene: Scene, queue: Queue, job_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.jobs.worker.BEAT_SECONDS", 0.01)
    beats: set[datetime | None] = set()
    tick = threading.Event()

    def slow(work: Work, report: Report) -> StudySet:
        while len(beats) < 4:
            with scene.database.unit(write=False) as unit:
                beats.add(unit.session.get_one(JobRow, job_id).heartbeat_at)
            tick.wait(0.01)
        return found(work, report)

    do(scene, queue, job_id, slow)
    assert len(beats) == 4


def test_the_worker_beats_on_after_an_error(
    scene: Scene,
    queue: Queue,
    job_id: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("quizapp.jobs.worker.BEAT_SECONDS", 0.01)
    beats: list[int] = []
    again = threading.Event()

    def unlucky(**_: object) -> None:
        beats.append(1)
        if len(beats) == 1:
            raise OSError("no database for a moment")
        again.set()

    def slow(work: Work, report: Report) -> StudySet:
        assert again.wait(30)
        return factories.study_set(
            article=factories.article().model_copy(update={"id": work.set_id})
        )

    monkeypatch.setattr("quizapp.services.analysing.beat", lambda unit, **k: unlucky(**k))
    do(scene, queue, job_id, slow)
    assert "no database for a moment" in caplog.text


def test_tidying_wakes_what_a_lost_worker_left(scene: Scene, queue: Queue, job_id: str) -> None:
    with scene.database.unit() as unit:
        assert analysing.claim_job(unit, job_id=job_id, now=scene.now) is not None
    worker = Worker(scene.database, queue=queue, analyse=found, stale_after=timedelta(0))
    worker.tidy()
    assert queue.size() == 1
    worker.tidy()
    assert queue.size() == 1


def test_another_process_sees_the_queue(tmp_path: Path) -> None:
    Queue.in_file(tmp_path / "deep" / "queue.sqlite").put("a-job")
    assert Queue.in_file(tmp_path / "deep" / "queue.sqlite").size() == 1


def test_settings_choose_the_queue(tmp_path: Path) -> None:
    settings = Settings.from_environ({}, root=tmp_path, serving=False)
    Queue.open(settings).put("a-job")
    assert (tmp_path / "instance" / "queue.sqlite").is_file()
    environ = {"QUIZAPP_REDIS_URL": "redis://127.0.0.1:1/0"}
    remote = Queue.open(Settings.from_environ(environ, root=tmp_path, serving=False))
    with pytest.raises(redis.ConnectionError, match=re.escape("127.0.0.1:1")):
        remote.put("a-job")
