"""A caller is found again by the name that deliveries and consultations are kept under."""

from __future__ import annotations

import pytest

from domain.aanroeper import Aanroeper, Ketenpartner, Rol

AANROEPERS = (
    Aanroeper(rol=Rol.MBO, instelling="27DV"),
    Aanroeper(rol=Rol.IPO, gebruiker="p.jansen"),
    Aanroeper(rol=Rol.AFNEMER, afnemer="RMC-26"),
    *(Aanroeper(rol=Rol.KETEN, ketenpartner=partner) for partner in Ketenpartner),
)


@pytest.mark.parametrize("aanroeper", AANROEPERS, ids=lambda aanroeper: aanroeper.naam)
def test_de_naam_leidt_naar_de_aanroeper(aanroeper: Aanroeper) -> None:
    assert Aanroeper.van_naam(aanroeper.naam, aanroeper.gebruiker) == aanroeper


@pytest.mark.parametrize("naam", ["", "27DV", "KETEN", "KETEN:DUO", "mbo:27DV"])
def test_een_naam_van_niemand_leidt_nergens_heen(naam: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        Aanroeper.van_naam(naam)
