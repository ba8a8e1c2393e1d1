"""Composes the site: settings, tables and database are opened here and passed in."""

import os
import sys
from pathlib import Path

from flask import Flask

from quizapp import cli, jobs
from quizapp.model import QuizappError
from quizapp.resources import ResourcePaths, load_resources
from quizapp.settings import Settings, SettingsError
from quizapp.store import Database
from quizapp.web import create_app

ROOT = Path(__file__).resolve().parent


def compose() -> Flask:
    on_command_line = os.environ.get("FLASK_RUN_FROM_CLI") == "true"
    settings = Settings.from_environ(os.environ, root=ROOT, serving=not on_command_line)
    paths = ResourcePaths.under(ROOT)
    resources = None if on_command_line else load_resources(paths)
    site = create_app(
        settings,
        database=Database(settings.database_url),
        load_resources=lambda: resources or load_resources(paths),
        enqueue=jobs.enqueue_analysis,
    )
    cli.register(site, settings)
    return site


try:
    app = compose()
except (SettingsError, QuizappError) as error:
    sys.stderr.write(f"quizapp: {error}\n")
    sys.exit(2)
