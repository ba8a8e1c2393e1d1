"""Our glossary agrees with what the form lists know."""

import re
from collections import defaultdict

from quizapp.french.lexicon import OWN_DEFINITION, Lexicon
from quizapp.french.typography import tidy
from quizapp.resources import Resources
from quizapp.words.glossary import GlossaryEntry, read_glossary
from quizapp.words.sources import SourcePaths, read_dela
from tests.sites import ROOT

RECORDS = read_glossary(ROOT / "decks" / "glossary")


def test_it_holds_the_words_of_the_news() -> None:
    assert len(RECORDS) >= 5_000
    assert sum(record.fr is not None for record in RECORDS) >= 2_500


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
    assert [r.lemma for r in RECORDS if r.fr and r.fr != tidy(r.fr)] == []


def test_no_word_is_defined_by_itself() -> None:
    odd = [
        r.lemma
        for r in RECORDS
        if r.fr
        and re.search(
            rf"(?<![\w’-]){re.escape(r.lemma.lower())}(?![\w’-])",
            re.sub("«.*?»", "", r.fr.lower()),
        )
    ]
    assert odd == []


def test_constructions_show_the_verb_and_its_complements() -> None:
    verbs = [r for r in RECORDS if r.pos == "verb" and r.constructions]
    assert len(verbs) >= 300
    odd = [
        each
        for r in verbs
        for each in r.constructions
        if not re.match(rf"(?:se |s’|s’en )?{r.lemma}(?: |$)", each)
    ]
    assert odd == []


def test_genders_agree_with_the_form_list() -> None:
    nouns = {r.lemma.replace("œ", "oe"): r for r in RECORDS if r.pos == "noun"}
    listed: dict[str, set[str]] = defaultdict(set)
    for row in read_dela(SourcePaths.installed(ROOT).dela):
        if row.gender and row.form == row.lemma and row.lemma in nouns:
            listed[row.lemma].update(row.gender)
    assert len(listed) > 1_500
    odd = [
        lemma for lemma, genders in listed.items() if nouns[lemma].gender not in (*genders, "mf")
    ]
    assert odd == []


def _entry(lexicon: Lexicon, record: GlossaryEntry) -> bool:
    entry = lexicon.entry(record.lemma, record.pos)
    if entry is None or entry.gloss_en != "; ".join(record.en):
        return False
    ours = record.fr is not None and entry.definition == record.fr
    return ours == (OWN_DEFINITION in entry.sources) and entry.constructions == record.constructions


def test_every_record_is_in_the_lexicon(resources: Resources) -> None:
    assert [r.lemma for r in RECORDS if not _entry(resources.lexicon, r)] == []
