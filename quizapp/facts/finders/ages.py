"""How old somebody is: « X, 43 ans, », « X (43 ans) », « X, un boulanger de 43 ans, »."""

import re
from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.bearers import Bearer, person_starting_at
from quizapp.facts.nominal.kinds import is_person_noun
from quizapp.facts.nominal.phrases import Phrases
from quizapp.facts.roles import State, state_of
from quizapp.french.typography import normalise
from quizapp.nlp.trees import Word

_YEARS = re.compile(r"\bans\b")
_AGE = re.compile(r"(?:,? ?\(|, )(?:âgée? de )?(?P<age>\d{1,3} ans)(?= ?[,).;]| et |$)")


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words, span = context.sentence.words, context.sentence.span
    if not _YEARS.search(normalise(context.article.text[span.start : span.end])):
        return
    for i in range(len(words)):
        bearer = person_starting_at(words, i, context)
        age = (_beside(words, bearer, context) or _of_title(words, bearer, context)
               if bearer else None)  # fmt: skip
        if bearer is None or age is None:
            continue
        features = frozenset({"age"} | (set() if bearer.linked else {"unlinked"}))
        state = State(
            bearer.segment, age, words[i].start, features, kind="state", verb="avait",
            lemma="avoir", role="quantity",
        )  # fmt: skip
        candidate = state_of(state, context)
        if candidate:
            yield candidate


def _beside(words: tuple[Word, ...], bearer: Bearer, context: Context) -> str | None:
    """« , 43 ans, » right behind the name."""
    start = words[bearer.behind - 1].end
    behind = normalise(context.article.text[start : context.sentence.span.end])
    found = _AGE.match(behind)
    return found["age"] if found else None


def _of_title(words: tuple[Word, ...], bearer: Bearer, context: Context) -> str | None:
    """« X, un boulanger de 43 ans » or « le boulanger de 43 ans X »: the age closes the title."""
    phrases = Phrases(words, context.resources.lexicon)
    if bearer.behind >= len(words):
        return None
    if bearer.first >= 4 and phrases.is_age(bearer.first - 3):
        return f"{words[bearer.first - 2].text} ans"
    phrase = phrases.read(bearer.behind + 1) if words[bearer.behind].text == "," else None
    if phrase is None or not is_person_noun(phrase.head.text, context.resources.lexicon):
        return None
    closed = phrases.is_age(phrase.end) and phrases.closes(phrase.end + 3)
    return f"{words[phrase.end + 1].text} ans" if closed else None
