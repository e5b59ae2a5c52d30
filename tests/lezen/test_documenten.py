"""Documents: judged once, remembered without literals, bounded, and refused with place and code but without values."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from graphql import print_ast

from app.http.poort import GraphqlVerzoek, NietOverGet, Soort
from domain.aanroeper import Rol
from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import AFNEMER, SCHOOL, gesprek_met

if TYPE_CHECKING:
    from app.graphql.documenten import Document, Documenten
    from app.http.poort import GraphqlAntwoord
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek
    from tests.postgres import Database

LETTERLIJK = f'''# van {BSN}
query Inzien($anders: String = "{BSN}", $met: Boolean = true) {{
  studentendossier(persoon: {{burgerservicenummer: "{BSN}"}}) {{
    persoon {{ burgerservicenummer @include(if: $met) }}
    ...Rest
  }}
  ander: studentendossier(persoon: {{burgerservicenummer: $anders}}) {{ persoon {{ id }} }}
  leveringen(filter: {{persoon: {{burgerservicenummer: """{BSN}"""}}}}, first: 100) {{ totalCount }}
}}
fragment Rest on Studentendossier {{ inschrijvingen {{ geldigePeriode(peildatum: "2026-01-01") {{ datumBegin }} }} }}'''


def test_letterlijke_waarden_werken_maar_blijven_nergens_bewaard(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.periode(gegevens.inschrijving(persoon))
    gegevens.levering("k1", persoon)
    for _ in range(2):
        gevonden = gesprek.data(LETTERLIJK)
        assert gevonden["studentendossier"]["persoon"] == {"burgerservicenummer": BSN}
        assert gevonden["studentendossier"]["inschrijvingen"] == [{"geldigePeriode": {"datumBegin": "2025-08-01"}}]
        assert gevonden["ander"]["persoon"]["id"]
        assert gevonden["leveringen"] == {"totalCount": 1}
    assert gesprek.data(LETTERLIJK, met=False, anders="999990019") == {
        **gevonden,
        "studentendossier": {"persoon": {}, "inschrijvingen": gevonden["studentendossier"]["inschrijvingen"]},
        "ander": None,
    }
    for uitvoerder in (gesprek.gecompileerd, gesprek.uitgevoerd):
        (document,) = _bewaard(uitvoerder.documenten)
        gelicht = document.gelicht
        assert all(BSN not in print_ast(deel) for deel in (gelicht.operatie, *gelicht.fragmenten.values()))
        assert BSN.encode() not in _alles(document)


def _bewaard(documenten: Documenten) -> list[Document]:
    return list(documenten._bewaard._inhoud.values())  # noqa: SLF001 - what is kept is what this is about


def _alles(document: Document) -> bytes:
    """Write out all that is remembered of a document: its tokens, its places, its plans and its SQL."""
    plaats = document.gelicht.operatie.loc
    tokens, token = [], plaats.start_token if plaats else None
    while token:
        tokens.append(token.value or "")
        token = token.next
    ontwerpen = [(een.plan, een.statement) for een in document.ontwerpen._inhoud.values()]  # noqa: SLF001 - idem
    literalen = (document.gelicht.literalen, document.gelicht.standaarden)
    return pickle.dumps((plaats and plaats.source.body, tokens, ontwerpen, literalen, list(document.ontwerpen._inhoud)))  # noqa: SLF001 - idem


def test_een_fout_wijst_de_plaats_in_het_document_aan_zoals_het_gestuurd_is(gesprek: Gesprek) -> None:
    vraag = f"""{{
  a: studentendossier(persoon: {{burgerservicenummer: "{BSN}"}}) {{ persoon {{ id }} }}
  b: bpvs(filter: {{instelling: "te lang{"x" * 200}"}}, first: 501) {{ totalCount }} }}"""
    fout = gesprek.fout(vraag)
    assert (fout["locations"], fout["path"]) == ([{"line": 3, "column": 3}], ["b"])


@pytest.mark.parametrize(
    ("variabelen", "velden"),
    [
        ({"a": True, "b": False}, {"a", "b"}),
        ({"a": False, "b": True}, set()),
        ({"a": True, "b": True}, {"a"}),
        ({"a": False}, {"b"}),
    ],
)
def test_skip_en_include_beslissen_per_verzoek(gesprek: Gesprek, variabelen: dict[str, bool], velden: set[str]) -> None:
    vraag = """query($a: Boolean!, $b: Boolean = false) {
      a: bpvs @include(if: $a) { totalCount } ...F @skip(if: $b) bpvs @include(if: false) { totalCount } }
      fragment F on Query { b: bpvs { totalCount } }"""
    assert set(gesprek.data(vraag, **variabelen)) == velden


def test_gelijke_sleutels_worden_een_veld_in_de_volgorde_van_vragen(gegevens: Gegevens, gesprek: Gesprek) -> None:
    inschrijving = gegevens.inschrijving(gegevens.persoon(BSN, bij=("27DV",)))
    gegevens.periode(inschrijving)
    vraag = """{ inschrijvingen { edges { node { order: versie } } ...A } }
      fragment A on InschrijvingConnection { edges { node { ...B perioden { leertraject } } cursor } }
      fragment B on Node { id ... on Inschrijving { perioden { opleidingcode } r: versie __typename } }"""
    node = gesprek.data(vraag)["inschrijvingen"]["edges"][0]["node"]
    assert list(node) == ["order", "id", "perioden", "r", "__typename"]
    assert node["perioden"] == [{"opleidingcode": "25655", "leertraject": "BOL"}]


def test_een_alias_van_zestig_tekens_mag_en_een_langere_niet(gesprek: Gesprek) -> None:
    naam = "a" * 60
    assert gesprek.data(f"{{ {naam}: bpvs {{ totalCount }} }}") == {naam: {"totalCount": 0}}
    fout = gesprek.fout(f"{{ {naam}a: bpvs {{ totalCount }} }}")
    assert fout["extensions"]["code"] == "ONGELDIG_VERZOEK"


def test_meer_dan_vijftig_velden_in_een_object(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
    velden = " ".join(f"v{nummer}: versie" for nummer in range(90))
    node = gesprek.data(f"{{ inschrijvingen {{ edges {{ node {{ {velden} }} }} }} }}")["inschrijvingen"]["edges"][0][
        "node"
    ]
    assert node == {f"v{nummer}": 1 for nummer in range(90)}


@pytest.mark.parametrize(
    ("document", "variabelen", "tekst"),
    [
        (f"{{ studentendossier(persoon: {{burgerservicenummer: {BSN}}}) {{ __typename }} }}", {}, "non string value."),
        ("query($v: String!) { instelling(brin: $v) { naam } }", {"v": int(BSN)}, "non string value."),
        ("query($v: PersoonSleutelInput!) { studentendossier(persoon: $v) { __typename } }", {"v": {"id": [BSN]}}, "."),
        ("query($v: InschrijvingFilter) { inschrijvingen(filter: $v) { totalCount } }", {"v": {"niveau": BSN}}, "."),
        ("query($v: Int) { bpvs(first: $v) { totalCount } }", {"v": int(BSN) * 100}, "integer value."),
        ("query($v: Date) { bpvs(peildatum: $v) { totalCount } }", {"v": int(BSN)}, "."),
        (f'{{ instelling(brin: "{BSN}" {BSN}) {{ naam }} }}', {}, "."),
        (f"{{ bpvs(first: 9{BSN}) {{ totalCount }} }}", {}, "integer value."),
    ],
)
def test_een_fout_van_graphql_noemt_plaats_en_soort_maar_niet_de_waarde(
    gesprek: Gesprek, document: str, variabelen: dict[str, Any], tekst: str
) -> None:
    fout = gesprek.fout(document, **variabelen)
    assert fout["extensions"]["code"] == "ONGELDIG_VERZOEK"
    assert BSN not in str(fout)
    assert fout["locations"]
    assert fout["message"].endswith(tekst)


def test_een_veld_te_veel_weigert_de_hele_operatie(gesprek: Gesprek) -> None:
    fout = gesprek.fout('{ opleiding(opleidingcode: "25655") { naam } bpvs { __typename } }', AFNEMER)
    assert (fout["extensions"]["code"], fout["path"]) == ("NIET_BEVOEGD", ["bpvs"])


@pytest.mark.parametrize(
    ("document", "instellingen"),
    [
        ("{ bpvs { totalCount } }", {"max_tokens": 5}),
        ("{ bpvs { totalCount } }", {"max_document": 10}),
        ("{ bpvs { edges { node { id } } } }", {"max_diepte": 3}),
        (
            "{ a: bpvs { totalCount } b: bpvs { ...F } } fragment F on BpvConnection { n: totalCount }",
            {"max_aliassen": 2},
        ),
        ("{ bpvs @skip(if: true) @include(if: true) { totalCount } }", {"max_directieven": 1}),
        ("{ bpvs(first: 500) { edges { node { id } } } }", {"max_kosten": 500}),
        ("query { bpvs { edges { node { id omvang versie } } } }", {"max_velden": 5}),
    ],
)
def test_wat_te_groot_is_wordt_geweigerd_voor_er_iets_gelezen_wordt(
    database: Database, document: str, instellingen: dict[str, int]
) -> None:
    with gesprek_met(database) as ruim, gesprek_met(database, **instellingen) as krap:
        assert ruim.antwoord(document).uitgevoerd
        assert krap.fout(document)["extensions"]["code"] == "TE_GROOT"


def test_niet_meer_fouten_dan_is_ingesteld(database: Database) -> None:
    velden = " ".join(f"geen{nummer}" for nummer in range(50))
    with gesprek_met(database, max_fouten=3) as gesprek:
        assert gesprek.antwoord(f"{{ {velden} }}").lichaam.count(b'"message"') <= 4


def test_wat_de_standaardgrenzen_doorlaten(gegevens: Gegevens, gesprek: Gesprek) -> None:
    """Issue 3: a page of 100 enrolments with persoon, perioden, extraOndersteuning and bpvs."""
    gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
    vraag = """{ inschrijvingen(first: 500) { edges { node { persoon { id } perioden { opleiding { naam } }
      extraOndersteuning { datumBegin } bpvs { leerbedrijf { naam } signalen { code } } } } } }"""
    assert len(gesprek.data(vraag)["inschrijvingen"]["edges"]) == 1


@pytest.mark.parametrize("document", ["query A { ik { naam } } query B { ik { naam } }", "query A { ik { naam } }"])
def test_zonder_of_met_een_verkeerde_operatienaam_is_onbekend_wat_er_gevraagd_wordt(
    gesprek: Gesprek, document: str
) -> None:
    def antwoord(naam: str | None) -> bytes:
        verzoek = GraphqlVerzoek(document=document, operatienaam=naam, variabelen={}, alleen_introspectie=False)
        return gesprek.runner.run(gesprek.gecompileerd(verzoek, SCHOOL, "c0ffee")).lichaam

    assert b"ONGELDIG_VERZOEK" in antwoord("C")
    assert antwoord("A") == b'{"data":{"ik":{"naam":"MBO:27DV"}}}'
    assert (antwoord(None) == antwoord("A")) is ("query B" not in document)


def test_over_get_gaat_alleen_introspectie(gesprek: Gesprek) -> None:
    def antwoord(document: str) -> GraphqlAntwoord:
        verzoek = GraphqlVerzoek(document=document, operatienaam=None, variabelen={}, alleen_introspectie=True)
        return gesprek.runner.run(gesprek.gecompileerd(verzoek, SCHOOL, "c0ffee"))

    assert antwoord("{ ...F } fragment F on Query { __schema { queryType { name } } }").soort is Soort.INTROSPECTIE
    with pytest.raises(NietOverGet):
        antwoord("{ __typename ... { ik { naam } } }")


def test_elke_rol_mag_het_schema_bevragen(gesprek: Gesprek) -> None:
    for wie in (SCHOOL, AFNEMER):
        assert gesprek.data("{ __typename __schema { queryType { name } } }", wie) == {
            "__typename": "Query",
            "__schema": {"queryType": {"name": "Query"}},
        }


def test_het_geheugen_is_begrensd(gesprek: Gesprek) -> None:
    documenten = gesprek.gecompileerd.documenten
    for nummer in range(documenten._bewaard.grootte + 5):  # noqa: SLF001 - its size is what this is about
        documenten.lees(f"{{ a{nummer}: ik {{ naam }} }}", None, Rol.MBO)
    assert len(_bewaard(documenten)) == documenten._bewaard.grootte  # noqa: SLF001 - idem
