"""Webhooks: addresses that messages are posted to, with a secret that nobody reads but who signs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

from app.opslag.migreren import ROLPREFIX

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TE_LEZEN = ("webhook", "webhook_uitstel")
AANVRAGEN = "'REGISTRATIEOVERZICHT', 'AFHANDELEN_IDENTIFICATIE'"
MET_WEBHOOKS = f"{AANVRAGEN}, 'VASTLEGGEN_WEBHOOK', 'VERWIJDEREN_WEBHOOK'"


def rol(naam: str) -> str:
    return context.config.attributes[ROLPREFIX] + naam


def maak_webhook() -> None:
    nu = sa.text("transaction_timestamp()")
    op.create_table(
        "webhook",
        sa.Column("id", sa.BigInteger(), server_default=sa.text("nextval('register_id')"), nullable=False),
        sa.Column("instelling", sa.Text()),
        sa.Column("afnemer", sa.Text()),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("soorten", postgresql.ARRAY(sa.Text()), nullable=False, comment="leeg: alle"),
        sa.Column("actief", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column(
            "positie", sa.BigInteger(), nullable=False,
            comment="tot en met hier is alles bezorgd of staat het in het uitstel",
        ),
        sa.Column(
            "pogingen", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="mislukt, sinds het lukte"
        ),
        sa.Column("wacht_tot", sa.DateTime(timezone=True)),
        sa.Column("laatste_levering", sa.DateTime(timezone=True)),
        sa.Column("fout", sa.Text()),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), server_default=nu, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook")),
        sa.UniqueConstraint(
            "instelling", "afnemer", "url", name=op.f("uq_webhook_instelling_afnemer_url"),
            postgresql_nulls_not_distinct=True,
        ),
        sa.CheckConstraint("num_nonnulls(instelling, afnemer) = 1", name=op.f("ck_webhook_ontvanger")),
    )


def maak_geheim() -> None:
    op.create_table(
        "webhook_geheim",
        sa.Column("webhook_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("geheim", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("webhook_id", name=op.f("pk_webhook_geheim")),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["webhook.id"], name=op.f("fk_webhook_geheim_webhook_id"), ondelete="CASCADE"
        ),
        comment="Niemand leest het dan wie de handtekening zet.",
    )


def maak_uitstel() -> None:
    op.create_table(
        "webhook_uitstel",
        sa.Column("webhook_id", sa.BigInteger(), nullable=False),
        sa.Column("positie", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text()),
        sa.Column("afnemer", sa.Text()),
        sa.Column("persoon_id", sa.BigInteger()),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("wacht_tot", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("webhook_id", "positie", name=op.f("pk_webhook_uitstel")),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["webhook.id"], name=op.f("fk_webhook_uitstel_webhook_id"), ondelete="CASCADE"
        ),
        comment="Berichten die de ontvanger niet aannam terwijl hij andere wel aannam.",
    )
    op.create_index("ix_webhook_uitstel_persoon_id", "webhook_uitstel", ["webhook_id", "persoon_id", "positie"])


def beveilig() -> None:
    """Receivers see where messages go and how far that is; the writer keeps addresses, the worker posts."""
    lezer, schrijver, werker = rol("lezer"), rol("schrijver"), rol("werker")
    for tabel in (*TE_LEZEN, "webhook_geheim"):
        op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY schrijver ON {tabel} TO {schrijver} USING (true) WITH CHECK (true)")
        op.execute(f"CREATE POLICY werker ON {tabel} TO {werker} USING (true) WITH CHECK (true)")
    for tabel in TE_LEZEN:
        op.execute(f"GRANT SELECT ON {tabel} TO {lezer}")
        op.execute(f"CREATE POLICY ipo ON {tabel} FOR SELECT TO {rol('lezer_ipo')} USING (true)")
        for kolom, wie in (("instelling", "lezer_mbo"), ("afnemer", "lezer_afnemer")):
            op.execute(
                f"CREATE POLICY {wie.removeprefix('lezer_')} ON {tabel} FOR SELECT TO {rol(wie)}"
                f" USING ({kolom} = current_setting('bron.{kolom}', true))"
            )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON webhook TO {schrijver}")
    op.execute(f"GRANT SELECT (webhook_id), INSERT, DELETE ON webhook_geheim TO {schrijver}")
    voortgang = "positie, pogingen, wacht_tot, laatste_levering, fout, actief"
    op.execute(f"GRANT SELECT, UPDATE ({voortgang}) ON webhook TO {werker}")
    op.execute(f"GRANT SELECT ON webhook_geheim TO {werker}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_uitstel TO {werker}")
    op.execute(f"GRANT SELECT (soort, persoon_id, aangemaakt_op) ON bericht TO {werker}")


def upgrade() -> None:
    maak_webhook()
    maak_geheim()
    maak_uitstel()
    beveilig()
    op.create_index("ix_bericht_instelling_positie", "bericht", ["instelling", "positie"])
    op.create_index(
        "ix_bericht_afnemer_positie", "bericht", ["afnemer", "positie"],
        postgresql_where=sa.text("afnemer IS NOT NULL"),
    )
    op.drop_constraint(op.f("ck_aanvraag_soort"), "aanvraag")
    op.create_check_constraint(op.f("ck_aanvraag_soort"), "aanvraag", f"soort IN ({MET_WEBHOOKS})")


def downgrade() -> None:
    op.execute("DELETE FROM aanvraag WHERE soort IN ('VASTLEGGEN_WEBHOOK', 'VERWIJDEREN_WEBHOOK')")
    op.drop_constraint(op.f("ck_aanvraag_soort"), "aanvraag")
    op.create_check_constraint(op.f("ck_aanvraag_soort"), "aanvraag", f"soort IN ({AANVRAGEN})")
    op.drop_index("ix_bericht_afnemer_positie", "bericht")
    op.drop_index("ix_bericht_instelling_positie", "bericht")
    op.execute(f"REVOKE SELECT (soort, persoon_id, aangemaakt_op) ON bericht FROM {rol('werker')}")
    for tabel in ("webhook_uitstel", "webhook_geheim", "webhook"):
        op.drop_table(tabel)
