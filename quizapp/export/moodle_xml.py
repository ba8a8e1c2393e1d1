"""Moodle XML: the full form of Moodle's question bank."""

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizapp.export.left_out import LeftOut
from quizapp.export.moodle import (
    Answer,
    Gaps,
    Item,
    Number,
    Pairs,
    Selection,
    Truth,
    Typed,
    asked,
    items,
)
from quizapp.model import GAP, Question, StudySet

_FORBIDDEN = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLOZE_SPECIAL = re.compile(r"([}#~/\"\\])")
_TYPES: dict[type, str] = {
    Selection: "multichoice",
    Truth: "truefalse",
    Typed: "shortanswer",
    Number: "numerical",
    Gaps: "cloze",
    Pairs: "matching",
}


def render(study_set: StudySet, questions: Sequence[Question] | None = None) -> str:
    """These questions (by default all that nobody rejected) as a Moodle XML file."""
    chosen = asked(study_set) if questions is None else questions
    quiz = Element("quiz")
    category = SubElement(SubElement(quiz, "question", type="category"), "category")
    title = " ".join(study_set.article.title.split()).replace("/", "//")
    _text(category, f"$course$/top/quizapp/{title}")
    for item in items(study_set, chosen)[0]:
        _question(quiz, item)
    indent(quiz)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(quiz, encoding="unicode")}\n'


def left_out(
    study_set: StudySet, questions: Sequence[Question] | None = None
) -> tuple[LeftOut, ...]:
    """The questions that `render` leaves out, and why."""
    return items(study_set, asked(study_set) if questions is None else questions)[1]


def _question(quiz: Element, item: Item) -> None:
    question = SubElement(quiz, "question", type=_TYPES[type(item.answer)])
    _text(SubElement(question, "name"), item.name)
    _html(question, "questiontext", _prompt(item))
    _html(question, "generalfeedback", _escaped(item.passage))
    SubElement(question, "defaultgrade").text = "1"
    _answers(question, item.answer)


def _prompt(item: Item) -> str:
    prompt = _escaped(item.prompt)
    if not isinstance(item.answer, Gaps):
        return prompt
    for accepted in item.answer.accepted:
        keys = "~".join(f"={_cloze_escaped(text)}" for text in accepted)
        prompt = prompt.replace(GAP, f"{{1:SHORTANSWER:{keys}}}", 1)
    return prompt


def _answers(question: Element, answer: Answer) -> None:
    match answer:
        case Selection():
            SubElement(question, "single").text = str(answer.single).lower()
            SubElement(question, "shuffleanswers").text = "false"
            SubElement(question, "answernumbering").text = "abc"
            for option in answer.options:
                _answer(question, option.percent, _escaped(option.text), option.feedback)
        case Truth():
            for value in (True, False):
                percent = 100 if value is answer.right else 0
                _answer(question, percent, str(value).lower(), answer.feedback)
        case Typed():
            SubElement(question, "usecase").text = "0"
            for text in answer.accepted:
                _answer(question, 100, text.replace("*", r"\*"), form="moodle_auto_format")
        case Number():
            node = _answer(question, 100, f"{answer.value:.15g}", form="moodle_auto_format")
            SubElement(node, "tolerance").text = "0"
        case Pairs():
            SubElement(question, "shuffleanswers").text = "true"
            for left, right in answer.pairs:
                node = _html(question, "subquestion", _escaped(left))
                _text(SubElement(node, "answer"), right)


def _answer(
    question: Element, percent: float, text: str, feedback: str = "", form: str = "html"
) -> Element:
    node = SubElement(question, "answer", fraction=f"{percent:.7g}", format=form)
    _text(node, text)
    _html(node, "feedback", _escaped(feedback))
    return node


def _html(parent: Element, tag: str, text: str) -> Element:
    node = SubElement(parent, tag, format="html")
    _text(node, text)
    return node


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = _FORBIDDEN.sub("", text)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _cloze_escaped(text: str) -> str:
    return _CLOZE_SPECIAL.sub(r"\\\1", _escaped(text.replace("*", r"\*")))
