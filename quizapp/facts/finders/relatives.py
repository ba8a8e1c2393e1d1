"""The facts of relative clauses: « le port, qui abrite la flotte », « l’accord que X a signé »."""

import re
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
from quizapp.facts.reference.anaphora import is_vague
from quizapp.facts.subordinates.antecedents import Antecedent, closing_before, modified
from quizapp.facts.subordinates.fitting import fits, rivals_of, swallows_verb
from quizapp.facts.subordinates.predicate import (
    Predicate,
    clause_at,
    governing,
    is_cleft,
    is_foreign,
    is_hypothetical,
    is_subjunctive,
    resolved,
    stands_firm,
    told,
)
from quizapp.french.verbs import Verbs
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import Piece, PieceKind, Tree, Word

_HOSTS: tuple[PieceKind, ...] = ("core", "predicate", "relative", "clause", "participle", "aside")
_PRONOUNS = frozenset({"qui", "que", "qu'"})
_BRACKET = re.compile(r" ?\([^()]*\)")
_FIRST = re.compile(
    r"(?:le|la|les|l[’'])\s?(?:\w+ )?(?:premi|derni|seule?s?\b|unique|meilleur|pire|plus\b)"
)


def find(context: Context, reads: tuple[Read, ...]) -> Iterator[Candidate]:
    pieces = context.sentence.pieces
    for piece in context.sentence.of_kind("relative"):
        hosts = [p for p in pieces if p.kind != "relative" and p.span.start < piece.span.start
                 and any(w.end <= piece.span.start for w in p.main.words)]  # fmt: skip
        if any(_presents(host) for host in hosts):
            continue
        for host in hosts:
            yield from _apart(host, piece, context)
    for piece in map(better_read, context.sentence.of_kind(*_HOSTS)):
        for word in piece.main.words:
            if word.dep.startswith(("acl", "ccomp")):
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
        candidate = None if swallows_verb(clause) else told(predicate, context)
        if candidate:
            yield candidate


def _antecedent(
    host: Piece, piece: Piece, clause: Clause, context: Context
) -> tuple[Antecedent, set[str]] | None:
    """The noun before the comma: the widest on which both parsers agree, with what speaks of it."""
    if not _ends_at(host, piece, context):
        return None
    fit = partial(fits, clause, context=context)
    first, second = (
        closing_before(tree, piece.span.start, context, fits=fit)
        for tree in (host.main, host.second)
    )
    common = [a for a in first if any(a.segment == b.segment for b in second)]
    found = common or list(first or second)
    if not found:
        return None
    features = {"same_noun"} if first and second and first[0].segment == second[0].segment else (
        {"common_noun"} if common else {"other_noun"})  # fmt: skip
    return found[0], features | ({"rival_nouns"} if len(found) > 1 else set())


def _ends_at(host: Piece, piece: Piece, context: Context) -> bool:
    """Whether nothing but what the host lost stands between its last word and the relative, or a
    bracket behind a name: « la Ligue du port (LP), qui … »."""
    end = max((w.end for w in host.main.words if w.end <= piece.span.start), default=0)
    between = context.article.text[end : piece.span.start]
    named = context.registry.ending_at(end) is not None
    return len(between) <= 1 or (named and _BRACKET.fullmatch(between) is not None)


# « le port qui … », « le port que … »


def _restrictive(
    piece: Piece, word: Word, reads: tuple[Read, ...], context: Context
) -> Iterator[Candidate]:
    tree = piece.main
    clause = clause_at(tree, word.start)
    words = [w for w in tree.subtree(word) if w.pos != "PUNCT"] or [word]
    head = _noun(tree, word, words[0], context)
    pronoun, read = form(words[0]), governing(reads, words[0].start)
    if clause is None or read is None or pronoun not in _PRONOUNS or is_subjunctive(clause):
        return
    if head is None or is_foreign(tree, head, context):
        return
    if is_cleft(tree, head) or tree.words[words[0].i - 1].pos == "PUNCT":
        return
    noun = modified(tree, head, words[0].i, context)
    if noun is None or (pronoun == "qui" and not fits(clause, noun, context)):
        return
    if _singles_out(noun) or (noun.is_indefinite and not _exists(tree, head, read)):
        return
    second = clause_at(piece.second, word.start)
    alike = second is not None and word.dep.startswith("acl") and _governor(second) == head.start
    rivals = rivals_of(tree, head, words[0].i, context) if pronoun == "qui" else ()
    rivalled = any(fits(clause, rival, context) for rival in rivals)
    if rivalled and not alike:
        return
    features = frozenset({"relative", "restrictive", noun.feature,
                          "same_noun" if alike else "other_noun",
                          *({"rival_nouns"} if rivalled else ()),
                          *({"singled_out"} if is_vague(noun.segment.text) else ())})  # fmt: skip
    second = second if alike else None
    if pronoun == "qui":
        predicate = _of_subject(piece, clause, second, noun, features)
    else:
        predicate = _of_object(piece, clause, second, noun, features, read, context)
    candidate = told(predicate, context) if predicate else None
    if candidate:
        yield candidate


def _noun(tree: Tree, word: Word, pronoun: Word, context: Context) -> Word | None:
    """The noun that a relative hangs on; also where « la loi que X a votée » was read as what a
    verb other than one of saying governs."""
    head = tree.words[word.head]
    if head.pos in {"NOUN", "PROPN"}:
        return head
    before = tree.words[pronoun.i - 1] if pronoun.i else word
    says = speech_verb(context.resources.verbs, head.text)
    assumed = before.pos == "NOUN" and head.is_verb and before.i > head.i and not says
    return before if assumed and word.dep.startswith("ccomp") else None


def _is_apposed(tree: Tree, noun: Word) -> bool:
    """« la taxe, une nouveauté mais une mesure qui … »: what it is said of stands before it."""
    while noun.dep == "conj" and tree.words[noun.head].pos == "NOUN":
        noun = tree.words[noun.head]
    return noun.dep.startswith("appos")


def _singles_out(noun: Antecedent) -> bool:
    """« le premier film qui sera projeté » is nothing without its relative."""
    return _FIRST.match(noun.segment.text) is not None


def _exists(tree: Tree, noun: Word, read: Read) -> bool:
    """Whether « un accord » is one that there is, not one that is wished for, nor what another
    noun is called."""
    return stands_firm(read) and not is_hypothetical(tree, noun) and not _is_apposed(tree, noun)


def _governor(clause: Clause) -> int:
    return clause.tree.words[clause.head.head].start


def _of_subject(
    piece: Piece, clause: Clause, second: Clause | None, noun: Antecedent,
    features: frozenset[str],
) -> Predicate | None:  # fmt: skip
    if clause.subject is None or form(clause.subject.head) != "qui":
        return None
    return Predicate(piece, clause, second, noun.segment, "« qui » : son antécédent", features)


def _of_object(
    piece: Piece, clause: Clause, second: Clause | None, noun: Antecedent,
    features: frozenset[str], read: Read, context: Context,
) -> Predicate | None:  # fmt: skip
    """« l’accord que la Chine a signé » → « La Chine a signé l’accord »."""
    clause, second = _without_que(clause), second and _without_que(second)
    subject = clause.subject
    complements = {p.role for p in clause.parts}
    found = resolved(clause, read, context)
    if subject is None or clause.lemma == "être" or (found is None and subject.head.pos == "PRON"):
        return None
    if complements & {"object", "attribute", "complement"} or len(clause.lemmas) > 1:
        return None
    own = draft(clause, wording=context.wording, registry=context.registry,
                subject=found.segment if found else None)  # fmt: skip
    if own is None:
        return None
    added = noun.segment.model_copy(update={"role": "object"})
    verb = _unagreed(own.verb.text, clause, context.resources.verbs)
    return Predicate(piece, clause, second, own.subject, "« que » : son antécédent",
                     features | {"relative_que"} | ({"resolved"} if found else set()), verb,
                     added=(added,))  # fmt: skip


def _without_que(clause: Clause) -> Clause:
    parts = tuple(p for p in clause.parts if form(p.head) not in {"que", "qu'"})
    return replace(clause, parts=parts)


def _unagreed(text: str, clause: Clause, verbs: Verbs) -> str:
    """« a votée » → « a voté », for the object now follows."""
    last = form(clause.verb[-1])
    lemma = next((a.lemma for a in verbs.analyses(last) if a.form == "past_participle"), None)
    plain = verbs.participle(lemma) if lemma and len(clause.verb) > 1 else None
    return text.removesuffix(last) + plain if plain and text.endswith(last) else text
