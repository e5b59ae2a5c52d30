"""Liveness always holds; readiness tells the truth."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from app.configuratie import Configuratie
from tests.http.conftest import Klant

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping


async def niet_alles() -> Mapping[str, bool]:
    return {"database": True, "voorbeeld": False}


async def stuk() -> Mapping[str, bool]:
    raise OSError("geen verbinding")


async def hangt() -> Mapping[str, bool]:
    await asyncio.Event().wait()
    return {}


def test_gezond_vraagt_geen_token(klant: Klant) -> None:
    antwoord = klant.vraag("GET", "/gezond", koppen={"Authorization": None})
    assert (antwoord.status_code, antwoord.json()) == (200, {"gezond": True})


def test_gereed_noemt_wat_er_is(klant: Klant) -> None:
    antwoord = klant.vraag("GET", "/gereed", koppen={"Authorization": None})
    assert (antwoord.status_code, antwoord.json()) == (
        200,
        {"gereed": True, "onderdelen": {"database": True}, "bronnen": {}},
    )


@pytest.mark.parametrize(
    ("controle", "onderdelen"),
    [
        (niet_alles, {"database": True, "voorbeeld": False}),
        (stuk, {"controle": False}),
        (hangt, {"controle": False}),
    ],
)
def test_niet_gereed_is_503(controle: Callable[[], Awaitable[Mapping[str, bool]]], onderdelen: dict[str, bool]) -> None:
    klant = Klant(anders={"controle": controle, "configuratie": Configuratie(time_out_gereed=0.01)})
    antwoord = klant.vraag("GET", "/gereed")
    assert (antwoord.status_code, antwoord.json()) == (
        503,
        {"gereed": False, "onderdelen": onderdelen, "bronnen": {}},
    )
    assert klant.vraag("GET", "/gezond").status_code == 200
