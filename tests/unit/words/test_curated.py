from pathlib import Path

import pytest

from quizapp.french.lexicon import Lexicon
from quizapp.model import Article, Lexeme, QuizappError, Span
from quizapp.words.curated import read_lexemes

TEXT = "Le traité est signé. Ces obus sont une bouée de sauvetage. D’autres obus suivront."
ARTICLE = Article(
    id="obus",
    title="Obus",
    text=TEXT,
    paragraphs=(Span(start=0, end=len(TEXT)),),
    sentences=(Span(start=0, end=20), Span(start=21, end=58), Span(start=59, end=len(TEXT))),
)
WHOLE = """\
- lemma: bouée de sauvetage
  pos: noun
  gender: f
  gloss: {en: lifeline}
  definition: ce qui tire quelqu’un d’une situation désespérée
  form: bouée de sauvetage
- {lemma: obus, pos: noun, gender: m, gloss: {en: shell}, definition: projectile, form: obus,
   form_at: 2, band: B2}
"""


def read(tmp_path: Path, yaml: str, lexicon: Lexicon | None = None) -> tuple[Lexeme, ...]:
    path = tmp_path / "words.yaml"
    path.write_text(yaml, encoding="utf-8")
    return read_lexemes(path, ARTICLE, lexicon=lexicon)


def test_words_are_read_with_their_sentences(tmp_path: Path) -> None:
    buoy, shell = read(tmp_path, WHOLE)
    assert buoy.id == "bouée-de-sauvetage-noun-1"
    assert buoy.gloss.en == "lifeline"
    assert buoy.sentence is not None
    assert buoy.sentence.text == "Ces obus sont une bouée de sauvetage."
    assert shell.sentence is not None
    assert shell.sentence.text == "D’autres obus suivront."
    assert (shell.form, shell.band, shell.zipf, shell.ipa) == ("obus", "B2", None, None)


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        (WHOLE.replace("  gender: f\n", ""), "1:3: the key 'gender' is missing: 'bouée de"),
        (WHOLE.replace("form: bouée", "form: corde"), "6:3: the article's sentences hold « corde"),
        (WHOLE.replace("form_at: 2", "form_at: 3"), "7:83: the article's sentences hold « obus"),
        (WHOLE.replace("en: lifeline", "de: Ring"), "4:3: the key 'gloss.en' is missing"),
        (WHOLE.replace("pos: noun\n", "pos: nom\n"), "2:3: pos: expected 'noun', 'verb'"),
        (WHOLE.replace("form_at: 2, ", "") * 2, "9:3: the id 'bouée-de-sauvetage-noun-1' is used"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, yaml: str, message: str) -> None:
    with pytest.raises(QuizappError) as caught:
        read(tmp_path, yaml)
    assert caught.value.message.startswith(f"{tmp_path / 'words.yaml'}:{message}")
