"""Bars of days and of skills, laid out for an SVG without styles of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.model import Skill
from quizapp.services.practice import Mastery

WIDTH, HEIGHT = 380, 130
_LEFT, _BOTTOM, _TOP = 34, 24, 10


@dataclass(frozen=True)
class Bar:
    """A day, with its count and its place in the drawing."""

    day: int
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Chart:
    """Bars over `total` cards; `top` is the value at the height `top_y`."""

    bars: tuple[Bar, ...]
    top: int
    top_y: float
    base: float
    total: int
    width: int = WIDTH
    height: int = HEIGHT


def chart(counts: Sequence[int]) -> Chart:
    """One bar a day."""
    top = max(*counts, 1)
    base = HEIGHT - _BOTTOM
    step = (WIDTH - _LEFT) / len(counts)
    bars = []
    for day, count in enumerate(counts):
        height = (base - _TOP) * count / top
        x = _LEFT + day * step + step * 0.1
        bars.append(
            Bar(
                day,
                count,
                round(x, 1),
                round(base - height, 1),
                round(step * 0.8, 1),
                round(height, 1),
            )
        )
    return Chart(tuple(bars), top, _TOP, base, sum(counts))


@dataclass(frozen=True)
class SkillBar:
    """A skill with its row in the drawing; the whole of `full` would be every answer right."""

    skill: Skill
    mastery: Mastery
    y: int
    width: float
    left: int = 120
    full: int = 190
    height: int = 22


def skill_bars(skills: Mapping[Skill, Mastery]) -> tuple[SkillBar, ...]:
    """One bar a skill, the best mastered first."""
    ordered = sorted(skills.items(), key=lambda item: -item[1].share)
    return tuple(
        SkillBar(skill, found, 8 + n * 38, round(found.share * SkillBar.full, 1))
        for n, (skill, found) in enumerate(ordered)
    )
