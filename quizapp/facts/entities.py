"""Who and what the article names: mentions, linked to the world where it is certain."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.facts.linking import Linker
from quizapp.facts.names import names_in
from quizapp.french.typography import normalise
from quizapp.model import Entity, EntityKind, Span
from quizapp.nlp.markers import is_role_noun
from quizapp.nlp.trees import Name, ParsedArticle
from quizapp.resources import Resources

_TITLE = re.compile(
    r"(?P<article>\b(?:la|le|du|au|m\.|mme|mlle|madame|monsieur) )(?:[\w-]+ ){0,4}$"
)
_GOVERNED = re.compile(r"\b(?:de|à|avec|par|pour|chez|contre|et|ou|entre|selon|sur|sans|que) $")
"""« la mère de X »: what stands before the name is no title of X."""
_LEAD = re.compile(
    r"^(?:(?:à|au|aux|de|du|des|en|dans|vers|par|avec|pour|contre|chez|sur|depuis|entre)\s+)?"
    r"(?:d['’])?(?:(?:la|le|les)\s+|l['’])?",
    re.IGNORECASE,
)


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
            before = normalise(self._text[max(0, span.start - 60) : span.start])
            title = _TITLE.search(before)
            if title and not _GOVERNED.search(before):
                feminine = title["article"] in {"la ", "mme ", "mlle ", "madame "}
                return "Fem" if feminine else "Masc"
        return None

    def inside(self, span: Span) -> list[Mention]:
        first = bisect_left(self._starts, span.start)
        return self.mentions[first : bisect_right(self._ends, span.end)]

    def overlapping(self, span: Span) -> list[Mention]:
        first = bisect_right(self._ends, span.start)
        return self.mentions[first : bisect_left(self._starts, span.end)]

    def starting_at(self, offset: int) -> Mention | None:
        at = bisect_left(self._starts, offset)
        return self.mentions[at] if self._starts[at : at + 1] == [offset] else None

    def ending_at(self, offset: int) -> Mention | None:
        at = bisect_left(self._ends, offset)
        return self.mentions[at] if self._ends[at : at + 1] == [offset] else None

    @cached_property
    def people(self) -> dict[str, list[tuple[str, str]]]:
        """Under the first and the last word of each person's name: the name, with the person."""
        found: dict[str, list[tuple[str, str]]] = {}
        for entity in self.entities.values():
            words = re.findall(r"\w+", self.shown(entity.id)) if entity.kind == "person" else []
            for edge in {*words[:1], *words[-1:]}:
                found.setdefault(edge, []).append((self.shown(entity.id), entity.id))
        return found

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
    names = names_in(parsed, resources.world)
    linker = Linker(names, parsed.article.text, resources.world)
    ids: dict[str, list[Name]] = {}
    kinds: dict[str, EntityKind] = {}
    for name in names:
        found = linker.identify(name)
        if found:
            entity_id, kind = found
            ids.setdefault(entity_id, []).append(name)
            kinds.setdefault(entity_id, kind)
    entities = [
        _entity(entity_id, kinds[entity_id], names, parsed, resources=resources)
        for entity_id, names in ids.items()
    ]
    return Registry(entities, parsed.article.text)


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
