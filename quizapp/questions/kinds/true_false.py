"""Vrai or faux: the fact's own statement, or the same with one value that the article
contradicts."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from quizapp.french import elision
from quizapp.french.numbers import find_numbers
from quizapp.french.numbers import parse as parse_number
from quizapp.french.typography import tidy
from quizapp.model import Choice, Segment, TrueFalse
from quizapp.model.fact import join_segments
from quizapp.questions import build, verbal, when
from quizapp.questions.asking.how_many import figure
from quizapp.questions.asking.roles import OFFICE
from quizapp.questions.asking.stem import Stem
from quizapp.questions.asking.who import names_it, names_its_realm
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.options import figures
from quizapp.questions.options.entities import entity_options
from quizapp.world.records import Person

_DATED = re.compile(r"^(?:en \d{4}|le \d{1,2}(?:er)? \w+(?: \d{4})?|en \w+ \d{4})$")
_POSSESSIVE = re.compile(r"(?<!\w)(?:son|sa|ses|leurs?)\s")
_LONGEST = 38
_RIVALS = 8


class _Version(NamedTuple):
    """A false statement and how it differs."""

    variant: str
    sentence: str


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[TrueFalse]:
    for clause in bench.clauses:
        if len(clause.sentence.split()) > _LONGEST:
            continue
        versions = list(_false_versions(clause, bench))
        if versions:
            version = bench.rng("false", clause.fact.id).choice(versions)
            yield _question(clause, version.sentence, "faux", version.variant, bench)
        yield _question(clause, _sentence(clause), "vrai", "", bench)


def _question(
    clause: Clause, statement: str, answer: Literal["vrai", "faux"], variant: str, bench: Bench
) -> TrueFalse:
    rationale = build.says(clause.fact)
    return TrueFalse(
        prompt=statement,
        choices=tuple(
            Choice(id=value, text=value, correct=value == answer, rationale=rationale)
            for value in ("vrai", "faux")
        ),
        answer=answer,
        key_text=answer if answer == "vrai" else f"faux\u202f: {clause.fact.statement}",
        **build.common([clause.fact], bench, kind="true_false", asked=answer, variant=variant),
    )


def _sentence(
    clause: Clause, swap: dict[int, str] | None = None, subject: str | None = None
) -> str:
    """« D’après l’article, … » with some segments in other words."""
    swap = swap or {}
    words = [swap.get(id(segment), segment.text) for segment in clause.rest]
    opening = clause.speaker or "D’après l’article,"
    head = elision.lower_initial(subject or clause.subject.text)
    return tidy(f"{elision.upper_initial(join_segments([opening, head, clause.verb, *words]))}.")


def _false_versions(clause: Clause, bench: Bench) -> Iterator[_Version]:
    if clause.fact.negated:
        return
    yield from _other_number(clause, bench)
    yield from _other_date(clause, bench)
    yield from _other_holder(clause, bench)
    yield from _reversed(clause, bench)


def _other_number(clause: Clause, bench: Bench) -> Iterator[_Version]:
    """Another number, far enough that « environ » or « plus de » does not save it."""
    for segment in (clause.subject, *clause.rest):
        lead, text = _apart(elision.lower_initial(segment.text))
        number = parse_number(text)
        if segment.members or number is None or segment.role in ("time", "place"):
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
            yield _Version("number", _sentence(clause, subject=changed))
        else:
            yield _Version("number", _sentence(clause, {id(segment): changed}))


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


def _other_date(clause: Clause, bench: Bench) -> Iterator[_Version]:
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
        yield _Version("date", _sentence(clause, {id(times[0]): rng.choice(others)}))


def _other_holder(clause: Clause, bench: Bench) -> Iterator[_Version]:
    """Somebody else in an office that one person holds."""
    attribute, entity = clause.part("attribute"), clause.subject.entity
    if attribute is None or entity is None or bench.kind(entity) != "person":
        return
    if not names_its_realm(attribute.text, bench):
        return
    unique = attribute.text.lower().startswith(("le ", "la ", "l’")) and clause.verb in (
        "est",
        "était",
    )
    if not unique or not OFFICE.match(attribute.text):
        return
    stem = Stem(clause.fact, "subject", "person", clause.sentence, bench.name(entity), entity)
    names = [option.text for option in entity_options(stem, bench, _RIVALS)]
    alike = [name for name in names if _same_gender(name, entity, bench)]
    told = [name for name in alike if name in bench.article.text]
    if alike:
        name = bench.rng("holder", clause.fact.id).choice(told or alike[:2])
        yield _Version("holder", _sentence(clause, subject=name))


def _same_gender(name: str, entity: str, bench: Bench) -> bool:
    world = bench.resources.world
    mine = world.get(entity)
    found = [record for record in world.find(name) if isinstance(record, Person)]
    return isinstance(mine, Person) and any(record.gender == mine.gender for record in found)


def _reversed(clause: Clause, bench: Bench) -> Iterator[_Version]:
    """Giver and receiver change places: a direction that the article contradicts."""
    swap = _exchange(clause, bench)
    if swap is None or _told_elsewhere(clause, bench):
        return
    if clause.fact.modality not in ("asserted", "reported"):
        return
    if any(_POSSESSIVE.search(text) for text in clause.after_verb()):
        return
    other, receiver, giver = swap
    yield _Version("reversed", _sentence(clause, {id(other): receiver}, subject=giver))


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
