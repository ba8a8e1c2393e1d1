"""Anyone may say that a question is wrong."""

from datetime import datetime
from typing import Literal

from quizapp.services.access import Actor, readable_set
from quizapp.services.authoring.decisions import question_row
from quizapp.store import Unit
from quizapp.store.tables import FlagRow

FlagReason = Literal["wrong-key", "unclear", "two-answers", "language", "other"]
_NOTE_LENGTH = 1000


def flag_question(
    unit: Unit,
    *,
    set_id: str,
    question_id: str,
    reason: FlagReason,
    note: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Tell the owner of the study set; a visitor without a user row may, too."""
    readable_set(unit, set_id=set_id, actor=actor)
    question_row(unit, set_id=set_id, question_id=question_id)
    unit.session.add(
        FlagRow(
            article_id=set_id,
            question_id=question_id,
            user_id=actor.user_id,
            reason=reason,
            note=note.strip()[:_NOTE_LENGTH],
            made_at=now,
            resolved_at=None,
        )
    )
