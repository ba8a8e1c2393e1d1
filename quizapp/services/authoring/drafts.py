"""Texts that were read and not analysed yet."""

import hashlib
import re
import unicodedata
from datetime import date, datetime

from pydantic import ValidationError

from quizapp.model import Draft, QuizappError
from quizapp.services.access import Actor, editable_set, teacher
from quizapp.services.analysing import refuse_while_running
from quizapp.services.sets import count_words, load_draft
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow

_SLUG_LENGTH = 60


def save_draft(unit: Unit, *, draft: Draft, actor: Actor, now: datetime) -> str:
    """Keep a text that was read; its study set's id is fixed from now on."""
    owner_id = teacher(actor)
    set_id = _free_id(unit, draft)
    unit.session.add(
        ArticleRow(
            id=set_id,
            owner_id=owner_id,
            status="draft",
            title=draft.title,
            source=draft.source,
            licence=draft.licence,
            published_on=draft.published_on,
            words=count_words(draft.text),
            draft=draft.model_dump(mode="json"),
            version=None,
            created_at=now,
            updated_at=now,
        )
    )
    unit.session.flush()
    return set_id


def read_draft(unit: Unit, *, set_id: str, actor: Actor) -> Draft:
    return load_draft(editable_set(unit, set_id=set_id, actor=actor, lock=False))


def edit_draft(
    unit: Unit,
    *,
    set_id: str,
    title: str,
    text: str,
    published_on: date | None,
    actor: Actor,
    now: datetime,
) -> Draft:
    """Cut or correct the text before it is analysed."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    refuse_while_running(unit, set_id=set_id)
    changes = {"title": title, "text": text, "published_on": published_on}
    try:
        draft = Draft.model_validate(load_draft(row).model_dump() | changes)
    except ValidationError as error:
        raise QuizappError("article-empty", "an article needs a title and a text") from error
    row.draft = draft.model_dump(mode="json")
    row.title, row.published_on, row.updated_at = draft.title, draft.published_on, now
    row.words = count_words(draft.text)
    return draft


def delete_set(unit: Unit, *, set_id: str, actor: Actor) -> None:
    """The study set with all that was made of it, answers included."""
    unit.session.delete(editable_set(unit, set_id=set_id, actor=actor))
    unit.session.flush()


def _free_id(unit: Unit, draft: Draft) -> str:
    """Title slug + 8 hex of the text's hash; `-2`, `-3` … where another set has it."""
    stem = f"{_slug(draft.title)}-{hashlib.sha256(draft.text.encode()).hexdigest()[:8]}"
    set_id, n = stem, 1
    while unit.session.get(ArticleRow, set_id) is not None:
        n += 1
        set_id = f"{stem}-{n}"
    return set_id


def _slug(title: str) -> str:
    plain = title.lower().replace("œ", "oe").replace("æ", "ae")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only.replace("'", "-")).strip("-")
    return words[:_SLUG_LENGTH].rstrip("-") or "article"
