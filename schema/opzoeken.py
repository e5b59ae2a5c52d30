"""Looking up for the ordinary executor: one statement per field and arguments, for all rows that ask it together.

The loaders live as long as one request (lablup/backend.ai#12020: a loader kept longer answers for another caller).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from graphql import GraphQLNamedType, GraphQLObjectType, get_named_type, is_enum_type, is_leaf_type
from strawberry.dataloader import DataLoader

from resolvers.leesplan import SLEUTEL, Blad, Bundel, Knoop, Leesplan, Raadpleging, Tak, Typen, Typenaam
from resolvers.raadplegen import Lezer
from schema.argumenten import PEILDATUM, TYPENAAM
from schema.plannen import concrete_typen, in_opslag, vorm_van
from schema.rechten import mag
from schema.schema import KERN
from schema.veld import declaratie

WORTEL: Final = "Query"
OMHULSELS: Final = ("Connection", "Edge", "PageInfo")


@dataclass(frozen=True, slots=True)
class Vraagstuk:
    """What is asked of rows of a type, or of several; rows for which all of this is equal are read together."""

    typen: Typen
    waarden: frozenset[tuple[str, str]] = frozenset()
    peildatum: str | None = None


@dataclass(slots=True, kw_only=True)
class Opzoeker:
    """Looks up for one request, on behalf of its caller."""

    lezer: Lezer
    raadpleging: Raadpleging
    _laders: dict[Vraagstuk, DataLoader[str, Mapping[str, Any]]] = field(default_factory=dict)

    async def zoek(self, vraagstuk: Vraagstuk, sleutel: str) -> Mapping[str, Any]:
        """Return by response key what is asked of the row with this key; nothing when it is not there (any more)."""
        lader = self._laders.get(vraagstuk)
        if lader is None:
            lader = self._laders[vraagstuk] = DataLoader(load_fn=partial(self._laad, vraagstuk))
        return await lader.load(sleutel)

    async def _laad(self, vraagstuk: Vraagstuk, sleutels: Sequence[str]) -> list[Mapping[str, Any]]:
        waarden: dict[str, object] = dict(vraagstuk.waarden)
        typenaam, knopen = vraagstuk.typen[0]
        if typenaam == WORTEL:
            statement = self.lezer.bereid(Leesplan(knopen), self.raadpleging.aanroeper.rol)
            antwoord = json.loads(await self.lezer.lees(statement, waarden, self.raadpleging))
            return [antwoord for _ in sleutels]
        bundel = Bundel(vraagstuk.typen, peildatum=vraagstuk.peildatum is not None)
        waarden[PEILDATUM] = vraagstuk.peildatum
        gevonden = await self.lezer.lees_bundel(bundel, sleutels, waarden, self.raadpleging)
        return [gevonden.get(sleutel, {}) for sleutel in sleutels]

    def rij(self, soort: GraphQLNamedType, gelezen: Mapping[str, str] | None = None) -> Typen:
        """Return what is read of a row of each type it can be: its type, its values and its key.

        gelezen: the arguments of the field it is read for. Of what cannot be found again, all is read.
        """
        concreet = concrete_typen(KERN, soort, self.raadpleging.aanroeper.rol, gelezen or {})
        return tuple((een.name, tuple(self._rij(een))) for een in concreet)

    def _rij(self, soort: GraphQLObjectType) -> Iterator[Knoop]:
        heel = soort.name.endswith(OMHULSELS) or not self.lezer.heeft_sleutel(soort.name)
        yield Typenaam(TYPENAAM)
        if not heel:
            yield Blad(SLEUTEL, SLEUTEL, "ID")
        yield from self._velden(soort, heel=heel)

    def _velden(self, soort: GraphQLObjectType, *, heel: bool) -> Iterator[Knoop]:
        for naam, veld in soort.fields.items():
            verklaard, kaal = declaratie(veld), get_named_type(veld.type)
            if veld.args or not verklaard.gelezen or not mag(self.raadpleging.aanroeper.partij, soort.name, naam):
                continue
            opgeslagen = verklaard.naam or in_opslag(naam)
            if is_leaf_type(kaal):
                yield Blad(naam, opgeslagen, "String" if is_enum_type(kaal) else kaal.name)
            elif heel:
                yield Tak(naam, opgeslagen, vorm_van(veld.type), self.rij(kaal))
