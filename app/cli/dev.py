"""`bron dev`: everything a newcomer needs in one process tree, which ends as a whole."""

from __future__ import annotations

import signal
import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Final

import typer
import uvicorn

from app.cli.basis import DATA, Data
from app.cli.omgeving import omgeving
from app.cli.welkom import toon
from app.configuratie import Configuratie, ConfiguratieFout, Omgeving, laad
from app.dienst import Vulling
from app.http.beginpagina import Beginpagina
from app.http.websocket import websockets
from app.ingebed.afloop import nette_afloop
from app.logboek import richt_in
from app.referentie import MEEGELEVERD
from app.samenstelling import app_van, maak_dienst, werk_mee
from app.tokens.dev import DevUitgever
from app.voorbeelden import AANROEPERS, VOORBEELDEN

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

_HUIS: Final = "127.0.0.1"
_Poort = Annotated[int, typer.Option("--port", min=0, max=65535, help="Poort op 127.0.0.1; 0: een vrije.")]
_Leeg = Annotated[bool, typer.Option("--leeg", help="Zonder studenten; wel met de meegeleverde referentiegegevens.")]


def dev(*, port: _Poort = 8000, data: Data = DATA, leeg: _Leeg = False) -> None:
    """Start de ontwikkelomgeving: database, proefomgevingen van BRP en SBB, voorbeeldschool en dienst."""
    configuratie = laad()
    if configuratie.omgeving is not Omgeving.DEV:
        raise ConfiguratieFout("bron dev start alleen met BRON_OMGEVING=dev; gebruik bron serve in productie.")
    richt_in(configuratie.logniveau if "logniveau" in configuratie.model_fields_set else "WARNING")
    with nette_afloop(), ExitStack() as stapel:
        try:
            gelukt = _draai(stapel, configuratie, _luisteraar(stapel, port), data, leeg=leeg)
        except KeyboardInterrupt:
            gelukt = True
            typer.echo("\nGestopt.", err=True)
        finally:
            _onderbreek_niet()
    raise typer.Exit(0 if gelukt else 1)


def _onderbreek_niet() -> None:
    """Ignore a second Ctrl-C: it must not break off the cleaning up, which would leave a database behind."""
    for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signaal, signal.SIG_IGN)


def _luisteraar(stapel: ExitStack, poort: int) -> socket.socket:
    """Take the port first: it is the one thing that someone else may have."""
    try:
        return stapel.enter_context(socket.create_server((_HUIS, poort)))
    except OSError as fout:
        raise ConfiguratieFout(f"Poort {poort} is bezet; kies een andere met --port.") from fout


def _draai(stapel: ExitStack, configuratie: Configuratie, luisteraar: socket.socket, data: Path, *, leeg: bool) -> bool:
    """Start what the service needs, then the service; return whether it ended well."""
    uitgever = DevUitgever.open(data, configuratie)
    configuratie = stapel.enter_context(omgeving(configuratie, data, referentie=MEEGELEVERD))
    basis = f"http://{_HUIS}:{luisteraar.getsockname()[1]}"

    def klaar(gelukt: bool) -> None:  # noqa: FBT001 - called by Vulling, by position
        if gelukt:
            toon(basis, uitgever, data)
        else:
            typer.echo("De voorbeeldschool kon niet worden geleverd; zie het log hierboven.", err=True)
            server.should_exit = True

    vulling = Vulling(klaar=klaar, leeg=leeg)
    dienst = maak_dienst(configuratie, vulling, naast=werk_mee)
    app = app_van(dienst, uitgever=uitgever, beginpagina=_beginpagina(uitgever))
    server = uvicorn.Server(_uvicorn(app, configuratie))
    server.run(sockets=[luisteraar])
    return server.started and vulling.is_klaar


def _beginpagina(uitgever: DevUitgever) -> Beginpagina:
    return Beginpagina(aanroepers=AANROEPERS, voorbeelden=VOORBEELDEN, token=uitgever.token)


def _uvicorn(app: Starlette, configuratie: Configuratie) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        **websockets(configuratie),
    )
