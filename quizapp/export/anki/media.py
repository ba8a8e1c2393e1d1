"""Images of notes, named after their content."""

import hashlib
import html
from dataclasses import dataclass


@dataclass(frozen=True)
class Medium:
    """One file; two with the same bytes have the same name, so that Anki keeps one."""

    data: bytes
    suffix: str

    @property
    def name(self) -> str:
        return f"qa-{hashlib.sha256(self.data).hexdigest()[:20]}.{self.suffix}"

    def image(self, alt: str = "") -> str:
        """As HTML for a field. `alt` is empty where a description would give the answer away."""
        return f'<img src="{self.name}" alt="{html.escape(alt)}">'


def svg(text: str) -> Medium:
    return Medium(text.encode(), "svg")
