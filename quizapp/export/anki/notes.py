"""Notes before they become a package."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from quizapp.export.anki.markup import is_blank
from quizapp.export.anki.media import Medium
from quizapp.export.anki.notetypes import CardTemplate, NoteType
from quizapp.export.left_out import LeftOut
from quizapp.model import QuizappError

Part = Literal["vocabulary", "geopolitics", "questions"]
PARTS: tuple[Part, ...] = ("vocabulary", "geopolitics", "questions")


@dataclass(frozen=True)
class CardNote:
    """One note: `key` is the global key of the thing behind it, `fields` are HTML by name.

    Fields that are not named are empty. Their order in the deck is that of the notes.
    """

    note_type: NoteType
    part: Part
    key: str
    fields: Mapping[str, str]
    tags: tuple[str, ...] = ()
    media: tuple[Medium, ...] = field(default=(), compare=False)

    @property
    def guid(self) -> str:
        """The same for ever: from the key and the note type, never from the text."""
        digest = hashlib.sha256(f"{self.note_type.slug}\n{self.key}".encode()).digest()
        return base64.urlsafe_b64encode(digest[:15]).decode()

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(self.fields.get(name, "") for name in self.note_type.field_names)

    @property
    def content_hash(self) -> str:
        """Of what the learner sees. Tags are left out: a new tag alone must not make Anki replace
        the learner's own fields and tags."""
        written = json.dumps(dict(sorted(self.fields.items())), ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()

    @property
    def templates(self) -> tuple[tuple[int, CardTemplate], ...]:
        """The templates, by position, that make a card of this note."""
        return tuple(
            (position, template)
            for position, template in enumerate(self.note_type.templates)
            if not is_blank(self.fields.get(self.note_type.guard(template), ""))
        )


@dataclass(frozen=True)
class Gathered:
    """The notes of one part, and what was left out of it."""

    notes: tuple[CardNote, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def __add__(self, other: "Gathered") -> "Gathered":
        return Gathered(self.notes + other.notes, self.left_out + other.left_out)


def merge(notes: Iterable[CardNote]) -> tuple[CardNote, ...]:
    """One note per GUID: the first wins and takes the tags of the others."""
    merged: dict[str, CardNote] = {}
    for note in notes:
        if (first := merged.get(note.guid)) is None:
            merged[note.guid] = note
            continue
        if first.key != note.key:
            raise QuizappError("deck-guid", f"{first.key} and {note.key} have one GUID.")
        tags = tuple(dict.fromkeys(first.tags + note.tags))
        merged[note.guid] = replace(first, tags=tags)
    return tuple(merged.values())
