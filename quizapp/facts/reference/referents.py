"""The things that an article has introduced, each with the fullest phrase it gave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.facts.entities import Registry
from quizapp.facts.reference.kinds import happens_somewhere, kind_of_thing
from quizapp.facts.wording import Wording, span_of
from quizapp.french.typography import normalise
from quizapp.nlp.trees import ParsedSentence, Tree, Word
from quizapp.world import World

_GENERIC = frozenset(
    "ville pays région village commune homme femme jour an année mois fois partie nombre personne"
    " personnes chiffre chiffres taux cas point lieu place fait temps heure part type sorte"
    " question problème situation chef membre membres gens autre monde nord sud est ouest"
    " centre zone site île quartier jeune jeunes suite reste ensemble série majorité moitié"
    " début fin cours cadre sein occasion titre effet raison manière façon niveau côté tête face"
    " inverse contraire époque origine issue instar image égard écart intérieur extérieur abri aide"
    " avenir moment objet but appel"
    " hommes femmes enfants habitants semaine jours heures groupe organisation".split()
)
_DETERMINER = re.compile(
    r"(?:un|une|le|la|l['’]|les|des|du|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs"
    r"|quelques|\d[\d\s.]*)(?:\s|(?<=['’\s]))",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:son|sa|ses|leurs?|ce|cet|cette|ces|notre|votre)\b")
_CUT = re.compile(r"\b(?:de|le|la) [aeiouéèêà]")
"""« levée de alerte »: a word is lost."""
_ANOTHER = re.compile(
    r"\b(?:autres?|similaires?|précédent(?:e|s|es)?|semblables?"
    r"|deuxième|troisième|second|seconde|dernière?s?|pareille?s?)\b"
)
_SIMPLE = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM"})
_WHERE = frozenset({"à", "en", "au", "aux"})
_LOCATING = _WHERE | {"dans", "chez"}
"""« les juges à Nantes »: behind a definite noun, the place may belong to the verb."""
_LONGEST = 9


@dataclass(frozen=True)
class Referent:
    """A thing told at offset `at`; `phrase` is what it was called, without its determiner, when
    that tells which one is meant. `marginal` is « une attaque similaire »: named in passing,
    `new` what « un » introduced."""

    kind: str
    plural: bool
    at: int
    noun: str = ""
    phrase: str | None = None
    entity: str | None = None
    titled: bool = False
    marginal: bool = False
    feminine: bool | None = None
    new: bool = False

    @property
    def lasting(self) -> bool:
        """Whether it may be taken up far on: it was introduced as new, by the title, or named."""
        named = any(letter.isupper() for letter in self.phrase or "")
        return self.titled or self.new or named


def noun_phrases(
    sentence: ParsedSentence, wording: Wording, *, registry: Registry, world: World
) -> Iterator[Referent]:
    """Each determined noun of a sentence."""
    for piece in sentence.pieces:
        for word in piece.main.words:
            if word.pos == "NOUN" and word.text.lower() not in _GENERIC:
                determiner = piece.main.child(word, "det", "nummod")
                if determiner:
                    referent = _referent(piece.main, word, wording, registry, world)
                    new = _is_new(determiner)
                    if new and referent.phrase is None and happens_somewhere(word.text):
                        referent = replace(referent, phrase=_placed(piece.main, word, wording))
                    yield replace(referent, new=new)


def _is_new(determiner: Word) -> bool:
    low = normalise(determiner.text)
    return low in {"un", "une", "plusieurs", "quelques"} or determiner.pos == "NUM"


def _referent(
    tree: Tree, noun: Word, wording: Wording, registry: Registry, world: World
) -> Referent:
    words = [w for w in tree.subtree(noun) if w.dep not in {"case", "mark"} or w.i > noun.i]
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    said = " ".join(w.text for w in tree.subtree(noun))
    bare = Referent(
        kind=kind_of_thing(noun.text),
        plural=noun.feats.get("Number") == "Plur",
        at=noun.start,
        noun=noun.text,
        marginal=_ANOTHER.search(normalise(said)) is not None,
        feminine=noun.feats["Gender"] == "Fem" if "Gender" in noun.feats else None,
    )
    if not _tells(tree, noun, words, world):
        return bare
    text = wording.text(tree, words[0].i, words[-1].i, frozenset())
    determiner = _DETERMINER.match(text)
    if determiner is None or _OWN.search(text.lower()) or _CUT.search(text.lower()):
        return bare
    entity = registry.entity_of(text, span_of(words))
    return replace(bare, phrase=text[determiner.end() :], entity=entity)


def _placed(tree: Tree, noun: Word, wording: Wording) -> str | None:
    """« une manifestation a eu lieu à Nantes » → « manifestation à Nantes »."""
    verb = tree.words[noun.head]
    places = [
        obl for obl in tree.children(verb, "obl")
        if obl.pos == "PROPN" and obl.i != noun.i
        and {normalise(case.text) for case in tree.children(obl, "case")} & _WHERE
    ]  # fmt: skip
    if not verb.is_verb or len(places) != 1:
        return None
    words = tree.subtree(places[0])
    whole = len(words) == words[-1].i - words[0].i + 1
    if not whole or len(words) > 4 or any(w.pos not in _SIMPLE for w in words):
        return None
    return f"{noun.text} {wording.text(tree, words[0].i, words[-1].i, frozenset())}"


def _tells(tree: Tree, noun: Word, words: list[Word], world: World) -> bool:
    """Whether the phrase is whole and short, and says which thing is meant."""
    whole = bool(words) and len(words) == words[-1].i - words[0].i + 1
    if not whole or not 3 <= len(words) <= _LONGEST or any(w.pos not in _SIMPLE for w in words):
        return False
    if not _is_new(words[0]) and any(normalise(w.text) in _LOCATING for w in words[1:]):
        return False
    following = tree.words[words[-1].i + 1 : words[-1].i + 2]
    cut = any(word.text[0].isupper() for word in following)
    return not cut and any(
        w.pos in {"ADP", "PROPN"} or (w.pos == "ADJ" and world.demonym(w.text) is not None)
        for w in words if w.i > noun.i
    )  # fmt: skip
