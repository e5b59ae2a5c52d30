"""Values for arguments and fields: mostly such as exist, sometimes hostile, sometimes of another type altogether."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, is_required_input_field

from resolvers.globale_id import globale_id
from tests.buitenwereld import KLAS
from tests.domain.wereld import BEDRIJF, KOK, STUDENT

if TYPE_CHECKING:
    import random

    from graphql import GraphQLInputType

VIJANDIG: Final = (
    "", " ", "\0", "a" * 5_000, "💥", "\u202e", "'; DROP TABLE persoon; --", "%", "_", "\\", '"', "{}", "null", "NaN",
    "1e999", "٣٤٥", "2025-02-30", "9999-99-99", "0000-00-00", "-1", "ﬀ", "999999999", "../../etc/passwd",
    "\r\nX: y", "\ud800",
)  # fmt: skip
VREEMD: Final[tuple[Any, ...]] = (None, 0, -1, 1.5, 10**30, True, "x", [], {}, [[]], {"a": {"a": None}})
GETALLEN: Final = (0, 1, 2, 5, 50, 100, -1, 2**31 - 1, 2**31)
DAGEN: Final = ("2025-08-01", "2026-03-10", "2024-01-15", "2005-06-15", "1990-05-00", "2027-07-31")
MOMENTEN: Final = ("2026-03-10T12:00:00Z", "2025-01-01T00:00:00.123456+02:00")
IDS: Final = tuple(
    globale_id(soort, nummer) for soort in ("Persoon", "Inschrijving", "Bpv", "Levering") for nummer in (1, 4, 5, 9)
)
BEKEND: Final[dict[str, tuple[str, ...]]] = {
    "burgerservicenummer": (STUDENT, *(persoon.burgerservicenummer or "" for persoon in KLAS[:5])),
    "opleidingcode": (KOK,),
    "leerbedrijfId": (BEDRIJF,),
    "instelling": ("27DV", "01AA"),
    "brin": ("27DV", "01AA"),
    "inschrijvingvolgnummer": ("1", "2"),
    "bpvvolgnummer": ("1", "2"),
    "signaalcode": ("I15", "B06"),
    "afzender": ("MBO:27DV", "IPO"),
}
PER_SOORT: Final = {"Date": DAGEN, "OnvolledigeDatum": DAGEN, "DateTime": MOMENTEN, "ID": IDS}
KANS_VIJANDIG: Final = 0.04
KANS_VREEMD: Final = 0.01
KANS_GEZET: Final = 0.4


class Naam(str):
    """A name of an enum: in a document it stands bare, in JSON as text."""

    __slots__ = ()


@dataclass(frozen=True)
class Waarden:
    """Draws values; `kanaries` are texts that must never be seen again outside an answer."""

    lot: random.Random
    kanaries: tuple[str, ...]

    def van(self, soort: GraphQLInputType, naam: str) -> Any:  # noqa: ANN401 - JSON
        """Draw a value of this type for an argument or field of this name."""
        if self.lot.random() < KANS_VREEMD:
            return self.lot.choice(VREEMD)
        match soort:
            case GraphQLNonNull():
                return self.van(soort.of_type, naam)
            case GraphQLList():
                return [self.van(soort.of_type, naam) for _ in range(self.lot.randint(0, 3))]
            case GraphQLEnumType():
                return Naam(self.lot.choice(list(soort.values)))
            case GraphQLInputObjectType():
                return self._object(soort)
            case _:
                return self._blad(str(soort), naam)

    def _object(self, soort: GraphQLInputObjectType) -> dict[str, Any]:
        if soort.is_one_of:
            naam = self.lot.choice(list(soort.fields))
            return {naam: self.van(soort.fields[naam].type, naam)}
        return {
            naam: self.van(veld.type, naam)
            for naam, veld in soort.fields.items()
            if is_required_input_field(veld) or self.lot.random() < KANS_GEZET
        }

    def _blad(self, soort: str, naam: str) -> Any:  # noqa: ANN401 - JSON
        if soort == "Int":
            return self.lot.choice(GETALLEN if naam != "first" else GETALLEN[1:6])
        if soort == "Boolean":
            return self.lot.choice((True, False))
        if self.lot.random() < KANS_VIJANDIG:
            return self.lot.choice((*VIJANDIG, *self.kanaries))
        gewoon = BEKEND.get(naam) or PER_SOORT.get(soort) or (*self.kanaries, "Jansen", "k1", "x")
        return self.lot.choice(gewoon)
