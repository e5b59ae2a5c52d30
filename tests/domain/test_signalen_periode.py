"""I05 to I28 as far as they are about each period of an enrolment by itself."""

from __future__ import annotations

from tests.domain.bouw import (
    aanleveren,
    geboren,
    periode,
    register,
    school,
    vanaf,
)
from tests.domain.wereld import (
    ALLEEN_BOL,
    GASTHEER,
    HORECA_DOMEIN,
    HORECA_DOSSIER,
    MENSEN,
    PARTICULIER,
    dossier,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken

DOMEIN, DOSSIER = {"opleidingcode": HORECA_DOMEIN}, {"opleidingcode": HORECA_DOSSIER}


@zaken(
    zaak("domein met BBL", aanleveren(**vanaf("2025-08-01", **DOMEIN, niveau="MBO_2", leertraject="BBL")),
         sig("I05", "perioden.0.leertraject")),
    zaak("domein op niveau 1", aanleveren(**vanaf("2025-08-01", **DOMEIN, niveau="MBO_1")),
         sig("I05", "perioden.0.niveau")),
    zaak("domein met BBL op niveau 1", aanleveren(**vanaf("2025-08-01", **DOMEIN, niveau="MBO_1", leertraject="BBL")),
         sig("I05", "perioden.0.leertraject"), sig("I05", "perioden.0.niveau")),
    zaak("domein met BOL op niveau 2", aanleveren(**vanaf("2025-08-01", **DOMEIN, niveau="MBO_2"))),
    zaak("dossier met BBL op niveau 1",
         aanleveren(**vanaf("2025-08-01", **DOSSIER, niveau="MBO_1", leertraject="BBL"))),
)  # fmt: skip
def test_i05_een_domein_gaat_met_bol_en_niet_op_niveau_1(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("dossier zonder niveau", aanleveren(**vanaf("2025-08-01", **DOSSIER)), sig("I06", "perioden.0.niveau")),
    zaak("domein zonder niveau", aanleveren(**vanaf("2025-08-01", **DOMEIN)), sig("I06", "perioden.0.niveau")),
    zaak("dossier met niveau", aanleveren(**vanaf("2025-08-01", **DOSSIER, niveau="MBO_3"))),
    zaak("kwalificatie zonder niveau", aanleveren()),
)  # fmt: skip
def test_i06_niveau_is_verplicht_bij_dossier_en_domein(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een niveau hoger", aanleveren(perioden=[periode(niveau="MBO_3")]),
         sig("I07", "perioden.0.niveau", geleverd="MBO_3", register="MBO_2")),
    zaak("hetzelfde niveau", aanleveren(perioden=[periode(niveau="MBO_2")])),
    zaak("een dossier heeft geen eigen niveau", aanleveren(**vanaf("2025-08-01", **DOSSIER, niveau="MBO_4"))),
)  # fmt: skip
def test_i07_het_niveau_is_dat_van_de_kwalificatie(zaak: Zaak) -> None:
    zaak.klopt()


def i08(leertraject: str, datum: str) -> Verwacht:
    return sig("I08", "perioden.0.leertraject", leertraject=leertraject, datum=datum)


@zaken(
    zaak("BOL_DT op 31 juli 2023", aanleveren(**vanaf("2023-07-31", leertraject="BOL_DT"))),
    zaak("BOL_DT op 1 augustus 2023",
         aanleveren(**vanaf("2023-08-01", leertraject="BOL_DT")), i08("BOL_DT", "2023-08-01")),
    zaak("ODT op 31 december 2018",
         aanleveren(**vanaf("2018-12-31", leertraject="ODT", indicatieBekostigbaar=False)), i08("ODT", "2018-12-31")),
    zaak("ODT op 1 januari 2019", aanleveren(**vanaf("2019-01-01", leertraject="ODT", indicatieBekostigbaar=False))),
    zaak("elke periode, niet alleen de eerste",
         aanleveren(datumInschrijving="2023-01-01", perioden=[periode("2023-08-01", leertraject="BOL_DT"),
         periode("2023-01-01", leertraject="BOL_DT")]),
         i08("BOL_DT", "2023-08-01")),
)  # fmt: skip
def test_i08_het_leertraject_is_geldig_als_de_periode_begint(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("op 1 augustus 2019", aanleveren(**vanaf("2019-08-01", onderwijslocatie=None)),
         sig("I13", "perioden.0.onderwijslocatie")),
    zaak("op 31 juli 2019", aanleveren(**vanaf("2019-07-31", onderwijslocatie=None))),
    zaak("een latere periode van een oude inschrijving",
         aanleveren(datumInschrijving="2019-07-31", perioden=[periode("2019-07-31", onderwijslocatie=None),
         periode("2019-08-01", onderwijslocatie=None)]),
         sig("I13", "perioden.1.onderwijslocatie")),
)  # fmt: skip
def test_i13_de_onderwijslocatie_is_geleverd(zaak: Zaak) -> None:
    zaak.klopt()


def i14(veld: str, waarde: str, vorm: str) -> Verwacht:
    return sig("I14", f"perioden.0.{veld}", code=waarde, vorm=vorm)


@zaken(
    zaak("locatie met een kleine x",
         aanleveren(perioden=[periode(onderwijslocatie="100x100")]), i14("onderwijslocatie", "100x100", "nnnXnnn")),
    zaak("locatie als aanbieder",
         aanleveren(perioden=[periode(onderwijsaanbieder="100X100")]), i14("onderwijsaanbieder", "100X100", "nnnAnnn")),
    zaak("aanbieder met een cijfer meer",
         aanleveren(perioden=[periode(onderwijsaanbieder="100A1000")]),
         i14("onderwijsaanbieder", "100A1000", "nnnAnnn")),
    zaak("lege locatie", aanleveren(perioden=[periode(onderwijslocatie="")]), i14("onderwijslocatie", "", "nnnXnnn")),
    zaak("vsv van 13 tekens",
         aanleveren(perioden=[periode(locatiecodeVsv="V" * 13)]), i14("locatiecodeVsv", "V" * 13, "AN1..12")),
    zaak("vsv van 12 tekens", aanleveren(perioden=[periode(locatiecodeVsv="27DV00ABCD12")])),
    zaak("geen aanbieder", aanleveren(perioden=[periode(onderwijsaanbieder=None)])),
)  # fmt: skip
def test_i14_codes_hebben_hun_vorm(zaak: Zaak) -> None:
    zaak.klopt()


I16 = sig("I16", "perioden.0.indicatieBekostigbaar")


@zaken(
    zaak("OVO", aanleveren(perioden=[periode(leertraject="OVO")]), I16),
    zaak("ODT", aanleveren(perioden=[periode(leertraject="ODT")]), I16),
    zaak("OVO zonder claim", aanleveren(perioden=[periode(leertraject="OVO", indicatieBekostigbaar=False)])),
    zaak("EX", aanleveren(perioden=[periode(leertraject="EX")])),
    zaak("niet-bekostigde instelling", aanleveren(), I16,
         bij=register(dossier(1, MENSEN[0], door={PARTICULIER}), aanroeper=school(PARTICULIER))),
    zaak("niet-bekostigde instelling zonder claim", aanleveren(perioden=[periode(indicatieBekostigbaar=False)]),
         bij=register(dossier(1, MENSEN[0], door={PARTICULIER}), aanroeper=school(PARTICULIER))),
)  # fmt: skip
def test_i16_de_claim_is_mogelijk(zaak: Zaak) -> None:
    zaak.klopt()


I24 = sig("I24", "perioden.0.leerroutefase")


@zaken(
    zaak("op 31 juli 2020", aanleveren(**vanaf("2020-07-31", leerroute="DLP", leerroutefase="MBO")), I24),
    zaak("op 1 augustus 2020", aanleveren(**vanaf("2020-08-01", leerroute="DLP", leerroutefase="MBO"))),
    zaak("zonder leerroute", aanleveren(perioden=[periode(leerroutefase="VO")]), I24),
    zaak("leerroute zonder fase", aanleveren(**vanaf("2020-07-31", leerroute="DLP"))),
)  # fmt: skip
def test_i24_een_leerroutefase_hoort_bij_een_leerroute(zaak: Zaak) -> None:
    zaak.klopt()


def i27(leertraject: str) -> Verwacht:
    return sig("I27", "perioden.0.leertraject", leertraject=leertraject, code=ALLEEN_BOL)


@zaken(
    zaak("BBL", aanleveren(**vanaf("2025-08-01", opleidingcode=ALLEEN_BOL, leertraject="BBL")), i27("BBL")),
    zaak("BOL", aanleveren(**vanaf("2025-08-01", opleidingcode=ALLEEN_BOL))),
    zaak("BOL_DT is een BOL", aanleveren(**vanaf("2023-07-31", opleidingcode=ALLEEN_BOL, leertraject="BOL_DT"))),
    zaak("EX kent geen leerweg", aanleveren(**vanaf("2025-08-01", opleidingcode=ALLEEN_BOL, leertraject="EX"))),
    zaak("dossier zonder vastgestelde leerwegen",
         aanleveren(**vanaf("2025-08-01", **DOSSIER, niveau="MBO_3", leertraject="BBL"))),
)  # fmt: skip
def test_i27_het_leertraject_is_vastgesteld_voor_de_opleiding(zaak: Zaak) -> None:
    zaak.klopt()


I28 = sig("I28", "perioden.0.leertraject")


def bbl(datum: str = "2025-08-01") -> dict[str, object]:
    return vanaf(datum, leertraject="BBL")


@zaken(
    zaak("zestien op 31 juli: het schooljaar is om", aanleveren(**bbl()), bij=geboren(2009, 7, 31)),
    zaak("zestien op 1 augustus: nog een schooljaar", aanleveren(**bbl()), I28, bij=geboren(2009, 8, 1)),
    zaak("zestien op 1 augustus, laatste dag van het schooljaar", aanleveren(**bbl("2026-07-31")), I28,
         bij=geboren(2009, 8, 1)),
    zaak("zestien op 1 augustus, na het schooljaar", aanleveren(**bbl("2026-08-01")), bij=geboren(2009, 8, 1)),
    zaak("BOL", aanleveren(), bij=geboren(2009, 8, 1)),
    zaak("op een schrikkeldag geboren", aanleveren(**bbl("2024-07-31")), I28, bij=geboren(2008, 2, 29)),
    zaak("op een schrikkeldag geboren, na het schooljaar", aanleveren(**bbl("2024-08-01")), bij=geboren(2008, 2, 29)),
    zaak("dag onbekend: zo oud als kan", aanleveren(**bbl("2026-07-31")), I28, bij=geboren(2009, 8)),
    zaak("geboortejaar onbekend", aanleveren(**bbl()), bij=geboren(0)),
    zaak("geboren in het laatste jaar dat er is", aanleveren(**bbl()),
         sig("I22", "datumInschrijving", leeftijd=-7975), I28, bij=geboren(9999, 12, 31)),
    zaak("elke periode",
         aanleveren(perioden=[periode(), periode("2026-02-01", opleidingcode=GASTHEER, leertraject="BBL")]),
         sig("I28", "perioden.1.leertraject"), bij=geboren(2009, 8, 1)),
)  # fmt: skip
def test_i28_de_volledige_leerplicht_is_geeindigd(zaak: Zaak) -> None:
    zaak.klopt()
