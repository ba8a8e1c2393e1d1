"""The noun phrase that a relative or a participle hangs on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.facts.clauses.parts import form
from quizapp.facts.context import Context
from quizapp.facts.nominal.kinds import gender_of, is_person_noun
from quizapp.facts.reference.subjects import gender_of_person
from quizapp.facts.wording import span_of
from quizapp.french.elision import lower_initial, uncontract
from quizapp.french.nouns import agreement
from quizapp.french.typography import normalise
from quizapp.french.verbs import Gender, Number
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
_PLURAL = re.compile(
    rf"(?:(?:plus|près|moins|environ|au moins|quelque) (?:de |d'))?(?:environ )?"
    rf"(?:les|des|ces|ses|leurs|plusieurs|quelques|certaine?s|{_NUMBERS})\b"
    r"|(?:plus de|près de|moins de|environ|quelque) \d|\d"
)
_BEFORE_NOUN = ("det", "amod", "nummod", "case", "nmod", "advmod", "flat", "fixed")
_GENDERS: dict[str, Gender] = {"Masc": "m", "Fem": "f"}
_DEGREES = (["un", "peu", "plus"], ["un", "peu", "moins"])
_EMPTY = frozenset(
    "fois plupart suite lieu cours sein reste cadre but raison occasion effet marge faveur fait"
    " point cas sorte part issue terme contexte".split()
)


@dataclass(frozen=True)
class Antecedent:
    """A noun phrase as a subject; `governed` is how it stands in its own clause, preposition
    included (« dans la ville »)."""

    segment: Segment
    head: Word
    number: Number
    governed: str
    gender: Gender | None = None

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
    if named and named.kind == "person" and _ends_title(before, named.span.start, context):
        return ()
    if named and named.kind == "person" and _is_free(before, named.span.start):
        person = _person(named.entity, last, context)
        return (person,) if fits(person) else ()
    heads = _heads_ending_at(tree, last, through=named is None)
    found = (modified(tree, head, last.i + 1, context) for head in heads)
    return tuple(reversed([a for a in found if a and fits(a)]))


def _is_free(before: list[Word], start: int) -> bool:
    """« pour X, qui … » is said of X; « de X, qui … » and « et X, qui … » leave it open."""
    leading = [w for w in before if w.end <= start]
    if not leading:
        return True
    return leading[-1].pos != "CCONJ" and form(leading[-1]) not in {"de", "d'", "du", "des"}


def _ends_title(before: list[Word], start: int, context: Context) -> bool:
    """« X, conseiller de Y, considéré comme … » is said of X."""
    leading = [w for w in before if w.end <= start]
    comma = next((n for n in range(len(leading) - 1, -1, -1) if leading[n].text == ","), None)
    title = leading[comma + 1 :] if comma else []
    governed = bool(title) and form(title[-1]) in {"de", "d'", "du", "des"}
    return governed and is_person_noun(title[0].text, context.resources.lexicon)


def _person(entity: str, last: Word, context: Context) -> Antecedent:
    name = context.registry.shown(entity)
    told = gender_of_person(entity, context.registry, context.resources.world)
    gender = _GENDERS.get(told or "")
    segment = Segment(role="subject", text=name, entity=entity)
    return Antecedent(segment, last, "s", name, gender)


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
    bare = inner[0] is head and head.pos == "NOUN" and head.text[0].isupper()
    if text[0] in "«" or normalise(head.text) in _EMPTY or head.text[0].isdigit() or bare:
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
        gender=_gender(text, head, context),
    )


def _gender(text: str, head: Word, context: Context) -> Gender | None:
    """By the determiner or the lexicon; by the parser where neither tells."""
    told: Gender | None = _GENDERS.get(head.feats.get("Gender", ""))
    of_noun = gender_of(head.text, context.resources.lexicon)
    known: dict[str | None, Gender] = {"m": "m", "f": "f"}
    return agreement(text).gender or known.get(of_noun) or told


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


def _heads_ending_at(tree: Tree, last: Word, *, through: bool) -> Iterator[Word]:
    """Nominal heads whose phrase ends with `last`, the narrowest first; with `through`, also past
    a participle (« la définition concernant le chômage »)."""
    word = last
    while all(w.i <= last.i or w.pos == "PUNCT" for w in tree.subtree(word)):
        if word.pos in {"NOUN", "PROPN"} and word.dep not in {"flat:name", "flat:foreign"}:
            yield word
        above = tree.words[word.head]
        passes = through and above.dep.startswith("acl") and not above.is_finite
        if above.is_verb and passes and above.feats.get("VerbForm") == "Part":
            word, above = above, tree.words[above.head]
        if above is word or above.is_verb:
            return
        word = above


def _without_case(words: list[Word]) -> list[Word]:
    """The phrase without its preposition; a contracted one (« du ») stays to be undone."""
    if [normalise(w.text) for w in words[:3]] in _DEGREES:
        words = words[3:]
    while words and words[0].pos in {"ADP", "PUNCT", "CCONJ", "ADV"}:
        if normalise(words[0].text) in {"du", "des", "au", "aux"}:
            break
        if normalise(words[0].text) in {"près", "environ", "plus"}:
            break
        words = words[1:]
    return words
