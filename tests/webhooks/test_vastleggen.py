"""Giving an address, changing it and taking it away: under a kenmerk, for oneself alone, and the secret stays in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.register import AANROEPERS
from tests.schema.operaties import operatie
from tests.webhooks.werkplaats import LEG_VAST, Werkplaats

if TYPE_CHECKING:
    from tests.register import Register

URL = "https://school.voorbeeld/haak"
GEHEIM = "gehjeim-van-de-school-1234"


@pytest.fixture
def afnemer(register: Register) -> Werkplaats:
    return Werkplaats(register=register, klant=register.als(AANROEPERS["afnemer"]))


def codes(uitkomst: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(signaal["code"], signaal["pad"]) for signaal in uitkomst["signalen"]]


def test_een_adres_wordt_vastgelegd_en_is_te_zien(werkplaats: Werkplaats) -> None:
    webhook = {
        "url": URL, "soorten": ["BEHEER", "SLEUTELWIJZIGING"], "actief": True, "laatsteLevering": None, "fout": None,
        "achterstand": 0,
    }  # fmt: skip
    uitkomst = werkplaats.leg_vast(kenmerk="w-1", url=URL, soorten=["BEHEER", "SLEUTELWIJZIGING"])
    assert uitkomst == {"kenmerk": "w-1", "status": "GOEDGEKEURD", "signalen": [], "webhook": webhook}
    assert werkplaats.webhooks() == [webhook]


def test_het_geheim_komt_nergens_terug(register: Register, werkplaats: Werkplaats) -> None:
    """Not in an answer, not in the archive, and no reader of the register may ask the table that holds it."""
    antwoord = werkplaats.klant.stuur(LEG_VAST, input={"kenmerk": "w-2", "url": URL, "geheim": GEHEIM})
    assert antwoord.json()["data"]["vastleggenWebhook"]["status"] == "GOEDGEKEURD"
    stand = register.stand("")
    assert [tabel for tabel, rijen in stand.items() if any(GEHEIM in rij for rij in rijen)] == ["webhook_geheim"]
    ((bericht,),) = register.rijen("SELECT bericht FROM ontvangst")
    assert '"geheim":"sha256:' in bericht
    lezers = register.rijen(
        "SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s) AND has_any_column_privilege(oid,"
        " 'webhook_geheim', 'SELECT') ORDER BY 1", register.database.rolprefix,
    )  # fmt: skip
    assert [naam.removeprefix(register.database.rolprefix) for (naam,) in lezers] == ["schrijver", "werker"]
    assert register.rij(
        "SELECT has_column_privilege(%s, 'webhook_geheim', 'geheim', 'SELECT')",
        f"{register.database.rolprefix}schrijver",
    ) == (False,)


def test_nog_eens_met_dezelfde_url_wijzigt_het(register: Register, werkplaats: Werkplaats) -> None:
    werkplaats.leg_vast(url=URL, soorten=["BEHEER"])
    werkplaats.leg_vast(url=URL, geheim="een-ander")
    assert [(een["url"], een["soorten"]) for een in werkplaats.webhooks()] == [(URL, [])]
    assert register.rijen("SELECT geheim FROM webhook_geheim") == [("een-ander",)]


def test_een_herhaling_verandert_niets_en_geeft_hem_zoals_hij_nu_is(register: Register, werkplaats: Werkplaats) -> None:
    eerst = werkplaats.leg_vast(kenmerk="w-3", url=URL)
    werkplaats.leg_vast(kenmerk="w-4", url=URL, soorten=["BEHEER"])
    voor = register.stand("ontvangst")
    nogmaals = werkplaats.leg_vast(kenmerk="w-3", url=URL)
    assert nogmaals == {**eerst, "webhook": {**eerst["webhook"], "soorten": ["BEHEER"]}}
    assert register.stand("ontvangst") == voor


@pytest.mark.parametrize("anders", [{"url": f"{URL}/2"}, {"soorten": ["BEHEER"]}, {"geheim": "anders"}], ids=str)
def test_een_kenmerk_met_iets_anders_is_l02(register: Register, werkplaats: Werkplaats, anders: dict[str, Any]) -> None:
    werkplaats.leg_vast(kenmerk="w-5", url=URL)
    voor = register.stand("ontvangst")
    uitkomst = werkplaats.leg_vast(**{"kenmerk": "w-5", "url": URL, **anders})
    assert (uitkomst["status"], codes(uitkomst), uitkomst["webhook"]) == ("AFGEKEURD", [("L02", [])], None)
    assert register.stand("ontvangst") == voor


@pytest.mark.parametrize(
    ("anders", "pad"),
    [
        ({"url": "http://school.voorbeeld/"}, ["url"]),
        ({"url": "https://10.0.0.1/"}, ["url"]),
        ({"url": "https://school.voorbeeld/999900006"}, ["url"]),
        ({"url": "x"}, ["url"]),
        ({"geheim": ""}, ["geheim"]),
        ({"geheim": "g" * 201}, ["geheim"]),
        ({"geheim": "a\0"}, ["geheim"]),
        ({"kenmerk": "met spatie"}, ["kenmerk"]),
    ],
    ids=str,
)
def test_wat_niet_kan_wordt_afgekeurd_en_doet_niets(
    register: Register, werkplaats: Werkplaats, anders: dict[str, Any], pad: list[str]
) -> None:
    uitkomst = werkplaats.leg_vast(**{"url": URL, **anders})
    assert (uitkomst["status"], codes(uitkomst), uitkomst["webhook"]) == ("AFGEKEURD", [("L01", pad)], None)
    assert register.aantal("webhook") == 0


def test_verwijderen_neemt_alles_mee(register: Register, werkplaats: Werkplaats) -> None:
    werkplaats.leg_vast(url=URL)
    assert werkplaats.verwijder(URL, "w-6") == {
        "kenmerk": "w-6",
        "status": "GOEDGEKEURD",
        "signalen": [],
        "webhook": None,
    }
    assert [register.aantal(tabel) for tabel in ("webhook", "webhook_geheim")] == [0, 0]
    assert werkplaats.verwijder(URL, "w-6")["status"] == "GOEDGEKEURD"
    assert codes(werkplaats.verwijder(URL, "w-7")) == [("L01", ["url"])]


def test_elk_heeft_eigen_webhooks(werkplaats: Werkplaats, afnemer: Werkplaats) -> None:
    werkplaats.leg_vast(url=URL)
    afnemer.leg_vast(url=URL, soorten=["OVERZICHT_GEREED"])
    assert [een["soorten"] for een in werkplaats.webhooks()] == [[]]
    assert [een["soorten"] for een in afnemer.webhooks()] == [["OVERZICHT_GEREED"]]
    assert afnemer.verwijder(URL)["status"] == "GOEDGEKEURD"
    assert (len(werkplaats.webhooks()), len(afnemer.webhooks())) == (1, 0)


def test_er_is_een_grens_aan_het_aantal(werkplaats: Werkplaats) -> None:
    for nr in range(10):
        assert werkplaats.leg_vast(url=f"{URL}/{nr}")["status"] == "GOEDGEKEURD"
    assert codes(werkplaats.leg_vast(url=f"{URL}/10")) == [("L01", [])]
    assert werkplaats.leg_vast(url=f"{URL}/3", soorten=["BEHEER"])["status"] == "GOEDGEKEURD"


@pytest.mark.parametrize("wie", ["ipo", "brp", "sbb", "vo"])
@pytest.mark.parametrize("veld", ["Query.webhooks", "Mutation.vastleggenWebhook", "Mutation.verwijderenWebhook"])
def test_ipo_en_bronregisters_hebben_geen_webhooks(register: Register, wie: str, veld: str) -> None:
    fouten = register.als(AANROEPERS[wie]).stuur(operatie(*veld.split("."))).json()["errors"]
    assert {(fout["extensions"]["code"], fout["extensions"]["regel"]) for fout in fouten} >= {
        ("NIET_BEVOEGD", f"{veld} vraagt MBO of AFNEMER")
    }
    assert register.aantal("ontvangst") == 0
