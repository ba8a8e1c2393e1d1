"""Whose: « son avocat X », « sa filiale Y », « X, son mari, » said of the owner by name."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.bearers import Bearer, bearer_starting_at, person_starting_at
from quizapp.facts.nominal.kinds import can_call, gender_of, wants_complement
from quizapp.facts.nominal.phrases import Phrases
from quizapp.facts.roles import State, state_of
from quizapp.french.elision import contract, join, lower_initial
from quizapp.french.typography import normalise
from quizapp.model import Segment
from quizapp.nlp.trees import Word

_ARTICLES = {"son": "le", "sa": "la"}
_INDEFINITE = frozenset({"filiale"})
_SHARED = frozenset("compatriote coéquipier coéquipière collègue rival rivale".split())


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words, subjects = context.sentence.words, tuple(reads)
    for i in range(len(words) - 2):
        if normalise(words[i].text) not in _ARTICLES:
            continue
        state = _state(words, i, context, subjects)
        candidate = state_of(state, context) if state else None
        if candidate:
            yield candidate


def _state(
    words: tuple[Word, ...], i: int, context: Context, reads: tuple[Read, ...]
) -> State | None:
    """« son avocat X » with the owner that only one reading allows."""
    name = next((n for n in range(i + 2, min(i + 6, len(words)))
                 if words[n].text[0].isupper()), None)  # fmt: skip
    phrase = Phrases(words[:name], context.resources.lexicon).read(i + 1) if name else None
    if name is None or phrase is None or phrase.end != name:
        return None
    bearer = person_starting_at(words, name, context) or bearer_starting_at(words, name, context)
    head = phrase.head.text
    if bearer is None or not can_call(head, bearer.kind, context.resources.lexicon):
        return None
    if not wants_complement(head) or normalise(head) in _SHARED:
        return None
    found = _owner(bearer, context, reads)
    if found is None:
        return None
    owner, by = found
    article = "une" if normalise(head) in _INDEFINITE else _article(words[i], head, context)
    body = context.article.text[phrase.words[0].start : phrase.words[-1].end]
    of = contract("de", lower_initial(owner.text))
    return State(
        bearer.segment, f"{join(article, body)} {of}", words[i].start, frozenset({"owned", by}),
        resolved_by=f"« {words[i].text} » : {owner.text}",
    )  # fmt: skip


def _article(possessive: Word, head: str, context: Context) -> str:
    """« son épouse » is « l’épouse », « son amie » « l’amie »; « join » elides either."""
    feminine = gender_of(head, context.resources.lexicon) == "f"
    return "la" if feminine else _ARTICLES[normalise(possessive.text)]


def _owner(bearer: Bearer, context: Context, reads: tuple[Read, ...]) -> tuple[Segment, str] | None:
    """The subject of the sentence's only clause, else the person of whom the article speaks."""
    subjects = [read.drafted.subject for read in reads]
    named = [s for s in subjects if s.entity and s.entity != bearer.segment.entity]
    if len(subjects) == len(named) == 1:
        return named[0], "owner_subject"
    people = {m.entity for m in context.registry.inside(context.since) if m.kind == "person"}
    dominant = context.registry.dominant()
    if dominant is None or people - {dominant, bearer.segment.entity}:
        return None
    if bearer.kind != "person" or dominant == bearer.segment.entity:
        return None
    name = context.registry.shown(dominant)
    return Segment(role="subject", text=name, entity=dominant), "owner_dominant"
