"""The kind of a fact, its date and how much it matters."""

import re

from quizapp.facts.candidate import Candidate
from quizapp.facts.dating import is_repeated
from quizapp.facts.entities import Registry
from quizapp.french import dates
from quizapp.french.numbers import find_numbers
from quizapp.french.typography import normalise
from quizapp.model import Article, FactKind

_STATES = frozenset(
    "être avoir rester demeurer comprendre compter constituer représenter exister posséder"
    " disposer figurer appartenir contenir sembler paraître devenir dominer contrôler".split()
)


_COMPARING = re.compile(
    r"\b(?:plus|moins|aussi|autant|davantage|mieux|pire)(?: (?!de\b|d')[\w-]+){0,3} qu(?:e |')"
    r"|\b(?:supérieure?s?|inférieure?s?|égale?s?|comparables?) à\b|\bpar rapport à\b"
    r"|\bcontre (?:environ |près de |seulement )?\d"
)
_WEIGHING = re.compile(
    r"\b(?:morts?|mortes?|tuée?s?|blessée?s?|victimes?|disparue?s?|euros|dollars|livres sterling)\b"
)


def kind_of(candidate: Candidate) -> FactKind:
    if candidate.kind:
        return candidate.kind
    roles = {segment.role for segment in candidate.segments}
    if candidate.modality in {"desired", "planned"} and "frame" not in roles:
        return "intention"
    if "cause" in roles:
        return "cause"
    if any(_COMPARING.search(normalise(s.text)) for s in candidate.segments if s.role != "frame"):
        return "comparison"
    counted = (s for s in candidate.segments if s.role in {"subject", "object", "attribute"})
    if any(find_numbers(segment.text) for segment in counted):
        return "quantity"
    return "state" if candidate.lemma in _STATES else "event"


_COMMEMORATING = frozenset("commémorer célébrer fêter".split())
_MEMORY = re.compile(r"\b(?:\w*centenaire|anniversaire|commémoration|hommage|mémoire)\b")


def time_of(candidate: Candidate) -> str | None:
    """The first date that a complement of time names; None of what comes again and again, and of
    the day that is commemorated."""
    said = normalise(" ".join(s.text for s in candidate.segments if s.role != "frame"))
    remembers = candidate.lemma in _COMMEMORATING or _MEMORY.search(said)
    if is_repeated(said):
        return None
    iso = _first_date(candidate)
    day = candidate.day
    past = iso and day and remembers and iso[:4].isdigit() and int(iso[:4]) < day.year - 1
    return None if past else iso


def _first_date(candidate: Candidate) -> str | None:
    times = (s for s in candidate.segments if s.role in {"time", "duration"})
    found = (dates.parse(segment.text, candidate.day) for segment in times)
    return next((iso for iso in found if iso), None)


def importance_of(candidate: Candidate, article: Article, registry: Registry) -> int:
    """3 for what stands early or takes up the title, and is about something named, or counts
    victims or money."""
    statement = " ".join(segment.text for segment in candidate.segments)
    shared = _content_words(article.title) & _content_words(statement)
    early = candidate.evidence in article.sentences[:3]
    named = any(entity in registry.entities for s in candidate.segments for entity in s.entities)
    weighs = _WEIGHING.search(normalise(statement)) and any(find_numbers(statement))
    if (named and (early or len(shared) >= 2)) or (weighs and (early or shared)):
        return 3
    return 2 if named or early or shared else 1


def _content_words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w{5,}", normalise(text))}
