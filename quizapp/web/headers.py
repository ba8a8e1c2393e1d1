"""Security headers: what a page may load, and who may frame it."""

from flask import Flask, Response, g, request

from quizapp.web.site import site

CONTENT_POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HTTPS_FOR = "max-age=31536000; includeSubDomains"


def init_app(app: Flask) -> None:
    app.after_request(_protect)


def set_policy(**directives: str) -> None:
    """Loosen or tighten this one response: `set_policy(style_src="'unsafe-inline'")`."""
    g.content_policy = {name.replace("_", "-"): value for name, value in directives.items()}


def _protect(response: Response) -> Response:
    policy = CONTENT_POLICY | g.get("content_policy", {})
    headers = response.headers
    headers["Content-Security-Policy"] = "; ".join(f"{k} {v}" for k, v in policy.items())
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if site().settings.is_https:
        headers["Strict-Transport-Security"] = HTTPS_FOR
    if request.endpoint != "static":
        headers.setdefault("Cache-Control", "no-store")
    return response
