"""The one configuration that every noun shares."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\s/]+$")]
"""Unique inside its study set; the global key is `<study set id>/<id>`."""

NonEmpty = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


class Noun(BaseModel):
    """Frozen, strict about unknown fields; change one with `model_copy(update=…)`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
