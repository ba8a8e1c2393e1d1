"""A real worker process: `python -m tests.unit.jobs.worker_process DATABASE_URL QUEUE_FILE`."""

import sys
from datetime import timedelta
from pathlib import Path

from quizapp.jobs import ROOT
from quizapp.jobs.analysis import Analyst
from quizapp.jobs.queue import Queue
from quizapp.jobs.worker import Worker
from quizapp.store import Database

Worker(
    Database(sys.argv[1]),
    queue=Queue.in_file(Path(sys.argv[2])),
    analyse=Analyst(ROOT).analyse,
    stale_after=timedelta(seconds=6),
).run()
