"""Several keys: the members of a complete coordination, among what the article says of others."""

from collections.abc import Iterator, Sequence

from quizapp.french import elision
from quizapp.model import MultipleResponse, Segment
from quizapp.questions import build, verbal
from quizapp.questions.asking.stem import Stem, est_ce_que
from quizapp.questions.asking.what import NOUN_PHRASE
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.options import in_order, options

_ALL = " Cochez toutes les bonnes réponses."


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[MultipleResponse]:
    for clause in bench.asked:
        asked = clause.part("object")
        if asked is None or not asked.complete or asked.joiner != "et" or not asked.members:
            continue
        question = _question(clause, asked, bench)
        if question:
            yield question


def _question(clause: Clause, asked: Segment, bench: Bench) -> MultipleResponse | None:
    keys = [elision.lower_initial(member.text) for member in asked.members]
    things = all(NOUN_PHRASE.match(key) for key in keys) and not any(
        bench.kind(member.entity) in ("person", "country") for member in asked.members
    )
    if not things or verbal.is_passive(clause.verb, bench.resources.verbs):
        return None
    prompt = est_ce_que("Que", clause, clause.verb, clause.after_verb(without=[asked]))
    stem = Stem(clause.fact, "objects", "thing", prompt, max(keys, key=len))
    wrong = [option for option in options(stem, bench) if option.text not in keys]
    if len(wrong) < 2:
        return None
    rationales = dict.fromkeys(keys, build.says(clause.fact)) | {o.text: o.rationale for o in wrong}
    shown = tuple(
        choice.model_copy(update={"correct": choice.text in keys})
        for choice in build.choices(in_order(list(rationales), stem, bench), "", rationales)
    )
    return MultipleResponse(
        prompt=prompt + _ALL,
        choices=shown,
        answer=tuple(choice.id for choice in shown if choice.correct),
        key_text=asked.text,
        **build.common([clause.fact], bench, kind="multiple_response", asked="objects"),
    )
