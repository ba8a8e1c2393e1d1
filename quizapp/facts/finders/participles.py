"""The facts of participles: « …, entraînant l’arrêt du réacteur », « l’accord signé en 2019 »."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import draft
from quizapp.facts.clauses.modality import modality_of
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import better_read, clauses_of
from quizapp.facts.context import Context, Read
from quizapp.facts.subordinates.antecedents import Antecedent, closing_before, modified
from quizapp.facts.subordinates.conjugating import conjugated, time_of
from quizapp.facts.subordinates.fitting import agrees, makes_sense, rivals_of
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
    " concerner durer interdire prévoir porter".split()
)
"""Verbs whose participle behind a comma goes with the noun before it."""
_RESULTING = frozenset(
    "entraîner provoquer causer occasionner mettre coûter engendrer rendre permettre"
    " obliger forcer contraindre".split()
)
_DONE_BY_SOMEBODY = frozenset("entraîner provoquer causer occasionner coûter engendrer".split())
"""Of these, what the subject of an active clause may have done itself."""
_LEADING = frozenset({"en", "après"})
_OF_SOMETHING = frozenset(
    "entourer accompagner composer doter équiper remplir charger accuser soupçonner suivre précéder"
    " former constituer qualifier menacer inspirer border couvrir munir séparer priver atteindre"
    " tirer extraire exclure parler venir revenir sortir partir arriver traiter armer issir naître"
    " vêtir orner assortir suspecter dépourvoir".split()
)
"""Verbs whose participle « de » follows; behind another it belongs to the noun before."""
_OWNED = re.compile(r"^(?:son|sa|ses|leurs?)$")
_RELATING = frozenset("qui que qu' dont où si lorsque quand alors comme".split())
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
    if candidate and any(s.role not in _BARE for s in candidate.segments):
        yield candidate


def _opening(tree: Tree, verbs: Verbs) -> Word | None:
    """The participle, or the infinitive behind « après », with which a piece begins."""
    if form(tree.words[0]) == "après":
        return next(iter(tree.words[1:]), None)
    passive = (w for w in tree.words[:2] if verbs.is_past_participle(form(w)))
    present = (w for w in tree.words[:12] if is_present_participle(verbs, form(w)))
    found = [w for w in (next(passive, None), next(present, None)) if w]
    return min(found, key=lambda word: word.i, default=None)


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
        fits = partial(_fits, opening, clause, context)
        near = closing_before(read.piece.main, piece.span.start, context, fits=fits)
        noun = near[0] if near else None
        if noun and not _is_predicate(noun, read):
            rivals = {"rival_nouns"} if len(near) > 1 else set()
            return noun.segment, noun.number, frozenset({"near_noun", noun.feature, *rivals})
        if noun is None and (behind or not passive):
            return None
    if governs is None or (passive and not _agrees_with_subject(opening, read, verbs)):
        return None
    if _is_consequence(piece, clause, context):
        return None
    features = {"governing_subject", *(read.drafted.flaws & {"broken", "leftover"})}
    features |= {"opening"} if not behind else set()
    if clause.lemmas[0] in _RESULTING and not _HAPPENING.search(_noun(read)):
        acts = not read.clause.passive and clause.lemmas[0] in _DONE_BY_SOMEBODY
        features |= {"result"} if acts else {"event_subject", "loose_subject"}
    return governs, number_of(read), frozenset(features)


def _fits(opening: Word, clause: Clause, context: Context, noun: Antecedent) -> bool:
    verbs = context.resources.verbs
    told = is_present_participle(verbs, form(opening)) or agrees(opening, noun, verbs)
    return told and makes_sense(clause, noun, context)


def _is_predicate(noun: Antecedent, read: Read) -> bool:
    """« X est un détenu en fuite, condamné en 2019 »: what is said of the noun is said of X."""
    return noun.head.start == read.clause.head.start


def _agrees_with_subject(participle: Word, read: Read, verbs: Verbs) -> bool:
    subject = read.clause.subject
    gender = subject.head.feats.get("Gender") if subject and not subject.head.borrowed else None
    known = {"Masc": "m", "Fem": "f"}.get(gender or "") if not read.found else None
    return any(
        a.form == "past_participle" and a.number == number_of(read) and known in {a.gender, None}
        for a in verbs.analyses(form(participle))
    )


def _is_consequence(piece: Piece, clause: Clause, context: Context) -> bool:
    """« , en faisant la pire attaque de l’année »: said of all that was told before; so is what
    follows a participle with a subject of its own."""
    words = [form(w) for w in piece.main.words[:2]]
    before = [p for p in context.sentence.of_kind("participle")
              if p.span.end <= piece.span.start <= p.span.end + 3]  # fmt: skip
    own = any(c.subject and not c.subject.head.borrowed
              for p in before for c in clauses_of(p.main))  # fmt: skip
    return own or (clause.lemmas[0] == "faire" and words[:1] == ["en"])


def _noun(read: Read) -> str:
    return form(read.clause.subject.head) if read.clause.subject else ""


# Inside the clause: « … en franchissant », « … après avoir signé »


def _inside(
    piece: Piece, word: Word, reads: tuple[Read, ...], context: Context
) -> Iterator[Candidate]:
    verbs, tree = context.resources.verbs, piece.main
    words = [w for w in tree.subtree(word) if w.pos != "PUNCT"] or [word]
    if not word.dep.startswith(("advcl", "xcomp", "acl")) or form(words[0]) not in _LEADING:
        return
    clause, read = clause_at(tree, word.start), governing(reads, words[0].start)
    subject = subject_of(read) if read else None
    if clause is None or read is None or subject is None or is_foreign(tree, word, context):
        return
    above = tree.words[word.head]
    depends = above.i == read.clause.head.i or (
        word.dep.startswith("acl") and tree.words[above.head].i == read.clause.head.i
    )
    present = any(is_present_participle(verbs, form(w)) for w in clause.verb[:3])
    started = form(clause.verb[0]) in {"avoir", "être"} or present
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
    if form(tree.words[start]) in _LEADING or tree.words[start - 1].pos == "PUNCT":
        return
    clause = _up_to_comma(clause, context)
    passive = not any(is_present_participle(verbs, form(w)) for w in clause.verb)
    noun, rivalled = _noun_of(tree, head, start, clause, context)
    if noun is None or _leans_on_noun(clause, passive=passive):
        return
    if is_foreign(tree, noun.head, context) or _swallows_verb(clause):
        return
    if noun.is_indefinite and (not stands_firm(read) or is_hypothetical(tree, noun.head)):
        return
    predicate = _of_noun(piece, clause, noun, read, context, passive=passive, rivalled=rivalled)
    candidate = told(predicate, context) if predicate else None
    if candidate and any(s.role not in _BARE for s in candidate.segments):
        yield candidate


def _noun_of(
    tree: Tree, head: Word, start: int, clause: Clause, context: Context
) -> tuple[Antecedent | None, bool]:
    """The noun that a participle goes with, and whether another would do as well: « la décision du
    juge prise en 2019 » leaves but one."""
    own = modified(tree, head, start, context)
    nouns = [own, *rivals_of(tree, head, start, context)] if own else []
    fit = partial(_fits, clause.verb[0], clause, context)
    fitting = [noun for noun in nouns if noun and fit(noun)]
    if own in fitting:
        return own, len(fitting) > 1
    return (fitting[0], False) if len(fitting) == 1 else (None, False)


def _up_to_comma(clause: Clause, context: Context) -> Clause:
    """Without what stands behind a comma, be it of a piece that was peeled off."""
    behind, text = clause.tree.words[clause.verb[-1].i :], context.article.text
    ends = (b.i for a, b in pairwise(behind) if "," in text[a.end : b.end])
    end = next(ends, len(clause.tree.words))
    return replace(clause, parts=tuple(p for p in clause.parts if p.first < end))


def _leans_on_noun(clause: Clause, *, passive: bool) -> bool:
    """« la taille estimée de l’astéroïde »: of the size, not of the estimate."""
    behind = clause.tree.words[clause.verb[-1].i + 1 : clause.verb[-1].i + 2]
    of_noun = any(form(word) in {"de", "d'", "du", "des"} for word in behind)
    return passive and of_noun and clause.lemma not in _OF_SOMETHING


def _swallows_verb(clause: Clause) -> bool:
    """« des manifestants réclamant sa libération ont crié … » read as one participle clause."""
    for part in clause.parts:
        words = clause.tree.words[part.first : part.last + 1]
        finite = next((word for word in words if word.is_finite), None)
        if finite and not any(form(w) in _RELATING for w in words if w.i < finite.i):
            return True
    return False


def _is_participial(clause: Clause, verbs: Verbs) -> bool:
    first = form(clause.verb[0])
    present = any(is_present_participle(verbs, form(w)) for w in clause.verb[:3])
    return present or (len(clause.verb) == 1 and verbs.is_past_participle(first))


def _of_noun(
    piece: Piece, clause: Clause, noun: Antecedent, read: Read, context: Context, *, passive: bool,
    rivalled: bool,
) -> Predicate | None:  # fmt: skip
    adverbs = [p.first for p in clause.parts if p.last == clause.verb[0].i - 1 == p.first]
    clause = replace(clause, parts=tuple(p for p in clause.parts if p.first not in adverbs))
    first = min([clause.verb[0].i, *adverbs])
    text = context.wording.text(piece.main, first, clause.verb[-1].i, clause.dropped)
    verb = conjugated(text, clause, time=time_of(read.clause), number=noun.number, attached=True,
                      verbs=context.resources.verbs)  # fmt: skip
    if verb is None or is_cleft(piece.main, noun.head):
        return None
    second = clause_at(piece.second, clause.head.start)
    alike = second is not None and _governor(second) == noun.head.start
    features = {"participle", "attached", noun.feature, f"modality_{modality_of(read.clause)}"}
    features |= {"same_noun"} if alike else {"other_noun"}
    features |= {"passive_participle"} if passive else set()
    features |= {"rival_nouns"} if rivalled else set()
    if not alike and (rivalled or (passive and not _is_plain(clause))):
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
