"""Signals: what a control says of a delivery or a registration, and the catalogue they come from."""

from typing import Self

import strawberry

from domain import signalen
from schema.enums import SignaalSoort
from schema.veld import ALLEN, LEVERAARS, veld


@strawberry.type(description="Waarde die in de tekst van een signaal is ingevuld.")
class Parameter:
    """A value that the text of a signal holds."""

    naam: str = veld(ALLEN, "Naam van de parameter, zoals die in de signaalcatalogus tussen accolades staat.")
    waarde: str = veld(ALLEN, "De ingevulde waarde.")


@strawberry.type(
    description="Bevinding van een controle, met een code uit de signaalcatalogus. De codes zijn van dit register "
    "[eigen keuze]: de officiële codes zijn niet openbaar."
)
class Signaal:
    """A finding with the place in the input it is about."""

    code: str = veld(ALLEN, 'Code uit de signaalcatalogus: een letter en twee cijfers, zoals "I10".')
    soort: SignaalSoort = veld(ALLEN, "Hoe zwaar het weegt; één FOUTMELDING keurt de levering af.")
    tekst: str = veld(ALLEN, "De tekst met de parameters ingevuld.")
    pad: list[str] = veld(
        ALLEN,
        'Plaats in de invoer van de levering waar het signaal over gaat, zoals ["perioden", "0", "datumBegin"]; '
        "een lege lijst als geen veld is aan te wijzen.",
    )
    parameters: list[Parameter] = veld(ALLEN, "De ingevulde waarden, op naam.")

    @classmethod
    def van(cls, signaal: signalen.Signaal) -> Self:
        """Make it of a signal of the domain."""
        return cls(
            code=signaal.code,
            soort=signaal.soort,
            tekst=signaal.tekst,
            pad=list(signaal.pad),
            parameters=[Parameter(naam=naam, waarde=waarde) for naam, waarde in sorted(signaal.parameters.items())],
        )


@strawberry.type(description="Signaal dat het register kan geven.")
class Signaaldefinitie:
    """A row of the catalogue."""

    code: str = veld(ALLEN, "Code van het signaal: een letter en twee cijfers.")
    soort: SignaalSoort = veld(ALLEN, "Hoe zwaar het weegt.")
    tekst: str = veld(ALLEN, "De tekst; wat tussen accolades staat wordt ingevuld.")
    oorzaak: str = veld(ALLEN, "Waardoor het signaal ontstaat.")
    oplossing: str = veld(ALLEN, "Wat eraan te doen is.")

    @classmethod
    def van(cls, definitie: signalen.Signaaldefinitie) -> Self:
        """Make it of a row of the domain's catalogue."""
        return cls(
            code=definitie.code,
            soort=definitie.soort,
            tekst=definitie.tekst,
            oorzaak=definitie.oorzaak,
            oplossing=definitie.oplossing,
        )


@strawberry.type(description="Hoe vaak een signaal op registraties staat.")
class Signaaltelling:
    """A code with its count."""

    code: str = veld(LEVERAARS, "Code uit de signaalcatalogus.")
    soort: SignaalSoort = veld(LEVERAARS, "Hoe zwaar het weegt.")
    tekst: str = veld(LEVERAARS, "De tekst uit de catalogus; wat tussen accolades staat verschilt per registratie.")
    aantal: int = veld(LEVERAARS, "Aantal registraties waarop het staat.")
