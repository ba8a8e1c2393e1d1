"""« X déclare que P et que Q », cut into the saying and what is said."""

import pytest

from quizapp.french.verbs import Verbs
from quizapp.nlp.sayings import split_participle, split_sayings
from quizapp.nlp.tokens import tokenise


def stretches(text: str, verbs: Verbs) -> list[tuple[str, str]]:
    tokens = tokenise(text, 0, len(text), verbs=verbs)
    found = split_sayings(tokens, verbs)
    return [(said.role, " ".join(token.form for token in said.tokens)) for said in found]


def test_each_clause_that_is_said(verbs: Verbs) -> None:
    found = stretches("Le maire dit que Brest vote et que Lorient vote et ajoute que Nantes vote.",
                      verbs)  # fmt: skip
    assert [part for part in found if part[0] != "link"] == [
        ("saying", "Le maire dit"), ("said", "Brest vote"),
        ("said", "Lorient vote"), ("saying", "ajoute"), ("said", "Nantes vote ."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Le maire ne dit pas que Brest vote.",
        "Le maire dit plus que Brest vote.",
        "L’annonce que Brest vote a surpris.",
        "Le maire qui a dit que Brest vote part.",
    ],
)
def test_nobody_speaks(text: str, verbs: Verbs) -> None:
    assert [role for role, _ in stretches(text, verbs)] == ["said"]


def test_a_participle_says(verbs: Verbs) -> None:
    text = ", ajoutant que Brest vote"
    found = split_participle(tokenise(text, 0, len(text), verbs=verbs), verbs)
    assert [said.role for said in found] == ["saying", "link", "said"]
    assert not split_participle(tokenise(", votant à Brest", 0, 16, verbs=verbs), verbs)


def test_a_thousand_sayings(verbs: Verbs) -> None:
    found = stretches("Le maire dit que Brest vote" + " et ajoute que Brest vote" * 1000, verbs)
    assert len([role for role, _ in found if role == "saying"]) > 1
