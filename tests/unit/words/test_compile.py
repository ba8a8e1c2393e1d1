"""The compiler joins its sources into one file, all or nothing."""

import gzip
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.french.lexicon import OWN_DEFINITION, Lexicon
from quizapp.model import QuizappError
from quizapp.words.compile import build_lexicon
from quizapp.words.sources import SourcePaths

DELA = """\
navire,.N+z1:ms
navires,navire.N+z1:mp
oeuvre,.N+z1:fs
mode,.N+z1:fs
mode,.N+z1:ms
porte,.N+z1:fs
portes,porte.N+z1:fp
porte,porter.V+z1:P1s:P3s
porte\\-clés,.N+VN:ms:mp
à cause de,.PREP+z1
nonsense line
"""
DEFINITIONS = """\
navire\tthumb|Un navire. Grand bateau, destiné à la haute mer. | Nom donné jadis aux galères.
œuvre\tCe qui est fait.
mode\tManière passagère de se vêtir. | Manière d’être.
porter\tSoutenir un poids. | Avoir sur soi.
porte\tOuverture qui sert d’entrée. | Soutenir un poids.
porte-clés\tAnneau qui sert à porter des clés.
"""
VERBS = {"porter": {"P": ["porte", "NA", None]}, "soutenir": {}, "avoir": {}}
GLOSSARY = """\
noun m:
  navire: {en: ship; vessel, band: A2}
expression:
  à cause de: because of
"""

OWN = """\
noun m:
  navire: {en: ship, fr: "Ce qui va sur la mer."}
  état général: general condition
verb:
  porter: {en: to carry, constructions: porter qqch; se porter sur qqch}
"""


@pytest.fixture
def sources(tmp_path: Path) -> SourcePaths:
    paths = SourcePaths(
        dela=tmp_path / "dela",
        definitions=tmp_path / "glosses.gz",
        ipa=tmp_path / "ipa.db",
        verbs=tmp_path / "verbs.json",
        genders=tmp_path / "genders.json",
        glossary=tmp_path / "glossary",
    )
    paths.dela.write_text(DELA, encoding="utf-8")
    paths.definitions.write_bytes(gzip.compress(DEFINITIONS.encode()))
    paths.verbs.write_text(json.dumps(VERBS), encoding="utf-8")
    paths.genders.write_text(json.dumps({"mode": "F"}), encoding="utf-8")
    paths.glossary.mkdir()
    (paths.glossary / "a.yaml").write_text(GLOSSARY, encoding="utf-8")
    with sqlite3.connect(paths.ipa) as connection:
        connection.execute("CREATE TABLE word_phonemes (id, word, pron_order, phonemes)")
        connection.execute("INSERT INTO word_phonemes VALUES (1, 'navire', 0, 'n a v i ʁ')")
    connection.close()
    return paths


def build(sources: SourcePaths, out: Path) -> Lexicon:
    build_lexicon(out, root=out.parent, report=lambda _line: None, sources=sources)
    return Lexicon(out)


def test_sources_are_joined(sources: SourcePaths, tmp_path: Path) -> None:
    lexicon = build(sources, tmp_path / "lexicon.sqlite")
    navire = lexicon.look_up("navires")[0]
    assert (navire.lemma, navire.gender, navire.ipa, navire.band) == ("navire", "m", "naviʁ", "A2")
    assert navire.gloss_en == "ship; vessel"
    assert navire.senses == (
        "Grand bateau, destiné à la haute mer.",
        "Nom donné jadis aux galères.",
    )
    assert navire.sources == ("DELA", "quizapp", "Wiktionnaire", "gruut", "wordfreq")
    lexicon.close()


def test_senses_go_to_their_part_of_speech(sources: SourcePaths, tmp_path: Path) -> None:
    lexicon = build(sources, tmp_path / "lexicon.sqlite")
    noun, verb = lexicon.entry("porte", "noun"), lexicon.entry("porter", "verb")
    assert noun is not None
    assert verb is not None
    assert noun.senses == ("Ouverture qui sert d’entrée.",)
    assert verb.senses == ("Soutenir un poids.", "Avoir sur soi.")
    lexicon.close()


def test_ligatures_genders_and_variants(sources: SourcePaths, tmp_path: Path) -> None:
    lexicon = build(sources, tmp_path / "lexicon.sqlite")
    assert lexicon.look_up("oeuvre")[0].lemma == "œuvre"
    assert lexicon.look_up("mode")[0].gender == "f"
    assert lexicon.look_up("à cause du")[0].lemma == "à cause de"
    assert lexicon.look_up("porte-clés")[0].zipf is None
    lexicon.close()


def test_our_own_part_of_an_entry_is_told_apart(sources: SourcePaths, tmp_path: Path) -> None:
    (sources.glossary / "a.yaml").write_text(OWN, encoding="utf-8")
    lexicon = build(sources, tmp_path / "lexicon.sqlite")
    navire, porter = lexicon.entry("navire", "noun"), lexicon.entry("porter", "verb")
    assert navire is not None
    assert porter is not None
    assert navire.definition == "Ce qui va sur la mer."
    assert navire.senses[1] == "Grand bateau, destiné à la haute mer."
    assert OWN_DEFINITION in navire.sources
    assert OWN_DEFINITION not in porter.sources
    assert porter.constructions == ("porter qqch", "se porter sur qqch")
    assert lexicon.look_up("états généraux")[0].lemma == "état général"
    lexicon.close()


def test_the_case_of_a_lemma_counts(sources: SourcePaths, tmp_path: Path) -> None:
    glossary = "noun m:\n  état: condition\n  État: state\n"
    (sources.glossary / "a.yaml").write_text(glossary, encoding="utf-8")
    lexicon = build(sources, tmp_path / "lexicon.sqlite")
    found = [lexicon.entry(lemma, "noun") for lemma in ("état", "État", "ÉTAT")]
    assert [entry.lemma for entry in found if entry] == ["état", "État", "État"]
    lexicon.close()


def test_the_same_sources_make_the_same_file(sources: SourcePaths, tmp_path: Path) -> None:
    first, second = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    build(sources, first)
    build(sources, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_failed_build_leaves_the_old_lexicon(sources: SourcePaths, tmp_path: Path) -> None:
    out = tmp_path / "lexicon.sqlite"
    build(sources, out).close()
    before = out.read_bytes()
    (sources.glossary / "b.yaml").write_text("noun m:\n  navire: {en: ship", encoding="utf-8")
    with pytest.raises(QuizappError) as caught:
        build(sources, out)
    assert caught.value.code == "glossary-invalid"
    assert "b.yaml:" in caught.value.message
    assert out.read_bytes() == before
    assert list(tmp_path.glob("*.building")) == []


def test_missing_sources_name_the_command(tmp_path: Path) -> None:
    with pytest.raises(QuizappError) as caught:
        SourcePaths.installed(tmp_path)
    assert caught.value.code == "lexicon-source-missing"
    assert "make assets" in caught.value.message


def test_a_word_stands_once_in_the_glossary(sources: SourcePaths, tmp_path: Path) -> None:
    doubled = replace(sources)
    (doubled.glossary / "b.yaml").write_text("noun m:\n  navire: boat\n", encoding="utf-8")
    with pytest.raises(QuizappError, match="navire stands in"):
        build(doubled, tmp_path / "lexicon.sqlite")
