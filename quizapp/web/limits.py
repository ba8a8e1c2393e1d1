"""How often one address may try what could be abused."""

from flask import Flask, Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from quizapp.web.site import site

limiter = Limiter(key_func=get_remote_address, headers_enabled=True)

SIGN_IN = "10 per minute; 100 per day"
"""Of tries that failed: see `JOIN`."""

SIGN_UP = "60 per hour"
RECOVERY = "5 per minute; 30 per day"
JOIN = "20 per minute; 200 per day"
"""Of tries that failed: a whole class may come at once from the address of its school."""

CROWD = "300 per hour"
IMPORT = "10 per minute; 100 per day"


def init_app(app: Flask) -> None:
    app.config.setdefault("RATELIMIT_STORAGE_URI", _storage(app))
    limiter.init_app(app)


def failed(response: Response) -> bool:
    return response.status_code >= 400


def form_returned(response: Response) -> bool:
    """Flask-Security shows the form again with status 200; success leads elsewhere."""
    return response.status_code not in (302, 303)


def _storage(app: Flask) -> str:
    with app.app_context():
        return site().settings.redis_url or "memory://"
