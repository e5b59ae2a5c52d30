"""Metrics count by names of ours, and of several workers together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.metrieken import GEDEELDE_MAP, gedeeld
from tests.domain.bouw import aanleveren, identificeren
from tests.domain.wereld import STUDENT

if TYPE_CHECKING:
    import pytest

    from tests.klant import Klant
    from tests.register import Register

TEL = """
import sys
from app.metrieken import Metrieken
metrieken = Metrieken()
for _ in range(int(sys.argv[1])):
    metrieken.tel(soort="query", operatie="ik", uitkomst="OK", seconden=0.2)
    metrieken.tel_levering(soort="AANLEVEREN_BPV", status="GOEDGEKEURD")
print(metrieken.tekst().decode())
"""


def _werker(aantal: int, omgeving: dict[str, str]) -> str:
    opdracht = [sys.executable, "-c", TEL, str(aantal)]
    klaar = subprocess.run(opdracht, env=omgeving, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return klaar.stdout


def test_werkers_tellen_samen_ook_wie_al_weg_is(tmp_path: Path) -> None:
    omgeving = os.environ | {GEDEELDE_MAP: str(tmp_path)}
    _werker(2, omgeving)
    tekst = _werker(3, omgeving)
    assert 'bron_verzoeken_total{operatie="ik",soort="query",uitkomst="OK"} 5.0' in tekst
    assert 'bron_leveringen_total{soort="AANLEVEREN_BPV",status="GOEDGEKEURD"} 5.0' in tekst
    assert 'bron_verzoek_duur_seconden_bucket{le="0.25",soort="query"} 5.0' in tekst
    assert 'bron_verzoek_duur_seconden_sum{soort="query"} 1.0' in tekst


def test_een_werker_telt_zichzelf_met_zijn_proces() -> None:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != GEDEELDE_MAP}
    assert "process_resident_memory_bytes" in _werker(1, omgeving)


def test_de_gedeelde_map_is_er_zolang_er_werkers_zijn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(GEDEELDE_MAP, raising=False)
    with gedeeld(2):
        map_ = Path(os.environ[GEDEELDE_MAP])
        assert list(map_.iterdir()) == []
    assert GEDEELDE_MAP not in os.environ
    assert not map_.exists()
    with gedeeld(1):
        assert GEDEELDE_MAP not in os.environ


def test_elke_operatie_en_elke_levering_wordt_geteld(register: Register, school: Klant) -> None:
    school.registreer(identificeren(), aanleveren())
    school.lever(aanleveren(persoon={"burgerservicenummer": "123456789"}))
    school.vraag("query kanarie { kanarie: inschrijvingen(first: 1) { edges { node { versie } } } }")
    school.vraag('{ ik { rol } instelling(brin: "27DV") { naam } }')
    school.stuur(f'{{ inschrijvingen(first: "{STUDENT}") {{ kanarie }} }}')
    tekst = school.lus.doe(register.http.get("/metrics")).text
    for regel in (
        'bron_verzoeken_total{operatie="leveren",soort="mutation",uitkomst="OK"} 1.0',
        'bron_verzoeken_total{operatie="aanleverenInschrijving",soort="mutation",uitkomst="OK"} 1.0',
        'bron_verzoeken_total{operatie="inschrijvingen",soort="query",uitkomst="OK"} 1.0',
        'bron_verzoeken_total{operatie="meerdere",soort="query",uitkomst="OK"} 1.0',
        'bron_verzoeken_total{operatie="onbekend",soort="onbekend",uitkomst="ONGELDIG_VERZOEK"} 1.0',
        'bron_leveringen_total{soort="IDENTIFICEREN_PERSOON",status="GOEDGEKEURD"} 1.0',
        'bron_leveringen_total{soort="AANLEVEREN_INSCHRIJVING",status="GOEDGEKEURD"} 1.0',
        'bron_leveringen_total{soort="AANLEVEREN_INSCHRIJVING",status="AFGEKEURD"} 1.0',
    ):
        assert regel in tekst
    assert "kanarie" not in tekst
    assert STUDENT not in tekst


def test_wat_in_de_database_wacht_staat_er_ook(register: Register) -> None:
    register.rijen("INSERT INTO bericht (soort, instelling, inhoud) VALUES ('BEHEER', '27DV', '{}') RETURNING 1")
    register.rijen(
        "INSERT INTO webhook (instelling, url, soorten, positie, actief, pogingen)"
        " VALUES ('27DV', 'a', '{}', 0, true, 3), ('27DV', 'b', '{}', 1, true, 0), ('27DV', 'c', '{}', 0, false, 0)"
        " RETURNING 1"
    )
    register.rijen("INSERT INTO bericht (soort, instelling, inhoud, positie) SELECT 'BEHEER', '27DV', '{}', n"
                   " FROM generate_series(1, 5) n RETURNING 1")  # fmt: skip
    regels = register.lus.doe(register.http.get("/metrics")).text.splitlines()
    assert "bron_berichten_zonder_plaats 1.0" in regels
    assert {"bron_webhooks_achterstand 9.0", "bron_webhooks_gestoord 1.0", "bron_webhooks_uit 1.0"} <= set(regels)
    assert any(regel.startswith("bron_berichten_oudste_zonder_plaats ") for regel in regels)
    assert "bron_abonnementsverbindingen 0.0" in regels


def test_zonder_database_blijft_wat_het_proces_zelf_telde(register: Register) -> None:
    register.verbinding.execute("ALTER TABLE bericht RENAME TO weg")
    antwoord = register.lus.doe(register.http.get("/metrics"))
    assert antwoord.status_code == 200
    assert "bron_abonnementsverbindingen 0.0" in antwoord.text
    assert "zonder_plaats" not in antwoord.text
