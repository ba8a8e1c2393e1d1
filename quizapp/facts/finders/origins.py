"""Who comes from where, by the word before a name: « le Belge X », « les Français X et Y »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.bearers import Bearer, person_starting_at
from quizapp.facts.nominal.phrases import Phrases
from quizapp.facts.reference.subjects import gender_of_person
from quizapp.facts.roles import State, state_of
from quizapp.french.typography import normalise
from quizapp.nlp.trees import Word
from quizapp.world import Country

_FEMININE = {"la": True, "une": True, "le": False, "du": False, "au": False, "un": False}
_PLURAL = frozenset({"les", "des", "aux"})
_DETERMINERS = frozenset({*_FEMININE, *_PLURAL, "l'"})


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    for i in range(1, len(words) - 1):
        determiner = normalise(words[i - 1].text)
        if determiner not in _DETERMINERS or not words[i].text[0].isupper():
            continue
        country = _country(words[i], context)
        if country is None:
            continue
        start = i + 4 if Phrases(words, context.resources.lexicon).is_age(i + 1) else i + 1
        for bearer in _bearers(words, start, context, several=determiner in _PLURAL):
            adjective = _adjective(words[i].text, determiner, country, _gender(bearer, context))
            if adjective is None:
                continue
            features = frozenset({"origin"} | (set() if bearer.linked else {"unlinked"}))
            state = State(bearer.segment, adjective, words[i].start, features, kind="state")
            candidate = state_of(state, context)
            if candidate:
                yield candidate


def _country(word: Word, context: Context) -> Country | None:
    found = context.resources.world.demonym(word.text)
    record = context.resources.world.get(found) if found else None
    return record if isinstance(record, Country) else None


def _gender(bearer: Bearer, context: Context) -> str | None:
    entity = bearer.segment.entity
    if entity is None:
        return None
    return gender_of_person(entity, context.registry, context.resources.world)


def _adjective(word: str, determiner: str, country: Country, gender: str | None) -> str | None:
    """In the gender that the word or its determiner tells; « les Français X et Y » tells none."""
    masculine, feminine = country.demonym
    if determiner in _FEMININE:
        return feminine if _FEMININE[determiner] else masculine
    if masculine == feminine or word.lower().startswith(feminine.lower()):
        return feminine
    if determiner == "l'":
        return masculine
    return {"Fem": feminine, "Masc": masculine}.get(gender or "")


def _bearers(
    words: tuple[Word, ...], start: int, context: Context, *, several: bool
) -> Iterator[Bearer]:
    """The person behind the word; behind « les », every member of the list."""
    found: list[Bearer] = []
    i = start
    while i < len(words):
        bearer = person_starting_at(words, i, context)
        if bearer is None:
            break
        found.append(bearer)
        i = bearer.behind
        if not several or i >= len(words) or words[i].text not in {",", "et"}:
            break
        i += 1
    whole = not several or (len(found) > 1 and words[found[-1].first - 1].text == "et")
    yield from found if whole else ()
