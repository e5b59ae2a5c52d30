"""The stageplek: what SBB may know of a placement, without anything of who the student is (register.md 5 and 9)."""

import strawberry

from schema.enums import Leertraject, Niveau
from schema.scalars import Datum, Tijdstip
from schema.veld import STAGEMARKT, invoer, veld

_INGETROKKEN = "leeg als de plek is ingetrokken"


@strawberry.type(
    description="Bezetting van een stageplek: een BPV zonder persoonsgegevens, voor SBB [velden: teksten van voor "
    "2020]. Een BPV die verwijderd is blijft staan, ingetrokken en leeg gemaakt."
)
class Stageplekbezetting:
    """A placement as SBB may know it."""

    kenmerk: str = veld(
        STAGEMARKT,
        "Anonieme sleutel van de BPV: 32 hexadecimale tekens, gelijk zolang de BPV bestaat en ook daarna, en alleen "
        "voor SBB gemaakt, zodat niemand er andere gegevens mee kan verbinden [eigen keuze: de eerste helft van "
        "HMAC-SHA-256].",
    )
    leerbedrijf_id: str = veld(STAGEMARKT, "Nummer van het leerbedrijf bij SBB: negen cijfers.")
    opleidingcode: str | None = veld(STAGEMARKT, "Crebo waarvoor de BPV is; leeg bij een keuzedeel.")
    keuzedeelcode: str | None = veld(STAGEMARKT, "Keuzedeel waarvoor de BPV is; leeg bij een opleiding.")
    leertraject: Leertraject | None = veld(
        STAGEMARKT, f"Leertraject van de periode waarin de BPV begint, anders van de eerste; {_INGETROKKEN}."
    )
    niveau: Niveau | None = veld(
        STAGEMARKT, f"Niveau van die periode: zoals geleverd, anders dat van de opleiding; {_INGETROKKEN}."
    )
    instelling: str = veld(STAGEMARKT, "BRIN van de instelling die de BPV leverde.")
    afsluitdatum: Datum | None = veld(STAGEMARKT, f"Dag waarop de overeenkomst is gesloten; {_INGETROKKEN}.")
    datum_begin: Datum = veld(STAGEMARKT, "Eerste dag.")
    datum_einde_gepland: Datum | None = veld(STAGEMARKT, f"Geplande laatste dag; {_INGETROKKEN}.")
    datum_einde_werkelijk: Datum | None = veld(STAGEMARKT, "Werkelijke laatste dag; leeg zolang de BPV loopt.")
    omvang: int | None = veld(STAGEMARKT, f"Omvang in uren; {_INGETROKKEN}.")
    leeftijd_bij_begin: int | None = veld(
        STAGEMARKT,
        "Leeftijd van de student in jaren op de eerste dag, de hoogst mogelijke bij een deels onbekende geboortedatum; "
        f"{_INGETROKKEN}.",
    )
    ingetrokken: bool = veld(STAGEMARKT, "Of de BPV is verwijderd.")


@strawberry.input(description="Beperkt de bezetting van stageplekken; alles wat is ingevuld moet kloppen.")
class StageplekFilter:
    """What a stageplek must be."""

    leerbedrijf_id: str | None = invoer("Nummer van het leerbedrijf bij SBB: negen cijfers.")
    opleidingcode: str | None = invoer("Crebo waarvoor de BPV is: vijf cijfers.")
    peildatum: Datum | None = invoer(
        "Alleen plekken die op deze dag bezet zijn: begonnen, niet werkelijk geëindigd voor die dag en niet "
        "ingetrokken. Wie wijzigingen volgt laat dit weg."
    )
    gewijzigd_vanaf: Tijdstip | None = invoer(
        "Alleen wat op of na dit moment is bijgekomen, ingetrokken of van inhoud veranderd. Neem het moment ruim: een "
        "levering telt vanaf haar begin, en is te zien als zij is vastgelegd."
    )
