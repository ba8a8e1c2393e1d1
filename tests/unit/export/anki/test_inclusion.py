"""What becomes a card, and what does not."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

import pytest

from quizapp.export.anki.deck import gather
from quizapp.export.anki.geopolitics import NATURES
from quizapp.export.anki.notes import CardNote
from quizapp.export.anki.vocabulary import headword, pronunciation
from quizapp.model import AUTHOR, Attribution, Choice, Entity, Lexeme, Question, StudySet
from quizapp.world import Organisation
from tests import factories
from tests.anki.conftest import Places


def _notes(study_set: StudySet, part: str, places: Places) -> tuple[CardNote, ...]:
    return gather([study_set], resources=places, parts={part}).notes


def _asked(places: Places, *questions: Question) -> Sequence[str]:
    study_set = factories.study_set(questions=questions)
    return [note.fields["Question"] for note in _notes(study_set, "questions", places)]


def test_every_kind_has_a_card(places: Places) -> None:
    for question in factories.questions():
        assert len(_asked(places, question)) == 1


def test_two_questions_on_one_fact_would_reveal_each_other(places: Places) -> None:
    asked = _asked(places, factories.multiple_response(), factories.multiple_choice())
    assert asked == [factories.multiple_response().prompt]


def test_judgements_of_the_author_are_never_cards(places: Places) -> None:
    judged = factories.multiple_choice(id="q-avis", facts=("accord-mauvais",))
    assert _asked(places, judged) == []
    dated = factories.facts()[0].model_copy(update={"attribution": Attribution(text=AUTHOR)})
    study_set = factories.study_set(facts=(dated,), questions=())
    notes = _notes(study_set, "geopolitics", places)
    assert "event" not in {note.note_type.slug for note in notes}


@pytest.mark.parametrize(
    "prompt",
    [
        "Où l’accord dont parle l’article a-t-il été signé ?",
        "Dans le texte, où l’accord a-t-il été signé ?",
        "Que pense l’auteur de l’accord ?",
        "Où l’accord a-t-il été signé hier ?",
    ],
)
def test_a_prompt_that_needs_the_article_is_left_out(places: Places, prompt: str) -> None:
    assert _asked(places, factories.multiple_choice(prompt=prompt)) == []


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [
        ("D’après l’article, Oslo paiera en 2024.", "Oslo paiera en 2024."),
        ("Selon le texte, qui a signé ?", "Qui a signé ?"),
        ("Quel pays a signé en 2024 ? Montrez-le sur la carte.", "Quel pays a signé en 2024 ?"),
        ("Qui a signé ? Cochez toutes les bonnes réponses.", "Qui a signé ?"),
        ("Montrez le Sénégal.", "Montrez le Sénégal."),
    ],
)
def test_a_prompt_leaves_the_page_behind(places: Places, prompt: str, shown: str) -> None:
    assert _asked(places, factories.multiple_choice(prompt=prompt)) == [shown]


def test_when_is_asked_of_events_and_not_of_situations(places: Places) -> None:
    fields = {"prompt": "Quand ?", "answer": "en juin 2024", "key_text": "en juin 2024"}
    assert _asked(places, factories.short_answer(facts=("accord-signe",), **fields)) == ["Quand ?"]
    assert _asked(places, factories.short_answer(facts=("ministre-peche",), **fields)) == []


def test_a_deck_holds_the_first_questions_of_the_quiz(places: Places) -> None:
    questions = [
        factories.short_answer(id=f"q-{n}", prompt=f"Question {n} ?", facts=()) for n in range(30)
    ]
    assert _asked(places, *questions) == [f"Question {n} ?" for n in range(20)]


def test_non_mentionne_and_whole_text_questions_are_left_out(places: Places) -> None:
    choices = (
        Choice(id="vrai", text="vrai", correct=False),
        Choice(id="faux", text="faux", correct=False),
        Choice(id="non-mentionné", text="non mentionné", correct=True),
    )
    unsaid = factories.true_false(choices=choices, answer="non mentionné")
    assert _asked(places, unsaid) == []
    assert _asked(places, factories.multiple_choice(evidence=())) == []
    assert _asked(places, factories.multiple_choice(status="rejected")) == []


def test_a_question_without_a_year_is_dated_by_its_article(places: Places) -> None:
    (note,) = _notes(factories.study_set(questions=(factories.numeric(),)), "questions", places)
    assert note.fields["Date"] == "Juin 2024"
    (note,) = _notes(factories.study_set(questions=(factories.true_false(),)), "questions", places)
    assert "Date" not in note.fields
    when = factories.short_answer(prompt="Quand ?", answer="en 2024", key_text="en 2024", facts=())
    (note,) = _notes(factories.study_set(questions=(when,)), "questions", places)
    assert "Date" not in note.fields


def test_the_proof_is_highlighted_in_its_paragraph(places: Places) -> None:
    (note,) = _notes(factories.study_set(questions=(factories.true_false(),)), "questions", places)
    assert f"<mark>{factories.TRAWLERS}</mark>" in note.fields["Passage"]
    assert note.fields["Passage"].startswith("<p>La Norvège et le Sénégal ont signé")


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "proposed"},
        {"modality": "possible"},
        {"negated": True},
        {"warnings": ("Titre douteux.",)},
        {"importance": 1},
        {"time": None},
        {"kind": "state"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_only_certain_important_dated_facts_are_events(
    places: Places, changes: dict[str, object]
) -> None:
    fact = factories.facts()[0]
    certain = factories.study_set(facts=(fact,), questions=())
    doubtful = factories.study_set(facts=(fact.model_copy(update=changes),), questions=())
    found = [
        [note.note_type.slug for note in _notes(study_set, "geopolitics", places)].count("event")
        for study_set in (certain, doubtful)
    ]
    assert found == [1, 0]


def test_an_event_does_not_show_its_date(places: Places) -> None:
    study_set = factories.study_set(questions=())
    notes = _notes(study_set, "geopolitics", places)
    (event,) = [note for note in notes if note.note_type.slug == "event"]
    assert event.fields["Événement"] == (
        "La Norvège et le Sénégal ont signé un accord de pêche à Dakar."
    )
    assert event.fields["Date"] == "18 juin 2024"


def test_an_office_is_that_of_the_day_of_the_article(places: Places) -> None:
    for day, expected in ((date(2020, 6, 1), []), (date(2024, 6, 1), ["Premier ministre"])):
        study_set = StudySet(
            article=factories.article(published_on=day),
            entities=(places.world.entity("jonas-store", day),),
        )
        notes = _notes(study_set, "geopolitics", places)
        assert [note.fields["Fonction"] for note in notes] == expected


@pytest.mark.parametrize(
    ("entity_id", "description", "asked"),
    [
        ("jonas-store", "ancien ministre norvégien", []),
        ("jonas-store", "ministre de 2005 à 2013", ["Ministre de 2005 à 2013"]),
        ("awa-diallo", "ministre de la Pêche", ["Ministre de la Pêche"]),
        ("awa-diallo", None, []),
    ],
)
def test_a_description_is_asked_when_it_means_one_person(
    places: Places, entity_id: str, description: str | None, asked: list[str]
) -> None:
    person = Entity(id=entity_id, name="Nom", kind="person", description=description)
    article = factories.article(published_on=date(2020, 6, 1))
    study_set = StudySet(article=article, entities=(person,))
    notes = _notes(study_set, "geopolitics", places)
    assert [note.fields["Fonction"] for note in notes] == asked


def test_every_kind_of_organisation_has_a_name() -> None:
    assert set(NATURES) == set(get_args(Organisation.model_fields["kind"].annotation))


def test_a_word_without_meaning_is_left_out(places: Places) -> None:
    mute = factories.lexeme(definition=None, gloss={"en": None})
    gathered = gather(
        [factories.study_set(lexemes=(mute,))], resources=places, parts={"vocabulary"}
    )
    assert gathered.notes == ()
    assert gathered.left_out[0].key == mute.id


@pytest.mark.parametrize(
    ("lexeme", "word", "spoken"),
    [
        (factories.lexeme("arme", gender="f", ipa="aʁm"), "une arme", "[aʁm]"),
        (factories.lexeme("héros", ipa="/e.ʁo/"), "un héros", "[e.ʁo] (h aspiré)"),
        (factories.lexeme("homme", ipa=None), "un homme", ""),
        (factories.lexeme("élève", gender="mf", ipa="e.lɛv"), "un ou une élève", "[e.lɛv]"),
        (factories.lexeme("pourparlers", ipa=None), "des pourparlers", ""),
        (factories.lexeme("verser", pos="verb", gender=None, ipa=None), "verser", ""),
    ],
    ids=lambda value: value if isinstance(value, str) else value.lemma,
)
def test_a_word_as_one_learns_it(lexeme: Lexeme, word: str, spoken: str) -> None:
    assert (headword(lexeme), pronunciation(lexeme)) == (word, spoken)
