"""GraphQL over a websocket: the protocol graphql-transport-ws, and no other; what is said over it is in gesprek.py."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog
from starlette.websockets import WebSocketDisconnect

from app.http.gesprek import Gesloten, Gesprek

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from app.configuratie import Configuratie
    from app.http.gesprek import Huis

PROTOCOL: Final = "graphql-transport-ws"
ANDER_PROTOCOL: Final = 4406
AFSCHEID: Final = 1.0  # seconds to say why; a client that takes nothing in any more will not hear it
WACHTEND: Final = 4  # messages of one socket that may wait to be read
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Websocketeindpunt:
    """Takes sockets in, each with a conversation of its own."""

    huis: Huis

    async def behandel(self, websocket: WebSocket) -> None:
        """Serve one socket to its end."""
        if PROTOCOL not in websocket.scope["subprotocols"]:
            await websocket.accept()
            await websocket.close(ANDER_PROTOCOL, "Subprotocol not acceptable")
            return
        await websocket.accept(PROTOCOL)
        gesprek = Gesprek(huis=self.huis, websocket=websocket)
        code = None
        try:
            await gesprek.voer()
        except WebSocketDisconnect as vertrek:
            code = vertrek.code
        except Gesloten as fout:
            code = fout.code
            await _sluit(websocket, fout)
        finally:
            _log.info("websocket", aanroeper=gesprek.wie, code=code, operaties=gesprek.aantal)


def websockets(configuratie: Configuratie) -> dict[str, Any]:
    """Return how the server must keep websockets: a message is a request, few wait, and nothing is compressed.

    Compression would cost memory for every socket, and lets a size tell what stands in an answer (BREACH).
    """
    return {"ws_max_size": configuratie.max_lichaam, "ws_max_queue": WACHTEND, "ws_per_message_deflate": False}


async def _sluit(websocket: WebSocket, fout: Gesloten) -> None:
    try:
        async with asyncio.timeout(AFSCHEID):
            await websocket.close(fout.code, str(fout))
    except (TimeoutError, WebSocketDisconnect):
        _log.info("websocket_zonder_afscheid", code=fout.code)
