"""The dossier: what a school sees of its own student, what IPO sees, and what nobody else sees."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import ANDERE, IPO

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

DOSSIER = """
query Dossier($nummer: String) {
  studentendossier(persoon: {burgerservicenummer: $nummer}) {
    __typename
    persoon {
      burgerservicenummer onderwijsnummer geslachtsnaam geboortedatum geslacht geverifieerd identificatieInBehandeling
      op: leeftijd(op: "2026-05-16") later: leeftijd(op: "2026-05-17")
      adres { straatnaam huisnummer postcode regelsBuitenland }
      nationaliteiten { code omschrijving datumBegin datumEinde }
      verblijfstitels { code }
    }
    inschrijvingen {
      inschrijvingvolgnummer datumInschrijving datumUitschrijvingWerkelijk versie geregistreerdOp
      instelling { brin naam }
      perioden {
        datumBegin datumEinde opleidingcode leertraject niveau indicatieBekostigbaar opleiding { naam niveau }
      }
      geldigePeriode { datumBegin }
      extraOndersteuning { datumBegin datumEinde }
      bpvs { bpvvolgnummer datumBegin omvang inschrijving { versie } leerbedrijf { naam erkenningen { status } } }
      signalen { code soort tekst pad parameters { naam waarde } }
    }
  }
}
"""


@pytest.fixture
def student(gegevens: Gegevens) -> int:
    """A student with a story at two schools."""
    persoon = gegevens.persoon(
        BSN,
        bij=("27DV", "01AA"),
        straatnaam="Dorpsstraat",
        huisnummer=3,
        postcode="1234AB",
        nationaliteiten=[{"code": "0001", "datum_begin": "2008-05-17", "datum_einde": None}],
    )
    gegevens.voeg_toe("nationaliteit", code="0001", omschrijving="Nederlandse")
    gegevens.voeg_toe("instelling", brin="27DV", naam="Het College", bekostigd=True)
    gegevens.opleiding()
    gegevens.voeg_toe("leerbedrijf", leerbedrijf_id="100000001", naam="De Gouden Leeuw")
    gegevens.voeg_toe("erkenning", leerbedrijf_id="100000001", opleidingcode="25655", status="ERKEND")
    inschrijving = gegevens.inschrijving(persoon)
    gegevens.periode(inschrijving)
    gegevens.periode(inschrijving, datum_begin=date(2026, 2, 1), leertraject="BBL", indicatie_bekostigbaar=False)
    gegevens.ondersteuning(inschrijving, datum_begin=date(2025, 10, 1), datum_einde=date(2025, 12, 31))
    gegevens.bpv(inschrijving)
    gegevens.signaal(persoon, inschrijving_id=inschrijving, ipo={"tekst": "Dubbel met 01AA", "parameters": []})
    elders = gegevens.inschrijving(persoon, "01AA", datum_inschrijving=date(2024, 8, 1))
    gegevens.periode(elders, datum_begin=date(2024, 8, 1))
    return persoon


@pytest.mark.usefixtures("student")
def test_een_school_ziet_haar_eigen_deel_van_het_dossier(gesprek: Gesprek) -> None:
    dossier = gesprek.data(DOSSIER, nummer=BSN)["studentendossier"]
    assert dossier == {
        "__typename": "MboStudentendossier",
        "persoon": {
            "burgerservicenummer": BSN,
            "onderwijsnummer": None,
            "geslachtsnaam": "Jansen",
            "geboortedatum": "2008-05-17",
            "geslacht": "V",
            "geverifieerd": True,
            "identificatieInBehandeling": False,
            "op": 17,
            "later": 18,
            "adres": {"straatnaam": "Dorpsstraat", "huisnummer": 3, "postcode": "1234AB", "regelsBuitenland": []},
            "nationaliteiten": [
                {"code": "0001", "omschrijving": "Nederlandse", "datumBegin": "2008-05-17", "datumEinde": None}
            ],
            "verblijfstitels": [],
        },
        "inschrijvingen": [
            {
                "inschrijvingvolgnummer": "1",
                "datumInschrijving": "2025-08-01",
                "datumUitschrijvingWerkelijk": None,
                "versie": 1,
                "geregistreerdOp": "2025-09-01T08:30:00.000000Z",
                "instelling": {"brin": "27DV", "naam": "Het College"},
                "perioden": [
                    _periode("2025-08-01", "2026-01-31", "BOL", bekostigbaar=True),
                    _periode("2026-02-01", None, "BBL", bekostigbaar=False),
                ],
                "geldigePeriode": {"datumBegin": "2026-02-01"},
                "extraOndersteuning": [{"datumBegin": "2025-10-01", "datumEinde": "2025-12-31"}],
                "bpvs": [
                    {
                        "bpvvolgnummer": "1",
                        "datumBegin": "2025-09-01",
                        "omvang": 600,
                        "inschrijving": {"versie": 1},
                        "leerbedrijf": {"naam": "De Gouden Leeuw", "erkenningen": [{"status": "ERKEND"}]},
                    }
                ],
                "signalen": [
                    {
                        "code": "I15",
                        "soort": "MELDING",
                        "tekst": "Dubbel",
                        "pad": ["perioden", "0"],
                        "parameters": [{"naam": "a", "waarde": "b"}],
                    }
                ],
            }
        ],
    }


def _periode(begin: str, einde: str | None, traject: str, *, bekostigbaar: bool) -> dict[str, object]:
    return {
        "datumBegin": begin,
        "datumEinde": einde,
        "opleidingcode": "25655",
        "leertraject": traject,
        "niveau": "MBO_2",
        "indicatieBekostigbaar": bekostigbaar,
        "opleiding": {"naam": "Kok", "niveau": "MBO_2"},
    }


@pytest.mark.usefixtures("student")
def test_ipo_ziet_alle_instellingen_en_de_tekst_die_hen_noemt(gesprek: Gesprek) -> None:
    dossier = gesprek.data(DOSSIER, IPO, nummer=BSN)["studentendossier"]
    assert dossier["__typename"] == "IpoStudentendossier"
    assert [een["datumInschrijving"] for een in dossier["inschrijvingen"]] == ["2024-08-01", "2025-08-01"]
    assert dossier["inschrijvingen"][1]["signalen"][0]["tekst"] == "Dubbel met 01AA"
    assert dossier["inschrijvingen"][1]["signalen"][0]["parameters"] == []


def test_de_student_van_een_ander_is_een_student_die_niet_bestaat(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.persoon(BSN, bij=("27DV",))
    van_een_ander = gesprek.antwoord(DOSSIER, ANDERE, nummer=BSN).lichaam
    bestaat_niet = gesprek.antwoord(DOSSIER, ANDERE, nummer="999990019").lichaam
    assert van_een_ander == bestaat_niet == b'{"data":{"studentendossier":null}}'


def test_een_dossier_vraagt_identificatie_door_de_instelling_zelf(gegevens: Gegevens, gesprek: Gesprek) -> None:
    """P07: an enrolment that IPO adopted is not an identification."""
    gegevens.inschrijving(gegevens.persoon(BSN))
    assert gesprek.data(DOSSIER, nummer=BSN) == {"studentendossier": None}


def test_een_vervangen_nummer_vindt_nog_dezelfde_persoon(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.voeg_toe("persoonsnummer", soort="onderwijsnummer", nummer="100000009", persoon_id=persoon, levering_id=0)
    vraag = '{ studentendossier(persoon: {onderwijsnummer: "100000009"}) { persoon { burgerservicenummer } } }'
    assert gesprek.data(vraag) == {"studentendossier": {"persoon": {"burgerservicenummer": BSN}}}


def test_een_persoon_is_ook_met_zijn_id_aan_te_wijzen(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.persoon(BSN, bij=("27DV",))
    vraag = "query($p: PersoonSleutelInput!) { studentendossier(persoon: $p) { persoon { id } } }"
    gevonden = gesprek.data(vraag, p={"burgerservicenummer": BSN})
    assert gesprek.data(vraag, p={"id": gevonden["studentendossier"]["persoon"]["id"]}) == gevonden
    assert gesprek.data(vraag, p={"id": "niet-van-ons"}) == {"studentendossier": None}


@pytest.mark.parametrize(
    ("geboren", "leeftijd"), [("2008-05-00", 18), ("2008-00-00", 18), ("0000-00-00", None), ("2008-05-18", 17)]
)
def test_leeftijd_is_bij_een_onvolledige_datum_de_hoogst_mogelijke(
    gegevens: Gegevens, gesprek: Gesprek, geboren: str, leeftijd: int | None
) -> None:
    gegevens.persoon(BSN, bij=("27DV",), geboortedatum=geboren)
    vraag = (
        "query($b: String) { studentendossier(persoon: {burgerservicenummer: $b}) { persoon {"
        ' leeftijd(op: "2026-05-17") } } }'
    )
    assert gesprek.data(vraag, b=BSN)["studentendossier"]["persoon"]["leeftijd"] == leeftijd


def test_zonder_adres_is_er_geen_adres(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.persoon(BSN, bij=("27DV",))
    vraag = (
        "query($b: String) { studentendossier(persoon: {burgerservicenummer: $b}) { persoon { adres { postcode } } } }"
    )
    assert gesprek.data(vraag, b=BSN)["studentendossier"]["persoon"] == {"adres": None}


def test_een_wachtende_identificatie_is_te_zien(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.levering("k1", persoon, soort="OPNIEUW_IDENTIFICEREN_PERSOON", status="IN_BEHANDELING")
    vraag = (
        "query($b: String) { studentendossier(persoon: {burgerservicenummer: $b}) {"
        " persoon { identificatieInBehandeling } } }"
    )
    assert gesprek.data(vraag, b=BSN)["studentendossier"]["persoon"] == {"identificatieInBehandeling": True}
