"""Commands say what is wrong in one text and exit 2; a token stands alone on stdout."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.configuratie import DEV_UITGEVER, Configuratie
from app.tokens.dev import BESTAND, DevUitgever
from app.tokens.toets import Tokentoets
from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from tests.tokens.conftest import niets_ingetrokken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Uitslag

    Bron = Callable[..., Uitslag]


def test_zonder_opdracht_staat_er_welke_er_zijn(bron: Bron) -> None:
    _, uit, fout = bron()
    for opdracht in ("dev", "serve", "migreer", "token", "laad-referentie"):
        assert opdracht in uit + fout


@pytest.mark.parametrize(
    ("opties", "aanroeper"),
    [
        (("--rol", "MBO", "--instelling", "27DV"), Aanroeper(rol=Rol.MBO, instelling="27DV")),
        (
            ("--rol", "MBO", "--instelling", "27DV", "--gebruiker", "J. Jansen"),
            Aanroeper(rol=Rol.MBO, instelling="27DV", gebruiker="J. Jansen"),
        ),
        (("--rol", "IPO"), Aanroeper(rol=Rol.IPO)),
        (("--rol", "AFNEMER", "--afnemer", "CBS"), Aanroeper(rol=Rol.AFNEMER, afnemer="CBS")),
        (("--rol", "KETEN", "--ketenpartner", "BRP"), Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.BRP)),
    ],
)
def test_een_token_staat_alleen_op_stdout_en_geldt(bron: Bron, opties: tuple[str, ...], aanroeper: Aanroeper) -> None:
    code, uit, fout = bron("token", "--data", "hier", *opties)
    assert (code, fout, uit.count("\n")) == (0, "", 1)
    sleutels = DevUitgever.open(Path("hier"), Configuratie()).sleutels
    toets = Tokentoets(bronnen={DEV_UITGEVER: sleutels}, ingetrokken=niets_ingetrokken, configuratie=Configuratie())
    assert asyncio.run(toets(uit.strip())) == aanroeper


@pytest.mark.parametrize(
    "opties",
    [
        (),
        ("--rol", "BEHEER"),
        ("--rol", "MBO"),
        ("--rol", "MBO", "--instelling", "27dv"),
        ("--rol", "IPO", "--instelling", "27DV"),
        ("--rol", "MBO", "--instelling", "27DV", "--afnemer", "CBS"),
        ("--rol", "KETEN", "--ketenpartner", "UWV"),
        ("--rol", "IPO", "--geldig", "0"),
    ],
)
def test_een_aanroeper_die_niet_bestaat_krijgt_geen_token(bron: Bron, opties: tuple[str, ...]) -> None:
    code, uit, fout = bron("token", *opties)
    assert (code, uit) == (2, "")
    assert fout


def test_in_productie_zijn_er_geen_dev_tokens(bron: Bron, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_OMGEVING", "productie")
    code, uit, fout = bron("token", "--rol", "IPO")
    assert (code, uit) == (2, "")
    assert "BRON_OMGEVING=dev" in fout
    assert not (Path(".data") / BESTAND).exists()


def test_serve_start_alleen_in_productie(bron: Bron) -> None:
    code, uit, fout = bron("serve")
    assert (code, uit) == (2, "")
    assert "BRON_OMGEVING=productie" in fout


def test_serve_noemt_alles_wat_ontbreekt(bron: Bron, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_OMGEVING", "productie")
    code, _, fout = bron("serve")
    assert code == 2
    for naam in ("BRON_DATABASE_URL", "BRON_BRP_URL", "BRON_SBB_URL", "BRON_TOKEN_UITGEVERS"):
        assert f"{naam}: ontbreekt" in fout


def test_dev_start_niet_in_productie(bron: Bron, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_OMGEVING", "productie")
    code, _, fout = bron("dev")
    assert code == 2
    assert "BRON_OMGEVING=dev" in fout


def test_migreer_in_productie_vraagt_een_database(bron: Bron, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_OMGEVING", "productie")
    code, _, fout = bron("migreer")
    assert code == 2
    assert "BRON_DATABASE_URL" in fout


@pytest.mark.parametrize("opdracht", ["dev", "serve", "migreer"])
def test_een_foute_instelling_stopt_elke_opdracht(bron: Bron, monkeypatch: pytest.MonkeyPatch, opdracht: str) -> None:
    monkeypatch.setenv("BRON_POOL_GROOTTE", "veel")
    code, uit, fout = bron(opdracht)
    assert (code, uit) == (2, "")
    assert "BRON_POOL_GROOTTE: moet een geheel getal zijn" in fout


def test_een_database_die_niet_antwoordt_is_een_tekst_zonder_wachtwoord(
    bron: Bron, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRON_DATABASE_URL", "postgresql://bron:geheim@127.0.0.1:1/bron")
    code, uit, fout = bron("migreer")
    assert (code, uit) == (1, "")
    assert "BRON_DATABASE_URL" in fout
    assert "geheim" not in fout
