"""B01 to B16: the work placement and its leerbedrijf. B12 belongs to what SBB pushes."""

from __future__ import annotations

from datetime import date

from domain.inschrijving import InschrijvingSleutel
from tests.domain.bouw import Register, aanleveren_bpv, register, verwijderen_bpv, wijzigen_bpv
from tests.domain.wereld import (
    ALLEEN_KAPPER,
    BEDRIJF,
    EIGEN,
    GASTHEER,
    HORECA_DOMEIN,
    HORECA_DOSSIER,
    INGETROKKEN,
    KAPPER,
    KAPPERSDOSSIER,
    KOK,
    MENSEN,
    ONBEKEND_BEDRIJF,
    UITLOPEND,
    Buitenwereld,
    dossier,
    geldend,
    ingeschreven,
    stage,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken

B01 = sig("B01", "bpvvolgnummer", volgnummer="9")


def bij(**anders: object) -> Register:
    """The student, enrolled like this."""
    return register(dossier(1, MENSEN[0], ingeschreven(EIGEN, **anders)))


def keuzedeel(code: str, **anders: object) -> dict[str, object]:
    return {"opleidingcode": None, "keuzedeelcode": code, **anders}


@zaken(
    zaak("wijzigen", wijzigen_bpv(bpvvolgnummer="9"), B01),
    zaak("verwijderen", verwijderen_bpv(bpvvolgnummer="9"), B01),
    zaak("onder een andere inschrijving", wijzigen_bpv(inschrijvingvolgnummer="2"),
         sig("B01", "bpvvolgnummer", volgnummer="1"),
         bij=register(dossier(1, MENSEN[0], ingeschreven(InschrijvingSleutel("27DV", "2")), ingeschreven(), stage()))),
    zaak("bestaat", verwijderen_bpv()),
)  # fmt: skip
def test_b01_de_bpv_bestaat(zaak: Zaak) -> None:
    zaak.klopt()


B02 = sig("B02", "bpvvolgnummer", volgnummer="1")


@zaken(
    zaak("andere uren", aanleveren_bpv(bpvvolgnummer="1", omvang=401), B02),
    zaak("een einde erbij", aanleveren_bpv(bpvvolgnummer="1", datumEindeWerkelijk="2026-01-31"), B02),
    zaak("een keuzedeel erbij", aanleveren_bpv(bpvvolgnummer="1", keuzedeelcode="K0001"), B02, sig("B14")),
    zaak("dezelfde inhoud", aanleveren_bpv(bpvvolgnummer="1")),
)  # fmt: skip
def test_b02_een_bestaande_bpv_heeft_dezelfde_inhoud(zaak: Zaak) -> None:
    zaak.klopt()


def b03(veld: str, einde: str) -> Verwacht:
    return sig("B03", veld, einde=einde, begin="2025-09-01")


@zaken(
    zaak("gepland een dag eerder",
         aanleveren_bpv(datumEindeGepland="2025-08-31"), b03("datumEindeGepland", "2025-08-31")),
    zaak("gepland op dezelfde dag", aanleveren_bpv(datumEindeGepland="2025-09-01")),
    zaak("werkelijk een dag eerder",
         aanleveren_bpv(datumEindeWerkelijk="2025-08-31"), b03("datumEindeWerkelijk", "2025-08-31")),
    zaak("werkelijk op dezelfde dag", aanleveren_bpv(datumEindeWerkelijk="2025-09-01")),
    zaak("beide", aanleveren_bpv(datumEindeGepland="2025-08-30", datumEindeWerkelijk="2025-08-31"),
         b03("datumEindeGepland", "2025-08-30"), b03("datumEindeWerkelijk", "2025-08-31")),
    zaak("begonnen voor de afsluitdatum komt voor", aanleveren_bpv(afsluitdatum="2025-10-01")),
)  # fmt: skip
def test_b03_geen_einde_ligt_voor_het_begin(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een dag na het einde", aanleveren_bpv(), sig("B04", "datumBegin"),
         bij=bij(datum_uitschrijving_werkelijk=date(2025, 8, 31))),
    zaak("op de laatste dag", aanleveren_bpv(), bij=bij(datum_uitschrijving_werkelijk=date(2025, 9, 1))),
    zaak("na het geplande einde", aanleveren_bpv(), bij=bij(datum_uitschrijving_gepland=date(2025, 8, 31))),
)  # fmt: skip
def test_b04_de_bpv_begint_niet_na_de_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()


def b05(id_: str) -> Verwacht:
    return sig("B05", "leerbedrijfId", id=id_)


def b06(id_: str, opleiding: str = KOK, datum: str = "2025-09-01") -> Verwacht:
    return sig("B06", "leerbedrijfId", id=id_, datum=datum, opleiding=opleiding)


@zaken(
    zaak("begint met een nul", aanleveren_bpv(leerbedrijfId="012345678"), b05("012345678")),
    zaak("acht cijfers", aanleveren_bpv(leerbedrijfId="10000000"), b05("10000000")),
    zaak("tien cijfers", aanleveren_bpv(leerbedrijfId="1000000000"), b05("1000000000")),
    zaak("letters", aanleveren_bpv(leerbedrijfId="10000000A"), b05("10000000A")),
    zaak("leeg", aanleveren_bpv(leerbedrijfId=""), b05("")),
    zaak("slechte vorm terwijl SBB weg is", aanleveren_bpv(leerbedrijfId="0"), b05("0"),
         bij=register(buiten=Buitenwereld(sbb_weg=True))),
    zaak("slechte vorm van een geëindigde BPV",
         aanleveren_bpv(leerbedrijfId="0", datumEindeWerkelijk="2025-12-31"), b05("0")),
    zaak("onbekend, loopt nog", aanleveren_bpv(leerbedrijfId=ONBEKEND_BEDRIJF), b05(ONBEKEND_BEDRIJF)),
    zaak("onbekend, eindigt vandaag",
         aanleveren_bpv(leerbedrijfId=ONBEKEND_BEDRIJF, datumEindeWerkelijk="2026-03-10"), b05(ONBEKEND_BEDRIJF)),
    zaak("onbekend, gisteren geëindigd",
         aanleveren_bpv(leerbedrijfId=ONBEKEND_BEDRIJF, datumEindeWerkelijk="2026-03-09"), b06(ONBEKEND_BEDRIJF)),
    zaak("alleen het geplande einde is voorbij",
         aanleveren_bpv(leerbedrijfId=ONBEKEND_BEDRIJF, datumEindeGepland="2026-03-09"), b05(ONBEKEND_BEDRIJF)),
    zaak("bekend", aanleveren_bpv(leerbedrijfId=BEDRIJF)),
)  # fmt: skip
def test_b05_het_leerbedrijf_is_bekend(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("erkend voor een andere opleiding", aanleveren_bpv(leerbedrijfId=ALLEEN_KAPPER), b06(ALLEEN_KAPPER)),
    zaak("erkend voor deze opleiding", aanleveren_bpv(leerbedrijfId=ALLEEN_KAPPER, opleidingcode=KAPPER),
         bij=bij(perioden=(geldend(opleidingcode=KAPPER),))),
    zaak("op de dag van intrekking",
         aanleveren_bpv(leerbedrijfId=INGETROKKEN, datumBegin="2025-10-01"), b06(INGETROKKEN, datum="2025-10-01")),
    zaak("een dag voor de intrekking", aanleveren_bpv(leerbedrijfId=INGETROKKEN, datumBegin="2025-09-30")),
    zaak("een dag voor de erkenning", aanleveren_bpv(datumBegin="2019-12-31"), b06(BEDRIJF, datum="2019-12-31"),
         sig("B15", "datumBegin")),
    zaak("op de eerste dag van de erkenning", aanleveren_bpv(datumBegin="2020-01-01"), sig("B15", "datumBegin")),
    zaak("keuzedeel: de opleiding van de periode telt",
         aanleveren_bpv(leerbedrijfId=ALLEEN_KAPPER, opleidingcode=None, keuzedeelcode="K0001"),
         b06(ALLEEN_KAPPER)),
    zaak("keuzedeel: die van de periode op de begindatum",
         aanleveren_bpv(leerbedrijfId=ALLEEN_KAPPER, opleidingcode=None, keuzedeelcode="K0001"),
         bij=bij(perioden=(geldend(), geldend(date(2025, 9, 1), opleidingcode=KAPPER)))),
    zaak("keuzedeel: de eerste periode als de BPV eerder begint",
         aanleveren_bpv(**keuzedeel("K0001", leerbedrijfId=ALLEEN_KAPPER, datumBegin="2025-07-31")),
         b06(ALLEEN_KAPPER, datum="2025-07-31"), sig("B15", "datumBegin")),
)  # fmt: skip
def test_b06_het_leerbedrijf_is_erkend_als_de_bpv_begint(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("geen grondslag", aanleveren_bpv(opleidingcode=None), sig("B07")),
    zaak("geen grondslag bij een bedrijf voor kappers",
         aanleveren_bpv(opleidingcode=None, leerbedrijfId=ALLEEN_KAPPER), sig("B07")),
    zaak("opleiding", aanleveren_bpv()),
    zaak("keuzedeel", aanleveren_bpv(opleidingcode=None, keuzedeelcode="K0001")),
    zaak("beide", aanleveren_bpv(keuzedeelcode="K0001"), sig("B14")),
)  # fmt: skip
def test_b07_en_b14_de_bpv_heeft_een_grondslag(zaak: Zaak) -> None:
    zaak.klopt()


def b08(code: str, datum: str = "2025-09-01") -> Verwacht:
    return sig("B08", "keuzedeelcode", code=code, datum=datum)


KAPPERSKLAS = (geldend(opleidingcode=KAPPER),)


@zaken(
    zaak("bestaat niet", aanleveren_bpv(**keuzedeel("K9999")), b08("K9999")),
    zaak("kleine letter", aanleveren_bpv(**keuzedeel("k0001")), b08("k0001")),
    zaak("een dag na de geldigheid",
         aanleveren_bpv(**keuzedeel("K0002", datumBegin="2025-09-02")), b08("K0002", "2025-09-02"),
         bij=bij(perioden=KAPPERSKLAS)),
    zaak("op de laatste geldige dag", aanleveren_bpv(**keuzedeel("K0002")), bij=bij(perioden=KAPPERSKLAS)),
)  # fmt: skip
def test_b08_het_keuzedeel_bestaat_als_de_bpv_begint(zaak: Zaak) -> None:
    zaak.klopt()


def b09(code: str) -> Verwacht:
    return sig("B09", "opleidingcode", code=code)


@zaken(
    zaak("andere kwalificatie in hetzelfde dossier", aanleveren_bpv(opleidingcode=GASTHEER), b09(GASTHEER)),
    zaak("het eigen dossier", aanleveren_bpv(opleidingcode=HORECA_DOSSIER)),
    zaak("het eigen domein", aanleveren_bpv(opleidingcode=HORECA_DOMEIN)),
    zaak("een ander dossier", aanleveren_bpv(opleidingcode=KAPPERSDOSSIER), b09(KAPPERSDOSSIER)),
    zaak("kwalificatie binnen het dossier", aanleveren_bpv(opleidingcode=GASTHEER),
         bij=bij(perioden=(geldend(opleidingcode=HORECA_DOSSIER),))),
    zaak("kwalificatie binnen het domein", aanleveren_bpv(opleidingcode=GASTHEER),
         bij=bij(perioden=(geldend(opleidingcode=HORECA_DOMEIN),))),
    zaak("dossier binnen het domein", aanleveren_bpv(opleidingcode=HORECA_DOSSIER),
         bij=bij(perioden=(geldend(opleidingcode=HORECA_DOMEIN),))),
    zaak("een dag voor de overstap", aanleveren_bpv(opleidingcode=KAPPER), b09(KAPPER),
         bij=bij(perioden=(geldend(), geldend(date(2025, 9, 2), opleidingcode=KAPPER)))),
    zaak("op de dag van de overstap", aanleveren_bpv(opleidingcode=KAPPER),
         bij=bij(perioden=(geldend(), geldend(date(2025, 9, 1), opleidingcode=KAPPER)))),
    zaak("begonnen voor de eerste periode", aanleveren_bpv(opleidingcode=KAPPER, datumBegin="2025-07-01"), b09(KAPPER),
         sig("B15", "datumBegin")),
    zaak("een opleiding zonder instroom", aanleveren_bpv(opleidingcode=UITLOPEND),
         bij=bij(perioden=(geldend(opleidingcode=UITLOPEND),))),
)  # fmt: skip
def test_b09_de_opleiding_is_die_van_de_periode(zaak: Zaak) -> None:
    zaak.klopt()


def i03(code: str) -> Verwacht:
    return sig("I03", "opleidingcode", code=code, datum="2025-09-01")


@zaken(
    zaak("onbekend", aanleveren_bpv(opleidingcode="99999"), i03("99999")),
    zaak("onbekend, bij een bedrijf dat alleen voor kappers erkend is",
         aanleveren_bpv(opleidingcode="99999", leerbedrijfId=ALLEEN_KAPPER),
         i03("99999")),
    zaak("bekend", aanleveren_bpv(opleidingcode=KOK)),
)  # fmt: skip
def test_i03_de_opleiding_van_een_bpv_bestaat(zaak: Zaak) -> None:
    zaak.klopt()


def b10(omvang: int) -> Verwacht:
    return sig("B10", "omvang", omvang=omvang)


@zaken(
    zaak("0 uur", aanleveren_bpv(omvang=0), b10(0)),
    zaak("min 1 uur", aanleveren_bpv(omvang=-1), b10(-1)),
    zaak("1 uur", aanleveren_bpv(omvang=1)),
    zaak("9999 uur", aanleveren_bpv(omvang=9999)),
    zaak("10000 uur", aanleveren_bpv(omvang=10000), b10(10000)),
    zaak("geen uren", aanleveren_bpv(omvang=None), sig("B16", "omvang")),
    zaak("wijzigen naar geen uren", wijzigen_bpv(omvang=None), sig("B16", "omvang")),
)  # fmt: skip
def test_b10_en_b16_de_omvang_is_mogelijk(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("weg", aanleveren_bpv(), sig("B11", "leerbedrijfId"), bij=register(buiten=Buitenwereld(sbb_weg=True))),
    zaak("bereikbaar", aanleveren_bpv()),
    zaak("verwijderen vraagt niets", verwijderen_bpv(), bij=register(buiten=Buitenwereld(sbb_weg=True))),
)  # fmt: skip
def test_b11_sbb_is_bereikbaar(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("hoort bij een andere opleiding", aanleveren_bpv(**keuzedeel("K0002", datumBegin="2025-08-31")),
         sig("B13", "keuzedeelcode", code="K0002", opleiding=KOK)),
    zaak("hoort erbij", aanleveren_bpv(**keuzedeel("K0001"))),
    zaak("een opleiding zonder lijst neemt elk keuzedeel", aanleveren_bpv(**keuzedeel("K0001")),
         bij=bij(perioden=KAPPERSKLAS)),
)  # fmt: skip
def test_b13_het_keuzedeel_hoort_bij_de_opleiding(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een dag eerder", aanleveren_bpv(datumBegin="2025-07-31"), sig("B15", "datumBegin")),
    zaak("dezelfde dag", aanleveren_bpv(datumBegin="2025-08-01")),
)  # fmt: skip
def test_b15_de_bpv_begint_niet_voor_de_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()
