"""What a word of the article means: its definition among those of its neighbours."""

import re
from collections.abc import Iterator, Sequence

from quizapp.french.lexicon import OWN_DEFINITION
from quizapp.french.typography import tidy
from quizapp.model import Choice, Level, Lexeme, MultipleChoice
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.wording import content_words, words

_WRONG, _LEAST = 3, 2
_MOST, _MOST_AT_LAST = 4, 6
_LONGEST, _SHORTEST = 90, 12
_DAMAGED = re.compile(
    r"[=();\d]|^(?:Nom |D[eu’] ?|Relatif|Qui est relatif|Habitant|Action de \w+er$)"
)
_LEVELS: dict[str | None, Level] = {"B1": "B1", "B2": "B2", None: "B2"}
_SCORE, _SCORE_AT_LAST = 0.45, 0.15
_SHORT_WORD = 6
_EASY = ("A1", "A2")
_POS = ("noun", "verb", "adjective", "expression")


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[MultipleChoice]:
    """The hardest words first; a definition is shown once in all, as key or as distractor, but for
    the last resort."""
    known = [one for one in bench.lexemes if _is_well_defined(one, bench)]
    asked: list[Lexeme] = []
    waiting = sorted(known, key=lambda one: (one.zipf is None, one.zipf or 0.0, one.id))
    for lexeme in [one for one in waiting if one.band not in _EASY][:_MOST]:
        rivals = _rivals(lexeme, waiting, bench) if lexeme in waiting else []
        if len(rivals) >= _LEAST:
            waiting = [one for one in waiting if one is not lexeme and one not in rivals]
            yield _question(lexeme, rivals, bench, _SCORE)
            asked.append(lexeme)
    for lexeme in [one for one in known if one not in asked and one.band != "A1"][:_MOST_AT_LAST]:
        rivals = _rivals(lexeme, [one for one in known if one is not lexeme], bench)
        if len(rivals) >= _LEAST:
            yield _question(lexeme, rivals, bench, _SCORE_AT_LAST)


def _is_well_defined(lexeme: Lexeme, bench: Bench) -> bool:
    """By one phrase of ours, or chosen by hand for this article, that does not contain the word: a
    big dictionary's first sense is often another (« branche », « droite »)."""
    definition = _definition(lexeme)
    ours = OWN_DEFINITION in lexeme.sources or build.status(bench.facts) == "accepted"
    if not ours or lexeme.sentence is None or lexeme.pos not in _POS or _is_reflexive(lexeme):
        return False
    if not _SHORTEST <= len(definition) <= _LONGEST or _DAMAGED.search(definition):
        return False
    roots = [word[: 3 if len(word) <= _SHORT_WORD else 4] for word in words(lexeme.lemma)]
    roots = [root for root in roots if len(root) > 2]
    return not any(word.startswith(root) for word in words(definition) for root in roots)


def _is_reflexive(lexeme: Lexeme) -> bool:
    """« s’est soldée par », « se rompre »: with « se » a verb means something else."""
    form, sentence = lexeme.form or "", lexeme.sentence
    if lexeme.pos != "verb" or sentence is None:
        return False
    before = rf"(?<![\w’'])(?:se |s[’'])(?:\w+ ){{0,2}}{re.escape(form)}"
    return form.lower().startswith(("se ", "s’", "s'")) or bool(re.search(before, sentence.text))


def _rivals(lexeme: Lexeme, waiting: list[Lexeme], bench: Bench) -> list[Lexeme]:
    """Words of the same part of speech, easy ones first, since the hard ones may be asked."""
    rng = bench.rng("vocabulary", lexeme.id)
    found = [one for one in waiting if one.pos == lexeme.pos and _differs(lexeme, one)]
    size = len(_definition(lexeme))
    found.sort(key=lambda o: (-(o.zipf or 0) // 2, abs(len(_definition(o)) - size), rng.random()))
    return found[:_WRONG]


def _question(lexeme: Lexeme, rivals: list[Lexeme], bench: Bench, score: float) -> MultipleChoice:
    shown = sorted([lexeme, *rivals], key=_definition)
    bench.rng("vocabulary-order", lexeme.id).shuffle(shown)
    choices = tuple(
        Choice(
            id=build.choice_id(place),
            text=_definition(one),
            correct=one is lexeme,
            rationale=tidy(
                f"{'Oui' if one is lexeme else 'Non'} : c’est le sens de « {one.lemma} »."
            ),
        )
        for place, one in enumerate(shown)
    )
    return MultipleChoice(
        id=f"{lexeme.id}-multiple_choice-meaning",
        prompt=tidy(f"Dans l’article, que signifie « {lexeme.lemma} » ?"),
        choices=choices,
        answer=next(choice.id for choice in choices if choice.correct),
        key_text=_definition(lexeme),
        evidence=(lexeme.sentence,) if lexeme.sentence else (),
        skill="lexique",
        level=_LEVELS.get(lexeme.band, "C1"),
        score=score,
        status=build.status(bench.facts),
    )


def _definition(lexeme: Lexeme) -> str:
    return tidy((lexeme.definition or "").strip().rstrip("."))


def _differs(lexeme: Lexeme, other: Lexeme) -> bool:
    if other.lemma == lexeme.lemma:
        return False
    return not content_words(_definition(lexeme)) & content_words(_definition(other))
