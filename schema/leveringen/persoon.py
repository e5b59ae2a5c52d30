"""Inputs to identify a person."""

import strawberry

from schema.enums import Geslacht
from schema.leveringen.kop import LeveringInvoer
from schema.scalars import OnvolledigeDatum
from schema.veld import invoer

_BSN = "BSN: negen cijfers die aan de elfproef voldoen (signaal P01)."


@strawberry.input(description="Adres zoals de student het opgeeft. Zonder landcode is het een adres in Nederland.")
class AdresInput:
    """An address as delivered."""

    straatnaam: str | None = invoer("Straatnaam: ten hoogste 80 tekens.")
    huisnummer: int | None = invoer("Huisnummer, zonder letter of toevoeging.")
    huisletter: str | None = invoer("Huisletter: één teken.")
    huisnummertoevoeging: str | None = invoer("Toevoeging bij het huisnummer: ten hoogste 4 tekens.")
    postcode: str | None = invoer('Postcode, zoals "1012AB"; een spatie mag.')
    woonplaats: str | None = invoer("Woonplaats: ten hoogste 80 tekens.")
    landcode: str | None = invoer('Code van het land in de BRP (tabel 34), vier cijfers; "6030" of leeg is Nederland.')
    regels_buitenland: list[str] | None = invoer("Adresregels in het buitenland: ten hoogste 40 tekens per regel.")


@strawberry.input(description="Nationaliteit, met de periode waarin die geldt.")
class NationaliteitInput:
    """A nationality as delivered."""

    code: str = strawberry.field(description="Code van de nationaliteit: vier cijfers (BRP tabel 32).")
    datum_begin: OnvolledigeDatum = strawberry.field(description="Eerste dag; onbekende delen zijn 00.")
    datum_einde: OnvolledigeDatum | None = invoer("De dag waarop zij niet meer geldt; onbekende delen zijn 00.")


@strawberry.input(
    description="Identificeert een student: met een nummer (dan moeten geboortedatum en geslacht kloppen), of zonder "
    "nummer op naam, geboortedatum, geslacht en adres. Lever daarna met het nummer dat terugkomt."
)
class IdentificerenPersoonInput(LeveringInvoer):
    """To identify, by number or by data."""

    burgerservicenummer: str | None = invoer(_BSN)
    onderwijsnummer: str | None = invoer(
        "Onderwijsnummer: negen cijfers, beginnend met 10. Niet samen met een BSN (P02)."
    )
    geslachtsnaam: str | None = invoer("Geslachtsnaam zonder voorvoegsel; zonder nummer verplicht (P09).")
    voorvoegsel: str | None = invoer('Voorvoegsel van de geslachtsnaam, zoals "van der".')
    voornamen: str | None = invoer("Officiële voornamen, gescheiden door spaties.")
    geboortedatum: OnvolledigeDatum = strawberry.field(
        description="Geboortedatum; onbekende delen zijn 00. Een onmogelijke datum geeft signaal P12."
    )
    geslacht: Geslacht = strawberry.field(description="Geslacht zoals in de BRP.")
    adres: AdresInput | None = invoer(
        "Adres; zonder nummer verplicht (P09), in Nederland met postcode en huisnummer. Een adres in het buitenland "
        "past niet bij een BSN (P13)."
    )
    nationaliteiten: list[NationaliteitInput] | None = invoer(
        "Alleen voor wie niet in de BRP staat; anders gaat de BRP voor."
    )


@strawberry.input(
    description="Identificeert een student met een onderwijsnummer opnieuw, met een BSN of met betere gegevens. "
    "Weggelaten gegevens blijven zoals zij geregistreerd zijn."
)
class OpnieuwIdentificerenPersoonInput(LeveringInvoer):
    """To identify again, with better data."""

    onderwijsnummer: str = strawberry.field(description="Het onderwijsnummer waaronder de student bekend is.")
    burgerservicenummer: str | None = invoer(_BSN)
    geslachtsnaam: str | None = invoer("Geslachtsnaam zonder voorvoegsel.")
    voorvoegsel: str | None = invoer("Voorvoegsel van de geslachtsnaam.")
    voornamen: str | None = invoer("Officiële voornamen, gescheiden door spaties.")
    geboortedatum: OnvolledigeDatum | None = invoer("Geboortedatum; onbekende delen zijn 00.")
    geslacht: Geslacht | None = invoer("Geslacht zoals in de BRP.")
    adres: AdresInput | None = invoer("Adres.")
    nationaliteiten: list[NationaliteitInput] | None = invoer("Alleen voor wie niet in de BRP staat.")
