"""The delivery: the message as first received, and the answer as it reads now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, cast, func

from app.opslag.lezen.entiteit import Entiteit, eigen_rijen, kolommen
from app.opslag.lezen.entiteiten import signaal
from app.opslag.lezen.geldigheid import geldend
from app.opslag.lezen.waarden import als_lijst, als_object, id_van
from app.opslag.tabellen.leveringen import levering, ontvangst

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def bericht(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Return the message of the first receipt; json, as jsonb would refuse an escaped NUL and reorder keys."""
    eerste = vraag.rijen("ontvangst").met(levering_id=rij.c.id, ontvangen_op=rij.c.ontvangen_op, hash=rij.c.hash)
    return cast(eerste.op("id").ten_hoogste(1).toon(eerste.bron.c.bericht).scalar_subquery(), JSON)


def antwoord(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Return the answer as the caller would read it in the payload."""
    rijen = signaal.uit_antwoord(rij.c.signalen)
    bron = rijen.bron.c
    tekst = signaal.tekst(rijen.bron, vraag).label("tekst")
    ingevuld = signaal.ingevuld(rijen.bron, vraag).label("parameters")
    signalen = als_lijst(rijen.toon(bron.code, bron.soort, tekst, bron.pad, ingevuld))
    return als_object((rij.c.kenmerk, rij.c.status, signalen.label("signalen"), rij.c.mutaties))


def signalen(rij: FromClause, _: Vraag) -> Rijen:
    """Return the signals in the answer."""
    return signaal.uit_antwoord(rij.c.signalen)


def instelling(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the institution as it was on the day of receipt."""
    return geldend(
        vraag.rijen().met(brin=rij.c.instelling), func.date(func.timezone("Europe/Amsterdam", rij.c.ontvangen_op))
    )


def persoon(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the student it is about, once identified."""
    return vraag.rijen().met(id=rij.c.persoon_id)


LEVERING = Entiteit(
    naam="levering",
    rijen=eigen_rijen(levering),
    kolommen=kolommen(levering),
    waarden={"id": id_van("Levering"), "bericht": bericht, "antwoord": antwoord},
    verbanden={"signalen": signalen, "instelling": instelling, "persoon": persoon},
    sleutel="id",
    persoon="persoon_id",
)
ONTVANGST = Entiteit(naam="ontvangst", rijen=eigen_rijen(ontvangst), kolommen=kolommen(ontvangst))
