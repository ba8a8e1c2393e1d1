"""`entities.yaml` of a curated folder: who and what the article names."""

import re
from pathlib import Path

from quizapp.documents import Located, Row, read_rows
from quizapp.french.typography import locate
from quizapp.model import Article, Entity, EntityKind, Span
from quizapp.model.base import Id, NonEmpty

_ISO3 = re.compile(r"^[A-Z]{3}$")
_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


class _EntityRow(Row):
    id: Id
    name: NonEmpty
    kind: EntityKind
    aliases: tuple[NonEmpty, ...] = ()
    description: NonEmpty | None = None


def read_entities(path: Path, article: Article) -> tuple[Entity, ...]:
    """The entities of `path` with their mentions: names and aliases as the article writes them.

    Where two names overlap, the longer one counts, whosever it is: « Kim Jong-il » is no mention
    of an entity called « Kim ».
    """
    entities: dict[str, Entity] = {}
    for row in read_rows(path, _EntityRow):
        _check_id(row, entities)
        entities[row.value.id] = Entity(**row.value.model_dump())
    mentions = _mentions(tuple(entities.values()), article.text)
    return tuple(
        entity.model_copy(update={"mentions": mentions[entity.id]}) for entity in entities.values()
    )


def _check_id(row: Located[_EntityRow], known: dict[str, Entity]) -> None:
    entity_id = row.value.id
    if entity_id in known:
        row.fail("document-shape", f"the id '{entity_id}' is used twice", key="id")
    if row.value.kind == "country" and not _ISO3.match(entity_id):
        row.fail("document-shape", f"id: expected ISO 3166 alpha-3, not '{entity_id}'", key="id")
    if row.value.kind != "country" and not _SLUG.match(entity_id):
        message = f"id: expected a slug such as 'jean-jaures', not '{entity_id}'"
        row.fail("document-shape", message, key="id")


def _mentions(entities: tuple[Entity, ...], text: str) -> dict[str, tuple[Span, ...]]:
    found = [
        (span, entity.id)
        for entity in entities
        for name in dict.fromkeys((entity.name, *entity.aliases))
        for span in locate(name, text)
        if _letters(text[span.start : span.end]) == _letters(name)
    ]
    found.sort(key=lambda hit: (hit[0].start - hit[0].end, hit[0].start))
    kept: list[tuple[Span, str]] = []
    for span, entity_id in found:
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, entity_id))
    kept.sort(key=lambda hit: hit[0].start)
    return {e.id: tuple(span for span, owner in kept if owner == e.id) for e in entities}


def _letters(words: str) -> str:
    return "".join(char for char in words if char.isalnum())
