"""Missing facts: a control that needs one is silent, because another signal tells why it is missing (besluit 0005)."""

from __future__ import annotations

from typing import Any, Final, NoReturn


class FeitOntbreekt(Exception):  # noqa: N818 - Dutch: it names what happened
    """Raised by whoever asks for a fact that another FOUTMELDING says is not there (register.md 3.4)."""


class _Ontbrekend:
    """Stands for a value that could not be read: any use of it raises FeitOntbreekt."""

    __slots__ = ()

    def _ontbreekt(self, *_: object) -> NoReturn:
        raise FeitOntbreekt

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __str__ = __iter__ = __len__ = _ontbreekt
    __add__ = __sub__ = __contains__ = __getitem__ = __getattr__ = _ontbreekt
    __hash__ = _ontbreekt

    def __repr__(self) -> str:
        return "ONTBREKEND"


ONTBREKEND: Final[Any] = _Ontbrekend()


def aanwezig(waarde: object) -> bool:
    """Tell whether a value could be read; the one question that may be asked of ONTBREKEND."""
    return waarde is not ONTBREKEND
