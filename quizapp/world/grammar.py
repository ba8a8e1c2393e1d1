"""Names in a sentence: article, contraction, place."""

from quizapp.french.elision import contract
from quizapp.world.records import Country, Gender, Record, Region


def with_article(record: Record) -> str:
    """« la Corée du Nord », « l’ONU », « Cuba »."""
    if record.article == "none":
        return record.name
    return f"{record.article}{'' if record.article == 'l’' else ' '}{record.name}"


def de(record: Record) -> str:
    """« de la Corée du Nord », « du Japon », « des États-Unis », « de Cuba », « d’Haïti »."""
    return contract("de", with_article(record))


def to(record: Record) -> str:
    """As a recipient: « à la Corée du Nord », « au Japon », « aux États-Unis », « à Cuba »."""
    return contract("à", with_article(record))


def inhabitant(country: Country, gender: Gender, *, plural: bool = False) -> str:
    """« Nord-Coréen », « Sud-Africaine », « Français » (singular and plural)."""
    adjective = country.demonym[gender == "f"]
    noun = "-".join(part[0].upper() + part[1:] for part in adjective.split("-"))
    return f"{noun}s" if plural and not noun.endswith(("s", "x")) else noun


def in_place(place: Country | Region) -> str:
    """« en Corée du Nord », « au Japon », « aux États-Unis », « à Cuba », « dans l’Ohio »."""
    glued = "" if place.preposition.endswith("’") else " "
    return f"{place.preposition}{glued}{place.name}"
