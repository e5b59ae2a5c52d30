"""What the database itself enforces, read from its catalogue: for every table that there is, those of next year too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from app.opslag.tabellen import metadata
from app.opslag.tabellen.versies import VERSIETABELLEN

if TYPE_CHECKING:
    from tests.architectuur.conftest import Catalogus

TOEVOEGEN: Final = ("ontvangst", "raadpleging", *(f"{tabel}_historie" for tabel in VERSIETABELLEN))
LEZERS: Final = ("lezer_mbo", "lezer_ipo")
ZONDER_PERSOON: Final = {"aanvraag", "overzicht", "overzichtdeel", "webhook"}
"""What an institution asked for and got: its own, though no row is about one person."""
VAN_DE_STAGEMARKT: Final = {"stageplek"}
"""Of nobody who can be named, and read by SBB and IPO alone (besluit 0060)."""


def test_elke_tabel_met_personen_is_rij_voor_rij_beveiligd(catalogus: Catalogus) -> None:
    beveiligd = catalogus.namen("SELECT relname FROM pg_class WHERE relrowsecurity")
    persoonlijk = catalogus.tabellen_met("persoon_id") | {"persoon"}
    assert len(persoonlijk) > 15
    assert persoonlijk <= beveiligd


def test_elke_beveiligde_tabel_heeft_een_beleid_voor_elke_rol_die_haar_mag_lezen(catalogus: Catalogus) -> None:
    """Reading without a policy gives no rows; that is meant for institutions where rows have no institution."""
    alleen_ipo = {"werk", "raadpleging"} | VAN_DE_STAGEMARKT
    for rol in LEZERS:
        met_beleid = catalogus.namen(
            "SELECT tablename FROM pg_policies WHERE (%(prefix)s || %(rol)s)::name = ANY(roles)"
            " AND cmd IN ('SELECT', 'ALL')",
            rol=rol,
        )
        verwacht = catalogus.tabellen_met("persoon_id") | {"persoon"} | ZONDER_PERSOON | VAN_DE_STAGEMARKT
        assert met_beleid == (verwacht if rol == "lezer_ipo" else verwacht - alleen_ipo), rol


def test_geen_beleid_kiest_zelf_tussen_rollen(catalogus: Catalogus) -> None:
    """Besluit 0002: a policy is for one kind of reader, so that the planner sees plain equality and never an OR."""
    for tabel, naam, voorwaarde in catalogus.rijen("SELECT tablename, policyname, qual FROM pg_policies"):
        assert not re.search(r"\bOR\b|bron\.rol|current_user", voorwaarde or ""), (tabel, naam)


def test_een_beleid_geldt_nooit_voor_iedereen(catalogus: Catalogus) -> None:
    assert not catalogus.rijen("SELECT tablename FROM pg_policies WHERE 'public' = ANY(roles)")


def test_niemand_dan_de_eigenaar_bezit_iets_en_niemand_komt_langs_de_beveiliging(catalogus: Catalogus) -> None:
    # The test of the production guide makes an owner beside ours, under this prefix and gids_.
    rollen = catalogus.rijen(
        """SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) OR EXISTS (SELECT FROM pg_proc WHERE proowner = r.oid)
        FROM pg_roles r WHERE starts_with(rolname, %(prefix)s) AND NOT starts_with(rolname, %(prefix)s || 'gids_')"""
    )
    assert {naam.removeprefix(catalogus.database.rolprefix) for naam, *_ in rollen} >= {
        "lezer",
        "lezer_mbo",
        "lezer_ipo",
        "schrijver",
        "bewaren",
    }
    assert [naam for naam, *rechten in rollen if any(rechten)] == []


def test_niemand_leest_een_maand_van_het_archief_langs_het_beleid(catalogus: Catalogus) -> None:
    """Row-level security is that of the table that is named: a grant on a partition would be a way around it."""
    deuren = catalogus.rijen(
        """SELECT c.relname, r.rolname FROM pg_class c, pg_roles r
        WHERE c.relispartition AND starts_with(r.rolname, %(prefix)s)
          AND has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')"""
    )
    assert deuren == []


def test_lezers_schrijven_alleen_dat_zij_keken(catalogus: Catalogus) -> None:
    mag = catalogus.rijen(
        """SELECT DISTINCT c.relname, p.recht FROM pg_class c, pg_roles r,
            unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS p(recht)
        WHERE c.relkind IN ('r', 'p') AND starts_with(r.rolname, %(prefix)s || 'lezer')
          AND c.relnamespace = 'public'::regnamespace AND has_table_privilege(r.oid, c.oid, p.recht)"""
    )
    assert mag == [("raadpleging", "INSERT")]


def test_de_schrijver_komt_niet_aan_het_verleden(catalogus: Catalogus) -> None:
    mag = catalogus.namen(
        """SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relname = ANY(%(tabellen)s)
          AND has_table_privilege(%(prefix)s || 'schrijver', c.oid, 'UPDATE, DELETE, TRUNCATE')""",
        tabellen=list(TOEVOEGEN),
    )
    assert mag == set()


def test_functies_die_meer_mogen_zijn_niet_voor_iedereen_en_zoeken_op_een_vaste_plek(catalogus: Catalogus) -> None:
    functies = catalogus.rijen(
        """SELECT proname, proconfig,
            prorettype = 'trigger'::regtype OR NOT has_function_privilege('public', oid, 'EXECUTE')
        FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"""
    )
    assert len(functies) > len(VERSIETABELLEN)
    for naam, instellingen, besloten in functies:
        assert besloten, naam
        assert any(een.startswith("search_path=") and een.endswith("pg_temp") for een in instellingen or ()), naam


@pytest.mark.parametrize("tabel", VERSIETABELLEN)
def test_elke_versietabel_bewaart_wat_eindigt(catalogus: Catalogus, tabel: str) -> None:
    """Statement triggers with transition tables: one row or five hundred, the same two functions (besluit 0003)."""
    triggers = catalogus.rijen(
        """SELECT tgname, tgtype & 1, tgoldtable, tgnewtable FROM pg_trigger
        WHERE tgrelid = %(tabel)s::regclass AND NOT tgisinternal AND tgname LIKE '%%historie' ORDER BY tgname""",
        tabel=tabel,
    )
    assert triggers == [("delete_historie", 0, "oud", None), ("update_historie", 0, "oud", "nieuw")]


def test_elke_historie_hoort_bij_een_versietabel_en_heeft_al_haar_kolommen() -> None:
    histories = {naam.removesuffix("_historie") for naam in metadata.tables if naam.endswith("_historie")}
    assert histories == set(VERSIETABELLEN)
    for tabel in VERSIETABELLEN:
        eigen = {"historie_id", "bekend_tot", "beeindigd_door", "beeindigd_in"}
        twee = set(metadata.tables[f"{tabel}_historie"].columns.keys())
        assert twee == set(metadata.tables[tabel].columns.keys()) | eigen


@pytest.mark.parametrize("tabel", TOEVOEGEN)
@pytest.mark.parametrize("opdracht", ["UPDATE {} SET persoon_id = 1", "DELETE FROM {}", "TRUNCATE {}"])
def test_archief_logboek_en_historie_groeien_alleen(catalogus: Catalogus, tabel: str, opdracht: str) -> None:
    """Not even the owner: the trigger raises whoever asks."""
    _vul(catalogus, tabel)
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match=f"append only: {tabel}"):
        catalogus.rijen(opdracht.format(tabel))


def test_zonder_instelling_ziet_een_instelling_niets(catalogus: Catalogus) -> None:
    """An unset setting denies: a connection that nobody prepared shows nothing."""
    _vul(catalogus, "ontvangst")
    catalogus.word("lezer_mbo")
    assert catalogus.rijen("SELECT instelling FROM ontvangst") == []


def test_een_instelling_ziet_alleen_het_hare_en_ipo_alles(catalogus: Catalogus) -> None:
    for instelling in ("27DV", "01AA"):
        _vul(catalogus, "ontvangst", instelling)
    catalogus.word("lezer_mbo", "27DV")
    assert catalogus.rijen("SELECT instelling FROM ontvangst") == [("27DV",)]
    catalogus.word("lezer_ipo")
    assert catalogus.namen("SELECT instelling FROM ontvangst") == {"27DV", "01AA"}


def test_een_afnemer_ziet_alleen_wat_aan_hem_is_gericht(catalogus: Catalogus) -> None:
    """Its messages and webhooks, and of no table with persons anything else; without a code nothing at all."""
    for afnemer in ("CBS", "SBB"):
        catalogus.rijen(
            "INSERT INTO bericht (soort, afnemer, inhoud) VALUES ('BEHEER', %(a)s, '{}') RETURNING 1", a=afnemer
        )
        catalogus.rijen(
            "INSERT INTO webhook (afnemer, url, soorten, positie) VALUES (%(a)s, 'u', '{}', 0) RETURNING 1", a=afnemer
        )
    catalogus.rijen("INSERT INTO bericht (soort, instelling, inhoud) VALUES ('BEHEER', '27DV', '{}') RETURNING 1")
    _vul(catalogus, "ontvangst")
    catalogus.word("lezer_afnemer")
    persoonlijk = catalogus.tabellen_met("persoon_id") | {"webhook"}
    assert [tabel for tabel in sorted(persoonlijk) if catalogus.rijen(f"SELECT 1 FROM {tabel}")] == []
    catalogus.rijen("SELECT set_config('bron.afnemer', 'CBS', false), set_config('bron.instelling', '27DV', false)")
    gezien = {tabel for tabel in persoonlijk if catalogus.rijen(f"SELECT 1 FROM {tabel}")}
    assert gezien == {"bericht", "webhook"}
    for tabel in gezien:
        assert catalogus.rijen(f"SELECT afnemer FROM {tabel}") == [("CBS",)]


def test_een_rol_zonder_beleid_ziet_niets(catalogus: Catalogus) -> None:
    """AFNEMER and KETEN read as `lezer`: reference data, and no person."""
    _vul(catalogus, "ontvangst")
    catalogus.word("lezer")
    for tabel in sorted(catalogus.tabellen_met("persoon_id")):
        assert catalogus.rijen(f"SELECT 1 FROM {tabel}") == [], tabel


def test_het_beleid_op_kinderen_is_een_kale_vergelijking(catalogus: Catalogus) -> None:
    """Besluit 0002: `instelling` stands on every child, so that no policy has to look elsewhere."""
    for tabel in sorted(catalogus.tabellen_met("instelling") & catalogus.tabellen_met("persoon_id") - {"werk"}):
        ((voorwaarde,),) = catalogus.rijen(
            "SELECT qual FROM pg_policies WHERE tablename = %(tabel)s AND policyname = 'mbo'", tabel=tabel
        )
        assert voorwaarde == "(instelling = current_setting('bron.instelling'::text, true))", tabel


def test_elke_beperking_heet_naar_haar_tabel(catalogus: Catalogus) -> None:
    """A name that can be told beforehand can be changed in a migration, and found in an error."""
    namen = catalogus.rijen(
        """SELECT k.conname, c.relname, k.contype FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
          AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND c.relname <> 'alembic_version'"""
    )
    voorvoegsel = {"p": "pk", "u": "uq", "f": "fk", "c": "ck", "x": "ex"}
    assert len(namen) > 50
    assert [naam for naam, tabel, soort in namen if not naam.startswith(f"{voorvoegsel[_letter(soort)]}_{tabel}")] == []


def test_geen_kolom_is_van_een_soort_die_haar_index_verliest_onder_de_beveiliging(catalogus: Catalogus) -> None:
    """Enum and numeric operators are not leakproof: under row-level security they would lose their index."""
    verboden = catalogus.rijen(
        """SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relrowsecurity AND a.attnum > 0 AND (t.typtype = 'e' OR t.typname = 'numeric')"""
    )
    assert verboden == []


def _letter(soort: str | bytes) -> str:
    return soort.decode() if isinstance(soort, bytes) else soort


def _vul(catalogus: Catalogus, tabel: str, instelling: str = "27DV") -> None:
    """Put one row in a table, whatever else it demands: only who may see and change it is asked here."""
    catalogus.verbinding.execute("SET session_replication_role = replica")
    kolommen = catalogus.rijen(
        """SELECT column_name, CASE data_type WHEN 'text' THEN %(instelling)s WHEN 'date' THEN '2025-08-01'
            WHEN 'boolean' THEN 'true' WHEN 'jsonb' THEN '[]' WHEN 'ARRAY' THEN '{}'
            WHEN 'timestamp with time zone' THEN now()::text ELSE '1' END
        FROM information_schema.columns WHERE table_name = %(tabel)s AND table_schema = 'public'
          AND (is_nullable = 'NO' OR column_name IN ('instelling', 'persoon_id')) AND is_identity = 'NO'""",
        tabel=tabel,
        instelling=instelling,
    )
    namen = ", ".join(kolom for kolom, _ in kolommen)
    waarden = ", ".join(f"'{waarde}'" for _, waarde in kolommen)
    catalogus.rijen(f"INSERT INTO {tabel} ({namen}) VALUES ({waarden}) RETURNING 1")
    catalogus.verbinding.execute("SET session_replication_role = origin")
