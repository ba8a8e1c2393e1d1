"""Dated events to put in order."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from quizapp.french import elision
from quizapp.french.typography import tidy
from quizapp.model import Choice, Ordering, Segment
from quizapp.model.fact import join_segments
from quizapp.questions import build, when
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.wording import likeness, words

_LEAST = 3
_MOST = 5
_LONGEST = 22
_PROMPT = "D’après l’article, classez les événements suivants du plus ancien au plus récent."


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[Ordering]:
    events = list(events_apart(bench))
    if len(events) < _LEAST:
        return
    best = sorted(events, key=lambda event: (-event[0].fact.importance, len(event[1])))[:_MOST]
    ordered = [event for event in events if event in best]
    texts = [text for _, text in ordered]
    shown = sorted(texts)
    bench.rng("ordering").shuffle(shown)
    if shown == texts:
        shown.reverse()
    facts = [clause.fact for clause, _ in ordered]
    said = {text: build.says(clause.fact) for clause, text in ordered}
    yield Ordering(
        prompt=_PROMPT,
        choices=tuple(
            Choice(id=build.choice_id(place), text=text, correct=True, rationale=said[text])
            for place, text in enumerate(shown)
        ),
        answer=tuple(texts),
        key_text="\u202f; ".join(texts),
        **build.common(facts, bench, kind="ordering", asked="events"),
    )


def _dated(bench: Bench) -> Iterator[tuple[Clause, Segment]]:
    """Events that happened at a time that their fact states."""
    for clause in bench.clauses:
        times = clause.parts("time")
        happened = clause.fact.time and clause.fact.kind in ("event", "date")
        if (
            happened
            and len(times) == 1
            and when.is_told(times[0].text, clause.fact)
            and re.match(r"(?:en|le|du|entre) ", times[0].text)
        ):
            yield clause, times[0]


def _event_text(clause: Clause, time: Segment) -> str | None:
    """The event without its date; None when it is long or another date stands in it."""
    rest = clause.after_verb(without=[time])
    subject = elision.lower_initial(clause.subject.text)
    parts = [w for w in (clause.speaker, subject, clause.verb, *rest) if w]
    text = tidy(elision.upper_initial(join_segments(parts)))
    dated_still = re.search(r"\b(?:19|20)\d{2}\b", text)
    return None if dated_still or len(words(text)) > _LONGEST else text


def events_apart(bench: Bench) -> Iterator[tuple[Clause, str]]:
    """Events with their wording, from the oldest; their times do not overlap, so that only one
    order is right."""
    events = [
        (_bounds(clause.fact.time or ""), clause, text)
        for clause, time in _dated(bench)
        if (text := _event_text(clause, time))
    ]
    kept: list[tuple[tuple[str, str], Clause, str]] = []
    for event in sorted(events, key=lambda e: (-e[1].fact.importance, e[0])):
        (start, end), _, text = event
        apart = all(end < other[0] or start > other[1] for other, _, _ in kept)
        if apart and all(likeness(text, known) < 0.7 for _, _, known in kept):
            kept.append(event)
    yield from ((clause, text) for _, clause, text in sorted(kept, key=lambda event: event[0]))


def _bounds(time: str) -> tuple[str, str]:
    first, _, last = time.partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def _day(time: str, *, last: bool) -> str:
    parts = time.split("-")
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else (12 if last else 1)
    if len(parts) > 2:
        return time
    return f"{year:04}-{month:02}-{monthrange(year, month)[1] if last else 1:02}"
