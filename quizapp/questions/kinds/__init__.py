"""The kinds of question. A new kind is a module here and a line in `COMPOSERS`."""

from collections.abc import Callable, Iterator, Sequence

from quizapp.model import Question
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.kinds import (
    cloze,
    map,  # noqa: A004
    matching,
    multiple_choice,
    multiple_response,
    numeric,
    ordering,
    short_answer,
    true_false,
    vocabulary,
    word_gap,
)

Composer = Callable[[Bench, Sequence[Stem]], Iterator[Question]]

ON_ONE_FACT: tuple[Composer, ...] = (
    multiple_choice.compose,
    multiple_response.compose,
    true_false.compose,
    short_answer.compose,
    numeric.compose,
    cloze.compose,
    map.compose,
)
COMPOSERS: tuple[Composer, ...] = (
    *ON_ONE_FACT,
    matching.compose,
    ordering.compose,
    vocabulary.compose,
    word_gap.compose,
)
