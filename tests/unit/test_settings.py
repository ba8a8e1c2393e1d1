"""Settings: defaults for a local run, strictness, and the kept secret."""

from pathlib import Path

import pytest

from quizapp.settings import Settings, SettingsError


def test_a_local_run_needs_no_variable(tmp_path: Path) -> None:
    settings = Settings.from_environ({"PATH": "/bin"}, root=tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path / 'instance' / 'quizapp.sqlite'}"
    assert (settings.language, settings.timezone) == ("fr", "Europe/Paris")
    assert not settings.is_https


def test_what_an_installation_keeps_stands_beside_its_database(tmp_path: Path) -> None:
    environ = {"QUIZAPP_DATABASE_URL": f"sqlite:///{tmp_path / 'other' / 'site.sqlite'}"}
    settings = Settings.from_environ(environ, root=tmp_path / "code")
    assert settings.instance == tmp_path / "other"
    assert (tmp_path / "other" / "secret-key").is_file()


def test_the_local_secret_is_made_once_and_kept_private(tmp_path: Path) -> None:
    first = Settings.from_environ({}, root=tmp_path)
    second = Settings.from_environ({}, root=tmp_path)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 32
    assert (tmp_path / "instance" / "secret-key").stat().st_mode & 0o077 == 0


def test_commands_need_no_secret_and_write_none(tmp_path: Path) -> None:
    environ = {"QUIZAPP_BASE_URL": "https://quiz.example"}
    assert Settings.from_environ(environ, root=tmp_path, serving=False).secret_key
    assert list(tmp_path.iterdir()) == []


def test_a_public_site_needs_its_own_secret(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="QUIZAPP_SECRET_KEY is required"):
        Settings.from_environ({"QUIZAPP_BASE_URL": "https://quiz.example"}, root=tmp_path)


def test_postgresql_is_reached_through_psycopg(tmp_path: Path) -> None:
    environ = {"QUIZAPP_DATABASE_URL": "postgresql://me@localhost/quiz"}
    settings = Settings.from_environ(environ, root=tmp_path)
    assert settings.database_url == "postgresql+psycopg://me@localhost/quiz"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DATABASE_URL", "mysql://x/y", "expected sqlite:///FILE"),
        ("DATABASE_URL", "sqlite:///:memory:", "expected a file"),
        ("DATABASE_URL", "sqlite:///", "expected a file"),
        ("DATABASE_URL", "postgresql://me@localhost:port/quiz", "malformed"),
        ("DATABASE_URL", "postgresql://me@localhost", "name of the database"),
        ("REDIS_URL", "localhost:6379", "expected redis://HOST"),
        ("SECRET_KEY", "secret", "expected 32 characters"),
        ("BASE_URL", "quiz.example", "expected http://HOST"),
        ("BASE_URL", "http://quiz.example:port", "malformed"),
        ("TRUSTED_PROXIES", "-1", "0 to 10"),
        ("TRUSTED_PROXIES", "²", "0 to 10"),
        ("LANGUAGE", "de", "expected fr or en"),
        ("TIMEZONE", "Mars/Olympus", "IANA"),
        ("TIMEZONE", "../etc/passwd", "IANA"),
        ("MAIL_URL", "mail", "expected smtp://HOST"),
        ("COLOUR", "blue", "is not a setting"),
    ],
)
def test_a_malformed_setting_says_what_is_expected(
    tmp_path: Path, name: str, value: str, expected: str
) -> None:
    with pytest.raises(SettingsError, match=expected) as error:
        Settings.from_environ({f"QUIZAPP_{name}": value}, root=tmp_path)
    assert f"QUIZAPP_{name}" in str(error.value)
    assert "\n" not in str(error.value)
