"""« X a déclaré que P et que Q »: the saying, and each clause that is said, apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.french.verbs import Verbs
from quizapp.nlp.markers import AUXILIARIES, CLEARLY_FINITE, CLITICS, speech_verb
from quizapp.nlp.tokens import Token

_THAT = frozenset({"que", "qu'"})
_COMPOUND = frozenset(
    "ainsi alors tandis bien afin pour parce dès plus moins autant autre tant lors même tel telle"
    " tels telles mieux pire avant après sans soit depuis ce et ou selon aussi si".split()
)
"""What makes « que » something else: « ainsi que », « plus que », « ce que »."""
_RELATING = frozenset("qui que qu' dont où lequel laquelle lorsque lorsqu' si quand".split())
_NOMINAL = frozenset(
    "le la l' les un une des du de d' au aux cette cet ces son sa ses leur leurs ne n' à en"
    " sans par pour".split()
)
_REACH = 12
"""How many words may stand between the verb and its « que »: « au Monde, dans un entretien »."""


@dataclass(frozen=True)
class Said:
    """A stretch with its role: `saying` up to « que », `link` for the « que » itself."""

    role: str
    tokens: tuple[Token, ...]


def split_sayings(tokens: Sequence[Token], verbs: Verbs) -> list[Said]:
    """The stretches of a clause in text order; the clause alone, as `said`, where nobody speaks."""
    that = _that([token.form.lower() for token in tokens], verbs)
    return [Said("said", tuple(tokens))] if that is None else _stretches(tokens, that, verbs)


def split_participle(tokens: Sequence[Token], verbs: Verbs) -> list[Said]:
    """« , ajoutant que P et que Q » in the same way; empty for other participles."""
    words = [token.form.lower() for token in tokens]
    start = int(words[:1] == [","])
    start += words[start : start + 1] == ["en"]
    says = speech_verb(verbs, words[start]) if start < len(words) - 3 else None
    if says is None or not words[start].endswith("ant"):
        return []
    that = next((i for i in range(start + 1, len(words)) if words[i] in _THAT), None)
    if that is None or that > start + _REACH or not _governs(words, start, that, verbs):
        return []
    return _stretches(tokens, that, verbs)


def _governs(words: list[str], verb: int, that: int, verbs: Verbs) -> bool:
    between = words[verb + 1 : that]
    apart = words[that - 1] in _COMPOUND or _RELATING & set(between) or {"«", ";"} & set(between)
    return not apart and any(verbs.is_finite(word) for word in words[that + 1 :])


def _stretches(tokens: Sequence[Token], that: int | None, verbs: Verbs) -> list[Said]:
    """The saying that ends at `that` and what it says; « et ajoute que Q » is a saying more."""
    found: list[Said] = []
    while that is not None:
        found += [
            Said("saying", tuple(tokens[:that])),
            Said("link", tuple(tokens[that : that + 1])),
        ]
        start = that + 1
        for i in _further([token.form.lower() for token in tokens], start):
            found += [Said("said", tuple(tokens[start:i])), Said("link", tuple(tokens[i : i + 2]))]
            start = i + 2
        tokens = tokens[start:]
        cut = _next_saying([token.form.lower() for token in tokens], verbs)
        if cut is None:
            break
        found += [Said("said", tuple(tokens[:cut])), Said("link", tuple(tokens[cut : cut + 1]))]
        tokens = tokens[cut + 1 :]
        that = _that([token.form.lower() for token in tokens], verbs, shared=True)
    return [*found, Said("said", tuple(tokens))]


def _next_saying(words: list[str], verbs: Verbs) -> int | None:
    """Index of the « et » of « P et a ajouté que Q »."""
    that = _that(words, verbs)
    joined = [
        i for i, word in enumerate(words[:that] if that else ())
        if word in {"et", "mais"} and not _in_quotation(words, i) and _only_verb(words[i + 1 :])
    ]  # fmt: skip
    if not joined or not any(verbs.is_finite(word) for word in words[: joined[-1]]):
        return None
    return joined[-1]


def _only_verb(words: list[str]) -> bool:
    """« a ajouté … », « précise … »: no subject of its own."""
    return bool(words) and words[0] not in _NOMINAL and words[0] not in {"il", "elle", "ils"}


def _that(words: list[str], verbs: Verbs, *, shared: bool = False) -> int | None:
    """Index of the « que » that a verb of saying governs."""
    for i in range(1 if shared else 2, len(words) - 2):
        governs = words[i] in _THAT and words[i - 1] not in _COMPOUND
        if not governs or _in_quotation(words, i):
            continue
        says = _says_before(words, i, verbs, shared=shared)
        if says and any(verbs.is_finite(word) for word in words[i + 1 :]):
            return i
    return None


def _says_before(words: list[str], that: int, verbs: Verbs, *, shared: bool) -> bool:
    """Whether a conjugated verb of saying, not denied, governs the « que » at `that`."""
    for j in range(that - 1, max(0, that - _REACH) - 1, -1):
        if words[j] in _RELATING or words[j] in CLEARLY_FINITE or words[j] in ";:«»":
            return False
        says = speech_verb(verbs, words[j]) or _makes_known(words, j)
        if says and _conjugated(words, j, verbs):
            start = _group_start(words, j)
            free = (shared or start > 0) and not _related(words[:start], verbs)
            return free and not {"ne", "n'"} & set(words[max(0, start - 1) : j])
    return False


def _makes_known(words: list[str], j: int) -> bool:
    """« fait savoir », « a fait valoir »."""
    return words[j] in {"savoir", "valoir"} and words[j - 1] in {"fait", "font"}


def _conjugated(words: list[str], j: int, verbs: Verbs) -> bool:
    if _makes_known(words, j):
        return True
    if verbs.is_past_participle(words[j]) and AUXILIARIES & set(words[max(0, j - 4) : j]):
        return True
    return verbs.is_finite(words[j]) and words[j - 1] not in _NOMINAL


def _group_start(words: list[str], j: int) -> int:
    """Where the verbal group begins that ends at `j`: « a, lui, aussi, affirmé »."""
    near = [k for k in range(max(0, j - 4), j) if words[k] in AUXILIARIES]
    j -= _makes_known(words, j)
    start = near[-1] if near and not _is_plain(words, near[-1], j) else j
    while start > 0 and words[start - 1] in CLITICS:
        start -= 1
    return start


def _is_plain(words: list[str], aux: int, j: int) -> bool:
    """Whether the auxiliary belongs to something else than the verb at `j`."""
    return any(word in {"et", "que", "qui", "mais"} for word in words[aux + 1 : j])


def _related(before: list[str], verbs: Verbs) -> bool:
    """« l’homme qui | a dit que »: the verb belongs to a relative clause."""
    at = max((k for k, word in enumerate(before) if word in _RELATING), default=None)
    return at is not None and not any(verbs.is_finite(word) for word in before[at + 1 :])


def _further(words: list[str], start: int) -> list[int]:
    """Indexes of « et » in the « et que » that go on with what is said."""
    return [
        i for i in range(start + 2, len(words) - 3)
        if words[i] in {"et", "mais"} and words[i + 1] in _THAT
        and not _in_quotation(words, i)
    ]  # fmt: skip


def _in_quotation(words: list[str], index: int) -> bool:
    return words[:index].count("«") > words[:index].count("»")
