"""Vrai or faux: what the fact says in other words, or the same with one value that the article
contradicts."""

from collections.abc import Iterator, Sequence
from typing import Literal

from quizapp.french import elision
from quizapp.french.typography import tidy
from quizapp.model import Choice, TrueFalse
from quizapp.model.fact import join_segments
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.kinds.change import Change
from quizapp.questions.kinds.falsehoods import changes
from quizapp.questions.restating import restated
from quizapp.questions.wording import words

_LONGEST = 30
_LONG = 22
_COPIED, _LENGTHY = 0.12, 0.10
# Few facts have a value to exchange.
_RARE = 0.10
# How surely a reader who knows the article, and only he, sees that it is false.
_PLAIN = {"number": 0.06, "date": 0.06}
_VERDICTS: tuple[Literal["vrai", "faux"], ...] = ("vrai", "faux")


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[TrueFalse]:
    for clause in bench.asked:
        if len(clause.sentence.split()) > _LONGEST:
            continue
        change = next(changes(clause, bench), None)
        if change:
            yield _false(clause, change, bench)
        yield _true(clause, bench)


def _true(clause: Clause, bench: Bench) -> TrueFalse:
    other_words = restated(clause, bench)
    statement = _statement(clause.speaker, other_words) if other_words else _sentence(clause)
    copied = " ".join(words(_sentence(clause))[3:]) in " ".join(words(clause.fact.evidence.text))
    penalty = _COPIED if copied and not other_words else 0.0
    told = f"C’est vrai\u202f: {build.quoted(clause.fact)}"
    return _question(clause, statement, "vrai", told, "", penalty, bench)


def _false(clause: Clause, change: Change, bench: Bench) -> TrueFalse:
    statement = _sentence(clause, change)
    told = f"C’est faux\u202f: {build.quoted(clause.fact)}"
    penalty = _PLAIN.get(change.variant, 0.0) - _RARE
    return _question(clause, statement, "faux", told, change.variant, penalty, bench)


def _question(
    clause: Clause, statement: str, answer: Literal["vrai", "faux"], told: str, variant: str,
    penalty: float, bench: Bench,
) -> TrueFalse:  # fmt: skip
    common = build.common([clause.fact], bench, kind="true_false", asked=answer, variant=variant)
    penalty += _LENGTHY * (len(statement.split()) > _LONG)
    common["score"] = round(min(1.0, max(0.0, common["score"] - penalty)), 3)
    key = answer.capitalize()
    return TrueFalse(
        prompt=statement,
        choices=tuple(
            Choice(id=value, text=value.capitalize(), correct=value == answer, rationale=told)
            for value in _VERDICTS
        ),
        answer=answer,
        key_text=key if answer == "vrai" else f"{key}\u202f: {clause.fact.statement}",
        **common,
    )


def _sentence(clause: Clause, change: Change | None = None) -> str:
    """« D’après l’article, … » with some segments in other words."""
    swap = change.swap if change else {}
    subject = (change.subject if change else None) or clause.subject.text
    verb = (change.verb if change else None) or clause.verb
    after = [swap.get(id(segment), segment.text) for segment in clause.rest]
    return _statement(clause.speaker, join_segments([elision.lower_initial(subject), verb, *after]))


def _statement(speaker: str, core: str) -> str:
    opening = speaker or "D’après l’article,"
    return tidy(f"{elision.upper_initial(join_segments([opening, core]))}.")
