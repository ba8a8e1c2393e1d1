"""Pasted text → draft."""

from datetime import date

from quizapp.model import Draft
from quizapp.reading.blocks import blocks_of
from quizapp.reading.drafts import compose_draft
from quizapp.reading.normal import normalise


def draft_from_text(
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    published_on: date | None = None,
) -> Draft:
    """Read a text; its title is the first line where that looks like one, unless it is given."""
    return compose_draft(
        blocks_of(normalise(text)),
        title=normalise(title) if title and title.strip() else None,
        source=source,
        published_on=published_on,
    )
