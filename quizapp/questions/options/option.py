"""A wrong option: its words and what to tell whoever picks it."""

from typing import NamedTuple


class Option(NamedTuple):
    text: str
    rationale: str
