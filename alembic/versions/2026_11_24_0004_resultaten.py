"""Results and prior education, each with its history and walls; signals and deliveries may be about a result."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

from app.opslag.migreren import ROLPREFIX
from app.opslag.tabellen.versies import Xid8

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

HOUDER = {
    "resultaat": "coalesce(oud.diploma_id, oud.id)",
    "signaal": "coalesce(oud.resultaat_id, oud.bpv_id, oud.inschrijving_id)",
}
HOUDER_WAS = {"signaal": "coalesce(oud.bpv_id, oud.inschrijving_id)"}
"""Of what is deleted, the object whose delivery says so; by default the row itself."""
VAN_INSTELLING = ("resultaat", "resultaat_historie")
VAN_PERSOON = ("vooropleiding", "vooropleiding_historie")
SOORTEN = "('DIPLOMA', 'GENERIEK_EXAMENONDERDEEL', 'KEUZEDEEL', 'AMVB_ONDERDEEL')"


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def resultaatkolommen() -> list[sa.Column]:
    return [
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.Text(collation="C"), nullable=False),
        sa.Column("diploma_id", sa.BigInteger(), comment="leeg: een diploma, of een los resultaat"),
        sa.Column("datum_resultaat", sa.Date(), nullable=False),
        sa.Column("inschrijvingvolgnummer", sa.Text(collation="C"), comment="zoals geleverd"),
        sa.Column("inschrijving_id", sa.BigInteger(), comment="de genoemde inschrijving, anders de gekozen (R18)"),
        sa.Column("onderwijsaanbieder", sa.Text()),
        sa.Column("opleidingcode", sa.Text()),
        sa.Column("indicatie_bekostigbaar", sa.Boolean()),
        sa.Column("code", sa.Text(), comment="van een generiek examenonderdeel of AMvB-onderdeel"),
        sa.Column("keuzedeelcode", sa.Text()),
        sa.Column("eindcijfer", sa.Integer()),
        sa.Column("vrijstelling", sa.Text()),
        sa.Column("cijfer_instellingsexamen", sa.Text()),
        sa.Column("vrijstelling_instellingsexamen", sa.Text()),
        sa.Column("cijfer_centraal_examen", sa.Text()),
        sa.Column("vrijstelling_centraal_examen", sa.Text()),
        sa.Column("behaald", sa.Boolean()),
        sa.Column("certificaat", sa.Boolean()),
        sa.Column("versie", sa.Integer(), nullable=False),
    ]


def vooropleidingkolommen() -> list[sa.Column]:
    return [
        sa.Column("persoon_id", sa.BigInteger()),
        sa.Column("nummer", sa.Text(), comment="zolang de persoon niet bekend is"),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("school", sa.Text(), comment="BRIN in het voortgezet onderwijs"),
        sa.Column("datum_resultaat", sa.Date()),
        sa.Column("behaald", sa.Boolean(), nullable=False),
        sa.Column(
            "vakken", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False,
            comment="[{vakcode, eindcijfer}]",
        ),
    ]


def maak_tabel(naam: str, kolommen: list[sa.Column], *regels: sa.Constraint) -> None:
    op.create_table(
        naam,
        sa.Column("id", sa.BigInteger(), server_default=sa.text("nextval('register_id')"), nullable=False),
        *kolommen,
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf", sa.DateTime(timezone=True), server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{naam}")),
        *regels,
    )


def maak_historie(naam: str, kolommen: list[sa.Column]) -> None:
    for kolom in kolommen:
        kolom.server_default = kolom.comment = None
    op.create_table(
        f"{naam}_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        *kolommen,
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f(f"pk_{naam}_historie")),
    )
    op.create_index(f"ix_{naam}_historie_id", f"{naam}_historie", ["id", "bekend_vanaf"])
    op.create_index(f"ix_{naam}_historie_persoon_id", f"{naam}_historie", ["persoon_id"])


def maak_resultaat() -> None:
    maak_tabel(
        "resultaat",
        resultaatkolommen(),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_resultaat_persoon_id")),
        sa.UniqueConstraint(
            "persoon_id", "instelling", "resultaatvolgnummer",
            name=op.f("uq_resultaat_persoon_id_instelling_resultaatvolgnummer"), deferrable=True, initially="DEFERRED",
        ),
        sa.UniqueConstraint(
            "id", "persoon_id", "instelling", name=op.f("uq_resultaat_id_persoon_id_instelling")
        ),
        sa.ForeignKeyConstraint(
            ["diploma_id", "persoon_id", "instelling"],
            ["resultaat.id", "resultaat.persoon_id", "resultaat.instelling"],
            name="fk_resultaat_diploma",
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id", "persoon_id", "instelling"],
            ["inschrijving.id", "inschrijving.persoon_id", "inschrijving.instelling"],
            name="fk_resultaat_inschrijving", deferrable=True, initially="DEFERRED",
        ),
        sa.CheckConstraint(f"soort IN {SOORTEN}", name=op.f("ck_resultaat_soort")),
        *(
            sa.CheckConstraint(f"{naam} ~ '^[0-9]{{1,2}}[.][0-9]$'", name=op.f(f"ck_resultaat_{naam}"))
            for naam in ("cijfer_instellingsexamen", "cijfer_centraal_examen")
        ),
        sa.CheckConstraint(
            "CASE soort"
            " WHEN 'DIPLOMA' THEN num_nulls(opleidingcode, indicatie_bekostigbaar) = 0 AND diploma_id IS NULL"
            " WHEN 'KEUZEDEEL' THEN num_nulls(keuzedeelcode, behaald) = 0"
            " ELSE code IS NOT NULL END",
            name=op.f("ck_resultaat_inhoud"),
        ),
    )
    op.create_index("ix_resultaat_instelling", "resultaat", ["instelling", "id"])
    for kolom in ("persoon_id", "inschrijving_id", "diploma_id"):
        op.create_index(f"ix_resultaat_{kolom}", "resultaat", [kolom])
    maak_historie("resultaat", resultaatkolommen())


def maak_vooropleiding() -> None:
    maak_tabel(
        "vooropleiding",
        vooropleidingkolommen(),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_vooropleiding_persoon_id")),
        sa.CheckConstraint("num_nonnulls(persoon_id, nummer) = 1", name=op.f("ck_vooropleiding_een_persoon")),
        sa.UniqueConstraint(
            "persoon_id", "nummer", "soort", "school", "datum_resultaat",
            name="uq_vooropleiding_sleutel", postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(
        "ix_vooropleiding_nummer", "vooropleiding", ["nummer"], postgresql_where=sa.text("nummer IS NOT NULL")
    )
    maak_historie("vooropleiding", vooropleidingkolommen())


def beveilig() -> None:
    """Rows are decided by plain equality per role, as for every table of the register (besluit 0002)."""
    mbo, ipo, schrijver, lezer = rol("lezer_mbo"), rol("lezer_ipo"), rol("schrijver"), rol("lezer")
    for tabel in (*VAN_INSTELLING, *VAN_PERSOON):
        op.execute(f"GRANT SELECT ON {tabel} TO {lezer}, {schrijver}")
        op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY schrijver ON {tabel} TO {schrijver} USING (true) WITH CHECK (true)")
        op.execute(f"CREATE POLICY ipo ON {tabel} FOR SELECT TO {ipo} USING (true)")
    op.execute(f"GRANT INSERT, UPDATE, DELETE ON resultaat, vooropleiding TO {schrijver}")
    for tabel in VAN_INSTELLING:
        op.execute(
            f"CREATE POLICY mbo ON {tabel} FOR SELECT TO {mbo}"
            " USING (instelling = current_setting('bron.instelling', true))"
        )
    for tabel in VAN_PERSOON:
        op.execute(f"""
            CREATE POLICY mbo ON {tabel} FOR SELECT TO {mbo} USING (EXISTS (
                SELECT FROM persoon_instelling pi
                WHERE pi.persoon_id = {tabel}.persoon_id AND pi.instelling = current_setting('bron.instelling', true)
            ))
        """)


def bewaar_historie(tabel: str, houder: str) -> None:
    """Let an UPDATE or DELETE copy what it ends to the twin, all columns there are now, with who ended it."""
    kolommen = [
        rij[0]
        for rij in op.get_bind().exec_driver_sql(
            "SELECT column_name FROM information_schema.columns"
            f" WHERE table_schema = 'public' AND table_name = '{tabel}' ORDER BY ordinal_position"
        )
    ]
    oude_kolommen = ", ".join(f"oud.{kolom}" for kolom in kolommen)
    inleiding = (
        f"INSERT INTO public.{tabel}_historie ({', '.join(kolommen)}, bekend_tot, beeindigd_door, beeindigd_in) SELECT"
    )
    bron = {
        "update": f"{inleiding} {oude_kolommen}, transaction_timestamp(), nieuw.levering_id, pg_current_xact_id()"
        " FROM oud JOIN nieuw USING (id)",
        "delete": f"{inleiding} {oude_kolommen}, transaction_timestamp(), (current_setting('bron.beeindigd_door')::jsonb"
        f" ->> ({houder})::text)::bigint, pg_current_xact_id() FROM oud",
    }
    for gebeurtenis, opdracht in bron.items():
        op.execute(f"""
            CREATE OR REPLACE FUNCTION {tabel}_{gebeurtenis}_historie() RETURNS trigger LANGUAGE plpgsql
            SECURITY DEFINER SET search_path = pg_catalog, pg_temp
            AS $$ BEGIN {opdracht}; RETURN NULL; END $$
        """)


def wek_historie(tabel: str) -> None:
    """Set the triggers that keep the history of a new table, and let that history only grow."""
    verwijzing = {"update": "OLD TABLE AS oud NEW TABLE AS nieuw", "delete": "OLD TABLE AS oud"}
    for gebeurtenis, tabellen in verwijzing.items():
        op.execute(f"""
            CREATE TRIGGER {gebeurtenis}_historie AFTER {gebeurtenis.upper()} ON {tabel}
            REFERENCING {tabellen}
            FOR EACH STATEMENT EXECUTE FUNCTION {tabel}_{gebeurtenis}_historie()
        """)
    op.execute(
        f"CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON {tabel}_historie"
        " FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen()"
    )
    op.execute(
        f"CREATE TRIGGER niet_legen BEFORE TRUNCATE ON {tabel}_historie"
        " FOR EACH STATEMENT EXECUTE FUNCTION alleen_toevoegen()"
    )


def upgrade() -> None:
    maak_resultaat()
    maak_vooropleiding()
    beveilig()
    for tabel in ("signaal", "levering"):
        op.add_column(tabel, sa.Column("resultaat_id", sa.BigInteger()))
        op.add_column(f"{tabel}_historie", sa.Column("resultaat_id", sa.BigInteger()))
    op.drop_constraint(op.f("ck_signaal_een_object"), "signaal")
    op.create_check_constraint(
        op.f("ck_signaal_een_object"), "signaal", "num_nonnulls(inschrijving_id, bpv_id, resultaat_id) = 1"
    )
    op.create_index("ix_signaal_resultaat_id", "signaal", ["resultaat_id"])
    for tabel in ("resultaat", "vooropleiding", "signaal", "levering"):
        bewaar_historie(tabel, HOUDER.get(tabel, "oud.id"))
    for tabel in ("resultaat", "vooropleiding"):
        wek_historie(tabel)


def downgrade() -> None:
    """Take results out, and what was said of them; what is about an enrolment or a placement stays."""
    for tabel in ("resultaat", "vooropleiding"):
        op.drop_table(tabel)
        op.drop_table(f"{tabel}_historie")
        op.execute(f"DROP FUNCTION {tabel}_update_historie, {tabel}_delete_historie")
    op.execute("ALTER TABLE signaal DISABLE TRIGGER delete_historie")
    op.execute("DELETE FROM signaal WHERE resultaat_id IS NOT NULL")
    op.execute("ALTER TABLE signaal ENABLE TRIGGER delete_historie")
    op.drop_index("ix_signaal_resultaat_id", "signaal")
    op.drop_constraint(op.f("ck_signaal_een_object"), "signaal")
    op.create_check_constraint(op.f("ck_signaal_een_object"), "signaal", "num_nonnulls(inschrijving_id, bpv_id) = 1")
    for tabel in ("signaal", "levering"):
        op.drop_column(tabel, "resultaat_id")
        op.drop_column(f"{tabel}_historie", "resultaat_id")
        bewaar_historie(tabel, HOUDER_WAS.get(tabel, "oud.id"))
