"""The list of revoked tokens, and what readers may see of the schema's version (for /gereed)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from app.opslag.migreren import ROLPREFIX

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def lezer() -> str:
    return context.config.attributes[ROLPREFIX] + "lezer"


def upgrade() -> None:
    op.create_table(
        "ingetrokken_token",
        sa.Column("uitgever", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column(
            "ingetrokken_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("claim IN ('jti', 'azp')", name=op.f("ck_ingetrokken_token_claim")),
        sa.PrimaryKeyConstraint("uitgever", "claim", "waarde", name=op.f("pk_ingetrokken_token")),
    )
    op.create_index(op.f("ix_ingetrokken_token_tot"), "ingetrokken_token", ["tot"])
    op.execute(f"GRANT SELECT ON ingetrokken_token, alembic_version TO {lezer()}")


def downgrade() -> None:
    op.execute(f"REVOKE SELECT ON alembic_version FROM {lezer()}")
    op.drop_table("ingetrokken_token")
