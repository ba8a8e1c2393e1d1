"""What every view needs from the composition root, and the clock and dice of a request."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from flask import current_app

from quizapp.resources import Resources
from quizapp.settings import Settings
from quizapp.store import Database

EXTENSION = "quizapp"


@dataclass(frozen=True)
class Site:
    """The parts that `create_app` was given."""

    settings: Settings
    database: Database
    load_resources: Callable[[], Resources]
    enqueue: Callable[[str], None]

    @cached_property
    def resources(self) -> Resources:
        """The tables, loaded at the first use."""
        return self.load_resources()


def site() -> Site:
    """The parts of the application that serves this request."""
    parts: Site = current_app.extensions[EXTENSION]
    return parts


def now() -> datetime:
    """The time of this request; services are told it."""
    return datetime.now(UTC)


def rng() -> random.Random:
    """Fresh dice; services are handed them."""
    return random.Random()
