"""huey behind one typed wrapper: job ids in, one call for each out."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from huey import RedisHuey, SqliteHuey
from huey.api import Huey
from huey.consumer import Consumer

from quizapp.settings import Settings

_NAME = "quizapp"
_POLL_SECONDS = 0.5


class Queue:
    """Wakes workers. It may lose or repeat a job id: the job's row is the truth."""

    def __init__(self, huey: Huey) -> None:
        self._huey = huey
        self._run: Callable[[str], None] | None = None
        self._task = huey.task(name="analyse")(self._call)

    @classmethod
    def open(cls, settings: Settings) -> "Queue":
        """Redis where it is set, for several machines; else a SQLite file of its own."""
        if settings.redis_url is not None:
            return cls(RedisHuey(_NAME, url=settings.redis_url, results=False))
        return cls.in_file(settings.instance / "queue.sqlite")

    @classmethod
    def in_file(cls, path: Path) -> "Queue":
        path.parent.mkdir(parents=True, exist_ok=True)
        return cls(SqliteHuey(_NAME, filename=str(path), results=False, timeout=20))

    def put(self, job_id: str) -> None:
        self._task(job_id)

    def size(self) -> int:
        return cast(int, self._huey.pending_count())

    def work(self, run: Callable[[str], None]) -> None:
        """Call `run` for each job id, one at a time, until SIGTERM or SIGINT."""
        self._run = run
        consumer = Consumer(
            self._huey,
            workers=1,
            periodic=False,
            max_delay=_POLL_SECONDS,
            graceful_signal="TERM",
        )
        consumer.run()

    def _call(self, job_id: str) -> None:
        if self._run is not None:
            self._run(job_id)
