"""Verbal groups: auxiliaries, modals, clitics and negation with their verb."""

from quizapp.facts.clauses.parts import Part, form
from quizapp.nlp.trees import Tree, Word

DROPPED = frozenset(
    "également aussi ainsi alors donc ensuite notamment néanmoins pourtant toutefois cependant"
    " enfin puis finalement d'ailleurs quant désormais maintenant même surtout".split()
)
DROPPED_BETWEEN = DROPPED - {"désormais", "maintenant", "même", "surtout", "notamment"}
_NEGATIONS = frozenset("ne n' pas plus jamais guère point rien aucun aucune personne".split())
_DEGREES = frozenset({"plus", "rien", "point", "personne"})
"""What negates beside « ne » alone: « sont les plus jeunes » denies nothing."""
_REFLEXIVES = frozenset({"se", "s'"})
CLITICS = frozenset("le la l' les lui leur y en me m' te t' nous vous".split())
MOVING = frozenset(
    "aller arriver décéder devenir entrer intervenir mourir naître partir parvenir provenir rentrer"
    " repartir ressortir rester retomber retourner revenir sortir survenir tomber venir".split()
)
"""Verbs whose « être » is no passive: « est allé chercher »."""
INFLECTING = ("aux", "cop")


def verbal_group(tree: Tree, head: Word) -> tuple[list[Word], list[Word]]:
    """The lexical verbs in their order, and every word of the group in text order."""
    heads = [head]
    group = _own_group(tree, head)
    while heads[-1].is_verb:
        infinitive = next(
            (x for x in tree.children(heads[-1], "xcomp") if is_infinitive(tree, x)), None
        )
        if infinitive is None:
            break
        added = [*_own_group(tree, infinitive), *tree.children(infinitive, "mark", "case")]
        if not _continues(tree, group, added):
            break
        heads.append(infinitive)
        group = sorted({w.i: w for w in [*group, *added]}.values(), key=lambda w: w.i)
    return heads, group


def affirms(heads: list[Word]) -> bool:
    """« ne manque pas de relancer » relances."""
    return len(heads) > 1 and heads[0].lemma == "manquer"


def is_negated(tree: Tree, group: list[Word], parts: tuple[Part, ...]) -> bool:
    """« ne … que » restricts and does not deny."""
    forms = {form(word) for word in group}
    if not forms & {"ne", "n'"}:
        return False
    if _restricts(tree, group, parts):
        return "pas" in forms
    return True


def is_infinitive(tree: Tree, word: Word) -> bool:
    """« fournir », « être reconnue »."""
    helpers = tree.children(word, *INFLECTING)
    return any(w.feats.get("VerbForm") == "Inf" for w in (word, *helpers))


def _own_group(tree: Tree, head: Word) -> list[Word]:
    group = [head] if head.is_verb and not tree.child(head, "cop") else []
    denies = any(form(child) in {"ne", "n'"} for child in tree.children(head))
    negations = _NEGATIONS if denies else _NEGATIONS - _DEGREES
    for child in tree.children(head):
        word = form(child)
        inflects = child.dep.split(":")[0] in INFLECTING
        clitic = child.pos == "PRON" and child.i < head.i and word in CLITICS | _REFLEXIVES
        if inflects or clitic or (child.dep == "advmod" and word in negations):
            group.append(child)
    return sorted(group, key=lambda w: w.i)


def _continues(tree: Tree, group: list[Word], added: list[Word]) -> bool:
    """Whether the infinitive follows the group with nothing but an adverb between."""
    first, last = min(w.i for w in added), max(w.i for w in group)
    between = tree.words[last + 1 : first]
    return first > last and all(w.pos == "ADV" for w in between) and len(between) <= 2


def _restricts(tree: Tree, group: list[Word], parts: tuple[Part, ...]) -> bool:
    """« ne … (plus) que » before a complement, or « ne … que » without another negation."""
    starts = [p for p in parts if form(tree.words[p.first]) in {"que", "qu'"}]
    bare = any(not p.head.is_verb and tree.child(p.head, "cop") is None for p in starts)
    after = tree.words[group[0].i : group[-1].i + 2]
    alone = not {form(w) for w in group} & (_NEGATIONS - {"ne", "n'"})
    follows = any(form(w) in {"que", "qu'"} for w in after)
    return bare or (alone and bool(starts)) or (not starts and follows)
