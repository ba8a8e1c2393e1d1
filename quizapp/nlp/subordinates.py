"""What a comma opens: a relative clause, an apposition, an aside; and where it ends."""

from quizapp.nlp.markers import (
    AUXILIARIES,
    CLAUSE_MARKERS,
    CLEARLY_FINITE,
    CLITICS,
    DETERMINERS,
    ENDS,
    NESTING,
    SUBORDINATORS,
    is_role_noun,
)
from quizapp.nlp.participial import is_present_participle, participle_at
from quizapp.nlp.peeling import Peeling
from quizapp.nlp.trees import PieceKind

HOMOGRAPHS = frozenset(
    "contre entre sous vers par pour dans une bien tout porte marche place reste été plus".split()
)


_CLAUSAL = frozenset(
    "car puisque puisqu' lorsque lorsqu' alors tandis bien même sachant parce quand dont où".split()
)


def has_verb(peeling: Peeling, start: int, end: int) -> bool:
    """Whether a form stands there that may be a conjugated verb."""
    return any(
        peeling.verbs.is_finite(word) and word not in HOMOGRAPHS
        for word in peeling.words()[start:end]
    )


def subordinate_kind(peeling: Peeling, comma: int) -> PieceKind | None:
    """What the comma opens; None when it only separates."""
    words = peeling.words()[comma + 1 : comma + 3]
    if words[0] == "qui":
        return "relative"
    if words[0].isdigit() and words[1:] == ["ans"] and peeling.closing(comma + 1) == comma + 3:
        return "aside"
    opened = _opened(peeling, comma)
    if opened:
        return opened
    if is_role_noun(words[0]) or (words[0] in DETERMINERS and is_role_noun(words[-1])):
        named = peeling.rest[comma - 1].form[:1].isupper()
        return "apposition" if named else None
    if _names_a_role(peeling, comma):
        return "apposition"
    qualifies = _is_bare(peeling, comma) or _qualifies_what_precedes(peeling, comma)
    qualifies = qualifies or _stands_before_verb(peeling, comma)
    return "aside" if qualifies else None


def _opened(peeling: Peeling, comma: int) -> PieceKind | None:
    """What a marker or a participle behind the comma tells."""
    words = peeling.words()[comma + 1 :]
    if clause_marker(peeling, comma + 1):
        return "clause"
    if any(tuple(words[: len(sub)]) == sub for sub in SUBORDINATORS):
        return "aside"
    return "participle" if _opens_participle(peeling, comma) else None


def clause_marker(peeling: Peeling, start: int) -> int:
    """How many words mark the clause that begins at `start`: 2 for « alors que »; 0 where none
    begins, or none that has a verb."""
    words = peeling.words()[start:]
    size = max((len(m) for m in CLAUSE_MARKERS if tuple(words[: len(m)]) == m), default=0)
    end = next((i for i in range(start, len(peeling.rest)) if peeling.rest[i].form in ENDS), None)
    return size if size and has_verb(peeling, start + size, end or len(peeling.rest)) else 0


def _opens_participle(peeling: Peeling, comma: int) -> bool:
    """« , entraînant … », « , promise par … »; a list of participles behind « être » is none."""
    words = peeling.words()
    at = participle_at(peeling.verbs, words, comma + 1)
    if at is None:
        return _has_own_subject(peeling, comma)
    if _closes_group(words, comma):
        return False
    if is_present_participle(peeling.verbs, words[at]):
        return True
    listed = {"et", "ou", "puis"} & set(words[at : peeling.closing(at) + 2])
    after_passive = any(
        peeling.verbs.is_past_participle(w) for w in words[max(0, comma - 1) : comma]
    )
    return not (listed and after_passive)


def _closes_group(words: list[str], comma: int) -> bool:
    """« avait été, en 2014, condamné »: behind two commas the verb goes on."""
    before = next((i for i in range(comma - 1, max(0, comma - 9), -1) if words[i] == ","), 0)
    return before > 0 and words[before - 1] in AUXILIARIES | {"été"}


_RELATING = frozenset("qui que qu' dont et ou à en dans pour".split())
_LEADING = frozenset("le la l' les certains certaines d' ces ses plusieurs".split())
"""What begins the subject of a participle; « un », « une » begin an apposition more often."""


def _has_own_subject(peeling: Peeling, comma: int) -> bool:
    """« , une grève ayant été décrétée. », « , certains voulant partir. »: it ends the sentence."""
    words, end = peeling.words(), peeling.closing(comma + 1)
    if end < len(words) and words[end] not in ENDS:
        return False
    stretch = range(comma + 2, min(comma + 9, end - 1))
    at = next((i for i in stretch if is_present_participle(peeling.verbs, words[i])), None)
    if at is None or set(words[comma + 1 : at]) & _RELATING or not has_verb(peeling, 0, comma):
        return False
    if words[comma + 1] in {"un", "une", "des"}:
        return words[at] in {"ayant", "étant"}
    return words[comma + 1] in _LEADING


def _is_bare(peeling: Peeling, comma: int) -> bool:
    """« , la plus importante du pays, »: between two commas, without a verb of its own."""
    words = peeling.words()[comma + 1 : comma + 3]
    superlative = words[0] in {"le", "la", "les"} and words[1:] in (["plus"], ["premier"])
    end = peeling.closing(comma + 1)
    closed = end < len(peeling.rest) - 1 and peeling.rest[end].form == ","
    return superlative and closed and end - comma <= 9 and not peeling.finite(comma, end)


def _stands_before_verb(peeling: Peeling, comma: int) -> bool:
    """« X, branche du groupe Y en Syrie, annonce »: what two commas part from the verb."""
    words, end = peeling.words(), peeling.closing(comma + 1)
    if end >= len(words) - 2 or words[end] != "," or not 2 <= end - comma <= 16:
        return False
    verb = next((w for w in words[end + 1 :] if w not in {*CLITICS, "ne", "n'"}), "")
    follows = (
        verb in CLEARLY_FINITE
        or verb in AUXILIARIES
        or (
            peeling.verbs.is_finite(verb)
            and not peeling.rest[end + 1].form[0].isupper()
            and words[end + 1] not in DETERMINERS
            and verb not in HOMOGRAPHS
        )
    )
    lists = {"et", "ou", "ni", "mais", "puis"} & {words[comma + 1], words[end + 1]}
    governed = "," in words[:comma] or any(peeling.verbs.is_finite(w) and w not in HOMOGRAPHS
                                           for w in words[:comma] if len(w) > 2)  # fmt: skip
    clausal = bool(CLEARLY_FINITE & set(words[comma + 1 : end]))
    return follows and not lists and not governed and not clausal


def _names_a_role(peeling: Peeling, comma: int) -> bool:
    """« le ministre de la Défense, Jean Petit, »: nothing but a name between the commas."""
    end = peeling.closing(comma + 1)
    inside = [token.form for token in peeling.rest[comma + 1 : end]]
    if end >= len(peeling.rest) or peeling.rest[end].form != "," or not 1 <= len(inside) <= 5:
        return False
    named = all(form[0].isupper() or form.lower() in {"de", "d'", "ben", "al"} for form in inside)
    before = peeling.words()[:comma]
    if comma > 14 or any(peeling.verbs.is_finite(word) for word in before):
        return False
    return named and any(is_role_noun(word) for word in before) and "," not in before


def _qualifies_what_precedes(peeling: Peeling, comma: int) -> bool:
    """« …, une première depuis dix ans. »: an apposition that closes the sentence."""
    words = peeling.words()
    rest = words[comma + 1 :]
    if rest[0] not in {"un", "une"} or {"et", "ou", ",", "ni", "puis"} & set(rest):
        return False
    return not {"un", "une", "deux"} & set(words[:comma]) and not peeling.finite(comma, len(words))


def _names_role_before(peeling: Peeling, start: int, end: int, after: int) -> bool:
    """« , accompagné du préfet, Paul Petit, »: a name behind its bearer's title."""
    inside = [token.form for token in peeling.rest[end + 1 : after]]
    named = 1 <= len(inside) <= 3 and all(form[0].isupper() for form in inside)
    return named and any(is_role_noun(word) for word in peeling.words()[start:end])


def _behind_name(peeling: Peeling, comma: int) -> int:
    """The end of « par le préfet, Paul Petit, | à Jean Martin »: a recipient goes with it."""
    words, end = peeling.words(), peeling.closing(comma + 1)
    told = words[comma + 1 : comma + 2] in (["à"], ["au"], ["aux"])
    return end if told and not has_verb(peeling, comma + 1, end) else comma


def subordinate_end(peeling: Peeling, start: int, kind: PieceKind) -> int:
    """The comma that closes what begins at `start`; commas of an enumeration do not."""
    end = peeling.closing(start)
    words = peeling.words()
    adverb = words[start] == "alors" and words[start + 1 : start + 2] not in (["que"], ["qu'"])
    while words[start] in _CLAUSAL and not adverb and words[end : end + 1] == [","]:
        if has_verb(peeling, start + 1, end):
            break
        end = peeling.closing(end + 1)
    bare = end - start <= 3 and not has_verb(peeling, start + 1, end)
    if kind == "relative" and bare and words[end : end + 1] == [","]:
        end = peeling.closing(peeling.closing(end + 1) + 1)
    while end < len(words) and words[end] == ",":
        after = peeling.closing(end + 1)
        inner = words[end + 1 : after]
        if kind == "apposition" and inner[:1] not in (["de"], ["du"], ["des"], ["d'"]):
            break
        if kind == "participle" and _names_role_before(peeling, start, end, after):
            end = _behind_name(peeling, after)
            continue
        enumerates = {"et", "ou"} & set(inner) and not peeling.finite(end + 1, after)
        if enumerates or (inner and inner[0] in NESTING):
            end = after
        elif after >= len(words) or words[after] in ENDS:
            if any(peeling.verbs.is_finite(word) for word in inner):
                break
            end = after
        else:
            break
    return end
