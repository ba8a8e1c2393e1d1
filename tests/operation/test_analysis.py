"""An analysis whose worker is killed; what the site weighs; what its web process never loads."""

import os
import re
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.store import Database
from quizapp.store.tables import ArticleRow, FactRow, JobRow, QuestionRow
from tests import factories
from tests.browser.servers import served
from tests.operation.person import Person, answer_form, question_id
from tests.operation.processes import family, libraries, memory_mb, wait_until
from tests.operation.test_killed import SET, processes
from tests.sites import ROOT, open_database
from tests.web.test_taking import WRONG
from tests.web.visitor import PASSWORD, forms

ARTICLE = (ROOT / "tests" / "browser" / "article.txt").read_text(encoding="utf-8")
MOST_MB = 1500
NEVER_IN_THE_WEB = {"spacy", "thinc", "fr_core_news_md", "fr_core_news_sm"}


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(tmp_path, study_sets=[factories.study_set()])


def teacher(url: str, invitation: str) -> Person:
    person = Person(url)
    account = [("email", "lea@example.org"), ("password", PASSWORD), ("submit", "1")]
    person.send("/register", account)
    person.send(invitation)
    return person


def start_analysis(person: Person) -> str:
    """Paste the article; the address of its job."""
    page = [("title", "À Dakar"), ("text", ARTICLE), ("published_on", "2025-03-14")]
    person.send("/desk/new/text", page)
    person.send(person.at, [*page, ("analyse", "1")])
    assert "/desk/jobs/" in person.at, person.at
    return person.at


def job(database: Database) -> JobRow:
    with database.unit(write=False) as unit:
        return unit.session.scalars(select(JobRow)).one()


def found(database: Database) -> Counter[str]:
    """How many facts and questions the new set has."""
    with database.unit(write=False) as unit:
        set_id = unit.session.scalars(
            select(ArticleRow.id).where(ArticleRow.owner_id.is_not(None))
        ).one()
        facts = unit.session.scalars(select(FactRow.id).where(FactRow.article_id == set_id)).all()
        questions = unit.session.scalars(
            select(QuestionRow.id).where(QuestionRow.article_id == set_id)
        ).all()
    assert len(set(facts)) == len(facts)
    assert len(set(questions)) == len(questions)
    return Counter(facts=len(facts), questions=len(questions))


def take_quiz(person: Person) -> None:
    """All wrong, to the results."""
    page = person.send(f"{SET}/quiz")
    attempt = person.at
    for _ in WRONG:
        form, hidden = answer_form(page)
        feedback = person.send(form.action, [*hidden, *WRONG[question_id(page)]])
        finish = [form for form in forms(feedback) if form.action.endswith("/finish")]
        page = person.send(finish[0].action) if finish else person.read(attempt)
    assert person.at.endswith("/results")


def view_everything(person: Person, desk: str) -> None:
    """The pages that people use most, each through the web process."""
    for path in (
        "/",
        SET,
        f"{SET}/words?form=accord",
        "/me",
        "/me/progress",
        "/sources",
        "/courses",
    ):
        assert person.get(path)
    take_quiz(person)
    card = re.search(r'href="(/review/\d+)"', person.read("/review"))
    assert card
    person.send(card[1], [("rating", "good")])
    for path in ("/desk/", desk, "/desk/new", f"{SET}/deck", f"{SET}/questions.xml"):
        assert person.get(path)
    assert person.get(f"{SET}/deck.apkg?parts=vocabulary&parts=questions").startswith(b"PK")


@pytest.mark.models
def test_an_analysis_outlives_its_worker_and_the_site_stays_light(
    database: Database, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with served(tmp_path) as site:
        person = teacher(site.url, site.invitation)
        address = start_analysis(person)
        wait_until(lambda: job(database).status == "running")
        worker = processes(site)["worker"][0]
        wait_until(lambda: "spacy" in libraries(worker))
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: processes(site)["worker"] not in ([], [worker]))
        assert (job(database).status, job(database).runs) == ("running", 1)
        assert "the worker was killed; another is started" in site.log.read_text(encoding="utf-8")
        wait_until(lambda: job(database).status not in ("queued", "running"), within=120)
        done = job(database)
        assert (done.status, done.runs, done.error_message) == ("done", 2, None)
        counts = found(database)
        assert counts["facts"] > 3
        assert counts["questions"] > 3
        person.read(re.sub(r"^https?://[^/]+", "", address))
        view_everything(person, re.sub(r"^https?://[^/]+", "", person.at))
        roles = processes(site)
        for pid in roles["web"]:
            assert libraries(pid) & NEVER_IN_THE_WEB == set()
        assert libraries(roles["worker"][0]) >= {"spacy", "thinc"}
        weight = memory_mb(set(family(site.process.pid)))
        record_property("pss_mb", round(sum(weight.values())))
        assert sum(weight.values()) < MOST_MB
        assert found(database) == counts
