"""Study sets, or the whole world, to an Anki package on disk."""

import html
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.export.anki.dates import printed
from quizapp.export.anki.geopolitics import gather_geopolitics, gather_world
from quizapp.export.anki.ledger import Ledger
from quizapp.export.anki.notes import PARTS, CardNote, Gathered, Part, merge
from quizapp.export.anki.package import Deck, package_bytes
from quizapp.export.anki.pictures import CREDITS, Places
from quizapp.export.anki.questions import asked_facts, gather_questions
from quizapp.export.anki.vocabulary import Extra, gather_vocabulary
from quizapp.export.left_out import LeftOut
from quizapp.model import Article, QuizappError, StudySet

_ROOT = "quizapp"
_DECKS: Mapping[Part, tuple[int, str]] = {
    "vocabulary": (1732262500100, f"{_ROOT}::Vocabulaire"),
    "geopolitics": (1732262500200, f"{_ROOT}::Géopolitique"),
    "questions": (1732262500300, f"{_ROOT}::Questions"),
}


@dataclass(frozen=True)
class DeckReport:
    """What a package holds."""

    decks: Mapping[str, int]
    note_types: Mapping[str, int]
    cards: int
    media: int
    size: int
    left_out: tuple[LeftOut, ...]

    @property
    def notes(self) -> int:
        return sum(self.decks.values())

    @property
    def warnings(self) -> tuple[str, ...]:
        """One French line for each thing left out."""
        return tuple(f"{left.key} : {left.reason}" for left in self.left_out)

    def __str__(self) -> str:
        counts = ", ".join(f"{name} {n}" for name, n in self.note_types.items())
        return (
            f"{self.notes} notes ({counts}), {self.cards} cards, {self.media} media files, "
            f"{self.size // 1000} kB, {len(self.left_out)} left out"
        )


def write_deck(
    study_sets: Sequence[StudySet],
    *,
    resources: Places,
    parts: Set[str],
    out: Path,
    built_at: datetime,
    ledger: Path | None = None,
    extras: Set[Extra] = frozenset(),
) -> DeckReport:
    """Write one package of the chosen parts of these study sets.

    The same input gives the same bytes. `ledger` is read and, after the package, written: a note
    keeps the date of the release in which its content last changed; without it every note has
    `built_at`. A `QuizappError` when nothing would be in the package; then nothing is written.
    """
    gathered = gather(study_sets, resources=resources, parts=parts, extras=extras)
    articles = tuple(study_set.article for study_set in study_sets)
    return _write(gathered, articles, out=out, built_at=built_at, ledger=ledger)


def write_world_deck(
    *,
    resources: Places,
    out: Path,
    built_at: datetime,
    ledger: Path | None = None,
    extras: Set[Extra] = frozenset(),
) -> DeckReport:
    """Write one package of all countries, organisations and office-holders of `decks/world`."""
    gathered = gather_world(resources, reverse="reverse" in extras)
    return _write(gathered, (), out=out, built_at=built_at, ledger=ledger)


def gather(
    study_sets: Iterable[StudySet],
    *,
    resources: Places,
    parts: Set[str],
    extras: Set[Extra] = frozenset(),
) -> Gathered:
    """The notes of those parts, one per word or entity, and what is left out."""
    if unknown := parts - set(PARTS):
        raise QuizappError("deck-part", f"there is no part {', '.join(sorted(unknown))}.")
    gathered = Gathered()
    for study_set in study_sets:
        if "vocabulary" in parts:
            gathered += gather_vocabulary(study_set, extras)
        if "geopolitics" in parts:
            asked = asked_facts(study_set) if "questions" in parts else frozenset()
            reverse = "reverse" in extras
            gathered += gather_geopolitics(study_set, resources, reverse=reverse, asked=asked)
        if "questions" in parts:
            gathered += gather_questions(study_set, resources)
    return gathered


def _write(
    gathered: Gathered,
    articles: tuple[Article, ...],
    *,
    out: Path,
    built_at: datetime,
    ledger: Path | None,
) -> DeckReport:
    notes = merge(gathered.notes)
    if not notes:
        raise QuizappError("deck-empty", "There is nothing to put on cards: choose other parts.")
    released = Ledger.read(ledger).release(notes, now=built_at)
    decks = _decks(notes, released, _description(articles, built_at))
    data = package_bytes(decks, built_at=built_at)
    _write_atomically(out, data)
    if ledger is not None:
        _write_atomically(ledger, released.dump())
    return DeckReport(
        decks={deck.name: len(deck.notes) for deck in decks},
        note_types=dict(Counter(note.note_type.slug for note in notes)),
        cards=sum(len(note.templates) for note in notes),
        media=len({medium.name for note in notes for medium in note.media}),
        size=len(data),
        left_out=gathered.left_out,
    )


def _decks(notes: Iterable[CardNote], ledger: Ledger, description: str) -> list[Deck]:
    by_part: dict[Part, list[CardNote]] = {}
    for note in notes:
        by_part.setdefault(note.part, []).append(note)
    return [
        Deck(*_DECKS[part], description, tuple((note, ledger.changed_at(note)) for note in held))
        for part in PARTS
        if (held := by_part.get(part))
    ]


def _description(articles: Iterable[Article], built_at: datetime) -> str:
    """Version, date, licences and attribution, as Anki shows them above the deck."""
    lines = [
        f"quizapp, version {built_at:%Y.%m.%d}, paquet du {printed(built_at.date().isoformat())}.",
        *(_credit(article) for article in articles),
        CREDITS,
    ]
    return "<br>".join(html.escape(line) for line in lines)


def _credit(article: Article) -> str:
    source = article.source or "source non indiquée"
    licence = article.licence or "licence non indiquée : usage personnel"
    return f"« {article.title} » ({source} ; {licence})."


def _write_atomically(path: Path, data: bytes) -> None:
    """The whole file or no file: written beside it, then moved over it."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise QuizappError("deck-unwritable", f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise QuizappError("deck-unwritable", f"cannot write {path}: {error.strerror}") from error
