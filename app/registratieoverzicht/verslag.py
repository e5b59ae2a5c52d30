"""What became of a file: counts per kind of record, where the closing record counted otherwise, what was rejected."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.registratieoverzicht.records import INDELINGEN
from domain.codes import Verwerkingsstatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.registratieoverzicht.aanbod import Aanbod
    from app.registratieoverzicht.overzicht import Overzicht
    from domain.signalen import Signaal
    from domain.uitkomst import Uitkomst

SOORTEN: Final = INDELINGEN["SLR"].velden
AANVAARD: Final = {Verwerkingsstatus.GOEDGEKEURD, Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """The report; tellingen are per kind of record and status.

    ISP and ISE share the outcome of their ISG, the parts of a diploma that of their DIP.
    """

    verschillen: Mapping[str, tuple[int, int]]
    tellingen: Mapping[str, Counter[Verwerkingsstatus]] = field(
        default_factory=lambda: {soort: Counter() for soort in SOORTEN}
    )
    signalen: Counter[str] = field(default_factory=Counter)
    afgekeurd: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def van(cls, overzicht: Overzicht) -> Verslag:
        """Return the report on a file of which nothing was offered yet."""
        return cls(verschillen=overzicht.verschillen)

    def noteer(self, aanbod: Aanbod, uitkomst: Uitkomst) -> None:
        """Count one outcome; of a rejection keep the lines and the signals."""
        for soort, aantal in aanbod.telling.items():
            self.tellingen[soort][uitkomst.status] += aantal
        self.signalen.update(signaal.code for signaal in uitkomst.signalen)
        if uitkomst.status is Verwerkingsstatus.AFGEKEURD:
            records = [{"regel": record.regel, "record": record.tekst} for record in aanbod.records]
            self.afgekeurd.append({"records": records, "signalen": [_signaal(s) for s in uitkomst.signalen]})

    @property
    def alles_aanvaard(self) -> bool:
        """Tell whether every row is registered; one that waits for the BRP or for IPO is not."""
        return all(status in AANVAARD for telling in self.tellingen.values() for status in +telling)

    def als_json(self) -> dict[str, Any]:
        """Return it for programs, without the rejected rows themselves."""
        return {
            "records": {
                soort: {status.lower(): telling[status] for status in Verwerkingsstatus}
                for soort, telling in self.tellingen.items()
            },
            "verschillenMetSluitrecord": {
                soort: {"sluitrecord": verwacht, "bestand": geteld}
                for soort, (verwacht, geteld) in self.verschillen.items()
            },
            "signalen": dict(sorted(self.signalen.items())),
        }


def _signaal(signaal: Signaal) -> dict[str, Any]:
    return {
        "code": signaal.code,
        "soort": signaal.soort,
        "tekst": signaal.ipo.tekst,
        "oplossing": signaal.definitie.oplossing,
        "pad": list(signaal.pad),
    }
