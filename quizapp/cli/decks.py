"""`flask deck`: study sets to Anki packages."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from quizapp.cli.failures import Command, Failure
from quizapp.cli.sources import Analysis, published_option, write_atomically

PARTS = ("vocabulary", "geopolitics", "questions")


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
        analysis = Analysis(root)
        report = _write(analysis, source, chosen, out, ledger, published)
        click.echo(f"{out}: {report}")

    return [deck]


def _parts(text: str) -> frozenset[str]:
    parts = frozenset(part.strip() for part in text.split(",") if part.strip())
    if unknown := parts - set(PARTS):
        raise Failure(f"no such part: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}")
    if not parts:
        raise Failure(f"--parts names none of {', '.join(PARTS)}")
    return parts
