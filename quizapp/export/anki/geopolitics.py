"""Countries, office-holders and organisations: of a study set, or of the whole world."""

from collections.abc import Set

from quizapp.export.anki.dates import YEAR, month, period, printed
from quizapp.export.anki.events import gather_events
from quizapp.export.anki.markup import escape
from quizapp.export.anki.notes import CardNote, Gathered
from quizapp.export.anki.notetypes import COUNTRY, ORGANISATION, PERSON
from quizapp.export.anki.passages import reference
from quizapp.export.anki.pictures import WITH_NAME, Places, country_map, flag
from quizapp.export.left_out import LeftOut
from quizapp.french.elision import upper_initial
from quizapp.model import Entity, StudySet
from quizapp.world import Country, Office, Organisation, Person

NATURES = {
    "international": "organisation internationale",
    "institution": "institution",
    "alliance": "alliance",
    "armed-group": "groupe armé",
    "company": "entreprise",
    "media": "média",
    "ngo": "organisation non gouvernementale",
    "party": "parti politique",
    "former-state": "ancien État",
}
_TAGS = "quizapp::géopolitique"


def gather_geopolitics(
    study_set: StudySet, places: Places, *, reverse: bool, asked: Set[str]
) -> Gathered:
    """Entities in the order of their first mention, then the dated facts that are not `asked` by
    question cards."""
    gathered = Gathered()
    for entity in sorted(study_set.entities, key=_position):
        gathered += _of_entity(entity, study_set, places, reverse)
    return gathered + gather_events(study_set, asked)


def gather_world(places: Places, *, reverse: bool) -> Gathered:
    """Every country, organisation and office that the world room knows."""
    world, gathered = places.world, Gathered()
    for country in sorted(world.countries(), key=lambda c: (c.region, c.name)):
        gathered += _country(country, places, ())
    for organisation in sorted(world.organisations(), key=lambda o: o.name):
        gathered += _organisation(organisation, places, ())
    for person in sorted(world.people(), key=lambda p: (p.country, p.name)):
        for office in person.offices:
            gathered += _office(person, office, places, reverse, ())
    return gathered


def _position(entity: Entity) -> tuple[int, str]:
    return (min((m.start for m in entity.mentions), default=1 << 30), entity.id)


def _of_entity(entity: Entity, study_set: StudySet, places: Places, reverse: bool) -> Gathered:
    tags = (f"quizapp::article::{study_set.id}",)
    record = places.world.get(entity.id)
    if isinstance(record, Country):
        return _country(record, places, tags)
    if isinstance(record, Organisation):
        return _organisation(record, places, tags)
    if isinstance(record, Person) and (office := _office_of(record, study_set, places)):
        return _office(record, office, places, reverse, tags)
    if entity.kind == "person":
        return _described(entity, study_set, reverse, tags, is_new=record is None)
    if entity.kind in ("country", "organisation"):
        return _left_out(entity.id, "Absent des données sur le monde.")
    return Gathered()


def _left_out(key: str, reason: str) -> Gathered:
    return Gathered(left_out=(LeftOut(key, reason),))


def _country(country: Country, places: Places, tags: tuple[str, ...]) -> Gathered:
    banner, chart = flag(country.iso2, places), country_map(country.id, places)
    if banner is None and country.capital is None:
        return _left_out(country.id, "Ni drapeau ni capitale.")
    masculine, feminine = country.demonym
    note = CardNote(
        COUNTRY,
        "geopolitics",
        f"entity/{country.id}",
        {
            "Pays": escape(places.world.with_article(country.id)),
            "Capitale": escape(country.capital or ""),
            "Drapeau": banner.image() if banner else "",
            "Carte": chart.image() if chart else "",
            "Région": escape(country.region),
            "Habitants": escape(f"{masculine}, {feminine}" if masculine != feminine else masculine),
            "Flou": "oui" if country.iso2 in WITH_NAME else "",
            "Source": escape(_as_of(country.source, country.as_of)),
        },
        tags=(*tags, f"{_TAGS}::pays", f"quizapp::région::{_slug(country.region)}"),
        media=tuple(medium for medium in (banner, chart) if medium),
    )
    return Gathered((note,))


def _organisation(organisation: Organisation, places: Places, tags: tuple[str, ...]) -> Gathered:
    short, full = _names(organisation)
    if short in full:
        return _left_out(organisation.id, "Son nom complet n’apprend rien de plus.")
    home = organisation.country and places.world.get(organisation.country)
    members = len(organisation.members)
    founded = printed(organisation.founded) if organisation.founded else ""
    if organisation.ended:
        founded = f"{founded} ({period(None, organisation.ended)})".lstrip()
    note = CardNote(
        ORGANISATION,
        "geopolitics",
        f"entity/{organisation.id}",
        {
            "Organisation": escape(upper_initial(full)),
            "Sigle": escape(upper_initial(short)),
            "Nature": escape(upper_initial(NATURES[organisation.kind])),
            "Siège": escape(organisation.seat or ""),
            "Fondation": escape(founded),
            "Pays": escape(home.name if home else ""),
            "Membres": escape(f"{members} membres ({organisation.as_of[:4]})" if members else ""),
            "Source": escape(_as_of(organisation.source, organisation.as_of)),
        },
        tags=(*tags, f"{_TAGS}::organisation"),
    )
    return Gathered((note,))


def _names(organisation: Organisation) -> tuple[str, str]:
    """The name that articles use, most often an acronym, and the full one."""
    if organisation.full_name:
        return organisation.name, organisation.full_name
    return organisation.acronym or organisation.name, organisation.name


def _office_of(person: Person, study_set: StudySet, places: Places) -> Office | None:
    """The office on the day of the article; without a date, the one that still runs."""
    day = study_set.article.published_on
    if day:
        return places.world.office_at(person.id, day)
    return next((office for office in person.offices if office.end is None), None)


def _office(
    person: Person, office: Office, places: Places, reverse: bool, tags: tuple[str, ...]
) -> Gathered:
    """Office, person and term together are the identity: a successor is a new note."""
    term = period(office.start, office.end)
    if not term:
        return _left_out(person.id, f"« {office.title} » : dates inconnues.")
    of = places.world.get(office.of)
    banner = flag(of.iso2, places) if isinstance(of, Country) else None
    note = CardNote(
        PERSON,
        "geopolitics",
        f"office/{person.id}/{office.of}/{_slug(office.title)}/{office.start or '-'}",
        {
            "Personne": escape(person.name),
            "Fonction": escape(upper_initial(office.title)),
            "Pays": escape(of.name if of and of.name not in office.title else ""),
            "Période": escape(upper_initial(_as_of(term, None if office.end else person.as_of))),
            "Drapeau": banner.image() if banner else "",
            "Source": escape(_as_of(person.source, person.as_of)),
            "Inverse": "oui" if reverse else "",
        },
        tags=(*tags, f"{_TAGS}::personne"),
        media=(banner,) if banner else (),
    )
    return Gathered((note,))


def _described(
    entity: Entity,
    study_set: StudySet,
    reverse: bool,
    tags: tuple[str, ...],
    *,
    is_new: bool,
) -> Gathered:
    """A person without a known office, by the study set's description.

    The years that date it stand for the term. Of somebody whom the world room knows
    (not `is_new`) an undated one says « ancien ministre », as of many others.
    """
    description, day = entity.description or "", study_set.article.published_on
    years = YEAR.findall(description)
    if not description or not (years or (day and is_new)):
        return _left_out(entity.id, "Aucune fonction à cette date n’est connue.")
    note = CardNote(
        PERSON,
        "geopolitics",
        f"office/{entity.id}/{'-'.join(years) or (day and day.year)}",
        {
            "Personne": escape(entity.name),
            "Fonction": escape(upper_initial(description)),
            "Période": "" if years or not day else escape(upper_initial(month(day.isoformat()))),
            "Source": escape(reference(study_set.article)),
            "Inverse": "oui" if reverse else "",
        },
        tags=(*tags, f"{_TAGS}::personne"),
    )
    return Gathered((note,))


def _as_of(text: str, iso: str | None) -> str:
    """« depuis mai 2024 (situation en juin 2025) »."""
    return f"{text} (situation en {month(iso)})" if iso else text


def _slug(text: str) -> str:
    return "-".join(text.lower().split())
