"""The fact: one complete French sentence cut into labelled segments."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, computed_field, model_validator

from quizapp.model.base import Id, NonEmpty, Noun
from quizapp.model.span import Evidence

FactKind = Literal[
    "event", "state", "role", "quote", "quantity", "date", "intention", "cause", "comparison"
]
Modality = Literal[
    "asserted", "reported", "possible", "planned", "necessary", "desired", "feared", "denied"
]
Role = Literal[
    "subject",
    "verb",
    "object",
    "recipient",
    "source",
    "agent",
    "place",
    "time",
    "duration",
    "manner",
    "purpose",
    "cause",
    "quantity",
    "company",
    "topic",
    "attribute",
    "complement",
    "frame",
    "link",
]
FactStatus = Literal["proposed", "accepted", "rejected"]
Origin = Literal["curated", "extracted", "edited"]
Joiner = Literal["et", "ou", "ni"]

AUTHOR = "l’auteur"
"""The attribution text of the author's own judgements, asked as « Selon l’auteur »."""

_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
IsoTime = Annotated[str, StringConstraints(pattern=rf"^{_DATE}(/{_DATE})?$")]
"""An ISO date (year, month or day) or an interval `from/to`."""

_NO_SPACE_BEFORE = re.compile(r"^[,.)…\u202f\u00a0]")


class Attribution(Noun):
    """Who says so: the name as it is printed after « selon », and the entity where known."""

    text: NonEmpty
    entity: Id | None = None


class Member(Noun):
    """One coordinated member of a segment."""

    text: NonEmpty
    entity: Id | None = None


def coordinate(texts: list[str], joiner: Joiner) -> str:
    """« A, B et C »; « ni A ni B »."""
    if joiner == "ni":
        return " ".join(f"ni {text}" for text in texts)
    return f"{', '.join(texts[:-1])} {joiner} {texts[-1]}"


class Segment(Noun):
    """A labelled stretch of the clause.

    `members` is empty, or holds two or more coordinated members whose coordination is `text`;
    `complete` says whether they are all that the article names.
    """

    role: Role
    text: NonEmpty
    entity: Id | None = None
    members: tuple[Member, ...] = ()
    joiner: Joiner = "et"
    complete: bool = True

    @model_validator(mode="after")
    def _text_is_its_members(self) -> Self:
        if not self.members:
            return self
        if len(self.members) == 1:
            raise ValueError("a coordination has two or more members")
        if self.text != coordinate([m.text for m in self.members], self.joiner):
            raise ValueError(f"the members do not make {self.text!r}")
        return self

    @classmethod
    def of_members(
        cls,
        role: Role,
        members: tuple[Member, ...],
        *,
        joiner: Joiner = "et",
        complete: bool = True,
    ) -> Self:
        text = coordinate([m.text for m in members], joiner)
        return cls(role=role, text=text, members=members, joiner=joiner, complete=complete)

    @property
    def entities(self) -> tuple[str, ...]:
        own = (self.entity,) if self.entity else ()
        return own + tuple(m.entity for m in self.members if m.entity)


def join_segments(texts: list[str]) -> str:
    """One space between segments; none after ’ nor before punctuation."""
    sentence = ""
    for text in texts:
        glued = not sentence or sentence.endswith(("’", "'")) or _NO_SPACE_BEFORE.match(text)
        sentence += text if glued else f" {text}"
    return sentence


class Fact(Noun):
    """A decontextualised clause with the words that prove it.

    - Speech: the segments describe the inner clause; the wrapper (« Selon X, », « X a déclaré
      que ») is the first segment, role `frame`, and `attribution` names the speaker. A verbatim
      quotation is one segment of role `complement`, guillemets included.
    - `negated` is grammatical polarity; `modality="denied"` means that somebody denies it.
    - `confidence`: probability that the fact is right and complete; None when written by hand.
    - `resolved_by`: how a pronoun or description was replaced by a name.
    - `standalone`: whether it is understood without the article; False where its subject or its
      date is told only by what stands around it. Such a fact is true, but makes no question.
    - `warnings`: French sentences for the teacher; a fact that has one makes no question until
      somebody accepts it.
    """

    id: Id
    kind: FactKind
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]
    modality: Modality = "asserted"
    negated: bool = False
    attribution: Attribution | None = None
    time: IsoTime | None = None
    evidence: Evidence
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    status: FactStatus = "proposed"
    importance: Annotated[int, Field(ge=1, le=3)] = 2
    origin: Origin = "extracted"
    resolved_by: str | None = None
    standalone: bool = True
    warnings: tuple[str, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def statement(self) -> str:
        return join_segments([segment.text for segment in self.segments])

    @model_validator(mode="before")
    @classmethod
    def _statement_is_derived(cls, data: Any) -> Any:
        return (
            {k: v for k, v in data.items() if k != "statement"} if isinstance(data, dict) else data
        )

    def segment(self, role: Role) -> Segment | None:
        """The first segment of that role."""
        return next((s for s in self.segments if s.role == role), None)

    @property
    def entities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(e for s in self.segments for e in s.entities))
