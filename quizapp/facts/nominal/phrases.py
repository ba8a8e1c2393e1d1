"""A noun phrase read forward from its first word, over what both ends of a title need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.facts.nominal.kinds import is_adjective, is_noun, leans_to_verb
from quizapp.french.lexicon import Lexicon
from quizapp.french.typography import normalise
from quizapp.nlp.trees import ParsedSentence, Word

_DETERMINERS = frozenset({"le", "la", "l'", "un", "une", "les", "des"})
_INNER_DETERMINERS = _DETERMINERS | frozenset("du au aux ce cet cette ces".split())
_BEFORE_NOUN = frozenset(
    "ancien ancienne anciens anciennes nouveau nouvel nouvelle futur future actuel"
    " actuelle principal principale premier première second seconde deuxième troisième"
    " quatrième cinquième sixième septième huitième neuvième dixième dernier dernière"
    " grand grande petit petite jeune vieux vieille célèbre seul seule meilleur meilleure"
    " haut haute simple autre vaste ex double triple quintuple quadruple richissime"
    " puissant puissante unique vice importante important".split()
)
_PREPOSITIONS = frozenset(
    "de d' du des à au aux en pour sur contre chez auprès dans parmi avec entre".split()
)
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_AND = frozenset({"et", "ou"})
_RELATIVES = frozenset("qui que qu' dont où depuis dès".split())
_QUOTES = {normalise("«"): normalise("»")}
_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "[", "»", "…", "..."})


@dataclass(frozen=True)
class Phrase:
    """« l’ancien ministre du budget »: the words, its head noun and what determines it.

    `end` is the index, in the sentence, of the first word behind it.
    """

    words: tuple[Word, ...]
    head: Word
    determiner: str | None
    end: int

    @property
    def bare(self) -> tuple[Word, ...]:
        """The words behind the determiner, be it « le » or « l’un des »."""
        size = 3 if self.is_one_of_many else bool(self.determiner)
        return self.words[size:]

    @property
    def is_one_of_many(self) -> bool:
        return self.determiner in {"l'un des", "l'une des"}

    @property
    def adjectives(self) -> tuple[str, ...]:
        """What stands before the head: « ancien », « principal »."""
        return tuple(normalise(w.text) for w in self.bare if w.start < self.head.start)

    @property
    def is_bare(self) -> bool:
        """Nothing follows its head."""
        return self.words[-1] is self.head


def is_name(word: Word) -> bool:
    """« Lyon », « al-Abadi », and « région Grand Est », which the models found as one name."""
    text = word.text
    return text[0].isupper() or text[:3] in {"al-", "el-"} or (
        " " in text and any(c.isupper() for c in text)
    )  # fmt: skip


class Phrases:
    """Reads the noun phrases of a sentence."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self.words = words
        self._lexicon = lexicon
        self._lows = [normalise(word.text) for word in words]

    def read(self, start: int, *, contracted: bool = False) -> Phrase | None:
        """The phrase that begins with the word at `start`; None where no noun heads it.

        With `contracted`, « du » and « au » are taken for the « le » that they hold.
        """
        determiner, i = self._determined(start)
        if contracted and self._lows[start] in {"du", "au"}:
            determiner, i = "le", start + 1
        while i + 1 < len(self.words) and self._lows[i] in _BEFORE_NOUN:
            if self._lows[i + 1] not in _BEFORE_NOUN and not self._heads(i + 1):
                break
            i += 1
        if not self._heads(i) or (determiner is None and self._says(i)):
            return None
        head, end = self.words[i], self._continued(i + 1)
        return Phrase(tuple(self.words[start:end]), head, determiner, end)

    def _determined(self, start: int) -> tuple[str | None, int]:
        """The determiner that stands at `start`, and the index of the word behind it."""
        opening = self._lows[start : start + 3]
        if opening in (["l'", "un", "des"], ["l'", "une", "des"]):
            return f"l'{opening[1]} des", start + 3
        found = opening[0] if opening and opening[0] in _DETERMINERS else None
        return found, start + (found is not None)

    def _heads(self, i: int) -> bool:
        if i >= len(self.words) or not self.words[i].text[0].isalpha():
            return False
        word = self.words[i]
        return word.text.replace("-", "").isalpha() and (
            is_noun(word.text, self._lexicon) or word.pos == "NOUN"
        )

    def _says(self, i: int) -> bool:
        """A verb that is spelt like a noun: « X, juge que », « est », « informant »."""
        present = self._lows[i].endswith("ant") and self.words[i].pos == "VERB"
        present = present and (i + 1 < len(self.words) and not self._qualifies(i + 1))
        return present or self._lows[i] == "est" or self._lows[i + 1 : i + 2] in (["que"], ["qu'"])

    def _continued(self, i: int) -> int:
        """The index behind the complements and adjectives that follow a noun."""
        while i < len(self.words):
            step = self._step(i)
            if step == i:
                return i
            i = step
        return i

    def _step(self, i: int) -> int:
        """The index behind what goes on with the phrase at `i`; `i` where nothing does."""
        low = self._lows[i]
        reader = self._readers.get("preposition" if low in _PREPOSITIONS else low)
        if reader:
            return reader(i)
        return i + 1 if self._is_part(i) else i

    @cached_property
    def _readers(self) -> dict[str, Callable[[int], int]]:
        return {
            "preposition": self._complement,
            "et": self._coordinated,
            "ou": self._coordinated,
            ",": self._enumerated,
            **dict.fromkeys(_QUOTES, self._quoted),
        }

    def _is_part(self, i: int) -> bool:
        """An adjective, a name, the figure or sign at the end of one (« Canal+ »)."""
        word = self.words[i]
        numbered = word.pos == "NUM" and is_name(self.words[i - 1])
        return numbered or is_name(word) or self._qualifies(i) or self._belongs_to_name(i)

    def _belongs_to_name(self, i: int) -> bool:
        """The sign of « Canal+ »."""
        return self.words[i].text == "+" and self.words[i - 1].end == self.words[i].start

    def _qualifies(self, i: int) -> bool:
        """An adjective, or a noun that stands as one: « le bureau Afrique », « père fondateur »."""
        word, low = self.words[i], self._lows[i]
        if word.is_finite or not word.text[0].isalpha() or low in _INNER_DETERMINERS:
            return False
        if low.endswith("ant") and leans_to_verb(low, self._lexicon):
            return False
        if word.pos in {"ADJ", "NOUN", "PROPN", "X"}:
            return True
        if word.pos == "VERB" and is_adjective(word.text, self._lexicon):
            return True
        past = word.feats.get("VerbForm") == "Part" and not low.endswith("ant")
        governs = i + 1 < len(self.words) and self._lows[i + 1] in _PREPOSITIONS
        return past and governs and self._complement(i + 1) != i + 1

    def _complement(self, i: int) -> int:
        """« de la Défense », « à l’université de X »: the index behind the noun; `i` if none."""
        if self.is_age(i):
            return i
        j = i + 1
        if self._lows[i] == "auprès" and j < len(self.words):
            j += 1
        if j < len(self.words) and self._lows[i] not in _CONTRACTED:
            j += self._lows[j] in _INNER_DETERMINERS
        while j + 1 < len(self.words) and (
            self._lows[j] in _BEFORE_NOUN or self.words[j].pos == "NUM"
        ):
            j += 1
        if j >= len(self.words):
            return i
        if self._lows[j] in _QUOTES:
            return max(i, self._quoted(j))
        word = self.words[j]
        nominal = is_name(word) or word.pos == "PROPN" or self._heads(j)
        return j + 1 if nominal and not word.is_finite else i

    def _coordinated(self, i: int) -> int:
        """« de l’Économie et des Finances », « étrangères et européennes »."""
        if i + 1 >= len(self.words):
            return i
        if self._lows[i + 1] in {"de", "d'", "du", "des", "à", "au", "aux"}:
            return self._complement(i + 1) if self._complement(i + 1) != i + 1 else i
        alike = self.words[i + 1].pos == "ADJ" and self.words[i - 1].pos == "ADJ"
        return i + 2 if alike else i

    def _enumerated(self, i: int) -> int:
        """« de l’Environnement, de l’Énergie et de la Mer »: the comma of a list."""
        if i + 1 >= len(self.words) or self._lows[i + 1] not in {"de", "d'", "du", "des"}:
            return i
        end = self._complement(i + 1)
        closes = self._continued(end) if end != i + 1 else end
        window = self._lows[end:closes]
        return end if any(low in _AND for low in window) else i

    def _quoted(self, i: int) -> int:
        """The index behind a short quotation that opens at `i`; `i` where it does not close."""
        closer = _QUOTES[self._lows[i]]
        end = next((k for k in range(i + 1, len(self.words)) if self._lows[k] == closer), None)
        return end + 1 if end is not None and end - i <= 8 else i

    def is_age(self, i: int) -> bool:
        """« de 43 ans »."""
        return self._lows[i : i + 1] == ["de"] and self._lows[i + 2 : i + 3] == ["ans"]

    def closes(self, i: int) -> bool:
        """Whether a comma, a full stop, a bracket or the sentence's end stands there."""
        return i >= len(self.words) or self.words[i].text in _CLOSING

    def opens_clause(self, i: int) -> bool:
        """Whether « qui », « depuis » or a participle follows."""
        word = self.words[i] if i < len(self.words) else None
        participle = word is not None and word.feats.get("VerbForm") == "Part"
        return word is not None and (self._lows[i] in _RELATIVES or participle)


def agreement(phrase: Phrase, sentence: ParsedSentence) -> str:
    """`noun_agrees` where the second parser takes the head for a noun, too; or `noun_differs`."""
    theirs = (piece.second.at(phrase.head.start) for piece in sentence.pieces)
    alike = any(word is not None and word.pos in {"NOUN", "PROPN"} for word in theirs)
    return "noun_agrees" if alike else "noun_differs"
