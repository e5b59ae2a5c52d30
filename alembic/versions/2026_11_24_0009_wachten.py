"""What waits is gone on with: messages of it, work that keeps failing for IPO to see, and decisions of IPO."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BERICHTEN = (
    "IDENTIFICATIE_AFGEROND", "PERSOONSMUTATIE", "SLEUTELWIJZIGING", "BEHEER", "ERKENNING_GEWIJZIGD",
    "BEKOSTIGINGSSTATUS", "KWALITEITSSIGNAAL", "OVERZICHT_GEREED",
)
WERK = ("IDENTIFICATIE", "BRP_UITGESTELD", "SBB_UITGESTELD")
AANVRAGEN = ("REGISTRATIEOVERZICHT",)


def upgrade() -> None:
    op.create_check_constraint(op.f("ck_bericht_soort"), "bericht", in_lijst(BERICHTEN))
    vervang("werk", (*WERK, "MISLUKT_WERK"))
    op.alter_column("werk", "levering_id", nullable=True, comment="leeg: werk dat niet bij een levering hoort")
    op.add_column("werk", sa.Column("baan", sa.Text(), comment="van mislukt werk: welk werk in de wachtrij"))
    op.create_unique_constraint(op.f("uq_werk_baan"), "werk", ["baan"])
    vervang("aanvraag", (*AANVRAGEN, "AFHANDELEN_IDENTIFICATIE"))
    op.add_column("aanvraag", sa.Column("levering_id", sa.BigInteger(), comment="waarover is beslist"))


def downgrade() -> None:
    op.drop_column("aanvraag", "levering_id")
    op.execute("DELETE FROM aanvraag WHERE soort = 'AFHANDELEN_IDENTIFICATIE'")
    vervang("aanvraag", AANVRAGEN)
    op.execute("DELETE FROM werk WHERE soort = 'MISLUKT_WERK'")
    op.drop_column("werk", "baan")
    op.alter_column("werk", "levering_id", nullable=False, comment=None)
    vervang("werk", WERK)
    op.drop_constraint(op.f("ck_bericht_soort"), "bericht")


def vervang(tabel: str, soorten: tuple[str, ...]) -> None:
    op.drop_constraint(op.f(f"ck_{tabel}_soort"), tabel)
    op.create_check_constraint(op.f(f"ck_{tabel}_soort"), tabel, in_lijst(soorten))


def in_lijst(soorten: tuple[str, ...]) -> str:
    return f"soort IN ({', '.join(repr(soort) for soort in soorten)})"
