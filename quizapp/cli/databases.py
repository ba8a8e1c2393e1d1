"""The database of a command, refused in one line when its tables are not there."""

from quizapp.model import QuizappError
from quizapp.settings import Settings
from quizapp.store import Database, migrate


def open_database(settings: Settings) -> Database:
    """The installation's database, with the tables that this code expects."""
    if not migrate.is_current(settings.database_url):
        raise QuizappError(
            "database-outdated",
            "the database has no tables yet, or those of another version: run `flask db upgrade`",
        )
    return Database(settings.database_url)
