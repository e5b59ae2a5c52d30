"""Spontaneous messages to institutions that follow from a delivery: written in its transaction, read later."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from domain.codes import BerichtSoort
from domain.leveringen.vorm import camel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.dossier import Dossier
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
        inhoud = {"oud": nummer_van(oud.persoon), "nieuw": nummer_van(nieuw.persoon)}
        for brin in sorted(nieuw.geidentificeerd_door):
            yield Bericht(soort=BerichtSoort.SLEUTELWIJZIGING, instelling=brin, inhoud=inhoud)
    else:
        gewijzigd: dict[str, Any] = {
            "persoon": nummer_van(nieuw.persoon),
            "velden": _gewijzigd(oud.persoon, nieuw.persoon),
        }
        for brin in sorted(nieuw.geidentificeerd_door - {instelling}):
            yield Bericht(soort=BerichtSoort.PERSOONSMUTATIE, instelling=brin, inhoud=gewijzigd)


def nummer_van(persoon: Persoon) -> dict[str, str]:
    """Return the key of a person as it stands in a message: {burgerservicenummer} or {onderwijsnummer}."""
    soort, nummer = persoon.nummer
    return {soort: nummer}


def _gewijzigd(oud: Persoon, nieuw: Persoon) -> list[str]:
    return [camel(veld.name) for veld in fields(oud) if getattr(oud, veld.name) != getattr(nieuw, veld.name)]
