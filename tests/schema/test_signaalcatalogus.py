"""The catalogue that callers read is the one the controls use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.signalen import SIGNALEN

if TYPE_CHECKING:
    from tests.schema.conftest import Verzoek


def test_de_catalogus_bevat_elk_signaal_in_volgorde(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel("{ signaalcatalogus { code soort tekst oorzaak oplossing } }")
    assert antwoord.errors is None
    rijen = (antwoord.data or {})["signaalcatalogus"]
    assert [rij["code"] for rij in rijen] == list(SIGNALEN)
    assert rijen[0] == {
        "code": "L01",
        "soort": "FOUTMELDING",
        "tekst": "Levering is niet leesbaar: {detail}",
        "oorzaak": "Een veld heeft een ongeldige vorm (lengte, tekens, nulbyte).",
        "oplossing": "Herstel het genoemde veld en lever opnieuw.",
    }
