"""Web page → draft."""

from datetime import date

from quizapp.model import Draft, QuizappError
from quizapp.reading.drafts import compose_draft
from quizapp.reading.normal import normalise

MAX_BYTES = 2_000_000
_MAX_ELEMENTS = 30_000
"""The extraction takes longer than in proportion to them."""
_BLOCKS = frozenset({"head", "p", "item", "quote", "ab"})


def draft_from_html(page: bytes | str, *, source: str | None = None) -> Draft:
    """The article of a page with its title and date, menus and captions left out."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if len(page) > MAX_BYTES:
        raise QuizappError("article-too-long", "the page is larger than 2 MB; paste its text")
    tags = page.count(b"<") if isinstance(page, bytes) else page.count("<")
    if tags > 2 * _MAX_ELEMENTS:
        raise QuizappError("article-too-long", "the page has too many elements; paste its text")
    document = bare_extraction(
        page, url=source, include_comments=False, include_tables=False, with_metadata=True
    )
    if not isinstance(document, Document) or document.body is None:
        raise QuizappError("article-empty", "no article was found on the page; paste its text")
    return compose_draft(
        [block for block in map(normalise, _blocks(document.body)) if block.strip()],
        title=normalise(document.title) if document.title else None,
        source=source,
        published_on=_date(document.date),
    )


def _blocks(body: object) -> list[str]:
    """The text of each heading, paragraph and list item, in order."""
    found = []
    for element in body.iter():  # type: ignore[attr-defined]
        nested = any(str(inner.tag) in _BLOCKS for inner in element.iterdescendants())
        if str(element.tag) in _BLOCKS and not nested:
            found.append(" ".join("".join(element.itertext()).split("\n")).strip())
    return found


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
