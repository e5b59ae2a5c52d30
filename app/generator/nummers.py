"""Which person number the n-th person has: valid and unique by construction, without looking at the others."""

from __future__ import annotations

from typing import Final

from domain.nummers import onderwijsnummer_van

MEESTE_PERSONEN: Final = 3_000_000
PER_ONDERWIJSNUMMER: Final = 50  # one person in fifty is not in the BRP
_PLAATS: Final = 17  # own choice: not the first, so that person 0 is an ordinary one
_EERSTE_STAM: Final = 90_000_000  # numbers that begin with 9; under 9999, where the shipped test persons stand
_RUIMTE: Final = 3


def heeft_bsn(plaats: int) -> bool:
    """Tell whether the n-th person is in the BRP."""
    return plaats % PER_ONDERWIJSNUMMER != _PLAATS


def bsn_van(plaats: int) -> str:
    """Return the BSN of the n-th person: of two stems in a row one has a control digit, for its weight is 2."""
    stammen = range(_EERSTE_STAM + _RUIMTE * plaats, _EERSTE_STAM + _RUIMTE * (plaats + 1))
    return next(nummer for stam in stammen if (nummer := _met_controlecijfer(str(stam))))


def _met_controlecijfer(stam: str) -> str | None:
    """Return the number of which the elfproef has remainder 0, None where that takes a control digit of 10."""
    rest = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(range(9, 1, -1), stam, strict=True)) % 11
    return f"{stam}{rest}" if rest < 10 else None  # noqa: PLR2004 - a digit


def volgnummers_van(plaats: int) -> tuple[int, int]:
    """Return the two places in the sequence of onderwijsnummers that are kept free for the n-th person."""
    return 2 * (plaats // PER_ONDERWIJSNUMMER), 2 * (plaats // PER_ONDERWIJSNUMMER) + 1


def onderwijsnummer_voor(plaats: int) -> str:
    """Return the onderwijsnummer of the n-th person."""
    return next(nummer for volgnummer in volgnummers_van(plaats) if (nummer := onderwijsnummer_van(volgnummer)))


def laatste_volgnummer(aantal: int) -> int | None:
    """Return the last place in the sequence that so many persons use, None when nobody has an onderwijsnummer."""
    laatste = max(
        (plaats for plaats in range(max(aantal - PER_ONDERWIJSNUMMER, 0), aantal) if not heeft_bsn(plaats)),
        default=None,
    )
    return None if laatste is None else volgnummers_van(laatste)[1]
