"""Dated facts: what happened, and when."""

import re
from collections.abc import Set

from quizapp.export.anki.dates import YEAR, printed
from quizapp.export.anki.markup import escape
from quizapp.export.anki.notes import CardNote, Gathered
from quizapp.export.anki.notetypes import EVENT
from quizapp.export.anki.passages import passage, reference
from quizapp.french.dates import is_relative
from quizapp.french.elision import upper_initial
from quizapp.model import AUTHOR, Fact, Segment, StudySet
from quizapp.model.fact import join_segments

_DANGLING = re.compile(
    r"^(?:il|elle|ils|elles|cela|ce|cet|cette|ces|celui|celle|ceux|son|sa|ses|leur|leurs)\b"
    r"|\b(?:celui|celle|ceux)-(?:ci|là)\b",
    re.IGNORECASE,
)
_SETTLED = frozenset({"asserted", "planned"})


def gather_events(study_set: StudySet, asked: Set[str]) -> Gathered:
    """The dated facts of a study set in the order of the text, without those that a question card
    asks already."""
    facts = sorted(study_set.facts, key=lambda fact: fact.evidence.start)
    kept = (fact for fact in facts if fact.id not in asked and is_worth_dating(fact))
    return Gathered(tuple(_note(fact, study_set) for fact in kept))


def is_worth_dating(fact: Fact) -> bool:
    """Accepted, certain, important, about somebody or some place that has a name, and a sentence
    that stands alone when its date is taken out."""
    return (
        fact.time is not None
        and fact.status == "accepted"
        and fact.modality in _SETTLED
        and not fact.negated
        and not fact.warnings
        and fact.standalone
        and fact.importance >= 2
        and (fact.attribution is None or fact.attribution.text != AUTHOR)
        and fact.kind in ("event", "date")
        and _stands_alone(fact)
    )


def _stands_alone(fact: Fact) -> bool:
    times = [segment for segment in fact.segments if segment.role == "time"]
    undated = without_date(fact)
    return (
        len(times) == 1
        and bool(fact.entities)
        and not (YEAR.search(undated) or is_relative(undated) or _DANGLING.search(undated))
    )


def without_date(fact: Fact) -> str:
    """The fact's sentence without its time and the comma that followed it."""
    kept: list[Segment] = []
    after_time = False
    for segment in fact.segments:
        if segment.role != "time" and not (after_time and segment.text == ","):
            kept.append(segment)
        after_time = segment.role == "time"
    return upper_initial(join_segments([segment.text for segment in kept]))


def _note(fact: Fact, study_set: StudySet) -> CardNote:
    article = study_set.article
    return CardNote(
        EVENT,
        "geopolitics",
        f"{study_set.id}/{fact.id}",
        {
            "Événement": escape(without_date(fact)),
            "Date": escape(upper_initial(printed(fact.time or ""))),
            "Passage": passage(article, (fact.evidence,)),
            "Source": escape(reference(article)),
        },
        tags=(f"quizapp::article::{article.id}", "quizapp::géopolitique::événement"),
    )
