"""aanleverenVooropleiding: what the VO register knows of a person, whether we know that person yet or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.levering import PersoonLevering
from domain.leveringen.vorm import datum, getal, gevulde_tekst, ja_nee, lijst_van
from domain.vooropleiding import Vak, Vooropleiding

if TYPE_CHECKING:
    from datetime import date

    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdVak(Vak):
    """A subject as delivered."""

    vakcode: str = gevulde_tekst(20, verplicht=True)
    eindcijfer: int | None = getal()


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverenVooropleiding(PersoonLevering):
    """Adds, or replaces what was delivered of the same soort and school: the newest holds (besluit 0041)."""

    soort = LeveringSoort.AANLEVEREN_VOOROPLEIDING

    vooropleidingsoort: str = gevulde_tekst(40, verplicht=True, naam="soort")
    instelling: str | None = gevulde_tekst(6)
    datum_resultaat: date | None = datum()
    behaald: bool = ja_nee(verplicht=True)
    vakken: tuple[GeleverdVak, ...] = lijst_van(GeleverdVak, leeg=())

    @property
    def geleverd(self) -> Vooropleiding:
        """Return the prior education as delivered."""
        vakken = (Vak(vakcode=str(vak.vakcode), eindcijfer=vak.eindcijfer) for vak in self.vakken)
        return Vooropleiding(
            soort=str(self.vooropleidingsoort),
            instelling=self.instelling,
            datum_resultaat=self.datum_resultaat,
            behaald=self.behaald,
            vakken=tuple(sorted(vakken, key=lambda vak: (vak.vakcode, vak.eindcijfer or 0))),
        )

    def staat_er_al(self, feiten: Feiten) -> bool:
        """Tell whether it stands there already, subject by subject."""
        return feiten.dossier.vooropleidingen.get(self.geleverd.sleutel) == self.geleverd

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with it; that of a person not known yet waits under the number delivered."""
        dossier = feiten.dossier
        if dossier.persoon is None and self.persoon.nummer is not None:
            dossier = dossier.wachtend_op(self.persoon.nummer[1])
        return dossier.met_vooropleiding(self.geleverd)
