"""Complements put right where parsers are known to attach them wrongly."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts.clauses.parts import Part, form, trimmed
from quizapp.model import Role
from quizapp.nlp.markers import is_role_noun
from quizapp.nlp.trees import Tree, Word


def outermost(parts: list[Part]) -> list[Part]:
    """« est en baisse ce mois, mais en hausse sur un an »: what an attribute holds is no second
    complement."""
    holders = [p for p in parts if p.role == "attribute"]
    return [
        p for p in parts
        if p in holders or not any(h.first <= p.first and p.last <= h.last for h in holders)
    ]  # fmt: skip


def rejoined(tree: Tree, parts: list[Part]) -> list[Part]:
    """What begins with « et », with « de » behind an object, or with a bare noun belongs to the
    part before it."""
    joined: list[Part] = []
    for part in _timed(tree, sorted(parts, key=lambda p: p.first)):
        first = form(tree.words[part.first])
        before = joined[-1] if joined else None
        gap = tree.words[before.last + 1 : part.first] if before else ()
        close = before is not None and all(w.text == "," for w in gap)
        if before and before.last + 1 == part.first and _wants_noun(tree, before, part):
            joined[-1] = replace(part, first=before.first)
        elif before and close and _belongs(tree, before, part, first, near=not gap):
            joined[-1] = replace(before, last=max(before.last, part.last))
        else:
            joined.append(part)
    return joined


def _wants_noun(tree: Tree, before: Part, part: Part) -> bool:
    """« légèrement plus de | deux kilos »."""
    quantity = form(tree.words[before.last]) in {"de", "d'"} and before.role == "manner"
    return quantity and part.role in {"object", "complement", "quantity"}


def _timed(tree: Tree, parts: list[Part]) -> Iterator[Part]:
    """« peu | après minuit », « un an et demi | plus tard », « un an | après le départ »: one
    complement of time."""
    held: Part | None = None
    for part in parts:
        if held and held.last + 1 == part.first and _is_time_of(tree, held, part):
            held = replace(held, role="time", last=part.last)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _is_time_of(tree: Tree, before: Part, part: Part) -> bool:
    first, then = form(tree.words[before.first]), form(tree.words[part.first])
    if before.first == before.last and first in {"peu", "juste"}:
        return part.role == "time"
    return before.role == "time" and then in {"plus", "après", "avant"} and first not in {
        "après", "avant", "depuis", "le", "en",
    }  # fmt: skip


def with_object(tree: Tree, part: Part, parts: list[Part]) -> Iterator[Part]:
    """« reçoit sur un tapis rouge Poutine »: the name behind an adjective is the object."""
    last, before = tree.words[part.last], tree.words[part.last - 1]
    words = tree.words[part.first : part.last]
    if (
        part.role not in {"subject", "object", "attribute", "agent"} and words
        and last.pos == "PROPN" and before.pos == "ADJ" and words[0].pos == "ADP"
        and not any(p.role == "object" for p in parts)
        and not any(is_role_noun(w.text) for w in words)
    ):  # fmt: skip
        yield replace(part, head=before, last=part.last - 1)
        yield Part("object", last, part.last, part.last)
    else:
        yield part


def _belongs(tree: Tree, before: Part, part: Part, first: str, *, near: bool) -> bool:
    if "subject" in {before.role, part.role}:
        return False
    if before.role == part.role == "object" and near and tree.words[part.first].pos == "PROPN":
        return True
    clausal = any(w.is_verb for w in tree.words[before.first : before.last + 1])
    if clausal and near and part.role in {"object", "complement", "manner", "place", "company"}:
        return before.role in {"complement", "purpose", "manner", "cause"}
    if first in {"et", "ou", "ni", "ainsi"}:
        return True
    if first in {"de", "du", "des", "d'"} and part.role == "complement" and near:
        governor = tree.words[part.head.head]
        return before.role == "object" and governor.lemma not in _TAKING_DE
    bare = tree.words[part.first].pos in {"NOUN", "PROPN", "NUM"}
    return part.role in {"complement", "place", "manner"} and bare


def ditransitive(tree: Tree, part: Part, parts: list[Part]) -> Iterator[Part]:
    """« à la Russie des obus » is a recipient and an object, whatever the parser says."""
    if part.role == "recipient" and not any(p.role == "object" for p in parts):
        for i in range(part.first + 2, part.last):
            word, before = tree.words[i], tree.words[i - 1]
            named = before.pos == "PROPN" or before.text[0].isupper()
            if named and form(word) in {"des", "du", "un", "une", "de", "d'"}:
                yield replace(part, head=before, last=i - 1)
                yield Part("object", tree.words[i + 1], i, part.last)
                return
    yield part


def with_clitic(tree: Tree, parts: list[Part], group: list[Word]) -> tuple[list[Part], list[Word]]:
    """« Le maire de Brest lui a écrit »: « lui » before the verb is none of the subject's words."""
    subject = next((p for p in parts if p.role == "subject"), None)
    if subject is None or subject.last + 1 != group[0].i or subject.first == subject.last:
        return parts, group
    last = tree.words[subject.last]
    if form(last) not in {"lui", "leur"}:
        return parts, group
    shorter = replace(subject, last=subject.last - 1)
    return [shorter if p is subject else p for p in parts], [last, *group]


def with_front(tree: Tree, parts: list[Part], verb: int) -> Iterator[Part]:
    """« Durant la grève, ni le port ni la gare | ne rouvrent »: what stands in front is no subject,
    and the subject goes on to the verb that begins at `verb`."""
    for part in _one_subject(tree, parts, verb):
        if part.role != "subject":
            yield part
            continue
        whole = _to_verb(tree, part, parts, verb)
        start = _own_start(tree, whole)
        if start > whole.first:
            role: Role = "time" if form(tree.words[whole.first]) in _TEMPORAL else "complement"
            yield trimmed(tree, Part(role, tree.words[whole.first], whole.first, start - 1))
        yield replace(whole, first=start)


def plain(tree: Tree, part: Part) -> Part:
    """« surpasse | ainsi Jean Petit »: without the connecting adverb in front."""
    words = tree.words[part.first : part.first + 2]
    opens = len(words) == 2 and part.first < part.last and form(words[0]) in _CONNECTING
    connects = opens and form(words[1]) not in {"que", "qu'"} and words[0].i != part.head.i
    return replace(part, first=part.first + 1) if connects else part


def _one_subject(tree: Tree, parts: list[Part], verb: int) -> list[Part]:
    """« Le collectif Sécurité | pour tous | avait »: what stands between the subject and its verb
    without a comma belongs to the subject."""
    subjects = sorted((p for p in parts if p.role == "subject"), key=lambda p: p.first)
    if len(subjects) != 2 or subjects[1].last + 1 != verb:
        return parts
    words = tree.words[subjects[0].first : verb]
    if any(w.pos == "PUNCT" or w.is_finite for w in words) or subjects[1].head.pos != "PRON":
        return parts
    whole = replace(subjects[0], last=verb - 1)
    return [whole, *(p for p in parts if p not in subjects)]


def _to_verb(tree: Tree, part: Part, parts: list[Part], verb: int) -> Part:
    rest = tree.words[part.last + 1 : verb]
    if not rest or form(rest[0]) not in {"ni", "et", "ou", "ainsi"}:
        return part
    last = max((w.i for w in rest if w.pos in {"NOUN", "PROPN", "ADJ"}), default=part.last)
    taken = any(p is not part and p.first <= last and part.last < p.last for p in parts)
    return part if taken or any(w.is_finite for w in rest) else replace(part, last=last)


def _own_start(tree: Tree, part: Part) -> int:
    """The first word of the subject itself, behind « Durant la grève, », « Au début de l’été »."""
    words = tree.words[part.first : part.last + 1]
    if words[0].pos != "ADP" or form(words[0]) in {"de", "d'", "des", "du", "près"}:
        return part.first
    comma = next((w.i for w in words if w.text == ","), None)
    if comma is not None and comma < part.last:
        return comma + 1
    own = [c.i for c in tree.children(part.head, "det", "nummod") if c.i > part.first + 1]
    return min(own, default=part.first)


_CONNECTING = frozenset("ainsi donc également aussi toutefois cependant néanmoins".split())
_TEMPORAL = frozenset("durant pendant lors depuis après avant dès".split())
_MAYBE_AGENT = frozenset({"complement", "manner", "place"})
_NEVER_AGENTS = frozenset({"suite", "exemple", "conséquent", "contre", "ailleurs", "an", "jour"})
_TAKING_DE = frozenset(
    "accuser avertir charger couvrir débarrasser décorer doter empêcher exclure excuser féliciter"
    " informer inculper libérer menacer munir nourrir priver qualifier recevoir remercier remplir"
    " soupçonner suspecter traiter venir revenir retirer tirer sortir écarter expulser".split()
)


def with_agent(tree: Tree, parts: list[Part]) -> list[Part]:
    """The one « par … » of a passive is its agent."""
    by = [p for p in parts if form(tree.words[p.first]) == "par" and p.role in _MAYBE_AGENT]
    by = [p for p in by if p.head.text.lower() not in _NEVER_AGENTS]
    if len(by) != 1 or any(p.role == "agent" for p in parts):
        return parts
    return [replace(p, role="agent") if p is by[0] else p for p in parts]
