"""A file of a large school: its records are put together by person in work that grows with the file, not faster."""

from __future__ import annotations

from app.registratieoverzicht.bundel import Bundel
from app.registratieoverzicht.records import Record


def _bundel(personen: int) -> Bundel:
    """Put away two records of each person, the second after the first of everyone."""
    bundel = Bundel()
    for regel in range(2 * personen):
        velden = {"burgerservicenummer": f"{regel % personen:09}"}
        bundel.voeg_toe(Record(soort="ISG", regel=regel, tekst=f"regel {regel}", velden=velden))
    return bundel


def _stappen(personen: int) -> int:
    """Count how often a hundred steps of the database went by while the records were read."""
    bundel, stappen = _bundel(personen), 0

    def tel() -> None:
        nonlocal stappen
        stappen += 1

    bundel._bank.set_progress_handler(tel, 100)  # noqa: SLF001 - the database is nobody's business but the count is
    assert len([list(records) for records in bundel.per_persoon()]) == personen
    return stappen


def test_records_komen_per_persoon_op_de_plaats_van_hun_eerste_regel() -> None:
    gelezen = [[record.regel for record in records] for records in _bundel(3).per_persoon()]
    assert gelezen == [[0, 3], [1, 4], [2, 5]]


def test_vier_keer_zoveel_personen_is_geen_zestien_keer_zoveel_werk() -> None:
    assert _stappen(1_200) < 6 * _stappen(300)
