"""One key among three or four options."""

from collections.abc import Iterator

from quizapp.model import MultipleChoice
from quizapp.questions import build
from quizapp.questions.asking import Stem, all_stems
from quizapp.questions.bench import Bench
from quizapp.questions.options import in_order, options

_LEAST = 2
_GLOBAL = frozenset(("person", "country", "place", "date", "year"))


def compose(bench: Bench) -> Iterator[MultipleChoice]:
    for stem in all_stems(bench):
        question = _question(stem, bench)
        if question:
            yield question


def _question(stem: Stem, bench: Bench) -> MultipleChoice | None:
    distractors = options(stem, bench)
    if len(distractors) < _LEAST:
        return None
    rationales = {option.text: option.rationale for option in distractors}
    rationales[stem.key] = build.says(stem.fact)
    texts = in_order(list(rationales), stem, bench)
    shown = build.choices(texts, stem.key, rationales)
    common = build.common([stem.fact], bench, kind="multiple_choice", asked=stem.asked)
    if stem.sort in _GLOBAL and stem.fact.importance == 3:
        common["skill"] = "globale"
    return MultipleChoice(
        prompt=stem.prompt,
        choices=shown,
        answer=next(choice.id for choice in shown if choice.correct),
        key_text=stem.key,
        **common,
    )
