"""Roles, row-level security, history and append-only: what the database itself enforces."""

from __future__ import annotations

from alembic import context, op

from app.opslag.migreren import ROLPREFIX

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

VERSIES = ("persoon", "inschrijving", "inschrijvingsperiode", "extra_ondersteuning", "bpv", "signaal", "levering")
HOUDER = {
    "inschrijvingsperiode": "oud.inschrijving_id",
    "extra_ondersteuning": "oud.inschrijving_id",
    "signaal": "coalesce(oud.bpv_id, oud.inschrijving_id)",
}
"""Of what is deleted, the object whose delivery says so; by default the row itself."""
HISTORIES = tuple(f"{tabel}_historie" for tabel in VERSIES)
ARCHIEF = ("ontvangst", "raadpleging")
PER_PERSOON = ("persoon", "persoonsnummer", "persoon_historie")
PER_INSTELLING = (
    "inschrijving", "inschrijvingsperiode", "extra_ondersteuning", "bpv", "signaal", "levering",
    "inschrijving_historie", "inschrijvingsperiode_historie", "extra_ondersteuning_historie", "bpv_historie",
    "signaal_historie", "levering_historie", "persoon_instelling", "ontvangst", "bericht",
)
ALLE = (*PER_PERSOON, *PER_INSTELLING, "werk", "raadpleging")
REFERENTIE = (
    "instelling", "opleiding", "keuzedeel", "opleiding_keuzedeel", "licentie", "examenonderdeel", "leerbedrijf",
    "erkenning", "nationaliteit", "verblijfstitel", "codelijst", "prijsfactor", "bekostigingsparameter",
    "referentieversie",
)


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def maak_rollen() -> None:
    """Make each role once per server; another database of the same server may be first at the same moment."""
    for naam in ("lezer", "lezer_mbo", "lezer_ipo", "schrijver", "bewaren"):
        op.execute(f"""
            DO $$ BEGIN CREATE ROLE {rol(naam)} NOLOGIN NOINHERIT;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
        """)
    for naam in ("lezer_mbo", "lezer_ipo"):
        op.execute(f"ALTER ROLE {rol(naam)} INHERIT")
        op.execute(f"""
            DO $$ BEGIN
                IF NOT pg_has_role('{rol(naam)}', '{rol("lezer")}', 'MEMBER') THEN
                    GRANT {rol("lezer")} TO {rol(naam)};
                END IF;
            EXCEPTION WHEN unique_violation THEN NULL; END $$
        """)


def verleen() -> None:
    """Grant what each role needs and nothing more: readers log consultations, the writer never touches the past."""
    lezer, schrijver, bewaren = rol("lezer"), rol("schrijver"), rol("bewaren")
    op.execute(f"GRANT USAGE ON SCHEMA public TO {lezer}, {schrijver}, {bewaren}")
    op.execute(f"GRANT SELECT ON {', '.join((*ALLE, *REFERENTIE))} TO {lezer}, {schrijver}")
    op.execute(f"GRANT INSERT ON raadpleging TO {lezer}")
    op.execute(f"GRANT INSERT, UPDATE, DELETE ON {', '.join(VERSIES)} TO {schrijver}")
    op.execute(f"GRANT INSERT, UPDATE ON persoonsnummer, persoon_instelling, werk, bericht TO {schrijver}")
    op.execute(f"GRANT INSERT ON ontvangst TO {schrijver}")
    op.execute(f"GRANT INSERT, UPDATE ON leerbedrijf TO {schrijver}")
    op.execute(f"GRANT USAGE ON SEQUENCE register_id, onderwijsnummer_volgnummer TO {schrijver}")


def beveilig() -> None:
    """Rows are decided by plain equality per role, without an OR over roles: besluit 0002. No setting, no rows."""
    mbo, ipo, schrijver = rol("lezer_mbo"), rol("lezer_ipo"), rol("schrijver")
    for tabel in ALLE:
        op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY schrijver ON {tabel} TO {schrijver} USING (true) WITH CHECK (true)")
        op.execute(f"CREATE POLICY ipo ON {tabel} FOR SELECT TO {ipo} USING (true)")
    for tabel in PER_INSTELLING:
        op.execute(
            f"CREATE POLICY mbo ON {tabel} FOR SELECT TO {mbo}"
            " USING (instelling = current_setting('bron.instelling', true))"
        )
    for tabel in PER_PERSOON:
        op.execute(f"""
            CREATE POLICY mbo ON {tabel} FOR SELECT TO {mbo} USING (EXISTS (
                SELECT FROM persoon_instelling pi
                WHERE pi.persoon_id = {tabel}.persoon_id AND pi.instelling = current_setting('bron.instelling', true)
            ))
        """)
    op.execute(
        f"CREATE POLICY raadplegen ON raadpleging FOR INSERT TO {mbo}, {ipo}"
        " WITH CHECK (aanroeper = current_setting('bron.aanroeper', true))"
    )


def bewaar_historie(tabel: str) -> None:
    """Copy what an UPDATE or DELETE ends to the twin, for one row and for five hundred, with who ended it."""
    kolommen = ", ".join(
        rij[0]
        for rij in op.get_bind().exec_driver_sql(
            "SELECT column_name FROM information_schema.columns"
            f" WHERE table_schema = 'public' AND table_name = '{tabel}' ORDER BY ordinal_position"
        )
    )
    oude_kolommen = ", ".join(f"oud.{kolom}" for kolom in kolommen.split(", "))
    inleiding = f"INSERT INTO public.{tabel}_historie ({kolommen}, bekend_tot, beeindigd_door, beeindigd_in) SELECT"
    bron = {
        "update": f"{inleiding} {oude_kolommen}, transaction_timestamp(), nieuw.levering_id, pg_current_xact_id()"
        " FROM oud JOIN nieuw USING (id)",
        "delete": f"{inleiding} {oude_kolommen}, transaction_timestamp(), (current_setting('bron.beeindigd_door')::jsonb"
        f" ->> ({HOUDER.get(tabel, 'oud.id')})::text)::bigint, pg_current_xact_id() FROM oud",
    }
    verwijzing = {"update": "OLD TABLE AS oud NEW TABLE AS nieuw", "delete": "OLD TABLE AS oud"}
    for gebeurtenis, opdracht in bron.items():
        op.execute(f"""
            CREATE FUNCTION {tabel}_{gebeurtenis}_historie() RETURNS trigger LANGUAGE plpgsql
            SECURITY DEFINER SET search_path = pg_catalog, pg_temp
            AS $$ BEGIN {opdracht}; RETURN NULL; END $$
        """)
        op.execute(f"""
            CREATE TRIGGER {gebeurtenis}_historie AFTER {gebeurtenis.upper()} ON {tabel}
            REFERENCING {verwijzing[gebeurtenis]}
            FOR EACH STATEMENT EXECUTE FUNCTION {tabel}_{gebeurtenis}_historie()
        """)


def alleen_toevoegen() -> None:
    """Archive, consultation log and history can only grow; a month of the archive goes through archief_opruimen."""
    op.execute("""
        CREATE FUNCTION alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'append only: %', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$
    """)
    for tabel in (*ARCHIEF, *HISTORIES):
        op.execute(
            f"CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON {tabel}"
            " FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen()"
        )
    for tabel in (*ARCHIEF, *(f"{ouder}_overig" for ouder in ARCHIEF), *HISTORIES):
        op.execute(
            f"CREATE TRIGGER niet_legen BEFORE TRUNCATE ON {tabel}"
            " FOR EACH STATEMENT EXECUTE FUNCTION alleen_toevoegen()"
        )


def maandpartities() -> None:
    """Make the coming months ahead; a receipt outside them falls in the default partition, never on the floor."""
    op.execute("""
        CREATE FUNCTION maak_maanden(ouder text, van date, aantal integer) RETURNS void LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
            maand date;
            naam text;
        BEGIN
            IF ouder NOT IN ('ontvangst', 'raadpleging') THEN
                RAISE EXCEPTION 'not an archive: %', ouder;
            END IF;
            FOR i IN 0 .. aantal - 1 LOOP
                maand := date_trunc('month', van)::date + make_interval(months => i);
                naam := format('%s_%s', ouder, to_char(maand, 'YYYYMM'));
                CONTINUE WHEN to_regclass(naam) IS NOT NULL;
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', naam, ouder,
                    maand::timestamp AT TIME ZONE 'UTC', (maand + interval '1 month')::timestamp AT TIME ZONE 'UTC');
                EXECUTE format('CREATE TRIGGER niet_legen BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
                    ' EXECUTE FUNCTION alleen_toevoegen()', naam);
            END LOOP;
        END $$
    """)
    op.execute("REVOKE ALL ON FUNCTION maak_maanden FROM PUBLIC")
    for ouder in ARCHIEF:
        op.execute(f"SELECT maak_maanden('{ouder}', current_date, 24)")


def opruimen() -> None:
    """Let bewaren, and nobody else, drop a closed month of the archive, after the proof of what was in it."""
    op.execute("""
        CREATE FUNCTION archief_opruimen(maand date) RETURNS bigint LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
            naam text := format('ontvangst_%s', to_char(maand, 'YYYYMM'));
            bewijs bigint;
        BEGIN
            IF date_trunc('month', maand) >= date_trunc('month', current_date) THEN
                RAISE EXCEPTION 'month not closed: %', naam;
            END IF;
            EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', naam);
            EXECUTE format('INSERT INTO archiefbewijs (partitie, aantal, hash) SELECT %L, count(*),'
                ' encode(sha256(convert_to(coalesce(string_agg(hash, '''' ORDER BY id), ''''), ''UTF8'')), ''hex'')'
                ' FROM %I RETURNING id', naam, naam) INTO bewijs;
            EXECUTE format('DROP TABLE %I', naam);
            RETURN bewijs;
        END $$
    """)
    op.execute("REVOKE ALL ON FUNCTION archief_opruimen FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION archief_opruimen TO {rol('bewaren')}")
    op.execute(f"GRANT SELECT ON archiefbewijs TO {rol('bewaren')}, {rol('lezer_ipo')}")


def upgrade() -> None:
    op.execute("CREATE SEQUENCE register_id")
    op.execute("CREATE SEQUENCE onderwijsnummer_volgnummer MINVALUE 0 MAXVALUE 999999 START 0")
    maak_rollen()
    verleen()
    beveilig()
    for tabel in VERSIES:
        op.execute(f"ALTER TABLE {tabel} ALTER id SET DEFAULT nextval('register_id')")
        bewaar_historie(tabel)
    alleen_toevoegen()
    maandpartities()
    opruimen()


def downgrade() -> None:
    """Take the walls down again; the roles stay, for another database of the server may use them."""
    op.execute("DROP FUNCTION archief_opruimen, maak_maanden")
    op.execute("DROP FUNCTION alleen_toevoegen CASCADE")
    for tabel in VERSIES:
        op.execute(f"DROP FUNCTION {tabel}_update_historie, {tabel}_delete_historie CASCADE")
    for tabel in ALLE:
        for beleid in ("schrijver", "ipo", "mbo", "raadplegen"):
            op.execute(f"DROP POLICY IF EXISTS {beleid} ON {tabel}")
        op.execute(f"ALTER TABLE {tabel} DISABLE ROW LEVEL SECURITY")
    alle_rollen = ", ".join(rol(naam) for naam in ("lezer", "lezer_mbo", "lezer_ipo", "schrijver", "bewaren"))
    for tabel in VERSIES:
        op.execute(f"ALTER TABLE {tabel} ALTER id DROP DEFAULT")
    op.execute("DROP SEQUENCE register_id, onderwijsnummer_volgnummer")
    op.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {alle_rollen}")
    op.execute(f"REVOKE ALL ON SCHEMA public FROM {alle_rollen}")
