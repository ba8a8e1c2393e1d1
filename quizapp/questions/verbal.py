"""The verbal group of a clause, put into another agreement."""

import re

from quizapp.french.nouns import Agreement
from quizapp.french.verbs import Analysis, Gender, Verbs

_TOKEN = re.compile(r"[\w-]+[’']?")
_CLITICS = frozenset("ne n’ n' se s’ s' y en me m’ te t’ nous vous".split())
_OBJECT_CLITICS = frozenset("le la l’ l' les lui leur y en".split())
_BREAKS = frozenset("de d’ d' à pour".split())
_NOT_PARTICIPLES = frozenset("pas plus point jamais rien été".split())


def tokens(group: str) -> list[str]:
    """« n’a pas fourni » → n’, a, pas, fourni."""
    return _TOKEN.findall(group)


def written(words: list[str]) -> str:
    return " ".join(words).replace("’ ", "’").replace("' ", "'")


def finite(group: str, verbs: Verbs) -> tuple[int, Analysis] | None:
    """Where the conjugated verb stands, read in the third person."""
    for place, token in enumerate(tokens(group)):
        if token.lower() in _CLITICS:
            continue
        for reading in verbs.analyses(token):
            if reading.form == "finite" and reading.person == 3:
                return place, reading
        return None
    return None


def lemma(group: str, verbs: Verbs) -> str | None:
    """The infinitive of the main verb: « n’a pas été fournie » → fournir; « doit venir » →
    devoir."""
    head = finite(group, verbs)
    if head is None:
        return None
    place, reading = head
    participles = _participles(group, verbs)
    if reading.lemma in ("avoir", "être") and participles:
        return verbs.lemma(tokens(group)[participles[-1]])
    infinitives = [t for t in tokens(group)[place + 1 :] if verbs.is_infinitive(t)]
    return infinitives[-1] if infinitives else reading.lemma


def has_object_clitic(group: str) -> bool:
    """« l’a reçu », « lui a fourni »: the group refers to something said before."""
    words = [token.lower() for token in tokens(group)]
    return any(word in _OBJECT_CLITICS for word in words[:2])


def is_passive(group: str, verbs: Verbs) -> bool:
    """« a été livré », « sont livrés », but not « est arrivé »."""
    head = finite(group, verbs)
    if head is None or not (places := _participles(group, verbs)):
        return False
    words = tokens(group)
    if "été" in words:
        return True
    main = verbs.lemma(words[places[-1]])
    reflexive = any(word.lower() in ("se", "s’", "s'") for word in words)
    return (
        head[1].lemma == "être"
        and not reflexive
        and main is not None
        and verbs.auxiliary(main) != "être"
    )


def third_singular(group: str, verbs: Verbs, gender: Gender = "m") -> str | None:
    """The group after « Qui » or « Quelle entreprise »: third person singular."""
    head = finite(group, verbs)
    if head is None:
        return None
    place, reading = head
    words = tokens(group)
    if reading.number == "p":
        form = reading.tense and verbs.conjugate(reading.lemma, reading.tense, 3, "s")
        if form is None:
            return None
        words[place] = form
    if agrees_with_subject(group, verbs):
        _agree(words, _participles(group, verbs), Agreement(gender, "s"), verbs)
    return written(words)


def agrees_with_subject(group: str, verbs: Verbs) -> bool:
    """Whether the participle follows the subject: être, passive, reflexive."""
    head = finite(group, verbs)
    if head is None:
        return False
    words = [word.lower() for word in tokens(group)]
    return head[1].lemma == "être" or "été" in words or bool({"se", "s’", "s'"} & set(words))


def with_fronted_object(group: str, agreement: Agreement, verbs: Verbs) -> str | None:
    """The group when its object goes before it: « a fourni » → « (les cartouches que) a
    fournies ». None when the agreement is needed and not known."""
    head = finite(group, verbs)
    if head is None:
        return None
    places = _participles(group, verbs)
    if head[1].lemma != "avoir" or not places or "été" in tokens(group):
        return group
    words = tokens(group)
    if any(verbs.is_infinitive(word) for word in words[places[-1] + 1 :]):
        return group
    if not agreement.known:
        return None
    _agree(words, places[-1:], agreement, verbs)
    return written(words)


def _participles(group: str, verbs: Verbs) -> list[int]:
    head = finite(group, verbs)
    if head is None or head[1].lemma not in ("avoir", "être"):
        return []
    words = tokens(group)
    places: list[int] = []
    for place in range(head[0] + 1, len(words)):
        if words[place] == "de" and words[place + 1 :][:1] == ["nouveau"]:
            continue
        if words[place] in _BREAKS or verbs.is_infinitive(words[place]):
            break
        if words[place] not in _NOT_PARTICIPLES and verbs.is_past_participle(words[place]):
            places.append(place)
    return places


def _agree(words: list[str], places: list[int], agreement: Agreement, verbs: Verbs) -> None:
    for place in places:
        readings = [r for r in verbs.analyses(words[place]) if r.form == "past_participle"]
        form = verbs.participle(readings[0].lemma, agreement.gender or "m", agreement.number or "s")
        words[place] = form or words[place]
