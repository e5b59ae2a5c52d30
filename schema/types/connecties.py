"""Connections: pages of a list, by cursor. The right of a page is that of what stands on it."""

import strawberry
from strawberry.types.arguments import StrawberryArgument

from schema.types.bericht import Bericht
from schema.types.bpv import Bpv
from schema.types.inschrijving import Inschrijving
from schema.types.levering import Levering
from schema.types.overzicht import Overzicht
from schema.types.resultaat import Resultaat
from schema.types.stageplek import Stageplekbezetting
from schema.types.werk import Werk
from schema.veld import ALLEEN_IPO, LEVERAARS, LEZERS, ONTVANGERS, STAGEMARKT, argument, veld

_CURSOR = "Plaats van dit object in de lijst, te gebruiken als `after`; ondoorzichtig, zonder persoonsnummer."
_EDGES = "De objecten op deze pagina, in de vaste volgorde van het register."
_PAGEINFO = "Waar de pagina in de lijst staat."
_TOTALCOUNT = "Aantal objecten in de hele lijst; alleen geteld als het gevraagd wordt."


def pagina(standaard: int) -> tuple[StrawberryArgument, StrawberryArgument]:
    """Declare the arguments of a page that holds so many objects unless another number is asked."""
    return (
        argument(
            "first",
            int | None,
            f"Aantal objecten op de pagina: 0 tot en met 500. Weggelaten of null: {standaard}. Anders een fout "
            "ONGELDIG_VERZOEK.",
            standaard,
        ),
        argument(
            "after",
            str | None,
            "De cursor waarna de pagina begint; weggelaten: vooraan. Een cursor die niet van deze lijst is: "
            "ONGELDIG_VERZOEK.",
        ),
    )


PAGINA = pagina(50)


@strawberry.type(description="Waar een pagina in de lijst staat.")
class PageInfo:
    """The place of a page."""

    has_next_page: bool = veld(LEZERS, "Of er na deze pagina nog objecten zijn.")
    has_previous_page: bool = veld(LEZERS, "Of er voor deze pagina objecten kunnen zijn: waar als `after` is gegeven.")
    start_cursor: str | None = veld(LEZERS, "Cursor van het eerste object; leeg bij een lege pagina.")
    end_cursor: str | None = veld(LEZERS, "Cursor van het laatste object, voor `after`; leeg bij een lege pagina.")


@strawberry.type(description="Inschrijving met haar plaats in de lijst.")
class InschrijvingEdge:
    """An enrolment in a list."""

    cursor: str = veld(LEVERAARS, _CURSOR)
    node: Inschrijving = veld(LEVERAARS, "De inschrijving.")


@strawberry.type(description="Pagina van een lijst inschrijvingen.")
class InschrijvingConnection:
    """A page of enrolments."""

    edges: list[InschrijvingEdge] = veld(LEVERAARS, _EDGES)
    page_info: PageInfo = veld(LEVERAARS, _PAGEINFO)
    total_count: int = veld(LEVERAARS, _TOTALCOUNT)


@strawberry.type(description="BPV met haar plaats in de lijst.")
class BpvEdge:
    """A placement in a list."""

    cursor: str = veld(LEVERAARS, _CURSOR)
    node: Bpv = veld(LEVERAARS, "De BPV.")


@strawberry.type(description="Pagina van een lijst BPV's.")
class BpvConnection:
    """A page of placements."""

    edges: list[BpvEdge] = veld(LEVERAARS, _EDGES)
    page_info: PageInfo = veld(LEVERAARS, _PAGEINFO)
    total_count: int = veld(LEVERAARS, _TOTALCOUNT)


@strawberry.type(description="Levering met haar plaats in de lijst.")
class LeveringEdge:
    """A delivery in a list."""

    cursor: str = veld(LEVERAARS, _CURSOR)
    node: Levering = veld(LEVERAARS, "De levering.")


@strawberry.type(description="Pagina van een lijst leveringen.")
class LeveringConnection:
    """A page of deliveries."""

    edges: list[LeveringEdge] = veld(LEVERAARS, _EDGES)
    page_info: PageInfo = veld(LEVERAARS, _PAGEINFO)
    total_count: int = veld(LEVERAARS, _TOTALCOUNT)


@strawberry.type(description="Resultaat met zijn plaats in de lijst.")
class ResultaatEdge:
    """A result in a list."""

    cursor: str = veld(LEVERAARS, _CURSOR)
    node: Resultaat = veld(LEVERAARS, "Het resultaat.")


@strawberry.type(description="Pagina van een lijst resultaten.")
class ResultaatConnection:
    """A page of results."""

    edges: list[ResultaatEdge] = veld(LEVERAARS, _EDGES)
    page_info: PageInfo = veld(LEVERAARS, _PAGEINFO)
    total_count: int = veld(LEVERAARS, _TOTALCOUNT)


@strawberry.type(description="Overzicht met zijn plaats in de lijst.")
class OverzichtEdge:
    """An overview in a list."""

    cursor: str = veld(LEVERAARS, _CURSOR)
    node: Overzicht = veld(LEVERAARS, "Het overzicht.")


@strawberry.type(description="Pagina van een lijst overzichten.")
class OverzichtConnection:
    """A page of overviews."""

    edges: list[OverzichtEdge] = veld(LEVERAARS, _EDGES)
    page_info: PageInfo = veld(LEVERAARS, _PAGEINFO)
    total_count: int = veld(LEVERAARS, _TOTALCOUNT)


@strawberry.type(description="Werk met zijn plaats in de lijst.")
class WerkEdge:
    """Work in a list."""

    cursor: str = veld(ALLEEN_IPO, _CURSOR)
    node: Werk = veld(ALLEEN_IPO, "Het werk.")


@strawberry.type(description="Pagina van een lijst werk.")
class WerkConnection:
    """A page of work."""

    edges: list[WerkEdge] = veld(ALLEEN_IPO, _EDGES)
    page_info: PageInfo = veld(ALLEEN_IPO, _PAGEINFO)
    total_count: int = veld(ALLEEN_IPO, _TOTALCOUNT)


@strawberry.type(description="Bericht met zijn plaats in de lijst.")
class BerichtEdge:
    """A message in a list."""

    cursor: str = veld(ONTVANGERS, _CURSOR)
    node: Bericht = veld(ONTVANGERS, "Het bericht.")


@strawberry.type(description="Pagina van een lijst berichten.")
class BerichtConnection:
    """A page of messages."""

    edges: list[BerichtEdge] = veld(ONTVANGERS, _EDGES)
    page_info: PageInfo = veld(ONTVANGERS, _PAGEINFO)
    total_count: int = veld(ONTVANGERS, _TOTALCOUNT)


@strawberry.type(description="Stageplek met haar plaats in de lijst.")
class StageplekbezettingEdge:
    """A stageplek in a list."""

    cursor: str = veld(STAGEMARKT, _CURSOR)
    node: Stageplekbezetting = veld(STAGEMARKT, "De stageplek.")


@strawberry.type(description="Pagina van een lijst stageplekken, in de volgorde van hun kenmerk.")
class StageplekbezettingConnection:
    """A page of stageplekken."""

    edges: list[StageplekbezettingEdge] = veld(STAGEMARKT, _EDGES)
    page_info: PageInfo = veld(STAGEMARKT, _PAGEINFO)
    total_count: int = veld(STAGEMARKT, _TOTALCOUNT)
