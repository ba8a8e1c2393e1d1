"""A worker that is killed in the middle of a real analysis."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.jobs import ROOT
from quizapp.jobs.queue import Queue
from quizapp.services import authoring
from quizapp.services.access import Actor
from quizapp.store.tables import JobRow
from tests import factories
from tests.unit.services.scene import Scene

_WITHIN = 240


@contextmanager
def worker(url: str, queue: Path) -> Iterator["subprocess.Popen[bytes]"]:
    module = [sys.executable, "-m", "tests.unit.jobs.worker_process"]
    process = subprocess.Popen([*module, url, str(queue)], cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until(process: "subprocess.Popen[bytes]", condition: Callable[[], bool]) -> None:
    """Look again every tenth of a second, as long as the process lives."""
    deadline = time.monotonic() + _WITHIN
    while not condition():
        assert time.monotonic() < deadline
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"the worker ended by itself ({process.returncode})")


@pytest.mark.models
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_killed_worker_s_analysis_is_done_by_the_next(
    scene: Scene, database_url: str, tmp_path: Path
) -> None:
    queue = tmp_path / "queue.sqlite"
    lea = scene.teacher()
    set_id = scene.draft(lea, text="\n\n".join([factories.TEXT] * 12))
    with scene.database.unit() as unit:
        job = authoring.start_analysis(
            unit, set_id=set_id, actor=lea, now=scene.now, enqueue=Queue.in_file(queue).put
        )

    def row() -> JobRow:
        with scene.database.unit(write=False) as unit:
            return unit.session.get_one(JobRow, job.id)

    with worker(database_url, queue) as first:
        wait_until(first, lambda: row().step not in ("queued", "read"))
        first.kill()
        first.wait()
    assert row().status == "running"
    with worker(database_url, queue) as second:
        wait_until(second, lambda: row().status not in ("queued", "running"))
        assert (row().status, row().error_message) == ("done", None)
        assert row().runs >= 2
        second.terminate()
        assert second.wait(_WITHIN) == 0
    assert _facts(scene, set_id, lea) > 0


def _facts(scene: Scene, set_id: str, actor: Actor) -> int:
    with scene.database.unit(write=False) as unit:
        return len(authoring.open_set(unit, set_id=set_id, actor=actor).study_set.facts)
