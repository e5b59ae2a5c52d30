"""The overview: a file that the register makes of what it holds, with how far it is."""

import strawberry

from schema.enums import OverzichtSoort, OverzichtStatus
from schema.scalars import Datum, Tijdstip
from schema.types.instelling import Instelling
from schema.types.node import Node
from schema.veld import LEVERAARS, veld


@strawberry.type(description="Controletotalen van een bekostigingsoverzicht [PvE hoofdstuk 14].")
class Controletotalen:
    """The totals that an accountant compares."""

    deelnames: int = veld(LEVERAARS, "Aantal inschrijvingen.")
    diplomas: int = veld(LEVERAARS, "Aantal diploma's.")
    opleidingcodes: str = veld(LEVERAARS, "Som van alle opleidingcodes, als tekst: zij kan groter zijn dan een Int.")
    generaal: str = veld(LEVERAARS, "Algemeen totaal, als tekst.")
    bekostigbaar: int = veld(LEVERAARS, "Aantal perioden en diploma's met indicatie bekostigbaar.")


@strawberry.type(
    description="Overzicht: een bestand dat het register maakt van wat het op één moment bevat. Eenmaal gereed "
    "verandert het niet meer."
)
class Overzicht(Node):
    """A file with its making."""

    soort: OverzichtSoort = veld(LEVERAARS, "De soort overzicht.")
    status: OverzichtStatus = veld(LEVERAARS, "Hoe ver het maken is.")
    instelling: Instelling | None = veld(LEVERAARS, "De instelling waarover het gaat.")
    studiejaar: int | None = veld(LEVERAARS, "Het studiejaar, genoemd naar het jaar waarin het begint.")
    bekostigingsjaar: int | None = veld(LEVERAARS, "Het bekostigingsjaar.")
    van: Datum | None = veld(LEVERAARS, "Eerste dag van de periode.")
    tot_en_met: Datum | None = veld(LEVERAARS, "Laatste dag van de periode.")
    aangevraagd_op: Tijdstip = veld(LEVERAARS, "Moment van de aanvraag.")
    aangemaakt_op: Tijdstip | None = veld(LEVERAARS, "Moment waarop het bestand gereed was.")
    voortgang: int = veld(LEVERAARS, "Hoe ver het maken is: 0 tot en met 100; 100 is gereed.")
    bestandsnaam: str | None = veld(LEVERAARS, "Naam van het bestand; leeg zolang het niet gereed is.")
    url: str | None = veld(
        LEVERAARS,
        "Pad op deze server, op te halen met GET en hetzelfde bearer-token; leeg zolang het bestand niet gereed is.",
    )
    omvang_bytes: str | None = veld(LEVERAARS, "Omvang in bytes, als tekst: zij kan groter zijn dan een Int.")
    sha256: str | None = veld(LEVERAARS, "SHA-256 van het bestand, in kleine letters hexadecimaal.")
    controletotalen: Controletotalen | None = veld(LEVERAARS, "De controletotalen; alleen bij een OBO.")
    fout: str | None = veld(LEVERAARS, "Wat er misging, als de laatste poging mislukte.")
