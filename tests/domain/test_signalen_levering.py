"""L01 to L05: what can be read, who acts, and on what the change rests. L06 has its tests at the write path."""

from __future__ import annotations

import pytest

from domain.codes import Verwerkingsstatus
from tests.domain.bouw import (
    BEHEER,
    IPO,
    aanleveren,
    aanleveren_bpv,
    identificeren,
    ondersteunen,
    ondersteuning_weg,
    periode,
    register,
    school,
    steun,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
    zoeken,
)
from tests.domain.wereld import OPGEHEVEN, SCHOOL, STUDENT, TOEKOMST
from tests.domain.zaken import Zaak, gezien, sig, zaak, zaken, zonder_gevolg

DATUM = "geen bestaande datum ccyy-mm-dd"
ONVOLLEDIG = "geen datum ccyy-mm-dd met 00 voor wat onbekend is"
TE_LANG = "langer dan 20 tekens"


@zaken(
    zaak("30 februari", aanleveren(datumInschrijving="2024-02-30"), sig("L01", "datumInschrijving", detail=DATUM)),
    zaak("29 februari in een gewoon jaar", uitschrijven(datumUitschrijvingWerkelijk="2026-02-29"),
         sig("L01", "datumUitschrijvingWerkelijk", detail=DATUM)),
    zaak("29 februari in een schrikkeljaar", aanleveren(datumUitschrijvingGepland="2028-02-29")),
    zaak("basisvorm van ISO 8601", aanleveren(datumUitschrijvingGepland="20270731"),
         sig("L01", "datumUitschrijvingGepland", detail=DATUM)),
    zaak("weekdatum", aanleveren(datumUitschrijvingGepland="2027-W30-1"),
         sig("L01", "datumUitschrijvingGepland", detail=DATUM)),
    zaak("datum met tijd", aanleveren(datumUitschrijvingGepland="2027-07-31T00:00:00"),
         sig("L01", "datumUitschrijvingGepland", detail=DATUM)),
    zaak("Arabische cijfers", aanleveren(datumUitschrijvingGepland="٢٠٢٧-07-31"),
         sig("L01", "datumUitschrijvingGepland", detail=DATUM)),
    zaak("lege datum", aanleveren(datumUitschrijvingGepland=""), sig("L01", "datumUitschrijvingGepland", detail=DATUM)),
    zaak("datum met nulbyte", aanleveren(datumUitschrijvingGepland="2027-07-31\x00"),
         sig("L01", "datumUitschrijvingGepland", detail=DATUM)),
    zaak("datum in de tweede periode", aanleveren(perioden=[periode(), periode("2025-13-01")]),
         sig("L01", "perioden.1.datumBegin", detail=DATUM)),
    zaak("datum van ondersteuning", ondersteunen(perioden=[steun("2026-01-01"), steun("2026-06-31")]),
         sig("L01", "perioden.1.datumBegin", detail=DATUM)),
    zaak("datum van te verwijderen ondersteuning", ondersteuning_weg(datumBegin="morgen"),
         sig("L01", "datumBegin", detail=DATUM)),
    zaak("nulbyte in een tekst", aanleveren_bpv(leerbedrijfId="1000\x00001"),
         sig("L01", "leerbedrijfId", detail="nulbyte")),
    zaak("volgnummer van 21 tekens", aanleveren(inschrijvingvolgnummer="a" * 21),
         sig("L01", "inschrijvingvolgnummer", detail=TE_LANG)),
    zaak("volgnummer van 20 tekens", aanleveren(inschrijvingvolgnummer="a" * 20)),
    zaak("nummer van 21 tekens", aanleveren(persoon={"burgerservicenummer": "9" * 21}),
         sig("L01", "persoon.burgerservicenummer", detail=TE_LANG)),
    zaak("leerbedrijf van 21 tekens", aanleveren_bpv(leerbedrijfId="1" * 21),
         sig("L01", "leerbedrijfId", detail=TE_LANG)),
    zaak("bsn van 21 tekens bij identificeren", identificeren(burgerservicenummer="9" * 21),
         sig("L01", "burgerservicenummer", detail=TE_LANG)),
    zaak("onderwijsnummer met een nulbyte bij identificeren",
         identificeren(burgerservicenummer=None, onderwijsnummer="\x00"),
         sig("L01", "onderwijsnummer", detail="nulbyte")),
    zaak("begin van nationaliteit", zoeken(nationaliteiten=[{"code": "0001", "datumBegin": "2005-00-15"}]),
         sig("L01", "nationaliteiten.0.datumBegin", detail=ONVOLLEDIG), sig("P08")),
    zaak("regel van een adres", zoeken(adres={"landcode": "5010", "regelsBuitenland": ["Rue 1", "x" * 41]}),
         sig("L01", "adres.regelsBuitenland.1", detail="langer dan 40 tekens")),
    zaak("landcode van vijf tekens", zoeken(adres={"landcode": "50100", "regelsBuitenland": ["Rue 1"]}),
         sig("L01", "adres.landcode", detail="langer dan 4 tekens")),
)  # fmt: skip
def test_l01_een_veld_is_niet_te_lezen(zaak: Zaak) -> None:
    zaak.klopt()


VORM, PERSOONSNUMMER = "1 tot 64 letters, cijfers of ._:-", "bevat een persoonsnummer"


@zaken(
    zaak("leeg", uitschrijven(kenmerk=""), sig("L01", "kenmerk", detail=VORM)),
    zaak("65 tekens", uitschrijven(kenmerk="k" * 65), sig("L01", "kenmerk", detail=VORM)),
    zaak("64 tekens", uitschrijven(kenmerk="k" * 64)),
    zaak("spatie", uitschrijven(kenmerk="a b"), sig("L01", "kenmerk", detail=VORM)),
    zaak("regeleinde", uitschrijven(kenmerk="ab\n"), sig("L01", "kenmerk", detail=VORM)),
    zaak("alle toegestane tekens", uitschrijven(kenmerk="aZ09._:-")),
    zaak("een bsn", uitschrijven(kenmerk=STUDENT), sig("L01", "kenmerk", detail=PERSOONSNUMMER)),
    zaak("een bsn tussen leestekens", uitschrijven(kenmerk=f"a-{STUDENT}_1"),
         sig("L01", "kenmerk", detail=PERSOONSNUMMER)),
    zaak("een onderwijsnummer", uitschrijven(kenmerk="nr:100000004"), sig("L01", "kenmerk", detail=PERSOONSNUMMER)),
    zaak("negen cijfers die geen nummer zijn", uitschrijven(kenmerk="999900007")),
    zaak("een bsn met een cijfer ernaast", uitschrijven(kenmerk=f"{STUDENT}1")),
    zaak("een bsn met een letter ervoor", uitschrijven(kenmerk=f"k{STUDENT}")),
)  # fmt: skip
def test_l01_kenmerk_heeft_vorm_en_bevat_geen_persoonsnummer(zaak: Zaak) -> None:
    zaak.klopt()


def test_l02_hetzelfde_kenmerk_voor_een_ander_bericht() -> None:
    hier, eerste = register(), uitschrijven(kenmerk="a")
    _, ander, andere_soort, herhaald = hier.lever(
        eerste, eerste.met(redenUitschrijving="02"), verwijderen(kenmerk="a"), eerste
    )
    for uitslag in (ander, andere_soort):
        assert list(map(gezien, uitslag.signalen)) == [sig("L02", kenmerk="a")]
        assert uitslag.status is Verwerkingsstatus.AFGEKEURD
        zonder_gevolg(uitslag, hier)
    assert herhaald.status is Verwerkingsstatus.GOEDGEKEURD
    assert hier.dossiers[1].bpvs


@zaken(
    zaak("onbekende school", identificeren(), sig("L03", instelling="99ZZ", datum="2026-03-10"),
         bij=register(aanroeper=school("99ZZ"))),
    zaak("gisteren opgeheven", identificeren(), sig("L03", instelling=OPGEHEVEN, datum="2026-03-10"),
         bij=register(aanroeper=school(OPGEHEVEN))),
    zaak("vandaag begonnen", identificeren(), bij=register(aanroeper=school(TOEKOMST))),
    zaak("beheer voor een onbekende school", identificeren(beheer={"instelling": "99ZZ", "reden": "herstel"}),
         sig("L03", "beheer.instelling", instelling="99ZZ", datum="2026-03-10"), bij=register(aanroeper=IPO)),
    zaak("BRIN in kleine letters", identificeren(beheer={"instelling": "27dv", "reden": "herstel"}),
         sig("L03", "beheer.instelling", instelling="27dv", datum="2026-03-10"), bij=register(aanroeper=IPO)),
)  # fmt: skip
def test_l03_de_instelling_is_geldig_op_de_dag_van_ontvangst(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("wijzigen op een oudere versie", wijzigen(verwachteVersie=0),
         sig("L04", "verwachteVersie", huidig=1, verwacht=0)),
    zaak("wijzigen op een latere versie", wijzigen(verwachteVersie=2),
         sig("L04", "verwachteVersie", huidig=1, verwacht=2)),
    zaak("wijzigen op deze versie", wijzigen(verwachteVersie=1)),
    zaak("uitschrijven", uitschrijven(verwachteVersie=2), sig("L04", "verwachteVersie", huidig=1, verwacht=2)),
    zaak("uitschrijven op deze versie", uitschrijven(verwachteVersie=1)),
    zaak("verwijderen met een BPV eronder", verwijderen(verwachteVersie=2),
         sig("L04", "verwachteVersie", huidig=1, verwacht=2), sig("I18", "inschrijvingvolgnummer", aantal=1)),
    zaak("BPV wijzigen", wijzigen_bpv(verwachteVersie=2), sig("L04", "verwachteVersie", huidig=1, verwacht=2)),
    zaak("BPV wijzigen op deze versie", wijzigen_bpv(verwachteVersie=1)),
    zaak("BPV verwijderen", verwijderen_bpv(verwachteVersie=0), sig("L04", "verwachteVersie", huidig=1, verwacht=0)),
    zaak("BPV verwijderen op deze versie", verwijderen_bpv(verwachteVersie=1)),
    zaak("versie van wat er niet is", wijzigen(inschrijvingvolgnummer="9", verwachteVersie=1),
         sig("I01", "inschrijvingvolgnummer", volgnummer="9")),
)  # fmt: skip
def test_l04_de_versie_is_die_waarop_de_wijziging_rust(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("school met beheer", uitschrijven(beheer=BEHEER), sig("L05", "beheer")),
    zaak("school zonder beheer", uitschrijven()),
    zaak("IPO zonder beheer", uitschrijven(), sig("L05", "beheer"), bij=register(aanroeper=IPO)),
    zaak("IPO met beheer", uitschrijven(beheer=BEHEER), bij=register(aanroeper=IPO)),
    zaak("IPO met een lege reden", uitschrijven(beheer={"instelling": SCHOOL, "reden": ""}), sig("L05", "beheer.reden"),
         bij=register(aanroeper=IPO)),
    zaak("IPO met spaties als reden", uitschrijven(beheer={"instelling": SCHOOL, "reden": " \t"}),
         sig("L05", "beheer.reden"),
         bij=register(aanroeper=IPO)),
    zaak("reden te lang", uitschrijven(beheer={"instelling": SCHOOL, "reden": "x" * 501}),
         sig("L01", "beheer.reden", detail="langer dan 500 tekens"), bij=register(aanroeper=IPO)),
    zaak("instelling te lang", uitschrijven(beheer={"instelling": "27DV0", "reden": "x"}),
         sig("L01", "beheer.instelling", detail="langer dan 4 tekens"), bij=register(aanroeper=IPO)),
    zaak("bewijs dat geen SHA-256 is", uitschrijven(beheer=BEHEER | {"bewijsSha256": "A" * 64}),
         sig("L01", "beheer.bewijsSha256", detail="geen SHA-256 in 64 kleine hexadecimale cijfers"),
         bij=register(aanroeper=IPO)),
    zaak("bewijs met SHA-256", uitschrijven(beheer=BEHEER | {"bewijsSha256": "a0" * 32}), bij=register(aanroeper=IPO)),
)  # fmt: skip
def test_l05_alleen_ipo_beheert_met_instelling_en_reden(zaak: Zaak) -> None:
    zaak.klopt()


@pytest.mark.parametrize("kenmerk", ["a b", ""])
def test_een_onleesbaar_kenmerk_neemt_geen_plaats_in(kenmerk: str) -> None:
    eerste, tweede = register().lever(uitschrijven(kenmerk=kenmerk), uitschrijven(kenmerk=kenmerk))
    assert [gezien(s)[0] for s in (*eerste.signalen, *tweede.signalen)] == ["L01", "L01"]
