"""What is stripped off a sentence by rule, so that the parsers see its simple core."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from quizapp.french.verbs import Verbs
from quizapp.nlp.clefts import take_cleft
from quizapp.nlp.conjuncts import split_conjuncts
from quizapp.nlp.frames import take_frames, take_tail
from quizapp.nlp.markers import (
    CLEARLY_FINITE,
    CONNECTING_PHRASES,
    CONNECTORS,
    ENDS,
    REMOVABLE,
    is_role_noun,
)
from quizapp.nlp.participial import participle_at
from quizapp.nlp.peeling import Peeled, Peeling
from quizapp.nlp.sayings import Said, split_participle, split_sayings
from quizapp.nlp.subordinates import (
    HOMOGRAPHS,
    clause_marker,
    has_verb,
    subordinate_end,
    subordinate_kind,
)
from quizapp.nlp.times import time_stretches
from quizapp.nlp.tokens import Token
from quizapp.nlp.trees import PieceKind

_FRONTING = frozenset(
    "à au aux en dans sur pour par avec lors depuis après avant malgré chez sous contre".split()
)

_SUBJECTLESS = frozenset("qui que qu' voir dont même si où sauf hors hormis excepté sans".split())
"""What opens a bracket that is no sentence of its own."""

Step = Callable[["Peeling"], None]


def peel(tokens: Sequence[Token], *, verbs: Verbs) -> tuple[Peeled, ...]:
    """The core and everything around it; each token belongs to one of them, none is lost."""
    peeling = Peeling(tokens, verbs)
    for step in _STEPS:
        step(peeling)
    peeled = [part for piece in peeling.peeled for part in _told(piece, verbs)]
    found = [*peeled, *_conjuncts(_cores(peeling), verbs)]
    return tuple(part for piece in found for part in _without_times(piece) if part.tokens)


def _conjuncts(cores: Iterable[Peeled], verbs: Verbs) -> Iterator[Peeled]:
    """The cores with their coordinated clauses apart; after a saying, they are what is said."""
    said = False
    for core in cores:
        said = said or core.kind == "saying"
        for piece in split_conjuncts(core, verbs, said=said):
            yield from _without_connector(piece)


def _without_connector(piece: Peeled) -> Iterator[Peeled]:
    """« et », « pourtant » before a clause of its own; not « et » for a shared subject, nor
    « ainsi que », « même si »."""
    words = [token.form.lower() for token in piece.tokens]
    at = 0
    while at < len(words) - 3 and piece.kind == "core" and _connects(words, at):
        at += 1
    if at and words[at] not in {"que", "qu'", "même", ","}:
        yield Peeled("aside", piece.tokens[:at])
        yield Peeled(piece.kind, piece.tokens[at:])
    else:
        yield piece


def _take_asides(peeling: Peeling) -> None:
    """« (…) », « […] » and « – … – »."""
    for opener, closer in (("(", ")"), ("[", "]"), ("–", "–"), ("—", "—")):
        start = 0
        while True:
            forms = [token.form for token in peeling.rest]
            if opener not in forms[start:]:
                break
            start = forms.index(opener, start)
            if closer not in forms[start + 1 :] or start == 0:
                break
            _take_bracketed(peeling, start, forms.index(closer, start + 1))


def _take_bracketed(peeling: Peeling, start: int, end: int) -> None:
    """An aside; a sentence of its own in it is a clause, whose marker are the brackets."""
    words = peeling.words()[start + 1 : end]
    subjectless = words[:1] and words[0] in _SUBJECTLESS
    if len(words) < 4 or subjectless or not has_verb(peeling, start + 2, end):
        peeling.take("aside", start, end + 1)
        return
    peeling.peeled.append(Peeled("marker", (peeling.rest[start], peeling.rest[end])))
    peeling.peeled.append(Peeled("clause", tuple(peeling.rest[start + 1 : end])))
    peeling.drop(start, end + 1)


def _take_connectors(peeling: Peeling) -> None:
    for phrase in REMOVABLE:
        _take_phrase(peeling, phrase)
    _take_emphasis(peeling)
    words = peeling.words()
    for phrase in CONNECTING_PHRASES:
        if tuple(words[: len(phrase)]) == phrase:
            _take_connector(peeling, len(phrase))
            return
    if len(words) > 3 and _connects(words, 0) and words[1] not in {"que", "qu'", "même"}:
        _take_connector(peeling, 1)


def _connects(words: Sequence[str], at: int) -> bool:
    """« alors » before a clause; not that of « alors président du club, X … »."""
    return words[at] in CONNECTORS and not (words[at] == "alors" and is_role_noun(words[at + 1]))


def _take_emphasis(peeling: Peeling) -> None:
    """« La banque a, elle, écopé », « Le taux baisse lui dans … »."""
    words = peeling.words()
    for i in range(1, len(words) - 1):
        if words[i] not in {"lui", "elle", "eux", "elles"}:
            continue
        if words[i - 1] == words[i + 1] == ",":
            peeling.take("aside", i - 1, i + 2)
            return
        if (
            words[i + 1] in _FRONTING
            and peeling.verbs.is_finite(words[i - 1])
            and (words[i - 1] not in _FRONTING | HOMOGRAPHS)
        ):
            peeling.take("aside", i, i + 1)
            return


def _take_phrase(peeling: Peeling, phrase: tuple[str, ...]) -> None:
    """A connecting phrase inside the sentence, with the commas on both its sides."""
    words = peeling.words()
    if phrase[0] not in words:
        return
    for i in range(1, len(words) - len(phrase)):
        end = i + len(phrase)
        if tuple(words[i:end]) == phrase and not peeling.in_quotation(i):
            commas = words[i - 1] == "," and words[end] == ","
            peeling.take("aside", i - commas, end + commas)
            return


def _take_connector(peeling: Peeling, size: int) -> None:
    if size < len(peeling.rest) and peeling.rest[size].form == ",":
        size += 1
    peeling.take("aside", 0, size)


def _take_subordinates(peeling: Peeling) -> None:
    """Comma-closed relatives, appositions and participles; from the last to the first."""
    for i in range(len(peeling.rest) - 2, 0, -1):
        if i >= len(peeling.rest) - 1 or peeling.rest[i].form != "," or peeling.in_quotation(i):
            continue
        kind = subordinate_kind(peeling, i)
        if kind is None:
            continue
        marker = _marker_size(peeling, i, kind)
        end = subordinate_end(peeling, i + 1, kind)
        if end >= len(peeling.rest) or peeling.rest[end].form in ENDS:
            peeling.take(kind, i, end, marker=marker)
        elif peeling.rest[end].form == ",":
            _take_between_commas(peeling, kind, i, end, marker=marker)


def _marker_size(peeling: Peeling, comma: int, kind: PieceKind) -> int:
    """The tokens before a clause, or before « en » in « , tout en rappelant »."""
    if kind == "clause":
        return clause_marker(peeling, comma + 1) + 1
    words = peeling.words()[comma + 1 : comma + 3]
    return 2 if kind == "participle" and words == ["tout", "en"] else 0


def _take_opening(peeling: Peeling) -> None:
    """« Avançant vite, la milice … », « Valorisé à 19 milliards, le groupe … »."""
    words = peeling.words()
    after = words[:1] == ["après"] and words[1:2] in (["avoir"], ["être"])
    if not after and participle_at(peeling.verbs, words, 0) is None:
        return
    end = peeling.closing(0)
    while end < len(words) and words[end] == ",":
        following = peeling.closing(end + 1)
        told = words[end + 2 : following]
        if CLEARLY_FINITE & set(told) or any(
            peeling.verbs.is_finite(w) for w in told if len(w) > 2
        ):
            peeling.take("participle", 0, end + 1)
            return
        end = following


def _take_between_commas(
    peeling: Peeling, kind: PieceKind, start: int, end: int, *, marker: int
) -> None:
    """Both commas go, unless the second separates members of a list, or what stands in front of
    the subject, from the clause."""
    following = peeling.rest[end + 1].form.lower() if end + 1 < len(peeling.rest) else ""
    fronted = peeling.words()[0] in _FRONTING and not has_verb(peeling, 0, start)
    keeps_comma = (
        fronted
        or following in {"mais", "et", "ou", "tandis", "alors"}
        or any(
            subordinate_kind(peeling, comma) and peeling.closing(comma + 1) == start
            for comma in range(1, start - 1)
            if peeling.rest[comma].form == ","
        )
    )
    peeling.take(kind, start, end if keeps_comma else end + 1, marker=marker)


def _cores(peeling: Peeling) -> list[Peeled]:
    """The clauses on both sides of « ; » and « : », without quotation marks that enclose them."""
    cores, start = [], 0
    for i, token in enumerate(peeling.rest):
        if token.form not in {";", ":"} or peeling.in_quotation(i):
            continue
        finite = has_verb(peeling, start, i) and peeling.finite(i, len(peeling.rest))
        quotes = [t.form for t in peeling.rest[i + 1 : i + 2]] == ["«"]
        if token.form == ":" and not quotes and _opens_list(peeling, start, i):
            cores += _said(split_sayings(peeling.rest[start:i], peeling.verbs))
            return [*cores, Peeled("aside", tuple(peeling.rest[i:]))]
        if token.form == ";" or finite or quotes:
            cores += _said(split_sayings(peeling.rest[start : i + 1], peeling.verbs))
            start = i + 1
    return cores + _said(split_sayings(peeling.rest[start:], peeling.verbs))


def _opens_list(peeling: Peeling, start: int, colon: int) -> bool:
    """« Trois villes sont touchées : Brest, Quimper et Vannes. »: behind a whole clause, no verb
    and no other mark to the end."""
    rest = [token.form for token in peeling.rest[colon + 1 :]]
    plain = len(rest) > 1 and not {";", ":", "«", "»"} & set(rest)
    plain_words = (form for form in rest if form.islower() and form not in HOMOGRAPHS)
    verbal = (peeling.verbs.is_finite(form) for form in plain_words)
    told = peeling.finite(start, colon) and not any(verbal)
    return plain and told and peeling.words()[colon - 1] not in {*CLEARLY_FINITE, "étaient"}


def _told(piece: Peeled, verbs: Verbs) -> list[Peeled]:
    """« , ajoutant que P »: the saying, and what is said; anything else as it is."""
    if piece.kind != "participle":
        return [piece]
    stretches = split_participle(piece.tokens, verbs)
    return list(_conjuncts(_said(stretches), verbs)) if stretches else [piece]


def _said(stretches: Iterable[Said]) -> list[Peeled]:
    """A clause by itself, or « X déclare que » and each clause that X declares."""
    pieces: list[Peeled] = []
    for stretch in stretches:
        if stretch.role == "said":
            pieces += _unquoted(list(stretch.tokens))
        else:
            kind: PieceKind = "saying" if stretch.role == "saying" else "aside"
            pieces.append(Peeled(kind, stretch.tokens))
    return pieces


def _unquoted(tokens: list[Token]) -> list[Peeled]:
    marks = [token for token in tokens if token.form in "«»"]
    lone = [
        t for t in marks
        if (t.form == "«" and t is tokens[0]) or (t.form == "»" and t in tokens[-2:])
    ]  # fmt: skip
    encloses = len(marks) == len(lone)
    rest = tuple(t for t in tokens if not (encloses and t in lone))
    asides = [Peeled("aside", (token,)) for token in lone] if encloses else []
    return [Peeled("core", rest), *asides]


def _take_contrasts(peeling: Peeling) -> None:
    """« … tandis que … » without a comma, to the end of the sentence."""
    words = peeling.words()
    for i in range(2, len(words) - 3):
        contrasts = words[i] in {"tandis", "alors"} and words[i + 1] in {"que", "qu'"}
        if contrasts and has_verb(peeling, 0, i):
            if not peeling.in_quotation(i) and peeling.closing(i) >= len(words) - 1:
                peeling.take("clause", i, peeling.closing(i), marker=2)
            return


_STEPS: tuple[Step, ...] = (
    _take_asides, take_frames, _take_connectors, take_cleft, _take_opening, _take_subordinates,
    _take_contrasts, take_tail,
)  # fmt: skip


def _without_times(piece: Peeled) -> list[Peeled]:
    """Time adverbials out of a clause; they say nothing about who does what."""
    if piece.kind not in {"core", "predicate", "relative", "participle", "clause", "saying"}:
        return [piece]
    stretches = time_stretches(piece.tokens)
    inside = {i for start, end in stretches for i in range(start, end)}
    kept = tuple(token for i, token in enumerate(piece.tokens) if i not in inside)
    kind: PieceKind = "time" if piece.kind in {"core", "predicate", "saying"} else "inner_time"
    times = [Peeled(kind, piece.tokens[start:end]) for start, end in stretches]
    return [Peeled(piece.kind, kept), *times]
