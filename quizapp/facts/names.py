"""What the article names: what the models found, what the world knows, and names of places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.french.typography import normalise
from quizapp.model import EntityKind, Span
from quizapp.nlp.trees import Label, Name, ParsedArticle
from quizapp.world import World

_LABELS: dict[EntityKind, Label] = {
    "person": "PER", "country": "LOC", "place": "LOC", "organisation": "ORG",
}  # fmt: skip
_OF = r"(?:de la |de l'|du |des |de |d')"
_SITE = (
    r"place|rue|avenue|boulevard|quai|pont|square|gare|stade|aéroport|port|jardins?|parc|lac"
    r"|mosquée|église|cathédrale|basilique|chapelle|abbaye|château|musée|lycée|collège|hôpital"
    r"|prison|mer|golfe|détroit|canal|baie|mont|vallée|forêt|(?:centrale(?: nucléaire)?)"
)
_BODY = (
    r"tribunal(?: correctionnel| administratif| de commerce| judiciaire| de grande instance)?"
    r"|cour d'(?:appel|assises)|préfecture|mairie|université|parquet|rectorat|commissariat"
    r"|conseil (?:régional|départemental|général|municipal)"
)
_THE = r"(?:(?:\b(?:la|le|les|du|au|aux|des|un|une|cette|ce|cet|de)|\d+,?) |\b[ld]')"
_STREET = r"place|rue|avenue|boulevard|quai|pont"
_SITE_BEFORE = re.compile(rf"{_THE}(?P<head>(?:{_SITE}) {_OF}?)$")
_NAMED_AFTER = re.compile(rf"{_THE}(?P<head>(?:{_SITE}) |(?:{_STREET}) {_OF})$")
_BODY_BEFORE = re.compile(rf"{_THE}(?P<head>(?:{_BODY}) {_OF})$")
_WHOLE_BODY = re.compile(rf"(?:{_BODY}) {_OF}\w")
_MINISTRY = re.compile(
    r"\bministère (?:de la |de l'|des |du )(?:éducation(?: nationale)?|intérieur|justice|défense"
    r"|santé|travail|économie|finances|affaires étrangères|culture|agriculture|transports|logement"
    r"|écologie|environnement|communication|budget)\b"
)
_NATIONAL = re.compile(
    r"\b(?:gouvernement|armée|police(?: fédérale)?|parlement|marine|banque centrale|forces armées)"
    r" (?P<of>\w[\w-]+)"
)
_SIDE = re.compile(r"(?:^|(?<= [-–—] ))\S.*?(?= [-–—] |$)")
_PEOPLE = re.compile(
    r"[A-ZÀ-Þ][\w-]*(?:ien(?:ne)?|ais(?:e)?|ois(?:e)?|éen(?:ne)?|ain(?:e)?|esse|Kurde)s?|Kurdes?"
)
_TRAILING = re.compile(r"(?: (?:que|qui|dont|où|de|du|des|la|le|les|et|en|à))+$| (?:que|qui)\b.*$")
_LOOK_BACK = 45


def names_in(parsed: ParsedArticle, world: World) -> tuple[Name, ...]:
    """Names in text order that overlap nowhere; a longer one stands for those inside it.

    What the world spells out is a name even if no model saw it; « la place Pierre Durand », « la
    mosquée Al-Nour » are places, « le tribunal de Lille », « l’armée turque » organisations.
    """
    text = parsed.article.text
    names = [part for name in parsed.names for part in _parts(_trimmed(name))]
    names = [name for name in names if not _is_people(name, text)]
    names = _with_known(names, text, world)
    names = [_site_or_body(name, text) for name in names]
    return _apart([*names, *_national(text, world)])


def _trimmed(name: Name) -> Name:
    """« Mediapart que la justice » ends with the name."""
    text = _TRAILING.sub("", name.text)
    if text == name.text or not text:
        return name
    return _name(name.span.start, text, name.label, agreed=name.agreed)


def _parts(name: Name) -> Iterator[Name]:
    """« Angleterre - Russie » is a match between two."""
    pieces = list(_SIDE.finditer(name.text))
    if len(pieces) < 2 or not all(piece.group()[0].isupper() for piece in pieces):
        yield name
        return
    for piece in pieces:
        yield _name(name.span.start + piece.start(), piece.group(), name.label, agreed=name.agreed)


def _is_people(name: Name, text: str) -> bool:
    """« la Bermudienne », « les Kurdes » are nowhere: no town has an article of its own."""
    before = normalise(text[max(0, name.span.start - 4) : name.span.start])
    led = re.search(r"(?:\b(?:la|le|les|un|une|des) |\bl')$", before)
    return name.label == "LOC" and led is not None and _PEOPLE.fullmatch(name.text) is not None


def _name(start: int, text: str, label: Label, *, agreed: bool) -> Name:
    return Name(Span(start=start, end=start + len(text)), text, label, agreed)


def _with_known(names: list[Name], text: str, world: World) -> list[Name]:
    """The names, and what the world spells instead of those that it overlaps."""
    names = list(_apart(names))
    starts, ends = [n.span.start for n in names], [n.span.end for n in names]
    replaced: set[int] = set()
    known: list[Name] = []
    for span in world.spot(text):
        inside = range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        found = [names[n] for n in inside]
        if any(n.span.contains(span) and (n.agreed or n.span == span) for n in found):
            continue
        if found or not _continues(text, span):
            replaced.update(inside)
            known.append(_known(span, text, world))
    return [*(n for at, n in enumerate(names) if at not in replaced), *known]


def _known(span: Span, text: str, world: World) -> Name:
    words = text[span.start : span.end]
    kinds = {record.entity_kind for record in world.find(words)}
    label = _LABELS.get(kinds.pop(), "MISC") if len(kinds) == 1 else "MISC"
    return _name(span.start, words, label, agreed=False)


def _continues(text: str, span: Span) -> bool:
    """« France Bleu », « Matignon Conseil »: one word of a longer name that nobody knows."""
    single = not re.search(r"\s", text[span.start : span.end])
    return single and bool(re.match(r"[ \u00a0][A-ZÀ-Þ]", text[span.end : span.end + 2]))


def _site_or_body(name: Name, text: str) -> Name:
    if _WHOLE_BODY.match(normalise(name.text)):
        return replace(name, label="ORG", agreed=True)
    before = normalise(text[max(0, name.span.start - _LOOK_BACK) : name.span.start])
    place = _NAMED_AFTER if name.label == "PER" else _SITE_BEFORE
    found = place.search(before)
    label: Label = "LOC"
    if found is None and name.label in {"LOC", "MISC"}:
        found, label = _BODY_BEFORE.search(before), "ORG"
    if found is None:
        return name
    start = name.span.start - len(found["head"])
    return _name(start, text[start : name.span.end], label, agreed=True)


def _national(text: str, world: World) -> Iterator[Name]:
    low = normalise(text)
    national = (m for m in _NATIONAL.finditer(low) if world.demonym(m["of"]))
    for match in (*national, *_MINISTRY.finditer(low)):
        yield _name(match.start(), text[match.start() : match.end()], "ORG", agreed=True)


def _apart(names: Iterable[Name]) -> tuple[Name, ...]:
    """In text order, without those that overlap a longer one."""
    starts: list[int] = []
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.span.start - n.span.end, n.span.start)):
        at = bisect_left(starts, name.span.start)
        if not any(name.span.overlaps(other.span) for other in kept[max(0, at - 1) : at + 1]):
            starts.insert(at, name.span.start)
            kept.insert(at, name)
    return tuple(kept)
