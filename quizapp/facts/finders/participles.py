"""The facts of participles: « …, entraînant l’arrêt du réacteur », « l’accord signé en 2019 »."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import draft, recased
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import better_read
from quizapp.facts.context import Context, Read
from quizapp.facts.subordinates.antecedents import Antecedent, closing_before
from quizapp.facts.subordinates.attached import attached
from quizapp.facts.subordinates.conjugating import conjugated, time_of
from quizapp.facts.subordinates.fitting import participle_fits
from quizapp.facts.subordinates.predicate import (
    Predicate,
    clause_at,
    governing,
    is_foreign,
    number_of,
    says_more,
    stands_firm,
    subject_of,
    told,
)
from quizapp.french.elision import lower_initial
from quizapp.french.typography import normalise
from quizapp.french.verbs import Number, Verbs
from quizapp.model import Segment
from quizapp.nlp.participial import is_present_participle
from quizapp.nlp.trees import Piece, PieceKind, Tree, Word

_HOSTS: tuple[PieceKind, ...] = ("core", "predicate", "relative", "clause", "participle", "aside")
_OF_THINGS = frozenset(
    "viser comprendre contenir regrouper appartenir dater relier compter constituer représenter"
    " concerner durer interdire prévoir porter".split()
)
"""Verbs whose participle behind a comma goes with the noun before it."""
_RESULTING = frozenset(
    "entraîner provoquer causer occasionner mettre coûter engendrer rendre permettre"
    " obliger forcer contraindre empêcher".split()
)
_DONE_BY_SOMEBODY = frozenset("entraîner provoquer causer occasionner coûter engendrer".split())
"""Of these, what the subject of an active clause may have done itself."""
_AND = re.compile(r"\s*,?\s*(?:et|ou|puis)\b")
_LEADING = frozenset({"en", "après", "pour"})
_JUDGING = frozenset(
    "condamner sanctionner punir licencier révoquer exclure suspendre récompenser distinguer"
    " décorer radier".split()
)
"""What is done to somebody for a deed that is held to be proved."""
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
            yield from attached(piece, word, reads, context)
            if piece.kind in {"core", "predicate"}:
                yield from _inside(piece, word, reads, context)


# Behind a comma, or at the head of the sentence


def _apart(piece: Piece, read: Read, context: Context) -> Iterator[Candidate]:
    verbs = context.resources.verbs
    opening = _opening(piece.main, verbs)
    clause = clause_at(piece.main, opening.start) if opening else None
    if opening is None or clause is None or opening.i not in {w.i for w in clause.verb}:
        return
    clause = _before_coordinated(clause, context)
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
    limits = () if "near_noun" in features else _limits(read)
    predicate = Predicate(
        piece, clause, clause_at(piece.second, opening.start), subject,
        "participe : sujet de la proposition", features | {"participle", "apart"}, verb,
        "planned" if ahead else None, front=limits,
    )  # fmt: skip
    candidate = told(predicate, context)
    if candidate and says_more(candidate):
        yield candidate


def _before_coordinated(clause: Clause, context: Context) -> Clause:
    """« prélevés sur un compte et remis par X, à Y »: without what belongs to the second."""
    behind, text = clause.tree.words[clause.verb[-1].i :], context.article.text
    ends = (b.i for a, b in pairwise(behind) if _AND.match(text[a.end : b.start]))
    end = next(ends, len(clause.tree.words))
    parts = (replace(p, last=min(p.last, end - 1)) for p in clause.parts if p.first < end)
    return replace(clause, parts=tuple(parts))


def _limits(read: Read) -> tuple[Segment, ...]:
    """« Parmi les jeunes, le taux augmente, atteignant 9 % »: 9 % among them."""
    return tuple(
        recased(segment, lower_initial) for segment in read.drafted.front
        if normalise(segment.text).startswith(("parmi ", "chez "))
    )  # fmt: skip


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
    if passive or clause.lemmas[0] in _OF_THINGS or _is_joined(piece, context):
        fits = partial(participle_fits, opening, clause, context)
        near = closing_before(read.piece.main, piece.span.start, context, fits=fits)
        noun = near[0] if near else None
        if noun and not _is_predicate(noun, read):
            rivals = {"rival_nouns"} if len(near) > 1 else set()
            return noun.segment, noun.number, frozenset({"near_noun", noun.feature, *rivals})
        if noun is None and (behind or not passive):
            return None
    if governs is None or (passive and not _agrees_with_subject(opening, read, verbs)):
        return None
    if not _depends(piece, clause, read, context):
        return None
    features = {"governing_subject", *(read.drafted.flaws & {"broken", "leftover"})}
    features |= {"opening"} if not behind else set()
    if clause.lemmas[0] in _RESULTING and not _HAPPENING.search(_noun(read)):
        acts = not read.clause.passive and clause.lemmas[0] in _DONE_BY_SOMEBODY
        features |= {"result"} if acts else {"event_subject", "loose_subject"}
    return governs, number_of(read), frozenset(features)


def _depends(piece: Piece, clause: Clause, read: Read, context: Context) -> bool:
    """Whether what the participle says is said of the subject of the main clause."""
    if piece.span.start < read.clause.verb[0].start and not _leads(piece, read, context):
        return False
    return not _is_consequence(piece, clause, read, context) and not _is_nested(
        piece, read, context
    )


def _is_joined(piece: Piece, context: Context) -> bool:
    """« plusieurs offensives mettant fin à … »: no comma, « en » nor « tout » before it."""
    start, text = piece.span.start, context.article.text
    free = {"en", "tout", "après"} & {form(w) for w in piece.main.words[:2]}
    return not free and text[start] != "," and text[max(0, start - 2) : start].strip().isalpha()


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


def _is_consequence(piece: Piece, clause: Clause, read: Read, context: Context) -> bool:
    """« , en faisant la pire attaque de l’année »: said of all that was told before; so is what
    follows a participle with a subject of its own."""
    words = [form(w) for w in piece.main.words[:2] if w.pos != "PUNCT"]
    before = [p for p in context.sentence.of_kind("participle")
              if read.clause.verb[0].start < p.span.start < piece.span.start]  # fmt: skip
    own = any(_has_own_subject(p.main, context.resources.verbs) for p in before)
    return own or (clause.lemmas[0] == "faire" and words[:1] == ["en"])


def _is_nested(piece: Piece, read: Read, context: Context) -> bool:
    """« …, où un film sera montré, dénonçant … »: it belongs to the clause before it."""
    ends = (p.span.end for p in context.sentence.of_kind("clause")
            if p.span.start > read.clause.verb[0].start)  # fmt: skip
    return any(end <= piece.span.start <= end + 2 for end in ends)


def _leads(piece: Piece, read: Read, context: Context) -> bool:
    """Whether the group opens the sentence, « ancien ministre, » apart, or stands between the
    subject and its verb."""
    subject = read.clause.subject
    first = read.clause.tree.words[subject.first].start if subject else None
    text = context.article.text[context.sentence.span.start : piece.span.start]
    bare = context.sentence.words[0].pos in {"ADJ", "NOUN", "VERB", "ADV", "ADP"}
    opens = bare or not text.strip(" «\u00a0\u202f")
    return opens or (first is not None and first < piece.span.start)


def _has_own_subject(tree: Tree, verbs: Verbs) -> bool:
    opening = _opening(tree, verbs)
    before = tree.words[: opening.i] if opening else ()
    return any(word.pos in {"NOUN", "PROPN"} and not word.borrowed for word in before)


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
    deed = form(words[0]) == "pour"
    if not depends or not started or not stands_firm(read) or (deed and not _judges(read, clause)):
        return
    text = context.wording.text(tree, clause.verb[0].i, clause.verb[-1].i, clause.dropped)
    verb = conjugated(text, clause, time=time_of(read.clause), number=number_of(read),
                      attached=False, verbs=verbs)  # fmt: skip
    if verb is None:
        return
    features = {"participle", "inside", "governing_subject", f"inside_{form(words[0])}"}
    second = clause_at(piece.second, word.start)
    candidate = told(Predicate(piece, clause, second, subject, "gérondif : sujet du verbe",
                               frozenset(features), verb, "reported" if deed else None),
                     context)  # fmt: skip
    if candidate:
        yield candidate


def _judges(read: Read, deed: Clause) -> bool:
    """« X a été condamné pour avoir détourné … »: it was found that he did; « soupçonné » and
    « mis en examen » leave it open."""
    return (
        read.clause.passive and not read.clause.negated and read.clause.lemma in _JUDGING
        and form(deed.verb[0]) in {"avoir", "être"} and len(deed.verb) > 1
    )  # fmt: skip
