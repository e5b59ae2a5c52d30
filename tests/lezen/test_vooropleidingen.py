"""Prior education: for every institution that identified the person, and not for others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import ANDERE, IPO, SCHOOL

if TYPE_CHECKING:
    from domain.aanroeper import Aanroeper
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek, Json

VRAAG: Final = """
query Vooropleiding($bsn: String = "999910061", $op: Date) {
  studentendossier(persoon: {burgerservicenummer: $bsn}, peildatum: $op) {
    ... on MboStudentendossier { vooropleidingen { ...Alles } }
    ... on IpoStudentendossier { vooropleidingen { ...Alles } }
  }
}
fragment Alles on Vooropleiding {
  __typename soort omschrijving instelling datumResultaat behaald vakken { vakcode omschrijving eindcijfer }
}
"""


def vooropleidingen(gesprek: Gesprek, wie: Aanroeper = SCHOOL, **variabelen: object) -> Json:
    """The query without the other role's dossier: a school may not even name that of IPO."""
    weg = "IpoStudentendossier" if wie is not IPO else "MboStudentendossier"
    regels = [regel for regel in VRAAG.splitlines() if weg not in regel]
    return gesprek.data("\n".join(regels), wie, **variabelen)["studentendossier"]["vooropleidingen"]


@pytest.mark.parametrize("wie", [SCHOOL, ANDERE, IPO])
def test_wie_de_student_kent_ziet_elke_vooropleiding_met_haar_vakken(
    gegevens: Gegevens, gesprek: Gesprek, wie: Aanroeper
) -> None:
    gegevens.voeg_toe("codelijst", lijst="hoogsteVooropleiding", code="06", omschrijving="havo")
    gegevens.voeg_toe("codelijst", lijst="vooropleidingVak", code="NE", omschrijving="Nederlands")
    vakken = [{"vakcode": "WI", "eindcijfer": None}, {"vakcode": "NE", "eindcijfer": 7}]
    gegevens.vooropleiding(gegevens.persoon(BSN, bij=("27DV", "01AA")), vakken=vakken)
    assert vooropleidingen(gesprek, wie) == [
        {
            "__typename": "Vooropleiding",
            "soort": "06",
            "omschrijving": "havo",
            "instelling": "00AA",
            "datumResultaat": "2024-06-14",
            "behaald": True,
            "vakken": [
                {"vakcode": "NE", "omschrijving": "Nederlands", "eindcijfer": 7},
                {"vakcode": "WI", "omschrijving": None, "eindcijfer": None},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("op", "soorten"), [(None, ["05", "06", "99"]), ("2024-06-13", ["05", "99"]), ("2022-01-01", ["99"])]
)
def test_op_een_peildatum_staat_er_wat_dan_behaald_is_of_geen_datum_heeft(
    gegevens: Gegevens, gesprek: Gesprek, op: str | None, soorten: list[str]
) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.vooropleiding(persoon)
    gegevens.vooropleiding(persoon, soort="99", school=None, datum_resultaat=None, behaald=False)
    gegevens.vooropleiding(persoon, soort="05", datum_resultaat=date(2022, 6, 14))
    assert [een["soort"] for een in vooropleidingen(gesprek, op=op)] == soorten


def test_wat_op_een_onbekende_persoon_wacht_is_van_niemand(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.persoon(BSN, bij=("27DV",))
    gegevens.vooropleiding(None, nummer="999990019")
    assert vooropleidingen(gesprek) == vooropleidingen(gesprek, IPO) == []
