"""`flask generate` and `flask schema`: articles to study sets, without a database."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from quizapp.cli.failures import Command, Failure
from quizapp.cli.sources import Analysis, check_folder_of, published_option, write_atomically
from quizapp.generate import QUESTIONS
from quizapp.model import QuizappError, StudySet


def commands(root: Path) -> list[click.Command]:
    @click.command("generate", cls=Command)
    @click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
    @click.option("-o", "--out", type=click.Path(path_type=Path), help="File, or folder for many.")
    @click.option(
        "--questions",
        type=click.IntRange(0, 200),
        help=f"How many ({QUESTIONS}; all of a curated folder).",
    )
    @click.option("--seed", type=int, default=0, help="Another seed, another choice (0).")
    @published_option
    def generate(
        sources: tuple[str, ...],
        out: Path | None,
        questions: int | None,
        seed: int,
        published: date | None,
    ) -> None:
        """Turn SOURCE (text, PDF or DOCX file, URL, -, curated folder) into a study set."""
        analysis = Analysis(root)
        if out is not None:
            check_folder_of(out)
        if len(sources) == 1 and (out is None or not out.is_dir()):
            study_set = analysis.study_set(
                sources[0], questions=questions, seed=seed, published=published
            )
            _print(study_set, out)
            return
        if out is None:
            raise Failure("several sources need -o FOLDER, one file is written for each")
        _generate_each(analysis, sources, out, questions, seed, published)

    @click.command("schema", cls=Command)
    def schema() -> None:
        """Print the JSON Schema of a study set."""
        document = StudySet.model_json_schema(mode="serialization")
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))

    return [generate, schema]


def _print(study_set: StudySet, out: Path | None) -> None:
    text = study_set.model_dump_json(indent=2) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        write_atomically(out, lambda path: _write(path, text))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _generate_each(
    analysis: Analysis,
    sources: tuple[str, ...],
    out: Path,
    questions: int | None,
    seed: int,
    published: date | None,
) -> None:
    targets = _targets(sources, out)
    failed = []
    for number, (source, target) in enumerate(targets.items(), 1):
        try:
            study_set = analysis.study_set(
                source, questions=questions, seed=seed, published=published
            )
        except QuizappError as error:
            failed.append(source)
            click.echo(f"[{number}/{len(targets)}] {error.message}", err=True)
            continue
        out.mkdir(exist_ok=True)
        _print(study_set, target)
        accepted = sum(fact.status == "accepted" for fact in study_set.facts)
        click.echo(
            f"[{number}/{len(targets)}] {target.name}: {len(study_set.facts)} facts"
            f" ({accepted} accepted), {len(study_set.questions)} questions,"
            f" {len(study_set.lexemes)} words, {_total_ms(study_set):.0f} ms",
            err=True,
        )
    if failed:
        raise Failure(f"{len(failed)} of {len(targets)} sources failed: {', '.join(failed)}")


def _total_ms(study_set: StudySet) -> float:
    times: dict[str, float] = study_set.timings.model_dump()
    return sum(times.values())


def _targets(sources: tuple[str, ...], out: Path) -> dict[str, Path]:
    """`<stem>.json` for each source; two sources of one stem would overwrite each other."""
    targets = {source: out / f"{_stem(source)}.json" for source in sources}
    if len(set(targets.values())) < len(sources):
        raise Failure("two sources have one name; generate them into different folders")
    return targets


def _stem(source: str) -> str:
    return "stdin" if source == "-" else Path(source.rstrip("/")).stem or "article"
