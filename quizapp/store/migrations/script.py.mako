"""${message}"""

import sqlalchemy as sa
from alembic import op

from quizapp.store.types import Document, UtcDateTime

revision = "${up_revision}"
down_revision = ${'"' + down_revision + '"' if down_revision else None}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
