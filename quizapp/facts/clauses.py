"""Clauses in a parsed piece: verbal group, subject and complements, as ranges of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.model import Role
from quizapp.nlp.peel import is_role_noun
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
class Part:
    """A complement: the words `first` to `last` of the tree, both included."""

    role: Role
    head: Word
    first: int
    last: int

    def overlaps(self, other: "Part") -> bool:
        return self.first <= other.last and other.first <= self.last


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
    parts = _rejoined(tree, list(_parts(tree, heads, group, copular=copular)))
    parts = [half for part in parts for half in _ditransitive(tree, part, parts)]
    parts = [half for part in parts for half in _with_object(tree, part, parts)]
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
        passive=any(tree.child(h, "aux:pass") is not None for h in heads),
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
    forms = {_form(word) for word in group}
    if not forms & {"ne", "n'"}:
        return False
    restricts = any(_form(tree.words[p.first]) in {"que", "qu'"} for p in parts)
    return bool(forms & (_NEGATIONS - {"ne", "n'"})) or not restricts


def _is_infinitive(tree: Tree, word: Word) -> bool:
    """« fournir », « être reconnue »."""
    helpers = tree.children(word, *_INFLECTING)
    return any(w.feats.get("VerbForm") == "Inf" for w in (word, *helpers))


def _own_group(tree: Tree, head: Word) -> list[Word]:
    group = [head] if head.is_verb and not tree.child(head, "cop") else []
    for child in tree.children(head):
        form = _form(child)
        inflects = any(child.dep.split(":")[0] == dep for dep in _INFLECTING)
        clitic = child.pos == "PRON" and child.i < head.i and form in _CLITICS | _REFLEXIVES
        if inflects or clitic or (child.dep == "advmod" and form in _NEGATIONS):
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
            yield _part(tree, child, "subject")
    for head in heads:
        for child in tree.children(head):
            if child.i in own or child.dep in {"punct", "cc", "mark", "case", "det"}:
                continue
            apart = any(child.dep.startswith(dep) for dep in (*_APART, "conj"))
            if copular and head is heads[-1] and not apart:
                continue
            if _is_other_clause(tree, child) or _is_connecting(tree, child):
                continue
            yield _part(tree, child, _role(tree, child, heads[-1]))
    if copular:
        yield _attribute(tree, heads[-1], own)


def _rejoined(tree: Tree, parts: list[Part]) -> list[Part]:
    """What begins with « et », with « de » behind an object, or with a bare noun belongs to the
    part before it."""
    joined: list[Part] = []
    for part in sorted(parts, key=lambda p: p.first):
        first = _form(tree.words[part.first])
        before = joined[-1] if joined else None
        gap = tree.words[before.last + 1 : part.first] if before else ()
        close = before is not None and all(w.text == "," for w in gap)
        if before and close and _belongs(tree, before, part, first, near=not gap):
            joined[-1] = replace(before, last=max(before.last, part.last))
        else:
            joined.append(part)
    return joined


def _with_object(tree: Tree, part: Part, parts: list[Part]) -> Iterator[Part]:
    """« reçoit sur un tapis rouge Poutine »: the name behind an adjective is the object."""
    last, before = tree.words[part.last], tree.words[part.last - 1]
    words = tree.words[part.first : part.last]
    if (
        part.role not in {"subject", "object", "attribute", "agent"}
        and last.pos == "PROPN" and before.pos == "ADJ" and words[0].pos == "ADP"
        and not any(p.role == "object" for p in parts)
        and not any(is_role_noun(w.text) for w in words)
    ):  # fmt: skip
        yield replace(part, head=before, last=part.last - 1)
        yield Part("object", last, part.last, part.last)
    else:
        yield part


def _belongs(tree: Tree, before: Part, part: Part, first: str, *, near: bool) -> bool:
    if before.role == "subject":
        return False
    if before.role == part.role == "object" and near and tree.words[part.first].pos == "PROPN":
        return True
    clausal = any(w.is_verb for w in tree.words[before.first : before.last + 1])
    if clausal and near and part.role in {"object", "complement", "manner", "place", "company"}:
        return before.role in {"complement", "purpose", "manner", "cause"}
    if first in {"et", "ou", "ni", "ainsi"}:
        return True
    if first in {"de", "du", "des", "d'"} and part.role == "complement" and near:
        governor = tree.words[part.head.head]
        return before.role == "object" and governor.lemma not in _TAKING_DE
    bare = tree.words[part.first].pos in {"NOUN", "PROPN", "NUM"}
    return part.role in {"complement", "place", "manner"} and bare


def _ditransitive(tree: Tree, part: Part, parts: list[Part]) -> Iterator[Part]:
    """« à la Russie des obus » is a recipient and an object, whatever the parser says."""
    if part.role == "recipient" and not any(p.role == "object" for p in parts):
        for i in range(part.first + 2, part.last):
            word, before = tree.words[i], tree.words[i - 1]
            if before.pos == "PROPN" and _form(word) in {"des", "du", "un", "une", "de", "d'"}:
                yield replace(part, head=before, last=i - 1)
                yield Part("object", tree.words[i + 1], i, part.last)
                return
    yield part


def _is_other_clause(tree: Tree, child: Word) -> bool:
    return child.dep == "conj" and (_is_predicate(tree, child) or child.is_verb)


def _attribute(tree: Tree, head: Word, own: set[int]) -> Part:
    words = {head.i}
    for child in tree.children(head):
        apart = any(child.dep.startswith(dep) for dep in (*_APART, "punct", "cop", "aux"))
        if child.i not in own and not apart and not _is_other_clause(tree, child):
            words |= {w.i for w in tree.subtree(child)}
    words = {i for i in words if _form(tree.words[i]) not in _DROPPED}
    return _trimmed(tree, Part("attribute", head, min(words), max(words)))


def _part(tree: Tree, head: Word, role: Role) -> Part:
    words = tree.subtree(head)
    return _trimmed(tree, Part(role, head, words[0].i, words[-1].i))


def _trimmed(tree: Tree, part: Part) -> Part:
    """Without the commas and full stops at its edges."""
    first, last = part.first, part.last
    while first < last and tree.words[first].text in {",", ".", ";", ":", "–", "-"}:
        first += 1
    while last > first and tree.words[last].text in {",", ".", ";", ":", "–", "-", "!", "?", "…"}:
        last -= 1
    return replace(part, first=first, last=last)


_TIMES = frozenset(
    "depuis pendant durant avant après lors dès jusque jusqu' jusqu'à jusqu'au".split()
)
_PLACES = frozenset("dans en sur sous chez devant derrière près à au aux vers hors entre".split())
_CAUSES = frozenset({"grâce", "suite", "faute", "cause", "raison"})
_GIVING = frozenset(
    "accorder adresser annoncer apporter attribuer céder confier conseiller déclarer demander dire"
    " distribuer donner envoyer expliquer fournir garantir imposer interdire livrer louer montrer"
    " octroyer offrir ordonner permettre prêter promettre proposer rappeler refuser remettre rendre"
    " répondre reprocher restituer retirer transférer transmettre vendre verser voler".split()
)
_SUBJUNCTIVES = frozenset("ait aient soit soient puisse puissent fasse fassent aille sache".split())
_IMPERSONAL = frozenset("falloir agir suffire ensuivre convenir pleuvoir importer".split())
_STREETS = frozenset({"place", "rue", "avenue", "boulevard", "quai"})
_TAKING_DE = frozenset(
    "accuser avertir charger couvrir débarrasser décorer doter empêcher exclure excuser féliciter"
    " informer inculper libérer menacer munir nourrir priver qualifier recevoir remercier remplir"
    " soupçonner suspecter traiter venir revenir retirer tirer sortir écarter expulser".split()
)
_GETTING = frozenset("recevoir obtenir acheter produire exporter importer construire".split())
_TIME_NOUNS = frozenset(
    "jour jours semaine semaines mois an ans année années heure heures minutes matin soir nuit"
    " soirée matinée journée siècle décennie décennies week-end fois reprises".split()
)


def _role(tree: Tree, child: Word, verb: Word) -> Role:
    street = child.text.lower() in _STREETS and tree.child(child, "det") is None
    rules: tuple[tuple[bool, Role], ...] = (
        (child.dep.startswith(("nsubj", "csubj", "expl:subj")), "subject"),
        (street, "place"),
        (child.dep == "obj" or (child.dep.startswith("obj") and child.pos != "PRON"), "object"),
        (child.dep == "obl:agent", "agent"),
    )
    told = next((role for holds, role in rules if holds), None)
    if told:
        return told
    if child.dep == "xcomp" and child.pos == "ADJ":
        return "attribute"
    if child.dep.startswith(("ccomp", "xcomp", "advcl", "acl")):
        return _role_of_clause(tree, child)
    return _role_of_adjunct(tree, child, verb)


def _role_of_clause(tree: Tree, child: Word) -> Role:
    words = [_form(w) for w in tree.subtree(child)[:2]]
    if words[0] in {"pour", "afin"}:
        return "purpose"
    if words[0] in {"parce", "puisque", "car"}:
        return "cause"
    return "manner" if words[0] == "en" else "complement"


def _role_of_adjunct(tree: Tree, child: Word, verb: Word) -> Role:
    words = [_form(w) for w in tree.subtree(child)[:3]]
    in_time = child.text.lower() in _TIME_NOUNS and words[0] not in {"à", "de"}
    in_time = in_time or re.match(r"\d+ ?h", child.text) is not None
    rules: tuple[tuple[bool, Role], ...] = (
        (in_time and words[0] in {"pendant", "durant"}, "duration"),
        (in_time or words[0] in _TIMES, "time"),
        (words[0] == "pour" and child.is_verb, "purpose"),
        (bool(_CAUSES & set(words[:2])), "cause"),
        (words[0] in {"à", "au", "aux"} and verb.lemma in _GIVING, "recipient"),
        (_is_partitive(tree, child, verb), "object"),
        (words[0] in _PLACES and child.pos == "PROPN", "place"),
        (child.pos == "ADV", "manner"),
    )
    return next((role for holds, role in rules if holds), "complement")


def _is_connecting(tree: Tree, word: Word) -> bool:
    """« également », « alors »; not the « alors » of « alors que »."""
    following = tree.words[word.i + 1 : word.i + 2]
    subordinates = any(_form(w) in {"que", "qu'"} for w in following)
    return _form(word) in _DROPPED and not subordinates and len(tree.subtree(word)) == 1


def _is_partitive(tree: Tree, child: Word, verb: Word) -> bool:
    """« livrer des tonnes de thé », « recevoir de l’eau »: an object, though it begins with de."""
    words = [_form(w) for w in tree.subtree(child)[:2]]
    partitive = words[0] in {"des", "du"} or words in (["de", "la"], ["de", "l'"])
    return partitive and verb.lemma in _GIVING | _GETTING and not tree.children(verb, "obj")


def _dropped(tree: Tree, heads: list[Word], group: list[Word]) -> frozenset[int]:
    """Connecting adverbs; inside the verbal group only those that say nothing of their own."""
    dropped = set()
    for head in heads:
        for child in tree.children(head, "advmod", "cc"):
            inside = group[0].i < child.i < group[-1].i
            kept = inside and _form(child) not in _DROPPED_BETWEEN
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
    if any(_form(w) in _CLITICS and w.pos == "PRON" for w in clause.verb):
        yield "clitic"
    if _form(clause.finite) in _SUBJUNCTIVES and clause.head.head == clause.head.i:
        yield "subordinate"
    marks = {_form(w) for w in clause.tree.children(clause.head, "mark")}
    if marks & {"que", "qu'", "si", "s'"} and clause.head.head == clause.head.i:
        yield "subordinate"
    if _overlap(clause) or sum(p.role == "object" for p in clause.parts) > 1:
        yield "broken"
    if any(clause.tree.words[p.first].is_finite for p in clause.parts):
        yield "broken"
    if _leftover(clause):
        yield "leftover"


def _is_impersonal(clause: Clause, subject: Part) -> bool:
    form = _form(subject.head)
    if subject.head.dep.startswith("expl") or form in {"ce", "c'", "on", "ça"}:
        return True
    follows = {_form(clause.tree.words[p.first]) for p in clause.parts}
    judged = clause.head.pos == "ADJ" and bool(follows & {"de", "d'", "que", "qu'"})
    return form == "il" and (clause.lemma in _IMPERSONAL or judged)


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
        w.i not in covered and w.pos not in {"PUNCT", "CCONJ"} and _form(w) not in _DROPPED
        for w in clause.tree.words[first : last + 1]
    )


def _form(word: Word) -> str:
    return word.text.lower().replace("’", "'")
