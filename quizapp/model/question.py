"""Questions: a union told apart by `kind`."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quizapp.model.base import Id, NonEmpty, Noun
from quizapp.model.span import Evidence

QuestionKind = Literal[
    "multiple_choice",
    "multiple_response",
    "true_false",
    "short_answer",
    "numeric",
    "cloze",
    "matching",
    "ordering",
    "map",
]
Skill = Literal["globale", "détaillée", "lexique", "inférence"]
Level = Literal["A2", "B1", "B2", "C1"]
QuestionStatus = Literal["proposed", "accepted", "rejected"]
QuestionOrigin = Literal["composed", "curated", "edited", "written"]

GAP = "_____"
"""What stands for each gap in the prompt of a cloze."""


class Choice(Noun):
    """An option; `rationale` is the feedback shown to whoever picks it."""

    id: Id
    text: NonEmpty
    correct: bool
    rationale: str | None = None


class NumericAnswer(Noun):
    value: float
    unit: str | None = None


class _Question(Noun):
    """What all kinds share.

    `prompt` stands alone. `choices` are in the order in which they are shown: options of the
    choice kinds, right-hand sides of a matching, scrambled texts of an ordering, word bank of a
    cloze; empty where the answer is typed. `key_text` is the key as a person would say it.
    `accepted` are further typed answers that are right. `evidence` is in text order.
    """

    id: Id
    prompt: NonEmpty
    choices: tuple[Choice, ...] = ()
    key_text: NonEmpty
    accepted: tuple[str, ...] = ()
    facts: tuple[Id, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    skill: Skill = "détaillée"
    level: Level = "B1"
    score: Annotated[float, Field(ge=0, le=1)] = 0.5
    status: QuestionStatus = "proposed"
    origin: QuestionOrigin = "composed"

    @model_validator(mode="after")
    def _choices_are_distinct(self) -> Self:
        ids = [choice.id for choice in self.choices]
        texts = [choice.text for choice in self.choices]
        if len(set(ids)) < len(ids) or len(set(texts)) < len(texts):
            raise ValueError("two choices have one id or one text")
        return self

    def _check_keys(self, keys: list[str]) -> None:
        correct = [choice.id for choice in self.choices if choice.correct]
        if sorted(correct) != sorted(keys) or len(self.choices) < 2:
            raise ValueError(f"the correct choices {correct} are not the answer {keys}")


class MultipleChoice(_Question):
    kind: Literal["multiple_choice"] = "multiple_choice"
    answer: Id

    @model_validator(mode="after")
    def _has_one_key(self) -> Self:
        self._check_keys([self.answer])
        return self


class MultipleResponse(_Question):
    kind: Literal["multiple_response"] = "multiple_response"
    answer: Annotated[tuple[Id, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_its_keys(self) -> Self:
        self._check_keys(list(self.answer))
        return self


class TrueFalse(_Question):
    """Choice ids are the answers themselves, with `non mentionné` written `non-mentionné`.

    `justification` asks for the sentence that proves the answer.
    """

    kind: Literal["true_false"] = "true_false"
    answer: Literal["vrai", "faux", "non mentionné"]
    justification: bool = False

    @model_validator(mode="after")
    def _has_its_key(self) -> Self:
        self._check_keys([self.answer.replace(" ", "-")])
        return self


class ShortAnswer(_Question):
    kind: Literal["short_answer"] = "short_answer"
    answer: NonEmpty


class Numeric(_Question):
    kind: Literal["numeric"] = "numeric"
    answer: NumericAnswer


class Cloze(_Question):
    """One list of accepted words for each `GAP` of the prompt, in order."""

    kind: Literal["cloze"] = "cloze"
    answer: tuple[tuple[NonEmpty, ...], ...]

    @model_validator(mode="after")
    def _has_its_gaps(self) -> Self:
        if self.prompt.count(GAP) != len(self.answer) or not all(self.answer):
            raise ValueError(f"{self.prompt.count(GAP)} gaps, {len(self.answer)} answers")
        return self


class Matching(_Question):
    """Pairs (left, right); lefts are shown in this order, rights as `choices`."""

    kind: Literal["matching"] = "matching"
    answer: Annotated[tuple[tuple[NonEmpty, NonEmpty], ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _rights_are_choices(self) -> Self:
        if {c.text for c in self.choices if c.correct} != {right for _, right in self.answer}:
            raise ValueError("the correct choices are not the right-hand sides")
        return self


class Ordering(_Question):
    """Texts in the right order; shown in the order of `choices`."""

    kind: Literal["ordering"] = "ordering"
    answer: Annotated[tuple[NonEmpty, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _texts_are_choices(self) -> Self:
        if sorted(c.text for c in self.choices) != sorted(self.answer):
            raise ValueError("the choices are not the texts to order")
        return self


class MapQuestion(_Question):
    """A country to point at; the answer is its ISO alpha-3."""

    kind: Literal["map"] = "map"
    answer: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


Question = Annotated[
    MultipleChoice
    | MultipleResponse
    | TrueFalse
    | ShortAnswer
    | Numeric
    | Cloze
    | Matching
    | Ordering
    | MapQuestion,
    Field(discriminator="kind"),
]
