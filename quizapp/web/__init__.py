"""The site: Flask pages over `services`."""

from quizapp.web.app import create_app

__all__ = ["create_app"]
