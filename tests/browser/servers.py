"""The site as `make run` starts it: web and worker in processes of their own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.sites import ROOT

STARTS_WITHIN = 60


@dataclass(frozen=True)
class RunningSite:
    """A site that answers; `invitation` is the first teacher's one-time link."""

    url: str
    invitation: str
    process: "subprocess.Popen[str]"
    log: Path


def environment(folder: Path) -> dict[str, str]:
    """Variables for an installation of its own below `folder`."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("QUIZAPP_", "FLASK_"))}
    return inherited | {
        "QUIZAPP_DATABASE_URL": f"sqlite:///{folder / 'quizapp.sqlite'}",
        "PYTHONUNBUFFERED": "1",
    }


def flask(folder: Path, *arguments: str) -> str:
    """Run a command of that installation; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", *arguments],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running_site(folder: Path) -> Iterator[RunningSite]:
    """Migrate, load the curated sets, serve; everything is stopped at the end."""
    flask(folder, "db", "upgrade")
    flask(folder, "library", "load")
    with served(folder) as site:
        yield site


@contextmanager
def served(folder: Path) -> Iterator[RunningSite]:
    """Serve the installation below `folder`, whose database has its tables."""
    port = free_port()
    log = folder / f"serve-{port}.log"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "flask", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment(folder),
            stdout=file,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_ready(url, process, log)
        found = re.search(r"http\S+/invitations/\S+", log.read_text(encoding="utf-8"))
        yield RunningSite(url, found[0] if found else "", process, log)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def wait_until_ready(url: str, process: "subprocess.Popen[str]", log: Path) -> None:
    """Until `/healthz` answers; the log is told when it never does."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError):
            process.poll()
    raise AssertionError(f"the site does not start:\n{log.read_text(encoding='utf-8')}")
