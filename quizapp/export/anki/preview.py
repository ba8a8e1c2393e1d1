"""Cards as a web page shows them, from the templates that Anki gets.

A page embeds `front_html` or `back_html` in a document of its own (an `iframe` route) whose body
has the class `card` (and `nightMode` in the dark) and which links the style sheet that a route
serves from `card_css()`; the HTML has no style and no script, so that the strictest CSP holds.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from quizapp.export.anki.deck import gather
from quizapp.export.anki.notes import CardNote, Part, merge
from quizapp.export.anki.notetypes import CardTemplate, card_css
from quizapp.export.anki.pictures import Places
from quizapp.export.anki.template import render
from quizapp.export.anki.vocabulary import Extra
from quizapp.model import StudySet


@dataclass(frozen=True)
class CardPreview:
    """Both sides of one card. `media` are the images that they show, by name."""

    front_html: str
    back_html: str
    css: str
    part: Part
    note_type: str
    media: Mapping[str, bytes]


def preview(
    study_set: StudySet,
    *,
    resources: Places,
    parts: Set[str],
    extras: Set[Extra] = frozenset(),
    media_url: Callable[[str], str] = str,
) -> tuple[CardPreview, ...]:
    """Every card of those parts, in the order of the decks; `media_url` gives the address of an
    image from its name."""
    notes = merge(gather((study_set,), resources=resources, parts=parts, extras=extras).notes)
    return tuple(
        _preview(note, template, media_url) for note in notes for _, template in note.templates
    )


def _preview(
    note: CardNote, template: CardTemplate, media_url: Callable[[str], str]
) -> CardPreview:
    fields = dict(zip(note.note_type.field_names, note.values, strict=True))
    for medium in note.media:
        source = f'src="{media_url(medium.name)}"'
        fields = {k: v.replace(f'src="{medium.name}"', source) for k, v in fields.items()}
    front = render(note.note_type.front(template), fields)
    return CardPreview(
        front_html=front,
        back_html=render(note.note_type.back(template), fields, front=front),
        css=card_css(),
        part=note.part,
        note_type=note.note_type.slug,
        media={medium.name: medium.data for medium in note.media},
    )
