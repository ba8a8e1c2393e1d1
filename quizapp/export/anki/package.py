"""The typed wrapper around genanki: notes in, the bytes of an `.apkg` out.

The same notes, dates and descriptions give the same bytes. Nothing is written to disk.
"""

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import genanki

from quizapp.export.anki.markup import is_blank
from quizapp.export.anki.media import Medium
from quizapp.export.anki.notes import CardNote
from quizapp.export.anki.notetypes import NOTE_TYPES, REVISED, NoteType, card_css
from quizapp.model import QuizappError

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_LONGEST_FIELD = 20_000


@dataclass(frozen=True)
class Deck:
    """A deck of a package; Anki recognises it by its name."""

    id: int
    name: str
    description: str
    notes: tuple[tuple[CardNote, datetime], ...]
    """Each note with the date when its content last changed."""


def package_bytes(decks: Sequence[Deck], *, built_at: datetime) -> bytes:
    """An `.apkg`; a `QuizappError` for whatever genanki would write wrong or lose in silence."""
    _check_decks(decks)
    notes = [note for deck in decks for note, _ in deck.notes]
    _check_notes(notes)
    media = _media(notes)
    models = {note_type.id: _Model(note_type) for note_type in NOTE_TYPES}
    package = genanki.Package([_deck(deck, models) for deck in decks])
    return _zip(_collection(package, built_at), media)


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type whose date is its own, not that of the build."""

    def __init__(self, note_type: NoteType) -> None:
        self.note_type = note_type
        super().__init__(
            note_type.id,
            note_type.name,
            fields=[{"name": field.name, "id": field.id} for field in note_type.fields],
            templates=[
                {
                    "name": template.name,
                    "id": template.id,
                    "qfmt": note_type.front(template),
                    "afmt": note_type.back(template),
                }
                for template in note_type.templates
            ],
            css=card_css(),
        )

    @property
    def _req(self) -> list[list[Any]]:
        names = self.note_type.field_names
        guards = (self.note_type.guard(template) for template in self.note_type.templates)
        return [[n, "all", [names.index(guard)]] for n, guard in enumerate(guards)]

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        written: dict[str, Any] = super().to_json(REVISED.timestamp(), deck_id)
        return written


class _Note(genanki.Note):  # type: ignore[misc]
    """A note that carries its own date and makes exactly the cards that Anki would."""

    def __init__(self, note: CardNote, model: _Model, changed_at: datetime, due: int) -> None:
        self.changed_at = changed_at
        self.ords = [position for position, _ in note.templates]
        super().__init__(model, list(note.values), tags=note.tags, guid=note.guid, due=due)

    @property
    def cards(self) -> list[Any]:
        return [genanki.Card(position) for position in self.ords]

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]
    ) -> None:
        super().write_to_db(cursor, self.changed_at.timestamp(), deck_id, id_gen)


def _deck(deck: Deck, models: Mapping[int, _Model]) -> Any:
    made = genanki.Deck(deck.id, deck.name, deck.description)
    for due, (note, changed_at) in enumerate(deck.notes, start=1):
        made.add_note(_Note(note, models[note.note_type.id], changed_at, due))
    return made


def _check_decks(decks: Sequence[Deck]) -> None:
    ids, names = {deck.id for deck in decks}, {deck.name for deck in decks}
    if len(ids) < len(decks) or len(names) < len(decks):
        raise QuizappError("deck-twice", "Two decks of one package have one id or one name.")


def _check_notes(notes: Sequence[CardNote]) -> None:
    seen: set[str] = set()
    for note in notes:
        if note.guid in seen:
            raise QuizappError("deck-guid", f"{note.key} is in the package twice.")
        seen.add(note.guid)
        _check_note(note)


def _check_note(note: CardNote) -> None:
    if unknown := set(note.fields) - set(note.note_type.field_names):
        raise QuizappError("deck-field", f"{note.key}: no field {', '.join(sorted(unknown))}.")
    if is_blank(note.values[0]) or not note.templates:
        raise QuizappError("deck-empty", f"{note.key} would have no card: its front is empty.")
    for name, value in note.fields.items():
        if "\x1f" in value or len(value) > _LONGEST_FIELD:
            raise QuizappError("deck-field", f"{note.key}: {name} is too long or not text.")
        if value and is_blank(value):
            raise QuizappError("deck-field", f"{note.key}: {name} is blank but not empty.")
    if any(not tag or any(c.isspace() for c in tag) for tag in note.tags):
        raise QuizappError("deck-tag", f"{note.key}: a tag is empty or has a space.")


def _media(notes: Sequence[CardNote]) -> dict[str, Medium]:
    media: dict[str, Medium] = {}
    for note in notes:
        for medium in note.media:
            if media.setdefault(medium.name, medium) != medium:
                raise QuizappError("deck-media", f"{note.key}: two files are named {medium.name}.")
    used = "".join(value for note in notes for value in note.values)
    return {name: medium for name, medium in sorted(media.items()) if f'"{name}"' in used}


def _collection(package: Any, built_at: datetime) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        timestamp = built_at.timestamp()
        package.write_to_db(connection.cursor(), timestamp, itertools.count(int(timestamp * 1000)))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _zip(collection: bytes, media: Mapping[str, Medium]) -> bytes:
    names = {str(n): name for n, name in enumerate(media)}
    parts = {"collection.anki2": collection, "media": json.dumps(names).encode()}
    parts |= {n: media[name].data for n, name in names.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()
