"""Recall and its reasons, entities and traps, on an article of three sentences."""

import pytest

from quizapp.resources import Resources
from tests.evaluation.named import tallies
from tests.evaluation.scoring import Score, find, missed, score
from tests.evaluation.traps import TrapVerdict, parse, sentences_of
from tests.unit.evaluation.scene import ARTICLE, GOLD, RUN


def test_recall_counts_accepted_facts_and_apart_all_candidates(resources: Resources) -> None:
    result = score(RUN, find(RUN, GOLD, resources.verbs))
    assert (result.recall(), result.recall(importance=3)) == (1 / 4, 1 / 3)
    assert result.recall(any_candidate=True) == 2 / 4
    assert result.recall(importance=3, any_candidate=True) == 2 / 3
    assert result.recall(importance=2, any_candidate=True) == 0
    assert (result.accepted, result.precision) == (1, 1.0)
    assert Score.total("all", [result, result]).recall(importance=3) == 1 / 3


def test_what_is_missed_has_its_place_and_its_reason(resources: Resources) -> None:
    rows = missed(RUN, GOLD, find(RUN, GOLD, resources.verbs), resources.verbs)
    assert [(row.gold.id, row.reasons) for row in rows] == [
        ("g13", ("not accepted",)),
        ("g12", ("complements",)),
        ("g23", ("no candidate",)),
    ]
    assert [row.span for row in rows] == [ARTICLE.sentences[i] for i in (1, 1, 2)]
    assert [row.nearest for row in rows] == [RUN.facts[1], RUN.facts[1], None]


def test_an_entity_of_the_wrong_class_is_missing_and_spurious() -> None:
    person, place, organisation = tallies(RUN, GOLD)
    assert (person.gold, person.extracted, person.both) == (1, 2, 1)
    assert (person.precision, person.recall, person.f1) == (0.5, 1.0, 2 / 3)
    assert (place.gold, place.extracted, place.recall) == (2, 0, 0.0)
    assert organisation.f1 == 0


def test_a_trap_is_near_the_words_it_quotes_else_those_it_shares() -> None:
    quoting, sharing = GOLD.traps
    assert sentences_of(quoting, RUN) == [ARTICLE.sentences[1]]
    assert ARTICLE.sentences[2] in sentences_of(sharing, RUN)


def test_verdicts_on_traps_are_read_and_mistakes_named() -> None:
    sheet = "article\ttrap\tverdict\twhy\nd999\t2\tpassed\theure exacte\n"
    assert list(parse(sheet, name="sheet")) == [TrapVerdict("d999", 2, "passed", "heure exacte")]
    with pytest.raises(SystemExit, match="sheet, line 3: expected article, number, one of passed"):
        list(parse(f"{sheet}d999\t3\tok\t\n", name="sheet"))
