"""A statement with a gap to fill: a name with its article, a figure, a year."""

import re
from collections.abc import Iterator, Sequence

from quizapp.french import elision
from quizapp.french.numbers import parse as parse_number
from quizapp.french.typography import tidy
from quizapp.model import GAP, Cloze, Segment
from quizapp.model.fact import join_segments
from quizapp.questions import build, when
from quizapp.questions.asking import Stem
from quizapp.questions.asking.how_many import figure
from quizapp.questions.asking.who import asks_for_one, names_it, takes_several
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.options.figures import COLLECTIVE

_YEAR = re.compile(r"^(?P<lead>(?:en|depuis) )(?P<year>\d{4})$")
_LONGEST, _LONGEST_NAME = 24, 6


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[Cloze]:
    for clause in bench.asked:
        if len(clause.sentence.split()) > _LONGEST:
            continue
        for segment in (clause.subject, *clause.rest):
            gap = _gap(clause, segment, bench)
            if gap:
                yield _question(clause, segment, *gap, bench=bench)


def _gap(clause: Clause, segment: Segment, bench: Bench) -> tuple[str, str, tuple[str, ...]] | None:
    """What stands in the sentence instead of the segment, the key, and what else is accepted."""
    if segment.members:
        return None
    year = _YEAR.match(segment.text)
    if year and when.is_told(segment.text, clause.fact):
        return f"{year['lead']}{GAP}", year["year"], ()
    text = elision.lower_initial(segment.text)
    number = parse_number(text)
    if number and segment.role in ("subject", "object", "quantity") and number.unit:
        written = figure(segment.text)
        changed = text.replace(written, GAP, 1) if written else text
        one_by_one = GAP in changed and not COLLECTIVE.search(written)
        return (changed, written, ()) if one_by_one else None
    if segment.entity and segment.role in ("subject", "object", "recipient", "agent", "company"):
        return _name_gap(clause, segment, segment.entity, bench)
    return None


def _name_gap(
    clause: Clause, segment: Segment, entity: str, bench: Bench
) -> tuple[str, str, tuple[str, ...]] | None:
    """Determiner and noun go together, preposition and article too."""
    parts = elision.uncontract(segment.text) if segment.role == "recipient" else None
    name = parts[1] if parts else re.sub(r"^(?:par|avec) ", "", segment.text)
    if not names_it(name, entity, bench) or "," in name or len(name.split()) > _LONGEST_NAME:
        return None
    if segment is clause.subject and not asks_for_one(clause, bench):
        return None
    if segment.role == "object" and takes_several(clause, bench):
        return None
    key = elision.lower_initial(segment.text)
    names = [bench.name(entity), *bench.names(entity)]
    contracted = [elision.contract("à", bench.name(entity))] if parts else []
    return GAP, key, tuple(dict.fromkeys([elision.lower_initial(name), *contracted, *names]))


def _question(
    clause: Clause, gap: Segment, shown: str, key: str, accepted: tuple[str, ...], *, bench: Bench
) -> Cloze:
    at_head = gap is clause.subject and not clause.speaker
    words = [clause.speaker, shown if gap is clause.subject else _subject(clause), clause.verb]
    words += [shown if segment is gap else segment.text for segment in clause.rest]
    sentence = tidy(f"{elision.upper_initial(join_segments([w for w in words if w]))}.")
    answer = elision.upper_initial(key) if at_head else key
    forms = tuple(dict.fromkeys((answer, *accepted)))
    return Cloze(
        prompt=sentence,
        answer=(forms,),
        key_text=answer,
        **build.common([clause.fact], bench, kind="cloze", asked=gap.role),
    )


def _subject(clause: Clause) -> str:
    return elision.lower_initial(clause.subject.text)
