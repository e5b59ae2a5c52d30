"""What ends an open stream before its time: a token that no longer holds, and a process that has to stop."""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from types import FrameType

    from app.http.aanmelden import Aanmelding

Uitkomst = TypeVar("Uitkomst")
_SIGNALEN: Final = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaking:
    """Looks every `elke` seconds whether a caller may still listen: no longer than it takes to notice a revocation."""

    aanmelding: Aanmelding
    elke: float

    async def tot_het_einde(self) -> None:
        """Return never; raises NietAangemeld when the token is over, BronOnbereikbaar when nobody can tell."""
        while True:
            await asyncio.sleep(self.elke)
            await self.aanmelding.toets()


@dataclass(slots=True)
class Afloop:
    """Tells open streams that the process was asked to stop; the server would wait for them until its patience ends.

    A websocket hears it from the server; a response that streams has nobody else to tell it.
    """

    _gevraagd: asyncio.Event = field(default_factory=asyncio.Event)

    async def wacht(self) -> None:
        """Return when the process has to stop."""
        await self._gevraagd.wait()

    @contextmanager
    def luister(self) -> Iterator[None]:
        """Hear the signals that the server hears, before it; in a thread of a test there are none."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        lus = asyncio.get_running_loop()
        vorige = {signaal: signal.getsignal(signaal) for signaal in _SIGNALEN}

        def gevraagd(signaal: int, frame: FrameType | None) -> None:
            lus.call_soon_threadsafe(self._gevraagd.set)
            if callable(verder := vorige[signal.Signals(signaal)]):
                verder(signaal, frame)

        for signaal in _SIGNALEN:
            signal.signal(signaal, gevraagd)
        try:
            yield
        finally:
            for signaal, verder in vorige.items():
                signal.signal(signaal, verder)


async def eerste_van(*werk: Coroutine[Any, Any, Uitkomst]) -> Uitkomst:
    """Run all of it until the first ends; break the others off, and return or raise what that one did."""
    taken = [asyncio.ensure_future(een) for een in werk]
    try:
        await asyncio.wait(taken, return_when=asyncio.FIRST_COMPLETED)
        klaar = next(taak for taak in taken if taak.done())
    finally:
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
    return klaar.result()
