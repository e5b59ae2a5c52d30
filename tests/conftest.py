"""The fixtures that tests of storage share: `server` and `sjabloon` once per run, a `database` for each test."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.postgres import Database, Run, Server, kloon, maak_eenmalig, maak_sjabloon, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tests.register import Register

RUN = pytest.StashKey[Run]()


def pytest_configure(config: pytest.Config) -> None:
    """The process that was started by hand owns the run; xdist's workers take part in it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a CI that is out of time ends the run as Ctrl-C does
    if aandeel := getattr(config, "workerinput", None):
        config.stash[RUN] = Run(map=Path(aandeel["map"]), sleutel=aandeel["sleutel"])
    else:
        config.stash[RUN] = Run.nieuw()
        config.add_cleanup(config.stash[RUN].ruim_op)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - xdist has no types
    run = node.config.stash[RUN]
    node.workerinput |= {"map": str(run.map), "sleutel": run.sleutel}


@pytest.fixture(scope="session")
def server(pytestconfig: pytest.Config) -> Iterator[Server]:
    with start(pytestconfig.stash[RUN]) as server:
        yield server


@pytest.fixture(scope="session")
def sjabloon(server: Server) -> str:
    from app.opslag.migreren import migreer  # noqa: PLC0415 - tests of the domain need no SQLAlchemy

    return maak_sjabloon(server, migreer)


@pytest.fixture
def database(server: Server, sjabloon: str) -> Iterator[Database]:
    with kloon(server, sjabloon) as database:
        yield database


@pytest.fixture(scope="session")
def gevuld_sjabloon(server: Server, sjabloon: str) -> str:
    """The template with the reference data of the tests' world; it is made of the other one."""
    from tests.register import laad_referentie  # noqa: PLC0415 - tests of the domain need no application

    return maak_eenmalig(server, "gevuld", f"TEMPLATE {sjabloon}", laad_referentie)


@pytest.fixture
def gevulde_database(server: Server, gevuld_sjabloon: str) -> Iterator[Database]:
    with kloon(server, gevuld_sjabloon) as database:
        yield database


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    from tests.register import register_op  # noqa: PLC0415 - as above

    with register_op(gevulde_database) as register:
        yield register
