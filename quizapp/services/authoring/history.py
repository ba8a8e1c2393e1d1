"""Undo at the teacher's desk: each change keeps the rows as they were."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select

from quizapp.model import QuizappError
from quizapp.services.access import Actor, editable_set
from quizapp.services.marking import remark
from quizapp.services.sets import current_version, question_of
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    Edit,
    FactRow,
    QuestionRow,
)

EditCode = Literal[
    "approve-question",
    "reject-question",
    "edit-question",
    "add-question",
    "accept-fact",
    "reject-fact",
    "edit-fact",
    "accept-confident",
    "accept-confident-facts",
]
_KEPT_EDITS = 100


class Change:
    """Rows noted before they change, written to the history at the end."""

    def __init__(self, unit: Unit, *, row: ArticleRow, actor: Actor, now: datetime) -> None:
        self._unit, self._row, self._actor = unit, row, actor
        self.set_id, self.now = row.id, now
        self._before: dict[str, dict[str, Any]] = {"facts": {}, "questions": {}}

    def note(self, *, facts: Iterable[FactRow] = (), questions: Iterable[QuestionRow] = ()) -> None:
        """Remember how these rows are now."""
        for fact in facts:
            self._before["facts"].setdefault(fact.id, _fact_state(fact))
        for question in questions:
            self._before["questions"].setdefault(question.id, _question_state(question))

    def note_new(self, *, question_ids: Iterable[str]) -> None:
        for question_id in question_ids:
            self._before["questions"].setdefault(question_id, None)

    def record(self, code: EditCode) -> None:
        self._row.updated_at = self.now
        self._unit.session.add(
            Edit(
                article_id=self._row.id,
                user_id=self._actor.user_id,
                code=code,
                before=self._before,
                made_at=self.now,
            )
        )
        self._unit.session.flush()
        _forget_old(self._unit, self._row.id)


def undo(unit: Unit, *, set_id: str, actor: Actor, now: datetime) -> str:
    """Take back the last change of the study set; its code. A second undo takes back the one
    before."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    edit = last_edit(unit, set_id=set_id)
    if edit is None:
        raise QuizappError("nothing-to-undo", f"{set_id}: nothing was changed here")
    for fact_id, state in edit.before["facts"].items():
        fact = unit.session.get_one(FactRow, (set_id, fact_id))
        fact.status, fact.document = state["status"], state["document"]
        fact.importance = state["document"]["importance"]
        fact.edited_at = _moment(state["edited_at"])
    for question_id, state in edit.before["questions"].items():
        _restore_question(unit, set_id, question_id, state, now)
    row.updated_at = now
    unit.session.delete(edit)
    unit.session.flush()
    return edit.code


def last_edit(unit: Unit, *, set_id: str) -> Edit | None:
    query = select(Edit).where(Edit.article_id == set_id).order_by(Edit.id.desc()).limit(1)
    return unit.session.scalar(query)


def _restore_question(
    unit: Unit, set_id: str, question_id: str, state: dict[str, Any] | None, now: datetime
) -> None:
    row = unit.session.get_one(QuestionRow, (set_id, question_id))
    if state is None:
        row.status = "rejected"
        return
    changed = row.version != state["version"]
    row.status, row.version = state["status"], state["version"]
    row.edited_at = _moment(state["edited_at"])
    if changed:
        question = question_of(current_version(unit, row=row).document)
        row.kind, row.level = question.kind, question.level
        remark(unit, set_id=set_id, question=question, now=now)


def _fact_state(row: FactRow) -> dict[str, Any]:
    return {"status": row.status, "document": row.document, "edited_at": _text(row.edited_at)}


def _question_state(row: QuestionRow) -> dict[str, Any]:
    return {"status": row.status, "version": row.version, "edited_at": _text(row.edited_at)}


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _forget_old(unit: Unit, set_id: str) -> None:
    query = (
        select(Edit)
        .where(Edit.article_id == set_id)
        .order_by(Edit.id.desc())
        .offset(_KEPT_EDITS)
        .limit(_KEPT_EDITS)
    )
    for edit in unit.session.scalars(query).all():
        unit.session.delete(edit)
