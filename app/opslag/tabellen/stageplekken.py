"""What SBB may know of placements, kept by the database itself, and the secret that keys it (besluit 0060)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Index, Integer, LargeBinary, Table, Text, text

from app.opslag.tabellen.basis import metadata
from app.opslag.tabellen.register import C

stageplek = Table(
    "stageplek",
    metadata,
    Column("bpv_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kenmerk", Text(collation=C), nullable=False, comment="HMAC van bpv_id met de sleutel van SBB"),
    Column("instelling", Text, nullable=False),
    Column("leerbedrijf_id", Text, nullable=False),
    Column("opleidingcode", Text),
    Column("keuzedeelcode", Text),
    Column("datum_begin", Date, nullable=False),
    Column("afsluitdatum", Date),
    Column("datum_einde_gepland", Date),
    Column("datum_einde_werkelijk", Date),
    Column("omvang", Integer),
    Column("leertraject", Text),
    Column("niveau", Text, comment="zoals geleverd; leeg: dat van de opleiding van de periode"),
    Column("periode_opleidingcode", Text),
    Column("periode_begin", Date),
    Column("leeftijd_bij_begin", Integer),
    Column("ingetrokken", Boolean, nullable=False),
    Column("gewijzigd_op", DateTime(timezone=True), nullable=False, server_default=text("transaction_timestamp()")),
    Index("ix_stageplek_kenmerk", "kenmerk", "gewijzigd_op"),
    Index("ix_stageplek_leerbedrijf_id", "leerbedrijf_id", "kenmerk"),
    Index("ix_stageplek_opleidingcode", "opleidingcode", "kenmerk"),
)

afnemersleutel = Table(
    "afnemersleutel",
    metadata,
    Column("afnemer", Text, primary_key=True),
    Column("binnen", LargeBinary, nullable=False, comment="de sleutel voor de binnenste hash van HMAC"),
    Column("buiten", LargeBinary, nullable=False, comment="de sleutel voor de buitenste hash"),
)
