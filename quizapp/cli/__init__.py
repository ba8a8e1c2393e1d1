"""The command line: `flask generate`, `flask deck`, `flask library load` and the rest."""

from flask import Flask

from quizapp.cli import analysis, content, decks, operation, people
from quizapp.settings import Settings


def register(app: Flask, settings: Settings) -> None:
    """Add every command to the application's own command line."""
    for command in (
        *analysis.commands(settings.root),
        *decks.commands(settings.root),
        *content.commands(settings),
        *people.commands(settings),
        *operation.commands(settings),
    ):
        app.cli.add_command(command)
