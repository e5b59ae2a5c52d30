"""Input for a change of a person, by the population register (BRP)."""

import strawberry

from schema.enums import Geslacht
from schema.leveringen.kop import KenmerkInvoer
from schema.leveringen.persoon import AdresInput, NationaliteitInput
from schema.scalars import Datum, OnvolledigeDatum
from schema.veld import invoer


@strawberry.input(description="Verblijfstitel, met de periode waarin die geldt.")
class VerblijfstitelInput:
    """A right to stay as delivered."""

    code: str = strawberry.field(description="Code van de verblijfstitel: twee cijfers (BRP tabel 56).")
    datum_begin: OnvolledigeDatum = strawberry.field(description="Eerste dag; onbekende delen zijn 00.")
    datum_einde: OnvolledigeDatum | None = invoer("De dag waarop zij niet meer geldt; onbekende delen zijn 00.")


@strawberry.input(
    description="Wijziging van een persoon in de BRP. Wat is weggelaten blijft zoals het is, `null` maakt leeg, een "
    "lijst of adres vervangt het hele vorige."
)
class PersoonsmutatieInput(KenmerkInvoer):
    """A change of a person."""

    burgerservicenummer: str = strawberry.field(
        description="BSN van de persoon, ook een vroeger. Kent het register de persoon niet, dan gebeurt er niets."
    )
    ingangsdatum: Datum = strawberry.field(description="Dag waarop de wijziging ingaat; instellingen lezen haar mee.")
    nieuw_burgerservicenummer: str | None = invoer(
        "BSN dat het vorige vervangt; het oude blijft naar de persoon wijzen. Is het al een andere persoon in het "
        "register, dan beslist IPO (P04). `null` is hier hetzelfde als weglaten."
    )
    voornamen: str | None = invoer("Voornamen, gescheiden door spaties.")
    voorvoegsel: str | None = invoer("Voorvoegsel van de geslachtsnaam.")
    geslachtsnaam: str | None = invoer("Geslachtsnaam zonder voorvoegsel.")
    geboortedatum: OnvolledigeDatum | None = invoer(
        "Geboortedatum; `null` is geheel onbekend. Een onmogelijke datum geeft signaal P12."
    )
    geslacht: Geslacht | None = invoer("Geslacht; `null` is O.")
    overlijdensdatum: OnvolledigeDatum | None = invoer("Datum van overlijden.")
    geboorteland: str | None = invoer("Geboorteland: vier cijfers uit BRP-tabel 34.")
    datum_vestiging_in_nederland: OnvolledigeDatum | None = invoer("Dag van vestiging in Nederland.")
    datum_vertrek_uit_nederland: OnvolledigeDatum | None = invoer("Dag van vertrek uit Nederland.")
    land_vertrek: str | None = invoer("Land waarheen de persoon vertrok: vier cijfers uit BRP-tabel 34.")
    adres: AdresInput | None = invoer("Het hele adres.")
    nationaliteiten: list[NationaliteitInput] | None = invoer("Alle nationaliteiten.")
    verblijfstitels: list[VerblijfstitelInput] | None = invoer("Alle verblijfstitels.")
