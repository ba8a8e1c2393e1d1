"""What the article contradicts: a statement with one value exchanged for another of its sort."""

import re
from collections.abc import Iterator

from quizapp.french import elision
from quizapp.french.numbers import find_numbers
from quizapp.french.numbers import parse as parse_number
from quizapp.model import Segment
from quizapp.questions import verbal, when
from quizapp.questions.asking.how_many import figure
from quizapp.questions.asking.stem import Stem
from quizapp.questions.asking.who import names_it
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.kinds.change import Change
from quizapp.questions.kinds.impostors import (
    is_plural,
    other_holder,
    other_office,
    other_party,
)
from quizapp.questions.opposites import directions, other_direction, other_verb
from quizapp.questions.options import figures
from quizapp.questions.options.phrases import phrase_options

_DATED = re.compile(r"^(?:en \d{4}|le \d{1,2}(?:er)? \w+(?: \d{4})?|en \w+ \d{4})$")
_POSSESSIVE = re.compile(r"(?<!\w)(?:son|sa|ses|leurs?)\s")
_CLOCK_OR_RANGE = re.compile(r"^\d+\s?(?:h\b|heures? \d|à \d|ou \d|°|e\b)|\bà \d", re.IGNORECASE)
_NAMED_PLACE = re.compile(r"^(?:à|en|au) [A-ZÉÎ][\w’-]+(?: [A-Z][\w’-]+)*$")
_SWAPPED = ("subject", "object", "recipient", "agent", "company")
_TOLD = ("event", "date", "role", "quote")
_RIVALS = 8


def changes(clause: Clause, bench: Bench) -> Iterator[Change]:
    """The likeliest to be believed first; each would be a lie by this article."""
    if clause.fact.negated or clause.fact.modality == "denied":
        return
    yield from other_holder(clause, bench)
    yield from other_office(clause, bench)
    yield from other_party(clause, bench)
    yield from _reversed(clause, bench)
    yield from _opposite(clause, bench)
    yield from _other_place(clause, bench)
    yield from _other_number(clause, bench)
    yield from _other_date(clause, bench)


def _opposite(clause: Clause, bench: Bench) -> Iterator[Change]:
    """« augmente » for « diminue », « le sud de la Syrie » for « le nord de la Syrie »."""
    verb = other_verb(clause.verb, clause.rest, bench.resources.verbs)
    if verb:
        yield Change("opposite", {}, verb=verb)
    if len(directions(clause.sentence)) != 1:
        return
    for segment in clause.rest:
        text = other_direction(segment.text)
        if text and not segment.members and text.lower() not in bench.article.text.lower():
            yield Change("direction", {id(segment): text})


def _other_place(clause: Clause, bench: Bench) -> Iterator[Change]:
    """Another town, where something happened once."""
    places = clause.parts("place")
    if clause.fact.kind not in ("event", "date") or len(places) != 1 or places[0].members:
        return
    (place,) = places
    if not _NAMED_PLACE.match(place.text) or bench.kind(place.entity) in (
        "country",
        "organisation",
    ):
        return
    stem = Stem(clause.fact, "place", "place", clause.sentence, place.text, place.entity)
    for option in phrase_options(stem, bench, _RIVALS):
        if _NAMED_PLACE.match(option.text):
            yield Change("place", {id(place): option.text}, instead=place.text)
            return


def _other_number(clause: Clause, bench: Bench) -> Iterator[Change]:
    """Another number, far enough that « environ » or « plus de » does not save it."""
    for segment in (clause.subject, *clause.rest):
        lead, text = _apart(elision.lower_initial(segment.text))
        number = parse_number(text)
        if segment.members or number is None or segment.role in ("time", "place"):
            continue
        if _CLOCK_OR_RANGE.search(text):
            continue
        written = figure(text)
        rng = bench.rng("number", clause.fact.id)
        true = {n.value for n in find_numbers(clause.fact.evidence.text)}
        others = figures.other_figures(written, rng, 3, true) if written else []
        far = [t for t in others if _is_far(figures.size(t) / figures.size(written), number.bound)]
        if not far:
            continue
        changed = lead + text.replace(written, rng.choice(far), 1)
        if segment is clause.subject:
            yield Change("number", {}, subject=changed, instead=written)
        else:
            yield Change("number", {id(segment): changed}, instead=written)


def _apart(text: str) -> tuple[str, str]:
    """« depuis 24 ans » → « depuis  », « 24 ans »."""
    match = re.match(r"(?:depuis|pendant|à|de) (?=\w)", text)
    return (match.group(), text[match.end() :]) if match else ("", text)


def _is_far(ratio: object, bound: str) -> bool:
    value = float(str(ratio))
    if bound == "more":
        return value >= 2
    if bound == "less":
        return value <= 0.5
    return value <= 0.67 or value >= 1.5 if bound == "about" else True


def _other_date(clause: Clause, bench: Bench) -> Iterator[Change]:
    """Another date of what happened once."""
    times = clause.parts("time")
    head = verbal.finite(clause.verb, bench.resources.verbs)
    if len(times) != 1 or head is None or head[1].tense == "imperfect":
        return
    text = times[0].text
    if not _DATED.match(text) or not when.is_told(times[0].text, clause.fact):
        return
    if clause.fact.kind not in ("event", "date"):
        return
    rng = bench.rng("date", clause.fact.id)
    published = bench.article.published_on
    latest = published.year if published else None
    others = (
        figures.other_years(text, rng, 3, latest)
        if re.fullmatch(r"en \d{4}", text)
        else figures.other_dates(text, rng, 3)
    )
    if others:
        yield Change("date", {id(times[0]): rng.choice(others)}, instead=text)


def _reversed(clause: Clause, bench: Bench) -> Iterator[Change]:
    """Giver and receiver change places: a direction that the article contradicts."""
    swap = _exchange(clause, bench)
    if swap is None or _told_elsewhere(clause, bench):
        return
    if clause.fact.modality not in ("asserted", "reported"):
        return
    if any(_POSSESSIVE.search(text) for text in clause.after_verb()):
        return
    other, receiver, giver = swap
    yield Change("reversed", {id(other): receiver}, subject=giver)


def _exchange(clause: Clause, bench: Bench) -> tuple[Segment, str, str] | None:
    """The recipient's segment, its new words, and the new subject; None when the two differ in
    kind or number, or the verb would have to agree otherwise."""
    other, subject = clause.part("recipient"), clause.subject
    if other is None or other.members or subject.members:
        return None
    preposition, name = elision.uncontract(other.text) or ("", "")
    if preposition != "à" or not (subject.entity and other.entity):
        return None
    named = names_it(name, other.entity, bench) and names_it(subject.text, subject.entity, bench)
    alike = bench.kind(subject.entity) == bench.kind(other.entity)
    same_number = is_plural(subject.text) == is_plural(name)
    if not (named and alike and same_number):
        return None
    if verbal.agrees_with_subject(clause.verb, bench.resources.verbs):
        return None
    return other, elision.contract("à", elision.lower_initial(subject.text)), name


def _told_elsewhere(clause: Clause, bench: Bench) -> bool:
    """Whether another fact lets the receiver of this one do the same."""
    lemma, receiver = bench.lemma(clause.fact), clause.part("recipient")
    return any(
        bench.lemma(other.fact) == lemma and receiver and receiver.entity in other.subject.entities
        for other in bench.clauses
    )
