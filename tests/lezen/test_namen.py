"""Names and ids: storage knows what the schema declares, and both write the same ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import BigInteger, cast, literal, select

from app.opslag.lezen.controle import OnbekendeNaam, controleer
from app.opslag.lezen.dialect import statement
from app.opslag.lezen.waarden import globale_id as in_sql
from resolvers.globale_id import globale_id, ontleed
from schema.declaraties import gedeclareerd
from schema.schema import KERN

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens

NUMMERS = st.integers(1, 2**63 - 1)
TYPEN = st.sampled_from(["Persoon", "Inschrijving", "Bpv", "KeuzedeelResultaat", "Levering"])


def test_opslag_kent_elke_naam_van_het_schema() -> None:
    namen = list(gedeclareerd(KERN))
    controleer(namen)
    assert ("inschrijving", "geldige_periode") in namen
    assert ("query", "studentendossier") in namen
    assert not [entiteit for entiteit, _ in namen if entiteit.endswith(("_connection", "_edge", "page_info"))]


def test_een_onbekende_naam_houdt_de_start_tegen_en_noemt_ze_alle() -> None:
    with pytest.raises(OnbekendeNaam, match=r"bpv\.zaal, lokaal\.nummer"):
        controleer([("bpv", "omvang"), ("lokaal", "nummer"), ("bpv", "zaal")])


@given(TYPEN, NUMMERS)
def test_een_globale_id_gaat_heen_en_terug(typenaam: str, nummer: int) -> None:
    assert ontleed(globale_id(typenaam, nummer)) == (typenaam, nummer)


@given(st.text())
def test_wat_niet_van_ons_is_wordt_niet_gelezen(tekst: str) -> None:
    gelezen = ontleed(tekst)
    assert gelezen is None or globale_id(*gelezen) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        globale_id("Bpv", 2**63),
        globale_id("Bpv", 0),
        globale_id("Bpv", -1),
        globale_id("bpv", 1),
        "QnB2OjAx",
        "Qn B2Oj Y",
    ],
)
def test_een_id_buiten_het_register_wordt_niet_gelezen(tekst: str) -> None:
    assert ontleed(tekst) is None


@pytest.mark.parametrize("nummer", [1, 61, 12345, 2**63 - 1])
def test_sql_schrijft_dezelfde_ids(gegevens: Gegevens, nummer: int) -> None:
    vraag = statement(select(*(in_sql(naam, cast(literal(nummer), BigInteger)) for naam in ("Bpv", "Inschrijving"))))
    rij = gegevens.verbinding.execute(vraag.sql).fetchone()
    assert rij == (globale_id("Bpv", nummer), globale_id("Inschrijving", nummer))
