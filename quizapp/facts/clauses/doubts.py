"""What makes the reading of a clause doubtful."""

from collections.abc import Iterator

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, form
from quizapp.facts.clauses.verbal import CLITICS, DROPPED

_SUBJUNCTIVES = frozenset("ait aient soit soient puisse puissent fasse fassent aille sache".split())
_RULING = frozenset(
    "interdire prévoir décider demander conseiller recommander permettre rappeler estimer".split()
)
_IMPERSONAL = frozenset("falloir agir suffire ensuivre convenir pleuvoir importer".split())


def doubts_of(clause: Clause, *, several: bool) -> Iterator[str]:
    """Their names; `several` tells that the parser found more than one subject."""
    if several:
        yield "broken"
    yield from _of_subject(clause)
    exists = _exists(clause)
    if any(form(w) in CLITICS and w.pos == "PRON" and not (exists and form(w) == "y")
           for w in clause.verb):  # fmt: skip
        yield "clitic"
    if form(clause.finite) in _SUBJUNCTIVES and clause.head.head == clause.head.i:
        yield "subordinate"
    marks = {form(w) for w in clause.tree.children(clause.head, "mark")}
    if marks & {"que", "qu'", "si", "s'"} and clause.head.head == clause.head.i:
        yield "subordinate"
    if clause.shared and _reaches_back(clause):
        yield "broken"
    if _overlap(clause) or sum(p.role == "object" for p in clause.parts) > 1:
        yield "broken"
    if any(clause.tree.words[p.first].is_finite for p in clause.parts):
        yield "broken"
    if _leftover(clause):
        yield "leftover"


def _of_subject(clause: Clause) -> Iterator[str]:
    subject = clause.subject
    if subject is None:
        yield "subjectless"
    elif _is_impersonal(clause, subject):
        yield "impersonal"
    elif subject.head.pos == "PRON":
        yield "pronoun"
    if subject and not clause.shared and subject.first > clause.verb[0].i:
        yield "inverted"


def _is_impersonal(clause: Clause, subject: Part) -> bool:
    """« on », « c’est », « il y a », « il faut », « il est interdit »; not « il s’interroge »."""
    pronoun = form(subject.head)
    if pronoun in {"ce", "c'", "on", "ça"}:
        return True
    return pronoun == "il" and not subject.head.borrowed and is_impersonal_verb(clause)


def is_impersonal_verb(clause: Clause) -> bool:
    follows = {form(clause.tree.words[p.first]) for p in clause.parts}
    judged = clause.head.pos == "ADJ" and bool(follows & {"de", "d'", "que", "qu'"})
    ruled = clause.finite.lemma == "être" and bool(_RULING & set(clause.lemmas))
    seems = clause.lemmas[0] in {"sembler", "paraître", "arriver"} and "que" in follows
    return _exists(clause) or clause.lemmas[0] in _IMPERSONAL or judged or ruled or seems


def _exists(clause: Clause) -> bool:
    """« il y a »."""
    subject = clause.subject
    there = any(form(w) == "y" for w in clause.verb) and "avoir" in clause.lemmas
    return there and subject is not None and form(subject.head) == "il"


def _reaches_back(clause: Clause) -> bool:
    """A second predicate with a complement in front of the first one's verb."""
    words = clause.tree.words
    start = min([p.first for p in clause.parts], default=clause.verb[0].i)
    return any(w.is_finite for w in words[start : clause.verb[0].i])


def _overlap(clause: Clause) -> bool:
    parts = [p for p in (*clause.parts, clause.subject if not clause.shared else None) if p]
    pairs = any(a.overlaps(b) for n, a in enumerate(parts) for b in parts[n + 1 :])
    inside = any(p.first <= w.i <= p.last for p in parts for w in clause.verb)
    scattered = any(
        w.pos != "PUNCT" and not p.first <= w.i <= p.last
        for p in parts if p.role not in {"attribute", "recipient"}
        for w in clause.tree.subtree(p.head)
    )  # fmt: skip
    return pairs or inside or scattered


def _leftover(clause: Clause) -> bool:
    """Words between the clause's first and last that belong to none of its parts."""
    parts = [p for p in (*clause.parts, clause.subject if not clause.shared else None) if p]
    covered = {i for p in parts for i in range(p.first, p.last + 1)}
    covered |= {w.i for w in clause.verb} | clause.dropped
    for conj in clause.tree.children(clause.head, "conj"):
        covered |= {w.i for w in clause.tree.subtree(conj)}
    first, last = min(covered), max(covered)
    return any(
        w.i not in covered and w.pos not in {"PUNCT", "CCONJ"} and form(w) not in DROPPED
        for w in clause.tree.words[first : last + 1]
    )
