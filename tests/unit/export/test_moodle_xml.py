"""Moodle XML, parsed back."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from quizapp.export import moodle_xml
from quizapp.model import Choice, StudySet
from tests import factories


def _questions(study_set: StudySet) -> list[etree._Element]:
    root = etree.fromstring(moodle_xml.render(study_set).encode())
    return [q for q in root.iterfind("question") if q.get("type") != "category"]


def _only(question: object) -> etree._Element:
    (found,) = _questions(factories.study_set(questions=(question,)))
    return found


def _answers(question: etree._Element) -> list[tuple[str, float]]:
    return [
        (html.unescape(answer.findtext("text") or ""), float(answer.get("fraction") or 0))
        for answer in question.iterfind("answer")
    ]


def test_every_kind_has_its_moodle_type_and_a_map_is_reported() -> None:
    study_set = factories.study_set()
    assert [question.get("type") for question in _questions(study_set)] == [
        "multichoice",
        "multichoice",
        "truefalse",
        "shortanswer",
        "numerical",
        "cloze",
        "matching",
        "matching",
    ]
    assert [left.key for left in moodle_xml.left_out(study_set)] == [f"{study_set.id}/q-carte"]


def test_the_questions_stand_in_a_category_of_their_own() -> None:
    root = etree.fromstring(moodle_xml.render(factories.study_set()).encode())
    assert root.findtext("question/category/text") == f"$course$/top/quizapp/{factories.TITLE}"


def test_options_keep_their_order_key_and_rationales() -> None:
    found = _only(factories.multiple_choice())
    assert _answers(found) == [("à Oslo", 0), ("à Dakar", 100), ("à Saint-Louis", 0)]
    assert found.findtext("single") == "true"
    assert found.findtext("shuffleanswers") == "false"
    assert found.findtext("answer/feedback/text") == "L’article ne dit pas à Oslo."
    assert factories.SIGNED in (found.findtext("generalfeedback/text") or "")


def test_fractions_are_those_that_moodle_knows() -> None:
    question = factories.multiple_response(
        choices=tuple(
            Choice(id=letter, text=letter, correct=letter in "abc") for letter in "abcdef"
        ),
        answer=("a", "b", "c"),
    )
    assert {share for _, share in _answers(_only(question))} == {33.33333, -33.33333}


def test_more_options_than_moodle_can_weigh_are_reported() -> None:
    letters = "abcdefghijklm"
    question = factories.multiple_response(
        choices=tuple(Choice(id=letter, text=letter, correct=letter == "a") for letter in letters),
        answer=("a",),
    )
    study_set = factories.study_set(questions=(question,))
    assert _questions(study_set) == []
    assert "options" in moodle_xml.left_out(study_set)[0].reason


def test_true_and_false() -> None:
    assert _answers(_only(factories.true_false())) == [("true", 0), ("false", 100)]


def test_a_number_is_exact() -> None:
    found = _only(factories.numeric())
    assert _answers(found) == [("1500", 100)]
    assert found.findtext("answer/tolerance") == "0"


def test_a_star_is_a_star() -> None:
    found = _only(factories.short_answer(answer="5*", accepted=()))
    assert _answers(found) == [(r"5\*", 100)]


def test_gaps_stand_in_their_sentence() -> None:
    found = _only(factories.cloze())
    assert found.findtext("questiontext/text") == (
        "L’accord autorise douze {1:SHORTANSWER:=chalutiers~=bateaux} norvégiens à travailler "
        "pendant cinq {1:SHORTANSWER:=ans}."
    )


def test_pairs_and_the_wrong_right_hand_sides() -> None:
    question = factories.matching(
        choices=(*factories.matching().choices, Choice(id="d", text="mai 1968", correct=False))
    )
    pairs = [
        (sub.findtext("text") or "", sub.findtext("answer/text"))
        for sub in _only(question).iterfind("subquestion")
    ]
    assert pairs == [*question.answer, ("", "mai 1968")]


_CLOZE = re.compile(r"\{1:SHORTANSWER:=((?:[^\\}~#]|\\.)*)")


@given(st.text(max_size=40), st.text(st.sampled_from('}#~/"\\&<>{=:*a '), max_size=20))
def test_any_text_is_read_back(text: str, key: str) -> None:
    prompt, answer = f"a{text}", f"b{key}"
    readable = "".join(c for c in prompt if _is_allowed(c)).replace("\r", "\n")
    found = _only(factories.short_answer(prompt=prompt, answer=answer, accepted=()))
    written = found.findtext("questiontext/text") or ""
    assert html.unescape(written).replace("\r", "\n") == html.unescape(html.escape(readable))
    gap = _only(factories.cloze(prompt="Oslo _____.", answer=((answer,),)))
    match = _CLOZE.search(gap.findtext("questiontext/text") or "")
    assert match is not None
    unescaped = html.unescape(re.sub(r"\\(.)", r"\1", match[1]))
    assert unescaped.replace(r"\*", "*") == answer


def _is_allowed(character: str) -> bool:
    code = ord(character)
    return (code in (9, 10) or 0x20 <= code <= 0x7E or code >= 0xA0) and code not in (
        0xFFFE,
        0xFFFF,
    )
