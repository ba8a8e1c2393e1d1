"""A whole site for tests: real database, migrations, services and pages."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from quizapp.model import StudySet
from quizapp.resources import Resources
from quizapp.services import authoring
from quizapp.settings import Settings
from quizapp.store import Database, upgrade
from quizapp.web import create_app

ROOT = Path(__file__).resolve().parents[1]
SECRET_KEY = "not-a-secret-but-long-enough-for-the-tests"


def open_database(folder: Path, *, study_sets: Sequence[StudySet] = ()) -> Database:
    """A migrated SQLite database in that folder, with these curated sets in its library."""
    url = f"sqlite:///{folder / 'quizapp.sqlite'}"
    upgrade(url)
    database = Database(url)
    with database.unit() as unit:
        for study_set in study_sets:
            authoring.load_curated(unit, study_set=study_set, now=datetime.now(UTC))
    return database


def open_site(
    database: Database,
    *,
    resources: Resources,
    base_url: str = "http://127.0.0.1:8000",
    mail_url: str | None = None,
    enqueue: Callable[[str], None] = lambda job_id: None,
) -> Flask:
    """The site over that database; a started job stays queued unless `enqueue` does it."""
    environ = {"QUIZAPP_SECRET_KEY": SECRET_KEY, "QUIZAPP_BASE_URL": base_url}
    environ |= {"QUIZAPP_MAIL_URL": mail_url} if mail_url else {}
    settings = Settings.from_environ(environ, root=ROOT)
    return create_app(
        settings, database=database, load_resources=lambda: resources, enqueue=enqueue
    )


class _Quiet(WSGIRequestHandler):
    def log_request(self, *_: object) -> None:
        """A test's output tells of failures only."""


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The site on a free port of this machine, for a browser; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
