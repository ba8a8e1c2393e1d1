"""The small world that the Anki tests share."""

from tests.anki.conftest import places

__all__ = ["places"]
