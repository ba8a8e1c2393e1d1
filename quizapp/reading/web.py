"""URL → draft."""

from quizapp.model import Draft
from quizapp.reading.fetching import Fetcher, Page
from quizapp.reading.files import decode, draft_from_file
from quizapp.reading.html import draft_from_html


def draft_from_url(url: str, *, fetcher: Fetcher | None = None) -> Draft:
    """Fetch and read a public page; never a private address, also through a redirect."""
    page = (fetcher or Fetcher()).get(url.strip())
    draft = _read(page)
    return draft.model_copy(update={"source": page.url})


def _read(page: Page) -> Draft:
    if page.content_type in ("application/pdf", "text/plain"):
        return draft_from_file(page.url, page.body)
    return draft_from_html(_decoded(page), source=page.url)


def _decoded(page: Page) -> bytes | str:
    """Decoded where the server names the encoding; the page itself tells it otherwise."""
    if page.charset is None:
        return page.body
    try:
        return page.body.decode(page.charset)
    except (LookupError, UnicodeDecodeError):
        return decode(page.url, page.body)
