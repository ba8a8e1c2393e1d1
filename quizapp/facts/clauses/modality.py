"""How a clause is meant: asserted, reported, planned…"""

import re

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, form
from quizapp.model import Modality
from quizapp.nlp.trees import Word

_BY_VERB: dict[str, Modality] = {
    "vouloir": "desired", "souhaiter": "desired", "espérer": "desired", "désirer": "desired",
    "réclamer": "desired", "exiger": "desired", "demander": "desired",
    "craindre": "feared", "redouter": "feared", "nier": "denied", "démentir": "denied",
    "réfuter": "denied", "prévoir": "planned", "compter": "planned", "envisager": "planned",
    "projeter": "planned", "promettre": "planned", "risquer": "possible",
    "inquiéter": "feared", "falloir": "necessary", "sembler": "possible", "paraître": "possible",
}  # fmt: skip
_CONDITIONAL = re.compile(r"^(?:dev|pour|au|se|voud|fe|i|faud)r(?:ait|aient)$")
_FUTURE = re.compile(r"r(?:ai|as|a|ons|ez|ont)$")
_CLOSING = frozenset({"finalement"})
"""With a future: what came of it, told from the day of the event."""
_WITH_COMPLEMENT = frozenset({"compter", "demander", "risquer", "sembler", "paraître"})
_WITH_INFINITIVE = frozenset({"projeter", "promettre"})
"""« projette de bâtir »; a film is projected today."""
_HELD: dict[str, Modality] = {
    "accuser": "reported", "considérer": "reported", "réputer": "reported",
    "soupçonner": "possible", "suspecter": "possible", "présumer": "possible",
}  # fmt: skip
"""In the passive, without saying by whom: « est soupçonné de vol »."""
_GUESSING = frozenset({"peut-être", "probablement", "vraisemblablement"})
_UNDERTAKING = frozenset({"engager", "proposer"})
"""With an infinitive: « s’engage à payer », « propose de payer »."""
_TRYING = frozenset("chercher viser entendre ambitionner aspirer".split())
"""With an infinitive, in the present: what is wanted, not yet done; an attempt is an event."""


def modality_of(clause: Clause) -> Modality:
    """The modality of the clause by its first verb and mood."""
    first = clause.lemmas[0]
    if len(clause.lemmas) > 1 and first in {"devoir", "pouvoir", "aller"}:
        return _of_modal(first, clause)
    by_verb = _by_verb(first, clause)
    if by_verb:
        return by_verb
    if _mood(clause) == "Cnd":
        return "reported"
    if _is_guessed(clause):
        return "possible"
    return "planned" if _is_future(clause) and not _is_told_back(clause) else "asserted"


def _is_future(clause: Clause) -> bool:
    """« établira »; not « établit », whatever the parser says."""
    return clause.finite.feats.get("Tense") == "Fut" and bool(_FUTURE.search(form(clause.finite)))


def _is_told_back(clause: Clause) -> bool:
    """« sera finalement disqualifié »: the future of a story that is over."""
    near = clause.tree.words[clause.verb[0].i : clause.verb[-1].i + 2]
    return any(form(word) in _CLOSING for word in near)


def _is_guessed(clause: Clause) -> bool:
    """« est sans doute due à », « a probablement fui »."""
    parts = [p for p in (*clause.parts, clause.subject) if p and not clause.shared]
    first = min([clause.verb[0].i, *(p.first for p in parts)])
    last = max([clause.verb[-1].i, *(p.last for p in clause.parts)])
    own = [w for w in clause.tree.children(clause.head, "advmod", "obl") if first <= w.i <= last]
    forms = {form(word) for word in own}
    return bool(forms & _GUESSING) or ("doute" in forms and _without_doubt(clause, own))


def _without_doubt(clause: Clause, own: list[Word]) -> bool:
    doubts = (word.i for word in own if form(word) == "doute")
    return any(i and form(clause.tree.words[i - 1]) == "sans" for i in doubts)


def _by_verb(first: str, clause: Clause) -> Modality | None:
    """What the verb itself tells of its complement: wished, feared, promised, held to be so."""
    with_infinitive = len(clause.lemmas) > 1 or any(p.head.is_verb for p in clause.parts)
    governs = len(clause.lemmas) > 1 or any(p.role == "complement" for p in clause.parts)
    if len(clause.lemmas) > 1 and first in _TRYING:
        present = clause.finite.feats.get("Tense") in {"Pres", "Imp"}
        return "desired" if present and not _is_compound(clause) else None
    passive = clause.passive or not clause.finite.is_finite
    if passive and not any(p.role == "agent" for p in clause.parts) and first in _HELD:
        return _HELD[first]
    if first in _UNDERTAKING:
        undertaken = len(clause.lemmas) > 1 or any(
            p.head.is_verb and p.role == "complement" for p in clause.parts
        )
        return "planned" if undertaken else None
    if first == "appeler":
        return "desired" if any(_begins_with_a(clause, p) for p in clause.parts) else None
    if first in _WITH_INFINITIVE and not with_infinitive:
        return None
    return _BY_VERB.get(first) if governs or first not in _WITH_COMPLEMENT else None


def _begins_with_a(clause: Clause, part: Part) -> bool:
    """« appelle au calme », « appelle l’armée à se retirer »; not « appelle la police »."""
    words = clause.tree.words[part.first : part.last + 1]
    return any(form(word) in {"à", "au", "aux"} for word in words)


def _mood(clause: Clause) -> str | None:
    """« devraient » is a conditional, whatever the parser says."""
    conditional = _CONDITIONAL.search(clause.finite.text.lower())
    return "Cnd" if conditional else clause.finite.feats.get("Mood")


def _of_modal(modal: str, clause: Clause) -> Modality:
    """« a dû », « put », « alla »: what happened; « va », « devrait » and « peut » look ahead;
    « ne peut pas » says what is not."""
    mood, tense = _mood(clause), clause.finite.feats.get("Tense")
    happened = (_is_compound(clause) or tense == "Past") and mood != "Cnd"
    if modal == "aller":
        return "planned" if tense in {"Pres", "Imp"} and not happened else "asserted"
    if happened:
        return "asserted"
    if modal == "pouvoir":
        return "asserted" if clause.negated and tense == "Pres" and mood != "Cnd" else "possible"
    return "planned" if mood == "Cnd" and not _is_compound(clause) else "necessary"


def _is_compound(clause: Clause) -> bool:
    """« a dû fermer », « avait tenté de fuir »."""
    verbs = sum(word.pos in {"VERB", "AUX"} for word in clause.verb)
    return verbs > len(clause.lemmas) and clause.finite.lemma in {"avoir", "être"}


def is_past(clause: Clause) -> bool:
    """« a signé », « fut signé », « signait »; neither future nor conditional."""
    finite = clause.finite
    several = len(clause.verb) + len(clause.helpers) > 1
    helped = finite.pos == "AUX" and finite.lemma in {"avoir", "être"} and several
    compound = helped and not clause.tree.child(clause.head, "cop")
    if _mood(clause) == "Cnd" or _is_future(clause):
        return False
    perfect = compound and (not clause.passive or finite.lemma == "avoir")
    return perfect or finite.feats.get("Tense") in {"Past", "Imp"}
