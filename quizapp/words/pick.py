"""Parsed article → the words worth learning from it."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from math import log

from quizapp.french.lexicon import OWN_DEFINITION, Band, Entry, fold
from quizapp.model import Article, Gloss, Lexeme
from quizapp.nlp.trees import ParsedArticle
from quizapp.resources import Resources
from quizapp.words.candidates import Candidate, candidates

_WORTH: dict[Band, float] = {
    "A1": 0.1, "A2": 0.45, "B1": 1.0, "B2": 1.2, "C1": 1.1, "C2": 0.6,
}  # fmt: skip
_FLOOR = 0.3
_IDEAL_SENTENCE = 160


def pick(parsed: ParsedArticle, *, resources: Resources, count: int = 30) -> tuple[Lexeme, ...]:
    """At most `count` lexemes, the most useful first.

    Useful is what the article repeats, what is neither common nor exotic, what we have glossed and
    defined ourselves.
    """
    found = sorted(
        candidates(parsed, resources.lexicon), key=lambda use: (use.entry.lexeme_id, use.span.start)
    )
    uses = [tuple(group) for _, group in groupby(found, key=lambda use: use.entry.lexeme_id)]
    scored = sorted((-_usefulness(group), group[0].span.start, group) for group in uses)
    return tuple(_lexeme(group, parsed.article) for score, _, group in scored if -score >= _FLOOR)[
        :count
    ]


def _usefulness(uses: Sequence[Candidate]) -> float:
    entry = uses[0].entry
    if not entry.definition and not entry.gloss_en:
        return 0.0
    worth = _WORTH[entry.band] if entry.band else 0.6
    new = 0.5 if _is_transparent(entry) else 1.0
    return worth * _described(entry) * new * _kind(entry) * (1 + log(len(uses)))


def _described(entry: Entry) -> float:
    """A big dictionary's first sense is often not the article's; ours is that of the news."""
    glossed = 1.4 if entry.gloss_en else 0.4
    if OWN_DEFINITION in entry.sources:
        return glossed
    return glossed * (0.75 if entry.definition else 0.65)


def _kind(entry: Entry) -> float:
    """Compounds are what a learner misses; connecting expressions come after words of content,
    adjectives of countries after all."""
    if entry.pos == "expression":
        return 0.7
    if entry.pos == "adjective" and (entry.gloss_en or "")[:1].isupper():
        return 0.3
    return 1.3 if entry.pos != "verb" and re.search(r"[ ’-]", entry.lemma) else 1.0


def _is_transparent(entry: Entry) -> bool:
    """Whether an English reader sees the meaning in the spelling (coopération, architecture)."""
    glosses = (entry.gloss_en or "").removeprefix("to ").split("; ")
    word = _unaccented(entry.lemma)
    return any(SequenceMatcher(None, word, gloss.lower()).ratio() >= 0.85 for gloss in glosses)


def _unaccented(word: str) -> str:
    letters = unicodedata.normalize("NFD", fold(word))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _lexeme(uses: Sequence[Candidate], article: Article) -> Lexeme:
    use = min(uses, key=lambda use: abs(use.sentence.end - use.sentence.start - _IDEAL_SENTENCE))
    entry = use.entry
    return Lexeme(
        id=entry.lexeme_id,
        lemma=entry.lemma,
        pos=entry.pos,
        gender=entry.gender if entry.pos == "noun" else None,
        ipa=entry.ipa,
        band=entry.band,
        zipf=entry.zipf,
        gloss=Gloss(en=entry.gloss_en),
        definition=entry.definition,
        form=article.text[use.span.start : use.span.end],
        construction=next((use.construction for use in uses if use.construction), None),
        sentence=article.quote(use.sentence.start, use.sentence.end),
        sources=entry.sources,
    )
