"""A fact as a question sees it: who speaks, subject, verb, and what follows, ready to be moved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.french import dates, elision
from quizapp.french.typography import tidy
from quizapp.french.verbs import Verbs
from quizapp.model import AUTHOR, Fact, Segment
from quizapp.model.fact import join_segments
from quizapp.questions import verbal

_FILLER = re.compile(
    r"(?<![\w’-])(?:également|aussi|par ailleurs|en outre|toutefois|cependant|pourtant|néanmoins"
    r"|donc|notamment|enfin|ainsi)(?![\w’-])(?! (?:bien|que))\s*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:il|elle|ils|elles|on|je|tu|nous|vous|celui|celle|ceux|celles|ce|c’|c'|cela|ça|ceci|qui|"
    r"que|dont|certains|certaines|d’autres|beaucoup|tous|toutes|aucun|aucune|plusieurs|l’un|l’une|"
    r"ni|chacun|chacune|(?:le|la|les) (?:premier|première|second|seconde|dernier|dernière|mêmes?)"
    r")(?:[\s,-]|$)",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"(?<![\w’-])(?:celui|celle|ceux|celles)(?:-ci|-là)"
    r"|(?<![\w’-])(?:ce|cet|cette|ces) (?!que\b|qui\b|dont\b|à quoi\b)\w+"
    r"|(?<![\w’-])(?:ce dernier|cette dernière|ces dern\w+|ci-dessus|l’intéressé\w*|ladite|ledit)"
    r"|(?<![\w’-])(?:cela|ceci|ça)(?![\w’-])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"^(?:son|sa|ses|leur|leurs|notre|nos|votre|vos|mon|ma|mes)\s", re.IGNORECASE
)
_PERSONAL = re.compile(
    r"(?<![\w-])(?:qu’|lorsqu’|puisqu’|s’)?(?:ils?|elles?|lui|eux|lui-même|elle-même)(?![\w’-])"
    r"|(?<![\w-])(?:y|en) (?:a|ont|est|sont)(?![\w’-])"
)
# In an extracted clause: pronouns that an earlier sentence may explain, clauses that were swept in.
_LOOSE = re.compile(
    rf"{_PERSONAL.pattern}|, mais |(?<![\w-])(?:tandis|alors) qu|le jour le |en question"
)
_SELON = re.compile(r"^(?:Selon|D[’']après|Pour|Aux yeux d|De l’avis d)", re.IGNORECASE)
_THAT = re.compile(r"\b(?:que|qu[’'])\s*$")
_FRONTED = frozenset(
    ("time", "place", "manner", "cause", "purpose", "duration", "company", "topic")
)
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
        return [segment.text for segment in self.rest if id(segment) not in left_out]

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
    """Questions rest on facts that somebody accepted and that nothing speaks against."""
    return fact.status == "accepted" and not fact.warnings


def read_clause(fact: Fact, verbs: Verbs) -> Clause | None:
    """The clause of a fact that stands alone; None when something in it points outside."""
    body = [_tidied(s) for s in fact.segments if s.role != "frame" and not _is_stop(s)]
    at = [place for place, segment in enumerate(body) if segment.role == "verb"]
    before = body[: at[0]] if at else []
    subjects = [segment for segment in before if segment.role == "subject"]
    speaker = _speaker(fact)
    if len(at) != 1 or len(subjects) != 1 or speaker is None:
        return None
    fronted = [segment for segment in before if segment.role in _FRONTED]
    if len(fronted) + 1 != len([s for s in before if s.text.strip(" ,")]):
        return None
    verb = _FILLER.sub("", body[at[0]].text).strip()
    rest = _rest(body[at[0] + 1 :], fronted, fact)
    clause = Clause(fact, speaker, subjects[0], verb, tuple(rest)) if rest is not None else None
    return clause if clause and _stands_alone(clause, verbs) else None


def _tidied(segment: Segment) -> Segment:
    text = tidy(segment.text)
    return segment if text == segment.text else segment.model_copy(update={"text": text})


def _is_stop(segment: Segment) -> bool:
    return segment.role == "link" and not segment.text.strip(" .,")


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
        return f"{frame.text.rstrip(' ,')},"
    if _THAT.search(frame.text) and fact.modality in _SPEECH:
        return f"Selon {name},"
    return None


def _rest(segments: list[Segment], fronted: list[Segment], fact: Fact) -> list[Segment] | None:
    kept: list[Segment] = []
    for segment in [*segments, *fronted]:
        text = segment.text.strip(" ,")
        if segment.role == "link":
            if text:
                return None
            continue
        text = _FILLER.sub("", text) if _FILLER.fullmatch(f"{text} ") else text
        if segment.role == "time":
            text = _dated(text, fact)
        if text and segment in fronted and kept and "," in kept[-1].text:
            kept[-1] = kept[-1].model_copy(update=_reworded(f"{kept[-1].text},"))
        if text:
            lowered = elision.lower_initial(text)
            changed = lowered != segment.text
            kept.append(segment.model_copy(update=_reworded(lowered)) if changed else segment)
    return _object_first(kept)


def _object_first(segments: list[Segment]) -> list[Segment]:
    """« a reçu sur un tapis rouge Poutine » → « a reçu Poutine sur un tapis rouge »: a short
    object goes next to the verb."""
    place = next((n for n, s in enumerate(segments) if s.role == "object"), 0)
    if place and len(segments[place].text.split()) <= _SHORT_OBJECT:
        return [segments[place], *segments[:place], *segments[place + 1 :]]
    return segments


_SHORT_OBJECT = 3


def _dated(text: str, fact: Fact) -> str:
    """The time as a reader of another day understands it: a relative date made absolute, « le
    16 septembre » with its year, « aujourd’hui » that means nowadays left out."""
    if _NOWADAYS.fullmatch(text) and not re.search(
        r"\b(?:a|ont|est|sont) \w+[éeiust]", fact.statement
    ):
        return ""
    if dates.is_relative(text) or _WITHOUT_YEAR.fullmatch(text):
        absolute = _absolute(fact.time)
        return absolute or ("" if dates.is_relative(text) else text)
    return text


def _reworded(text: str) -> dict[str, object]:
    return {"text": text, "members": ()}


_NOWADAYS = re.compile(r"(?:aujourd[’']hui|actuellement|désormais|récemment)", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:a|ont|est|sont) \w+[éeiust]s?\b")
_WITHOUT_YEAR = re.compile(r"le \d{1,2}(?:er)? (?!\d)\w{3,9}")
_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


def _absolute(time: str | None) -> str | None:
    """« le 18 juin 2024 », « en juin 2024 », « en 2024 »; None for an interval."""
    if time is None or "/" in time:
        return None
    year, *rest = time.split("-")
    if not rest:
        return f"en {year}"
    month = _MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"en {month} {year}"
    day = int(rest[1])
    return f"le {'1er' if day == 1 else day} {month} {year}"


def _stands_alone(clause: Clause, verbs: Verbs) -> bool:
    subject = clause.subject.text
    if verbal.finite(clause.verb, verbs) is None or verbal.has_object_clitic(clause.verb):
        return False
    if not re.search(r"[^\W\d]{2}", subject):
        return False
    if _PRONOUN.match(subject) or _POSSESSIVE.match(subject) or POINTING.search(subject):
        return False
    if _is_bare_definite(clause):
        return False
    rest = " ".join(clause.after_verb())
    trusted = clause.fact.origin != "extracted"
    if POINTING.search(rest) or (not trusted and _LOOSE.search(rest)):
        return False
    return not dates.is_relative(f"{subject} {rest}")


def tells_time(clause: Clause, time: Segment) -> bool:
    """Whether the article dates this fact itself: the words of the date stand in the evidence, or
    a relative date from which it was reckoned. A date that was added so that the statement stands
    alone is nothing to ask for."""
    evidence = clause.fact.evidence.text.lower()
    if clause.fact.origin == "extracted" and dates.is_relative(evidence):
        return True
    told = [word for word in re.findall(r"\w+", time.text) if word not in _TIME_WORDS]
    exact = [word for word in told if not re.fullmatch(r"\d{4}", word)] or told
    return bool(exact) and all(re.search(rf"\b{word}\b", evidence) for word in exact)


_TIME_WORDS = frozenset("le la les en du au et depuis pendant avant entre après à".split())


def refers_to_subject(text: str) -> bool:
    """A pronoun or possessive that has no antecedent once the subject is asked for."""
    return bool(_PERSONAL.search(text))


def _is_bare_definite(clause: Clause) -> bool:
    """« Le texte », « Les moyens »: an extracted subject that an earlier sentence defines."""
    if clause.fact.origin != "extracted" or clause.subject.entities:
        return False
    words = re.findall(r"[\w-]+", clause.subject.text)
    definite = re.match(r"(?:le|la|les|l[’'])", clause.subject.text, re.IGNORECASE)
    return bool(definite) and len(words) <= 2 and not words[-1][0].isupper()
