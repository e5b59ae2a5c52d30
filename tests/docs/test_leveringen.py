"""docs/leveringen.md: every kind of delivery has a heading and an example that really runs, with the answer it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from app.naslag import DOCS
from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from schema.leveringen.uitvoeren import LEVEREN, SOORTEN
from schema.rechten import mag
from tests.docs.voorbeelden import koppen, voorbeelden

if TYPE_CHECKING:
    from tests.docs.conftest import Register
    from tests.docs.voorbeelden import Voorbeeld

BLAD: Final = DOCS / "leveringen.md"
SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV")
BRONREGISTERS: Final = [Aanroeper(rol=Rol.KETEN, ketenpartner=partner) for partner in Ketenpartner]


def verteld() -> list[tuple[Aanroeper, Voorbeeld]]:
    """The examples in order, each with who delivers it: the school, or the source register that has the right to."""
    alle = list(voorbeelden(BLAD))
    return [(next(wie for wie in (SCHOOL, *BRONREGISTERS) if _levert(wie, een)), een) for een in alle]


def _levert(wie: Aanroeper, voorbeeld: Voorbeeld) -> bool:
    naam = next(naam for naam in [*SOORTEN, LEVEREN] if f" {naam}(" in voorbeeld.document)
    return mag(wie.partij, "Mutation", naam)


@pytest.mark.parametrize("naam", [*SOORTEN, LEVEREN])
def test_elke_levering_heeft_een_kop_en_een_voorbeeld_dat_haar_gebruikt(naam: str) -> None:
    assert naam in koppen(BLAD)
    (voorbeeld,) = (een for een in voorbeelden(BLAD) if een.kop == naam)
    assert f" {naam}(" in voorbeeld.document


def test_elk_voorbeeld_geeft_het_antwoord_dat_er_staat(register: Register) -> None:
    verhaal = verteld()
    antwoorden = register.beantwoord(verhaal)
    for (_, voorbeeld), antwoord in zip(verhaal, antwoorden, strict=True):
        assert antwoord == voorbeeld.antwoord, voorbeeld.kop


def test_nog_eens_geeft_elk_voorbeeld_hetzelfde_en_verandert_niets(register: Register) -> None:
    """The kenmerken are those of before: what each delivery led to is told again (idempotency)."""
    verhaal = verteld()
    eerst, opnieuw = (register.beantwoord(verhaal) for _ in range(2))
    for (_, voorbeeld), antwoord, eerder in zip(verhaal, opnieuw, eerst, strict=True):
        assert _zonder_stand(antwoord) == _zonder_stand(eerder), voorbeeld.kop


def _zonder_stand(antwoord: dict[str, object]) -> object:
    """What was decided: status, signals and changes; the object itself is shown as it is now."""
    match antwoord:
        case {"data": {"leveren": {"uitkomsten": uitkomsten}}}:
            return [een["status"] for een in uitkomsten]
        case {"data": dict(velden)}:
            return [(een["status"], een["signalen"], een.get("mutaties")) for een in velden.values()]
    raise AssertionError(antwoord)
