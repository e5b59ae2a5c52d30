"""Cases: one delivery, and everything that the register has to say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pytest

from domain.codes import Verwerkingsstatus
from domain.signalen import afgekeurd
from tests.domain.bouw import Register, register

if TYPE_CHECKING:
    from domain.signalen import Signaal
    from domain.uitslag import Uitslag
    from tests.domain.bouw import Invoer

Verwacht = tuple[str, str, tuple[tuple[str, str], ...]]
BEWEZEN: Final[set[str]] = set()
"""The codes that a case expects; test_volledigheid compares them with the catalogue."""


def sig(code: str, pad: str = "", /, **parameters: object) -> Verwacht:
    """A signal as a case expects it: `sig("I10", "perioden.0.datumBegin")`."""
    return code, pad, tuple(sorted((naam, str(waarde)) for naam, waarde in parameters.items()))


def gezien(signaal: Signaal) -> Verwacht:
    """A signal as the register gives it, in the form of `sig`."""
    return sig(signaal.code, ".".join(signaal.pad), **signaal.parameters)


@dataclass(frozen=True)
class Zaak:
    """A delivery to a register, with the complete list of signals in order."""

    naam: str
    levering: Invoer
    verwacht: tuple[Verwacht, ...]
    register: Register

    def klopt(self) -> None:
        """Prove the signals, the status that follows from them, and that a rejected delivery leaves no trace."""
        hier = vers(self.register)
        uitslag = hier.lever(self.levering)[0]
        assert list(map(gezien, uitslag.signalen)) == list(self.verwacht)
        assert uitslag.status in _status(uitslag)
        if uitslag.status is Verwerkingsstatus.AFGEKEURD:
            zonder_gevolg(uitslag, self.register)
            assert (hier.dossiers, hier.nummers) == (self.register.dossiers, self.register.nummers)


def _status(uitslag: Uitslag) -> set[Verwerkingsstatus]:
    if afgekeurd(uitslag.signalen):
        return {Verwerkingsstatus.AFGEKEURD}
    if {signaal.code for signaal in uitslag.signalen} & {"P04", "P06"}:
        return {Verwerkingsstatus.IN_BEHANDELING}
    return {Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL if uitslag.signalen else Verwerkingsstatus.GOEDGEKEURD}


def zonder_gevolg(uitslag: Uitslag, waar: Register) -> None:
    """Prove that nothing is registered and nobody hears of it: a dossier shown is the one that was there."""
    assert uitslag.mutaties == ()
    assert uitslag.berichten == ()
    assert not uitslag.herbeoordeeld
    assert uitslag.dossier is None or uitslag.dossier is waar.dossiers[uitslag.dossier.id]


def zaak(naam: str, levering: Invoer, *verwacht: Verwacht, bij: Register | None = None) -> Zaak:
    """A case; bij is the register it is delivered to, the one with the known student when absent."""
    BEWEZEN.update(code for code, _, _ in verwacht)
    return Zaak(naam, levering, verwacht, bij or register())


def zaken(*gegeven: Zaak) -> pytest.MarkDecorator:
    """Give a test these cases, each with a register of its own."""
    return pytest.mark.parametrize("zaak", [pytest.param(een, id=een.naam) for een in gegeven])


def vers(oud: Register) -> Register:
    """A register that shares nothing changeable with another."""
    return replace(oud, dossiers=dict(oud.dossiers), nummers=dict(oud.nummers), eerdere=dict(oud.eerdere))
