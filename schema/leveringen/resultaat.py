"""Inputs for a diploma with its parts, and for a loose result."""

import strawberry

from schema.leveringen.inschrijving import PERSOON, VERSIE
from schema.leveringen.kop import LeveringInvoer
from schema.scalars import Datum, Decimaal
from schema.types.persoonsleutel import PersoonSleutelInput
from schema.veld import invoer

NUMMER = (
    "Volgnummer van het resultaat, door de instelling gegeven: 1 tot en met 20 letters of cijfers. Diploma's, hun "
    "onderdelen en losse resultaten van een student delen één reeks (R02, R17)."
)
INSCHRIJVING = "Volgnummer van de inschrijving. Weggelaten: het register kiest de inschrijving op de datum (R18)."
DATUM = "Dag waarop het resultaat is behaald; de inschrijving geldt op die dag (R04)."
AANBIEDER = "RIO-code van de onderwijsaanbieder: drie cijfers, A, drie cijfers."
VRIJSTELLING = "Code van een vrijstelling: 1 tot en met 4 letters of cijfers; mag naast een cijfer staan."


@strawberry.input(description="Resultaat van een generiek examenonderdeel: taal of rekenen.")
class GeneriekExamenonderdeelInput:
    """A generic exam part."""

    resultaatvolgnummer: str = strawberry.field(description=NUMMER)
    code: str = strawberry.field(description='Code van het onderdeel, zoals "3005" (R13).')
    eindcijfer: int | None = invoer(
        "Eindcijfer: 1 tot en met 10 (R14); het gemiddelde van de cijfers, afgerond op alleen de eerste decimaal (R09)."
    )
    vrijstelling: str | None = invoer(VRIJSTELLING)
    cijfer_instellingsexamen: Decimaal | None = invoer('Cijfer van het instellingsexamen, zoals "7.4".')
    vrijstelling_instellingsexamen: str | None = invoer(VRIJSTELLING)
    cijfer_centraal_examen: Decimaal | None = invoer('Cijfer van het centraal examen, zoals "5.1".')
    vrijstelling_centraal_examen: str | None = invoer(VRIJSTELLING)


@strawberry.input(description="Resultaat van een keuzedeel.")
class KeuzedeelResultaatInput:
    """A keuzedeel."""

    resultaatvolgnummer: str = strawberry.field(description=NUMMER)
    keuzedeelcode: str = strawberry.field(description="Code van het keuzedeel: K en vier cijfers (R10).")
    behaald: bool = strawberry.field(description="Of het keuzedeel is behaald.")
    certificaat: bool | None = invoer("Alleen bij een los resultaat; onder een diploma leeg (R19).")


@strawberry.input(description="Resultaat van een onderdeel uit een AMvB.")
class AmvbOnderdeelInput:
    """An AMvB-onderdeel."""

    resultaatvolgnummer: str = strawberry.field(description=NUMMER)
    code: str = strawberry.field(description="Code van het onderdeel: C en vier cijfers (R13).")
    certificaat: bool | None = invoer("Los altijd waar, onder een diploma leeg (R19).")


@strawberry.input(description="Een heel diploma met zijn onderdelen.")
class DiplomaInput(LeveringInvoer):
    """A whole diploma."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    resultaatvolgnummer: str = strawberry.field(description=NUMMER)
    inschrijvingvolgnummer: str | None = invoer(INSCHRIJVING)
    opleidingcode: str = strawberry.field(description="Crebo van de kwalificatie: vijf cijfers (R03).")
    datum_resultaat: Datum = strawberry.field(description=DATUM)
    indicatie_bekostigbaar: bool = strawberry.field(
        description="Of de instelling voor dit diploma bekostiging vraagt; alleen een bekostigde instelling (I16)."
    )
    onderwijsaanbieder: str | None = invoer(AANBIEDER)
    generieke_examenonderdelen: list[GeneriekExamenonderdeelInput] = strawberry.field(
        default_factory=list, description="De generieke examenonderdelen (R08)."
    )
    keuzedelen: list[KeuzedeelResultaatInput] = strawberry.field(
        default_factory=list, description="De keuzedelen; zij horen bij de kwalificatie (R11)."
    )
    amvb_onderdelen: list[AmvbOnderdeelInput] = strawberry.field(
        default_factory=list, description="De onderdelen uit een AMvB."
    )
    verwachte_versie: int | None = invoer("Alleen bij wijzigen. " + VERSIE)


@strawberry.input(one_of=True, description="Het onderdeel dat los is behaald: vul precies één van de velden.")
class LosResultaatInput:
    """Exactly one part."""

    generiek_examenonderdeel: GeneriekExamenonderdeelInput | None = invoer("Een generiek examenonderdeel.")
    keuzedeel: KeuzedeelResultaatInput | None = invoer("Een keuzedeel.")
    amvb_onderdeel: AmvbOnderdeelInput | None = invoer("Een onderdeel uit een AMvB.")


@strawberry.input(description="Een heel los resultaat: een onderdeel dat niet onder een diploma valt.")
class ResultaatInput(LeveringInvoer):
    """A whole loose result."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str | None = invoer(INSCHRIJVING)
    datum_resultaat: Datum = strawberry.field(description=DATUM)
    onderwijsaanbieder: str | None = invoer(AANBIEDER)
    resultaat: LosResultaatInput = strawberry.field(description="Het onderdeel.")
    verwachte_versie: int | None = invoer("Alleen bij wijzigen. " + VERSIE)


@strawberry.input(
    description="Wijst een diploma of een los resultaat aan; een onderdeel van een diploma niet op zichzelf (R01)."
)
class ResultaatSleutelInput(LeveringInvoer):
    """The key of a result."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    resultaatvolgnummer: str = strawberry.field(description=NUMMER)
    verwachte_versie: int | None = invoer(VERSIE)
