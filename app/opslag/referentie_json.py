"""The snapshot of all reference data that the controls need, as one JSON value out of Postgres and into the domain."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from domain.codes import Examensoort, Examenvak, Leertraject, Niveau, Opleidingsoort, SoortOpleiding
from domain.referentie import (
    Examenonderdeel,
    Instelling,
    Keuzedeel,
    Licentie,
    Opleiding,
    OpleidingKeuzedeel,
    Referentie,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

T = TypeVar("T")
S = TypeVar("S", bound="Hashable")

# What JSON writes as text or list, per column; the rest is as the domain has it.
_VORMEN: Final[Mapping[str, Callable[[Any], object]]] = {
    "soort": Opleidingsoort,
    "niveau": Niveau,
    "soort_opleiding": SoortOpleiding,
    "leerwegen": lambda waarden: tuple(map(Leertraject, waarden)),
    "geldig_van": date.fromisoformat,
    "laatste_instroom": date.fromisoformat,
    "geldig_tot": date.fromisoformat,
}
_VAN_EXAMEN: Final[Mapping[str, Callable[[Any], object]]] = {"soort": Examensoort, "vak": Examenvak}

LEES: Final = """
    select json_build_object(
        'versie', (select versie from referentieversie),
        'instelling', (select json_agg(r) from instelling r),
        'opleiding', (select json_agg(r) from opleiding r),
        'keuzedeel', (select json_agg(r) from keuzedeel r),
        'opleiding_keuzedeel', (select json_agg(r) from opleiding_keuzedeel r),
        'licentie', (select json_agg(r) from licentie r),
        'examenonderdeel', (select json_agg(r) from examenonderdeel r),
        'codelijst', (select json_agg(r) from codelijst r)
    )
"""


def van_json(alles: Mapping[str, Any]) -> Referentie:
    """Return the snapshot for the answer to LEES; a table without rows is null there."""

    def lees(tabel: str, maak: Callable[..., T]) -> list[T]:
        vormen = _VAN_EXAMEN if tabel == "examenonderdeel" else _VORMEN
        return [maak(**_als_domein(rij, vormen)) for rij in alles[tabel] or ()]

    return Referentie(
        versie=alles["versie"] or 0,
        instellingen=_per(lees("instelling", Instelling), lambda een: een.brin),
        opleidingen=_per(lees("opleiding", Opleiding), lambda een: een.opleidingcode),
        keuzedelen=_per(lees("keuzedeel", Keuzedeel), lambda een: een.code),
        opleiding_keuzedelen=_per(lees("opleiding_keuzedeel", OpleidingKeuzedeel), lambda een: een.opleidingcode),
        licenties=_per(lees("licentie", Licentie), lambda een: (een.brin, een.opleidingcode)),
        examenonderdelen={een.code: een for een in lees("examenonderdeel", Examenonderdeel)},
        codelijsten={
            lijst: frozenset(rij["code"] for rij in rijen)
            for lijst, rijen in _per(alles["codelijst"] or (), lambda rij: str(rij["lijst"])).items()
        },
    )


def _als_domein(rij: Mapping[str, Any], vormen: Mapping[str, Callable[[Any], object]]) -> Mapping[str, Any]:
    return {
        naam: vormen[naam](waarde) if waarde is not None and naam in vormen else waarde for naam, waarde in rij.items()
    }


def _per(rijen: Iterable[T], sleutel: Callable[[T], S]) -> dict[S, tuple[T, ...]]:
    per: dict[S, list[T]] = defaultdict(list)
    for rij in rijen:
        per[sleutel(rij)].append(rij)
    return {code: tuple(groep) for code, groep in per.items()}
