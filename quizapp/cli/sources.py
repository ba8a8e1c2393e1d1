"""What a command line names: files, folders, addresses and `-`, turned into study sets."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic import ValidationError

from quizapp import generate
from quizapp.model import QuizappError, StudySet
from quizapp.resources import ResourcePaths, Resources, load_resources

if TYPE_CHECKING:
    from quizapp.nlp.models import Models

MAX_STUDY_SET_BYTES = 50_000_000


@dataclass(frozen=True)
class Analysis:
    """The tables and models of one command, each loaded at its first use."""

    root: Path

    @cached_property
    def resources(self) -> Resources:
        return load_resources(ResourcePaths.under(self.root))

    @cached_property
    def models(self) -> "Models":
        from quizapp.nlp.models import load_models

        return load_models()

    def study_set(
        self,
        source: str,
        *,
        questions: int | None = None,
        seed: int = 0,
        published: date | None = None,
    ) -> StudySet:
        """A curated folder, a study set in JSON, or anything that can be read as an article; what
        is wrong is told with the name of the source."""
        path = Path(source)
        try:
            if path.is_dir():
                return self.curated(path, questions=questions, seed=seed)
            if path.suffix == ".json":
                return _from_json(path)
            return self._generated(source, questions=questions, seed=seed, published=published)
        except QuizappError as error:
            name = "standard input" if source == "-" else source
            if name in error.message:
                raise
            raise QuizappError(error.code, f"{name}: {error.message}") from error

    def curated(self, folder: Path, *, questions: int | None = None, seed: int = 0) -> StudySet:
        if not generate.is_curated(folder):
            raise QuizappError(
                "folder-not-curated", f"{folder}: a curated folder needs an article.md"
            )
        return generate.assemble(folder, resources=self.resources, questions=questions, seed=seed)

    def _generated(
        self, source: str, *, questions: int | None, seed: int, published: date | None
    ) -> StudySet:
        from quizapp.reading.articles import to_article
        from quizapp.reading.sources import open_source

        started = time.perf_counter()
        draft = open_source(source)
        if published is not None:
            draft = draft.model_copy(update={"published_on": published})
        article = to_article(draft)
        read_ms = round((time.perf_counter() - started) * 1000, 3)
        return generate.generate(
            article,
            resources=self.resources,
            models=self.models,
            questions=generate.QUESTIONS if questions is None else questions,
            seed=seed,
            read_ms=read_ms,
        )


def _from_json(path: Path) -> StudySet:
    if not path.is_file():
        raise QuizappError("file-missing", f"{path}: no such file; give a file or a URL")
    if path.stat().st_size > MAX_STUDY_SET_BYTES:
        raise QuizappError("study-set-too-long", f"{path}: more than 50 MB of study set")
    try:
        return StudySet.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise QuizappError(
            "study-set-malformed",
            f"{path}: not a study set as `flask generate` writes it:"
            f" {where and where + ': '}{first['msg']}",
        ) from error


def check_folder_of(path: Path) -> None:
    """Say before long work that its result could not be written."""
    if not path.parent.is_dir():
        raise QuizappError("folder-missing", f"{path.parent}: no such folder; make it first")


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` make a file beside `path`, then put it in place; nothing half-written stays."""
    check_folder_of(path)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as folder:
        draft = Path(folder) / path.name
        write(draft)
        draft.replace(path)


published_option = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=lambda _ctx, _param, value: value.date() if value else None,
    help="Publication date, YYYY-MM-DD; relative dates are resolved from it.",
)
