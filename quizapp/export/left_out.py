"""What an export cannot carry."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LeftOut:
    """Something of a study set that an export leaves out, and the reason in French."""

    key: str
    reason: str
