"""Clauses in a parsed piece: verbal group, subject and complements, as ranges of words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.facts.parts import Part, form, part_of, role_of, trimmed
from quizapp.facts.repairs import ditransitive, rejoined, with_agent, with_object
from quizapp.nlp.trees import Tree, Word

_DROPPED = frozenset(
    "également aussi ainsi alors donc ensuite notamment néanmoins pourtant toutefois cependant"
    " enfin puis finalement d'ailleurs quant désormais maintenant encore même surtout".split()
)
_DROPPED_BETWEEN = _DROPPED - {"désormais", "encore", "maintenant", "même", "surtout", "notamment"}
_NEGATIONS = frozenset("ne n' pas plus jamais guère point rien aucun aucune personne".split())
_REFLEXIVES = frozenset({"se", "s'"})
_CLITICS = frozenset("le la l' les lui leur y en me m' te t' nous vous".split())
_INFLECTING = ("aux", "cop")
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


@dataclass(frozen=True)
class Clause:
    """A conjugated verb with what belongs to it.

    `verb` are the words of the verbal group, `flaws` what makes the reading doubtful or the clause
    unfit: `clitic` (an object pronoun), `pronoun` (the subject is one), `impersonal`, `inverted`,
    `broken` (parts that overlap or are not contiguous), `leftover` (words that belong nowhere).
    """

    tree: Tree
    head: Word
    verb: tuple[Word, ...]
    subject: Part | None
    parts: tuple[Part, ...]
    dropped: frozenset[int]
    lemmas: tuple[str, ...]
    negated: bool
    passive: bool
    shared: bool
    flaws: frozenset[str]

    @property
    def finite(self) -> Word:
        return next((word for word in self.verb if word.is_finite), self.verb[0])

    @property
    def lemma(self) -> str:
        """The lexical verb, behind auxiliaries and modals."""
        return self.lemmas[-1]


def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """The independent clauses of a piece, coordinated predicates each on its own."""
    clauses: list[Clause] = []
    for root in tree.roots:
        subject = None
        for head, conj in _predicates(tree, root):
            clause = _clause(tree, head, subject if conj else None)
            if clause:
                clauses.append(clause)
                subject = clause.subject or subject
    return tuple(clauses)


def clause_of(tree: Tree, head: Word) -> Clause | None:
    """The clause whose predicate is `head`, for what stands behind « que »."""
    return _clause(tree, head, None)


def _predicates(tree: Tree, head: Word) -> Iterator[tuple[Word, bool]]:
    """`head` and the finite predicates coordinated with it."""
    if _is_predicate(tree, head):
        yield head, False
    for conj in tree.children(head, "conj"):
        if _is_predicate(tree, conj):
            yield from ((word, True) for word, _ in _predicates(tree, conj))


def _is_predicate(tree: Tree, word: Word) -> bool:
    helpers = tree.children(word, *_INFLECTING)
    return (word.is_verb and word.is_finite) or any(h.is_finite for h in helpers)


def _clause(tree: Tree, head: Word, shared: Part | None) -> Clause | None:
    heads, group = _verbal_group(tree, head)
    if not any(word.is_verb for word in group):
        return None
    copular = tree.child(heads[-1], "cop") is not None
    parts = rejoined(tree, list(_parts(tree, heads, group, copular=copular)))
    parts = [half for part in parts for half in ditransitive(tree, part, parts)]
    parts = [half for part in parts for half in with_object(tree, part, parts)]
    passive = any(tree.child(h, "aux:pass") is not None for h in heads)
    parts = with_agent(tree, parts) if passive else parts
    subjects = [p for p in parts if p.role == "subject"]
    dropped = _dropped(tree, heads, group)
    complements = tuple(p for p in parts if p.role != "subject")
    clause = Clause(
        tree=tree,
        head=head,
        verb=tuple(w for w in group if w.i not in dropped),
        subject=subjects[0] if subjects else shared,
        parts=tuple(sorted(complements, key=lambda p: p.first)),
        dropped=dropped,
        lemmas=tuple((tree.child(h, "cop") or h).lemma for h in heads),
        negated=_is_negated(tree, group, complements),
        passive=passive,
        shared=not subjects and shared is not None,
        flaws=frozenset(),
    )
    return replace(clause, flaws=frozenset(_flaws(clause, several=len(subjects) > 1)))


def _verbal_group(tree: Tree, head: Word) -> tuple[list[Word], list[Word]]:
    """The lexical verbs in their order, and every word of the group in text order."""
    heads = [head]
    group = _own_group(tree, head)
    while heads[-1].is_verb:
        infinitive = next(
            (x for x in tree.children(heads[-1], "xcomp") if _is_infinitive(tree, x)), None
        )
        if infinitive is None:
            break
        added = [*_own_group(tree, infinitive), *tree.children(infinitive, "mark", "case")]
        if not _continues(tree, group, added):
            break
        heads.append(infinitive)
        group = sorted({w.i: w for w in [*group, *added]}.values(), key=lambda w: w.i)
    return heads, group


def _is_negated(tree: Tree, group: list[Word], parts: tuple[Part, ...]) -> bool:
    """« ne … que » restricts and does not deny."""
    forms = {form(word) for word in group}
    if not forms & {"ne", "n'"}:
        return False
    restricts = any(form(tree.words[p.first]) in {"que", "qu'"} for p in parts)
    return bool(forms & (_NEGATIONS - {"ne", "n'"})) or not restricts


def _is_infinitive(tree: Tree, word: Word) -> bool:
    """« fournir », « être reconnue »."""
    helpers = tree.children(word, *_INFLECTING)
    return any(w.feats.get("VerbForm") == "Inf" for w in (word, *helpers))


def _own_group(tree: Tree, head: Word) -> list[Word]:
    group = [head] if head.is_verb and not tree.child(head, "cop") else []
    for child in tree.children(head):
        word = form(child)
        inflects = any(child.dep.split(":")[0] == dep for dep in _INFLECTING)
        clitic = child.pos == "PRON" and child.i < head.i and word in _CLITICS | _REFLEXIVES
        if inflects or clitic or (child.dep == "advmod" and word in _NEGATIONS):
            group.append(child)
    return sorted(group, key=lambda w: w.i)


def _continues(tree: Tree, group: list[Word], added: list[Word]) -> bool:
    """Whether the infinitive follows the group with nothing but an adverb between."""
    first, last = min(w.i for w in added), max(w.i for w in group)
    between = tree.words[last + 1 : first]
    return first > last and all(w.pos == "ADV" for w in between) and len(between) <= 2


def _parts(tree: Tree, heads: list[Word], group: list[Word], *, copular: bool) -> Iterator[Part]:
    own = {w.i for w in group} | {h.i for h in heads}
    for helper in (w for w in group if w not in heads):
        for child in tree.children(helper, "nsubj"):
            yield part_of(tree, child, "subject")
    for head in heads:
        for child in tree.children(head):
            if child.i in own or child.dep in {"punct", "cc", "mark", "case", "det"}:
                continue
            apart = any(child.dep.startswith(dep) for dep in (*_APART, "conj"))
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
        apart = any(child.dep.startswith(dep) for dep in (*_APART, "punct", "cop", "aux"))
        if child.i not in own and not apart and not _is_other_clause(tree, child):
            words |= {w.i for w in tree.subtree(child)}
    words = {i for i in words if form(tree.words[i]) not in _DROPPED}
    return trimmed(tree, Part("attribute", head, min(words), max(words)))


_SUBJUNCTIVES = frozenset("ait aient soit soient puisse puissent fasse fassent aille sache".split())
_RULING = frozenset("interdire prévoir décider demander conseiller recommander permettre".split())
_IMPERSONAL = frozenset(
    "falloir agir suffire ensuivre convenir pleuvoir importer élever chiffrer".split()
)


def _is_connecting(tree: Tree, word: Word) -> bool:
    """« également », « alors »; not the « alors » of « alors que »."""
    following = tree.words[word.i + 1 : word.i + 2]
    subordinates = any(form(w) in {"que", "qu'"} for w in following)
    return form(word) in _DROPPED and not subordinates and len(tree.subtree(word)) == 1


def _dropped(tree: Tree, heads: list[Word], group: list[Word]) -> frozenset[int]:
    """Connecting adverbs; inside the verbal group only those that say nothing of their own."""
    dropped = set()
    for head in heads:
        for child in tree.children(head, "advmod", "cc"):
            inside = group[0].i < child.i < group[-1].i
            kept = inside and form(child) not in _DROPPED_BETWEEN
            if _is_connecting(tree, child) and not kept:
                dropped.add(child.i)
    return frozenset(dropped)


def _flaws(clause: Clause, *, several: bool) -> Iterator[str]:
    if several:
        yield "broken"
    subject = clause.subject
    if subject is None:
        yield "subjectless"
    elif _is_impersonal(clause, subject):
        yield "impersonal"
    elif subject.head.pos == "PRON":
        yield "pronoun"
    if subject and not clause.shared and subject.first > clause.verb[0].i:
        yield "inverted"
    if any(form(w) in _CLITICS and w.pos == "PRON" for w in clause.verb):
        yield "clitic"
    if form(clause.finite) in _SUBJUNCTIVES and clause.head.head == clause.head.i:
        yield "subordinate"
    marks = {form(w) for w in clause.tree.children(clause.head, "mark")}
    if marks & {"que", "qu'", "si", "s'"} and clause.head.head == clause.head.i:
        yield "subordinate"
    if _overlap(clause) or sum(p.role == "object" for p in clause.parts) > 1:
        yield "broken"
    if any(clause.tree.words[p.first].is_finite for p in clause.parts):
        yield "broken"
    if _leftover(clause):
        yield "leftover"


def _is_impersonal(clause: Clause, subject: Part) -> bool:
    pronoun = form(subject.head)
    if subject.head.dep.startswith("expl") or pronoun in {"ce", "c'", "on", "ça"}:
        return True
    follows = {form(clause.tree.words[p.first]) for p in clause.parts}
    judged = clause.head.pos == "ADJ" and bool(follows & {"de", "d'", "que", "qu'"})
    ruled = clause.passive and clause.lemma in _RULING
    return pronoun == "il" and (clause.lemma in _IMPERSONAL or judged or ruled)


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
        w.i not in covered and w.pos not in {"PUNCT", "CCONJ"} and form(w) not in _DROPPED
        for w in clause.tree.words[first : last + 1]
    )
