"""The embedded Postgres, for development and tests: the default where BRON_DATABASE_URL is not set."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.ingebed import gebruiker, plaats, programmas
from app.ingebed.afloop import nette_afloop
from app.ingebed.cluster import Cluster
from app.ingebed.fout import IngebedFout
from app.ingebed.instellingen import Instellingen
from app.ingebed.server import Server
from app.ingebed.sloten import exclusief, gedeeld, is_enige

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["IngebedFout", "Instellingen", "ingebed", "ruim_op"]

STANDAARD = Instellingen()


@contextmanager
def ingebed(data: Path, instellingen: Instellingen = STANDAARD) -> Iterator[str]:
    """Run, or join, the server of a data folder; gives the owner's URL of the database `bron`, valid within the block.

    Any number of processes may be in such a block at once; the last one that leaves stops the server. A server whose
    users were all killed keeps running, and the next block takes it over. Raises IngebedFout.
    """
    data = plaats.open_data(data)
    slot = data / plaats.SLOT
    with nette_afloop():
        with exclusief(slot):
            cluster = _cluster(data, instellingen)
            server = Server(cluster=cluster, instellingen=instellingen)
        with gedeeld(cluster.gebruik) as gebruik:
            try:
                with exclusief(slot):
                    server.zorg()
                yield cluster.url()
            finally:
                with exclusief(slot):
                    if is_enige(gebruik):
                        server.stop()


def ruim_op(data: Path) -> None:
    """Stop the server of a data folder, whoever uses it, and remove its cluster with everything in it."""
    data = plaats.open_data(data)
    with exclusief(data / plaats.SLOT):
        if plaats.vind(data):
            Server(cluster=_cluster(data, STANDAARD), instellingen=STANDAARD).stop()
        plaats.verwijder(data)


def _cluster(data: Path, instellingen: Instellingen) -> Cluster:
    """Find the cluster of a data folder, or make it."""
    map_ = plaats.vind(data) or plaats.maak(data)
    account = gebruiker.van(map_)
    installatie = programmas.leesbaar(programmas.uit_wiel(), account, map_)
    cluster = Cluster(map=map_, account=account, installatie=installatie)
    cluster.maak(duurzaam=instellingen.duurzaam)
    return cluster
