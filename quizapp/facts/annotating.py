"""What a teacher reads beside a fact: where it says otherwise than the world's records, and for
whom or what a metonym was taken."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts.candidate import Candidate
from quizapp.french.elision import lower_initial
from quizapp.french.typography import normalise, tidy
from quizapp.model import Article, Segment
from quizapp.model.fact import join_segments
from quizapp.world import Country, Organisation, Person, Treaty, World
from quizapp.world.claims import Deed

_OF = r"(?:de la |de l'|du |des |de |d')"
_CAPITAL = re.compile(rf"(?:la )?capitale {_OF}(?P<of>.+)")
_MEMBER = re.compile(
    r"(?:(?:un |une |l'un des |)(?:pays |état |nation )?)"
    rf"membres? (?:fondateurs? |à part entière )?{_OF}(?P<of>.+)"
)
_TOWN = re.compile(r"(?:la (?:ville|cité) (?:de |d'))?(?P<name>.+)")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_DEED = re.compile(
    r",? ?\(?(?:(?:a|ont|avait|avaient) été |fut |furent |est |sont )?"
    r"(?P<deed>signée?s?|adoptée?s?|entrée?s? en vigueur|entra en vigueur)"
    rf"(?P<gap>(?! par )[^,.;:()«»]{{0,24}}?)\b{_YEAR}"
)
_NAME = re.compile(r"(?:[Ll][ea] |[Ll]['’])?[A-ZÀ-Þ](?:.*\w)?$")
_NOW = frozenset({"est", "sont", "reste", "demeure"})


def annotated(candidate: Candidate, article: Article, world: World) -> Candidate:
    """With its warnings, and how its metonyms were read."""
    read = dict.fromkeys(_metonyms_in(candidate, world))
    resolved = " ; ".join(source for source in (candidate.resolved_by, *read) if source)
    return replace(
        candidate,
        warnings=(*candidate.warnings, *_warnings_of(candidate, article, world)),
        resolved_by=resolved or None,
    )


def _warnings_of(candidate: Candidate, article: Article, world: World) -> tuple[str, ...]:
    """What a teacher should look at before this fact is asked; nothing where the records are
    silent, or the article only wishes, fears or denies it."""
    if candidate.modality not in {"asserted", "reported"}:
        return ()
    found = (
        *_of_states(candidate, article, world),
        *_of_titles(candidate, article, world),
        *_of_treaties(candidate, article, world),
    )
    return tuple(dict.fromkeys(found))


def _metonyms_in(candidate: Candidate, world: World) -> Iterator[str]:
    """How names were read: « Pyongyang » : la Corée du Nord (métonymie)."""
    named = ((s.text, s.entity) for s in candidate.segments)
    members = ((m.text, m.entity) for s in candidate.segments for m in s.members)
    for text, entity in (*named, *members):
        name = _NAME.search(text)
        meant = world.metonym(name.group(), entity) if entity and name else None
        if name and meant:
            yield tidy(f"« {name.group()} » : {meant} (métonymie)")


def _of_states(candidate: Candidate, article: Article, world: World) -> Iterator[str]:
    """« X est Y. »: an office, a capital, a membership."""
    told = _copula(candidate)
    if told is None:
        return
    subject, verb, attribute = told
    record = world.get(subject.entity) if subject.entity else None
    now = normalise(verb.text).removeprefix("n'").removesuffix(" pas") in _NOW
    on = article.published_on if now else None
    if isinstance(record, Person) and not candidate.negated:
        warning = world.check_role(record.id, attribute.text, on)
    elif now and (capital := _CAPITAL.fullmatch(normalise(attribute.text))):
        town, of = subject.text, attribute.text[capital.start("of") :]
        warning = None if candidate.negated else _capital(town, of, article, world)
    elif now and isinstance(record, Country) and subject.text.endswith(record.name):
        warning = _membership(record, attribute.text, article, world, denied=candidate.negated)
    else:
        return
    if warning:
        yield warning


def _copula(candidate: Candidate) -> tuple[Segment, Segment, Segment] | None:
    by_role = {s.role: s for s in candidate.segments}
    subject, verb = by_role.get("subject"), by_role.get("verb")
    attribute = by_role.get("attribute") or by_role.get("object")
    if candidate.lemma != "être" or not (subject and verb and attribute):
        return None
    return None if subject.members or attribute.members else (subject, verb, attribute)


def _capital(town: str, of: str, article: Article, world: World) -> str | None:
    country = world.get(world.link(of, article.text) or "")
    name = _TOWN.fullmatch(normalise(town))
    if not isinstance(country, Country) or name is None or world.is_metonym(of, country.id):
        return None
    return world.check_capital(town[name.start("name") :], country.id)


def _membership(
    country: Country, attribute: str, article: Article, world: World, *, denied: bool
) -> str | None:
    member = _MEMBER.fullmatch(normalise(attribute))
    if member is None:
        return None
    body = world.get(world.link(attribute[member.start("of") :], article.text) or "")
    if not isinstance(body, Organisation):
        return None
    return world.check_member(country.id, body.id, article.published_on, denied=denied)


def _of_titles(candidate: Candidate, article: Article, world: World) -> Iterator[str]:
    """« Le secrétaire d’État Lloyd Austin »: the title that a fact keeps before a name."""
    for segment in candidate.segments:
        record = world.get(segment.entity) if segment.entity else None
        title = _title_in(segment.text, record) if isinstance(record, Person) else ""
        if record and title:
            warning = world.check_role(record.id, title, article.published_on)
            if warning:
                yield warning


def _title_in(text: str, person: Person) -> str:
    """What stands before the name: « le secrétaire d’État »."""
    ends = sorted((*person.names, person.surname), key=len, reverse=True)
    name = next((n for n in ends if text.endswith(f" {n}")), text)
    return lower_initial(text.removesuffix(name).strip())


def _of_treaties(candidate: Candidate, article: Article, world: World) -> Iterator[str]:
    """« le traité Z, signé en 1990, »: the year that the article itself gives."""
    statement = join_segments([s.text for s in candidate.segments])
    if candidate.negated or not _DEED.search(normalise(statement)):
        return
    evidence = article.text[candidate.evidence.start : candidate.evidence.end]
    for span in world.spot(statement):
        deed = _DEED.match(normalise(statement[span.end :]))
        if deed is None or deed["year"] not in evidence:
            continue
        treaty = world.get(world.link(statement[span.start : span.end], article.text) or "")
        if isinstance(treaty, Treaty):
            warning = world.check_treaty(treaty.id, _deed(deed["deed"]), int(deed["year"]))
            if warning:
                yield warning


def _deed(words: str) -> Deed:
    if "vigueur" in words:
        return "in_force"
    return "adopted" if words.startswith("adopt") else "signed"
