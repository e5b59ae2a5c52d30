"""A data folder for a server of the test's own."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.ingebed import ruim_op
from tests.postgres import snelle_map

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def eigen_map() -> Iterator[Path]:
    """Make a folder that every account may enter; pytest's tmp_path is closed to the account of the server."""
    map_ = Path(tempfile.mkdtemp(prefix="bron-ingebed-", dir=snelle_map()))
    map_.chmod(0o755)
    yield map_
    shutil.rmtree(map_)


@pytest.fixture
def open_map() -> Iterator[Path]:
    with eigen_map() as map_:
        yield map_


@pytest.fixture
def data(open_map: Path) -> Iterator[Path]:
    data = open_map / "data"
    yield data
    ruim_op(data)
