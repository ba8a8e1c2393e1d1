"""A fact as a question sees it: who speaks, subject, verb, and what follows, ready to be moved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.french import elision, nouns
from quizapp.french.typography import tidy
from quizapp.french.verbs import Verbs
from quizapp.model import AUTHOR, Fact, Segment
from quizapp.model.fact import join_segments
from quizapp.questions import verbal, when
from quizapp.questions.standing import is_denied, stands_alone

_FILLER = re.compile(
    r"(?<![\w’-])(?:également|aussi|par ailleurs|en outre|toutefois|cependant|pourtant|néanmoins"
    r"|donc|notamment|enfin|ainsi)(?![\w’-])(?! (?:bien|que))\s*",
    re.IGNORECASE,
)
_SELON = re.compile(r"^(?:Selon|D[’']après|Pour|Aux yeux d|De l’avis d)", re.IGNORECASE)
_SOMEBODY = re.compile(r"^\w+ (?:ils?|elles?|lui|eux|un jour)\b", re.IGNORECASE)
_THAT = re.compile(r"\b(?:que|qu[’'])\s*$")
_FRONTED = frozenset(
    ("time", "place", "manner", "cause", "purpose", "duration", "company", "topic")
)
_COLLECTIVE = re.compile(
    r"\b(?:plupart|majorité|moitié|partie|nombre|\w+aine|total|milliers?|quart|tiers)\b|%"
)
# What a clause tells besides: appositions, participles and relatives after a comma.
_ASIDE = re.compile(
    r",? (?:ainsi que|de même que|à l’instar de|en faisant) [^«»]*$"
    r"|, (?:qui|que|qu’|dont|où|une? (?!million|milliard)|soit|c’est-à-dire|voire|valorisée?|jugée?"
    r"|considérée?|estimée?|située?|un peu|alors|objet|accusée?|dirigée?|soutenue?|ancienne?|"
    r"surnommée?|basée?|tandis|laissant|faisant|permettant|portant|causant) [^«»,]*(?:,(?= )|$)"
)
_AIDE = (
    r"(?:direct(?:eur|rice)|chef|conseill[eè]re?|porte-parole|secrétaire|ministre|avocate?|adjointe?"
    r"|président|vice-présidente?|bras droit|proche|frère|fils|fille|femme|épouse|veuve|membre|"
    r"collaborat(?:eur|rice)|entourage|cabinet)"
)
_COMMA = Segment(role="link", text=",")
_PREPOSITIONAL = re.compile(
    r"(?:sous|malgré|dans|sur|avec|sans|face|grâce|aux?|à|lors|chez|parmi|entre|contre) ",
    re.IGNORECASE,
)
_SHORT_OBJECT = 3
_SPEECH = ("asserted", "reported", "possible", "planned", "necessary")


@dataclass(frozen=True)
class Clause:
    """`speaker` is « Selon X, » or empty; `rest` follows the verb, fronted complements included."""

    fact: Fact
    speaker: str
    subject: Segment
    verb: str
    rest: tuple[Segment, ...]

    def after_verb(self, without: Iterable[Segment] = ()) -> list[str]:
        left_out = [id(segment) for segment in without]
        words = [segment.text for segment in self.rest if id(segment) not in left_out]
        return _without_loose_commas(words)

    def part(self, role: str) -> Segment | None:
        return next((segment for segment in self.rest if segment.role == role), None)

    def parts(self, role: str) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.rest if segment.role == role)

    @property
    def sentence(self) -> str:
        """The statement without its fillers and its relative dates, full stop included."""
        return sentence(
            self.speaker, [elision.lower_initial(self.subject.text), self.verb, *self.after_verb()]
        )

    @property
    def core(self) -> str:
        """The same without speaker and full stop, as it stands after « que »."""
        return join_segments(
            [elision.lower_initial(self.subject.text), self.verb, *self.after_verb()]
        )


def sentence(speaker: str, words: list[str], end: str = ".") -> str:
    text = join_segments([word for word in (speaker, *words) if word])
    return f"{elision.upper_initial(text)}{end}"


def is_usable(fact: Fact) -> bool:
    """Questions rest on accepted facts that stand alone and that nothing speaks against."""
    return fact.status == "accepted" and fact.standalone and not fact.warnings


def read_clause(fact: Fact, verbs: Verbs) -> Clause | None:
    """The clause of a fact that stands alone; None when something in it points outside."""
    body = [_tidied(s) for s in fact.segments if s.role != "frame" and not _is_stop(s)]
    at = [place for place, segment in enumerate(body) if segment.role == "verb"]
    before = body[: at[0]] if at else []
    subjects = [segment for segment in before if segment.role == "subject"]
    speaker = _speaker(fact)
    if len(at) != 1 or len(subjects) != 1 or speaker is None:
        return None
    fronted = [segment for segment in before if _can_move(segment)]
    if len(fronted) + 1 != len([s for s in before if s.text.strip(" ,")]):
        return None
    verb = _FILLER.sub("", body[at[0]].text).strip()
    rest = _rest(body[at[0] + 1 :], fronted, fact)
    if rest is None or not stands_alone(fact, subjects[0], verb, rest, verbs):
        return None
    if fact.origin == "extracted" and _is_doubtful(fact, subjects[0], verb, verbs):
        return None
    return Clause(fact, speaker, _closed(subjects[0]), verb, tuple(rest))


def _is_doubtful(fact: Fact, subject: Segment, verb: str, verbs: Verbs) -> bool:
    """Denied by somebody, misspelt, or a charge that the name beside it may not hold."""
    attribute = fact.segment("attribute")
    office = re.sub(r"^(?:le|la|l’|les) ?", "", attribute.text) if attribute else ""
    nested = office and re.search(
        rf"{_AIDE}[^,.;]{{0,30}} (?:du |de la |de l[’']|d[’']|de ){re.escape(office)}",
        fact.evidence.text,
        re.IGNORECASE,
    )
    return bool(nested) or is_denied(fact, verb) or not _agrees(subject, verb, verbs)


def _agrees(subject: Segment, verb: str, verbs: Verbs) -> bool:
    """Whether the verb has the number of its subject; a writer's slip makes no question."""
    found = verbal.finite(verb, verbs)
    number = nouns.agreement(elision.lower_initial(subject.text)).number
    if found is None or number is None or _COLLECTIVE.search(subject.text):
        return True
    numbers = {r.number for r in verbs.analyses(verbal.tokens(verb)[found[0]]) if r.person == 3}
    return number in numbers


def _can_move(segment: Segment) -> bool:
    """Complements that stand as well after the verb; a participle would lose its subject."""
    if segment.role == "complement":
        return bool(_PREPOSITIONAL.match(segment.text))
    return segment.role in _FRONTED


def _tidied(segment: Segment) -> Segment:
    text = tidy(segment.text)
    return segment if text == segment.text else segment.model_copy(update={"text": text})


def _is_stop(segment: Segment) -> bool:
    return segment.role == "link" and not segment.text.strip(" .")


def _speaker(fact: Fact) -> str | None:
    """« Selon X, » — kept as written, or made from « X a déclaré que »; None when the wrapper says
    more than that X says so."""
    frame = fact.segment("frame")
    if fact.attribution is None:
        if frame is None:
            return ""
        return f"{frame.text.rstrip(' ,')}," if _SELON.match(frame.text) else None
    name = fact.attribution.text
    if name == AUTHOR or frame is None:
        return elision.join("Selon", f"{name},")
    if _SELON.match(frame.text):
        return None if _SOMEBODY.match(frame.text) else f"{frame.text.rstrip(' ,')},"
    if _THAT.search(frame.text) and fact.modality in _SPEECH:
        return f"Selon {name},"
    return None


def _rest(segments: list[Segment], fronted: list[Segment], fact: Fact) -> list[Segment] | None:
    """What follows the verb, commas as segments of their own; None where other words link it."""
    kept: list[Segment] = []
    for segment in [*segments, *fronted]:
        text = segment.text.strip(" ,")
        if fact.origin == "extracted" and not segment.members:
            after_comma = bool(kept) and kept[-1] is _COMMA
            text = _ASIDE.sub("", f", {text}" if after_comma else text).strip(" ,")
        if segment.role == "link":
            if text:
                return None
            kept.append(_COMMA)
            continue
        text = _FILLER.sub("", text) if _FILLER.fullmatch(f"{text} ") else text
        if segment.role == "time":
            text = when.dated(text, fact)
        if not text:
            continue
        if segment in fronted and kept and "," in kept[-1].text:
            kept.append(_COMMA)
        kept.append(_reworded(segment, elision.lower_initial(text)))
    return _object_first(kept)


def _object_first(segments: list[Segment]) -> list[Segment]:
    """« a reçu sur un tapis rouge Poutine » → « a reçu Poutine sur un tapis rouge »: a short
    object goes next to the verb."""
    place = next((n for n, s in enumerate(segments) if s.role == "object"), 0)
    short = len(segments[place].text.split()) <= _SHORT_OBJECT if segments else False
    if place and short and _COMMA not in segments[: place + 1]:
        return [segments[place], *segments[:place], *segments[place + 1 :]]
    return segments


def _reworded(segment: Segment, text: str) -> Segment:
    if text == segment.text:
        return segment
    return segment.model_copy(update={"text": text, "members": ()})


def _closed(subject: Segment) -> Segment:
    """An apposition within the subject gets its second comma."""
    _, comma, after = subject.text.partition(", ")
    open_ended = comma and not subject.members and not re.search(r"\b(?:et|ou|ni)\b|,", after)
    return _reworded(subject, f"{subject.text},") if open_ended else subject


def _without_loose_commas(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if word != "," or (kept and kept[-1] != ","):
            kept.append(word)
    return kept[:-1] if kept and kept[-1] == "," else kept
