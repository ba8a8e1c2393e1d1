"""What a card quotes of the article, with the highlighter over the words that matter."""

import re
from collections.abc import Iterable

from quizapp.export.anki.dates import printed
from quizapp.export.anki.markup import marked
from quizapp.model import Article, Evidence, Span

LONGEST_PARAGRAPH = 600
LONGEST_EXAMPLE = 25
"""Words; a longer example is cut to the clause around its word."""

_WORD = re.compile(r"[^ \t\n]+")
"""A no-break space joins: a figure in thousands is one word, so is a word with its guillemet."""
_BETWEEN_CLAUSES = re.compile(r"(?<=[,;:)—–])\s+|\s+(?=[(—–])")


def passage(article: Article, evidence: Iterable[Evidence]) -> str:
    """The paragraphs of the evidence, or its sentences where a paragraph is long, as HTML."""
    blocks: dict[Span, list[Evidence]] = {}
    for stretch in sorted(evidence, key=lambda e: e.start):
        block = article.paragraph_of(stretch) or stretch
        if block.end - block.start > LONGEST_PARAGRAPH:
            block = _around(article, stretch)
        blocks.setdefault(Span(start=block.start, end=block.end), []).append(stretch)
    return "".join(f"<p>{_block(article, block, marks)}</p>" for block, marks in blocks.items())


def _around(article: Article, stretch: Evidence) -> Span:
    touched = [s for s in article.sentences if s.overlaps(stretch)]
    if not touched:
        return stretch
    return Span(start=min(touched[0].start, stretch.start), end=max(touched[-1].end, stretch.end))


def _block(article: Article, block: Span, marks: list[Evidence]) -> str:
    inside = [
        Span(start=max(mark.start, block.start) - block.start, end=mark.end - block.start)
        for mark in marks
    ]
    return marked(article.text[block.start : block.end], inside)


def example(sentence: str, form: Span | None) -> tuple[str, Span | None]:
    """A sentence of at most 25 words around `form`, and where `form` stands in it."""
    if len(_WORD.findall(sentence)) <= LONGEST_EXAMPLE:
        return sentence, form
    ends = [m.end() for m in _BETWEEN_CLAUSES.finditer(sentence.rstrip())]
    clauses = [
        Span(start=a, end=b) for a, b in zip([0, *ends], [*ends, len(sentence)], strict=True)
    ]
    start, end = _window(sentence, clauses, form.start if form else 0)
    start, end = _narrowed(sentence, start, end, form)
    text = sentence[start:end].rstrip(" ,;:—–(").rstrip()
    before, after = "… " if start else "", " …" if end < len(sentence) else ""
    moved = form and Span(
        start=form.start - start + len(before), end=form.end - start + len(before)
    )
    return f"{before}{text}{after}", moved


def _window(sentence: str, clauses: list[Span], at: int) -> tuple[int, int]:
    """The clause at `at`, with its neighbours to the right and left while they fit."""
    here = next((n for n, c in enumerate(clauses) if c.start <= at < c.end), 0)
    first = last = here

    def fits(a: int, b: int) -> bool:
        words = _WORD.findall(sentence, clauses[a].start, clauses[b].end)
        return len(words) <= LONGEST_EXAMPLE

    while last + 1 < len(clauses) and fits(first, last + 1):
        last += 1
    while first > 0 and fits(first - 1, last):
        first -= 1
    return clauses[first].start, clauses[last].end


def _narrowed(sentence: str, start: int, end: int, form: Span | None) -> tuple[int, int]:
    """At most 25 words, where one clause alone is longer: those around the form."""
    words = list(_WORD.finditer(sentence[start:end]))
    if len(words) <= LONGEST_EXAMPLE:
        return start, end
    at = form.start - start if form else 0
    here = max((n for n, word in enumerate(words) if word.start() <= at), default=0)
    first = max(0, min(here - LONGEST_EXAMPLE // 2, len(words) - LONGEST_EXAMPLE))
    return start + words[first].start(), start + words[first + LONGEST_EXAMPLE - 1].end()


def reference(article: Article) -> str:
    """Where a card comes from: title, source, date; plain text."""
    day = printed(article.published_on.isoformat()) if article.published_on else None
    return ", ".join(part for part in (f"« {article.title} »", article.source, day) if part)
