"""How far « selon X » reaches in its sentence."""

from typing import TypedDict

from quizapp.facts.clauses.parts import form
from quizapp.nlp.trees import ParsedSentence, Word

_CLAUSES = frozenset({"core", "clause", "predicate"})


class Scope(TypedDict):
    """Offsets between which a frame governs; None where it reaches the end of the sentence."""

    since: int | None
    own_from: int | None


def scope_of(sentence: ParsedSentence) -> Scope:
    """A frame governs its own clause: the article itself says Q in « P, selon X, mais Q » and in
    « Selon X, « P », tandis que Q », and P in « P, mais, selon X, Q »."""
    frames = sorted((p.span for p in sentence.of_kind("frame")), key=lambda span: span.start)
    if len(frames) != 1:
        return Scope(since=None, own_from=None)
    before = [w for w in sentence.words if w.end <= frames[0].start]
    behind = [w for w in sentence.words if w.start >= frames[0].end]
    return Scope(
        since=frames[0].start if _ends_in_contrast(before) else None,
        own_from=_own_from(sentence, behind, opens=not before),
    )


def _ends_in_contrast(before: list[Word]) -> bool:
    words = [form(word) for word in before if word.text != ","]
    return len(words) > 3 and words[-1] == "mais"


def _own_from(sentence: ParsedSentence, behind: list[Word], *, opens: bool) -> int | None:
    """The contrast behind the frame; behind one that opens the sentence, and so may govern it
    all, only where the speaker’s words are closed by a guillemet."""
    forms = [form(word) for word in behind]
    for n, word in enumerate(behind):
        if _contrasts(forms[n : n + 2]) and (not opens or "»" in forms[max(0, n - 2) : n]):
            return word.start if _opens_clause(sentence, word.start) else None
    return None


def _contrasts(forms: list[str]) -> bool:
    than = forms[1:] in (["que"], ["qu'"])
    return forms[0] == "mais" or (forms[0] in {"tandis", "alors"} and than)


def _opens_clause(sentence: ParsedSentence, offset: int) -> bool:
    """Whether what begins there has a subject of its own: « mais a fui » goes on with the one
    before it."""
    pieces = [p for p in sentence.pieces if p.kind in _CLAUSES and p.span.start >= offset]
    first = min(pieces, key=lambda piece: piece.span.start, default=None)
    return first is not None and first.kind != "predicate"
