"""The consultation log: one row per person shown, in the reading's own transaction; no row, no data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from resolvers.globale_id import globale_id
from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import AFNEMER, IPO, SCHOOL

if TYPE_CHECKING:
    from domain.aanroeper import Aanroeper
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

DOSSIER = """query Inzien($bsn: String = "999910061") {
  studentendossier(persoon: {burgerservicenummer: $bsn}) {
    persoon { id } inschrijvingen { persoon { id } bpvs { inschrijving { persoon { id } } } } } }"""


def test_een_dossier_is_een_raadpleging(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.bpv(gegevens.inschrijving(persoon))
    gesprek.antwoord(DOSSIER)
    gesprek.antwoord(DOSSIER, IPO)
    assert gegevens.gezien() == [
        (persoon, "MBO:27DV", "MBO", "j.de.vries", "Inzien"),
        (persoon, "IPO", "IPO", None, "Inzien"),
    ]
    sporen = gegevens.verbinding.execute("SELECT DISTINCT trace_id FROM raadpleging").fetchall()
    assert sporen == [("c0ffee",)]


def test_wie_niet_te_zien_was_is_niet_geraadpleegd(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.inschrijving(gegevens.persoon(BSN, bij=("01AA",)), "01AA")
    gesprek.antwoord(DOSSIER)
    gesprek.antwoord("{ inschrijvingen { edges { node { id } } } leveringen { edges { cursor } } }")
    assert gegevens.gezien() == []


def test_een_lijst_raadpleegt_elke_persoon_op_de_bladzijde_een_keer(gegevens: Gegevens, gesprek: Gesprek) -> None:
    een, twee, drie = (gegevens.persoon(bij=("27DV",)) for _ in range(3))
    for persoon in (een, een, twee, drie):
        gegevens.inschrijving(persoon, inschrijvingvolgnummer=str(len(gegevens.gezien()) + next(gegevens.nummers)))
    gesprek.antwoord(
        "{ b: inschrijvingen(first: 3) { edges { node { id } } } a: inschrijvingen(first: 1) { edges { cursor } } }"
    )
    assert sorted(gegevens.gezien()) == [
        (een, "MBO:27DV", "MBO", "j.de.vries", "inschrijvingen"),
        (twee, "MBO:27DV", "MBO", "j.de.vries", "inschrijvingen"),
    ]


def test_tellen_is_niet_raadplegen(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
    gesprek.antwoord("{ inschrijvingen { totalCount __typename } bpvs { totalCount } }")
    assert gegevens.gezien() == []


def test_ook_een_levering_en_een_node_tonen_een_persoon(gegevens: Gegevens, gesprek: Gesprek) -> None:
    een, twee = gegevens.persoon(bij=("27DV",)), gegevens.persoon(bij=("27DV",))
    gegevens.levering("k1", een)
    gegevens.levering("k2")
    inschrijving = gegevens.inschrijving(twee)
    gesprek.antwoord("{ leveringen { edges { node { kenmerk } } } }")
    gesprek.antwoord("query($id: ID!) { node(id: $id) { id } }", id=globale_id("Inschrijving", inschrijving))
    gesprek.antwoord("query($id: ID!) { node(id: $id) { id } }", id=globale_id("Persoon", twee))
    assert [(rij[0], rij[4]) for rij in gegevens.gezien()] == [(een, "leveringen"), (twee, "node"), (twee, "node")]


def test_referentiegegevens_raadplegen_niemand(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.voeg_toe("instelling", brin="27DV", naam="Het College", bekostigd=True)
    vraag = '{ instelling(brin: "27DV") { naam } opleiding(opleidingcode: "25655") { naam } }'
    assert gesprek.data(vraag, AFNEMER) == {"instelling": {"naam": "Het College"}, "opleiding": None}
    assert gegevens.gezien() == []


@pytest.mark.parametrize("wie", [SCHOOL, IPO])
def test_de_gewone_uitvoering_raadpleegt_dezelfde_personen(
    gegevens: Gegevens, gesprek: Gesprek, wie: Aanroeper
) -> None:
    for persoon in [gegevens.persoon(bij=("27DV",)) for _ in range(3)]:
        gegevens.bpv(gegevens.inschrijving(persoon))
    vraag = "{ bpvs(first: 2) { edges { node { inschrijving { persoon { geslachtsnaam } } } } } }"
    gesprek.antwoord(vraag, wie)
    direct = set(gegevens.gezien())
    gegevens.verbinding.execute("ALTER TABLE raadpleging DISABLE TRIGGER ALL")
    gegevens.verbinding.execute("DELETE FROM raadpleging")
    gesprek.data(vraag, wie)
    assert len(direct) == 2
    assert set(gegevens.gezien()) == direct


def test_zonder_raadpleging_geen_gegevens(
    gegevens: Gegevens, gesprek: Gesprek, caplog: pytest.LogCaptureFixture
) -> None:
    gegevens.inschrijving(gegevens.persoon(BSN, bij=("27DV",)))
    gegevens.verbinding.execute(
        "CREATE FUNCTION weiger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'vol'; END $$"
    )
    gegevens.verbinding.execute(
        "CREATE TRIGGER vol BEFORE INSERT ON raadpleging FOR EACH ROW EXECUTE FUNCTION weiger()"
    )
    with pytest.raises(Exception, match="vol"):
        gesprek.antwoord(DOSSIER)
    gewoon = json.loads(gesprek.antwoord("{ ik { naam } inschrijvingen { edges { node { id } } } }").lichaam)
    assert gewoon["data"] is None
    assert gewoon["errors"][0]["extensions"]["code"] == "INTERN"
    assert "vol" not in json.dumps(gewoon)
    assert BSN not in caplog.text
    assert gegevens.gezien() == []


def test_een_operatienaam_met_een_nummer_komt_niet_in_het_log(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.inschrijving(gegevens.persoon(BSN, bij=("27DV",)))
    gesprek.antwoord("query Van999910061 { inschrijvingen { edges { cursor } } }")
    assert [rij[4] for rij in gegevens.gezien()] == ["Van…"]
