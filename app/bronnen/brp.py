"""The BRP, asked through Haal Centraal BRP bevragen 2.7; person numbers travel in the body of a POST only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.bronnen.antwoord import Onzin
from app.bronnen.brp_vertaling import VELDEN, is_afgevoerd, naar_persoon, nummer_van
from app.bronnen.brp_zoeken import is_doorzoekbaar, zoekopdracht
from app.bronnen.verbinding import OK, ONJUIST, TEGELIJK, in_delen, samen
from domain.antwoord import Bronantwoord
from domain.fouten import BronOnbereikbaar
from domain.nummers import is_bsn
from domain.zoeken import past_op_adres, past_op_naam

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from app.bronnen.verbinding import Antwoord, Verbinding
    from domain.antwoord import Zoekvraag
    from domain.persoon import Persoon

PAD: Final = "/haalcentraal/api/brp/personen"
NUMMERS_PER_VRAAG: Final = 20
TE_VEEL_GEVONDEN: Final = "tooManyResults"


class HaalCentraalBrp:
    """Implements domain.poorten.Brp: never raises; what cannot be trusted is ONBEREIKBAAR for that call alone."""

    def __init__(self, verbinding: Verbinding, *, tegelijk: int = TEGELIJK) -> None:
        self._verbinding, self._tegelijk = verbinding, tegelijk

    async def op_nummer(self, nummers: Collection[str]) -> Mapping[str, Persoon | Bronantwoord]:
        """Return for every number the person, ONBEKEND or ONBEREIKBAAR; what is no BSN is ONBEKEND and not asked."""
        uitkomst: dict[str, Persoon | Bronantwoord] = dict.fromkeys(nummers, Bronantwoord.ONBEKEND)
        te_vragen = [nummer for nummer in uitkomst if is_bsn(nummer)]
        for deel in await samen(self._raadpleeg, in_delen(te_vragen, NUMMERS_PER_VRAAG), self._tegelijk):
            uitkomst.update(deel)
        return uitkomst

    async def zoek(self, vragen: Collection[Zoekvraag]) -> Mapping[Zoekvraag, Sequence[Persoon] | Bronantwoord]:
        """Return for every question the persons found, or ONBEREIKBAAR.

        A search answers limited persons; the numbers of those that fit are looked up together, for all questions.
        """
        uniek = list(dict.fromkeys(vragen))
        gevonden = await samen(self._nummers, uniek, self._tegelijk)
        nummers = {nummer for deel in gevonden if not isinstance(deel, Bronantwoord) for nummer in deel}
        personen = await self.op_nummer(sorted(nummers))
        return {
            vraag: deel if isinstance(deel, Bronantwoord) else _passende(vraag, [personen[nummer] for nummer in deel])
            for vraag, deel in zip(uniek, gevonden, strict=True)
        }

    async def _raadpleeg(self, nummers: Sequence[str]) -> Mapping[str, Persoon | Bronantwoord]:
        """Look up at most twenty numbers in one call."""
        vraag = {
            "type": "RaadpleegMetBurgerservicenummer",
            "fields": list(VELDEN),
            "burgerservicenummer": list(nummers),
        }
        try:
            personen = _geraadpleegd(await self._vraag(vraag), nummers)
        except (BronOnbereikbaar, ValueError):
            return dict.fromkeys(nummers, Bronantwoord.ONBEREIKBAAR)
        return {nummer: personen.get(nummer, Bronantwoord.ONBEKEND) for nummer in nummers}

    async def _nummers(self, vraag: Zoekvraag) -> Sequence[str] | Bronantwoord:
        """Return the numbers of the persons whose name and gender fit the question."""
        if not is_doorzoekbaar(vraag):
            return ()
        try:
            antwoord = await self._vraag(zoekopdracht(vraag))
            if _te_veel(antwoord):
                antwoord = await self._vraag(zoekopdracht(vraag, verfijnd=True))
            return [p.nummer[1] for p in _gezocht(antwoord, vraag) if past_op_naam(vraag, p)]
        except (BronOnbereikbaar, ValueError):
            return Bronantwoord.ONBEREIKBAAR

    async def _vraag(self, opdracht: Mapping[str, object]) -> Antwoord:
        return await self._verbinding.vraag("POST", PAD, json=opdracht)


def _te_veel(antwoord: Antwoord) -> bool:
    return antwoord.status == ONJUIST and antwoord.inhoud.tekst("code") == TE_VEEL_GEVONDEN


def _personen(antwoord: Antwoord) -> dict[str, Persoon]:
    """Return the answered persons by number, without withdrawn ones; raises Onzin at a refusal or one number twice."""
    if antwoord.status != OK:
        raise Onzin("the BRP refused the question")
    bron = antwoord.inhoud.lijst("personen")
    if len({nummer_van(persoon) for persoon in bron}) < len(bron):
        raise Onzin("one number twice")
    return {nummer_van(persoon): naar_persoon(persoon) for persoon in bron if not is_afgevoerd(persoon)}


def _geraadpleegd(antwoord: Antwoord, nummers: Sequence[str]) -> Mapping[str, Persoon]:
    personen = _personen(antwoord)
    if not personen.keys() <= set(nummers):
        raise Onzin("a person that nobody asked for")
    return personen


def _gezocht(antwoord: Antwoord, vraag: Zoekvraag) -> Collection[Persoon]:
    """Return the persons of a search; names are compared the BRP's way, but a birth date can only be the asked one."""
    personen = _personen(antwoord).values()
    if not all(persoon.geboortedatum.komt_overeen_met(vraag.geboortedatum) for persoon in personen):
        raise Onzin("a person that nobody asked for")
    return personen


def _passende(vraag: Zoekvraag, personen: Sequence[Persoon | Bronantwoord]) -> Sequence[Persoon] | Bronantwoord:
    """Return the persons whose address fits; a number found and then unknown is a source that contradicts itself."""
    bekend = [persoon for persoon in personen if not isinstance(persoon, Bronantwoord)]
    if len(bekend) < len(personen):
        return Bronantwoord.ONBEREIKBAAR
    return [persoon for persoon in bekend if past_op_adres(vraag, persoon.adres)]
