"""Plain text to what a field of a note may hold: escaped, capped, with `mark` and lists only."""

import html
import re
from collections.abc import Iterable, Sequence

from quizapp.model import Span

LONGEST = 2_000
"""Characters of text that one field keeps; Anki and its phones slow down beyond."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_COMMAND = re.compile(r"\[(?=/?(?:sound:|anki:|type:|latex\]|\$|\[))", re.IGNORECASE)
_BLANK = re.compile(r"(?:<[^>]*>|&nbsp;|\s)*")


def escape(text: str, longest: int = LONGEST) -> str:
    """`text` as HTML that Anki shows letter by letter: no markup, sound, LaTeX or MathJax."""
    clean = _CONTROL.sub("", text).strip()
    if len(clean) > longest:
        clean = f"{clean[: longest - 1].rstrip()}…"
    escaped = _COMMAND.sub("&#91;", html.escape(clean, quote=False))
    return escaped.replace("\\", "&#92;").replace("{{", "&#123;&#123;")


def marked(text: str, spans: Iterable[Span]) -> str:
    """`text` with the highlighter over `spans`, which may touch but not cross."""
    pieces, done = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        start, end = max(span.start, done), min(span.end, len(text))
        if start >= end:
            continue
        pieces += [_inner(text[done:start]), f"<mark>{_inner(text[start:end])}</mark>"]
        done = end
    return "".join([*pieces, _inner(text[done:])]).strip()


def _inner(text: str) -> str:
    """Escaped with its outer spaces, which separate it from its neighbours."""
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{' ' if lead else ''}{escape(text)}{' ' if tail and text.strip() else ''}"


def listed(items: Sequence[str], tag: str = "ol") -> str:
    """A list of items that are already HTML."""
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def is_blank(field: str) -> bool:
    """Whether Anki would show nothing (`" "`, `"<br>"`); an image is something."""
    return "<img" not in field and _BLANK.fullmatch(field) is not None
