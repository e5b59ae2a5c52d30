"""Peildatum: what was valid on a day, and what filters look at (register.md 10)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.lezen.gegevens import BSN

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek, Json

VRAAG = """
query Dossier($bsn: String = "999910061", $op: Date, $eigen: Date) {
  studentendossier(persoon: {burgerservicenummer: $bsn}, peildatum: $op) {
    persoon { nationaliteiten { code } verblijfstitels { code } }
    inschrijvingen {
      inschrijvingvolgnummer
      perioden { datumBegin datumEinde }
      geldigePeriode { datumBegin }
      eigen: geldigePeriode(peildatum: $eigen) { datumBegin }
      extraOndersteuning { datumBegin }
      bpvs { bpvvolgnummer inschrijving { inschrijvingvolgnummer perioden { datumBegin } } }
    }
  }
}
"""


@pytest.fixture(autouse=True)
def student(gegevens: Gegevens) -> None:
    """One enrolment that ended, and one that runs with two periods, two placements and two periods of support."""
    persoon = gegevens.persoon(
        BSN,
        bij=("27DV",),
        nationaliteiten=[
            {"code": "0052", "datum_begin": "2008-05-17", "datum_einde": "2025-09-00"},
            {"code": "0001", "datum_begin": "2025-00-00", "datum_einde": None},
        ],
        verblijfstitels=[{"code": "21", "datum_begin": "2020-01-01", "datum_einde": "2025-10-15"}],
    )
    oud = gegevens.inschrijving(
        persoon,
        inschrijvingvolgnummer="oud",
        datum_inschrijving=date(2023, 8, 1),
        datum_uitschrijving_werkelijk=date(2025, 7, 31),
    )
    gegevens.periode(oud, datum_begin=date(2023, 8, 1), leertraject="BBL", niveau="MBO_3")
    nieuw = gegevens.inschrijving(persoon, inschrijvingvolgnummer="nieuw")
    gegevens.periode(nieuw, niveau="MBO_4")
    gegevens.periode(nieuw, datum_begin=date(2026, 2, 1), leertraject="BBL", indicatie_bekostigbaar=False)
    gegevens.ondersteuning(nieuw, datum_begin=date(2025, 9, 1), datum_einde=date(2025, 12, 31))
    gegevens.ondersteuning(nieuw, datum_begin=date(2026, 1, 1))
    gegevens.bpv(nieuw, datum_einde_werkelijk=date(2025, 12, 31))
    gegevens.bpv(nieuw, bpvvolgnummer="2", datum_begin=date(2026, 3, 1))


def dossier(gesprek: Gesprek, **variabelen: str) -> Json:
    return gesprek.data(VRAAG, **variabelen)["studentendossier"]


def test_zonder_peildatum_staat_alles_er_en_is_de_geldige_periode_die_van_vandaag(gesprek: Gesprek) -> None:
    gevonden = dossier(gesprek)
    oud, nieuw = gevonden["inschrijvingen"]
    assert oud["perioden"] == [{"datumBegin": "2023-08-01", "datumEinde": "2025-07-31"}]
    assert oud["geldigePeriode"] is None
    assert [periode["datumBegin"] for periode in nieuw["perioden"]] == ["2025-08-01", "2026-02-01"]
    assert nieuw["geldigePeriode"] == {"datumBegin": "2026-02-01"}
    assert len(nieuw["extraOndersteuning"]) == len(nieuw["bpvs"]) == 2
    assert [een["code"] for een in gevonden["persoon"]["nationaliteiten"]] == ["0052", "0001"]


def test_op_een_peildatum_staat_er_wat_toen_gold(gesprek: Gesprek) -> None:
    (nieuw,) = dossier(gesprek, op="2025-12-31")["inschrijvingen"]
    assert nieuw["perioden"] == [{"datumBegin": "2025-08-01", "datumEinde": "2026-01-31"}]
    assert nieuw["geldigePeriode"] == {"datumBegin": "2025-08-01"}
    assert nieuw["extraOndersteuning"] == [{"datumBegin": "2025-09-01"}]
    assert nieuw["bpvs"] == [
        {
            "bpvvolgnummer": "1",
            "inschrijving": {"inschrijvingvolgnummer": "nieuw", "perioden": [{"datumBegin": "2025-08-01"}]},
        }
    ]


def test_de_peildatum_van_het_veld_gaat_voor_die_van_de_vraag(gesprek: Gesprek) -> None:
    (nieuw,) = dossier(gesprek, op="2025-12-31", eigen="2026-02-01")["inschrijvingen"]
    assert nieuw["eigen"] == {"datumBegin": "2026-02-01"}
    assert nieuw["geldigePeriode"] == {"datumBegin": "2025-08-01"}


def test_de_laatste_dag_van_een_inschrijving_telt_mee(gesprek: Gesprek) -> None:
    assert [een["inschrijvingvolgnummer"] for een in dossier(gesprek, op="2025-07-31")["inschrijvingen"]] == ["oud"]
    assert [een["inschrijvingvolgnummer"] for een in dossier(gesprek, op="2025-08-01")["inschrijvingen"]] == ["nieuw"]


@pytest.mark.parametrize(
    ("op", "nationaliteiten", "titels"),
    [
        ("2024-12-31", ["0052"], ["21"]),
        ("2025-08-31", ["0052", "0001"], ["21"]),
        ("2025-09-01", ["0001"], ["21"]),
        ("2025-10-14", ["0001"], ["21"]),
        ("2025-10-15", ["0001"], []),
    ],
)
def test_het_einde_van_nationaliteit_en_verblijfstitel_telt_niet_mee(
    gesprek: Gesprek, op: str, nationaliteiten: list[str], titels: list[str]
) -> None:
    persoon = dossier(gesprek, op=op)["persoon"]
    assert [een["code"] for een in persoon["nationaliteiten"]] == nationaliteiten
    assert [een["code"] for een in persoon["verblijfstitels"]] == titels


@pytest.mark.parametrize(
    ("filter_", "op", "gevonden"),
    [
        ({"leertraject": "BBL"}, None, ["oud", "nieuw"]),
        ({"leertraject": "BBL"}, "2025-12-31", []),
        ({"leertraject": "BOL"}, "2025-12-31", ["nieuw"]),
        ({"leertraject": "BOL"}, None, []),
        ({"niveau": "MBO_3"}, None, ["oud"]),
        ({"niveau": "MBO_4"}, None, []),
        ({"niveau": "MBO_4"}, "2025-12-31", ["nieuw"]),
        ({"bekostigbaar": True}, None, ["oud"]),
        ({"bekostigbaar": False}, None, ["nieuw"]),
        ({"opleidingcode": "25655", "bekostigbaar": False}, None, ["nieuw"]),
        ({"opleidingcode": "99999"}, None, []),
    ],
)
def test_een_filter_toetst_de_periode_van_de_peildatum_anders_vandaag_anders_de_laatste(
    gesprek: Gesprek, filter_: dict[str, object], op: str | None, gevonden: list[str]
) -> None:
    vraag = """query($filter: InschrijvingFilter, $op: Date) {
      inschrijvingen(filter: $filter, peildatum: $op) { totalCount edges { node { inschrijvingvolgnummer } } } }"""
    lijst = gesprek.data(vraag, filter=filter_, op=op)["inschrijvingen"]
    assert [een["node"]["inschrijvingvolgnummer"] for een in lijst["edges"]] == gevonden
    assert lijst["totalCount"] == len(gevonden)


def test_het_niveau_van_een_kwalificatie_filtert_ook_als_het_niet_is_geleverd(
    gegevens: Gegevens, gesprek: Gesprek
) -> None:
    gegevens.opleiding()
    lijst = gesprek.data("{ inschrijvingen(filter: {niveau: MBO_2}) { edges { node { inschrijvingvolgnummer } } } }")
    assert lijst == {"inschrijvingen": {"edges": [{"node": {"inschrijvingvolgnummer": "nieuw"}}]}}


def test_het_leertraject_van_een_bpv_is_dat_van_haar_inschrijving(gesprek: Gesprek) -> None:
    vraag = "query($op: Date) { bpvs(filter: {leertraject: BBL}, peildatum: $op) { totalCount } }"
    assert gesprek.data(vraag) == {"bpvs": {"totalCount": 2}}
    assert gesprek.data(vraag, op="2025-12-31") == {"bpvs": {"totalCount": 0}}
    assert gesprek.data(vraag, op="2026-03-01") == {"bpvs": {"totalCount": 1}}
