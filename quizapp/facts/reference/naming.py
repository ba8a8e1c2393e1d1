"""« la ville », « le Front », « le pays »: the name that the article gave before, written in."""

import re
from dataclasses import replace

from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.entities import Mention, Registry
from quizapp.facts.wholeness import NAMED_NOUNS, WANTS_NAME
from quizapp.french.elision import contract
from quizapp.french.typography import normalise, tidy
from quizapp.model import Article, Segment, Span
from quizapp.world import World

_BEFORE_NAME = re.compile(
    rf"\b(?P<noun>{NAMED_NOUNS})(?: (?!et |ou |à |en |dans |par |que |qui |est |sur |vers |avec )"
    r"[\w-]+){0,2}? (?:de |d'|du |de la |des |de l')?$"
)
_CUT_NAME = re.compile(rf"(?P<noun>{NAMED_NOUNS}) \S")
_COUNTRY = re.compile(r"(?P<of>\bdu |\ble )pays(?= *$|[,;)]| (?:et|ou|mais|par|pour|en|depuis)\b)")


class Names:
    """The nouns that an article completes by a name: « la ville d’Alep », « le Front X »."""

    def __init__(self, registry: Registry, article: Article, world: World) -> None:
        self._registry = registry
        self._article = article
        self._world = world
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

    def complete(self, drafted: Draft, offset: int) -> tuple[Draft, str | None]:
        """The draft with its bare nouns named, and how; as it was where more than one name fits.

        `offset` is where the clause stands: what follows it is no antecedent.
        """
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

    def _rivals(self, mention: Mention, offset: int) -> bool:
        """Whether something else of the kind was named: in the paragraph, or else before."""
        same = [m for m in self._registry.mentions
                if m.kind == mention.kind and m.span.end <= offset]  # fmt: skip
        paragraph = self._article.paragraph_of(Span(start=offset, end=offset + 1))
        near = [m for m in same if paragraph and m.span.start >= paragraph.start]
        window = near if near and mention.kind == "place" else same
        return any(m.entity != mention.entity for m in window)

    def _of_country(self, segment: Segment, offset: int, told: list[str]) -> Segment:
        """« le nord du pays », when the article has named one country so far."""
        match = _COUNTRY.search(normalise(segment.text))
        countries = {m.entity for m in self._registry.mentions if m.kind == "country"}
        named = any(m.kind == "country" and m.span.end <= offset for m in self._registry.mentions)
        if match is None or len(countries) != 1 or not named:
            return segment
        country = self._world.with_article(countries.pop())
        shown = contract("de", country) if match["of"] == "du " else country
        text = segment.text[: match.start()] + shown + segment.text[match.end() :]
        told.append(f"« pays » : {country}, seul pays dont il soit question")
        return segment.model_copy(update={"text": text})
