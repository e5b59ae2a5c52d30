"""What an operation can reach and what it delivers is taken from its caller; who has nothing left waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.domain.bouw import aanleveren, identificeren
from tests.klant import als_een_van
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from tests.postgres import Database

SAMEN = "mutation($leveringen: [LeveringInput!]!) { leveren(leveringen: $leveringen) { afgekeurd } }"
LIJST = "query($n: Int!) { inschrijvingen(first: $n) { edges { node { perioden { leertraject } } } } }"


def test_een_dure_vraag_put_uit_en_een_ander_merkt_niets(gevulde_database: Database) -> None:
    with register_op(gevulde_database, kosten_per_seconde=0.1, kosten_stoot=1_000) as register:
        school, andere = register.als(AANROEPERS["school"]), register.als(AANROEPERS["andere"])
        school.vraag(LIJST, n=100)
        te_veel = school.stuur(LIJST, n=100)
        assert te_veel.status_code == 429
        assert te_veel.json()["errors"][0]["extensions"]["code"] == "TE_VEEL"
        assert int(te_veel.headers["Retry-After"]) > 0
        school.vraag("{ ik { rol } }")
        andere.vraag(LIJST, n=100)


def test_elke_levering_kost_ook_samen(gevulde_database: Database) -> None:
    with register_op(gevulde_database, kosten_per_seconde=0.1, kosten_stoot=110) as register:
        school = register.als(AANROEPERS["school"])
        leveringen = [identificeren(), *(aanleveren(inschrijvingvolgnummer=str(n)) for n in range(1, 5))]
        drie, twee = [[als_een_van(een) for een in leveringen[:3]], [als_een_van(een) for een in leveringen[3:]]]
        assert school.vraag(SAMEN, leveringen=drie) == {"leveren": {"afgekeurd": 0}}
        assert school.stuur(SAMEN, leveringen=[*twee, twee[0]]).status_code == 429
        assert register.aantal("inschrijving") == 2
        assert school.vraag(SAMEN, leveringen=twee) == {"leveren": {"afgekeurd": 0}}
        assert register.aantal("inschrijving") == 4
