"""`words.yaml` of a curated folder: the words worth learning, in the sense the article gives."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from quizapp.documents import Located, Row, read_rows
from quizapp.french.lexicon import Entry, Lexicon
from quizapp.french.typography import locate
from quizapp.model import Article, Evidence, Gloss, Lexeme, PartOfSpeech
from quizapp.model.base import Id, NonEmpty

_OURS = "quizapp"


class _Gloss(Row):
    en: NonEmpty


class _LexemeRow(Row):
    id: Id | None = None
    lemma: NonEmpty
    pos: PartOfSpeech
    gender: Literal["m", "f", "mf"] | None = None
    gloss: _Gloss
    definition: NonEmpty
    form: NonEmpty
    form_at: Annotated[int, Field(ge=1)] = 1
    construction: NonEmpty | None = None
    ipa: NonEmpty | None = None
    zipf: float | None = None
    band: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = None


def read_lexemes(
    path: Path, article: Article, *, lexicon: Lexicon | None = None
) -> tuple[Lexeme, ...]:
    """The lexemes of `path`, each with the sentence in which its `form` stands.

    What the file leaves out of `ipa`, `zipf` and `band` comes from the lexicon, if one is given.
    """
    lexemes: dict[str, Lexeme] = {}
    for row in read_rows(path, _LexemeRow):
        lexeme = _lexeme(row, article, lexicon)
        if lexeme.id in lexemes:
            row.fail("document-shape", f"the id '{lexeme.id}' is used twice; add 'id:'")
        lexemes[lexeme.id] = lexeme
    return tuple(lexemes.values())


def _lexeme(row: Located[_LexemeRow], article: Article, lexicon: Lexicon | None) -> Lexeme:
    word = row.value
    if word.pos == "noun" and word.gender is None:
        row.fail("document-shape", f"the key 'gender' is missing: '{word.lemma}' is a noun")
    entry = lexicon.entry(word.lemma, word.pos) if lexicon else None
    return Lexeme(
        id=word.id or Entry(lemma=word.lemma, pos=word.pos).lexeme_id,
        lemma=word.lemma,
        pos=word.pos,
        gender=word.gender,
        ipa=word.ipa or (entry.ipa if entry else None),
        band=word.band or (entry.band if entry else None),
        zipf=word.zipf if word.zipf is not None else (entry.zipf if entry else None),
        gloss=Gloss(en=word.gloss.en),
        definition=word.definition,
        form=word.form,
        construction=word.construction,
        sentence=_sentence(row, article),
        sources=(_OURS, *(entry.sources if entry else ())),
    )


def _sentence(row: Located[_LexemeRow], article: Article) -> Evidence:
    form, nth = row.value.form, row.value.form_at
    found = locate(form, article.text)
    in_sentences = [sentence for span in found if (sentence := article.sentence_of(span))]
    if nth > len(in_sentences):
        times = len(in_sentences)
        message = f"the article's sentences hold « {form} » {times} times, not {nth}"
        row.fail("evidence-missing", message, key="form")
    sentence = in_sentences[nth - 1]
    return article.quote(sentence.start, sentence.end)
