"""Revoked within a minute, on every worker; and who cannot know whether a token was revoked believes nobody."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import pytest

from app.configuratie import Configuratie, ConfiguratieFout, laad
from app.tokens.intrekking import Intrekkingen
from app.tokens.sleutels import VasteSleutels, lees_jwks
from app.tokens.toets import Tokentoets
from domain.fouten import BronOnbereikbaar, NietAangemeld
from tests.tokens.conftest import UITGEVER, Smederij

NU = time.time()


@dataclass
class Lijst:
    """The list in the database, a worker that reads it, and the clock of that worker."""

    smederij: Smederij
    regels: dict[tuple[str, str, str], float] = field(default_factory=dict)
    stuk: Exception | None = None
    gelezen: int = 0
    nu: float = 100.0
    toets: Tokentoets = field(init=False)

    def __post_init__(self) -> None:
        configuratie = Configuratie(token_onthouden=60)
        self.toets = Tokentoets(
            bronnen={UITGEVER: VasteSleutels(lees_jwks(self.smederij.jwks))},
            ingetrokken=Intrekkingen(lees=self._lees, configuratie=configuratie, klok=lambda: self.nu),
            configuratie=configuratie,
        )

    async def _lees(self) -> dict[tuple[str, str, str], float]:
        self.gelezen += 1
        if self.stuk:
            raise self.stuk
        return dict(self.regels)

    def laat_toe(self, token: str) -> bool:
        self.toets.ingetrokken._slot = asyncio.Lock()  # type: ignore[union-attr]  # noqa: SLF001 - a new loop each time
        try:
            asyncio.run(self.toets(token))
        except NietAangemeld:
            return False
        return True


@pytest.fixture
def lijst(smederij: Smederij) -> Lijst:
    return Lijst(smederij)


@pytest.mark.parametrize(
    ("regel", "toegelaten"),
    [
        ((UITGEVER, "jti", "1"), False),
        ((UITGEVER, "azp", "sis"), False),
        ((UITGEVER, "jti", "2"), True),
        ((UITGEVER, "azp", "1"), True),
        (("https://ander.voorbeeld", "jti", "1"), True),
    ],
)
def test_een_intrekking_raakt_dit_token_of_deze_client_van_deze_uitgever(
    lijst: Lijst, regel: tuple[str, str, str], *, toegelaten: bool
) -> None:
    lijst.regels[regel] = NU
    assert lijst.laat_toe(lijst.smederij.token(iat=NU - 5)) is toegelaten


def test_een_client_mag_verder_met_een_token_van_na_de_intrekking(lijst: Lijst) -> None:
    lijst.regels[UITGEVER, "azp", "sis"] = NU - 60
    assert not lijst.laat_toe(lijst.smederij.token(iat=NU - 61))
    assert not lijst.laat_toe(lijst.smederij.token(iat=NU - 31))  # a clock of the issuer may be ahead of ours
    assert lijst.laat_toe(lijst.smederij.token(iat=NU - 29))


def test_een_token_dat_al_onthouden_was_vervalt_binnen_een_minuut(lijst: Lijst) -> None:
    token = lijst.smederij.token()
    assert lijst.laat_toe(token)
    lijst.regels[UITGEVER, "jti", "1"] = NU
    assert lijst.laat_toe(token)
    lijst.nu += 15
    assert not lijst.laat_toe(token)


def test_de_lijst_wordt_niet_bij_elk_verzoek_gelezen(lijst: Lijst) -> None:
    token = lijst.smederij.token()
    for _ in range(20):
        lijst.laat_toe(token)
    assert lijst.gelezen == 1
    lijst.nu += 14.9
    lijst.laat_toe(token)
    assert lijst.gelezen == 1


def test_zonder_database_geldt_de_oude_lijst_even_en_daarna_niemand(lijst: Lijst) -> None:
    token = lijst.smederij.token()
    lijst.laat_toe(token)
    lijst.stuk = OSError("weg")
    lijst.nu += 44
    assert lijst.laat_toe(token)
    lijst.nu += 1
    with pytest.raises(BronOnbereikbaar):
        lijst.laat_toe(token)
    lijst.stuk, lijst.nu = None, lijst.nu + 2
    assert lijst.laat_toe(token)


def test_een_database_die_weg_is_wordt_niet_bij_elk_verzoek_gevraagd(lijst: Lijst) -> None:
    lijst.stuk = OSError("weg")
    for _ in range(20):
        with pytest.raises(BronOnbereikbaar):
            lijst.laat_toe(lijst.smederij.token())
    assert lijst.gelezen == 1


@pytest.mark.parametrize(("naam", "waarde"), [("HOUDBAAR", "31"), ("UITERST", "61")])
def test_langer_dan_een_minuut_kan_niet_worden_ingesteld(
    monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str
) -> None:
    monkeypatch.setenv(f"BRON_INTREKKING_{naam}", waarde)
    with pytest.raises(ConfiguratieFout, match=f"BRON_INTREKKING_{naam}: mag hoogstens"):
        laad()
