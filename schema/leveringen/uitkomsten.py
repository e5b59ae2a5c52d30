"""What a delivery gives back. A rejection is data, not a GraphQL error."""

from typing import Self, cast

import strawberry

from domain import uitkomst
from domain.aanroeper import Rol
from domain.mutaties import Mutatieregel
from resolvers.raadplegen import Verwijzing
from schema.enums import Verwerkingsstatus
from schema.types.bpv import Bpv
from schema.types.inschrijving import Inschrijving
from schema.types.leerbedrijf import Leerbedrijf
from schema.types.levering import Levering
from schema.types.mutatie import MutatieRegel, VeldMutatie
from schema.types.persoon import Persoon
from schema.types.resultaat import Resultaat
from schema.types.signaal import Signaal
from schema.veld import AFZENDERS, KETEN, LEVERAARS, veld


@strawberry.interface(description="Wat elke levering teruggeeft. Afkeur is gegevens, geen GraphQL-fout.")
class Uitkomst:
    """The outcome of a delivery."""

    kenmerk: str = veld(AFZENDERS, "Het kenmerk zoals geleverd.")
    status: Verwerkingsstatus = veld(AFZENDERS, "Of de levering is goedgekeurd, afgekeurd of in behandeling.")
    signalen: list[Signaal] = veld(
        AFZENDERS, "Alle bevindingen, in de volgorde van de signaalcatalogus en dan van pad."
    )
    levering: Levering | None = veld(
        LEVERAARS,
        "De levering in het archief; bij signaal L02 die van het eerste bericht. Leeg bij `proef`, en voor KETEN.",
        leeg_voor=KETEN,
    )
    mutaties: list[MutatieRegel] = veld(
        LEVERAARS,
        "Wat deze levering wijzigde, of bij `proef` zou wijzigen. Voor KETEN altijd een lege lijst.",
        leeg_voor=KETEN,
    )

    @classmethod
    def van(cls, gehoord: uitkomst.Uitkomst, rol: Rol) -> Self:
        """Make it of what the write path says; IPO reads in signals what institutions may not, KETEN sees no object."""
        gehoord = gehoord.zonder_objecten if rol is Rol.KETEN else gehoord
        signalen = (signaal.ipo if rol is Rol.IPO else signaal for signaal in gehoord.signalen)
        return cls(
            kenmerk=gehoord.kenmerk,
            status=gehoord.status,
            signalen=[Signaal.van(signaal) for signaal in signalen],
            levering=cast("Levering | None", _verwijzing("Levering", gehoord.levering_id)),
            mutaties=[_regel(regel) for regel in gehoord.mutaties],
            **cls.over(gehoord),
        )

    @classmethod
    def over(cls, _: uitkomst.Uitkomst) -> dict[str, Verwijzing | None]:
        """Return the object that the delivery is about, by the name of its field."""
        return {}


@strawberry.type(description="Uitkomst van een levering over een student.")
class PersoonUitkomst(Uitkomst):
    """With the person."""

    persoon: Persoon | None = veld(
        LEVERAARS, "De student; leeg zolang die niet is geïdentificeerd, en voor KETEN.", leeg_voor=KETEN
    )

    @classmethod
    def over(cls, gehoord: uitkomst.Uitkomst) -> dict[str, Verwijzing | None]:
        """Return the person."""
        return {"persoon": _verwijzing("Persoon", gehoord.persoon_id)}


@strawberry.type(description="Uitkomst van een levering over een inschrijving.")
class InschrijvingUitkomst(Uitkomst):
    """With the enrolment."""

    inschrijving: Inschrijving | None = veld(
        LEVERAARS, "De inschrijving zoals die nu is; leeg als die er niet (meer) is."
    )

    @classmethod
    def over(cls, gehoord: uitkomst.Uitkomst) -> dict[str, Verwijzing | None]:
        """Return the enrolment."""
        return {"inschrijving": _verwijzing("Inschrijving", gehoord.inschrijving_id)}


@strawberry.type(description="Uitkomst van een levering over een BPV.")
class BpvUitkomst(Uitkomst):
    """With the BPV."""

    bpv: Bpv | None = veld(LEVERAARS, "De BPV zoals die nu is; leeg als die er niet (meer) is.")

    @classmethod
    def over(cls, gehoord: uitkomst.Uitkomst) -> dict[str, Verwijzing | None]:
        """Return the BPV."""
        return {"bpv": _verwijzing("Bpv", gehoord.bpv_id)}


@strawberry.type(description="Uitkomst van een levering over een diploma of een los resultaat.")
class ResultaatUitkomst(Uitkomst):
    """With the result."""

    resultaat: Resultaat | None = veld(LEVERAARS, "Het resultaat zoals dat nu is; leeg als het er niet (meer) is.")

    @classmethod
    def over(cls, gehoord: uitkomst.Uitkomst) -> dict[str, Verwijzing | None]:
        """Return the result, of whatever type it is."""
        return {"resultaat": _verwijzing("Resultaat", gehoord.resultaat_id)}


@strawberry.type(description="Uitkomst van een levering over een leerbedrijf.")
class LeerbedrijfUitkomst(Uitkomst):
    """With the leerbedrijf: for SBB alone, and so always empty."""

    leerbedrijf: Leerbedrijf | None = veld(LEVERAARS, "Het leerbedrijf; leeg voor KETEN.", leeg_voor=KETEN)

    @classmethod
    def over(cls, _: uitkomst.Uitkomst) -> dict[str, Verwijzing | None]:
        """Return nothing: a source register sees no object of ours."""
        return {"leerbedrijf": None}


@strawberry.type(description="Uitkomst van een aantal leveringen tegelijk.")
class LeverenUitkomst:
    """Outcomes in the order of delivery, and how many there are of each status."""

    uitkomsten: list[Uitkomst] = veld(LEVERAARS, "De uitkomst van elke levering, in de volgorde van leveren.")
    goedgekeurd: int = veld(LEVERAARS, "Aantal met status GOEDGEKEURD.")
    goedgekeurd_met_signaal: int = veld(LEVERAARS, "Aantal met status GOEDGEKEURD_MET_SIGNAAL.")
    afgekeurd: int = veld(LEVERAARS, "Aantal met status AFGEKEURD.")
    in_behandeling: int = veld(LEVERAARS, "Aantal met status IN_BEHANDELING.")

    @classmethod
    def van(cls, uitkomsten: list[Uitkomst]) -> Self:
        """Count the outcomes."""
        aantal = {status: sum(een.status is status for een in uitkomsten) for status in Verwerkingsstatus}
        return cls(uitkomsten=uitkomsten, **{status.lower(): telling for status, telling in aantal.items()})


def _verwijzing(typenaam: str, nummer: int | None) -> Verwijzing | None:
    return None if nummer is None else Verwijzing(typenaam, nummer)


def _regel(regel: Mutatieregel) -> MutatieRegel:
    velden = [VeldMutatie(veld=een.veld, oud=een.oud, nieuw=een.nieuw) for een in regel.velden]
    return MutatieRegel(
        register=regel.register, soort=regel.soort, entiteit=regel.entiteit, sleutel=regel.sleutel, velden=velden
    )
