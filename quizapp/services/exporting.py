"""What leaves the site: the study set behind a download, and what was released in decks."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import select

from quizapp.model import QuizappError, StudySet
from quizapp.services.access import Actor, may_edit, readable_set, signed_in, teacher
from quizapp.services.authoring.quizzes import own_quiz
from quizapp.services.sets import load_set
from quizapp.services.withholding import kept_back, refuse_during_recall
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, DeckRelease

Part = Literal["vocabulary", "geopolitics", "questions"]
PARTS: tuple[Part, ...] = ("vocabulary", "geopolitics", "questions")


def study_set(
    unit: Unit, *, set_id: str, actor: Actor, now: datetime, teaching: bool = False
) -> StudySet:
    """What was accepted, for a deck; without facts and questions while an assignment keeps their
    keys back. `teaching` (Moodle, GIFT, paper: the keys at a glance) is for the owner, and for any
    teacher where the set is public."""
    row = readable_set(unit, set_id=set_id, actor=actor)
    if teaching:
        teacher(actor)
        if row.status != "public" and not may_edit(row, actor):
            raise QuizappError("forbidden", f"{set_id}: only its owner may take this away")
    refuse_during_recall(unit, set_id=set_id, actor=actor)
    found = load_set(unit, row=row, accepted_only=True)
    if kept_back(unit, set_id=set_id, user_id=actor.user_id, now=now):
        return found.model_copy(update={"facts": (), "questions": ()})
    return found


def quiz_set(unit: Unit, *, quiz_id: int, actor: Actor) -> StudySet:
    """The study set with the questions of one's quiz only, in its order."""
    quiz = own_quiz(unit, quiz_id=quiz_id, actor=actor)
    whole = load_set(
        unit, row=unit.session.get_one(ArticleRow, quiz.article_id), accepted_only=True
    )
    by_id = {question.id: question for question in whole.questions}
    picked = tuple(by_id[pick] for pick in quiz.picks if pick in by_id)
    return whole.model_copy(update={"questions": picked})


def record_release(
    unit: Unit,
    *,
    set_id: str | None,
    parts: Collection[Part],
    notes: Mapping[str, str],
    actor: Actor,
    now: datetime,
) -> int:
    """Remember a deck that was downloaded: the hash of each note by GUID. Its number, from 1."""
    user_id = signed_in(actor)
    last = _last(unit, user_id, set_id)
    number = last.number + 1 if last else 1
    unit.session.add(
        DeckRelease(
            user_id=user_id,
            article_id=set_id,
            number=number,
            parts=[part for part in PARTS if part in parts],
            notes=dict(notes),
            built_at=now,
        )
    )
    return number


def last_release(unit: Unit, *, set_id: str | None, actor: Actor) -> Mapping[str, str] | None:
    """The notes of the actor's last download of this deck; `set_id=None` is the world."""
    row = _last(unit, signed_in(actor), set_id)
    return cast(dict[str, str], row.notes) if row else None


def _last(unit: Unit, user_id: int, set_id: str | None) -> DeckRelease | None:
    same = DeckRelease.article_id.is_(None) if set_id is None else DeckRelease.article_id == set_id
    query = (
        select(DeckRelease)
        .where(DeckRelease.user_id == user_id, same)
        .order_by(DeckRelease.number.desc())
        .limit(1)
    )
    return unit.session.scalar(query)
