"""Person numbers: every valid one passes, every slip of a finger fails, and no other form is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.feit import ONTBREKEND, FeitOntbreekt
from domain.leerbedrijf import is_leerbedrijf_id
from domain.nummers import (
    AANTAL_VOLGNUMMERS,
    Nummersoort,
    bevat_persoonsnummer,
    is_bsn,
    is_geldig,
    is_onderwijsnummer,
    onderwijsnummer_van,
)

VOLGNUMMERS = st.integers(0, AANTAL_VOLGNUMMERS - 1)
GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def rest(nummer: str) -> int:
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(GEWICHTEN, nummer, strict=True)) % 11


def met_controlecijfer(stam: int) -> str:
    """The nine digits with remainder 0; ten digits where no control digit fits."""
    return f"{stam:08}{rest(f'{stam:08}0')}"


BSNS = st.integers(1, 99_999_999).map(met_controlecijfer).filter(lambda nummer: len(nummer) == 9)
ONDERWIJSNUMMERS = VOLGNUMMERS.map(onderwijsnummer_van).filter(bool).map(str)
NUMMERS = BSNS | ONDERWIJSNUMMERS


@given(BSNS)
def test_een_bsn_heeft_rest_nul(nummer: str) -> None:
    assert is_bsn(nummer)


@given(BSNS, st.integers(0, 8), st.integers(1, 9))
def test_een_verkeerd_cijfer_maakt_elk_bsn_ongeldig(nummer: str, plaats: int, verschil: int) -> None:
    cijfer = str((int(nummer[plaats]) + verschil) % 10)
    assert not is_bsn(nummer[:plaats] + cijfer + nummer[plaats + 1 :])


@given(BSNS, st.integers(0, 6))
def test_twee_verwisselde_cijfers_maken_elk_bsn_ongeldig(nummer: str, plaats: int) -> None:
    verwisseld = nummer[:plaats] + nummer[plaats + 1] + nummer[plaats] + nummer[plaats + 2 :]
    assert is_bsn(verwisseld) == (verwisseld == nummer)


@given(ONDERWIJSNUMMERS)
def test_een_onderwijsnummer_begint_met_10_en_heeft_rest_vijf(nummer: str) -> None:
    assert is_onderwijsnummer(nummer)
    assert (nummer[:2], rest(nummer), len(nummer)) == ("10", 5, 9)


@given(ONDERWIJSNUMMERS)
def test_geen_nummer_is_van_twee_soorten(nummer: str) -> None:
    assert not is_bsn(nummer)


@given(st.sets(VOLGNUMMERS, max_size=50))
def test_elk_volgnummer_geeft_een_eigen_nummer_of_geen(volgnummers: set[int]) -> None:
    nummers = [nummer for volgnummer in volgnummers if (nummer := onderwijsnummer_van(volgnummer))]
    assert len(set(nummers)) == len(nummers)


def test_van_de_volgnummers_geeft_een_op_de_elf_geen_nummer() -> None:
    zonder = [volgnummer for volgnummer in range(1100) if onderwijsnummer_van(volgnummer) is None]
    assert len(zonder) == 100


@pytest.mark.parametrize("volgnummer", [-1, AANTAL_VOLGNUMMERS])
def test_buiten_de_voorraad_is_er_geen_nummer(volgnummer: int) -> None:
    with pytest.raises(ValueError, match="used up"):
        onderwijsnummer_van(volgnummer)


@given(NUMMERS, st.data())
def test_geen_andere_schrijfwijze_van_een_nummer_is_er_een(nummer: str, data: st.DataObject) -> None:
    plaats = data.draw(st.integers(0, 9))
    teken = data.draw(st.sampled_from([" ", ".", "-", "\n", "\t", "\x00", "0", "٠"]))
    for anders in (
        nummer[:plaats] + teken + nummer[plaats:],
        nummer[1:],
        nummer[:-1],
        nummer[:-1] + "٠",
        f"{nummer}\n",
    ):
        assert not is_bsn(anders)
        assert not is_onderwijsnummer(anders)


@given(st.text(max_size=12))
def test_elke_tekst_heeft_een_antwoord(tekst: str) -> None:
    geldig = [soort for soort in Nummersoort if is_geldig(soort, tekst)]
    assert len(geldig) <= (len(tekst) == 9)


def test_nullen_zijn_geen_nummer() -> None:
    assert not is_bsn("000000000")


@pytest.mark.parametrize("toets", [is_bsn, is_onderwijsnummer, is_leerbedrijf_id])
def test_wat_onleesbaar_was_heeft_geen_antwoord(toets: object) -> None:
    with pytest.raises(FeitOntbreekt):
        toets(ONTBREKEND)  # type: ignore[operator]


NIET_ALFANUMERIEK = st.sampled_from(["", "-", ".", "_", ":", " ", "é"])
OMLIGGEND = st.sampled_from(["a", "Z", "0", "9"])


@given(NUMMERS, NIET_ALFANUMERIEK, NIET_ALFANUMERIEK)
def test_een_persoonsnummer_wordt_gezien_tussen_leestekens(nummer: str, voor: str, na: str) -> None:
    assert bevat_persoonsnummer(f"kenmerk{voor or '-'}{nummer}{na or '-'}1")
    assert bevat_persoonsnummer(nummer)


@given(NUMMERS, OMLIGGEND)
def test_een_letter_of_cijfer_ernaast_maakt_het_iets_anders(nummer: str, teken: str) -> None:
    assert not bevat_persoonsnummer(teken + nummer)
    assert not bevat_persoonsnummer(nummer + teken)


@given(st.integers(0, 10**10))
def test_een_leerbedrijf_heeft_een_nummer_van_negen_cijfers_zonder_voorloopnul(getal: int) -> None:
    assert is_leerbedrijf_id(str(getal)) == (100_000_000 <= getal <= 999_999_999)
    assert not is_leerbedrijf_id(f"0{getal}")
