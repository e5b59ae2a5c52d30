"""P01 to P13: the person a delivery is about, and what is delivered to identify one. P11 belongs to merging."""

from __future__ import annotations

from domain.tijd import OnvolledigeDatum
from tests.domain.bouw import (
    ADRES,
    BEKEND,
    aanleveren,
    aanleveren_bpv,
    identificeren,
    opnieuw,
    register,
    school,
    uitschrijven,
    wijzigen,
    zoeken,
)
from tests.domain.wereld import (
    ANDERE,
    MENSEN,
    NIET_BESTAAND,
    NIEUWKOMER,
    ONBEKENDE,
    OVERLEDENE,
    STUDENT,
    VREEMDE,
    VRIJ,
    WISSELAAR,
    Buitenwereld,
    dossier,
    ingeschreven,
    mens,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken

BSN, ONDERWIJSNUMMER = "burgerservicenummer", "onderwijsnummer"
BUITENLAND = {"landcode": "5010", "regelsBuitenland": ["Rue de la Loi 1", "Bruxelles"]}
ZONDER_BRP = Buitenwereld(brp_weg=True)


def p01(soort: str, pad: str = "") -> Verwacht:
    return sig("P01", f"{pad}{soort}", soort=soort)


@zaken(
    zaak("bsn met een tikfout", aanleveren(persoon={BSN: "999900007"}), p01(BSN, "persoon.")),
    zaak("bsn zonder tikfout", aanleveren(persoon={BSN: STUDENT})),
    zaak("bsn van acht cijfers", aanleveren(persoon={BSN: "10000009"}), p01(BSN, "persoon.")),
    zaak("bsn met punten", aanleveren(persoon={BSN: "9999.00.006"}), p01(BSN, "persoon.")),
    zaak("bsn met een spatie", aanleveren(persoon={BSN: f"{STUDENT} "}), p01(BSN, "persoon.")),
    zaak("bsn van nullen", aanleveren(persoon={BSN: "000000000"}), p01(BSN, "persoon.")),
    zaak("leeg", aanleveren(persoon={BSN: ""}), p01(BSN, "persoon.")),
    zaak("onderwijsnummer in het veld van het bsn", aanleveren(persoon={BSN: ONBEKENDE}), p01(BSN, "persoon.")),
    zaak("bsn in het veld van het onderwijsnummer", aanleveren(persoon={ONDERWIJSNUMMER: STUDENT}),
         p01(ONDERWIJSNUMMER, "persoon.")),
    zaak("identificeren met een tikfout", identificeren(burgerservicenummer="999900007"), p01(BSN)),
    zaak("identificeren met een fout onderwijsnummer",
         identificeren(burgerservicenummer=None, onderwijsnummer="100000005"),
         p01(ONDERWIJSNUMMER)),
    zaak("opnieuw met twee tikfouten", opnieuw(onderwijsnummer="100000005", burgerservicenummer="999900007"),
         p01(BSN), p01(ONDERWIJSNUMMER)),
)  # fmt: skip
def test_p01_het_nummer_voldoet_aan_de_elfproef(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("beide nummers", identificeren(onderwijsnummer=ONBEKENDE), sig("P02")),
    zaak("beide nummers, een met een tikfout", identificeren(onderwijsnummer="100000005"), p01(ONDERWIJSNUMMER),
         sig("P02")),
    zaak("beide nummers met naam en adres: er wordt niet gezocht",
         zoeken(burgerservicenummer=STUDENT, onderwijsnummer=ONBEKENDE),
         sig("P02"), bij=register(buiten=ZONDER_BRP)),
    zaak("alleen het bsn", identificeren()),
)  # fmt: skip
def test_p02_een_nummer_en_niet_beide(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("een dag ernaast", identificeren(geboortedatum="2005-06-16"), sig("P03")),
    zaak("een maand ernaast, dag onbekend", identificeren(geboortedatum="2005-07-00"), sig("P03")),
    zaak("een jaar ernaast, meer is niet bekend", identificeren(geboortedatum="2006-00-00"), sig("P03")),
    zaak("ander geslacht", identificeren(geslacht="M"), sig("P03")),
    zaak("dag onbekend", identificeren(geboortedatum="2005-06-00")),
    zaak("dag en maand onbekend", identificeren(geboortedatum="2005-00-00")),
    zaak("geheel onbekend", identificeren(geboortedatum="0000-00-00")),
    zaak("afwijkend van de BRP", identificeren(burgerservicenummer=VREEMDE), sig("P03")),
    zaak("gelijk aan de BRP", identificeren(burgerservicenummer=VREEMDE, geslacht="M")),
    zaak("dag in het register onbekend", identificeren(geboortedatum="2005-06-16"),
         bij=register(dossier(1, mens(STUDENT, geboortedatum=OnvolledigeDatum(2005, 6))))),
)  # fmt: skip
def test_p03_nummer_geboortedatum_en_geslacht_horen_bij_elkaar(zaak: Zaak) -> None:
    zaak.klopt()


TWEELING = Buitenwereld(mensen=(mens(VREEMDE, voornamen="Eva Lot"), mens(NIEUWKOMER, voornamen="Eva Sam")))


@zaken(
    zaak("twee die passen", zoeken(geslachtsnaam="Bakker"), sig("P04", aantal=2),
         bij=register(dossier(9, MENSEN[2]), buiten=TWEELING)),
    zaak("een die past bij alle voornamen", zoeken(geslachtsnaam="Bakker", voornamen="Eva Sam"),
         bij=register(dossier(9, MENSEN[2]), buiten=TWEELING)),
    zaak("twee in het eigen register", zoeken(geslachtsnaam="Bakker", voornamen=None), sig("P04", aantal=2),
         bij=register(BEKEND, dossier(2, mens(VREEMDE, voornamen="Bo")))),
)  # fmt: skip
def test_p04_een_persoon_voldoet(zaak: Zaak) -> None:
    zaak.klopt()


OVERLEDEN = register(dossier(1, MENSEN[3], ingeschreven()))
VAN_OVERLEDENE = {"persoon": {BSN: OVERLEDENE}}
P05 = sig("P05", datum="2025-12-24")


@zaken(
    zaak("identificeren", identificeren(burgerservicenummer=OVERLEDENE), P05),
    zaak("zoeken", zoeken(geslachtsnaam="Prins", voornamen="Anna"), P05),
    zaak("levend", identificeren()),
    zaak("inschrijven", aanleveren(**VAN_OVERLEDENE), P05, bij=OVERLEDEN),
    zaak("inschrijving wijzigen", wijzigen(**VAN_OVERLEDENE, datumUitschrijvingGepland="2028-07-31"), P05,
         bij=OVERLEDEN),
    zaak("BPV", aanleveren_bpv(**VAN_OVERLEDENE), P05, bij=OVERLEDEN),
    zaak("uitschrijven is juist wat er moet gebeuren", uitschrijven(**VAN_OVERLEDENE), bij=OVERLEDEN),
)  # fmt: skip
def test_p05_de_persoon_leeft(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("op nummer", identificeren(burgerservicenummer=NIEUWKOMER), sig("P06"), bij=register(buiten=ZONDER_BRP)),
    zaak("op naam", zoeken(), sig("P06"), bij=register(buiten=ZONDER_BRP)),
    zaak("wie het register kent op nummer", identificeren(), bij=register(buiten=ZONDER_BRP)),
    zaak("wie het register kent op naam", zoeken(geslachtsnaam="Bakker", voornamen="Anna"),
         bij=register(buiten=ZONDER_BRP)),
    zaak("met de BRP", identificeren(burgerservicenummer=NIEUWKOMER)),
)  # fmt: skip
def test_p06_de_brp_is_bereikbaar(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("nooit gezien", aanleveren(persoon={BSN: NIET_BESTAAND}), sig("P07", "persoon.burgerservicenummer")),
    zaak("alleen door een andere school geïdentificeerd", aanleveren(), sig("P07", "persoon.burgerservicenummer"),
         bij=register(aanroeper=school(ANDERE))),
    zaak("door beide scholen geïdentificeerd", aanleveren(),
         bij=register(dossier(1, MENSEN[0], door={ANDERE, "27DV"}), aanroeper=school(ANDERE))),
    zaak("onbekend onderwijsnummer", aanleveren(persoon={ONDERWIJSNUMMER: VRIJ[0]}),
         sig("P07", "persoon.onderwijsnummer")),
    zaak("een id van een ander", aanleveren(persoon={"id": 1}), sig("P07", "persoon.id"),
         bij=register(aanroeper=school(ANDERE))),
    zaak("een id dat er niet is", aanleveren(persoon={"id": 77}), sig("P07", "persoon.id")),
    zaak("het eigen id", aanleveren(persoon={"id": 1})),
    zaak("opnieuw identificeren wie een ander identificeerde", opnieuw(geslachtsnaam="Bakker"),
         sig("P07", ONDERWIJSNUMMER),
         bij=register(dossier(2, mens(onderwijsnummer=ONBEKENDE), door={ANDERE}))),
    zaak("opnieuw identificeren met een nummer dat er niet is", opnieuw(onderwijsnummer=VRIJ[0]),
         sig("P07", ONDERWIJSNUMMER)),
)  # fmt: skip
def test_p07_deze_instelling_heeft_de_persoon_geidentificeerd(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("adres zonder land", zoeken(), sig("P08")),
    zaak("adres in Nederland", zoeken(adres=ADRES | {"landcode": "6030"}), sig("P08")),
    zaak("adres in België", zoeken(adres=BUITENLAND)),
    zaak("met een bsn uit de BRP", zoeken(geslachtsnaam="de Wit", voornamen="Dina")),
)  # fmt: skip
def test_p08_een_inwoner_van_nederland_heeft_een_bsn(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("zonder naam", zoeken(geslachtsnaam=None), sig("P09", "geslachtsnaam")),
    zaak("zonder naam wordt er niet gezocht", zoeken(geslachtsnaam=None), sig("P09", "geslachtsnaam"),
         bij=register(buiten=ZONDER_BRP)),
    zaak("zonder adres wordt er niet gezocht", zoeken(geslachtsnaam="Bakker", adres=None), sig("P09", "adres"),
         bij=register(buiten=TWEELING)),
    zaak("met een te lange naam", zoeken(geslachtsnaam="x" * 201, adres={"huisnummer": 1}),
         sig("L01", "geslachtsnaam", detail="langer dan 200 tekens"), sig("P09", "adres.postcode")),
    zaak("met een lege naam", zoeken(geslachtsnaam=""), sig("P09", "geslachtsnaam")),
    zaak("zonder adres", zoeken(adres=None), sig("P09", "adres")),
    zaak("zonder naam en adres", zoeken(geslachtsnaam=None, adres=None), sig("P09", "adres"),
         sig("P09", "geslachtsnaam")),
    zaak("zonder postcode", zoeken(adres={"huisnummer": 1}), sig("P09", "adres.postcode")),
    zaak("zonder huisnummer", zoeken(adres={"postcode": "1234AB"}), sig("P09", "adres.huisnummer")),
    zaak("met niets dan postcode en huisnummer", zoeken(adres={"postcode": "1234AB", "huisnummer": 1}), sig("P08")),
    zaak("leeg adres", zoeken(adres={}), sig("P09", "adres.huisnummer"), sig("P09", "adres.postcode")),
    zaak("buitenland zonder adresregels", zoeken(adres={"landcode": "5010"}), sig("P09", "adres.regelsBuitenland")),
    zaak("buitenland met alleen een plaats", zoeken(adres={"landcode": "5010", "woonplaats": "Gent"})),
    zaak("zonder voornamen", zoeken(voornamen=None), sig("P08")),
    zaak("met nummer is de rest niet nodig", identificeren()),
    zaak("opnieuw identificeren zonder naam, ook niet in het register", opnieuw(voornamen="Eva"),
         sig("P09", "geslachtsnaam"),
         bij=register(dossier(2, mens(onderwijsnummer=ONBEKENDE, geslachtsnaam=None)))),
)  # fmt: skip
def test_p09_zonder_nummer_is_de_set_volledig(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("bsn dat niemand kent", identificeren(burgerservicenummer=NIET_BESTAAND), sig("P10", BSN, soort=BSN)),
    zaak("bsn dat de BRP kent", identificeren(burgerservicenummer=NIEUWKOMER)),
    zaak("onderwijsnummer dat niemand kent", identificeren(burgerservicenummer=None, onderwijsnummer=VRIJ[0]),
         sig("P10", ONDERWIJSNUMMER, soort=ONDERWIJSNUMMER)),
    zaak("onderwijsnummer uit het register", identificeren(burgerservicenummer=None, onderwijsnummer=ONBEKENDE),
         bij=register(dossier(2, mens(onderwijsnummer=ONBEKENDE)))),
    zaak("opnieuw met een bsn dat niemand kent", opnieuw(burgerservicenummer=NIET_BESTAAND), sig("P10", BSN, soort=BSN),
         bij=register(dossier(2, mens(onderwijsnummer=ONBEKENDE)))),
)  # fmt: skip
def test_p10_het_nummer_bestaat(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("31 juni", identificeren(geboortedatum="2005-06-31"), sig("P12", "geboortedatum", datum="2005-06-31")),
    zaak("30 juni", identificeren(geboortedatum="2005-06-30"), sig("P03")),
    zaak("29 februari in een gewoon jaar", identificeren(geboortedatum="2005-02-29"),
         sig("P12", "geboortedatum", datum="2005-02-29")),
    zaak("maand 13, dag onbekend", identificeren(geboortedatum="2005-13-00"),
         sig("P12", "geboortedatum", datum="2005-13-00")),
    zaak("dag zonder maand", identificeren(geboortedatum="2005-00-15"),
         sig("P12", "geboortedatum", datum="2005-00-15")),
    zaak("maand zonder jaar", zoeken(geboortedatum="0000-06-00"), sig("P12", "geboortedatum", datum="0000-06-00")),
    zaak("andere vorm", opnieuw(onderwijsnummer=WISSELAAR, geboortedatum="15-06-2005"),
         sig("P12", "geboortedatum", datum="15-06-2005"), bij=register(dossier(2, mens(onderwijsnummer=WISSELAAR)))),
    zaak("nulbyte: het signaal moet zelf te bewaren zijn", identificeren(geboortedatum="2005-06-1\x00"),
         sig("P12", "geboortedatum", datum="2005-06-1␀")),
    zaak("te lang: het signaal herhaalt niet alles", identificeren(geboortedatum="9" * 1000),
         sig("P12", "geboortedatum", datum="9" * 19 + "…")),
)  # fmt: skip
def test_p12_de_geboortedatum_bestaat(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("bsn met een adres in België", identificeren(adres=BUITENLAND), sig("P13", "adres")),
    zaak("bsn met een adres in Nederland", identificeren(adres=ADRES)),
    zaak("onderwijsnummer met een adres in België",
         identificeren(burgerservicenummer=None, onderwijsnummer=ONBEKENDE, adres=BUITENLAND),
         bij=register(dossier(2, mens(onderwijsnummer=ONBEKENDE)))),
    zaak("opnieuw met bsn en een adres in België", opnieuw(burgerservicenummer=NIEUWKOMER, adres=BUITENLAND),
         sig("P13", "adres"),
         bij=register(dossier(2, mens(onderwijsnummer=ONBEKENDE)))),
)  # fmt: skip
def test_p13_bij_een_bsn_komt_het_adres_uit_de_brp(zaak: Zaak) -> None:
    zaak.klopt()
