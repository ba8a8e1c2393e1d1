"""`flask db`, `flask worker`, `flask serve`, `flask backup`, `flask restore`: running the site."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click

from quizapp.cli.databases import open_database
from quizapp.cli.failures import Command, Failure, Group
from quizapp.services import accounts
from quizapp.settings import Settings
from quizapp.store import backup, migrate

STOP_SECONDS = 20
_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def commands(settings: Settings) -> list[click.Command]:
    return [_db(settings), _worker(settings), _serve(settings), *_copies(settings)]


def _db(settings: Settings) -> click.Group:
    @click.group("db", cls=Group)
    def db() -> None:
        """The database."""

    @db.command("upgrade")
    def upgrade() -> None:
        """Make or update the tables."""
        migrate.upgrade(settings.database_url)
        click.echo("database: up to date")

    return db


def _worker(settings: Settings) -> click.Command:
    @click.command("worker", cls=Command)
    def worker() -> None:
        """Analyse queued articles until stopped."""
        from quizapp.jobs import run_worker

        open_database(settings).close()
        run_worker(settings)

    return worker


def _serve(settings: Settings) -> click.Command:
    @click.command("serve", cls=Command)
    @click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
    @click.option("--host", default="127.0.0.1", show_default=True)
    @click.option("--web-processes", type=click.IntRange(1, 64), default=1, show_default=True)
    def serve(port: int, host: str, web_processes: int) -> None:
        """Run the web processes and the worker together; Ctrl-C stops both."""
        environ = dict(os.environ)
        address = environ.setdefault("QUIZAPP_BASE_URL", f"http://{host}:{port}")
        environ.pop("FLASK_RUN_FROM_CLI", None)
        web = [
            *(sys.executable, "-m", "gunicorn", "wsgi:app", "--preload"),
            *("--bind", f"{host}:{port}", "--workers", str(web_processes)),
            *("--worker-class", "gthread", "--threads", "8", "--no-control-socket"),
        ]
        worker = [sys.executable, "-m", "flask", "worker"]
        _check_free(host, port)
        link = _first_teacher_link(settings, address)
        click.echo(f"quizapp: {address}")
        if link is not None:
            click.echo(f"The first teacher signs up once at {link}")
        _Processes({"web": web, "worker": worker}, environ, settings.root).run()

    return serve


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise Failure(
            f"{host}:{port} cannot be served: {error.strerror}; choose another with --port"
        ) from error


def _first_teacher_link(settings: Settings, address: str) -> str | None:
    """A one-time link, as long as there is no teacher."""
    with open_database(settings).unit() as unit:
        if accounts.has_teacher(unit):
            return None
        token = accounts.invite_teacher(unit, actor=None, now=datetime.now(UTC))
    return f"{address}/invitations/{token}"


@dataclass
class _Processes:
    """The processes of a site: the web server and the worker, each in a session of its own."""

    commands: dict[str, list[str]]
    environ: dict[str, str]
    root: Path
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def run(self) -> None:
        """Until a signal, or until one ends by itself; whatever it is, it stops them all."""
        for number in _STOPPING:
            signal.signal(number, _stop)
        try:
            for name in self.commands:
                self._start(name)
            self._watch()
        finally:
            self._end()

    def _start(self, name: str) -> None:
        self.running[name] = subprocess.Popen(  # noqa: S603
            self.commands[name], cwd=self.root, env=self.environ, start_new_session=True
        )

    def _watch(self) -> None:
        """A worker that was killed, as by a machine short of memory, is started again: its
        analysis is taken up, as often as analyses are."""
        while True:
            for name, process in self.running.items():
                if process.poll() is None:
                    continue
                if name != "worker" or process.returncode > 0:
                    raise Failure(
                        f"the {name} process ended by itself, so all was stopped;"
                        " its lines are above"
                    )
                click.echo("quizapp: the worker was killed; another is started", err=True)
                self._start(name)
            time.sleep(0.2)

    def _end(self) -> None:
        for number in _STOPPING:
            signal.signal(number, signal.SIG_IGN)
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        click.echo("quizapp: stopped")


def _stop(_number: int, _frame: object) -> None:
    sys.exit(0)


def _copies(settings: Settings) -> list[click.Command]:
    @click.command("backup", cls=Command)
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
    def back_up(file: Path) -> None:
        """Copy the whole database into FILE while the site runs."""
        rows = backup.write(open_database(settings), file)
        click.echo(f"{file}: {rows} rows")

    @click.command("restore", cls=Command)
    @click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    def restore(file: Path) -> None:
        """Fill an empty database from FILE, made by `flask backup` on any database."""
        rows = backup.read(open_database(settings), file)
        click.echo(f"{file}: {rows} rows restored")

    return [back_up, restore]
