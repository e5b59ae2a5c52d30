"""Offering rows to the register as IPO does with `beheer`, so that doing it twice changes nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from domain.aanroeper import Aanroeper, Rol
from domain.codes import LeveringSoort, Verwerkingsstatus
from domain.inschrijving import InschrijvingSleutel
from schema.leveringen.uitvoeren import ontvangst_van

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.registratieoverzicht.aanbod import Aanbod
    from domain.ontvangst import Ontvangst
    from domain.signalen import Signaal
    from domain.uitkomst import Uitkomst
    from domain.verwerking import Stand
    from resolvers.leveren import Leveren

IMPORTEUR: Final = Aanroeper(rol=Rol.IPO, gebruiker="bron importeer-ro")
BESTAAT_ANDERS: Final = {"I02", "B02", "R02"}


@dataclass(slots=True, kw_only=True)
class Poging:
    """One row on its way in: at first as an addition, as a change once the register holds its key with other content.

    nummer counts the kenmerken that were spent on rejections; behoud is what a change must not empty.
    """

    aanbod: Aanbod
    beheer: Mapping[str, str]
    nummer: int = 1
    wijzigt: bool = False
    behoud: Mapping[str, Any] = field(default_factory=dict)
    ontvangst: Ontvangst = field(init=False)
    uitkomst: Uitkomst | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._maak()

    def volgende(self) -> None:
        """Take the next kenmerk."""
        self.nummer += 1
        self._maak()

    def wijzig(self, behoud: Mapping[str, Any]) -> None:
        """Go on as a change."""
        self.wijzigt, self.nummer, self.behoud = True, 1, behoud
        self._maak()

    def moet_wijzigen(self, signalen: Iterable[Signaal]) -> bool:
        """Tell whether these signals say that the key exists with other content and that a change was not tried."""
        return not self.wijzigt and any(signaal.code in BESTAAT_ANDERS for signaal in signalen)

    def _maak(self) -> None:
        """Make the receipt; its kenmerk is a digest of file name, key and content, and so never shows the key."""
        soort = self.aanbod.wijzigen if self.wijzigt and self.aanbod.wijzigen else self.aanbod.aanleveren
        inhoud = {"beheer": self.beheer, **self.aanbod.invoer, **self.behoud}
        kenmerk = f"ro-{sha256(json.dumps([soort, inhoud], sort_keys=True).encode()).hexdigest()[:48]}"
        kop = {"kenmerk": kenmerk if self.nummer == 1 else f"{kenmerk}.{self.nummer}"}
        self.ontvangst = ontvangst_van(soort, {**kop, **inhoud})


@dataclass(frozen=True, slots=True, kw_only=True)
class Importeur:
    """Offers the rows of one file (its name is the reason) in the name of one institution."""

    leveren: Leveren
    instelling: str
    bestand: str

    async def bied_aan(self, aanbod: Sequence[Aanbod]) -> list[Uitkomst]:
        """Offer rows, at most as many as a batch may hold, and return what became of each."""
        beheer = {"instelling": self.instelling, "reden": self.bestand}
        pogingen = [Poging(aanbod=een, beheer=beheer) for een in aanbod]
        te_doen = pogingen
        while te_doen:
            stand = await self._voorbij_afgekeurde(te_doen)
            uitkomsten = await self.leveren.lever(IMPORTEUR, [poging.ontvangst for poging in te_doen])
            for poging, uitkomst in zip(te_doen, uitkomsten, strict=True):
                poging.uitkomst = uitkomst
            te_doen = [p for p in te_doen if p.uitkomst and p.moet_wijzigen(p.uitkomst.signalen)]
            for poging in te_doen:
                poging.wijzig(self._behoud(poging, stand))
        return [poging.uitkomst for poging in pogingen if poging.uitkomst]

    async def _voorbij_afgekeurde(self, pogingen: Sequence[Poging]) -> Stand:
        """Move rows that were rejected before on to a kenmerk that is free: reference data may have come since."""
        while True:
            stand = await self.leveren.opslag.vooruitblik([poging.ontvangst for poging in pogingen], IMPORTEUR)
            verschoven = [self._schuif_op(poging, stand) for poging in pogingen]
            if not any(verschoven):
                return stand

    def _schuif_op(self, poging: Poging, stand: Stand) -> bool:
        eerder = stand.eerdere.get(poging.ontvangst.kenmerk or "")
        if eerder is None or eerder.status is not Verwerkingsstatus.AFGEKEURD:
            return False
        if poging.moet_wijzigen(eerder.signalen):
            poging.wijzig(self._behoud(poging, stand))
        else:
            poging.volgende()
        return True

    def _behoud(self, poging: Poging, stand: Stand) -> Mapping[str, Any]:
        """Return what an overview does not hold and a change would empty: hoogsteVooropleiding (own choice)."""
        if poging.aanbod.wijzigen is not LeveringSoort.WIJZIGEN_INSCHRIJVING:
            return {}
        (nummer,) = poging.aanbod.invoer["persoon"].values()
        dossier = stand.dossiers.get(stand.nummers.get(nummer, 0))
        sleutel = InschrijvingSleutel(self.instelling, poging.aanbod.invoer["inschrijvingvolgnummer"])
        oud = dossier.inschrijvingen.get(sleutel) if dossier else None
        return {"hoogsteVooropleiding": oud.hoogste_vooropleiding} if oud and oud.hoogste_vooropleiding else {}
