"""Noun phrases and verbal groups as a comparison sees them: content words, names, heads, lemmas."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.french.typography import normalise
from quizapp.french.verbs import Verbs

_WORD = re.compile(r"\d+(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?|[^\W_]+|,")
_EMPTY = frozenset(
    ", le la les l un une des du de d au aux a à en et ou ni dans par pour sur sous vers chez avec"
    " sans entre que qu qui ce c cet cette ces se s sa son ses leur leurs y ne n pas il elle ils"
    " elles on lors comme dont où est sont être été alors ensuite puis".split()
)
_LINKS = frozenset(
    "de d du des à au aux en dans par pour sur vers avec contre entre qui que".split()
)
_KINDS_OF_PLACE = frozenset("ville village commune province région île quartier".split())
_AGED = re.compile(r"\bde (?:\d+|[\w-]+) ans\b")
_PRENOMINAL = frozenset(
    "plus moins environ quelque quelques près plusieurs certains certaines autres autre même"
    " nouveau nouvel nouvelle nouveaux nouvelles premier première dernier dernière grand grande"
    " ancien ancienne tout tous toute toutes tres bien mal aussi également notamment".split()
)
_COORDINATION = re.compile(r",? (?:et|ou|ainsi que|ainsi qu'|et de|mais aussi) ")
_NOT_VERBS = frozenset("plus point lui entre".split())
_AUXILIARIES = frozenset({"être", "avoir"})


@dataclass(frozen=True)
class Word:
    """`key` is shared by the forms of a word; `names` are entities of whose alias it is a part."""

    key: str
    names: frozenset[int] = frozenset()
    after_link: bool = False
    """A preposition or « qui » stands before it since the phrase began, or since a comma."""


@dataclass(frozen=True)
class Phrase:
    """The content words of a stretch of text, in order."""

    words: tuple[Word, ...]
    members: tuple["Phrase", ...] = ()
    """Its coordinated parts, where there are two or more."""

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(word.key for word in self.words)

    @cached_property
    def names(self) -> frozenset[int]:
        return frozenset().union(*(word.names for word in self.words))

    def has(self, word: Word) -> bool:
        """The word itself, or another name of the entity that it names."""
        return word.key in self.keys or bool(word.names & self.names)

    def covers(self, wanted: "Phrase") -> float:
        """The share of the wanted words that it has; 1 where none is wanted."""
        found = sum(self.has(word) for word in wanted.words)
        return found / len(wanted.words) if wanted.words else 1.0

    @cached_property
    def heads(self) -> tuple[Word, ...]:
        """What the phrase, or each member, is about: « le film *Vertigo* », « les *drapeaux* »."""
        if self.members:
            return tuple(head for member in self.members for head in member.heads)
        run = [w for w in self.words if not w.after_link]
        named = [w for w in run if w.names]
        nouns = [w for w in run if w.key not in _PRENOMINAL and not w.key[:1].isdigit()]
        return tuple(named[-1:] or nouns[:1] or list(self.words[:1]))

    def without_names(self, names: frozenset[int]) -> "Phrase":
        """Where « Morel est la maire » is asked, another mention of Morel does not say it."""
        words = tuple(replace(word, names=word.names - names) for word in self.words)
        return Phrase(words, tuple(member.without_names(names) for member in self.members))

    def __or__(self, other: "Phrase") -> "Phrase":
        return Phrase(self.words + other.words)


class Reader:
    """Reads phrases of one article, whose entities have the given names."""

    def __init__(self, verbs: Verbs, aliases: Iterable[Sequence[str]]) -> None:
        self._verbs = verbs
        self._aliases: dict[tuple[str, ...], set[int]] = {}
        for number, names in enumerate(aliases):
            for name in names:
                tokens = tuple(t for t in tokens_of(name) if t not in _EMPTY)
                if tokens:
                    self._aliases.setdefault(tokens, set()).add(number)
        self._longest = max(map(len, self._aliases), default=0)

    def phrase(self, text: str) -> Phrase:
        """« les obus et les missiles » has two members."""
        parts = _members(text)
        members = tuple(self._simple(part) for part in parts) if len(parts) > 1 else ()
        return Phrase(self._simple(text).words, members)

    def _simple(self, text: str) -> Phrase:
        tokens = tokens_of(_AGED.sub(lambda age: age[0].removeprefix("de "), text))
        names = self._names(tokens)
        kind = next((token for token in tokens if token not in _EMPTY), None)
        words: list[Word] = []
        linked = False
        for position, token in enumerate(tokens):
            links = bool(words) and token in _LINKS and kind not in _KINDS_OF_PLACE
            linked = token != "," and (linked or links)
            if token not in _EMPTY:
                words.append(Word(self._key(token), names.get(position, frozenset()), linked))
        return Phrase(tuple(words))

    def _names(self, tokens: Sequence[str]) -> dict[int, frozenset[int]]:
        """Of each token, the entities whose alias it is part of; the longest alias counts."""
        content = [i for i, token in enumerate(tokens) if token not in _EMPTY]
        found: dict[int, frozenset[int]] = {}
        start = 0
        while start < len(content):
            for size in range(min(self._longest, len(content) - start), 0, -1):
                stretch = content[start : start + size]
                entities = self._aliases.get(tuple(tokens[i] for i in stretch))
                if entities:
                    found |= dict.fromkeys(stretch, frozenset(entities))
                    start += size - 1
                    break
            start += 1
        return found

    def _key(self, token: str) -> str:
        if token[0].isdigit():
            return token.replace(" ", "")
        lemma = self._verbs.lemma(token)
        return lemma or singular(token)

    def lemmas(self, text: str) -> frozenset[str]:
        """Every infinitive that some word of `text` may belong to."""
        return frozenset(x for token in tokens_of(text) for x in self._verbs.lemmas(token))

    def group(self, text: str) -> tuple[frozenset[str], ...]:
        """The verbs of a group in order: « a commencé à arriver » → avoir, commencer, arriver.

        A group without a verb (« originaire ») counts as « est originaire ».
        """
        chain: list[frozenset[str]] = []
        for token in tokens_of(text):
            lemmas = frozenset(self._verbs.lemmas(token))
            compound = bool(chain) and bool(chain[-1] & _AUXILIARIES)
            participle = compound and self._verbs.is_past_participle(token)
            verbal = not chain or participle or self._verbs.is_infinitive(token)
            if lemmas and verbal and token not in _NOT_VERBS:
                chain.append(lemmas)
        return tuple(chain) or (frozenset({"être"}),)


def singular(token: str) -> str:
    """A rough key for the forms of a noun or an adjective: « nationales », « nationaux »."""
    if token.endswith("aux") and len(token) > 4:
        return f"{token[:-3]}al"
    return re.sub(r"(?<=\w{3})(?:es|s|x|e)$", "", token)


def tokens_of(text: str) -> list[str]:
    """Lower-case words and commas; a figure with its separators is one."""
    return _WORD.findall(normalise(text))


def _members(text: str) -> list[str]:
    """The parts of « A, B et C »; a comma counts only where « et » ends the list."""
    parts = _COORDINATION.split(normalise(text))
    if len(parts) > 1:
        parts = [piece for part in parts[:-1] for piece in part.split(", ")] + parts[-1:]
    return [part for part in parts if part.strip()]
