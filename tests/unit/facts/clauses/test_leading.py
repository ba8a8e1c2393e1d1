"""The subject right before a verb for which the parser found none."""

from dataclasses import replace

import pytest

from quizapp.facts.clauses.leading import leading_subject
from quizapp.nlp.models import Models
from quizapp.nlp.trees import Tree, Word
from quizapp.resources import Resources
from tests.unit.facts.finders.test_participles import told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("D’autres, au contraire, souhaitent durcir la grève du port.",
         "D’autres souhaitent durcir la grève du port."),
        ("Dans le port, des dockers armés ont pris en embuscade un douanier.",
         "Dans le port, des dockers armés ont pris en embuscade un douanier."),
    ],
)  # fmt: skip
def test_the_phrase_before_the_verb_is_its_subject(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in told(text, models, resources)


def _tree(*words: tuple[str, str, dict[str, str]]) -> Tree:
    built: list[Word] = []
    start = 0
    for i, (text, pos, feats) in enumerate(words):
        built.append(Word(i, text, start, start + len(text), pos, "dep", len(words) - 1,
                          "durcir" if pos == "VERB" else text, feats))  # fmt: skip
        start += len(text) + 1
    return Tree(tuple(built))


_VERB = ("durcissent", "VERB", {"VerbForm": "Fin", "Person": "3", "Number": "Plur"})


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ((("les", "DET", {}), ("dockers", "NOUN", {})), (0, 1)),
        ((("hier", "ADV", {}), (",", "PUNCT", {}), ("des", "DET", {}), ("dockers", "NOUN", {})),
         (2, 3)),
        ((("Nairobi", "PROPN", {}), ("et", "CCONJ", {}), ("Mombasa", "PROPN", {})), (0, 2)),
        ((("le", "DET", {}), ("docker", "NOUN", {})), None),
        ((("vers", "ADP", {}), ("les", "DET", {}), ("quais", "NOUN", {})), None),
        ((("quand", "SCONJ", {}), ("les", "DET", {}), ("dockers", "NOUN", {})), None),
        ((), None),
    ],
)  # fmt: skip
def test_it_opens_the_clause_and_agrees_with_the_verb(
    before: tuple[tuple[str, str, dict[str, str]], ...], subject: tuple[int, int] | None
) -> None:
    tree = _tree(*before, _VERB)
    found = leading_subject(tree, [tree.words[-1]])
    assert (found and (found.first, found.last)) == subject


def test_an_auxiliary_that_lost_its_verb_gets_none() -> None:
    tree = _tree(("les", "DET", {}), ("dockers", "NOUN", {}), _VERB)
    lost = replace(tree.words[-1], text="sont", lemma="être", pos="AUX")
    assert leading_subject(tree, [lost]) is None
