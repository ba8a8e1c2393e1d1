"""Pairs to match: person and charge, speaker and words, figure and what it counts, date and
event."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.french import elision
from quizapp.french.numbers import parse as parse_number
from quizapp.french.typography import tidy
from quizapp.model import AUTHOR, Choice, Fact, Matching
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.asking.how_many import figure
from quizapp.questions.asking.roles import OFFICE, is_plain_office, quotation
from quizapp.questions.asking.who import names_it
from quizapp.questions.bench import Bench
from quizapp.questions.kinds.ordering import events_apart
from quizapp.questions.wording import content_words, words

_LEAST = 3
_MOST = 4
_LONGEST = 30


@dataclass(frozen=True)
class _Pair:
    fact: Fact
    left: str
    right: str


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[Matching]:
    for asked, prompt, pairs_of in _SORTS:
        pairs = _distinct(sorted(pairs_of(bench), key=lambda pair: -pair.fact.importance))
        groups = [pairs[at : at + _MOST] for at in range(0, len(pairs), _MOST)]
        for number, group in enumerate(groups[:2]):
            if len(group) >= _LEAST:
                yield _question(group, asked, prompt, str(number + 1), bench)


def _question(pairs: list[_Pair], asked: str, prompt: str, variant: str, bench: Bench) -> Matching:
    pairs = sorted(pairs, key=lambda pair: pair.fact.evidence.start)
    facts = [pair.fact for pair in pairs]
    rights = sorted(pair.right for pair in pairs)
    said = {pair.right: build.says(pair.fact) for pair in pairs}
    bench.rng("matching", asked, variant).shuffle(rights)
    return Matching(
        prompt=prompt,
        choices=tuple(
            Choice(id=build.choice_id(place), text=right, correct=True, rationale=said[right])
            for place, right in enumerate(rights)
        ),
        answer=tuple((pair.left, pair.right) for pair in pairs),
        key_text="\u202f; ".join(f"{pair.left}\u202f: {pair.right}" for pair in pairs),
        **build.common(facts, bench, kind="matching", asked=asked, variant=variant),
    )


def _distinct(pairs: list[_Pair]) -> list[_Pair]:
    """No side twice, no right-hand side that names its left-hand side or resembles another."""
    kept: list[_Pair] = []
    for pair in pairs:
        left, right = content_words(pair.left), content_words(pair.right)
        clash = left & right or any(
            pair.left == other.left or _alike(right, content_words(other.right)) for other in kept
        )
        if not clash and right:
            kept.append(pair)
    return kept


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) / max(1, min(len(one), len(other))) > 0.6


def _charges(bench: Bench) -> Iterator[_Pair]:
    for clause in bench.clauses:
        attribute, entity = clause.part("attribute"), clause.subject.entity
        if attribute is None or entity is None or bench.kind(entity) != "person":
            continue
        known = names_it(clause.subject.text, entity, bench) and is_plain_office(clause)
        if known and clause.verb in ("est", "était") and OFFICE.match(attribute.text):
            yield _Pair(clause.fact, bench.name(entity), _bare(attribute.text))


def _bare(office: str) -> str:
    for article in ("le ", "la ", "l’", "un ", "une "):
        if office.lower().startswith(article):
            return office[len(article) :]
    return office


def _speeches(bench: Bench) -> Iterator[_Pair]:
    clauses = {clause.fact.id: clause for clause in bench.clauses}
    for fact in bench.usable:
        said = fact.attribution
        if said is None or said.entity is None or said.text == AUTHOR:
            continue
        clause = clauses.get(fact.id)
        statement = quotation(fact) or (elision.upper_initial(clause.core) if clause else "")
        if statement and len(words(statement)) <= _LONGEST:
            yield _Pair(fact, bench.name(said.entity), tidy(statement))


def _figures(bench: Bench) -> Iterator[_Pair]:
    for clause in bench.clauses:
        for segment in (clause.subject, *clause.rest):
            text = elision.lower_initial(segment.text)
            number = parse_number(text)
            counts = segment.role in ("subject", "object", "quantity") and not segment.members
            if number and counts and len(content_words(number.unit)) >= 2:
                yield _Pair(clause.fact, figure(segment.text), number.unit)


def _dates(bench: Bench) -> Iterator[_Pair]:
    for clause, event in events_apart(bench):
        (time,) = clause.parts("time")
        yield _Pair(clause.fact, time.text.split(",")[0], event)


_Sort = tuple[str, str, Callable[[Bench], Iterator[_Pair]]]
_SORTS: tuple[_Sort, ...] = (
    ("charges", "Associez chaque personne à la fonction que l’article lui donne.", _charges),
    (
        "speeches",
        "D’après l’article, qui dit quoi\u202f? Associez chaque nom aux propos.",
        _speeches,
    ),
    ("figures", "Associez chaque nombre de l’article à ce qu’il compte.", _figures),
    ("dates", "Associez chaque date de l’article à l’événement.", _dates),
)
