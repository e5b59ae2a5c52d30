"""How a caller points at one student."""

import strawberry

from domain.persoon import PersoonSleutel
from schema.veld import invoer


@strawberry.input(one_of=True, description="Wijst één student aan: vul precies één van de drie velden in.")
class PersoonSleutelInput:
    """Exactly one of the three."""

    burgerservicenummer: str | None = invoer("BSN: negen cijfers die aan de elfproef voldoen.")
    onderwijsnummer: str | None = invoer("Onderwijsnummer: negen cijfers, beginnend met 10.")
    id: strawberry.ID | None = invoer("De `id` van de persoon in dit register.")

    def naar_domein(self) -> PersoonSleutel:
        """Return the key as the domain knows it."""
        namen = ("burgerservicenummer", "onderwijsnummer", "id")
        return PersoonSleutel(
            **{naam: getattr(self, naam) for naam in namen if getattr(self, naam) is not strawberry.UNSET}
        )
