"""The note types: ids frozen for ever, names and looks free to change.

An id is never reused nor reassigned: Anki recognises note types, fields and templates by it.
Fields are never added, removed or reordered after the first release: a spare one is renamed.
Raise `REVISED` of a note type whenever its templates, names or style change.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.resources import files

from quizapp.export.anki.template import fields_of, guard_of
from quizapp.model import QuizappError

REVISED = datetime(2026, 11, 22, tzinfo=UTC)
"""When a template, a name or the style last changed, for all note types."""


def _read(name: str) -> str:
    return files("quizapp.export.anki").joinpath("cards", name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class NamedId:
    """A field or a template as Anki knows it."""

    id: int
    name: str


@dataclass(frozen=True)
class CardTemplate(NamedId):
    """`slug` names its files: `<note type>-<slug>-front.html` and `-back.html`."""

    slug: str


@dataclass(frozen=True)
class NoteType:
    """One structure of notes. The first field sorts and names the note in Anki's browser."""

    id: int
    slug: str
    name: str
    fields: tuple[NamedId, ...]
    templates: tuple[CardTemplate, ...]

    def __post_init__(self) -> None:
        known = {field.name for field in self.fields}
        for template in self.templates:
            front, back = self.front(template), self.back(template)
            if guard_of(front) is None:
                _broken(self, template, "its front is not wholly inside one {{#Field}}")
            if unknown := {*fields_of(front), *fields_of(back)} - known:
                _broken(self, template, f"there is no field {', '.join(sorted(unknown))}")
            if "{{^" in front + back:
                _broken(self, template, "inverted sections make wrong cards")

    def front(self, template: CardTemplate) -> str:
        return _read(f"{self.slug}-{template.slug}-front.html").strip()

    def back(self, template: CardTemplate) -> str:
        return _read(f"{self.slug}-{template.slug}-back.html").strip()

    @cached_property
    def field_names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    def guard(self, template: CardTemplate) -> str:
        """The field without which that template makes no card."""
        return guard_of(self.front(template)) or self.field_names[0]


def card_css() -> str:
    """The one style sheet of all cards, day and night."""
    return _read("cards.css")


def _broken(note_type: NoteType, template: CardTemplate, why: str) -> None:
    raise QuizappError("deck-template", f"{note_type.name}, card {template.name}: {why}.")


def _fields(base: int, *names: str) -> tuple[NamedId, ...]:
    spares = ("Réserve 1", "Réserve 2", "Réserve 3")
    return tuple(NamedId(base + n, name) for n, name in enumerate((*names, *spares), start=1))


VOCABULARY = NoteType(
    id=1732262400100,
    slug="vocabulary",
    name="quizapp – Vocabulaire",
    fields=_fields(
        732262410100, "Mot", "Prononciation", "Phrase", "Traduction", "Définition",
        "Construction", "Niveau", "Source", "Forme", "Phrase à trou", "Saisie", "Écoute",
    ),
    templates=(
        CardTemplate(732262420101, "Reconnaître", "recognise"),
        CardTemplate(732262420102, "Produire", "produce"),
        CardTemplate(732262420103, "Écouter", "listen"),
    ),
)  # fmt: skip
QUESTION = NoteType(
    id=1732262400200,
    slug="question",
    name="quizapp – Question",
    fields=_fields(
        732262410200, "Question", "Consigne", "Choix", "Réponse", "Explication", "Passage",
        "Image", "Date", "Source",
    ),
    templates=(CardTemplate(732262420201, "Répondre", "answer"),),
)  # fmt: skip
COUNTRY = NoteType(
    id=1732262400300,
    slug="country",
    name="quizapp – Pays",
    fields=_fields(
        732262410300, "Pays", "Capitale", "Drapeau", "Carte", "Région", "Habitants", "Flou",
        "Source",
    ),
    templates=(
        CardTemplate(732262420301, "Drapeau et carte", "place"),
        CardTemplate(732262420302, "Capitale", "capital"),
    ),
)  # fmt: skip
PERSON = NoteType(
    id=1732262400400,
    slug="person",
    name="quizapp – Personne",
    fields=_fields(
        732262410400, "Personne", "Fonction", "Pays", "Période", "Drapeau", "Source", "Inverse",
    ),
    templates=(
        CardTemplate(732262420401, "Qui exerce la fonction", "holder"),
        CardTemplate(732262420402, "Quelle est sa fonction", "office"),
    ),
)  # fmt: skip
ORGANISATION = NoteType(
    id=1732262400500,
    slug="organisation",
    name="quizapp – Organisation",
    fields=_fields(
        732262410500, "Organisation", "Sigle", "Nature", "Siège", "Fondation", "Pays", "Membres",
        "Source",
    ),
    templates=(CardTemplate(732262420501, "Nom complet", "acronym"),),
)  # fmt: skip
EVENT = NoteType(
    id=1732262400600,
    slug="event",
    name="quizapp – Événement",
    fields=_fields(
        732262410600, "Événement", "Date", "Phrase", "Passage", "Source",
    ),
    templates=(CardTemplate(732262420601, "Dater", "date"),),
)  # fmt: skip

NOTE_TYPES = (VOCABULARY, QUESTION, COUNTRY, PERSON, ORGANISATION, EVENT)
