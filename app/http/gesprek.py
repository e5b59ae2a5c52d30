"""What is said over a websocket: one caller, and operations beside each other, each by the id its client gave it.

Gesloten: what a client does wrong, or a token that is over, ends the socket with a code of the protocol. What is wrong
with one operation is an `error` for that operation alone.
"""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import structlog
from starlette.websockets import WebSocketDisconnect

from app.http.bewaking import Bewaking, eerste_van
from app.http.fouten import INTERN, TEKST_INTERN, TEKST_TIJD, Geweigerd
from app.http.lezen import lees_json, verzoek_van
from app.http.poort import Stroom
from app.http.verloop import Verloop
from domain.fouten import NietAangemeld, RegisterFout, TijdOverschreden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.websockets import WebSocket

    from app.configuratie import Configuratie
    from app.http.aanmelden import Aanmelder, Aanmelding
    from app.http.begrenzer import Plaatsen
    from app.http.poort import Abonneerder, GraphqlAntwoord, GraphqlVerzoek
    from app.metrieken import Metrieken

LANGSTE_BEGIN: Final = 16_384  # characters, own choice: a token with its certificate hash is a tenth of that
ONGELDIG: Final = 4400
NIET_BEGONNEN: Final = 4401
GEWEIGERD: Final = 4403
TE_LAAT: Final = 4408
BESTAAT_AL: Final = 4409
AL_BEGONNEN: Final = 4429
LATER: Final = 1013
"""Of the codes that the protocol gives no meaning, the one on which its clients try again."""
LANGSTE_ID: Final = 100
_log = structlog.get_logger(__name__)


class Gesloten(Exception):  # noqa: N818 - Dutch: the name is the message
    """We end the socket, with a code and a reason that the client may read."""

    def __init__(self, code: int, reden: str) -> None:
        super().__init__(reden)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Huis:
    """What all conversations share."""

    abonneerder: Abonneerder
    aanmelder: Aanmelder
    plaatsen: Plaatsen
    metrieken: Metrieken
    configuratie: Configuratie


@dataclass(slots=True, kw_only=True)
class Gesprek:
    """One socket; `wie` speaks, and asked for so many operations."""

    huis: Huis
    websocket: WebSocket
    wie: str | None = None
    aantal: int = 0
    _lopend: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _slot: asyncio.Lock = field(default_factory=asyncio.Lock)
    _einde: asyncio.Future[None] = field(default_factory=asyncio.Future)

    async def voer(self) -> None:
        """Speak until one of both ends it; raises WebSocketDisconnect or Gesloten."""
        with _als_sluiting():
            aanmelding = await self._begin()
            self.wie = aanmelding.aanroeper.naam
            with self.huis.plaatsen.neem(self.wie):
                await self._zend(b'{"type":"connection_ack"}')
                bewaking = Bewaking(aanmelding=aanmelding, elke=self.huis.configuratie.intrekking_houdbaar)
                try:
                    await eerste_van(self._luister(aanmelding), bewaking.tot_het_einde(), self._tot_breuk())
                finally:
                    await self._ruim_op()

    async def _begin(self) -> Aanmelding:
        """Hear who it is: by header, or by the payload of the first message."""
        try:
            async with asyncio.timeout(self.huis.configuratie.time_out_lichaam):
                while (bericht := await self._hoor())["type"] != "connection_init":
                    await self._antwoord_voor_het_begin(bericht)
        except TimeoutError:
            raise Gesloten(TE_LAAT, "Connection initialisation timeout") from None
        koppen = self.websocket.headers.getlist("authorization")
        match bericht.get("payload"):
            case {"Authorization": str(kop)} | {"authorization": str(kop)}:
                koppen = [kop]
        return await self.huis.aanmelder.blijvend(self.websocket, koppen)

    async def _antwoord_voor_het_begin(self, bericht: Mapping[str, Any]) -> None:
        match bericht["type"]:
            case "ping":
                await self._zend(b'{"type":"pong"}')
            case "pong":
                pass
            case "subscribe":
                raise Gesloten(NIET_BEGONNEN, "Unauthorized")
            case _:
                raise Gesloten(ONGELDIG, "Invalid message")

    async def _luister(self, aanmelding: Aanmelding) -> None:
        while True:
            match await self._hoor():
                case {"type": "subscribe", "id": str(id_), "payload": dict(inhoud)} if 0 < len(id_) <= LANGSTE_ID:
                    self._begin_operatie(id_, inhoud, aanmelding)
                case {"type": "complete", "id": str(id_)}:
                    if taak := self._lopend.pop(id_, None):
                        taak.cancel()
                case {"type": "ping"}:
                    await self._zend(b'{"type":"pong"}')
                case {"type": "pong"}:
                    pass
                case {"type": "connection_init"}:
                    raise Gesloten(AL_BEGONNEN, "Too many initialisation requests")
                case _:
                    raise Gesloten(ONGELDIG, "Invalid message")

    def _begin_operatie(self, id_: str, inhoud: dict[str, Any], aanmelding: Aanmelding) -> None:
        """Start an operation beside the others; the socket ends when there are too many."""
        if id_ in self._lopend:
            raise Gesloten(BESTAAT_AL, "Subscriber already exists")
        if len(self._lopend) >= self.huis.configuratie.max_abonnementen:
            raise Gesloten(LATER, f"Meer dan {self.huis.configuratie.max_abonnementen} operaties tegelijk")
        try:
            verzoek = verzoek_van(inhoud)
        except Geweigerd:
            raise Gesloten(ONGELDIG, "Invalid message") from None
        self.huis.aanmelder.begrenzer.neem(aanmelding.aanroeper.naam)
        self.aantal += 1
        self._lopend[id_] = asyncio.create_task(self._operatie(id_, verzoek, aanmelding))

    async def _operatie(self, id_: str, verzoek: GraphqlVerzoek, aanmelding: Aanmelding) -> None:
        """Run one operation to its end; only what concerns the whole socket goes further."""
        verloop, begin = Verloop(), time.perf_counter()
        try:
            await self._voer_uit(id_, verzoek, aanmelding, verloop)
        except NietAangemeld as fout:
            self._breek(Gesloten(GEWEIGERD, str(fout)))
        except (Gesloten, WebSocketDisconnect) as fout:
            self._breek(fout)
        finally:
            if self._lopend.get(id_) is asyncio.current_task():
                del self._lopend[id_]
            seconden = time.perf_counter() - begin
            self.huis.metrieken.tel(
                soort=verloop.soort, operatie=verloop.operatie, uitkomst=verloop.uitkomst, seconden=seconden
            )

    async def _voer_uit(self, id_: str, verzoek: GraphqlVerzoek, aanmelding: Aanmelding, verloop: Verloop) -> None:
        try:
            await aanmelding.toets()  # the watch looks now and then: nobody asks in between with a token that is over
            uitkomst = await self._uitkomst(verzoek, aanmelding, verloop)
            verloop.soort, verloop.operatie = uitkomst.soort, uitkomst.operatie
            verloop.uitkomst = uitkomst.uitkomst
            if isinstance(uitkomst, Stroom):
                async with aclosing(uitkomst.antwoorden) as antwoorden:
                    async for antwoord in antwoorden:
                        await aanmelding.toets()
                        await self._zend(_bericht("next", id_, antwoord))
            elif uitkomst.uitgevoerd:
                await self._zend(_bericht("next", id_, uitkomst.lichaam))
            else:
                await self._zend(_bericht("error", id_, json.dumps(json.loads(uitkomst.lichaam)["errors"]).encode()))
                return
            await self._zend(_bericht("complete", id_))
        except NietAangemeld:
            raise
        except RegisterFout as fout:
            await self._fout(id_, fout.code, str(fout), verloop)
        except (Gesloten, WebSocketDisconnect):
            raise
        except Exception:  # noqa: BLE001 - the last place where a fault can still become an answer
            _log.exception("onverwachte_fout", correlatieId=verloop.correlatie_id)
            await self._fout(id_, INTERN, TEKST_INTERN, verloop)

    async def _uitkomst(
        self, verzoek: GraphqlVerzoek, aanmelding: Aanmelding, verloop: Verloop
    ) -> GraphqlAntwoord | Stroom:
        try:
            async with asyncio.timeout(self.huis.configuratie.time_out_verzoek):
                return await self.huis.abonneerder(verzoek, aanmelding.aanroeper, verloop.correlatie_id)
        except TimeoutError:
            raise TijdOverschreden(TEKST_TIJD) from None

    async def _fout(self, id_: str, code: str, tekst: str, verloop: Verloop) -> None:
        verloop.uitkomst = code
        fout = {"message": tekst, "extensions": {"code": code, "correlatieId": verloop.correlatie_id}}
        await self._zend(_bericht("error", id_, json.dumps([fout], ensure_ascii=False).encode()))

    async def _hoor(self) -> Mapping[str, Any]:
        """Return the next message; what is no message ends the socket, as does more than a token before it began."""
        ontvangen = await self.websocket.receive()
        if ontvangen["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(ontvangen.get("code", 1005))
        tekst, grens = ontvangen.get("text"), self.huis.configuratie
        if tekst is None or len(tekst) > (grens.max_lichaam if self.wie else LANGSTE_BEGIN):
            raise Gesloten(ONGELDIG, "Invalid message")
        try:
            gelezen = lees_json(tekst.encode(), grens.max_json_diepte)
        except Geweigerd:
            raise Gesloten(ONGELDIG, "Invalid message") from None
        if isinstance(gelezen, dict) and isinstance(gelezen.get("type"), str):
            return gelezen
        raise Gesloten(ONGELDIG, "Invalid message")

    async def _zend(self, bericht: bytes) -> None:
        """Send one message at a time; a client that takes it in too slowly is let go: pulling stays the truth."""
        try:
            async with asyncio.timeout(self.huis.configuratie.time_out_zenden), self._slot:
                await self.websocket.send_text(bericht.decode())
        except TimeoutError:
            raise Gesloten(LATER, "Te traag") from None

    def _breek(self, fout: Exception) -> None:
        if not self._einde.done():
            self._einde.set_exception(fout)

    async def _tot_breuk(self) -> None:
        await self._einde

    async def _ruim_op(self) -> None:
        taken = list(self._lopend.values())
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)


@contextmanager
def _als_sluiting() -> Iterator[None]:
    """Make of an error of the register, about the socket as a whole, the code that a client understands."""
    try:
        yield
    except NietAangemeld as fout:
        raise Gesloten(GEWEIGERD, str(fout)) from None
    except RegisterFout as fout:
        raise Gesloten(LATER, str(fout)) from None


def _bericht(soort: str, id_: str, inhoud: bytes | None = None) -> bytes:
    kop = json.dumps({"type": soort, "id": id_}).encode()
    return kop if inhoud is None else kop[:-1] + b',"payload":' + inhoud + b"}"
