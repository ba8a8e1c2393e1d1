"""The facts of participles behind their noun, without a comma: « l’accord signé en 2019 »."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.modality import modality_of
from quizapp.facts.clauses.parts import form
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.kinds import is_person_noun
from quizapp.facts.reference.anaphora import is_vague
from quizapp.facts.subordinates.antecedents import Antecedent, modified
from quizapp.facts.subordinates.conjugating import Time, conjugated, time_of
from quizapp.facts.subordinates.fitting import participle_fits, rivals_of, swallows_verb
from quizapp.facts.subordinates.predicate import (
    Predicate,
    clause_at,
    governing,
    is_cleft,
    is_foreign,
    is_hypothetical,
    says_more,
    stands_firm,
    told,
)
from quizapp.french.verbs import Verbs
from quizapp.nlp.participial import is_present_participle
from quizapp.nlp.trees import Piece, Tree, Word

_LEADING = frozenset({"en", "après"})
_OF_SOMETHING = frozenset(
    "entourer accompagner composer doter équiper remplir charger accuser soupçonner suivre précéder"
    " former constituer qualifier menacer inspirer border couvrir munir séparer priver atteindre"
    " tirer extraire exclure parler venir revenir sortir partir arriver traiter armer issir naître"
    " vêtir orner assortir suspecter dépourvoir".split()
)
"""Verbs whose participle « de » follows; behind another it belongs to the noun before."""
_FOLLOWING = frozenset(
    "entraîner provoquer causer occasionner mettre coûter engendrer rendre permettre obliger forcer"
    " contraindre réduire favoriser empêcher limiter faciliter".split()
)
"""What comes of an event, and of nobody."""
_OWNED = re.compile(r"^(?:son|sa|ses|leurs?)$")
_PLAIN = frozenset("passé passée passés passées donné donnée compris dit dite dits dites".split())
"""Participles that are adjectives: « la semaine passée »."""


def attached(
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
    if noun is None or _is_misread(clause, noun, context, passive=passive):
        return
    if _shares_agent(clause, read, tree) or is_foreign(tree, noun.head, context):
        return
    if noun.is_indefinite and (not stands_firm(read) or is_hypothetical(tree, noun.head)):
        return
    predicate = _of_noun(piece, clause, noun, read, context, passive=passive, rivalled=rivalled)
    candidate = told(predicate, context) if predicate else None
    if candidate and says_more(candidate):
        yield candidate


def _noun_of(
    tree: Tree, head: Word, start: int, clause: Clause, context: Context
) -> tuple[Antecedent | None, bool]:
    """The noun that a participle goes with, and whether another would do as well: « la décision du
    juge prise en 2019 » leaves but one."""
    own = modified(tree, head, start, context)
    nouns = [own, *rivals_of(tree, head, start, context)] if own else []
    fit = partial(participle_fits, clause.verb[0], clause, context)
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


def _is_misread(clause: Clause, noun: Antecedent, context: Context, *, passive: bool) -> bool:
    """Whether the participle is no predicate of the noun, has swallowed what is not its own, or
    singles the noun out: « les contenus publiés par X »."""
    follows = clause.lemmas[0] in _FOLLOWING
    follows = follows and is_person_noun(noun.head.text, context.resources.lexicon)
    follows = follows or form(clause.verb[0]) in _PLAIN or is_vague(noun.segment.text)
    return follows or _leans_on_noun(clause, passive=passive) or swallows_verb(clause)


def _shares_agent(clause: Clause, read: Read, tree: Tree) -> bool:
    """« les rebelles soutenus par A et B ont gagné »: B may have won with them."""
    verb = read.clause.verb[0]
    if read.clause.tree is not tree or verb.i < clause.verb[-1].i:
        return False
    between = {form(word) for word in tree.words[clause.verb[-1].i + 1 : verb.i]}
    return "et" in between and "," not in between and any(p.role == "agent" for p in clause.parts)


def _leans_on_noun(clause: Clause, *, passive: bool) -> bool:
    """« la taille estimée de l’astéroïde »: of the size, not of the estimate."""
    behind = clause.tree.words[clause.verb[-1].i + 1 : clause.verb[-1].i + 2]
    of_noun = any(form(word) in {"de", "d'", "du", "des"} for word in behind)
    return passive and of_noun and clause.lemma not in _OF_SOMETHING


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
    time: Time = "past" if time_of(read.clause) == "past" else "present"
    verb = conjugated(text, clause, time=time, number=noun.number, attached=True,
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
