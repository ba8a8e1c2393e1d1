"""The noun phrase that a relative or a participle hangs on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.facts.clauses.parts import form
from quizapp.facts.context import Context
from quizapp.facts.wording import span_of
from quizapp.french.elision import lower_initial, uncontract
from quizapp.french.typography import normalise
from quizapp.french.verbs import Number, Verbs
from quizapp.model import Segment
from quizapp.nlp.trees import Tree, Word

_NUMBERS = (
    r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt"
    r"|trente|quarante|cinquante|soixante|cent|mille|(?!1 )\d"
)
_FIT = re.compile(
    rf"(?:le|la|les|un|une|des|plusieurs|quelques|certaine?s|{_NUMBERS}|près|plus|environ|son|sa|ses"
    r"|leurs?|ce|cet|cette|ces)\b|l['’]|\d|[A-ZÀ-Þ]",
)
_INDEFINITE = re.compile(
    rf"(?:un|une|des|plusieurs|quelques|certaine?s|{_NUMBERS}|près|plus|environ)\b|\d"
)
_PLURAL = re.compile(rf"(?:les|des|ces|ses|leurs|plusieurs|quelques|certaine?s|{_NUMBERS})\b|\d")
_BEFORE_NOUN = ("det", "amod", "nummod", "case", "nmod", "advmod", "flat", "fixed")
_EMPTY = frozenset(
    "fois plupart suite lieu cours sein reste cadre but raison occasion effet marge faveur fait"
    " point cas sorte part".split()
)


@dataclass(frozen=True)
class Antecedent:
    """A noun phrase as a subject; `governed` is how it stands in its own clause, preposition
    included (« dans la ville »)."""

    segment: Segment
    head: Word
    number: Number
    governed: str

    @property
    def is_indefinite(self) -> bool:
        return _INDEFINITE.match(normalise(self.segment.text)) is not None

    @property
    def feature(self) -> str:
        return "indefinite_subject" if self.is_indefinite else "definite_subject"


def modified(tree: Tree, head: Word, before: int, context: Context) -> Antecedent | None:
    """The phrase of the noun `head` up to the word `before`, where its modifier begins."""
    return _antecedent(tree, head, _phrase(tree, head, before), context)


def closing_before(
    tree: Tree, offset: int, context: Context, *, fits: Callable[[Antecedent], bool]
) -> tuple[Antecedent, ...]:
    """The phrases that end where a piece was peeled off and fit its verb, the widest first."""
    before = [w for w in tree.words if w.end <= offset]
    if not before or before[-1].pos == "PUNCT":
        return ()
    last = before[-1]
    named = context.registry.ending_at(last.end)
    free = len(before) < 2 or before[-2].pos not in {"ADP", "CCONJ"}
    if named and named.kind == "person" and free:
        person = _person(named.entity, last, context)
        return (person,) if fits(person) else ()
    found = (modified(tree, head, last.i + 1, context) for head in _heads_ending_at(tree, last))
    return tuple(reversed([a for a in found if a and fits(a)]))


def agrees(participle: Word, noun: Antecedent, verbs: Verbs) -> bool:
    """« promise » goes with « l’inversion », not with « le chômage »."""
    number, gender = noun.number, {"Masc": "m", "Fem": "f"}.get(noun.head.feats.get("Gender", ""))
    return any(
        a.form == "past_participle" and a.number == number and gender in {a.gender, None}
        for a in verbs.analyses(form(participle))
    )


def _person(entity: str, last: Word, context: Context) -> Antecedent:
    """A person; « de X » and « et X » leave open whose relative it is."""
    name = context.registry.shown(entity)
    return Antecedent(Segment(role="subject", text=name, entity=entity), last, "s", name)


def _antecedent(tree: Tree, head: Word, words: list[Word], context: Context) -> Antecedent | None:
    if not words or len(words) > 16 or any(w.is_finite for w in words):
        return None
    if any(normalise(w.text) in {"avant", "après", "depuis", "lors"} for w in words[1:]):
        return None
    governed = context.wording.text(tree, words[0].i, words[-1].i, frozenset())
    inner = _without_case(words)
    if not inner:
        return None
    text = context.wording.text(tree, inner[0].i, inner[-1].i, frozenset())
    partitive = normalise(inner[0].text) == "des" and not head.dep.startswith("nmod")
    contracted = uncontract(text) if inner[0].pos == "ADP" and not partitive else None
    text = lower_initial(contracted[1] if contracted else text)
    if not _FIT.match(text):
        if head.feats.get("Number") != "Plur" or inner[0].i == words[0].i:
            return None
        text = f"des {text}"
    if text[0] in "«" or normalise(head.text) in _EMPTY:
        return None
    entity = context.registry.entity_of(text, span_of(inner))
    plural = _PLURAL.match(normalise(text)) or any(
        w.text.lower() == "et" for w in inner if tree.words[w.head].head == head.i
    )
    return Antecedent(
        segment=Segment(role="subject", text=text, entity=entity),
        head=head,
        number="p" if plural else "s",
        governed=governed,
    )


def _phrase(tree: Tree, head: Word, before: int) -> list[Word]:
    """From the determiner or preposition of a noun to the word `before`; a predicate noun leaves
    its subject and copula out."""
    below = {w.i for w in tree.subtree(head)}
    left = (w for w in tree.children(head, *_BEFORE_NOUN) if w.i < head.i)
    start = min((tree.subtree(w)[0].i for w in left), default=head.i)
    words = list(tree.words[start:before])
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    return words if all(w.i in below for w in words) else []


def _heads_ending_at(tree: Tree, last: Word) -> Iterator[Word]:
    """Nominal heads whose phrase ends with `last`, the narrowest first."""
    word = last
    while all(w.i <= last.i or w.pos == "PUNCT" for w in tree.subtree(word)):
        if word.pos in {"NOUN", "PROPN"} and word.dep not in {"flat:name", "flat:foreign"}:
            yield word
        if word.head == word.i or tree.words[word.head].is_verb:
            return
        word = tree.words[word.head]


def _without_case(words: list[Word]) -> list[Word]:
    """The phrase without its preposition; a contracted one (« du ») stays to be undone."""
    while words and words[0].pos in {"ADP", "PUNCT", "CCONJ", "ADV"}:
        if normalise(words[0].text) in {"du", "des", "au", "aux"}:
            break
        if normalise(words[0].text) in {"près", "environ", "plus"}:
            break
        words = words[1:]
    return words
