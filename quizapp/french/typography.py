"""French typography: what we print, and how texts are compared."""

import re
from collections.abc import Callable
from functools import lru_cache

from quizapp.model.span import Span

NARROW = "\u202f"
"""The narrow no-break space inside « » and before ; : ! ? %."""

_SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FOLDED = {ord(c): "'" for c in "’‘ʼ′＇"} | {
    ord(c): " " for c in "\t\n\r\u00a0\u2007\u2009\u200a\u202f\u2028\u2029\u205f\u3000"
}
_FOLDED |= {ord(c): '"' for c in "“”„«»"} | {ord(c): "-" for c in "‐‑‒–"}

_WORD, _STATEMENT = 32, 512
"""Characters of what is compared again and again: words and names, and what a sentence says."""

_Replacement = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[re.Pattern[str], _Replacement], ...] = (
    (re.compile(rf"[{_SPACES}]+"), lambda m: NARROW if m[0] == NARROW else " "),
    (re.compile(r"(?<=\w)['‘ʼ](?=[\w«“\"])"), "’"),
    (re.compile(rf"(?<!\w)1[{_SPACES}](?=(?:er|re)\b)"), "1"),
    (re.compile(r"\.{3,}"), "…"),
    (re.compile(rf"[“„][{_SPACES}]*([^“”„]*?)[{_SPACES}]*”"), r"« \1 »"),
    (re.compile(rf"\"[{_SPACES}]*([^\"]*?)[{_SPACES}]*\""), r"« \1 »"),
    (re.compile(rf"(?<=\b[lLdD])['’][{_SPACES}]+(?=«)"), "’"),
    (re.compile(rf"«[{_SPACES}]*"), f"«{NARROW}"),
    (re.compile(rf"[{_SPACES}]*»"), f"{NARROW}»"),
    (re.compile(rf"[{_SPACES}]+([;:!?%])"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=[\w»)’])([;!?])(?=[{_SPACES}»)!?]|$)"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=[^\W\d_])(:)(?=[{_SPACES}]|$)"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=\d)[{_SPACES}](?=\d{{3}}(?!\d))"), NARROW),
    (re.compile(rf"[{_SPACES}]+([,.…)\]])"), r"\1"),
    (re.compile(rf"([(\[])[{_SPACES}]+"), r"\1"),
)


@lru_cache(maxsize=8192)
def tidy(text: str) -> str:
    """`text` as French typography wants it printed; applying it twice changes nothing."""
    before = None
    while text != before:
        before = text
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
    return text.strip(" ")


def normalise(text: str) -> str:
    """Apostrophes, spaces, dashes and quotation marks folded to their plain forms, in lower case.

    One code point stays one code point: an offset in the result is an offset in `text`.
    """
    if len(text) <= _WORD:
        return _folded_word(text)
    return _folded_statement(text) if len(text) <= _STATEMENT else _fold(text)


@lru_cache(maxsize=16_384)
def _folded_word(text: str) -> str:
    return _fold(text)


@lru_cache(maxsize=512)
def _folded_statement(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    folded = text.translate(_FOLDED)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in folded)


def locate(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text`, whatever the apostrophes, spaces and case, in text order."""
    tokens = re.findall(r"\w+|[^\w\s]", normalise(words))
    if not tokens:
        return []
    pattern = r"\s*".join(re.escape(token) for token in tokens)
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)" if tokens[0].isalnum() else pattern,
                        normalise(text))  # fmt: skip
    return [Span(start=m.start(), end=m.end()) for m in found]


def is_balanced(text: str) -> bool:
    """Whether every guillemet, bracket and quotation mark that opens in `text` closes in it."""
    closers = {")": "(", "]": "[", "»": "«", "”": "“"}
    waiting: list[str] = []
    for char in text:
        if char in closers.values():
            waiting.append(char)
        elif char in closers and (not waiting or waiting.pop() != closers[char]):
            return False
    return not waiting and text.count('"') % 2 == 0
