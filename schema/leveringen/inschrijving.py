"""Inputs for an enrolment, its periods, its end and its extra support."""

import strawberry

from schema.enums import Leerroute, Leerroutefase, Leertraject, Niveau
from schema.leveringen.kop import LeveringInvoer
from schema.scalars import Datum
from schema.types.persoonsleutel import PersoonSleutelInput
from schema.veld import invoer

PERSOON = "De student, door deze instelling eerder geïdentificeerd (P07)."
VOLGNUMMER = "Volgnummer van de inschrijving, door de instelling gegeven: 1 tot en met 20 letters of cijfers."
VERSIE = "De versie waarop de wijziging rust; ongelijk aan de huidige is signaal L04. Weggelaten: niet vergeleken."


@strawberry.input(description="Periode van een inschrijving; zij duurt tot de dag voor de volgende.")
class InschrijvingsperiodeInput:
    """A period of an enrolment."""

    datum_begin: Datum = strawberry.field(
        description="Eerste dag; die van de eerste periode is de datum van inschrijving."
    )
    opleidingcode: str = strawberry.field(description="Crebo van kwalificatie, dossier of domein: vijf cijfers.")
    leertraject: Leertraject = strawberry.field(description="De weg waarlangs de student de opleiding volgt.")
    niveau: Niveau | None = invoer(
        "Verplicht bij een dossier of domein (I06); bij een kwalificatie bepaalt het register het."
    )
    indicatie_bekostigbaar: bool = strawberry.field(
        description="Of de instelling voor deze periode bekostiging vraagt."
    )
    leerroute: Leerroute | None = invoer("Doorlopende leerroute vmbo-mbo.")
    leerroutefase: Leerroutefase | None = invoer("Fase van de leerroute, vanaf 2020-08-01 (I24).")
    onderwijsaanbieder: str | None = invoer("RIO-code van de onderwijsaanbieder: drie cijfers, A, drie cijfers.")
    onderwijslocatie: str | None = invoer(
        "RIO-code van de onderwijslocatie: drie cijfers, X, drie cijfers; verplicht vanaf 2019-08-01 (I13)."
    )
    locatiecode_vsv: str | None = invoer("Voorganger van de onderwijslocatie: 1 tot en met 12 letters of cijfers.")


@strawberry.input(description="Periode van extra ondersteuning binnen de inschrijving; beide dagen horen erbij.")
class PeriodeInput:
    """A period of extra support."""

    datum_begin: Datum = strawberry.field(description="Eerste dag.")
    datum_einde: Datum | None = invoer("Laatste dag; leeg zolang zij loopt.")


@strawberry.input(description="Een hele inschrijving met haar perioden.")
class InschrijvingInput(LeveringInvoer):
    """A whole enrolment."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    datum_inschrijving: Datum = strawberry.field(description="Eerste dag van de inschrijving.")
    datum_uitschrijving_gepland: Datum = strawberry.field(
        description="Geplande laatste dag; beëindigt de inschrijving niet."
    )
    datum_uitschrijving_werkelijk: Datum | None = invoer("Werkelijke laatste dag.")
    reden_uitschrijving: str | None = invoer('Reden van uitschrijving: "01" tot en met "09" (I17).')
    hoogste_vooropleiding: str | None = invoer('Hoogste vooropleiding: "01" tot en met "16" (I25).')
    perioden: list[InschrijvingsperiodeInput] = strawberry.field(
        description="Een of meer perioden; de eerste begint met de inschrijving (I10)."
    )
    extra_ondersteuning: list[PeriodeInput] | None = invoer("Weggelaten: blijft zoals het is. Lege lijst: geen.")
    verwachte_versie: int | None = invoer("Alleen bij wijzigen. " + VERSIE)


@strawberry.input(description="Uitschrijving: de werkelijke laatste dag van een inschrijving, met de reden.")
class UitschrijvingInput(LeveringInvoer):
    """The actual end of an enrolment."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    datum_uitschrijving_werkelijk: Datum = strawberry.field(description="Laatste dag waarop de inschrijving geldt.")
    reden_uitschrijving: str | None = invoer('Reden van uitschrijving: "01" tot en met "09" (I17).')
    verwachte_versie: int | None = invoer(VERSIE)


@strawberry.input(description="Wijst een inschrijving aan.")
class InschrijvingSleutelInput(LeveringInvoer):
    """The key of an enrolment."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    verwachte_versie: int | None = invoer(VERSIE)


@strawberry.input(description="Extra ondersteuning die bij een inschrijving komt.")
class ExtraOndersteuningInput(LeveringInvoer):
    """Periods of extra support to add."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    perioden: list[PeriodeInput] = strawberry.field(
        description="De perioden; een die al geregistreerd is verandert niets."
    )


@strawberry.input(description="Wijst een periode van extra ondersteuning aan.")
class ExtraOndersteuningSleutelInput(LeveringInvoer):
    """The key of a period of extra support."""

    persoon: PersoonSleutelInput = strawberry.field(description=PERSOON)
    inschrijvingvolgnummer: str = strawberry.field(description=VOLGNUMMER)
    datum_begin: Datum = strawberry.field(description="Eerste dag van de periode (I26).")
