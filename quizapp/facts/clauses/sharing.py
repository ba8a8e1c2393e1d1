"""Predicates that share an auxiliary or a governing verb with the one before."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, form
from quizapp.facts.clauses.repairs import with_agent
from quizapp.facts.clauses.verbal import is_infinitive
from quizapp.nlp.trees import Tree, Word


def shares_auxiliary(tree: Tree, head: Word, conj: Word) -> bool:
    """« a été arrêté puis relâché »: two participles side by side, one auxiliary."""
    between = tree.words[head.i + 1 : conj.i]
    return (
        conj.feats.get("VerbForm") == head.feats.get("VerbForm") == "Part"
        and tree.child(head, "aux") is not None
        and not tree.children(conj, "aux", "nsubj", "cop")
        and any(form(w) in {"et", "puis"} for w in between)
        and all(w.pos in {"CCONJ", "ADV", "PUNCT"} for w in between)
    )


def helped(clause: Clause, before: Clause) -> Clause | None:
    """A participle with the auxiliaries of the predicate before; none where that is negated."""
    if before.negated or before.subject is None:
        return None
    helpers = tuple(w for w in before.verb if w.dep.startswith("aux"))
    parts = with_agent(clause.tree, list(clause.parts)) if before.passive else clause.parts
    return replace(clause, helpers=helpers, passive=before.passive, parts=tuple(parts))


def coordinated_infinitives(tree: Tree, heads: list[Word]) -> list[Word]:
    """« augmenter » in « veut réduire les taxes et augmenter les salaires »."""
    if len(heads) < 2:
        return []
    found = [c for h in heads[-2:] for c in tree.children(h, "conj")]
    return [
        c for c in sorted(found, key=lambda word: word.i)
        if is_infinitive(tree, c) and c.i > heads[-1].i and not tree.children(c, "nsubj")
    ]  # fmt: skip


def chained(clause: Clause, before: Clause, group: list[Word]) -> Clause:
    """`clause` is governed by the words of `group`, « veut », « cherche à ».

    A preposition of its own takes the place of that of the group.
    """
    own = clause.verb[0].pos == "ADP"
    helpers = tuple(w for w in group if not (own and w.pos == "ADP"))
    return replace(
        clause,
        helpers=helpers,
        lemmas=(*before.lemmas[:-1], clause.lemma),
        negated=before.negated,
        flaws=clause.flaws - {"subjectless"},
    )


def with_shared_objects(clauses: list[Clause]) -> Iterator[Clause]:
    """« intègrent et forment des milices »: the object of the second verb is that of the first,
    which nothing but « et » parts from it."""
    for clause, after in zip_longest(clauses, clauses[1:]):
        shared = _object_shared(clause, after) if after else None
        yield replace(clause, parts=(*clause.parts, shared)) if shared else clause


def _object_shared(clause: Clause, after: Clause) -> Part | None:
    last, first = clause.verb[-1].i, after.verb[0].i
    beside = first - last == 2 and form(clause.tree.words[last + 1]) in {"et", "ou", "puis"}
    bare = not any(part.first > last for part in clause.parts)
    if not (beside and bare and after.shared) or clause.passive or after.helpers:
        return None
    return next((part for part in after.parts if part.role == "object"), None)
