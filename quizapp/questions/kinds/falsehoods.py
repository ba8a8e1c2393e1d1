"""What the article contradicts: a statement with one value exchanged for another of its sort."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.french import elision
from quizapp.french.numbers import find_numbers
from quizapp.french.numbers import parse as parse_number
from quizapp.model import Segment
from quizapp.questions import verbal, when
from quizapp.questions.asking.how_many import figure
from quizapp.questions.asking.roles import OFFICE
from quizapp.questions.asking.stem import Stem
from quizapp.questions.asking.who import (
    apart,
    asks_for_one,
    names_it,
    names_its_realm,
    takes_several,
)
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.opposites import directions, other_direction, other_verb
from quizapp.questions.options import figures
from quizapp.questions.options.entities import entity_options
from quizapp.questions.options.phrases import phrase_options
from quizapp.world.records import Country, Person

_DATED = re.compile(r"^(?:en \d{4}|le \d{1,2}(?:er)? \w+(?: \d{4})?|en \w+ \d{4})$")
_POSSESSIVE = re.compile(r"(?<!\w)(?:son|sa|ses|leurs?)\s")
_CLOCK_OR_RANGE = re.compile(r"^\d+\s?(?:h\b|heures? \d|à \d|ou \d|°|e\b)|\bà \d", re.IGNORECASE)
_NAMED_PLACE = re.compile(r"^(?:à|en|au) [A-ZÉÎ][\w’-]+(?: [A-Z][\w’-]+)*$")
_SWAPPED = ("subject", "object", "recipient", "agent", "company")
_TOLD = ("event", "date", "role", "quote")
_RIVALS = 8


class Change(NamedTuple):
    """The words of some segments by their identity, of the subject and of the verb, and a name for
    the sort of change."""

    variant: str
    swap: dict[int, str]
    subject: str | None = None
    verb: str | None = None
    instead: str = ""


def changes(clause: Clause, bench: Bench) -> Iterator[Change]:
    """The likeliest to be believed first; each would be a lie by this article."""
    if clause.fact.negated or clause.fact.modality == "denied":
        return
    yield from _other_holder(clause, bench)
    yield from _other_party(clause, bench)
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


def _other_party(clause: Clause, bench: Bench) -> Iterator[Change]:
    """Somebody else of the article in the place of one who is named."""
    if clause.fact.kind not in _TOLD or clause.part("attribute") or not asks_for_one(clause, bench):
        return
    for segment in (clause.subject, *clause.rest):
        if segment.role not in _SWAPPED or segment.entity is None or segment.members:
            continue
        lead, name = "", segment.text
        if segment.role in ("recipient", "agent", "company"):
            parts = apart(segment.text)
            if parts is None:
                continue
            lead, name = parts
        if not _is_bare_name(name, segment.entity, bench) or takes_several(clause, bench):
            continue
        other = _stand_in(clause, segment, name, bench)
        if other and segment is clause.subject:
            yield Change("party", {}, subject=other, instead=bench.name(segment.entity))
        elif other:
            text = elision.contract(lead, other) if lead else other
            yield Change("party", {id(segment): text}, instead=bench.name(segment.entity))


def _is_bare_name(name: str, entity: str, bench: Bench) -> bool:
    """Nothing beside the name: no « la voix du porte-parole, John Kirby »."""
    kinds = ("person", "country", "organisation")
    plain = not re.search(r",| (?:de|du|des) |d’", name) or bench.kind(entity) != "person"
    return bench.kind(entity) in kinds and plain and names_it(name, entity, bench)


def _stand_in(clause: Clause, segment: Segment, name: str, bench: Bench) -> str | None:
    """One of the article's own, of the same kind, gender and number, of whom it is not said."""
    stem = Stem(
        clause.fact, segment.role, "person", clause.sentence, bench.name(segment.entity or ""),
        segment.entity,
    )  # fmt: skip
    for option in entity_options(stem, bench, _RIVALS, strangers=False):
        bare = re.sub(r"^(?:la|le|les|l’) ?", "", option.text)
        told = bare in bench.article.text and not _is_common_noun(bare, bench)
        if _is_absurd(bare, segment.entity or "", clause, bench):
            continue
        if told and _agrees_alike(segment, name, option.text, clause, bench):
            return option.text
    return None


def _is_absurd(name: str, key: str, clause: Clause, bench: Bench) -> bool:
    """« la Corée du Nord » in what is told of a North Korean programme; a visit to one's own
    country."""
    world, told = bench.resources.world, clause.sentence
    found = world.find(name)
    if any(isinstance(other, Country) and bench.is_alluded_to(other.id, told) for other in found):
        return True
    homes = {other.country for other in found if isinstance(other, Person)}
    mine = world.get(key)
    own = mine.country if isinstance(mine, Person) else ""
    return any(bench.is_alluded_to(home, told) for home in homes - {own})


def _is_common_noun(name: str, bench: Bench) -> bool:
    """« Ville », which a heading may have made an organisation."""
    return " " not in name and bench.gender_of(name.lower()) is not None


def _agrees_alike(segment: Segment, name: str, other: str, clause: Clause, bench: Bench) -> bool:
    if bench.kind(segment.entity) == "person":
        return _same_gender(other, segment.entity or "", bench)
    if _plural(name) != _plural(other):
        return False
    agreeing = verbal.agrees_with_subject(clause.verb, bench.resources.verbs)
    articles = [re.match(r"le |la |les ", elision.lower_initial(text)) for text in (name, other)]
    same = all(articles) and len({a.group() for a in articles if a}) == 1
    return same or not agreeing or segment is not clause.subject


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


def _other_holder(clause: Clause, bench: Bench) -> Iterator[Change]:
    """Somebody else of the article in an office that one person holds."""
    attribute, entity = clause.part("attribute"), clause.subject.entity
    if attribute is None or entity is None or bench.kind(entity) != "person":
        return
    unique = attribute.text.lower().startswith(("le ", "la ", "l’"))
    if not unique or clause.verb not in ("est", "était") or not OFFICE.match(attribute.text):
        return
    if not names_its_realm(attribute.text, bench):
        return
    stem = Stem(clause.fact, "subject", "person", clause.sentence, bench.name(entity), entity)
    names = [option.text for option in entity_options(stem, bench, _RIVALS, strangers=False)]
    alike = [name for name in names if _same_gender(name, entity, bench)]
    told = [name for name in alike if name in bench.article.text]
    told = [name for name in told if _is_compatriot(name, entity, bench)]
    if told:
        name = bench.rng("holder", clause.fact.id).choice(told)
        yield Change("holder", {}, subject=name, instead=bench.name(entity))


def _is_compatriot(name: str, entity: str, bench: Bench) -> bool:
    world = bench.resources.world
    mine = world.get(entity)
    found = [record for record in world.find(name) if isinstance(record, Person)]
    return isinstance(mine, Person) and any(record.country == mine.country for record in found)


def _same_gender(name: str, entity: str, bench: Bench) -> bool:
    """As far as the world knows them."""
    world = bench.resources.world
    mine = world.get(entity)
    found = [record for record in world.find(name) if isinstance(record, Person)]
    return isinstance(mine, Person) and any(record.gender == mine.gender for record in found)


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
    same_number = _plural(subject.text) == _plural(name)
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


def _plural(text: str) -> bool:
    return text.lower().startswith("les ")
