"""Sign-up, sign-in and sign-out, by Flask-Security over our own user table."""

from typing import Any

import flask_login
from flask import Flask
from flask_security import Security
from flask_wtf import CSRFProtect

from quizapp.web.accounts.directory import Account, Directory
from quizapp.web.limits import SIGN_IN, SIGN_UP, limiter
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
    "SECURITY_VERIFY_TEMPLATE": "accounts/confirm.html",
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_FLASH_MESSAGES": False,
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
}


def init_app(app: Flask) -> None:
    app.config.from_mapping(CONFIGURATION)
    CSRFProtect(app)
    Security(app, Directory())
    for endpoint, limit in (("security.login", SIGN_IN), ("security.register", SIGN_UP)):
        limited: Any = limiter.limit(limit, methods=["POST"])(app.view_functions[endpoint])
        app.view_functions[endpoint] = limited
    flask_login.user_logged_in.connect(_take_over, app)


def _take_over(_app: Flask, user: Account, **_: Any) -> None:
    adopt_guest(user.id)
