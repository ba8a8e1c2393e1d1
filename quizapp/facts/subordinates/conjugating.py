"""From a participle to the conjugated verb of a sentence: « entraînant » → « a entraîné »."""

import re
from typing import Literal

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.modality import is_past
from quizapp.facts.clauses.parts import form
from quizapp.french.verbs import Number, Tense, Verbs
from quizapp.nlp.participial import is_present_participle
from quizapp.nlp.trees import Word

_CALLING = frozenset("nommer appeler autoriser interdire prévoir baptiser".split())
"""« nommé X » lasts, « nommé par X » was done once."""
Time = Literal["past", "present", "future", "conditional"]

_FUTURE = re.compile(r"r(?:ai|as|a|ons|ez|ont)$")
_STATES = frozenset(
    "viser vouloir pouvoir devoir être avoir contenir comprendre compter constituer représenter"
    " appartenir permettre travailler habiter vivre dater relever provenir relier séparer entourer"
    " opposer regrouper disposer souhaiter espérer désirer refuser considérer estimer penser croire"
    " sembler rester posséder détenir porter aller bénéficier correspondre exister abriter"
    " contrôler diriger réclamer chercher mener résider desservir interdire prévoir autoriser"
    " obliger garantir exiger couvrir accueillir former figurer situer composer gérer tenter"
    " piloter produire fabriquer vendre financer soutenir employer porter informer voir prôner"
    " défendre ignorer savoir connaître craindre redouter".split()
)
_EVENTS = frozenset(
    "entraîner provoquer causer occasionner faire tuer blesser détruire endommager engendrer mettre"
    " frapper toucher éclater survenir atteindre remporter gagner perdre battre".split()
)
_LASTING = frozenset(
    "situer composer considérer appeler surnommer baser installer doter lier destiner consacrer"
    " prévoir nommer intituler baptiser spécialiser constituer former équiper implanter entourer"
    " connaître réputer peupler habiter orner munir armer vêtir habiller asseoir allonger devoir"
    " soupçonner accuser mettre suspecter rassembler réunir inscrire classer dédier affilier"
    " valoriser estimer évaluer chiffrer charger autoriser interdire menacer opposer rattacher"
    " contrôler occuper diriger gérer présider détenir incarcérer inspirer limiter concerner"
    " mener soutenir dominer tenir exclure assiéger encercler incarner".split()
)


def time_of(clause: Clause) -> Time:
    """When the governing clause takes place."""
    feats, verb = clause.finite.feats, form(clause.finite)
    built = verb.startswith(clause.finite.lemma.removesuffix("e"))
    if feats.get("Mood") == "Cnd" or (built and verb.endswith(("ait", "aient"))):
        return "conditional"
    if feats.get("Tense") == "Fut" and _FUTURE.search(verb):
        return "future"
    return "past" if is_past(clause) else "present"


def conjugated(
    text: str, clause: Clause, *, time: Time, number: Number, attached: bool, verbs: Verbs
) -> str | None:
    """The verbal group `text` of a participial clause, conjugated for a subject of that `number`.

    `attached` tells that the participle follows its noun without a comma, as what lasts does.
    « Valorisé alors » was so once. None where the table does not know the verb.
    """
    words = [form(word) for word in clause.verb]
    text = _lowered(text)
    if any(form(word) == "alors" for word in clause.tree.subtree(clause.head)):
        time = "past"
    at = next((i for i, w in enumerate(words) if is_present_participle(verbs, w)), None)
    if at is not None:
        return _active(text, clause.verb[at], clause, time, number, attached, verbs)
    if words[0] in {"avoir", "être"}:
        return _swapped(text, words[0], verbs.conjugate(words[0], "present", 3, number))
    if verbs.is_past_participle(words[0]):
        by = any(part.role == "agent" for part in clause.parts)
        return _passive(text, words[0], time, number, verbs, by=by)
    return None


def _lowered(text: str) -> str:
    """« Valorisé » at the head of its sentence is « valorisé » behind its subject."""
    return text[:1].lower() + text[1:]


def _active(
    text: str, word: Word, clause: Clause, time: Time, number: Number, attached: bool, verbs: Verbs
) -> str | None:
    participle = form(word)
    reading = next(a for a in verbs.analyses(participle) if a.form == "present_participle")
    lemma = reading.lemma
    helps = lemma in {"avoir", "être"} and len(clause.lemmas) == 1 and word is not clause.verb[-1]
    if helps and clause.verb[-1].i != word.i:
        lasts = lemma == "être" and clause.passive and time == "past" and participle == "étant"
        return _swapped(text, participle, verbs.conjugate(
            lemma, "imperfect" if lasts else "present", 3, number))  # fmt: skip
    lasting = lemma in _STATES or (attached and lemma not in _EVENTS)
    bound = re.search(r"\b(?:ne|se)\b|\b[ns]['’]", text) is not None
    lasting = lasting or re.search(r"\bne\b|\bn['’]", text) is not None
    if time != "past" or lasting:
        tense: Tense = "imperfect" if time == "past" else time
        return _swapped(text, participle, verbs.conjugate(lemma, tense, 3, number))
    if bound or verbs.auxiliary(lemma) == "être":
        return _swapped(text, participle, verbs.conjugate(lemma, "past_historic", 3, number))
    past = verbs.participle(lemma)
    helper = verbs.conjugate("avoir", "present", 3, number)
    return _swapped(text, participle, f"{helper} {past}") if past else None


def _passive(
    text: str, participle: str, time: Time, number: Number, verbs: Verbs, *, by: bool
) -> str:
    lemma = next(a.lemma for a in verbs.analyses(participle) if a.form == "past_participle")
    if verbs.auxiliary(lemma) == "être":
        return f"{verbs.conjugate('être', 'present', 3, number)} {text}"
    if lemma in _LASTING and not (by and lemma in _CALLING):
        tense: Tense = "imperfect" if time == "past" and lemma != "situer" else "present"
        return f"{verbs.conjugate('être', tense, 3, number)} {text}"
    return f"{verbs.conjugate('avoir', 'present', 3, number)} été {text}"


def _swapped(text: str, word: str, finite: str | None) -> str | None:
    if finite is None:
        return None
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    return pattern.sub(finite, text, count=1) if pattern.search(text) else None
