"""Which noun a verb can be said of: by number, gender and meaning."""

import re
from collections.abc import Iterator

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import form
from quizapp.facts.context import Context
from quizapp.facts.nominal.kinds import can_call, is_person_noun
from quizapp.facts.subordinates.antecedents import Antecedent, modified
from quizapp.french.typography import normalise
from quizapp.french.verbs import Verbs
from quizapp.nlp.participial import is_present_participle
from quizapp.nlp.trees import Tree, Word

_VARIATION = re.compile(
    r"(?:hausse|baisse|augmentation|diminution|progression|recul|repli|chute|bond|rebond"
    r"|accroissement|croissance|inversion|remontée|reprise|flambée|envolée|réduction)s?$"
)
_MOVING = frozenset(
    "augmenter baisser diminuer grimper reculer progresser croître décroître bondir chuter passer"
    " atteindre monter remonter descendre stagner".split()
)
"""A rate rises and reaches a level; its rise does not."""
_SPELL = re.compile(r"(?:heure|jour|journée|semaine|mois|année|an|minute)s?$")
"""« les années qui ont suivi »: a time, and no fact."""
_SUBORDINATING = frozenset(
    "qui que qu' dont où si s' lorsque lorsqu' quand alors comme car puisque puisqu' quoi lequel"
    " laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels".split()
)
_OF_PEOPLE = frozenset("naître mourir décéder démissionner épouser conditionner agoniser".split())
_DONE_TO_PEOPLE = frozenset(
    "accuser soupçonner suspecter condamner arrêter inculper élire nommer licencier".split()
)
_DONE_TO_BODIES = frozenset(
    "interpeller interroger kidnapper incarcérer blesser poignarder limoger".split()
)


def fits(clause: Clause, noun: Antecedent, context: Context) -> bool:
    """Whether a conjugated verb agrees with the noun and can be said of it."""
    number = clause.finite.feats.get("Number")
    if number and number != ("Plur" if noun.number == "p" else "Sing"):
        return False
    forms = {form(word) for word in clause.verb[:-1]}
    helped = "été" in forms or (clause.finite.lemma == "être" and len(clause.verb) > 1)
    if helped and not agrees(clause.verb[-1], noun, context.resources.verbs):
        return False
    return makes_sense(clause, noun, context)


def makes_sense(clause: Clause, noun: Antecedent, context: Context) -> bool:
    """« une hausse augmente », « la maison est née »: no."""
    if clause.lemmas[0] in _MOVING and _VARIATION.search(form(noun.head)):
        return False
    if clause.lemma in {"suivre", "précéder"} and _SPELL.match(form(noun.head)):
        return False
    passive = clause.passive or not clause.finite.is_finite
    if passive and clause.lemma in _DONE_TO_PEOPLE | _DONE_TO_BODIES:
        named = context.registry.ending_at(noun.head.end)
        bodily = clause.lemma in _DONE_TO_BODIES and named is not None
        return not (_is_thing(noun, context) or (bodily and named and named.kind != "person"))
    return not (clause.lemma in _OF_PEOPLE and _is_thing(noun, context))


def _is_thing(noun: Antecedent, context: Context) -> bool:
    """Neither a name nor what calls people."""
    lexicon, text = context.resources.lexicon, noun.head.text
    if noun.segment.entity or noun.head.pos == "PROPN" or is_person_noun(text, lexicon):
        return False
    people = {"personne", "membre", "individu", "suspect", "victime", "groupe", "jeune"}
    return normalise(text).rstrip("s") not in people and not can_call(text, "organisation", lexicon)


def agrees(participle: Word, noun: Antecedent, verbs: Verbs) -> bool:
    """« promise » goes with « l’inversion », not with « le chômage »."""
    return any(
        a.form == "past_participle" and a.number == noun.number and noun.gender in {a.gender, None}
        for a in verbs.analyses(form(participle))
    )


def participle_fits(opening: Word, clause: Clause, context: Context, noun: Antecedent) -> bool:
    verbs = context.resources.verbs
    told = is_present_participle(verbs, form(opening)) or agrees(opening, noun, verbs)
    return told and makes_sense(clause, noun, context)


def swallows_verb(clause: Clause) -> bool:
    """« des manifestants réclamant sa libération ont crié … » read as one clause: a conjugated verb
    in a complement, with nothing that subordinates it."""
    for part in clause.parts:
        words = clause.tree.words[part.first : part.last + 1]
        finite = next((word for word in words if word.is_finite), None)
        before = [form(word) for word in words if finite and word.i < finite.i]
        quoted = before.count("«") > before.count("»")
        if finite and not quoted and not _SUBORDINATING & set(before):
            return True
    return False


def rivals_of(tree: Tree, head: Word, before: int, context: Context) -> Iterator[Antecedent]:
    """The other nouns of the chain that ends where a modifier of `head` begins: of « la hausse du
    taux qui … », « la hausse » beside « le taux »."""
    inner = (w for w in tree.subtree(head) if head.i < w.i < before)
    chain = [w for w in inner if w.pos in {"NOUN", "PROPN"} and w.dep.startswith("nmod")]
    word = head
    while word.dep.startswith("nmod") and tree.words[word.head].pos in {"NOUN", "PROPN"}:
        word = tree.words[word.head]
        chain.append(word)
    found = (modified(tree, other, before, context) for other in chain)
    yield from (noun for noun in found if noun)
