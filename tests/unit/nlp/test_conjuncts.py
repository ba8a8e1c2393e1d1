"""Coordinated clauses are parsed apart, and clefts without the words that give weight."""

import pytest

from quizapp.french.verbs import Verbs
from quizapp.nlp.peel import peel
from quizapp.nlp.tokens import tokenise


def main_pieces(text: str, verbs: Verbs) -> list[tuple[str, str]]:
    pieces = peel(tokenise(text, 0, len(text), verbs=verbs), verbs=verbs)
    kept = [p for p in pieces if p.kind in {"core", "predicate"}]
    kept.sort(key=lambda piece: piece.tokens[0].start)
    return [(p.kind, " ".join(text[t.start : t.end] for t in p.tokens)) for p in kept]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le maire a signé la loi et les ouvriers ont fermé le port.",
         [("core", "Le maire a signé la loi"), ("core", "les ouvriers ont fermé le port .")]),
        ("Le maire a signé la loi et a fermé le port.",
         [("core", "Le maire a signé la loi"), ("predicate", "et a fermé le port .")]),
        ("Les marins ont fui puis ont perdu leur navire.",
         [("core", "Les marins ont fui"), ("predicate", "puis ont perdu leur navire .")]),
        ("Le maire a vu le port et ne s’y rendra plus.",
         [("core", "Le maire a vu le port"), ("predicate", "et ne s’ y rendra plus .")]),
        ("La mairie a signé la loi et annonce la fermeture du port.",
         [("core", "La mairie a signé la loi"),
          ("predicate", "et annonce la fermeture du port .")]),
    ],
)  # fmt: skip
def test_what_is_coordinated_is_apart(
    text: str, found: list[tuple[str, str]], verbs: Verbs
) -> None:
    assert main_pieces(text, verbs) == found


@pytest.mark.parametrize(
    "text",
    [
        "Le maire et le préfet ont fermé le port.",
        "Le traité entre le Kenya et le Japon a été signé.",
        "Le maire critique le préfet qui a fui et a perdu la ville.",
        "Il a fermé le nord et est du port.",
    ],
)
def test_what_belongs_together_stays(text: str, verbs: Verbs) -> None:
    assert len(main_pieces(text, verbs)) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("C’est à Nairobi que l’accord a été signé.", "à Nairobi l’ accord a été signé ."),
        ("Ce sont les pluies qui ont détruit la route.", "les pluies ont détruit la route ."),
        ("À Brest, c’est la mairie qui a fermé.", "À Brest , la mairie a fermé ."),
        ("C’est un succès qui réjouit le maire.", "C’ est un succès qui réjouit le maire ."),
        ("C’est ce que le maire annonce.", "C’ est ce que le maire annonce ."),
        ("C’est la plus belle ville qui soit.", "C’ est la plus belle ville qui soit ."),
    ],
)
def test_clefts_become_plain(text: str, plain: str, verbs: Verbs) -> None:
    assert main_pieces(text, verbs) == [("core", plain)]
