"""What waits is gone on with: the kinds of message that there are, and no other."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BERICHTEN = (
    "IDENTIFICATIE_AFGEROND", "PERSOONSMUTATIE", "SLEUTELWIJZIGING", "BEHEER", "ERKENNING_GEWIJZIGD",
    "BEKOSTIGINGSSTATUS", "KWALITEITSSIGNAAL", "OVERZICHT_GEREED",
)


def upgrade() -> None:
    soorten = ", ".join(f"'{soort}'" for soort in BERICHTEN)
    op.create_check_constraint(op.f("ck_bericht_soort"), "bericht", f"soort IN ({soorten})")


def downgrade() -> None:
    op.drop_constraint(op.f("ck_bericht_soort"), "bericht")
