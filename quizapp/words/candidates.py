"""Words and expressions of a parsed article, each with its entry in the lexicon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.french.elision import join
from quizapp.french.lexicon import Entry, Lexicon
from quizapp.model import PartOfSpeech, Span
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece, Word

_POS: dict[str, PartOfSpeech] = {
    "NOUN": "noun",
    "VERB": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
}
_LONGEST_EXPRESSION = 6
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BREAKING = re.compile(r"[^\w\s’'\-‑]|\n")
_OPENING = frozenset("le la les l' un une des du de d' et ou ce cet cette ces son sa ses".split())
_REFLEXIVE = frozenset({"se", "s'", "s’"})


@dataclass(frozen=True)
class Candidate:
    """One use of an entry: where it stands and in which sentence."""

    entry: Entry
    span: Span
    sentence: Span
    construction: str | None = None


def candidates(parsed: ParsedArticle, lexicon: Lexicon) -> Iterator[Candidate]:
    """Every use of a word or expression that could be worth learning, in text order.

    Names, numbers and words on whose part of speech the two parsers disagree are left out.
    """
    names = [name.span for name in parsed.names]
    for sentence in parsed.sentences:
        taken: list[Span] = []
        for found in _expressions(sentence, parsed.article.text, lexicon, names):
            taken.append(found.span)
            yield found
        for piece in sentence.pieces:
            yield from _words(piece, sentence, lexicon, [*names, *taken])


def _expressions(
    sentence: ParsedSentence, text: str, lexicon: Lexicon, names: Sequence[Span]
) -> Iterator[Candidate]:
    words = sentence.words
    position = 0
    while position < len(words):
        found = _longest(words[position : position + _LONGEST_EXPRESSION], text, lexicon)
        if found is None or any(found[1].overlaps(name) for name in names):
            position += 1
            continue
        entry, span, size = found
        yield Candidate(entry, span, sentence.span)
        position += size


def _longest(words: Sequence[Word], text: str, lexicon: Lexicon) -> tuple[Entry, Span, int] | None:
    """The longest expression that begins with the first of `words`."""
    if words[0].text.lower().replace("’", "'") in _OPENING:
        return None
    for size in range(len(words), 0, -1):
        span = Span(start=words[0].start, end=words[size - 1].end)
        form = text[span.start : span.end]
        if _BREAKING.search(form) or not re.search(r"\w[\s’'\-‑]\w", form):
            continue
        entry = next((e for e in lexicon.look_up(form) if _is_expression(e, words[:size])), None)
        if entry:
            return entry, span, size
    return None


def _is_expression(entry: Entry, words: Sequence[Word]) -> bool:
    """A compound noun headed by a noun, or an expression that holds more than grammar."""
    if not re.search(r"\w[ ’-]\w", entry.lemma) or not (entry.definition or entry.gloss_en):
        return False
    if entry.lemma[0].isupper() or (_hyphenated_otherwise(entry, words) and not entry.gloss_en):
        return False
    if entry.pos == "noun":
        return any(word.pos == "NOUN" for word in words)
    return entry.gloss_en is not None


def _hyphenated_otherwise(entry: Entry, words: Sequence[Word]) -> bool:
    """« à coups » is no « à-coup »; « main d’œuvre » is the glossary’s « main-d’œuvre »."""
    hyphens = sum(word.text.count("-") + word.text.count("‑") for word in words)
    return entry.lemma.count("-") > hyphens


def _words(
    piece: Piece, sentence: ParsedSentence, lexicon: Lexicon, taken: Sequence[Span]
) -> Iterator[Candidate]:
    for word in piece.main.words:
        span = Span(start=word.start, end=word.end)
        pos = _POS.get(word.pos)
        if pos is None or not _WORD.fullmatch(word.text) or any(map(span.overlaps, taken)):
            continue
        if word.text[0].isupper() and word.start != sentence.span.start:
            continue
        second = piece.second.at(word.start)
        entry = _entry(word, pos, piece, lexicon)
        if entry and second and second.pos == word.pos:
            yield Candidate(entry, span, sentence.span, _construction(word, piece, entry))


def _entry(word: Word, pos: PartOfSpeech, piece: Piece, lexicon: Lexicon) -> Entry | None:
    """« se dérouler » is a word of its own where the lexicon has it."""
    if pos == "verb":
        own = lexicon.entry(_pronominal(word.lemma), "verb") if _is_reflexive(word, piece) else None
        return own or lexicon.entry(word.lemma, "verb")
    return next((e for e in lexicon.look_up(word.text) if e.pos == pos), None)


def _construction(word: Word, piece: Piece, entry: Entry) -> str | None:
    """What the word is built with here: « opposer qqn à qqn » or « s’opposer à qqch »."""
    if entry.pos != "verb":
        return next(iter(entry.constructions), None)
    reflexive = _is_reflexive(word, piece)
    known = (each for each in entry.constructions if each.startswith(("se ", "s’")) == reflexive)
    return next(known, _pronominal(word.lemma) if reflexive else None)


def _is_reflexive(verb: Word, piece: Piece) -> bool:
    return any(child.text.lower() in _REFLEXIVE for child in piece.main.children(verb))


def _pronominal(infinitive: str) -> str:
    return join("se", infinitive)
