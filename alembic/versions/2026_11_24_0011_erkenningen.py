"""SBB changes recognitions through the register's own write path (besluit 0043)."""

from __future__ import annotations

from alembic import context, op

from app.opslag.migreren import ROLPREFIX

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def schrijver() -> str:
    return f"{context.config.attributes[ROLPREFIX]}schrijver"


def upgrade() -> None:
    op.execute(f"GRANT INSERT, UPDATE, DELETE ON erkenning TO {schrijver()}")


def downgrade() -> None:
    op.execute(f"REVOKE INSERT, UPDATE, DELETE ON erkenning FROM {schrijver()}")
