"""The facts of relative clauses: « le port, qui abrite la flotte », « l’accord que X a signé »."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import draft
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import better_read, clauses_of
from quizapp.facts.context import Context, Read
from quizapp.facts.subordinates.antecedents import Antecedent, agrees, closing_before, modified
from quizapp.facts.subordinates.predicate import (
    Predicate,
    clause_at,
    governing,
    is_cleft,
    is_quoted,
    is_subjunctive,
    is_told_by_other,
    stands_firm,
    told,
)
from quizapp.french.verbs import Verbs
from quizapp.nlp.trees import Piece, Word

_PRONOUNS = frozenset({"qui", "que", "qu'"})


def find(context: Context, reads: tuple[Read, ...]) -> Iterator[Candidate]:
    pieces = context.sentence.pieces
    for piece in context.sentence.of_kind("relative"):
        hosts = [p for p in pieces if p.kind != "relative" and p.span.start < piece.span.start
                 and any(w.end <= piece.span.start for w in p.main.words)]  # fmt: skip
        for host in hosts:
            if not _presents(host):
                yield from _apart(host, piece, context)
    for kind in ("core", "predicate", "relative", "clause", "participle"):
        for piece in map(better_read, context.sentence.of_kind(kind)):
            for word in piece.main.words:
                if word.dep.startswith("acl"):
                    yield from _restrictive(piece, word, reads, context)


# « , qui … »


def _presents(host: Piece) -> bool:
    """« C’est la présence de X, …, qui a choqué »."""
    return any(form(a) in {"c'", "ce"} and form(b) in {"est", "était", "sont"}
               for a, b in pairwise(host.main.words))  # fmt: skip


def _apart(host: Piece, piece: Piece, context: Context) -> Iterator[Candidate]:
    for clause in clauses_of(piece.main):
        if clause.subject is None or not clause.subject.head.borrowed:
            continue
        found = _antecedent(host, piece, clause, context)
        if found is None:
            continue
        noun, observed = found
        twins = (c for c in clauses_of(piece.second) if c.finite.start == clause.finite.start)
        features = {"relative", noun.feature, *observed}
        features |= {"far_antecedent"} if host.kind != "core" else set()
        predicate = Predicate(piece, clause, next(twins, None), noun.segment,
                              "« qui » : son antécédent", frozenset(features))  # fmt: skip
        candidate = told(predicate, context)
        if candidate:
            yield candidate


def _antecedent(
    host: Piece, piece: Piece, clause: Clause, context: Context
) -> tuple[Antecedent, set[str]] | None:
    """The noun before the comma: the widest on which both parsers agree, with what speaks of it."""
    if not _ends_at(host, piece):
        return None
    fits = partial(_fits, clause, context.resources.verbs)
    first, second = (
        closing_before(tree, piece.span.start, context, fits=fits)
        for tree in (host.main, host.second)
    )
    common = [a for a in first if any(a.segment == b.segment for b in second)]
    found = common or list(first or second)
    if not found:
        return None
    features = {"same_noun"} if first and second and first[0].segment == second[0].segment else (
        {"common_noun"} if common else {"other_noun"})  # fmt: skip
    return found[0], features | ({"rival_nouns"} if len(found) > 1 else set())


def _fits(clause: Clause, verbs: Verbs, noun: Antecedent) -> bool:
    """Whether verb and participle agree with the noun."""
    number = clause.finite.feats.get("Number")
    if number and number != ("Plur" if noun.number == "p" else "Sing"):
        return False
    helped = clause.finite.lemma == "être" and len(clause.verb) > 1
    return not helped or agrees(clause.verb[-1], noun, verbs)


def _ends_at(host: Piece, piece: Piece) -> bool:
    """Whether nothing but what the host lost stands between its last word and the relative."""
    before = [w for w in host.main.words if w.end <= piece.span.start]
    return piece.span.start - before[-1].end <= 1


# « le port qui … », « le port que … »


def _restrictive(
    piece: Piece, word: Word, reads: tuple[Read, ...], context: Context
) -> Iterator[Candidate]:
    tree = piece.main
    head, clause = tree.words[word.head], clause_at(tree, word.start)
    words = [w for w in tree.subtree(word) if w.pos != "PUNCT"]
    if not words:
        return
    pronoun, read = form(words[0]), governing(reads, words[0].start)
    if clause is None or read is None or pronoun not in _PRONOUNS or is_subjunctive(clause):
        return
    if head.pos not in {"NOUN", "PROPN"} or is_quoted(tree, word) or is_told_by_other(tree, head):
        return
    if is_cleft(tree, head) or tree.words[words[0].i - 1].pos == "PUNCT":
        return
    noun = modified(tree, head, words[0].i, context)
    if noun is None or (noun.is_indefinite and not stands_firm(read)):
        return
    second = clause_at(piece.second, word.start)
    alike = second is not None and _governor(second) == head.start
    features = frozenset({"relative", "restrictive", noun.feature,
                          "same_noun" if alike else "other_noun"})  # fmt: skip
    second = second if alike else None
    make = _of_subject if pronoun == "qui" else _of_object
    predicate = make(piece, clause, second, noun, features, context)
    candidate = told(predicate, context) if predicate else None
    if candidate:
        yield candidate


def _governor(clause: Clause) -> int:
    return clause.tree.words[clause.head.head].start


def _of_subject(
    piece: Piece, clause: Clause, second: Clause | None, noun: Antecedent,
    features: frozenset[str], context: Context,
) -> Predicate | None:  # fmt: skip
    plural = clause.finite.feats.get("Number") == "Plur"
    if clause.subject is None or form(clause.subject.head) != "qui":
        return None
    if plural != (noun.number == "p"):
        return None
    return Predicate(piece, clause, second, noun.segment, "« qui » : son antécédent", features)


def _of_object(
    piece: Piece, clause: Clause, second: Clause | None, noun: Antecedent,
    features: frozenset[str], context: Context,
) -> Predicate | None:  # fmt: skip
    """« l’accord que la Chine a signé » → « La Chine a signé l’accord »."""
    clause, second = _without_que(clause), second and _without_que(second)
    subject = clause.subject
    complements = {p.role for p in clause.parts}
    if subject is None or subject.head.pos == "PRON" or clause.lemma == "être":
        return None
    if complements & {"object", "attribute", "complement"} or len(clause.lemmas) > 1:
        return None
    own = draft(clause, wording=context.wording, registry=context.registry)
    if own is None:
        return None
    added = noun.segment.model_copy(update={"role": "object"})
    verb = _unagreed(own.verb.text, clause, context.resources.verbs)
    return Predicate(piece, clause, second, own.subject, "« que » : son antécédent",
                     features | {"relative_que"}, verb, (added,))  # fmt: skip


def _without_que(clause: Clause) -> Clause:
    parts = tuple(p for p in clause.parts if form(p.head) not in {"que", "qu'"})
    return replace(clause, parts=parts)


def _unagreed(text: str, clause: Clause, verbs: Verbs) -> str:
    """« a votée » → « a voté », for the object now follows."""
    last = form(clause.verb[-1])
    lemma = next((a.lemma for a in verbs.analyses(last) if a.form == "past_participle"), None)
    plain = verbs.participle(lemma) if lemma and len(clause.verb) > 1 else None
    return text.removesuffix(last) + plain if plain and text.endswith(last) else text
