"""Names as they are compared: without accents, case, apostrophe or hyphen variants."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"'": "’", "ʼ": "’", "`": "’", "´": "’"})
_ARTICLE = re.compile(r"^(?:l’|(?:la|le|les|un|une)\s+)", re.IGNORECASE)
_HONORIFIC = re.compile(r"^(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|Me|Sir|Lord)\s+")
_BREAKS = re.compile(r"[\s\-‐‑–_.]+")
_PREPOSITION = re.compile(r"(?:^|\s)(?:de|du|des|à|au|aux|en|dans|sur|avec|pour|par|et)\s|[dD]’")
_LOWER_WORDS = re.compile(r"^(?:l’)?(?:[a-zà-öø-ÿœ][\w’\-]*\s+)+(?=[A-ZÀ-ÖØ-Þ])")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The key under which all spellings of a name meet."""
    return _folded(name)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    bare = bare.replace("œ", "oe").replace("Œ", "OE")
    return _BREAKS.sub(" ", bare).strip().casefold()


def without_article(name: str) -> str:
    """« la Corée du Nord » → « Corée du Nord »."""
    return _ARTICLE.sub("", name.translate(_APOSTROPHES).strip(), count=1)


def words_of(text: str) -> str:
    """The folded words with one space between and around them, to find whole names by `in`."""
    words = re.findall(r"\w+", _folded(text))
    return f" {' '.join(words)} "


def gender_told(name: str) -> str | None:
    """« Mme Le Pen » → f, « M. Macron » → m."""
    title = _HONORIFIC.match(name.strip())
    if title is None:
        return None
    return {"Mme": "f", "Mlle": "f", "M.": "m", "Sir": "m", "Lord": "m"}.get(title.group().strip())


def without_titles(name: str) -> str:
    """« le président russe Vladimir Poutine », « M. Poutine » → the name alone.

    A preposition among the words before the name stops it: « le chef de la Russie » stays.
    """
    name = name.translate(_APOSTROPHES).strip()
    lead = _LOWER_WORDS.match(name)
    if lead and not _PREPOSITION.search(lead.group()):
        name = name[lead.end() :]
    return _HONORIFIC.sub("", name)


def is_proper(name: str) -> bool:
    """Has a capital or a digit: « berne » is no city, « Berne » is; « résolution 1718 »."""
    return any(c.isupper() or c.isdigit() for c in name)
