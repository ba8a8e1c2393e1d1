"""Databases for the tests of this room."""

from tests.databases import database, database_url, postgresql_url, sqlite_template

__all__ = ["database", "database_url", "postgresql_url", "sqlite_template"]
