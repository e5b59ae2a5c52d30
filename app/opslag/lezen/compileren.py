"""From a Leesplan to SQL: a field becomes a column, an object a row as JSON, the whole one statement (besluit 0001)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ARRAY, JSON, Date, cast, func, null, select
from sqlalchemy.dialects.postgresql import array

from app.opslag.lezen.dialect import Statement, statement
from app.opslag.lezen.entiteiten import ENTITEITEN
from app.opslag.lezen.gezien import met_raadpleging
from app.opslag.lezen.pagina import NIEMAND, Verbinding
from app.opslag.lezen.vraag import PEILDATUM, Vraag, parameter
from app.opslag.lezen.waarden import SCHRIJFWIJZE, als_lijst, als_object, constante, of_leeg, tekst
from resolvers.leesplan import SLEUTEL, Blad, Bundel, Leesplan, Tak, Typenaam, Vorm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, FromClause, Select

    from app.opslag.lezen.entiteit import Entiteit
    from app.opslag.lezen.rijen import Rijen
    from domain.aanroeper import Rol
    from resolvers.leesplan import Knoop

SLEUTELS: Final = "sleutels"
_BOVENAAN: Final = select().subquery()
_NIETS: Final[Select[Any]] = select(cast(null(), JSON).label("json"), NIEMAND.label("personen"))
_HOOFDLETTER: Final = re.compile(r"(?<!^)(?=[A-Z])")


def entiteit_van(typenaam: str) -> Entiteit:
    """Return the entity of a GraphQL type, or of what a connection lists; KeyError when storage does not know it."""
    return ENTITEITEN[_HOOFDLETTER.sub("_", typenaam.removesuffix("Connection")).lower()]


def compileer(plan: Leesplan, rol: Rol) -> Statement:
    """Write a whole operation as one statement, whose only value is the JSON of `data`."""
    vraag = Vraag(rol=rol, entiteiten=ENTITEITEN, entiteit=ENTITEITEN["query"])
    takken = [veld for veld in plan.velden if isinstance(veld, Tak)]
    delen = {tak.sleutel: _met_personen(tak, vraag).cte(f"deel_{nr}") for nr, tak in enumerate(takken)}
    kolommen = [
        select(delen[veld.sleutel].c.json).scalar_subquery().label(veld.sleutel)
        if isinstance(veld, Tak)
        else constante("Query").label(veld.sleutel)
        for veld in plan.velden
    ]
    persoonlijk = [delen[tak.sleutel] for tak in takken if any(entiteit_van(naam).persoon for naam, _ in tak.typen)]
    return statement(met_raadpleging(select(als_object(kolommen)), persoonlijk))


def compileer_bundel(bundel: Bundel, rol: Rol) -> Statement:
    """Write fields of many objects of one type as one statement: rows of key and JSON."""
    entiteit = entiteit_van(bundel.typenaam)
    peil = parameter(PEILDATUM, Date) if bundel.peildatum else None
    vraag = Vraag(rol=rol, entiteiten=ENTITEITEN, entiteit=entiteit, peil=peil)
    rijen = vraag.rijen()
    sleutel = rijen.bron.c[entiteit.sleutel or SLEUTEL]
    gevraagd = rijen.waar(sleutel == func.any(parameter(SLEUTELS, ARRAY(sleutel.type))))
    inhoud = _object(bundel.typenaam, bundel.velden, rijen.bron, vraag).label("json")
    deel = gevraagd.toon(tekst(sleutel).label("sleutel"), inhoud, _persoon(rijen.bron, entiteit)).cte("deel")
    keuze: Select[Any] = select(deel.c.sleutel, deel.c.json)
    return statement(met_raadpleging(keuze, [deel] if entiteit.persoon else []))


def _met_personen(tak: Tak, vraag: Vraag) -> Select[Any]:
    """Select what stands under a root field as `json`, with the ids of the `personen` it shows."""
    if not tak.typen:
        return _NIETS
    ((typenaam, knopen),) = tak.typen
    dieper = vraag.naar(entiteit_van(typenaam), dict(tak.argumenten))
    if tak.vorm is Vorm.CONNECTIE:
        return _verbinding(tak, _BOVENAAN, vraag).lees(typenaam, knopen)
    rijen = _rijen(tak, typenaam, _BOVENAAN, vraag)
    inhoud = _object(typenaam, knopen, rijen.bron, dieper).label("json")
    een = rijen.toon(inhoud, _persoon(rijen.bron, dieper.entiteit))
    if tak.vorm is Vorm.EEN:
        return een
    alle = een.subquery()
    personen = func.array_agg(alle.c.personen[1])  # own choice: a row in a list shows one person
    return select(of_leeg(func.json_agg(alle.c.json)).label("json"), personen.label("personen"))


def _persoon(rij: FromClause, entiteit: Entiteit) -> ColumnElement[Any]:
    return (array([rij.c[entiteit.persoon]]) if entiteit.persoon else NIEMAND).label("personen")


def _object(typenaam: str, knopen: Sequence[Knoop], rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    return als_object(_kolommen(typenaam, knopen, rij, vraag))


def _kolommen(typenaam: str, knopen: Sequence[Knoop], rij: FromClause, vraag: Vraag) -> list[ColumnElement[Any]]:
    """Write what is asked of a row as columns, labelled with the response keys."""
    return [_waarde(typenaam, knoop, rij, vraag).label(knoop.sleutel) for knoop in knopen]


def _waarde(typenaam: str, knoop: Knoop, rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    match knoop:
        case Typenaam():
            return constante(typenaam)
        case Blad(naam=naam) if naam == SLEUTEL:
            return tekst(rij.c[vraag.entiteit.sleutel or SLEUTEL])
        case Blad():
            waarde = vraag.entiteit.waarde(knoop.naam, rij, vraag.naar(vraag.entiteit, dict(knoop.argumenten)))
            schrijf = SCHRIJFWIJZE.get(knoop.scalar)
            return schrijf(waarde) if schrijf else waarde
        case Tak():
            return _onder(knoop, rij, vraag)


def _onder(tak: Tak, rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Write the objects below a row as one JSON value."""
    ((typenaam, knopen),) = tak.typen
    if tak.vorm is Vorm.CONNECTIE:
        keuze = _verbinding(tak, rij, vraag).lees(typenaam, knopen)
        return keuze.with_only_columns(keuze.selected_columns.json).scalar_subquery()
    dieper = vraag.naar(entiteit_van(typenaam), dict(tak.argumenten))
    rijen = _rijen(tak, typenaam, rij, vraag)
    if tak.vorm is Vorm.LIJST:
        return als_lijst(rijen.toon(*_kolommen(typenaam, knopen, rijen.bron, dieper)))
    return rijen.toon(_object(typenaam, knopen, rijen.bron, dieper)).scalar_subquery()


def _rijen(tak: Tak, typenaam: str, rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the rows a relation leads to; made anew at each call, so that parts of a statement can read them apart."""
    dieper = vraag.naar(entiteit_van(typenaam), dict(tak.argumenten))
    return vraag.entiteit.verbanden[tak.naam](rij, dieper)


def _verbinding(tak: Tak, rij: FromClause, vraag: Vraag) -> Verbinding:
    ((typenaam, _),) = tak.typen
    dieper = vraag.naar(entiteit_van(typenaam), dict(tak.argumenten))
    return Verbinding(
        knooptype=typenaam.removesuffix("Connection"),
        vraag=dieper,
        rijen=lambda: vraag.entiteit.verbanden[tak.naam](rij, dieper),
        object=lambda knooptype, knopen, bron: _object(knooptype, knopen, bron, dieper),
    )
