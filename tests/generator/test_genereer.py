"""What a generated register is: repeatable, whole or absent, and one that goes on by itself."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import psycopg
import pytest
import typer

from app.cli.genereer import genereer as opdracht
from app.generator import namen
from app.generator.blok import maak_blok
from app.generator.laden import NietLeegFout, Opdracht, genereer
from app.generator.nummers import MEESTE_PERSONEN, bsn_van, heeft_bsn, onderwijsnummer_voor
from app.generator.wereld import ReferentieFout, wereld_van
from app.generator.werkers import blokken
from app.opslag.referentie import lees_referentie
from app.referentie import MEEGELEVERD
from app.referentie.laden import laad_map
from domain.nummers import is_bsn, is_onderwijsnummer, onderwijsnummer_van
from domain.referentie import Referentie
from tests.generator.conftest import PERSONEN, vul
from tests.generator.portret import een, portret

if TYPE_CHECKING:
    from pathlib import Path

    from app.generator.blok import Blok
    from app.generator.wereld import Wereld
    from tests.generator.conftest import Gevuld
    from tests.postgres import Database


@pytest.fixture
def wereld(gevuld: Gevuld) -> Wereld:
    async def lees() -> Referentie:
        async with await psycopg.AsyncConnection.connect(gevuld.database.eigenaar_url) as verbinding:
            return await lees_referentie(verbinding)

    return wereld_van(asyncio.run(lees()), seed=1, personen=PERSONEN)


def test_hetzelfde_aantal_en_dezelfde_seed_geven_dezelfde_rijen(gevuld: Gevuld, database: Database) -> None:
    """Ids and times as well; only the transaction is another."""
    aantallen, brp = vul(database)
    assert aantallen == gevuld.aantallen
    assert brp == json.loads(gevuld.brp.read_text(encoding="utf-8"))
    transactie = {"vastgelegd_in", "beeindigd_in"}
    assert portret(database.eigenaar_url, zonder=transactie) == portret(gevuld.database.eigenaar_url, zonder=transactie)


def test_een_andere_seed_geeft_andere_mensen_op_dezelfde_plaatsen(wereld: Wereld) -> None:
    ander = wereld_van(wereld.referentie, seed=2, personen=PERSONEN)
    een, twee = (maak_blok(w, range(50), "3") for w in (wereld, ander))
    assert een.rijen["persoon"] != twee.rijen["persoon"]
    assert een.rijen["persoonsnummer"].split()[1] == twee.rijen["persoonsnummer"].split()[1]


def test_een_persoon_hangt_niet_af_van_wie_er_in_hetzelfde_blok_zit(wereld: Wereld) -> None:
    samen = maak_blok(wereld, range(40), "3")
    apart = [maak_blok(wereld, range(plaats, plaats + 1), "3") for plaats in range(40)]
    for tabel, rijen in samen.rijen.items():
        assert rijen == b"".join(blok.rijen.get(tabel, b"") for blok in apart), tabel
    assert list(samen.brp) == [record for blok in apart for record in blok.brp]


def test_processen_maken_dezelfde_blokken_in_dezelfde_volgorde(wereld: Wereld) -> None:
    with blokken(wereld, 1201, "3") as reeks:
        gekregen = list(reeks)
    grenzen = [range(500), range(500, 1000), range(1000, 1201)]
    assert gekregen == [maak_blok(wereld, grens, "3") for grens in grenzen]


def test_in_een_gevuld_register_komt_niets_bij(gevuld: Gevuld) -> None:
    voor = portret(gevuld.database.eigenaar_url)
    with pytest.raises(NietLeegFout, match="niet leeg"):
        vul(gevuld.database, personen=10, seed=2)
    assert portret(gevuld.database.eigenaar_url) == voor


def test_wat_halverwege_stopt_laat_niets_achter(database: Database) -> None:
    asyncio.run(laad_map(database.eigenaar_url, MEEGELEVERD))
    voor = _tellingen(database)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(genereer(database.eigenaar_url, Opdracht(personen=20, seed=1, klaar=_breek_af)))
    assert _tellingen(database) == voor


def _breek_af(_: Blok) -> None:
    raise ZeroDivisionError


def _tellingen(database: Database) -> list[int]:
    with psycopg.connect(database.eigenaar_url) as verbinding:
        return [
            een(verbinding, f"SELECT count(*) FROM {tabel}")
            for tabel in ("persoon", "levering", "ontvangst", "instelling", "licentie", "leerbedrijf", "erkenning")
        ]


def test_het_register_gaat_verder_met_nummers_die_nog_vrij_zijn(gevuld: Gevuld) -> None:
    hoogste = (
        "SELECT max(id) FROM (SELECT id FROM signaal UNION ALL SELECT id FROM levering UNION ALL SELECT id FROM bpv) t"
    )
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        assert een(verbinding, "SELECT nextval('register_id')") > een(verbinding, hoogste)
        volgende = onderwijsnummer_van(een(verbinding, "SELECT nextval('onderwijsnummer_volgnummer')") + 1)
        uitgegeven = verbinding.execute("SELECT max(nummer) FROM persoonsnummer WHERE soort = 'onderwijsnummer'")
        assert (volgende or "",) > (uitgegeven.fetchone() or ("",))


def test_nummers_zijn_geldig_en_uniek_tot_de_laatste_persoon() -> None:
    plaatsen = [*range(500), *range(MEESTE_PERSONEN - 500, MEESTE_PERSONEN)]
    nummers = [bsn_van(plaats) for plaats in plaatsen]
    assert all(map(is_bsn, nummers))
    assert len(set(nummers)) == len(nummers)
    buiten = [onderwijsnummer_voor(plaats) for plaats in plaatsen if not heeft_bsn(plaats)]
    assert all(map(is_onderwijsnummer, buiten))
    assert len(set(buiten)) == len(buiten) == len(plaatsen) // 50


def test_de_wereld_heeft_de_maat_van_het_land(wereld: Wereld) -> None:
    """register.md 11: 60 funded and 100 non-funded institutions, the shipped ones among the largest."""
    groepen = {
        bekostigd: [s.brin for s in wereld.scholen.keuzen if s.bekostigd is bekostigd] for bekostigd in (True, False)
    }
    assert (len(groepen[True]), groepen[True][:2]) == (60, ["25LX", "27DV"])
    assert (len(groepen[False]), groepen[False][0]) == (100, "30ZZ")
    assert wereld.leerbedrijven == PERSONEN // 10


def test_een_vijfde_van_de_personen_staat_nu_ingeschreven(gevuld: Gevuld) -> None:
    lopend = "SELECT count(DISTINCT persoon_id) FROM inschrijving WHERE datum_uitschrijving_werkelijk IS NULL"
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        assert 0.12 * PERSONEN < een(verbinding, lopend) < 0.28 * PERSONEN
        assert een(verbinding, "SELECT count(*) FROM signaal") > 10
        assert een(verbinding, "SELECT count(DISTINCT status) FROM levering") == 3


def test_de_helft_vertrekt_met_een_diploma_en_wie_blijft_haalt_soms_een_los_resultaat(gevuld: Gevuld) -> None:
    """register.md 11: five partial results for a diploma; the rules of R08 as they are for each level."""
    soorten = "SELECT count(*) FROM (SELECT DISTINCT soort, diploma_id IS NULL FROM resultaat) t"
    anders = """SELECT count(*) FROM resultaat r JOIN inschrijving i ON i.id = r.inschrijving_id
        WHERE r.soort = 'DIPLOMA' AND i.reden_uitschrijving <> '08'"""
    gelijk = "SELECT count(*) FROM resultaat WHERE soort = 'DIPLOMA'"
    beeindigd = "SELECT count(*) FROM inschrijving WHERE datum_uitschrijving_werkelijk IS NOT NULL"
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        diplomas = een(verbinding, gelijk)
        assert een(verbinding, soorten) == 6, "GEO and KZD under a diploma and loose, AMO loose"
        assert een(verbinding, anders) == 0
        assert 0.4 < diplomas / een(verbinding, beeindigd) < 0.6
        assert 4 < (gevuld.aantallen["resultaat"] - diplomas) / diplomas < 6
        assert gevuld.aantallen["resultaat_historie"] > 0


def test_geen_naam_heeft_een_teken_dat_copy_anders_leest() -> None:
    verdelingen = (namen.JONGENS, namen.MEISJES, namen.STRATEN, namen.ACHTERNAMEN, namen.PLAATSEN)
    teksten = json.dumps([verdeling.keuzen for verdeling in verdelingen], ensure_ascii=False).replace('"', "")
    assert not set('\\\t\n"{}') & set(teksten)


def test_zonder_kwalificaties_is_er_geen_wereld() -> None:
    with pytest.raises(ReferentieFout, match="kwalificaties"):
        wereld_van(Referentie(), seed=1, personen=1)


@pytest.fixture
def _op_deze_database(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_DATABASE_URL", database.eigenaar_url)
    monkeypatch.setenv("BRON_ROLPREFIX", database.rolprefix)


@pytest.mark.usefixtures("_op_deze_database")
def test_de_opdracht_vult_een_leeg_register_en_weigert_een_vol(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "brp.json"
    opdracht(personen=30, seed=5, brp=bestand)
    uitkomst = json.loads(capsys.readouterr().out)
    assert (uitkomst["personen"], uitkomst["seed"], uitkomst["tabellen"]["persoon"]) == (30, 5, 30)
    assert uitkomst["rijen"] == sum(uitkomst["tabellen"].values())
    assert len(json.loads(bestand.read_text(encoding="utf-8"))) == 29
    with pytest.raises(typer.Exit) as einde:
        opdracht(personen=30, seed=5, brp=tmp_path / "tweede.json")
    assert einde.value.exit_code == 2
    assert "niet leeg" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [bestand]
