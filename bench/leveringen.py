"""Deliveries that the register accepts: new enrolments of students who are known, and what happens to those next.

Numbers and kenmerken are new in every run, so that a register can be used again and nothing is a repeat.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from typing import TYPE_CHECKING, Any, Final

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.register import Register

BEGIN: Final = "2026-09-01"
_NIEUW, _BPVS, _ONDERSTEUND, _GEWIJZIGD, _UITGESCHREVEN = 250, 100, 50, 50, 50
"""What a batch of 500 holds: half new enrolments, half deliveries about these."""
_LEERBEDRIJVEN: Final = 1_000
_STUDENTEN: Final = """
    SELECT p.burgerservicenummer FROM persoon_instelling pi JOIN persoon p ON p.id = pi.persoon_id
    WHERE pi.instelling = %s AND p.burgerservicenummer IS NOT NULL ORDER BY p.id LIMIT 5000
"""
_PERIODE: Final = """
    SELECT opleidingcode, onderwijsaanbieder, onderwijslocatie FROM inschrijvingsperiode
    WHERE instelling = %s AND leertraject = 'BOL' AND datum_begin >= '2025-01-01' AND leerroute IS NULL
    ORDER BY id LIMIT 1
"""
Invoer = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Leverancier:
    """A school that delivers; periode holds an opleiding it may teach, and where."""

    brin: str
    bsns: Iterator[str]
    periode: Invoer
    _nummer: Iterator[int] = field(default_factory=count)
    _reeks: str = field(default_factory=lambda: f"{time.time_ns() // 1_000_000:x}")

    @classmethod
    def van(cls, register: Register, brin: str) -> Leverancier:
        """Read from the register what this school can deliver."""
        with psycopg.connect(register.eigenaar_url) as verbinding:
            bsns = [bsn for (bsn,) in verbinding.execute(_STUDENTEN, (brin,)).fetchall()]
            gevonden = verbinding.execute(_PERIODE, (brin,)).fetchone()
        if gevonden is None:
            raise LookupError(f"{brin} verzorgt geen opleiding")
        code, aanbieder, locatie = gevonden
        periode = {
            "datumBegin": BEGIN,
            "opleidingcode": code,
            "leertraject": "BOL",
            "indicatieBekostigbaar": False,
            "onderwijsaanbieder": aanbieder,
            "onderwijslocatie": locatie,
        }
        return cls(brin=brin, bsns=cycle(bsns), periode=periode)

    def inschrijving(self) -> Invoer:
        """Return the input of a new enrolment."""
        nummer = next(self._nummer)
        return {
            "kenmerk": f"bench-{self._reeks}-{nummer}",
            "persoon": {"burgerservicenummer": next(self.bsns)},
            "inschrijvingvolgnummer": f"B{self._reeks}{nummer}",
            "datumInschrijving": BEGIN,
            "datumUitschrijvingGepland": "2029-07-31",
            "hoogsteVooropleiding": "03",
            "perioden": [self.periode],
        }

    def reeks(self) -> list[Invoer]:
        """Return a batch of 500 of mixed kinds, about 250 students."""
        nieuw = [self.inschrijving() for _ in range(_NIEUW)]
        vervolg = iter(nieuw)
        return [
            *({"aanleverenInschrijving": een} for een in nieuw),
            *({"aanleverenBpv": self._bpv(een)} for een in islice(vervolg, _BPVS)),
            *({"aanleverenExtraOndersteuning": self._ondersteuning(een)} for een in islice(vervolg, _ONDERSTEUND)),
            *({"wijzigenInschrijving": self._wijziging(een)} for een in islice(vervolg, _GEWIJZIGD)),
            *({"aanleverenUitschrijving": self._uitschrijving(een)} for een in islice(vervolg, _UITGESCHREVEN)),
        ]

    def _over(self, inschrijving: Invoer) -> Invoer:
        over = {naam: inschrijving[naam] for naam in ("persoon", "inschrijvingvolgnummer")}
        return {"kenmerk": f"{inschrijving['kenmerk']}-2", **over}

    def _bpv(self, inschrijving: Invoer) -> Invoer:
        return {
            **self._over(inschrijving),
            "bpvvolgnummer": "1",
            "afsluitdatum": BEGIN,
            "datumBegin": "2026-10-01",
            "datumEindeGepland": "2027-01-31",
            "omvang": 400,
            "leerbedrijfId": str(300_000_000 + next(self._nummer) % _LEERBEDRIJVEN),
            "opleidingcode": self.periode["opleidingcode"],
        }

    def _ondersteuning(self, inschrijving: Invoer) -> Invoer:
        perioden = [{"datumBegin": "2026-10-01", "datumEinde": "2027-07-31"}]
        return {**self._over(inschrijving), "perioden": perioden}

    def _wijziging(self, inschrijving: Invoer) -> Invoer:
        gewijzigd = {"kenmerk": f"{inschrijving['kenmerk']}-2", "datumUitschrijvingGepland": "2028-07-31"}
        return {**inschrijving, **gewijzigd}

    def _uitschrijving(self, inschrijving: Invoer) -> Invoer:
        einde = {"datumUitschrijvingWerkelijk": "2026-11-01", "redenUitschrijving": "01"}
        return {**self._over(inschrijving), **einde}
