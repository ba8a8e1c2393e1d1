"""Distractors that are persons, countries or organisations: the article's first, then the
world's."""

import re
from collections.abc import Iterator
from datetime import date

from quizapp.model import Fact
from quizapp.questions.asking.stem import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.options.option import Option
from quizapp.world.names import fold
from quizapp.world.records import Person

_FEW, _LIKELY = 2, 20
_PARTNERS = frozenset(("subject", "company", "agent"))
_FEMININE_OFFICE = re.compile(r"\b(?:est|était|devient|devenue?) (?:la|une) \w+", re.IGNORECASE)

_MASCULINE_KIN = re.compile(
    r"\b(?:est|était|devient|devenu) (?:le|un) "
    r"(?:père|fils|frère|mari|époux|oncle|cousin|neveu|roi)\b"
)


def entity_options(
    stem: Stem, bench: Bench, wanted: int, *, strangers: bool = True
) -> list[Option]:
    """Likely wrong answers of the key's kind; never the key under another name, never one of
    whom the article says the same; without `strangers` only the article's own."""
    taken = _true_of(stem, bench)
    options: list[Option] = []
    names = [stem.key]
    candidates = _candidates(stem, bench) if strangers else _stand_ins(stem, bench)
    for entity_id in candidates:
        if len(options) == wanted:
            break
        if entity_id in taken or not _is_apart(entity_id, names, bench):
            continue
        if not _suits(entity_id, stem, bench):
            continue
        name = bench.name(entity_id)
        names.append(name)
        text = bench.resources.world.in_country(entity_id) if stem.lead == "en" else name
        options.append(Option(text, _rationale(stem)))
    return options


def _candidates(stem: Stem, bench: Bench) -> Iterator[str]:
    """The article's first, those whom the world takes for likely before the others; then the
    world's. Of an office all are as likely as the world says."""
    rng = bench.rng("entities", stem.fact.id, stem.asked)
    own = _own(stem, bench)
    like = bench.peers(stem.entity) if stem.entity and _is_known(stem.entity, bench) else ()
    rank = {entity: place for place, entity in enumerate(like)}
    used = {e for fact in bench.facts for e in (*fact.entities, *_speakers(fact))}
    near = [e for e in own if e in rank or (stem.asked == "speaker" and e in used)]
    strangers = [e for e in like if e not in own and _was_in_the_news(e, bench)]
    if stem.sort == "person" and stem.fact.segment("attribute") and stem.asked != "speaker":
        near = [e for e in like if e in near or e in strangers[:_FEW]]
    else:
        near.sort(key=lambda e: (e not in used, rank.get(e, 0) // 8, rng.random()))
    far = sorted((e for e in own if e not in near), key=lambda e: rng.random())
    few = 0 if stem.sort == "person" else _FEW
    yield from near
    yield from strangers[:few]
    yield from (e for e in far if e in used)
    yield from strangers[few:]
    yield from (e for e in far if e not in used)


def _stand_ins(stem: Stem, bench: Bench) -> Iterator[str]:
    """Those of the article whom one could believe in the key's part, the likeliest first."""
    own = _own(stem, bench)
    bench.rng("own", stem.fact.id, stem.asked).shuffle(own)
    if stem.entity and _is_known(stem.entity, bench):
        yield from (e for e in bench.peers(stem.entity)[:_LIKELY] if e in own)
        own = [e for e in own if not _is_known(e, bench)]
    yield from own


def _is_known(entity_id: str, bench: Bench) -> bool:
    return bench.resources.world.get(entity_id) is not None


def _own(stem: Stem, bench: Bench) -> list[str]:
    """The article's entities of the key's kind."""
    kind = bench.kind(stem.entity)
    return [e.id for e in bench.entities if e.kind == kind and e.id != stem.entity]


def _was_in_the_news(entity_id: str, bench: Bench) -> bool:
    """Of the world's persons only those who held an office when the article appeared."""
    record, on = bench.resources.world.get(entity_id), bench.article.published_on
    if not isinstance(record, Person) or on is None:
        return True
    return any(office.holds(on) for office in record.offices)


def _speakers(fact: Fact) -> tuple[str, ...]:
    return (fact.attribution.entity,) if fact.attribution and fact.attribution.entity else ()


def _true_of(stem: Stem, bench: Bench) -> set[str]:
    """The key, whoever the stem names, and whoever plays the same part in a like fact."""
    lemma = bench.lemma(stem.fact)
    roles = _PARTNERS if stem.asked in _PARTNERS else {stem.asked}
    taken = {stem.entity or "", *stem.fact.entities, *_speakers(stem.fact)}
    for fact in bench.facts:
        if stem.asked == "speaker":
            continue
        if bench.lemma(fact) == lemma:
            taken.update(e for s in fact.segments if s.role in roles for e in s.entities)
    text = fold(f"{stem.prompt} {stem.fact.evidence.text}")
    taken.update(
        entity.id
        for entity in bench.entities
        if any(re.search(rf"\b{re.escape(fold(n))}\b", text) for n in bench.names(entity.id))
    )
    return taken


def _is_apart(entity_id: str, names: list[str], bench: Bench) -> bool:
    """No option names, holds or is held in another one (« l’ONU », « le Conseil de sécurité de
    l’ONU »)."""
    if bench.kind(entity_id) == "person" and bench.resources.world.get(entity_id) is None:
        surname = bench.names(entity_id)[0].split()[-1]
        if any(name.split()[-1] == surname for name in names):
            return False
    return not any(bench.is_called(entity_id, name) for name in names)


def _suits(entity_id: str, stem: Stem, bench: Bench) -> bool:
    """The stem's grammar and the day give nothing away."""
    record = bench.resources.world.get(entity_id)
    if stem.lead == "en" and bench.kind(entity_id) == "country":
        return record is not None
    if bench.kind(entity_id) == "organisation" and stem.entity:
        return bench.organisation_noun(entity_id) == bench.organisation_noun(stem.entity)
    if not isinstance(record, Person):
        return True
    day = stem.fact.time or (bench.article.published_on or date.max).isoformat()
    if record.died and record.died < day:
        return False
    for gendered, gender in ((_FEMININE_OFFICE, "f"), (_MASCULINE_KIN, "m")):
        if gendered.search(stem.prompt) and record.gender != gender:
            return False
    return not _holds_the_office(record, stem, bench.article.published_on)


def _holds_the_office(person: Person, stem: Stem, on: date | None) -> bool:
    """Somebody to whom the stem applies all the same: another minister of the same country."""
    folded = fold(stem.prompt)
    return any(
        (on is None or office.holds(on)) and fold(office.title) in folded
        for office in person.offices
    )


def _rationale(stem: Stem) -> str:
    are = "ce sont" if stem.key.startswith("les ") else "c’est"
    return f"Non\u202f: {are} {stem.key}."
