"""Library, article, words, sources: reading needs no account and no JavaScript."""

import html
import re

from sqlalchemy import text

from quizapp.services import reviewing
from quizapp.services.access import Actor
from quizapp.store import Database
from tests import factories
from tests.web.visitor import Visitor

SET = f"/articles/{factories.SET_ID}"


def plain(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_the_front_page_names_the_article_its_level_and_its_length(visitor: Visitor) -> None:
    page = plain(visitor.read("/"))
    assert factories.TITLE in page
    assert "9 questions" in page
    assert "1 minute" in page


def test_an_empty_library_says_what_to_do(visitor: Visitor, database: Database) -> None:
    with database.unit() as unit:
        unit.session.execute(text("UPDATE article SET status = 'draft'"))
    assert "No article is public yet" in visitor.read("/")


def test_the_article_reads_as_it_was_written(visitor: Visitor) -> None:
    page = visitor.read(SET)
    blocks = re.findall(r'<(?:p|h2) data-start="(\d+)">(.*?)</(?:p|h2)>', page, re.DOTALL)
    assert blocks
    for start, block in blocks:
        text = plain(block)
        assert factories.TEXT[int(start) : int(start) + len(text)] == text
    assert sum(len(plain(block)) for _, block in blocks) == len(factories.TEXT.replace("\n\n", ""))


def test_a_fact_lights_its_evidence_without_javascript(visitor: Visitor) -> None:
    page = visitor.read(f"{SET}?fact=fact-norvege-verse")
    lit = "".join(plain(piece) for piece in re.findall(r"<mark data-marks.*?</mark>", page))
    assert lit == factories.PAID


def test_dates_make_a_timeline(visitor: Visitor) -> None:
    page = visitor.read(SET)
    told = re.findall(r'<time datetime="([^"]+)"', page)
    assert told == ["2022-03", "2023-01", "2024-06-18"]


def test_an_unknown_article_is_not_found(visitor: Visitor) -> None:
    assert "does not exist" in visitor.read("/articles/nulle-part", status=404)


def test_a_word_of_the_set_shows_its_own_meaning(visitor: Visitor) -> None:
    page = plain(visitor.read(f"{SET}/words?form=chalutiers"))
    assert "chalutier" in page
    assert "ʃa.ly.tje" in page
    assert "trawler" in page
    assert "masculine" in page


def test_any_inflected_word_is_looked_up(visitor: Visitor) -> None:
    page = plain(visitor.read(f"{SET}/words?form=travailler"))
    assert "travailler" in page
    assert "verb" in page


def test_a_word_that_nobody_knows_says_so(visitor: Visitor) -> None:
    assert "not in the dictionary" in visitor.read(f"{SET}/words?form=xyzzyq")


def test_a_tap_gets_a_fragment_only(visitor: Visitor) -> None:
    page = visitor.read(f"{SET}/words?form=chalutiers", headers={"HX-Request": "true"})
    assert "<html" not in page
    assert "chalutier" in page


def test_a_saved_word_keeps_the_sentence_of_the_tap(visitor: Visitor, database: Database) -> None:
    at = factories.TEXT.index("travailler")
    page = visitor.read(f"{SET}/words?form=travailler&at={at}")
    action = re.search(r'action="([^"]+/words/[^"/]+)"', page)
    assert action
    page = visitor.send(html.unescape(action[1]), {"form": "travailler", "at": str(at)})
    assert "In your list" in page
    assert "travailler" in visitor.read("/me/words")
    with database.unit(write=False) as unit:
        (saved,) = reviewing.saved_words(unit, actor=Actor(user_id=1, guest=True))
    assert saved.lexeme.sentence is not None
    assert saved.lexeme.sentence.text == factories.TRAWLERS


def test_a_saved_word_can_be_removed(visitor: Visitor) -> None:
    saved = f"{SET}/words/chalutier-noun-1"
    visitor.send(saved, {"form": "chalutiers"})
    assert "In your list" in visitor.read(f"{SET}/words?form=chalutiers")
    visitor.send(f"{saved}/forget", {"form": "chalutiers"})
    assert "In your list" not in visitor.read(f"{SET}/words?form=chalutiers")


def test_a_sense_that_the_word_does_not_have_is_not_saved(visitor: Visitor) -> None:
    response = visitor.post(f"{SET}/words/maison-noun-1", {"form": "chalutiers"})
    assert response.status_code == 404


def test_meanings_can_be_switched_off(visitor: Visitor) -> None:
    assert "data-words" in visitor.read(SET)
    page = visitor.send("/preferences", {"glosses": "off", "next": SET})
    assert "data-words" not in page
    assert "known-word" not in page


def test_every_source_is_named(visitor: Visitor) -> None:
    page = visitor.read("/sources")
    for source in ("Wiktionnaire", "wordfreq", "Literata", "Visionscarto", "CC BY-SA 4.0"):
        assert source in page


def test_health_is_plain(visitor: Visitor) -> None:
    assert visitor.read("/healthz") == "ok\n"
