"""No nine-digit number leaves by the log, in whatever it came."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from app.logboek import WEGGELATEN, redigeer

if TYPE_CHECKING:
    from tests.http.conftest import Log


@pytest.mark.parametrize(
    ("tekst", "schoon"),
    [
        ("999910061", WEGGELATEN),
        ("bsn=999910061, 999910073.", f"bsn={WEGGELATEN}, {WEGGELATEN}."),
        ("bsn_999910061", f"bsn_{WEGGELATEN}"),
        ("a\n999910061\n", f"a\n{WEGGELATEN}\n"),
        ("1234567890", "1234567890"),
        ("12345678", "12345678"),
        ("a999910061", "a999910061"),
        ("999910061é", "999910061é"),
    ],
)
def test_precies_negen_cijfers_zonder_buren_verdwijnen(tekst: str, schoon: str) -> None:
    assert redigeer(tekst) == schoon


ZONDER_CIJFERS = st.text(st.characters(exclude_categories=("Nd",)))


@given(ZONDER_CIJFERS, st.from_regex(r"[0-9]{9}", fullmatch=True), ZONDER_CIJFERS)
def test_een_nummer_tussen_leestekens_verdwijnt_altijd(voor: str, nummer: str, na: str) -> None:
    assert redigeer(f"{voor}:{nummer}:{na}") == f"{voor}:{WEGGELATEN}:{na}"


class Ding:
    def __str__(self) -> str:
        return "Ding(bsn='999910061')"


@pytest.mark.parametrize(
    "waarde",
    [
        "x 999910061",
        999910061,
        {"999910061": ["999910061", ("999910061",)]},
        {999910061: {"999910061"}},
        b"999910061",
        Ding(),
        [[Ding()]],
        ValueError("999910061"),
    ],
)
def test_in_elke_waarde_van_een_regel(log: Log, waarde: object) -> None:
    structlog.get_logger("proef").warning("gebeurd 999910061", waarde=waarde)
    assert "999910061" not in log.tekst
    assert len(log.regels) == 1


def test_ook_bibliotheken_loggen_door_de_zeef(log: Log) -> None:
    logging.getLogger("bibliotheek").error("fout bij %s\nFOUT=Jansen", "999910061")
    (regel,) = log.regels
    assert (regel["event"], regel["logger"], regel["level"]) == (f"fout bij {WEGGELATEN}", "bibliotheek", "error")
    assert "Jansen" not in log.tekst


def _mislukt() -> None:
    try:
        {}["999910061 Jansen"]
    except KeyError as oorzaak:
        raise ExceptionGroup("Jansen", [ValueError("Pietersen")]) from oorzaak


def test_een_stapel_noemt_soorten_en_plaatsen_en_nooit_een_tekst(log: Log) -> None:
    try:
        _mislukt()
    except ExceptionGroup:
        structlog.get_logger().exception("mis")
        logging.getLogger("bibliotheek").exception("ook mis")
    eigen, ander = log.regels
    assert [fout["soort"] for fout in eigen["fout"]] == [fout["soort"] for fout in ander["fout"]]
    assert [fout["soort"] for fout in eigen["fout"]] == ["ExceptionGroup", "KeyError"]
    assert eigen["fout"][0]["fouten"][0]["soort"] == "ValueError"
    assert "test_logboek.py" in eigen["fout"][0]["stapel"][0]
    assert not {"Jansen", "Pietersen", "999910061"} & set(log.tekst.replace('"', " ").split())


def test_de_code_van_een_databasefout_blijft(log: Log) -> None:
    fout = ValueError("Jansen")
    fout.sqlstate = "23505"  # type: ignore[attr-defined]
    structlog.get_logger().error("mis", exc_info=fout)
    assert log.regels[0]["fout"][0]["sqlstate"] == "23505"
