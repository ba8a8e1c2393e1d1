"""A word or expression worth learning, in the sense in which the article uses it."""

from typing import Literal

from quizapp.model.base import Id, NonEmpty, Noun
from quizapp.model.span import Evidence

PartOfSpeech = Literal[
    "noun", "verb", "adjective", "adverb", "expression", "preposition", "conjunction", "pronoun",
    "determiner", "interjection",
]  # fmt: skip


class Gloss(Noun):
    """Short translations, by language."""

    en: str | None = None


class Lexeme(Noun):
    """`id` is global: lemma + part of speech + sense (`arme-noun-1`).

    `band` (A1–C2) is an estimate from frequency; `zipf` is the frequency itself.
    `sentence` is the article's sentence that uses it and `form` the words as they stand there.
    """

    id: Id
    lemma: NonEmpty
    pos: PartOfSpeech
    gender: Literal["m", "f", "mf"] | None = None
    ipa: str | None = None
    band: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = None
    zipf: float | None = None
    gloss: Gloss = Gloss()
    definition: str | None = None
    form: str | None = None
    construction: str | None = None
    sentence: Evidence | None = None
    sources: tuple[str, ...] = ()
