"""The order in which a quiz asks: important first, distinct facts and sentences, mixed kinds, no
question that answers another."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.model import Cloze, Matching, Ordering, Question, TrueFalse
from quizapp.questions import build
from quizapp.questions.wording import content_words, likeness

_PER_FACT = 2
_BLOCK = 10
_FEWEST = 6
_MOST_ON_WORDS = 2
_SAME_KIND = 0.07
_SAME_FACT = 0.30
_SAME_SENTENCE = 0.12
_SAME_ANSWER = 0.12
_TELLING = 0.4
_VAGUE = 0.10
_WHOLE = 0.15
_NEAR = 0.75
_ONE_A_QUIZ = frozenset(("ordering",))


@dataclass(frozen=True, eq=False)
class _Candidate:
    question: Question
    shown: frozenset[str]
    key: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> "_Candidate":
        return cls(question, content_words(_shown(question)), content_words(_key(question)))


def select(questions: list[Question], count: int | None) -> tuple[Question, ...]:
    """At most `count` questions such that the first N are a good quiz of N; blocks of ten, each in
    the order of the text. What a short article lacks is made up for by words, then by a second
    question on a fact."""
    everything = [_Candidate.of(q) for q in sorted(questions, key=lambda q: (-q.score, q.id))]
    chosen: list[_Candidate] = []
    sound = [c for c in everything if c.question.score > build.LAST_RESORT]
    _choose(sound, chosen, count, _is_independent, strict=count is not None)
    limit = _FEWEST if count is None else min(count, _FEWEST)
    for candidates in (sound, everything):
        _choose(candidates, chosen, limit, _is_independent)
    _choose(everything, chosen, limit, _is_another)
    picked = [candidate.question for candidate in chosen]
    blocks = [picked[at : at + _BLOCK] for at in range(0, len(picked), _BLOCK)]
    return tuple(question for block in blocks for question in sorted(block, key=_place))


def _choose(
    candidates: list[_Candidate],
    chosen: list[_Candidate],
    limit: int | None,
    goes_with: Callable[[_Candidate, _Candidate, list[_Candidate]], bool],
    *,
    strict: bool = False,
) -> None:
    """Adds the best that go with those before, one by one; `strict` stops where each of them would
    spoil the mixture."""
    waiting = [
        c for c in candidates if c not in chosen and all(goes_with(c, o, chosen) for o in chosen)
    ]
    while waiting and (limit is None or len(chosen) < limit):
        block = chosen[len(chosen) // _BLOCK * _BLOCK :]
        spoilt = {c.question.id: _spoils(c.question, chosen, block) for c in waiting}
        least = min(spoilt.values())
        if strict and least:
            return
        fitting = [c for c in waiting if spoilt[c.question.id] == least]
        best = max(fitting, key=lambda c: (_value(c, chosen, block), c.question.id))
        chosen.append(best)
        waiting = [c for c in waiting if c is not best and goes_with(c, best, chosen)]


def _spoils(question: Question, chosen: list[_Candidate], block: list[_Candidate]) -> int:
    """How far it is from a good mixture: few words in ten questions, as many statements that are
    wrong as right."""
    if question.skill == "lexique":
        return int(sum(c.question.skill == "lexique" for c in block) >= _MOST_ON_WORDS)
    if isinstance(question, TrueFalse):
        answers = [c.question.answer for c in chosen if isinstance(c.question, TrueFalse)]
        surplus = 2 * answers.count(question.answer) - len(answers)
        return min(2, max(0, surplus))
    return 0


def _place(question: Question) -> tuple[int, str]:
    """Where in the text; what rests on several sentences comes after its last one."""
    several = len(question.facts) > 1
    ends = [e.end if several else e.start for e in question.evidence]
    return (max(ends, default=0), question.id)


def _value(candidate: _Candidate, chosen: list[_Candidate], block: list[_Candidate]) -> float:
    question = candidate.question
    kinds = Counter(other.question.kind for other in block)
    facts = Counter(fact for other in chosen for fact in other.question.facts)
    value = question.score - _SAME_KIND * kinds[question.kind]
    value += _WHOLE * (question.kind in _ONE_A_QUIZ)
    value -= _VAGUE * (len(candidate.shown) <= 3)
    value -= _SAME_FACT * max((facts[fact] for fact in question.facts), default=0)
    value -= _SAME_SENTENCE * any(_share_sentence(question, other.question) for other in chosen)
    if isinstance(question, TrueFalse):
        answers = [o.question.answer for o in chosen if isinstance(o.question, TrueFalse)]
        surplus = 2 * answers.count(question.answer) - len(answers)
        value -= _SAME_ANSWER * surplus
    return value


def _share_sentence(one: Question, other: Question) -> bool:
    return any(a.overlaps(b) for a in one.evidence for b in other.evidence)


def _is_independent(candidate: _Candidate, new: _Candidate, chosen: list[_Candidate]) -> bool:
    question, other = candidate.question, new.question
    if question.kind in _ONE_A_QUIZ and other.kind == question.kind:
        return False
    facts = Counter(fact for c in chosen for fact in c.question.facts)
    if any(facts[fact] >= _PER_FACT for fact in question.facts):
        return False
    same_fact = bool(set(question.facts) & set(other.facts))
    alike = likeness(question.prompt, other.prompt)
    same_key = bool(candidate.key) and candidate.key == new.key
    if same_fact and (
        same_key
        or question.kind == other.kind
        or alike >= _NEAR
        or isinstance(question, TrueFalse)
        or isinstance(other, TrueFalse)
    ):
        return False
    if (
        alike >= _NEAR
        and question.kind == other.kind
        and not isinstance(question, Matching | Ordering)
    ):
        return False
    return not (_reveals(new, candidate, same_fact) or _reveals(candidate, new, same_fact))


def _is_another(candidate: _Candidate, new: _Candidate, chosen: list[_Candidate]) -> bool:
    """What a short article must make do with: another kind of question or another key."""
    question, other = candidate.question, new.question
    same_fact = bool(set(question.facts) & set(other.facts))
    same_key = bool(candidate.key) and candidate.key == new.key
    if _reveals(new, candidate, same_fact) or _reveals(candidate, new, same_fact):
        return False
    if same_fact:
        return question.kind != other.kind and not same_key
    return likeness(question.prompt, other.prompt) < _NEAR


def _reveals(teller: _Candidate, asker: _Candidate, same_fact: bool) -> bool:
    """Whether what `teller` shows holds the key of `asker`, beside the words that ask for it."""
    if not asker.key or not asker.key <= teller.shown:
        return False
    asking = asker.shown - asker.key
    return same_fact or len(asking & teller.shown) >= _TELLING * len(asking)


def _shown(question: Question) -> str:
    if isinstance(question, Matching):
        return " ".join(f"{left} {right}" for left, right in question.answer)
    if isinstance(question, Ordering):
        return " ".join(question.answer)
    return question.prompt


def _key(question: Question) -> str:
    if isinstance(question, Cloze):
        return " ".join(words[0] for words in question.answer)
    if isinstance(question, TrueFalse | Matching | Ordering):
        return ""
    return question.key_text
