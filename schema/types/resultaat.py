"""Results: the diploma with its parts, and the same three kinds of part gained loose (PvE chapter 13)."""

from typing import Annotated

import strawberry

from schema.scalars import Datum, Decimaal, Tijdstip
from schema.types.inschrijving import Inschrijving
from schema.types.instelling import Instelling
from schema.types.node import Node
from schema.types.opleiding import Opleiding
from schema.types.persoon import Persoon
from schema.types.signaal import Signaal
from schema.veld import LEVERAARS, veld

_DIPLOMA = "Het diploma waar het onderdeel bij hoort; leeg: los resultaat."
_VRIJSTELLING = "Vrijstelling: 1 tot en met 4 letters en cijfers; mag naast een cijfer staan."


@strawberry.interface(
    description="Resultaat van een student bij een instelling: een diploma, of een generiek examenonderdeel, keuzedeel "
    "of AMvB-onderdeel, dat los is behaald of bij een diploma hoort. Zijn sleutel is instelling, persoon en "
    "resultaatvolgnummer [eigen keuze: één reeks nummers voor alle soorten]."
)
class Resultaat(Node):
    """What every result has; a part of a diploma has it from its diploma, but for its number and its signals."""

    persoon: Persoon | None = veld(LEVERAARS, "De student.")
    resultaatvolgnummer: str | None = veld(
        LEVERAARS,
        "Nummer dat de instelling gaf: 1 tot en met 20 letters en cijfers, hoofdlettergevoelig, uniek per student "
        "binnen de instelling, over alle soorten resultaten heen.",
    )
    datum_resultaat: Datum | None = veld(
        LEVERAARS, "Dag waarop het resultaat is behaald; bij een onderdeel die van het diploma."
    )
    instelling: Instelling | None = veld(LEVERAARS, "De instelling die het resultaat vaststelde.")
    inschrijvingvolgnummer: str | None = veld(
        LEVERAARS, "De inschrijving zoals de instelling die noemde; leeg als zij er geen noemde (signaal R18)."
    )
    inschrijving: Inschrijving | None = veld(
        LEVERAARS,
        "De inschrijving waar het resultaat onder valt: de genoemde, anders die het register koos omdat zij op de "
        "datum van het resultaat geldt (signaal R18).",
    )
    onderwijsaanbieder: str | None = veld(
        LEVERAARS, 'RIO-code van de onderwijsaanbieder: drie cijfers, A en drie cijfers, zoals "100A404".'
    )
    signalen: list[Signaal] | None = veld(
        LEVERAARS,
        "Wat er bij de laatste registratie te melden was, in de volgorde van de signaalcatalogus; wat over een "
        "onderdeel gaat staat bij het diploma.",
    )
    versie: int | None = veld(
        LEVERAARS,
        "1 bij de eerste registratie, en 1 meer bij elke wijziging; een onderdeel telt mee met zijn diploma. Te "
        "gebruiken als `verwachteVersie`.",
    )
    geregistreerd_op: Tijdstip | None = veld(LEVERAARS, "Moment waarop deze versie is geregistreerd.")


@strawberry.type(description="Diploma (DIP) met zijn onderdelen, die ermee ontstaan en verdwijnen [PvE hoofdstuk 13].")
class Diploma(Resultaat):
    """A diploma."""

    opleidingcode: str | None = veld(LEVERAARS, "Crebo van de kwalificatie: vijf cijfers.")
    opleiding: Opleiding | None = veld(
        LEVERAARS, "De opleiding bij de code, zoals geldig op de datum van het resultaat, anders de nieuwste bekende."
    )
    indicatie_bekostigbaar: bool | None = veld(
        LEVERAARS, "Of de instelling bekostiging vraagt; de beslissing daarover is aan het register."
    )
    generieke_examenonderdelen: (
        list[Annotated["GeneriekExamenonderdeel", strawberry.lazy("schema.types.resultaat")]] | None
    ) = veld(LEVERAARS, "De generieke examenonderdelen, op resultaatvolgnummer.")
    keuzedelen: list[Annotated["KeuzedeelResultaat", strawberry.lazy("schema.types.resultaat")]] | None = veld(
        LEVERAARS, "De keuzedelen, op resultaatvolgnummer."
    )
    amvb_onderdelen: list[Annotated["AmvbOnderdeel", strawberry.lazy("schema.types.resultaat")]] | None = veld(
        LEVERAARS, "De AMvB-onderdelen, op resultaatvolgnummer."
    )


@strawberry.type(
    description="Generiek examenonderdeel (GEO), zoals Nederlands of rekenen [PvE hoofdstuk 13; Examen- en "
    "kwalificatiebesluit]."
)
class GeneriekExamenonderdeel(Resultaat):
    """A generic exam part."""

    diploma: Diploma | None = veld(LEVERAARS, _DIPLOMA)
    code: str | None = veld(LEVERAARS, 'Code van het examenonderdeel: vier letters of cijfers, zoals "3001".')
    omschrijving: str | None = veld(
        LEVERAARS, "Omschrijving bij de code; leeg als de code niet in de referentiegegevens staat."
    )
    eindcijfer: int | None = veld(LEVERAARS, "Eindcijfer, 1 tot en met 10.")
    vrijstelling: str | None = veld(LEVERAARS, _VRIJSTELLING)
    cijfer_instellingsexamen: Decimaal | None = veld(
        LEVERAARS, 'Cijfer van het instellingsexamen, met één decimaal, zoals "7.4".'
    )
    vrijstelling_instellingsexamen: str | None = veld(LEVERAARS, _VRIJSTELLING)
    cijfer_centraal_examen: Decimaal | None = veld(
        LEVERAARS, 'Cijfer van het centraal examen, met één decimaal, zoals "7.4".'
    )
    vrijstelling_centraal_examen: str | None = veld(LEVERAARS, _VRIJSTELLING)


@strawberry.type(description="Resultaat van een keuzedeel (KZD) [PvE hoofdstuk 13].")
class KeuzedeelResultaat(Resultaat):
    """A keuzedeel, gained or not."""

    diploma: Diploma | None = veld(LEVERAARS, _DIPLOMA)
    keuzedeelcode: str | None = veld(LEVERAARS, 'Code van het keuzedeel: K en vier cijfers, zoals "K0072".')
    behaald: bool | None = veld(LEVERAARS, "Of het keuzedeel is behaald.")
    certificaat: bool | None = veld(LEVERAARS, "Of er een certificaat bij is uitgereikt; leeg bij een diploma.")


@strawberry.type(
    description="Onderdeel dat bij algemene maatregel van bestuur is voorgeschreven (AMO) [PvE hoofdstuk 13]."
)
class AmvbOnderdeel(Resultaat):
    """An AMvB-onderdeel."""

    diploma: Diploma | None = veld(LEVERAARS, _DIPLOMA)
    code: str | None = veld(LEVERAARS, 'Code van het onderdeel: C en vier cijfers, zoals "C0004".')
    certificaat: bool | None = veld(LEVERAARS, "Los altijd waar; leeg bij een diploma.")
