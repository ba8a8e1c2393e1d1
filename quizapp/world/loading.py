"""Reads `decks/world/`: YAML, one file a kind of record.

Every scalar is read as text, so that no reader of YAML 1.1 takes Norway's code for « false »; the
shapes of the records say what is a truth value.
"""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from quizapp.model import QuizappError
from quizapp.world.index import Index
from quizapp.world.records import KINDS, AnyRecord
from quizapp.world.world import World

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_world(path: Path) -> World:
    """The world of a folder; `QuizappError` names file, record and what was expected."""
    records: list[AnyRecord] = []
    for stem, kind in KINDS.items():
        file = path / f"{stem}.yaml"
        for raw in _read(file):
            try:
                records.append(kind.model_validate(raw))
            except ValidationError as error:
                raise QuizappError("world-invalid", _complaint(file, raw, error)) from None
    return World(Index(records))


def _read(file: Path) -> list[dict[str, Any]]:
    if not file.is_file():
        raise QuizappError("world-missing", f"{file} is missing: restore it from the repository.")
    try:
        raw = _LOADER(file.read_text(encoding="utf-8")).get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise QuizappError("world-invalid", f"{file}, line {line}: {error.problem}") from None
    if not isinstance(raw, list):
        raise QuizappError("world-invalid", f"{file}: a list of records was expected.")
    return raw


def _complaint(file: Path, raw: Any, error: ValidationError) -> str:
    first = error.errors()[0]
    name = raw.get("id") or raw.get("iso3") if isinstance(raw, dict) else raw
    field = ".".join(str(part) for part in first["loc"])
    return f"{file}, record {name}, {field}: {first['msg']}"
