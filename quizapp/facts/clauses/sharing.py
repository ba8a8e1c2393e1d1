"""Predicates that share an auxiliary or a governing verb with the one before."""

from dataclasses import replace

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import form
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
    return replace(clause, helpers=helpers, passive=before.passive)


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
