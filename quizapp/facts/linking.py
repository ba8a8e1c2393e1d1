"""Whom or what a name of an article means: a record of the world, or somebody it introduces."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from quizapp.french.typography import normalise
from quizapp.model import EntityKind
from quizapp.nlp.trees import Label, Name
from quizapp.world import Country, Person, World

_KINDS: dict[Label, EntityKind] = {
    "PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other",
}  # fmt: skip
_POLITE = re.compile(r"\b(?P<title>M\.|Mme)\s$")
_IN_TOWN = re.compile(
    r"\b(?:(?:à|vers|dans|depuis) |(?:villes?|maire|mairie|région|banlieue|rues?|centre|est|ouest"
    r"|sud|nord|environs|habitants|métro|venant|km|kilomètres|près|loin|hors|autour|sommet|procureure?"
    r"|évêque|archevêque|académie|bourse|traités?|accords?|conférence) (?:de |d'))(?:l'|la |le )?$"
)
_HOME = "FRA"

Found = tuple[str, EntityKind]


class Linker:
    """The names of one article, each with the id and kind of its entity."""

    def __init__(self, names: Iterable[Name], text: str, world: World) -> None:
        self._names = tuple(names)
        self._text = text
        self._world = world
        self._people = _People(self._names)
        self._link = cache(lambda name: world.link(name, text))

    def identify(self, name: Name) -> Found | None:
        """None for what is no name, and for what nobody could tell."""
        record = self._world.get(self._link(self._called(name)) or "")
        if name.label == "LOC" and isinstance(record, Person):
            record = None
        bearer = self._bearer(name, record_is_sure=record is not None)
        if bearer and not isinstance(record, Person):
            return bearer
        if record:
            return self._as_town(name, record.id) or (record.id, record.entity_kind)
        if name.label == "MISC" or not name.agreed or self._world.demonym(name.text):
            return None
        slug = slugify(name.text)
        return (slug, _KINDS[name.label]) if slug else None

    def _called(self, name: Name) -> str:
        """With « M. » or « Mme » before it, which tells one bearer from the other."""
        title = _POLITE.search(self._text[max(0, name.span.start - 5) : name.span.start])
        return f"{title['title']} {name.text}" if title and name.label == "PER" else name.text

    def _bearer(self, name: Name, *, record_is_sure: bool) -> Found | None:
        """The person of whose full name this is a part, where only one such person appears."""
        named = name.label == "PER"
        full = self._people.of_surname(name.text)
        full = full or (self._people.of_first_name(name.text) if named else None)
        metonym = any(
            isinstance(record, Country) and self._world.is_metonym(name.text, record.id)
            for record in self._world.find(name.text)
        )
        if full is None or not (named or metonym or not record_is_sure):
            return None
        record = self._world.get(self._link(full) or "")
        return (record.id if isinstance(record, Person) else slugify(full)), "person"

    def _as_town(self, name: Name, iso3: str) -> Found | None:
        """« à Paris », « la banlieue de Moscou » are places, where « Moscou refuse » is Russia; for
        the French press Paris is a town unless other countries are spoken of."""
        record = self._world.get(iso3)
        if not isinstance(record, Country) or not self._world.is_metonym(name.text, iso3):
            return None
        before = normalise(self._text[max(0, name.span.start - 40) : name.span.start])
        after = normalise(self._text[name.span.end : name.span.end + 20])
        at_home = iso3 == _HOME and name.text == record.capital and not self._abroad
        town = _IN_TOWN.search(before) or re.match(r",? (?:la )?capitale\b", after) or at_home
        own = normalise(name.text) == normalise(record.name)
        return (slugify(name.text), "place") if town and not own else None

    @cached_property
    def _abroad(self) -> bool:
        linked = (self._world.get(self._link(name.text) or "") for name in self._names)
        return any(isinstance(record, Country) and record.id != _HOME for record in linked)


class _People:
    """The people who are named in full, by what an article may call them afterwards."""

    def __init__(self, names: Iterable[Name]) -> None:
        people = (n.text for n in names if n.label == "PER" and n.agreed and slugify(n.text))
        full = {normalise(text): text for text in people}
        self._by_end: dict[str, set[str]] = defaultdict(set)
        self._by_first: dict[str, set[str]] = defaultdict(set)
        for key, text in full.items():
            words = key.split(" ")
            if len(words) > 1 and not any(other.endswith(f" {key}") for other in full):
                self._by_first[words[0]].add(text)
                for n in range(1, len(words)):
                    self._by_end[" ".join(words[n:])].add(text)

    def of_surname(self, name: str) -> str | None:
        """« Le Roy » → « Anne Le Roy », where she alone bears it."""
        return _only(self._by_end.get(normalise(name)))

    def of_first_name(self, name: str) -> str | None:
        return _only(self._by_first.get(normalise(name)))


def _only(names: set[str] | None) -> str | None:
    return next(iter(names)) if names and len(names) == 1 else None


def slugify(name: str) -> str:
    """« Béatrice Désir-Nœud » → beatrice-desir-noeud."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe").replace("æ", "ae"))
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "-".join(words)[:80]
