"""Who is what by the title before a name: « le ministre X », « la présidente de Y, X, »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.attributes import attribute_of_title
from quizapp.facts.nominal.bearers import Bearer, person_starting_at
from quizapp.facts.nominal.kinds import is_person_noun, wants_complement
from quizapp.facts.nominal.phrases import Phrase, Phrases
from quizapp.facts.roles import State, state_of
from quizapp.french.typography import normalise
from quizapp.nlp.trees import Word

_STARTING = {"le": "le", "la": "la", "l'": "l'", "du": "le", "au": "le", "un": "un", "une": "une"}
_GOVERNING = frozenset("à de d' et ou par avec en pour chez".split())
_SPEAKING = frozenset("voix bouche part nom présence intermédiaire".split())
_REACH = 16
"""How many words before a name a title may begin."""


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    for i in range(1, len(words)):
        bearer = person_starting_at(words, i, context)
        if bearer is None:
            continue
        phrase, apposed = _title_before(words, i, context)
        if phrase is None or (apposed and not _is_closed(phrase, bearer, context)):
            continue
        candidate = _candidate(phrase, bearer, context, apposed=apposed)
        if candidate:
            yield candidate


def _title_before(
    words: tuple[Word, ...], name: int, context: Context
) -> tuple[Phrase | None, bool]:
    """The title that ends at the name, or at the comma before it."""
    apposed = words[name - 1].text == ","
    end = name - 1 if apposed else name
    phrases = Phrases(words[:end], context.resources.lexicon)
    starts = [n for n in range(end - 2, max(-1, end - _REACH), -1)
              if normalise(words[n].text) in _STARTING]  # fmt: skip
    found = None
    for n in starts:
        phrase = phrases.read(n, contracted=True)
        if phrase is None or phrase.end != end or context.resources.world.demonym(phrase.head.text):
            continue
        if not is_person_noun(phrase.head.text, context.resources.lexicon):
            continue
        if not apposed:
            return phrase, False
        found = None if _is_governed(words, n) else phrase
    return found, apposed


def _is_closed(phrase: Phrase, bearer: Bearer, context: Context) -> bool:
    """« , le secrétaire général, X, »: without the last comma the title has to open its clause."""
    words = context.sentence.words
    if Phrases(words, context.resources.lexicon).closes(bearer.behind):
        return True
    first = words.index(phrase.words[0])
    return (first == 0 or words[first - 1].text == ",") and words[bearer.behind].is_verb


def _is_governed(words: tuple[Word, ...], start: int) -> bool:
    """« adjoint à la maire de Paris, X »: whose name it is stays open."""
    before = normalise(words[start - 1].text) if start else ""
    if normalise(words[start].text) in {"du", "au"}:
        return start > 0 and before not in _SPEAKING
    spoken = start > 1 and normalise(words[start - 2].text) in _SPEAKING
    return before in _GOVERNING - {"par", "avec", "pour"} and not spoken


def _candidate(
    phrase: Phrase, bearer: Bearer, context: Context, *, apposed: bool
) -> Candidate | None:
    lexicon = context.resources.lexicon
    name = normalise(bearer.segment.text)
    if normalise(phrase.words[-1].text) in name.split() or phrase.head.text.endswith("ministres"):
        return None
    attribute = attribute_of_title(phrase, context.article, lexicon)
    if attribute is None:
        return None
    alone = phrase.is_bare and wants_complement(phrase.head.text)
    features = {"role", "title", "comma" if apposed else "no_comma"}
    features |= {"vague_title"} if alone else set()
    features |= {"agree_core"} if not apposed else set()
    features |= set() if bearer.linked else {"unlinked"}
    state = State(bearer.segment, attribute, phrase.words[0].start, frozenset(features))
    return state_of(state, context)
