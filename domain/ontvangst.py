"""What comes in: one input as received, read into a delivery, with the bytes that the archive keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from domain.feit import aanwezig
from domain.leveringen.vorm import lees
from domain.verwerken import KLASSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.codes import LeveringSoort
    from domain.leveringen.levering import Levering
    from domain.signalen import Signaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """One input: bericht is its JSON in canonical form (RFC 8785), hash the SHA-256 of that in hex.

    geleverd_kenmerk is the kenmerk as it came, whatever it holds; signalen tell what could not be read (L01, P12).
    """

    levering: Levering
    geleverd_kenmerk: str
    bericht: str
    hash: str
    signalen: tuple[Signaal, ...] = ()

    @classmethod
    def van(cls, soort: LeveringSoort, invoer: Mapping[str, Any], bericht: str, hash_: str) -> Self:
        """Read the input of a kind of delivery (camelCase, as delivered, absent fields absent)."""
        signalen: list[Signaal] = []
        levering = lees(KLASSE[soort], invoer, signalen)
        return cls(
            levering=levering,
            geleverd_kenmerk=str(invoer["kenmerk"]),
            bericht=bericht,
            hash=hash_,
            signalen=tuple(signalen),
        )

    @property
    def kenmerk(self) -> str | None:
        """Return the sender's message id when it could be read."""
        return self.levering.kenmerk if aanwezig(self.levering.kenmerk) else None

    @property
    def proef(self) -> bool:
        """Tell whether nothing may be registered."""
        return self.levering.proef
