"""The work placement (BPV): an agreement of student, institution and leerbedrijf (WEB article 7.2.8)."""

import strawberry

from schema.scalars import Datum, Tijdstip
from schema.types.inschrijving import Inschrijving
from schema.types.leerbedrijf import Leerbedrijf
from schema.types.node import Node
from schema.types.signaal import Signaal
from schema.veld import LEVERAARS, veld


@strawberry.type(
    description="Beroepspraktijkvorming: de overeenkomst tussen student, instelling en leerbedrijf [WEB artikel "
    "7.2.8]. Haar sleutel is de inschrijving en het bpvvolgnummer; zij rust op een opleiding of op een keuzedeel "
    "[eigen keuze]."
)
class Bpv(Node):
    """A placement within an enrolment."""

    inschrijving: Inschrijving | None = veld(LEVERAARS, "De inschrijving waar de BPV bij hoort.")
    bpvvolgnummer: str | None = veld(
        LEVERAARS, "Nummer dat de instelling gaf: 1 tot en met 20 letters en cijfers, uniek binnen de inschrijving."
    )
    afsluitdatum: Datum | None = veld(LEVERAARS, "Dag waarop de overeenkomst is gesloten; mag na het begin liggen.")
    datum_begin: Datum | None = veld(LEVERAARS, "Eerste dag van de BPV.")
    datum_einde_gepland: Datum | None = veld(LEVERAARS, "Geplande laatste dag.")
    datum_einde_werkelijk: Datum | None = veld(LEVERAARS, "Werkelijke laatste dag (inbegrepen); leeg: loopt nog.")
    omvang: int | None = veld(LEVERAARS, "Omvang in uren, 1 tot en met 9999.")
    leerbedrijf: Leerbedrijf | None = veld(LEVERAARS, "Het leerbedrijf waar de student werkt.")
    opleidingcode: str | None = veld(LEVERAARS, "Crebo waarvoor de BPV is; leeg als zij op een keuzedeel rust.")
    keuzedeelcode: str | None = veld(
        LEVERAARS, "Keuzedeel waarvoor de BPV is: K en vier cijfers; leeg als zij op een opleiding rust."
    )
    signalen: list[Signaal] | None = veld(
        LEVERAARS, "Wat er bij de laatste registratie te melden was, in de volgorde van de signaalcatalogus."
    )
    versie: int | None = veld(
        LEVERAARS, "1 bij de eerste registratie, en 1 meer bij elke wijziging; te gebruiken als `verwachteVersie`."
    )
    geregistreerd_op: Tijdstip | None = veld(LEVERAARS, "Moment waarop deze versie is geregistreerd.")
