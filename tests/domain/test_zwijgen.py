"""All signals at once, in one order; but a control whose fact is missing is silent (register.md 3.4)."""

from __future__ import annotations

import random

from domain.signalen import geordend, signaal
from tests.domain.bouw import (
    IPO,
    aanleveren,
    aanleveren_bpv,
    identificeren,
    ondersteunen,
    periode,
    register,
    school,
    steun,
    uitschrijven,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
    zoeken,
)
from tests.domain.wereld import ANDERE, HORECA_DOMEIN, KOK, Buitenwereld
from tests.domain.zaken import Verwacht, Zaak, gezien, sig, zaak, zaken

GEEN_DATUM = "geen bestaande datum ccyy-mm-dd"
TIKFOUT = {"persoon": {"burgerservicenummer": "999900007"}}
P01 = sig("P01", "persoon.burgerservicenummer", soort="burgerservicenummer")
P07 = sig("P07", "persoon.burgerservicenummer")
I01 = sig("I01", "inschrijvingvolgnummer", volgnummer="9")


@zaken(
    zaak("P01 zwijgt P07 en het dossier, niet de vorm",
         aanleveren(**TIKFOUT, perioden=[], redenUitschrijving="99", inschrijvingvolgnummer="2-"),
         P01, sig("I12", "perioden"), sig("I14", "inschrijvingvolgnummer", code="2-", vorm="AN1..20"),
         sig("I17", "redenUitschrijving", code="99")),
    zaak("P07 zwijgt wat het dossier nodig heeft",
         wijzigen_bpv(inschrijvingvolgnummer="9", bpvvolgnummer="9", verwachteVersie=7, omvang=0, leerbedrijfId="0"),
         P07, sig("B05", "leerbedrijfId", id="0"), sig("B10", "omvang", omvang=0),
         bij=register(aanroeper=school(ANDERE))),
    zaak("I01 zwijgt wat de inschrijving nodig heeft",
         aanleveren_bpv(inschrijvingvolgnummer="9", keuzedeelcode="K0002", datumBegin="2025-01-01",
         datumEindeGepland="2024-01-01"),
         I01, sig("B03", "datumEindeGepland", einde="2024-01-01", begin="2025-01-01"), sig("B14")),
    zaak("I01 zwijgt B01", verwijderen_bpv(inschrijvingvolgnummer="9", bpvvolgnummer="9"), I01),
    zaak("I01 zwijgt I09, I11 en I23, niet de reden", uitschrijven(inschrijvingvolgnummer="9", redenUitschrijving="99"),
         I01, sig("I17", "redenUitschrijving", code="99")),
    zaak("I01 zwijgt I20", ondersteunen(inschrijvingvolgnummer="9", perioden=[steun("2000-01-01")]), I01),
    zaak("P07 zwijgt P05 en I22, niet de opleiding", aanleveren(perioden=[periode(opleidingcode="99999")]),
         P07, sig("I03", "perioden.0.opleidingcode", code="99999", datum="2025-08-01"),
         bij=register(aanroeper=school(ANDERE))),
)  # fmt: skip
def test_persoon_en_inschrijving_zwijgen_wat_het_dossier_nodig_heeft(zaak: Zaak) -> None:
    zaak.klopt()


I03 = sig("I03", "perioden.0.opleidingcode", code="99999", datum="2025-08-01")


@zaken(
    zaak("I05, I06, I07 en I27",
         aanleveren(perioden=[periode(opleidingcode="99999", leertraject="BBL", niveau="MBO_1")]), I03),
    zaak("I04 en I06", aanleveren(perioden=[periode(opleidingcode="99999", niveau=None)]), I03),
    zaak("niet bij een andere periode", aanleveren(perioden=[periode(opleidingcode="99999", niveau="MBO_4"),
         periode("2025-09-01", niveau="MBO_4")]),
         I03, sig("I07", "perioden.1.niveau", geleverd="MBO_4", register="MBO_2")),
    zaak("niet wat de opleiding niet nodig heeft",
         aanleveren(perioden=[periode(opleidingcode="99999", leertraject="OVO", onderwijslocatie=None,
         leerroutefase="VO")]),
         I03, sig("I13", "perioden.0.onderwijslocatie"), sig("I16", "perioden.0.indicatieBekostigbaar"),
         sig("I24", "perioden.0.leerroutefase")),
)  # fmt: skip
def test_i03_zwijgt_wat_de_opleiding_nodig_heeft(zaak: Zaak) -> None:
    zaak.klopt()


def l01(pad: str, detail: str = GEEN_DATUM) -> Verwacht:
    return sig("L01", pad, detail=detail)


@zaken(
    zaak("datum van inschrijving: I09, I10, I11 en I22",
         aanleveren(datumInschrijving="2025-02-30", datumUitschrijvingWerkelijk="2000-01-01",
         hoogsteVooropleiding="99"),
         l01("datumInschrijving"), sig("I19", "redenUitschrijving"), sig("I25", "hoogsteVooropleiding", code="99")),
    zaak("begin van de enige periode: I03, I08, I10, I13",
         aanleveren(perioden=[periode("x", leertraject="BOL_DT", onderwijslocatie="1")]),
         l01("perioden.0.datumBegin"), sig("I14", "perioden.0.onderwijslocatie", code="1", vorm="nnnXnnn")),
    zaak("opleidingcode van een van twee perioden",
         aanleveren(perioden=[periode(opleidingcode="9" * 21, leertraject="OVO"), periode("2026-01-01")]),
         l01("perioden.0.opleidingcode", "langer dan 20 tekens"), sig("I16", "perioden.0.indicatieBekostigbaar")),
    zaak("reden: I17 en I19", uitschrijven(redenUitschrijving="x" * 21, datumUitschrijvingWerkelijk="2027-08-01"),
         l01("redenUitschrijving", "langer dan 20 tekens"), sig("I23", "datumUitschrijvingWerkelijk")),
    zaak("volgnummer: I01 en wat de inschrijving nodig heeft",
         wijzigen(inschrijvingvolgnummer="1\x00", hoogsteVooropleiding="99"),
         l01("inschrijvingvolgnummer", "nulbyte"), sig("I25", "hoogsteVooropleiding", code="99")),
    zaak("nummer: P01 en P07", aanleveren(persoon={"burgerservicenummer": "\x00"}, perioden=[]),
         l01("persoon.burgerservicenummer", "nulbyte"), sig("I12", "perioden")),
    zaak("begin van de BPV: B03, B04, B06, B09 en B15", aanleveren_bpv(datumBegin="2025-02-30", omvang=0),
         l01("datumBegin"), sig("B10", "omvang", omvang=0)),
    zaak("leerbedrijf: B05, B06 en B11", aanleveren_bpv(leerbedrijfId="\x00", omvang=None),
         l01("leerbedrijfId", "nulbyte"), sig("B16", "omvang"), bij=register(buiten=Buitenwereld(sbb_weg=True))),
    zaak("geboortedatum: P03, niet P13", identificeren(geboortedatum="x", adres={"landcode": "5010"}),
         sig("P12", "geboortedatum", datum="x"), sig("P13", "adres")),
    zaak("geboortedatum: er wordt niet gezocht", zoeken(geboortedatum="x"), sig("P12", "geboortedatum", datum="x"),
         bij=register(buiten=Buitenwereld(brp_weg=True))),
    zaak("ondersteuning: alleen die ene periode onleesbaar, de rest zwijgt",
         ondersteunen(perioden=[steun("x"), steun("2000-01-01")]),
         l01("perioden.0.datumBegin")),
    zaak("kenmerk: niets anders zwijgt",
         aanleveren(kenmerk="", perioden=[]), l01("kenmerk", "1 tot 64 letters, cijfers of ._:-"),
         sig("I12", "perioden")),
)  # fmt: skip
def test_een_onleesbaar_veld_zwijgt_wat_het_gebruikt_en_niets_anders(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("L05: geen instelling, geen dossier, wel de vorm", aanleveren(**TIKFOUT, perioden=[]),
         sig("L05", "beheer"), P01, sig("I12", "perioden"),
         bij=register(aanroeper=IPO)),
    zaak("L03: of zij bekostigd is weet niemand", aanleveren(hoogsteVooropleiding="99"),
         sig("L03", instelling="99ZZ", datum="2026-03-10"), P07,
         sig("I04", "perioden.0.opleidingcode", code=KOK, datum="2025-08-01"),
         sig("I25", "hoogsteVooropleiding", code="99"),
         bij=register(aanroeper=school("99ZZ"))),
)  # fmt: skip
def test_een_onbekende_afzender_zwijgt_wat_de_instelling_nodig_heeft(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("catalogus, dan pad, indexen als getallen",
         aanleveren(inschrijvingvolgnummer="", datumUitschrijvingWerkelijk="2027-08-01", perioden=[
             *(periode(f"2025-08-{dag:02}") for dag in range(1, 11)),
             periode("2026-01-01", opleidingcode=HORECA_DOMEIN, leertraject="BBL", niveau="MBO_1",
         onderwijslocatie="x"),
             periode("2025-09-01", leertraject="OVO", onderwijsaanbieder="y"),
         ]),
         sig("I05", "perioden.10.leertraject"), sig("I05", "perioden.10.niveau"),
         sig("I14", "inschrijvingvolgnummer", code="", vorm="AN1..20"),
         sig("I14", "perioden.10.onderwijslocatie", code="x", vorm="nnnXnnn"),
         sig("I14", "perioden.11.onderwijsaanbieder", code="y", vorm="nnnAnnn"),
         sig("I16", "perioden.11.indicatieBekostigbaar"),
         sig("I19", "redenUitschrijving"), sig("I23", "datumUitschrijvingWerkelijk")),
    zaak("2 komt voor 10",
         aanleveren(perioden=[periode(f"2025-08-{dag:02}",
         onderwijslocatie=None if dag in {3, 11} else "100X100") for dag in range(1, 13)]),
         sig("I13", "perioden.2.onderwijslocatie"), sig("I13", "perioden.10.onderwijslocatie")),
)  # fmt: skip
def test_signalen_staan_in_de_orde_van_catalogus_en_pad(zaak: Zaak) -> None:
    zaak.klopt()


def test_de_orde_hangt_niet_af_van_wie_het_eerst_sprak_en_elk_signaal_komt_eenmaal() -> None:
    orde = [
        signaal("L03", instelling="27DV", datum="x"),
        signaal("P07", "persoon", "id"),
        signaal("I13", "perioden", 2, "onderwijslocatie"),
        signaal("I13", "perioden", 10, "onderwijslocatie"),
        signaal("B10", "omvang", omvang=0),
    ]
    door_elkaar = orde * 2
    random.shuffle(door_elkaar)
    assert list(geordend(door_elkaar)) == orde
    assert gezien(orde[2]) == sig("I13", "perioden.2.onderwijslocatie")
