"""« la ville », « le Front », « le pays »: the name that the article gave before, written in."""

import re
from dataclasses import replace

from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.entities import Mention, Registry
from quizapp.facts.wholeness import NAMED_NOUNS, WANTS_NAME
from quizapp.french.elision import contract, join
from quizapp.french.typography import normalise, tidy
from quizapp.model import Article, Segment, Span
from quizapp.world import World

_BEFORE_NAME = re.compile(
    rf"\b(?P<noun>{NAMED_NOUNS})(?: (?!et |ou |à |en |dans |par |que |qui |est |sur |vers |avec )"
    r"[\w-]+){0,2}? (?:de |d'|du |de la |des |de l')?$"
)
_CUT_NAME = re.compile(rf"(?P<noun>{NAMED_NOUNS}) \S")
_COUNTRY = re.compile(r"(?P<of>\bdu |\ble )pays(?= *$|[,;)]| (?:et|ou|mais|par|pour|en|depuis)\b)")


_TOWN = re.compile(r"(?:^|[ '])(?:à|de|d'|vers|ville de|ville d') ?$")


class Names:
    """The nouns that an article completes by a name: « la ville d’Alep », « le Front X »."""

    def __init__(self, registry: Registry, article: Article, world: World) -> None:
        self._registry = registry
        self._article = article
        self._world = world
        self._since = 0
        self._phrases: list[tuple[str, str, Mention]] = []
        for mention in registry.mentions:
            if mention.kind in {"place", "organisation"}:
                self._learn(mention)

    def _learn(self, mention: Mention) -> None:
        name = self._article.text[mention.span.start : mention.span.end]
        before = self._article.text[max(0, mention.span.start - 60) : mention.span.start]
        led = _BEFORE_NAME.search(normalise(before))
        cut = _CUT_NAME.match(normalise(name))
        if led:
            self._phrases.append((led["noun"], tidy(before[led.start() :] + name), mention))
        elif cut:
            self._phrases.append((cut["noun"], tidy(name), mention))

    def complete(self, drafted: Draft, offset: int, *, since: int) -> tuple[Draft, str | None]:
        """The draft with its bare nouns named, and how; as it was where more than one name fits.

        `offset` is where the clause stands: what follows it is no antecedent; the sentence before
        begins at `since`.
        """
        self._since = since
        told: list[str] = []
        subject = self._named(drafted.subject, offset, told)
        front = tuple(self._named(segment, offset, told) for segment in drafted.front)
        rest = tuple(self._named(segment, offset, told) for segment in drafted.rest)
        if not told:
            return drafted, None
        return replace(drafted, subject=subject, front=front, rest=rest), " ; ".join(told)

    def _named(self, segment: Segment, offset: int, told: list[str]) -> Segment:
        if segment.members or segment.entity or "«" in segment.text:
            return segment
        low = normalise(segment.text)
        match = WANTS_NAME.search(low)
        if match is None or match["noun"] == "pays":
            return self._of_country(segment, offset, told)
        if match["noun"] == "ville":
            return self._of_town(segment, match.span("noun"), offset, told)
        fitting = [(phrase, m) for noun, phrase, m in self._phrases
                   if noun == match["noun"] and m.span.end <= offset]  # fmt: skip
        if len({mention.entity for _, mention in fitting}) != 1:
            return segment
        phrase, mention = fitting[0]
        start, end = match.span("noun")
        cut_short = segment.text[start].isupper() and phrase[0].isupper()
        if not cut_short and self._rivals(mention, offset):
            return segment
        text = f"{segment.text[:start]}{phrase}{segment.text[end:]}"
        told.append(f"« {match['noun']} » : nom complet donné plus haut")
        whole = end == len(low) and start <= 3
        entity = mention.entity if whole and segment.role == "subject" else None
        return segment.model_copy(update={"text": text, "entity": entity})

    def _of_town(
        self, segment: Segment, noun: tuple[int, int], offset: int, told: list[str]
    ) -> Segment:
        """« l’ouest de la ville », when this sentence and the one before name one town only."""
        before = [m for m in self._registry.mentions if m.span.end <= offset]
        near = [m for m in before if m.kind == "place" and m.span.start >= self._since]
        led = {m.entity for name, _, m in self._phrases if name == "ville" and m.span.end <= offset}
        towns = {m.entity for m in near} or led
        if len(towns) != 1 or not (towns <= led or any(self._is_town(m) for m in near)):
            return segment
        town = towns.pop()
        name = self._registry.shown(town)
        text = f"{segment.text[: noun[1]]} {join('de', name)}{segment.text[noun[1] :]}"
        told.append(f"« ville » : {name}, seule dont il soit alors question")
        whole = noun[1] == len(segment.text) and noun[0] <= 3
        entity = town if whole and segment.role == "subject" else None
        return segment.model_copy(update={"text": text, "entity": entity})

    def _is_town(self, mention: Mention) -> bool:
        """« à Nantes », « de Nantes »: a place that goes without an article."""
        before = normalise(self._article.text[max(0, mention.span.start - 12) : mention.span.start])
        return _TOWN.search(before) is not None

    def _rivals(self, mention: Mention, offset: int) -> bool:
        """Whether something else of the kind was named: in the paragraph, or else before."""
        same = [m for m in self._registry.mentions
                if m.kind == mention.kind and m.span.end <= offset]  # fmt: skip
        paragraph = self._article.paragraph_of(Span(start=offset, end=offset + 1))
        near = [m for m in same if paragraph and m.span.start >= paragraph.start]
        window = near if near and mention.kind == "place" else same
        return any(m.entity != mention.entity for m in window)

    def _of_country(self, segment: Segment, offset: int, told: list[str]) -> Segment:
        """« le nord du pays », when only one country can be meant."""
        match = _COUNTRY.search(normalise(segment.text))
        found = self._country(offset) if match else None
        if match is None or found is None:
            return segment
        country = self._world.with_article(found)
        shown = contract("de", country) if match["of"] == "du " else country
        text = segment.text[: match.start()] + shown + segment.text[match.end() :]
        told.append(f"« pays » : {country}, seul pays dont il soit question")
        return segment.model_copy(update={"text": text})

    def _country(self, offset: int) -> str | None:
        """The only country of the article; else that of its title, when the paragraph has named
        no other so far."""
        named = [m for m in self._registry.mentions if m.kind == "country"]
        before = [m for m in named if m.span.end <= offset]
        only = {m.entity for m in named}
        if before and len(only) == 1:
            return only.pop()
        titled = country_of_title(self._article.title, self._world)
        paragraph = self._article.paragraph_of(Span(start=offset, end=offset + 1))
        near = {m.entity for m in before if paragraph and m.span.start >= paragraph.start}
        known = any(m.entity == titled for m in before)
        return titled if titled and known and near <= {titled} else None


def country_of_title(title: str, world: World) -> str | None:
    """« Pakistan : attentat … » is about Pakistan."""
    place, colon, _ = title.replace("\u202f:", " :").partition(" : ")
    found = world.link(place, title) if colon else None
    return found if found and len(found) == 3 else None
