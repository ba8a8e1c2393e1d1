"""The application factory: plain composition, no side effects."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from quizapp.resources import Resources
from quizapp.settings import Settings
from quizapp.store import Database
from quizapp.web import errors, headers, i18n, limits, navigation, rendering
from quizapp.web.accounts import security
from quizapp.web.families import FAMILIES
from quizapp.web.site import EXTENSION, Site

MAX_UPLOAD = 12 * 1024 * 1024
"""Bytes of a request; a PDF of a newspaper page is well below."""


class RowId(IntegerConverter):
    """A number in an address that can be the id of a row; others are no addresses."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**31 - 1)


def create_app(
    settings: Settings,
    *,
    database: Database,
    load_resources: Callable[[], Resources],
    enqueue: Callable[[str], None],
) -> Flask:
    """The site over an open database; `enqueue` starts a job by its id.

    `load_resources` is called once, at the first page that needs a table: commands that share
    this application start without the tables.
    """
    app = Flask("quizapp.web", static_folder=str(settings.root / "static"))
    app.config.from_mapping(_configuration(settings))
    app.url_map.converters["int"] = RowId
    app.extensions[EXTENSION] = Site(settings, database, load_resources, enqueue)
    for extend in (i18n, headers, limits, errors, rendering, navigation):
        extend.init_app(app)
    security.init_app(app, settings)
    for family in FAMILIES:
        app.register_blueprint(family)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    return app


def _configuration(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "MAX_CONTENT_LENGTH": MAX_UPLOAD,
        "MAX_FORM_MEMORY_SIZE": MAX_UPLOAD,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=90),
        "SESSION_COOKIE_NAME": "quizapp",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.is_https,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_SECURE": settings.is_https,
        "WTF_CSRF_TIME_LIMIT": None,
        "TRUSTED_HOSTS": _hosts(settings),
    }


def _hosts(settings: Settings) -> list[str] | None:
    """A public site answers to its own name, and to this machine's for health checks: links that
    it shows whole, such as a return link, cannot be made to lead elsewhere."""
    own = urlsplit(settings.base_url).hostname
    return [own, "localhost", "127.0.0.1"] if settings.is_https and own else None
