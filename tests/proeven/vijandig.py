"""Requests made to hurt: each is refused or answered at once, and whoever comes next is unharmed."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import httpx

from domain.aanroeper import Rol
from tests.proeven.lichamen import INTROSPECTIE, LICHAMEN, document
from tests.proeven.terrein import terrein
from tests.proeven.verkeer import schrijf_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.proeven.terrein import Terrein

STUDENTEN: Final = 20
TRAGEN: Final = 40
RONDES: Final = 3
METEEN: Final = 1.0
WIE: Final[Mapping[Rol, Mapping[str, str | None]]] = {
    Rol.MBO: {},
    Rol.IPO: {"rol": "IPO", "instelling": None},
    Rol.AFNEMER: {"rol": "AFNEMER", "instelling": None, "afnemer": "CBS"},
    Rol.KETEN: {"rol": "KETEN", "instelling": None, "ketenpartner": "BRP"},
}
BUUR: Final = document("{ inschrijvingen(first: 5) { totalCount edges { node { inschrijvingvolgnummer versie } } } }")


@dataclass(kw_only=True)
class Aanval:
    """Hurtful requests to one service, each followed by an ordinary one of somebody else."""

    grond: Terrein
    client: httpx.Client
    tokens: Mapping[Rol, str]
    gevallen: dict[str, dict[str, Any]] = field(default_factory=dict)
    buren: list[tuple[bytes, float]] = field(default_factory=list)

    def stuur(self, naam: str, lichaam: bytes) -> None:
        """Send a body as every role, and remember what came of it and how long it took at most."""
        antwoorden, langste = set(), 0.0
        for rol in list(Rol) * RONDES:
            antwoord, seconden = self._vraag(rol, lichaam)
            antwoorden.add(f"{antwoord.status_code} {_code(antwoord)}")
            langste = max(langste, seconden)
            self.vraag_buur()
        self.gevallen[naam] = {"langste": round(langste, 3), "antwoorden": sorted(antwoorden)}

    def vraag_buur(self) -> None:
        antwoord, seconden = self._vraag(Rol.MBO, BUUR)
        self.buren.append((antwoord.content, seconden))

    def _vraag(self, rol: Rol, lichaam: bytes) -> tuple[httpx.Response, float]:
        koppen = {"Authorization": f"Bearer {self.tokens[rol]}", "Content-Type": "application/json"}
        begin = time.perf_counter()
        antwoord = self.client.post("/graphql", content=lichaam, headers=koppen)
        return antwoord, time.perf_counter() - begin

    def verslag(self) -> dict[str, Any]:
        antwoorden, tijden = zip(*self.buren, strict=True)
        return {
            "langste": max(geval["langste"] for geval in self.gevallen.values()),
            "langste van een buur": round(max(tijden), 3),
            "gevallen": self.gevallen,
            "bevindingen": {
                "buren met een ander antwoord": sum(antwoord != antwoorden[0] for antwoord in antwoorden),
                "langer dan een seconde": [naam for naam, een in self.gevallen.items() if een["langste"] > METEEN],
                "een 500": [naam for naam, een in self.gevallen.items() if "500 INTERN" in een["antwoorden"]],
            },
        }


def doe() -> dict[str, Any]:
    """Send everything as everybody, and last of all beside clients that send and read too slowly."""
    with terrein() as grond, httpx.Client(base_url=grond.adres, timeout=60, trust_env=False) as client:
        schrijf_in(grond.database, STUDENTEN)
        grond.start()
        aanval = Aanval(
            grond=grond, client=client, tokens={rol: grond.uitgever.token(**claims) for rol, claims in WIE.items()}
        )
        aanval.vraag_buur()
        for naam, maak in LICHAMEN.items():
            aanval.stuur(naam, maak())
        with trage_clients(grond.poort, aanval.tokens[Rol.MBO]):
            aanval.stuur(f"naast {TRAGEN} trage zenders en lezers", document("{ ik { rol } }"))
        return aanval.verslag()


def _code(antwoord: httpx.Response) -> str:
    """Return the code of the first error, or that there is an answer."""
    fouten = antwoord.json().get("errors")
    return str(fouten[0]["extensions"]["code"]) if fouten else "beantwoord"


@contextmanager
def trage_clients(poort: int, token: str) -> Iterator[None]:
    """Hold connections open on which a request never ends, or its answer is never read."""
    heel = document(INTROSPECTIE)
    with ExitStack() as stapel:
        for nummer in range(TRAGEN):
            lijn = stapel.enter_context(socket.create_connection(("127.0.0.1", poort)))
            koppen = f"Host: a\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            lengte = f"Content-Length: {len(heel)}\r\n\r\n"
            lijn.sendall(f"POST /graphql HTTP/1.1\r\n{koppen}{lengte}".encode())
            lijn.sendall(heel if nummer % 2 else heel[:10])
        yield
