"""What must never change from one release to the next: Anki would duplicate or refuse notes."""

from quizapp.export.anki.notes import CardNote, merge
from quizapp.export.anki.notetypes import NOTE_TYPES, QUESTION, VOCABULARY

FROZEN = {
    "vocabulary": (
        1732262400100,
        [732262410101 + n for n in range(15)],
        [732262420101, 732262420102, 732262420103],
    ),
    "question": (1732262400200, [732262410201 + n for n in range(12)], [732262420201]),
    "country": (
        1732262400300,
        [732262410301 + n for n in range(11)],
        [732262420301, 732262420302],
    ),
    "person": (1732262400400, [732262410401 + n for n in range(10)], [732262420401, 732262420402]),
    "organisation": (1732262400500, [732262410501 + n for n in range(11)], [732262420501]),
    "event": (1732262400600, [732262410601 + n for n in range(8)], [732262420601]),
}


def test_ids_of_note_types_fields_and_templates_are_frozen() -> None:
    assert {
        note_type.slug: (
            note_type.id,
            [field.id for field in note_type.fields],
            [template.id for template in note_type.templates],
        )
        for note_type in NOTE_TYPES
    } == FROZEN


def test_no_id_is_used_twice() -> None:
    ids = [note_type.id for note_type in NOTE_TYPES]
    ids += [named.id for each in NOTE_TYPES for named in (*each.fields, *each.templates)]
    assert len(ids) == len(set(ids))


def test_every_note_type_has_fields_to_spare() -> None:
    for note_type in NOTE_TYPES:
        assert note_type.field_names[-3:] == ("Réserve 1", "Réserve 2", "Réserve 3")


def _note(key: str, text: str, **changes: object) -> CardNote:
    return CardNote(VOCABULARY, "vocabulary", key, {"Mot": text}, **changes)  # type: ignore[arg-type]


def test_a_guid_comes_from_the_key_and_the_note_type_alone() -> None:
    assert _note("lexeme/arme-noun-1", "une arme").guid == "Xmt4IARwDnL5H7LUEna3"
    assert _note("lexeme/arme-noun-1", "une Arme").guid == "Xmt4IARwDnL5H7LUEna3"
    assert _note("lexeme/arme-noun-2", "une arme").guid != "Xmt4IARwDnL5H7LUEna3"
    question = CardNote(QUESTION, "questions", "lexeme/arme-noun-1", {"Question": "?"})
    assert question.guid != "Xmt4IARwDnL5H7LUEna3"


def test_a_new_tag_alone_is_no_new_content() -> None:
    assert _note("a", "un").content_hash == _note("a", "un", tags=("quizapp::x",)).content_hash
    assert _note("a", "un").content_hash != _note("a", "une").content_hash


def test_one_note_takes_the_tags_of_all_its_articles() -> None:
    (merged,) = merge([_note("a", "un", tags=("x", "y")), _note("a", "deux", tags=("y", "z"))])
    assert merged.fields["Mot"] == "un"
    assert merged.tags == ("x", "y", "z")
