"""Prior education is known by its person, soort and school: a newer result replaces the one before (besluit 0041)."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NAAM = "uq_vooropleiding_sleutel"
SLEUTEL = ["persoon_id", "nummer", "soort", "school"]


def vervang(kolommen: list[str], **regels: object) -> None:
    op.drop_constraint(NAAM, "vooropleiding")
    op.create_unique_constraint(NAAM, "vooropleiding", kolommen, postgresql_nulls_not_distinct=True, **regels)


def upgrade() -> None:
    vervang(SLEUTEL, deferrable=True, initially="DEFERRED")


def downgrade() -> None:
    vervang([*SLEUTEL, "datum_resultaat"])
