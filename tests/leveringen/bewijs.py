"""What holds of every delivery, whatever its kind: it is kept as it came, shown, and a rejected one changes nothing."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import rfc8785

from resolvers.globale_id import ontleed
from tests.domain.bouw import BEHEER
from tests.klant import GEREGISTREERD, ingevuld, signalen
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

Json = dict[str, Any]

_ARCHIEF: Final = """
    SELECT l.soort, l.status, o.soort, o.bericht, o.hash, o.afzender
    FROM levering l JOIN ontvangst o ON o.levering_id = l.id
    WHERE l.id = %s ORDER BY o.id
"""
_LEVERING: Final = """
query Levering($kenmerk: String!) {
  levering(kenmerk: $kenmerk) {
    id kenmerk soort status bericht hash antwoord signalen { code pad } beheer reden instelling { brin } afzender
  }
}
"""
_LEVERINGEN: Final = """
{ leveringen(first: 500) { edges { node { id kenmerk status beheer reden afzender } } } }
"""


def levering_id(uitkomst: Json) -> int:
    """The register's own id of the delivery that an outcome points at."""
    soort, nummer = ontleed(uitkomst["levering"]["id"]) or ("", 0)
    assert soort == "Levering"
    return nummer


def toon_levering(klant: Klant, kenmerk: str) -> Json:
    """The delivery as its sender reads it back."""
    return dict(klant.vraag(_LEVERING, kenmerk=kenmerk)["levering"])


def toon_leveringen(klant: Klant) -> dict[str, Json]:
    """The deliveries that a caller sees in the list, by kenmerk."""
    gevonden = klant.vraag(_LEVERINGEN)["leveringen"]["edges"]
    return {edge["node"]["kenmerk"]: edge["node"] for edge in gevonden}


def is_bewaard(register: Register, klant: Klant, levering: Invoer, uitkomst: Json) -> None:
    """Prove that the delivery stands in the archive to the byte, once, and is shown with its outcome."""
    kenmerk, bericht = uitkomst["kenmerk"], rfc8785.dumps(ingevuld(levering))
    (rij,) = register.rijen(_ARCHIEF, levering_id(uitkomst))
    soort, status, *archief = rij
    getoond = toon_levering(klant, kenmerk)
    assert (soort, status) == (levering.soort, uitkomst["status"])
    assert archief == [levering.soort, bericht.decode(), sha256(bericht).hexdigest(), getoond["afzender"]]
    assert getoond["id"] == uitkomst["levering"]["id"]
    assert (getoond["soort"], getoond["status"]) == (levering.soort, uitkomst["status"])
    assert getoond["bericht"] == ingevuld(levering)
    assert getoond["hash"] == sha256(bericht).hexdigest()
    assert [signaal["code"] for signaal in getoond["signalen"]] == [code for code, _ in signalen(uitkomst)]
    assert getoond["antwoord"] == {naam: uitkomst[naam] for naam in ("kenmerk", "status", "signalen", "mutaties")}
    assert toon_leveringen(klant)[kenmerk]["id"] == uitkomst["levering"]["id"]


def is_geregistreerd(register: Register, klant: Klant, levering: Invoer, velden: str = "") -> Json:
    """Deliver it, prove that it is accepted without a signal and kept, and return the outcome."""
    uitkomst = klant.lever(levering, velden)
    assert (uitkomst["status"], uitkomst["signalen"]) == ("GOEDGEKEURD", [])
    is_bewaard(register, klant, levering, uitkomst)
    return uitkomst


def is_afgekeurd(register: Register, klant: Klant, levering: Invoer, *verwacht: tuple[str, str]) -> Json:
    """Deliver it, prove these signals, that it is kept, and that nothing at all changed; return the outcome."""
    voor = register.stand()
    uitkomst = klant.lever(levering)
    assert (uitkomst["status"], signalen(uitkomst)) == ("AFGEKEURD", list(verwacht))
    assert uitkomst["mutaties"] == []
    assert register.stand() == voor
    is_bewaard(register, klant, levering, uitkomst)
    return uitkomst


def is_gemeld(register: Register, klant: Klant, levering: Invoer, *verwacht: tuple[str, str], velden: str = "") -> Json:
    """Deliver it, prove that it is registered with these meldingen and kept, and return the outcome."""
    uitkomst = klant.lever(levering, velden)
    assert (uitkomst["status"], signalen(uitkomst)) == ("GOEDGEKEURD_MET_SIGNAAL", list(verwacht))
    assert uitkomst["mutaties"] != []
    is_bewaard(register, klant, levering, uitkomst)
    return uitkomst


def is_namens(register: Register, ipo: Klant, school: Klant, levering: Invoer) -> Json:
    """Deliver it as IPO for the school, prove that the school sees it and gets a bericht, and return the outcome."""
    namens = levering.met(beheer=BEHEER)
    uitkomst = ipo.lever(namens)
    assert uitkomst["status"] in GEREGISTREERD, uitkomst
    is_bewaard(register, ipo, namens, uitkomst)
    gezien = toon_leveringen(school)[uitkomst["kenmerk"]]
    assert gezien["id"] == uitkomst["levering"]["id"]
    assert (gezien["beheer"], gezien["reden"], gezien["afzender"]) == (True, BEHEER["reden"], "IPO")
    berichten = register.rijen("SELECT instelling, inhoud FROM bericht WHERE soort = 'BEHEER' ORDER BY id DESC LIMIT 1")
    inhoud = {"soort": str(levering.soort), "kenmerk": uitkomst["kenmerk"], "reden": BEHEER["reden"]}
    assert berichten == [(BEHEER["instelling"], inhoud)]
    return uitkomst


def is_van_bronregister(register: Register, klant: Klant, levering: Invoer, *verwacht: tuple[str, str]) -> Json:
    """Deliver it as a source register; prove its signals, that it is kept, and that no object of ours is told."""
    voor = register.stand()
    uitkomst = klant.lever(levering)
    assert signalen(uitkomst) == list(verwacht)
    assert (uitkomst["levering"], uitkomst["mutaties"]) == (None, [])
    afgekeurd = uitkomst["status"] == "AFGEKEURD"
    assert not afgekeurd or register.stand() == voor
    ipo, vraag = register.als(AANROEPERS["ipo"]), "SELECT id, afzender FROM levering ORDER BY id DESC LIMIT 1"
    id_, afzender = register.rij(vraag)
    getoond = toon_leveringen(ipo)[uitkomst["kenmerk"]]
    assert (getoond["afzender"], getoond["status"]) == (afzender, uitkomst["status"])
    bericht, soort = rfc8785.dumps(ingevuld(levering)), levering.soort
    archief = (soort, uitkomst["status"], soort, bericht.decode(), sha256(bericht).hexdigest(), afzender)
    assert register.rijen(_ARCHIEF, id_) == [archief]
    return uitkomst
