"""Whose death an article tells: what is said of the dead is told in the past."""

import re

from quizapp.french.typography import normalise
from quizapp.model import Article

_NAME = r"(?P<name>[A-ZÀ-Ý][\w’'-]+(?: (?:d[eu] |al-)?[A-ZÀ-Ý][\w’'-]+)*)"
_CLOSE = r"(?:(?!(?:de|du|des|par|selon|que|qui|dont|entre|contre) )[a-zà-ÿ’'-]+ ){0,4}"
_PHRASE = re.compile(
    r"\b(?:[Mm]ort|[Mm]eurtre|[Aa]ssassinat|[Dd]écès|[Dd]isparition|[Oo]bsèques|[Ff]unérailles"
    r"|[Dd]épouille)"
    r"(?: (?:à|en|dans|au) [\w’'-]+){0,2}"
    rf" (?:d[eu] |d[’']){_CLOSE}(?:de \d+ ans )?{_NAME}"
)
_CLAUSE = re.compile(
    rf"{_NAME} (?:(?:a|avait|ayant) été|fut|est|était|serait|s[’']est)"
    r" (?:retrouvée? )?(?:morte?|tuée?|assassinée?|abattue?|décédée?|éteinte?)\b"
    r"(?! (?:par la fatigue|de peur))"
)


class Deaths:
    """The names of those whose death the title or the text tells."""

    def __init__(self, article: Article) -> None:
        told = f"{article.title}\n{article.text}".replace("\u202f", " ")
        found = (m["name"] for pattern in (_PHRASE, _CLAUSE) for m in pattern.finditer(told))
        self._names = frozenset(normalise(name) for name in found)

    def include(self, name: str) -> bool:
        """Whether it is one of them, by the full name or by the last word of it."""
        low = normalise(name)
        return low in self._names or low.rpartition(" ")[2] in self._names
