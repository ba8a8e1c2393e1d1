"""What a thing is by the noun before its name: « la banque X », « la ville moyenne de X »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.attributes import attribute_of_category
from quizapp.facts.nominal.bearers import Bearer, bearer_starting_at, run_starting_at
from quizapp.facts.nominal.phrases import Phrase, Phrases, agreement
from quizapp.facts.roles import State, state_of
from quizapp.french.typography import normalise
from quizapp.nlp.trees import Word
from quizapp.world import Country

_STARTING = frozenset({"le", "la", "l'", "du", "au"})
_NAMED = frozenset(
    "application logiciel entreprise société firme compagnie banque association ong"
    " collectif mouvement parti magazine journal quotidien hebdomadaire mensuel chaîne"
    " radio réseau constructeur opérateur fournisseur start-up agence syndicat film"
    " documentaire".split()
)
"""« le réseau social X » names it; « la loi X » only calls it after somebody."""
_NETS = frozenset({"Internet", "Web"})
_OF_PLACES = frozenset(
    "ville commune village localité île quartier bourgade municipalité hameau province"
    " métropole".split()
)
_RELATIVE = frozenset(
    "voisin voisine même autre seul seule premier première deuxième dernier dernière"
    " natal natale ancien ancienne nouveau nouvelle futur future propre entier entière"
    " vieux vieille second seconde présent présente fameux fameuse jeune grand grande"
    " petit petite".split()
)


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    for i in range(len(words) - 2):
        if normalise(words[i].text) in _STARTING and words[i + 1].text.islower():
            state = (_of_thing(words, i, context) or _of_place(words, i, context)
                     or _capital(words, i, context))  # fmt: skip
            candidate = state_of(state, context) if state else None
            if candidate:
                yield candidate


def _of_thing(words: tuple[Word, ...], start: int, context: Context) -> State | None:
    """« le réseau social X » → « X est un réseau social »."""
    name = next((n for n in range(start + 2, min(start + 8, len(words)))
                 if words[n].text[0].isupper() and words[n].text not in _NETS), None)  # fmt: skip
    if name is None or normalise(words[start + 1].text) not in _NAMED:
        return None
    phrase = _phrase(words[:name], start, context)
    bearer = _bearer(words, name, context)
    if phrase is None or phrase.end != name or bearer is None or bearer.kind == "person":
        return None
    if _goes_on(words, bearer):
        return None
    return _state(phrase, bearer, "category", context)


def _bearer(words: tuple[Word, ...], name: int, context: Context) -> Bearer | None:
    """The name; a lone surname behind « la banque » is the bank's."""
    known = bearer_starting_at(words, name, context)
    if known and (known.kind != "person" or known.behind - name > 1 or " " in words[name].text):
        return known
    return run_starting_at(words, name, context)


def _goes_on(words: tuple[Word, ...], name: Bearer) -> bool:
    """« le collectif Paix pour tous », « le fournisseur d’accès Internet X », taken for a name as
    a whole: where the name ends or begins stays open."""
    following = words[name.behind : name.behind + 1]
    lower = any(w.pos in {"ADP", "DET", "NOUN", "ADJ", "ADV"} for w in following)
    return (lower and not name.linked) or words[name.first].text.split()[0] in _NETS


def _of_place(words: tuple[Word, ...], start: int, context: Context) -> State | None:
    """« la ville moyenne de X » → « X est une ville moyenne »; « la province d’Alep » may be
    called after its town, « la province du Sind » is the Sind."""
    if normalise(words[start + 1].text) not in _OF_PLACES:
        return None
    of = next((n for n in range(start + 2, min(start + 4, len(words)))
               if normalise(words[n].text) in {"de", "d'", "du"}), None)  # fmt: skip
    if of is None:
        return None
    article = of + 1 < len(words) and normalise(words[of + 1].text) in {"la", "l'"}
    bearer = bearer_starting_at(words, of + 1 + article, context)
    phrase = _phrase(words[:of], start, context)
    if bearer is None or bearer.kind != "place" or phrase is None or phrase.end != of:
        return None
    articled = article or normalise(words[of].text) == "du"
    if normalise(phrase.head.text) == "province" and not articled:
        return None
    return _state(phrase, bearer, "place_category", context)


def _capital(words: tuple[Word, ...], start: int, context: Context) -> State | None:
    """« la capitale Bagdad »: of which country the world's records tell."""
    if normalise(words[start + 1].text) != "capitale":
        return None
    bearer = bearer_starting_at(words, start + 2, context)
    name = context.article.text[words[start + 2].start : words[start + 2].end]
    linked = context.resources.world.link(name, context.article.text)
    country = context.resources.world.get(linked) if linked else None
    if bearer is None or not isinstance(country, Country) or country.capital != name:
        return None
    attribute = f"la capitale {context.resources.world.de(country.id)}"
    return State(
        bearer.segment, attribute, words[start].start, frozenset({"capital"}),
        resolved_by=f"« la capitale » : {country.name}, dont c’est la capitale",
    )  # fmt: skip


def _phrase(words: tuple[Word, ...], start: int, context: Context) -> Phrase | None:
    phrase = Phrases(words, context.resources.lexicon).read(start, contracted=True)
    if phrase is None or _RELATIVE & {normalise(w.text) for w in phrase.words}:
        return None
    return phrase


def _state(phrase: Phrase, bearer: Bearer, pattern: str, context: Context) -> State | None:
    attribute = attribute_of_category(phrase, context.article, context.resources.lexicon)
    if attribute is None:
        return None
    seen = {pattern, agreement(phrase, context.sentence)}
    features = frozenset(seen | (set() if bearer.linked else {"unlinked"}))
    return State(bearer.segment, attribute, phrase.words[0].start, features)
