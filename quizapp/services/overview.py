"""Study sets as cards of the library and the desk: a handful of queries for all of them. No
access checks: for the services only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from sqlalchemy import ColumnElement, func, select

from quizapp.model import Level
from quizapp.services.access import Actor, may_edit
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    ArticleVersion,
    AssignmentRow,
    AttemptRow,
    EntityRow,
    FactRow,
    LexemeRow,
    QuestionRow,
    ResponseRow,
)

SetStatus = Literal["draft", "shared", "public"]
WORDS_A_MINUTE = 160
"""Reading for comprehension in a second language."""

_PLACES_SHOWN = 6
_SUMMARY_LENGTH = 160


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Distinct questions; `correct` on the last try."""

    answered: int
    correct: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Place:
    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class SetSummary:
    """A study set on a card of the library; `questions` and `facts` count the accepted ones."""

    id: str
    title: str
    source: str | None
    licence: str | None
    published_on: date | None
    status: SetStatus
    owned: bool
    level: Level | None
    words: int
    minutes: int
    questions: int
    facts: int
    lexemes: int
    places: tuple[Place, ...]
    progress: Progress | None
    summary: str | None = None
    """The article's first sentence, in one line; None before the analysis."""


def summaries(
    unit: Unit, *, rows: Sequence[ArticleRow], actor: Actor, now: datetime | None
) -> tuple[SetSummary, ...]:
    """The cards of these study sets, in their order; a handful of queries for all of them. Without
    `now` they tell no progress."""
    ids = [row.id for row in rows]
    levels = _levels(unit, ids)
    places = _places(unit, ids)
    facts = _counts(unit, FactRow, ids, FactRow.status == "accepted")
    lexemes = _counts(unit, LexemeRow, ids)
    progress = _progress(unit, ids, actor, now)
    openings = _openings(unit, ids)
    return tuple(
        SetSummary(
            id=row.id,
            title=row.title,
            source=row.source,
            licence=row.licence,
            published_on=row.published_on,
            status=cast(SetStatus, row.status),
            owned=may_edit(row, actor),
            level=_median(levels[row.id]),
            words=row.words,
            minutes=max(1, round(row.words / WORDS_A_MINUTE)),
            questions=levels[row.id].total(),
            facts=facts.get(row.id, 0),
            lexemes=lexemes.get(row.id, 0),
            places=tuple(places[row.id][:_PLACES_SHOWN]),
            progress=_share(progress.get(row.id), levels[row.id].total()),
            summary=openings.get(row.id),
        )
        for row in rows
    )


def _openings(unit: Unit, ids: Sequence[str]) -> dict[str, str]:
    """The first sentence of each article's current version."""
    first = [
        ArticleVersion.document["sentences", 0, name].as_integer() for name in ("start", "end")
    ]
    text = ArticleVersion.document["text"].as_string()
    query = (
        select(ArticleRow.id, func.substr(text, first[0] + 1, first[1] - first[0]))
        .join(
            ArticleVersion,
            (ArticleVersion.article_id == ArticleRow.id)
            & (ArticleVersion.number == ArticleRow.version),
        )
        .where(ArticleRow.id.in_(ids))
    )
    return {
        set_id: shortened(sentence, _SUMMARY_LENGTH)
        for set_id, sentence in unit.session.execute(query)
        if sentence
    }


def shortened(text: str, length: int) -> str:
    """One line of at most `length` characters; what is cut ends at a word, with an ellipsis."""
    line = re.sub(r"[ \n\t]+", " ", text).strip()
    if len(line) <= length:
        return line
    kept = line[:length].rpartition(" ")[0] or line[: length - 1]
    return kept.rstrip(" ,;:–—«(\u202f\u00a0") + "…"


def _levels(unit: Unit, ids: Sequence[str]) -> defaultdict[str, Counter[str]]:
    query = (
        select(QuestionRow.article_id, QuestionRow.level, func.count())
        .where(QuestionRow.article_id.in_(ids), QuestionRow.status == "accepted")
        .group_by(QuestionRow.article_id, QuestionRow.level)
    )
    levels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for set_id, level, count in unit.session.execute(query):
        levels[set_id][level] = count
    return levels


def _median(levels: Counter[str]) -> Level | None:
    if not levels:
        return None
    ordered = sorted(levels.elements())
    return cast(Level, ordered[len(ordered) // 2])


def _places(unit: Unit, ids: Sequence[str]) -> defaultdict[str, list[Place]]:
    query = (
        select(EntityRow.article_id, EntityRow.id, EntityRow.name)
        .where(EntityRow.article_id.in_(ids), EntityRow.kind.in_(("country", "place")))
        .order_by(EntityRow.article_id, EntityRow.kind, EntityRow.position)
    )
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for set_id, entity_id, name in unit.session.execute(query):
        places[set_id].append(Place(id=entity_id, name=name))
    return places


def _counts(
    unit: Unit, table: type[FactRow] | type[LexemeRow], ids: Sequence[str], *conditions: object
) -> dict[str, int]:
    query = (
        select(table.article_id, func.count())
        .where(table.article_id.in_(ids), *conditions)  # type: ignore[arg-type]
        .group_by(table.article_id)
    )
    return dict(unit.session.execute(query).all())


def last_scores(
    unit: Unit, *, ids: Iterable[str], user_id: int, now: datetime
) -> dict[str, dict[str, float]]:
    """By study set and accepted question: the score of the user's last answer. Answers to an
    assignment that keeps its feedback back do not count, lest they be told."""
    query = (
        select(AttemptRow.article_id, ResponseRow.question_id, ResponseRow.score)
        .join(AttemptRow, AttemptRow.id == ResponseRow.attempt_id)
        .join(
            QuestionRow,
            (QuestionRow.article_id == AttemptRow.article_id)
            & (QuestionRow.id == ResponseRow.question_id),
        )
        .where(AttemptRow.user_id == user_id, AttemptRow.article_id.in_(ids))
        .join(AssignmentRow, AssignmentRow.id == AttemptRow.assignment_id, isouter=True)
        .where(QuestionRow.status == "accepted")
        .where(score_was_told(now))
        .order_by(ResponseRow.given_at, ResponseRow.id)
    )
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for set_id, question_id, score in unit.session.execute(query):
        scores[set_id][question_id] = score
    return dict(scores)


def score_was_told(now: datetime) -> ColumnElement[bool]:
    """Of an attempt, joined with its assignment if it has one: the learner may see its keys."""
    by_finishing = (AssignmentRow.feedback == "at_end") | AssignmentRow.due_at.is_(None)
    return (
        AssignmentRow.id.is_(None)
        | (AssignmentRow.feedback == "at_once")
        | (by_finishing & AttemptRow.finished_at.is_not(None))
        | ((AssignmentRow.feedback == "after_due") & (AssignmentRow.due_at <= now))
    )


def _progress(
    unit: Unit, ids: Sequence[str], actor: Actor, now: datetime | None
) -> dict[str, tuple[int, int]]:
    if actor.user_id is None or now is None:
        return {}
    scores = last_scores(unit, ids=ids, user_id=actor.user_id, now=now)
    return {
        set_id: (len(by_question), sum(score == 1 for score in by_question.values()))
        for set_id, by_question in scores.items()
    }


def _share(done: tuple[int, int] | None, total: int) -> Progress | None:
    return Progress(answered=done[0], correct=done[1], total=total) if done else None
