"""Words of a text compared: what two stems, a key and its evidence have in common."""

import re
import unicodedata
from functools import lru_cache

_STOP = frozenset(
    """
    le la les un une des du de d l au aux a à en dans sur sous par pour avec sans selon depuis
    pendant avant apres entre vers chez contre ce cet cette ces son sa ses leur leurs se s ne n pas
    plus que qu qui quoi dont ou et ni mais est sont etait ete etre avoir ont aurait devrait quel
    quelle quels quelles combien quand pourquoi comment but annee pays article il elle ils elles on
    y jusque cela afin lequel tres meme si comme d apres dire dit declare affirme fait faire
    """.split()
)
_STEM = 6


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Lower case, without accents, elided words apart."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(re.findall(r"[a-z0-9]+", bare))


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their first letters so that inflection does not
    count."""
    return frozenset(word[:_STEM] for word in words(text) if word not in _STOP and len(word) > 1)


def share_of(part: str, whole: str) -> float:
    """How much of the content of `part` stands in `whole`."""
    ours = content_words(part)
    return len(ours & content_words(whole)) / len(ours) if ours else 0.0


def likeness(one: str, other: str) -> float:
    """Jaccard index of the content words."""
    ours, theirs = content_words(one), content_words(other)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
