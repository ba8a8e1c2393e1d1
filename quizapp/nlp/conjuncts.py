"""Coordinated clauses and predicates, apart before they are parsed.

« Des caméras ont été posées et des gardes ont été placés » is two cores; of « Le Kenya a signé et
a publié l’accord » the second half is a `predicate`, parsed with « il » for « et ».
"""

from collections.abc import Iterator, Sequence

from quizapp.french.verbs import Verbs
from quizapp.nlp.markers import CLEARLY_FINITE, CLITICS, CONNECTORS, FINITE_ENDING
from quizapp.nlp.peeling import Peeled
from quizapp.nlp.tokens import Token
from quizapp.nlp.trees import PieceKind

_COORDINATORS = frozenset({"et", "mais", "puis"})
_SUBORDINATORS = frozenset(
    "qui que qu' dont où lorsque lorsqu' quand si comme puisque puisqu' laquelle lequel"
    " lesquels lesquelles auquel duquel tant tandis".split()
)
_SINGULAR = frozenset("le la l' un une ce cet cette chaque son sa aucun aucune".split())
_PLURAL = frozenset("les des ces ses leurs plusieurs quelques certains certaines deux trois quatre"
                    " cinq six sept huit neuf dix".split())  # fmt: skip
_GOVERNING = _SINGULAR | _PLURAL | frozenset("de d' du à au aux en par".split())
_PRONOUNS = frozenset("il elle ils elles on nous vous je j' cela celui-ci celle-ci".split())
_OPENING = _SINGULAR | _PLURAL | frozenset("plus environ près quelque leur".split())
_AFTER_VERB = frozenset("le la les l' un une des que qu' son sa ses leur leurs".split())
_PREPOSITIONS = frozenset("à au aux de d' du en dans par pour sur vers leurs".split())
_ADVERBS = frozenset("ensuite aussi également alors ainsi désormais aujourd'hui enfin".split())
_NOT_VERBS = frozenset(
    "contre entre sous vers par pour dans une bien tout porte marche place reste été point courant"
    " violent président excellent content souvent avant vent part suite cause aide offre".split()
)
_LONGEST_SUBJECT = 14


def split_conjuncts(piece: Peeled, verbs: Verbs, *, said: bool = False) -> Iterator[Peeled]:
    """A core cut where a coordinated clause or predicate begins; « et » becomes an aside where
    the clause has a subject of its own.

    Of what is `said`, « , et annonce … » is left alone: the one who says so may be its subject.
    """
    if piece.kind != "core":
        yield piece
        return
    kind: PieceKind = "core"
    start = 0
    for at, shares in _cuts(piece.tokens, verbs, said=said):
        yield Peeled(kind, piece.tokens[start:at])
        if shares:
            kind, start = "predicate", at
        else:
            yield Peeled("aside", piece.tokens[at : at + 1])
            kind, start = "core", at + 1
    yield Peeled(kind, piece.tokens[start:])


def _cuts(tokens: Sequence[Token], verbs: Verbs, *, said: bool) -> Iterator[tuple[int, bool]]:
    """Where « et » begins a new clause, and whether that shares the subject before it."""
    forms = [token.form for token in tokens]
    words = [form.lower() for form in forms]
    start = 0
    for at in range(2, len(words) - 2):
        if words[at] not in _COORDINATORS or _is_quoted(words, at):
            continue
        left = words[start:at]
        told, nested = _finite_count(left, verbs), _nested(left)
        if _is_predicate(words, at + 1, verbs, sure=words[at] != "et"):
            shares_object = _shares_object(words, at, verbs)
            if told and not nested and not shares_object and not (said and words[at - 1] == ","):
                yield at, True
                start = at
        elif told > nested and _opens_clause(words, forms, _behind_connectors(words, at), verbs):
            yield at, False
            start = at + 1


def _nested(words: Sequence[str]) -> int:
    """How many clauses are opened; the « que » of « n’est que de dix mètres » opens none."""
    restricts = any(
        word in {"que", "qu'"} and {"ne", "n'"} & set(words[max(0, n - 3) : n])
        for n, word in enumerate(words)
    )
    return len(_SUBORDINATORS & set(words)) - restricts


def _behind_connectors(words: Sequence[str], at: int) -> int:
    """The first word behind « et pourtant »."""
    at += 1
    while at < len(words) - 2 and words[at] in CONNECTORS:
        at += 1
    return at


def _shares_object(words: Sequence[str], at: int, verbs: Verbs) -> bool:
    """« intègrent et forment des milices »: two bare verbs side by side stay together."""
    before, after = words[at - 1], words[at + 1]
    simple = not {before, after} & CLEARLY_FINITE and verbs.is_finite(after)
    return simple and verbs.is_finite(before) and not verbs.is_past_participle(before)


def _is_quoted(words: Sequence[str], at: int) -> bool:
    before = words[:at]
    return before.count("«") > before.count("»") or before.count("(") > before.count(")")


def _finite_count(words: Sequence[str], verbs: Verbs) -> int:
    return sum(
        _is_clear(word, verbs) or (n > 0 and _is_likely(words[n - 1], word, verbs))
        for n, word in enumerate(words)
    )


def _is_clear(word: str, verbs: Verbs) -> bool:
    return word in CLEARLY_FINITE or bool(FINITE_ENDING.search(word) and verbs.is_finite(word))


def _is_likely(before: str, word: str, verbs: Verbs) -> bool:
    governed = before.isdigit() or before in _GOVERNING
    return len(word) > 3 and word not in _NOT_VERBS and not governed and verbs.is_finite(word)


def _is_predicate(words: Sequence[str], at: int, verbs: Verbs, *, sure: bool) -> bool:
    """« (ensuite) (n’y) a signé », « annonce la … »: a conjugated verb without subject; `sure`
    behind « mais » and « puis », which join no bare nouns."""
    while at < len(words) - 1 and words[at] in _ADVERBS:
        at += 1
    if _opens_with_pronoun(words, at, verbs):
        return False
    clitics = at
    while at < len(words) - 1 and words[at] in CLITICS | {"ne", "n'"}:
        at += 1
    if at >= len(words) - 1 or words[clitics:at] == ["en"]:
        return False
    word = words[at]
    after = next((w for w in words[at + 1 :] if w not in _ADVERBS | {"donc"}), "")
    if word == "est":
        return after not in {"du", "de", "des", "d'"}
    if _is_clear(word, verbs) or at > clitics:
        return verbs.is_finite(word) or word in CLEARLY_FINITE
    plural = sure or (word.endswith("ent") and len(word) > 6)
    follows = _AFTER_VERB | _PREPOSITIONS if plural else _AFTER_VERB
    return verbs.is_finite(word) and word not in _NOT_VERBS and after in follows


def _opens_with_pronoun(words: Sequence[str], at: int, verbs: Verbs) -> bool:
    """« il ne l’a », « nous avons »: a subject pronoun and its verb."""
    if words[at] not in _PRONOUNS:
        return False
    verb = at + 1
    while verb < len(words) - 1 and words[verb] in CLITICS | {"ne", "n'"}:
        verb += 1
    if words[at] in {"nous", "vous"}:
        return words[verb].endswith(("ons", "ez"))
    return verbs.is_finite(words[verb])


def _opens_clause(words: Sequence[str], forms: Sequence[str], at: int, verbs: Verbs) -> bool:
    """« les résultats devraient … »: a noun phrase that agrees with the verb behind it."""
    if _opens_with_pronoun(words, at, verbs):
        return True
    named = forms[at][:1].isupper()
    if words[at] not in _OPENING and not words[at].isdigit() and not named:
        return False
    plural = words[at] in _PLURAL or words[at] in {"plus", "environ", "près"} or words[at].isdigit()
    for i in range(at + 1, min(len(words), at + _LONGEST_SUBJECT)):
        if words[i] in _SUBORDINATORS or words[i] in {",", ":", "«", "»", "(", ";"}:
            return False
        joined = "et" in words[at:i]
        if _is_verb_of(words[i], words[i - 1], verbs, plural=plural or joined):
            return joined or _is_plural(words[i]) == plural
    return False


def _is_verb_of(word: str, before: str, verbs: Verbs, *, plural: bool) -> bool:
    if word in _NOT_VERBS or before in _SINGULAR | _PLURAL | {"de", "d'", "du", "à", "en"}:
        return False
    return _is_clear(word, verbs) or (plural and word.endswith("ent") and verbs.is_finite(word))


def _is_plural(verb: str) -> bool:
    return verb.endswith("nt")
