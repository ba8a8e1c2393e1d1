"""Who and what the article names: mentions, linked to the world where it is certain."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from quizapp.facts.names import names_in
from quizapp.french.typography import normalise
from quizapp.model import Entity, EntityKind, Span
from quizapp.nlp.markers import is_role_noun
from quizapp.nlp.trees import Label, Name, ParsedArticle
from quizapp.resources import Resources
from quizapp.world import Country, Person, World

_KINDS: dict[Label, EntityKind] = {
    "PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other",
}  # fmt: skip
_TITLE = re.compile(
    r"(?P<article>\b(?:la|le|du|au|m\.|mme|mlle|madame|monsieur) )(?:[\w-]+ ){0,4}$"
)
_LEAD = re.compile(
    r"^(?:(?:à|au|aux|de|du|des|en|dans|vers|par|avec|pour|contre|chez|sur|depuis|entre)\s+)?"
    r"(?:d['’])?(?:(?:la|le|les)\s+|l['’])?",
    re.IGNORECASE,
)
_POLITE = re.compile(r"\b(?P<title>M\.|Mme)\s$")
_IN_TOWN = re.compile(
    r"\b(?:(?:à|vers|dans|depuis) |(?:villes?|maire|mairie|région|banlieue|rues?|centre|est|ouest"
    r"|sud|nord|environs|habitants|métro|venant|km|kilomètres|près|loin|hors|autour|sommet|procureure?"
    r"|évêque|archevêque|académie|bourse|traités?|accords?|conférence) (?:de |d'))(?:l'|la |le )?$"
)

_FullNames = dict[str, dict[str, str]]
"""By the end of a name, the names that end so, as they are compared and as they are written."""


@dataclass(frozen=True)
class Mention:
    """A stretch of the article that names an entity."""

    span: Span
    entity: str
    kind: EntityKind


class Registry:
    """The entities of one article and where they are named."""

    def __init__(self, entities: Sequence[Entity], text: str) -> None:
        """Their mentions overlap nowhere."""
        self._text = text
        self._genders: dict[str, Counter[str]] = {}
        self.entities = {entity.id: entity for entity in entities}
        self.mentions = sorted(
            (Mention(span, e.id, e.kind) for e in entities for span in e.mentions),
            key=lambda mention: mention.span.start,
        )
        self._starts = [mention.span.start for mention in self.mentions]
        self._ends = [mention.span.end for mention in self.mentions]
        self._shown: dict[str, str] = {}
        self._titled: dict[str, str | None] = {}

    def shown(self, entity_id: str) -> str:
        """The fullest name by which the article itself calls the entity."""
        if entity_id not in self._shown:
            self._shown[entity_id] = self._fullest_name(self.entities[entity_id])
        return self._shown[entity_id]

    def _fullest_name(self, entity: Entity) -> str:
        texts = [self._text[span.start : span.end] for span in entity.mentions]
        texts = [" ".join(text.split()) for text in texts]
        fullest = max((len(re.split(r"[ -]", text)) for text in texts), default=0)
        full = [text for text in texts if len(re.split(r"[ -]", text)) == fullest]
        return max(full, key=Counter(full).__getitem__) if full else entity.name

    def learn_gender(self, entity_id: str, gender: str) -> None:
        """« Anne X a été élue » told it."""
        self._genders.setdefault(entity_id, Counter())[gender] += 1

    def dominant(self) -> str | None:
        """The person of whom the article speaks: named twice as often as any other."""
        return self._dominant

    @cached_property
    def _dominant(self) -> str | None:
        counts = Counter(m.entity for m in self.mentions if m.kind == "person").most_common(2)
        if not counts or counts[0][1] < 3:
            return None
        rival = counts[1][1] if len(counts) > 1 else 0
        return counts[0][0] if counts[0][1] >= 2 * rival else None

    def gender_told(self, entity_id: str) -> str | None:
        """From the words before the name (« la ministre Anne X »), else from an agreement."""
        if entity_id not in self._titled:
            self._titled[entity_id] = self._gender_by_title(self.entities[entity_id])
        learned = self._genders.get(entity_id)
        agreement = learned.most_common(1)[0][0] if learned else None
        return self._titled[entity_id] or agreement

    def _gender_by_title(self, entity: Entity) -> str | None:
        for span in entity.mentions:
            title = _TITLE.search(normalise(self._text[max(0, span.start - 60) : span.start]))
            if title:
                feminine = title["article"] in {"la ", "mme ", "mlle ", "madame "}
                return "Fem" if feminine else "Masc"
        return None

    def inside(self, span: Span) -> list[Mention]:
        first = bisect_left(self._starts, span.start)
        return self.mentions[first : bisect_right(self._ends, span.end)]

    def ending_at(self, offset: int) -> Mention | None:
        at = bisect_left(self._ends, offset)
        return self.mentions[at] if self._ends[at : at + 1] == [offset] else None

    def entity_of(self, text: str, span: Span) -> str | None:
        """What a noun phrase at `span` names: the name itself, or a person behind a title."""
        mentions = self.inside(span)
        if not mentions:
            return None
        last = mentions[-1]
        if last.kind == "person" and re.match(r"(?:les|des|aux|deux|trois)\b", text, re.I):
            return None
        low = normalise(text)
        bare = _LEAD.sub("", low).strip()
        if len(bare) <= last.span.end - last.span.start:
            return None if self._is_capital(last, low) else last.entity
        governed = re.search(r"(?:\bde |\bd'|\bà |\bdu |\bet )$", low[: -len(bare)] + bare[
            : len(bare) - (last.span.end - last.span.start)])  # fmt: skip
        titled = last.kind == "person" and last.span.end == span.end and len(mentions) <= 2
        titled = titled and not governed
        words = re.findall(r"[\w-]+", bare)[:3]
        return last.entity if titled and any(is_role_noun(word) for word in words) else None

    def _is_capital(self, mention: Mention, phrase: str) -> bool:
        """« à Paris » is a town, though « Paris » alone can speak for its country."""
        name = self._text[mention.span.start : mention.span.end]
        town = re.match(r"(?:à|de|d'|vers|pour|dans|sur|depuis) ?(?!l[ae'])", phrase)
        own = normalise(self.entities[mention.entity].name)
        return mention.kind == "country" and town is not None and normalise(name) != own

    def used(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        wanted = set(ids)
        return tuple(e for e in self.entities.values() if e.id in wanted or e.mentions)


def registry_of(parsed: ParsedArticle, *, resources: Resources) -> Registry:
    """Links every name; the same person under a full name and a surname is one entity."""
    link = cache(lambda name: resources.world.link(name, parsed.article.text))
    names = names_in(parsed, resources.world)
    full = _full_names(names)
    ids: dict[str, list[Name]] = {}
    kinds: dict[str, EntityKind] = {}
    for name in names:
        called = _called(name, parsed.article.text)
        found = _identify(name, link(called), full, resources=resources)
        found = _as_town(name, found, parsed.article.text, resources.world) if found else None
        if found:
            entity_id, kind = found
            ids.setdefault(entity_id, []).append(name)
            kinds.setdefault(entity_id, kind)
    entities = [
        _entity(entity_id, kinds[entity_id], names, parsed, resources=resources)
        for entity_id, names in ids.items()
    ]
    return Registry(entities, parsed.article.text)


def _identify(
    name: Name, linked: str | None, people: _FullNames, *, resources: Resources
) -> tuple[str, EntityKind] | None:
    record = resources.world.get(linked) if linked else None
    if name.label == "LOC" and isinstance(record, Person):
        record = None
    full = _fullest(name, people)
    metonym = isinstance(record, Country) and resources.world.is_metonym(name.text, record.id)
    bearer = full != name.text and (record is None or metonym or name.label == "PER")
    if record and (record.entity_kind == "person" or not bearer):
        return record.id, record.entity_kind
    if bearer:
        return slugify(full), "person"
    if name.label == "MISC" or not name.agreed or resources.world.demonym(name.text):
        return None
    slug = slugify(name.text)
    return (slug, _KINDS[name.label]) if slug else None


def _called(name: Name, text: str) -> str:
    """With « M. » or « Mme » before it, which tells one bearer from the other."""
    title = _POLITE.search(text[max(0, name.span.start - 5) : name.span.start])
    return f"{title['title']} {name.text}" if title and name.label == "PER" else name.text


def _as_town(
    name: Name, found: tuple[str, EntityKind], text: str, world: World
) -> tuple[str, EntityKind]:
    """« à Paris », « la banlieue de Moscou » are places, where « Moscou refuse » is Russia."""
    entity_id, kind = found
    if kind != "country" or not world.is_metonym(name.text, entity_id):
        return found
    before = normalise(text[max(0, name.span.start - 40) : name.span.start])
    after = normalise(text[name.span.end : name.span.end + 20])
    own = normalise(name.text) == normalise(world.country(entity_id).name)
    town = _IN_TOWN.search(before) or re.match(r",? (?:la )?capitale\b", after)
    return (slugify(name.text), "place") if town and not own else found


def _full_names(names: Iterable[Name]) -> _FullNames:
    """The people who are named in full, under each end of their names (« Roy », « Le Roy »)."""
    found: _FullNames = defaultdict(dict)
    for name in names:
        if name.label == "PER" and name.agreed:
            words = normalise(name.text).split(" ")
            for n in range(1, len(words)):
                found[" ".join(words[n:])][" ".join(words)] = name.text
    return found


def _fullest(name: Name, full: _FullNames) -> str:
    """The full name to which a surname belongs, where only one person of that name appears."""
    longer = full.get(normalise(name.text), {})
    return next(iter(longer.values())) if len(longer) == 1 else name.text


def _entity(
    entity_id: str,
    kind: EntityKind,
    names: list[Name],
    parsed: ParsedArticle,
    *,
    resources: Resources,
) -> Entity:
    mentions = tuple(name.span for name in names)
    if resources.world.get(entity_id):
        known = resources.world.entity(entity_id, parsed.article.published_on)
        return known.model_copy(update={"mentions": mentions})
    texts = list(dict.fromkeys(" ".join(name.text.split()) for name in names))
    longest = max(texts, key=len)
    aliases = tuple(text for text in texts if text != longest)
    return Entity(id=entity_id, name=longest, kind=kind, aliases=aliases, mentions=mentions)


def slugify(name: str) -> str:
    """« Béatrice Désir-Nœud » → beatrice-desir-noeud."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe").replace("æ", "ae"))
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "-".join(words)[:80]
