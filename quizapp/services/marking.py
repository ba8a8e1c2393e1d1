"""Marks of answers, and what a corrected key does to those given before."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import select

from quizapp.model import Question, Response
from quizapp.services.sets import known_names, load_entities
from quizapp.store import Unit
from quizapp.store.tables import QuestionVersion, ResponseRow
from quizapp.study.grading import Mark, grade

RESPONSE: TypeAdapter[Response] = TypeAdapter(Response)


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What correcting a question did to the answers given before."""

    question_id: str
    answers: int
    changed: int
    raised: int
    lowered: int


def mark(unit: Unit, *, set_id: str, question: Question, response: Response) -> Mark:
    names = known_names(load_entities(unit, set_id=set_id))
    return grade(question, response, known=names)


def remark(unit: Unit, *, set_id: str, question: Question, now: datetime) -> Remark:
    """Mark all answers to a question again by its present key."""
    names = known_names(load_entities(unit, set_id=set_id))
    query = (
        select(ResponseRow)
        .join(QuestionVersion, QuestionVersion.id == ResponseRow.question_version_id)
        .where(QuestionVersion.article_id == set_id, QuestionVersion.question_id == question.id)
        .with_for_update(of=ResponseRow)
    )
    answers = raised = lowered = 0
    for row in unit.session.scalars(query):
        answers += 1
        new = grade(question, RESPONSE.validate_python(row.document), known=names)
        raised += new.score > row.score
        lowered += new.score < row.score
        if new.score != row.score:
            row.score, row.remarked_at = new.score, now
        row.mark = new.model_dump(mode="json")
    unit.session.flush()
    return Remark(
        question_id=question.id,
        answers=answers,
        changed=raised + lowered,
        raised=raised,
        lowered=lowered,
    )
