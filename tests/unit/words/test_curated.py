import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.french.lexicon import SCHEMA_VERSION, Lexicon
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


@pytest.fixture
def lexicon(tmp_path: Path) -> Iterator[Lexicon]:
    path = tmp_path / "lexicon.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE entry (id INTEGER PRIMARY KEY, lemma, pos, gender, ipa, zipf, band,"
            " senses, gloss_en, constructions, sources, weight)"
        )
        connection.execute("CREATE TABLE form (form, entry)")
        connection.execute(
            "INSERT INTO entry VALUES (1, 'obus', 'noun', 'm', 'ɔby', 3.73, 'C1', 'autre sens',"
            " 'other', '', 'DELA,wordfreq', 1)"
        )
        connection.execute("INSERT INTO form VALUES ('obus', 1)")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    opened = Lexicon(path)
    yield opened
    opened.close()


def test_the_lexicon_completes_what_the_file_leaves_out(tmp_path: Path, lexicon: Lexicon) -> None:
    buoy, shell = read(tmp_path, WHOLE, lexicon)
    assert (buoy.ipa, buoy.sources) == (None, ("quizapp",))
    assert (shell.ipa, shell.zipf, shell.band) == ("ɔby", 3.73, "B2")
    assert (shell.definition, shell.gloss.en) == ("projectile", "shell")
    assert shell.sources == ("quizapp", "DELA", "wordfreq")


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
