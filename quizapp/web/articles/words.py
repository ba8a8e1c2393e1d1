"""The meaning of a tapped word, in this article first, then by the lexicon."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.french.lexicon import Entry, Lexicon, fold
from quizapp.model import Article, Evidence, Gloss, Lexeme, Span


@dataclass(frozen=True)
class Meaning:
    """A lexeme as it would be saved, and whether the visitor has it already."""

    lexeme: Lexeme
    saved: bool
    chosen_for_article: bool


@dataclass(frozen=True)
class Tap:
    """The word that was tapped, and where its first letter stands in the text, if known."""

    form: str
    at: int | None = None


def meanings(
    tap: Tap,
    *,
    article: Article,
    lexemes: Sequence[Lexeme],
    lexicon: Lexicon,
    saved: frozenset[str],
) -> tuple[Meaning, ...]:
    """What the tapped word can mean, the likeliest first; empty when nothing is known."""
    entries = lexicon.look_up(tap.form)
    lemmas = {fold(tap.form)} | {fold(entry.lemma) for entry in entries}
    known = [x for x in lexemes if fold(x.lemma) in lemmas or fold(x.form or "") == fold(tap.form)]
    named = {(fold(x.lemma), x.pos) for x in known}
    sentence = _sentence(article, tap)
    found = known + [
        _lexeme(entry, tap.form, sentence)
        for entry in entries
        if (fold(entry.lemma), entry.pos) not in named and (entry.senses or entry.gloss_en)
    ]
    return tuple(
        Meaning(lexeme, lexeme.id in saved, chosen_for_article=lexeme in known) for lexeme in found
    )


def _sentence(article: Article, tap: Tap) -> Evidence | None:
    if tap.at is None or article.text[tap.at : tap.at + len(tap.form)] != tap.form:
        return None
    sentence = article.sentence_of(Span(start=tap.at, end=tap.at + 1))
    return article.quote(sentence.start, sentence.end) if sentence else None


def _lexeme(entry: Entry, form: str, sentence: Evidence | None) -> Lexeme:
    return Lexeme(
        id=entry.lexeme_id,
        lemma=entry.lemma,
        pos=entry.pos,
        gender=entry.gender,
        ipa=entry.ipa,
        band=entry.band,
        zipf=entry.zipf,
        gloss=Gloss(en=entry.gloss_en),
        definition=entry.definition,
        form=form,
        construction=" ; ".join(entry.constructions) or None,
        sentence=sentence,
        sources=entry.sources,
    )
