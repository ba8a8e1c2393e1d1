"""Who or what is what by the words behind a name: « X, maire de Y et député, »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.attributes import attribute_of_apposition
from quizapp.facts.nominal.bearers import (
    Bearer,
    bearer_ending_at,
    bearer_starting_at,
    could_be_person,
    known_person_ending_at,
    person_starting_at,
    run_ending_at,
    run_starting_at,
)
from quizapp.facts.nominal.kinds import Kind, can_call, is_incomplete, is_person_noun
from quizapp.facts.nominal.phrases import Phrase, Phrases, agreement, is_name
from quizapp.facts.roles import State, state_of, then
from quizapp.french.typography import normalise
from quizapp.nlp.trees import Word

_REACH = 14
"""How many words before a name the phrase that tells what it is may begin."""
_AND = frozenset({"et", "ou"})
_GOVERNING = frozenset({"de", "d'", "à", "avec", "pour"})
_LEADING = frozenset({"le", "la", "les", "l'"})
_PLURAL = frozenset({"les", "des"})
_KINDS: tuple[Kind, ...] = ("person", "place", "organisation", "thing")


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    chained: dict[int, Bearer] = {}
    for comma in range(1, len(words) - 1):
        if words[comma].text != ",":
            continue
        yield from _before_name(words, comma, context)
        bearers = (_bearer(words, comma, context), chained.get(comma))
        start = comma + 1 + (normalise(words[comma + 1].text) == "alors")
        for phrase in _members(words, start, context) if any(bearers) else []:
            fitting = bearers if phrase.determiner in {None, "un", "une"} else bearers[:1]
            said = ((b, _candidate(phrase, b, words, context)) for b in fitting if b)
            bearer, candidate = next(((b, c) for b, c in said if c), (None, None))
            if bearer and candidate:
                yield candidate
                if bearer.kind == "person" and not _ends_with_person(phrase, context):
                    chained[phrase.end] = bearer


def _ends_with_person(phrase: Phrase, context: Context) -> bool:
    """« X, avocat de Y, patron de Z »: who the second title belongs to stays open."""
    last = context.registry.ending_at(phrase.words[-1].end)
    return last is not None and last.kind == "person"


def _before_name(words: tuple[Word, ...], comma: int, context: Context) -> Iterator[Candidate]:
    """« une application de partage, X. »: the name behind what it is, where it closes."""
    phrases = Phrases(words[:comma], context.resources.lexicon)
    start = next((n for n in range(comma - 2, max(-1, comma - _REACH), -1)
                  if normalise(words[n].text) in {"un", "une"}), None)  # fmt: skip
    phrase = phrases.read(start) if start is not None else None
    if phrase is None or phrase.end != comma or start is None:
        return
    bearer = person_starting_at(words, comma + 1, context) or (
        bearer_starting_at(words, comma + 1, context)
        or run_starting_at(words, comma + 1, context)
    )  # fmt: skip
    if bearer is None or not Phrases(words, context.resources.lexicon).closes(bearer.behind):
        return
    listed = bearer.behind < len(words) and words[bearer.behind].text == ","
    if (listed and bearer.kind != "person") or phrase.is_bare:
        return
    if not can_call(phrase.head.text, bearer.kind, context.resources.lexicon):
        return
    attribute = attribute_of_apposition(
        phrase, bearer.kind, context.article, context.resources.lexicon
    )
    if attribute:
        features = {"reversed_apposition", "comma"} | (set() if bearer.linked else {"unlinked"})
        state = State(bearer.segment, attribute, words[start].start, frozenset(features))
        candidate = state_of(state, context)
        if candidate:
            yield candidate


def _bearer(words: tuple[Word, ...], comma: int, context: Context) -> Bearer | None:
    """The name before the comma, « (PS) » and « , 43 ans » apart."""
    last = comma - 1
    if words[last].text == ")":
        opening = (n for n in range(last, max(-1, last - 8), -1) if words[n].text == "(")
        last = next(opening, 0) - 1
    if last > 3 and words[last].text == "ans" and words[last - 2].text == ",":
        last -= 3
    if last < 0:
        return None
    known = bearer_ending_at(words, last, context)
    if known and known.kind != "person" and _is_cut(words, known):
        known = None
    return (
        known or known_person_ending_at(words, last, context) or run_ending_at(words, last, context)
    )


def _is_cut(words: tuple[Word, ...], name: Bearer) -> bool:
    """The « France » of « Business France »."""
    before = words[name.first - 1] if name.first else None
    return before is not None and is_name(before) and normalise(before.text) not in _LEADING


def _members(words: tuple[Word, ...], start: int, context: Context) -> list[Phrase]:
    """« maire de Y et député de Z »: each title; none where the apposition does not close."""
    phrases = Phrases(words, context.resources.lexicon)
    members: list[Phrase] = []
    i = start
    while True:
        phrase = phrases.read(i)
        if phrase is None:
            return []
        members.append(phrase)
        i = _behind_nested(phrases, phrase.end, words, context)
        comma = i < len(words) - 1 and words[i].text == ","
        joined = i + comma < len(words) - 1 and normalise(words[i + comma].text) in _AND
        following = phrases.read(i + comma + 1) if joined else None
        if following is None or not is_person_noun(following.head.text, context.resources.lexicon):
            break
        if _names_somebody(following, words, context):
            break
        i += comma + 1
    i += 3 if phrases.is_age(i) else 0
    closed = phrases.closes(i) or phrases.opens_clause(i) or words[i].text == "("
    return members if closed else []


def _behind_nested(phrases: Phrases, i: int, words: tuple[Word, ...], context: Context) -> int:
    """Behind the second apposition of « maire de Y, commune de la Creuse, et député »."""
    nested = phrases.read(i + 1) if i < len(words) - 1 and words[i].text == "," else None
    if nested is None or is_person_noun(nested.head.text, context.resources.lexicon):
        return i
    following = [normalise(w.text) for w in words[nested.end : nested.end + 2]]
    return nested.end if following == [",", "et"] else i


def _names_somebody(phrase: Phrase, words: tuple[Word, ...], context: Context) -> bool:
    """« , le ministre Jean Petit »: a title with its own name is no apposition."""
    last = context.registry.ending_at(phrase.words[-1].end)
    if last is None or last.kind != "person":
        return False
    inside = [w for w in phrase.words if w.end <= last.span.start]
    if not inside or normalise(inside[-1].text) in _GOVERNING:
        return False
    return phrase.determiner is not None or not _is_governed_title(inside)


def _is_governed_title(words: list[Word]) -> bool:
    """The « de l’acteur » of « fille de l’acteur Jean Petit »."""
    lows = [normalise(word.text) for word in words]
    last = max(
        (n for n, low in enumerate(lows) if low in {"le", "la", "l'", "du", "au"}), default=0
    )
    return lows[last] in {"du", "au"} or (last > 0 and lows[last - 1] in _GOVERNING)


def _candidate(
    phrase: Phrase, bearer: Bearer, words: tuple[Word, ...], context: Context
) -> Candidate | None:
    lexicon = context.resources.lexicon
    kind = _kind(phrase, bearer, words, context)
    if kind is None or phrase.determiner in _PLURAL or _names_somebody(phrase, words, context):
        return None
    if _is_open(words, bearer, kind, context):
        return None
    attribute = attribute_of_apposition(phrase, kind, context.article, lexicon)
    alone = phrase.is_bare and is_incomplete(phrase.head.text)
    if attribute is None or _goes_on(phrase, words):
        return None
    features = {"apposition", "comma"} | ({"role"} if kind == "person" else {"thing_apposed"})
    features |= {agreement(phrase, context.sentence)}
    features |= {"empty_role"} if alone else set()
    features |= set() if bearer.linked else {"unlinked"}
    state = State(bearer.segment, attribute, phrase.words[0].start, frozenset(features))
    return state_of(then(state) if _was(phrase, words) else state, context)


def _goes_on(phrase: Phrase, words: tuple[Word, ...]) -> bool:
    """« députée (LR) du Loiret »: its complement stands behind the bracket."""
    texts = [normalise(w.text) for w in words[phrase.end : phrase.end + 8]]
    closing = texts.index(")") if texts[:1] == ["("] and ")" in texts else None
    return closing is not None and texts[closing + 1 : closing + 2] in (["du"], ["de"], ["des"],
                                                                       ["d'"])  # fmt: skip


def _was(phrase: Phrase, words: tuple[Word, ...]) -> bool:
    """« X, alors ministre de Y, »."""
    return normalise(words[words.index(phrase.words[0]) - 1].text) == "alors"


def _kind(phrase: Phrase, bearer: Bearer, words: tuple[Word, ...], context: Context) -> Kind | None:
    """What both the name and the noun can be."""
    lexicon, head = context.resources.lexicon, phrase.head.text
    if bearer.linked:
        fits = can_call(head, bearer.kind, lexicon)
        return bearer.kind if fits and not _is_object(phrase, bearer, words) else None
    if can_call(head, "person", lexicon):
        return "person" if could_be_person(bearer, words, context) else None
    fits = can_call(head, "thing", lexicon) and (
        phrase.determiner in {"un", "une"} or not phrase.is_bare
    )  # fmt: skip
    return "thing" if fits and not _is_object(phrase, bearer, words) else None


def _is_object(phrase: Phrase, bearer: Bearer, words: tuple[Word, ...]) -> bool:
    """« Après avoir lancé, via sa filiale X, un service »: the name closes an aside, and the noun
    depends on what stands before it."""
    if phrase.determiner is None or bearer.kind == "person":
        return False
    opening = max((n for n in range(bearer.first) if words[n].text == ","), default=-1)
    first = words[opening + 1] if opening + 1 < len(words) else None
    return first is not None and first.pos in {"ADP", "ADV", "SCONJ", "VERB", "CCONJ"}


def _is_open(words: tuple[Word, ...], bearer: Bearer, kind: Kind, context: Context) -> bool:
    """« le fils de X, maire de Y »: the noun before the name could as well be meant."""
    i = bearer.first - 1
    if i >= 0 and normalise(words[i].text) in {"le", "la", "l'"}:
        i -= 1
    if i < 1 or normalise(words[i].text) not in {"de", "d'", "du", "des"}:
        return False
    before = words[i - 1]
    return before.pos == "NOUN" and can_call(before.text, kind, context.resources.lexicon)
