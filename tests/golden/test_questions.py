"""The questions composed on the invented article, beside what a teacher signed.

After a change, read the difference aloud before copying it to the file.
"""

from pathlib import Path

from quizapp.questions.compose import compose
from quizapp.resources import Resources
from tests import factories

EXPECTED = Path(__file__).with_name("questions.txt")


def written(resources: Resources) -> str:
    questions = compose(
        factories.article(), factories.facts(), factories.entities(), (),
        resources=resources, count=None, seed=0,
    )  # fmt: skip
    lines: list[str] = []
    for question in questions:
        lines.append(f"{question.kind} | {question.prompt}")
        lines += [f"  {'*' if c.correct else '-'} {c.text}" for c in question.choices]
        lines.append(f"  = {question.key_text}")
    return "\n".join(lines) + "\n"


def test_the_questions_are_those_that_were_signed(resources: Resources) -> None:
    assert written(resources) == EXPECTED.read_text(encoding="utf-8")
