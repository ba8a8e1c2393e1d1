"""Coordinated members: « du thé et du café » is two, each by itself."""

import re

from quizapp.facts.clauses.parts import Part
from quizapp.facts.entities import Registry
from quizapp.facts.wording import Wording, span_of
from quizapp.french.typography import normalise
from quizapp.model import Member, Role
from quizapp.model.fact import Joiner, coordinate
from quizapp.nlp.trees import Tree, Word

_COORDINATED: frozenset[Role] = frozenset(
    ("subject", "object", "recipient", "agent", "place", "complement")
)
_DETERMINER = re.compile(
    r"^(?:le|la|les|l'|un|une|des|du|de|d'|à|au|aux|en|son|sa|ses|leur|leurs|plusieurs|quelques|\d)"
)
_JOINERS: dict[str, Joiner] = {"ou": "ou", "ni": "ni"}
_AMONG = re.compile(r"\b(?:notamment|entre autres|par exemple|surtout|etc)\b|…|\.\.\.")
_OPEN_END = re.compile(
    r"^[ ,(]*(?:notamment|dont|entre autres|par exemple|etc|comme|tels? que|telles? que)\b|^ ?…"
)


def is_complete(tree: Tree, part: Part, wording: Wording) -> bool:
    """Whether the article names no more of them: nothing like « notamment », « entre autres »,
    « dont » stands before, among or behind the words."""
    first, last = tree.words[part.first], tree.words[part.last]
    before = tree.words[part.first - 1].end if part.first else first.start
    lead = wording.article.text[max(0, before - 12) : first.start]
    inside = wording.article.text[first.start : last.end]
    behind = wording.article.text[last.end : last.end + 20]
    among = any(_AMONG.search(normalise(text)) for text in (lead, inside))
    return not among and not _OPEN_END.match(normalise(behind))


def members_of(
    tree: Tree, part: Part, text: str, wording: Wording, registry: Registry
) -> tuple[Member, ...]:
    """The coordinated members, when they make the whole of `text` and each has its determiner."""
    heads = [part.head, *_conjuncts(tree, part.head)]
    if len(heads) < 2 or part.role not in _COORDINATED:
        return ()
    starts = [part.first, *(_start(tree, head) for head in heads[1:])]
    if starts != sorted(starts):
        return ()
    ends = [_end(tree, start) for start in starts[1:]] + [part.last]
    members = []
    for start, end in zip(starts, ends, strict=True):
        if end < start:
            return ()
        words = tree.words[start : end + 1]
        shown = wording.text(tree, start, end, frozenset())
        members.append(Member(text=shown, entity=registry.entity_of(shown, span_of(words))))
    plain = re.sub(r",? ainsi qu(?:e |['’])", " et ", text).replace(", et ", " et ")
    whole = coordinate([m.text for m in members], joiner_of(tree, part)) == plain
    determined = {bool(_DETERMINER.match(normalise(m.text))) for m in members}
    apart = determined == {True} or all(m.text[0].isupper() for m in members)
    plural = re.match(r"(?:les|des|ses|leurs) ", members[0].text, re.IGNORECASE)
    titled = plural is not None and any(m.text[0].isupper() for m in members[1:])
    return tuple(members) if whole and apart and not titled else ()


def _conjuncts(tree: Tree, head: Word) -> list[Word]:
    found = []
    for conj in tree.children(head, "conj"):
        if conj.pos in {"NOUN", "PROPN"}:
            found += [conj, *_conjuncts(tree, conj)]
    return sorted(found, key=lambda w: w.i)


def _start(tree: Tree, head: Word) -> int:
    links = {"cc", "punct"}
    return next(w.i for w in tree.subtree(head)
                if not (w.head == head.i and w.dep in links) and w.pos not in {"CCONJ", "PUNCT"}
                and w.text.lower() not in {"ainsi", "que", "qu'", "qu’"})  # fmt: skip


def _end(tree: Tree, next_start: int) -> int:
    """The last word before the conjunction and comma that stand at `next_start`."""
    end = next_start - 1
    skipped = {",", "et", "ou", "ni", "ainsi", "que", "qu'", "qu’", "puis"}
    while end > 0 and tree.words[end].text.lower() in skipped:
        end -= 1
    return end


def joiner_of(tree: Tree, part: Part) -> Joiner:
    words = [w.text.lower() for w in tree.words[part.first : part.last + 1] if w.pos == "CCONJ"]
    return _JOINERS.get(words[-1], "et") if words else "et"
