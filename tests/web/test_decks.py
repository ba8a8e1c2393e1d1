"""Taking a set away: Anki, Moodle, paper, maps."""

import html
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest

from quizapp.services import accounts
from quizapp.store import Database
from tests import factories
from tests.web.visitor import Visitor

SET = f"/articles/{factories.SET_ID}"


@pytest.fixture
def teacher(visitors: Callable[[], Visitor], database: Database) -> Visitor:
    """Somebody who redeemed an invitation."""
    someone = visitors()
    someone.sign_up("prof@example.org")
    with database.unit() as unit:
        token = accounts.invite_teacher(unit, actor=None, now=datetime.now(UTC))
    someone.send(f"/invitations/{token}")
    return someone


def test_all_parts_are_chosen_at_first(visitor: Visitor) -> None:
    page = visitor.read(f"{SET}/deck")
    assert page.count("checked") == 3
    assert "sandbox=" in page


def test_chosen_parts_stay_chosen_and_are_previewed(visitor: Visitor) -> None:
    page = visitor.read(f"{SET}/deck?parts=vocabulary")
    assert page.count("checked") == 1
    assert f'src="{SET}/deck/cards?parts=vocabulary"' in page


def test_the_preview_shows_cards_of_the_part(visitor: Visitor) -> None:
    page = html.unescape(visitor.read(f"{SET}/deck/cards?parts=vocabulary"))
    assert "chalutier" in page
    assert "trawler" in page
    assert "Oslo ?" not in page


def test_the_preview_says_what_the_deck_holds_and_follows_the_theme(visitor: Visitor) -> None:
    page = visitor.read(f"{SET}/deck/cards?parts=vocabulary&parts=questions")
    assert re.search(r">\d+ cards, \d+ kB<", page)
    assert re.search(r"Questions <b>[1-9]", page)
    assert "Countries" not in page
    assert 'class="card follows"' in page
    css = visitor.read("/anki-card.css")
    assert css.count("#15171b") == 2
    visitor.client.set_cookie("theme", "dark")
    page = visitor.read(f"{SET}/deck/cards?parts=vocabulary")
    assert 'class="card nightMode"' in page


def test_images_of_the_preview_need_no_other_request(visitor: Visitor) -> None:
    page = visitor.read(f"{SET}/deck/cards?parts=geopolitics")
    sources = re.findall(r'<img[^>]*src="([^"]+)"', page)
    assert sources
    assert all(source.startswith("data:image/") for source in sources)


@pytest.mark.parametrize("query", ["", "?parts=everything", "?parts=vocabulary&parts=x"])
@pytest.mark.parametrize("page", ["deck.apkg", "deck/cards"])
def test_unknown_parts_are_a_clear_error(visitor: Visitor, page: str, query: str) -> None:
    assert "at least one part" in visitor.read(f"{SET}/{page}{query}", status=400)


def test_the_deck_is_an_anki_package(visitor: Visitor) -> None:
    response = visitor.client.get(f"{SET}/deck.apkg?parts=vocabulary&parts=questions")
    assert (
        response.headers["Content-Disposition"] == f"attachment; filename={factories.SET_ID}.apkg"
    )
    with zipfile.ZipFile(BytesIO(response.data)) as package:
        assert "media" in package.namelist()
        assert any(name.startswith("collection.anki2") for name in package.namelist())


@pytest.mark.parametrize("page", ["questions.gift", "questions.xml", "paper"])
def test_keys_are_for_teachers(visitor: Visitor, page: str) -> None:
    visitor.sign_up("lina@example.org")
    response = visitor.client.get(f"{SET}/{page}")
    assert response.status_code in (403, 404)
    assert "Awa Diallo" not in response.get_data(as_text=True)
    assert f"{SET}/{page}" not in visitor.read(f"{SET}/deck") + visitor.read(SET)


def test_a_teacher_takes_a_gift_file(teacher: Visitor) -> None:
    response = teacher.client.get(f"{SET}/questions.gift")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert re.search(r"=\S*\s?à Dakar", response.get_data(as_text=True))


def test_a_teacher_takes_a_moodle_file(teacher: Visitor) -> None:
    root = ElementTree.fromstring(teacher.client.get(f"{SET}/questions.xml").data)  # noqa: S314
    assert root.tag == "quiz"
    assert len(root.findall("question")) > 5


def test_a_teacher_prints_text_questions_and_key(teacher: Visitor) -> None:
    page = html.unescape(teacher.read(f"{SET}/paper"))
    questions, key = page.index("<h2>Questions</h2>"), page.index("<h2>Corrigé</h2>")
    assert factories.PAID in page[:questions]
    assert "Rangez ces événements" in page[questions:key]
    assert factories.numeric().key_text in page[key:]
    assert factories.cloze().prompt not in page


def test_a_quiz_is_taken_to_class(teacher: Visitor, visitor: Visitor) -> None:
    """Its own questions only, in its order, on paper and in both formats."""
    picked = [factories.numeric(), factories.map_question()]
    sent = teacher.post(
        f"/desk/{factories.SET_ID}/quizzes",
        {"title": "Deux questions", "pick": [question.id for question in picked]},
    )
    page = html.unescape(teacher.read(sent.headers["Location"]))
    addresses = re.findall(r'href="(/quizzes/\d+/[\w.]+)"', page)
    assert [address.rpartition("/")[2] for address in addresses] == [
        "paper",
        "questions.xml",
        "questions.gift",
    ]
    assert page.count("leaves out 1 question") == 2
    paper, xml, gift = (html.unescape(teacher.read(address)) for address in addresses)
    assert paper.count('class="paper-question"') == 2
    assert paper.index(picked[0].prompt) < paper.index(picked[1].prompt)
    assert xml.count('<question type="numerical"') == 1
    assert picked[0].prompt in gift
    for address in addresses:
        assert visitor.get(address).status_code in (401, 403, 404)


def test_a_country_has_a_map_in_both_lights(visitor: Visitor) -> None:
    light = visitor.client.get("/countries/SEN/map.svg")
    dark = visitor.client.get("/countries/SEN/map.svg?dark=1")
    assert light.mimetype == dark.mimetype == "image/svg+xml"
    assert light.data.startswith(b"<svg")
    assert light.data != dark.data
    assert "default-src 'none'" in light.headers["Content-Security-Policy"]


def test_an_unknown_country_has_no_map(visitor: Visitor) -> None:
    assert visitor.client.get("/countries/XXX/map.svg").status_code == 404
    assert visitor.client.get("/countries/awa-diallo/map.svg").status_code == 404
