"""Study sets between rows and nouns. No access checks: for the services only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func, select

from quizapp.model import (
    Article,
    Draft,
    Entity,
    Fact,
    Lexeme,
    Question,
    QuizappError,
    StudySet,
)
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    ArticleVersion,
    EntityRow,
    FactRow,
    LexemeRow,
    QuestionRow,
    QuestionVersion,
)

_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def load_article(unit: Unit, *, row: ArticleRow) -> Article:
    """The current version of the text; raises `analysis-missing` before the analysis."""
    if row.version is None:
        raise QuizappError("analysis-missing", f"{row.id}: this article was not analysed yet")
    version = unit.session.get_one(ArticleVersion, (row.id, row.version))
    article = Article.model_validate(version.document)
    changes = {"title": row.title, "licence": row.licence}
    return article.model_copy(update=changes)


def load_set(unit: Unit, *, row: ArticleRow, accepted_only: bool) -> StudySet:
    """The document; `accepted_only` leaves out proposals and what was rejected."""
    questions = load_questions(unit, set_id=row.id)
    facts = load_facts(unit, set_id=row.id)
    if accepted_only:
        questions = tuple(q for q in questions if q.status == "accepted")
        used = {fact_id for question in questions for fact_id in question.facts}
        facts = tuple(f for f in facts if f.status == "accepted" or f.id in used)
    return StudySet(
        article=load_article(unit, row=row),
        entities=load_entities(unit, set_id=row.id),
        facts=facts,
        questions=questions,
        lexemes=load_lexemes(unit, set_id=row.id),
    )


def load_entities(unit: Unit, *, set_id: str) -> tuple[Entity, ...]:
    query = (
        select(EntityRow.document)
        .where(EntityRow.article_id == set_id)
        .order_by(EntityRow.position, EntityRow.id)
    )
    return tuple(Entity.model_validate(document) for document in unit.session.scalars(query))


def load_lexemes(unit: Unit, *, set_id: str) -> tuple[Lexeme, ...]:
    query = (
        select(LexemeRow.document)
        .where(LexemeRow.article_id == set_id)
        .order_by(LexemeRow.position, LexemeRow.id)
    )
    return tuple(Lexeme.model_validate(document) for document in unit.session.scalars(query))


def load_facts(unit: Unit, *, set_id: str) -> tuple[Fact, ...]:
    query = (
        select(FactRow).where(FactRow.article_id == set_id).order_by(FactRow.position, FactRow.id)
    )
    return tuple(fact_of(row) for row in unit.session.scalars(query))


def fact_of(row: FactRow) -> Fact:
    return Fact.model_validate(row.document | {"status": row.status})


def load_questions(
    unit: Unit, *, set_id: str, where: ColumnElement[bool] | None = None
) -> tuple[Question, ...]:
    """In the order of the set, current versions."""
    query = (
        select(QuestionRow, QuestionVersion.document)
        .join(
            QuestionVersion,
            (QuestionVersion.article_id == QuestionRow.article_id)
            & (QuestionVersion.question_id == QuestionRow.id)
            & (QuestionVersion.number == QuestionRow.version),
        )
        .where(QuestionRow.article_id == set_id)
        .order_by(QuestionRow.position, QuestionRow.id)
    )
    if where is not None:
        query = query.where(where)
    return tuple(
        question_of(document, status=row.status) for row, document in unit.session.execute(query)
    )


def question_of(document: dict[str, Any], *, status: str | None = None) -> Question:
    return _QUESTION.validate_python(document | {"status": status} if status else document)


def current_version(unit: Unit, *, row: QuestionRow) -> QuestionVersion:
    query = select(QuestionVersion).where(
        QuestionVersion.article_id == row.article_id,
        QuestionVersion.question_id == row.id,
        QuestionVersion.number == row.version,
    )
    return unit.session.scalars(query).one()


def load_draft(row: ArticleRow) -> Draft:
    if row.draft is None:
        raise QuizappError("draft-analysed", f"{row.id}: the text was analysed and stays as it is")
    return Draft.model_validate(row.draft)


def put_article(unit: Unit, *, row: ArticleRow, article: Article, now: datetime) -> None:
    """Make this text the current version; the same text again changes nothing."""
    document = article.model_dump(mode="json")
    if row.version is not None:
        current = unit.session.get_one(ArticleVersion, (row.id, row.version))
        if current.document == document:
            return
    row.version = (row.version or 0) + 1
    row.words = count_words(article.text)
    row.draft = None
    row.updated_at = now
    unit.session.add(
        ArticleVersion(article_id=row.id, number=row.version, document=document, created_at=now)
    )


def put_fact(unit: Unit, *, set_id: str, fact: Fact, position: int) -> FactRow:
    """Write a fact; a new row, or all of an old one but for `edited_at`."""
    row = unit.session.get(FactRow, (set_id, fact.id))
    if row is None:
        row = FactRow(article_id=set_id, id=fact.id, edited_at=None)
        unit.session.add(row)
    row.position, row.status, row.importance = position, fact.status, fact.importance
    row.confidence, row.document = fact.confidence, fact.model_dump(mode="json")
    return row


def put_question(
    unit: Unit, *, set_id: str, question: Question, position: int, now: datetime
) -> QuestionRow:
    """Write a question; what changes but its status is a new version."""
    document = question.model_dump(mode="json")
    row = unit.session.get(QuestionRow, (set_id, question.id))
    if row is None:
        row = QuestionRow(article_id=set_id, id=question.id, version=0, edited_at=None)
        unit.session.add(row)
        changed = True
    else:
        changed = not same_question(current_version(unit, row=row).document, document)
    row.position, row.status = position, question.status
    row.kind, row.level = question.kind, question.level
    if changed:
        row.version = _last_number(unit, set_id, question.id) + 1
        unit.session.flush()
        unit.session.add(
            QuestionVersion(
                article_id=set_id,
                question_id=question.id,
                number=row.version,
                document=document,
                created_at=now,
            )
        )
        unit.session.flush()
    return row


def _last_number(unit: Unit, set_id: str, question_id: str) -> int:
    query = select(func.max(QuestionVersion.number)).where(
        QuestionVersion.article_id == set_id, QuestionVersion.question_id == question_id
    )
    return unit.session.scalar(query) or 0


def same_question(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Equal but for status."""
    return one | {"status": None} == other | {"status": None}


def put_entity(unit: Unit, *, set_id: str, entity: Entity, position: int) -> EntityRow:
    row = unit.session.get(EntityRow, (set_id, entity.id))
    if row is None:
        row = EntityRow(article_id=set_id, id=entity.id, edited_at=None)
        unit.session.add(row)
    row.position, row.kind, row.name = position, entity.kind, entity.name
    row.document = entity.model_dump(mode="json")
    return row


def put_lexeme(unit: Unit, *, set_id: str, lexeme: Lexeme, position: int) -> LexemeRow:
    row = unit.session.get(LexemeRow, (set_id, lexeme.id))
    if row is None:
        row = LexemeRow(article_id=set_id, id=lexeme.id, edited_at=None)
        unit.session.add(row)
    row.position, row.lemma, row.band = position, lexeme.lemma, lexeme.band
    row.document = lexeme.model_dump(mode="json")
    return row


def known_names(entities: Sequence[Entity]) -> frozenset[str]:
    """Names that a typing slip must not turn into an answer."""
    return frozenset(name for entity in entities for name in (entity.name, *entity.aliases))


def count_words(text: str) -> int:
    """Words as a reader counts them: free-standing punctuation is none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())
