"""`flask user`: accounts made by whoever runs the site."""

import secrets
from datetime import UTC, datetime
from typing import cast

import click
from flask.cli import with_appcontext
from flask_security.utils import hash_password

from quizapp.cli.databases import open_database
from quizapp.cli.failures import Command, Group
from quizapp.model import QuizappError
from quizapp.services import accounts
from quizapp.services.access import Role
from quizapp.settings import Settings


def commands(settings: Settings) -> list[click.Command]:
    @click.group("user", cls=Group)
    def user() -> None:
        """Accounts."""

    user.add_command(_create(settings))
    user.add_command(_reset(settings))
    return [user]


def _create(settings: Settings) -> click.Command:
    @click.command("create", cls=Command)
    @click.argument("email")
    @click.option(
        "--role",
        type=click.Choice(["learner", "teacher", "administrator"]),
        default="learner",
        show_default=True,
    )
    @with_appcontext
    def create(email: str, role: str) -> None:
        """Make an account and print its first password."""
        password = secrets.token_urlsafe(12)
        with open_database(settings).unit() as unit:
            accounts.create_user(
                unit,
                email=email,
                password_hash=hash_password(password),
                role=cast(Role, role),
                language=settings.language,
                timezone=settings.timezone,
                now=datetime.now(UTC),
            )
        click.echo(f"{email}: {role}, password {password} (change it after the first login)")

    return create


def _reset(settings: Settings) -> click.Command:
    @click.command("reset", cls=Command)
    @click.argument("email")
    @with_appcontext
    def reset(email: str) -> None:
        """Print a new password for an account and end its sessions."""
        password = secrets.token_urlsafe(12)
        with open_database(settings).unit() as unit:
            found = accounts.find_user_by_email(unit, email=email)
            if found is None:
                raise QuizappError("not-found", f"{email}: no such user; see `flask user create`")
            accounts.set_password(unit, user_id=found.id, password_hash=hash_password(password))
        click.echo(f"{email}: password {password} (change it after the login)")

    return reset
