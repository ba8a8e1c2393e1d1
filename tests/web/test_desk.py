"""The teacher's desk, from a pasted text to a quiz."""

import io
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.model import StudySet
from quizapp.services import analysing, authoring
from quizapp.store import Database
from tests import factories
from tests.web.people import somebody
from tests.web.visitor import Visitor


@pytest.fixture
def teacher(app: Flask) -> Visitor:
    return somebody(app, role="teacher")


def proposed() -> StudySet:
    """What an analysis finds: everything is still to be decided."""
    found = factories.study_set()
    facts = [f.model_copy(update={"status": "proposed", "confidence": 0.7}) for f in found.facts]
    questions = [q.model_copy(update={"status": "proposed"}) for q in found.questions]
    return found.model_copy(update={"facts": tuple(facts), "questions": tuple(questions)})


def analysed(teacher: Visitor, database: Database) -> str:
    """A pasted article whose analysis is done; its set id."""
    kept = teacher.post("/desk/new/text", {"title": "Essai", "text": factories.TEXT})
    address = kept.headers["Location"]
    started = teacher.post(address, {"title": "Essai", "text": factories.TEXT, "analyse": "1"})
    job_id = started.headers["Location"].rsplit("/", 1)[1]
    set_id = address.split("/")[2]
    found = proposed()
    article = found.article.model_copy(update={"id": set_id})
    with database.unit() as unit:
        now = datetime.now(UTC)
        work = analysing.claim_job(unit, job_id=job_id, now=now)
        assert work is not None
        assert authoring.store_analysis(
            unit,
            job_id=job_id,
            claim=work.claim,
            study_set=found.model_copy(update={"article": article}),
            now=now,
        )
    return set_id


def test_an_empty_desk_says_what_to_do(teacher: Visitor) -> None:
    page = teacher.read("/desk/")
    assert 'href="/desk/new"' in page


@pytest.mark.parametrize("path", ["/desk/", "/desk/new"])
def test_the_desk_is_for_teachers(app: Flask, path: str) -> None:
    assert somebody(app).get(path).status_code == 403


def test_a_pasted_text_is_shown_before_anything_is_analysed(teacher: Visitor) -> None:
    page = teacher.follow(
        "/desk/new/text",
        {
            "title": "Essai",
            "text": f"{factories.TEXT}\n\nÀ lire également : autre chose",
            "published_on": "2024-06-18",
        },
    )
    assert "À lire également" in page
    assert 'value="2024-06-18"' in page


@pytest.mark.parametrize(
    ("text", "status"),
    [("   ", 400), ("The quick brown fox jumps over the lazy dog. " * 40, 400)],
)
def test_what_is_no_french_text_is_refused_and_nothing_is_kept(
    teacher: Visitor, text: str, status: int
) -> None:
    answer = teacher.post("/desk/new/text", {"text": text})
    assert answer.status_code == status
    assert 'href="/desk/new"' in teacher.read("/desk/")


def test_a_file_that_is_no_text_is_refused(teacher: Visitor) -> None:
    answer = teacher.post(
        "/desk/new/file", {"file": (io.BytesIO(bytes(range(256)) * 20), "photo.jpg")}
    )
    assert answer.status_code in (400, 415)
    assert "flash-error" in answer.get_data(as_text=True)


def test_an_address_inside_the_network_is_refused(teacher: Visitor) -> None:
    answer = teacher.post("/desk/new/address", {"url": "http://169.254.169.254/latest/meta-data"})
    assert answer.status_code == 400
    assert "flash-error" in answer.get_data(as_text=True)


def test_a_finished_analysis_opens_the_workbench(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    page = teacher.read(f"/desk/{set_id}")
    for question in factories.questions():
        assert f'id="item-{question.id}"' in page


def test_approving_a_question_can_be_undone(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    question_id = factories.multiple_choice().id
    approved = teacher.follow(f"/desk/{set_id}/questions/{question_id}/approve")
    assert "proposal-accepted" in approved
    undone = teacher.follow(f"/desk/{set_id}/undo")
    questions = undone.partition('id="facts-title"')[0]
    assert "proposal-accepted" not in questions


def test_nobody_else_can_open_or_change_a_draft(
    app: Flask, teacher: Visitor, database: Database
) -> None:
    set_id = analysed(teacher, database)
    other = somebody(app, role="teacher", name="Une Autre")
    question_id = factories.multiple_choice().id
    assert other.get(f"/desk/{set_id}").status_code == 404
    assert other.post(f"/desk/{set_id}/questions/{question_id}/approve").status_code == 404
    assert other.post(f"/desk/{set_id}/delete").status_code == 404
    assert teacher.get(f"/desk/{set_id}").status_code == 200


def test_a_public_set_needs_a_licence(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    teacher.post(f"/desk/{set_id}/questions/{factories.multiple_choice().id}/approve")
    assert teacher.post(f"/desk/{set_id}/status", {"status": "public"}).status_code == 400
    saved = teacher.post(f"/desk/{set_id}/status", {"status": "public", "licence": "CC BY 4.0"})
    assert saved.status_code == 302


def test_a_malformed_clause_says_where(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    fact_id = factories.facts()[0].id
    answer = teacher.post(f"/desk/{set_id}/facts/{fact_id}", {"clause": "[subject Le Sénégal"})
    assert answer.status_code == 400
    assert "column 1" in answer.get_data(as_text=True)


def test_a_question_of_ones_own_is_asked(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    page = teacher.follow(
        f"/desk/{set_id}/questions/new",
        {
            "kind": "short_answer",
            "prompt": "Quelle ville accueille la cérémonie de signature ?",
            "answer": "Dakar",
            "level": "A2",
            "skill": "détaillée",
        },
    )
    assert "Quelle ville accueille la cérémonie" in page


def test_an_incomplete_question_is_shown_again(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    answer = teacher.post(
        f"/desk/{set_id}/questions/new",
        {"kind": "multiple_choice", "prompt": "Où est-ce ?", "choice": "Ici"},
    )
    assert answer.status_code == 400
    assert "Où est-ce ?" in answer.get_data(as_text=True)


def test_evidence_has_to_stand_in_the_article(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    answer = teacher.post(
        f"/desk/{set_id}/questions/new",
        {
            "kind": "short_answer",
            "prompt": "Qui ?",
            "answer": "Personne",
            "evidence": "Ces mots ne sont pas dans le texte.",
        },
    )
    assert answer.status_code == 400


def test_picks_keep_the_order_that_was_typed(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    first, second = (question.id for question in factories.questions()[:2])
    for question_id in (first, second):
        teacher.post(f"/desk/{set_id}/questions/{question_id}/approve")
    page = teacher.follow(
        f"/desk/{set_id}/quizzes",
        {
            "title": "Deux questions",
            "pick": [first, second],
            f"place-{first}": "2",
            f"place-{second}": "1",
        },
    )
    assert page.index(f'value="{second}"') < page.index(f'value="{first}"')


def test_a_deleted_article_is_gone(teacher: Visitor, database: Database) -> None:
    set_id = analysed(teacher, database)
    teacher.follow(f"/desk/{set_id}/delete")
    assert teacher.get(f"/desk/{set_id}").status_code == 404
