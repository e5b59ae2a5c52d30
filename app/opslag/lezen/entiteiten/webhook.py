"""The webhook: where messages are posted to, and how far that is. Its secret is not read here, or anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import false, func, or_, select

from app.opslag.lezen.entiteit import Entiteit, kolommen
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.vraag import afnemer, instelling
from app.opslag.tabellen.webhooks import webhook, webhook_uitstel
from domain.aanroeper import Rol

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.vraag import Vraag


def rijen(vraag: Vraag) -> Rijen:
    """Read the caller's own, an institution's or a consumer's."""
    bron = webhook.alias()
    match vraag.rol:
        case Rol.MBO:
            return Rijen(bron).met(instelling=instelling())
        case Rol.AFNEMER:
            return Rijen(bron).met(afnemer=afnemer())
        case _:
            return Rijen(bron).waar(false())


def achterstand(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Count what is still to be posted: what comes after its place, and what it was passed over with."""
    te_komen = vraag.rijen("bericht")
    gewenst = or_(func.cardinality(rij.c.soorten) == 0, te_komen.bron.c.soort == func.any(rij.c.soorten))
    straks = te_komen.waar(te_komen.bron.c.positie > rij.c.positie, gewenst).toon(func.count())
    uitgesteld = select(func.count()).select_from(webhook_uitstel).where(webhook_uitstel.c.webhook_id == rij.c.id)
    return straks.scalar_subquery() + uitgesteld.correlate_except(webhook_uitstel).scalar_subquery()


WEBHOOK = Entiteit(
    naam="webhook",
    rijen=rijen,
    kolommen=kolommen(webhook),
    waarden={"achterstand": achterstand},
    sleutel="id",
)
