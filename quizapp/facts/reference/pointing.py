"""« Ce dernier », « sa campagne »: subjects that point at a person of the sentence before."""

import re

from quizapp.facts.clauses.parts import Part
from quizapp.facts.entities import Registry
from quizapp.facts.reference.subjects import Focus, Resolved, gender_of_person
from quizapp.french.elision import contract, join
from quizapp.french.typography import normalise
from quizapp.model import Segment, Span
from quizapp.nlp.markers import is_role_noun
from quizapp.nlp.trees import ParsedSentence
from quizapp.world import World

_LATTER = re.compile(r"(?:(?P<masculine>ce dernier|celui-ci)|cette dernière|celle-ci)$")
_OWNED = re.compile(r"(?P<own>son|sa|ses) (?P<rest>(?P<noun>[a-zà-ÿœ-]+?)(?P<plural>s)?(?: .+)?)$")
_PERSONAL = frozenset(
    "campagne candidature avocat avocate père mère femme épouse mari fils fille frère sœur famille"
    " porte-parole parti équipe entourage carrière mandat mort décès arrestation procès enfant"
    " condamnation démission nomination discours victoire défaite élection prédécesseur successeur"
    " adversaire rival rivale cabinet interpellation voiture maison domicile parent collaborateur"
    " proche partisan supporter électeur conseiller conseillère défense retour départ réélection"
    " libération détention corps dépouille programme gouvernement assistant assistante"
    " investiture arrivée visite intervention déclaration propos décision".split()
)
"""What persons have, and things have not."""


def latest(text: str, before: ParsedSentence, registry: Registry, world: World) -> Resolved | None:
    """« Ce dernier »: the one person of that gender whom the sentence before names, when no other
    noun of the gender follows the name there."""
    match = _LATTER.match(normalise(text))
    if match is None:
        return None
    wanted = "Masc" if match["masculine"] else "Fem"
    fitting = [
        m for m in registry.inside(before.span)
        if m.kind == "person" and gender_of_person(m.entity, registry, world) in {wanted, None}
    ]  # fmt: skip
    if len({m.entity for m in fitting}) != 1:
        return None
    entity, end = fitting[-1].entity, fitting[-1].span.end
    rivals = any(
        w.start >= end and w.pos == "NOUN" and w.feats.get("Gender", wanted) == wanted
        and w.feats.get("Number") != "Plur" and not is_role_noun(w.text)
        for w in before.words
    )  # fmt: skip
    if rivals or (wanted == "Fem" and gender_of_person(entity, registry, world) is None):
        return None
    subject = Segment(role="subject", text=registry.shown(entity), entity=entity)
    by = f"« {normalise(text)} » : dernière personne nommée dans la phrase précédente"
    return Resolved(subject, by, frozenset({"latter"}))


def owned(
    text: str, part: Part, focus: Focus | None, *, since: Span, registry: Registry
) -> Resolved | None:
    """« Sa campagne »: that of the person of whom the sentence before speaks, when it names no
    other; only for what persons have."""
    match = _OWNED.match(normalise(text))
    owner = focus.segment.entity if focus else None
    known = registry.entities.get(owner or "")
    if match is None or owner is None or known is None or known.kind != "person":
        return None
    people = {m.entity for m in registry.inside(since) if m.kind == "person"}
    rest = text[match.start("rest") :]
    if people - {owner} or match["noun"] not in _PERSONAL or any(c.isupper() for c in rest):
        return None
    feminine = match["own"] == "sa" or part.head.feats.get("Gender") == "Fem"
    article = "les" if match["own"] == "ses" else "la" if feminine else "le"
    full = f"{join(article, rest)} {contract('de', registry.shown(owner))}"
    by = f"« {match['own']} » : sujet de la phrase précédente"
    return Resolved(Segment(role="subject", text=full), by, frozenset({"owned", "named_subject"}))
