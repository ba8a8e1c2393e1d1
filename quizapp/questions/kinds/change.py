"""How a false statement differs from what the article says."""

from typing import NamedTuple


class Change(NamedTuple):
    """The words of some segments by their identity, of the subject and of the verb, and a name for
    the sort of change."""

    variant: str
    swap: dict[int, str]
    subject: str | None = None
    verb: str | None = None
    instead: str = ""
