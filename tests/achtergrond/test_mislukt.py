"""Work that keeps failing: IPO sees it, the log tells it, no other work waits for it, and it goes when it succeeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from structlog.testing import capture_logs

from app.achtergrond.mislukt import DREMPEL
from app.cli import app as bron
from resolvers.hervatten import Hervatten
from tests.achtergrond.werkvoorraad import toon, voorraad
from tests.domain.bouw import identificeren, zoeken
from tests.domain.wereld import NIEUWKOMER
from tests.leveringen.bewijs import levering_id
from tests.overzichten.aanvragen import vraag_aan

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

Json = dict[str, Any]
BANEN: Final = "SELECT status::text FROM procrastinate.procrastinate_jobs WHERE task_name = %s"


class GiftError(RuntimeError):
    """A fault that nobody foresaw, with somebody's number in its text."""


@pytest.fixture
def gif(monkeypatch: pytest.MonkeyPatch) -> Callable[[int | None], None]:
    """Let one delivery break whoever goes on with it; None: no more."""
    gezond = Hervatten.identificeer

    def vergiftig(levering: int | None) -> None:
        async def identificeer(self: Hervatten, levering_id: int) -> bool:
            if levering_id == levering:
                raise GiftError("999910061 kan niet")
            return await gezond(self, levering_id)

        monkeypatch.setattr(Hervatten, "identificeer", identificeer)

    return vergiftig


def wacht(register: Register, school: Klant, *leveringen: Any) -> list[Json]:  # noqa: ANN401 - deliveries
    register.brp.stoor("503")
    uitkomsten: list[Json] = school.lever_samen(*leveringen)["uitkomsten"]
    register.brp.stoor(None)
    return uitkomsten


def test_wat_blijft_mislukken_ziet_ipo_en_de_rest_gaat_door(
    register: Register,
    school: Klant,
    ipo: Klant,
    werkplaats: Werkplaats,
    gif: Callable[[int | None], None],
) -> None:
    giftig, *anderen = wacht(register, school, identificeren(), identificeren(burgerservicenummer=NIEUWKOMER), zoeken())
    gif(levering_id(giftig))
    for keer in range(1, DREMPEL):
        werkplaats.werk()
        assert voorraad(ipo) == [], keer
    with capture_logs() as log:
        werkplaats.werk()
    verwacht = {"event": "werk_blijft_mislukken", "taak": "identificatie", "keren": DREMPEL, "soort": "GiftError"}
    assert [regel for regel in log if verwacht.items() <= regel.items()]
    (werk,) = voorraad(ipo, "MISLUKT_WERK")
    assert (werk["soort"], werk["kandidaten"], werk["levering"]["id"]) == ("MISLUKT_WERK", [], giftig["levering"]["id"])
    assert "identificatie" in werk["toelichting"]
    assert "GiftError" in werk["toelichting"]
    assert "999910061" not in werk["toelichting"]
    assert register.rijen("SELECT count(*) FROM bericht WHERE soort = 'IDENTIFICATIE_AFGEROND'") == [(len(anderen),)]

    metrieken = register.lus.doe(register.http.get("/metrics")).text
    assert "bron_werk_mislukt 1.0" in metrieken
    assert "bron_werk_te_kiezen 0.0" in metrieken

    werkplaats.werk()
    assert [een["id"] for een in voorraad(ipo)] == [werk["id"]]
    gif(None)
    werkplaats.werk()
    assert voorraad(ipo) == []
    assert toon(ipo, werk)["afgehandeldOp"] is not None
    assert school.vraag("query L($k: String!) { levering(kenmerk: $k) { status } }", k=giftig["kenmerk"]) == {
        "levering": {"status": "GOEDGEKEURD"}
    }


def test_een_bron_of_databank_die_weg_is_is_geen_mislukking(
    register: Register, school: Klant, ipo: Klant, werkplaats: Werkplaats, gif: Callable[[int | None], None]
) -> None:
    """However often it waited: the first fault that nobody foresaw is still the first."""
    (giftig,) = wacht(register, school, identificeren())
    register.brp.stoor("503")
    for _ in range(DREMPEL + 1):
        werkplaats.werk()
    gif(levering_id(giftig))
    for _ in range(DREMPEL - 1):
        werkplaats.werk()
    assert voorraad(ipo) == []
    werkplaats.werk()
    assert [een["soort"] for een in voorraad(ipo)] == ["MISLUKT_WERK"]


def test_na_een_goede_keer_begint_het_tellen_opnieuw(
    register: Register, ipo: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stuk(*_: object) -> None:
        raise GiftError

    for _ in range(2):
        with monkeypatch.context() as gebroken:
            gebroken.setattr("app.achtergrond.samenstelling.beoordeel_register", stuk)
            for _ in range(DREMPEL - 1):
                zet_kwaliteit_klaar(register)
                werkplaats.werk()
        zet_kwaliteit_klaar(register)
        werkplaats.werk()
    assert voorraad(ipo) == []


def test_wat_bleef_liggen_gaat_met_een_opdracht_verder(
    register: Register, school: Klant, ipo: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An overview is tried a few times, and then only when somebody says so."""
    vraag_aan(school)
    with monkeypatch.context() as stuk:
        stuk.setattr("app.achtergrond.overzichten.bestandsnaam", None)
        for _ in range(DREMPEL + 2):
            werkplaats.werk()
    assert register.rijen(BANEN, "overzicht") == [("failed",)]
    (werk,) = voorraad(ipo)
    assert (werk["levering"], "overzicht" in werk["toelichting"]) == (None, True)

    monkeypatch.setenv("BRON_DATABASE_URL", register.database.eigenaar_url)
    with pytest.raises(SystemExit) as einde:
        bron(["hervat"])
    assert einde.value.code == 0
    werkplaats.werk()
    assert (register.rijen(BANEN, "overzicht"), voorraad(ipo)) == ([], [])


def test_wat_op_de_klok_mislukt_staat_er_een_keer(
    register: Register, ipo: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stuk(*_: object) -> None:
        raise GiftError

    with monkeypatch.context() as gebroken:
        gebroken.setattr("app.achtergrond.samenstelling.beoordeel_register", stuk)
        for _ in range(DREMPEL + 1):
            zet_kwaliteit_klaar(register)
            werkplaats.werk()
    assert [een["soort"] for een in voorraad(ipo)] == ["MISLUKT_WERK"]
    zet_kwaliteit_klaar(register)
    werkplaats.werk()
    assert voorraad(ipo) == []


def zet_kwaliteit_klaar(register: Register) -> None:
    """The look for quality signals, as the clock queues it: a new job each time."""
    register.verbinding.execute("DELETE FROM procrastinate.procrastinate_jobs WHERE task_name = 'kwaliteit'")
    register.verbinding.execute("""
        INSERT INTO procrastinate.procrastinate_jobs (queue_name, task_name, args, queueing_lock)
        VALUES ('default', 'kwaliteit', '{"timestamp": 0}', 'kwaliteit')
    """)


def test_zonder_databank_voor_de_notitie_gaat_het_werk_terug_in_de_wachtrij(
    register: Register, school: Klant, werkplaats: Werkplaats, gif: Callable[[int | None], None]
) -> None:
    (giftig,) = wacht(register, school, identificeren())
    gif(levering_id(giftig))
    register.verbinding.execute("ALTER TABLE werk RENAME COLUMN baan TO weg")
    werkplaats.werk()
    assert register.rijen(BANEN, "identificatie") == [("todo",)]
