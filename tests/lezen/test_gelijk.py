"""Generated operations: one compiled statement and the ordinary executor answer alike, for every role."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from graphql import (
    ArgumentNode,
    IntValueNode,
    NameNode,
    ObjectFieldNode,
    ObjectValueNode,
    StringValueNode,
    Visitor,
    print_ast,
    visit,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

from resolvers.globale_id import globale_id
from schema.schema import sdl
from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import IPO, SCHOOL

if TYPE_CHECKING:
    from graphql import ValueNode

    from domain.aanroeper import Aanroeper
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

VELDEN: Final = (
    "studentendossier", "inschrijvingen", "bpvs", "leveringen", "levering", "instelling", "opleiding", "node",
)  # fmt: skip
DAGEN: Final = st.sampled_from(["2024-12-31", "2025-10-01", "2026-03-01"]).map(nodes.String)
SCALARS: Final = {
    "Date": DAGEN,
    "OnvolledigeDatum": DAGEN,
    "DateTime": st.sampled_from(["2025-01-01T00:00:00Z", "2026-06-01T00:00:00+02:00"]).map(nodes.String),
    "JSON": st.nothing(),
}
TEKSTEN: Final = {
    "kenmerk": "k1",
    "afzender": "MBO:27DV",
    "instelling": "27DV",
    "brin": "27DV",
    "opleidingcode": "25655",
    "leerbedrijfId": "100000001",
    "signaalcode": "I15",
}


class _Echt(Visitor):
    """Puts what exists in place of generated strings, so that an operation finds something; `id` points at a node."""

    def __init__(self, node: str) -> None:
        super().__init__()
        self.node = node

    def enter_argument(self, knoop: ArgumentNode, *_: object) -> ArgumentNode | None:
        waarde = self._waarde(knoop.name.value, knoop.value)
        return ArgumentNode(name=knoop.name, value=waarde) if waarde else None

    def enter_object_field(self, knoop: ObjectFieldNode, *_: object) -> ObjectFieldNode | None:
        waarde = self._waarde(knoop.name.value, knoop.value)
        return ObjectFieldNode(name=knoop.name, value=waarde) if waarde else None

    def _waarde(self, naam: str, nu: ValueNode) -> ValueNode | None:
        if naam in TEKSTEN and isinstance(nu, StringValueNode):
            return StringValueNode(value=TEKSTEN[naam])
        if naam == "first" and isinstance(nu, IntValueNode):
            return IntValueNode(value=str(int(nu.value) % 4))
        if naam in {"id", "after"} and not isinstance(nu, ObjectValueNode):
            return StringValueNode(value=self.node)
        if naam == "persoon" and isinstance(nu, ObjectValueNode):
            nummer = ObjectFieldNode(name=NameNode(value="burgerservicenummer"), value=StringValueNode(value=BSN))
            return ObjectValueNode(fields=(nummer,))
        return None


IDS: Final = [
    globale_id(soort, nummer) for soort, nummer in (("Persoon", 1), ("Inschrijving", 4), ("Bpv", 6), ("Levering", 11))
]
OPERATIES: Final = st.builds(
    lambda document, node: print_ast(visit(document, _Echt(node))),
    queries(sdl(), fields=VELDEN, custom_scalars=SCALARS, print_ast=lambda document: document, allow_x00=False),
    st.sampled_from(IDS),
)


@pytest.fixture
def gevuld(gegevens: Gegevens) -> Gegevens:
    """A student with everything; the ids above are those of these rows."""
    persoon = gegevens.persoon(
        BSN, bij=("27DV",), postcode="1234AB",
        nationaliteiten=[{"code": "0001", "datum_begin": "2008-05-17", "datum_einde": "2025-10-01"}],
        verblijfstitels=[{"code": "21", "datum_begin": "2020-00-00", "datum_einde": None}],
    )  # fmt: skip
    gegevens.inschrijving(gegevens.persoon(bij=("01AA",)), "01AA")
    inschrijving = gegevens.inschrijving(persoon)
    gegevens.periode(inschrijving)
    bpv = gegevens.bpv(inschrijving)
    gegevens.periode(inschrijving, datum_begin=date(2026, 1, 1), leertraject="BBL")
    gegevens.signaal(persoon, inschrijving_id=inschrijving)
    gegevens.signaal(persoon, bpv_id=bpv, ipo={"tekst": "elders", "parameters": []})
    gegevens.ondersteuning(inschrijving, datum_begin=date(2025, 9, 1))
    gegevens.levering("k1", persoon, signalen=[
        {"code": "I15", "soort": "MELDING", "tekst": "t", "pad": ["a"], "parameters": [{"naam": "n", "waarde": "w"}]}
    ])  # fmt: skip
    gegevens.voeg_toe("instelling", brin="27DV", naam="Het College", bekostigd=True)
    gegevens.opleiding()
    gegevens.voeg_toe("keuzedeel", code="K0072", naam="Koken")
    gegevens.voeg_toe("opleiding_keuzedeel", opleidingcode="25655", keuzedeelcode="K0072")
    gegevens.voeg_toe("leerbedrijf", leerbedrijf_id="100000001", naam="De Gouden Leeuw")
    gegevens.voeg_toe("erkenning", leerbedrijf_id="100000001", opleidingcode="25655", status="ERKEND")
    return gegevens


@pytest.mark.usefixtures("gevuld")
@pytest.mark.parametrize("wie", [SCHOOL, IPO])
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(document=OPERATIES)
def test_beide_wegen_geven_hetzelfde_antwoord(gesprek: Gesprek, wie: Aanroeper, document: str) -> None:
    direct = gesprek.antwoord(document, wie)
    gewoon = gesprek.gewoon(document, wie)
    assert direct.uitgevoerd == gewoon.uitgevoerd
    assert json.loads(direct.lichaam) == json.loads(gewoon.lichaam)


def test_de_gegenereerde_operaties_vinden_iets(gevuld: Gegevens, gesprek: Gesprek) -> None:
    """The ids that operations are given exist: otherwise the property above would compare nothing with nothing."""
    vraag = "query($id: ID!) { node(id: $id) { id } }"
    assert [gesprek.data(vraag, id=id_)["node"]["id"] for id_ in IDS] == IDS
    assert gevuld.gezien()
