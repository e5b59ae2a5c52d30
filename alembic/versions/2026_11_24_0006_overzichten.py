"""Requests and overviews: who asked for what, and the files that were made of it, in parts that nobody changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

from app.opslag.migreren import ROLPREFIX

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABELLEN = ("aanvraag", "overzicht", "overzichtdeel")
OVERZICHTEN = "('OBO', 'REGISTRATIEOVERZICHT', 'TBGI', 'GRONDSLAG', 'UITLEVERING', 'VASTSTELLING')"


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def eigen_id() -> sa.Column:
    return sa.Column("id", sa.BigInteger(), server_default=sa.text("nextval('register_id')"), nullable=False)


def moment(naam: str) -> sa.Column:
    nu = sa.text("transaction_timestamp()")
    return sa.Column(naam, sa.DateTime(timezone=True), server_default=nu, nullable=False)


def maak_aanvraag() -> None:
    op.create_table(
        "aanvraag",
        eigen_id(),
        sa.Column("afzender", sa.Text(), nullable=False),
        sa.Column("kenmerk", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        moment("ontvangen_op"),
        sa.Column("gebruiker", sa.Text()),
        sa.Column("instelling", sa.Text(), comment="waarvoor is gevraagd, als dat te lezen was"),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column(
            "signalen", postgresql.JSONB(), nullable=False,
            comment="[{code, soort, tekst, pad, parameters: [{naam, waarde}]}]",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraag")),
        sa.UniqueConstraint("afzender", "kenmerk", name=op.f("uq_aanvraag_afzender_kenmerk")),
        sa.CheckConstraint("soort IN ('REGISTRATIEOVERZICHT')", name=op.f("ck_aanvraag_soort")),
        sa.CheckConstraint(
            "status IN ('GOEDGEKEURD', 'GOEDGEKEURD_MET_SIGNAAL', 'AFGEKEURD', 'IN_BEHANDELING')",
            name=op.f("ck_aanvraag_status"),
        ),
    )


def maak_overzicht() -> None:
    op.create_table(
        "overzicht",
        eigen_id(),
        sa.Column("aanvraag_id", sa.BigInteger(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("instelling", sa.Text()),
        sa.Column("studiejaar", sa.Integer()),
        sa.Column("bekostigingsjaar", sa.Integer()),
        sa.Column("van", sa.Date()),
        sa.Column("tot_en_met", sa.Date()),
        moment("aangevraagd_op"),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True)),
        sa.Column("voortgang", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("bestandsnaam", sa.Text()),
        sa.Column("omvang_bytes", sa.BigInteger()),
        sa.Column("sha256", sa.Text()),
        sa.Column(
            "controletotalen", postgresql.JSONB(),
            comment="{deelnames, diplomas, opleidingcodes, generaal, bekostigbaar}",
        ),
        sa.Column("fout", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overzicht")),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_overzicht_aanvraag_id")),
        sa.CheckConstraint(f"soort IN {OVERZICHTEN}", name=op.f("ck_overzicht_soort")),
        sa.CheckConstraint(
            "status IN ('AANGEVRAAGD', 'BEZIG', 'GEREED', 'MISLUKT')", name=op.f("ck_overzicht_status")
        ),
        sa.CheckConstraint("voortgang BETWEEN 0 AND 100", name=op.f("ck_overzicht_voortgang")),
        sa.CheckConstraint(
            "status <> 'GEREED' OR num_nulls(aangemaakt_op, bestandsnaam, omvang_bytes, sha256) = 0",
            name=op.f("ck_overzicht_gereed"),
        ),
    )
    op.create_index("ix_overzicht_aanvraag_id", "overzicht", ["aanvraag_id"])
    op.create_index("ix_overzicht_instelling", "overzicht", ["instelling", "id"])


def maak_overzichtdeel() -> None:
    op.create_table(
        "overzichtdeel",
        sa.Column("overzicht_id", sa.BigInteger(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("instelling", sa.Text()),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column(
            "personen", postgresql.ARRAY(sa.BigInteger()), nullable=False,
            comment="wie hierin staat: wie het ophaalt, raadpleegt hen",
        ),
        sa.PrimaryKeyConstraint("overzicht_id", "volgnummer", name=op.f("pk_overzichtdeel")),
        sa.ForeignKeyConstraint(["overzicht_id"], ["overzicht.id"], name=op.f("fk_overzichtdeel_overzicht_id")),
    )
    op.execute("ALTER TABLE overzichtdeel ALTER inhoud SET STORAGE EXTERNAL")  # read whole, so no time in compression


def beveilig() -> None:
    """Rows are decided by plain equality per role (besluit 0002); of a file that is made the writer changes nothing."""
    lezer, schrijver = rol("lezer"), rol("schrijver")
    for tabel in TABELLEN:
        op.execute(f"GRANT SELECT ON {tabel} TO {lezer}, {schrijver}")
        op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY schrijver ON {tabel} TO {schrijver} USING (true) WITH CHECK (true)")
        op.execute(f"CREATE POLICY ipo ON {tabel} FOR SELECT TO {rol('lezer_ipo')} USING (true)")
        op.execute(
            f"CREATE POLICY mbo ON {tabel} FOR SELECT TO {rol('lezer_mbo')}"
            " USING (instelling = current_setting('bron.instelling', true))"
        )
    op.execute(f"GRANT INSERT ON {', '.join(TABELLEN)} TO {schrijver}")
    op.execute(f"GRANT UPDATE ON overzicht TO {schrijver}")


def upgrade() -> None:
    maak_aanvraag()
    maak_overzicht()
    maak_overzichtdeel()
    beveilig()


def downgrade() -> None:
    for tabel in reversed(TABELLEN):
        op.drop_table(tabel)
