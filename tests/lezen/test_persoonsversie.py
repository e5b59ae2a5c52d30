"""After its last enrolment ended, a school sees a person as known then; IPO sees who it is now (register.md 1, [K])."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from tests.lezen.gegevens import BSN, TOEN, VANDAAG
from tests.lezen.gesprek import IPO

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

VRAAG: Final = """query($bsn: String = "999910061") {
  studentendossier(persoon: {burgerservicenummer: $bsn}) { persoon { geslachtsnaam } } }"""
EINDE: Final = date(2026, 6, 30)


@pytest.fixture
def persoon(gegevens: Gegevens) -> int:
    """A person who is called Jansen, De Boer from 1 July 2026 00:00 in Amsterdam, and De Wit from August on."""
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    for naam, vanaf in (
        ("De Boer", datetime(2026, 6, 30, 22, 0, 0, 1, tzinfo=UTC)),
        ("De Wit", datetime(2026, 8, 1, tzinfo=UTC)),
    ):
        gegevens.verbinding.execute(
            "UPDATE persoon SET geslachtsnaam = %s, bekend_vanaf = %s WHERE id = %s", [naam, vanaf, persoon]
        )
    # The trigger stamps the end of a version with its transaction; here versions follow each other in the past.
    gegevens.verbinding.execute("ALTER TABLE persoon_historie DISABLE TRIGGER alleen_toevoegen")
    gegevens.verbinding.execute("""
        UPDATE persoon_historie SET bekend_tot = (
            SELECT min(later.bekend_vanaf) FROM (
                SELECT bekend_vanaf FROM persoon_historie UNION ALL SELECT bekend_vanaf FROM persoon
            ) AS later WHERE later.bekend_vanaf > persoon_historie.bekend_vanaf)
    """)
    return persoon


def naam(gesprek: Gesprek) -> str:
    gevonden: str = gesprek.data(VRAAG)["studentendossier"]["persoon"]["geslachtsnaam"]
    return gevonden


def test_zolang_er_een_inschrijving_loopt_volgt_de_instelling_de_persoon(
    gegevens: Gegevens, gesprek: Gesprek, persoon: int
) -> None:
    gegevens.inschrijving(persoon, datum_uitschrijving_werkelijk=EINDE)
    gegevens.inschrijving(persoon, inschrijvingvolgnummer="2")
    assert naam(gesprek) == "De Wit"


def test_een_inschrijving_die_vandaag_eindigt_loopt_nog(gegevens: Gegevens, gesprek: Gesprek, persoon: int) -> None:
    gegevens.inschrijving(persoon, datum_uitschrijving_werkelijk=VANDAAG)
    assert naam(gesprek) == "De Wit"


@pytest.mark.usefixtures("persoon")
def test_wie_nog_niet_is_ingeschreven_wordt_gevolgd(gesprek: Gesprek) -> None:
    assert naam(gesprek) == "De Wit"


def test_na_de_laatste_inschrijving_blijft_het_zoals_het_toen_was(
    gegevens: Gegevens, gesprek: Gesprek, persoon: int
) -> None:
    gegevens.inschrijving(persoon, datum_uitschrijving_werkelijk=EINDE)
    assert naam(gesprek) == "Jansen"
    assert gesprek.data(VRAAG, IPO)["studentendossier"]["persoon"] == {"geslachtsnaam": "De Wit"}


def test_de_laatste_van_twee_beslist(gegevens: Gegevens, gesprek: Gesprek, persoon: int) -> None:
    gegevens.inschrijving(persoon, datum_uitschrijving_werkelijk=EINDE)
    gegevens.inschrijving(persoon, inschrijvingvolgnummer="2", datum_uitschrijving_werkelijk=EINDE + timedelta(days=1))
    assert naam(gesprek) == "De Boer"


def test_de_inschrijving_van_een_ander_telt_niet(gegevens: Gegevens, gesprek: Gesprek, persoon: int) -> None:
    gegevens.inschrijving(persoon, datum_uitschrijving_werkelijk=EINDE)
    gegevens.inschrijving(persoon, "01AA")
    assert naam(gesprek) == "Jansen"


def test_wie_later_is_geidentificeerd_wordt_gezien_zoals_toen_bekend(
    gegevens: Gegevens, gesprek: Gesprek, persoon: int
) -> None:
    gegevens.inschrijving(persoon, datum_uitschrijving_werkelijk=EINDE)
    gegevens.verbinding.execute(
        "UPDATE persoon_instelling SET geidentificeerd_op = %s", [datetime(2026, 7, 15, tzinfo=UTC)]
    )
    assert naam(gesprek) == "De Boer"
    gegevens.verbinding.execute("UPDATE persoon_instelling SET geidentificeerd_op = %s", [TOEN])
    assert naam(gesprek) == "Jansen"
