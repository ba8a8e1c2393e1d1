"""Finding words that somebody quoted, whatever apostrophes and spaces they typed."""

import re
import unicodedata

from quizapp.model import Span

_APOSTROPHES = "['’ʼ‘]"
_PIECES = re.compile(r"(\s+)|(['’ʼ‘])")


def occurrences(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text`; any apostrophe and any white space match one another."""
    quoted = unicodedata.normalize("NFC", words).strip()
    if not quoted:
        return []
    pieces = _PIECES.split(quoted)
    pattern = "".join(_pattern(piece) for piece in pieces if piece)
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(pattern, text)]


def _pattern(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    return _APOSTROPHES if re.fullmatch(_APOSTROPHES, piece) else re.escape(piece)
