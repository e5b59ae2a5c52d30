"""The world the students live in: institutions with what they may teach, and leerbedrijven with what they are for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.generator.aanbod import Aanbod
from app.generator.lot import Lot, Verdeling
from domain.codes import ErkenningStatus, Leertraject, Opleidingsoort
from domain.leerbedrijf import ALLE_OPLEIDINGEN, Erkenning, Leerbedrijf
from domain.referentie import Instelling, Licentie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.referentie import Opleiding, Referentie

BEGIN: Final = date(2015, 8, 1)
"""The day the shipped opleidingen begin, and the first day of an enrolment here."""
PEIL: Final = date(2026, 11, 1)
"""The day on which the register is as it is: fixed, so that every run gives the same rows."""
BEKOSTIGD, NIET_BEKOSTIGD = 60, 100
PERSONEN_PER_LEERBEDRIJF: Final = 10
_EERSTE_LEERBEDRIJF: Final = 200_000_000
_LIJSTEN: Final = {"redenUitschrijving", "hoogsteVooropleiding"}
_STROOM: Final = 2**32 - 1
_AANDEEL_NIET_BEKOSTIGD: Final = 0.05
_SOORTEN: Final = ("Zorghuis", "Garage", "Bakkerij", "Bouwbedrijf", "Hotel", "Winkel", "Kantoor", "Atelier", "Kwekerij")


class ReferentieFout(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """The reference data are too few to make students of; the text is for the person who started the command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """An institution with the kwalificaties that it may teach from BEGIN on, and its place among the others."""

    brin: str
    bekostigd: bool
    volgnummer: int
    opleidingen: tuple[Opleiding, ...]

    @property
    def aanbieder(self) -> str:
        """Return its RIO code."""
        return f"{100 + self.volgnummer}A{100 + self.volgnummer}"

    def locatie(self, volgnummer: int) -> str:
        """Return the RIO code of one of its locations."""
        return f"{100 + self.volgnummer}X{volgnummer:03}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """Everything that persons share; each leerbedrijf is worked out from its number, so that none is kept."""

    seed: int
    referentie: Referentie
    kwalificaties: tuple[Opleiding, ...]
    scholen: Verdeling[School]
    leerbedrijven: int
    aanbod: Aanbod = field(init=False)
    _plaats: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "aanbod", Aanbod.van(self.referentie))
        self._plaats.update({een.opleidingcode: plaats for plaats, een in enumerate(self.kwalificaties)})

    def kwalificatie(self, opleidingcode: str) -> Opleiding:
        """Return the one with this code."""
        return self.kwalificaties[self._plaats[opleidingcode]]

    def leerbedrijf_voor(self, lot: Lot, opleidingcode: str) -> Leerbedrijf:
        """Return one that is meant for the opleiding; now and then any other, as it goes."""
        eigen = self._plaats.get(opleidingcode, self.leerbedrijven)
        if eigen < self.leerbedrijven and lot.kans(0.7):
            stap = len(self.kwalificaties)
            return self.leerbedrijf(eigen + stap * lot.tussen(0, (self.leerbedrijven - 1 - eigen) // stap))
        alle = 1 if lot.kans(0.03) else 4
        return self.leerbedrijf(alle * lot.tussen(0, (self.leerbedrijven - 1) // alle))

    def leerbedrijf(self, plaats: int) -> Leerbedrijf:
        """Return the n-th leerbedrijf: one in four for everything, others for the n-th kwalificatie and the next."""
        aantal = len(self.kwalificaties)
        codes = [self.kwalificaties[(plaats + stap) % aantal].opleidingcode for stap in range(1 + plaats % 3)]
        erkenningen = [
            Erkenning(opleidingcode=code, status=ErkenningStatus.ERKEND, datum_begin=BEGIN)
            for code in ([ALLE_OPLEIDINGEN] if plaats % 4 == 0 else codes)
        ]
        if plaats % 41 == 7:  # noqa: PLR2004 - own choice: one in forty lost its recognition
            op = date(2022, 1, 1) + timedelta(days=plaats % 1500)
            erkenningen.append(Erkenning(opleidingcode=codes[0], status=ErkenningStatus.INGETROKKEN, datum_begin=op))
        return Leerbedrijf(
            leerbedrijf_id=str(_EERSTE_LEERBEDRIJF + plaats),
            naam=f"{_SOORTEN[plaats % len(_SOORTEN)]} {plaats} (fictief)",
            postcode=f"{1000 + plaats % 8999}{'ABCDEGHJKL'[plaats % 10]}{'ABCDEGHJKL'[plaats // 10 % 10]}",
            huisnummer=1 + plaats % 199,
            plaats="Voorbeeldstad",
            erkenningen=tuple(erkenningen),
        )


def nieuwe_instellingen(referentie: Referentie) -> list[Instelling]:
    """Return the fictional institutions that have to come beside those that exist."""
    namen = (f"{70 + nummer // 26}G{chr(ord('A') + nummer % 26)}" for nummer in range(200))
    vrij = (brin for brin in namen if brin not in referentie.instellingen)
    gevraagd = ((True, BEKOSTIGD, "College"), (False, NIET_BEKOSTIGD, "Vakschool"))
    return [
        Instelling(
            brin=brin, naam=f"{soort} {brin} (fictief)", plaats="Voorbeeldstad", bekostigd=bekostigd, geldig_van=BEGIN
        )
        for bekostigd, aantal, soort in gevraagd
        for brin, _ in zip(vrij, range(aantal - len(bestaande(referentie, bekostigd=bekostigd))), strict=False)
    ]


def bestaande(referentie: Referentie, *, bekostigd: bool) -> list[str]:
    """Return the BRINs that are there from BEGIN on, unchanged until now."""
    return sorted(
        brin
        for brin, rijen in referentie.instellingen.items()
        if len(rijen) == 1 and rijen[0].bekostigd is bekostigd and _altijd_geldig(rijen[0])
    )


def nieuwe_licenties(referentie: Referentie, instellingen: list[Instelling], seed: int) -> Iterator[Licentie]:
    """Yield what the new institutions may teach: the funded ones everything, the others a few kwalificaties."""
    lot = Lot.voor(seed, _STROOM)
    mogelijk = [opleiding.opleidingcode for opleiding in kwalificaties(referentie)]
    for een in instellingen:
        codes = [ALLE_OPLEIDINGEN] if een.bekostigd else sorted(lot.sample(mogelijk, min(12, len(mogelijk))))
        yield from (Licentie(brin=een.brin, opleidingcode=code, geldig_van=BEGIN) for code in codes)


def kwalificaties(referentie: Referentie) -> list[Opleiding]:
    """Return the kwalificaties that can be begun on any day from BEGIN on, on both tracks, with any keuzedeel."""
    return [
        rijen[0]
        for code, rijen in sorted(referentie.opleidingen.items())
        if len(rijen) == 1
        and rijen[0].soort is Opleidingsoort.KWALIFICATIE
        and _altijd_geldig(rijen[0])
        and rijen[0].laatste_instroom is None
        and {Leertraject.BOL, Leertraject.BBL} <= {*rijen[0].leerwegen}
        and code not in referentie.opleiding_keuzedelen
    ]


def wereld_van(referentie: Referentie, *, seed: int, personen: int) -> Wereld:
    """Return the world of a register; the reference data hold its institutions and licences already.

    Raises ReferentieFout.
    """
    mogelijk = kwalificaties(referentie)
    if not (mogelijk and referentie.codelijsten.keys() >= _LIJSTEN):
        raise ReferentieFout("De referentiegegevens missen kwalificaties of codelijsten; laad een volledige set.")
    volgnummer = iter(range(1000))
    scholen = [
        [
            School(
                brin=brin, bekostigd=bekostigd, volgnummer=next(volgnummer),
                opleidingen=tuple(een for een in mogelijk if _mag_altijd(referentie, brin, een.opleidingcode)),
            )
            for brin in bestaande(referentie, bekostigd=bekostigd)
        ]
        for bekostigd in (True, False)
    ]  # fmt: skip
    return Wereld(
        seed=seed,
        referentie=referentie,
        kwalificaties=tuple(mogelijk),
        scholen=Verdeling.van(_gewogen(scholen)),
        leerbedrijven=max(personen // PERSONEN_PER_LEERBEDRIJF, 1),
    )


def _gewogen(scholen: list[list[School]]) -> Iterator[tuple[School, float]]:
    """Yield each institution with its share of the students; the lowest BRINs, those that exist, are the largest."""
    for groep, aandeel in zip(scholen, (1 - _AANDEEL_NIET_BEKOSTIGD, _AANDEEL_NIET_BEKOSTIGD), strict=True):
        gewichten = [1 / (plaats + 10) for plaats, school in enumerate(groep) if school.opleidingen]
        for school, gewicht in zip((s for s in groep if s.opleidingen), gewichten, strict=True):
            yield school, aandeel * gewicht / sum(gewichten)


def _mag_altijd(referentie: Referentie, brin: str, code: str) -> bool:
    return all(referentie.mag_verzorgen(brin, code, op) for op in (BEGIN, PEIL))


def _altijd_geldig(rij: Instelling | Opleiding) -> bool:
    return (rij.geldig_van is None or rij.geldig_van <= BEGIN) and rij.geldig_tot is None
