"""What was acknowledged is kept, whatever happens to the process."""

import subprocess
import sys

from sqlalchemy import select

from quizapp.jobs import ROOT
from quizapp.store.tables import ResponseRow
from tests.unit.services.scene import Scene


def test_a_killed_process_loses_no_acknowledged_answer(scene: Scene, database_url: str) -> None:
    set_id, learner = scene.library(), scene.guest()
    module = [sys.executable, "-m", "tests.unit.services.answering_process"]
    process = subprocess.Popen(
        [*module, database_url, str(learner.user_id), set_id],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as acknowledged:
        first = [acknowledged.readline() for _ in range(12)]
        process.kill()
        rest = acknowledged.readlines()
    process.wait()
    told = {line.strip() for line in (*first, *rest) if line.endswith("\n")}
    assert len(told) >= 12
    with scene.database.unit(write=False) as unit:
        assert told <= set(unit.session.scalars(select(ResponseRow.client_id)))
