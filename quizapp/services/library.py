"""Reading: the study sets that one may see, and one of them open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from quizapp.model import Article, Entity, Lexeme
from quizapp.services.access import Actor, readable_set, shared_with, signed_in
from quizapp.services.overview import Place, Progress, SetStatus, SetSummary, summaries
from quizapp.services.sets import load_article, load_entities, load_lexemes
from quizapp.services.withholding import kept_back, refuse_during_recall
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, SavedWordRow

__all__ = [
    "Place",
    "Progress",
    "Reading",
    "SetStatus",
    "SetSummary",
    "countries",
    "list_sets",
    "read_article",
]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An article open for reading; `saved` holds the ids of lexemes on the reader's list.
    `keys_kept_back` says that an assignment does not show its keys to the reader yet."""

    summary: SetSummary
    article: Article
    entities: tuple[Entity, ...]
    lexemes: tuple[Lexeme, ...]
    saved: frozenset[str]
    keys_kept_back: bool


def list_sets(
    unit: Unit, *, actor: Actor, now: datetime, scope: Literal["public", "shared", "own"] = "public"
) -> tuple[SetSummary, ...]:
    """Newest first."""
    if scope == "public":
        condition = ArticleRow.status == "public"
    elif scope == "shared":
        condition = shared_with(signed_in(actor))
    else:
        condition = ArticleRow.owner_id == signed_in(actor)
    query = select(ArticleRow).where(condition)
    if scope != "own":
        query = query.where(ArticleRow.version.is_not(None))
    rows = unit.session.scalars(query.order_by(ArticleRow.updated_at.desc(), ArticleRow.id)).all()
    return summaries(unit, rows=rows, actor=actor, now=now)


def read_article(unit: Unit, *, set_id: str, actor: Actor, now: datetime) -> Reading:
    """The text with its helps; raises `text-hidden` during an attempt from memory."""
    refuse_during_recall(unit, set_id=set_id, actor=actor)
    row = readable_set(unit, set_id=set_id, actor=actor)
    saved = select(SavedWordRow.lexeme_id).where(SavedWordRow.user_id == actor.user_id)
    return Reading(
        summary=summaries(unit, rows=[row], actor=actor, now=now)[0],
        article=load_article(unit, row=row),
        entities=load_entities(unit, set_id=set_id),
        lexemes=load_lexemes(unit, set_id=set_id),
        saved=frozenset(unit.session.scalars(saved)) if actor.user_id else frozenset(),
        keys_kept_back=kept_back(unit, set_id=set_id, user_id=actor.user_id, now=now),
    )


def countries(unit: Unit, *, set_id: str, actor: Actor) -> tuple[str, ...]:
    """The codes of the countries of an article, for the map of a question."""
    readable_set(unit, set_id=set_id, actor=actor)
    entities = load_entities(unit, set_id=set_id)
    return tuple(entity.id for entity in entities if entity.kind == "country")
