"""Cards of a deck as a page shows them."""

import base64
import mimetypes
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from quizapp.export.anki import CardPreview, card_css
from quizapp.web.i18n import lazy_gettext as _

SHOWN = 12
"""Cards in a preview."""


KINDS = {
    "vocabulary": _("Words"),
    "country": _("Countries"),
    "person": _("People"),
    "organisation": _("Organisations"),
    "event": _("Events"),
    "question": _("Questions"),
}
"""By the slug of the note type."""

_NIGHT = ".card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card"


def style_sheet() -> str:
    """Anki's own sheet, whose night also comes with the system's where no class chose."""
    css = card_css()
    night = css.partition(_NIGHT)[2].partition("}")[0]
    return f"{css}@media (prefers-color-scheme: dark) {{ .card.follows {night} }} }}"


def counted(previews: Sequence[CardPreview]) -> dict[str, int]:
    """How many cards of each kind, in the order of the deck."""
    return dict(Counter(card.note_type for card in previews))


@dataclass(frozen=True)
class Card:
    """Both sides as HTML; images stand in it as data addresses."""

    part: str
    front: Markup
    back: Markup


def sample(previews: Sequence[CardPreview]) -> tuple[Card, ...]:
    """Some cards of every kind of note, in turn, so that a deck shows what it holds."""
    kinds: dict[str, list[CardPreview]] = {}
    for card in previews:
        kinds.setdefault(card.note_type, []).append(card)
    mixed = [card for row in zip_longest(*kinds.values()) for card in row if card is not None]
    return tuple(_card(card) for card in mixed[:SHOWN])


def _card(card: CardPreview) -> Card:
    # The exporter escaped every field; the page that shows this is sandboxed and runs no script.
    return Card(
        part=card.part,
        front=Markup(_with_images(card.front_html, card.media)),  # noqa: S704
        back=Markup(_with_images(card.back_html, card.media)),  # noqa: S704
    )


def _with_images(html: str, media: Mapping[str, bytes]) -> str:
    for name, data in media.items():
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        address = f"data:{kind};base64,{base64.b64encode(data).decode()}"
        html = html.replace(f'src="{name}"', f'src="{address}"')
    return html
