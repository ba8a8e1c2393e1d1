"""How a clause is meant: asserted, reported, planned…"""

from quizapp.facts.clauses import Clause
from quizapp.model import Modality

_BY_VERB: dict[str, Modality] = {
    "vouloir": "desired", "souhaiter": "desired", "espérer": "desired", "désirer": "desired",
    "réclamer": "desired", "exiger": "desired", "demander": "desired", "appeler": "desired",
    "craindre": "feared", "redouter": "feared", "nier": "denied", "démentir": "denied",
    "réfuter": "denied", "prévoir": "planned", "compter": "planned", "envisager": "planned",
    "projeter": "planned", "promettre": "planned", "aller": "planned",
}  # fmt: skip
_WITH_COMPLEMENT = frozenset({"aller", "compter", "demander", "appeler"})


def modality_of(clause: Clause) -> Modality:
    """The modality of the clause by its first verb and mood."""
    first = clause.lemmas[0]
    mood, tense = clause.finite.feats.get("Mood"), clause.finite.feats.get("Tense")
    if first == "devoir" and len(clause.lemmas) > 1:
        return "planned" if mood == "Cnd" else "necessary"
    if first == "pouvoir" and len(clause.lemmas) > 1:
        return "possible"
    governs = len(clause.lemmas) > 1 or any(p.role == "complement" for p in clause.parts)
    if first in _BY_VERB and (governs or first not in _WITH_COMPLEMENT):
        return _BY_VERB[first]
    if mood == "Cnd":
        return "reported"
    return "planned" if tense == "Fut" else "asserted"
