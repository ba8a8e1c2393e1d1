"""YAML documents written by hand: rows checked against a shape, with file and line in errors."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from quizapp.model import QuizappError


class Row(BaseModel):
    """The shape of one hand-written mapping; a key that it does not name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True)
class Located(Generic[RowT]):
    """A row together with the place where it stands."""

    value: RowT
    path: Path
    mapping: CommentedMap
    first_line: int

    def fail(self, code: str, message: str, *, key: str | None = None) -> NoReturn:
        """Raise a QuizappError that names the file and the line of `key` (or of the row)."""
        where = (key,) if key else ()
        line, column = _position(self.mapping, where)
        raise QuizappError(code, f"{self.path}:{line + self.first_line}:{column}: {message}")


def read_text(path: Path) -> str:
    """The UTF-8 text of a file that a person wrote."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise QuizappError("document-missing", f"{path}: there is no such file") from error
    except UnicodeDecodeError as error:
        raise QuizappError("document-encoding", f"{path}: save this file as UTF-8") from error


def read_rows(path: Path, row: type[RowT]) -> tuple[Located[RowT], ...]:
    """A file that holds a list of mappings; an empty file holds none."""
    document = _load(read_text(path), path, 1)
    if document is None:
        return ()
    if not isinstance(document, CommentedSeq):
        raise QuizappError("document-shape", f"{path}:1:1: expected a list (lines with '- ')")
    return tuple(
        _locate(item, row, path=path, first_line=1, line=document.lc.item(n)[0])
        for n, item in enumerate(document)
    )


def read_row(text: str, row: type[RowT], *, path: Path, first_line: int = 1) -> Located[RowT]:
    """One mapping given as text that starts on line `first_line` of `path`."""
    document = _load(text, path, first_line)
    return _locate(document, row, path=path, first_line=first_line, line=0)


def _load(text: str, path: Path, first_line: int) -> Any:
    try:
        return YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column + 1) if mark else (0, 1)
        problem = " ".join(str(error.problem or error.context).split())
        place = f"{path}:{line + first_line}:{column}"
        raise QuizappError("document-syntax", f"{place}: not valid YAML: {problem}") from error
    except YAMLError as error:
        problem = " ".join(str(error).split())
        raise QuizappError("document-syntax", f"{path}: not valid YAML: {problem}") from error


def _locate(
    item: object, row: type[RowT], *, path: Path, first_line: int, line: int
) -> Located[RowT]:
    if not isinstance(item, CommentedMap):
        place = f"{path}:{line + first_line}:1"
        raise QuizappError("document-shape", f"{place}: expected keys and values ('id: …')")
    try:
        return Located(row.model_validate(item), path, item, first_line)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        at_line, column = _position(item, where)
        place = f"{path}:{at_line + first_line}:{column}"
        message = _explain(first["type"], where, first, row)
        raise QuizappError("document-shape", f"{place}: {message}") from error


def _position(item: Any, where: tuple[int | str, ...]) -> tuple[int, int]:
    """Line (from 0) and column (from 1) of the deepest part of `where` that stands there."""
    line, column = item.lc.line, item.lc.col
    for step in where:
        if isinstance(item, CommentedMap) and step in item:
            line, column = item.lc.key(step)
        elif isinstance(item, CommentedSeq) and isinstance(step, int):
            line, column = item.lc.item(step)
        else:
            break
        item = item[step]
    return line, column + 1


def _explain(kind: str, where: tuple[int | str, ...], error: Any, row: type[Row]) -> str:
    name = ".".join(str(step) for step in where)
    if kind == "missing":
        return f"the key '{name}' is missing"
    if kind == "extra_forbidden":
        return f"unknown key '{name}'; expected one of {', '.join(row.model_fields)}"
    if kind == "literal_error":
        return f"{name}: expected {error['ctx']['expected']}, not {error['input']!r}"
    return f"{name}: {error['msg']}, not {error['input']!r}"
