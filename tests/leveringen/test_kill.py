"""kill -9 in the middle of everything: what was acknowledged is there, whole and once; the rest may be sent again."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import httpx
import psycopg

from tests.buitenwereld import KLAS
from tests.domain.bouw import wijzigen
from tests.klant import SAMEN, als_een_van
from tests.leveringen.dienst import dienst
from tests.leveringen.klas import bekend, van
from tests.register import AANROEPERS, eigen_uitgever

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.domain.bouw import Invoer
    from tests.postgres import Database

SCHRIJVERS: Final = 4
GENOEG: Final = 12
"""So many acknowledged batches, and the process is killed while the next ones run."""
GROOTTE: Final = 4
HUIS: Final = "127.0.0.1"


BATCHES: Final = """
    SELECT split_part(l.kenmerk, '-', 1), count(*), count(DISTINCT o.levering_id)
    FROM levering l LEFT JOIN ontvangst o ON o.levering_id = l.id GROUP BY 1
"""
BOEKEN: Final = """
    SELECT (SELECT count(*) FROM persoon), (SELECT count(*) FROM persoon_instelling),
        (SELECT count(*) FROM inschrijving WHERE versie = 2), (SELECT count(*) FROM inschrijving_historie),
        (SELECT count(*) FROM inschrijving), (SELECT count(*) FROM inschrijvingsperiode), (SELECT count(*) FROM bpv)
"""
NOG_BEZIG: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@dataclass
class Post:
    """Batches on their way to the service, with what was heard of each."""

    gehoord: dict[int, Any] = field(default_factory=dict)
    genoeg: threading.Event = field(default_factory=threading.Event)

    def bezorg(self, adres: str, volgnummers: Iterable[int]) -> None:
        """Deliver batches one after another, until the line breaks."""
        koppen = {"Authorization": f"Bearer {eigen_uitgever().token(AANROEPERS['school'])}"}
        with httpx.Client(base_url=adres, headers=koppen, timeout=60, trust_env=False) as client:
            for volgnummer in volgnummers:
                try:
                    self.gehoord[volgnummer] = _stuur(client, batch(volgnummer))
                except httpx.TransportError:
                    return
                if len(self.gehoord) >= GENOEG:
                    self.genoeg.set()


def batch(volgnummer: int) -> list[Invoer]:
    """A student: identified, enrolled, placed, and enrolled otherwise; the kenmerken follow from the number."""
    leveringen = (*bekend(volgnummer), wijzigen(datumUitschrijvingGepland="2028-07-31", **van(volgnummer)))
    return [een.met(kenmerk=f"{volgnummer}-{plaats}") for plaats, een in enumerate(leveringen)]


def _stuur(client: httpx.Client, leveringen: list[Invoer]) -> Any:  # noqa: ANN401 - JSON
    variabelen = {"leveringen": [als_een_van(levering) for levering in leveringen]}
    antwoord = client.post("/graphql", json={"query": SAMEN, "variables": variabelen}).json()
    assert antwoord["data"]["leveren"]["goedgekeurd"] == GROOTTE, antwoord
    return antwoord["data"]["leveren"]


def lever_en_dood(database: Database, post: Post) -> None:
    """Let writers deliver until enough is acknowledged, and kill the service under their hands."""
    with ThreadPoolExecutor(SCHRIJVERS) as groep, socket.create_server((HUIS, 0)) as luisteraar:
        with dienst(luisteraar, database) as proces:
            adres = f"http://{HUIS}:{luisteraar.getsockname()[1]}"
            werk = [
                groep.submit(post.bezorg, adres, range(eerste, len(KLAS), SCHRIJVERS)) for eerste in range(SCHRIJVERS)
            ]
            assert post.genoeg.wait(120)
            proces.kill()
        luisteraar.close()  # whoever calls now hears that nobody is there
        for deel in werk:
            deel.result()


def klopt(database: Database) -> dict[int, int]:
    """Prove that every batch is there whole or not at all; give the number of receipts of each that is."""
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        while eigenaar.execute(NOG_BEZIG).fetchone() != (0,):
            continue  # the database is still finding out that its client is gone
        batches = eigenaar.execute(BATCHES).fetchall()
        boeken = eigenaar.execute(BOEKEN).fetchone()
    assert {leveringen for _, _, leveringen in batches} == {GROOTTE}
    assert boeken == (len(batches),) * 7
    return {int(volgnummer): ontvangsten for volgnummer, ontvangsten, _ in batches}


def test_wat_bevestigd_is_staat_er_een_keer_en_de_rest_mag_opnieuw(gevulde_database: Database) -> None:
    voor, na = Post(), Post()
    lever_en_dood(gevulde_database, voor)
    staat = klopt(gevulde_database)
    assert voor.gehoord.keys() <= staat.keys()
    assert set(staat.values()) == {GROOTTE}

    nog_eens = range(max(staat) + SCHRIJVERS)
    with socket.create_server((HUIS, 0)) as luisteraar, dienst(luisteraar, gevulde_database):
        na.bezorg(f"http://{HUIS}:{luisteraar.getsockname()[1]}", nog_eens)
    assert na.gehoord.keys() == set(nog_eens)
    assert {volgnummer: na.gehoord[volgnummer] for volgnummer in voor.gehoord} == voor.gehoord
    assert klopt(gevulde_database) == {nr: GROOTTE * (2 if nr in staat else 1) for nr in nog_eens}
