"""What a title or an apposition is said of: the name beside it, as it begins a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.facts.context import Context
from quizapp.facts.entities import Mention
from quizapp.facts.nominal.kinds import Kind
from quizapp.facts.nominal.phrases import is_name
from quizapp.french.elision import join, upper_initial
from quizapp.french.typography import normalise, tidy
from quizapp.model import EntityKind, Segment, Span
from quizapp.nlp.trees import Word
from quizapp.world import World

_KINDS: dict[EntityKind, Kind] = {
    "person": "person", "place": "place", "country": "place", "organisation": "organisation",
    "work": "thing", "event": "thing", "other": "thing",
}  # fmt: skip
_ARTICLES = {"le": "le", "la": "la", "l'": "l’", "du": "le", "au": "le", "les": "les",
             "des": "les", "aux": "les"}  # fmt: skip
_PARTICLES = frozenset({"da", "di", "van", "von", "der", "den", "ben", "bin", "ibn", "el", "al"})
_PART = re.compile(r"\w+")
_FULL_NAME = re.compile(r"\S+[\s-]\S+")
_OWN_ARTICLE = re.compile(r"(?:L[ae]s?|L['’]|El|Al)[\s’']?\b")


@dataclass(frozen=True)
class Bearer:
    """« Le Sind », a place; `first` and `behind` bound its words in the sentence, article apart."""

    segment: Segment
    kind: Kind
    first: int
    behind: int
    linked: bool


def bearer_ending_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    """The name whose last word is `words[i]`."""
    mention = context.registry.ending_at(words[i].end)
    return _bearer(words, mention, context) if mention else None


def bearer_starting_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    """The name whose first word is `words[i]`."""
    mention = context.registry.starting_at(words[i].start)
    return _bearer(words, mention, context) if mention else None


def _bearer(words: Sequence[Word], mention: Mention, context: Context) -> Bearer | None:
    inside = [n for n, w in enumerate(words)
              if mention.span.start <= w.start and w.end <= mention.span.end]  # fmt: skip
    if not inside or words[inside[0]].start != mention.span.start:
        return None
    segment = (_person(mention, context) if mention.kind == "person"
               else _thing(words, inside[0], mention, context))  # fmt: skip
    if segment is None:
        return None
    return Bearer(
        segment, _KINDS.get(mention.kind, "thing"), inside[0], inside[-1] + 1, linked=True
    )


def _person(mention: Mention, context: Context) -> Segment | None:
    """A person by the full name; a surname alone is nobody for sure."""
    name = context.registry.shown(mention.entity)
    if not _FULL_NAME.match(name):
        return None
    return Segment(role="subject", text=upper_initial(name), entity=mention.entity)


def _thing(words: Sequence[Word], first: int, mention: Mention, context: Context) -> Segment | None:
    name = tidy(context.article.text[mention.span.start : mention.span.end])
    text = with_article(words, first, name)
    entity = mention.entity if _is_itself(name, mention.entity, context.resources.world) else None
    return Segment(role="subject", text=upper_initial(text), entity=entity)


def with_article(words: Sequence[Word], first: int, name: str) -> str:
    """The name with the article that stands before it: « du Sind » → « le Sind »."""
    before = normalise(words[first - 1].text) if first else ""
    article = _ARTICLES.get(before)
    if article is None or _OWN_ARTICLE.match(name):
        return name
    return f"l’{name}" if article == "l’" else join(article, name)


def _is_itself(name: str, entity: str, world: World) -> bool:
    """« Bagdad » can speak for Iraq, but the town is not the country."""
    record = world.get(entity)
    return record is None or len(entity) != 3 or normalise(name) == normalise(record.name)


def run_starting_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    """A stretch of capitalised words that no model knows: « Slingshot », « Jean Petit »."""
    j = i
    while j < len(words) and (is_name(words[j]) or (j > i and _links_names(words, j))):
        j += 1
    return _run(words, i, j, context)


def _links_names(words: Sequence[Word], i: int) -> bool:
    """The « da » of « Braz da Silva »."""
    return words[i].text in _PARTICLES and i + 1 < len(words) and is_name(words[i + 1])


def run_ending_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    """The same read backwards; a lone word that begins a sentence may owe its capital to that."""
    j = i
    while j >= 0 and is_name(words[j]):
        j -= 1
    led = j + 1 < i and context.resources.world.demonym(words[j + 1].text) is not None
    return None if j == -1 and i == 0 else _run(words, j + 1 + led, i + 1, context)


def _run(words: Sequence[Word], first: int, behind: int, context: Context) -> Bearer | None:
    """As a person where it has the shape of a full name, for the caller to tell by the noun."""
    if first >= behind:
        return None
    text = tidy(context.article.text[words[first].start : words[behind - 1].end])
    text = with_article(words, first, text)
    return Bearer(
        Segment(role="subject", text=upper_initial(text)), "thing", first, behind, linked=False
    )


def could_be_person(bearer: Bearer, words: Sequence[Word], context: Context) -> bool:
    """« Jean Petit »: two or three capitalised words, no acronym, that no model took for a place
    or an organisation."""
    names = [w.text for w in words[bearer.first : bearer.behind]]
    parts = [part for name in names for part in name.split()]
    capitals = [part for part in parts if part not in _PARTICLES]
    shaped = 2 <= len(capitals) <= 3 and all(part[1:].lower() == part[1:] or "-" in part
                                          for part in parts)  # fmt: skip
    span = Span(start=words[bearer.first].start, end=words[bearer.behind - 1].end)
    rivals = any(m.kind != "person" for m in context.registry.overlapping(span))
    return shaped and bearer.segment.text == " ".join(names) and not rivals


def known_person_ending_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    """Somebody whom the models found elsewhere in the article, by the full name."""
    for name, entity in _people(words[i], -1, context):
        start = words[i].end - len(name)
        first = next((n for n in range(i, -1, -1) if words[n].start == start), None)
        if first is not None and context.article.text[start : words[i].end] == name:
            return _known(name, entity, first, i + 1)
    return None


def _known_person_starting_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    for name, entity in _people(words[i], 0, context):
        end = words[i].start + len(name)
        last = next((n for n in range(i, len(words)) if words[n].end == end), None)
        if last is not None and context.article.text[words[i].start : end] == name:
            return _known(name, entity, i, last + 1)
    return None


def _people(word: Word, edge: Literal[0, -1], context: Context) -> Iterator[tuple[str, str]]:
    """Full names that the word begins (0) or ends (-1), or seems to, each with the person."""
    parts = _PART.findall(word.text)
    named = context.registry.people.get(parts[edge], []) if parts else []
    return ((name, entity) for name, entity in named if _FULL_NAME.match(name))


def _known(name: str, entity: str, first: int, behind: int) -> Bearer:
    segment = Segment(role="subject", text=upper_initial(name), entity=entity)
    return Bearer(segment, "person", first, behind, linked=True)


def person_starting_at(words: Sequence[Word], i: int, context: Context) -> Bearer | None:
    """Somebody whose name begins at `words[i]`, known to the models or by its shape."""
    known = bearer_starting_at(words, i, context)
    if known:
        return known if known.kind == "person" else None
    elsewhere = _known_person_starting_at(words, i, context)
    if elsewhere:
        return elsewhere
    inside = i > 0 and is_name(words[i - 1])
    inside = inside and context.resources.world.demonym(words[i - 1].text) is None
    run = None if inside else run_starting_at(words, i, context)
    return run if run and could_be_person(run, words, context) else None
