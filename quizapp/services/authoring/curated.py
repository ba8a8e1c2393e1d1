"""Study sets written by hand in a folder, put into the library."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from sqlalchemy import select

from quizapp.model import Entity, Fact, Lexeme, Question, QuizappError, StudySet
from quizapp.services.sets import (
    current_version,
    put_article,
    put_entity,
    put_fact,
    put_lexeme,
    put_question,
    same_question,
)
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, EntityRow, FactRow, LexemeRow, QuestionRow

Outcome = Literal["added", "updated", "unchanged", "retired"]


@dataclass(frozen=True, kw_only=True)
class LoadReport:
    """Counts of facts, questions, words and entities. `kept` names those that a person changed
    here and that differ from the folder (`question/q-lieu`): they were not overwritten. What is
    no longer in the folder is retired."""

    set_id: str
    added: int
    updated: int
    unchanged: int
    retired: int
    kept: tuple[str, ...]


def load_curated(unit: Unit, *, study_set: StudySet, now: datetime) -> LoadReport:
    """Put a curated set into the library, or bring it up to date; by id, never over an edit.

    Whoever wrote the folder read its questions: they are accepted with their facts.
    """
    row = _article(unit, study_set, now)
    put_article(unit, row=row, article=study_set.article, now=now)
    unit.session.flush()
    accepted = {fact.id for fact in study_set.facts if fact.status == "accepted"}
    questions = [_accepted(question, accepted) for question in study_set.questions]
    loader = _Loader(unit, study_set.id, now)
    loader.load("entity", EntityRow, study_set.entities)
    loader.load("fact", FactRow, study_set.facts)
    loader.load("question", QuestionRow, questions)
    loader.load("lexeme", LexemeRow, study_set.lexemes)
    unit.session.flush()
    return LoadReport(
        set_id=study_set.id,
        added=loader.outcomes["added"],
        updated=loader.outcomes["updated"],
        unchanged=loader.outcomes["unchanged"],
        retired=loader.outcomes["retired"],
        kept=tuple(loader.kept),
    )


def _article(unit: Unit, study_set: StudySet, now: datetime) -> ArticleRow:
    article = study_set.article
    if not article.licence:
        raise QuizappError("licence-needed", f"{article.id}: article.md names no licence")
    row = unit.session.get(ArticleRow, article.id)
    if row is None:
        row = ArticleRow(
            id=article.id, owner_id=None, status="public", version=None, words=0, created_at=now
        )
        row.updated_at = now
        unit.session.add(row)
    elif row.owner_id is not None:
        raise QuizappError("forbidden", f"{article.id}: somebody's own study set has this id")
    row.title, row.source, row.licence = article.title, article.source, article.licence
    row.published_on = article.published_on
    return row


def _accepted(question: Question, accepted_facts: set[str]) -> Question:
    if question.status == "proposed" and accepted_facts.issuperset(question.facts):
        return question.model_copy(update={"status": "accepted"})
    return question


_Table = type[EntityRow] | type[FactRow] | type[QuestionRow] | type[LexemeRow]
_Item = Entity | Fact | Question | Lexeme
_Row = EntityRow | FactRow | QuestionRow | LexemeRow


class _Loader:
    """Brings one table after another up to date, and counts what it did."""

    def __init__(self, unit: Unit, set_id: str, now: datetime) -> None:
        self._unit, self._set_id, self._now = unit, set_id, now
        self.outcomes: Counter[Outcome] = Counter()
        self.kept: list[str] = []

    def load(self, kind: str, table: _Table, items: Iterable[_Item]) -> None:
        rows = self._rows(table)
        for position, item in enumerate(items):
            row = rows.pop(item.id, None)
            if row is not None and self._is_same(row, item):
                row.position = position
                self.outcomes["unchanged"] += 1
            elif row is not None and row.edited_at is not None:
                self.kept.append(f"{kind}/{item.id}")
            else:
                self._put(item, position)
                self.outcomes["updated" if row is not None else "added"] += 1
        for row in rows.values():
            self._retire(row)

    def _rows(self, table: _Table) -> dict[str, _Row]:
        query = select(table).where(table.article_id == self._set_id)
        rows = cast(Sequence[_Row], self._unit.session.scalars(query).all())
        return {row.id: row for row in rows}

    def _is_same(self, row: _Row, item: _Item) -> bool:
        document = item.model_dump(mode="json")
        if isinstance(row, QuestionRow):
            current = current_version(self._unit, row=row).document
            return row.status == document["status"] and same_question(current, document)
        stored: dict[str, Any] = row.document
        return stored == document and getattr(row, "status", None) == document.get("status")

    def _put(self, item: _Item, position: int) -> None:
        unit, set_id = self._unit, self._set_id
        if isinstance(item, Entity):
            put_entity(unit, set_id=set_id, entity=item, position=position)
        elif isinstance(item, Fact):
            put_fact(unit, set_id=set_id, fact=item, position=position)
        elif isinstance(item, Lexeme):
            put_lexeme(unit, set_id=set_id, lexeme=item, position=position)
        else:
            put_question(unit, set_id=set_id, question=item, position=position, now=self._now)

    def _retire(self, row: _Row) -> None:
        """A person's own row stays; a question is kept for those who answered it, unasked."""
        if row.edited_at is not None:
            return
        if isinstance(row, QuestionRow):
            if row.status == "rejected":
                return
            row.status = "rejected"
        else:
            self._unit.session.delete(row)
        self.outcomes["retired"] += 1
