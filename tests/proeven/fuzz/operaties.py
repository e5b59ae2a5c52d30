"""Operations made from the schema: any field with any arguments, as literals or variables; deliveries, nearly right."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from domain.codes import LeveringSoort
from schema.leveringen.uitvoeren import SOORTEN
from schema.schema import KERN
from tests.domain import bouw
from tests.proeven.fuzz.waarden import KANS_GEZET, KANS_VREEMD, VREEMD, Naam, Waarden
from tests.proeven.verkeer import van

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graphql import GraphQLField

    from tests.domain.bouw import Invoer

BOUWERS: Final = (
    bouw.aanleveren, bouw.wijzigen, bouw.uitschrijven, bouw.verwijderen, bouw.ondersteunen, bouw.ondersteuning_weg,
    bouw.aanleveren_bpv, bouw.wijzigen_bpv, bouw.verwijderen_bpv, bouw.identificeren, bouw.zoeken, bouw.opnieuw,
)  # fmt: skip
VAN_BRONREGISTER: Final = {
    "brp": (bouw.persoonsmutatie,),
    "sbb": (bouw.erkenningsmutatie,),
    "vo": (bouw.vooropleiding,),
}
"""What each source register delivers; of all others BOUWERS."""
MUTATIES: Final = {soort: naam for naam, soort in SOORTEN.items()}
DIEPST: Final = 6
MEESTE_VELDEN: Final = 5
KANS_MUTATIE: Final = 0.4
KANS_GEBOUWD: Final = 0.8
KANS_VARIABELE: Final = 0.5
STUDENTEN: Final = 5


@dataclass
class Operatie:
    """One operation on its way: text and variables grow while it is made."""

    waarden: Waarden
    nummer: int
    bouwers: Sequence[Callable[..., Invoer]] = BOUWERS
    definities: list[str] = field(default_factory=list)
    variabelen: dict[str, Any] = field(default_factory=dict)

    @property
    def lichaam(self) -> bytes:
        """Make the request."""
        lot = self.waarden.lot
        soort = "mutation" if lot.random() < KANS_MUTATIE else "query"
        selectie = self._mutatie() if soort == "mutation" else self._selectie("Query", 0)
        kop = f"({', '.join(self.definities)})" if self.definities else ""
        return json.dumps({"query": f"{soort}{kop} {selectie}", "variables": self.variabelen}).encode()

    def _mutatie(self) -> str:
        """Ask for one delivery: of a builder with some fields changed, or of whatever the schema allows."""
        lot, mutatie = self.waarden.lot, KERN.mutation_type
        assert mutatie
        if lot.random() > KANS_GEBOUWD:
            return "{ " + self._veld(mutatie.fields, lot.choice(list(mutatie.fields)), 0) + " }"
        naam, invoer = self._levering()
        definitie = mutatie.fields[naam]
        self.definities.append(f"$input: {definitie.args['input'].type}")
        self.variabelen["input"] = invoer
        return f"{{ uit: {naam}(input: $input) {self._selectie(get_named_type(definitie.type).name, 1)} }}"

    def _levering(self) -> tuple[str, dict[str, Any]]:
        lot = self.waarden.lot
        levering = lot.choice(self.bouwers)(kenmerk=f"z{self.nummer}")
        velden = {naam: waarde for naam, waarde in levering.velden.items() if waarde is not None}
        if "persoon" in velden:
            velden |= van(lot.randrange(STUDENTEN))
        elif levering.soort is LeveringSoort.VERWERKEN_PERSOONSMUTATIE:
            velden |= van(lot.randrange(STUDENTEN))["persoon"]
        mogelijk = self._namen(MUTATIES[levering.soort]) if self.bouwers is not BOUWERS else sorted(velden)
        for naam in lot.sample(mogelijk, k=min(lot.choice((0, 0, 1, 2)), len(mogelijk))):
            velden[naam] = self._anders(MUTATIES[levering.soort], naam)
        return MUTATIES[levering.soort], velden

    def _namen(self, mutatie: str) -> list[str]:
        """The fields of the input: those that a builder leaves out say most about what a source register may change."""
        assert KERN.mutation_type
        return sorted(get_named_type(KERN.mutation_type.fields[mutatie].args["input"].type).fields)

    def _anders(self, mutatie: str, naam: str) -> Any:  # noqa: ANN401 - JSON
        assert KERN.mutation_type
        soort = get_named_type(KERN.mutation_type.fields[mutatie].args["input"].type)
        return self.waarden.van(soort.fields[naam].type, naam)

    def _selectie(self, typenaam: str, diepte: int) -> str:
        soort, lot = KERN.type_map[typenaam], self.waarden.lot
        assert isinstance(soort, GraphQLObjectType | GraphQLInterfaceType)
        bladen = [naam for naam, veld in soort.fields.items() if is_leaf_type(get_named_type(veld.type))]
        namen = list(soort.fields) if diepte < DIEPST else bladen
        gekozen = lot.sample(namen, k=min(len(namen), lot.randint(1, MEESTE_VELDEN))) if namen else []
        delen = [self._veld(soort.fields, naam, diepte) for naam in gekozen]
        if isinstance(soort, GraphQLInterfaceType) and diepte < DIEPST:
            concreet = lot.choice(KERN.get_possible_types(soort)).name
            delen.append(f"... on {concreet} {self._selectie(concreet, diepte + 1)}")
        return "{ __typename " + " ".join(delen) + " }"

    def _veld(self, velden: dict[str, GraphQLField], naam: str, diepte: int) -> str:
        veld = velden[naam]
        argumenten = [
            f"{arg}: {self._waarde(str(definitie.type), self.waarden.van(definitie.type, arg))}"
            for arg, definitie in veld.args.items()
            if is_required_argument(definitie) or self.waarden.lot.random() < KANS_GEZET
        ]
        onder = get_named_type(veld.type)
        selectie = "" if is_leaf_type(onder) else self._selectie(onder.name, diepte + 1)
        alias = f"a{self.waarden.lot.randrange(10**6)}: "  # two of one name with other arguments would not merge
        tussen = ", ".join(argumenten)
        return f"{alias}{naam}{f'({tussen})' if tussen else ''} {selectie}"

    def _waarde(self, soort: str, waarde: Any) -> str:  # noqa: ANN401 - JSON
        """Write a value in the document, or refer to a variable that holds it."""
        if self.waarden.lot.random() > KANS_VARIABELE:
            return letterlijk(waarde)
        naam = f"v{len(self.definities)}"
        self.definities.append(f"${naam}: {soort}")
        self.variabelen[naam] = waarde if self.waarden.lot.random() > KANS_VREEMD else self.waarden.lot.choice(VREEMD)
        return f"${naam}"


def letterlijk(waarde: Any) -> str:  # noqa: ANN401 - JSON
    """Write a value as GraphQL does."""
    match waarde:
        case Naam():
            return str(waarde)
        case dict():
            return "{" + ", ".join(f"{naam}: {letterlijk(deel)}" for naam, deel in waarde.items()) + "}"
        case list():
            return "[" + ", ".join(map(letterlijk, waarde)) + "]"
        case _:
            return json.dumps(waarde)
