"""Where a text names what the world knows, whatever a model made of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizapp.model import Span
from quizapp.world.index import names_of
from quizapp.world.names import fold, is_proper, without_article
from quizapp.world.records import AnyRecord, Treaty

_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[+&/]")
_PARTING = re.compile(r"[.,;:!?()«»\n]")
_SHORTEST = 3


@dataclass(frozen=True)
class _Word:
    text: str
    key: str
    start: int
    end: int


class Spotter:
    """The names of all records, longest first from each word of a text."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        self._names: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._longest: dict[str, int] = {}
        for record in records:
            for name in names_of(record):
                if (is_proper(name) or " " in name) and not _SIGN.search(name):
                    own = name if name[0].isupper() else without_article(name)
                    self._add(own, free=isinstance(record, Treaty))

    def _add(self, name: str, *, free: bool) -> None:
        words = tuple(_WORD.findall(name))
        if len(words) == 1 and len(words[0]) < _SHORTEST:
            return
        keys = [fold(word) for word in words]
        self._names.setdefault(" ".join(keys), (words, free))
        self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def spot(self, text: str) -> Iterator[Span]:
        """Stretches that spell a name with its capitals, from left to right, none in another."""
        words = [_Word(m[0], fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            length = self._length_at(words, at, text)
            if length and not _is_in_a_compound(text, words[at].start, words[at + length - 1].end):
                yield Span(start=words[at].start, end=words[at + length - 1].end)
            at += max(1, length)

    def _length_at(self, words: list[_Word], at: int, text: str) -> int:
        for length in range(self._longest.get(words[at].key, 0), 0, -1):
            found = words[at : at + length]
            known = self._names.get(" ".join(word.key for word in found))
            if (
                known
                and len(found) == length
                and _has_its_capitals(found, *known)
                and not _is_parted(found, text)
            ):
                return length
        return 0


def _is_parted(found: list[_Word], text: str) -> bool:
    """« … des portraits de Jean. Petit … » is no Jean Petit; « J. Petit » may be one."""
    return any(
        _PARTING.search(text, before.end, after.start) and len(before.text) > 1
        for before, after in pairwise(found)
    )


def _has_its_capitals(found: list[_Word], name: tuple[str, ...], free: bool) -> bool:
    """A treaty's first word may have one or not: « Accord de Paris »."""
    return all(
        word.text[0].isupper() or not own[0].isupper() or (free and n == 0)
        for n, (word, own) in enumerate(zip(found, name, strict=True))
    )


def _is_in_a_compound(text: str, start: int, end: int) -> bool:
    """« Paris-Saclay » is not Paris."""
    return bool(re.match(r"[-‐‑]\w", text[end:])) or bool(
        re.search(r"\w[-‐‑]$", text[max(0, start - 2) : start])
    )
