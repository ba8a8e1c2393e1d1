"""When each note last changed, remembered from one release to the next."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter, ValidationError

from quizapp.export.anki.notes import CardNote
from quizapp.model import QuizappError
from quizapp.model.base import Noun


class Entry(Noun):
    """What was released of one note."""

    content: str
    changed_at: datetime


_Entries = TypeAdapter(dict[str, Entry])


@dataclass(frozen=True)
class Ledger:
    """Entries by GUID. Notes that a release leaves out stay remembered."""

    entries: dict[str, Entry]

    @classmethod
    def read(cls, path: Path | None) -> Self:
        """Empty when there is no path or no file yet."""
        if path is None or not path.exists():
            return cls({})
        try:
            return cls(_Entries.validate_json(path.read_bytes()))
        except ValidationError as error:
            raise QuizappError(
                "ledger-broken",
                f"{path} is not a ledger of decks: restore it, or give another --ledger.",
            ) from error

    def release(self, notes: Iterable[CardNote], *, now: datetime) -> Self:
        """The ledger after these notes are released at `now` (whole seconds, as Anki counts)."""
        moment = now.astimezone(UTC).replace(microsecond=0)
        entries = dict(self.entries)
        for note in notes:
            known, content = entries.get(note.guid), note.content_hash
            if known is None or known.content != content:
                entries[note.guid] = Entry(content=content, changed_at=moment)
        return type(self)(entries)

    def changed_at(self, note: CardNote) -> datetime:
        return self.entries[note.guid].changed_at

    def dump(self) -> bytes:
        written = _Entries.dump_python(dict(sorted(self.entries.items())), mode="json")
        return f"{json.dumps(written, indent=1)}\n".encode()
