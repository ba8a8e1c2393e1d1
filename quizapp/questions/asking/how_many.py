"""How many, how much."""

import re
from collections.abc import Iterator

from quizapp.french import elision, nouns
from quizapp.french.nouns import Agreement
from quizapp.french.numbers import Number
from quizapp.french.numbers import parse as parse_number
from quizapp.model import Segment
from quizapp.questions import verbal
from quizapp.questions.asking.stem import Stem, est_ce_que, with_speaker
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause

MONEY = re.compile(r"^(?:dollars?|euros?|roubles?|yuans?|yens?|livres? sterling|francs? CFA)\b")
_PERCENT = re.compile(r"^(?:%|pour cent)\s*(?P<of>(?:d[eu’]|des)\b.*)?$")
_PREPOSITION = re.compile(r"^(?P<preposition>à|de|d’|pour)\s(?=\d)")
_SECOND_NUMBER = re.compile(r"\d")


def quantity(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« Combien de conteneurs … ? », « Quelle somme … ? », « Quel pourcentage … ? »"""
    subject = _counted(clause.subject)
    if subject:
        yield from _of_subject(clause, *subject)
    for asked in clause.rest:
        if asked.role in ("quantity", "object") and (counted := _counted(asked)):
            yield from _of_complement(clause, asked, *counted, bench)


def _counted(segment: Segment) -> tuple[str, Number] | None:
    """The preposition before the figure and the number; None for ages, dates, lists of numbers."""
    if segment.members:
        return None
    match = _PREPOSITION.match(segment.text)
    preposition = match["preposition"] if match else ""
    text = segment.text[match.end() :] if match else segment.text
    number = parse_number(elision.lower_initial(text))
    if number is None or not number.unit or _SECOND_NUMBER.search(number.unit):
        return None
    return preposition, number


def figure(segment_text: str) -> str:
    """The figure as the article writes it: « 40 millions », « douze »."""
    number = parse_number(elision.lower_initial(_PREPOSITION.sub("", segment_text)))
    if number is None:
        return ""
    text = elision.lower_initial(_PREPOSITION.sub("", segment_text))
    return text[number.span.start : number.span.end]


def _of_subject(clause: Clause, _: str, number: Number) -> Iterator[Stem]:
    head = _how_many(number)
    if head is None or MONEY.match(number.unit) or _PERCENT.match(number.unit):
        return
    prompt = with_speaker(clause, head, clause.verb, *clause.after_verb())
    yield Stem(
        clause.fact, "subject-number", "number", prompt, figure(clause.subject.text), number=number
    )


def _of_complement(
    clause: Clause, asked: Segment, preposition: str, number: Number, bench: Bench
) -> Iterator[Stem]:
    verbs = bench.resources.verbs
    if verbal.is_passive(clause.verb, verbs):
        return
    key = figure(asked.text)
    head, agreement = _how_many(number), _agreement(number.unit, bench)
    percent = _PERCENT.match(number.unit)
    if percent:
        head = f"Quel pourcentage {percent['of'] or ''}".strip()
        agreement, key = Agreement("m", "s"), f"{key}\u202f%"
    elif MONEY.match(number.unit):
        head, agreement = "Quelle somme", Agreement("f", "s")
        key = _money(key, number)
        if len(number.unit.split()) > 2:
            return
    if head is None:
        return
    if preposition:
        head = f"{elision.upper_initial(preposition)} {head[0].lower()}{head[1:]}"
        verb: str | None = clause.verb
    else:
        verb = verbal.with_fronted_object(clause.verb, agreement, verbs)
    if verb:
        prompt = est_ce_que(head, clause, verb, clause.after_verb(without=[asked]))
        yield Stem(clause.fact, "number", "number", prompt, key, number=number)


def _money(key: str, number: Number) -> str:
    return f"{key} d’{number.unit}" if _needs_de(key) and elision.elides(number.unit) else (
        f"{key} de {number.unit}" if _needs_de(key) else f"{key} {number.unit}"
    )  # fmt: skip


def _needs_de(key: str) -> bool:
    return bool(re.search(r"(?:million|milliard|billion)s?$", key))


def _how_many(number: Number) -> str | None:
    """« Combien de », with what the article says of the figure's exactness."""
    heads = {"exact": "Combien de", "about": "Environ combien de", "more": "Plus de combien de"}
    head = heads.get(number.bound)
    return elision.join(head, number.unit) if head else None


def _agreement(unit: str, bench: Bench) -> Agreement:
    noun = nouns.counted(f"des {unit}") or ""
    return Agreement(bench.gender_of(noun.lower()), "p")
