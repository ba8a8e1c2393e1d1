"""Parsed article → the words worth learning from it."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import log

from quizapp.french.lexicon import Band, Entry, fold
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

    Useful is what the article repeats, what is neither common nor exotic, what has a gloss and a
    definition.
    """
    found = sorted(
        candidates(parsed, resources.lexicon), key=lambda use: (use.entry.lexeme_id, use.span.start)
    )
    uses = [tuple(group) for _, group in groupby(found, key=lambda use: use.entry.lexeme_id)]
    scored = sorted((-_usefulness(group), group[0].span.start, group) for group in uses)
    topic = _stems(word.text for word in parsed.words)
    return tuple(
        _lexeme(group, parsed.article, topic) for score, _, group in scored if -score >= _FLOOR
    )[:count]


def _usefulness(uses: Sequence[Candidate]) -> float:
    entry = uses[0].entry
    if not entry.definition and not entry.gloss_en:
        return 0.0
    worth = _WORTH[entry.band] if entry.band else 0.6
    described = (1.4 if entry.gloss_en else 0.7) * (1.0 if entry.definition else 0.8)
    return worth * described * (1 + log(len(uses)))


def _lexeme(uses: Sequence[Candidate], article: Article, topic: frozenset[str]) -> Lexeme:
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
        definition=_sense(entry, topic),
        form=article.text[use.span.start : use.span.end],
        construction=next((use.construction for use in uses if use.construction), None),
        sentence=article.quote(use.sentence.start, use.sentence.end),
        sources=entry.sources,
    )


def _sense(entry: Entry, topic: frozenset[str]) -> str | None:
    """The first sense, unless another shares clearly more of the article's vocabulary."""
    if "quizapp" in entry.sources or len(entry.senses) < 2:
        return entry.definition
    shared = [len(_stems(re.findall(r"\w+", sense)) & topic) for sense in entry.senses]
    best = max(range(len(shared)), key=lambda number: shared[number])
    return entry.senses[best if shared[best] >= shared[0] + 2 else 0]


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word)[:6] for word in words if len(word) > 4)
