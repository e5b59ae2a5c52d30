"""Pages of places: each once, in an order that tells nothing and never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from resolvers.globale_id import globale_id
from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, verwijderen_bpv, wijzigen_bpv

if TYPE_CHECKING:
    from tests.klant import Json, Klant
    from tests.stageplekken.conftest import Stagemarkt

AANTAL = 7


@pytest.fixture
def zeven(school: Klant) -> Klant:
    bpvs = [aanleveren_bpv(bpvvolgnummer=str(nummer)) for nummer in range(1, AANTAL + 1)]
    school.registreer(identificeren(), aanleveren(inschrijvingvolgnummer="1"), *bpvs)
    return school


def kenmerken(lijst: Json) -> list[str]:
    return [edge["node"]["kenmerk"] for edge in lijst["edges"]]


@pytest.mark.usefixtures("zeven")
def test_elke_plek_komt_een_keer_in_volgorde_van_kenmerk(sbb: Stagemarkt) -> None:
    alle = [plek["kenmerk"] for plek in sbb.plekken()]
    assert alle == sorted(alle)
    eerste = sbb.bladzijde(first=3)
    tweede = sbb.bladzijde(first=3, after=eerste["pageInfo"]["endCursor"])
    derde = sbb.bladzijde(first=3, after=tweede["edges"][-1]["cursor"])
    bladen = (eerste, tweede, derde)
    assert [kenmerk for blad in bladen for kenmerk in kenmerken(blad)] == alle
    assert [blad["pageInfo"]["hasNextPage"] for blad in bladen] == [True, True, False]
    assert [blad["pageInfo"]["hasPreviousPage"] for blad in bladen] == [False, True, True]
    assert {blad["totalCount"] for blad in bladen} == {AANTAL}
    assert eerste["pageInfo"]["startCursor"] == globale_id("Stageplekbezetting", alle[0])
    laatste = sbb.bladzijde(first=3, after=derde["pageInfo"]["endCursor"])
    assert laatste["edges"] == []
    assert laatste["pageInfo"] == {
        "hasNextPage": False, "hasPreviousPage": True, "startCursor": None, "endCursor": None,
    }  # fmt: skip


def test_wie_bladert_terwijl_er_geleverd_wordt_mist_niets_van_wat_er_stond(zeven: Klant, sbb: Stagemarkt) -> None:
    alle = [plek["kenmerk"] for plek in sbb.plekken()]
    gezien, na, ronde = [], None, 0
    while True:
        ronde += 1
        blad = sbb.bladzijde(first=2, after=na)
        gezien += kenmerken(blad)
        na = blad["pageInfo"]["endCursor"]
        if not blad["pageInfo"]["hasNextPage"]:
            break
        zeven.registreer(
            verwijderen_bpv(bpvvolgnummer=str(ronde)),
            wijzigen_bpv(bpvvolgnummer=str(AANTAL), omvang=100 + ronde),
            aanleveren_bpv(bpvvolgnummer=f"N{ronde}"),
        )
    assert set(alle) <= set(gezien)
    assert len(gezien) == len(set(gezien))
    assert gezien == sorted(gezien)


@pytest.mark.usefixtures("zeven")
def test_zonder_first_staan_er_honderd_op_een_bladzijde_ook_bij_null(zeven: Klant, sbb: Stagemarkt) -> None:
    zeven.registreer(*(aanleveren_bpv(bpvvolgnummer=f"M{nummer}") for nummer in range(100)))
    assert len(sbb.bladzijde()["edges"]) == 100
    kaal = sbb.klant.vraag("{ stageplekbezetting { edges { cursor } pageInfo { hasNextPage } } }")
    assert len(kaal["stageplekbezetting"]["edges"]) == 100
    assert kaal["stageplekbezetting"]["pageInfo"]["hasNextPage"]


@pytest.mark.parametrize(
    "pagina",
    [
        {"first": 501},
        {"first": -1},
        {"after": ""},
        {"after": "a" * 32},
        {"after": globale_id("Stageplekbezetting", 12)},
        {"after": globale_id("Stageplekbezetting", "A" * 32)},
        {"after": globale_id("Bpv", "a" * 32)},
    ],
)
def test_een_bladzijde_die_niet_kan_is_een_ongeldig_verzoek(sbb: Stagemarkt, pagina: Json) -> None:
    antwoord = sbb.klant.stuur(
        "query B($first: Int, $after: String) { stageplekbezetting(first: $first, after: $after) { totalCount } }",
        **pagina,
    ).json()
    (fout,) = antwoord["errors"]
    assert (fout["extensions"]["code"], "data" in antwoord) == ("ONGELDIG_VERZOEK", False)


@pytest.mark.parametrize("waarde", [{"peildatum": "2025-02-30"}, {"gewijzigdVanaf": "2025-01-01"}])
def test_een_filter_dat_niet_kan_is_een_ongeldig_verzoek(sbb: Stagemarkt, waarde: Json) -> None:
    document = "query F($filter: StageplekFilter) { stageplekbezetting(filter: $filter) { totalCount } }"
    (fout,) = sbb.klant.stuur(document, filter=waarde).json()["errors"]
    assert fout["extensions"]["code"] == "ONGELDIG_VERZOEK"
