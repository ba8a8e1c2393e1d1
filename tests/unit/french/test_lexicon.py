"""Any form that stands in a text finds its entry."""

import sqlite3
import threading
from pathlib import Path

import pytest

from quizapp.french.lexicon import Entry, Lexicon, fold
from quizapp.model import PartOfSpeech, QuizappError
from quizapp.resources import Resources


@pytest.mark.parametrize(
    ("form", "lemma", "pos"),
    [
        ("arme", "arme", "noun"),
        ("Armes", "arme", "noun"),
        ("fournissait", "fournir", "verb"),
        ("est", "être", "verb"),
        ("a-t-il", "avoir", "verb"),
        ("aux", "au", "preposition"),
        ("yeux", "œil", "noun"),
        ("oeil", "œil", "noun"),
        ("l’État", "État", "noun"),
        ("l'état", "état", "noun"),
        ("qu’elle", "elle", "pronoun"),
        ("d’obus", "obus", "noun"),
        ("députés", "député", "noun"),
        ("vacances", "vacances", "noun"),
        ("règles", "règle", "noun"),
        ("aujourd'hui", "aujourd’hui", "adverb"),
        ("bouées de sauvetage", "bouée de sauvetage", "noun"),
        ("main d’œuvre", "main-d’œuvre", "noun"),
        ("au cours des", "au cours de", "expression"),
        ("ont mis en œuvre", "", ""),
        ("mis en œuvre", "mettre en œuvre", "expression"),
        ("nord\u2011coréennes", "nord-coréen", "adjective"),
    ],
)
def test_a_form_finds_its_lemma(resources: Resources, form: str, lemma: str, pos: str) -> None:
    found = resources.lexicon.look_up(form)
    assert [(e.lemma, e.pos) for e in found[:1]] == ([(lemma, pos)] if lemma else [])


def test_both_readings_of_a_form_are_given(resources: Resources) -> None:
    lemmas = [(e.lemma, e.pos) for e in resources.lexicon.look_up("armes")]
    assert ("arme", "noun") in lemmas
    assert ("armer", "verb") in lemmas


@pytest.mark.parametrize("form", ["", " ", "zzyzx", "1789", "’", "-", "qu’"])
def test_what_is_no_word_finds_nothing(resources: Resources, form: str) -> None:
    assert resources.lexicon.look_up(form) == ()


@pytest.mark.parametrize(
    ("lemma", "pos", "gender", "ipa"),
    [
        ("guerre", "noun", "f", "ɡɛʁ"),
        ("sommet", "noun", "m", "sɔmɛ"),
        ("ministre", "noun", "mf", "ministʁ"),
        ("otage", "noun", "m", "ɔtaʒ"),
        ("fournir", "verb", None, "fuʁniʁ"),
    ],
)
def test_an_entry_tells_gender_and_sound(
    resources: Resources, lemma: str, pos: PartOfSpeech, gender: str | None, ipa: str
) -> None:
    entry = resources.lexicon.entry(lemma, pos)
    assert entry is not None
    assert (entry.gender, entry.ipa) == (gender, ipa)
    assert entry.definition
    assert entry.gloss_en
    assert entry.zipf is not None
    assert {"Wiktionnaire", "gruut", "wordfreq", "quizapp"} <= set(entry.sources)


def test_the_news_comes_before_other_senses(resources: Resources) -> None:
    sommet = resources.lexicon.entry("sommet", "noun")
    assert sommet is not None
    assert (sommet.definition or "").startswith("Réunion de chefs d’État ou de gouvernement")


def test_a_compound_has_no_counted_frequency(resources: Resources) -> None:
    entry = resources.lexicon.entry("bouée de sauvetage", "noun")
    assert entry is not None
    assert entry.zipf is None
    assert entry.band == "C1"


def test_an_entry_is_found_by_lemma_only(resources: Resources) -> None:
    assert resources.lexicon.entry("armes", "verb") is None
    assert resources.lexicon.entry("arme", "adverb") is None


def test_ids_hold_no_space_and_no_slash() -> None:
    assert Entry("main-d’œuvre", "noun").lexeme_id == "main-d-œuvre-noun-1"
    assert Entry("c’est-à-dire", "expression").lexeme_id == "c-est-à-dire-expression-1"


def test_folding_is_stable() -> None:
    assert fold("L’ŒUVRE\u00a0 d’Art") == "l'oeuvre d'art"
    assert fold(fold("L’ŒUVRE")) == fold("L’ŒUVRE")


def test_threads_share_a_lexicon(resources: Resources) -> None:
    found: list[tuple[Entry, ...]] = []
    threads = [
        threading.Thread(target=lambda: found.append(resources.lexicon.look_up("délégations")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [entries[0].lemma for entries in found] == ["délégation"] * 8


def test_a_lexicon_that_was_not_built_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(QuizappError) as caught:
        Lexicon(tmp_path / "lexicon.sqlite")
    assert caught.value.code == "lexicon-missing"
    assert "flask lexicon build" in caught.value.message


def test_a_lexicon_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.sqlite"
    sqlite3.connect(path).close()
    path.touch()
    with pytest.raises(QuizappError) as caught:
        Lexicon(path).look_up("arme")
    assert caught.value.code == "lexicon-outdated"
