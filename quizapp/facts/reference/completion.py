"""A text in which what pointed elsewhere in the article is written in full."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Completion:
    """`notes` say how it was found, `features` how surely; `entity` is what the text as a whole
    names now."""

    text: str
    entity: str | None = None
    notes: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
