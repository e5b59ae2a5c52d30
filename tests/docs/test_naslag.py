"""The generated pages of docs/ say what the code says, and leave nothing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.configuratie import Configuratie
from app.naslag import GROEPEN, bladen, foutcodes, instellingen, signalen
from domain.signalen import SIGNALEN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("pad", "tekst"), [pytest.param(pad, tekst, id=pad.name) for pad, tekst in bladen()])
def test_een_gemaakt_blad_is_bij(pad: Path, tekst: str) -> None:
    assert pad.read_text(encoding="utf-8") == tekst, "run `make docs` and read the difference"


def test_elk_signaal_hoort_bij_een_groep_en_staat_op_het_blad() -> None:
    assert {code[0] for code in SIGNALEN} == set(GROEPEN)
    assert all(f"| **{code}** |" in signalen() for code in SIGNALEN)


def test_elke_instelling_staat_op_het_blad_en_legt_zich_uit() -> None:
    blad = instellingen()
    for naam, veld in Configuratie.model_fields.items():
        assert f"| `BRON_{naam.upper()}` |" in blad
        assert veld.description, naam


def test_elke_foutcode_van_het_contract_staat_op_het_blad() -> None:
    genoemd = {"NIET_AANGEMELD", "NIET_BEVOEGD", "ONGELDIG_VERZOEK", "TE_GROOT", "TE_VEEL", "TE_RECENT"}
    genoemd |= {"BRON_ONBEREIKBAAR", "TIJD_OVERSCHREDEN", "INTERN"}
    assert all(f"| `{code}` |" in foutcodes() for code in genoemd)
