"""Rules of the house that no linter knows; what a rule is for stands in its docstring."""

from __future__ import annotations

import ast
import re
from inspect import getfile
from pathlib import Path
from typing import Final

import pytest

from domain.verwerken import LEVERINGEN
from tests.architectuur.bronnen import KAMERS, WORTEL, aanroepen, bestanden, boom, invoer, teksten

LANGSTE: Final = 300
GEGEVENS: Final = {Path("domain/signaalcatalogus.py")}
SCHRIJFT_VAST: Final = {
    Path("app/opslag/eenheid.py"),
    Path("app/opslag/lezen/lezer.py"),
    Path("app/opslag/toegang.py"),
}
BUITEN_HET_REGISTER: Final = {Path(f"app/opslag/{naam}.py") for naam in ("gereed", "intrekking", "standen")}
"""Whether it is ready, which tokens are revoked, how much waits: transactions in which no person or delivery stands."""
TRANSACTIE: Final = re.compile(r"(BEGIN|COMMIT|ROLLBACK|START TRANSACTION|SAVEPOINT \w+)\W*")
ALLE: Final = [pytest.param(bestand, id=str(bestand)) for bestand in bestanden(*KAMERS)]
SOORTEN: Final = {Path(getfile(klasse)).stem for klasse in LEVERINGEN}


@pytest.mark.parametrize("bestand", ALLE)
def test_alleen_de_eenheid_van_werk_en_de_lezer_beginnen_en_eindigen_een_transactie(bestand: Path) -> None:
    """A commit anywhere else breaks the all or nothing of a delivery: strawberry turns exceptions into errors."""
    if bestand not in SCHRIJFT_VAST | BUITEN_HET_REGISTER:
        assert aanroepen(bestand, "transaction", "commit", "rollback", "begin", "begin_nested") == []
        assert [tekst for tekst in teksten(bestand) if TRANSACTIE.fullmatch(tekst)] == []


@pytest.mark.parametrize("bestand", ALLE)
def test_alleen_de_opdrachtregel_schrijft_naar_het_scherm(bestand: Path) -> None:
    """The service speaks through its log, from which numbers are taken out; a print would be a way around."""
    if bestand.parts[:2] != ("app", "cli"):
        assert aanroepen(bestand, "print", "echo", "Console") == []


@pytest.mark.parametrize("bestand", ALLE)
def test_elke_module_zegt_waarom_zij_er_is(bestand: Path) -> None:
    """Whoever opens a file should not have to read it to know whether it is the right one."""
    assert re.search(r"\w+ \w+ \w+", ast.get_docstring(boom(bestand)) or "")


@pytest.mark.parametrize("bestand", ALLE)
def test_geen_bestand_is_langer_dan_iemand_leest(bestand: Path) -> None:
    """The worst files of registers like this one are those where all concepts met; a table of data may be long."""
    if bestand not in GEGEVENS:
        assert len((WORTEL / bestand).read_text(encoding="utf-8").splitlines()) <= LANGSTE


@pytest.mark.parametrize("soort", sorted(SOORTEN))
def test_soorten_levering_kennen_elkaar_niet(soort: str) -> None:
    """What two kinds share has a name of its own (levering, inhoud, identificeren); else one cannot change alone."""
    anderen = {f"domain.leveringen.{ander}" for ander in SOORTEN - {soort}}
    assert not invoer(Path(f"domain/leveringen/{soort}.py")) & anderen


@pytest.mark.parametrize("klasse", LEVERINGEN)
def test_een_soort_levering_is_een_bestand_met_haar_naam(klasse: type) -> None:
    """Anyone names the file where a thing lives before opening the tree."""
    assert Path(getfile(klasse)).stem == klasse.soort.lower()  # type: ignore[attr-defined]  # every kind has one


@pytest.mark.parametrize("bestand", [pytest.param(bestand, id=str(bestand)) for bestand in bestanden("domain")])
def test_het_domein_heeft_geen_eigen_klok_en_geen_toeval(bestand: Path) -> None:
    """The same delivery on the same dossier and day must always lead to the same outcome."""
    assert aanroepen(bestand, "now", "today", "utcnow", "monotonic", "time") == []
    assert not invoer(bestand) & {"time", "random", "secrets", "uuid", "os", "socket", "pathlib", "logging", "asyncio"}


@pytest.mark.parametrize("bestand", [pytest.param(bestand, id=str(bestand)) for bestand in bestanden("tests")])
def test_geen_test_wordt_overgeslagen_of_mag_falen(bestand: Path) -> None:
    """A test that does not run proves nothing and looks as if it did."""
    assert aanroepen(bestand, "skip", "skipif", "xfail", "importorskip") == []


def test_alembic_is_geen_pakket() -> None:
    """An __init__.py there would shadow the library of that name."""
    assert list((WORTEL / "alembic").rglob("__init__.py")) == []


def test_de_vastgelegde_pakketten_hebben_een_hash_en_geen_adres() -> None:
    """What is installed is what was reviewed, wherever it comes from."""
    slot = (WORTEL / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in slot
    pakketten = re.split(r"\n(?=[a-z])", slot.split("\n", 2)[2])
    assert len(pakketten) > 50
    assert all("--hash=sha256:" in pakket for pakket in pakketten)
