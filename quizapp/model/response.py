"""What a learner answered, one shape per family of question kinds."""

from typing import Annotated

from pydantic import Field

from quizapp.model.base import Noun

_Typed = Annotated[str, Field(max_length=2_000)]


class ChoiceResponse(Noun):
    """multiple_choice, true_false; `quote` is the justification where one is asked for."""

    choice: _Typed
    quote: _Typed | None = None


class ChoicesResponse(Noun):
    """multiple_response."""

    choices: Annotated[tuple[_Typed, ...], Field(max_length=50)]


class TextResponse(Noun):
    """short_answer, numeric."""

    text: _Typed


class TextsResponse(Noun):
    """cloze (one text per gap), ordering (texts in the learner's order)."""

    texts: Annotated[tuple[_Typed, ...], Field(max_length=50)]


class PairsResponse(Noun):
    """matching."""

    pairs: Annotated[tuple[tuple[_Typed, _Typed], ...], Field(max_length=50)]


class CountryResponse(Noun):
    """map: ISO alpha-3."""

    country: _Typed


Response = (
    ChoiceResponse
    | ChoicesResponse
    | TextResponse
    | TextsResponse
    | PairsResponse
    | CountryResponse
)
