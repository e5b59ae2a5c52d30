"""BRP and SBB of the tests' world: the test environments of the product, in this process, over people of our own."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import httpx

from app.bronnen.proef import brp, sbb
from app.bronnen.proef.brp_personen import Proefpersoon
from app.bronnen.proef.storing import PAD
from domain.nummers import is_bsn
from domain.tijd import OnvolledigeDatum
from tests.domain.wereld import BEDRIJVEN, MENSEN, mens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from starlette.applications import Starlette

    from domain.leerbedrijf import Leerbedrijf
    from domain.persoon import Persoon

BRP_URL, SBB_URL = "http://brp.proef", "http://sbb.proef"
HEEL_VEEL: Final = 500


def _nummers() -> Iterator[str]:
    """Yield numbers that pass their test, away from those of the named people."""
    return (str(nummer) for nummer in range(999_950_000, 999_999_999) if is_bsn(str(nummer)))


def in_letters(nummer: int) -> str:
    """A number in letters, for names: those are compared by their letters alone."""
    return "".join(chr(ord("a") + int(cijfer)) for cijfer in str(nummer))


def _klasgenoot(volgnummer: int, bsn: str) -> Persoon:
    return mens(bsn, voornamen="Kim", geslachtsnaam=f"Klasgenoot {in_letters(volgnummer)}")


KLAS: Final = tuple(_klasgenoot(plaats, bsn) for plaats, bsn in enumerate(islice(_nummers(), HEEL_VEEL)))
"""Students enough for the largest batch."""

TWEELING: Final = tuple(
    mens(bsn, voornamen=naam, geslachtsnaam="Tweeling")
    for bsn, naam in (("999912306", "Noor"), ("999912318", "Noor Maria"))
)
"""Two of whom name, birth date, gender and address are the same: only IPO can choose."""

BUITENSTAANDER: Final = mens("999912331", geboortedatum=OnvolledigeDatum(1961, 3, 4), geslachtsnaam="Ander")
"""Whom the BRP shows when it answers with a person that nobody asked for."""


def brp_regel(persoon: Persoon) -> dict[str, Any]:
    """A person as a record of the BRP's public test set."""
    adres = persoon.adres
    regel = {
        "burgerservicenummer": persoon.burgerservicenummer,
        "geslacht": {"code": str(persoon.geslacht)},
        "naam": {"voornamen": persoon.voornamen, "geslachtsnaam": persoon.geslachtsnaam},
        "geboorte": {"datum": _kaal(persoon.geboortedatum), "land": {"code": "6030"}},
        "nationaliteiten": [{"nationaliteit": {"code": "0001"}, "datumIngangGeldigheid": _kaal(persoon.geboortedatum)}],
    }
    if persoon.voorvoegsel:
        regel["naam"]["voorvoegsel"] = persoon.voorvoegsel
    if persoon.overlijdensdatum:
        regel["overlijden"] = {"datum": _kaal(persoon.overlijdensdatum)}
    if adres:
        velden = {"straat": adres.straatnaam, "huisnummer": adres.huisnummer, "postcode": adres.postcode}
        regel["verblijfplaats"] = {**velden, "woonplaats": adres.woonplaats, "functieAdres": {"code": "W"}}
    return regel


def _kaal(datum: OnvolledigeDatum) -> str:
    return str(datum).replace("-", "")


@dataclass(frozen=True)
class Leerbedrijven:
    """Implements Leerbedrijvenbron from memory."""

    bedrijven: Iterable[Leerbedrijf] = BEDRIJVEN

    async def op_id(self, ids: Collection[str]) -> Mapping[str, Leerbedrijf]:
        return {bedrijf.leerbedrijf_id: bedrijf for bedrijf in self.bedrijven if bedrijf.leerbedrijf_id in ids}

    async def op_postcode(self, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        plaats = (postcode, huisnummer)
        return [bedrijf for bedrijf in self.bedrijven if (bedrijf.postcode, bedrijf.huisnummer) == plaats]


@dataclass
class Bron:
    """A source: it counts what it is asked, and fails on demand."""

    app: Starlette
    gevraagd: int = field(default=0)
    straks: tuple[int, str] | None = field(default=None)

    @property
    def vervoer(self) -> httpx.AsyncBaseTransport:
        """The wire to it, of one client."""
        return _Draad(self)

    def stoor(self, soort: str | None, seconden: float | None = None, aantal: int | None = None) -> None:
        """Turn a fault on (see app/bronnen/proef/storing.py), or off with None."""

        async def zet() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=BRP_URL) as client:
                return await client.post(PAD, json={"soort": soort, "seconden": seconden, "aantal": aantal})

        assert asyncio.run(zet()).is_success

    def stoor_na(self, aantal: int, soort: str) -> None:
        """Turn a fault on once so many more calls were answered."""
        self.straks = (self.gevraagd + aantal, soort)


class _Draad(httpx.ASGITransport):
    def __init__(self, bron: Bron) -> None:
        super().__init__(bron.app, raise_app_exceptions=False)
        self._bron = bron

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._bron.gevraagd += 1
        if self._bron.straks and self._bron.gevraagd > self._bron.straks[0]:
            storing = httpx.Request("POST", BRP_URL + PAD, json={"soort": self._bron.straks[1]})
            self._bron.straks = None
            await super().handle_async_request(storing)
        return await super().handle_async_request(request)


def maak_brp() -> Bron:
    """The BRP with everybody."""
    return Bron(brp.maak_app(_iedereen()))


@cache
def _iedereen() -> Mapping[str, Proefpersoon]:
    personen = (Proefpersoon(brp_regel(persoon)) for persoon in (*MENSEN, *TWEELING, BUITENSTAANDER, *KLAS))
    return {persoon.nummer: persoon for persoon in personen}


def maak_sbb() -> Bron:
    """SBB with the companies of the tests' world."""
    return Bron(sbb.maak_app(Leerbedrijven()))
