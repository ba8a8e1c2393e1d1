"""The time of a fact as a reader of another day understands it."""

import re

from quizapp.french import dates
from quizapp.model import Fact

_NOWADAYS = re.compile(r"(?:aujourd[’']hui|actuellement|désormais|récemment)", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:a|ont|est|sont) \w+[éeiust]s?\b")
_WITHOUT_YEAR = re.compile(r"le \d{1,2}(?:er)? (?!\d)\w{3,9}")
_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_SMALL_WORDS = frozenset("le la les en du au et depuis pendant avant entre après à".split())


def dated(text: str, fact: Fact) -> str:
    """A relative date made absolute, « le 16 septembre » with its year; empty where the date says
    nothing (« aujourd’hui » that means nowadays) or cannot be known."""
    if _NOWADAYS.fullmatch(text) and not _PERFECT.search(fact.statement):
        return ""
    if dates.is_relative(text) or _WITHOUT_YEAR.fullmatch(text):
        return _absolute(fact.time) or ("" if dates.is_relative(text) else text)
    return text


def is_told(time: str, fact: Fact) -> bool:
    """Whether the article dates this fact itself: the words of the date stand in the evidence.
    A date that was added so that the statement stands alone, or reckoned from « mercredi », is
    nothing to ask for."""
    evidence = fact.evidence.text.lower()
    told = [word for word in re.findall(r"\w+", time) if word not in _SMALL_WORDS]
    exact = [word for word in told if not re.fullmatch(r"\d{4}", word)] or told
    return bool(exact) and all(re.search(rf"\b{word}\b", evidence) for word in exact)


def _absolute(time: str | None) -> str | None:
    """« le 18 juin 2024 », « en juin 2024 », « en 2024 »; None for an interval."""
    if time is None or "/" in time:
        return None
    year, *rest = time.split("-")
    if not rest:
        return f"en {year}"
    month = _MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"en {month} {year}"
    day = int(rest[1])
    return f"le {'1er' if day == 1 else day} {month} {year}"
