"""Row-level security alone: no check at validation, no predicate in the SQL, only a role; every table there is.

The rows are real: two institutions delivered, changed, deleted and read through the register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from psycopg import sql

from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    aanleveren_diploma,
    identificeren,
    steun,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    vooropleiding,
    wijzigen,
    wijzigen_bpv,
    wijzigen_diploma,
    zoeken,
)
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from psycopg.abc import Query

    from tests.register import Register

TABELLEN: Final = """
    SELECT DISTINCT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_name)
    WHERE columns.table_schema = 'public' AND tables.table_schema = 'public' AND table_type = 'BASE TABLE'
        AND (column_name = 'persoon_id' OR table_name = 'persoon')
        AND NOT (SELECT relispartition FROM pg_class WHERE oid = table_name::regclass)
"""
KENT: Final = "SELECT persoon_id FROM persoon_instelling WHERE instelling = '27DV'"
ALLEEN_IPO: Final = {"werk", "raadpleging"}
LEEG: Final = {
    "persoon_historie",
    "persoon_instelling_historie",
    "levering_historie",
    "extra_ondersteuning",
    "werk",
    "webhook_uitstel",
}
"""Tables that this story may leave without a row; every other one must have some, or it would prove nothing."""


@pytest.fixture
def verhaal(register: Register) -> Register:
    """Two institutions with a student each, whom the VO register knows as well, and one student whom both know."""
    for rol, wie in (("school", "Jansen"), ("andere", "Vries")):
        klant = register.als(AANROEPERS[rol])
        persoon = klant.lever(zoeken(geslachtsnaam=wie), "persoon { onderwijsnummer }")["persoon"]
        for levering in (
            identificeren(),
            aanleveren(inschrijvingvolgnummer="1"),
            wijzigen(datumUitschrijvingGepland="2028-07-31"),
        ):
            klant.lever(levering)
        steun_erbij = {"extraOndersteuning": [steun("2025-10-01", "2025-12-01")]}
        klant.lever(aanleveren(persoon=persoon, inschrijvingvolgnummer="1", **steun_erbij))
        for levering in (aanleveren_bpv(bpvvolgnummer="1"), wijzigen_bpv(omvang=300), verwijderen_bpv()):
            klant.lever(levering)
        klant.lever(aanleveren_bpv(bpvvolgnummer="3"))
        for levering in (
            aanleveren_diploma(resultaatvolgnummer="9"),
            wijzigen_diploma(resultaatvolgnummer="9", onderwijsaanbieder="100A500"),
            wijzigen_diploma(resultaatvolgnummer="9", onderwijsaanbieder="100A501"),
        ):
            klant.lever(levering)
        for behaald in (False, True):
            register.als(AANROEPERS["vo"]).lever(vooropleiding(persoon=persoon, behaald=behaald))
        klant.lever(uitschrijven(persoon=persoon))
        klant.lever(verwijderen(persoon=persoon))
        namens = {"instelling": AANROEPERS[rol].instelling, "reden": "herstel"}
        register.als(AANROEPERS["ipo"]).lever(wijzigen(datumUitschrijvingGepland="2029-07-31", beheer=namens))
        klant.vraag("{ inschrijvingen { edges { node { id } } } }")
    school = register.als(AANROEPERS["school"])
    opnieuw = (aanleveren(inschrijvingvolgnummer="1"), aanleveren_bpv(bpvvolgnummer="3"))  # now with I15 for us as well
    for levering in (wijzigen(), verwijderen_bpv(bpvvolgnummer="3"), verwijderen(), *opnieuw):
        school.lever(levering)
    return register


def _ziet(register: Register, tabel: str, rol: str) -> set[str]:
    """Return the rows that a role sees, as a caller of institution 27DV."""
    met = sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(tabel))
    with register.verbinding.transaction(force_rollback=True):
        register.rijen(
            "SELECT set_config('role', %s, true), set_config('bron.instelling', '27DV', true)",
            register.database.rolprefix + rol,
        )
        return {rij for (rij,) in register.verbinding.execute(met)}


def _rijen(register: Register, tabel: str, waar: str = "true") -> set[str]:
    vraag: Query = f"SELECT t::text FROM {tabel} t WHERE {waar}"  # type: ignore[assignment]  # names of the catalogue
    return {rij for (rij,) in register.verbinding.execute(vraag)}


def _van_27dv(register: Register, tabel: str) -> set[str]:
    """Return the rows that are of institution 27DV: its own, or of a person it knows where rows have no institution."""
    if tabel in ALLEEN_IPO:
        return set()
    kolommen = {naam for (naam,) in register.rijen(KOLOMMEN, tabel)}
    if "instelling" in kolommen:
        return _rijen(register, tabel, "instelling = '27DV'")
    return _rijen(register, tabel, f"persoon_id IN ({KENT})")


KOLOMMEN: Final = (
    "SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
)


def test_elke_rol_ziet_van_elke_tabel_precies_de_hare(verhaal: Register) -> None:
    tabellen = {tabel for (tabel,) in verhaal.rijen(TABELLEN)}
    assert len(tabellen) > 15
    for tabel in sorted(tabellen):
        alle, eigen = _rijen(verhaal, tabel), _van_27dv(verhaal, tabel)
        assert _ziet(verhaal, tabel, "lezer_mbo") == eigen, tabel
        assert _ziet(verhaal, tabel, "lezer_ipo") == alle, tabel
        assert _ziet(verhaal, tabel, "lezer") == set(), tabel
        assert tabel in LEEG | ALLEEN_IPO or eigen, f"{tabel} bewijst niets: geen rij van 27DV"
        assert tabel in LEEG | {"persoonsnummer"} or alle - eigen, f"{tabel} bewijst niets: geen rij van een ander"
