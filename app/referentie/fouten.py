"""What can be wrong with a reference file, as values: where it stands and why, with a text in Dutch.

OngeldigeReferentie    a directory that is not loaded, with every Fout found in it
Veldfout               one field that cannot be read; the reader of the row turns it into a Fout
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

GRENS: Final = 50
_LANGSTE: Final = 60


class Reden(StrEnum):
    """Why a file, row or field is refused; the value is the text for the person who loads."""

    GEEN_MAP = "de map bestaat niet"
    GEEN_BESTANDEN = "in de map staat geen enkel referentiebestand"
    ONBEKEND_BESTAND = "dit referentiebestand bestaat niet"
    ONLEESBAAR = "het bestand is hier niet te lezen: verwacht UTF-8 en CSV met ;"
    GEEN_KOP = "de kopregel ontbreekt"
    ONBEKENDE_KOLOM = "deze kolom bestaat niet"
    DUBBELE_KOLOM = "deze kolom staat er tweemaal"
    ONTBREKENDE_KOLOM = "deze kolom ontbreekt"
    AANTAL_VELDEN = "de regel heeft meer of minder velden dan de kop"
    LEEG = "mag niet leeg zijn"
    VORM = "heeft niet de vereiste vorm"
    GEEN_DATUM = "is geen datum van de vorm jjjj-mm-dd"
    GEEN_JA_NEE = "moet J of N zijn"
    ONBEKENDE_WAARDE = "is geen toegestane waarde"
    EINDE_VOOR_BEGIN = "ligt voor geldig_van"
    DUBBELE_SLEUTEL = "een eerdere regel heeft dezelfde code en geldig_van"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fout:
    """One fault: file, line (the header is 1; None is the file itself), column and value where these are known."""

    bestand: str
    regel: int | None = None
    kolom: str | None = None
    reden: Reden
    waarde: str | None = None

    def __str__(self) -> str:
        plaats = self.bestand if self.regel is None else f"{self.bestand}, regel {self.regel}"
        kolom = f"{self.kolom}: " if self.kolom else ""
        waarde = f"{self.waarde[:_LANGSTE]!r} " if self.waarde else ""
        return f"{plaats}: {kolom}{waarde}{self.reden.value}"


class Veldfout(ValueError):  # noqa: N818 - Dutch: Fout is what Error is in English
    """A field that cannot be read."""

    def __init__(self, reden: Reden) -> None:
        super().__init__(reden.value)
        self.reden = reden


class OngeldigeReferentie(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """Nothing is loaded: the first 50 faults, and how many there are in all."""

    def __init__(self, fouten: Sequence[Fout]) -> None:
        self.fouten = tuple(fouten[:GRENS])
        self.aantal = len(fouten)
        super().__init__("\n".join(map(str, self.fouten)))
