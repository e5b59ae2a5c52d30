"""A delivery in the archive: the message as received, and what became of it."""

import strawberry

from schema.enums import LeveringSoort, Verwerkingsstatus
from schema.scalars import Json, Tijdstip
from schema.types.instelling import Instelling
from schema.types.node import Node
from schema.types.persoon import Persoon
from schema.types.signaal import Signaal
from schema.veld import LEVERAARS, veld


@strawberry.type(
    description="Levering in het archief: het bericht zoals ontvangen en de uitkomst zoals die nu luidt. Ook "
    "afgekeurde leveringen staan erin."
)
class Levering(Node):
    """A delivery with its outcome."""

    kenmerk: str = veld(LEVERAARS, "Kenmerk dat de afzender gaf; uniek per afzender.")
    soort: LeveringSoort = veld(LEVERAARS, "De soort levering.")
    status: Verwerkingsstatus = veld(LEVERAARS, "De uitkomst zoals die nu luidt.")
    ontvangen_op: Tijdstip = veld(LEVERAARS, "Moment waarop de levering de eerste keer is ontvangen.")
    afzender: str = veld(
        LEVERAARS, 'Wie leverde: `MBO:` met de BRIN, zoals "MBO:27DV", `IPO`, of een bronregister, zoals "KETEN:VO".'
    )
    bericht: Json = veld(
        LEVERAARS,
        "Het bericht zoals ontvangen, ongewijzigd: de invoer van deze ene levering, zonder de standaardwaarden van "
        "weggelaten velden.",
    )
    hash: str = veld(
        LEVERAARS, "SHA-256 van het bericht als canonieke JSON (RFC 8785), in kleine letters hexadecimaal."
    )
    antwoord: Json | None = veld(LEVERAARS, "Het antwoord zoals het nu luidt: kenmerk, status, signalen en mutaties.")
    signalen: list[Signaal] = veld(
        LEVERAARS, "De signalen zoals die nu luiden, in de volgorde van de signaalcatalogus en dan van pad."
    )
    reden: str | None = veld(LEVERAARS, "Bij beheer door IPO: waarom namens de instelling is geleverd.")
    accountantsmutatie: bool = veld(LEVERAARS, "Of de afzender de levering als accountantsmutatie deed.")
    beheer: bool = veld(LEVERAARS, "Of IPO namens de instelling leverde.")
    instelling: Instelling | None = veld(LEVERAARS, "De instelling waarvoor is geleverd.")
    persoon: Persoon | None = veld(LEVERAARS, "De student over wie het gaat; leeg zolang die niet is geïdentificeerd.")
