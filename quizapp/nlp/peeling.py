"""A sentence while it is being peeled."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.french.verbs import Verbs
from quizapp.nlp.markers import CLEARLY_FINITE, ENDS, FINITE_ENDING
from quizapp.nlp.tokens import Token
from quizapp.nlp.trees import PieceKind


@dataclass(frozen=True)
class Peeled:
    """A stretch with what it is; `tokens` may have holes where something was peeled out of it."""

    kind: PieceKind
    tokens: tuple[Token, ...]


class Peeling:
    def __init__(self, tokens: Sequence[Token], verbs: Verbs) -> None:
        self.rest = list(tokens)
        self.verbs = verbs
        self.peeled: list[Peeled] = []
        self._words = [token.form.lower() for token in tokens]

    def words(self) -> list[str]:
        """The forms of `rest` in lower case, to be read only."""
        return self._words

    def take(self, kind: PieceKind, start: int, end: int, *, marker: int = 0) -> None:
        """Strips `start` to `end` off; its first `marker` tokens make a piece of their own."""
        inside = start + marker
        if marker:
            self.peeled.append(Peeled("marker", tuple(self.rest[start:inside])))
        self.peeled.append(Peeled(kind, tuple(self.rest[inside:end])))
        self.drop(start, end)

    def drop(self, start: int, end: int) -> None:
        """Forgets what was told apart."""
        del self.rest[start:end]
        self._words = self._words[:start] + self._words[end:]

    def closing(self, start: int) -> int:
        """Index of the comma, dash or end mark, outside quotations, at or after `start`."""
        depth = 0
        for i in range(start, len(self.rest)):
            form = self.rest[i].form
            depth += (form in "«(") - (form in "»)")
            if depth < 0:
                return i
            if depth == 0 and (form in ENDS or form in {",", "–", "—"}):
                return i
        return len(self.rest)

    def in_quotation(self, index: int) -> bool:
        forms = [token.form for token in self.rest[:index]]
        open_ended = forms[:1] == ["«"] and "»" not in [token.form for token in self.rest]
        return forms.count("«") - open_ended > forms.count("»")

    def finite(self, start: int, end: int) -> bool:
        """Whether a form that can hardly be anything but a conjugated verb stands there."""
        return any(
            word in CLEARLY_FINITE or (FINITE_ENDING.search(word) and self.verbs.is_finite(word))
            for word in self.words()[start:end]
        )
