"""Which of the persons found fit what was delivered: one rule for our own register and for the BRP (besluit 0004)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.persoon import naamsleutel

if TYPE_CHECKING:
    from domain.antwoord import Zoekvraag
    from domain.persoon import Adres, Persoon


def past(vraag: Zoekvraag, persoon: Persoon) -> bool:
    """Tell whether a person agrees with everything that was delivered; one whose name is unknown agrees with nobody."""
    return (
        persoon.geslachtsnaam is not None
        and naamsleutel(vraag.geslachtsnaam) == naamsleutel(persoon.geslachtsnaam)
        and vraag.geboortedatum.komt_overeen_met(persoon.geboortedatum)
        and past_op_naam(vraag, persoon)
        and past_op_adres(vraag, persoon.adres)
    )


def past_op_naam(vraag: Zoekvraag, persoon: Persoon) -> bool:
    """Tell whether geslacht, voorvoegsel and given names agree; what either side leaves open excludes nobody."""
    return (
        vraag.geslacht in {None, persoon.geslacht}
        and (vraag.voorvoegsel is None or naamsleutel(vraag.voorvoegsel) == naamsleutel(persoon.voorvoegsel))
        and voornamen_passen(vraag.voornamen, persoon.voornamen)
    )


def past_op_adres(vraag: Zoekvraag, adres: Adres | None) -> bool:
    """Tell whether postcode and house number agree; an address that the BRP does not know excludes nobody."""
    postcode = postcodesleutel(vraag.postcode)
    if adres is None or adres.postcode is None or postcode is None:
        return True
    return postcodesleutel(adres.postcode) == postcode and vraag.huisnummer in {None, adres.huisnummer}


def voornamen_passen(een: str | None, ander: str | None) -> bool:
    """Tell whether given names agree word by word, as far as the shorter goes: `Jan` fits `Jan Peter`."""
    woorden = [[naamsleutel(woord) for woord in (namen or "").split()] for namen in (een, ander)]
    return all(links == rechts for links, rechts in zip(*woorden, strict=False))


def postcodesleutel(postcode: str | None) -> str | None:
    """Return the postcode as it is compared: without spaces, in capitals."""
    return "".join(postcode.split()).upper() if postcode else None
