"""`flask lexicon`, `flask library`, `flask article`, `flask facts`: what goes into the site."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from quizapp import generate
from quizapp.cli.databases import open_database
from quizapp.cli.failures import Command, Group
from quizapp.cli.sources import Analysis, published_option
from quizapp.model import QuizappError
from quizapp.resources import ResourcePaths
from quizapp.services import accounts, authoring
from quizapp.settings import Settings


def commands(settings: Settings) -> list[click.Command]:
    return [_lexicon(settings), _library(settings), _article(settings), _facts(settings)]


def _lexicon(settings: Settings) -> click.Group:
    @click.group("lexicon", cls=Group)
    def lexicon() -> None:
        """The dictionary behind every tapped word."""

    @lexicon.command("build")
    def build() -> None:
        """Compile instance/lexicon.sqlite from the installed data."""
        from quizapp.words.compile import build_lexicon

        out = ResourcePaths.under(settings.root).lexicon
        out.parent.mkdir(parents=True, exist_ok=True)
        build_lexicon(
            out, root=settings.root, report=lambda line: click.echo(f"lexicon: {line}", err=True)
        )
        click.echo(f"{out}: {out.stat().st_size / 1e6:.0f} MB")

    return lexicon


def curated_folders(root: Path) -> list[Path]:
    """The study sets written by hand that come with the code."""
    return sorted(folder for folder in (root / "decks").iterdir() if generate.is_curated(folder))


def _library(settings: Settings) -> click.Group:
    @click.group("library", cls=Group)
    def library() -> None:
        """The study sets that everybody can read."""

    @library.command("load")
    @click.argument("folders", nargs=-1, type=click.Path(path_type=Path, file_okay=False))
    def load(folders: tuple[Path, ...]) -> None:
        """Put curated study sets (all of decks/ by default) into the database."""
        analysis = Analysis(settings.root)
        database = open_database(settings)
        for folder in folders or curated_folders(settings.root):
            study_set = analysis.curated(folder)
            with database.unit() as unit:
                report = authoring.load_curated(unit, study_set=study_set, now=datetime.now(UTC))
            click.echo(
                f"{report.set_id}: {report.added} added, {report.updated} updated,"
                f" {report.unchanged} unchanged, {len(report.kept)} kept as edited"
            )
            for kept in report.kept:
                click.echo(f"  edited here, not overwritten: {kept}")

    return library


def _article(settings: Settings) -> click.Group:
    @click.group("article", cls=Group)
    def article() -> None:
        """Articles of teachers."""

    @article.command("add")
    @click.argument("source")
    @click.option("--owner", required=True, metavar="EMAIL", help="The teacher it belongs to.")
    @published_option
    def add(source: str, owner: str, published: date | None) -> None:
        """Read SOURCE and queue its analysis; the worker does the rest."""
        from quizapp.jobs import enqueue_analysis
        from quizapp.reading.sources import open_source

        draft = open_source(source)
        if published is not None:
            draft = draft.model_copy(update={"published_on": published})
        now = datetime.now(UTC)
        with open_database(settings).unit() as unit:
            user = accounts.find_user_by_email(unit, email=owner)
            if user is None:
                raise QuizappError("not-found", f"{owner}: no such user; see `flask user create`")
            actor = accounts.actor_of(user)
            set_id = authoring.save_draft(unit, draft=draft, actor=actor, now=now)
            authoring.start_analysis(
                unit, set_id=set_id, actor=actor, now=now, enqueue=enqueue_analysis
            )
        click.echo(f"{set_id}: queued")

    return article


def _facts(settings: Settings) -> click.Group:
    @click.group("facts", cls=Group)
    def facts() -> None:
        """Facts written by hand."""

    @facts.command("check", cls=Command)
    @click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
    def check(folder: Path) -> None:
        """Read a curated FOLDER and say what is wrong in it."""
        study_set = Analysis(settings.root).curated(folder)
        click.echo(
            f"{study_set.id}: {len(study_set.facts)} facts, {len(study_set.questions)} questions,"
            f" {len(study_set.lexemes)} words, {len(study_set.entities)} entities"
        )

    return facts
