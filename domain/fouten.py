"""The errors of the register that a caller sees in extensions.code.

RegisterFout
  x NietAangemeld      -> NIET_AANGEMELD      (401)
  x NietBevoegd        -> NIET_BEVOEGD        a field, mutation or query the role may not use; refused before any SQL
  x OngeldigVerzoek    -> ONGELDIG_VERZOEK    the operation or an argument is not well formed
  x TeGroot            -> TE_GROOT            body, batch or cost over its limit
  x TeVeel             -> TE_VEEL             too many requests of one caller
  x TeRecent           -> TE_RECENT           a registratiemoment that is not settled yet
  x BronOnbereikbaar   -> BRON_ONBEREIKBAAR   our database does not answer, or BRP or SBB (a delivery has P06 or B11)
  x TijdOverschreden   -> TIJD_OVERSCHREDEN   the time for one request is over
Anything else is INTERN: its text is never shown. A rejected delivery is no error but an Uitslag.
"""

from __future__ import annotations

from typing import ClassVar


class RegisterFout(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """An error of our own, whose text the caller may read."""

    code: ClassVar[str] = "INTERN"


class NietAangemeld(RegisterFout):
    """No token, or none that holds."""

    code = "NIET_AANGEMELD"


class NietBevoegd(RegisterFout):
    """The role of the caller may not do this."""

    code = "NIET_BEVOEGD"


class OngeldigVerzoek(RegisterFout):
    """The request cannot be read as an operation of this schema."""

    code = "ONGELDIG_VERZOEK"


class TeGroot(RegisterFout):
    """The request is larger than one request may be."""

    code = "TE_GROOT"


class TeVeel(RegisterFout):
    """The caller asks more often than allowed."""

    code = "TE_VEEL"


class TeRecent(RegisterFout):
    """The moment asked about is not settled yet."""

    code = "TE_RECENT"


class BronOnbereikbaar(RegisterFout):
    """A source register or our own database does not answer, or answers nonsense."""

    code = "BRON_ONBEREIKBAAR"


class TijdOverschreden(RegisterFout):
    """The request took longer than one request may."""

    code = "TIJD_OVERSCHREDEN"
