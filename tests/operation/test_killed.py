"""The site as it is served: killed, stopped, started again."""

import http.client
import os
import signal
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from quizapp.store import Database
from quizapp.store.tables import ResponseRow
from tests import factories
from tests.browser.servers import RunningSite, served
from tests.operation.person import Person, answer_form, question_id
from tests.operation.processes import alive, family, wait_until
from tests.sites import open_database
from tests.web.test_taking import RIGHT

SET = f"/articles/{factories.SET_ID}"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(tmp_path, study_sets=[factories.study_set()])


class Learner:
    """Answers one question after another and notes what was acknowledged."""

    def __init__(self, site: RunningSite) -> None:
        self.person = Person(site.url)
        self.page = self.person.send(f"{SET}/quiz")
        self.attempt = self.person.at
        self.acknowledged: list[str] = []

    def answer(self) -> None:
        form, hidden = answer_form(self.page)
        given = RIGHT[question_id(self.page)]
        feedback = self.person.send(form.action, [*hidden, *given])
        assert question_id(self.page) in feedback
        self.acknowledged.append(dict(hidden)["client_id"])
        self.page = self.person.read(self.attempt)

    def answer_until_the_site_is_gone(self) -> None:
        while True:
            try:
                self.answer()
            except (OSError, http.client.HTTPException, StopIteration):
                return


def processes(site: RunningSite) -> dict[str, list[int]]:
    """Ids by role: the two web processes (master first) and the worker."""
    found: dict[str, list[int]] = {"web": [], "worker": []}
    for pid, command in family(site.process.pid).items():
        if "gunicorn" in command:
            found["web"].append(pid)
        elif command.endswith("flask worker"):
            found["worker"].append(pid)
    return found


def kept(database: Database) -> set[str]:
    with database.unit(write=False) as unit:
        return set(unit.session.scalars(select(ResponseRow.client_id)))


def test_killed_web_processes_lose_no_answer(database: Database, tmp_path: Path) -> None:
    with served(tmp_path) as site:
        learner = Learner(site)
        for _ in range(2):
            learner.answer()
        master, serving = processes(site)["web"]
        os.kill(serving, signal.SIGKILL)
        wait_until(lambda: serving not in alive({serving}))
        wait_until(lambda: len(processes(site)["web"]) == 2)
        for _ in range(2):
            learner.answer()
        everybody = set(family(site.process.pid))
        before = len(learner.acknowledged)
        thread = threading.Thread(target=learner.answer_until_the_site_is_gone)
        thread.start()
        wait_until(lambda: len(learner.acknowledged) > before)
        os.kill(master, signal.SIGKILL)
        thread.join()
        assert site.process.wait(30) == 2
        wait_until(lambda: not alive(everybody))
        assert "Error: the web process ended by itself" in site.log.read_text(encoding="utf-8")
    assert set(learner.acknowledged) <= kept(database)
    with served(tmp_path) as site:
        learner.person.url = site.url
        page = learner.person.read(urlsplit(learner.attempt).path)
        answered = len(kept(database))
        assert answered in (len(learner.acknowledged), len(learner.acknowledged) + 1)
        assert question_id(page) == factories.questions()[answered].id
        stop(site, signal.SIGINT)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_every_process(
    database: Database, tmp_path: Path, number: signal.Signals
) -> None:
    with served(tmp_path) as site:
        stop(site, number)


def stop(site: RunningSite, number: signal.Signals) -> None:
    """Master, server and worker all go, and the site says so."""
    everybody = set(family(site.process.pid))
    assert list(map(len, processes(site).values())) == [2, 1]
    site.process.send_signal(number)
    assert site.process.wait(30) == 0
    wait_until(lambda: not alive(everybody))
    assert site.log.read_text(encoding="utf-8").rstrip().endswith("quizapp: stopped")
