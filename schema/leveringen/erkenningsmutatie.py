"""Input for a change of a recognition, by SBB."""

import strawberry

from schema.enums import ErkenningStatus
from schema.leveringen.kop import KenmerkInvoer
from schema.scalars import Datum
from schema.veld import invoer


@strawberry.input(
    description="De erkenning van een leerbedrijf voor een opleiding, zoals zij vanaf nu is. Wat van het leerbedrijf "
    "is weggelaten blijft zoals het is; een onbekend leerbedrijf ontstaat."
)
class ErkenningsmutatieInput(KenmerkInvoer):
    """A change of a recognition."""

    leerbedrijf_id: str = strawberry.field(
        description="Nummer van het leerbedrijf bij SBB: 100000000 tot en met 999999999 (B05)."
    )
    naam: str | None = invoer("Naam van het leerbedrijf: ten hoogste 200 tekens.")
    postcode: str | None = invoer('Postcode, zoals "1012AB".')
    huisnummer: int | None = invoer("Huisnummer.")
    plaats: str | None = invoer("Vestigingsplaats: ten hoogste 80 tekens.")
    opleidingcode: str = strawberry.field(
        description="Crebo waarvoor de erkenning geldt: vijf cijfers, of `*`: alle opleidingen."
    )
    status: ErkenningStatus = strawberry.field(
        description="Erkend of ingetrokken. Een intrekking geeft signaal B12 op de lopende en komende BPV's die erop "
        "rusten."
    )
    datum_begin: Datum = strawberry.field(
        description="Eerste dag waarop de status geldt; bij INGETROKKEN de dag van intrekking. Wat eerder over de "
        "dagen vanaf deze was gezegd vervalt."
    )
    datum_einde: Datum | None = invoer("Laatste dag waarop de status geldt, niet voor de eerste (B03).")
