"""I03 to I28 as far as they are about the periods of an enrolment."""

from __future__ import annotations

from datetime import date

import pytest

from domain.inschrijving import InschrijvingSleutel
from domain.tijd import OnvolledigeDatum
from tests.domain.bouw import IPO, Register, aanleveren, periode, register, school, uitschrijven, wijzigen
from tests.domain.wereld import (
    ALLEEN_BOL,
    ANDERE,
    GASTHEER,
    HORECA_DOMEIN,
    HORECA_DOSSIER,
    KOK,
    LATER_GELICENTIEERD,
    MENSEN,
    PARTICULIER,
    SCHOOL,
    STUDENT,
    UITLOPEND,
    ZONDER_LICENTIE,
    dossier,
    geldend,
    ingeschreven,
    mens,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken


def geboren(jaar: int, maand: int = 0, dag: int = 0) -> Register:
    return register(dossier(1, mens(STUDENT, geboortedatum=OnvolledigeDatum(jaar, maand, dag))))


def code(waarde: str, datum: str = "2025-08-01", nummer: int = 0, soort: str = "I03") -> Verwacht:
    return sig(soort, f"perioden.{nummer}.opleidingcode", code=waarde, datum=datum)


def vanaf(begin: str, **anders: object) -> dict[str, object]:
    """An enrolment with one period that begins with it."""
    return {"datumInschrijving": begin, "perioden": [periode(begin, **anders)]}


@zaken(
    zaak("bestaat niet", aanleveren(**vanaf("2025-08-01", opleidingcode="99999")), code("99999")),
    zaak("leeg", aanleveren(**vanaf("2025-08-01", opleidingcode="")), code("")),
    zaak("een dag na de laatste instroom",
         aanleveren(**vanaf("2024-08-01", opleidingcode=UITLOPEND)), code(UITLOPEND, "2024-08-01")),
    zaak("op de laatste instroomdag", aanleveren(**vanaf("2024-07-31", opleidingcode=UITLOPEND))),
    zaak("latere periode van wie op tijd begon",
         aanleveren(datumInschrijving="2024-07-31", perioden=[periode("2024-07-31", opleidingcode=UITLOPEND),
         periode("2025-02-01", opleidingcode=UITLOPEND, leertraject="BBL")])),
    zaak("overstap na de laatste instroom",
         aanleveren(perioden=[periode(), periode("2026-02-01", opleidingcode=UITLOPEND)]),
         code(UITLOPEND, "2026-02-01", 1)),
    zaak("een dag voor de eerste geldigheid",
         aanleveren(**vanaf("2015-07-31", onderwijslocatie=None)), code(KOK, "2015-07-31"), bij=geboren(1990)),
    zaak("op de eerste geldige dag", aanleveren(**vanaf("2015-08-01", onderwijslocatie=None)), bij=geboren(1990)),
    zaak("elke onbekende code een keer, bij de eerste periode",
         aanleveren(perioden=[periode("2026-02-01", opleidingcode="99999"), periode(opleidingcode="99999"),
         periode("2025-10-01", opleidingcode="88888")]),
         code("99999", nummer=1), code("88888", "2025-10-01", 2)),
)  # fmt: skip
def test_i03_de_opleiding_bestaat_als_de_student_ermee_begint(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("geen licentie",
         aanleveren(**vanaf("2025-08-01", opleidingcode=ZONDER_LICENTIE)), code(ZONDER_LICENTIE, soort="I04")),
    zaak("een dag voor de licentie", aanleveren(**vanaf("2025-08-31", opleidingcode=LATER_GELICENTIEERD)),
         code(LATER_GELICENTIEERD, "2025-08-31", soort="I04")),
    zaak("op de eerste dag van de licentie", aanleveren(**vanaf("2025-09-01", opleidingcode=LATER_GELICENTIEERD))),
    zaak("een latere periode maakt het niet goed",
         aanleveren(perioden=[periode("2025-10-01", opleidingcode=LATER_GELICENTIEERD),
         periode(opleidingcode=LATER_GELICENTIEERD)]),
         code(LATER_GELICENTIEERD, "2025-08-01", 1, soort="I04")),
    zaak("licentie voor alle opleidingen", aanleveren(**vanaf("2025-08-01", opleidingcode=ZONDER_LICENTIE)),
         bij=register(dossier(1, MENSEN[0], door={ANDERE}), aanroeper=school(ANDERE))),
)  # fmt: skip
def test_i04_de_instelling_mag_de_opleiding_verzorgen(zaak: Zaak) -> None:
    zaak.klopt()


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


def begin(soort: str, nummer: int, **parameters: object) -> Verwacht:
    return sig(soort, f"perioden.{nummer}.datumBegin", **parameters)


@zaken(
    zaak("een dag later", aanleveren(perioden=[periode("2025-08-02")]), begin("I10", 0)),
    zaak("een dag eerder", aanleveren(perioden=[periode("2025-07-31")]), begin("I10", 0)),
    zaak("op de datum van inschrijving", aanleveren()),
    zaak("de vroegste is de eerste, waar zij ook staat", aanleveren(perioden=[periode("2025-09-01"), periode()])),
    zaak("de vroegste wordt aangewezen",
         aanleveren(perioden=[periode("2025-09-01"), periode("2025-08-02")]), begin("I10", 1)),
)  # fmt: skip
def test_i10_de_eerste_periode_begint_op_de_datum_van_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()


EINDE = {"datumUitschrijvingWerkelijk": "2026-01-31", "redenUitschrijving": "01"}


@zaken(
    zaak("een dag na het einde",
         aanleveren(**EINDE, perioden=[periode(), periode("2026-02-01")]), begin("I11", 1, datum="2026-02-01")),
    zaak("op de laatste dag", aanleveren(**EINDE, perioden=[periode(), periode("2026-01-31")])),
    zaak("na het geplande einde, niet uitgeschreven", aanleveren(perioden=[periode(), periode("2027-08-01")])),
    zaak("dezelfde dag", aanleveren(perioden=[periode(), periode()]), begin("I11", 1, datum="2025-08-01")),
    zaak("een dag uit elkaar", aanleveren(perioden=[periode(), periode("2025-08-02")])),
    zaak("driemaal dezelfde dag", aanleveren(perioden=[periode(), periode(), periode()]),
         begin("I11", 1, datum="2025-08-01"), begin("I11", 2, datum="2025-08-01")),
    zaak("twee voor de inschrijving: de eerste sluit niet aan, de tweede valt erbuiten",
         aanleveren(perioden=[periode("2025-06-01"), periode("2025-07-31"), periode()]),
         begin("I10", 0), begin("I11", 1, datum="2025-07-31")),
    zaak("de eerste dag die er is, twee keer",
         aanleveren(datumInschrijving="0001-01-01", perioden=[periode("0001-01-01", opleidingcode="9")] * 2),
         code("9", "0001-01-01"), begin("I11", 1, datum="0001-01-01"), sig("I22", "datumInschrijving", leeftijd=-2005)),
    zaak("uitschrijven voor een latere periode", uitschrijven(),
         sig("I11", "datumUitschrijvingWerkelijk", datum="2026-02-01"),
         bij=register(dossier(1, MENSEN[0], ingeschreven(perioden=(geldend(), geldend(date(2026, 2, 1))))))),
    zaak("uitschrijven op de begindag van een latere periode", uitschrijven(),
         bij=register(dossier(1, MENSEN[0], ingeschreven(perioden=(geldend(), geldend(date(2026, 1, 31))))))),
    zaak("het einde ligt voor het begin: dat zegt I09",
         aanleveren(datumUitschrijvingWerkelijk="2025-07-01", redenUitschrijving="01"),
         sig("I09", "datumUitschrijvingWerkelijk", einde="2025-07-01", begin="2025-08-01")),
)  # fmt: skip
def test_i11_latere_perioden_beginnen_binnen_de_inschrijving_en_eenmaal(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("geen periode", aanleveren(perioden=[]), sig("I12", "perioden")),
    zaak("een periode", aanleveren(perioden=[periode()])),
    zaak("wijzigen naar geen periode", wijzigen(perioden=[]), sig("I12", "perioden")),
)  # fmt: skip
def test_i12_de_inschrijving_heeft_een_periode(zaak: Zaak) -> None:
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


def elders(**anders: object) -> Register:
    """The student has a claimed enrolment at another school until 2025-12-31; this one identified the student too."""
    ander = {"datum_uitschrijving_werkelijk": date(2025, 12, 31)} | anders
    daar = ingeschreven(InschrijvingSleutel(ANDERE, "1"), **ander)
    return register(dossier(1, MENSEN[0], daar, door={SCHOOL, ANDERE}))


def i15(nummer: int = 0) -> Verwacht:
    return sig("I15", f"perioden.{nummer}.indicatieBekostigbaar", instelling="een andere instelling")


@zaken(
    zaak("een dag overlap", aanleveren(**vanaf("2025-12-31")), i15(), bij=elders()),
    zaak("aansluitend", aanleveren(**vanaf("2026-01-01")), bij=elders()),
    zaak("de ander loopt nog", aanleveren(**vanaf("2026-01-01")), i15(),
         bij=elders(datum_uitschrijving_werkelijk=None)),
    zaak("zonder claim", aanleveren(perioden=[periode(indicatieBekostigbaar=False)]), bij=elders()),
    zaak("de ander claimt niet", aanleveren(), bij=elders(perioden=(geldend(indicatie_bekostigbaar=False),))),
    zaak("alleen de periode die overlapt", aanleveren(perioden=[periode("2026-01-01"), periode()]), i15(1),
         bij=elders()),
    zaak("dezelfde instelling", aanleveren()),
)  # fmt: skip
def test_i15_geen_andere_instelling_claimt_dezelfde_dag(zaak: Zaak) -> None:
    zaak.klopt()


@pytest.mark.parametrize("wie", [school(), IPO], ids=["MBO", "IPO"])
def test_i15_noemt_de_andere_instelling_alleen_aan_ipo(wie: object) -> None:
    hier = elders()
    levering = aanleveren()
    if wie is IPO:
        hier.aanroeper, levering = IPO, levering.met(beheer={"instelling": SCHOOL, "reden": "herstel"})
    (signaal,) = hier.lever(levering)[0].signalen
    assert signaal.parameters == {"instelling": "een andere instelling"}
    assert ANDERE not in signaal.tekst
    assert signaal.ipo.parameters == {"instelling": ANDERE}
    assert signaal.ipo.tekst.endswith(f"bij {ANDERE}")


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
