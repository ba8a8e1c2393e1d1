"""« La campagne », « cette campagne »: what the article called it in full before."""

import re
from itertools import pairwise

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.entities import Registry
from quizapp.facts.reference.anaphora import is_vague
from quizapp.facts.reference.subjects import Resolved
from quizapp.facts.wording import Wording, span_of
from quizapp.french.elision import join, lower_initial
from quizapp.french.typography import normalise
from quizapp.french.verbs import Verbs
from quizapp.model import Segment
from quizapp.nlp.trees import Tree, Word
from quizapp.world import World

_DETERMINER = re.compile(
    r"(?:un|une|le|la|l['’]|les|des|du|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs"
    r"|quelques|\d[\d\s.]*)(?:\s|(?<=['’\s]))",
    re.IGNORECASE,
)
_POINTING = re.compile(r"(?:ce|cet|cette|ces) [\w-]+$", re.IGNORECASE)
_GOVERNING = frozenset(
    "le la les un une des de du d' l' à au aux en sur contre dans par pour entre sous vers"
    " avec".split()
)
_GENERIC = frozenset(
    "ville pays région village commune homme femme jour an année mois fois partie nombre personne"
    " personnes chiffre chiffres taux cas point lieu place fait temps heure part type sorte"
    " question problème situation chef membre membres gens autre monde nord sud est ouest"
    " centre zone site île quartier jeune jeunes suite reste ensemble série majorité moitié".split()
)


class Descriptions:
    """The full noun phrases read so far, by their noun."""

    def __init__(self, registry: Registry, world: World) -> None:
        self._registry = registry
        self._world = world
        self._by_noun: dict[str, dict[str, str | None]] = {}

    def learn_title(self, title: str, *, verbs: Verbs) -> None:
        """« Pakistan : attentat contre un sanctuaire » tells which attack, and where."""
        place, colon, phrase = title.replace("\u202f:", " :").rpartition(" : ")
        iso3 = self._world.link(place, title) if colon else None
        country = self._world.in_country(iso3) if iso3 and len(iso3) == 3 else ""
        words = phrase.split()
        if (colon and not country) or not 3 <= len(words) <= 9:
            return
        words = words[1:] if normalise(words[0]) in {"un", "une", "des", "la", "le"} else words
        noun, rest = words[0], " ".join(words[1:])
        says = any(
            verbs.is_finite(normalise(word)) and normalise(before) not in _GOVERNING
            and normalise(word) not in _GOVERNING and not verbs.is_past_participle(word)
            for before, word in pairwise(words)
        )  # fmt: skip
        prepositional = re.match(r"(?:de|du|des|d['’]|contre|sur|à|au|aux|en|dans)", rest)
        if noun[0].islower() and not says and (prepositional or country):
            self._by_noun.setdefault(noun, {})[f"{noun} {rest} {country}".strip()] = None

    def learn(self, tree: Tree, wording: Wording) -> None:
        """Remember « une campagne contre le tabac » under « campagne »."""
        for word in tree.words:
            if word.pos == "NOUN" and word.text.lower() not in _GENERIC:
                self._learn_phrase(tree, word, wording)

    def _learn_phrase(self, tree: Tree, noun: Word, wording: Wording) -> None:
        words = [w for w in tree.subtree(noun) if w.dep not in {"case", "mark"} or w.i > noun.i]
        while words and words[-1].pos == "PUNCT":
            words = words[:-1]
        simple = all(w.pos in {"DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM"} for w in words)
        whole = len(words) == words[-1].i - words[0].i + 1 if words else False
        tells = any(
            w.pos in {"ADP", "PROPN"} or (w.pos == "ADJ" and self._world.demonym(w.text))
            for w in words if w.i > noun.i
        )  # fmt: skip
        following = tree.words[words[-1].i + 1 : words[-1].i + 2] if words else ()
        cut = any(word.text[0].isupper() for word in following)
        if cut or not simple or not whole or not tells or not 3 <= len(words) <= 10:
            return
        text = wording.text(tree, words[0].i, words[-1].i, frozenset())
        determiner = _DETERMINER.match(text)
        if determiner and not re.search(
            r"\b(?:son|sa|ses|leurs?|ce|cet|cette|ces)\b", text.lower()
        ):
            rest = text[determiner.end() :]
            entity = self._registry.entity_of(text, span_of(words))
            self._by_noun.setdefault(noun.text.lower(), {}).setdefault(rest, entity)

    def complete(self, clause: Clause, wording: Wording) -> Resolved | None:
        """The full phrase for a bare subject, when the article used exactly one for its noun."""
        part = clause.subject
        if part is None or clause.shared or part.head.pos != "NOUN":
            return None
        text = wording.text(clause.tree, part.first, part.last, frozenset())
        known = self._by_noun.get(part.head.text.lower(), {})
        bare = is_vague(text) or _POINTING.match(text)
        if not bare or len(known) != 1 or len(re.split(r"[ ’]", text)) != 2:
            return None
        rest, entity = next(iter(known.items()))
        full = join(_definite(part.head, normalise(text)), rest)
        by = f"« {lower_initial(text)} » : désignation complète donnée plus haut"
        return Resolved(Segment(role="subject", text=full, entity=entity), by)


def _definite(noun: Word, text: str) -> str:
    if noun.feats.get("Number") == "Plur" or text.startswith(("les ", "ces ")):
        return "les"
    feminine = text.startswith(("la ", "cette ")) or noun.feats.get("Gender") == "Fem"
    return "la" if feminine else "le"
