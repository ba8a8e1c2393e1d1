"""Elision, contraction and capitals."""

import pytest

from quizapp.french import elision


@pytest.mark.parametrize(
    ("word", "text", "joined"),
    [
        ("de", "eau", "d’eau"),
        ("que", "il part", "qu’il part"),
        ("le", "homme", "l’homme"),
        ("le", "héros", "le héros"),
        ("le", "Hamas", "le Hamas"),
        ("de", "Haïti", "d’Haïti"),
        ("le", "Yémen", "le Yémen"),
        ("le", "onze", "le onze"),
        ("de", "« eau »", "de « eau »"),
        ("est-ce que", "Iran", "est-ce qu’Iran"),
        ("est-ce que", "la Russie", "est-ce que la Russie"),
        ("de", "11 000 obus", "de 11 000 obus"),
        ("Que", "on", "Qu’on"),
        ("le", "haut-parleur", "le haut-parleur"),
        ("de", "yeux", "d’yeux"),
    ],
)
def test_join(word: str, text: str, joined: str) -> None:
    assert elision.join(word, text) == joined


@pytest.mark.parametrize(
    ("preposition", "phrase", "contracted"),
    [
        ("à", "le Japon", "au Japon"),
        ("de", "les États-Unis", "des États-Unis"),
        ("de", "l’Iran", "de l’Iran"),
        ("de", "Israël", "d’Israël"),
        ("à", "la Russie", "à la Russie"),
        ("avec", "le Japon", "avec le Japon"),
    ],
)
def test_contract(preposition: str, phrase: str, contracted: str) -> None:
    assert elision.contract(preposition, phrase) == contracted


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("au Japon", ("à", "le Japon")),
        ("des États-Unis", ("de", "les États-Unis")),
        ("d’Israël", ("de", "Israël")),
        ("à la Russie", ("à", "la Russie")),
        ("dans le port", None),
    ],
)
def test_uncontract(phrase: str, parts: tuple[str, str] | None) -> None:
    assert elision.uncontract(phrase) == parts


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("La Corée du Nord", "la Corée du Nord"),
        ("L’Iran", "l’Iran"),
        ("Vladimir Poutine", "Vladimir Poutine"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("En 2019", "en 2019"),
        ("La Haye", "La Haye"),
        ("« Nous voulons »", "« Nous voulons »"),
        ("Pyongyang", "Pyongyang"),
        ("Des millions d’obus", "des millions d’obus"),
    ],
)
def test_only_function_words_lose_their_capital(text: str, inside: str) -> None:
    assert elision.lower_initial(text) == inside


def test_upper_initial() -> None:
    assert elision.upper_initial("à quel pays") == "À quel pays"
    assert elision.upper_initial("") == ""
