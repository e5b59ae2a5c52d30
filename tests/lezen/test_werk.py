"""Work for IPO: candidates of the register and others are read alike, on both ways, and consulted alike."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings

from resolvers.globale_id import globale_id
from tests.lezen.gesprek import IPO, SCHOOL
from tests.lezen.test_gelijk import _Ruim, operaties

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

Json = dict[str, Any]
ONBEKEND: Final = 900
_volgende: Final = count(1)
KANDIDAAT: Final[Json] = {
    "id": ONBEKEND,
    "burgerservicenummer": "999910085",
    "onderwijsnummer": None,
    "geslachtsnaam": "Vreemd",
    "naamsleutel": "vreemd",
    "geboortedatum": "2008-05-17",
    "geslacht": "V",
    "geverifieerd": True,
    "postcode": "1234AB",
    "huisnummer": 7,
    "regels_buitenland": [],
    "nationaliteiten": [{"code": "0001", "datum_begin": "2008-05-17", "datum_einde": None}],
    "verblijfstitels": [],
}
VRAAG: Final = """
query Voorraad($soort: WerkSoort, $first: Int, $after: String) {
  werkvoorraad(soort: $soort, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { __typename id soort aangemaaktOp afgehandeldOp toelichting levering { kenmerk } kandidaten {
      id burgerservicenummer geslachtsnaam geverifieerd identificatieInBehandeling leeftijd(op: "2026-01-01")
      adres { postcode huisnummer regelsBuitenland } nationaliteiten { code } verblijfstitels { code } } } }
  }
}
"""


@pytest.fixture
def bekend(gegevens: Gegevens) -> int:
    """A candidate whom the register holds."""
    return gegevens.persoon(bij=("27DV",), postcode="4321BA")


def werk(gegevens: Gegevens, *kandidaten: Json, **kolommen: object) -> None:
    levering = gegevens.levering(f"k{next(_volgende)}", None, soort="IDENTIFICEREN_PERSOON")
    gewoon = {"soort": "IDENTIFICATIE", "levering_id": levering, "inhoud": {"kandidaten": list(kandidaten)}}
    gegevens.voeg_toe("werk", **{**gewoon, **kolommen})


def voorraad(gesprek: Gesprek, **variabelen: object) -> Json:
    return dict(gesprek.data(VRAAG, IPO, **variabelen)["werkvoorraad"])


def test_beide_soorten_kandidaten_staan_er_geheel(gegevens: Gegevens, gesprek: Gesprek, bekend: int) -> None:
    werk(gegevens, {"id": bekend}, KANDIDAAT)
    ((een, ander),) = [edge["node"]["kandidaten"] for edge in voorraad(gesprek)["edges"]]
    assert (een["id"], een["adres"]["postcode"]) == (globale_id("Persoon", bekend), "4321BA")
    assert ander == {
        "id": globale_id("Persoon", ONBEKEND),
        "burgerservicenummer": "999910085",
        "geslachtsnaam": "Vreemd",
        "geverifieerd": True,
        "identificatieInBehandeling": False,
        "leeftijd": 17,
        "adres": {"postcode": "1234AB", "huisnummer": 7, "regelsBuitenland": []},
        "nationaliteiten": [{"code": "0001"}],
        "verblijfstitels": [],
    }


def test_wie_gezien_is_is_geraadpleegd(gegevens: Gegevens, gesprek: Gesprek, bekend: int) -> None:
    werk(gegevens, {"id": bekend}, KANDIDAAT)
    werk(gegevens)
    gesprek.antwoord(VRAAG, IPO)
    assert sorted(persoon for persoon, *_ in gegevens.gezien()) == [bekend, ONBEKEND]


def test_wie_intussen_bekend_werd_staat_er_een_keer_zoals_nu(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon("999910085", geslachtsnaam="Bekend")
    werk(gegevens, KANDIDAAT)
    ((een,),) = [edge["node"]["kandidaten"] for edge in voorraad(gesprek)["edges"]]
    assert (een["id"], een["geslachtsnaam"]) == (globale_id("Persoon", persoon), "Bekend")


def test_alleen_wat_een_mens_moet_doen_staat_erin(gegevens: Gegevens, gesprek: Gesprek) -> None:
    werk(gegevens)
    werk(gegevens, KANDIDAAT, afgehandeld_op="2026-01-01")
    for soort in ("BRP_UITGESTELD", "SBB_UITGESTELD"):
        gegevens.voeg_toe("werk", soort=soort, levering_id=1, inhoud={})
    mislukt = {"toelichting": "Werk overzicht mislukt."}
    gegevens.voeg_toe("werk", soort="MISLUKT_WERK", baan="overzicht-5", inhoud=mislukt)
    alles = [edge["node"] for edge in voorraad(gesprek)["edges"]]
    assert [een["soort"] for een in alles] == ["IDENTIFICATIE", "MISLUKT_WERK"]
    assert (alles[1]["toelichting"], alles[1]["levering"], alles[1]["kandidaten"]) == (*mislukt.values(), None, [])
    assert voorraad(gesprek, soort="MISLUKT_WERK")["totalCount"] == 1


def test_bladeren(gegevens: Gegevens, gesprek: Gesprek) -> None:
    for _ in range(3):
        werk(gegevens)
    eerst = voorraad(gesprek, first=2)
    assert (eerst["totalCount"], eerst["pageInfo"]["hasNextPage"], len(eerst["edges"])) == (3, True, 2)
    verder = voorraad(gesprek, first=2, after=eerst["pageInfo"]["endCursor"])
    assert (verder["pageInfo"]["hasNextPage"], len(verder["edges"])) == (False, 1)


def test_node_toont_ook_wat_is_afgehandeld_en_alleen_aan_ipo(gegevens: Gegevens, gesprek: Gesprek) -> None:
    werk(gegevens, {"id": ONBEKEND}, afgehandeld_op="2026-01-01T00:00:00Z")
    vraag = "query N($id: ID!) { node(id: $id) { id ... on Werk { afgehandeldOp kandidaten { id } } } }"
    id_ = globale_id("Werk", 1)
    getoond = {"id": id_, "afgehandeldOp": "2026-01-01T00:00:00.000000Z", "kandidaten": []}
    assert gesprek.data(vraag, IPO, id=id_) == {"node": getoond}
    assert gesprek.data("query N($id: ID!) { node(id: $id) { id } }", SCHOOL, id=id_) == {"node": None}


@pytest.fixture
def gevuld(gegevens: Gegevens, bekend: int) -> Gegevens:
    werk(gegevens, {"id": bekend}, KANDIDAAT)
    return gegevens


@pytest.mark.usefixtures("gevuld")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(document=operaties(_Ruim, "werkvoorraad"))
def test_beide_wegen_geven_hetzelfde_antwoord(gesprek: Gesprek, document: str) -> None:
    direct, gewoon = gesprek.antwoord(document, IPO), gesprek.gewoon(document, IPO)
    assert direct.uitgevoerd == gewoon.uitgevoerd
    assert json.loads(direct.lichaam) == json.loads(gewoon.lichaam)
