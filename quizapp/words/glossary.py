"""Our own French–English glossary, one word a line in `decks/glossary/*.yaml`.

A file maps sections (`noun f`, `verb`, …) to words, a word to its glosses by sense, the sense of
the news first: `accord: agreement; deal`, or `sommet: {en: summit; peak, band: B1, fr: …}`.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from quizapp.model import PartOfSpeech, QuizappError
from quizapp.model.base import NonEmpty, Noun

Section = Literal[
    "noun m", "noun f", "noun mf", "verb", "adjective", "adverb", "expression", "preposition",
    "conjunction", "determiner", "pronoun",
]  # fmt: skip


def _several(value: Any) -> Any:
    return tuple(value.split("; ")) if isinstance(value, str) else value


def _french(text: str) -> str:
    if "'" in text:
        raise ValueError(f"{text!r} needs the apostrophe ’")
    return text


French = Annotated[NonEmpty, AfterValidator(_french)]


class GlossaryEntry(Noun):
    """`en`: one to three glosses. `band` overrides the estimate from frequency; `fr` is our own
    definition, in the sense of the news; `constructions` how the word is built into a sentence
    (`fournir qqch à qqn; se fournir en qqch`); `ipa` where one spelling has two pronunciations.
    """

    lemma: French
    pos: PartOfSpeech
    gender: Literal["m", "f", "mf"] | None = None
    en: Annotated[
        tuple[NonEmpty, ...], BeforeValidator(_several), Field(min_length=1, max_length=3)
    ]
    band: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = None
    fr: French | None = None
    constructions: Annotated[tuple[French, ...], BeforeValidator(_several)] = ()
    ipa: NonEmpty | None = None


_SECTIONS = TypeAdapter(dict[Section, dict[str, str | dict[str, str]]])


def read_glossary(folder: Path) -> tuple[GlossaryEntry, ...]:
    """All records of all files, in the order of file names; a word stands in one place only."""
    places: dict[tuple[str, PartOfSpeech], Path] = {}
    records: list[GlossaryEntry] = []
    for path in sorted(folder.glob("*.yaml")):
        for record in _read_file(path):
            key = (record.lemma, record.pos)
            if key in places:
                raise QuizappError(
                    "glossary-invalid",
                    f"{path}: {record.lemma} stands in {places[key].name} already",
                )
            places[key] = path
            records.append(record)
    return tuple(records)


def _read_file(path: Path) -> tuple[GlossaryEntry, ...]:
    try:
        sections = _SECTIONS.validate_python(YAML(typ="safe", pure=True).load(path))
        return tuple(
            _record(section, lemma, value)
            for section, words in sections.items()
            for lemma, value in words.items()
        )
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise QuizappError("glossary-invalid", f"{path}:{line}: {error.problem}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = " ".join(str(part) for part in first["loc"])
        message = f"{path}: {place}: {first['msg']} ({str(first['input'])[:40]!r})"
        raise QuizappError("glossary-invalid", message) from error


def _record(section: Section, lemma: str, value: str | dict[str, str]) -> GlossaryEntry:
    pos, _, gender = section.partition(" ")
    fields = {"en": value} if isinstance(value, str) else value
    return GlossaryEntry.model_validate(
        {"lemma": lemma, "pos": pos, "gender": gender or None, **fields}
    )
