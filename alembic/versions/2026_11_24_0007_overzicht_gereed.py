"""An institution hears that an overview is ready: a message that no delivery leads to."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("bericht", "levering_id", nullable=True, comment="leeg: het volgt niet uit een levering")


def downgrade() -> None:
    op.execute("DELETE FROM bericht WHERE levering_id IS NULL")
    op.alter_column("bericht", "levering_id", nullable=False, comment=None)
