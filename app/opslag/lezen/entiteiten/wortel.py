"""The questions of the contract: how each root field finds its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Boolean, Date, DateTime, false, func, or_

from app.opslag.lezen.entiteit import Entiteit, ingebed, uit_tabel
from app.opslag.lezen.entiteiten.bericht import is_bevestigd
from app.opslag.lezen.entiteiten.filters import gelijk, op_periode, persoon_van
from app.opslag.lezen.entiteiten.signaal import met_signaal, tellingen
from app.opslag.lezen.entiteiten.stageplek import stageplekbezetting
from app.opslag.lezen.geldigheid import behaald_op_peildatum, geldend, op_peildatum
from app.opslag.lezen.vraag import aanroeper, vandaag
from app.opslag.tabellen.register import persoonsnummer

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag

TIJDSTIP = DateTime(timezone=True)


def node(_: FromClause, vraag: Vraag) -> Rijen:
    """One object by its id; the plan knows of which type."""
    return vraag.rijen().met(**{vraag.entiteit.nummer: vraag.argument("id", BigInteger)})


def studentendossier(_: FromClause, vraag: Vraag) -> Rijen:
    """Return the dossier of the person that is pointed at; nobody when the id is not one of ours."""
    persoon = persoon_van(vraag, "persoon")
    return vraag.rijen().waar(false()) if persoon is None else vraag.rijen().met(persoon_id=persoon)


def inschrijvingen(_: FromClause, vraag: Vraag) -> Rijen:
    """Enrolments by filter; on a peildatum those valid on it."""
    rijen = op_peildatum(vraag.rijen(), vraag, "datum_inschrijving", "datum_uitschrijving_werkelijk")
    rijen = gelijk(rijen, vraag, instelling="filter.instelling")
    rijen = op_periode(rijen, vraag, rijen.bron.c.id, "opleidingcode", "leertraject", "niveau", "bekostigbaar")
    vanaf, code = vraag.argument("filter.geregistreerdVanaf", TIJDSTIP), vraag.argument("filter.signaalcode")
    if vanaf is not None:
        rijen = rijen.waar(rijen.bron.c.bekend_vanaf >= vanaf)
    if code is not None:
        rijen = rijen.waar(met_signaal(rijen.bron, vraag, code))
    return rijen


def bpvs(_: FromClause, vraag: Vraag) -> Rijen:
    """Placements by filter; on a peildatum those begun and not actually ended before it."""
    rijen = op_peildatum(vraag.rijen(), vraag, "datum_begin", "datum_einde_werkelijk")
    eigen = {
        "leerbedrijf_id": "leerbedrijfId",
        **{naam: naam for naam in ("instelling", "opleidingcode", "keuzedeelcode")},
    }
    rijen = gelijk(rijen, vraag, **{kolom: f"filter.{naam}" for kolom, naam in eigen.items()})
    return op_periode(rijen, vraag, rijen.bron.c.inschrijving_id, "leertraject")


def resultaten(_: FromClause, vraag: Vraag) -> Rijen:
    """Results by filter, parts of a diploma too; on a peildatum those gained by then (besluit 0018)."""
    rijen = gelijk(
        behaald_op_peildatum(vraag.rijen(), vraag), vraag, instelling="filter.instelling", soort="filter.soort"
    )
    vanaf, tot = (vraag.argument(f"filter.{naam}", Date) for naam in ("datumVanaf", "datumTotEnMet"))
    code, kolom = vraag.argument("filter.opleidingcode"), rijen.bron.c
    if vanaf is not None:
        rijen = rijen.waar(kolom.datum_resultaat >= vanaf)
    if tot is not None:
        rijen = rijen.waar(kolom.datum_resultaat <= tot)
    if code is not None:
        diploma = vraag.rijen("diploma").met(id=kolom.diploma_id, opleidingcode=code)
        rijen = rijen.waar(or_(kolom.opleidingcode == code, diploma.toon(diploma.bron.c.id).exists()))
    return rijen


def leveringen(_: FromClause, vraag: Vraag) -> Rijen:
    """Deliveries by filter; of a person that is not found: none."""
    rijen = gelijk(vraag.rijen(), vraag, soort="filter.soort", status="filter.status")
    vanaf, tot = (vraag.argument(f"filter.{naam}", TIJDSTIP) for naam in ("ontvangenVanaf", "ontvangenTot"))
    persoon = persoon_van(vraag, "filter.persoon")
    if vanaf is not None:
        rijen = rijen.waar(rijen.bron.c.ontvangen_op >= vanaf)
    if tot is not None:
        rijen = rijen.waar(rijen.bron.c.ontvangen_op < tot)
    return rijen if persoon is None else rijen.met(persoon_id=persoon)


def levering(_: FromClause, vraag: Vraag) -> Rijen:
    """One delivery by the kenmerk of its sender, who is the caller unless IPO names another."""
    return vraag.rijen().met(
        kenmerk=vraag.argument("kenmerk"), afzender=func.coalesce(vraag.argument("afzender"), aanroeper())
    )


def berichten(_: FromClause, vraag: Vraag) -> Rijen:
    """Messages, all or only those that were or were not confirmed."""
    rijen, bevestigd = vraag.rijen(), vraag.argument("bevestigd", Boolean)
    return rijen if bevestigd is None else rijen.waar(is_bevestigd(rijen.bron) == bevestigd)


def webhooks(_: FromClause, vraag: Vraag) -> Rijen:
    """Where messages are posted to, in order of address."""
    return vraag.rijen().op("url", "id")


def signaaltellingen(rij: FromClause, vraag: Vraag) -> Rijen:
    """How often each signal stands on a registration."""
    return tellingen(rij, vraag)


def overzichten(_: FromClause, vraag: Vraag) -> Rijen:
    """Overviews, all or of one kind."""
    return gelijk(vraag.rijen(), vraag, soort="soort")


def werkvoorraad(_: FromClause, vraag: Vraag) -> Rijen:
    """Work that is still to be done, all or of one kind."""
    rijen = gelijk(vraag.rijen(), vraag, soort="soort")
    return rijen.waar(rijen.bron.c.afgehandeld_op.is_(None))


def instelling(_: FromClause, vraag: Vraag) -> Rijen:
    """Return an institution as it is today."""
    return geldend(vraag.rijen().met(brin=vraag.argument("brin")), vandaag())


def opleiding(_: FromClause, vraag: Vraag) -> Rijen:
    """Return a training as it is today."""
    return geldend(vraag.rijen().met(opleidingcode=vraag.argument("opleidingcode")), vandaag())


QUERY = Entiteit(
    naam="query",
    rijen=ingebed,
    verbanden={
        "node": node,
        "studentendossier": studentendossier,
        "inschrijvingen": inschrijvingen,
        "bpvs": bpvs,
        "resultaten": resultaten,
        "leveringen": leveringen,
        "levering": levering,
        "berichten": berichten,
        "webhooks": webhooks,
        "signaaltellingen": signaaltellingen,
        "stageplekbezetting": stageplekbezetting,
        "overzichten": overzichten,
        "werkvoorraad": werkvoorraad,
        "instelling": instelling,
        "opleiding": opleiding,
    },
)
PERSOONSNUMMER = Entiteit(naam="persoonsnummer", rijen=uit_tabel(persoonsnummer))
