"""What the database itself decides: which role sees which columns of which rows, and what the key is made of."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.tijd import OnvolledigeDatum, leeftijd
from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, verwijderen_bpv
from tests.postgres import kloon
from tests.register import register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.klant import Klant
    from tests.postgres import Server
    from tests.register import Register

NIET_VOOR_LEZERS: Final = {"bpv_id"}
TABELLEN: Final = """
    SELECT table_name::text FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND NOT (SELECT relispartition FROM pg_class
        WHERE oid = table_name::regclass)
"""
GEVULD: Final = {"bpv", "bpv_historie", "persoon", "persoonsnummer", "inschrijving", "inschrijvingsperiode", "levering"}


@pytest.fixture
def stage(register: Register, school: Klant) -> Register:
    school.registreer(
        identificeren(),
        aanleveren(inschrijvingvolgnummer="1"),
        *(aanleveren_bpv(bpvvolgnummer=nummer) for nummer in "12"),
        verwijderen_bpv(bpvvolgnummer="2"),
    )
    return register


def als(register: Register, rol: str, afnemer: str, vraag: str) -> list[tuple[Any, ...]]:
    with register.verbinding.transaction(force_rollback=True):
        register.rijen(
            "SELECT set_config('role', %s, true), set_config('bron.afnemer', %s, true),"
            " set_config('bron.instelling', '27DV', true)",
            register.database.rolprefix + rol,
            afnemer,
        )
        return register.rijen(vraag)


@pytest.mark.parametrize(
    ("rol", "afnemer", "aantal"),
    [("lezer_afnemer", "SBB", 2), ("lezer_afnemer", "CBS", 0), ("lezer_afnemer", "", 0), ("lezer_ipo", "", 2)],
)
def test_de_database_toont_de_rijen_aan_sbb_en_ipo(stage: Register, rol: str, afnemer: str, aantal: int) -> None:
    assert len(als(stage, rol, afnemer, "SELECT kenmerk FROM stageplek")) == aantal


@pytest.mark.parametrize("rol", ["lezer_mbo", "lezer", "schrijver", "werker", "bewaren"])
def test_een_andere_rol_komt_niet_aan_de_tabel(stage: Register, rol: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        als(stage, rol, "SBB", "SELECT kenmerk FROM stageplek")


@pytest.mark.parametrize("rol", ["lezer_afnemer", "lezer_ipo"])
def test_welke_bpv_het_is_mag_geen_lezer_lezen(stage: Register, rol: str) -> None:
    kolommen = {naam for (naam,) in stage.rijen(KOLOMMEN)}
    for kolom in sorted(kolommen - NIET_VOOR_LEZERS):
        als(stage, rol, "SBB", f"SELECT {kolom} FROM stageplek")
    for kolom in (*sorted(NIET_VOOR_LEZERS), "*"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            als(stage, rol, "SBB", f"SELECT {kolom} FROM stageplek")


KOLOMMEN: Final = "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'stageplek'"


def test_van_andere_tabellen_ziet_sbb_geen_rij(stage: Register) -> None:
    met_rijen = {tabel for (tabel,) in stage.rijen(TABELLEN) if stage.aantal(tabel)}
    assert met_rijen >= GEVULD
    persoonlijk = {tabel for (tabel,) in stage.rijen(f"{TABELLEN} AND table_name IN ({MET_PERSOON})")}
    assert persoonlijk >= GEVULD
    for tabel in sorted(persoonlijk):
        assert als(stage, "lezer_afnemer", "SBB", f"SELECT 1 FROM {tabel}") == [], tabel


MET_PERSOON: Final = "SELECT table_name FROM information_schema.columns WHERE column_name = 'persoon_id'"


@pytest.mark.parametrize("rol", ["lezer_afnemer", "lezer_ipo", "lezer_mbo", "lezer", "schrijver", "werker"])
def test_de_sleutel_is_van_de_eigenaar_alleen(register: Register, rol: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        als(register, rol, "SBB", "SELECT 1 FROM afnemersleutel")


def test_het_kenmerk_is_de_hmac_van_de_bpv_ook_na_intrekken(stage: Register) -> None:
    binnen, buiten = stage.rij("SELECT binnen, buiten FROM afnemersleutel WHERE afnemer = 'SBB'")
    sleutel = bytes(byte ^ 0x36 for byte in binnen)
    assert (len(sleutel), bytes(byte ^ 0x5C for byte in buiten)) == (64, sleutel)
    plekken = stage.rijen("SELECT bpv_id, kenmerk FROM stageplek")
    assert len(plekken) == 2
    for bpv, kenmerk in plekken:
        assert kenmerk == hmac.digest(sleutel, int(bpv).to_bytes(8, "big"), "sha256").hex()[:32]


@pytest.fixture(scope="module")
def leeg(server: Server, gevuld_sjabloon: str) -> Iterator[Register]:
    with kloon(server, gevuld_sjabloon) as database, register_op(database) as register:
        yield register


GEBOORTEDATA: Final = st.one_of(
    st.dates().map(OnvolledigeDatum.van),
    st.builds(OnvolledigeDatum, st.integers(1900, 2020), st.integers(1, 12)),
    st.builds(OnvolledigeDatum, st.integers(1900, 2020)),
    st.just(OnvolledigeDatum(0)),
)


@settings(max_examples=60, deadline=None)
@given(geboren=GEBOORTEDATA, begin=st.dates())
def test_de_leeftijd_is_die_van_het_domein(leeg: Register, geboren: OnvolledigeDatum, begin: Any) -> None:  # noqa: ANN401
    with leeg.verbinding.transaction(force_rollback=True):
        leeg.rijen("INSERT INTO persoon (persoon_id, id, burgerservicenummer, naamsleutel, geslacht, geboortedatum,"
            " geverifieerd, levering_id) VALUES (1, 1, '999900006', 'x', 'V', %s, true, 0) RETURNING 1", str(geboren),
        )  # fmt: skip
        leeg.rijen("INSERT INTO inschrijving (id, persoon_id, instelling, inschrijvingvolgnummer, datum_inschrijving,"
            " datum_uitschrijving_gepland, versie, levering_id) VALUES (2, 1, '27DV', '1', '2025-08-01', '2026-08-01',"
            " 1, 0) RETURNING 1"
        )  # fmt: skip
        leeg.rijen("INSERT INTO bpv (id, persoon_id, instelling, inschrijving_id, bpvvolgnummer, afsluitdatum,"
            " datum_begin, datum_einde_gepland, leerbedrijf_id, versie, levering_id) VALUES"
            " (3, 1, '27DV', 2, '1', %s, %s, %s, '100000001', 1, 0) RETURNING 1", begin, begin, begin,
        )  # fmt: skip
        assert leeg.rij("SELECT leeftijd_bij_begin FROM stageplek") == (leeftijd(geboren, begin),)
