"""The lexicon: what a French word is, looked up by any of its forms."""

import re
import sqlite3
import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from quizapp.model import PartOfSpeech, QuizappError

SCHEMA_VERSION = 2
"""Written into the file by the compiler; a reader refuses any other."""

OWN_DEFINITION = "quizapp-glossaire"
"""Among the sources where the definition is our own, in the sense of the news."""

Band = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
Gender = Literal["m", "f", "mf"]

_PROCLITIC = re.compile(r"^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_ENCLITIC = re.compile(
    r"(?:-t)?-(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|l[ea]s?|lui|leur|en|y|ci|là)$"
)
_FOLDED = str.maketrans({"’": "'", "ʼ": "'", "œ": "oe", "æ": "ae", "‑": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A lemma with one part of speech.

    `senses` are short French definitions, the likeliest first; `zipf` is None where no frequency
    was counted (compounds); `band` is an estimate; `constructions` shows what the word is built
    with (`fournir qqch à qqn`); `sources` names where each part comes from.
    """

    lemma: str
    pos: PartOfSpeech
    gender: Gender | None = None
    ipa: str | None = None
    zipf: float | None = None
    band: Band | None = None
    senses: tuple[str, ...] = ()
    gloss_en: str | None = None
    constructions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def definition(self) -> str | None:
        return self.senses[0] if self.senses else None

    @property
    def lexeme_id(self) -> str:
        """`main-d-œuvre-noun-1`: global, without spaces or slashes."""
        slug = re.sub(r"\W+", "-", self.lemma.lower()).strip("-")
        return f"{slug}-{self.pos}-1"


def fold(form: str) -> str:
    """The key under which a form is kept: lower case, straight apostrophe, oe for œ."""
    text = unicodedata.normalize("NFC", form).lower().translate(_FOLDED)
    return " ".join(text.split())


class Lexicon:
    """The compiled lexicon, read only; cheap to make, opened at the first look-up, once a thread.

    A process that forks opens its own file: make no look-up before forking.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise QuizappError(
                "lexicon-missing", f"there is no lexicon at {path}: run `flask lexicon build`"
            )
        self._path = path
        self._local = threading.local()
        self._find = lru_cache(maxsize=16_384)(self._select)

    def look_up(self, form: str) -> tuple[Entry, ...]:
        """The entries of which `form` is a form, the likeliest first.

        Takes a word as it stands in a text: capitalised, elided (`l’État`), inverted
        (`a-t-il`), or an expression (`bouées de sauvetage`).
        """
        key = fold(form)
        for candidate in _readings(key):
            if entries := self._find(candidate):
                return _written_alike_first(entries, form)
        return ()

    def entry(self, lemma: str, pos: PartOfSpeech) -> Entry | None:
        """The entry of exactly that lemma; one of another case (État, état) if there is no such."""
        key = fold(lemma)
        same = [e for e in self._find(key) if e.pos == pos and fold(e.lemma) == key]
        return next((e for e in same if e.lemma == lemma), same[0] if same else None)

    def has(self, form: str) -> bool:
        """Whether `form`, as it is written, is a form of something."""
        return bool(self._find(fold(form)))

    def _select(self, key: str) -> tuple[Entry, ...]:
        rows = self._connection().execute(
            "SELECT lemma, pos, gender, ipa, zipf, band, senses, gloss_en, constructions,"
            " sources"
            " FROM form JOIN entry ON entry.id = form.entry"
            " WHERE form.form = ? ORDER BY entry.weight DESC, entry.id",
            (key,),
        )
        return tuple(_entry(row) for row in rows)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != SCHEMA_VERSION:
                connection.close()
                raise QuizappError(
                    "lexicon-outdated",
                    f"the lexicon at {self._path} is of another version: run `flask lexicon build`",
                )
            self._local.connection = connection
        return connection

    def close(self) -> None:
        """Close this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            del self._local.connection


def _entry(row: tuple[str, ...]) -> Entry:
    lemma, pos, gender, ipa, zipf, band, senses, gloss_en, constructions, sources = row
    return Entry(
        lemma=lemma,
        pos=pos,  # type: ignore[arg-type]  # the compiler wrote it
        gender=gender,  # type: ignore[arg-type]
        ipa=ipa,
        zipf=zipf,  # type: ignore[arg-type]
        band=band,  # type: ignore[arg-type]
        senses=tuple(senses.split("\n")) if senses else (),
        gloss_en=gloss_en,
        constructions=tuple(constructions.split("\n")) if constructions else (),
        sources=tuple(sources.split(",")),
    )


def _readings(key: str) -> tuple[str, ...]:
    """The key itself, then without what French glues to a word."""
    stripped = _PROCLITIC.sub("", key)
    bare = _ENCLITIC.sub("", stripped)
    readings = (key, stripped, bare, stripped.replace(" ", "-"))
    return tuple(dict.fromkeys(reading for reading in readings if reading))


def _written_alike_first(entries: tuple[Entry, ...], form: str) -> tuple[Entry, ...]:
    """Where capitals tell two lemmas apart (État, état), the one written as in the text."""
    lemmas = {entry.lemma for entry in entries}
    if len({lemma.lower() for lemma in lemmas}) == len(lemmas):
        return entries
    capital = form.rsplit("’", maxsplit=1)[-1].rsplit("'", maxsplit=1)[-1][:1].isupper()
    return tuple(sorted(entries, key=lambda e: e.lemma[:1].isupper() != capital))
