"""Sign-up, sign-in and sign-out, by Flask-Security over our own user table."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

import flask_login
from flask import Flask, Response, flash, url_for
from flask_security import Security, password_changed, password_reset
from flask_wtf import CSRFProtect

from quizapp.settings import Settings
from quizapp.web.accounts import mail
from quizapp.web.accounts.directory import Account, Directory
from quizapp.web.i18n import gettext as _
from quizapp.web.limits import RECOVERY, SIGN_IN, SIGN_UP, form_returned, limiter
from quizapp.web.visitors import adopt_guest

CONFIGURATION = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
    "SECURITY_DEPRECATED_PASSWORD_SCHEMES": [],
    "SECURITY_PASSWORD_CONFIRM_REQUIRED": False,
    "SECURITY_PASSWORD_LENGTH_MIN": 10,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "SECURITY_REGISTERABLE": True,
    "SECURITY_SEND_REGISTER_EMAIL": False,
    "SECURITY_DEFAULT_REMEMBER_ME": True,
    "SECURITY_LOGIN_USER_TEMPLATE": "accounts/sign_in.html",
    "SECURITY_REGISTER_USER_TEMPLATE": "accounts/sign_up.html",
    "SECURITY_CHANGEABLE": True,
    "SECURITY_POST_CHANGE_VIEW": "me.account",
    "SECURITY_RESET_PASSWORD_WITHIN": timedelta(hours=5),
    "SECURITY_FORGOT_PASSWORD_TEMPLATE": "accounts/forgotten.html",
    "SECURITY_RESET_PASSWORD_TEMPLATE": "accounts/new_password.html",
    "SECURITY_CHANGE_PASSWORD_TEMPLATE": "accounts/change_password.html",
    "SECURITY_VERIFY_TEMPLATE": "accounts/confirm.html",
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_FLASH_MESSAGES": False,
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
}


LIMITS = {
    "security.login": SIGN_IN,
    "security.verify": SIGN_IN,
    "security.change_password": SIGN_IN,
    "security.register": SIGN_UP,
    "security.forgot_password": RECOVERY,
    "security.reset_password": RECOVERY,
}


def init_app(app: Flask, settings: Settings) -> None:
    app.config.from_mapping(CONFIGURATION)
    mail.init_app(app, settings)
    CSRFProtect(app)
    Security(app, Directory())
    views: dict[str, Any] = app.view_functions
    if settings.mail_url is not None:
        views["security.reset_password"] = _telling(views["security.reset_password"])
    for endpoint in LIMITS.keys() & views.keys():
        counted = form_returned if LIMITS[endpoint] == SIGN_IN else None
        limit = limiter.limit(LIMITS[endpoint], methods=["POST"], deduct_when=counted)
        views[endpoint] = limit(views[endpoint])
    flask_login.user_logged_in.connect(_take_over, app)
    for changed in (password_changed, password_reset):
        changed.connect(_confirm, app)


def _take_over(_app: Flask, user: Account, **_signal: Any) -> None:
    if not adopt_guest(user.id):
        flash(_("Another learner was here. Is it you? Take the work over under “My data”."), "info")


def _confirm(_app: Flask, **_signal: Any) -> None:
    flash(_("The new password is saved."), "success")


def _telling(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view of a recovery link; where it leads back to the beginning it says why."""

    @wraps(view)
    def told(token: str) -> Any:
        answer = view(token)
        if isinstance(answer, Response) and answer.location == url_for("security.forgot_password"):
            flash(_("This link is no longer valid. Ask for another one."), "error")
        return answer

    return told
