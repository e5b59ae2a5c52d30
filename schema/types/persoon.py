"""The student as a person: numbers, names, birth, address and rights to stay."""

import strawberry

from schema.enums import Geslacht
from schema.scalars import Datum, OnvolledigeDatum
from schema.types.node import Node
from schema.veld import LEVERAARS, argument, veld


@strawberry.type(
    description="Adres van een persoon, uit de BRP of zoals geleverd. Zonder landcode is het een Nederlands adres."
)
class Adres:
    """An address in the Netherlands, or in a few lines abroad."""

    straatnaam: str | None = veld(LEVERAARS, "Straatnaam.")
    huisnummer: int | None = veld(LEVERAARS, "Huisnummer, zonder letter of toevoeging.")
    huisletter: str | None = veld(LEVERAARS, 'Letter achter het huisnummer, zoals "a".')
    huisnummertoevoeging: str | None = veld(LEVERAARS, 'Toevoeging achter huisnummer en huisletter, zoals "bis".')
    postcode: str | None = veld(LEVERAARS, 'Postcode: vier cijfers en twee letters, zoals "1012AB".')
    woonplaats: str | None = veld(LEVERAARS, "Woonplaats.")
    landcode: str | None = veld(
        LEVERAARS, 'Land: vier cijfers uit BRP-tabel 34, zoals "6030" (Nederland); leeg betekent Nederland.'
    )
    regels_buitenland: list[str] | None = veld(LEVERAARS, "Adres in het buitenland: ten hoogste drie regels.")


@strawberry.type(description="Nationaliteit van een persoon, met de periode waarin die geldt [PvE hoofdstuk 13].")
class Nationaliteit:
    """A nationality with its period."""

    code: str = veld(LEVERAARS, 'Vier cijfers uit BRP-tabel 32, zoals "0001" (Nederlandse).')
    omschrijving: str | None = veld(LEVERAARS, "Omschrijving bij de code; leeg als de code niet in de tabel staat.")
    datum_begin: OnvolledigeDatum = veld(LEVERAARS, "Eerste dag waarop de nationaliteit geldt.")
    datum_einde: OnvolledigeDatum | None = veld(
        LEVERAARS, "Dag waarop de nationaliteit niet meer geldt (zelf niet meer inbegrepen); leeg: geldt nog."
    )


@strawberry.type(description="Verblijfstitel van een persoon, met de periode waarin die geldt [PvE hoofdstuk 13].")
class Verblijfstitel:
    """A right to stay with its period."""

    code: str = veld(LEVERAARS, 'Twee cijfers uit BRP-tabel 56, zoals "21".')
    omschrijving: str | None = veld(LEVERAARS, "Omschrijving bij de code; leeg als de code niet in de tabel staat.")
    datum_begin: OnvolledigeDatum = veld(LEVERAARS, "Eerste dag waarop de verblijfstitel geldt.")
    datum_einde: OnvolledigeDatum | None = veld(
        LEVERAARS, "Dag waarop de verblijfstitel niet meer geldt (zelf niet meer inbegrepen); leeg: geldt nog."
    )


@strawberry.type(
    description="Student als persoon. De gegevens komen uit de BRP als de persoon daarin staat, anders zijn ze zoals "
    "geleverd. Na de laatste inschrijving ziet een instelling de gegevens zoals die toen bekend waren [eigen keuze]."
)
class Persoon(Node):
    """What the register holds of a person."""

    burgerservicenummer: str | None = veld(
        LEVERAARS, "BSN, negen cijfers; leeg bij een persoon met een onderwijsnummer."
    )
    onderwijsnummer: str | None = veld(
        LEVERAARS,
        "Onderwijsnummer, negen cijfers beginnend met 10; alleen bij een persoon zonder BSN. Een nummer dat door een "
        "BSN is vervangen blijft naar dezelfde persoon wijzen.",
    )
    voornamen: str | None = veld(LEVERAARS, "Voornamen, door spaties gescheiden.")
    voorvoegsel: str | None = veld(LEVERAARS, 'Voorvoegsel van de geslachtsnaam, zoals "van der".')
    geslachtsnaam: str | None = veld(LEVERAARS, "Geslachtsnaam, zonder voorvoegsel.")
    geboortedatum: OnvolledigeDatum | None = veld(LEVERAARS, "Geboortedatum; onbekende delen zijn 00.")
    geslacht: Geslacht | None = veld(LEVERAARS, "Geslacht.")
    overlijdensdatum: OnvolledigeDatum | None = veld(LEVERAARS, "Datum van overlijden volgens de BRP.")
    geboorteland: str | None = veld(LEVERAARS, "Geboorteland: vier cijfers uit BRP-tabel 34.")
    datum_vestiging_in_nederland: OnvolledigeDatum | None = veld(
        LEVERAARS, "Dag waarop de persoon zich het laatst vanuit het buitenland in Nederland vestigde."
    )
    datum_vertrek_uit_nederland: OnvolledigeDatum | None = veld(
        LEVERAARS, "Dag waarop de persoon uit Nederland vertrok."
    )
    land_vertrek: str | None = veld(LEVERAARS, "Land waarheen de persoon vertrok: vier cijfers uit BRP-tabel 34.")
    leeftijd: int | None = veld(
        LEVERAARS,
        "Leeftijd in hele jaren op een dag. Bij een deels onbekende geboortedatum de hoogst mogelijke [eigen keuze]; "
        "leeg als het geboortejaar onbekend is.",
        argument("op", Datum, "De dag waarop de leeftijd wordt bepaald."),
    )
    adres: Adres | None = veld(LEVERAARS, "Het adres; leeg als er geen bekend is.")
    nationaliteiten: list[Nationaliteit] | None = veld(LEVERAARS, "Alle bekende nationaliteiten, op begindatum.")
    verblijfstitels: list[Verblijfstitel] | None = veld(LEVERAARS, "Alle bekende verblijfstitels, op begindatum.")
    geverifieerd: bool | None = veld(
        LEVERAARS, "Of de gegevens uit de BRP komen; zo niet, dan zijn ze zoals de instelling ze leverde."
    )
    identificatie_in_behandeling: bool | None = veld(
        LEVERAARS, "Of een identificatie van deze persoon nog wacht op de BRP (P06) of op een beslissing van IPO (P04)."
    )
