"""The mark: what a learner gets back for one response."""

from typing import Annotated, Literal

from pydantic import Field

from quizapp.model.base import Noun

Flag = Literal["accent-missing", "typo", "quote-wrong", "other-unit", "unreadable-number"]
"""What the feedback should point out: a slip that was forgiven, or why a mark was lost."""


class Part(Noun):
    """One gap, pair, position or option of a question with several."""

    given: str
    expected: str
    correct: bool


class Mark(Noun):
    """`score` goes from 0 to 1, `correct` means all of it; `accepted_form` is what to show as the
    correction. `parts` are in the order of the key."""

    score: Annotated[float, Field(ge=0, le=1)]
    correct: bool
    accepted_form: str
    parts: tuple[Part, ...] = ()
    flags: tuple[Flag, ...] = ()


def right(accepted_form: str, *flags: Flag) -> Mark:
    return Mark(score=1, correct=True, accepted_form=accepted_form, flags=flags)


def wrong(accepted_form: str, *flags: Flag) -> Mark:
    return Mark(score=0, correct=False, accepted_form=accepted_form, flags=flags)


def in_parts(parts: list[Part], accepted_form: str, *flags: Flag) -> Mark:
    """The share of right parts."""
    right = sum(part.correct for part in parts)
    return Mark(
        score=right / len(parts),
        correct=right == len(parts),
        accepted_form=accepted_form,
        parts=tuple(parts),
        flags=tuple(dict.fromkeys(flags)),
    )
