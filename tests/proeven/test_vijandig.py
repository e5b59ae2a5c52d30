"""What is made to hurt is refused before it costs anything, and the next caller hears what he always heard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest
from graphql import get_introspection_query

from tests.domain.bouw import aanleveren, identificeren
from tests.proeven.lichamen import LICHAMEN, document
from tests.proeven.vijandig import BUUR
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Database
    from tests.register import Register

TE_GROOT, ONGELDIG = "TE_GROOT", "ONGELDIG_VERZOEK"
ANDERS: Final = {
    "500 diep": ONGELDIG,
    "500 lijsten diep in een argument": ONGELDIG,
    "500 diep in JSON": ONGELDIG,
    "100.000 diep in JSON": ONGELDIG,
    "null": ONGELDIG,
    "een lijst": ONGELDIG,
    "leeg": ONGELDIG,
    "1.200 variabelen": ONGELDIG,
    "NUL in het document": ONGELDIG,
    "een los surrogaat": ONGELDIG,
    "introspectie": None,
}
"""The code of a refusal, where it is not TE_GROOT; None: it is answered."""
MAG_EEN_LEVERAAR: Final = {"100 dossiers"}
ROLLEN: Final = ("school", "ipo", "afnemer", "brp")


@pytest.fixture(scope="module")
def gedeeld(server: object, gevuld_sjabloon: str) -> Iterator[Register]:
    from tests.postgres import kloon  # noqa: PLC0415 - as tests/conftest.py does

    with kloon(server, gevuld_sjabloon) as database, register_op(database) as register:  # type: ignore[arg-type]
        register.als(AANROEPERS["school"]).registreer(identificeren(), aanleveren())
        yield register


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("naam", LICHAMEN)
def test_wat_pijn_moet_doen_doet_niemand_pijn(gedeeld: Register, naam: str, rol: str) -> None:
    school = gedeeld.als(AANROEPERS["school"])
    voor = school.post(BUUR).content
    antwoord = gedeeld.als(AANROEPERS[rol]).post(LICHAMEN[naam]()).json()
    code = antwoord["errors"][0]["extensions"]["code"] if "errors" in antwoord else None
    if naam in MAG_EEN_LEVERAAR:
        assert code == (None if rol in {"school", "ipo"} else "NIET_BEVOEGD")
    else:
        assert code == ANDERS.get(naam, TE_GROOT)
    assert school.post(BUUR).content == voor


def test_wat_de_buur_hoort_is_een_antwoord(gedeeld: Register) -> None:
    assert gedeeld.als(AANROEPERS["school"]).post(BUUR).json()["data"]["inschrijvingen"]["totalCount"] == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "query A { ik { rol } } query B {" + " ik { rol }" * 101 + "}",
        "{ ik { rol } } fragment Ongebruikt on Query {" + " ik { rol }" * 101 + "}",
        "{" + " ... { ik { ... on Aanroeper { rol } } }" * 101 + "}",
        "{" + "".join(f" ...F{nr}" for nr in range(101)) + "}" + " fragment F0 on Query { ik { rol } }",
        "query A { ik { ...F } } fragment F on Aanroeper { rol ...F } query B {" + " ik { rol }" * 101 + "}",
    ],
)
def test_vaak_hetzelfde_op_een_plaats_wordt_niet_eens_beoordeeld(gedeeld: Register, tekst: str) -> None:
    lichaam = {"query": tekst, "operationName": "A"} if "query A" in tekst else {"query": tekst}
    antwoord = gedeeld.als(AANROEPERS["school"]).post(json.dumps(lichaam).encode()).json()
    assert antwoord["errors"][0]["extensions"]["code"] == TE_GROOT


def test_honderd_keer_hetzelfde_mag(gedeeld: Register) -> None:
    antwoord = gedeeld.als(AANROEPERS["school"]).vraag("{" + " ik { rol }" * 100 + "}")
    assert antwoord == {"ik": {"rol": "MBO"}}


def test_een_kring_van_fragmenten_eindigt(gedeeld: Register) -> None:
    tekst = "{ ...F } fragment F on Query { ik { rol } ...G } fragment G on Query { ...F a: ik { rol } ...G }"
    antwoord = gedeeld.als(AANROEPERS["school"]).post(document(tekst)).json()
    assert {fout["extensions"]["code"] for fout in antwoord["errors"]} == {ONGELDIG}


def test_de_introspectie_van_clients_mag_met_alles_erop(gedeeld: Register) -> None:
    volledig = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True
    )
    for rol in ROLLEN:
        assert gedeeld.als(AANROEPERS[rol]).vraag(volledig)["__schema"]["queryType"]["name"] == "Query"


def test_geen_ruimte_voor_het_archief_is_geen_levering(gevulde_database: Database) -> None:
    """Postgres says disk full where the receipt should go: nothing is registered, and the sender may try again."""
    with register_op(gevulde_database) as register:
        school = register.als(AANROEPERS["school"])
        school.registreer(identificeren())
        register.verbinding.execute(VOL)
        voor = register.stand("raadpleging")
        uitkomst = school.lever(aanleveren(kenmerk="vol"))
        assert (uitkomst["status"], uitkomst["levering"]) == ("AFGEKEURD", None)
        assert [signaal["code"] for signaal in uitkomst["signalen"]] == ["L06"]
        assert register.stand("raadpleging") == voor
        assert school.vraag(json.loads(BUUR)["query"])["inschrijvingen"]["totalCount"] == 0
        register.verbinding.execute("DROP TRIGGER vol ON ontvangst")
        assert school.lever(aanleveren(kenmerk="vol"))["status"] == "GOEDGEKEURD"


VOL: Final = """
    CREATE FUNCTION vol() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full';
    END $$;
    CREATE TRIGGER vol BEFORE INSERT ON ontvangst FOR EACH ROW EXECUTE FUNCTION vol();
"""
