"""The committed SDL is the schema, and it explains itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from graphql import build_schema, get_introspection_query, graphql_sync, is_specified_scalar_type

from schema.schema import KERN, sdl
from schema.sdl import BESTAND

if TYPE_CHECKING:
    from collections.abc import Iterator


def beschrijvingen() -> Iterator[tuple[str, str | None]]:
    """Name and description of every type, field, argument and value that is ours."""
    for soort in KERN.type_map.values():
        if soort.name.startswith("__") or is_specified_scalar_type(soort):
            continue
        yield soort.name, soort.description
        for naam, veld in getattr(soort, "fields", {}).items():
            yield f"{soort.name}.{naam}", veld.description
            yield from ((f"{soort.name}.{naam}({arg}:)", a.description) for arg, a in getattr(veld, "args", {}).items())
        yield from ((f"{soort.name}.{naam}", w.description) for naam, w in getattr(soort, "values", {}).items())


def test_de_vastgelegde_sdl_is_die_van_het_schema() -> None:
    assert BESTAND.read_text(encoding="utf-8") == sdl(), "run `make sdl` and read the difference"


def test_de_sdl_bouwt_hetzelfde_schema() -> None:
    gebouwd = build_schema(BESTAND.read_text(encoding="utf-8"))
    assert set(gebouwd.type_map) == set(KERN.type_map)


@pytest.mark.parametrize(("naam", "beschrijving"), [pytest.param(n, b, id=n) for n, b in beschrijvingen()])
def test_alles_heeft_een_beschrijving_in_hele_zinnen(naam: str, beschrijving: str | None) -> None:
    assert beschrijving, naam
    assert beschrijving.endswith((".", "]")), naam


def test_introspectie_antwoordt_ook_op_de_nieuwste_vragen() -> None:
    vraag = get_introspection_query(input_value_deprecation=True, specified_by_url=True, one_of=True)
    antwoord = graphql_sync(KERN, vraag)
    assert antwoord.errors is None
    assert antwoord.data is not None
    eenkeuze = {soort["name"] for soort in antwoord.data["__schema"]["types"] if soort["isOneOf"]}
    assert "PersoonSleutelInput" in eenkeuze
