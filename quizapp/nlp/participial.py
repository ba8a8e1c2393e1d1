"""Participles that open a group of their own: « …, entraînant l’arrêt du réacteur »."""

from collections.abc import Sequence

from quizapp.french.verbs import Verbs
from quizapp.nlp.markers import is_role_noun
from quizapp.nlp.tokens import Token

_BEFORE = frozenset(
    "en tout ne n' pas y s' se ainsi notamment désormais aussi finalement parfois souvent".split()
)
_NO_PARTICIPLES = frozenset(
    "durant pendant suivant maintenant devant moyennant nonobstant cependant auparavant avant"
    " concernant touchant étudiant étudiants commerçant habitant habitants passant restaurant"
    " courant vivant assaillant manifestant enseignant participant dépendant important"
    " constant puissant existant récent présent patient content excellent assistant assistante"
    " ressortissant militant consultant intérimaire aspirant adolescent".split()
)
_AFTER_PASSIVE = frozenset(
    "par en à au aux dans de du des d' le la depuis sur lors pour comme avec entre sous contre chez"
    " près à il pendant alors désormais notamment essentiellement principalement majoritairement"
    " vendredi samedi dimanche lundi mardi mercredi jeudi hier".split()
)
_NOT_PASSIVE = frozenset(
    "suite mort fait dit vu dû malgré excepté hormis y né née âgé âgée plus tout compris".split()
)


def participle_at(verbs: Verbs, words: Sequence[str], start: int) -> int | None:
    """Index of the present participle, or of the past participle with its complement, that the
    group beginning at `start` hangs on; None where another kind of group begins."""
    at = start
    while at < len(words) and at - start < 4 and words[at] in _BEFORE:
        at += 1
    if at >= len(words):
        return None
    if is_present_participle(verbs, words[at]):
        return at
    passive = (
        at == start
        and words[at + 1 : at + 2]
        and words[at + 1] in _AFTER_PASSIVE
        and words[at] not in _NOT_PASSIVE
        and verbs.is_past_participle(words[at])
    )
    return at if passive else None


def is_present_participle(verbs: Verbs, word: str) -> bool:
    """« entraînant »; not « durant », nor the « représentant » of a country."""
    if word in _NO_PARTICIPLES or is_role_noun(word):
        return False
    return any(a.form == "present_participle" for a in verbs.analyses(word))


def subject_slot(verbs: Verbs, words: Sequence[str]) -> tuple[int | None, int] | None:
    """Where the « il » of the parse goes (the comma, « en » or « après » that opens the group,
    None where the group has a subject of its own), and where the form to conjugate stands."""
    if words[:1] == ["après"] and words[1:2] in (["avoir"], ["être"]):
        return 0, 1
    at = next((i for i, w in enumerate(words[:12]) if is_present_participle(verbs, w)), None)
    if at is None:
        return None
    slot = 1 if words[:2] == [",", "en"] else 0
    bare = words[slot] in {",", "en"} and set(words[slot + 1 : at]) <= _BEFORE
    return (slot if bare else None), at


def as_sentence(tokens: Sequence[Token], verbs: Verbs) -> list[Token]:
    """A participial group as the parsers read it best: « , entraînant » as « il entraîne »,
    « après avoir signé » as « il a signé ». As many tokens as there were."""
    read = list(tokens)
    found = subject_slot(verbs, [token.form.lower() for token in tokens])
    finite = found and finite_form(verbs, tokens[found[1]].form.lower())
    if not found or not finite:
        return read
    slot, at = found
    read[at] = _replaced(read[at], finite)
    if slot is not None and slot < at:
        read[slot] = _replaced(read[slot], "il")
    return read


def finite_form(verbs: Verbs, word: str) -> str | None:
    """« entraînant » → « entraîne », « avoir » → « a »."""
    readings = (a for a in verbs.analyses(word) if a.form in {"present_participle", "infinitive"})
    found = next(readings, None)
    return verbs.conjugate(found.lemma, "present", 3, "s") if found else None


def _replaced(token: Token, form: str) -> Token:
    return Token(form, token.start, token.end)
