"""Compiles the lexicon: every source joined by lemma and part of speech, into one SQLite file."""

import re
import sqlite3
from collections.abc import Callable, Container, Iterable
from pathlib import Path

from quizapp.french.lexicon import OWN_DEFINITION, SCHEMA_VERSION, fold
from quizapp.model import PartOfSpeech
from quizapp.words.compounds import plural
from quizapp.words.definitions import guess_pos, senses
from quizapp.words.glossary import GlossaryEntry, read_glossary
from quizapp.words.records import Key, Record, add_frequencies
from quizapp.words.sources import (
    SourcePaths,
    read_definitions,
    read_dela,
    read_genders,
    read_ipa,
    read_verbs,
    read_zipf,
)

_SCHEMA = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, lemma TEXT NOT NULL, pos TEXT NOT NULL, gender TEXT, ipa TEXT,
    zipf REAL, band TEXT, senses TEXT NOT NULL, gloss_en TEXT, constructions TEXT NOT NULL,
    sources TEXT NOT NULL, weight REAL NOT NULL);
CREATE TABLE form (form TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (form, entry))
    WITHOUT ROWID;
"""
_ENDINGS = {
    "de": (" d'", " du", " des", " d"),
    "à": (" au", " aux"),
    "que": (" qu'",),
}
_NOT_CONJUGATED = frozenset({"sous", "vers", "or", "entre", "contre", "bien", "tant"})
_PLAIN_WORD = re.compile(r"[a-zà-öø-ÿœæ]{3,}")


def build_lexicon(
    out: Path, *, root: Path, report: Callable[[str], None], sources: SourcePaths | None = None
) -> int:
    """Compile the installed data (`root` holds node_modules and decks) into `out`; the number of
    entries.

    `out` is replaced at once at the end: a reader sees the old lexicon or the new one.
    """
    paths = sources or SourcePaths.installed(root)
    records = _collect(paths, report)
    report(f"writing {len(records):,} entries")
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_suffix(".building")
    draft.unlink(missing_ok=True)
    try:
        _write(draft, records)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return len(records)


def _collect(paths: SourcePaths, report: Callable[[str], None]) -> list[Record]:
    report("reading the glossary")
    glossary = read_glossary(paths.glossary)
    report("reading definitions")
    definitions = read_definitions(paths.definitions)
    report("reading forms")
    verbs = read_verbs(paths.verbs)
    records = _forms(paths, verbs)
    report("joining definitions, frequency, pronunciation and gender")
    zipf = read_zipf()
    _add_defined_words(records, definitions, zipf, verbs)
    _add_glossary(records, glossary)
    _define(records.values(), definitions, verbs)
    _add_genders(records.values(), read_genders(paths.genders))
    _add_pronunciations(records.values(), read_ipa(paths.ipa))
    add_frequencies(records.values(), zipf)
    _prefer_own(records, glossary)
    kept = _worth_keeping(records.values())
    return sorted(kept, key=lambda record: (record.lemma, record.pos))


def _forms(paths: SourcePaths, verbs: dict[str, set[str]]) -> dict[Key, Record]:
    records: dict[Key, Record] = {}
    for row in read_dela(paths.dela):
        record = _record(records, row.lemma, row.pos, "DELA")
        record.forms.add(fold(row.form))
        if row.gender and row.form == row.lemma:
            record.genders.append(row.gender)
    for lemma, forms in verbs.items():
        record = _record(records, lemma.replace("'", "’"), "verb", "Lefff")
        record.forms.update(map(fold, forms))
    return records


def _record(
    records: dict[Key, Record], lemma: str, pos: PartOfSpeech, source: str | None = None
) -> Record:
    """The record of that lemma; `État` and `état` are two, `oeil` and `œil` are one."""
    key = (lemma.replace("œ", "oe").replace("æ", "ae"), pos)
    record = records.setdefault(key, Record(lemma, pos, forms={fold(lemma)}))
    if "œ" in lemma or "æ" in lemma:
        record.lemma = lemma
    if source and source not in record.sources:
        record.sources.append(source)
    return record


def _add_defined_words(
    records: dict[Key, Record],
    definitions: dict[str, list[str]],
    zipf: dict[str, float],
    infinitives: Container[str],
) -> None:
    """Words in use that the Wiktionnaire defines and the form lists lack."""
    known = {form for record in records.values() for form in record.forms}
    for headword, raw in definitions.items():
        key = fold(headword)
        if key in known or key not in zipf or not _PLAIN_WORD.fullmatch(headword):
            continue
        pos = guess_pos(raw[0], infinitives)
        record = _record(records, headword, pos)
        if pos in ("noun", "adjective") and not key.endswith(("s", "x", "z")):
            record.forms.add(f"{key}s")


def _add_glossary(records: dict[Key, Record], glossary: Iterable[GlossaryEntry]) -> None:
    for entry in glossary:
        record = _record(records, entry.lemma, entry.pos, "quizapp")
        record.forms |= _own_forms(entry, records)
        record.gloss_en = "; ".join(entry.en)
        record.constructions = entry.constructions
        record.ipa = entry.ipa
        record.gender = entry.gender


def _own_forms(entry: GlossaryEntry, records: dict[Key, Record]) -> set[str]:
    if entry.pos == "expression":
        return _variants(entry.lemma, records)
    return {plural(fold(entry.lemma))} if entry.pos == "noun" else set()


def _variants(expression: str, records: dict[Key, Record]) -> set[str]:
    """An expression's forms: its verb conjugated, its last word contracted or elided."""
    first, _, rest = fold(expression).partition(" ")
    verb = records.get((first, "verb"))
    heads = verb.forms if verb and rest and first not in _NOT_CONJUGATED else {first}
    whole = [f"{head} {rest}" if rest else head for head in heads]
    endings = _ENDINGS.get(rest.rpartition(" ")[2] or rest, ())
    return {*whole, *(form.rpartition(" ")[0] + ending for form in whole for ending in endings)}


def _define(
    records: Iterable[Record], definitions: dict[str, list[str]], infinitives: Container[str]
) -> None:
    spelled_oe = {
        word.replace("œ", "oe").replace("æ", "ae"): word
        for word in definitions
        if "œ" in word or "æ" in word
    }
    for record in records:
        headword = spelled_oe.get(record.lemma, record.lemma)
        raw = definitions.get(headword) or definitions.get(headword.replace(" ", "-"))
        if raw:
            record.lemma = headword
            record.senses = senses(raw, record.pos, infinitives)
        if record.senses:
            record.sources.append("Wiktionnaire")


def _add_genders(records: Iterable[Record], lefff: dict[str, str]) -> None:
    for record in records:
        if record.pos != "noun" or record.gender:
            continue
        alternatives = set(record.genders)
        if len(alternatives) == 1:
            record.gender = record.genders[0]
        elif known := lefff.get(record.lemma):
            record.gender = known
            record.sources.append("Lefff")
        elif record.genders:
            record.gender = record.genders[0]


def _add_pronunciations(records: Iterable[Record], ipa: dict[str, str]) -> None:
    for record in records:
        if record.ipa:
            continue
        record.ipa = ipa.get(fold(record.lemma)) or _spoken_in_parts(record.lemma, ipa)
        if record.ipa:
            record.sources.append("gruut")


def _spoken_in_parts(lemma: str, ipa: dict[str, str]) -> str | None:
    """A compound's parts one after the other, where no liaison could change them."""
    words = re.split(r"[ -]", lemma)
    parts = [ipa.get(fold(word)) for word in words]
    if len(words) < 2 or not all(parts):
        return None
    if any(fold(word)[0] in "aeiouyàâéèêëîïôùûh" for word in words[1:]):
        return None
    return (" " if " " in lemma else "").join(part for part in parts if part)


def _prefer_own(records: dict[Key, Record], glossary: Iterable[GlossaryEntry]) -> None:
    """Our band and definition, where we give one, before the estimates; ours come first."""
    for entry in glossary:
        record = _record(records, entry.lemma, entry.pos)
        record.band = entry.band or record.band
        record.weight += 0.3
        if entry.fr:
            record.senses = (entry.fr, *record.senses)
            record.sources.append(OWN_DEFINITION)


def _worth_keeping(records: Iterable[Record]) -> list[Record]:
    """Records that say something; a plural listed as a lemma gives way to its singular, unless
    it is the commoner of the two (vacances)."""
    records = list(records)
    singulars = {
        (form, record.pos): max(record.weight, 0.01)
        for record in records
        if record.senses or record.gloss_en
        for form in record.forms - {fold(record.lemma)}
    }
    return [record for record in records if _says_more(record, singulars)]


def _says_more(record: Record, singulars: dict[Key, float]) -> bool:
    if record.gloss_en is not None:
        return True
    singular = singulars.get((fold(record.lemma), record.pos)) if record.pos == "noun" else None
    if not record.senses:
        return singular is None and record.weight > 0
    return singular is None or record.weight > singular + 0.5


def _write(path: Path, records: list[Record]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_SCHEMA}")
        connection.executemany(
            "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (_row(number, record) for number, record in enumerate(records, start=1)),
        )
        links = sorted(
            (form, number) for number, record in enumerate(records, 1) for form in record.forms
        )
        connection.executemany("INSERT INTO form VALUES (?, ?)", links)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.commit()
    finally:
        connection.close()


def _row(number: int, record: Record) -> tuple[object, ...]:
    return (
        number, record.lemma, record.pos, record.gender, record.ipa, record.zipf, record.band,
        "\n".join(record.senses), record.gloss_en, "\n".join(record.constructions),
        ",".join(dict.fromkeys(record.sources)), round(record.weight, 3),
    )  # fmt: skip
