"""The stageplek: what SBB may know of a placement, in a table that the database itself keeps (besluit 0060)."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import context, op

from app.opslag.migreren import ROLPREFIX

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

C = sa.Text(collation="C")
BINNEN, BUITEN = 0x36, 0x5C
"""The two paddings of HMAC (RFC 2104)."""
VAN_BPV = ("instelling", "leerbedrijf_id", "opleidingcode", "keuzedeelcode", "datum_begin")
"""What of a placement stays visible when it is withdrawn: where and for what it was, nothing of the student."""
MEER_VAN_BPV = ("afsluitdatum", "datum_einde_gepland", "datum_einde_werkelijk", "omvang")
VAN_PERIODE = ("leertraject", "niveau", "periode_opleidingcode", "periode_begin")
INHOUD = (*VAN_BPV, *MEER_VAN_BPV, *VAN_PERIODE, "leeftijd_bij_begin", "ingetrokken")
TE_LEZEN = ("kenmerk", *INHOUD, "gewijzigd_op")
GEBEURTENISSEN = {
    "bpv": {"INSERT": "NEW", "UPDATE": "NEW"},
    "inschrijvingsperiode": {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"},
}


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def maak_sleutel() -> None:
    """Make the secret that keys what SBB gets; it never leaves the database, and only the owner reads it."""
    tabel = op.create_table(
        "afnemersleutel",
        sa.Column("afnemer", sa.Text(), nullable=False),
        sa.Column("binnen", sa.LargeBinary(), nullable=False, comment="de sleutel voor de binnenste hash van HMAC"),
        sa.Column("buiten", sa.LargeBinary(), nullable=False, comment="de sleutel voor de buitenste hash"),
        sa.PrimaryKeyConstraint("afnemer", name=op.f("pk_afnemersleutel")),
    )
    sleutel = secrets.token_bytes(64)
    binnen, buiten = (bytes(byte ^ vulling for byte in sleutel) for vulling in (BINNEN, BUITEN))
    op.bulk_insert(tabel, [{"afnemer": "SBB", "binnen": binnen, "buiten": buiten}])
    op.execute("ALTER TABLE afnemersleutel ENABLE ROW LEVEL SECURITY")


def maak_tabel() -> None:
    op.create_table(
        "stageplek",
        sa.Column("bpv_id", sa.BigInteger(), nullable=False),
        sa.Column("kenmerk", C, nullable=False, comment="HMAC van bpv_id met de sleutel van SBB"),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("opleidingcode", sa.Text()),
        sa.Column("keuzedeelcode", sa.Text()),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("afsluitdatum", sa.Date()),
        sa.Column("datum_einde_gepland", sa.Date()),
        sa.Column("datum_einde_werkelijk", sa.Date()),
        sa.Column("omvang", sa.Integer()),
        sa.Column("leertraject", sa.Text()),
        sa.Column("niveau", sa.Text(), comment="zoals geleverd; leeg: dat van de opleiding van de periode"),
        sa.Column("periode_opleidingcode", sa.Text()),
        sa.Column("periode_begin", sa.Date()),
        sa.Column("leeftijd_bij_begin", sa.Integer()),
        sa.Column("ingetrokken", sa.Boolean(), nullable=False),
        sa.Column(
            "gewijzigd_op", sa.DateTime(timezone=True), server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("bpv_id", name=op.f("pk_stageplek")),
    )
    op.create_index("ix_stageplek_kenmerk", "stageplek", ["kenmerk", "gewijzigd_op"])
    for kolom in ("leerbedrijf_id", "opleidingcode"):
        op.create_index(f"ix_stageplek_{kolom}", "stageplek", [kolom, "kenmerk"])


def beveilig() -> None:
    """SBB and IPO read these columns and no other: of a stageplek nobody may read whose it is."""
    afnemer, ipo = rol("lezer_afnemer"), rol("lezer_ipo")
    op.execute("ALTER TABLE stageplek ENABLE ROW LEVEL SECURITY")
    op.execute(f"GRANT SELECT ({', '.join(TE_LEZEN)}) ON stageplek TO {afnemer}, {ipo}")
    op.execute(f"CREATE POLICY ipo ON stageplek FOR SELECT TO {ipo} USING (true)")
    op.execute(
        f"CREATE POLICY afnemer ON stageplek FOR SELECT TO {afnemer}"
        " USING (current_setting('bron.afnemer', true) = 'SBB')"
    )


def ververs() -> None:
    """Write what placements look like now, and when that changed; what looks the same keeps its moment.

    The plan is made once per session, for to make it at every call is two thirds of the cost (measured); perhaps on
    tables that are still empty, so it is kept to loops over indexes. The period is the one begun last when the
    placement began, else the first; the age is domain.tijd.leeftijd in SQL.
    """
    nieuw = ", ".join(f"excluded.{kolom}" for kolom in INHOUD)
    oud = ", ".join(f"oud.{kolom}" for kolom in INHOUD)
    op.execute(f"""
        CREATE FUNCTION stageplek_ververs(bpvs bigint[]) RETURNS void LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp
        SET plan_cache_mode = force_generic_plan
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
        AS $$ BEGIN
            IF cardinality(bpvs) = 0 THEN RETURN; END IF;
            INSERT INTO stageplek AS oud (bpv_id, kenmerk, {", ".join(INHOUD)})
            SELECT b.id, left(encode(sha256(s.buiten || sha256(s.binnen || int8send(b.id))), 'hex'), 32),
                {", ".join(f"b.{kolom}" for kolom in (*VAN_BPV, *MEER_VAN_BPV))},
                d.leertraject, d.niveau, d.opleidingcode, d.datum_begin,
                date_part('year', b.datum_begin)::integer - nullif(left(p.geboortedatum, 4), '0000')::integer
                    - (to_char(b.datum_begin, 'MM-DD') < replace(right(p.geboortedatum, 5), '00', '01'))::integer,
                false
            FROM bpv b JOIN persoon p ON p.id = b.persoon_id JOIN afnemersleutel s ON s.afnemer = 'SBB'
            LEFT JOIN LATERAL (
                SELECT * FROM inschrijvingsperiode d WHERE d.inschrijving_id = b.inschrijving_id
                ORDER BY d.datum_begin > b.datum_begin, abs(d.datum_begin - b.datum_begin) LIMIT 1
            ) d ON true
            WHERE b.id = ANY (bpvs) ORDER BY b.id
            ON CONFLICT (bpv_id) DO UPDATE SET ({", ".join(INHOUD)}) = ROW ({nieuw}),
                gewijzigd_op = transaction_timestamp()
            WHERE ({oud}) IS DISTINCT FROM ({nieuw});
        END $$
    """)
    op.execute("REVOKE ALL ON FUNCTION stageplek_ververs FROM PUBLIC")


def maak_trigger(naam: str, opdracht: str) -> None:
    op.execute(f"""
        CREATE FUNCTION {naam}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
        AS $$ BEGIN {opdracht}; RETURN NULL; END $$
    """)


def houd_bij() -> None:
    """Follow placements, the periods that they lie in, and the birth dates of students."""
    maak_trigger("stageplek_na_bpv", "PERFORM stageplek_ververs(ARRAY (SELECT id FROM geraakt))")
    maak_trigger(
        "stageplek_na_inschrijvingsperiode",
        "PERFORM stageplek_ververs(ARRAY (SELECT b.id FROM (SELECT DISTINCT inschrijving_id FROM geraakt) g"
        " JOIN bpv b ON b.inschrijving_id = g.inschrijving_id))",
    )
    for tabel, gebeurtenissen in GEBEURTENISSEN.items():
        for gebeurtenis, kant in gebeurtenissen.items():
            op.execute(
                f"CREATE TRIGGER stageplek_{gebeurtenis.lower()} AFTER {gebeurtenis} ON {tabel}"
                f" REFERENCING {kant} TABLE AS geraakt FOR EACH STATEMENT EXECUTE FUNCTION stageplek_na_{tabel}()"
            )
    maak_trigger(
        "stageplek_na_persoon",
        "PERFORM stageplek_ververs(ARRAY (SELECT b.id FROM nieuw JOIN oud ON oud.id = nieuw.id"
        " AND oud.geboortedatum <> nieuw.geboortedatum JOIN bpv b ON b.persoon_id = nieuw.id))",
    )
    op.execute(
        "CREATE TRIGGER stageplek_update AFTER UPDATE ON persoon REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw"
        " FOR EACH STATEMENT EXECUTE FUNCTION stageplek_na_persoon()"
    )


def trek_in() -> None:
    """Leave of a placement that is deleted only that it is gone, under the same kenmerk."""
    leeg = ", ".join(f"{kolom} = NULL" for kolom in (*MEER_VAN_BPV, *VAN_PERIODE, "leeftijd_bij_begin"))
    maak_trigger(
        "stageplek_na_bpv_weg",
        f"UPDATE stageplek SET {leeg}, ingetrokken = true, gewijzigd_op = transaction_timestamp()"
        " FROM geraakt WHERE stageplek.bpv_id = geraakt.id",
    )
    op.execute(
        "CREATE TRIGGER stageplek_delete AFTER DELETE ON bpv REFERENCING OLD TABLE AS geraakt"
        " FOR EACH STATEMENT EXECUTE FUNCTION stageplek_na_bpv_weg()"
    )


def vul() -> None:
    """Take in what is registered already, and what was deleted before."""
    op.execute("SELECT stageplek_ververs(ARRAY (SELECT id FROM bpv))")
    op.execute(f"""
        INSERT INTO stageplek (bpv_id, kenmerk, {", ".join(VAN_BPV)}, ingetrokken)
        SELECT DISTINCT ON (h.id) h.id,
            left(encode(sha256(s.buiten || sha256(s.binnen || int8send(h.id))), 'hex'), 32),
            {", ".join(f"h.{kolom}" for kolom in VAN_BPV)}, true
        FROM bpv_historie h JOIN afnemersleutel s ON s.afnemer = 'SBB'
        WHERE NOT EXISTS (SELECT FROM bpv b WHERE b.id = h.id)
        ORDER BY h.id, h.bekend_tot DESC, h.historie_id DESC
    """)


def upgrade() -> None:
    maak_sleutel()
    maak_tabel()
    beveilig()
    ververs()
    houd_bij()
    trek_in()
    vul()


def downgrade() -> None:
    """Take the table away with what keeps it; a later upgrade gives other keys."""
    namen = ("na_bpv", "na_bpv_weg", "na_inschrijvingsperiode", "na_persoon")
    op.execute(f"DROP FUNCTION {', '.join(f'stageplek_{naam}' for naam in namen)} CASCADE")
    op.execute("DROP FUNCTION stageplek_ververs")
    op.drop_table("stageplek")
    op.drop_table("afnemersleutel")
