"""Users of a site under test, each at a browser of her own."""

from datetime import UTC, datetime

from flask import Flask

from quizapp.services import accounts
from quizapp.services.access import Role
from quizapp.web.site import EXTENSION, Site
from tests.web.visitor import Visitor


def somebody(app: Flask, *, role: Role = "learner", name: str = "Mme Prof") -> Visitor:
    """A new user of that role, known to her browser."""
    parts: Site = app.extensions[EXTENSION]
    with parts.database.unit() as unit:
        email = f"{name.lower().replace(' ', '.')}@example.org"
        user = accounts.create_user(
            unit, email=email, password_hash=None, role=role, name=name, now=datetime.now(UTC)
        )
    return Visitor(app).be(user.id)
