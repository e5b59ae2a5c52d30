"""The issuer of dev: same check as any other, a key nobody else can read, and nothing of it outside dev."""

from __future__ import annotations

import asyncio
import stat
from typing import TYPE_CHECKING

import pytest

from app.configuratie import DEV_UITGEVER, Configuratie, Omgeving
from app.tokens.dev import BESTAND, AlleenInDev, DevUitgever
from app.tokens.toets import Tokentoets
from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from domain.fouten import NietAangemeld
from tests.tokens.conftest import niets_ingetrokken

if TYPE_CHECKING:
    from pathlib import Path


def _toets(uitgever: DevUitgever) -> Tokentoets:
    return Tokentoets(
        bronnen={DEV_UITGEVER: uitgever.sleutels}, ingetrokken=niets_ingetrokken, configuratie=Configuratie()
    )


@pytest.mark.parametrize(
    "aanroeper",
    [
        Aanroeper(rol=Rol.MBO, instelling="27DV", gebruiker="J. Jansen"),
        Aanroeper(rol=Rol.IPO),
        Aanroeper(rol=Rol.AFNEMER, afnemer="CBS"),
        *(Aanroeper(rol=Rol.KETEN, ketenpartner=partner) for partner in Ketenpartner),
    ],
    ids=lambda aanroeper: aanroeper.naam,
)
def test_een_token_noemt_de_aanroeper_voor_wie_het_gemaakt_is(tmp_path: Path, aanroeper: Aanroeper) -> None:
    uitgever = DevUitgever.open(tmp_path, Configuratie())
    assert asyncio.run(_toets(uitgever)(uitgever.token(aanroeper))) == aanroeper


def test_de_sleutel_wordt_een_keer_gemaakt_en_is_alleen_van_de_eigenaar(tmp_path: Path) -> None:
    map_ = tmp_path / "diep" / "data"
    eerste, tweede = (DevUitgever.open(map_, Configuratie()) for _ in range(2))
    assert eerste.sleutel.kid == tweede.sleutel.kid
    assert stat.S_IMODE((map_ / BESTAND).stat().st_mode) == 0o600
    assert [bestand.name for bestand in map_.iterdir()] == [BESTAND]


def test_van_twee_die_tegelijk_beginnen_blijft_de_sleutel_van_de_eerste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste = DevUitgever.open(tmp_path, Configuratie())
    monkeypatch.setattr("pathlib.Path.exists", lambda _: False)
    assert DevUitgever.open(tmp_path, Configuratie()).sleutel.kid == eerste.sleutel.kid


def test_de_publieke_helft_houdt_de_geheime_niet(tmp_path: Path) -> None:
    (sleutel,) = DevUitgever.open(tmp_path, Configuratie()).sleutels.sleutels.values()
    assert not sleutel.is_private


def test_een_verlopen_token_is_ook_hier_geweigerd(tmp_path: Path) -> None:
    uitgever = DevUitgever.open(tmp_path, Configuratie())
    with pytest.raises(NietAangemeld):
        asyncio.run(_toets(uitgever)(uitgever.token(Aanroeper(rol=Rol.IPO), geldig=-60)))


def test_buiten_dev_bestaat_deze_uitgever_niet(tmp_path: Path) -> None:
    with pytest.raises(AlleenInDev):
        DevUitgever.open(tmp_path, Configuratie(omgeving=Omgeving.PRODUCTIE))
    assert list(tmp_path.iterdir()) == []
