"""How many statements an answer costs: one when it is compiled, and as many for fifty rows as for one otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from psycopg.raw_cursor import AsyncRawCursor

from resolvers.globale_id import globale_id
from tests.lezen.gegevens import BSN

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

VRAAG = """
query Veel($bsn: String = "999910061") {
  studentendossier(persoon: {burgerservicenummer: $bsn}) {
    persoon { adres { postcode } nationaliteiten { code } }
    inschrijvingen { id persoon { id } perioden { opleiding { naam } } bpvs { leerbedrijf { naam } signalen { code } } }
    ... on MboStudentendossier { leveringen { totalCount edges { node { persoon { id } } } pageInfo { endCursor } } }
  }
  inschrijvingen { edges { node { bpvs { inschrijving { id } } } } }
}
"""


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every statement sent for an answer, but for the settings of its transaction."""
    gestuurd: list[bytes] = []
    voer_uit = AsyncRawCursor.execute

    def tel(cursor: AsyncRawCursor, vraag: bytes, *rest: list[object], **opties: bool) -> Awaitable[AsyncRawCursor]:
        if vraag not in {b"BEGIN", b"COMMIT"} and b"set_config" not in vraag:
            gestuurd.append(vraag)
        return voer_uit(cursor, vraag, *rest, **opties)

    monkeypatch.setattr(AsyncRawCursor, "execute", tel)
    return gestuurd


def inschrijvingen(gegevens: Gegevens, persoon: int, aantal: int) -> None:
    for _ in range(aantal):
        inschrijving = gegevens.inschrijving(persoon, inschrijvingvolgnummer=str(next(gegevens.nummers)))
        gegevens.periode(inschrijving)
        gegevens.bpv(inschrijving)


def test_een_operatie_is_een_statement(gegevens: Gegevens, gesprek: Gesprek, statements: list[bytes]) -> None:
    inschrijvingen(gegevens, gegevens.persoon(BSN, bij=("27DV",)), 3)
    gesprek.antwoord(VRAAG)
    assert len(statements) == 1


def test_de_gewone_uitvoering_doet_voor_vijftig_rijen_evenveel_als_voor_een(
    gegevens: Gegevens, gesprek: Gesprek, statements: list[bytes]
) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    inschrijvingen(gegevens, persoon, 1)
    gegevens.levering("k0", persoon)
    gesprek.data(VRAAG)
    een = len(statements)
    inschrijvingen(gegevens, persoon, 49)
    for nummer in range(1, 50):
        gegevens.levering(f"k{nummer}", persoon)
    statements.clear()
    assert len(gesprek.data(VRAAG)["studentendossier"]["inschrijvingen"]) == 50
    assert len(statements) == een < 25


def test_wat_niet_te_compileren_is_leest_met_dezelfde_lezer(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.inschrijving(gegevens.persoon(BSN, bij=("27DV",)))
    gevonden = gesprek.data("{ ik { naam } inschrijvingen { totalCount edges { node { versie } } } }")
    assert gevonden == {
        "ik": {"naam": "MBO:27DV"},
        "inschrijvingen": {"totalCount": 1, "edges": [{"node": {"versie": 1}}]},
    }


def test_een_fout_van_ons_laat_haar_tekst_zien_en_haar_buren_heel(gesprek: Gesprek) -> None:
    antwoord = gesprek.antwoord('{ ik { naam } leerbedrijf(leerbedrijfId: "100000001") { naam } }')
    assert antwoord.uitgevoerd
    assert antwoord.uitkomst == "BRON_ONBEREIKBAAR"
    assert b'"data":{"ik":{"naam":"MBO:27DV"},"leerbedrijf":null}' in antwoord.lichaam
    assert "SBB is niet bereikbaar." in antwoord.lichaam.decode()


@pytest.mark.parametrize("soort", ["Inschrijving", "Persoon", "Bpv", "Levering"])
def test_node_vindt_elk_object_met_zijn_eigen_velden(gegevens: Gegevens, gesprek: Gesprek, soort: str) -> None:
    persoon = gegevens.persoon(bij=("27DV",))
    inschrijving = gegevens.inschrijving(persoon)
    nummers = {
        "Persoon": persoon,
        "Inschrijving": inschrijving,
        "Bpv": gegevens.bpv(inschrijving),
        "Levering": gegevens.levering("k1", persoon),
    }
    vraag = """query($id: ID!) { node(id: $id) { __typename id ... on Persoon { geslacht } ...I ... on Bpv { omvang }
      ... on Levering { kenmerk } ... on Node { nogmaals: id } } } fragment I on Inschrijving { versie }"""
    gevonden = gesprek.data(vraag, id=globale_id(soort, nummers[soort]))["node"]
    eigen = {"Persoon": "geslacht", "Inschrijving": "versie", "Bpv": "omvang", "Levering": "kenmerk"}
    assert list(gevonden) == ["__typename", "id", eigen[soort], "nogmaals"]
    assert gevonden["__typename"] == soort
    assert gesprek.data(vraag, id=globale_id(soort, 10_000)) == {"node": None}


@pytest.mark.parametrize("id_", ["", "x", "999910061", globale_id("Instelling", 1), globale_id("PageInfo", 1)])
def test_een_id_die_niet_van_ons_is_wijst_niets_aan(gesprek: Gesprek, id_: str) -> None:
    assert gesprek.data("query($id: ID!) { node(id: $id) { id __typename } }", id=id_) == {"node": None}
