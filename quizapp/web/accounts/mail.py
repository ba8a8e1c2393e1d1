"""Mail that accounts need, by the server of `QUIZAPP_MAIL_URL`."""

from urllib.parse import parse_qs, unquote, urlsplit

from flask import Flask
from flask_mail import Mail

from quizapp.settings import Settings
from quizapp.web.i18n import lazy_gettext as _

_PORTS = {"smtps": 465, "starttls": 587, "smtp": 25}


def init_app(app: Flask, settings: Settings) -> None:
    """Recovery of passwords where mail can be sent; otherwise its pages do not exist."""
    app.config["SECURITY_RECOVERABLE"] = settings.mail_url is not None
    app.config["SECURITY_SEND_PASSWORD_CHANGE_EMAIL"] = settings.mail_url is not None
    if settings.mail_url is None:
        return
    app.config.from_mapping(configuration(settings.mail_url, base_url=settings.base_url))
    Mail(app)


def configuration(mail_url: str, *, base_url: str) -> dict[str, object]:
    """Options of Flask-Mail and of the messages.

    `smtps` is TLS from the first byte; `smtp` with a user name turns to TLS before the password is
    sent; `smtp` without one is a relay nearby. `?from=ADDRESS` names the sender.
    """
    parts = urlsplit(mail_url)
    security = "starttls" if parts.scheme == "smtp" and parts.username else parts.scheme
    given = parse_qs(parts.query).get("from")
    sender = given[0] if given else f"quizapp@{urlsplit(base_url).hostname}"
    return {
        "MAIL_SERVER": parts.hostname,
        "MAIL_PORT": parts.port or _PORTS[security],
        "MAIL_USE_SSL": security == "smtps",
        "MAIL_USE_TLS": security == "starttls",
        "MAIL_USERNAME": unquote(parts.username) if parts.username else None,
        "MAIL_PASSWORD": unquote(parts.password) if parts.password else None,
        "MAIL_DEFAULT_SENDER": sender,
        "SECURITY_EMAIL_SENDER": sender,
        "SECURITY_EMAIL_HTML": False,
        "SECURITY_EMAIL_SUBJECT_PASSWORD_RESET": _("quizapp: choose a new password"),
        "SECURITY_EMAIL_SUBJECT_PASSWORD_NOTICE": _("quizapp: your password was changed"),
        "SECURITY_EMAIL_SUBJECT_PASSWORD_CHANGE_NOTICE": _("quizapp: your password was changed"),
    }
