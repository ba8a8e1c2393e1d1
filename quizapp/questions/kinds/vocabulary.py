"""What a word of the article means: its definition among those of its neighbours."""

from collections.abc import Iterator, Sequence

from quizapp.french.lexicon import OWN_DEFINITION
from quizapp.french.typography import tidy
from quizapp.model import Choice, Level, Lexeme, MultipleChoice
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.wording import content_words, words

_WRONG = 3
_MOST = 8
_LONGEST = 110
_SHORTEST = 12
_LEVELS: dict[str | None, Level] = {"A1": "A2", "A2": "A2", "B1": "B1", "B2": "B2", None: "B2"}
_SCORE = 0.55


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[MultipleChoice]:
    known = [one for one in bench.lexemes if _can_be_asked(one) and _means_that(one, bench)]
    for lexeme in known[:_MOST]:
        question = _question(lexeme, known, bench)
        if question:
            yield question


def _can_be_asked(lexeme: Lexeme) -> bool:
    """Defined in its own right, by a phrase that does not contain it."""
    definition = (lexeme.definition or "").strip()
    if lexeme.sentence is None or not _SHORTEST <= len(definition) <= _LONGEST:
        return False
    roots = [word[: max(4, len(word) - 2)] for word in words(lexeme.lemma) if len(word) > 3]
    return not any(word.startswith(root) for word in words(definition) for root in roots)


def _means_that(lexeme: Lexeme, bench: Bench) -> bool:
    """Whether the definition is the article's sense: chosen by hand, for the news or for this
    article, or the only one. The first sense of a big dictionary is often another (« branche »,
    « droite »)."""
    if OWN_DEFINITION in lexeme.sources or build.status(bench.facts) == "accepted":
        return True
    entry = bench.resources.lexicon.entry(lexeme.lemma, lexeme.pos)
    return entry is not None and len(entry.senses) == 1


def _question(lexeme: Lexeme, known: list[Lexeme], bench: Bench) -> MultipleChoice | None:
    rivals = [other for other in known if other.pos == lexeme.pos and _differs(lexeme, other)]
    if len(rivals) < 2 or lexeme.sentence is None:
        return None
    rng = bench.rng("vocabulary", lexeme.id)
    size = len(_definition(lexeme))
    rivals.sort(key=lambda other: (abs(len(_definition(other)) - size), rng.random()))
    shown = [lexeme, *rivals[:_WRONG]]
    shown.sort(key=_definition)
    rng.shuffle(shown)
    choices = tuple(
        Choice(
            id=build.choice_id(place),
            text=_definition(one),
            correct=one is lexeme,
            rationale=f"C’est le sens de « {one.lemma} ».",
        )
        for place, one in enumerate(shown)
    )
    return MultipleChoice(
        id=f"{lexeme.id}-multiple_choice-meaning",
        prompt=tidy(f"Dans l’article, que signifie « {lexeme.lemma} » ?"),
        choices=choices,
        answer=next(choice.id for choice in choices if choice.correct),
        key_text=_definition(lexeme),
        evidence=(lexeme.sentence,),
        skill="lexique",
        level=_LEVELS.get(lexeme.band, "C1"),
        score=_SCORE,
        status=build.status(bench.facts),
    )


def _definition(lexeme: Lexeme) -> str:
    return tidy((lexeme.definition or "").strip().rstrip("."))


def _differs(lexeme: Lexeme, other: Lexeme) -> bool:
    if other.lemma == lexeme.lemma:
        return False
    return not content_words(_definition(lexeme)) & content_words(_definition(other))
