"""How a command fails: exit code 2 and one line."""

from typing import Any

import click
from sqlalchemy.exc import DBAPIError

from quizapp.model import QuizappError
from quizapp.settings import SettingsError


class Failure(click.ClickException):
    """One line that says what is wrong and what to do."""

    exit_code = 2


class Command(click.Command):
    """A command whose errors for a person end in one line instead of a traceback."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            hint = f"see `{ctx.command_path} --help`"
            raise Failure(_one_line(f"{error.format_message()} ({hint})")) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (QuizappError, SettingsError) as error:
            raise Failure(_one_line(str(error))) from error
        except DBAPIError as error:
            raise Failure(_one_line(f"the database cannot be used: {error.orig}")) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Failure(_one_line(f"{error.filename or 'input'}: {error.strerror}")) from error


class Group(click.Group):
    command_class = Command


def _one_line(text: str) -> str:
    return " ".join(text.split())
