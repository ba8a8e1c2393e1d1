from datetime import date
from pathlib import Path

import pytest

from quizapp.model import QuizappError
from quizapp.reading.curated import read_article

FRONT = """\
---
id: eau
title: L’eau du village
source: La rédaction
published_on: 2024-06-20
licence: CC BY 4.0
---
"""
BODY = """
Le maire a parlé. Il
n’a rien promis.

## La suite

Les habitants attendent.
"""


def folder(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "eau"
    path.mkdir()
    (path / "article.md").write_text(text, encoding="utf-8")
    return path


def test_an_article_is_read_with_its_parts(tmp_path: Path) -> None:
    article = read_article(folder(tmp_path, FRONT + BODY))
    assert (article.id, article.title, article.language) == ("eau", "L’eau du village", "fr")
    assert article.published_on == date(2024, 6, 20)
    parts = [article.text[s.start : s.end] for s in (*article.headings, *article.paragraphs)]
    assert parts == [
        "La suite",
        "Le maire a parlé. Il n’a rien promis.",
        "Les habitants attendent.",
    ]
    assert article.text == "\n\n".join((parts[1], parts[0], parts[2]))
    assert [article.text[s.start : s.end] for s in article.sentences] == [
        "Le maire a parlé.",
        "Il n’a rien promis.",
        "Les habitants attendent.",
    ]


def test_composed_letters_are_normalised(tmp_path: Path) -> None:
    article = read_article(folder(tmp_path, FRONT + "Un e\u0301te\u0301.\r\n"))
    assert article.text == "Un été."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BODY, ":1: expected front matter between two lines of '---'"),
        (FRONT.replace("title: L’eau du village\n", "") + BODY, ":2:1: the key 'title' is missing"),
        (FRONT.replace("licence", "license") + BODY, "the key 'licence' is missing"),
        (FRONT.replace("2024-06-20", "bientôt") + BODY, ":5:1: published_on: Input should be"),
        (FRONT.replace("id: eau", "id: vin") + BODY, ":2:1: id: expected the folder's name, eau"),
        (FRONT.replace("id: eau", "id: [eau") + BODY, "not valid YAML"),
        (FRONT + "# Titre\n\nTexte.\n", ": headings begin with '## '"),
        (FRONT + "\n\n", ": there is no text after the front matter"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QuizappError) as caught:
        read_article(folder(tmp_path, text))
    assert "article.md" in caught.value.message
    assert message in caught.value.message
