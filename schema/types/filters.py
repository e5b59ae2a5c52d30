"""Filters of the lists: what is left out does not filter, and what is given must all hold."""

import strawberry

from schema.enums import Leertraject, LeveringSoort, Niveau, ResultaatSoort, Verwerkingsstatus
from schema.scalars import Datum, Tijdstip
from schema.types.persoonsleutel import PersoonSleutelInput
from schema.veld import invoer

_PERIODE = "Toetst de periode die op de peildatum geldt; zonder peildatum die van vandaag, anders de laatste."


@strawberry.input(description=f"Beperkt een lijst inschrijvingen; alles wat is ingevuld moet kloppen. {_PERIODE}")
class InschrijvingFilter:
    """What an enrolment must be."""

    instelling: str | None = invoer("BRIN; voor een instelling is elke andere dan de eigen een lege lijst.")
    opleidingcode: str | None = invoer("Crebo van de periode: vijf cijfers.")
    leertraject: Leertraject | None = invoer("Leertraject van de periode.")
    niveau: Niveau | None = invoer("Niveau van de periode.")
    bekostigbaar: bool | None = invoer("De indicatie bekostigbaar van de periode.")
    geregistreerd_vanaf: Tijdstip | None = invoer("Geregistreerd of gewijzigd op of na dit moment.")
    signaalcode: str | None = invoer(
        'Alleen met een signaal van deze code, zoals "I15", op de inschrijving of op een BPV daaronder.'
    )


@strawberry.input(description="Beperkt een lijst BPV's; alles wat is ingevuld moet kloppen.")
class BpvFilter:
    """What a placement must be."""

    instelling: str | None = invoer("BRIN; voor een instelling is elke andere dan de eigen een lege lijst.")
    leerbedrijf_id: str | None = invoer("Nummer van het leerbedrijf bij SBB: negen cijfers.")
    opleidingcode: str | None = invoer("Crebo waarvoor de BPV is: vijf cijfers.")
    keuzedeelcode: str | None = invoer("Keuzedeel waarvoor de BPV is: K en vier cijfers.")
    leertraject: Leertraject | None = invoer(f"Leertraject van de inschrijving. {_PERIODE}")


@strawberry.input(description="Beperkt een lijst resultaten; alles wat is ingevuld moet kloppen.")
class ResultaatFilter:
    """What a result must be."""

    instelling: str | None = invoer("BRIN; voor een instelling is elke andere dan de eigen een lege lijst.")
    opleidingcode: str | None = invoer(
        "Crebo van het diploma, ook voor de onderdelen daarvan: vijf cijfers. Een los resultaat heeft er geen."
    )
    soort: ResultaatSoort | None = invoer("De soort resultaat, los of bij een diploma.")
    datum_vanaf: Datum | None = invoer("Behaald op of na deze dag.")
    datum_tot_en_met: Datum | None = invoer("Behaald op of voor deze dag.")


@strawberry.input(description="Beperkt een lijst leveringen; alles wat is ingevuld moet kloppen.")
class LeveringFilter:
    """What a delivery must be."""

    soort: LeveringSoort | None = invoer("De soort levering.")
    status: Verwerkingsstatus | None = invoer("De uitkomst zoals die nu luidt.")
    ontvangen_vanaf: Tijdstip | None = invoer("Ontvangen op of na dit moment.")
    ontvangen_tot: Tijdstip | None = invoer("Ontvangen voor dit moment.")
    persoon: PersoonSleutelInput | None = invoer("De student over wie de levering gaat.")
