"""Changes: the difference between a dossier before and after a delivery, object by object and field by field."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from domain.bpv import Bpv
from domain.codes import Mutatiesoort, Register
from domain.inschrijving import ExtraOndersteuning, Inschrijving, Inschrijvingsperiode
from domain.leerbedrijf import Erkenning, Leerbedrijf
from domain.leveringen.vorm import camel
from domain.persoon import Persoon
from domain.resultaat import AmvbOnderdeel, Diploma, GeneriekExamenonderdeel, KeuzedeelResultaat, LosResultaat
from domain.tijd import OnvolledigeDatum
from domain.vooropleiding import Vak, Vooropleiding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.dossier import Dossier

Object = Persoon | Inschrijving | Bpv | Diploma | LosResultaat | Vooropleiding | Leerbedrijf
_GEEN_INHOUD = {"sleutel", "versie"}
_LOS = "onderdeel"


@dataclass(frozen=True, slots=True)
class VeldMutatie:
    """A field that changed, as texts; None is empty. veld is a path: `perioden.2024-08-01.leertraject`."""

    veld: str
    oud: str | None
    nieuw: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutatieregel:
    """A change as it is told: plain data, also of a delivery of long ago."""

    register: Register
    soort: Mutatiesoort
    entiteit: str
    sleutel: str
    velden: tuple[VeldMutatie, ...]


@dataclass(frozen=True, slots=True)
class Mutatie:
    """One object added (oud is None), changed, or deleted (nieuw is None)."""

    oud: Object | None
    nieuw: Object | None

    @property
    def object(self) -> Object:
        """Return the object as it is now, or as it was when it is gone."""
        gevonden = self.nieuw or self.oud
        if gevonden is None:
            raise ValueError("a change of nothing")
        return gevonden

    @property
    def soort(self) -> Mutatiesoort:
        """Return what happened to it."""
        if self.oud is None:
            return Mutatiesoort.TOEVOEGING
        return Mutatiesoort.VERWIJDERING if self.nieuw is None else Mutatiesoort.WIJZIGING

    @property
    def register(self) -> Register:
        """Return the part of the register it belongs to."""
        match self.object:
            case Persoon():
                return Register.PERSOON
            case Inschrijving() | Bpv() | Leerbedrijf():
                return Register.ONDERWIJSDEELNAME
            case Diploma() | LosResultaat() | Vooropleiding():
                return Register.ONDERWIJSRESULTAAT

    @property
    def entiteit(self) -> str:
        """Return the name of its type in the API; a loose result is of the type of its part."""
        wezen = self.object.onderdeel if isinstance(self.object, LosResultaat) else self.object
        return type(wezen).__name__

    @property
    def sleutel(self) -> str:
        """Return its key within the person; a person has none here, for a number is no key to show."""
        return "" if isinstance(self.object, Persoon) else str(self.object.sleutel)

    @property
    def regel(self) -> Mutatieregel:
        """Return it as it is told."""
        return Mutatieregel(
            register=self.register,
            soort=self.soort,
            entiteit=self.entiteit,
            sleutel=self.sleutel,
            velden=self.velden,
        )

    @property
    def velden(self) -> tuple[VeldMutatie, ...]:
        """Return the fields that differ, in order of declaration."""
        oud, nieuw = dict(_velden(self.oud)), dict(_velden(self.nieuw))
        return tuple(
            VeldMutatie(veld, oud.get(veld), nieuw.get(veld))
            for veld in {**oud, **nieuw}
            if oud.get(veld) != nieuw.get(veld)
        )


def verschil(oud: Dossier, nieuw: Dossier) -> tuple[Mutatie, ...]:
    """Return the changes that lead from one dossier to the other: person and all that is under it, by key."""
    if oud is nieuw:
        return ()
    persoon = [Mutatie(oud.persoon, nieuw.persoon)] if oud.persoon != nieuw.persoon else []
    return (
        *persoon,
        *_gewijzigd(oud.inschrijvingen, nieuw.inschrijvingen),
        *_gewijzigd(oud.bpvs, nieuw.bpvs),
        *_gewijzigd(oud.resultaten, nieuw.resultaten),
        *_gewijzigd(oud.vooropleidingen, nieuw.vooropleidingen),
    )


def _gewijzigd(voor: Mapping[Any, Any], na: Mapping[Any, Any]) -> Iterator[Mutatie]:
    """Yield what differs, by key. A delivery leaves all but one object as it is: most are the very same."""
    if voor is na:
        return
    anders = [sleutel for sleutel in {**voor, **na} if _verschilt(voor.get(sleutel), na.get(sleutel))]
    for sleutel in sorted(anders):
        yield Mutatie(voor.get(sleutel), na.get(sleutel))


def _verschilt(oud: object, nieuw: object) -> bool:
    return oud is not nieuw and oud != nieuw


def _velden(waarde: object, pad: str = "") -> Iterator[tuple[str, str]]:
    """Yield path and text of every field that is filled; the parts of a list go by their own key, else by place."""
    if isinstance(waarde, tuple):
        for volgnummer, onderdeel in enumerate(waarde):
            yield from _velden(onderdeel, f"{pad}.{_naam(onderdeel, volgnummer)}")
    elif inhoud := _inhoud(type(waarde)):  # type: ignore[arg-type]  # mypy: every class is hashable
        for naam, veld in inhoud:
            yield from _velden(getattr(waarde, naam), _onder(pad, veld))
    elif waarde is not None:
        yield pad, _als_tekst(waarde)


@cache
def _inhoud(soort: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of an object that are content, with their names in the API; a plain value has none."""
    if not is_dataclass(soort) or soort is OnvolledigeDatum:
        return ()
    return tuple((veld.name, camel(veld.name)) for veld in fields(soort) if veld.name not in _GEEN_INHOUD)


def _onder(pad: str, veld: str) -> str:
    """Return the path of a field; those of a loose part stand beside its date, as in the API."""
    return ".".join(deel for deel in (pad, veld) if deel not in {"", _LOS})


def _naam(onderdeel: object, volgnummer: int) -> str:
    if isinstance(onderdeel, Inschrijvingsperiode | ExtraOndersteuning):
        return str(onderdeel.datum_begin)
    if isinstance(onderdeel, GeneriekExamenonderdeel | KeuzedeelResultaat | AmvbOnderdeel):
        return onderdeel.resultaatvolgnummer
    if isinstance(onderdeel, Erkenning):
        return f"{onderdeel.opleidingcode}.{onderdeel.datum_begin or ''}"
    return onderdeel.vakcode if isinstance(onderdeel, Vak) else str(volgnummer)


def _als_tekst(waarde: object) -> str:
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
