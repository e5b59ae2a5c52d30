"""Spontaneous messages to institutions that follow from a delivery: written in its transaction, read later."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from domain.codes import BerichtSoort
from domain.leveringen.vorm import camel
from domain.nummers import Nummersoort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from domain.dossier import Dossier
    from domain.leerbedrijf import Erkenning
    from domain.persoon import Persoon


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """A message to one institution (BRIN); inhoud is JSON and holds no values that it may not see any more."""

    soort: BerichtSoort
    instelling: str
    inhoud: Mapping[str, Any]


def over_persoon(oud: Dossier, nieuw: Dossier, instelling: str | None) -> Iterator[Bericht]:
    """Yield what institutions hear when a known person changes (register.md 4.4): a new key, or other data.

    Of other data only the names go out: who has no enrolment any more keeps seeing the data as they were.
    """
    if oud.persoon is None or nieuw.persoon is None or oud.persoon == nieuw.persoon:
        return
    if oud.persoon.nummer != nieuw.persoon.nummer:
        yield from _sleutelwijziging(oud.persoon, nieuw.persoon, nieuw.geidentificeerd_door)
    else:
        inhoud = _mutatie(oud.persoon, nieuw.persoon)
        for brin in sorted(nieuw.geidentificeerd_door - {instelling}):
            yield Bericht(soort=BerichtSoort.PERSOONSMUTATIE, instelling=brin, inhoud=inhoud)


def over_persoonsmutatie(oud: Dossier, nieuw: Dossier, ingangsdatum: date, vandaag: date) -> Iterator[Bericht]:
    """Yield what institutions hear when the BRP changes a person (register.md 4.6): a new key all who know the person.

    Of other data those with a current or future enrolment hear, since when too.
    """
    if oud.persoon is None or nieuw.persoon is None:
        return
    if oud.persoon.nummer != nieuw.persoon.nummer:
        yield from _sleutelwijziging(oud.persoon, nieuw.persoon, nieuw.geidentificeerd_door)
    inhoud = _mutatie(oud.persoon, nieuw.persoon)
    if inhoud["velden"]:
        for brin in sorted(nieuw.gevolgd_door(vandaag)):
            gemeld = {**inhoud, "ingangsdatum": str(ingangsdatum)}
            yield Bericht(soort=BerichtSoort.PERSOONSMUTATIE, instelling=brin, inhoud=gemeld)


def over_erkenning(leerbedrijf_id: str, erkenning: Erkenning) -> dict[str, Any]:
    """Return what is told of a recognition; how many BPVs rest on it storage adds, for each institution its own."""
    einde = str(erkenning.datum_einde) if erkenning.datum_einde else None
    return {
        "leerbedrijfId": leerbedrijf_id,
        "opleidingcode": erkenning.opleidingcode,
        "status": erkenning.status,
        "datumBegin": str(erkenning.datum_begin),
        "datumEinde": einde,
    }


def _sleutelwijziging(oud: Persoon, nieuw: Persoon, instellingen: Iterable[str]) -> Iterator[Bericht]:
    inhoud = {"oud": nummer_van(oud), "nieuw": nummer_van(nieuw)}
    for brin in sorted(instellingen):
        yield Bericht(soort=BerichtSoort.SLEUTELWIJZIGING, instelling=brin, inhoud=inhoud)


def _mutatie(oud: Persoon, nieuw: Persoon) -> dict[str, Any]:
    return {"persoon": nummer_van(nieuw), "velden": _gewijzigd(oud, nieuw)}


def nummer_van(persoon: Persoon) -> dict[str, str]:
    """Return the key of a person as it stands in a message: {burgerservicenummer} or {onderwijsnummer}."""
    soort, nummer = persoon.nummer
    return {soort: nummer}


def _gewijzigd(oud: Persoon, nieuw: Persoon) -> list[str]:
    """Return the names of the fields that differ; the numbers have a message of their own."""
    namen = (veld.name for veld in fields(oud) if veld.name not in set(Nummersoort))
    return [camel(naam) for naam in namen if getattr(oud, naam) != getattr(nieuw, naam)]
