"""`flask deck`: study sets to Anki packages."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from quizapp.cli.failures import Command, Failure
from quizapp.cli.sources import Analysis, check_folder_of, published_option
from quizapp.export.anki.deck import write_deck, write_world_deck
from quizapp.export.anki.notes import PARTS

_YEAR_3000 = 32_503_680_000


def commands(root: Path) -> list[click.Command]:
    @click.command("deck", cls=Command)
    @click.argument("source")
    @click.option("-o", "--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
    @click.option("--parts", default=",".join(PARTS), show_default=True, help="Comma-separated.")
    @click.option(
        "--ledger",
        type=click.Path(path_type=Path, dir_okay=False),
        help="What was released before; only changed notes get a new date. Made if missing.",
    )
    @published_option
    def deck(
        source: str, out: Path, parts: str, ledger: Path | None, published: date | None
    ) -> None:
        """Make an Anki package from SOURCE (as for generate, a study set .json, decks/world)."""
        chosen = _parts(parts)
        check_folder_of(out)
        built_at = _built_at()
        analysis = Analysis(root)
        if Path(source).resolve() == (root / "decks" / "world").resolve():
            report = write_world_deck(
                resources=analysis.resources, out=out, built_at=built_at, ledger=ledger
            )
        else:
            study_set = analysis.study_set(source, published=published)
            report = write_deck(
                [study_set],
                resources=analysis.resources,
                parts=chosen,
                out=out,
                built_at=built_at,
                ledger=ledger,
            )
        click.echo(f"{out}: {report}")
        for warning in report.warnings:
            click.echo(f"  left out: {warning}", err=True)

    return [deck]


def _built_at() -> datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH names, as reproducible builds do."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    if not (epoch.isascii() and epoch.isdigit() and int(epoch) < _YEAR_3000):
        raise Failure("SOURCE_DATE_EPOCH is malformed: expected seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC)


def _parts(text: str) -> frozenset[str]:
    parts = frozenset(part.strip() for part in text.split(",") if part.strip())
    if unknown := parts - set(PARTS):
        raise Failure(f"no such part: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}")
    if not parts:
        raise Failure(f"--parts names none of {', '.join(PARTS)}")
    return parts
