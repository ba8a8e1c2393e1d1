"""The facts of clauses with a marker: « alors que … », « , dont le chef … », « , où … »."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft, draft, recased
from quizapp.facts.clauses.parts import Part, form
from quizapp.facts.clauses.predicates import better_read, clause_of, clauses_of
from quizapp.facts.context import Context, Read
from quizapp.facts.reference.subjects import Resolved, gender_of_person
from quizapp.facts.stating import state
from quizapp.facts.subordinates.antecedents import Antecedent, closing_before
from quizapp.facts.subordinates.conjugating import time_of
from quizapp.facts.subordinates.fitting import swallows_verb
from quizapp.facts.subordinates.predicate import (
    governing,
    is_foreign,
    resolved,
    stands_firm,
    within,
)
from quizapp.french.elision import contract, lower_initial
from quizapp.french.typography import normalise
from quizapp.model import Segment, Span
from quizapp.nlp.trees import Piece, Tree, Word

_LEANING = re.compile(
    r"(?:ils?|elles?|ce dernier|cette dernière|ces dernier\w*|cel(?:ui|le)s?|ceux|tels?|telles?"
    r"|que?|qu')\b"
)
"""Subjects that say nothing by themselves."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_AND = re.compile(r"(?:et|mais|ou|or) ", re.IGNORECASE)
_NUMBERS = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze".split())
_MARKERS = {
    "alors": "contrast", "tandis": "contrast", "pendant": "contrast", "parce": "cause",
    "car": "cause", "puisque": "cause", "puisqu'": "cause", "lorsque": "when", "lorsqu'": "when",
    "quand": "when", "après": "when", "sachant": "contrast", "si": "result", "de": "result",
    "(": "remark", "–": "remark", "—": "remark", "dont": "dont", "où": "where",
}  # fmt: skip


def find(context: Context, reads: tuple[Read, ...]) -> Iterator[Candidate]:
    for piece in map(better_read, context.sentence.of_kind("clause")):
        marker = _marker(piece, context)
        read = governing(reads, piece.span.start)
        if marker is None or (marker == "when" and not (read and time_of(read.clause) == "past")):
            continue
        for clause in clauses_of(piece.main):
            yield from _of_clause(piece, clause, marker, read, context)
    for piece in map(better_read, context.sentence.of_kind("core", "predicate")):
        for word in piece.main.words:
            if word.dep.startswith(("advcl", "ccomp")):
                yield from _inside(piece, word, reads, context)


def _marker(piece: Piece, context: Context) -> str | None:
    before = [p for p in context.sentence.of_kind("marker") if p.span.start <= piece.span.start]
    if not before:
        return None
    words = [form(w) for w in max(before, key=lambda p: p.span.start).main.words]
    first = next((w for w in words if w != ","), "")
    return _MARKERS.get(first)


def _of_clause(
    piece: Piece, clause: Clause, marker: str, read: Read | None, context: Context
) -> Iterator[Candidate]:
    twins = (c for c in clauses_of(piece.second) if c.finite.start == clause.finite.start)
    clause, twin = _put_in_order(clause), next(map(_put_in_order, twins), None)
    if marker in {"dont", "where"}:
        hosts = read and closing_before(read.piece.main, _start(piece, context), context, fits=_any)
        rivals = [a for a in hosts[1:] if a.governed != a.segment.text] if hosts else []
        if hosts and (marker == "where" or not rivals):
            yield from _related(piece, clause, twin, marker, hosts[0], within(piece, context))
        return
    yield from _stated(piece, clause, twin, {marker}, read, context)


def _any(noun: Antecedent) -> bool:
    return True


def _start(piece: Piece, context: Context) -> int:
    """Where the marker of the clause begins."""
    starts = (p.span.start for p in context.sentence.of_kind("marker"))
    return max(start for start in starts if start <= piece.span.start)


def _inside(
    piece: Piece, word: Word, reads: tuple[Read, ...], context: Context
) -> Iterator[Candidate]:
    """« … lorsqu’un train a déraillé », inside the main clause."""
    tree = piece.main
    words = [w for w in tree.subtree(word) if w.pos != "PUNCT"] or [word]
    marker = _MARKERS.get(form(words[0]))
    read = governing(reads, words[0].start)
    clause = clause_of(tree, word)
    if clause is not None:
        kept = tuple(p for p in clause.parts if form(tree.words[p.first]) not in _MARKERS)
        clause = replace(clause, parts=kept)
    if clause is None or marker not in {"contrast", "cause", "when"} or clause.subject is None:
        return
    if read is None or is_foreign(tree, tree.words[word.head], context):
        return
    if not clause.finite.is_finite or (marker == "when" and time_of(read.clause) != "past"):
        return
    if not stands_firm(read) and marker == "when":
        return
    twin = _twin(piece.second, word)
    yield from _stated(piece, clause, twin, {marker, "inside"}, read, context)


def _twin(tree: Tree, word: Word) -> Clause | None:
    same = tree.at(word.start)
    return clause_of(tree, same) if same else None


def _stated(
    piece: Piece, clause: Clause, twin: Clause | None, features: set[str], read: Read | None,
    context: Context,
) -> Iterator[Candidate]:  # fmt: skip
    found = resolved(clause, read, context) or _latter(clause, context)
    context = within(piece, context)
    subject = found.segment if found else None
    drafted = _draft(clause, context, subject)
    if drafted is None or _is_unsaid(drafted.subject) or swallows_verb(clause):
        return
    drafted = _at_the_time(_without_and(drafted), clause, features, read)
    second = _draft(twin, context, subject) if twin else None
    clause = replace(clause, flaws=clause.flaws - {"subordinate"})
    drafted = replace(drafted, flaws=drafted.flaws - {"subordinate"})
    candidate = state(Read(piece, clause, drafted, second, found), context)
    named = {f"marker_{name}" for name in features}
    yield replace(candidate, features=candidate.features | named | {"adverbial"})


def _is_unsaid(subject: Segment) -> bool:
    """« il », « celui-ci », and a list of which a part was lost."""
    text = normalise(subject.text)
    return _LEANING.match(text) is not None or text.endswith(",")


def _at_the_time(drafted: Draft, clause: Clause, features: set[str], read: Read | None) -> Draft:
    """« En 2009, X a fui, alors que Y dormait »: Y slept in 2009."""
    lasts = clause.finite.feats.get("Tense") == "Imp" and "contrast" in features
    timed = any(s.role == "time" for s in (*drafted.front, *drafted.rest))
    if read is None or not lasts or timed or clause.lemmas[0] == "avoir":
        return drafted
    told = (*read.drafted.front, *read.drafted.rest)
    years = tuple(s for s in told if s.role == "time" and _YEAR.search(s.text))
    return replace(drafted, front=(*years, *drafted.front))


def _latter(clause: Clause, context: Context) -> Resolved | None:
    """« X a vu Y alors que ce dernier dormait »: the one who was named last."""
    subject = _words(clause, clause.subject)
    words = [form(w) for w in subject]
    if words not in (["ce", "dernier"], ["cette", "dernière"], ["celui-ci"], ["celle-ci"]):
        return None
    before = Span(start=context.sentence.span.start, end=subject[0].start)
    named = [m for m in context.registry.inside(before) if m.kind in {"person", "organisation"}]
    if not named or named[-1].kind != "person":
        return None
    entity = named[-1].entity
    told = gender_of_person(entity, context.registry, context.resources.world)
    if told not in {None, "Fem" if words[0] in {"cette", "celle-ci"} else "Masc"}:
        return None
    segment = Segment(role="subject", text=context.registry.shown(entity), entity=entity)
    return Resolved(segment, f"« {' '.join(words)} » : {segment.text}")


def _without_and(drafted: Draft) -> Draft:
    """« (A a dit oui et B a dit non) »: B without its « et »."""
    text = _AND.sub("", drafted.subject.text)
    plain = tuple(s for s in drafted.front if not _AND.fullmatch(f"{s.text} "))
    if text == drafted.subject.text or drafted.subject.members:
        return replace(drafted, front=plain)
    return replace(drafted, front=plain, subject=drafted.subject.model_copy(update={"text": text}))


def _draft(clause: Clause, context: Context, subject: Segment | None) -> Draft | None:
    return draft(clause, wording=context.wording, registry=context.registry, subject=subject)


def _put_in_order(clause: Clause) -> Clause:
    """« où vivent deux peuples »: what follows a verb without a subject is its subject."""
    objects = [p for p in clause.parts if p.role == "object"]
    if clause.subject is None and len(objects) == 1:
        subject = replace(objects[0], role="subject")
        parts = tuple(p for p in clause.parts if p is not objects[0])
        flaws = clause.flaws - {"inverted", "subjectless"}
        return replace(clause, subject=subject, parts=parts, flaws=flaws)
    return clause if objects else replace(clause, flaws=clause.flaws - {"inverted"})


# « , dont le chef … », « , où … »


def _related(
    piece: Piece, clause: Clause, twin: Clause | None, marker: str,
    noun: Antecedent, context: Context,
) -> Iterator[Candidate]:  # fmt: skip
    drafted = _draft(clause, context, None)
    if drafted is None or ("pronoun" in drafted.flaws and not _counts(clause)):
        return
    second = _draft(twin, context, None) if twin else None
    add = _owned if marker == "dont" else _placed
    whole = add(drafted, noun, clause)
    other = add(second, noun, clause) if second else None
    if whole is None:
        return
    candidate = state(Read(piece, clause, whole, other, None), context)
    features = {"relative", f"relative_{marker}", noun.feature}
    yield replace(candidate, features=candidate.features | features,
                  resolved_by=f"« {marker} » : son antécédent")  # fmt: skip


def _owned(drafted: Draft, noun: Antecedent, clause: Clause) -> Draft | None:
    """« le groupe, dont le chef est mort » → « le chef du groupe est mort »."""
    text = drafted.subject.text
    if re.search(r"\b(?:son|sa|ses|leurs?)\b", text):
        return None
    definite = normalise(text).startswith(("le ", "la ", "les ", "l'"))
    counted = _counts(clause) or "moitié" in text
    if drafted.subject.members or not (definite or counted) or noun.segment.members:
        return None
    whole = noun.segment.text
    several = noun.is_indefinite and noun.number == "p" and not whole.startswith("des ")
    owner = f"des {whole}" if several else contract("de", whole)
    subject = Segment(role="subject", text=f"{text} {owner}")
    return replace(drafted, subject=subject, flaws=drafted.flaws - {"pronoun"})


def _counts(clause: Clause) -> bool:
    """« dont trois sont morts »."""
    words = _words(clause, clause.subject)
    return any(w.pos == "NUM" or w.text.lower() in _NUMBERS for w in words)


def _words(clause: Clause, part: Part | None) -> tuple[Word, ...]:
    return clause.tree.words[part.first : part.last + 1] if part else ()


def _placed(drafted: Draft, noun: Antecedent, clause: Clause) -> Draft | None:
    """« à Lyon, où vivent deux peuples » → « Deux peuples vivent à Lyon »."""
    governed = lower_initial(noun.governed)
    first = normalise(governed).split("'")[0].split()[0]
    if first not in {"à", "au", "aux", "en", "dans", "sur", "chez"}:
        return None
    place = recased(Segment(role="place", text=governed), lower_initial)
    return replace(drafted, rest=(*drafted.rest, place))
