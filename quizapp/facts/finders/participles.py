"""The facts of participles: « …, entraînant l’arrêt du réacteur », « l’accord signé en 2019 »."""

import re
from collections.abc import Iterator
from functools import partial

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import draft
from quizapp.facts.clauses.modality import modality_of
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import better_read
from quizapp.facts.context import Context, Read
from quizapp.facts.subordinates.antecedents import Antecedent, agrees, closing_before, modified
from quizapp.facts.subordinates.conjugating import conjugated, time_of
from quizapp.facts.subordinates.predicate import (
    Predicate,
    clause_at,
    governing,
    is_cleft,
    is_foreign,
    is_hypothetical,
    number_of,
    stands_firm,
    subject_of,
    told,
)
from quizapp.french.verbs import Number, Verbs
from quizapp.model import Role, Segment
from quizapp.nlp.participial import is_present_participle
from quizapp.nlp.trees import Piece, PieceKind, Tree, Word

_BARE: frozenset[Role] = frozenset({"frame", "subject", "verb", "link"})
"""What « des membres présumés » would give, and no fact."""
_HOSTS: tuple[PieceKind, ...] = ("core", "predicate", "relative", "clause", "participle", "aside")
_OF_THINGS = frozenset(
    "viser comprendre contenir regrouper appartenir dater relier compter constituer représenter"
    " concerner durer interdire prévoir".split()
)
"""Verbs whose participle behind a comma goes with the noun before it."""
_RESULTING = frozenset(
    "entraîner provoquer causer occasionner porter mettre coûter engendrer rendre permettre"
    " obliger forcer contraindre".split()
)
_DONE_BY_SOMEBODY = frozenset("entraîner provoquer causer occasionner coûter engendrer".split())
"""Of these, what the subject of an active clause may have done itself."""
_OWNED = re.compile(r"^(?:son|sa|ses|leurs?)$")
_HAPPENING = re.compile(
    r"(?:attaque|attentat|explosion|incendie|séisme|tremblement|crise|grève|accident|tempête|cyclone"
    r"|ouragan|inondation|fusillade|tir|bombardement|frappe|raid|dégagement|départ|fuite|panne|chute"
    r"|hausse|baisse|décision|détonation|déflagration|avalanche|éruption|collision|affrontement"
    r"|combat|manifestation|émeute|épidémie|conflit|guerre|mesure|réforme|loi|accord|incident)s?$"
)


def find(context: Context, reads: tuple[Read, ...]) -> Iterator[Candidate]:
    for piece in context.sentence.of_kind("participle"):
        read = governing(reads, piece.span.start)
        if read:
            yield from _apart(piece, read, context)
    for piece in map(better_read, context.sentence.of_kind(*_HOSTS)):
        for word in piece.main.words:
            yield from _attached(piece, word, reads, context)
            if piece.kind in {"core", "predicate"}:
                yield from _inside(piece, word, reads, context)


# Behind a comma, or at the head of the sentence


def _apart(piece: Piece, read: Read, context: Context) -> Iterator[Candidate]:
    verbs = context.resources.verbs
    opening = _opening(piece.main, verbs)
    clause = clause_at(piece.main, opening.start) if opening else None
    if opening is None or clause is None or opening.i not in {w.i for w in clause.verb}:
        return
    chosen = _subject_apart(piece, clause, opening, read, context)
    if chosen is None:
        return
    subject, number, features = chosen
    text = context.wording.text(piece.main, clause.verb[0].i, clause.verb[-1].i, clause.dropped)
    verb = conjugated(text, clause, time=time_of(read.clause), number=number, attached=False,
                      verbs=verbs)  # fmt: skip
    ahead = time_of(read.clause) == "future" and not read.clause.negated
    if verb is None or not (stands_firm(read) or ahead):
        return
    predicate = Predicate(
        piece, clause, clause_at(piece.second, opening.start), subject,
        "participe : sujet de la proposition", features | {"participle", "apart"}, verb,
        "planned" if ahead else None,
    )  # fmt: skip
    candidate = told(predicate, context)
    if candidate:
        yield candidate


def _opening(tree: Tree, verbs: Verbs) -> Word | None:
    """The participle, or the infinitive behind « après », with which a piece begins."""
    if form(tree.words[0]) == "après":
        return next(iter(tree.words[1:]), None)
    passive = (w for w in tree.words[:2] if verbs.is_past_participle(form(w)))
    present = (w for w in tree.words[:12] if is_present_participle(verbs, form(w)))
    return next(present, None) or next(passive, None)


def _subject_apart(
    piece: Piece, clause: Clause, opening: Word, read: Read, context: Context
) -> tuple[Segment, Number, frozenset[str]] | None:
    own = clause.subject
    if own is not None and own.first < opening.i and not own.head.borrowed:
        drafted = draft(clause, wording=context.wording, registry=context.registry)
        number: Number = "p" if own.head.feats.get("Number") == "Plur" else "s"
        return (drafted.subject, number, frozenset({"own_subject"})) if drafted else None
    governs = subject_of(read)
    behind = piece.span.start > read.clause.verb[0].start
    verbs = context.resources.verbs
    passive = not is_present_participle(verbs, form(opening))
    passive = passive and form(opening) not in {"avoir", "être"}
    if passive or clause.lemmas[0] in _OF_THINGS:
        fits = partial(_fits, opening, verbs)
        near = closing_before(read.piece.main, piece.span.start, context, fits=fits)
        if near:
            rivals = {"rival_nouns"} if len(near) > 1 else set()
            noun = near[0]
            return noun.segment, noun.number, frozenset({"near_noun", noun.feature, *rivals})
    if governs is None or (passive and behind):
        return None
    features = {"governing_subject", *(read.drafted.flaws & {"broken", "leftover"})}
    features |= {"opening"} if not behind else set()
    if clause.lemmas[0] in _RESULTING and not _HAPPENING.search(_noun(read)):
        acts = not read.clause.passive and clause.lemmas[0] in _DONE_BY_SOMEBODY
        features |= {"result"} if acts else {"event_subject", "loose_subject"}
    return governs, number_of(read), frozenset(features)


def _fits(opening: Word, verbs: Verbs, noun: Antecedent) -> bool:
    return is_present_participle(verbs, form(opening)) or agrees(opening, noun, verbs)


def _noun(read: Read) -> str:
    return form(read.clause.subject.head) if read.clause.subject else ""


# Inside the clause: « … en franchissant », « … après avoir signé »


def _inside(
    piece: Piece, word: Word, reads: tuple[Read, ...], context: Context
) -> Iterator[Candidate]:
    verbs, tree = context.resources.verbs, piece.main
    words = [w for w in tree.subtree(word) if w.pos != "PUNCT"] or [word]
    if not word.dep.startswith(("advcl", "xcomp")) or form(words[0]) not in {"en", "après"}:
        return
    clause, read = clause_at(tree, word.start), governing(reads, words[0].start)
    subject = subject_of(read) if read else None
    if clause is None or read is None or subject is None or is_foreign(tree, word, context):
        return
    depends = tree.words[word.head].i == read.clause.head.i
    started = form(clause.verb[0]) in {"avoir", "être"} or _is_participial(clause, verbs)
    if not depends or not started or not stands_firm(read):
        return
    text = context.wording.text(tree, clause.verb[0].i, clause.verb[-1].i, clause.dropped)
    verb = conjugated(text, clause, time=time_of(read.clause), number=number_of(read),
                      attached=False, verbs=verbs)  # fmt: skip
    if verb is None:
        return
    features = {"participle", "inside", "governing_subject", f"inside_{form(words[0])}"}
    second = clause_at(piece.second, word.start)
    candidate = told(Predicate(piece, clause, second, subject, "gérondif : sujet du verbe",
                               frozenset(features), verb), context)  # fmt: skip
    if candidate:
        yield candidate


# Behind its noun, without a comma


def _attached(
    piece: Piece, word: Word, reads: tuple[Read, ...], context: Context
) -> Iterator[Candidate]:
    verbs, tree = context.resources.verbs, piece.main
    head = tree.words[word.head]
    if not word.dep.startswith(("acl", "amod")) or head.pos not in {"NOUN", "PROPN"}:
        return
    clause = clause_at(tree, word.start)
    read = governing(reads, word.start)
    if clause is None or not _is_participial(clause, verbs) or not read or word.i < head.i:
        return
    start = min((w.i for w in tree.subtree(word) if w.pos != "PUNCT"), default=word.i)
    noun = modified(tree, head, start, context)
    if noun is None or tree.words[start - 1].pos == "PUNCT" or is_foreign(tree, head, context):
        return
    if noun.is_indefinite and (not stands_firm(read) or is_hypothetical(tree, head)):
        return
    passive = not any(is_present_participle(verbs, form(w)) for w in clause.verb)
    if passive and not agrees(clause.verb[0], noun, verbs):
        return
    predicate = _of_noun(piece, clause, noun, read, context, passive=passive)
    candidate = told(predicate, context) if predicate else None
    if candidate and any(s.role not in _BARE for s in candidate.segments):
        yield candidate


def _is_participial(clause: Clause, verbs: Verbs) -> bool:
    first = form(clause.verb[0])
    present = any(is_present_participle(verbs, form(w)) for w in clause.verb[:3])
    return present or (len(clause.verb) == 1 and verbs.is_past_participle(first))


def _of_noun(
    piece: Piece, clause: Clause, noun: Antecedent, read: Read, context: Context, *, passive: bool
) -> Predicate | None:
    text = context.wording.text(piece.main, clause.verb[0].i, clause.verb[-1].i, clause.dropped)
    verb = conjugated(text, clause, time=time_of(read.clause), number=noun.number, attached=True,
                      verbs=context.resources.verbs)  # fmt: skip
    if verb is None or is_cleft(piece.main, noun.head):
        return None
    second = clause_at(piece.second, clause.head.start)
    alike = second is not None and _governor(second) == _governor(clause)
    features = {"participle", "attached", noun.feature, f"modality_{modality_of(read.clause)}"}
    features |= {"same_noun"} if alike else {"other_noun"}
    features |= {"passive_participle"} if passive else set()
    if passive and not alike and not _is_plain(clause):
        return None
    if passive and any(_OWNED.search(form(w)) for w in clause.tree.subtree(clause.head)):
        features |= {"other_owner"}
    return Predicate(piece, clause, second if alike else None, noun.segment,
                     "participe : nom qui le précède", frozenset(features), verb)  # fmt: skip


def _is_plain(clause: Clause) -> bool:
    """« signé par X », « lancé en 2012 »: what follows cannot belong to an adjective."""
    return any(p.role in {"agent", "time"} for p in clause.parts) or not clause.parts


def _governor(clause: Clause) -> int:
    return clause.tree.words[clause.head.head].start
