"""aanleverenDiploma: a diploma with its parts, from the request to the rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import (
    aanleveren,
    aanleveren_diploma,
    aanleveren_resultaat,
    amo,
    geo,
    kzd,
    periode,
    verwijderen,
    verwijderen_diploma,
    wijzigen_diploma,
)
from tests.domain.wereld import AMVB, GASTHEER, HORECA_DOSSIER, KOK, REKENEN_2F, TAAL_2F
from tests.klant import GEREGISTREERD
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import afgestudeerd, geidentificeerd, ingeschreven, met_diploma

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

DIPLOMA: Final = """
  resultaat {
    __typename resultaatvolgnummer datumResultaat inschrijvingvolgnummer onderwijsaanbieder versie signalen { code }
    ... on Diploma {
      opleidingcode indicatieBekostigbaar
      generiekeExamenonderdelen {
        resultaatvolgnummer code eindcijfer vrijstelling cijferInstellingsexamen vrijstellingInstellingsexamen
        cijferCentraalExamen vrijstellingCentraalExamen
      }
      keuzedelen { resultaatvolgnummer keuzedeelcode behaald certificaat }
      amvbOnderdelen { resultaatvolgnummer code certificaat versie datumResultaat }
    }
  }
"""
VOL: Final = {
    "generiekeExamenonderdelen": [
        geo("b", TAAL_2F, 6, vrijstelling="MBO", cijferInstellingsexamen="7.4", vrijstellingInstellingsexamen="MBO",
            cijferCentraalExamen="5.1", vrijstellingCentraalExamen="KZDL"),
        geo("B", REKENEN_2F, 10, cijferCentraalExamen="10"),
    ],
    "keuzedelen": [kzd("23", behaald=False)],
    "amvbOnderdelen": [amo("24")],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*afgestudeerd())


def test_een_diploma_met_zijn_onderdelen(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, aanleveren_diploma(**VOL), DIPLOMA)
    assert uitkomst["resultaat"] == {
        "__typename": "Diploma",
        "resultaatvolgnummer": "2",
        "datumResultaat": "2026-01-31",
        "inschrijvingvolgnummer": "1",
        "onderwijsaanbieder": "100A100",
        "versie": 1,
        "signalen": [],
        "opleidingcode": KOK,
        "indicatieBekostigbaar": True,
        "generiekeExamenonderdelen": [
            {
                "resultaatvolgnummer": "B",
                "code": REKENEN_2F,
                "eindcijfer": 10,
                "vrijstelling": None,
                "cijferInstellingsexamen": None,
                "vrijstellingInstellingsexamen": None,
                "cijferCentraalExamen": "10.0",
                "vrijstellingCentraalExamen": None,
            },
            {
                "resultaatvolgnummer": "b",
                "code": TAAL_2F,
                "eindcijfer": 6,
                "vrijstelling": "MBO",
                "cijferInstellingsexamen": "7.4",
                "vrijstellingInstellingsexamen": "MBO",
                "cijferCentraalExamen": "5.1",
                "vrijstellingCentraalExamen": "KZDL",
            },
        ],
        "keuzedelen": [{"resultaatvolgnummer": "23", "keuzedeelcode": "K0001", "behaald": False, "certificaat": None}],
        "amvbOnderdelen": [
            {
                "resultaatvolgnummer": "24",
                "code": AMVB,
                "certificaat": None,
                "versie": 1,
                "datumResultaat": "2026-01-31",
            }
        ],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["register"], regel["soort"]) == ("ONDERWIJSRESULTAAT", "TOEVOEGING")
    assert (regel["entiteit"], regel["sleutel"]) == ("Diploma", "27DV/2")
    assert {"veld": "generiekeExamenonderdelen.b.cijferCentraalExamen", "oud": None, "nieuw": "5.1"} in regel["velden"]
    levering = levering_id(uitkomst)
    assert register.rijen("SELECT levering_id FROM resultaat") == [(levering,)] * 5
    assert register.rijen("SELECT versie FROM inschrijving") == [(1,)]
    onder = "SELECT count(*) FROM resultaat r JOIN inschrijving i ON i.id = r.inschrijving_id"
    assert register.rijen(onder) == [(5,)]


def test_een_diploma_zonder_onderdelen_haalt_de_slaagregel_niet(register: Register, school: Klant) -> None:
    kaal = aanleveren_diploma(generiekeExamenonderdelen=None, keuzedelen=None)
    uitkomst = is_gemeld(register, school, kaal, ("R08", "generiekeExamenonderdelen"), velden=DIPLOMA)
    assert uitkomst["resultaat"]["signalen"] == [{"code": "R08"}]
    houders = "SELECT code, inschrijving_id, bpv_id, resultaat_id = (SELECT id FROM resultaat) FROM signaal"
    assert register.rijen(houders) == [("R08", None, None, True)]


def test_zonder_volgnummer_kiest_het_register_de_inschrijving(register: Register, school: Klant) -> None:
    school.registreer(aanleveren(inschrijvingvolgnummer="later", perioden=[periode("2026-02-01")],
                                 datumInschrijving="2026-02-01"))  # fmt: skip
    levering = aanleveren_diploma(inschrijvingvolgnummer=None)
    uitkomst = is_gemeld(register, school, levering, ("R18", "inschrijvingvolgnummer"), velden=DIPLOMA)
    assert uitkomst["signalen"][0]["parameters"] == [{"naam": "volgnummer", "waarde": "1"}]
    assert uitkomst["resultaat"]["inschrijvingvolgnummer"] is None
    assert is_geregistreerd(register, school, levering.met(kenmerk="nogmaals"))["mutaties"] == []
    is_afgekeurd(register, school, verwijderen(), ("I18", "inschrijvingvolgnummer"))


def test_dezelfde_inhoud_nog_eens_verandert_niets_andere_is_r02(register: Register, school: Klant) -> None:
    school.registreer(aanleveren_diploma(**VOL))
    voor = register.stand()
    assert is_geregistreerd(register, school, aanleveren_diploma(**VOL))["mutaties"] == []
    assert is_geregistreerd(register, school, aanleveren_diploma(keuzedelen=None, generiekeExamenonderdelen=None))[
        "mutaties"
    ] == []  # fmt: skip
    assert register.stand() == voor
    ander = aanleveren_diploma(**VOL | {"keuzedelen": [kzd("23")]})
    is_afgekeurd(register, school, ander, ("R02", "resultaatvolgnummer"))


def test_een_herhaling_hoort_wat_er_toen_gezegd_is_en_ziet_wat_er_nu_is(school: Klant) -> None:
    toen = "resultaat { __typename versie }"
    levering = met_diploma()[-1]
    eerst = school.lever(levering, toen)
    school.registreer(wijzigen_diploma(keuzedelen=[]))
    assert school.lever(levering, toen) == eerst | {"resultaat": {"__typename": "Diploma", "versie": 2}}
    school.registreer(verwijderen_diploma())
    assert school.lever(levering, toen) == eerst | {"resultaat": None}


def test_de_nummers_zijn_een_reeks_over_alle_soorten(register: Register, school: Klant) -> None:
    school.registreer(met_diploma()[-1])
    bezet = aanleveren_diploma(opleidingcode=HORECA_DOSSIER, keuzedelen=[kzd("13"), kzd("21")])
    verwacht = (
        ("R02", "keuzedelen.0.resultaatvolgnummer"),
        ("R03", "opleidingcode"),
        ("R17", "keuzedelen.1.resultaatvolgnummer"),
    )
    is_afgekeurd(register, school, bezet, *verwacht)


def test_alle_signalen_komen_tegelijk(register: Register, school: Klant) -> None:
    levering = aanleveren_diploma(
        opleidingcode=GASTHEER,
        datumResultaat="2025-09-02",
        generiekeExamenonderdelen=[geo("21", eindcijfer=6, cijferInstellingsexamen="7,4"), geo("22", "9999", 0)],
        keuzedelen=[kzd("23", "K9999", certificaat=True)],
    )
    verwacht = (
        ("L01", "generiekeExamenonderdelen.0.cijferInstellingsexamen"),
        ("R10", "keuzedelen.0.keuzedeelcode"),
        ("R12", "datumResultaat"),
        ("R13", "generiekeExamenonderdelen.1.code"),
        ("R14", "generiekeExamenonderdelen.1.eindcijfer"),
        ("R15", "opleidingcode"),
        ("R19", "keuzedelen.0.certificaat"),
    )
    is_afgekeurd(register, school, levering, *verwacht)


def test_ipo_levert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    uitkomst = is_namens(register, ipo, school, aanleveren_diploma())
    assert uitkomst["mutaties"][0]["sleutel"] == "27DV/2"
    assert register.rijen("SELECT DISTINCT instelling FROM resultaat") == [("27DV",)]


def test_niet_bekostigd_onderwijs_geeft_diplomas_zonder_aanspraak(register: Register, particulier: Klant) -> None:
    student, inschrijving = afgestudeerd(perioden=[periode(indicatieBekostigbaar=False)])
    particulier.registreer(student, inschrijving)
    is_afgekeurd(register, particulier, aanleveren_diploma(), ("I16", "indicatieBekostigbaar"))
    is_geregistreerd(register, particulier, aanleveren_diploma(indicatieBekostigbaar=False))


def test_een_andere_school_heeft_haar_eigen_nummers_en_hoort_niet_waar_het_eerste_diploma_is(
    register: Register, school: Klant, andere: Klant
) -> None:
    school.registreer(aanleveren_diploma())
    andere.registreer(*geidentificeerd())
    is_afgekeurd(register, andere, aanleveren_diploma(), ("R04", "inschrijvingvolgnummer"), ("R16", "opleidingcode"))
    andere.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    uitkomst = is_gemeld(
        register, andere, aanleveren_diploma(), ("R12", "datumResultaat"), ("R16", "opleidingcode"), velden=DIPLOMA
    )
    assert "27DV" not in str(uitkomst)
    assert register.rijen("SELECT instelling FROM resultaat WHERE soort = 'DIPLOMA' ORDER BY 1") == [
        ("25LX",),
        ("27DV",),
    ]


def test_een_school_die_de_student_niet_kent_hoort_p07(register: Register, andere: Klant) -> None:
    is_afgekeurd(register, andere, aanleveren_diploma(), ("P07", "persoon.burgerservicenummer"))


def test_een_nummer_mag_in_een_batch_verhuizen(register: Register, school: Klant) -> None:
    """What a batch adds, moves between results and takes away is written in the order in which it happened."""
    leveringen = (
        met_diploma()[-1],
        wijzigen_diploma(keuzedelen=[kzd("13"), kzd("14")]),
        wijzigen_diploma(keuzedelen=[kzd("14")]),
        aanleveren_diploma(opleidingcode=GASTHEER, keuzedelen=[kzd("13")]),
        verwijderen_diploma(),
        aanleveren_resultaat(resultaat={"amvbOnderdeel": amo("14", certificaat=True)}),
        verwijderen_diploma(resultaatvolgnummer="2"),
        aanleveren_resultaat(resultaat={"keuzedeel": kzd("2")}),
        aanleveren_diploma(resultaatvolgnummer="13", keuzedelen=[kzd("1")]),
    )
    uitkomsten = school.lever_samen(*leveringen)["uitkomsten"]
    assert all(uitkomst["status"] in GEREGISTREERD for uitkomst in uitkomsten), uitkomsten
    assert all(uitkomst["mutaties"] for uitkomst in uitkomsten)
    rijen = """
        SELECT r.resultaatvolgnummer, r.soort, d.resultaatvolgnummer, r.versie
        FROM resultaat r LEFT JOIN resultaat d ON d.id = r.diploma_id ORDER BY 1
    """
    assert register.rijen(rijen) == [
        ("1", "KEUZEDEEL", "13", 1),
        ("13", "DIPLOMA", None, 1),
        ("14", "AMVB_ONDERDEEL", None, 1),
        ("2", "KEUZEDEEL", None, 1),
        ("21", "GENERIEK_EXAMENONDERDEEL", "13", 1),
        ("22", "GENERIEK_EXAMENONDERDEEL", "13", 1),
    ]
    versies = "SELECT versie FROM resultaat_historie WHERE resultaatvolgnummer = '1' ORDER BY historie_id"
    assert register.rijen(versies) == [(1,), (2,), (3,)]
    einden = """
        SELECT h.resultaatvolgnummer FROM resultaat_historie h JOIN levering l ON l.id = h.beeindigd_door
        WHERE l.soort = 'VERWIJDEREN_DIPLOMA' ORDER BY 1
    """
    assert [nummer for (nummer,) in register.rijen(einden)] == ["1", "11", "12", "13", "14", "2", "21", "22"]
