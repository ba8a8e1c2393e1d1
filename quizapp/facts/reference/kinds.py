"""Nouns by which an article takes up one thing in other words: « l’attentat », « l’attaque »."""

_ALIKE = (
    "attaque attentat explosion fusillade assaut tuerie massacre",
    "accident crash collision catastrophe drame tragédie naufrage déraillement",
    "séisme tremblement secousse",
    "incendie feu sinistre",
    "ouragan cyclone tempête typhon",
    "inondation crue",
    "manifestation rassemblement marche défilé cortège mobilisation",
    "vote scrutin élection référendum",
    "match rencontre finale demi-finale",
    "tournoi compétition championnat",
    "accord traité pacte convention",
    "rapport étude",
    "procès audience",
    "peine condamnation sanction",
    "arrestation interpellation",
    "entreprise société firme compagnie",
    "avion appareil",
    "navire bateau paquebot cargo",
    "roman livre ouvrage",
    "baisse diminution recul chute",
    "hausse augmentation",
)
_HAPPENING = frozenset(
    "attaque accident séisme incendie ouragan inondation manifestation match tournoi".split()
)
_FEMININE = frozenset(
    "attaque explosion fusillade tuerie collision catastrophe tragédie secousse tempête inondation"
    " crue manifestation marche mobilisation élection rencontre finale demi-finale compétition"
    " convention étude audience peine condamnation sanction arrestation interpellation entreprise"
    " société firme compagnie baisse diminution chute hausse augmentation".split()
)
_KIND = {noun: line.split()[0] for line in _ALIKE for noun in line.split()}
_GOVERNED = frozenset(
    "tous plus moins temps pays cours procès recours succès accès concours".split()
)


def kind_of_thing(noun: str) -> str:
    """A key that near-synonyms share, whatever their number: « attentats » → « attaque »."""
    low = noun.lower()
    single = low if low in _GOVERNED else low.removesuffix("s")
    single = f"{single[:-3]}al" if low.endswith("aux") and len(low) > 5 else single
    return _KIND.get(single, single)


def names_event(noun: str) -> bool:
    """Whether the noun has near-synonyms of its own, as events and firms have."""
    low = noun.lower()
    return low in _KIND or low.removesuffix("s") in _KIND


def happens_somewhere(noun: str) -> bool:
    """« attentat », « défilé »: told apart by its place, as a fall or a treaty is not."""
    return kind_of_thing(noun) in _HAPPENING


def is_feminine(noun: str) -> bool | None:
    """The gender of a noun that has near-synonyms; None for others."""
    single = noun.lower().removesuffix("s")
    return single in _FEMININE if single in _KIND else None
