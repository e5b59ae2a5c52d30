"""IPO decides of an identification that is not unique: the delivery that waited goes on (besluit 0054)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from domain.aanvraag import Aanvraaguitkomst
from domain.afhandelen import beoordeel_keuze
from domain.bronnen import Bronnen
from domain.codes import Verwerkingsstatus
from domain.fouten import BronOnbereikbaar
from domain.signalen import afgekeurd
from domain.verwerking import hervat
from resolvers.oordelen import herhaal_bij_botsing, met_nummers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.aanroeper import Aanroeper
    from domain.afhandelen import Keuzeontvangst
    from domain.keuze import TeKiezen
    from domain.poorten import Brp, Opslag, Werk
    from domain.signalen import Signaal
    from domain.uitkomst import Uitkomst
    from domain.uitslag import Uitslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Afhandelen:
    """The use case with what it needs from outside."""

    opslag: Opslag
    brp: Brp

    async def handel_af(self, aanroeper: Aanroeper, ontvangst: Keuzeontvangst) -> Uitkomst:
        """Decide: a decision that cannot be is told so in signals, and leaves the delivery waiting as it was.

        Raises BronOnbereikbaar when the person chosen is not in the register and the BRP does not answer.
        """
        bronnen = await self._raadpleeg(ontvangst)
        return await herhaal_bij_botsing(partial(self._in_een_transactie, aanroeper, ontvangst, bronnen))

    async def _raadpleeg(self, ontvangst: Keuzeontvangst) -> Bronnen:
        """Ask the BRP for the person chosen as it is now, when the register does not hold this person."""
        async with self.opslag.eenheid() as werk:
            te_kiezen = await werk.te_kiezen(ontvangst.aanvraag.werk_id)
        if te_kiezen is None or beoordeel_keuze(ontvangst, te_kiezen):
            return Bronnen()
        gekozen = te_kiezen.gekozen(ontvangst.aanvraag.persoon)
        if gekozen is None or gekozen.bekend or gekozen.burgerservicenummer is None:
            return Bronnen()
        return Bronnen(op_nummer=await self.brp.op_nummer([gekozen.burgerservicenummer]))

    async def _in_een_transactie(self, aanroeper: Aanroeper, ontvangst: Keuzeontvangst, bronnen: Bronnen) -> Uitkomst:
        async with self.opslag.eenheid() as werk:
            await werk.archief.archiveer(aanroeper, ontvangst)
            eerder = await werk.archief.eerdere(aanroeper, ontvangst)
            if eerder is not None:
                return await werk.archief.gevolg(eerder.antwoord_op(ontvangst))
            uitkomst = await self._beslis(werk, ontvangst, bronnen)
            if ontvangst.kenmerk is not None:
                await werk.archief.bewaar(aanroeper, ontvangst, uitkomst)
            return await werk.archief.gevolg(uitkomst)

    async def _beslis(self, werk: Werk, ontvangst: Keuzeontvangst, bronnen: Bronnen) -> Aanvraaguitkomst:
        te_kiezen = await werk.te_kiezen(ontvangst.aanvraag.werk_id)
        uitkomst = Aanvraaguitkomst(
            kenmerk=ontvangst.geleverd_kenmerk,
            status=Verwerkingsstatus.AFGEKEURD,
            signalen=beoordeel_keuze(ontvangst, te_kiezen),
            levering_id=te_kiezen.levering_id if te_kiezen else None,
        )
        if te_kiezen is None or afgekeurd(uitkomst.signalen):
            return uitkomst
        uitslag = await self._hervat(werk, te_kiezen, ontvangst, bronnen)
        if uitslag.status is Verwerkingsstatus.IN_BEHANDELING:
            raise BronOnbereikbaar("De BRP antwoordt niet; er is niets beslist. Probeer het later opnieuw.")
        if uitslag.status is Verwerkingsstatus.AFGEKEURD:
            return replace(uitkomst, signalen=_over_de_keuze(uitslag.signalen))
        await werk.bewaar([uitslag])
        return replace(uitkomst, status=uitslag.status, signalen=uitslag.signalen)

    async def _hervat(self, werk: Werk, te_kiezen: TeKiezen, ontvangst: Keuzeontvangst, bronnen: Bronnen) -> Uitslag:
        """Judge the delivery with the decision; a new person gets the id that its candidate had."""
        wachtend, sleutel = te_kiezen.wachtend, ontvangst.aanvraag.persoon
        gekozen, keuze = te_kiezen.gekozen(sleutel), te_kiezen.keuze(sleutel)
        nummers = [keuze.burgerservicenummer] if keuze.burgerservicenummer else []
        stand = await werk.stand([wachtend.ontvangst], wachtend.aanroeper, bronnen, nummers)
        if gekozen is not None and not gekozen.bekend:
            stand = replace(stand, nieuwe_ids=(gekozen.id,))
        return await met_nummers(werk, partial(hervat, wachtend, stand, bronnen, keuze=keuze))


def _over_de_keuze(signalen: Sequence[Signaal]) -> tuple[Signaal, ...]:
    """Return the signals as about the person chosen: they came of the decision, not of what was delivered."""
    return tuple(replace(signaal, pad=("persoon",)) for signaal in signalen)
