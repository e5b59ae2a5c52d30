"""I01 to I28 as far as they are about an enrolment as a whole."""

from __future__ import annotations

from datetime import date

from domain.inschrijving import InschrijvingSleutel
from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    geboren,
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
)
from tests.domain.wereld import ANDERE, MENSEN, PARTICULIER, STEUN, dossier, ingeschreven, stage
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken

I01 = sig("I01", "inschrijvingvolgnummer", volgnummer="9")
ALLEEN_INSCHRIJVING = register(dossier(1, MENSEN[0], ingeschreven()))
MET_STEUN = register(dossier(1, MENSEN[0], ingeschreven(extra_ondersteuning=(STEUN,))))
BIJ_PARTICULIER = register(
    dossier(1, MENSEN[0], ingeschreven(InschrijvingSleutel(PARTICULIER, "1")), door={PARTICULIER}),
    aanroeper=school(PARTICULIER),
)
EINDE = "datumUitschrijvingWerkelijk"


@zaken(
    zaak("wijzigen", wijzigen(inschrijvingvolgnummer="9"), I01),
    zaak("uitschrijven", uitschrijven(inschrijvingvolgnummer="9"), I01),
    zaak("verwijderen", verwijderen(inschrijvingvolgnummer="9"), I01),
    zaak("ondersteuning", ondersteunen(inschrijvingvolgnummer="9"), I01),
    zaak("ondersteuning verwijderen", ondersteuning_weg(inschrijvingvolgnummer="9"), I01),
    zaak("BPV", aanleveren_bpv(inschrijvingvolgnummer="9"), I01),
    zaak("BPV verwijderen", verwijderen_bpv(inschrijvingvolgnummer="9"), I01),
    zaak("van een andere instelling", uitschrijven(), sig("I01", "inschrijvingvolgnummer", volgnummer="1"),
         bij=register(dossier(1, MENSEN[0], ingeschreven(), door={ANDERE}), aanroeper=school(ANDERE))),
    zaak("hoofdletters tellen", uitschrijven(inschrijvingvolgnummer="a1"),
         sig("I01", "inschrijvingvolgnummer", volgnummer="a1"),
         bij=register(dossier(1, MENSEN[0], ingeschreven(InschrijvingSleutel("27DV", "A1"))))),
    zaak("bestaat", uitschrijven()),
)  # fmt: skip
def test_i01_de_inschrijving_bestaat(zaak: Zaak) -> None:
    zaak.klopt()


I02 = sig("I02", "inschrijvingvolgnummer", volgnummer="1")


@zaken(
    zaak("andere geplande datum", aanleveren(inschrijvingvolgnummer="1", datumUitschrijvingGepland="2027-07-30"), I02),
    zaak("andere periode", aanleveren(inschrijvingvolgnummer="1", perioden=[periode(leertraject="BBL")]), I02),
    zaak("een periode meer", aanleveren(inschrijvingvolgnummer="1", perioden=[periode(), periode("2026-02-01")]), I02),
    zaak("een einde erbij",
         aanleveren(inschrijvingvolgnummer="1", datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01"),
         I02),
    zaak("dezelfde inhoud", aanleveren(inschrijvingvolgnummer="1")),
    zaak("hetzelfde volgnummer bij een andere instelling",
         aanleveren(inschrijvingvolgnummer="1", perioden=[periode(indicatieBekostigbaar=False)]),
         bij=register(dossier(1, MENSEN[0], ingeschreven(), door={ANDERE}), aanroeper=school(ANDERE))),
)  # fmt: skip
def test_i02_een_bestaande_inschrijving_heeft_dezelfde_inhoud(zaak: Zaak) -> None:
    zaak.klopt()


def i09(einde: str) -> Verwacht:
    return sig("I09", EINDE, einde=einde, begin="2025-08-01")


@zaken(
    zaak("een dag voor het begin",
         aanleveren(datumUitschrijvingWerkelijk="2025-07-31", redenUitschrijving="01"), i09("2025-07-31")),
    zaak("op de begindag", aanleveren(datumUitschrijvingWerkelijk="2025-08-01", redenUitschrijving="01")),
    zaak("uitschrijven voor het begin", uitschrijven(datumUitschrijvingWerkelijk="2025-07-31"), i09("2025-07-31")),
    zaak("uitschrijven op de begindag", uitschrijven(datumUitschrijvingWerkelijk="2025-08-01")),
    zaak("alleen het geplande einde ligt ervoor", aanleveren(datumUitschrijvingGepland="2025-07-31")),
)  # fmt: skip
def test_i09_het_werkelijke_einde_ligt_niet_voor_het_begin(zaak: Zaak) -> None:
    zaak.klopt()


def i14(veld: str, code: str) -> Verwacht:
    return sig("I14", veld, code=code, vorm="AN1..20")


@zaken(
    zaak("koppelteken", aanleveren(inschrijvingvolgnummer="2-1"), i14("inschrijvingvolgnummer", "2-1")),
    zaak("leeg", aanleveren(inschrijvingvolgnummer=""), i14("inschrijvingvolgnummer", "")),
    zaak("accent", aanleveren(inschrijvingvolgnummer="é"), i14("inschrijvingvolgnummer", "é")),
    zaak("letters en cijfers", aanleveren(inschrijvingvolgnummer="aZ09")),
    zaak("BPV met een spatie", aanleveren_bpv(bpvvolgnummer="2 "), i14("bpvvolgnummer", "2 ")),
    zaak("BPV met letters en cijfers", aanleveren_bpv(bpvvolgnummer="Bpv2")),
)  # fmt: skip
def test_i14_volgnummers_zijn_letters_en_cijfers(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("00", uitschrijven(redenUitschrijving="00"), sig("I17", "redenUitschrijving", code="00")),
    zaak("1 zonder nul", uitschrijven(redenUitschrijving="1"), sig("I17", "redenUitschrijving", code="1")),
    zaak("10", uitschrijven(redenUitschrijving="10"), sig("I17", "redenUitschrijving", code="10")),
    zaak("leeg", uitschrijven(redenUitschrijving=""), sig("I17", "redenUitschrijving", code="")),
    zaak("09", uitschrijven(redenUitschrijving="09")),
    zaak("bij aanleveren", aanleveren(redenUitschrijving="10"), sig("I17", "redenUitschrijving", code="10")),
)  # fmt: skip
def test_i17_de_reden_staat_in_de_lijst(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een BPV", verwijderen(), sig("I18", "inschrijvingvolgnummer", aantal=1)),
    zaak("twee BPVs", verwijderen(), sig("I18", "inschrijvingvolgnummer", aantal=2),
         bij=register(dossier(1, MENSEN[0], ingeschreven(), stage(), stage(volgnummer="2")))),
    zaak("geen BPV", verwijderen(), bij=ALLEEN_INSCHRIJVING),
    zaak("een BPV onder een andere inschrijving", verwijderen(),
         bij=register(dossier(1, MENSEN[0], ingeschreven(), stage(InschrijvingSleutel("27DV", "2"))))),
)  # fmt: skip
def test_i18_een_te_verwijderen_inschrijving_is_leeg(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("uitschrijven zonder reden", uitschrijven(redenUitschrijving=None), sig("I19", "redenUitschrijving")),
    zaak("uitschrijven met reden", uitschrijven()),
    zaak("aanleveren met een einde", aanleveren(datumUitschrijvingWerkelijk="2026-01-31"),
         sig("I19", "redenUitschrijving")),
    zaak("aanleveren zonder einde", aanleveren()),
)  # fmt: skip
def test_i19_bij_een_einde_hoort_een_reden(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("elf jaar", aanleveren(), sig("I22", "datumInschrijving", leeftijd=11), bij=geboren(2013, 8, 2)),
    zaak("twaalf jaar", aanleveren(), bij=geboren(2013, 8, 1)),
    zaak("honderd jaar", aanleveren(), bij=geboren(1924, 8, 2)),
    zaak("honderdeen jaar", aanleveren(), sig("I22", "datumInschrijving", leeftijd=101),
         bij=geboren(1924, 8, 1)),
    zaak("nog niet geboren", aanleveren(), sig("I22", "datumInschrijving", leeftijd=-1),
         bij=geboren(2026)),
    zaak("dag onbekend: zo oud als kan", aanleveren(), bij=geboren(2013, 8)),
    zaak("geheel onbekend", aanleveren(), bij=geboren(0)),
)  # fmt: skip
def test_i22_de_leeftijd_bij_inschrijving_is_waarschijnlijk(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een dag later", uitschrijven(datumUitschrijvingWerkelijk="2027-08-01"), sig("I23", EINDE)),
    zaak("op de geplande dag", uitschrijven(datumUitschrijvingWerkelijk="2027-07-31")),
    zaak("aanleveren, een dag later", aanleveren(datumUitschrijvingWerkelijk="2027-08-01", redenUitschrijving="01"),
         sig("I23", EINDE)),
    zaak("aanleveren, op de geplande dag",
         aanleveren(datumUitschrijvingWerkelijk="2027-07-31", redenUitschrijving="01")),
)  # fmt: skip
def test_i23_het_werkelijke_einde_ligt_niet_na_het_geplande(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("00", aanleveren(hoogsteVooropleiding="00"), sig("I25", "hoogsteVooropleiding", code="00")),
    zaak("01", aanleveren(hoogsteVooropleiding="01")),
    zaak("16", aanleveren(hoogsteVooropleiding="16")),
    zaak("17", aanleveren(hoogsteVooropleiding="17"), sig("I25", "hoogsteVooropleiding", code="17")),
)  # fmt: skip
def test_i25_de_hoogste_vooropleiding_staat_in_de_lijst(zaak: Zaak) -> None:
    zaak.klopt()


VRIJ_VAN_CLAIM = [periode(indicatieBekostigbaar=False)]


def i21(pad: str, veld: str | None = None) -> Verwacht:
    return sig("I21", pad, veld=veld or pad)


@zaken(
    zaak("hoogste vooropleiding",
         aanleveren(perioden=VRIJ_VAN_CLAIM, hoogsteVooropleiding="01"), i21("hoogsteVooropleiding"),
         bij=BIJ_PARTICULIER),
    zaak("ondersteuning in de inschrijving",
         aanleveren(perioden=VRIJ_VAN_CLAIM, extraOndersteuning=[steun("2025-09-01")]),
         i21("extraOndersteuning"), bij=BIJ_PARTICULIER),
    zaak("lege ondersteuning", aanleveren(perioden=VRIJ_VAN_CLAIM, extraOndersteuning=[]), bij=BIJ_PARTICULIER),
    zaak("ondersteuning toevoegen", ondersteunen(), i21("perioden"), bij=BIJ_PARTICULIER),
    zaak("examendeelnemer", aanleveren(perioden=[periode(leertraject="EX", indicatieBekostigbaar=False)]),
         i21("perioden.0.leertraject", "leertraject"), bij=BIJ_PARTICULIER),
    zaak("alle drie bij een bekostigde instelling",
         aanleveren(perioden=[periode(leertraject="EX")], hoogsteVooropleiding="01",
                    extraOndersteuning=[steun("2025-09-01")])),
    zaak("gewone inschrijving", aanleveren(perioden=VRIJ_VAN_CLAIM), bij=BIJ_PARTICULIER),
)  # fmt: skip
def test_i21_wat_niet_bekostigd_onderwijs_niet_levert(zaak: Zaak) -> None:
    zaak.klopt()


def i20(nummer: int, veld: str = "perioden") -> Verwacht:
    return sig("I20", f"{veld}.{nummer}")


@zaken(
    zaak("een dag voor de inschrijving", ondersteunen(perioden=[steun("2025-07-31", "2025-08-31")]), i20(0)),
    zaak("vanaf de inschrijving", ondersteunen(perioden=[steun("2025-08-01", "2025-08-31")])),
    zaak("einde voor begin", ondersteunen(perioden=[steun("2026-01-02", "2026-01-01")]), i20(0)),
    zaak("een enkele dag", ondersteunen(perioden=[steun("2026-01-01", "2026-01-01")])),
    zaak("overlapt een dag met de geregistreerde", ondersteunen(perioden=[steun("2025-12-31")]), i20(0), bij=MET_STEUN),
    zaak("sluit aan op de geregistreerde", ondersteunen(perioden=[steun("2026-01-01")]), bij=MET_STEUN),
    zaak("gelijk aan de geregistreerde", ondersteunen(perioden=[steun("2025-10-01", "2025-12-31")]), bij=MET_STEUN),
    zaak("twee die elkaar overlappen", ondersteunen(perioden=[steun("2026-01-01"), steun("2026-06-01")]), i20(1)),
    zaak("twee keer dezelfde nieuwe", ondersteunen(perioden=[steun("2026-01-01"), steun("2026-01-01")]), i20(1)),
    zaak("na het einde van de inschrijving", ondersteunen(perioden=[steun("2026-01-31", "2026-02-01")]), i20(0),
         bij=register(dossier(1, MENSEN[0], ingeschreven(datum_uitschrijving_werkelijk=date(2026, 1, 31))))),
    zaak("tot en met het einde van de inschrijving", ondersteunen(perioden=[steun("2026-01-31", "2026-01-31")]),
         bij=register(dossier(1, MENSEN[0], ingeschreven(datum_uitschrijving_werkelijk=date(2026, 1, 31))))),
    zaak("open einde in een beëindigde inschrijving", ondersteunen(perioden=[steun("2026-01-01")]),
         bij=register(dossier(1, MENSEN[0], ingeschreven(datum_uitschrijving_werkelijk=date(2026, 1, 31))))),
    zaak("in de inschrijving zelf",
         aanleveren(extraOndersteuning=[steun("2025-09-01"), steun("2025-07-01", "2025-07-31")]),
         i20(1, "extraOndersteuning")),
    zaak("wijzigen vervangt: de oude telt niet", wijzigen(extraOndersteuning=[steun("2025-11-01")]), bij=MET_STEUN),
)  # fmt: skip
def test_i20_ondersteuning_past_in_de_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een dag ernaast", ondersteuning_weg(datumBegin="2025-10-02"), sig("I26", "datumBegin", datum="2025-10-02"),
         bij=MET_STEUN),
    zaak("de begindatum", ondersteuning_weg(datumBegin="2025-10-01"), bij=MET_STEUN),
)  # fmt: skip
def test_i26_de_periode_van_ondersteuning_bestaat(zaak: Zaak) -> None:
    zaak.klopt()
