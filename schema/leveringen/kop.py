"""The header that every delivery opens with."""

import strawberry

from schema.veld import invoer


@strawberry.input(
    description="Namens welke instelling IPO handelt en waarom. Voor IPO verplicht, voor een instelling verboden "
    "(signaal L05)."
)
class BeheerInput:
    """In whose name, and why."""

    instelling: str = strawberry.field(description='BRIN van de instelling waarvoor wordt geleverd, zoals "27DV".')
    reden: str = strawberry.field(description="Waarom IPO levert: 1 tot en met 500 tekens; de instelling leest dit.")
    verzoek: str | None = invoer("Kenmerk van het verzoek van de instelling: ten hoogste 64 tekens.")
    bewijs_sha256: str | None = strawberry.field(
        name="bewijsSha256",
        default=strawberry.UNSET,
        description="SHA-256 van een bewijsstuk, eerder geplaatst met POST /documenten: 64 hexadecimale cijfers.",
    )


@strawberry.input
class KenmerkInvoer:
    """What every delivery has; that of a source register no more: it acts for itself, and always in earnest."""

    kenmerk: str = strawberry.field(
        description="Het eigen berichtkenmerk van de afzender: 1 tot en met 64 letters, cijfers of `._:-`, zonder "
        "persoonsnummer erin. Herhalen met dezelfde inhoud geeft de eerste uitkomst en verandert niets; met andere "
        "inhoud is het signaal L02."
    )


@strawberry.input
class LeveringInvoer(KenmerkInvoer):
    """The fields that every delivery of an institution has; each input inherits them."""

    proef: bool = invoer(
        "Waar: alle controles worden uitgevoerd, er wordt niets geregistreerd of bewaard.", standaard=False
    )
    accountantsmutatie: bool = invoer(
        "Waar: de wijziging is met de accountant afgestemd en mag ook tijdens de mutatiestop.", standaard=False
    )
    beheer: BeheerInput | None = invoer("Alleen door IPO: namens welke instelling, en waarom.")
