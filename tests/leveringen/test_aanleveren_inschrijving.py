"""aanleverenInschrijving, from the request to the rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren, identificeren, periode, steun
from tests.domain.wereld import GASTHEER, HORECA_DOSSIER, STUDENT
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import geidentificeerd, ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

INSCHRIJVING: Final = """
  inschrijving {
    inschrijvingvolgnummer datumInschrijving datumUitschrijvingGepland datumUitschrijvingWerkelijk redenUitschrijving
    hoogsteVooropleiding versie instelling { brin } persoon { burgerservicenummer }
    perioden {
      datumBegin datumEinde opleidingcode leertraject niveau indicatieBekostigbaar leerroute leerroutefase
      onderwijsaanbieder onderwijslocatie locatiecodeVsv opleiding { naam }
    }
    extraOndersteuning { datumBegin datumEinde }
    bpvs { bpvvolgnummer } signalen { code }
  }
"""
VOL: Final = {
    "inschrijvingvolgnummer": "aB1",
    "datumUitschrijvingWerkelijk": "2026-01-31",
    "redenUitschrijving": "03",
    "hoogsteVooropleiding": "05",
    "perioden": [
        periode("2025-10-01", opleidingcode=HORECA_DOSSIER, leertraject="BBL", niveau="MBO_2", locatiecodeVsv="25LX00"),
        periode(leerroute="DLP", leerroutefase="MBO"),
    ],
    "extraOndersteuning": [steun("2025-12-01"), steun("2025-09-01", "2025-11-30")],
}


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*geidentificeerd())


def test_een_hele_inschrijving_staat_er_zoals_geleverd(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, aanleveren(**VOL), INSCHRIJVING)
    eerste, tweede = {**VOL["perioden"][1]}, {**VOL["perioden"][0]}
    leeg = dict.fromkeys(("leerroute", "leerroutefase", "locatiecodeVsv", "niveau"))
    assert uitkomst["inschrijving"] == {
        "inschrijvingvolgnummer": "aB1",
        "datumInschrijving": "2025-08-01",
        "datumUitschrijvingGepland": "2027-07-31",
        "datumUitschrijvingWerkelijk": "2026-01-31",
        "redenUitschrijving": "03",
        "hoogsteVooropleiding": "05",
        "versie": 1,
        "instelling": {"brin": "27DV"},
        "persoon": {"burgerservicenummer": STUDENT},
        "perioden": [
            leeg
            | eerste
            | {"datumEinde": "2025-09-30", "niveau": "MBO_2", "opleiding": {"naam": "Kwalificatie 25180"}},
            leeg | tweede | {"datumEinde": "2026-01-31", "opleiding": {"naam": "DOSSIER 23083"}},
        ],
        "extraOndersteuning": [
            {"datumBegin": "2025-09-01", "datumEinde": "2025-11-30"},
            {"datumBegin": "2025-12-01", "datumEinde": None},
        ],
        "bpvs": [],
        "signalen": [],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["register"], regel["soort"], regel["entiteit"], regel["sleutel"]) == (
        "ONDERWIJSDEELNAME",
        "TOEVOEGING",
        "Inschrijving",
        "27DV/aB1",
    )
    assert {veld["oud"] for veld in regel["velden"]} == {None}
    assert {"veld": "perioden.2025-10-01.leertraject", "oud": None, "nieuw": "BBL"} in regel["velden"]


def test_elke_rij_noemt_de_levering_die_haar_schreef(register: Register, school: Klant) -> None:
    uitkomst = school.lever(aanleveren(**VOL))
    levering = levering_id(uitkomst)
    for tabel in ("inschrijving", "inschrijvingsperiode", "extra_ondersteuning"):
        assert set(register.rijen(f"SELECT levering_id FROM {tabel}")) == {(levering,)}


def test_ipo_levert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, aanleveren())
    assert register.rijen("SELECT instelling FROM inschrijving") == [("27DV",)]


def test_dezelfde_inhoud_nog_eens_verandert_niets(register: Register, school: Klant) -> None:
    school.registreer(aanleveren(**VOL))
    voor = register.stand()
    korter = VOL | {"hoogsteVooropleiding": None, "extraOndersteuning": None}
    uitkomst = is_geregistreerd(register, school, aanleveren(**korter), INSCHRIJVING)
    assert uitkomst["mutaties"] == []
    assert uitkomst["inschrijving"]["hoogsteVooropleiding"] == "05"
    assert register.stand() == voor


def test_andere_inhoud_onder_hetzelfde_volgnummer_is_i02(register: Register, school: Klant) -> None:
    school.registreer(aanleveren())
    anders = aanleveren(perioden=[periode(opleidingcode=GASTHEER)])
    is_afgekeurd(register, school, anders, ("I02", "inschrijvingvolgnummer"))


def test_volgnummers_zijn_hoofdlettergevoelig_en_per_student(register: Register, school: Klant) -> None:
    school.registreer(aanleveren(inschrijvingvolgnummer="a"), aanleveren(inschrijvingvolgnummer="A"))
    assert register.rijen("SELECT inschrijvingvolgnummer FROM inschrijving ORDER BY 1") == [("A",), ("a",)]


def test_een_melding_blijft_bij_de_inschrijving(register: Register, school: Klant) -> None:
    levering = aanleveren(datumUitschrijvingWerkelijk="2026-01-31")
    uitkomst = is_gemeld(register, school, levering, ("I19", "redenUitschrijving"), velden=INSCHRIJVING)
    assert uitkomst["inschrijving"]["signalen"] == [{"code": "I19"}]
    assert register.rijen("SELECT code, soort, pad FROM signaal") == [("I19", "MELDING", ["redenUitschrijving"])]


def test_een_andere_school_kent_dezelfde_volgnummers(register: Register, school: Klant, andere: Klant) -> None:
    school.registreer(aanleveren(inschrijvingvolgnummer="1"))
    andere.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    assert register.rijen("SELECT instelling FROM inschrijving ORDER BY 1") == [("25LX",), ("27DV",)]
    assert register.aantal("persoon") == 1


def test_niet_bekostigd_onderwijs_vraagt_geen_bekostiging(register: Register, particulier: Klant) -> None:
    particulier.registreer(identificeren())
    nbo = {"perioden": [periode(indicatieBekostigbaar=False)]}
    uitkomst = is_geregistreerd(register, particulier, aanleveren(**nbo), INSCHRIJVING)
    assert uitkomst["inschrijving"]["instelling"] == {"brin": "30ZZ"}
    te_veel = aanleveren(
        inschrijvingvolgnummer="3",
        hoogsteVooropleiding="05",
        extraOndersteuning=[steun("2025-09-01")],
        perioden=[periode(leertraject="EX")],
    )
    verwacht = (
        ("I16", "perioden.0.indicatieBekostigbaar"),
        ("I21", "extraOndersteuning"),
        ("I21", "hoogsteVooropleiding"),
        ("I21", "perioden.0.leertraject"),
    )
    is_afgekeurd(register, particulier, te_veel, *verwacht)


def test_alle_signalen_komen_tegelijk_en_er_verandert_niets(register: Register, school: Klant) -> None:
    levering = aanleveren(
        datumUitschrijvingWerkelijk="2025-07-31",
        redenUitschrijving="99",
        perioden=[periode("2025-08-02", opleidingcode="00000"), periode("2025-08-03", onderwijslocatie=None)],
    )
    verwacht = (
        ("I03", "perioden.0.opleidingcode"),
        ("I09", "datumUitschrijvingWerkelijk"),
        ("I10", "perioden.0.datumBegin"),
        ("I11", "perioden.1.datumBegin"),
        ("I13", "perioden.1.onderwijslocatie"),
        ("I17", "redenUitschrijving"),
    )
    is_afgekeurd(register, school, levering, *verwacht)
