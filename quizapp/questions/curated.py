"""`questions.yaml` of a curated folder: corrections of composed questions and questions written by
hand.

    - id: traite-signe-multiple_choice-time      # a composed question: what is named is changed
      prompt: …
      level: A2
      choices: [{text: le 19 juin 2024, correct: true}, {text: le 18 juin 2024}]
    - id: film-realise-map-subject
      drop: true
    - id: idee-principale                         # no such question: `kind` writes one
      kind: multiple_choice
      prompt: …
      choices: [{text: …, correct: true}, {text: …, rationale: …}]
      facts: [traite-signe]
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from quizapp.documents import Located, Row, read_rows
from quizapp.french.typography import locate, tidy
from quizapp.model import (
    Article,
    Choice,
    Evidence,
    Fact,
    Level,
    Question,
    QuestionKind,
    Skill,
)
from quizapp.model.base import Id, NonEmpty

_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
_LETTERS = "abcdefghijklmnop"
_TYPED = ("answer", "key_text", "accepted", "prompt", "skill", "level")


class _ChoiceRow(Row):
    text: NonEmpty
    correct: bool = False
    rationale: NonEmpty | None = None


class _QuestionRow(Row):
    id: Id
    drop: bool = False
    kind: QuestionKind | None = None
    prompt: NonEmpty | None = None
    choices: tuple[_ChoiceRow, ...] | None = None
    answer: Any = None
    key_text: NonEmpty | None = None
    accepted: tuple[NonEmpty, ...] | None = None
    facts: tuple[Id, ...] | None = None
    evidence: tuple[NonEmpty, ...] | None = None
    skill: Skill | None = None
    level: Level | None = None


def apply_overrides(
    composed: Sequence[Question], path: Path, article: Article, facts: Sequence[Fact]
) -> tuple[Question, ...]:
    """The composed questions as `path` corrects them, those written by hand first.

    A missing file changes nothing. A QuizappError names file, line and what was expected.
    """
    if not path.is_file():
        return tuple(composed)
    questions = {question.id: question for question in composed}
    written: dict[str, Question] = {}
    seen: set[str] = set()
    for row in read_rows(path, _QuestionRow):
        if row.value.id in seen:
            row.fail("document-shape", f"the id '{row.value.id}' is used twice", key="id")
        seen.add(row.value.id)
        known = questions.get(row.value.id)
        if row.value.drop:
            questions.pop(row.value.id, None)
        elif known is not None:
            questions[known.id] = _corrected(known, row, article, facts)
        else:
            written[row.value.id] = _written(row, article, facts)
    return (*written.values(), *questions.values())


def _corrected(
    known: Question, row: Located[_QuestionRow], article: Article, facts: Sequence[Fact]
) -> Question:
    if row.value.kind not in (None, known.kind):
        row.fail("document-shape", f"this question is a {known.kind}", key="kind")
    fields = known.model_dump() | _fields(row, article, facts)
    return _valid(fields | {"origin": "curated"}, row)


def _written(row: Located[_QuestionRow], article: Article, facts: Sequence[Fact]) -> Question:
    if row.value.kind is None or row.value.prompt is None:
        message = f"no question is called '{row.value.id}'; give 'kind' and 'prompt' to write one"
        row.fail("question-unknown", message, key="id")
    fields: dict[str, Any] = {
        "id": row.value.id,
        "kind": row.value.kind,
        "status": "accepted",
        "origin": "curated",
        "facts": row.value.facts or (),
    }
    return _valid(fields | _fields(row, article, facts), row)


def _fields(row: Located[_QuestionRow], article: Article, facts: Sequence[Fact]) -> dict[str, Any]:
    """What the row changes, typography tidied, in the shape of a question."""
    value = row.value
    fields = {name: getattr(value, name) for name in _TYPED if getattr(value, name) is not None}
    if value.prompt is not None:
        fields["prompt"] = tidy(value.prompt)
    if value.choices is not None:
        fields |= _choice_fields(row, value.choices)
    if value.facts is not None:
        fields["facts"] = value.facts
        fields["evidence"] = _evidence_of(row, value.facts, facts)
    if value.evidence is not None:
        fields["evidence"] = tuple(_located(row, words, article) for words in value.evidence)
    return fields


def _choice_fields(row: Located[_QuestionRow], rows: tuple[_ChoiceRow, ...]) -> dict[str, Any]:
    value = row.value
    choices = tuple(
        Choice(
            id=option.text.lower().replace(" ", "-")
            if value.kind == "true_false"
            else _LETTERS[place],
            text=tidy(option.text),
            correct=option.correct,
            rationale=tidy(option.rationale) if option.rationale else None,
        )
        for place, option in enumerate(rows)
    )
    right = [choice for choice in choices if choice.correct]
    if not right:
        row.fail("document-shape", "one of the choices needs 'correct: true'", key="choices")
    fields: dict[str, Any] = {"choices": choices}
    if value.answer is None and len(right) == 1:
        fields |= {"answer": right[0].id, "key_text": value.key_text or right[0].text}
    elif value.answer is None:
        fields["answer"] = tuple(choice.id for choice in right)
        fields["key_text"] = value.key_text or ", ".join(choice.text for choice in right)
    return fields


def _evidence_of(
    row: Located[_QuestionRow], wanted: tuple[str, ...], facts: Sequence[Fact]
) -> tuple[Evidence, ...]:
    known = {fact.id: fact for fact in facts}
    for fact_id in wanted:
        if fact_id not in known:
            row.fail("fact-unknown", f"no fact is called '{fact_id}'", key="facts")
    return tuple(sorted((known[f].evidence for f in wanted), key=lambda evidence: evidence.start))


def _located(row: Located[_QuestionRow], words: str, article: Article) -> Evidence:
    found = locate(words, article.text)
    if not found:
        row.fail("evidence-missing", f"the article does not say « {words} »", key="evidence")
    return article.quote(found[0].start, found[0].end)


def _valid(fields: dict[str, Any], row: Located[_QuestionRow]) -> Question:
    if fields.get("key_text") is None and isinstance(fields.get("answer"), str):
        fields["key_text"] = fields["answer"]
    try:
        return _QUESTION.validate_python(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"][1:])
        message = f"{where}: {first['msg']}" if where else first["msg"]
        row.fail("document-shape", message.removeprefix("Value error, "))
