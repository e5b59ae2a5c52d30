"""The inbox: each reads its own, in one order, until it is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from resolvers.globale_id import globale_id
from tests.berichten.postbus import nummer
from tests.domain.bouw import aanleveren, identificeren, opnieuw, zoeken
from tests.domain.wereld import NIEUWKOMER
from tests.register import AANROEPERS
from tests.schema.operaties import operatie

if TYPE_CHECKING:
    from tests.berichten.postbus import Postbus
    from tests.register import Register


def test_een_bericht_is_er_pas_als_het_een_plaats_heeft(postbus: Postbus) -> None:
    postbus.schrijf(1, 2)
    assert postbus.bladzijde() == {
        "totalCount": 0, "pageInfo": {"hasNextPage": False, "endCursor": None}, "edges": [],
    }  # fmt: skip
    assert nummer(postbus.register) == 2
    assert postbus.nummers() == [1, 2]


def test_elk_leest_de_eigen_berichten_en_niemand_die_van_een_ander(
    postbus: Postbus, andere: Postbus, afnemer: Postbus
) -> None:
    postbus.ontvang(1)
    andere.ontvang(2, instelling="25LX")
    afnemer.ontvang(3, instelling=None, afnemer="CBS")
    afnemer.ontvang(4, instelling=None, afnemer="RMC-29")
    assert [een.nummers() for een in (postbus, andere, afnemer)] == [[1], [2], [3]]
    assert [een.bladzijde()["totalCount"] for een in (postbus, andere, afnemer)] == [1, 1, 1]


def test_bladeren_gaat_op_volgorde_van_plaats(postbus: Postbus) -> None:
    postbus.ontvang(1, 2, 3)
    eerste = postbus.bladzijde(first=2)
    assert eerste["totalCount"] == 3
    assert eerste["pageInfo"]["hasNextPage"]
    na = eerste["pageInfo"]["endCursor"]
    assert na == eerste["edges"][1]["node"]["id"]
    assert postbus.nummers(after=na) == [3]
    postbus.ontvang(4)
    assert postbus.nummers(after=na) == [3, 4]


def test_bevestigen_telt_en_neemt_uit_de_lijst(postbus: Postbus, andere: Postbus) -> None:
    andere.ontvang(1, instelling="25LX")
    postbus.ontvang(2, 3, 4)
    assert postbus.bevestig(3) == 2
    assert postbus.bevestig(3) == 0
    assert postbus.nummers() == [4]
    assert postbus.nummers(bevestigd=True) == [2, 3]
    assert postbus.nummers(bevestigd=None) == [2, 3, 4]
    assert [edge["node"]["bevestigdOp"] is None for edge in postbus.bladzijde(bevestigd=None)["edges"]] == [
        False, False, True,
    ]  # fmt: skip
    assert andere.nummers() == [1], "a confirmation is of the receiver alone"


def test_een_afnemer_bevestigt_ook(afnemer: Postbus, postbus: Postbus) -> None:
    postbus.ontvang(1)
    afnemer.ontvang(2, 3, instelling=None, afnemer="CBS")
    assert afnemer.bevestig(2) == 1
    assert afnemer.nummers() == [3]
    assert postbus.nummers() == [1]


def test_het_bericht_van_een_ander_bestaat_niet(postbus: Postbus, andere: Postbus) -> None:
    """Of somebody else, of nobody, without a place yet, or no id at all: one answer, and nothing is confirmed."""
    andere.ontvang(1, instelling="25LX")
    postbus.ontvang(2)
    postbus.schrijf(3)
    ids = [andere.id(1), globale_id("Bericht", 99), globale_id("Bericht", 3), globale_id("Persoon", 1), "onzin", ""]
    fouten = {
        (antwoord["errors"][0]["message"], antwoord["errors"][0]["extensions"]["code"])
        for antwoord in (postbus.probeer(id_).json() for id_ in ids)
        if antwoord["data"] == {"bevestigenBerichten": None}
    }
    assert fouten == {("totEnMet: geen bericht van de aanroeper.", "ONGELDIG_VERZOEK")}
    assert (postbus.nummers(), andere.nummers()) == ([2], [1])


@pytest.mark.parametrize("wie", ["ipo", "brp", "sbb", "vo"])
@pytest.mark.parametrize("veld", ["Query.berichten", "Mutation.bevestigenBerichten"])
def test_ipo_en_bronregisters_hebben_geen_postbus(register: Register, wie: str, veld: str) -> None:
    fouten = register.als(AANROEPERS[wie]).stuur(operatie(*veld.split("."))).json()["errors"]
    assert {(fout["extensions"]["code"], fout["extensions"]["regel"]) for fout in fouten} >= {
        ("NIET_BEVOEGD", f"{veld} vraagt MBO of AFNEMER")
    }


def test_node_vindt_een_eigen_bericht_en_voor_ipo_niets(postbus: Postbus, andere: Postbus, register: Register) -> None:
    postbus.ontvang(1)
    vraag, id_ = "query($id: ID!) { node(id: $id) { id } }", postbus.id(1)
    assert postbus.klant.vraag(vraag, id=id_) == {"node": {"id": id_}}
    assert andere.klant.vraag(vraag, id=id_) == {"node": None}
    assert register.als(AANROEPERS["ipo"]).vraag(vraag, id=id_) == {"node": None}


def test_een_bericht_van_een_levering_wijst_naar_de_student(
    register: Register, postbus: Postbus, andere: Postbus
) -> None:
    """Whoever reads it has consulted that student, and sees only what is theirs."""
    nummer_ = andere.klant.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"]
    postbus.klant.lever(zoeken())
    postbus.klant.lever(opnieuw(onderwijsnummer=nummer_, burgerservicenummer=NIEUWKOMER))
    nummer(register)
    velden = "soort inhoud persoon { burgerservicenummer } inschrijving { id } resultaat { id }"
    vraag = f"query Post {{ berichten {{ edges {{ node {{ {velden} }} }} }} }}"
    for wie in (postbus, andere):
        (edge,) = wie.klant.vraag(vraag)["berichten"]["edges"]
        assert edge["node"] == {
            "soort": "SLEUTELWIJZIGING",
            "inhoud": {"oud": {"onderwijsnummer": nummer_}, "nieuw": {"burgerservicenummer": NIEUWKOMER}},
            "persoon": {"burgerservicenummer": NIEUWKOMER},
            "inschrijving": None,
            "resultaat": None,
        }
    gezien = register.rijen("SELECT aanroeper FROM raadpleging WHERE operatie = 'Post' ORDER BY aanroeper")
    assert gezien == [("MBO:25LX",), ("MBO:27DV",)]


def test_een_bericht_over_een_inschrijving_wijst_ernaar(register: Register, postbus: Postbus) -> None:
    namens = {"beheer": {"instelling": "27DV", "reden": "herstel"}}
    ipo = register.als(AANROEPERS["ipo"])
    ipo.registreer(identificeren(**namens), aanleveren(**namens))
    nummer(register)
    vraag = "{ berichten { edges { node { soort inschrijving { inschrijvingvolgnummer } } } } }"
    gelezen = [edge["node"] for edge in postbus.klant.vraag(vraag)["berichten"]["edges"]]
    volgnummer = aanleveren().velden["inschrijvingvolgnummer"]
    assert [een["inschrijving"] and een["soort"] for een in gelezen] == [None, "BEHEER"]
    assert gelezen[1]["inschrijving"] == {"inschrijvingvolgnummer": volgnummer}


def test_de_lijst_gaat_over_haar_index(register: Register, postbus: Postbus) -> None:
    """Row-level security must not cost the filter or the order of the inbox its index (few rows it would sort)."""
    register.rijen(
        "INSERT INTO bericht (soort, instelling, inhoud, positie, bevestigd_op)"
        " SELECT 'BEHEER', CASE WHEN n %% 100 = 0 THEN '27DV' ELSE 'X' || n %% 100 END, '{}', n,"
        " CASE WHEN n < 10000 THEN now() END FROM generate_series(1, 20000) n RETURNING 1"
    )
    register.verbinding.execute("ANALYZE bericht")
    with register.verbinding.transaction(force_rollback=True):
        register.rijen(
            "SELECT set_config('role', %s, true), set_config('bron.instelling', '27DV', true),"
            " set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_sort', 'off', true)",
            f"{register.database.rolprefix}lezer_mbo",
        )
        register.verbinding.execute(
            "PREPARE post(text, boolean, bigint) AS SELECT id FROM bericht WHERE positie IS NOT NULL"
            " AND instelling = $1 AND (bevestigd_op IS NOT NULL) = $2 AND positie > $3 ORDER BY positie LIMIT 50"
        )
        plan = "\n".join(regel for (regel,) in register.rijen("EXPLAIN EXECUTE post('27DV', false, 10)"))
    assert "ix_bericht_instelling" in plan
    assert "Sort" not in plan
    assert postbus.bladzijde(first=1)["totalCount"] == 101
