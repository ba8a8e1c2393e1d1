"""The teacher's desk: from a text that was read to a study set that learners use."""

from quizapp.services.analysing import (
    Job,
    cancel_job,
    find_job,
    retry_job,
    start_analysis,
    store_analysis,
)
from quizapp.services.authoring.curated import LoadReport, load_curated
from quizapp.services.authoring.decisions import (
    CONFIDENT,
    accept_confident,
    add_question,
    approve_question,
    edit_question,
    is_confident,
    reject_fact,
    reject_question,
)
from quizapp.services.authoring.desk import (
    Desk,
    DeskEntry,
    Flag,
    desk,
    open_set,
    resolve_flag,
    set_status,
)
from quizapp.services.authoring.drafts import delete_set, edit_draft, read_draft, save_draft
from quizapp.services.authoring.facts import accept_confident_facts, accept_fact, edit_fact
from quizapp.services.authoring.history import undo
from quizapp.services.authoring.quizzes import Quiz, delete_quiz, save_quiz
from quizapp.services.marking import Remark

__all__ = [
    "CONFIDENT",
    "Desk",
    "DeskEntry",
    "Flag",
    "Job",
    "LoadReport",
    "Quiz",
    "Remark",
    "accept_confident",
    "accept_confident_facts",
    "accept_fact",
    "add_question",
    "approve_question",
    "cancel_job",
    "delete_quiz",
    "delete_set",
    "desk",
    "edit_draft",
    "edit_fact",
    "edit_question",
    "find_job",
    "is_confident",
    "load_curated",
    "open_set",
    "read_draft",
    "reject_fact",
    "reject_question",
    "resolve_flag",
    "retry_job",
    "save_draft",
    "save_quiz",
    "set_status",
    "start_analysis",
    "store_analysis",
    "undo",
]
