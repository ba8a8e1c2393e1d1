"""The tables. Changing one takes a migration in `store/migrations/versions`."""

from quizapp.store.tables.base import Base
from quizapp.store.tables.content import (
    ArticleRow,
    ArticleVersion,
    DeckRelease,
    Edit,
    EntityRow,
    FactRow,
    FlagRow,
    JobRow,
    LexemeRow,
    QuestionRow,
    QuestionVersion,
)
from quizapp.store.tables.people import Invitation, User
from quizapp.store.tables.practice import (
    AttemptRow,
    CardRow,
    ResponseRow,
    ReviewRow,
    SavedWordRow,
)
from quizapp.store.tables.teaching import AssignmentRow, CourseRow, Enrolment, QuizRow

__all__ = [
    "ArticleRow",
    "ArticleVersion",
    "AssignmentRow",
    "AttemptRow",
    "Base",
    "CardRow",
    "CourseRow",
    "DeckRelease",
    "Edit",
    "Enrolment",
    "EntityRow",
    "FactRow",
    "FlagRow",
    "Invitation",
    "JobRow",
    "LexemeRow",
    "QuestionRow",
    "QuestionVersion",
    "QuizRow",
    "ResponseRow",
    "ReviewRow",
    "SavedWordRow",
    "User",
]
