"""What an article says of capitals, memberships and treaties, against the records."""

from datetime import date
from typing import Literal

from quizapp.french.elision import lower_initial
from quizapp.french.typography import tidy
from quizapp.world import grammar
from quizapp.world.names import fold
from quizapp.world.records import Country, Organisation, Treaty

Deed = Literal["adopted", "signed", "in_force"]
"""What happened to a treaty in a year. The press says « signé » of both that come first."""


def check_capital(town: str, country: Country) -> str | None:
    """A French warning when `town` is no capital of the country, nor a seat of its government.

    None too where no capital is generally recognised.
    """
    known = {fold(name) for name in (country.capital or "", *country.metonyms, *country.names)}
    if country.capital is None or fold(town) in known:
        return None
    said = f"{town}, capitale {grammar.de(country)}"
    return _warning(said, f"la capitale {grammar.de(country)} est {country.capital}")


def check_member(
    country: Country, organisation: Organisation, on: date | None, *, denied: bool = False
) -> str | None:
    """A French warning when the country was (where `denied`) or was not a member on that day.

    None where the list of members is not on record, the membership is disputed, or the record
    does not vouch for that day; without a day only who never was a member is warned of.
    """
    if not organisation.members or country.id in organisation.disputed:
        return None
    if on is None:
        ever = country.id in {*organisation.members, *organisation.left}
        return None if ever or denied else _not_member(country, organisation, denied=False)
    if not organisation.is_vouched_for(on) or organisation.has_member(country.id, on) != denied:
        return None
    return _not_member(country, organisation, denied=denied)


def _not_member(country: Country, organisation: Organisation, *, denied: bool) -> str:
    were = "étaient" if country.is_plural else "était"
    members = f"membre{'s' if country.is_plural else ''} {grammar.de(organisation)}"
    said = f"pas {members}" if denied else members
    truth = f"{were} {members}" if denied else f"n’{were} pas {members}"
    return _warning(said, f"{grammar.with_article(country)} {truth} à cette date")


def check_treaty(treaty: Treaty, deed: Deed, year: int) -> str | None:
    """A French warning when the year is none on record for that deed; None where none is."""
    dates = (treaty.in_force,) if deed == "in_force" else (treaty.adopted, treaty.signed)
    if deed == "adopted" and treaty.adopted is None:
        return None
    known = sorted({int(day[:4]) for day in dates if day})
    if not known or year in known:
        return None
    ending = ("e" if treaty.gender == "f" else "") + ("s" if treaty.article == "les" else "")
    verb = {"adopted": "adopté", "signed": "signé", "in_force": "entré"}[deed]
    done = f"{verb}{ending} en vigueur" if deed == "in_force" else f"{verb}{ending}"
    years = " et ".join(str(one) for one in known)
    return _warning(f"{done} en {year}", f"{_has_been(treaty, deed, ending)} en {years}")


def _has_been(treaty: Treaty, deed: Deed, ending: str) -> str:
    plural, name = treaty.article == "les", grammar.with_article(treaty)
    if deed == "in_force":
        return f"{name} {'sont' if plural else 'est'} entré{ending} en vigueur"
    verb = f"signé{ending}" if treaty.signed else f"adopté{ending}"
    return f"{name} {'ont' if plural else 'a'} été {verb}"


def _warning(said: str, truth: str) -> str:
    return tidy(f"L’article dit « {lower_initial(said)} » ; à notre connaissance, {truth}.")
