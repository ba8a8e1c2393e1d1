"""The worker: claims a job, beats while it works, keeps the result.

Killed at any moment it loses nothing: its row goes silent, and a worker takes it again.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from quizapp.generate import Report
from quizapp.jobs.queue import Queue
from quizapp.model import QuizappError, StudySet
from quizapp.services import accounts, analysing
from quizapp.services.analysing import STALE_AFTER, Work
from quizapp.store import Database

BEAT_SECONDS = 2.0
TIDY_SECONDS = 5.0
GUESTS_EVERY = timedelta(hours=6)

Analyse = Callable[[Work, Report], StudySet]

_log = logging.getLogger(__name__)


class LostError(Exception):
    """The job was cancelled, or another worker has it."""


class Worker:
    def __init__(
        self,
        database: Database,
        *,
        queue: Queue,
        analyse: Analyse,
        stale_after: timedelta = STALE_AFTER,
    ) -> None:
        self._database, self._queue, self._analyse = database, queue, analyse
        self._stale_after = stale_after
        self._guests_at: datetime | None = None

    def run(self) -> None:
        """Until SIGTERM or SIGINT."""
        with _every(TIDY_SECONDS, self.tidy):
            self._queue.work(self.do)

    def do(self, job_id: str) -> None:
        """Do one job, if it is there to be done."""
        with self._database.unit() as unit:
            work = analysing.claim_job(unit, job_id=job_id, now=_now())
        if work is None:
            return
        try:
            with _every(BEAT_SECONDS, lambda: self._beat(work)):
                study_set = self._analyse(work, self._reporter(work))
        except LostError:
            _log.info("analysis %s was cancelled or taken over", job_id)
        except QuizappError as error:
            self._fail(work, error.code, error.message)
        except Exception:  # noqa: BLE001 - whatever it was, the row must say so
            _log.exception("analysis %s failed", job_id)
            self._fail(work, "analysis-failed", None)
        else:
            self._keep(work, study_set)

    def tidy(self) -> None:
        """Take back what silent workers had, wake waiting jobs, forget idle guests."""
        now = _now()
        with self._database.unit() as unit:
            waiting = analysing.requeue_lost(unit, now=now, stale_after=self._stale_after)
            if self._guests_at is None or now - self._guests_at >= GUESTS_EVERY:
                accounts.delete_idle_guests(unit, now=now)
                self._guests_at = now
        if self._queue.size() == 0:
            for job_id in waiting:
                self._queue.put(job_id)

    def _keep(self, work: Work, study_set: StudySet) -> None:
        with self._database.unit() as unit:
            kept = analysing.store_analysis(
                unit, job_id=work.job_id, claim=work.claim, study_set=study_set, now=_now()
            )
        if not kept:
            _log.info("analysis %s was cancelled or taken over", work.job_id)

    def _fail(self, work: Work, code: str, message: str | None) -> None:
        with self._database.unit() as unit:
            analysing.fail_job(unit, work=work, code=code, message=message, now=_now())

    def _beat(self, work: Work) -> None:
        with self._database.unit() as unit:
            analysing.beat(unit, work=work, now=_now())

    def _reporter(self, work: Work) -> Report:
        def report(step: str, share: float) -> None:
            with self._database.unit() as unit:
                mine = analysing.beat(unit, work=work, now=_now(), step=step, progress=share)
            if not mine:
                raise LostError

        return report


@contextmanager
def _every(seconds: float, call: Callable[[], None]) -> Iterator[None]:
    """Call at once and every so often in a thread of its own while the block runs."""
    stop = threading.Event()

    def loop() -> None:
        while True:
            try:
                call()
            except Exception:  # noqa: BLE001 - a database away for a moment must not end the beat
                _log.exception("trying again in %s seconds", seconds)
            if stop.wait(seconds):
                return

    thread = threading.Thread(target=loop, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _now() -> datetime:
    return datetime.now(UTC)
