"""A TCP switch in front of two instances, such as a load balancer is: new connections go where they are let."""

from __future__ import annotations

import selectors
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Schakelaar:
    """Sends a connection to the next port in turn; `leeg` waits until a port that is out has none left."""

    poorten: list[int] = field(default_factory=list)
    _lopend: dict[int, int] = field(default_factory=dict)
    _slot: threading.Condition = field(default_factory=threading.Condition)

    def neem_op(self, poort: int) -> None:
        with self._slot:
            self.poorten.append(poort)

    def neem_uit(self, poort: int) -> None:
        """Give a port no new connections, and wait until the last one is over."""
        with self._slot:
            self.poorten.remove(poort)
            self._slot.wait_for(lambda: not self._lopend.get(poort))

    def verbind(self, client: socket.socket) -> None:
        """Carry one connection to its end."""
        with self._slot:
            poort = self.poorten[0]
            self.poorten.append(self.poorten.pop(0))
            self._lopend[poort] = self._lopend.get(poort, 0) + 1
        try:
            with client, socket.create_connection(("127.0.0.1", poort)) as dienst:
                _draag_over(client, dienst)
        finally:
            with self._slot:
                self._lopend[poort] -= 1
                self._slot.notify_all()


def _draag_over(client: socket.socket, dienst: socket.socket) -> None:
    overkant = {client: dienst, dienst: client}
    with selectors.DefaultSelector() as kiezer:
        for kant in overkant:
            kiezer.register(kant, selectors.EVENT_READ)
        while True:
            for sleutel, _ in kiezer.select():
                kant = sleutel.fileobj
                assert isinstance(kant, socket.socket)
                deel = kant.recv(65_536)
                if not deel:
                    return
                overkant[kant].sendall(deel)


@contextmanager
def schakelaar() -> Iterator[tuple[Schakelaar, str]]:
    """Listen until the end of the block; gives the switch and its address."""
    wissel = Schakelaar()
    with socket.create_server(("127.0.0.1", 0), backlog=128) as luisteraar:
        threading.Thread(target=_neem_aan, args=(wissel, luisteraar), daemon=True).start()
        yield wissel, f"http://127.0.0.1:{luisteraar.getsockname()[1]}"
        luisteraar.shutdown(socket.SHUT_RDWR)


def _neem_aan(wissel: Schakelaar, luisteraar: socket.socket) -> None:
    while True:
        try:
            client, _ = luisteraar.accept()
        except OSError:
            return
        threading.Thread(target=wissel.verbind, args=(client,), daemon=True).start()
