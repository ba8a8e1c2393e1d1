"""`questions.yaml`: corrections and questions written by hand."""

from pathlib import Path

import pytest

from quizapp.model import MultipleChoice, Question, QuizappError
from quizapp.questions.curated import apply_overrides
from tests import factories


def applied(tmp_path: Path, text: str) -> dict[str, Question]:
    path = tmp_path / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    questions = apply_overrides(factories.questions(), path, factories.article(), factories.facts())
    return {question.id: question for question in questions}


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    composed = factories.questions()
    path = tmp_path / "questions.yaml"
    assert apply_overrides(composed, path, factories.article(), factories.facts()) == composed


def test_a_question_is_corrected(tmp_path: Path) -> None:
    question = applied(tmp_path, "- {id: q-lieu, prompt: 'Où est-ce fait ?', level: A2}")["q-lieu"]
    assert (question.prompt, question.level) == ("Où est-ce fait\u202f?", "A2")
    assert question.origin == "curated"
    assert question.key_text == "à Dakar"


def test_choices_are_replaced(tmp_path: Path) -> None:
    text = """
- id: q-lieu
  choices: [{text: à Thiès}, {text: à Dakar, correct: true}, {text: à Bergen, rationale: Non.}]
"""
    question = applied(tmp_path, text)["q-lieu"]
    assert isinstance(question, MultipleChoice)
    assert [choice.text for choice in question.choices] == ["à Thiès", "à Dakar", "à Bergen"]
    assert question.answer == "b"


def test_a_question_is_dropped(tmp_path: Path) -> None:
    assert "q-lieu" not in applied(tmp_path, "- {id: q-lieu, drop: true}")


def test_a_question_is_written(tmp_path: Path) -> None:
    text = """
- id: idee-principale
  kind: multiple_choice
  prompt: De quoi parle l’article ?
  skill: globale
  choices: [{text: d’un accord, correct: true}, {text: d’une guerre}]
  facts: [accord-signe]
"""
    questions = applied(tmp_path, text)
    assert next(iter(questions)) == "idee-principale"
    written = questions["idee-principale"]
    assert written.evidence == (factories.facts()[0].evidence,)
    assert (written.key_text, written.status, written.skill) == (
        "d’un accord", "accepted", "globale",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: q-rien}", r":1:4: no question is called 'q-rien'"),
        ("- {id: q-lieu, kind: numeric}", r":1:16: this question is a multiple_choice"),
        ("- {id: q-lieu}\n- {id: q-lieu}", r":2:4: the id 'q-lieu' is used twice"),
        ("- {id: q-lieu, evidence: [absent]}", r":1:16: the article does not say « absent »"),
        ("- {id: q-lieu, facts: [absent]}", r":1:16: no fact is called 'absent'"),
        (
            "- {id: q-lieu, choices: [{text: a}, {text: b}]}",
            r":1:16: one of the choices needs 'correct: true'",
        ),
        ("- {id: q-lieu, colour: red}", r":1:16: unknown key 'colour'"),
    ],
)
def test_an_error_names_file_line_and_what_was_expected(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(QuizappError, match=r"questions\.yaml" + said):
        applied(tmp_path, text)
