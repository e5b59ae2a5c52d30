"""A delivery that waits while a later one is accepted: what came later stays (besluit 0063)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.achtergrond.test_identificatie import wacht
from tests.achtergrond.werkvoorraad import handel_af, voorraad
from tests.domain.bouw import identificeren, opnieuw, persoonsmutatie, zoeken
from tests.leveringen.test_verwerken_persoonsmutatie import VREEMDE
from tests.leveringen.verhaal import ingeschreven
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

PERSONEN = "SELECT voornamen, geslachtsnaam FROM persoon ORDER BY id"


def test_wie_opnieuw_werd_geidentificeerd_houdt_de_laatste_gegevens(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    persoon = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]
    wacht(register, school, opnieuw(**persoon, voornamen="Oud", geslachtsnaam="Vandaag"))
    assert school.lever(opnieuw(**persoon, voornamen="Nieuw"))["status"].startswith("GOEDGEKEURD")
    werkplaats.werk()
    assert register.rijen(PERSONEN) == [("Nieuw", "Vandaag")]


def test_een_oude_mutatie_van_de_brp_overschrijft_geen_nieuwe(
    register: Register, school: Klant, andere: Klant, ipo: Klant
) -> None:
    brp = register.als(AANROEPERS["brp"])
    school.registreer(*ingeschreven())
    andere.registreer(identificeren(burgerservicenummer=VREEMDE, geslacht="M"))
    brp.lever(persoonsmutatie(nieuwBurgerservicenummer=VREEMDE, geslachtsnaam="Oud", voornamen="Alleen Hier"))
    assert brp.lever(persoonsmutatie(geslachtsnaam="Nieuw"))["status"] == "GOEDGEKEURD"
    (werk,) = voorraad(ipo)
    assert handel_af(ipo, werk)["status"] == "GOEDGEKEURD"
    assert register.rijen(PERSONEN)[0] == ("Alleen Hier", "Nieuw")
