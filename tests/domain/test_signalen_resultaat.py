"""R01, R02, R04, R05, R09 to R11, R13, R14 and R17 to R19: what holds of diplomas and loose results alike."""

from __future__ import annotations

from datetime import date

from domain.inschrijving import InschrijvingSleutel
from tests.domain.bouw import (
    Register,
    aanleveren_diploma,
    aanleveren_resultaat,
    amo,
    geo,
    geslaagd,
    kzd,
    register,
    school,
    verwijderen,
    verwijderen_diploma,
    verwijderen_resultaat,
    wijzigen_diploma,
    wijzigen_resultaat,
)
from tests.domain.wereld import (
    AMVB,
    ANDERE,
    GASTHEER,
    HORECA_DOSSIER,
    KAPPER,
    KOK,
    MENSEN,
    OVERLEDENE,
    REKENEN_2F,
    SCHOOL,
    TAAL_2F,
    behaald,
    dossier,
    geldend,
    ingeschreven,
    los,
    mens,
    stage,
    uitgeschreven,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken

EERSTE_GEO = "generiekeExamenonderdelen.0."
LOS_GEO, LOS_KZD, LOS_AMO = "resultaat.generiekExamenonderdeel.", "resultaat.keuzedeel.", "resultaat.amvbOnderdeel."
VOLGNUMMER = "resultaatvolgnummer"


def los_geo(**anders: object) -> dict[str, object]:
    return {"resultaat": {"generiekExamenonderdeel": geo("5", **anders)}}


def los_amo(**anders: object) -> dict[str, object]:
    return {"resultaat": {"amvbOnderdeel": amo("5", **anders)}}


def diploma(*onderdelen: dict[str, object], **anders: object) -> dict[str, object]:
    """Fields of a diploma with these generic exam parts beside a language and an arithmetic part."""
    vast = [geo("28"), geo("29", REKENEN_2F)]
    return {"generiekeExamenonderdelen": [*onderdelen, *vast], "keuzedelen": [], **anders}


def r01(volgnummer: str, pad: str = VOLGNUMMER) -> Verwacht:
    return sig("R01", pad, volgnummer=volgnummer)


@zaken(
    zaak("diploma wijzigen", wijzigen_diploma(resultaatvolgnummer="9"), r01("9"), bij=geslaagd()),
    zaak("diploma verwijderen", verwijderen_diploma(resultaatvolgnummer="9"), r01("9"), bij=geslaagd()),
    zaak("los wijzigen", wijzigen_resultaat(), r01("4", LOS_KZD + VOLGNUMMER), bij=geslaagd()),
    zaak("los verwijderen", verwijderen_resultaat(), r01("4"), bij=geslaagd()),
    zaak("hoofdletters tellen", verwijderen_resultaat(resultaatvolgnummer="a"), r01("a"),
         bij=geslaagd(los(), los(los().onderdeel.__class__(
             resultaatvolgnummer="A", keuzedeelcode="K0001", behaald=True)))),
    zaak("onderdeel van een diploma verwijderen", verwijderen_resultaat(resultaatvolgnummer="13"), r01("13"),
         bij=geslaagd(behaald())),
    zaak("onderdeel van een diploma wijzigen", wijzigen_resultaat(resultaat={"keuzedeel": kzd("13")}),
         r01("13", LOS_KZD + VOLGNUMMER), bij=geslaagd(behaald())),
    zaak("een diploma is geen los resultaat", verwijderen_resultaat(resultaatvolgnummer="1"), r01("1"),
         bij=geslaagd(behaald())),
    zaak("een los resultaat is geen diploma", verwijderen_diploma(resultaatvolgnummer="4"), r01("4"),
         bij=geslaagd(los())),
    zaak("een andere soort", wijzigen_resultaat(resultaat={"amvbOnderdeel": amo("4", certificaat=True)}),
         r01("4", LOS_AMO + VOLGNUMMER), bij=geslaagd(los())),
    zaak("van een andere instelling", verwijderen_diploma(), r01("1"), bij=geslaagd(behaald(instelling=ANDERE))),
    zaak("diploma bestaat", verwijderen_diploma(), bij=geslaagd(behaald())),
    zaak("los bestaat", verwijderen_resultaat(), bij=geslaagd(los())),
)  # fmt: skip
def test_r01_het_resultaat_bestaat_op_zichzelf(zaak: Zaak) -> None:
    zaak.klopt()


def r02(volgnummer: str, pad: str = VOLGNUMMER) -> Verwacht:
    return sig("R02", pad, volgnummer=volgnummer)


ZELFDE = wijzigen_diploma().velden | {"resultaatvolgnummer": "1"}


def opnieuw(**anders: object) -> dict[str, object]:
    """The registered diploma as delivered, and what is different."""
    return {naam: waarde for naam, waarde in ZELFDE.items() if naam != "kenmerk"} | anders


@zaken(
    zaak("andere claim", aanleveren_diploma(**opnieuw(indicatieBekostigbaar=False)), r02("1"),
         bij=geslaagd(behaald())),
    zaak("een onderdeel erbij", aanleveren_diploma(**opnieuw(amvbOnderdelen=[amo("14")])), r02("1"),
         bij=geslaagd(behaald())),
    zaak("een onderdeel minder", aanleveren_diploma(**opnieuw(keuzedelen=[])), r02("1"), bij=geslaagd(behaald())),
    zaak("een ander cijfer", aanleveren_diploma(**opnieuw(
         generiekeExamenonderdelen=[geo("11", eindcijfer=8), geo("12", REKENEN_2F)])), r02("1"),
         bij=geslaagd(behaald())),
    zaak("dezelfde inhoud", aanleveren_diploma(**opnieuw()), bij=geslaagd(behaald())),
    zaak("dezelfde inhoud, onderdelen in andere volgorde", aanleveren_diploma(**opnieuw(
         generiekeExamenonderdelen=[geo("12", REKENEN_2F), geo("11", eindcijfer=7)])), bij=geslaagd(behaald())),
    zaak("afwezige lijsten worden niet vergeleken", aanleveren_diploma(**opnieuw(
         generiekeExamenonderdelen=None, keuzedelen=None, onderwijsaanbieder=None, inschrijvingvolgnummer=None)),
         bij=geslaagd(behaald())),
    zaak("los met andere inhoud", aanleveren_resultaat(resultaat={"keuzedeel": kzd("4", behaald=False)}),
         r02("4", LOS_KZD + VOLGNUMMER), bij=geslaagd(los())),
    zaak("los met dezelfde inhoud", aanleveren_resultaat(resultaat={"keuzedeel": kzd("4")}), bij=geslaagd(los())),
    zaak("los van een andere soort", aanleveren_resultaat(resultaat={"amvbOnderdeel": amo("4", certificaat=True)}),
         r02("4", LOS_AMO + VOLGNUMMER), bij=geslaagd(los())),
    zaak("een diploma op het nummer van een los resultaat", aanleveren_diploma(resultaatvolgnummer="4"), r02("4"),
         bij=geslaagd(los())),
    zaak("een diploma op het nummer van een onderdeel",
         aanleveren_diploma(resultaatvolgnummer="13", opleidingcode=KAPPER), r02("13"),
         bij=geslaagd(behaald(), perioden=(geldend(opleidingcode=KAPPER),))),
    zaak("los op het nummer van een onderdeel", aanleveren_resultaat(resultaat={"keuzedeel": kzd("13")}),
         r02("13", LOS_KZD + VOLGNUMMER), bij=geslaagd(behaald())),
    zaak("een onderdeel op het nummer van een los resultaat", aanleveren_diploma(keuzedelen=[kzd("4")]),
         r02("4", "keuzedelen.0." + VOLGNUMMER), bij=geslaagd(los())),
    zaak("bij wijzigen ook", wijzigen_diploma(keuzedelen=[kzd("13"), kzd("4")]),
         r02("4", "keuzedelen.1." + VOLGNUMMER), bij=geslaagd(behaald(), los())),
    zaak("het nummer is per instelling", aanleveren_resultaat(resultaat={"keuzedeel": kzd("13")}),
         bij=geslaagd(behaald(instelling=ANDERE))),
)  # fmt: skip
def test_r02_een_nummer_heeft_een_inhoud(zaak: Zaak) -> None:
    zaak.klopt()


def r04(veld: str = "inschrijvingvolgnummer", datum: str = "2026-01-31") -> Verwacht:
    return sig("R04", veld, datum=datum)


def r18(volgnummer: str) -> Verwacht:
    return sig("R18", "inschrijvingvolgnummer", volgnummer=volgnummer)


def sleutel(volgnummer: str, instelling: str = SCHOOL) -> InschrijvingSleutel:
    return InschrijvingSleutel(instelling, volgnummer)


def ook(*andere: object) -> Register:
    """The student with the ended enrolment 1 and these."""
    return register(dossier(1, MENSEN[0], uitgeschreven(), *andere))


ZONDER = {"inschrijvingvolgnummer": None}
KAPPERSKLAS = {"perioden": (geldend(opleidingcode=KAPPER),)}


@zaken(
    zaak("onbekend volgnummer", aanleveren_diploma(inschrijvingvolgnummer="9"), r04(), bij=geslaagd()),
    zaak("een dag na het einde", aanleveren_diploma(datumResultaat="2026-02-01"), r04(datum="2026-02-01"),
         bij=geslaagd()),
    zaak("op de laatste dag", aanleveren_diploma(), bij=geslaagd()),
    zaak("een dag voor het begin", aanleveren_resultaat(datumResultaat="2025-07-31"), r04(datum="2025-07-31"),
         bij=geslaagd()),
    zaak("op de eerste dag", aanleveren_resultaat(datumResultaat="2025-08-01"), bij=geslaagd()),
    zaak("los, onbekend volgnummer", aanleveren_resultaat(inschrijvingvolgnummer="9"), r04(datum="2025-12-01"),
         bij=geslaagd()),
    zaak("geen volgnummer, geen inschrijving op de dag",
         aanleveren_resultaat(**ZONDER, datumResultaat="2026-02-01"), r04("datumResultaat", "2026-02-01"),
         bij=geslaagd()),
    zaak("een andere instelling telt niet", aanleveren_resultaat(**ZONDER), r04("datumResultaat", "2025-12-01"),
         bij=register(dossier(1, MENSEN[0], ingeschreven(sleutel("1", ANDERE))))),
    zaak("zonder volgnummer gekozen", aanleveren_diploma(**ZONDER), r18("1"), bij=geslaagd()),
    zaak("los zonder volgnummer gekozen", aanleveren_resultaat(**ZONDER), r18("1"), bij=geslaagd()),
    zaak("die op de dag geldt", aanleveren_resultaat(**ZONDER), r18("1"),
         bij=ook(ingeschreven(sleutel("2"), datum_inschrijving=date(2025, 12, 2)))),
    zaak("die van de opleiding, al is een andere later begonnen", aanleveren_diploma(**ZONDER), r18("1"),
         bij=ook(ingeschreven(sleutel("2"), datum_inschrijving=date(2025, 9, 1), **KAPPERSKLAS))),
    zaak("anders de laatst begonnen", aanleveren_resultaat(**ZONDER), r18("2"),
         bij=ook(ingeschreven(sleutel("2"), datum_inschrijving=date(2025, 9, 1), **KAPPERSKLAS))),
    zaak("waar het al onder valt blijft het", wijzigen_resultaat(
         **ZONDER, resultaat={"keuzedeel": kzd("4", behaald=False)}), r18("1"),
         bij=register(dossier(1, MENSEN[0], uitgeschreven(), los(), ingeschreven(
             sleutel("2"), datum_inschrijving=date(2025, 9, 1))))),
)  # fmt: skip
def test_r04_en_r18_het_resultaat_valt_onder_een_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()


def r05(datum: str) -> Verwacht:
    return sig("R05", "datumResultaat", datum=datum)


@zaken(
    zaak("morgen", aanleveren_resultaat(datumResultaat="2026-03-11"), r05("2026-03-11")),
    zaak("vandaag", aanleveren_resultaat(datumResultaat="2026-03-10")),
    zaak("een diploma van morgen", aanleveren_diploma(datumResultaat="2026-03-11"), r05("2026-03-11"),
         sig("R12", "datumResultaat", einde="(geen)", datum="2026-03-11")),
)  # fmt: skip
def test_r05_het_resultaat_is_behaald(zaak: Zaak) -> None:
    zaak.klopt()


def r09(geleverd: int, berekend: int, pad: str = LOS_GEO) -> Verwacht:
    return sig("R09", pad + "eindcijfer", geleverd=geleverd, berekend=berekend)


@zaken(
    zaak("7.4 en 5.1 is 6", aanleveren_resultaat(**los_geo(
         eindcijfer=7, cijferInstellingsexamen="7.4", cijferCentraalExamen="5.1")), r09(7, 6)),
    zaak("7.4 en 5.1 als 6", aanleveren_resultaat(**los_geo(
         eindcijfer=6, cijferInstellingsexamen="7.4", cijferCentraalExamen="5.1"))),
    zaak("5.4 en 5.5 is 5.45 is 5", aanleveren_resultaat(**los_geo(
         eindcijfer=6, cijferInstellingsexamen="5.4", cijferCentraalExamen="5.5")), r09(6, 5)),
    zaak("een cijfer alleen", aanleveren_resultaat(**los_geo(eindcijfer=5, cijferCentraalExamen="5.5")), r09(5, 6)),
    zaak("geen cijfers", aanleveren_resultaat(**los_geo(eindcijfer=3))),
    zaak("geen eindcijfer", aanleveren_resultaat(**los_geo(eindcijfer=None, cijferCentraalExamen="5.5"))),
    zaak("naast een vrijstelling", aanleveren_resultaat(**los_geo(
         eindcijfer=6, vrijstelling="MBO", cijferInstellingsexamen="7.4", vrijstellingInstellingsexamen="MBO",
         cijferCentraalExamen="5.1", vrijstellingCentraalExamen="MBO"))),
    zaak("onder een diploma", aanleveren_diploma(**diploma(geo("21", eindcijfer=7, cijferCentraalExamen="6.4"))),
         r09(7, 6, EERSTE_GEO), bij=geslaagd()),
)  # fmt: skip
def test_r09_het_eindcijfer_is_het_gemiddelde(zaak: Zaak) -> None:
    zaak.klopt()


def r10(code: str, pad: str = LOS_KZD) -> Verwacht:
    return sig("R10", pad + "keuzedeelcode", code=code)


def r11(code: str = "K0002", opleiding: str = KOK, pad: str = LOS_KZD) -> Verwacht:
    return sig("R11", pad + "keuzedeelcode", code=code, opleiding=opleiding)


def los_kzd(code: str) -> dict[str, object]:
    return {"resultaat": {"keuzedeel": kzd("5", code)}}


@zaken(
    zaak("bestaat niet", aanleveren_resultaat(**los_kzd("K9999")), r10("K9999")),
    zaak("kleine letter", aanleveren_resultaat(**los_kzd("k0001")), r10("k0001")),
    zaak("onder een diploma", aanleveren_diploma(keuzedelen=[kzd("23"), kzd("24", "K9999")]),
         r10("K9999", "keuzedelen.1."), bij=geslaagd()),
    zaak("een keuzedeel van vroeger bestaat", aanleveren_resultaat(**los_kzd("K0002")),
         bij=geslaagd(**KAPPERSKLAS)),
    zaak("hoort bij een andere opleiding", aanleveren_resultaat(**los_kzd("K0002")), r11()),
    zaak("hoort erbij", aanleveren_resultaat(**los_kzd("K0001"))),
    zaak("de opleiding van de periode op de dag", aanleveren_resultaat(**los_kzd("K0002")),
         bij=geslaagd(perioden=(geldend(), geldend(date(2025, 12, 1), opleidingcode=KAPPER)))),
    zaak("een dag te vroeg", aanleveren_resultaat(**los_kzd("K0002")), r11(),
         bij=geslaagd(perioden=(geldend(), geldend(date(2025, 12, 2), opleidingcode=KAPPER)))),
    zaak("onder een diploma telt de opleiding van het diploma", aanleveren_diploma(keuzedelen=[kzd("23", "K0002")]),
         r11(pad="keuzedelen.0."), bij=geslaagd(perioden=(geldend(opleidingcode=HORECA_DOSSIER),))),
    zaak("een opleiding zonder lijst neemt elk keuzedeel",
         aanleveren_diploma(opleidingcode=GASTHEER, keuzedelen=[kzd("23", "K0002")]),
         bij=geslaagd(perioden=(geldend(opleidingcode=GASTHEER),))),
)  # fmt: skip
def test_r10_en_r11_het_keuzedeel_bestaat_en_hoort_bij_de_kwalificatie(zaak: Zaak) -> None:
    zaak.klopt()


def r13(code: str, pad: str) -> Verwacht:
    return sig("R13", pad + "code", code=code)


@zaken(
    zaak("onbekend", aanleveren_resultaat(**los_geo(code="9999")), r13("9999", LOS_GEO)),
    zaak("een AMvB-code", aanleveren_resultaat(**los_geo(code=AMVB)), r13(AMVB, LOS_GEO)),
    zaak("een generieke code", aanleveren_resultaat(**los_amo(code=TAAL_2F, certificaat=True)), r13(TAAL_2F, LOS_AMO)),
    zaak("onder een diploma", aanleveren_diploma(amvbOnderdelen=[amo("24", "C9999")]),
         r13("C9999", "amvbOnderdelen.0."), bij=geslaagd()),
    zaak("generiek", aanleveren_resultaat(**los_geo(code=TAAL_2F))),
    zaak("AMvB", aanleveren_resultaat(**los_amo(certificaat=True))),
)  # fmt: skip
def test_r13_de_code_is_die_van_een_onderdeel(zaak: Zaak) -> None:
    zaak.klopt()


def r14(veld: str, cijfer: object, pad: str = LOS_GEO) -> Verwacht:
    return sig("R14", pad + veld, cijfer=cijfer)


@zaken(
    zaak("eindcijfer 0", aanleveren_resultaat(**los_geo(eindcijfer=0)), r14("eindcijfer", 0)),
    zaak("eindcijfer 1", aanleveren_resultaat(**los_geo(eindcijfer=1))),
    zaak("eindcijfer 10", aanleveren_resultaat(**los_geo(eindcijfer=10))),
    zaak("eindcijfer 11", aanleveren_resultaat(**los_geo(eindcijfer=11)), r14("eindcijfer", 11)),
    zaak("0.9", aanleveren_resultaat(**los_geo(eindcijfer=1, cijferInstellingsexamen="0.9")),
         r14("cijferInstellingsexamen", "0.9")),
    zaak("1.0 en 10", aanleveren_resultaat(**los_geo(
         eindcijfer=5, cijferInstellingsexamen="1.0", cijferCentraalExamen="10")), r09(5, 6)),
    zaak("10.1", aanleveren_resultaat(**los_geo(cijferCentraalExamen="10.1")), r14("cijferCentraalExamen", "10.1")),
    zaak("min 7", aanleveren_resultaat(**los_geo(cijferCentraalExamen="-7")), r14("cijferCentraalExamen", "-7.0")),
    zaak("alle drie, onder een diploma", aanleveren_diploma(**diploma(
         geo("21", eindcijfer=99, cijferInstellingsexamen="0", cijferCentraalExamen="100"))),
         r14("cijferCentraalExamen", "100.0", EERSTE_GEO), r14("cijferInstellingsexamen", "0.0", EERSTE_GEO),
         r14("eindcijfer", 99, EERSTE_GEO), bij=geslaagd()),
)  # fmt: skip
def test_r14_een_cijfer_ligt_tussen_1_en_10(zaak: Zaak) -> None:
    zaak.klopt()


GEEN_CIJFER = "geen getal met ten hoogste één decimaal, na een punt"


def l01(pad: str, detail: str = GEEN_CIJFER) -> Verwacht:
    return sig("L01", pad, detail=detail)


def met_cijfer(tekst: str) -> dict[str, object]:
    return los_geo(cijferCentraalExamen=tekst)


@zaken(
    zaak("komma", aanleveren_resultaat(**met_cijfer("7,4")), l01(LOS_GEO + "cijferCentraalExamen")),
    zaak("twee decimalen", aanleveren_resultaat(**met_cijfer("7.45")), l01(LOS_GEO + "cijferCentraalExamen")),
    zaak("geen getal", aanleveren_resultaat(**met_cijfer("NaN")), l01(LOS_GEO + "cijferCentraalExamen")),
    zaak("leeg", aanleveren_resultaat(**met_cijfer("")), l01(LOS_GEO + "cijferCentraalExamen")),
    zaak("macht", aanleveren_resultaat(**met_cijfer("7e0")), l01(LOS_GEO + "cijferCentraalExamen")),
    zaak("ander schrift", aanleveren_resultaat(**met_cijfer("٧")), l01(LOS_GEO + "cijferCentraalExamen")),
    zaak("zwijgt R08 en R09, niet R14 van het andere cijfer", aanleveren_diploma(generiekeExamenonderdelen=[
         geo("21", eindcijfer=1, cijferInstellingsexamen="x", cijferCentraalExamen="11")]),
         l01(EERSTE_GEO + "cijferInstellingsexamen"), r14("cijferCentraalExamen", "11.0", EERSTE_GEO),
         bij=geslaagd()),
    zaak("een lange vrijstelling", aanleveren_resultaat(**los_geo(vrijstelling="VRIJ5")),
         l01(LOS_GEO + "vrijstelling", "langer dan 4 tekens")),
    zaak("een onleesbaar nummer zwijgt R02, de andere nummers niet", aanleveren_diploma(
         resultaatvolgnummer="2" * 21, keuzedelen=[kzd("23"), kzd("23")]),
         l01(VOLGNUMMER, "langer dan 20 tekens"), sig("R17", "keuzedelen.1." + VOLGNUMMER, volgnummer="23"),
         bij=geslaagd()),
    zaak("een cijfer met een decimaal", aanleveren_resultaat(**met_cijfer("6.0"))),
    zaak("een cijfer zonder decimaal", aanleveren_resultaat(**met_cijfer("6"))),
)  # fmt: skip
def test_l01_een_cijfer_is_leesbaar(zaak: Zaak) -> None:
    zaak.klopt()


def r17(volgnummer: str, pad: str) -> Verwacht:
    return sig("R17", pad + VOLGNUMMER, volgnummer=volgnummer)


@zaken(
    zaak("twee onderdelen", aanleveren_diploma(keuzedelen=[kzd("23"), kzd("23")]), r17("23", "keuzedelen.1."),
         bij=geslaagd()),
    zaak("drie", aanleveren_diploma(keuzedelen=[kzd("23"), kzd("23"), kzd("23")]), r17("23", "keuzedelen.1."),
         r17("23", "keuzedelen.2."), bij=geslaagd()),
    zaak("over de soorten heen", aanleveren_diploma(amvbOnderdelen=[amo("21")]), r17("21", "amvbOnderdelen.0."),
         bij=geslaagd()),
    zaak("het diploma zelf", aanleveren_diploma(keuzedelen=[kzd("2")]), r17("2", "keuzedelen.0."), bij=geslaagd()),
    zaak("hoofdletters tellen", aanleveren_diploma(keuzedelen=[kzd("a"), kzd("A")]), bij=geslaagd()),
)  # fmt: skip
def test_r17_elk_nummer_komt_eenmaal_voor(zaak: Zaak) -> None:
    zaak.klopt()


def r19(pad: str) -> Verwacht:
    return sig("R19", pad + "certificaat")


@zaken(
    zaak("keuzedeel onder een diploma", aanleveren_diploma(keuzedelen=[kzd("23", certificaat=True)]),
         r19("keuzedelen.0."), bij=geslaagd()),
    zaak("ook onwaar is niet leeg", aanleveren_diploma(keuzedelen=[kzd("23", certificaat=False)]),
         r19("keuzedelen.0."), bij=geslaagd()),
    zaak("AMvB onder een diploma", aanleveren_diploma(amvbOnderdelen=[amo("24", certificaat=True)]),
         r19("amvbOnderdelen.0."), bij=geslaagd()),
    zaak("AMvB onder een diploma, leeg", aanleveren_diploma(amvbOnderdelen=[amo("24")]), bij=geslaagd()),
    zaak("los AMvB, leeg", aanleveren_resultaat(**los_amo()), r19(LOS_AMO)),
    zaak("los AMvB, onwaar", aanleveren_resultaat(**los_amo(certificaat=False)), r19(LOS_AMO)),
    zaak("los AMvB, waar", aanleveren_resultaat(**los_amo(certificaat=True))),
    zaak("los keuzedeel, leeg", aanleveren_resultaat(**los_kzd("K0001"))),
    zaak("los keuzedeel, onwaar", aanleveren_resultaat(resultaat={"keuzedeel": kzd("5", certificaat=False)})),
)  # fmt: skip
def test_r19_het_certificaat_past(zaak: Zaak) -> None:
    zaak.klopt()


def i14(code: str, pad: str, vorm: str = "AN1..20") -> Verwacht:
    return sig("I14", pad, code=code, vorm=vorm)


@zaken(
    zaak("diploma", aanleveren_diploma(resultaatvolgnummer="2-"), i14("2-", VOLGNUMMER), bij=geslaagd()),
    zaak("onderdeel", aanleveren_diploma(keuzedelen=[kzd("é")]), i14("é", "keuzedelen.0." + VOLGNUMMER),
         bij=geslaagd()),
    zaak("los", aanleveren_resultaat(resultaat={"keuzedeel": kzd("")}), i14("", LOS_KZD + VOLGNUMMER)),
    zaak("aanbieder", aanleveren_resultaat(onderwijsaanbieder="100X100"),
         i14("100X100", "onderwijsaanbieder", "nnnAnnn")),
    zaak("goed", aanleveren_resultaat(onderwijsaanbieder="100A100")),
)  # fmt: skip
def test_i14_nummers_en_aanbieder_hebben_hun_vorm(zaak: Zaak) -> None:
    zaak.klopt()


def i18(aantal: int) -> Verwacht:
    return sig("I18", "inschrijvingvolgnummer", aantal=aantal)


@zaken(
    zaak("een diploma", verwijderen(), i18(1), bij=geslaagd(behaald())),
    zaak("een diploma, een los resultaat en een BPV", verwijderen(), i18(3),
         bij=register(dossier(1, MENSEN[0], uitgeschreven(), stage(), behaald(), los()))),
    zaak("een gekozen inschrijving", verwijderen(), i18(1),
         bij=geslaagd(los(inschrijvingvolgnummer=None, gekozen_inschrijving="1"))),
    zaak("onder een andere inschrijving", verwijderen(),
         bij=geslaagd(los(inschrijvingvolgnummer="2"))),
    zaak("van een andere instelling", verwijderen(), bij=geslaagd(behaald(instelling=ANDERE))),
)  # fmt: skip
def test_i18_een_inschrijving_met_resultaten_gaat_niet_weg(zaak: Zaak) -> None:
    zaak.klopt()


def l04(huidig: int, verwacht: int) -> Verwacht:
    return sig("L04", "verwachteVersie", huidig=huidig, verwacht=verwacht)


@zaken(
    zaak("diploma wijzigen", wijzigen_diploma(verwachteVersie=2, keuzedelen=[]), l04(1, 2), bij=geslaagd(behaald())),
    zaak("diploma verwijderen", verwijderen_diploma(verwachteVersie=1), l04(3, 1), bij=geslaagd(behaald(versie=3))),
    zaak("los wijzigen", wijzigen_resultaat(verwachteVersie=0), l04(1, 0), bij=geslaagd(los())),
    zaak("los verwijderen", verwijderen_resultaat(verwachteVersie=2), l04(1, 2), bij=geslaagd(los())),
    zaak("de huidige", verwijderen_resultaat(verwachteVersie=1), bij=geslaagd(los())),
)  # fmt: skip
def test_l04_de_versie_is_de_huidige(zaak: Zaak) -> None:
    zaak.klopt()


P07 = sig("P07", "persoon.burgerservicenummer")


@zaken(
    zaak("niet geïdentificeerd zwijgt het dossier, niet het cijfer",
         aanleveren_resultaat(**los_geo(eindcijfer=0)), P07, r14("eindcijfer", 0),
         bij=register(aanroeper=school(ANDERE))),
    zaak("overleden", aanleveren_resultaat(persoon={"burgerservicenummer": OVERLEDENE}),
         sig("P05", datum="2025-12-24"),
         bij=register(dossier(1, mens(OVERLEDENE, overlijdensdatum=date(2025, 12, 24)), ingeschreven()))),
    zaak("verwijderen mag altijd", verwijderen_resultaat(persoon={"burgerservicenummer": OVERLEDENE}),
         bij=register(dossier(1, mens(OVERLEDENE, overlijdensdatum=date(2025, 12, 24)), los()))),
)  # fmt: skip
def test_van_wie_het_resultaat_is(zaak: Zaak) -> None:
    zaak.klopt()
