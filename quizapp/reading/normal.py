"""The only place where a text's characters are changed."""

import re
import unicodedata

from quizapp.model import QuizappError

MAX_CHARACTERS = 200_000

_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def normalise(text: str) -> str:
    """NFC, `\\n` for every line break, without NUL, lone surrogates or a byte order mark.

    Apostrophes and spaces stay as they are. A text too long to be one article is refused before
    any work is done on it.
    """
    if len(text) > MAX_CHARACTERS:
        raise QuizappError(
            "article-too-long",
            f"the text has {len(text):,} characters; cut it to at most {MAX_CHARACTERS:,}",
        )
    text = _UNSTORABLE.sub("", text).removeprefix("\ufeff")
    return unicodedata.normalize("NFC", _BREAKS.sub("\n", text))
