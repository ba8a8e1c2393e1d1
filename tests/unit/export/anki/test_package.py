"""What genanki would write wrong or lose in silence is refused with a clear error."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from quizapp.export.anki.media import svg
from quizapp.export.anki.notes import CardNote
from quizapp.export.anki.notetypes import VOCABULARY, CardTemplate, NamedId, NoteType
from quizapp.export.anki.package import Deck, package_bytes
from quizapp.model import QuizappError

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def note(key: str = "lexeme/arme-noun-1", **fields: str) -> CardNote:
    return CardNote(VOCABULARY, "vocabulary", key, {"Mot": "une arme"} | fields)


def deck(*notes: CardNote, deck_id: int = 1_732_000_000_001, name: str = "a") -> Deck:
    return Deck(deck_id, name, "", tuple((one, NOW) for one in notes))


@pytest.mark.parametrize(
    ("decks", "code"),
    [
        (lambda: [deck(note(Mot=" "))], "deck-empty"),
        (lambda: [deck(note(Mot="<br>"))], "deck-empty"),
        (lambda: [deck(note(Définition="<div>&nbsp;</div>"))], "deck-field"),
        (lambda: [deck(note(Inconnu="x"))], "deck-field"),
        (lambda: [deck(note(Définition="a\x1fb"))], "deck-field"),
        (lambda: [deck(note(Définition="&lt;" * 16_000))], "deck-field"),
        (lambda: [deck(note(), note())], "deck-guid"),
        (lambda: [deck(note()), deck(note("b"), deck_id=2)], "deck-twice"),
        (lambda: [deck(note()), deck(note("b"), name="b")], "deck-twice"),
    ],
)
def test_a_defect_is_refused(decks: Callable[[], list[Deck]], code: str) -> None:
    with pytest.raises(QuizappError) as caught:
        package_bytes(decks(), built_at=NOW)
    assert caught.value.code == code


@pytest.mark.parametrize("tag", ["", "deux mots", "a\u00a0b"])
def test_a_tag_is_one_word(tag: str) -> None:
    tagged = CardNote(VOCABULARY, "vocabulary", "a", {"Mot": "une arme"}, tags=(tag,))
    with pytest.raises(QuizappError, match="tag"):
        package_bytes([deck(tagged)], built_at=NOW)


@pytest.mark.parametrize("slug", ["unguarded", "unknown-field", "inverted"], ids=str)
def test_a_template_that_makes_wrong_cards_is_refused(
    slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fronts = {
        "unguarded": "{{#Mot}}{{Mot}}{{/Mot}} !",
        "unknown-field": "{{#Mot}}{{Autre}}{{/Mot}}",
        "inverted": "{{#Mot}}{{Mot}}{{^Note}}x{{/Note}}{{/Mot}}",
    }
    monkeypatch.setattr("quizapp.export.anki.notetypes._read", lambda _: fronts[slug])
    with pytest.raises(QuizappError) as caught:
        NoteType(
            1,
            "test",
            "Essai",
            fields=(NamedId(1, "Mot"), NamedId(2, "Note")),
            templates=(CardTemplate(3, "Carte", slug),),
        )
    assert caught.value.code == "deck-template"


def test_the_same_image_is_one_file_and_an_unused_one_is_left_out() -> None:
    used, unused = svg("<svg/>"), svg("<svg> </svg>")
    assert svg("<svg/>").name == used.name != unused.name
    fields = {"Mot": "a", "Phrase": used.image()}
    media = (used, unused)
    notes = [CardNote(VOCABULARY, "vocabulary", key, fields, media=media) for key in "ab"]
    data = package_bytes([deck(*notes)], built_at=NOW)
    assert _media_names(data) == [used.name]


def _media_names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(json.loads(archive.read("media")).values())
