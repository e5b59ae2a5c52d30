"""Background work (besluit 0030): the tables of procrastinate 3.10.0 in a schema of their own, and who may queue."""

from __future__ import annotations

from pathlib import Path

from alembic import context, op

from app.opslag.migreren import ROLPREFIX

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql" / "procrastinate_3_10_0.sql"
NOTIFY = ("procrastinate_jobs_notify_queue_job_inserted_v1", "procrastinate_jobs_notify_queue_job_aborted_v1")
"""A NOTIFY takes a lock of the whole server until the commit is on disk: our worker asks by itself."""
IN_WACHTRIJ = ("procrastinate_jobs", "procrastinate_events")


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def maak_wachtrij() -> None:
    op.execute("CREATE SCHEMA procrastinate")
    op.execute("SET LOCAL search_path TO procrastinate")
    # The driver itself: SQLAlchemy would take the colons and percent signs in it for parameters.
    op.get_bind().connection.driver_connection.execute(SQL.read_text("utf-8"))
    for trigger in NOTIFY:
        op.execute(f"DROP TRIGGER {trigger} ON procrastinate_jobs")
    op.execute("SET LOCAL search_path TO DEFAULT")
    # Its functions name tables without a schema: they find them whoever calls, an owner at a prompt too.
    op.execute("""
        DO $$ DECLARE functie regprocedure; BEGIN
            FOR functie IN SELECT oid FROM pg_proc WHERE pronamespace = 'procrastinate'::regnamespace LOOP
                EXECUTE format('ALTER FUNCTION %s SET search_path TO procrastinate, pg_temp', functie);
            END LOOP;
        END $$
    """)


def maak_werker() -> None:
    """Make the role that takes work out of the queue; like every role once per server."""
    op.execute(f"""
        DO $$ BEGIN CREATE ROLE {rol("werker")} NOLOGIN NOINHERIT;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
    """)


def verleen() -> None:
    """Let the writer queue work in its own transaction and nothing more, and let the worker do all with the queue."""
    schrijver, werker = rol("schrijver"), rol("werker")
    op.execute(f"GRANT USAGE ON SCHEMA procrastinate TO {schrijver}, {werker}")
    for tabel in IN_WACHTRIJ:
        op.execute(f"GRANT SELECT, INSERT ON procrastinate.{tabel} TO {schrijver}")
        op.execute(f"GRANT USAGE ON SEQUENCE procrastinate.{tabel}_id_seq TO {schrijver}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA procrastinate TO {werker}")
    op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA procrastinate TO {werker}")


def upgrade() -> None:
    maak_wachtrij()
    maak_werker()
    verleen()


def downgrade() -> None:
    """Drop the queue with what is in it; the role stays, for another database of the server may use it."""
    op.execute("DROP SCHEMA procrastinate CASCADE")
