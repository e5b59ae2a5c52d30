"""Bring a database to the newest schema, from Python: the same for bron migreer, bron dev and the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import connect

URL: Final = "url"
ROLPREFIX: Final = "rolprefix"
PER_MAAND: Final = ("ontvangst", "raadpleging")
MAANDEN_VOORUIT: Final = 24
WORTEL = Path(__file__).resolve().parents[2]


def alembic_configuratie(url: str, rolprefix: str) -> Config:
    """Return alembic's configuration for a database, reached with the owner's URL."""
    attributen = {URL: sqlalchemy_url(url), ROLPREFIX: rolprefix}
    configuratie = Config(toml_file=WORTEL / "pyproject.toml", attributes=attributen)
    configuratie.set_main_option("script_location", str(WORTEL / "alembic"))
    return configuratie


def sqlalchemy_url(url: str) -> str:
    """Return a postgresql:// URL in SQLAlchemy's form, for psycopg."""
    return "postgresql+psycopg://" + url.split("://", 1)[1]


def verouderde_versies() -> frozenset[str]:
    """Return the versions of the schema that came before the newest migration here."""
    mappen = ScriptDirectory(str(WORTEL / "alembic"))
    return frozenset(stap.revision for stap in mappen.walk_revisions()) - set(mappen.get_heads())


def migreer(url: str, *, rolprefix: str = "bron_") -> None:
    """Run every migration that has not run yet, and make the months of the archive ahead; url is the owner's.

    Roles are made once per server, with the prefix.
    """
    command.upgrade(alembic_configuratie(url, rolprefix), "head")
    with connect(url) as verbinding:
        for ouder in PER_MAAND:
            verbinding.execute("SELECT maak_maanden(%s, current_date, %s)", (ouder, MAANDEN_VOORUIT))
