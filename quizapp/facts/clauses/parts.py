"""The complements of a verb: where their words stand and what role they play."""

import re
from dataclasses import dataclass, replace

from quizapp.model import Role
from quizapp.nlp.trees import Tree, Word


@dataclass(frozen=True)
class Part:
    """A complement: the words `first` to `last` of the tree, both included."""

    role: Role
    head: Word
    first: int
    last: int

    def overlaps(self, other: "Part") -> bool:
        return self.first <= other.last and other.first <= self.last


def part_of(tree: Tree, head: Word, role: Role) -> Part:
    words = tree.subtree(head)
    return trimmed(tree, Part(role, head, words[0].i, words[-1].i))


def trimmed(tree: Tree, part: Part) -> Part:
    """Without the commas and full stops at its edges."""
    first, last = part.first, part.last
    while first < last and tree.words[first].text in {",", ".", ";", ":", "–", "-"}:
        first += 1
    while last > first and tree.words[last].text in {",", ".", ";", ":", "–", "-", "!", "?", "…"}:
        last -= 1
    whole = (first, last) == (part.first, part.last)
    return part if whole else replace(part, first=first, last=last)


_TIMES = frozenset(
    "depuis pendant durant avant après lors dès jusque jusqu' jusqu'à jusqu'au".split()
)

_PLACES = frozenset("dans en sur sous chez devant derrière près à au aux vers hors entre".split())

_CAUSES = frozenset({"grâce", "suite", "faute", "cause", "raison"})

_GIVING = frozenset(
    "accorder adresser annoncer apporter attribuer céder confier conseiller déclarer demander dire"
    " distribuer donner envoyer expliquer fournir garantir imposer interdire livrer louer montrer"
    " octroyer offrir ordonner permettre prêter promettre proposer rappeler refuser remettre rendre"
    " répondre reprocher restituer retirer transférer transmettre vendre verser voler".split()
)

_STREETS = frozenset({"place", "rue", "avenue", "boulevard", "quai"})

_GETTING = frozenset("recevoir obtenir acheter produire exporter importer construire".split())

_TIME_NOUNS = frozenset(
    "jour jours semaine semaines mois an ans année années heure heures minutes matin soir nuit"
    " soirée matinée journée siècle décennie décennies week-end fois reprises".split()
)


def role_of(tree: Tree, child: Word, verb: Word) -> Role:
    street = child.text.lower() in _STREETS and tree.child(child, "det") is None
    rules: tuple[tuple[bool, Role], ...] = (
        (child.dep.startswith(("nsubj", "csubj", "expl:subj")), "subject"),
        (street, "place"),
        (child.dep == "obj" or (child.dep.startswith("obj") and child.pos != "PRON"), "object"),
        (child.dep == "obl:agent", "agent"),
    )
    told = next((role for holds, role in rules if holds), None)
    if told == "object" and _is_lapse(tree, child):
        return "time"
    if told:
        return told
    if child.dep == "xcomp" and child.pos == "ADJ":
        return "attribute"
    if child.dep.startswith(("ccomp", "xcomp", "advcl", "acl")):
        return _role_of_clause(tree, child)
    return _role_of_adjunct(tree, child, verb)


def _is_lapse_after(tree: Tree, child: Word) -> bool:
    """« un an après le lancement »: time, whatever its head."""
    words = [form(w) for w in tree.subtree(child)[:4]]
    lapse = len(words) > 2 and words[1] in _TIME_NOUNS and words[0] not in {"le", "la", "à", "de"}
    return lapse and bool({"après", "avant"} & set(words[2:]))


def _is_lapse(tree: Tree, child: Word) -> bool:
    """« un an et demi plus tard », « deux jours après »: no object."""
    words = {form(w) for w in tree.subtree(child)} | {
        form(w) for w in tree.words[child.i : child.i + 6]
    }
    return child.text.lower() in _TIME_NOUNS and bool(words & {"tard", "tôt", "après", "avant"})


def _role_of_clause(tree: Tree, child: Word) -> Role:
    words = [form(w) for w in tree.subtree(child)[:2]]
    if words[0] in {"pour", "afin"}:
        return "purpose"
    if words[0] in {"parce", "puisque", "car"}:
        return "cause"
    return "manner" if words[0] == "en" else "complement"


def _role_of_adjunct(tree: Tree, child: Word, verb: Word) -> Role:
    words = [form(w) for w in tree.subtree(child)[:3]]
    in_time = child.text.lower() in _TIME_NOUNS and words[0] not in {"à", "de"}
    in_time = in_time or _is_lapse_after(tree, child)
    in_time = in_time or re.match(r"\d+ ?h", child.text) is not None
    rules: tuple[tuple[bool, Role], ...] = (
        (in_time and words[0] in {"pendant", "durant"}, "duration"),
        (in_time or words[0] in _TIMES, "time"),
        (words[0] == "pour" and child.is_verb, "purpose"),
        (bool(_CAUSES & set(words[:2])), "cause"),
        (_is_recipient(tree, child, verb, words[0]), "recipient"),
        (_is_partitive(tree, child, verb), "object"),
        (words[0] in _PLACES and child.pos == "PROPN", "place"),
        (child.pos == "ADV", "manner"),
    )
    return next((role for holds, role in rules if holds), "complement")


def _is_recipient(tree: Tree, child: Word, verb: Word, preposition: str) -> bool:
    """« livrer au Japon »; not « se rendre à Paris » nor « rendre à deux reprises »."""
    gives = verb.lemma in _GIVING and tree.child(verb, "expl") is None
    return preposition in {"à", "au", "aux"} and gives and child.text.lower() not in _TIME_NOUNS


def _is_partitive(tree: Tree, child: Word, verb: Word) -> bool:
    """« livrer des tonnes de thé », « recevoir de l’eau »: an object, though it begins with de."""
    words = [form(w) for w in tree.subtree(child)[:2]]
    partitive = words[0] in {"des", "du"} or words in (["de", "la"], ["de", "l'"])
    return partitive and verb.lemma in _GIVING | _GETTING and not tree.children(verb, "obj")


def form(word: Word) -> str:
    return word.text.lower().replace("’", "'")
