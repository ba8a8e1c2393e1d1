"""Sentence boundaries, found without a model."""

import re

from quizapp.model.span import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<closers>(?:[ \u00a0\u202f]*»|[”\"’)\]])*)(?P<gap>\s+)")
_LAST_WORD = re.compile(r"[^\s«“\"(\[’']+$")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.-?)*[^\W\d_]$")
_OPENERS = "«“\"(['‘—–- \u00a0\u202f"

_TITLES = frozenset(
    "m mm mr mme mmes mlle mlles me mes dr drs pr prs st ste mgr gal cal col cne lt cdt sr jr"
    " vs no nos art al cf p pp vol t éd ed fig chap env tél tel av bd boul apr ap j.-c ex p.ex"
    " n° hab sq ss suiv trad dir coll réf ref min max inc ltd corp".split()
)
"""Abbreviations that stand before what they announce: their full stop ends nothing."""

_STARTERS = frozenset(
    "il elle ils elles on le la les l un une des ce cet cette ces c en au aux à dans mais pour"
    " selon par après avant depuis sur son sa ses leur leurs nous vous je j et puis ainsi"
    " cependant toutefois lors si d".split()
)
"""Words that, capitalised after an initial, begin a sentence rather than a surname."""


def split(text: str) -> list[Span]:
    """The sentences of `text`, trimmed, disjoint, in order.

    A line break always ends a sentence (headings stand on lines of their own). The end of a
    quotation stays with what follows where the sentence goes on (« … ? » demande-t-il).
    """
    return [span for line in _LINE.finditer(text) for span in _split_line(text, *line.span())]


def _split_line(text: str, start: int, end: int) -> list[Span]:
    spans = []
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= start and _ends_sentence(text, start, end, stop):
            spans.append(_trimmed(text, start, stop.end("closers")))
            start = stop.end()
    spans.append(_trimmed(text, start, end))
    return [span for span in spans if span]


def _ends_sentence(text: str, start: int, end: int, stop: re.Match[str]) -> bool:
    rest = text[stop.end() : min(end, stop.end() + 80)]
    following = rest.lstrip(_OPENERS)
    if not following:
        return True
    goes_on = following[0].islower() or following[0] in ",;:»)!?."
    if stop["stop"] != "." or stop["closers"]:
        return not goes_on
    word = _LAST_WORD.search(text, max(start, stop.start() - 40), stop.start())
    return _full_stop_ends(word.group() if word else "", following, text[start : stop.start()])


def _full_stop_ends(word: str, following: str, before: str) -> bool:
    """Does the one full stop after `word` end its sentence, given what follows it?"""
    lowered = word.lower()
    if lowered in _TITLES or before.strip().isdigit():
        return False
    next_word = re.split(r"[\s’',.-]", following, maxsplit=1)[0].lower()
    if _INITIALS.match(word):
        return next_word in _STARTERS and following[0].isupper()
    if following[0].islower():
        return len(word) > 3 and word.isalpha() and lowered == word
    return following[0] not in ",;:»)!?."


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None
