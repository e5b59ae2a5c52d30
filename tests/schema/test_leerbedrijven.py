"""The three questions to SBB: found, not found, SBB away, and questions that cannot be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from domain.fouten import BronOnbereikbaar, OngeldigVerzoek

if TYPE_CHECKING:
    from tests.schema.conftest import Verzoek

ZOEK = """
query ($naam: String!, $postcode: String!, $huisnummer: Int) {
  identificatieLeerbedrijf(naam: $naam, postcode: $postcode, huisnummer: $huisnummer) { leerbedrijfId naam plaats }
}
"""
GEEF = """
query ($id: String!) {
  leerbedrijf(leerbedrijfId: $id) { leerbedrijfId naam erkenningen { opleidingcode status datumBegin datumEinde } }
}
"""
VERIFIEER = """
query ($id: String!, $code: String!, $dag: Date!) {
  verificatieLeerbedrijf(leerbedrijfId: $id, opleidingcode: $code, datumBegin: $dag) {
    leerbedrijfId opleidingcode datumBegin status
    signalen { code soort tekst pad parameters { naam waarde } }
  }
}
"""
BEKEND = {"id": "100000001", "code": "25168", "dag": "2025-08-01"}


def test_een_leerbedrijf_is_te_vinden_op_naam_en_postcode(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel(ZOEK, naam=" Korst ", postcode="1012 ab")
    assert antwoord.errors is None
    gevonden = {"leerbedrijfId": "100000001", "naam": "Bakkerij De Korst", "plaats": "Amsterdam"}
    assert antwoord.data == {"identificatieLeerbedrijf": [gevonden]}
    assert verzoek.sbb.gezocht == [("Korst", "1012AB", None)]


def test_niets_gevonden_is_een_lege_lijst(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel(ZOEK, naam="Korst", postcode="9999ZZ", huisnummer=7)
    assert antwoord.data == {"identificatieLeerbedrijf": []}
    assert verzoek.sbb.gezocht == [("Korst", "9999ZZ", 7)]


def test_een_leerbedrijf_toont_zijn_erkenningen_op_volgorde(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel(GEEF, id="100000001")
    assert antwoord.errors is None
    assert (antwoord.data or {})["leerbedrijf"]["erkenningen"] == [
        {"opleidingcode": "25168", "status": "ERKEND", "datumBegin": "2020-08-01", "datumEinde": None},
        {"opleidingcode": "25170", "status": "INGETROKKEN", "datumBegin": "2024-01-01", "datumEinde": None},
    ]


def test_een_onbekend_leerbedrijf_is_null(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel(GEEF, id="100000009")
    assert (antwoord.errors, antwoord.data) == (None, {"leerbedrijf": None})


def test_een_erkend_leerbedrijf_geeft_geen_signalen(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel(VERIFIEER, **BEKEND)
    assert antwoord.errors is None
    assert (antwoord.data or {})["verificatieLeerbedrijf"] == {
        "leerbedrijfId": "100000001",
        "opleidingcode": "25168",
        "datumBegin": "2025-08-01",
        "status": "ERKEND",
        "signalen": [],
    }


@pytest.mark.parametrize(
    ("vraag", "status", "code"),
    [
        ({"code": "25170"}, "INGETROKKEN", "B06"),
        ({"code": "25999"}, "ONBEKEND", "B06"),
        ({"dag": "2019-08-01"}, "ONBEKEND", "B06"),
        ({"id": "100000009"}, "ONBEKEND", "B05"),
    ],
)
def test_een_leerbedrijf_zonder_erkenning_krijgt_het_signaal_van_de_levering(
    verzoek: Verzoek, vraag: dict[str, Any], status: str, code: str
) -> None:
    verificatie = (verzoek.stel(VERIFIEER, **BEKEND | vraag).data or {})["verificatieLeerbedrijf"]
    (signaal,) = verificatie["signalen"]
    assert (verificatie["status"], signaal["code"], signaal["pad"]) == (status, code, ["leerbedrijfId"])
    assert {"naam": "id", "waarde": vraag.get("id", "100000001")} in signaal["parameters"]


def test_zonder_sbb_is_een_verificatie_onbekend_met_b11(verzoek: Verzoek) -> None:
    verzoek.sbb.weg = True
    antwoord = verzoek.stel(VERIFIEER, **BEKEND)
    assert antwoord.errors is None
    verificatie = (antwoord.data or {})["verificatieLeerbedrijf"]
    assert (verificatie["status"], [s["code"] for s in verificatie["signalen"]]) == ("ONBEKEND", ["B11"])


@pytest.mark.parametrize(
    ("vraag", "variabelen"), [(ZOEK, {"naam": "Korst", "postcode": "1012AB"}), (GEEF, {"id": "100000001"})]
)
def test_zonder_sbb_is_het_antwoord_null_met_een_fout(verzoek: Verzoek, vraag: str, variabelen: dict[str, Any]) -> None:
    verzoek.sbb.weg = True
    antwoord = verzoek.stel(vraag, **variabelen)
    assert list((antwoord.data or {}).values()) == [None]
    assert [type(fout.original_error) for fout in antwoord.errors or []] == [BronOnbereikbaar]


@pytest.mark.parametrize(
    ("vraag", "variabelen"),
    [
        (ZOEK, {"naam": "", "postcode": "1012AB"}),
        (ZOEK, {"naam": "x" * 201, "postcode": "1012AB"}),
        (ZOEK, {"naam": "Korst\0", "postcode": "1012AB"}),
        (ZOEK, {"naam": "2000 %", "postcode": "1012AB"}),
        (ZOEK, {"naam": "Korst", "postcode": "0012AB"}),
        (ZOEK, {"naam": "Korst", "postcode": "١٢٣٤AB"}),
        (ZOEK, {"naam": "Korst", "postcode": "1012AB", "huisnummer": 0}),
        (GEEF, {"id": "099999999"}),
        (GEEF, {"id": "1000000001"}),
        (GEEF, {"id": "10000000\0"}),
        (VERIFIEER, BEKEND | {"id": "korst"}),
        (VERIFIEER, BEKEND | {"code": "2516"}),
        (VERIFIEER, BEKEND | {"code": "٢٥١٦٨"}),
        (VERIFIEER, BEKEND | {"dag": "2025-02-30"}),
        (VERIFIEER, BEKEND | {"dag": "20250801"}),
    ],
)
def test_een_vraag_die_niet_kan_bereikt_sbb_niet(verzoek: Verzoek, vraag: str, variabelen: dict[str, Any]) -> None:
    antwoord = verzoek.stel(vraag, **variabelen)
    assert [type(fout.original_error) for fout in antwoord.errors or []] == [OngeldigVerzoek]
    assert not any((antwoord.data or {}).values())
    assert verzoek.sbb.gezocht == []
