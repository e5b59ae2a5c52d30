"""The shipped set: complete as the law lists it, consistent in itself, and enough for the sample."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import AsyncConnection

from app.opslag.referentie import lees_referentie
from app.referentie import MEEGELEVERD
from app.referentie.bestanden import BESTANDEN
from app.referentie.inlezen import lees_map
from app.referentie.laden import laad_map
from domain.nummers import bevat_persoonsnummer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.referentie.inlezen import Rij
    from tests.postgres import Database

VANDAAG = date(2026, 11, 24)
AANGENOMEN = {"23301", "25655", "25669", "25742", "25745", "25748", "25775", "25779", "25809"}


@cache
def set_() -> Mapping[str, list[Rij]]:
    return lees_map(MEEGELEVERD)


def wettelijk() -> list[Rij]:
    """The opleidingen of the regeling: not those assumed for the sample, nor the examples of our own."""
    return [
        rij
        for rij in set_()["opleiding"]
        if rij["opleidingcode"] not in AANGENOMEN and not str(rij["opleidingcode"]).startswith("990")
    ]


def factor(opleidingcode: str, jaar: int) -> object:
    per_code = {(rij["opleidingcode"], rij["bekostigingsjaar"]): rij["factor"] for rij in set_()["prijsfactor"]}
    return per_code.get((opleidingcode, jaar), per_code["*", jaar])


def test_elk_bestand_is_er() -> None:
    assert set(set_()) == {bestand.tabel for bestand in BESTANDEN}


def test_de_opleidingen_van_de_regeling_zijn_volledig() -> None:
    assert Counter(rij["soort"] for rij in wettelijk()) == {"KWALIFICATIE": 470, "DOSSIER": 172, "DOMEIN": 17}
    kwalificaties = [rij for rij in wettelijk() if rij["soort"] == "KWALIFICATIE"]
    assert Counter(rij["niveau"] for rij in kwalificaties) == {"MBO_1": 12, "MBO_2": 126, "MBO_3": 154, "MBO_4": 178}
    assert Counter(rij["soort_opleiding"] for rij in kwalificaties) == {
        "ENTREE": 12,
        "BASISBEROEPS": 126,
        "VAK": 154,
        "MIDDENKADER": 170,
        "SPECIALISTEN": 8,
    }
    assert {rij["opleidingcode"] for rij in kwalificaties if rij["vws"]} == {"25471", "25480", "25491"}


def test_een_kwalificatie_ligt_in_een_dossier_en_een_domein_die_er_zijn() -> None:
    soorten = {rij["opleidingcode"]: rij["soort"] for rij in set_()["opleiding"]}
    for rij in wettelijk():
        if rij["soort"] == "KWALIFICATIE":
            assert soorten[rij["dossiercode"]] == "DOSSIER"
        if rij["soort"] != "DOMEIN":
            assert soorten[rij["domeincode"]] == "DOMEIN"


@pytest.mark.parametrize(
    ("code", "verwacht"), [("25078", "1.30"), ("25480", "1.50"), ("79000", "1.00"), ("25655", "1.00")]
)
@pytest.mark.parametrize("jaar", [2026, 2027, 2028, 2029])
def test_prijsfactoren_volgen_de_bijlage_of_de_standaard(code: str, jaar: int, verwacht: str) -> None:
    assert factor(code, jaar) == Decimal(verwacht)


def test_de_parameters_zijn_elk_jaar_dezelfde() -> None:
    per_jaar = Counter(rij["bekostigingsjaar"] for rij in set_()["bekostigingsparameter"])
    assert per_jaar == dict.fromkeys((2026, 2027, 2028, 2029), 13)


def test_keuzedelen_en_erkenningen_verwijzen_naar_wat_er_is() -> None:
    keuzedelen = {rij["code"] for rij in set_()["keuzedeel"]}
    leerbedrijven = {rij["leerbedrijf_id"] for rij in set_()["leerbedrijf"]}
    assert {rij["keuzedeelcode"] for rij in set_()["opleiding_keuzedeel"]} <= keuzedelen
    assert {rij["leerbedrijf_id"] for rij in set_()["erkenning"]} < leerbedrijven


def test_eigen_nummers_lijken_niet_op_dat_van_een_persoon() -> None:
    eigen = [rij for rij in set_()["leerbedrijf"] if str(rij["leerbedrijf_id"]).startswith("19")]
    assert len(eigen) == 6
    assert not any(bevat_persoonsnummer(" ".join(map(str, rij.values()))) for rij in eigen)


def test_de_meegeleverde_gegevens_laden_en_dienen_de_controles(database: Database) -> None:
    async def gelezen() -> Any:  # noqa: ANN401
        tellingen = await laad_map(database.eigenaar_url, MEEGELEVERD)
        verbinding: AsyncConnection[Any]
        async with await psycopg.AsyncConnection.connect(database.eigenaar_url) as verbinding:
            return tellingen, await lees_referentie(verbinding)

    tellingen, referentie = asyncio.run(gelezen())
    assert {naam: telling.nieuw for naam, telling in tellingen.items()} == {
        bestand.naam: len(set_()[bestand.tabel]) for bestand in BESTANDEN
    }
    assert referentie.bekostigd("27DV", VANDAAG)
    assert not referentie.bekostigd("30ZZ", VANDAAG)
    assert referentie.mag_verzorgen("25LX", "25311", VANDAAG)
    assert referentie.mag_verzorgen("30ZZ", "25655", VANDAAG)
    assert not referentie.mag_verzorgen("30ZZ", "25311", VANDAAG)
    assert referentie.hoort_bij("K0226", "25311", VANDAAG)
    assert not referentie.hoort_bij("K0226", "99014", VANDAAG)
    assert referentie.opleiding("99013", date(2020, 7, 31)).niveau == "MBO_2"
    assert referentie.opleiding("99013", date(2020, 8, 1)).niveau == "MBO_3"
    assert referentie.kent("redenUitschrijving", "08")
