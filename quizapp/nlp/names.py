"""Names of people, places and organisations, as both models find them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from spacy.language import Language

from quizapp.model import Article, Span
from quizapp.nlp.docs import named_docs
from quizapp.nlp.models import Models
from quizapp.nlp.tokens import Token
from quizapp.nlp.trees import Label, Name

_LABELS: frozenset[str] = frozenset(get_args(Label))
_NOT_AN_ORGANISATION = re.compile(
    r"^(?:le |la |l['’])?(?:vice-|ex-)?(?:premier |première )?"
    r"(?:ministre|président|présidente|secrétaire|porte-parole|chef|directeur|directrice|député)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = frozenset(
    "état états nord sud est ouest internet dieu gouvernement parlement président ministre premier"
    " etat la le les il elle selon mais dans".split()
)
_TITLE = re.compile(
    r"(?:(?:M\.|MM\.|Mme|Mlle|Dr|Pr|Me|Mgr|Premi[eè]re?|Président|Présidente|Ministre|Roi|Reine|Pape"
    r"|Prince|Princesse|Docteur|Maître|Monsieur|Madame|Sir|Général|Sénateur)\s+)+"
)
_STREET = re.compile(r"^(?:place|rue|avenue|boulevard|quai|pont|square|gare|stade)\b", re.I)


def names_of(
    article: Article, sentences: Sequence[Sequence[Token]], *, models: Models
) -> tuple[Name, ...]:
    """The main model's names, repaired, and the second's where the main model found none."""
    main = list(_found(article, sentences, models.main))
    second = list(_found(article, sentences, models.second))
    alike = {(name.span.start, name.span.end, name.label) for name in second}
    names = [replace(n, agreed=(n.span.start, n.span.end, n.label) in alike) for n in main]
    names += _apart(second, main)
    return tuple(sorted(names, key=lambda name: name.span.start))


def _apart(names: Iterable[Name], known: Sequence[Name]) -> Iterator[Name]:
    """The names that overlap none of `known`; both stand in text order."""
    ends = [name.span.end for name in known]
    for name in names:
        after = bisect_right(ends, name.span.start)
        if after == len(known) or not name.span.overlaps(known[after].span):
            yield name


def _found(article: Article, sentences: Sequence[Sequence[Token]], nlp: Language) -> Iterator[Name]:
    kept = [tokens for tokens in sentences if tokens]
    for doc, tokens in zip(named_docs(nlp, kept), kept, strict=True):
        for entity in doc.ents:
            start, end = tokens[entity.start].start, tokens[entity.end - 1].end
            name = _name(article, start, end, entity.label_)
            if name:
                yield name


def _name(article: Article, start: int, end: int, label: str) -> Name | None:
    """A found name without its article and quotation marks; None when it is none."""
    text = article.text[start:end]
    lead = re.match(r"(?:(?:le|la|les|l['’]|d['’]|du|de)\s*(?=[A-ZÀ-Þ])|[«\"“(\s]+)", text)
    if lead and not text.startswith(("La ", "Le ", "Les ")):
        start, text = start + lead.end(), text[lead.end() :]
    title = _TITLE.match(text) if label == "PER" else None
    if title:
        start, text = start + title.end(), text[title.end() :]
    trimmed = text.rstrip('»"”).,;: \u00a0\u202f\n')
    repaired = repair(trimmed, label)
    if repaired is None:
        return None
    return Name(Span(start=start, end=start + len(trimmed)), trimmed, repaired, agreed=False)


def repair(text: str, label: str) -> Label | None:
    """The right label for what a model called `label`; None for what is no name."""
    if label not in _LABELS or not text or not any(c.isupper() for c in text):
        return None
    if text.lower() in _NOT_A_NAME or len(text) < 2 or "\n" in text:
        return None
    if label == "ORG" and _NOT_AN_ORGANISATION.match(text):
        return None
    if _STREET.match(text):
        return "LOC"
    return next(known for known in get_args(Label) if known == label)
