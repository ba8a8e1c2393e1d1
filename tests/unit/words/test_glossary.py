"""Our glossary agrees with what the form lists know."""

import re

from quizapp.french.lexicon import Lexicon
from quizapp.resources import Resources
from quizapp.words.glossary import GlossaryEntry, read_glossary
from tests.sites import ROOT

RECORDS = read_glossary(ROOT / "decks" / "glossary")


def test_it_holds_the_words_of_the_news() -> None:
    assert len(RECORDS) >= 1_000


def test_every_noun_has_a_gender_and_nothing_else_has() -> None:
    assert [r.lemma for r in RECORDS if (r.gender is None) == (r.pos == "noun")] == []


def test_verbs_are_infinitives_glossed_as_infinitives() -> None:
    odd = [
        r.lemma
        for r in RECORDS
        if r.pos == "verb"
        and not (
            re.search(r"(?:er|ir|re|oir)$", r.lemma) and all(g.startswith("to ") for g in r.en)
        )
    ]
    assert odd == []


def test_definitions_are_sentences_in_french_typography() -> None:
    odd = [
        r.lemma
        for r in RECORDS
        if r.fr and not (re.match(r"[A-ZÀÉÊÎÔ«]", r.fr) and r.fr.endswith(".") and len(r.fr) < 120)
    ]
    assert odd == []


def _entry(lexicon: Lexicon, record: GlossaryEntry) -> bool:
    entry = lexicon.entry(record.lemma, record.pos)
    return entry is not None and entry.gloss_en == "; ".join(record.en)


def test_every_record_is_in_the_lexicon(resources: Resources) -> None:
    assert [r.lemma for r in RECORDS if not _entry(resources.lexicon, r)] == []
