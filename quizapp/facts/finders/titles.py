"""Who is what by the title before a name: « le ministre X », « la présidente de Y, X, »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.attributes import attribute_of_title
from quizapp.facts.nominal.bearers import Bearer, person_starting_at
from quizapp.facts.nominal.kinds import is_incomplete, is_person_noun, lends_its_name
from quizapp.facts.nominal.phrases import Phrase, Phrases, agreement, is_name
from quizapp.facts.roles import State, state_of
from quizapp.french.typography import normalise
from quizapp.model import Segment, Span
from quizapp.nlp.trees import Word
from quizapp.world import Person

_STARTING = {"le": "le", "la": "la", "l'": "l'", "du": "le", "au": "le", "un": "un", "une": "une"}
_GOVERNING = frozenset("à de d' ou en chez".split())
_SPEAKING = frozenset("voix bouche part nom présence intermédiaire".split())
_REACH = 16
"""How many words before a name a title may begin."""


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    for i in range(1, len(words)):
        bearer = person_starting_at(words, i, context) or _sovereign(words, i, context)
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
    end -= 3 if end > 3 and phrases.is_age(end - 3) else 0
    starts = [n for n in range(end - 2, max(-1, end - _REACH), -1)
              if normalise(words[n].text) in _STARTING]  # fmt: skip
    found = None
    for n in starts:
        phrase = phrases.read(n, contracted=True)
        if phrase is None or phrase.end != end or context.resources.world.demonym(phrase.head.text):
            continue
        if not apposed and lends_its_name(phrase.head.text):
            return None, False
        if not is_person_noun(phrase.head.text, context.resources.lexicon):
            continue
        if not apposed:
            return phrase, False
        found = None if _is_governed(words, n) else phrase
    return found, apposed


def _sovereign(words: tuple[Word, ...], i: int, context: Context) -> Bearer | None:
    """« le pape François »: one name is enough."""
    if normalise(words[i - 1].text) not in {"pape", "roi", "reine", "empereur", "sultan"}:
        return None
    followed = words[i + 1 : i + 2] and is_name(words[i + 1])
    if followed or not is_name(words[i]):
        return None
    own = Span(start=words[i].start, end=words[i].end)
    people = (m.entity for m in context.registry.mentions
              if m.kind == "person" and m.span.contains(own))  # fmt: skip
    subject = Segment(role="subject", text=words[i].text, entity=next(people, None))
    return Bearer(subject, "person", i, i + 1, linked=subject.entity is not None)


def _is_closed(phrase: Phrase, bearer: Bearer, context: Context) -> bool:
    """« , le secrétaire général, X, »: without the last comma the title has to open its clause."""
    words = context.sentence.words
    if Phrases(words, context.resources.lexicon).closes(bearer.behind):
        return True
    first = words.index(phrase.words[0])
    return (first == 0 or words[first - 1].text == ",") and words[bearer.behind].is_verb


def _names_another(phrase: Phrase, context: Context) -> bool:
    """« le dirigeant russe Jean Petit avec le film X »: the title has its bearer already."""
    span = Span(start=phrase.words[0].start, end=phrase.words[-1].end)
    return any(mention.kind == "person" for mention in context.registry.inside(span))


def _is_governed(words: tuple[Word, ...], start: int) -> bool:
    """« adjoint à la maire de Paris, X »: whose name it is stays open."""
    before = normalise(words[start - 1].text) if start else ""
    if normalise(words[start].text) in {"du", "au"}:
        return start > 0 and before not in _SPEAKING
    spoken = start > 1 and normalise(words[start - 2].text) in _SPEAKING
    return before in _GOVERNING and not spoken


def _candidate(
    phrase: Phrase, bearer: Bearer, context: Context, *, apposed: bool
) -> Candidate | None:
    lexicon = context.resources.lexicon
    name = normalise(bearer.segment.text)
    if normalise(phrase.words[-1].text) in name.split() or phrase.head.text.endswith("ministres"):
        return None
    if not apposed and _names_another(phrase, context):
        return None
    attribute = attribute_of_title(phrase, context.article, lexicon)
    if attribute is None:
        return None
    alone = phrase.is_bare and is_incomplete(phrase.head.text)
    office = _office_on_record(attribute, bearer, context) if alone else None
    features = {"role", "title", "comma" if apposed else "no_comma"}
    features |= {agreement(phrase, context.sentence)}
    features |= {"vague_title"} if alone and not office else set()
    features |= {"empty_role"} if alone and not office and not phrase.adjectives else set()
    features |= {"office_on_record"} if office else set()
    features |= {"agree_core"} if not apposed else set()
    features |= set() if bearer.linked else {"unlinked"}
    state = State(
        bearer.segment, office or attribute, phrase.words[0].start, frozenset(features),
        resolved_by=f"« {attribute} » : d’après les fonctions connues" if office else None,
    )  # fmt: skip
    return state_of(state, context)


def _office_on_record(title: str, bearer: Bearer, context: Context) -> str | None:
    """« le Premier ministre X »: of which country, where the records vouch for that day."""
    world, day, person = (
        context.resources.world,
        context.article.published_on,
        bearer.segment.entity,
    )
    record = world.get(person) if person else None
    if day is None or not isinstance(record, Person) or not record.is_vouched_for(day):
        return None
    if world.check_role(record.id, title, day) is not None:
        return None
    office = world.office_at(record.id, day)
    bare = normalise(title).removeprefix("le ").removeprefix("la ").removeprefix("l'")
    held = world.entity(record.id, day).description if office else None
    if office and held and "(" in held:
        held = office.title if normalise(office.title) != bare else f"{bare} {world.de(office.of)}"
    return held if held and normalise(held).startswith(f"{bare} ") else None
