"""Taking a quiz: alone, or as a course was told to."""

from quizapp.services.questions import (
    Feedback,
    PublicChoice,
    PublicQuestion,
    parse_response,
)
from quizapp.services.taking.answers import Answered, Results, answer, feedback, finish, results
from quizapp.services.taking.attempts import (
    Attempt,
    FeedbackPolicy,
    open_attempts,
    passage,
    resume,
    start,
    start_assignment,
    start_missed,
)

__all__ = [
    "Answered",
    "Attempt",
    "Feedback",
    "FeedbackPolicy",
    "PublicChoice",
    "PublicQuestion",
    "Results",
    "answer",
    "feedback",
    "finish",
    "open_attempts",
    "parse_response",
    "passage",
    "results",
    "resume",
    "start",
    "start_assignment",
    "start_missed",
]
