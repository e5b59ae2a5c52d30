"""Reference data: public rows, of which the one valid on the date concerned is shown, else the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.opslag.lezen.entiteit import Entiteit, kolommen, uit_tabel
from app.opslag.lezen.geldigheid import geldend
from app.opslag.lezen.vraag import vandaag
from app.opslag.tabellen.referentie import erkenning, instelling, keuzedeel, leerbedrijf, opleiding, opleiding_keuzedeel

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def keuzedelen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the keuzedelen linked to the training, in any period; each once, as valid today or else the newest."""
    alle = vraag.rijen()
    beste = geldend(vraag.rijen().met(code=alle.bron.c.code), vandaag())
    koppeling = opleiding_keuzedeel.alias()
    gekoppeld = koppeling.select().with_only_columns(koppeling.c.keuzedeelcode).correlate_except(koppeling)
    gekoppeld = gekoppeld.where(koppeling.c.opleidingcode == rij.c.opleidingcode)
    nieuwste = beste.toon(beste.bron.c.geldig_van).scalar_subquery()
    return alle.waar(alle.bron.c.code.in_(gekoppeld), alle.bron.c.geldig_van.is_not_distinct_from(nieuwste)).op("code")


def erkenningen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the recognitions of a leerbedrijf."""
    rijen = vraag.rijen().met(leerbedrijf_id=rij.c.leerbedrijf_id)
    return rijen.op("opleidingcode", rijen.bron.c.datum_begin.asc().nulls_first())


INSTELLING = Entiteit(naam="instelling", rijen=uit_tabel(instelling), kolommen=kolommen(instelling))
OPLEIDING = Entiteit(
    naam="opleiding",
    rijen=uit_tabel(opleiding),
    kolommen=kolommen(opleiding),
    verbanden={"keuzedelen": keuzedelen},
    sleutel="opleidingcode",
)
KEUZEDEEL = Entiteit(naam="keuzedeel", rijen=uit_tabel(keuzedeel), kolommen=kolommen(keuzedeel))
LEERBEDRIJF = Entiteit(
    naam="leerbedrijf",
    rijen=uit_tabel(leerbedrijf),
    kolommen=kolommen(leerbedrijf),
    verbanden={"erkenningen": erkenningen},
    sleutel="leerbedrijf_id",
)
ERKENNING = Entiteit(naam="erkenning", rijen=uit_tabel(erkenning), kolommen=kolommen(erkenning))
