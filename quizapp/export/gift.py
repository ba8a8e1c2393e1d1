"""GIFT, the plain-text form of Moodle's question bank."""

import re
from collections.abc import Sequence

from quizapp.export.left_out import LeftOut
from quizapp.export.moodle import (
    Answer,
    Gaps,
    Item,
    Number,
    Option,
    Pairs,
    Selection,
    Truth,
    Typed,
    asked,
    items,
)
from quizapp.model import GAP, Question, StudySet

_SPECIAL = re.compile(r"([~=#{}:\\])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]+")
_SEVERAL_GAPS = "Le format GIFT n’a pas de texte à plusieurs trous."


def render(study_set: StudySet, questions: Sequence[Question] | None = None) -> str:
    """These questions (by default all that nobody rejected) as a GIFT file."""
    expressible = [item for item in _items(study_set, questions)[0] if _fits(item)]
    category = study_set.article.title.replace("/", "//")
    head = f"$CATEGORY: $course$/top/quizapp/{_one_line(category)}"
    return "\n\n".join([head, *(_item(item) for item in expressible)]) + "\n"


def left_out(
    study_set: StudySet, questions: Sequence[Question] | None = None
) -> tuple[LeftOut, ...]:
    """The questions that `render` leaves out, and why."""
    kept, dropped = _items(study_set, questions)
    gaps = (LeftOut(f"{study_set.id}/{item.id}", _SEVERAL_GAPS) for item in kept if not _fits(item))
    return (*dropped, *gaps)


def escape(text: str) -> str:
    """`text` so that GIFT reads it letter by letter; `->` becomes an arrow."""
    text = _CONTROL.sub(" ", text).strip().replace("->", "→")
    return _SPECIAL.sub(r"\\\1", text).replace("\n", r"\n")


def _items(
    study_set: StudySet, questions: Sequence[Question] | None
) -> tuple[tuple[Item, ...], tuple[LeftOut, ...]]:
    return items(study_set, asked(study_set) if questions is None else questions)


def _fits(item: Item) -> bool:
    return not isinstance(item.answer, Gaps) or len(item.answer.accepted) == 1


def _one_line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


def _item(item: Item) -> str:
    general = f"\n####{escape(item.passage)}" if item.passage else ""
    answers = f"{{{_answers(item.answer)}{general}\n}}"
    before, gap, after = item.prompt.partition(GAP)
    if gap:
        body = f"{escape(before)} {answers} {escape(after)}".rstrip()
    else:
        body = f"{escape(item.prompt)} {answers}"
    return f"::{escape(item.name)}::[plain]{body}"


def _answers(answer: Answer) -> str:
    match answer:
        case Selection():
            return "".join(_option(o, single=answer.single) for o in answer.options)
        case Truth():
            feedback = f"#{escape(answer.feedback)}" * 2 if answer.feedback else ""
            return f"{'TRUE' if answer.right else 'FALSE'}{feedback}"
        case Typed():
            return _accepted(answer.accepted)
        case Gaps():
            return _accepted(answer.accepted[0])
        case Number():
            return f"#{answer.value:.15g}"
        case Pairs():
            pairs = answer.pairs
            return "".join(f"\n={escape(left)} -> {escape(right)}" for left, right in pairs)


def _option(option: Option, *, single: bool) -> str:
    """The weight is always written: a text that begins with one (« 50 % ») keeps it."""
    mark = "=" if single and option.percent == 100 else "~"
    feedback = f"#{escape(option.feedback)}" if option.feedback else ""
    return f"\n{mark}%{option.percent:.7g}%{escape(option.text)}{feedback}"


def _accepted(texts: Sequence[str]) -> str:
    return "".join(f"\n=%100%{escape(_literal(text))}" for text in texts)


def _literal(text: str) -> str:
    """A star would stand for any text."""
    return text.replace("*", r"\*")
