"""Inputs for a work placement."""

import strawberry

from schema.leveringen.inschrijving import PERSOON, VERSIE, VOLGNUMMER
from schema.leveringen.kop import LeveringInvoer
from schema.scalars import Datum
from schema.types.persoonsleutel import PersoonSleutelInput
from schema.veld import invoer

BPVVOLGNUMMER = "Volgnummer van de BPV, door de instelling gegeven: 1 tot en met 20 letters of cijfers."


@strawberry.input(
    description="Een hele BPV. Zij rust op een opleidingcode of, sinds de herziening van 2016, op een keuzedeelcode."
)
class BpvInput(LeveringInvoer):
    """A whole work placement."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    bpvvolgnummer: str = strawberry.field(description=BPVVOLGNUMMER)
    afsluitdatum: Datum = strawberry.field(description="Dag waarop de overeenkomst is gesloten.")
    datum_begin: Datum = strawberry.field(description="Eerste dag.")
    datum_einde_gepland: Datum = strawberry.field(description="Geplande laatste dag.")
    datum_einde_werkelijk: Datum | None = invoer("Werkelijke laatste dag.")
    omvang: int | None = invoer("Omvang in uren: 1 tot en met 9999.")
    leerbedrijf_id: str = strawberry.field(
        description="Nummer van het leerbedrijf bij SBB: 100000000 tot en met 999999999."
    )
    opleidingcode: str | None = invoer("Crebo waarop de BPV rust: vijf cijfers.")
    keuzedeelcode: str | None = invoer("Keuzedeel waarop de BPV rust: K en vier cijfers.")
    verwachte_versie: int | None = invoer("Alleen bij wijzigen. " + VERSIE)


@strawberry.input(description="Wijst een BPV aan.")
class BpvSleutelInput(LeveringInvoer):
    """The key of a work placement."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    bpvvolgnummer: str = strawberry.field(description=BPVVOLGNUMMER)
    verwachte_versie: int | None = invoer(VERSIE)
