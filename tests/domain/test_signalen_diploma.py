"""R03, R06 to R08, R12, R15 and R16: the diploma as a whole. The pass rules have a table of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.referentie import Licentie
from tests.domain.bouw import (
    Register,
    aanleveren_diploma,
    geo,
    geslaagd,
    kzd,
    register,
    school,
    wijzigen_diploma,
)
from tests.domain.wereld import (
    ANDERE,
    GASTHEER,
    HORECA_DOMEIN,
    HORECA_DOSSIER,
    KAPPER,
    KOK,
    KOKSSPECIALIST,
    LATER_GELICENTIEERD,
    MENSEN,
    PARTICULIER,
    REFERENTIE,
    REKENEN_3F,
    SCHOOL,
    TAAL_3F,
    UITLOPEND,
    ZONDER_LICENTIE,
    behaald,
    dossier,
    geldend,
    ingeschreven,
    los,
    uitgeschreven,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken

GEEN_EINDE = "(geen)"
DAG = "2026-01-31"


def onder(opleiding: str) -> Register:
    """The student, enrolled in this opleiding and out with the diploma."""
    return geslaagd(perioden=(geldend(opleidingcode=opleiding),))


def i03(code: str) -> Verwacht:
    return sig("I03", "opleidingcode", code=code, datum=DAG)


def r03(code: str) -> Verwacht:
    return sig("R03", "opleidingcode", code=code)


@zaken(
    zaak("dossier", aanleveren_diploma(opleidingcode=HORECA_DOSSIER), r03(HORECA_DOSSIER), bij=geslaagd()),
    zaak("domein", aanleveren_diploma(opleidingcode=HORECA_DOMEIN), r03(HORECA_DOMEIN), bij=geslaagd()),
    zaak("wijzigen naar een dossier",
         wijzigen_diploma(opleidingcode=HORECA_DOSSIER), r03(HORECA_DOSSIER), bij=geslaagd(behaald())),
    zaak("onbekend", aanleveren_diploma(opleidingcode="99999"), i03("99999"), bij=geslaagd()),
    zaak("kwalificatie", aanleveren_diploma(), bij=geslaagd()),
    zaak("een kwalificatie zonder instroom",
         aanleveren_diploma(opleidingcode=UITLOPEND, generiekeExamenonderdelen=[
             geo("21", TAAL_3F), geo("22", REKENEN_3F), geo("24", "3013")]), bij=onder(UITLOPEND)),
)  # fmt: skip
def test_r03_een_diploma_is_van_een_kwalificatie(zaak: Zaak) -> None:
    zaak.klopt()


def r06(code: str = KOK) -> Verwacht:
    return sig("R06", "opleidingcode", code=code)


R16 = sig("R16", "opleidingcode")
R08_OP_4 = sig("R08", "generiekeExamenonderdelen", niveau="MBO_4")


@zaken(
    zaak("onder een ander volgnummer", aanleveren_diploma(), r06(), R16, bij=geslaagd(behaald())),
    zaak("ook als het later behaald is", aanleveren_diploma(), r06(),
         bij=geslaagd(behaald(datum_resultaat=date(2026, 2, 1)))),
    zaak("bij een andere instelling telt alleen het niveau", aanleveren_diploma(), R16,
         bij=geslaagd(behaald(instelling=ANDERE))),
    zaak("een andere opleiding", aanleveren_diploma(keuzedelen=[]), R16,
         bij=geslaagd(behaald(opleidingcode=KAPPER))),
    zaak("wijzigen botst niet met zichzelf", wijzigen_diploma(keuzedelen=[]), bij=geslaagd(behaald())),
    zaak("een los resultaat is geen diploma", aanleveren_diploma(), bij=geslaagd(los())),
)  # fmt: skip
def test_r06_een_instelling_geeft_een_diploma_eenmaal(zaak: Zaak) -> None:
    zaak.klopt()


def r07(code: str, datum: str = DAG) -> Verwacht:
    return sig("R07", "opleidingcode", code=code, datum=datum)


def erkend_tot(dag: date) -> Register:
    """An institution that is not funded, with diploma recognition for koks up to and including that day."""
    erkenning = Licentie(brin=PARTICULIER, opleidingcode=KOK, geldig_tot=dag)
    referentie = replace(
        REFERENTIE,
        licenties={(PARTICULIER, KOK): [erkenning]},
    )
    eigen = uitgeschreven(sleutel=replace(uitgeschreven().sleutel, instelling=PARTICULIER))
    hier = register(dossier(1, MENSEN[0], eigen, door=[PARTICULIER]), aanroeper=school(PARTICULIER))
    return replace(hier, referentie=referentie)


@zaken(
    zaak("geen licentie", aanleveren_diploma(opleidingcode=ZONDER_LICENTIE), r07(ZONDER_LICENTIE), R08_OP_4,
         bij=onder(ZONDER_LICENTIE)),
    zaak("een dag voor de licentie",
         aanleveren_diploma(opleidingcode=LATER_GELICENTIEERD, datumResultaat="2025-08-31"),
         r07(LATER_GELICENTIEERD, "2025-08-31"), R08_OP_4,
         sig("R12", "datumResultaat", einde=DAG, datum="2025-08-31"), bij=onder(LATER_GELICENTIEERD)),
    zaak("op de eerste dag van de licentie",
         aanleveren_diploma(opleidingcode=LATER_GELICENTIEERD, datumResultaat="2025-09-01"),
         R08_OP_4, sig("R12", "datumResultaat", einde=DAG, datum="2025-09-01"), bij=onder(LATER_GELICENTIEERD)),
    zaak("niet bekostigd, een dag na de diploma-erkenning",
         aanleveren_diploma(indicatieBekostigbaar=False), r07(KOK), bij=erkend_tot(date(2026, 1, 30))),
    zaak("niet bekostigd, op de laatste dag van de diploma-erkenning",
         aanleveren_diploma(indicatieBekostigbaar=False), bij=erkend_tot(date(2026, 1, 31))),
    zaak("niet bekostigd vraagt niets", aanleveren_diploma(), sig("I16", "indicatieBekostigbaar"),
         bij=erkend_tot(date(2026, 1, 31))),
)  # fmt: skip
def test_r07_en_i16_de_instelling_mag_het_diploma_geven_en_bekostiging_vragen(zaak: Zaak) -> None:
    zaak.klopt()


def r12(einde: str, datum: str = DAG) -> Verwacht:
    return sig("R12", "datumResultaat", einde=einde, datum=datum)


@zaken(
    zaak("niet uitgeschreven", aanleveren_diploma(), r12(GEEN_EINDE), bij=register(dossier(1, MENSEN[0],
         ingeschreven()))),
    zaak("een dag later uitgeschreven", aanleveren_diploma(), r12("2026-02-01"),
         bij=geslaagd(datum_uitschrijving_werkelijk=date(2026, 2, 1))),
    zaak("het geplande einde telt niet", aanleveren_diploma(), r12(GEEN_EINDE),
         bij=register(dossier(1, MENSEN[0], ingeschreven(datum_uitschrijving_gepland=date(2026, 1, 31))))),
    zaak("op die dag", aanleveren_diploma(), bij=geslaagd()),
)  # fmt: skip
def test_r12_de_inschrijving_eindigt_met_het_diploma(zaak: Zaak) -> None:
    zaak.klopt()


def r15(code: str, volgnummer: str = "1") -> Verwacht:
    return sig("R15", "opleidingcode", code=code, volgnummer=volgnummer, datum=DAG)


@zaken(
    zaak("andere kwalificatie in hetzelfde dossier", aanleveren_diploma(opleidingcode=GASTHEER), r15(GASTHEER),
         bij=geslaagd()),
    zaak("binnen het dossier van de inschrijving", aanleveren_diploma(opleidingcode=GASTHEER),
         bij=onder(HORECA_DOSSIER)),
    zaak("binnen het domein van de inschrijving", aanleveren_diploma(opleidingcode=GASTHEER),
         bij=onder(HORECA_DOMEIN)),
    zaak("buiten het domein", aanleveren_diploma(opleidingcode=KAPPER), r15(KAPPER), bij=onder(HORECA_DOMEIN)),
    zaak("een dag voor de overstap", aanleveren_diploma(opleidingcode=KAPPER), r15(KAPPER),
         bij=geslaagd(perioden=(geldend(), geldend(date(2026, 2, 1), opleidingcode=KAPPER)))),
    zaak("op de dag van de overstap", aanleveren_diploma(opleidingcode=KAPPER),
         bij=geslaagd(perioden=(geldend(), geldend(date(2026, 1, 31), opleidingcode=KAPPER)))),
)  # fmt: skip
def test_r15_het_diploma_is_van_de_opleiding_van_de_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()


def eerder(opleiding: str, dag: date = date(2025, 10, 1), **anders: object) -> Register:
    """The student, with a diploma of another opleiding."""
    return geslaagd(behaald(opleidingcode=opleiding, datum_resultaat=dag, **anders))


@zaken(
    zaak("een hoger", aanleveren_diploma(), R16, bij=eerder(KOKSSPECIALIST)),
    zaak("een hoger, elders", aanleveren_diploma(), R16, bij=eerder(KOKSSPECIALIST, instelling=ANDERE)),
    zaak("op dezelfde dag", aanleveren_diploma(), R16, bij=eerder(KAPPER, date(2026, 1, 31))),
    zaak("een dag later", aanleveren_diploma(), bij=eerder(KAPPER, date(2026, 2, 1))),
    zaak("een lager", aanleveren_diploma(opleidingcode=GASTHEER), bij=geslaagd(
         behaald(datum_resultaat=date(2025, 10, 1)), perioden=(geldend(opleidingcode=GASTHEER),))),
    zaak("van een onbekende opleiding", aanleveren_diploma(), bij=eerder("99999")),
    zaak("het eigen diploma", wijzigen_diploma(keuzedelen=[]), bij=geslaagd(behaald())),
)  # fmt: skip
def test_r16_de_student_heeft_nog_geen_gelijk_of_hoger_diploma(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("I03 zwijgt R07, R08, R11, R15 en R16", aanleveren_diploma(
         opleidingcode="99999", generiekeExamenonderdelen=[], keuzedelen=[kzd("23", "K0002")]),
         i03("99999"), bij=eerder(KOKSSPECIALIST)),
    zaak("R03 zwijgt R07, R08, R11, R15 en R16", aanleveren_diploma(
         opleidingcode=HORECA_DOSSIER, generiekeExamenonderdelen=[], keuzedelen=[kzd("23", "K0002")]),
         r03(HORECA_DOSSIER), bij=eerder(KOKSSPECIALIST)),
    zaak("R04 zwijgt R08, R12 en R15, niet R07", aanleveren_diploma(
         inschrijvingvolgnummer="9", opleidingcode=ZONDER_LICENTIE, generiekeExamenonderdelen=[]),
         sig("R04", "inschrijvingvolgnummer", datum=DAG), r07(ZONDER_LICENTIE), bij=geslaagd()),
    zaak("R13 zwijgt R08", aanleveren_diploma(generiekeExamenonderdelen=[geo("21", "9999")]),
         sig("R13", "generiekeExamenonderdelen.0.code", code="9999"), bij=geslaagd()),
    zaak("R14 zwijgt R08 en R09", aanleveren_diploma(
         generiekeExamenonderdelen=[geo("21", eindcijfer=11, cijferInstellingsexamen="5.0")]),
         sig("R14", "generiekeExamenonderdelen.0.eindcijfer", cijfer=11), bij=geslaagd()),
)  # fmt: skip
def test_wat_ontbreekt_zwijgt_wat_het_nodig_heeft(zaak: Zaak) -> None:
    zaak.klopt()


def test_de_eigen_school_is_de_enige_die_genoemd_wordt() -> None:
    """R16 counts what others registered and names nobody; R06 looks at what this institution registered."""
    (uitslag,) = geslaagd(behaald(instelling=ANDERE)).lever(aanleveren_diploma())
    (signaal,) = uitslag.signalen
    assert (signaal.code, signaal.parameters, signaal.voor_ipo) == ("R16", {}, None)
    assert uitslag.instelling == SCHOOL
