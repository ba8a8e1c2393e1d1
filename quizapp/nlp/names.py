"""Names of people, places and organisations, as both models find them."""

import re
from bisect import bisect_left, bisect_right
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
    r"(?:ministre|président|présidente|secrétaire|porte-parole|chef|directeur|directrice|député"
    r"|haut-commissaire|commissaire|ambassadeur|ambassadrice|garde des sceaux)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = frozenset(
    "état états nord sud est ouest internet dieu gouvernement parlement président ministre premier"
    " etat la le les il elle selon mais dans parquet ville mairie préfecture assemblée nations"
    " nation république seigneur euro canard groupe lundi mardi mercredi jeudi vendredi samedi"
    " dimanche monde justice police haute".split()
)
_TITLE = re.compile(
    r"(?:(?:M\.|MM\.|Mme|Mlle|Dr|Pr|Me|Mgr|Premi[eè]re?|Président|Présidente|Ministre|Roi|Reine|Pape"
    r"|Prince|Princesse|Monseigneur|Docteur|Maître|Monsieur|Madame|Sir|Général|Sénateur)\s+)+"
)
_STREET = re.compile(
    r"^(?:place|rue|avenue|boulevard|quai|pont|square|gare|stade(?! (?:rennais|brestois|toulousain"
    r"|lavallois|montois|malherbe|de reims)))\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^(?:université|préfecture|commission|fédération|association|ministère|tribunal|institut"
    r"|syndicat|comité|agence|olympique (?:de|lyonnais)|stade (?:rennais|brestois|toulousain"
    r"|lavallois|montois|malherbe|de reims)|as [A-Z]|fc [A-Z]|rc [A-Z]|ogc )",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(
    r"(?!Garde des |Père )[A-ZÀ-Þ][\w’'.-]+(?: (?:da|de|di|van|von|ben|bin|el|al|le|la|du|d['’]))*"
    r"(?: [A-ZÀ-Þ][\w’'.-]+| al-[A-ZÀ-Þ]\w+)+$"
)
_ORGANISATION = re.compile(
    r"(?:[A-Z]{3,6}$|[A-ZÀ-Þ][\w’'-]{2,}(?: (?:de|des|du|pour|et))?(?: [A-ZÀ-Þ][\w’'-]+)+$)"
)


def names_of(
    article: Article, sentences: Sequence[Sequence[Token]], *, models: Models
) -> tuple[Name, ...]:
    """The main model's names, repaired, and the second's where the main model found none."""
    main = list(_found(article, sentences, models.main))
    second = list(_found(article, sentences, models.second))
    names = [replace(name, agreed=_is_sure(name, rivals)) for name, rivals in _faced(main, second)]
    names += _apart(second, main)
    return tuple(sorted(names, key=lambda name: name.span.start))


def _faced(
    names: Sequence[Name], others: Sequence[Name]
) -> Iterator[tuple[Name, tuple[Name, ...]]]:
    """Each name with those of the other model that overlap it; both stand in text order."""
    starts, ends = [o.span.start for o in others], [o.span.end for o in others]
    for name in names:
        first, after = bisect_right(ends, name.span.start), bisect_left(starts, name.span.end)
        yield name, tuple(others[first:after])


def _is_sure(name: Name, rivals: Sequence[Name]) -> bool:
    """Both models agree, or the main one is more likely right: of a person who is named in full,
    and of an organisation whose label alone the other doubts."""
    if any(rival.span == name.span and rival.label == name.label for rival in rivals):
        return True
    if name.label == "PER":
        wider = all(r.span.contains(name.span) and r.text[0].isupper() for r in rivals)
        return wider and _FULL_NAME.match(name.text) is not None
    alone = all(rival.span == name.span for rival in rivals)
    return name.label == "ORG" and alone and _ORGANISATION.match(name.text) is not None


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
    if re.sub(r"^l[ae] ", "", text.lower()) in _NOT_A_NAME or len(text) < 2 or "\n" in text:
        return None
    if label == "ORG" and _NOT_AN_ORGANISATION.match(text):
        return None
    if label == "LOC" and _BODY.match(text):
        return "ORG"
    if _STREET.match(text):
        return "LOC"
    return next(known for known in get_args(Label) if known == label)
