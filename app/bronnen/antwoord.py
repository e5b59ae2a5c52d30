"""Reading JSON of a source that may answer anything: every wrong shape becomes Onzin, every absence None."""

from __future__ import annotations

import json
from typing import Self, TypeVar

T = TypeVar("T")


class Onzin(ValueError):  # noqa: N818 - Dutch: nonsense, named for what the source said
    """The source answered something that the agreed interface does not know."""


class Knoop:
    """A JSON object of an answer; an absent object is an empty one, so that paths can be followed."""

    __slots__ = ("_velden",)

    def __init__(self, waarde: object) -> None:
        if not isinstance(waarde, dict):
            raise Onzin("an object was expected")
        self._velden: dict[str, object] = waarde

    @classmethod
    def uit_bytes(cls, inhoud: bytes) -> Self:
        """Read a whole answer; raises Onzin for anything but a JSON object."""
        try:
            return cls(json.loads(inhoud))
        except (ValueError, RecursionError) as fout:
            raise Onzin("no JSON object") from fout

    def __bool__(self) -> bool:
        return bool(self._velden)

    def object(self, naam: str) -> Knoop:
        """Return the object in a field, or an empty one."""
        waarde = self._velden.get(naam)
        return Knoop({} if waarde is None else waarde)

    def lijst(self, naam: str) -> list[Knoop]:
        """Return the objects in a field; absent is an empty list."""
        waarde = self._velden.get(naam)
        if waarde is None:
            return []
        if not isinstance(waarde, list):
            raise Onzin(f"{naam}: a list was expected")
        return [Knoop(deel) for deel in waarde]

    def tekst(self, naam: str) -> str | None:
        """Return the text in a field, or None when absent or empty; it can be stored: no NUL, no lone surrogate."""
        waarde = self._lees(naam, str)
        if waarde is None:
            return None
        if "\0" in waarde or any("\ud800" <= teken <= "\udfff" for teken in waarde):
            raise Onzin(f"{naam}: text that nobody can store")
        return waarde.strip() or None

    def getal(self, naam: str) -> int | None:
        """Return the whole number in a field; JSON's true is no number."""
        return self._lees(naam, int)

    def bedrag(self, naam: str) -> float | None:
        """Return the number in a field, whole or not."""
        waarde = self._velden.get(naam)
        return float(waarde) if type(waarde) is int else self._lees(naam, float)

    def code(self, naam: str) -> str | None:
        """Return the code of a table value (`{"code": ..., "omschrijving": ...}`) in a field."""
        return self.object(naam).tekst("code")

    def _lees(self, naam: str, soort: type[T]) -> T | None:
        waarde = self._velden.get(naam)
        if waarde is not None and type(waarde) is not soort:
            raise Onzin(f"{naam}: {soort.__name__} was expected")
        return waarde


def verplicht(waarde: T | None) -> T:
    """Return the value, or raise Onzin when the source left it out."""
    if waarde is None:
        raise Onzin("a required field is missing")
    return waarde
