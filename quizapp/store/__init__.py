"""Tables, migrations and queries."""

from quizapp.store.database import Database, Unit
from quizapp.store.migrate import upgrade

__all__ = ["Database", "Unit", "upgrade"]
