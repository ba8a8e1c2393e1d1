"""How a learner's practice goes: what she masters by skill, what she retains, on which days."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import select

from quizapp.model import Skill
from quizapp.services.access import Actor, signed_in
from quizapp.services.overview import last_scores
from quizapp.store import Unit
from quizapp.store.tables import (
    AttemptRow,
    CardRow,
    QuestionRow,
    QuestionVersion,
    ResponseRow,
    ReviewRow,
    User,
)
from quizapp.study import scheduling
from quizapp.study.mastery import Mastery, by_skill

__all__ = ["Mastery", "Practice", "Retention", "practice"]


@dataclass(frozen=True, kw_only=True)
class Retention:
    """Of `reviews` of cards already learned, those that were still known."""

    reviews: int
    known: int


@dataclass(frozen=True, kw_only=True)
class Practice:
    """`skills`: the last answer to each question; `days`: answers and reviews of each review day,
    today last. Retention is that of the same days."""

    skills: Mapping[Skill, Mastery]
    retention: Retention
    days: tuple[int, ...]


def practice(unit: Unit, *, actor: Actor, now: datetime, days: int = 28) -> Practice:
    user_id = signed_in(actor)
    zone = ZoneInfo(unit.session.get_one(User, user_id).timezone)
    starts = _starts(now, zone, days)
    given = select(ResponseRow.given_at).join(AttemptRow).where(AttemptRow.user_id == user_id)
    reviews = unit.session.execute(
        select(ReviewRow.reviewed_at, ReviewRow.rating, ReviewRow.state_before["phase"].as_string())
        .join(CardRow, CardRow.id == ReviewRow.card_id)
        .where(CardRow.user_id == user_id, ReviewRow.reviewed_at >= starts[0])
    ).all()
    answers = unit.session.scalars(given.where(ResponseRow.given_at >= starts[0])).all()
    learned = [rating for _, rating, phase in reviews if phase == "review"]
    return Practice(
        skills=_skills(unit, user_id, now),
        retention=Retention(
            reviews=len(learned), known=sum(rating != "again" for rating in learned)
        ),
        days=_counted([*answers, *(at for at, _, _ in reviews)], starts),
    )


def _starts(now: datetime, zone: ZoneInfo, days: int) -> list[datetime]:
    """When each of the last review days began, the oldest first."""
    starts = [scheduling.day_began(now, zone)]
    for _ in range(days - 1):
        starts.append(scheduling.day_began(starts[-1] - timedelta(seconds=1), zone))
    return starts[::-1]


def _counted(moments: Sequence[datetime], starts: Sequence[datetime]) -> tuple[int, ...]:
    counts = [0] * len(starts)
    for moment in moments:
        counts[bisect_right(starts, moment) - 1] += 1
    return tuple(counts)


def _skills(unit: Unit, user_id: int, now: datetime) -> dict[Skill, Mastery]:
    tried = select(AttemptRow.article_id).where(AttemptRow.user_id == user_id).distinct()
    scores = last_scores(unit, ids=unit.session.scalars(tried).all(), user_id=user_id, now=now)
    query = (
        select(
            QuestionRow.article_id, QuestionRow.id, QuestionVersion.document["skill"].as_string()
        )
        .join(
            QuestionVersion,
            (QuestionVersion.article_id == QuestionRow.article_id)
            & (QuestionVersion.question_id == QuestionRow.id)
            & (QuestionVersion.number == QuestionRow.version),
        )
        .where(QuestionRow.article_id.in_(scores))
    )
    return by_skill(
        (cast(Skill, skill), scores[set_id][question_id])
        for set_id, question_id, skill in unit.session.execute(query)
        if question_id in scores[set_id]
    )
