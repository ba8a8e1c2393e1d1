"""Our own French–English glossary, one record a line in `decks/glossary/*.yaml`."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from quizapp.model import PartOfSpeech, QuizappError
from quizapp.model.base import NonEmpty, Noun


class GlossaryEntry(Noun):
    """`en`: one to three glosses, by sense, the commonest in the news first.

    `band` overrides the estimate from frequency; `fr` is our own definition where the
    Wiktionnaire's first sense is not the one that news use; `ipa` where spelling is ambiguous.
    """

    lemma: NonEmpty
    pos: PartOfSpeech
    gender: Literal["m", "f", "mf"] | None = None
    en: Annotated[tuple[NonEmpty, ...], Field(min_length=1, max_length=3)]
    band: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = None
    fr: NonEmpty | None = None
    ipa: NonEmpty | None = None


_RECORDS = TypeAdapter(tuple[GlossaryEntry, ...])


def read_glossary(folder: Path) -> tuple[GlossaryEntry, ...]:
    """All records of all files, in the order of file names."""
    records: list[GlossaryEntry] = []
    for path in sorted(folder.glob("*.yaml")):
        records.extend(_read_file(path))
    return tuple(records)


def _read_file(path: Path) -> tuple[GlossaryEntry, ...]:
    try:
        data = YAML(typ="safe", pure=True).load(path)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise QuizappError("glossary-invalid", f"{path}:{line}: {error.problem}") from error
    try:
        return _RECORDS.validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise QuizappError("glossary-invalid", f"{path}: record {place}: {first['msg']}") from error
