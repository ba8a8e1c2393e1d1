"""Taking a quiz by forms alone: every kind, feedback, resuming, results, practising."""

import html
import re
from collections.abc import Callable

import pytest

from quizapp.store import Database
from tests import factories
from tests.web.visitor import Visitor, forms

SET = f"/articles/{factories.SET_ID}"

RIGHT: dict[str, list[tuple[str, str]]] = {
    "q-lieu": [("choice", "b")],
    "q-signataires": [("choice", "a"), ("choice", "c")],
    "q-duree": [("choice", "faux")],
    "q-ministre": [("text", "awa diallo")],
    "q-emplois": [("text", "mille cinq cents")],
    "q-trous": [("gap", "chalutiers"), ("gap", "ans")],
    "q-dates": [
        pair
        for left, right in factories.matching().answer
        for pair in (("left", left), ("right", right))
    ],
    "q-ordre": [
        ("item", "l’accord est signé"),
        ("place", "3"),
        ("item", "les négociations commencent"),
        ("place", "1"),
        ("item", "les négociations sont suspendues"),
        ("place", "2"),
    ],
    "q-carte": [("country", "SEN")],
}
WRONG: dict[str, list[tuple[str, str]]] = {
    "q-lieu": [("choice", "a")],
    "q-signataires": [("choice", "b")],
    "q-duree": [("choice", "vrai")],
    "q-ministre": [("text", "Macky Sall")],
    "q-emplois": [("text", "12")],
    "q-trous": [("gap", "chats"), ("gap", "mois")],
    "q-dates": [
        ("left", "début des négociations"),
        ("right", "18 juin 2024"),
        ("left", "suspension des négociations"),
        ("right", "mars 2022"),
        ("left", "signature de l’accord"),
        ("right", "janvier 2023"),
    ],
    "q-ordre": [
        ("item", "l’accord est signé"),
        ("place", "1"),
        ("item", "les négociations commencent"),
        ("place", "3"),
        ("item", "les négociations sont suspendues"),
        ("place", "2"),
    ],
    "q-carte": [("country", "NOR")],
}


class Taker:
    """Somebody who goes through a quiz."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page = visitor.send(f"{SET}/quiz")

    @property
    def question_id(self) -> str:
        found = re.search(r'action="/attempts/\d+/questions/([^"/]+)"', self.page)
        assert found, "no question on this page"
        return found[1]

    def answer(self, given: list[tuple[str, str]]) -> str:
        """The feedback on it."""
        form = next(f for f in forms(self.page) if "/questions/" in f.action)
        hidden = [(n, v) for n, v in form.fields if n in ("client_id", "kind")]
        return self.visitor.send(form.action, [*hidden, *given])

    def go_on(self, feedback: str) -> None:
        onward = re.search(r'href="(/attempts/\d+)"', feedback)
        if onward:
            self.page = self.visitor.read(onward[1])
        else:
            finish = next(f for f in forms(feedback) if f.action.endswith("/finish"))
            self.page = self.visitor.send(finish.action)

    def take(self, answers: dict[str, list[tuple[str, str]]]) -> str:
        """All questions to the results page."""
        for _ in answers:
            self.go_on(self.answer(answers[self.question_id]))
        return self.page


@pytest.fixture
def taker(visitor: Visitor) -> Taker:
    return Taker(visitor)


def test_all_right_is_said_in_words(taker: Taker) -> None:
    page = taker.take(RIGHT)
    assert "Everything right!" in page
    assert "9 points of 9" in page
    assert "Nothing to review" in page


def test_what_was_missed_stands_with_its_evidence(taker: Taker) -> None:
    page = html.unescape(taker.take(WRONG | {"q-lieu": RIGHT["q-lieu"]}))
    assert page.count("Not quite") == 8
    assert f'<mark data-marks="">{factories.PAID}' not in page
    assert re.search(rf"<mark[^>]*>{re.escape(factories.TRAWLERS)}</mark>", page)


def test_feedback_tells_the_verdict_the_rationale_and_the_evidence(taker: Taker) -> None:
    assert taker.question_id == "q-lieu"
    page = html.unescape(taker.answer(WRONG["q-lieu"]))
    assert "Not quite" in page
    assert "L’article ne dit pas à Oslo." in page
    assert "right answer" in page
    assert re.search(rf"<mark[^>]*>{re.escape(factories.SIGNED)}</mark>", page)


def test_a_typed_answer_shows_how_it_is_written(taker: Taker) -> None:
    while taker.question_id != "q-ministre":
        taker.go_on(taker.answer(RIGHT[taker.question_id]))
    page = html.unescape(taker.answer([("text", "awa dialo")]))
    assert "Awa Diallo" in page


def test_no_page_before_the_answer_holds_the_key(taker: Taker) -> None:
    """Rationales, key texts and accepted forms never stand beside an open question, but for the
    words that are options or article anyway."""
    shown = {choice.text for q in factories.questions() for choice in q.choices}
    for _ in RIGHT:
        source = html.unescape(taker.page)
        question = next(q for q in factories.questions() if q.id == taker.question_id)
        passage = source.index('id="passage"')
        beside = source[:passage]
        for choice in question.choices:
            assert not choice.rationale or choice.rationale not in source
        if question.key_text not in shown and question.key_text not in question.prompt:
            assert question.kind == "map" or question.key_text not in beside
        assert not re.search(r"\bcorrect\b", beside)
        taker.go_on(taker.answer(RIGHT[question.id]))


def test_closing_the_tab_loses_nothing(taker: Taker) -> None:
    first = taker.question_id
    taker.answer(RIGHT[first])
    visitor = taker.visitor
    assert "1 of 9 answered" in visitor.read("/")
    resumed = Taker(visitor)
    assert resumed.question_id != first
    assert "Question 2 of 9" in resumed.page


def test_the_same_answer_sent_twice_is_one_answer(taker: Taker) -> None:
    once = taker.answer(RIGHT["q-lieu"])
    twice = taker.answer(RIGHT["q-lieu"])
    assert "Right" in once
    assert "1 of 9 answered" in twice


def test_an_empty_answer_is_refused_and_can_be_given_again(taker: Taker) -> None:
    form = next(f for f in forms(taker.page) if "/questions/" in f.action)
    hidden = {n: v for n, v in form.fields if n != "csrf_token"}
    refused = taker.visitor.post(form.action, hidden)
    assert refused.status_code == 400
    assert "Give an answer first" in refused.get_data(as_text=True)
    assert "Right" in taker.answer(RIGHT["q-lieu"])


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "no-such-kind", "choice": "a"},
        {"kind": "short_answer", "text": "à Dakar"},
        {"kind": "multiple_choice", "choice": "zzz"},
        {"kind": "ordering", "item": "x", "place": "7"},
    ],
)
def test_a_forged_answer_is_a_clear_error(taker: Taker, fields: dict[str, str]) -> None:
    form = next(f for f in forms(taker.page) if "/questions/" in f.action)
    sent = fields | {"client_id": form.values["client_id"]}
    assert taker.visitor.post(form.action, sent).status_code == 400


def test_an_attempt_is_nobody_elses(taker: Taker, visitors: Callable[[], Visitor]) -> None:
    other = visitors()
    other.send(f"{SET}/quiz")
    for path in ("/attempts/1", "/attempts/1/results", "/attempts/1/questions/q-lieu"):
        assert other.client.get(path).status_code in (403, 404)
    assert other.post("/attempts/1/finish").status_code in (403, 404)


def test_an_anonymous_visitor_sees_no_attempt(
    taker: Taker, visitors: Callable[[], Visitor]
) -> None:
    assert visitors().client.get("/attempts/1").status_code in (401, 403, 404)


def test_missed_questions_alone_can_be_practised(taker: Taker) -> None:
    taker.take(RIGHT | {"q-carte": WRONG["q-carte"]})
    page = taker.visitor.send(f"{SET}/quiz/missed")
    assert "Question 1 of 1" in page
    assert "q-carte" in page


def test_results_wait_for_the_last_answer(taker: Taker) -> None:
    taker.answer(RIGHT["q-lieu"])
    assert "Question 2 of 9" in taker.visitor.read("/attempts/1")


def test_a_question_can_be_flagged(taker: Taker, database: Database) -> None:
    feedback = taker.answer(WRONG["q-lieu"])
    form = next(f for f in forms(feedback) if f.action.endswith("/flag"))
    page = taker.visitor.send(form.action, {"reason": "unclear", "note": "Quel accord ?"})
    assert "the teacher will look at" in page
    assert taker.visitor.post(form.action, {"reason": "no-reason"}).status_code == 400


def test_missed_questions_come_back_as_reviews(taker: Taker) -> None:
    taker.take(RIGHT | {"q-lieu": WRONG["q-lieu"]})
    visitor = taker.visitor
    front = visitor.read("/review")
    assert "Show the answer" in front
    assert '<span class="count">1' in front
    assert "L’article dit" not in html.unescape(front)
    back = re.search(r'href="(/review/\d+)"', front)
    assert back
    turned = html.unescape(visitor.read(back[1]))
    assert "à Dakar" in turned
    assert turned.count('name="rating"') == 4
    done = visitor.send(back[1], {"rating": "good"})
    assert "Done for today" in done or "Show the answer" in done
    assert "Show the answer" in visitor.send("/review/undo")


def test_an_unknown_rating_is_refused(taker: Taker) -> None:
    taker.take(RIGHT | {"q-lieu": WRONG["q-lieu"]})
    assert taker.visitor.post("/review/1", {"rating": "perfect"}).status_code == 400


def test_reviews_of_nobody_say_what_to_do(visitor: Visitor) -> None:
    assert "Nothing to review yet" in visitor.read("/review")
    assert visitor.client.get("/review/1").status_code in (401, 403, 404)


def test_progress_shows_what_is_due_and_what_is_known(taker: Taker) -> None:
    taker.take(RIGHT | {"q-lieu": WRONG["q-lieu"]})
    assert "1 new card waits" in taker.visitor.read("/me/progress")
    taker.visitor.send("/review/1", {"rating": "good"})
    page = taker.visitor.read("/me/progress")
    assert "1 card in the next 30 days" in page
    assert "8 of 9 right" in page
