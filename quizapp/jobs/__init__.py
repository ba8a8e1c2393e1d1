"""What takes long: analyses, done by a worker process."""

import os
from functools import cache
from pathlib import Path

from quizapp.jobs.queue import Queue
from quizapp.settings import Settings

__all__ = ["Queue", "enqueue_analysis", "run_worker"]

ROOT = Path(__file__).resolve().parents[2]


def enqueue_analysis(job_id: str) -> None:
    """Wake a worker for a job whose row is committed."""
    _queue().put(job_id)


def run_worker(settings: Settings) -> None:
    """Work until a signal; SIGTERM and SIGINT let a running analysis end."""
    from quizapp.jobs.analysis import Analyst
    from quizapp.jobs.worker import Worker
    from quizapp.store import Database

    worker = Worker(
        Database(settings.database_url),
        queue=Queue.open(settings),
        analyse=Analyst(settings.root).analyse,
    )
    worker.run()


@cache
def _queue() -> Queue:
    """The queue of this process, by its environment."""
    return Queue.open(Settings.from_environ(os.environ, root=ROOT, serving=False))
