"""What a bracket tells of the name before it: « X (PS) », « la Ligue … (LDH) », « X (43 ans) »."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.nominal.bearers import bearer_ending_at
from quizapp.facts.nominal.kinds import gender_of, is_noun
from quizapp.facts.roles import State, state_of
from quizapp.french.elision import join, upper_initial
from quizapp.french.typography import normalise, tidy
from quizapp.model import Segment
from quizapp.nlp.trees import Word

_PARTIES = {
    "PS": "du PS", "LR": "de LR", "UMP": "de l’UMP", "FN": "du FN", "RN": "du RN",
    "LREM": "de LREM", "LaREM": "de LaREM", "EELV": "d’EELV", "PCF": "du PCF", "UDI": "de l’UDI",
    "MoDem": "du MoDem", "PRG": "du PRG", "NPA": "du NPA", "LFI": "de LFI", "DLF": "de DLF",
    "RPR": "du RPR", "UDF": "de l’UDF", "CDU": "de la CDU", "CSU": "de la CSU", "SPD": "du SPD",
    "AfD": "de l’AfD",
}  # fmt: skip
"""French and German parties by what stands in the bracket, as one is a member of them."""
_SMALL = frozenset("de d d' du des la le les l l' et à aux au en pour sur contre".split())
_ARTICLES = {"le": "le", "la": "la", "l'": "l'", "du": "le", "au": "le", "les": "les",
             "des": "les", "aux": "les", "un": "le", "une": "la"}  # fmt: skip
_REACH = 12
"""How many words before a bracket an acronym may sum up."""


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    words = context.sentence.words
    for opening, behind in pairwise(range(1, len(words))):
        if words[opening].text != "(" or words[behind + 1 : behind + 2] == ():
            continue
        if words[behind + 1].text == ")":
            for state in (
                _party(words, opening, context),
                _acronym(words, opening, context),
                _other_name(words, opening, context),
            ):
                candidate = state_of(state, context) if state else None
                if candidate:
                    yield candidate


def _party(words: tuple[Word, ...], opening: int, context: Context) -> State | None:
    """« Jean Petit (PS) »: he is a member of it."""
    party = _PARTIES.get(words[opening + 1].text)
    bearer = bearer_ending_at(words, opening - 1, context) if party else None
    if bearer is None or bearer.kind != "person":
        return None
    features = frozenset({"party_bracket"})
    return State(bearer.segment, f"membre {party}", words[opening].start, features)


def _other_name(words: tuple[Word, ...], opening: int, context: Context) -> State | None:
    """« l’État islamique (Daech) »: two names on record for one thing."""
    bearer = bearer_ending_at(words, opening - 1, context)
    inside = bearer_ending_at(words, opening + 1, context)
    if bearer is None or inside is None or bearer.kind != "organisation":
        return None
    same = bearer.segment.entity and bearer.segment.entity == inside.segment.entity
    article = normalise(words[bearer.first - 1].text) if bearer.first else ""
    first = bearer.segment.text.split("’")[-1].split()[0]
    feminine = article == "la" or (
        article == "l'" and gender_of(first, context.resources.lexicon) == "f"
    )
    if not same or article not in {"le", "la", "l'", "du", "au"}:
        return None
    return State(
        bearer.segment, inside.segment.text, words[opening].start, frozenset({"other_name"}),
        kind="state", verb=f"est aussi appelé{'e' if feminine else ''}", lemma="appeler",
    )  # fmt: skip


def _acronym(words: tuple[Word, ...], opening: int, context: Context) -> State | None:
    """« la Ligue des droits de l’homme (LDH) »: an acronym with the words that it sums up."""
    acronym = words[opening + 1].text
    if not (2 <= len(acronym) <= 8 and acronym.isupper() and acronym.isalpha()):
        return None
    first = _summed_up(words, opening, acronym)
    head = words[first].text.split()[0] if first is not None else ""
    if first is None or not is_noun(head, context.resources.lexicon):
        return None
    article = _ARTICLES.get(normalise(words[first - 1].text)) if first else None
    if article is None:
        return None
    name = tidy(context.article.text[words[first].start : words[opening - 1].end])
    subject = f"l’{name}" if article == "l'" else join(article, name)
    features = frozenset({"acronym"})
    return State(
        Segment(role="subject", text=upper_initial(subject)), acronym, words[opening].start,
        features, kind="state", verb="ont pour sigle" if article == "les" else "a pour sigle",
        lemma="avoir", role="complement",
    )  # fmt: skip


def _summed_up(words: tuple[Word, ...], opening: int, acronym: str) -> int | None:
    """Where the words begin whose initials make the acronym; one may be passed over."""
    initials: list[str] = []
    for i in range(opening - 1, max(-1, opening - _REACH), -1):
        if not words[i].text[0].isalpha():
            return None
        if normalise(words[i].text) not in _SMALL:
            parts = words[i].text.replace("’", " ").replace("'", " ").split()
            own = [p[0].upper() for p in parts if normalise(p) not in _SMALL and p[0].isalpha()]
            initials = [*own, *initials]
        if initials and initials[0] == _plain(acronym[0]) and _sums_up(acronym, initials):
            return i
    return None


def _sums_up(acronym: str, initials: list[str]) -> bool:
    rest = iter(_plain(initial) for initial in initials)
    return len(initials) <= len(acronym) + 1 and all(letter in rest for letter in acronym)


def _plain(letter: str) -> str:
    return letter.translate(str.maketrans("ÉÈÊÀÂÎÔÛÇ", "EEEAAIOUC"))
