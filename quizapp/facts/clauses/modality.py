"""How a clause is meant: asserted, reported, planned…"""

import re

from quizapp.facts.clauses.clause import Clause
from quizapp.model import Modality

_BY_VERB: dict[str, Modality] = {
    "vouloir": "desired", "souhaiter": "desired", "espérer": "desired", "désirer": "desired",
    "réclamer": "desired", "exiger": "desired", "demander": "desired", "appeler": "desired",
    "craindre": "feared", "redouter": "feared", "nier": "denied", "démentir": "denied",
    "réfuter": "denied", "prévoir": "planned", "compter": "planned", "envisager": "planned",
    "projeter": "planned", "promettre": "planned", "risquer": "possible",
    "inquiéter": "feared", "falloir": "necessary", "sembler": "possible", "paraître": "possible",
}  # fmt: skip
_CONDITIONAL = re.compile(r"^(?:dev|pour|au|se|voud|fe|i|faud)r(?:ait|aient)$")
_WITH_COMPLEMENT = frozenset({"compter", "demander", "appeler", "risquer", "sembler", "paraître"})
_TRYING = frozenset("chercher tenter viser essayer entendre ambitionner aspirer".split())
"""With an infinitive, in the present: what is wanted, not yet done."""


def modality_of(clause: Clause) -> Modality:
    """The modality of the clause by its first verb and mood."""
    first = clause.lemmas[0]
    mood, tense = _mood(clause), clause.finite.feats.get("Tense")
    if len(clause.lemmas) > 1 and first in {"devoir", "pouvoir", "aller"}:
        return _of_modal(first, clause)
    if len(clause.lemmas) > 1 and first in _TRYING and tense in {"Pres", "Imp"}:
        return "asserted" if _is_compound(clause) else "desired"
    governs = len(clause.lemmas) > 1 or any(p.role == "complement" for p in clause.parts)
    if first in _BY_VERB and (governs or first not in _WITH_COMPLEMENT):
        return _BY_VERB[first]
    if mood == "Cnd":
        return "reported"
    return "planned" if tense == "Fut" else "asserted"


def _mood(clause: Clause) -> str | None:
    """« devraient » is a conditional, whatever the parser says."""
    conditional = _CONDITIONAL.search(clause.finite.text.lower())
    return "Cnd" if conditional else clause.finite.feats.get("Mood")


def _of_modal(modal: str, clause: Clause) -> Modality:
    """« a dû », « put », « alla »: what happened; « va », « devrait » and « peut » look ahead."""
    mood, tense = _mood(clause), clause.finite.feats.get("Tense")
    happened = (_is_compound(clause) or tense == "Past") and mood != "Cnd"
    if modal == "aller":
        return "planned" if tense in {"Pres", "Imp"} and not happened else "asserted"
    if happened:
        return "asserted"
    if modal == "pouvoir":
        return "possible"
    return "planned" if mood == "Cnd" else "necessary"


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
    if _mood(clause) == "Cnd" or finite.feats.get("Tense") == "Fut":
        return False
    perfect = compound and (not clause.passive or finite.lemma == "avoir")
    return perfect or finite.feats.get("Tense") in {"Past", "Imp"}
