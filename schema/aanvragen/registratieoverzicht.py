"""The request for a registratieoverzicht, and what it gives back."""

from typing import Self, cast

import strawberry

from domain.aanroeper import Rol
from domain.aanvraag import Aanvraaguitkomst
from resolvers.raadplegen import Verwijzing
from schema.enums import Verwerkingsstatus
from schema.scalars import Datum
from schema.types.overzicht import Overzicht
from schema.types.signaal import Signaal
from schema.veld import LEVERAARS, invoer, veld


@strawberry.input(description="Vraagt het registratieoverzicht van een periode aan.")
class RegistratieoverzichtInput:
    """A request for a file."""

    kenmerk: str = strawberry.field(
        description="Het eigen kenmerk van de afzender: 1 tot en met 64 letters, cijfers of `._:-`, zonder "
        "persoonsnummer erin. Herhalen met dezelfde inhoud geeft hetzelfde overzicht; met andere inhoud is het signaal "
        "L02. Aanvragen en leveringen hebben elk hun eigen kenmerken [eigen keuze]."
    )
    van: Datum = strawberry.field(description="Eerste dag van de periode.")
    tot_en_met: Datum = strawberry.field(description="Laatste dag van de periode; niet voor `van` (L01).")
    instelling: str | None = invoer(
        "BRIN van de instelling waarover het gaat. Voor IPO verplicht, voor een instelling verboden (L05)."
    )


@strawberry.type(description="Uitkomst van een aanvraag: meteen beoordeeld; het overzicht zelf wordt daarna gemaakt.")
class OverzichtUitkomst:
    """What the sender of a request hears."""

    kenmerk: str = veld(LEVERAARS, "Het kenmerk zoals ontvangen.")
    status: Verwerkingsstatus = veld(LEVERAARS, "Of de aanvraag is goedgekeurd of afgekeurd.")
    signalen: list[Signaal] = veld(
        LEVERAARS, "Alle bevindingen, in de volgorde van de signaalcatalogus en dan van pad."
    )
    overzicht: Overzicht | None = veld(
        LEVERAARS, "Het overzicht zoals het nu is; leeg als de aanvraag is afgekeurd. Volg `status` en `voortgang`."
    )

    @classmethod
    def van(cls, gehoord: Aanvraaguitkomst, rol: Rol) -> Self:
        """Make it of what the use case says; IPO reads in signals what institutions may not."""
        signalen = (signaal.ipo if rol is Rol.IPO else signaal for signaal in gehoord.signalen)
        verwijzing = None if gehoord.overzicht_id is None else Verwijzing("Overzicht", gehoord.overzicht_id)
        return cls(
            kenmerk=gehoord.kenmerk,
            status=gehoord.status,
            signalen=[Signaal.van(signaal) for signaal in signalen],
            overzicht=cast("Overzicht | None", verwijzing),
        )
