"""A whole register in this process: the application as it ships, with a database, clock and sources of the test."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import httpx
import psycopg
import pytest
from joserfc.jwk import ECKey

from app import bronpoorten, samenstelling
from app.bronnen.verbinding import Verbinding
from app.configuratie import Configuratie
from app.opslag.referentie import laad
from app.tokens.dev import DevUitgever
from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from tests.buitenwereld import BRP_URL, SBB_URL, maak_brp, maak_sbb
from tests.domain.wereld import ANDERE, PARTICULIER, REFERENTIE, SCHOOL, VANDAAG
from tests.klant import Klant, Lus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from starlette.applications import Starlette

    from app.sporen import GespoordVervoer
    from tests.buitenwereld import Bron
    from tests.postgres import Database

GROEIT: Final = ("ontvangst", "levering", "raadpleging")
"""What may grow while nothing is registered: the archive, the outcomes, and the log of who read."""
ZONDER_LIMIET: Final = {
    "verzoeken_per_seconde": 0.0,
    "kosten_per_seconde": 0.0,
    "brp_time_out": 20.0,
    "sbb_time_out": 20.0,
    "wachtfactor": 1e-4,
}
AANROEPERS: Final = {
    "school": Aanroeper(rol=Rol.MBO, instelling=SCHOOL, gebruiker="j.de.vries"),
    "andere": Aanroeper(rol=Rol.MBO, instelling=ANDERE),
    "particulier": Aanroeper(rol=Rol.MBO, instelling=PARTICULIER),
    "ipo": Aanroeper(rol=Rol.IPO, gebruiker="p.jansen"),
    "afnemer": Aanroeper(rol=Rol.AFNEMER, afnemer="CBS"),
    "stagemarkt": Aanroeper(rol=Rol.AFNEMER, afnemer="SBB"),
    **{partner.lower(): Aanroeper(rol=Rol.KETEN, ketenpartner=partner) for partner in Ketenpartner},
}


@dataclass(frozen=True, kw_only=True)
class Register:
    """A register that answers, with a look behind it: rows as the owner sees them, and the sources."""

    database: Database
    verbinding: psycopg.Connection[Any]
    lus: Lus
    http: httpx.AsyncClient
    brp: Bron
    sbb: Bron

    def als(self, aanroeper: Aanroeper) -> Klant:
        return Klant(lus=self.lus, http=self.http, token=eigen_uitgever().token(aanroeper))

    def rijen(self, vraag: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Read as the owner."""
        return self.verbinding.execute(vraag, parameters).fetchall()  # type: ignore[arg-type]  # tests write their own

    def rij(self, vraag: str, *parameters: object) -> tuple[Any, ...]:
        (enige,) = self.rijen(vraag, *parameters)
        return enige

    def aantal(self, tabel: str) -> int:
        return int(self.rij(f"SELECT count(*) FROM {tabel}")[0])

    def stand(self, *zonder: str) -> Mapping[str, Sequence[str]]:
        """Everything that is registered, row by row, table by table; but GROEIT, or what is named instead."""
        buiten = zonder or GROEIT
        tabellen = [tabel for (tabel,) in self.rijen(_TABELLEN) if tabel not in buiten]
        vraag = " UNION ALL ".join(f"SELECT '{tabel}', t::text FROM {tabel} t" for tabel in tabellen)
        gevonden: dict[str, list[str]] = {tabel: [] for tabel in tabellen}
        for tabel, rij in sorted(self.rijen(vraag)):
            gevonden[tabel].append(rij)
        return gevonden


_TABELLEN: Final = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
"""


_TLS: Final = ssl.create_default_context()


@contextmanager
def app_op(
    database: Database, bronnen: Mapping[str, Bron], uitgever: DevUitgever, **instellingen: object
) -> Iterator[Starlette]:
    """Build the application on a database; bronnen by URL, instellingen are settings that differ from the defaults."""
    vast = {"rolprefix": database.rolprefix, "brp_url": BRP_URL, "sbb_url": SBB_URL}
    configuratie = Configuratie(**{**ZONDER_LIMIET, **instellingen, **vast})
    urls = {"database_url": database.dienst_url, "database_direct_url": database.direct_url}
    configuratie = configuratie.model_copy(update=urls)  # a socket is no web address

    def verbinding(url: str, *, transport: GespoordVervoer | None, **anders: Any) -> Verbinding:  # noqa: ANN401
        vervoer = bronnen[url].vervoer
        return Verbinding(url, transport=replace(transport, vervoer=vervoer) if transport else vervoer, **anders)

    with pytest.MonkeyPatch.context() as hier:
        hier.setattr(ssl, "create_default_context", lambda **_: _TLS)  # or reading it would cost more than all the rest
        hier.setattr(bronpoorten, "Verbinding", verbinding)
        hier.setattr(samenstelling, "vandaag", lambda: VANDAAG)
        yield samenstelling.app_van(samenstelling.maak_dienst(configuratie), uitgever=uitgever)


@contextmanager
def register_op(database: Database, **instellingen: object) -> Iterator[Register]:
    """Open a register on a database; instellingen are settings that differ from the defaults."""
    bronnen = {BRP_URL: maak_brp(), SBB_URL: maak_sbb()}
    with (
        app_op(database, bronnen, eigen_uitgever(), **instellingen) as app,
        Lus() as lus,
        psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar,
    ):
        draaiend = _draaiend(app)
        try:
            yield Register(
                database=database,
                verbinding=eigenaar,
                lus=lus,
                http=lus.doe(draaiend.__aenter__()),
                brp=bronnen[BRP_URL],
                sbb=bronnen[SBB_URL],
            )
        finally:
            lus.doe(draaiend.__aexit__(None, None, None))


@asynccontextmanager
async def _draaiend(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register") as client,
    ):
        yield client


@cache
def eigen_uitgever() -> DevUitgever:
    """Who issues the tokens of this process."""
    return uitgever_met(ECKey.generate_key("P-256", {"kid": "test", "use": "sig"}, private=True))


def uitgever_met(sleutel: ECKey) -> DevUitgever:
    """An issuer with this key."""
    return DevUitgever(sleutel, "bron-mbo")


def laad_referentie(eigenaar_url: str) -> None:
    """Load the reference data of the tests' world."""

    async def schrijf() -> None:
        async with await psycopg.AsyncConnection.connect(eigenaar_url) as verbinding:
            await laad(verbinding, _referentierijen())

    asyncio.run(schrijf())


def _referentierijen() -> Mapping[str, list[dict[str, Any]]]:
    per_tabel = {
        "instelling": REFERENTIE.instellingen,
        "opleiding": REFERENTIE.opleidingen,
        "keuzedeel": REFERENTIE.keuzedelen,
        "opleiding_keuzedeel": REFERENTIE.opleiding_keuzedelen,
        "licentie": REFERENTIE.licenties,
    }
    rijen = {
        tabel: [asdict(rij) for rij in chain.from_iterable(op_code.values())]  # type: ignore[attr-defined]
        for tabel, op_code in per_tabel.items()
    }
    rijen["examenonderdeel"] = [asdict(een) for een in REFERENTIE.examenonderdelen.values()]
    codes = [
        {"lijst": lijst, "code": code, "omschrijving": code}
        for lijst, bekend in REFERENTIE.codelijsten.items()
        for code in sorted(bekend)
    ]
    return {**rijen, "codelijst": codes}
