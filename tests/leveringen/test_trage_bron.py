"""A source that hangs or fails slows nobody else: no connection, lock or turn is held while it is asked."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Final

import pytest

from app.bronnen.onderbreker import NA, PAUZE
from tests.buitenwereld import in_letters
from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, zoeken
from tests.domain.wereld import NIEUWKOMER
from tests.klant import signalen
from tests.leveringen.verhaal import ingeschreven
from tests.register import AANROEPERS, register_op
from tests.werkplaats import Werkplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

Json = dict[str, Any]
LANG: Final = 2.0
"""How long the source is waited for here; what takes less than half of it did not wait."""
KRAP: Final = {"pool_grootte": 1, "brp_time_out": LANG, "sbb_time_out": LANG}
ONDERBROKEN: Final = {**KRAP, "brp_time_out": 20.0, "wachtfactor": 1.0}


@pytest.fixture
def krap(gevulde_database: Database) -> Iterator[Register]:
    """A register with one connection: who holds it while waiting is found out."""
    with register_op(gevulde_database, **KRAP) as register:
        register.als(AANROEPERS["school"]).registreer(*ingeschreven())
        yield register


class Wachtenden:
    """Callers who each deliver something that needs the source, at the same time."""

    def __init__(self, klant: Klant, leveringen: list[Invoer]) -> None:
        self.gehoord: list[Json] = []
        self.draden = [threading.Thread(target=self._lever, args=(klant, een)) for een in leveringen]

    def __enter__(self) -> None:
        for draad in self.draden:
            draad.start()

    def __exit__(self, *_: object) -> None:
        for draad in self.draden:
            draad.join()

    def _lever(self, klant: Klant, levering: Invoer) -> None:
        self.gehoord.append(klant.lever(levering))


def zoekenden(aantal: int) -> list[Invoer]:
    return [zoeken(geslachtsnaam=f"Nieuw {in_letters(nummer)}") for nummer in range(aantal)]


def duur(klant: Klant, *leveringen: Invoer) -> float:
    begin = time.monotonic()
    klant.registreer(*leveringen)
    return time.monotonic() - begin


def wacht_tot_gevraagd(register: Register, aantal: int) -> None:
    einde = time.monotonic() + LANG
    while register.brp.gevraagd < aantal:
        assert time.monotonic() < einde


def test_wie_de_brp_niet_nodig_heeft_wacht_niet_op_een_brp_die_hangt(krap: Register) -> None:
    school, andere = krap.als(AANROEPERS["school"]), krap.als(AANROEPERS["andere"])
    krap.brp.stoor("time-out")
    krap.brp.gevraagd = 0
    wachtenden = Wachtenden(school, zoekenden(NA - 1))
    with wachtenden:
        wacht_tot_gevraagd(krap, NA - 1)
        assert duur(school, aanleveren()) < LANG / 2
        assert duur(andere, identificeren()) < LANG / 2
        assert duur(school, aanleveren_bpv()) < LANG / 2
    assert [signalen(een) for een in wachtenden.gehoord] == [[("P06", "")]] * (NA - 1)


def test_wie_de_brp_wel_nodig_heeft_wacht_niet_op_de_beurt_van_een_ander(krap: Register) -> None:
    """Each asks by itself: twenty that hang leave the next its own question, and its own time."""
    krap.brp.stoor("time-out", aantal=20)
    krap.brp.gevraagd = 0
    wachtenden = Wachtenden(krap.als(AANROEPERS["school"]), zoekenden(20))
    with wachtenden:
        wacht_tot_gevraagd(krap, 20)
        assert duur(krap.als(AANROEPERS["andere"]), identificeren(burgerservicenummer=NIEUWKOMER)) < LANG / 2
    assert {een["status"] for een in wachtenden.gehoord} == {"IN_BEHANDELING"}


def test_een_sbb_die_hangt_houdt_geen_inschrijving_op(krap: Register) -> None:
    school = krap.als(AANROEPERS["school"])
    krap.sbb.stoor("time-out")
    with Wachtenden(school, [aanleveren_bpv(bpvvolgnummer=str(nummer)) for nummer in range(10, 13)]):
        assert duur(school, aanleveren()) < LANG / 2
        assert duur(school, identificeren(burgerservicenummer=NIEUWKOMER)) < LANG / 2


def test_een_brp_die_blijft_falen_wordt_even_niet_gevraagd(
    gevulde_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    nu = time.monotonic()
    monkeypatch.setattr("app.bronpoorten.monotonic", lambda: nu)
    with register_op(gevulde_database, **ONDERBROKEN) as register:
        school = register.als(AANROEPERS["school"])
        register.brp.stoor("503")
        school.lever_samen(*zoekenden(NA))
        assert (register.brp.gevraagd, stand(register)) == (NA, "onderbroken")
        register.brp.stoor(None)
        assert signalen(school.lever(identificeren())) == [("P06", "")]
        assert register.brp.gevraagd == NA
        nu += PAUZE
        assert school.lever(identificeren())["status"] == "GOEDGEKEURD"
        assert (register.brp.gevraagd, stand(register)) == (NA + 1, "bereikbaar")


def test_de_toestand_staat_in_gereed_en_in_de_metrieken_en_maakt_niets_onbereikbaar(
    gevulde_database: Database,
) -> None:
    with register_op(gevulde_database, **ONDERBROKEN) as register:
        school = register.als(AANROEPERS["school"])
        assert (stand(register), meting(register, 'bron_onderbroken{bron="BRP"}')) == ("bereikbaar", 0.0)
        register.brp.stoor("503")
        school.lever_samen(*zoekenden(NA + 2))
        assert meting(register, 'bron_onderbroken{bron="BRP"}') == 1.0
        assert meting(register, 'bron_onderbroken{bron="SBB"}') == 0.0
        assert meting(register, 'bronvragen_total{bron="BRP",uitkomst="fout"}') == NA
        assert meting(register, 'bronvragen_total{bron="BRP",uitkomst="overgeslagen"}') == 2
        antwoord = register.lus.doe(register.http.get("/gereed"))
        assert (antwoord.status_code, antwoord.json()["gereed"]) == (200, True)
        assert antwoord.json()["bronnen"] == {"BRP": "onderbroken", "SBB": "bereikbaar"}


def test_een_hangende_brp_houdt_ander_werk_op_de_achtergrond_niet_op(krap: Register) -> None:
    """A worker's hands are full of identifications that hang: the placement that waits for SBB is judged at once."""
    school = krap.als(AANROEPERS["school"])
    for bron in (krap.brp, krap.sbb):
        bron.stoor("503")
    school.lever_samen(*zoekenden(4), aanleveren_bpv())
    krap.sbb.stoor(None)
    krap.brp.stoor("time-out")
    krap.verbinding.execute("UPDATE procrastinate.procrastinate_jobs SET scheduled_at = now()")
    werker = threading.Thread(target=Werkplaats(register=krap, seconden=LANG).werk)
    begin = time.monotonic()
    werker.start()
    while not krap.rijen("SELECT 1 FROM bericht WHERE soort = 'KWALITEITSSIGNAAL'"):
        assert time.monotonic() - begin < LANG
    assert werker.is_alive()
    werker.join()


def stand(register: Register) -> str:
    return str(register.lus.doe(register.http.get("/gereed")).json()["bronnen"]["BRP"])


def meting(register: Register, naam: str) -> float:
    tekst = register.lus.doe(register.http.get("/metrics")).text
    (regel,) = (regel for regel in tekst.splitlines() if regel.startswith(f"bron_{naam} "))
    return float(regel.rsplit(" ", 1)[1])
