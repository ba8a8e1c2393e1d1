"""From blocks to a draft: title, date, language."""

import re
from collections.abc import Sequence
from datetime import date

from quizapp.model import Draft, Dropped, QuizappError
from quizapp.reading.blocks import clean

_MIN_FOR_LANGUAGE = 100
_SAMPLE = 6_000
_TITLE_LENGTH = 200


def compose_draft(
    blocks: Sequence[str],
    *,
    title: str | None = None,
    source: str | None = None,
    published_on: date | None = None,
    dropped: tuple[Dropped, ...] = (),
) -> Draft:
    """A draft of the article's blocks; the first that looks like a title is the title."""
    title = " ".join(title.split()) if title else None
    if title is None and len(blocks) > 1 and _is_title(blocks[0]):
        title, blocks = blocks[0], blocks[1:]
    cleaned = clean(blocks, title=title)
    text = "\n\n".join(cleaned.blocks)
    if not any(character.isalpha() for character in text):
        raise QuizappError("article-empty", "there is no text; give an article of a few sentences")
    _check_language(text)
    return Draft(
        title=title or _opening(cleaned.blocks[0]),
        text=text,
        source=source,
        published_on=published_on or cleaned.published_on,
        dropped=dropped + cleaned.dropped,
    )


def _is_title(block: str) -> bool:
    return (
        len(block) <= _TITLE_LENGTH
        and any(character.isalpha() for character in block)
        and not re.search(r"(?<!\.)[.:;,]$", block)
    )


def _opening(block: str) -> str:
    """The first words of a text without a title."""
    return block if len(block) <= 80 else block[:80].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _check_language(text: str) -> None:
    if len(text) < _MIN_FOR_LANGUAGE:
        return
    from py3langid import langid

    language, _ = langid.classify(text[:_SAMPLE])
    if language != "fr":
        raise QuizappError(
            "article-not-french",
            f"the text seems to be in another language ({language}); give a French article",
        )
