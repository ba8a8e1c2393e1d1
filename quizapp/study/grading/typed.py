"""Typed answers: short_answer, numeric, cloze."""

import re
from collections.abc import Collection
from decimal import Decimal

from quizapp.french.numbers import Number, find_numbers, parse
from quizapp.french.typography import normalise
from quizapp.model import Cloze, Numeric, ShortAnswer, TextResponse, TextsResponse
from quizapp.study.grading.mark import Flag, Mark, Part, in_parts, right, wrong
from quizapp.study.grading.words import judge

_ENGLISH_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_MINUS = re.compile(r"[-−–‑](?=\d)|moins (?!d[e'’])", re.IGNORECASE)
_MEASURES = (
    ("dollar", "usd", "$"),
    ("euro", "eur", "€"),
    ("rouble",),
    ("yuan",),
    ("livre", "£"),
    ("yen",),
    ("%", "pour cent", "pourcent"),
    ("km", "kilomètre"),
    ("mètre",),
    ("kg", "kilo", "kilogramme"),
    ("tonne",),
    ("an", "année"),
    ("mois",),
    ("semaine",),
    ("jour",),
    ("heure",),
)


def grade_short_answer(
    question: ShortAnswer, response: TextResponse, known: Collection[str]
) -> Mark:
    distractors = [choice.text for choice in question.choices if not choice.correct]
    verdict = judge(
        response.text, (question.answer, *question.accepted), others=[*distractors, *known]
    )
    if not verdict.correct:
        return wrong(question.answer)
    return right(question.answer, *verdict.flags)


def grade_cloze(question: Cloze, response: TextsResponse, known: Collection[str]) -> Mark:
    """Each gap counts the same; what another gap asks for is no typo."""
    distractors = [choice.text for choice in question.choices if not choice.correct]
    parts: list[Part] = []
    flags: list[Flag] = []
    for position, accepted in enumerate(question.answer):
        given = response.texts[position] if position < len(response.texts) else ""
        elsewhere = [w for n, words in enumerate(question.answer) if n != position for w in words]
        verdict = judge(given, accepted, others=[*distractors, *elsewhere, *known])
        parts.append(Part(given=given, expected=accepted[0], correct=verdict.correct))
        flags.extend(verdict.flags)
    return in_parts(parts, question.key_text, *flags) if parts else wrong(question.key_text)


def grade_numeric(question: Numeric, response: TextResponse, known: Collection[str]) -> Mark:
    """Any notation of the number, and no other number; a stated measure must be the right one."""
    form, text = question.key_text, response.text.strip()
    if text and not _MINUS.match(text) and judge(text, question.accepted).correct:
        return right(form)
    numbers = _read(text)
    if len(numbers) != 1:
        return wrong(form, "unreadable-number")
    value, unit = numbers[0]
    if value != Decimal(str(question.answer.value)):
        return wrong(form)
    if _clash(unit, question.answer.unit or ""):
        return wrong(form, "other-unit")
    return right(form)


def _read(text: str) -> list[tuple[Decimal, str]]:
    minus = _MINUS.match(text)
    text = text[minus.end() :] if minus else text
    text = _ENGLISH_THOUSANDS.sub(lambda m: m.group().replace(",", ""), text)
    found: list[Number] = find_numbers(text) or [n for n in (parse(text),) if n]
    return [(-number.value if minus else number.value, number.unit) for number in found]


def _clash(given: str, expected: str) -> bool:
    ours, theirs = _measure(given), _measure(expected)
    return ours is not None and theirs is not None and ours != theirs


def _measure(unit: str) -> int | None:
    word = normalise(unit).strip()
    for position, names in enumerate(_MEASURES):
        if any(re.match(rf"{re.escape(name)}s?(?!\w)", word) for name in names):
            return position
    return None
