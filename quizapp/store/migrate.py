"""Migrations, run from code: no configuration file is needed."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from quizapp.store.database import connect

_LOCK = 7_140_618


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for an open connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade(url: str) -> None:
    """Bring the database to the newest tables; harmless when it is there already, and when
    several processes do it at once: SQLite's writers take turns, PostgreSQL's take a lock."""
    engine = connect(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
            command.upgrade(configuration(connection), "head")
    finally:
        engine.dispose()


def revision(connection: Connection) -> str | None:
    """Which migration the tables of an open connection stand at."""
    return MigrationContext.configure(connection).get_current_revision()


def is_current(url: str) -> bool:
    """Whether the database has the tables that this code expects; makes no SQLite file."""
    engine = connect(url)
    file = engine.url.database if engine.url.get_backend_name() == "sqlite" else None
    if file is not None and not Path(file).exists():
        return False
    try:
        with engine.connect() as connection:
            heads = ScriptDirectory.from_config(configuration(connection)).get_heads()
            return set(MigrationContext.configure(connection).get_current_heads()) == set(heads)
    finally:
        engine.dispose()
