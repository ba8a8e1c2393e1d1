"""How well a learner does, by skill."""

from collections import defaultdict
from collections.abc import Iterable

from quizapp.model import Skill
from quizapp.model.base import Noun


class Mastery(Noun):
    """`share` is the mean score over `answered` questions."""

    share: float
    answered: int


def by_skill(results: Iterable[tuple[Skill, float]]) -> dict[Skill, Mastery]:
    """Mean score by skill, of (skill, score) pairs; a skill without answers is left out."""
    scores: dict[Skill, list[float]] = defaultdict(list)
    for skill, score in results:
        scores[skill].append(score)
    return {
        skill: Mastery(share=sum(values) / len(values), answered=len(values))
        for skill, values in scores.items()
    }
