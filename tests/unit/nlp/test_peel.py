"""What is stripped off a sentence before it is parsed."""

import pytest

from quizapp.french.verbs import Verbs
from quizapp.nlp.peel import peel
from quizapp.nlp.tokens import tokenise


def pieces(text: str, verbs: Verbs) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for piece in peel(tokenise(text, 0, len(text), verbs=verbs), verbs=verbs):
        words = " ".join(text[t.start : t.end] for t in piece.tokens)
        found.setdefault(piece.kind, []).append(words)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "stretch", "core"),
    [
        ("Selon la BBC, le port rouvre.", "frame", "Selon la BBC ,", "le port rouvre ."),
        ("Le port rouvre, d’après la BBC.", "frame", ", d’ après la BBC", "Le port rouvre ."),
        ("« Le port rouvre », a déclaré Anne Roy.", "tail", ", a déclaré Anne Roy",
         "Le port rouvre ."),
        ("« Le port rouvre », a-t-elle dit.", "tail", ", a -t-elle dit", "Le port rouvre ."),
        ("Anne Roy, maire de Brest, a fermé le port.", "apposition", ", maire de Brest ,",
         "Anne Roy a fermé le port ."),
        ("Le maire de Brest, Anne Roy, a fermé le port.", "apposition", ", Anne Roy ,",
         "Le maire de Brest a fermé le port ."),
        ("Brest, qui a un port, vote.", "relative", ", qui a un port ,", "Brest vote ."),
        ("Brest, qui attend Rennes, vote.", "relative", ", qui attend Rennes ,", "Brest vote ."),
        ("Le maire, Luc Roy, 42 ans, vote.", "aside", ", 42 ans", "Le maire vote ."),
        ("Le pont – le plus haut du pays – rouvre.", "aside", "– le plus haut du pays –",
         "Le pont rouvre ."),
        ("La ville vote tandis que le port ferme.", "clause", "le port ferme", "La ville vote ."),
        ("La ville a voté lundi la loi.", "time", "lundi", "La ville a voté la loi ."),
        ("Il est parti il y a 24 ans.", "time", "il y a 24 ans", "Il est parti ."),
        ("En 2019, la ville a voté.", "time", "En 2019 ,", "la ville a voté ."),
        ("Les Forces (FDS) avancent.", "aside", "( FDS )", "Les Forces avancent ."),
        ("Toutefois, la ville vote.", "aside", "Toutefois ,", "la ville vote ."),
        ("La ville vote, alors que le port ferme.", "clause", "le port ferme", "La ville vote ."),
        ("La ville vote, alors que le port ferme.", "marker", ", alors que", "La ville vote ."),
        ("Le chef, dont le frère vote, part.", "clause", "le frère vote ,", "Le chef part ."),
        ("Le feu a pris, entraînant un arrêt.", "participle", ", entraînant un arrêt",
         "Le feu a pris ."),
        ("Le feu a pris, un arrêt ayant été ordonné.", "participle",
         ", un arrêt ayant été ordonné", "Le feu a pris ."),
        ("Le port, promis par le maire, ouvre.", "participle", ", promis par le maire ,",
         "Le port ouvre ."),
        ("Avançant vite, la milice a pris le port.", "participle", "Avançant vite ,",
         "la milice a pris le port ."),
        ("Après avoir signé, la Chine a quitté le port.", "participle", "Après avoir signé ,",
         "la Chine a quitté le port ."),
        ("La ville vote (les deux ports sont fermés).", "clause", "les deux ports sont fermés",
         "La ville vote ."),
    ],
)  # fmt: skip
def test_peel(text: str, kind: str, stretch: str, core: str, verbs: Verbs) -> None:
    found = pieces(text, verbs)
    assert stretch in found[kind]
    assert found["core"] == [core]


@pytest.mark.parametrize(
    "text",
    [
        "La fusillade du 18 juin a fait un mort.",
        "La Chine, l’Iran et le Japon votent.",
        "Le ministre annonce la fermeture.",
        "Les insurgés vont vers le port, plus au sud.",
        "Il a été arrêté, jugé en mai et condamné.",
        "La Chine a voté, durant dix jours.",
    ],
)
def test_what_stays_whole(text: str, verbs: Verbs) -> None:
    assert set(pieces(text, verbs)) == {"core"}


def test_clauses_beside_a_semicolon_are_parsed_apart(verbs: Verbs) -> None:
    assert pieces("La ville vote ; le port ferme.", verbs)["core"] == [
        "La ville vote ;", "le port ferme .",
    ]  # fmt: skip
