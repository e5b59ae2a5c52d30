"""Settings: all faults at once, in words, without the values."""

from __future__ import annotations

import pytest

from app.configuratie import Configuratie, ConfiguratieFout, Omgeving, laad


@pytest.fixture(autouse=True)
def _eigen_omgeving(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in Configuratie.model_fields:
        monkeypatch.delenv(f"BRON_{naam.upper()}", raising=False)


def test_zonder_variabelen_is_het_dev() -> None:
    assert laad().omgeving is Omgeving.DEV


def test_elke_instelling_beschrijft_zichzelf() -> None:
    assert [naam for naam, veld in Configuratie.model_fields.items() if not veld.description] == []


FOUTEN = {
    "BRON_OMGEVING": ("test", "kies uit"),
    "BRON_DATABASE_URL": ("mysql://u:geheim@h/d", "geen adres van Postgres"),
    "BRON_DATABASE_DIRECT_URL": ("host=geheim", "moet met postgresql:// beginnen"),
    "BRON_MIGRATIE_URL": ("postgresql://u:geheim@h:poort/d?geheim=1", "geen adres van Postgres"),
    "BRON_POOL_GROOTTE": ("geheim", "moet een geheel getal zijn"),
    "BRON_MAX_FOUTEN": ("0", "moet minstens 1 zijn"),
    "BRON_TIME_OUT_POOL": ("0", "moet groter zijn dan 0"),
    "BRON_MAX_LEVERINGEN": ("501", "mag hoogstens 500 zijn"),
    "BRON_JWKS_PAUZE": ("inf", "geen geldige waarde"),
    "BRON_BRP_URL": ("geheim", "heeft niet de vorm"),
    "BRON_TOKEN_UITGEVERS": ("{geheim", "moet geldige JSON zijn"),
    "BRON_POLGROOTTE": ("geheim", "deze instelling bestaat niet"),
}


def test_alle_fouten_staan_er_tegelijk_en_zonder_waarden(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam, (waarde, _) in FOUTEN.items():
        monkeypatch.setenv(naam, waarde)
    with pytest.raises(ConfiguratieFout) as fout:
        laad("sbb_url")
    kop, *regels = str(fout.value).splitlines()
    assert kop == "De instellingen kloppen niet:"
    for naam, (_, tekst) in FOUTEN.items() | {("BRON_SBB_URL", ("", "ontbreekt"))}:
        assert any(regel.strip().startswith(f"{naam}: ") and tekst in regel for regel in regels), naam
    assert "geheim" not in str(fout.value)


@pytest.mark.parametrize("waarde", ["[]", '{"iss": 3}', '{"iss": "geen adres"}', '{"bron-dev": "https://x/y"}'])
def test_uitgevers_zijn_adressen_of_sleutels_en_nooit_die_van_dev(monkeypatch: pytest.MonkeyPatch, waarde: str) -> None:
    monkeypatch.setenv("BRON_TOKEN_UITGEVERS", waarde)
    with pytest.raises(ConfiguratieFout, match="BRON_TOKEN_UITGEVERS"):
        laad()


@pytest.mark.parametrize(
    "url", ["postgresql://u:w@h:5432/d", "postgres://h/d", "postgresql://u@/d?host=/run/postgresql"]
)
def test_een_database_mag_achter_een_socket_staan(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("BRON_DATABASE_URL", url)
    assert laad().database_url == url


def test_uitgevers_mogen_een_adres_of_een_jwks_hebben(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_TOKEN_UITGEVERS", '{"a": "https://a.voorbeeld/jwks", "b": {"keys": []}}')
    assert laad().token_uitgevers == {"a": "https://a.voorbeeld/jwks", "b": {"keys": []}}
