"""Generated operations: one compiled statement and the ordinary executor answer alike, for every role."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from graphql import (
    REMOVE,
    ArgumentNode,
    IntValueNode,
    NameNode,
    ObjectFieldNode,
    ObjectValueNode,
    StringValueNode,
    Visitor,
    VisitorAction,
    print_ast,
    visit,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

from resolvers.globale_id import globale_id
from schema.schema import sdl
from tests.lezen.gegevens import BSN, TOEN
from tests.lezen.gesprek import IPO, SCHOOL, STAGEMARKT

if TYPE_CHECKING:
    from graphql import ValueNode

    from domain.aanroeper import Aanroeper
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

VELDEN: Final = (
    "studentendossier", "inschrijvingen", "bpvs", "resultaten", "leveringen", "levering", "instelling", "opleiding",
    "node",
)  # fmt: skip
DAGEN: Final = st.sampled_from(["2024-12-31", "2025-10-01", "2026-03-01"]).map(nodes.String)
SCALARS: Final = {
    "Date": DAGEN,
    "OnvolledigeDatum": DAGEN,
    "DateTime": st.sampled_from(["2025-01-01T00:00:00Z", "2026-06-01T00:00:00+02:00"]).map(nodes.String),
    "JSON": st.nothing(),
    "Decimal": st.nothing(),
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
    """Puts what exists in place of generated strings, so that an operation finds something.

    `id` points at a node, `after` at its place in the list of its type.
    """

    def __init__(self, node: str, cursor: str) -> None:
        super().__init__()
        self.plekken = {"id": node, "after": cursor}

    def enter_argument(self, knoop: ArgumentNode, *_: object) -> ArgumentNode | VisitorAction:
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
        if naam in self.plekken and not isinstance(nu, ObjectValueNode):
            return StringValueNode(value=self.plekken[naam])
        if naam == "persoon" and isinstance(nu, ObjectValueNode):
            nummer = ObjectFieldNode(name=NameNode(value="burgerservicenummer"), value=StringValueNode(value=BSN))
            return ObjectValueNode(fields=(nummer,))
        return None


class _Ruim(_Echt):
    """Leaves out what narrows a list as well, so that rows of all kinds are found."""

    def enter_argument(self, knoop: ArgumentNode, *_: object) -> ArgumentNode | VisitorAction:
        return (
            REMOVE if knoop.name.value in {"filter", "first", "after", "peildatum"} else super().enter_argument(knoop)
        )


NODES: Final = (
    ("Persoon", 1), ("Inschrijving", 4), ("Bpv", 6), ("Levering", 11), ("Diploma", 12), ("GeneriekExamenonderdeel", 13),
    ("KeuzedeelResultaat", 14), ("AmvbOnderdeel", 15),
)  # fmt: skip
IDS: Final = [globale_id(soort, nummer) for soort, nummer in NODES]
EERSTE_RESULTAAT: Final = 12


def _cursor(soort: str, nummer: int) -> str:
    """The cursor of a result is that of its list: results of all kinds stand in one."""
    return globale_id("Resultaat" if nummer >= EERSTE_RESULTAAT else soort, nummer)


def operaties(bezoeker: type[_Echt], *velden: str) -> st.SearchStrategy[str]:
    """Documents that ask some of these fields of Query."""
    return st.builds(
        lambda document, node: print_ast(visit(document, bezoeker(globale_id(*node), _cursor(*node)))),
        queries(sdl(), fields=velden, custom_scalars=SCALARS, print_ast=lambda document: document, allow_x00=False),
        st.sampled_from(NODES),
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
    diploma = gegevens.resultaat(persoon, inschrijving_id=inschrijving, inschrijvingvolgnummer="1")
    gegevens.resultaat(persoon, soort="GENERIEK_EXAMENONDERDEEL", diploma_id=diploma, inschrijving_id=inschrijving)
    gegevens.resultaat(persoon, soort="KEUZEDEEL", datum_resultaat=date(2025, 12, 1), inschrijving_id=inschrijving)
    gegevens.resultaat(persoon, soort="AMVB_ONDERDEEL", diploma_id=diploma)
    gegevens.resultaat(persoon, soort="KEUZEDEEL", diploma_id=diploma)
    gegevens.signaal(persoon, resultaat_id=diploma, code="R05")
    gegevens.vooropleiding(persoon, vakken=[{"vakcode": "NE", "eindcijfer": 7}])
    gegevens.voeg_toe("examenonderdeel", code="3001", soort="GEO", omschrijving="Nederlandse taal 2F")
    over = {"persoon_id": persoon, "inschrijving_id": inschrijving, "instelling": "27DV", "inhoud": {"a": [1]}}
    gegevens.voeg_toe("bericht", soort="BEHEER", positie=1, resultaat_id=diploma, **over)
    gegevens.voeg_toe("bericht", soort="PERSOONSMUTATIE", positie=2, bevestigd_op=TOEN, **over)
    gegevens.voeg_toe("bericht", soort="OVERZICHT_GEREED", positie=3, instelling="27DV", inhoud={})
    gegevens.voeg_toe("webhook", instelling="27DV", url="https://school.voorbeeld/", positie=0, soorten=["BEHEER", "X"])
    gegevens.voeg_toe("instelling", brin="27DV", naam="Het College", bekostigd=True)
    gegevens.opleiding()
    gegevens.voeg_toe("keuzedeel", code="K0072", naam="Koken")
    gegevens.voeg_toe("opleiding_keuzedeel", opleidingcode="25655", keuzedeelcode="K0072")
    gegevens.voeg_toe("leerbedrijf", leerbedrijf_id="100000001", naam="De Gouden Leeuw")
    gegevens.voeg_toe("erkenning", leerbedrijf_id="100000001", opleidingcode="25655", status="ERKEND")
    return gegevens


@pytest.mark.usefixtures("gevuld")
@pytest.mark.parametrize("wie", [SCHOOL, IPO])
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(document=operaties(_Echt, *VELDEN) | operaties(_Ruim, "resultaten", "studentendossier"))
def test_beide_wegen_geven_hetzelfde_antwoord(gesprek: Gesprek, wie: Aanroeper, document: str) -> None:
    direct = gesprek.antwoord(document, wie)
    gewoon = gesprek.gewoon(document, wie)
    assert direct.uitgevoerd == gewoon.uitgevoerd
    assert json.loads(direct.lichaam) == json.loads(gewoon.lichaam)


@pytest.mark.usefixtures("gevuld")
@pytest.mark.parametrize("wie", [STAGEMARKT, IPO])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(document=operaties(_Echt, "stageplekbezetting", "instelling") | operaties(_Ruim, "stageplekbezetting"))
def test_beide_wegen_tonen_dezelfde_stageplekken(gesprek: Gesprek, wie: Aanroeper, document: str) -> None:
    direct, gewoon = gesprek.antwoord(document, wie), gesprek.gewoon(document, wie)
    assert json.loads(direct.lichaam) == json.loads(gewoon.lichaam)


@pytest.mark.usefixtures("gevuld")
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(document=operaties(_Echt, "berichten", "webhooks") | operaties(_Ruim, "berichten", "webhooks"))
def test_beide_wegen_tonen_dezelfde_postbus(gesprek: Gesprek, document: str) -> None:
    direct, gewoon = gesprek.antwoord(document, SCHOOL), gesprek.gewoon(document, SCHOOL)
    assert json.loads(direct.lichaam) == json.loads(gewoon.lichaam)


def test_de_gegenereerde_operaties_vinden_iets(gevuld: Gegevens, gesprek: Gesprek) -> None:
    """The ids that operations are given exist: otherwise the property above would compare nothing with nothing."""
    vraag = "query($id: ID!) { node(id: $id) { id } }"
    assert [gesprek.data(vraag, id=id_)["node"]["id"] for id_ in IDS] == IDS
    assert gevuld.gezien()
    post = gesprek.data("{ berichten { edges { node { id resultaat { id } } } } webhooks { achterstand } }")
    assert [edge["node"]["resultaat"] is None for edge in post["berichten"]["edges"]] == [False, True]
    assert post["webhooks"] == [{"achterstand": 1}]
    plekken = gesprek.data("{ stageplekbezetting { totalCount edges { node { kenmerk niveau } } } }", STAGEMARKT)
    assert plekken["stageplekbezetting"]["totalCount"] == 1
