"""Posting: every message once and in order per person, whatever a receiver does, and no receiver slows another."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from app.achtergrond import bezorger
from app.bezorgen import ronde, verbinden
from app.opslag.berichten.bezorgen import SLOT
from resolvers.globale_id import globale_id
from tests.domain.bouw import opnieuw, zoeken
from tests.domain.wereld import NIEUWKOMER
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.register import Register
    from tests.webhooks.werkplaats import Werkplaats


def test_een_bericht_komt_als_cloudevent_met_handtekening(werkplaats: Werkplaats) -> None:
    """CloudEvents 1.0 after the NL GOV profile; that there is a message, and nothing of a person."""
    ontvanger = werkplaats.ontvanger()
    werkplaats.schrijf(7, soort="SLEUTELWIJZIGING")
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 1)
    (gebeurtenis,), (koppen,) = ontvanger.ontvangen, ontvanger.koppen
    assert datetime.fromisoformat(gebeurtenis.pop("time")).utcoffset() is not None
    id_ = globale_id("Bericht", 1)
    assert gebeurtenis == {
        "specversion": "1.0",
        "id": id_,
        "source": "urn:nld:oin:00000000000000000000:systeem:bron-mbo",
        "type": "nl.duo.bron-mbo.sleutelwijziging.v1",
        "subject": id_,
        "sequence": "0000000000000000001",
        "datacontenttype": "application/json",
        "data": {"bericht": id_, "soort": "SLEUTELWIJZIGING"},
    }
    assert koppen["regel"] == "POST /haak HTTP/1.1"
    assert koppen["content-type"] == "application/cloudevents+json; charset=utf-8"
    assert ontvanger.vals == 0


def test_wat_er_gebeurde_haalt_de_school_zelf_op(register: Register, werkplaats: Werkplaats) -> None:
    ontvanger = werkplaats.ontvanger()
    andere = register.als(AANROEPERS["andere"])
    nummer = andere.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"]
    werkplaats.klant.lever(zoeken())
    andere.lever(opnieuw(onderwijsnummer=nummer, burgerservicenummer=NIEUWKOMER))
    werkplaats.schrijf()
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 1)
    (gebeurtenis,) = ontvanger.ontvangen
    assert nummer not in json.dumps(gebeurtenis)
    assert NIEUWKOMER not in json.dumps(gebeurtenis)
    vraag = "query($id: ID!) { node(id: $id) { ... on Bericht { soort persoon { burgerservicenummer } } } }"
    assert werkplaats.klant.vraag(vraag, id=gebeurtenis["data"]["bericht"])["node"] == {
        "soort": "SLEUTELWIJZIGING",
        "persoon": {"burgerservicenummer": NIEUWKOMER},
    }


def test_alles_komt_een_keer_en_per_persoon_in_volgorde(werkplaats: Werkplaats) -> None:
    ontvanger = werkplaats.ontvanger()
    werkplaats.schrijf(*(nr % 30 for nr in range(600)))
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) >= 600)
    assert sorted(ontvanger.posities) == list(range(1, 601))
    assert _in_volgorde(ontvanger.posities, 30)
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["achterstand"] == 0)
    webhook = werkplaats.webhook(ontvanger)
    assert (webhook["actief"], webhook["fout"]) == (True, None)
    assert webhook["laatsteLevering"]


def test_alleen_de_soorten_die_zijn_gevraagd(werkplaats: Werkplaats) -> None:
    ontvanger = werkplaats.ontvanger(soorten=["BEHEER", "OVERZICHT_GEREED"])
    werkplaats.schrijf(1, soort="PERSOONSMUTATIE")
    werkplaats.schrijf(1, soort="BEHEER")
    werkplaats.schrijf(None, None, soort="OVERZICHT_GEREED")
    assert werkplaats.webhook(ontvanger)["achterstand"] == 3
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 3)
    assert sorted(ontvanger.posities) == [2, 3, 4]


def test_wat_er_al_was_komt_niet_en_wat_een_ander_krijgt_ook_niet(register: Register, werkplaats: Werkplaats) -> None:
    werkplaats.schrijf(1)
    ontvanger = werkplaats.ontvanger()
    werkplaats.schrijf(2, instelling="25LX")
    werkplaats.schrijf(3, instelling=None, afnemer="CBS")
    werkplaats.schrijf(4)
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 1)
    assert ontvanger.posities == [4]
    assert register.aantal("bericht") == 4


def test_een_afnemer_krijgt_de_zijne(register: Register, werkplaats: Werkplaats) -> None:
    school, werkplaats.klant = werkplaats.klant, register.als(AANROEPERS["afnemer"])
    ontvanger = werkplaats.ontvanger()
    werkplaats.schrijf(1)
    werkplaats.schrijf(2, instelling=None, afnemer="CBS")
    assert werkplaats.webhook(ontvanger)["achterstand"] == 1
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 1)
    assert ontvanger.posities == [2]
    werkplaats.klant = school


@pytest.mark.parametrize("status", [400, 404, 500, 302])
def test_wat_wordt_geweigerd_houdt_alleen_dezelfde_persoon_op(werkplaats: Werkplaats, status: int) -> None:
    """Person 1 is refused three times: what is about others goes on, and what is about 1 comes in order after all."""
    weigeringen = [status] * 3
    ontvanger = werkplaats.ontvanger(lambda positie: weigeringen.pop() if positie == 1 and weigeringen else 204)
    werkplaats.schrijf(*(nr % 10 + 1 for nr in range(250)))
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 250)
    assert sorted(ontvanger.posities) == list(range(1, 251))
    assert _in_volgorde(ontvanger.posities, 10)
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["achterstand"] == 0)


def test_wat_altijd_wordt_geweigerd_staat_in_de_achterstand_met_zijn_fout(werkplaats: Werkplaats) -> None:
    ontvanger = werkplaats.ontvanger(lambda positie: 500 if positie == 1 else 204)
    werkplaats.schrijf(1, 1, 2, 1, None, None)
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 3)
    werkplaats.schrijf(1, 3)
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 4)
    assert sorted(ontvanger.posities) == [3, 5, 6, 8]
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] == "De ontvanger antwoordde met 500.")
    assert werkplaats.webhook(ontvanger)["achterstand"] == 4
    assert werkplaats.webhook(ontvanger)["actief"]


def test_een_ontvanger_die_weg_is_krijgt_later_alles(werkplaats: Werkplaats) -> None:
    ontvanger = werkplaats.ontvanger()
    werkplaats.register.lus.doe(ontvanger.sluit())
    werkplaats.schrijf(*(nr % 7 for nr in range(150)))
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] is not None)
    webhook = werkplaats.webhook(ontvanger)
    assert (webhook["achterstand"], webhook["actief"], webhook["laatsteLevering"]) == (150, True, None)
    assert webhook["fout"] == "Er kwam geen verbinding met de ontvanger tot stand, of zij brak."
    werkplaats.register.lus.doe(ontvanger.open())
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 150)
    assert sorted(ontvanger.posities) == list(range(1, 151))
    assert _in_volgorde(ontvanger.posities, 7)
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] is None)


def test_een_ontvanger_die_hangt_houdt_een_ander_niet_op(werkplaats: Werkplaats) -> None:
    hangt = werkplaats.ontvanger(lambda _: None)
    vlot = werkplaats.ontvanger()
    werkplaats.schrijf(*range(300))
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(vlot.ontvangen) == 300)
    werkplaats.wacht_tot(lambda: werkplaats.webhook(hangt)["fout"] == "De ontvanger antwoordde niet op tijd.")
    assert (werkplaats.webhook(hangt)["achterstand"], hangt.ontvangen) == (300, [])


def test_wie_niets_aanneemt_wordt_met_rust_gelaten(werkplaats: Werkplaats) -> None:
    """A broken receiver is not asked three hundred times: a few, and then it waits as a whole."""
    gevraagd: list[int] = []
    ontvanger = werkplaats.ontvanger(lambda positie: gevraagd.append(positie) or 500)
    werkplaats.factor = 10.0
    werkplaats.schrijf(*range(300))
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] is not None)
    assert len(gevraagd) <= ronde.GENOEG + ronde.TEGELIJK
    assert werkplaats.webhook(ontvanger)["achterstand"] == 300


@pytest.mark.parametrize("status", [429, 503])
def test_wie_bezet_is_zegt_wanneer_hij_weer_kan(werkplaats: Werkplaats, status: int) -> None:
    bezet = [status]
    ontvanger = werkplaats.ontvanger(lambda _: bezet.pop() if bezet else 204)
    ontvanger.koppen_erbij = "Retry-After: 3000\r\n"  # three seconds with this factor
    werkplaats.schrijf(1)
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] == f"De ontvanger antwoordde met {status}.")
    wacht = "SELECT extract(epoch FROM wacht_tot - clock_timestamp())::float8 BETWEEN 1 AND 3.1 FROM webhook"
    assert werkplaats.register.rij(wacht) == (True,)
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 1)


def test_na_410_houdt_het_op_tot_het_weer_wordt_vastgelegd(werkplaats: Werkplaats) -> None:
    weg = [True]
    ontvanger = werkplaats.ontvanger(lambda _: 410 if weg[0] else 204)
    werkplaats.schrijf(1, 2, 3)
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: not werkplaats.webhook(ontvanger)["actief"])
    webhook = werkplaats.webhook(ontvanger)
    assert (webhook["fout"], webhook["achterstand"]) == ("De ontvanger antwoordde met 410.", 3)
    weg[0] = False
    werkplaats.schrijf(4)
    werkplaats.leg_vast(url=ontvanger.url)
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 4)
    assert sorted(ontvanger.posities) == [1, 2, 3, 4]
    assert werkplaats.webhook(ontvanger)["actief"]


def test_een_verwijderde_webhook_krijgt_niets_meer(werkplaats: Werkplaats) -> None:
    ontvanger, blijft = werkplaats.ontvanger(lambda _: 500), werkplaats.ontvanger()
    werkplaats.schrijf(1)
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] is not None)
    werkplaats.verwijder(ontvanger.url)
    ontvanger.gedrag = lambda _: 204
    werkplaats.schrijf(2, 3)
    werkplaats.wacht_tot(lambda: len(blijft.ontvangen) == 3)
    assert ontvanger.ontvangen == []


def test_een_ander_geheim_tekent_vanaf_dan(werkplaats: Werkplaats) -> None:
    ontvanger = werkplaats.ontvanger(geheim="het-oude-geheim")
    werkplaats.schrijf(1)
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 1)
    assert ontvanger.vals == 1
    werkplaats.leg_vast(url=ontvanger.url)
    werkplaats.schrijf(2)
    werkplaats.wacht_tot(lambda: len(ontvanger.ontvangen) == 2)
    assert ontvanger.vals == 1


def test_een_tegelijk_bezorgt_en_een_ander_neemt_het_over(register: Register, werkplaats: Werkplaats) -> None:
    """The backend of the one that posts is killed, as a kill -9 of its process would: nothing is lost."""
    ontvanger = werkplaats.ontvanger()
    werkplaats.bezorg()
    werkplaats.bezorg()
    houder = (
        "SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database"
        " WHERE locktype = 'advisory' AND objid = %s AND granted AND datname = current_database()"
    )
    werkplaats.wacht_tot(lambda: len(register.rijen(houder, SLOT)) == 1)
    for beurt in range(3):
        werkplaats.schrijf(*range(20))
        register.rijen("SELECT pg_terminate_backend(%s)", *register.rij(houder, SLOT))
        werkplaats.wacht_tot(lambda aantal=20 * (beurt + 1): len(set(ontvanger.posities)) == aantal)
    assert set(ontvanger.posities) == set(range(1, 61))


def test_een_fout_van_onszelf_houdt_een_ander_niet_op(werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch) -> None:
    stuk, heel = werkplaats.ontvanger(), werkplaats.ontvanger()
    gewoon = bezorger.Bezorger._zend  # noqa: SLF001 - the place where it can break

    async def zend(self: bezorger.Bezorger, webhook: object, zending: object) -> object:
        if getattr(webhook, "url", "") == stuk.url:
            raise LookupError
        return await gewoon(self, webhook, zending)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(bezorger.Bezorger, "_zend", zend)
    werkplaats.schrijf(*range(5))
    werkplaats.bezorg()
    werkplaats.wacht_tot(lambda: len(heel.ontvangen) == 5)
    assert stuk.ontvangen == []
    monkeypatch.setattr(bezorger.Bezorger, "_zend", gewoon)
    werkplaats.wacht_tot(lambda: len(stuk.ontvangen) == 5)


def test_een_naam_die_naar_binnen_wijst_krijgt_niets(werkplaats: Werkplaats, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address was public when it was given; now its name points at our own network (DNS rebinding)."""
    ontvanger = werkplaats.ontvanger()
    monkeypatch.setattr(verbinden, "_zoek", lambda _host, _poort: ["10.0.0.1", "169.254.169.254"])
    werkplaats.schrijf(1)
    werkplaats.bezorg()
    fout = "Dit adres ligt niet op het internet; er wordt niet bezorgd."
    werkplaats.wacht_tot(lambda: werkplaats.webhook(ontvanger)["fout"] == fout)
    assert ontvanger.ontvangen == []


def _in_volgorde(posities: list[int], personen: int) -> bool:
    """Tell whether what is about one person (its place, modulo so many) came in order."""
    per_persoon: dict[int, list[int]] = {}
    for positie in posities:
        per_persoon.setdefault(positie % personen, []).append(positie)
    return all(een == sorted(een) for een in per_persoon.values())
