"""What deliveries of results do to a dossier: versions, replacing, parts, and how changes are told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from domain.codes import Mutatiesoort, Register
from domain.resultaat import AmvbOnderdeel, GeneriekExamenonderdeel, KeuzedeelResultaat, ResultaatSleutel
from tests.domain.bouw import (
    Register as Kast,
)
from tests.domain.bouw import (
    aanleveren_diploma,
    aanleveren_resultaat,
    amo,
    geo,
    geslaagd,
    kzd,
    verwijderen,
    verwijderen_diploma,
    verwijderen_resultaat,
    wijzigen_diploma,
    wijzigen_resultaat,
)
from tests.domain.wereld import AMVB, REKENEN_2F, SCHOOL, TAAL_2F, behaald, los

if TYPE_CHECKING:
    from domain.resultaat import Resultaat
    from tests.domain.bouw import Invoer

NIEUW = ResultaatSleutel(SCHOOL, "2")
BESTAAND = ResultaatSleutel(SCHOOL, "1")


def na(hier: Kast, levering: Invoer, sleutel: ResultaatSleutel) -> Resultaat:
    """The result in the register once the delivery is accepted."""
    (uitslag,) = hier.lever(levering)
    assert uitslag.dossier is not None
    return uitslag.dossier.resultaten[sleutel]


def test_een_diploma_staat_er_met_zijn_onderdelen_op_volgorde_van_nummer() -> None:
    levering = aanleveren_diploma(
        generiekeExamenonderdelen=[
            geo("b", eindcijfer=6, cijferInstellingsexamen="7.4", vrijstelling="MBO", cijferCentraalExamen="5.1"),
            geo("B", REKENEN_2F, eindcijfer=None, vrijstelling="KZDL"),
        ],
        amvbOnderdelen=[amo("c")],
        keuzedelen=[kzd("k2"), kzd("k10", behaald=False)],
    )
    verwacht = behaald(
        "2",
        generieke_examenonderdelen=(
            GeneriekExamenonderdeel(resultaatvolgnummer="B", code=REKENEN_2F, vrijstelling="KZDL"),
            GeneriekExamenonderdeel(
                resultaatvolgnummer="b",
                code=TAAL_2F,
                eindcijfer=6,
                vrijstelling="MBO",
                cijfer_instellingsexamen=Decimal("7.4"),
                cijfer_centraal_examen=Decimal("5.1"),
            ),
        ),
        keuzedelen=(
            KeuzedeelResultaat(resultaatvolgnummer="k10", keuzedeelcode="K0001", behaald=False),
            KeuzedeelResultaat(resultaatvolgnummer="k2", keuzedeelcode="K0001", behaald=True),
        ),
        amvb_onderdelen=(AmvbOnderdeel(resultaatvolgnummer="c", code=AMVB),),
    )
    geregistreerd = na(geslaagd(), levering, NIEUW)
    assert (geregistreerd, geregistreerd.versie) == (verwacht, 1)


@pytest.mark.parametrize(
    ("resultaat", "onderdeel"),
    [
        ({"generiekExamenonderdeel": geo("5", eindcijfer=7)}, GeneriekExamenonderdeel(
            resultaatvolgnummer="5", code=TAAL_2F, eindcijfer=7)),
        ({"keuzedeel": kzd("5", certificaat=False)}, KeuzedeelResultaat(
            resultaatvolgnummer="5", keuzedeelcode="K0001", behaald=True, certificaat=False)),
        ({"amvbOnderdeel": amo("5", certificaat=True)}, AmvbOnderdeel(
            resultaatvolgnummer="5", code=AMVB, certificaat=True)),
    ],
    ids=["GEO", "KZD", "AMO"],
)  # fmt: skip
def test_een_los_resultaat_staat_er_als_wat_het_is(resultaat: object, onderdeel: object) -> None:
    geregistreerd = na(geslaagd(), aanleveren_resultaat(resultaat=resultaat), ResultaatSleutel(SCHOOL, "5"))
    assert geregistreerd == los(onderdeel)  # type: ignore[arg-type]


def test_wijzigen_vervangt_alles_ook_de_onderdelen() -> None:
    nieuw = na(
        geslaagd(behaald()),
        wijzigen_diploma(generiekeExamenonderdelen=None, keuzedelen=None, onderwijsaanbieder=None),
        BESTAAND,
    )
    verwacht = behaald(generieke_examenonderdelen=(), keuzedelen=(), onderwijsaanbieder=None)
    assert (nieuw, nieuw.versie) == (verwacht, 2)


def test_dezelfde_inhoud_is_geen_nieuwe_versie() -> None:
    hier = geslaagd(behaald(), los())
    for uitslag in hier.lever(wijzigen_diploma(), wijzigen_resultaat()):
        assert uitslag.mutaties == ()
    assert {resultaat.versie for resultaat in hier.dossiers[1].resultaten.values()} == {1}


def test_een_onderdeel_mag_van_soort_veranderen_en_naar_een_ander_diploma_gaan() -> None:
    hier = geslaagd(behaald())
    eerste, tweede = hier.lever(
        wijzigen_diploma(keuzedelen=[], amvbOnderdelen=[amo("13")]),
        wijzigen_diploma(keuzedelen=[], generiekeExamenonderdelen=[geo("11")]),
    )
    assert (eerste.mutaties != (), tweede.mutaties != ()) == (True, True)
    los_daarna = hier.lever(aanleveren_resultaat(resultaat={"keuzedeel": kzd("13")}))[0]
    assert los_daarna.signalen == ()


def test_verwijderen_geeft_de_nummers_vrij_en_een_nieuw_begint_bij_versie_een() -> None:
    hier = geslaagd(behaald(versie=5), los())
    hier.lever(verwijderen_diploma(), verwijderen_resultaat())
    assert hier.dossiers[1].resultaten == {}
    assert (
        na(hier, aanleveren_resultaat(resultaat={"keuzedeel": kzd("13")}), ResultaatSleutel(SCHOOL, "13")).versie == 1
    )


def test_een_inschrijving_gaat_pas_weg_als_haar_resultaten_weg_zijn() -> None:
    geweigerd, weg, nu_wel = geslaagd(behaald()).lever(verwijderen(), verwijderen_diploma(), verwijderen())
    assert [signaal.code for signaal in geweigerd.signalen] == ["I18"]
    assert (weg.signalen, nu_wel.signalen) == ((), ())


def test_wat_gekozen_is_blijft_gekozen_en_is_te_noemen() -> None:
    hier = geslaagd()
    sleutel = ResultaatSleutel(SCHOOL, "5")
    zonder = aanleveren_resultaat(inschrijvingvolgnummer=None)
    gekozen = na(hier, zonder, sleutel)
    assert (gekozen.inschrijvingvolgnummer, gekozen.gekozen_inschrijving) == (None, "1")
    (nogmaals,) = hier.lever(zonder.met(kenmerk="nogmaals"))
    assert (nogmaals.signalen, nogmaals.mutaties) == ((), ())
    genoemd = na(hier, wijzigen_resultaat(resultaat={"keuzedeel": kzd("5", certificaat=True)}), sleutel)
    assert (genoemd.inschrijvingvolgnummer, genoemd.gekozen_inschrijving, genoemd.versie) == ("1", None, 2)
    assert genoemd.inschrijving == gekozen.inschrijving


@pytest.mark.parametrize(
    ("levering", "soort", "entiteit", "sleutel"),
    [
        (aanleveren_diploma(opleidingcode="25642", keuzedelen=[]), Mutatiesoort.TOEVOEGING, "Diploma", "27DV/2"),
        (verwijderen_diploma(), Mutatiesoort.VERWIJDERING, "Diploma", "27DV/1"),
        (aanleveren_resultaat(), Mutatiesoort.TOEVOEGING, "KeuzedeelResultaat", "27DV/5"),
        (aanleveren_resultaat(resultaat={"generiekExamenonderdeel": geo("6")}), Mutatiesoort.TOEVOEGING,
         "GeneriekExamenonderdeel", "27DV/6"),
        (aanleveren_resultaat(resultaat={"amvbOnderdeel": amo("7", certificaat=True)}), Mutatiesoort.TOEVOEGING,
         "AmvbOnderdeel", "27DV/7"),
        (verwijderen_resultaat(), Mutatiesoort.VERWIJDERING, "KeuzedeelResultaat", "27DV/4"),
    ],
)  # fmt: skip
def test_mutaties_noemen_wat_er_gebeurde(levering: Invoer, soort: Mutatiesoort, entiteit: str, sleutel: str) -> None:
    (uitslag,) = geslaagd(behaald(), los()).lever(levering)
    gezegd = [(een.register, een.soort, een.entiteit, een.sleutel) for een in uitslag.mutaties]
    assert gezegd == [(Register.ONDERWIJSRESULTAAT, soort, entiteit, sleutel)]


def test_een_mutatie_noemt_de_velden_van_onderdelen_bij_hun_nummer() -> None:
    levering = wijzigen_diploma(
        datumResultaat="2026-01-30",
        generiekeExamenonderdelen=[
            geo("11", eindcijfer=6, cijferInstellingsexamen="6.4", cijferCentraalExamen="6.2"),
            geo("12", REKENEN_2F),
        ],
        keuzedelen=[],
        amvbOnderdelen=[amo("14")],
    )
    (uitslag,) = geslaagd(behaald()).lever(levering)
    (mutatie,) = uitslag.mutaties
    assert {veld.veld: (veld.oud, veld.nieuw) for veld in mutatie.velden} == {
        "datumResultaat": ("2026-01-31", "2026-01-30"),
        "generiekeExamenonderdelen.11.eindcijfer": ("7", "6"),
        "generiekeExamenonderdelen.11.cijferInstellingsexamen": ("7.4", "6.4"),
        "keuzedelen.13.resultaatvolgnummer": ("13", None),
        "keuzedelen.13.keuzedeelcode": ("K0001", None),
        "keuzedelen.13.behaald": ("true", None),
        "amvbOnderdelen.14.resultaatvolgnummer": (None, "14"),
        "amvbOnderdelen.14.code": (None, AMVB),
    }


def test_een_mutatie_van_een_los_resultaat_noemt_zijn_velden_plat() -> None:
    levering = wijzigen_resultaat(datumResultaat="2025-12-02", resultaat={"keuzedeel": kzd("4", behaald=False)})
    (uitslag,) = geslaagd(los()).lever(levering)
    (mutatie,) = uitslag.mutaties
    assert {veld.veld: (veld.oud, veld.nieuw) for veld in mutatie.velden} == {
        "datumResultaat": ("2025-12-01", "2025-12-02"),
        "behaald": ("true", "false"),
        "certificaat": ("true", None),
    }


def test_elk_nummer_heeft_een_drager() -> None:
    dossier = geslaagd(behaald(), los()).dossiers[1]
    dragers = {nummer: dossier.drager(ResultaatSleutel(SCHOOL, nummer)) for nummer in ("1", "11", "12", "13", "4", "5")}
    assert dragers == {**dict.fromkeys(("1", "11", "12", "13"), behaald()), "4": los(), "5": None}
    assert dossier.drager(replace(BESTAAND, instelling="25LX")) is None
