"""The `QUIZAPP_*` variables, parsed strictly: a wrong one stops the start with one clear line."""

import contextlib
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

PREFIX = "QUIZAPP_"
LANGUAGES = ("fr", "en")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_T = TypeVar("_T")


class SettingsError(Exception):
    """One line: which setting is wrong, and what it should be."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How this installation runs.

    `instance` is the folder of the SQLite database, or `instance/` for another database: what one
    installation keeps (its secret, its queue) stands together, and two do not share it.
    """

    root: Path
    instance: Path
    database_url: str
    redis_url: str | None
    secret_key: str
    base_url: str
    trusted_proxies: int
    language: str
    timezone: str
    mail_url: str | None

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")

    @classmethod
    def from_environ(
        cls, environ: Mapping[str, str], *, root: Path, serving: bool = True
    ) -> "Settings":
        """Read and check every variable; raises `SettingsError`.

        `serving` says that sessions will be signed: then the secret key is required in production
        and made and kept in `instance/` otherwise. Without it a throw-away key is used.
        """
        given = {
            name.removeprefix(PREFIX): value
            for name, value in environ.items()
            if name.startswith(PREFIX)
        }
        _refuse_unknown(given)
        database_url = _parsed(
            given,
            "DATABASE_URL",
            _database_url,
            f"sqlite:///{root / 'instance' / 'quizapp.sqlite'}",
        )
        instance = _instance(database_url, root)
        base_url = _parsed(given, "BASE_URL", _base_url, "http://127.0.0.1:8000")
        return cls(
            root=root,
            instance=instance,
            database_url=database_url,
            redis_url=_parsed(given, "REDIS_URL", _redis_url, None),
            secret_key=_secret_key(
                _parsed(given, "SECRET_KEY", _secret, None), base_url, instance, serving=serving
            ),
            base_url=base_url,
            trusted_proxies=_parsed(given, "TRUSTED_PROXIES", _proxies, 0),
            language=_parsed(given, "LANGUAGE", _language, "fr"),
            timezone=_parsed(given, "TIMEZONE", _timezone, "Europe/Paris"),
            mail_url=_parsed(given, "MAIL_URL", _mail_url, None),
        )


NAMES = (
    "DATABASE_URL",
    "REDIS_URL",
    "SECRET_KEY",
    "BASE_URL",
    "TRUSTED_PROXIES",
    "LANGUAGE",
    "TIMEZONE",
    "MAIL_URL",
)


def _refuse_unknown(given: Mapping[str, str]) -> None:
    unknown = sorted(set(given) - set(NAMES))
    if unknown:
        known = ", ".join(PREFIX + name for name in NAMES)
        raise SettingsError(f"{PREFIX}{unknown[0]} is not a setting; those known are {known}")


def _parsed(given: Mapping[str, str], name: str, parse: Callable[[str], _T], default: _T) -> _T:
    if name not in given:
        return default
    try:
        return parse(given[name].strip())
    except ValueError as error:
        raise SettingsError(f"{PREFIX}{name} is malformed: {error}") from error


def _database_url(value: str) -> str:
    if value.startswith("postgresql://"):
        value = value.replace("postgresql://", "postgresql+psycopg://", 1)
    if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ValueError("expected sqlite:///FILE or postgresql://USER@HOST/NAME")
    if value.removeprefix("sqlite:///") in ("", ":memory:"):
        raise ValueError("expected a file after sqlite:///: web and worker share it")
    parts = urlsplit(value)
    _ = parts.port
    if parts.path.strip("/") == "":
        raise ValueError("expected the name of the database: postgresql://USER@HOST/NAME")
    return value


def _instance(database_url: str, root: Path) -> Path:
    scheme, _, file = database_url.partition(":///")
    return (root / file).parent if scheme == "sqlite" else root / "instance"


def _with_scheme(value: str, *schemes: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in schemes or not parts.hostname:
        raise ValueError(f"expected {' or '.join(f'{scheme}://HOST' for scheme in schemes)}")
    _ = parts.port
    return value.rstrip("/")


def _redis_url(value: str) -> str | None:
    return _with_scheme(value, "redis", "rediss")


def _base_url(value: str) -> str:
    return _with_scheme(value, "http", "https")


def _mail_url(value: str) -> str | None:
    return _with_scheme(value, "smtp", "smtps")


def _secret(value: str) -> str | None:
    if len(value) < 32:
        raise ValueError("expected 32 characters or more; `openssl rand -hex 32` makes one")
    return value


def _proxies(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) > 10:
        raise ValueError("expected the number of proxies in front of the site, 0 to 10")
    return int(value)


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"expected {' or '.join(LANGUAGES)}")
    return value


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("expected a zone of the IANA list, such as Europe/Paris") from None
    return value


def _secret_key(given: str | None, base_url: str, instance: Path, *, serving: bool) -> str:
    if given is not None:
        return given
    if not serving:
        return secrets.token_hex(32)
    if urlsplit(base_url).hostname not in _LOOPBACK:
        raise SettingsError(
            f"{PREFIX}SECRET_KEY is required when {PREFIX}BASE_URL is not this machine; "
            "`openssl rand -hex 32` makes one"
        )
    return _kept_key(instance / "secret-key")


def _kept_key(path: Path) -> str:
    """The key in that file, made at the first call; two processes at once agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            with contextlib.suppress(FileExistsError):
                path.hardlink_to(file.name)
    return path.read_text(encoding="ascii")
