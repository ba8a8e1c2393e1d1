"""Somebody of the article in the place or the office of somebody else."""

import re
from collections.abc import Iterator

from quizapp.french import elision, nouns
from quizapp.model import Segment
from quizapp.questions import verbal
from quizapp.questions.asking.roles import OFFICE, is_plain_office
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
from quizapp.questions.kinds.change import Change
from quizapp.questions.options.entities import entity_options
from quizapp.questions.wording import likeness
from quizapp.world.records import Country, Person

_SWAPPED = ("subject", "object", "recipient", "agent", "company")
_TOLD = ("event", "date", "role", "quote")
_RIVALS = 8
_ALIKE = 0.3
_FEMININE = re.compile(
    r"^(?:la |l’|une )?(?:\w+-)?\w+(?:ente|trice|ère|elle|euse|ée|ante|ienne|cheffe)\b"
)
_EPICENE = re.compile(
    r"^(?:l’|vice-)?(?:ministre|secrétaire|porte-parole|journaliste|membre|juge|maire|commissaire|"
    r"responsable|analyste|spécialiste|géologue|\w+logue|cadre|numéro|chef)\b"
)


def other_party(clause: Clause, bench: Bench) -> Iterator[Change]:
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
    noun = " " not in name and bench.gender_of(name.lower()) is not None
    return noun and not bench.resources.world.find(name)


def _agrees_alike(segment: Segment, name: str, other: str, clause: Clause, bench: Bench) -> bool:
    if bench.kind(segment.entity) == "person":
        return _same_gender(other, segment.entity or "", bench)
    if is_plural(name) != is_plural(other):
        return False
    agreeing = verbal.agrees_with_subject(clause.verb, bench.resources.verbs)
    articles = [re.match(r"le |la |les ", elision.lower_initial(text)) for text in (name, other)]
    same = all(articles) and len({a.group() for a in articles if a}) == 1
    return same or not agreeing or segment is not clause.subject


def other_holder(clause: Clause, bench: Bench) -> Iterator[Change]:
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


def other_office(clause: Clause, bench: Bench) -> Iterator[Change]:
    """The charge that the article gives to another person of the same gender."""
    attribute = clause.part("attribute")
    gender = _gender_in_office(clause, bench)
    if attribute is None or gender is None:
        return
    for other in bench.clauses:
        charge = other.part("attribute")
        if charge is None or set(other.subject.entities) & set(clause.subject.entities):
            continue
        if _gender_in_office(other, bench) != gender or other.verb != clause.verb:
            continue
        apart = likeness(charge.text, attribute.text) < _ALIKE
        if apart and _home(other, bench) == _home(clause, bench):
            yield Change("office", {id(attribute): charge.text}, instead=attribute.text)
            return


def _home(clause: Clause, bench: Bench) -> str | None:
    """The country of whom the clause is about, where the world knows it."""
    record = bench.resources.world.get(clause.subject.entity or "")
    return record.country if isinstance(record, Person) else None


def _gender_in_office(clause: Clause, bench: Bench) -> str | None:
    """As the noun of the charge tells it: « directrice », « professeur »."""
    attribute, person = clause.part("attribute"), clause.subject.entity
    if attribute is None or bench.kind(person) != "person" or clause.verb not in ("est", "était"):
        return None
    if not OFFICE.match(attribute.text) or not is_plain_office(clause):
        return None
    by_article = nouns.agreement(attribute.text).gender
    if _FEMININE.search(attribute.text):
        return "f"
    return by_article if by_article or _EPICENE.search(attribute.text) else "m"


def is_plural(text: str) -> bool:
    return text.lower().startswith("les ")
