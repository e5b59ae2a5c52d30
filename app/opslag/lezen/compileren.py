"""From a Leesplan to SQL: a field becomes a column, an object a row as JSON, the whole one statement (besluit 0001)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ARRAY, JSON, Date, case, cast, func, null, select

from app.opslag.lezen.dialect import Statement, statement
from app.opslag.lezen.entiteiten import ENTITEITEN
from app.opslag.lezen.gezien import met_raadpleging
from app.opslag.lezen.pagina import NIEMAND, Verbinding
from app.opslag.lezen.vraag import PEILDATUM, Vraag, parameter
from app.opslag.lezen.waarden import SCHRIJFWIJZE, als_lijst, als_object, constante, lijst_van, tekst
from resolvers.leesplan import SLEUTEL, Blad, Bundel, Leesplan, Tak, Typenaam, Vorm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, FromClause, Select

    from app.opslag.lezen.entiteit import Entiteit
    from app.opslag.lezen.rijen import Rijen
    from domain.aanroeper import Rol
    from resolvers.leesplan import Knoop, Typen

SLEUTELS: Final = "sleutels"
_BOVENAAN: Final = select().subquery()
_NIETS: Final[Select[Any]] = select(cast(null(), JSON).label("json"), NIEMAND.label("personen"))
_HOOFDLETTER: Final = re.compile(r"(?<!^)(?=[A-Z])")


def entiteit_van(typenaam: str) -> Entiteit:
    """Return the entity of a GraphQL type, or of what a connection lists; KeyError when storage does not know it."""
    return ENTITEITEN[_HOOFDLETTER.sub("_", typenaam.removesuffix("Connection")).lower()]


def entiteit_achter(typen: Typen) -> Entiteit:
    """Return the entity whose rows are of these types: that of the one type, or the one whose rows they share."""
    entiteit = entiteit_van(typen[0][0])
    return ENTITEITEN[entiteit.variant.van] if entiteit.variant and len(typen) > 1 else entiteit


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
    persoonlijk = [
        delen[tak.sleutel] for tak in takken if any(entiteit_van(naam).toont_personen for naam, _ in tak.typen)
    ]
    return statement(met_raadpleging(select(als_object(kolommen)), persoonlijk))


def compileer_bundel(bundel: Bundel, rol: Rol) -> Statement:
    """Write fields of many objects as one statement: rows of key and JSON."""
    entiteit = entiteit_achter(bundel.typen)
    peil = parameter(PEILDATUM, Date) if bundel.peildatum else None
    vraag = Vraag(rol=rol, entiteiten=ENTITEITEN, entiteit=entiteit, peil=peil)
    rijen = (entiteit.herlezen or entiteit.rijen)(vraag)
    sleutel = rijen.bron.c[entiteit.sleutel or SLEUTEL]
    gevraagd = rijen.waar(sleutel == func.any(parameter(SLEUTELS, ARRAY(sleutel.type))))
    inhoud = _object(bundel.typen, rijen.bron, vraag).label("json")
    deel = gevraagd.toon(tekst(sleutel).label("sleutel"), inhoud, _persoon(rijen.bron, entiteit)).cte("deel")
    keuze: Select[Any] = select(deel.c.sleutel, deel.c.json)
    return statement(met_raadpleging(keuze, [deel] if entiteit.toont_personen else []))


def _met_personen(tak: Tak, vraag: Vraag) -> Select[Any]:
    """Select what stands under a root field as `json`, with the ids of the `personen` it shows."""
    if not tak.typen:
        return _NIETS
    if tak.vorm is Vorm.CONNECTIE:
        return _verbinding(tak, _BOVENAAN, vraag)
    dieper = _dieper(tak, vraag)
    rijen = _rijen(tak, _BOVENAAN, vraag)
    een = rijen.toon(_object(tak.typen, rijen.bron, dieper).label("json"), _persoon(rijen.bron, dieper.entiteit))
    if tak.vorm is Vorm.EEN:
        return een
    alle = een.subquery()
    personen = func.array_agg(alle.c.personen[1])  # own choice: a row in a list shows one person
    return select(lijst_van(alle.c.json).label("json"), personen.label("personen"))


def _persoon(rij: FromClause, entiteit: Entiteit) -> ColumnElement[Any]:
    personen = entiteit.personen(rij)
    return (NIEMAND if personen is None else personen).label("personen")


def _object(typen: Typen, rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Write a row as the object it is; where it can be one of several types, only that of its own is made."""
    if len(typen) == 1:
        return als_object(_kolommen(*typen[0], rij, vraag))
    varianten = ((entiteit_van(typenaam), typenaam, knopen) for typenaam, knopen in typen)
    return case(*(
        (entiteit.herkend(rij), als_object(_kolommen(typenaam, knopen, rij, vraag.naar(entiteit, {}))))
        for entiteit, typenaam, knopen in varianten
    ))  # fmt: skip


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
    if tak.vorm is Vorm.CONNECTIE:
        keuze = _verbinding(tak, rij, vraag)
        return keuze.with_only_columns(keuze.selected_columns.json).scalar_subquery()
    dieper = _dieper(tak, vraag)
    rijen = _rijen(tak, rij, vraag)
    if tak.vorm is Vorm.EEN:
        return rijen.toon(_object(tak.typen, rijen.bron, dieper)).scalar_subquery()
    if len(tak.typen) == 1:
        return als_lijst(rijen.toon(*_kolommen(*tak.typen[0], rijen.bron, dieper)))
    objecten = rijen.toon(_object(tak.typen, rijen.bron, dieper).label("json")).subquery()
    return select(lijst_van(objecten.c.json)).scalar_subquery()


def _dieper(tak: Tak, vraag: Vraag) -> Vraag:
    """Return the question at the other end of a relation."""
    return vraag.naar(entiteit_achter(tak.typen), dict(tak.argumenten))


def _rijen(tak: Tak, rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the rows a relation leads to; made anew at each call, so that parts of a statement can read them apart."""
    return vraag.entiteit.verbanden[tak.naam](rij, _dieper(tak, vraag))


def _verbinding(tak: Tak, rij: FromClause, vraag: Vraag) -> Select[Any]:
    ((typenaam, knopen),) = tak.typen
    dieper = _dieper(tak, vraag)
    verbinding = Verbinding(
        knooptype=typenaam.removesuffix("Connection"),
        vraag=dieper,
        rijen=lambda: _rijen(tak, rij, vraag),
        object=lambda typen, bron: _object(typen, bron, dieper),
    )
    return verbinding.lees(typenaam, knopen)
