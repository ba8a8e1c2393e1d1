"""A long clause cut down to what it cannot do without."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, form
from quizapp.model import Role
from quizapp.nlp.trees import Tree, Word

_CORE: frozenset[Role] = frozenset({"object", "attribute", "recipient", "agent", "quantity"})
_SHORT = 16
"""Words after which a complement that could go is left out."""
_FRONT = 8
"""Words of the longest front that is always kept."""
_SCOPES = frozenset("parmi chez pour sur hors si sauf sans".split())
_BINDING = frozenset(
    "si s' sauf sans hormis excepté seulement sinon que qu' comme plutôt contrairement".split()
)
"""Words that open a complement without which the clause says something else."""
_LIMITING = frozenset("dont sauf hormis sans uniquement seulement selon y".split())
_DETERMINERS = frozenset("des du un une les le la l' son sa ses leur leurs".split())
_SUPERLATIVE = frozenset(
    "seul seule seuls seules premier première premiers premières dernier dernière derniers"
    " dernières plus moins meilleur meilleure pire unique".split()
)
_CLAUSAL = ("acl", "appos", "parataxis")


def shortened(clause: Clause) -> Clause | None:
    """The clause without its outer complements, relatives and appositions; None where nothing
    goes, or where what would go is a condition or a restriction.

    « X a été blessé en Guyane lors d’une manifestation, sur fond de revendications » keeps the
    place and the occasion.
    """
    kept = tuple(_kept(clause))
    gone = [p for p in clause.parts if not any(k.head.i == p.head.i for k in kept)]
    cut = any(k.last < p.last for k in kept for p in clause.parts if k.head.i == p.head.i)
    if not kept or not (gone or cut) or any(_binds(clause.tree, part) for part in gone):
        return None
    if not any(part.first > clause.verb[0].i for part in kept):
        return None
    opening = {form(clause.tree.words[part.first]) for part in kept}
    if opening & {"et", "ou", "ni", "mais"} or any(_is_governed(clause, part) for part in gone):
        return None
    return replace(clause, parts=kept, subject=_bare_subject(clause))


def _is_governed(clause: Clause, part: Part) -> bool:
    """« met en scène | des marins qui … », « a vu Jean Petit | gagner »: a bare noun phrase or
    infinitive right behind what the verb governs."""
    words, first = clause.tree.words, part.first
    behind = first > clause.verb[-1].i and words[first - 1].text != ","
    infinitive = words[first].feats.get("VerbForm") == "Inf"
    return behind and part.role != "time" and (infinitive or form(words[first]) in _DETERMINERS)


def _bare_subject(clause: Clause) -> Part | None:
    """The subject without what a comma parts from it; « les sommes perçues en 2002 » stay."""
    if clause.subject is None:
        return None
    shorter = _nucleus(clause.tree, clause.subject)
    behind = clause.tree.words[shorter.last + 1 : shorter.last + 2]
    return shorter if any(word.text in {",", "(", "–"} for word in behind) else clause.subject


def _kept(clause: Clause) -> Iterator[Part]:
    words, bound, skipped = 0, False, False
    for part in clause.parts:
        shorter = _nucleus(clause.tree, part)
        size = shorter.last - shorter.first + 1
        if part.last < clause.verb[0].i:
            if size <= _FRONT or form(clause.tree.words[part.first]) in _SCOPES:
                yield shorter
            continue
        apart = _behind_comma(clause.tree, part)
        governed = part.role in _CORE or (part.role == "complement" and not bound)
        near = not skipped and not apart and words + size <= _SHORT
        if near or (governed and not (skipped and apart)):
            bound |= governed
            words += size
            yield shorter
        else:
            skipped = True
        if part.first > clause.verb[-1].i and apart and bound:
            return


def _behind_comma(tree: Tree, part: Part) -> bool:
    return part.first > 0 and tree.words[part.first - 1].text == ","


def _binds(tree: Tree, part: Part) -> bool:
    """« si … », « sauf … », and « à avoir … », which hangs on « le premier », « le seul »."""
    opening = [form(word) for word in tree.words[part.first : part.first + 2]]
    if opening[0] == "à" and tree.words[part.first + 1].is_verb:
        return True
    return bool(_BINDING & set(opening))


def _nucleus(tree: Tree, part: Part) -> Part:
    """The phrase up to its first relative, participle or apposition, where it is whole without; an
    attribute (« est un groupe qui … ») never is."""
    if part.role == "attribute":
        return part
    for word in tree.words[part.first + 1 : part.last + 1]:
        opens = word.dep.startswith(_CLAUSAL) and word.i != part.head.i
        if not opens:
            continue
        start = tree.subtree(word)[0].i
        governor = tree.words[word.head]
        rest = tree.words[start : part.last + 1]
        joined = any(w.dep == "conj" and w.head < start for w in rest)
        if joined or start <= part.head.i or start <= part.first + 1:
            return part
        marked = _opens_mark(tree, part.first, start)
        if marked or not _is_whole(tree, governor, start) or _needed(tree, part, word, start):
            return part
        last = start - 1
        while last > part.first and tree.words[last].text in {",", "(", "–", "-"}:
            last -= 1
        return replace(part, last=last)
    return part


def _needed(tree: Tree, part: Part, word: Word, start: int) -> bool:
    """Whether what begins at `start` limits the noun or ends a name or verb: « dont un an ferme »,
    « le seul à … », « cinq ans d’interdiction | d’exercer », « le Canard | enchaîné »."""
    before = tree.words[part.first : start]
    opening = {form(w) for w in tree.words[start : start + 2]}
    apart = tree.words[start - 1].text == "," or form(tree.words[start]) == ","
    return (
        bool(opening & _LIMITING)
        or word.feats.get("VerbForm") == "Inf"
        or before[-1].is_verb
        or any(form(w) in _SUPERLATIVE for w in before)
        or (not apart and before[-1].pos == "PROPN")
        or (not apart and not _is_indefinite(tree, tree.words[word.head]))
    )


def _is_whole(tree: Tree, governor: Word, start: int) -> bool:
    """« une grève », « la grève des mineurs », « Alger »: known without what follows."""
    if governor.pos == "PROPN":
        return True
    before = [w for w in tree.subtree(governor) if w.i < start]
    told = any(w.i > governor.i and w.pos in {"NOUN", "PROPN", "ADJ", "NUM"} for w in before)
    return told or (_is_indefinite(tree, governor) and tree.words[start].text == ",")


def _is_indefinite(tree: Tree, noun: Word) -> bool:
    determiners = tree.children(noun, "det", "nummod", "case")
    return any(form(w) in {"un", "une", "des", "plusieurs", "quelques"} for w in determiners)


def _opens_mark(tree: Tree, first: int, start: int) -> bool:
    """Whether a guillemet or bracket that opens before `start` closes behind it."""
    text = [w.text for w in tree.words[first:start]]
    return text.count("«") != text.count("»") or text.count("(") != text.count(")")
