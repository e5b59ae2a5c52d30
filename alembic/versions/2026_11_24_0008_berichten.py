"""The inbox: a place in the order for every message, given after commit, and what its receiver confirmed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from app.opslag.migreren import ROLPREFIX

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

VOLGORDE = sa.text("(bevestigd_op IS NOT NULL)")


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def maak_afnemer() -> None:
    """Make the role of consumers, like every role once per server; who may read as a school may read as a consumer."""
    afnemer = rol("lezer_afnemer")
    op.execute(f"""
        DO $$ DECLARE dienst name; BEGIN
            BEGIN CREATE ROLE {afnemer} NOLOGIN INHERIT; GRANT {rol("lezer")} TO {afnemer};
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
            FOR dienst IN SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
                WHERE m.roleid = '{rol("lezer_mbo")}'::regrole AND r.rolcanlogin AND NOT r.rolcreaterole LOOP
                EXECUTE format('GRANT {afnemer} TO %I', dienst);
            END LOOP;
        END $$
    """)


def breid_uit() -> None:
    op.add_column("bericht", sa.Column("afnemer", sa.Text()))
    op.add_column("bericht", sa.Column("resultaat_id", sa.BigInteger()))
    op.add_column(
        "bericht", sa.Column("positie", sa.BigInteger(), comment="plaats in de vaste volgorde; leeg: nog niet te zien")
    )
    op.add_column("bericht", sa.Column("bevestigd_op", sa.DateTime(timezone=True)))
    op.alter_column("bericht", "instelling", nullable=True)
    op.create_unique_constraint(op.f("uq_bericht_positie"), "bericht", ["positie"])
    op.create_check_constraint(op.f("ck_bericht_ontvanger"), "bericht", "num_nonnulls(instelling, afnemer) = 1")
    op.execute("CREATE SEQUENCE bericht_positie")


def indexeer() -> None:
    op.drop_index("ix_bericht_instelling", "bericht")
    op.create_index("ix_bericht_instelling", "bericht", ["instelling", VOLGORDE, "positie"])
    op.create_index(
        "ix_bericht_afnemer", "bericht", ["afnemer", VOLGORDE, "positie"],
        postgresql_where=sa.text("afnemer IS NOT NULL"),
    )
    op.create_index("ix_bericht_te_nummeren", "bericht", ["id"], postgresql_where=sa.text("positie IS NULL"))


def beveilig() -> None:
    """A consumer sees what was sent to it; the worker numbers messages without being able to read what is in them."""
    afnemer, werker = rol("lezer_afnemer"), rol("werker")
    op.execute(
        f"CREATE POLICY afnemer ON bericht FOR SELECT TO {afnemer}"
        " USING (afnemer = current_setting('bron.afnemer', true))"
    )
    op.execute(
        f"CREATE POLICY raadplegen_afnemer ON raadpleging FOR INSERT TO {afnemer}"
        " WITH CHECK (aanroeper = current_setting('bron.aanroeper', true))"
    )
    op.execute(f"CREATE POLICY werker ON bericht TO {werker} USING (true) WITH CHECK (true)")
    op.execute(f"GRANT USAGE ON SCHEMA public TO {werker}")
    op.execute(f"GRANT SELECT (id, positie, instelling, afnemer), UPDATE (positie) ON bericht TO {werker}")
    op.execute(f"GRANT USAGE ON SEQUENCE bericht_positie TO {werker}")


def upgrade() -> None:
    maak_afnemer()
    breid_uit()
    indexeer()
    beveilig()


def downgrade() -> None:
    """Take the inbox away; the role stays, for another database of the server may use it."""
    werker = rol("werker")
    op.execute("DROP POLICY raadplegen_afnemer ON raadpleging")
    for beleid in ("afnemer", "werker"):
        op.execute(f"DROP POLICY {beleid} ON bericht")
    op.execute(f"REVOKE SELECT (id, positie, instelling, afnemer), UPDATE (positie) ON bericht FROM {werker}")
    op.execute(f"REVOKE USAGE ON SCHEMA public FROM {werker}")
    op.execute("DROP SEQUENCE bericht_positie")
    op.execute("DELETE FROM bericht WHERE instelling IS NULL")
    for index in ("ix_bericht_te_nummeren", "ix_bericht_afnemer", "ix_bericht_instelling"):
        op.drop_index(index, "bericht")
    op.create_index("ix_bericht_instelling", "bericht", ["instelling", "id"])
    for regel in ("ck_bericht_ontvanger", "uq_bericht_positie"):
        op.drop_constraint(regel, "bericht")
    op.alter_column("bericht", "instelling", nullable=False)
    for kolom in ("bevestigd_op", "positie", "resultaat_id", "afnemer"):
        op.drop_column("bericht", kolom)
