"""GET /overzichten/{id}: the file as it was made, for whom it was made, and who was shown in it is written down."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from app.opslag.overzichten import maken
from resolvers.globale_id import globale_id
from tests.leveringen.verhaal import met_stage
from tests.overzichten.aanvragen import haal, maak, vraag_aan
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

GEZIEN = "SELECT persoon_id, aanroeper, rol, gebruiker, operatie FROM raadpleging WHERE operatie LIKE 'GET %%'"


def test_het_bestand_komt_met_zijn_naam_omvang_en_som(school: Klant, werkplaats: Werkplaats) -> None:
    school.registreer(*met_stage())
    overzicht, _ = maak(school, werkplaats)
    antwoord = haal(school, overzicht["url"])
    som = sha256(antwoord.content)
    assert antwoord.status_code == 200
    assert (overzicht["sha256"], overzicht["omvangBytes"]) == (som.hexdigest(), str(len(antwoord.content)))
    assert overzicht["bestandsnaam"] == "RO_27DV_20250801_20260731.CSV"
    koppen = {naam: antwoord.headers[naam] for naam in ("content-type", "content-disposition", "content-length")}
    assert koppen == {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="RO_27DV_20250801_20260731.CSV"',
        "content-length": str(len(antwoord.content)),
    }
    assert antwoord.headers["repr-digest"] == f"sha-256=:{base64.b64encode(som.digest()).decode()}:"
    assert antwoord.headers["cache-control"] == "no-store"


def test_eenmaal_gemaakt_verandert_het_niet_meer(school: Klant, werkplaats: Werkplaats) -> None:
    overzicht, leeg = maak(school, werkplaats)
    school.registreer(*met_stage())
    assert haal(school, overzicht["url"]).text.splitlines() == leeg
    _, vol = maak(school, werkplaats)
    assert (len(leeg), len(vol)) == (2, 6)


def test_een_bestand_in_delen_is_hetzelfde_bestand(
    register: Register, school: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    school.registreer(*met_stage())
    heel, _ = maak(school, werkplaats)
    monkeypatch.setattr(maken, "DEEL", 10)
    in_delen, _ = maak(school, werkplaats)
    assert haal(school, in_delen["url"]).content == haal(school, heel["url"]).content
    assert in_delen["sha256"] == heel["sha256"]
    delen = "SELECT count(*)::int FROM overzichtdeel GROUP BY overzicht_id ORDER BY overzicht_id"
    assert register.rijen(delen) == [(1,), (3,)]


@pytest.mark.parametrize("wie", ["school", "ipo"])
def test_wie_het_ophaalt_raadpleegt_wie_erin_staan(
    register: Register, school: Klant, werkplaats: Werkplaats, wie: str
) -> None:
    """Making it shows nobody to anyone; every time that it is fetched does."""
    school.registreer(*met_stage())
    overzicht = vraag_aan(school)["overzicht"]
    werkplaats.werk()
    assert register.rijen(GEZIEN) == []
    pad, aanroeper = f"/overzichten/{overzicht['id']}", AANROEPERS[wie]
    for keer in (1, 2):
        assert haal(register.als(aanroeper), pad).status_code == 200
        (persoon_id,) = register.rij("SELECT id FROM persoon")
        rij = (persoon_id, aanroeper.naam, aanroeper.rol, aanroeper.gebruiker, "GET /overzichten")
        assert register.rijen(GEZIEN) == [rij] * keer


def test_een_ander_vindt_het_niet(andere: Klant, school: Klant, werkplaats: Werkplaats) -> None:
    overzicht, _ = maak(school, werkplaats)
    assert haal(andere, overzicht["url"]).status_code == 404


@pytest.mark.parametrize("wie", ["afnemer", "brp"])
def test_wie_geen_overzichten_heeft_mag_hier_niet(register: Register, wie: str) -> None:
    antwoord = haal(register.als(AANROEPERS[wie]), f"/overzichten/{globale_id('Overzicht', 1)}")
    assert (antwoord.status_code, antwoord.json()["errors"][0]["extensions"]["code"]) == (403, "NIET_BEVOEGD")


@pytest.mark.parametrize("nummer", ["x", "1", globale_id("Persoon", 1), globale_id("Overzicht", 2**62), "%00"])
def test_wat_er_niet_is_is_404(school: Klant, nummer: str) -> None:
    assert haal(school, f"/overzichten/{nummer}").status_code == 404


def test_wat_nog_niet_gereed_is_is_404(school: Klant) -> None:
    overzicht = vraag_aan(school)["overzicht"]
    assert overzicht["url"] is None
    assert haal(school, f"/overzichten/{overzicht['id']}").status_code == 404


def test_zonder_token_is_401(register: Register) -> None:
    antwoord = register.lus.doe(register.http.get(f"/overzichten/{globale_id('Overzicht', 1)}"))
    assert (antwoord.status_code, antwoord.headers["www-authenticate"]) == (401, 'Bearer realm="bron-mbo"')


def test_het_log_noemt_het_adres_zonder_het_nummer(school: Klant, capsys: pytest.CaptureFixture[str]) -> None:
    haal(school, f"/overzichten/{globale_id('Overzicht', 1)}")
    assert "pad=/overzichten/{id}" in capsys.readouterr().out
