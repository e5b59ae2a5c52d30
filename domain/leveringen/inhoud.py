"""The content that deliveries of an enrolment and of a BPV share: what is delivered, as an object of the register."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from domain.bpv import Bpv, BpvSleutel
from domain.codes import Leerroute, Leerroutefase, Leertraject, Niveau, Opleidingsoort
from domain.inschrijving import ExtraOndersteuning, Inschrijving, InschrijvingSleutel, Inschrijvingsperiode
from domain.leveringen.levering import VersieLevering
from domain.leveringen.vorm import datum, getal, ja_nee, keuze, lijst_van, tekst

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from _typeshed import DataclassInstance

    from domain.feiten import Feiten

Inhoud = TypeVar("Inhoud", bound="DataclassInstance")
Deel = TypeVar("Deel", Inschrijvingsperiode, ExtraOndersteuning)


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode(ExtraOndersteuning):
    """A period of extra support as delivered."""

    datum_begin: date = datum(verplicht=True)
    datum_einde: date | None = datum()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelperiode(Inschrijvingsperiode):
    """A period of an enrolment as delivered."""

    datum_begin: date = datum(verplicht=True)
    opleidingcode: str = tekst(20, verplicht=True)
    leertraject: Leertraject = keuze(Leertraject, verplicht=True)
    niveau: Niveau | None = keuze(Niveau)
    indicatie_bekostigbaar: bool = ja_nee(verplicht=True)
    leerroute: Leerroute | None = keuze(Leerroute)
    leerroutefase: Leerroutefase | None = keuze(Leerroutefase)
    onderwijsaanbieder: str | None = tekst(20)
    onderwijslocatie: str | None = tekst(20)
    locatiecode_vsv: str | None = tekst(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class InschrijvingInhoud(VersieLevering):
    """A whole enrolment as delivered."""

    datum_inschrijving: date = datum(verplicht=True)
    datum_uitschrijving_gepland: date = datum(verplicht=True)
    datum_uitschrijving_werkelijk: date | None = datum()
    reden_uitschrijving: str | None = tekst(20)
    hoogste_vooropleiding: str | None = tekst(20)
    perioden: tuple[Deelperiode, ...] = lijst_van(Deelperiode, verplicht=True)
    extra_ondersteuning: tuple[Periode, ...] | None = lijst_van(Periode)

    def geleverd(self, feiten: Feiten) -> Inschrijving:
        """Return the enrolment as delivered; support that is absent stays as registered."""
        oud = feiten.bestaande(self)
        ondersteuning: tuple[ExtraOndersteuning, ...] | None = self.extra_ondersteuning
        if ondersteuning is None:
            ondersteuning = oud.extra_ondersteuning if oud else ()
        return Inschrijving(
            sleutel=InschrijvingSleutel(feiten.instelling, self.inschrijvingvolgnummer),
            datum_inschrijving=self.datum_inschrijving,
            datum_uitschrijving_gepland=self.datum_uitschrijving_gepland,
            datum_uitschrijving_werkelijk=self.datum_uitschrijving_werkelijk,
            reden_uitschrijving=self.reden_uitschrijving,
            hoogste_vooropleiding=self.hoogste_vooropleiding,
            perioden=op_begin(Inschrijvingsperiode, (zonder_afgeleid(periode, feiten) for periode in self.perioden)),
            extra_ondersteuning=op_begin(ExtraOndersteuning, ondersteuning),
        )

    def is_gelijk_aan(self, oud: Inschrijving, feiten: Feiten) -> bool:
        """Tell whether it says the same as registered; optional fields that are absent are not compared."""
        nieuw = self.geleverd(feiten)
        if len(nieuw.perioden) != len(oud.perioden):
            return False
        perioden = tuple(aangevuld(p, q) for p, q in zip(nieuw.perioden, oud.perioden, strict=True))
        return aangevuld(replace(nieuw, perioden=perioden), oud) == oud


@dataclass(frozen=True, slots=True, kw_only=True)
class BpvInhoud(VersieLevering):
    """A whole BPV as delivered."""

    bpvvolgnummer: str = tekst(20, verplicht=True)
    afsluitdatum: date = datum(verplicht=True)
    datum_begin: date = datum(verplicht=True)
    datum_einde_gepland: date = datum(verplicht=True)
    datum_einde_werkelijk: date | None = datum()
    omvang: int | None = getal()
    leerbedrijf_id: str = tekst(20, verplicht=True)
    opleidingcode: str | None = tekst(20)
    keuzedeelcode: str | None = tekst(20)

    def geleverd(self, feiten: Feiten) -> Bpv:
        """Return the BPV as delivered."""
        sleutel = BpvSleutel(feiten.inschrijvingsleutel(self), self.bpvvolgnummer)
        inhoud = {veld: getattr(self, veld) for veld in velden_van(Bpv) if veld not in {"sleutel", "versie"}}
        return Bpv(sleutel=sleutel, **inhoud)

    def is_gelijk_aan(self, oud: Bpv, feiten: Feiten) -> bool:
        """Tell whether it says the same as registered; optional fields that are absent are not compared."""
        return aangevuld(self.geleverd(feiten), oud) == oud


def zonder_afgeleid(periode: Inschrijvingsperiode, feiten: Feiten) -> Inschrijvingsperiode:
    """Return the period without a niveau where the kwalificatie decides it: what is derived is not kept (I07)."""
    if periode.niveau is None:
        return periode
    opleiding = feiten.referentie.opleiding_of_nieuwste(periode.opleidingcode, periode.datum_begin)
    if opleiding is None or opleiding.soort is not Opleidingsoort.KWALIFICATIE:
        return periode
    return replace(periode, niveau=None)


def op_begin(soort: type[Deel], delen: Iterable[Deel]) -> tuple[Deel, ...]:
    """Return delivered parts as parts of the register, by begin."""
    velden = velden_van(soort)  # type: ignore[arg-type]  # mypy: every class is hashable
    gemaakt = (soort(**{veld: getattr(deel, veld) for veld in velden}) for deel in delen)
    return tuple(sorted(gemaakt, key=lambda deel: deel.datum_begin))


def aangevuld(nieuw: Inhoud, oud: Inhoud) -> Inhoud:
    """Return what is delivered, with the fields that are absent filled in from what is registered."""
    leeg = {veld: getattr(oud, veld) for veld in velden_van(type(nieuw)) if getattr(nieuw, veld) is None}
    return replace(nieuw, **leeg)


@cache
def velden_van(soort: type[DataclassInstance]) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass."""
    return tuple(veld.name for veld in fields(soort))
