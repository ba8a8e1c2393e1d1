"""Where a place lies: « Newton, dans le Connecticut, », « Manchester (Royaume-Uni) »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.bearers import (
    Bearer,
    bearer_ending_at,
    bearer_starting_at,
    run_ending_at,
)
from quizapp.facts.roles import State, state_of
from quizapp.french.typography import normalise, tidy
from quizapp.nlp.trees import Word
from quizapp.world import Country

_INSIDE = frozenset({"dans", "en", "au", "aux"})
_ARTICLES = frozenset({"le", "la", "l'", "les"})
_CLOSING = frozenset({",", ".", ";", "(", ")", "»"})


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    for i in range(1, len(words) - 2):
        if words[i].text not in {",", "("}:
            continue
        place = _place(words, i - 1, context)
        if place is None or _is_country(place, context):
            continue
        where = _inside(words, i, context) if words[i].text == "," else _bracket(words, i, context)
        if where is None:
            continue
        state = State(
            place.segment, where, words[i].start, frozenset({"place_in_place"}), kind="state",
            verb="se trouve", lemma="trouver", role="place",
        )  # fmt: skip
        candidate = state_of(state, context)
        if candidate:
            yield candidate


def _place(words: tuple[Word, ...], last: int, context: Context) -> Bearer | None:
    """A place, an institution that has one, or what follows « à »."""
    known = bearer_ending_at(words, last, context)
    if known and known.kind in {"place", "organisation"}:
        return known
    run = run_ending_at(words, last, context)
    return run if run and run.first and normalise(words[run.first - 1].text) == "à" else None


def _is_country(place: Bearer, context: Context) -> bool:
    record = context.resources.world.get(place.segment.entity or "")
    return isinstance(record, Country)


def _inside(words: tuple[Word, ...], comma: int, context: Context) -> str | None:
    """« dans le Connecticut » between two commas; nothing where the commas part a list."""
    i = comma + 1
    if normalise(words[i].text) not in _INSIDE or _enumerates(words, comma, context):
        return None
    start = i + 1 + (normalise(words[i + 1].text) in _ARTICLES)
    larger = bearer_starting_at(words, start, context) if start < len(words) else None
    if larger is None or larger.kind != "place":
        return None
    end = larger.behind
    if end < len(words) and words[end].text not in _CLOSING:
        return None
    again = end + 1 < len(words) and normalise(words[end + 1].text) in {*_INSIDE, "à", "et", "ou"}
    if again and not _is_end(words, end):
        return None
    return tidy(context.article.text[words[i].start : words[end - 1].end])


def _is_end(words: tuple[Word, ...], i: int) -> bool:
    return words[i].text in {".", ";", "(", ")", "»"}


def _enumerates(words: tuple[Word, ...], comma: int, context: Context) -> bool:
    """« au Brésil, à Paris, en Chine »: one of several places in a row."""
    place = _place(words, comma - 1, context)
    first = place.first if place else comma
    before = [w.text for w in words[max(0, first - 3) : first]]
    if before and before[-1] in {",", "et", "ou", ":"}:
        return True
    return "," in before and any(normalise(text) in _INSIDE for text in before)


def _bracket(words: tuple[Word, ...], opening: int, context: Context) -> str | None:
    """« (Royaume-Uni) »: « au Royaume-Uni »."""
    country = bearer_starting_at(words, opening + 1, context)
    if country is None or country.behind >= len(words) or words[country.behind].text != ")":
        return None
    record = context.resources.world.get(country.segment.entity or "")
    if not isinstance(record, Country):
        return None
    return context.resources.world.in_country(record.id)
