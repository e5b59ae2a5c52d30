"""Making an overview: what the worker shows of it, and what is left when it does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from app.achtergrond.overzichten import FOUT
from app.opslag.overzichten import maken
from app.opslag.overzichten.maken import Overzichtopslag
from app.registratieoverzicht.schrijven import Schrijver
from tests.domain.bouw import aanleveren, identificeren
from tests.domain.wereld import BUURMAN, STUDENT
from tests.leveringen.verhaal import met_stage
from tests.overzichten.aanvragen import haal, maak, toon, vraag_aan

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

JOBS = """
    SELECT status::text, attempts, scheduled_at > now() FROM procrastinate.procrastinate_jobs
    WHERE task_name = 'overzicht'
"""


def test_de_voortgang_is_te_volgen(school: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step stands in the register before the next is made: who follows it reads the same."""
    buurman = identificeren(burgerservicenummer=BUURMAN, geslacht="M")
    school.registreer(*met_stage(), buurman, aanleveren(persoon={"burgerservicenummer": BUURMAN}))
    getoond: list[int] = []
    vorder = Overzichtopslag.vorder

    async def gevolgd(self: Overzichtopslag, overzicht_id: int, voortgang: int) -> None:
        await vorder(self, overzicht_id, voortgang)
        async with self.toegang.schrijver() as verbinding:
            rij = await (await verbinding.execute("SELECT status, voortgang FROM overzicht")).fetchone()
        assert rij == ("BEZIG", voortgang)
        getoond.append(voortgang)

    monkeypatch.setattr(maken, "DEEL", 1)
    monkeypatch.setattr(Overzichtopslag, "vorder", gevolgd)
    overzicht, _ = maak(school, werkplaats)
    assert getoond == [50, 99]
    assert overzicht["voortgang"] == 100


def test_wat_misgaat_staat_er_met_een_reden_en_wordt_opnieuw_geprobeerd(
    register: Register, school: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    school.registreer(*met_stage())
    overzicht = vraag_aan(school)["overzicht"]
    with monkeypatch.context() as kapot:
        kapot.setattr(maken, "DEEL", 1)
        kapot.setattr(Schrijver, "sluit", lambda _: 1 / 0)
        werkplaats.werk()
    mislukt = toon(school, overzicht)
    assert mislukt
    assert (mislukt["status"], mislukt["fout"], mislukt["url"]) == ("MISLUKT", FOUT, None)
    assert register.aantal("overzichtdeel") == 0
    assert register.rijen(JOBS) == [("todo", 1, True)]
    register.verbinding.execute("UPDATE procrastinate.procrastinate_jobs SET scheduled_at = now()")
    werkplaats.werk()
    gelukt = toon(school, overzicht)
    assert gelukt
    assert (gelukt["status"], gelukt["fout"]) == ("GEREED", None)
    assert register.rijen(JOBS) == []


def test_na_vier_pogingen_blijft_het_mislukt(
    register: Register, school: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    overzicht = vraag_aan(school)["overzicht"]
    monkeypatch.setattr(Schrijver, "sluit", lambda _: 1 / 0)
    for _ in range(5):
        werkplaats.werk()
        register.verbinding.execute("UPDATE procrastinate.procrastinate_jobs SET scheduled_at = now()")
    assert register.rijen(JOBS) == [("failed", 5, False)]
    getoond = toon(school, overzicht)
    assert getoond
    assert getoond["status"] == "MISLUKT"


def test_het_overzicht_is_van_een_moment(
    register: Register, school: Klant, werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changes while it is made is not in it: half of the one and half of the other would be neither."""
    school.registreer(*met_stage())
    student = Schrijver.voorloop

    def intussen(self: Schrijver, *rest: object) -> str:
        with psycopg.connect(register.database.eigenaar_url) as eigenaar:
            eigenaar.execute("UPDATE inschrijving SET datum_uitschrijving_gepland = '2031-01-01'")
        return student(self, *rest)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(Schrijver, "voorloop", intussen)
    _, regels = maak(school, werkplaats)
    assert register.rij("SELECT datum_uitschrijving_gepland::text FROM inschrijving") == ("2031-01-01",)
    (inschrijving,) = [regel for regel in regels if regel.startswith("ISG")]
    assert "2031" not in inschrijving


def test_wat_eenmaal_gemaakt_is_wordt_niet_nog_eens_gemaakt(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    """A worker that died after its commit and before its report leaves the job behind."""
    overzicht, regels = maak(school, werkplaats)
    (nummer,) = register.rij("SELECT id FROM overzicht")
    register.verbinding.execute(
        "INSERT INTO procrastinate.procrastinate_jobs (queue_name, task_name, args)"
        " VALUES ('default', 'overzicht', jsonb_build_object('overzicht_id', %s::bigint))",
        [nummer],
    )
    school.registreer(*met_stage())
    werkplaats.werk()
    assert register.rijen(JOBS) == []
    assert haal(school, overzicht["url"]).text.splitlines() == regels


def test_van_een_gemaakt_bestand_verandert_niemand_iets(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    maak(school, werkplaats)
    prefix = register.database.rolprefix
    for opdracht in ("UPDATE overzichtdeel SET inhoud = ''", "DELETE FROM overzichtdeel", "DELETE FROM overzicht"):
        with psycopg.connect(register.database.dienst_url) as dienst:
            dienst.execute(f"SET ROLE {prefix}schrijver")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                dienst.execute(opdracht.encode())


def test_de_instelling_krijgt_bericht(register: Register, school: Klant, ipo: Klant, werkplaats: Werkplaats) -> None:
    """Whoever asked for it; it stands there from the moment that the file does."""
    overzicht = vraag_aan(ipo, instelling="27DV")["overzicht"]
    vraag = "SELECT instelling, inhoud FROM bericht WHERE soort = 'OVERZICHT_GEREED'"
    assert register.rijen(vraag) == []
    werkplaats.werk()
    inhoud = {
        "overzicht": overzicht["id"],
        "soort": "REGISTRATIEOVERZICHT",
        "bestandsnaam": "RO_27DV_20250801_20260731.CSV",
    }
    assert register.rijen(vraag) == [("27DV", inhoud)]
    assert toon(school, overzicht)


def test_alleen_de_eigen_inschrijvingen_komen_erin(school: Klant, andere: Klant, werkplaats: Werkplaats) -> None:
    school.registreer(identificeren(), aanleveren(inschrijvingvolgnummer="A"))
    andere.registreer(identificeren(), aanleveren(inschrijvingvolgnummer="B"))
    for klant, volgnummer in ((school, "A"), (andere, "B")):
        _, regels = maak(klant, werkplaats)
        assert [regel.split("|")[:4] for regel in regels if regel.startswith("ISG")] == [
            ["ISG", STUDENT, "", volgnummer]
        ]
