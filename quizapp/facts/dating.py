"""Dates told from the day of publication, written out: a fact is read years later."""

import re
from datetime import date, timedelta

from quizapp.french.dates import parse
from quizapp.french.dates_absolute import in_full
from quizapp.french.typography import normalise
from quizapp.model import Segment

_STORY_YEAR = re.compile(
    r"(?:^|[.!?»] )(?:(?!depuis|Depuis)[^.!?,]){0,40}(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)(?=[ ,])"
)
_REPEATED = re.compile(r"\b(?:chaque (?:\w+ ){0,2}|(?:tous|toutes) les (?:\w+ ){0,2})"
                       r"(?:jours?|semaines?|mois|ans?|années?|étés?|hivers?|printemps|automnes?"
                       r"|matins?|soirs?|nuits?|heures|lundis?|mardis?|mercredis?|jeudis?"
                       r"|vendredis?|samedis?|dimanches?|week-ends?)\b")  # fmt: skip
_TODAY = re.compile(r"aujourd'hui")


def anchor(before: str, published_on: date | None) -> date | None:
    """The day from which a sentence's dates count, when its paragraph runs to its end as `before`.

    None where the story is of another year: one that a sentence begins with (« En 1917, … »).
    """
    years = [int(year) for year in _STORY_YEAR.findall(before)]
    if published_on is None or (years and not 0 <= published_on.year - years[-1] <= 1):
        return None
    return published_on


def timeless(segments: tuple[Segment, ...], day: date | None) -> tuple[Segment, ...]:
    """« Le pays pleure les victimes de l’attentat samedi dernier »: told in the present, the date
    behind a noun is that of the noun. One in front is that of a story told in the present."""
    if day is None:
        return segments
    behind, told = False, []
    for before, segment in zip((None, *segments), segments, strict=False):
        behind = behind or segment.role == "verb"
        follows = before is not None and before.role not in {"verb", "link", "subject"}
        dates = parse(segment.text, day) if behind and follows and segment.role == "time" else None
        over = dates is not None and "/" not in dates and len(dates) == 10 and (
            dates < (day - timedelta(days=1)).isoformat())  # fmt: skip
        told.append(segment.model_copy(update={"role": "complement"}) if over else segment)
    return tuple(told)


def is_repeated(text: str) -> bool:
    """« chaque année, en août », « tous les deux ans »: no date of one year."""
    return bool(_REPEATED.search(normalise(text)))


def dated(segment: Segment, day: date | None, *, past: bool) -> Segment:
    """A segment with its dates in full; a bare weekday only when the clause is `past`.

    A complement of time is read whole, elsewhere only what cannot be of another year.
    """
    if day is None or segment.members or segment.role in {"verb", "frame", "link"}:
        return segment
    adverbial = segment.role in {"time", "duration"}
    text = in_full(segment.text, day, past=past, adverbial=adverbial)
    if adverbial and _TODAY.fullmatch(normalise(text)):
        text = in_full("ce matin", day, past=past, adverbial=True).removesuffix(" au matin")
    return segment if text == segment.text else segment.model_copy(update={"text": text})
