"""How alembic reaches the database: with time-outs, under one lock, and blind to what it cannot compare."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, text

from app.opslag.migreren import ROLPREFIX, URL
from app.opslag.tabellen import metadata

SLOT = 2_026_112_401  # own choice: the advisory lock of whoever migrates


def behoort_tot_model(_object: object, naam: str | None, soort: str, *_: object) -> bool:
    """Leave out the monthly partitions: they come and go without a migration."""
    return not (soort == "table" and naam is not None and naam.startswith(("ontvangst_", "raadpleging_")))


def migreer() -> None:
    """Run the migrations in one transaction, alone; lock_timeout keeps a running service from queueing behind us."""
    engine = create_engine(context.config.attributes[URL])
    with engine.connect() as verbinding, verbinding.begin():
        verbinding.execute(text("SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = '10min'"))
        verbinding.execute(text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": SLOT})
        verbinding.execute(
            text("SELECT set_config('bron.rolprefix', :prefix, true)"),
            {"prefix": context.config.attributes[ROLPREFIX]},
        )
        context.configure(connection=verbinding, target_metadata=metadata, include_object=behoort_tot_model)
        context.run_migrations()
    engine.dispose()


migreer()
