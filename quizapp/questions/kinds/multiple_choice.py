"""One key among three or four options."""

from collections.abc import Iterator, Sequence

from quizapp.model import MultipleChoice
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.options import are_related, in_order, options

_LEAST = 2
# Wrong phrases of the article are less alike than names, dates and figures.
_LOOSE = 0.15
_GLOBAL = frozenset(("person", "country", "place", "date", "year"))


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[MultipleChoice]:
    for stem in stems:
        question = _question(stem, bench)
        if question:
            yield question


def _question(stem: Stem, bench: Bench) -> MultipleChoice | None:
    distractors = options(stem, bench)
    if len(distractors) < _LEAST:
        return None
    if stem.sort == "thing" and not are_related(stem, distractors, bench):
        return None
    rationales = {option.text: option.rationale for option in distractors}
    rationales[stem.key] = build.says(stem.fact)
    texts = in_order(list(rationales), stem, bench)
    shown = build.choices(texts, stem.key, rationales)
    common = build.common([stem.fact], bench, kind="multiple_choice", asked=stem.asked)
    if stem.sort in _GLOBAL and stem.fact.importance == 3:
        common["skill"] = "globale"
    if stem.sort == "thing":
        common["score"] = round(common["score"] - _LOOSE, 3)
    return MultipleChoice(
        prompt=stem.prompt,
        choices=shown,
        answer=next(choice.id for choice in shown if choice.correct),
        key_text=stem.key,
        **common,
    )
