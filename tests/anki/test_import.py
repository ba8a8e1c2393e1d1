"""Our packages in the real Anki: what it takes, what it shows, what it would change."""

import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from anki.cards import CardId
from anki.scheduler.v3 import CardAnswer, Scheduler

from quizapp.export.anki import (
    PARTS,
    Extra,
    card_css,
    notetypes,
    preview,
    write_deck,
    write_world_deck,
)
from quizapp.export.anki import package as package_module
from quizapp.model import Lexeme, StudySet
from tests import factories
from tests.anki.collection import Anki, new_collection
from tests.anki.conftest import Places

BUILT = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVERY_EXTRA: frozenset[Extra] = frozenset({"production", "typing", "listening", "reverse"})


def one_question_each() -> list[StudySet]:
    """A study set for each question, so that none is left out for another's sake."""
    return [
        factories.study_set(
            article=factories.article(id=f"article-{n}"), questions=(question,), lexemes=()
        )
        for n, question in enumerate(factories.questions())
    ]


@pytest.fixture
def package(tmp_path: Path, places: Places) -> Path:
    """Every note type, every template, every question kind."""
    out = tmp_path / "deck.apkg"
    write_deck(
        [factories.study_set(), *one_question_each()],
        resources=places,
        parts=frozenset(PARTS),
        out=out,
        built_at=BUILT,
        extras=EVERY_EXTRA,
    )
    return out


def test_every_note_is_new_and_every_card_is_whole(
    anki: Anki, places: Places, tmp_path: Path
) -> None:
    out = tmp_path / "deck.apkg"
    report = write_deck(
        [factories.study_set(), *one_question_each()],
        resources=places,
        parts=frozenset(PARTS),
        out=out,
        built_at=BUILT,
        extras=EVERY_EXTRA,
    )
    taken = anki.take(out)
    assert (taken.new, taken.conflicting, taken.other) == (report.notes, 0, 0)
    assert len(anki.cards()) == report.cards
    assert anki.complaints() == []
    assert anki.missing_and_unused_media() == ([], [])
    assert anki.cards_to_add_and_remove() == (0, 0)


def test_the_world_is_whole(anki: Anki, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "world.apkg"
    report = write_world_deck(resources=places, out=out, built_at=BUILT, extras=EVERY_EXTRA)
    assert report.note_types == {"country": 3, "organisation": 1, "person": 1}
    assert anki.take(out).new == report.notes
    assert anki.complaints() == []
    assert anki.missing_and_unused_media() == ([], [])
    assert anki.cards_to_add_and_remove() == (0, 0)


def test_a_country_of_an_article_is_that_of_the_world(
    anki: Anki, package: Path, places: Places, tmp_path: Path
) -> None:
    anki.take(package)
    world = tmp_path / "world.apkg"
    write_world_deck(resources=places, out=world, built_at=BUILT)
    taken = anki.take(world)
    assert (taken.duplicate, taken.conflicting) == (2, 0)


def test_a_second_import_changes_nothing(anki: Anki, package: Path) -> None:
    new = anki.take(package).new
    again = anki.take(package)
    assert (again.new, again.updated, again.duplicate, again.conflicting) == (0, 0, new, 0)


def test_the_preview_is_what_anki_shows(anki: Anki, places: Places, tmp_path: Path) -> None:
    study_set, parts = factories.study_set(), frozenset(PARTS)
    out = tmp_path / "deck.apkg"
    write_deck([study_set], resources=places, parts=parts, out=out, built_at=BUILT)
    anki.take(out)
    previews = preview(study_set, resources=places, parts=parts)
    shown = anki.cards()
    assert {(_bare(c.front), _bare(c.back)) for c in shown} == {
        (_bare(p.front_html), _bare(p.back_html)) for p in previews
    }
    assert len(previews) == len(shown)
    assert all(card_css().strip() in card.css for card in shown)


def test_a_preview_points_at_the_images_of_the_page(places: Places) -> None:
    cards = preview(
        factories.study_set(),
        resources=places,
        parts=frozenset({"geopolitics"}),
        media_url=lambda name: f"/images/{name}",
    )
    country = next(card for card in cards if card.note_type == "country")
    assert len(country.media) == 2
    assert all(f'src="/images/{name}"' in country.front_html for name in country.media)
    assert "<style" not in country.back_html
    assert "style=" not in country.back_html


def _bare(rendered: str) -> str:
    return " ".join(rendered.replace("[anki:play:a:0]", "").split())


def test_new_cards_come_in_the_order_of_the_text(
    anki: Anki, places: Places, tmp_path: Path
) -> None:
    out = tmp_path / "deck.apkg"
    write_deck(
        [factories.study_set()],
        resources=places,
        parts=frozenset({"vocabulary"}),
        out=out,
        built_at=BUILT,
    )
    anki.take(out)
    words = ["un chalutier", "verser", "une hausse"]
    assert [next(w for w in words if w in card.front) for card in anki.cards()] == words


def _release(lexemes: Sequence[Lexeme], places: Places, folder: Path, built_at: datetime) -> Path:
    out = folder / f"{built_at:%Y}.apkg"
    write_deck(
        [factories.study_set(lexemes=tuple(lexemes))],
        resources=places,
        parts=frozenset(PARTS),
        out=out,
        built_at=built_at,
        ledger=folder / "ledger.json",
    )
    return out


def test_a_correction_updates_its_notes_alone_and_keeps_what_was_learnt(
    anki: Anki, places: Places, tmp_path: Path
) -> None:
    words = factories.lexemes()
    anki.take(_release(words, places, tmp_path, BUILT))
    answered = _answer_all(anki, "quizapp::Vocabulaire")
    assert answered >= len(words)
    _tag_all(anki, "mon-étiquette")
    corrected = [words[0].model_copy(update={"definition": "Bateau qui traîne un filet."})]
    later = _release([*corrected, *words[1:]], places, tmp_path, BUILT + timedelta(days=9_000))
    taken = anki.take(later)
    assert (taken.new, taken.updated, taken.conflicting) == (0, 1, 0)
    assert any("Bateau qui traîne un filet." in card.back for card in anki.cards())
    notes = anki.collection.find_notes("tag:mon-étiquette")
    assert len(notes) == anki.collection.note_count() - 1
    assert _answer_all(anki, "quizapp::Vocabulaire") == 0


def test_a_spare_field_is_renamed_without_a_conflict(
    anki: Anki, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anki.take(_release(factories.lexemes(), places, tmp_path, BUILT))
    assert _answer_all(anki, "quizapp::Vocabulaire") > 0
    read = notetypes._read

    def renamed(name: str) -> str:
        text = read(name)
        return text.replace("Réserve 1", "Synonymes") if name.startswith("vocabulary-") else text

    monkeypatch.setattr(notetypes, "_read", renamed)
    fields = tuple(
        replace(field, name="Synonymes") if field.name == "Réserve 1" else field
        for field in notetypes.VOCABULARY.fields
    )
    later = (replace(notetypes.VOCABULARY, fields=fields), *notetypes.NOTE_TYPES[1:])
    monkeypatch.setattr(package_module, "NOTE_TYPES", later)
    monkeypatch.setattr(package_module, "REVISED", notetypes.REVISED + timedelta(days=1))
    words = [lexeme.model_copy(update={"ipa": "x"}) for lexeme in factories.lexemes()]
    taken = anki.take(_release(words, places, tmp_path, BUILT + timedelta(days=9_000)))
    assert (taken.new, taken.updated, taken.conflicting) == (0, 3, 0)
    note_type = anki.collection.models.by_name("quizapp – Vocabulaire")
    assert note_type is not None
    assert "Synonymes" in {field["name"] for field in note_type["flds"]}
    assert anki.complaints() == []
    assert _answer_all(anki, "quizapp::Vocabulaire") == 0


def _answer_all(anki: Anki, deck: str) -> int:
    """Answer « easy » until nothing is due; how many answers that took."""
    collection, scheduler = anki.collection, anki.collection.sched
    assert isinstance(scheduler, Scheduler)
    collection.decks.select(collection.decks.id(deck) or 0)  # type: ignore[arg-type]
    answers = 0
    while queued := scheduler.get_queued_cards().cards:
        card = collection.get_card(CardId(queued[0].card.id))
        card.start_timer()
        states = queued[0].states
        scheduler.answer_card(
            scheduler.build_answer(card=card, states=states, rating=CardAnswer.EASY)
        )
        answers += 1
    return answers


def _tag_all(anki: Anki, tag: str) -> None:
    anki.collection.tags.bulk_add(list(anki.collection.find_notes("")), tag)


def test_a_new_article_of_a_word_adds_no_second_note(
    anki: Anki, places: Places, tmp_path: Path
) -> None:
    first, second = (
        factories.study_set(),
        factories.study_set(article=factories.article(id="autre-article")),
    )
    for n, sets in enumerate([[first], [first, second]]):
        out = tmp_path / f"{n}.apkg"
        write_deck(sets, resources=places, parts=frozenset({"vocabulary"}), out=out, built_at=BUILT)
    assert anki.take(tmp_path / "0.apkg").new == 3
    assert anki.take(tmp_path / "1.apkg").duplicate == 3


def test_the_same_input_makes_the_same_bytes(places: Places, tmp_path: Path) -> None:
    packages = []
    for name in ("a.apkg", "b.apkg"):
        write_deck(
            [factories.study_set()],
            resources=places,
            parts=frozenset(PARTS),
            out=tmp_path / name,
            built_at=BUILT,
        )
        packages.append((tmp_path / name).read_bytes())
    assert packages[0] == packages[1]
    with zipfile.ZipFile(tmp_path / "a.apkg") as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        media = json.loads(archive.read("media"))
    assert all(name.startswith("qa-") and name.endswith(".svg") for name in media.values())


def test_nasty_text_is_shown_letter_by_letter(anki: Anki, places: Places, tmp_path: Path) -> None:
    nasty = (
        r"<script>x</script> {{Mot}} {{c1::a {{c2::b}}}} [sound:a.mp3] \(x\) [latex]" + "<" * 9000
    )
    words = (factories.lexeme(definition=nasty), factories.lexeme("b\x1fc", id="b-noun-1"))
    out = tmp_path / "deck.apkg"
    write_deck(
        [factories.study_set(lexemes=words)],
        resources=places,
        parts=frozenset({"vocabulary"}),
        out=out,
        built_at=BUILT,
    )
    assert anki.take(out).new == 2
    backs = [card.back for card in anki.cards()]
    assert any("&lt;script&gt;x&lt;/script&gt; &#123;&#123;Mot" in back for back in backs)
    assert not any("[sound:" in back or "<script" in back or r"\(" in back for back in backs)
    assert all(len(back) < 20_000 for back in backs)


def test_two_learners_get_the_same_notes(package: Path, tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        with new_collection(tmp_path / name) as learner:
            learner.take(package)
            found.append(learner.collection.db.list("select guid from notes order by guid"))  # type: ignore[union-attr]
    assert found[0] == found[1]
