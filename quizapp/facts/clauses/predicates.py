"""Clauses in a parsed piece: verbal group, subject and complements, as ranges of words."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.doubts import doubts_of
from quizapp.facts.clauses.fronts import whole_fronts, with_lost_front
from quizapp.facts.clauses.leading import leading_subject
from quizapp.facts.clauses.parts import Part, form, part_of, role_of, trimmed
from quizapp.facts.clauses.repairs import (
    ditransitive,
    outermost,
    plain,
    rejoined,
    with_agent,
    with_clitic,
    with_front,
    with_object,
)
from quizapp.facts.clauses.sharing import (
    chained,
    coordinated_infinitives,
    helped,
    shares_auxiliary,
    with_shared_objects,
)
from quizapp.facts.clauses.verbal import (
    DROPPED,
    DROPPED_BETWEEN,
    INFLECTING,
    MOVING,
    affirms,
    is_negated,
    verbal_group,
)
from quizapp.nlp.trees import Piece, Tree, Word

_APART = (
    "nsubj",
    "csubj",
    "obl:mod",
    "obl:agent",
    "advcl",
    "parataxis",
    "obl",
    "expl",
    "dislocated",
)


_MARKS = frozenset({"punct", "cc", "mark", "case", "det"})


@lru_cache(maxsize=1024)
def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """The independent clauses of a piece, coordinated predicates each on its own."""
    clauses: list[Clause] = []
    for root in tree.roots:
        subject = None
        for head, conj in _predicates(tree, root):
            clause = _clause(tree, head, subject if conj else None)
            if clause and conj and not clause.finite.is_finite and clauses:
                clause = helped(clause, clauses[-1])
            if clause:
                clauses.append(clause)
                subject = clause.subject or subject
                clauses += _chained(tree, head, clause)
    return tuple(with_lost_front(list(with_shared_objects(clauses))))


def _chained(tree: Tree, head: Word, clause: Clause) -> Iterator[Clause]:
    """« veut réduire X et augmenter Y »: the second infinitive, with « veut » before it."""
    heads, group = verbal_group(tree, head)
    for infinitive in coordinated_infinitives(tree, heads):
        own = _clause(tree, infinitive, clause.subject)
        if own:
            yield chained(own, clause, [w for w in group if w.i < heads[-1].i])


def better_read(piece: Piece) -> Piece:
    """The piece with the second parser's reading first, where only that one is sound."""
    if _is_sound(piece.main) or not _is_sound(piece.second):
        return piece
    return replace(piece, main=piece.second, second=piece.main)


def _is_sound(tree: Tree) -> bool:
    clauses = clauses_of(tree)
    unsound = {"broken", "leftover", "subjectless", "inverted"}
    return bool(clauses) and not any(clause.flaws & unsound for clause in clauses)


def clause_of(tree: Tree, head: Word) -> Clause | None:
    """The clause whose predicate is `head`, for what stands behind « que »."""
    return _clause(tree, head, None)


def _predicates(tree: Tree, head: Word) -> Iterator[tuple[Word, bool]]:
    """`head` and the finite predicates coordinated with it."""
    if _is_predicate(tree, head):
        yield head, False
    for conj in tree.children(head, "conj"):
        if _is_predicate(tree, conj) and not _is_subordinate(tree, conj):
            yield from ((word, True) for word, _ in _predicates(tree, conj))
        elif shares_auxiliary(tree, head, conj):
            yield conj, True


def _is_subordinate(tree: Tree, conj: Word) -> bool:
    """« … ni que X », « … et que X »: never free of the verb that governs it."""
    words = tree.subtree(conj)
    opening = [form(w) for w in words if w.i < conj.i and w.pos != "PUNCT"][:3]
    before = form(tree.words[words[0].i - 1]) if words[0].i else ""
    return bool({before, *opening} & {"que", "qu'", "ni", "qui", "dont", "où", "si"})


def _is_predicate(tree: Tree, word: Word) -> bool:
    helpers = tree.children(word, *INFLECTING)
    return (word.is_verb and word.is_finite) or any(h.is_finite for h in helpers)


def _clause(tree: Tree, head: Word, shared: Part | None) -> Clause | None:
    heads, group = verbal_group(tree, head)
    if not any(word.is_verb for word in group):
        return None
    copular = tree.child(heads[-1], "cop") is not None
    parts = rejoined(tree, outermost(list(_parts(tree, heads, group, copular=copular))))
    parts = [half for part in parts for half in ditransitive(tree, part, parts)]
    parts = [half for part in parts for half in with_object(tree, part, parts)]
    passive = any(tree.child(h, "aux:pass") is not None for h in heads if h.lemma not in MOVING)
    parts = with_agent(tree, parts) if passive else parts
    parts, group = with_clitic(tree, parts, group)
    parts = list(whole_fronts(with_front(tree, parts, group[0].i), group[0].i))
    parts = [plain(tree, part) if part.first > group[-1].i else part for part in parts]
    subjects = [p for p in parts if p.role == "subject"]
    dropped = _dropped(tree, heads, group)
    leading = leading_subject(tree, group) if not subjects and shared is None else None
    subject = subjects[0] if subjects else shared or leading
    parts = [p for p in parts if leading is None or not p.overlaps(leading)]
    complements = tuple(p for p in parts if p.role != "subject")
    clause = Clause(
        tree=tree,
        head=head,
        verb=tuple(w for w in group if w.i not in dropped),
        subject=subject,
        parts=tuple(sorted(complements, key=lambda p: p.first)),
        dropped=dropped,
        lemmas=tuple((tree.child(h, "cop") or h).lemma for h in heads),
        negated=is_negated(tree, group, complements) and not affirms(heads),
        passive=passive,
        shared=not subjects and shared is not None,
        flaws=frozenset(),
    )
    doubts = {*doubts_of(clause, several=len(subjects) > 1)}
    return replace(clause, flaws=frozenset(doubts | ({"leading_subject"} if leading else set())))


def _parts(tree: Tree, heads: list[Word], group: list[Word], *, copular: bool) -> Iterator[Part]:
    own = {w.i for w in group} | {h.i for h in heads}
    for helper in (w for w in group if w not in heads):
        for child in tree.children(helper, "nsubj"):
            yield part_of(tree, child, "subject")
    for head in heads:
        for child in tree.children(head):
            mark = child.dep in _MARKS and (child.dep != "punct" or child.pos != "NUM")
            if child.i in own or mark:
                continue
            apart = child.dep.startswith((*_APART, "conj"))
            if copular and head is heads[-1] and not apart:
                continue
            if _is_other_clause(tree, child) or _is_connecting(tree, child):
                continue
            yield part_of(tree, child, role_of(tree, child, heads[-1]))
    if copular:
        yield _attribute(tree, heads[-1], own)


def _is_other_clause(tree: Tree, child: Word) -> bool:
    return child.dep == "conj" and (_is_predicate(tree, child) or child.is_verb)


def _attribute(tree: Tree, head: Word, own: set[int]) -> Part:
    words = {head.i}
    for child in tree.children(head):
        apart = child.dep.startswith((*_APART, "punct", "cop", "aux"))
        if child.i not in own and not apart and not _is_other_clause(tree, child):
            words |= {w.i for w in tree.subtree(child)}
    words = {i for i in words if form(tree.words[i]) not in DROPPED} or {head.i}
    return trimmed(tree, Part("attribute", head, min(words), max(words)))


def _is_connecting(tree: Tree, word: Word) -> bool:
    """« également », « alors »; not the « alors » of « alors que »."""
    following = tree.words[word.i + 1 : word.i + 2]
    subordinates = any(form(w) in {"que", "qu'"} for w in following)
    return form(word) in DROPPED and not subordinates and len(tree.subtree(word)) == 1


def _dropped(tree: Tree, heads: list[Word], group: list[Word]) -> frozenset[int]:
    """Connecting adverbs; inside the verbal group only those that say nothing of their own."""
    dropped = set()
    for head in heads:
        for child in tree.children(head, "advmod", "cc"):
            inside = group[0].i < child.i < group[-1].i
            kept = inside and form(child) not in DROPPED_BETWEEN
            if _is_connecting(tree, child) and not kept:
                dropped.add(child.i)
    return frozenset(dropped)
