"""The tables of the register, as the model in app/opslag/tabellen names them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.opslag.tabellen.versies import Xid8
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.create_table(
        "archiefbewijs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("partitie", sa.Text(), nullable=False),
        sa.Column("aantal", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("opgeruimd_door", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column(
            "opgeruimd_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archiefbewijs")),
    )
    op.create_table(
        "bekostigingsparameter",
        sa.Column("bekostigingsjaar", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bekostigingsjaar", "naam", name=op.f("pk_bekostigingsparameter")),
    )
    op.create_table(
        "bericht",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=True),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=True),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("inhoud", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "aangemaakt_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
    )
    op.create_index("ix_bericht_instelling", "bericht", ["instelling", "id"], unique=False)
    op.create_table(
        "bpv_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=False),
        sa.Column("bpvvolgnummer", sa.Text(collation="C"), nullable=False),
        sa.Column("afsluitdatum", sa.Date(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("datum_einde_gepland", sa.Date(), nullable=False),
        sa.Column("datum_einde_werkelijk", sa.Date(), nullable=True),
        sa.Column("omvang", sa.Integer(), nullable=True),
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=True),
        sa.Column("keuzedeelcode", sa.Text(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_bpv_historie")),
    )
    op.create_index("ix_bpv_historie_id", "bpv_historie", ["id", "bekend_vanaf"], unique=False)
    op.create_index("ix_bpv_historie_persoon_id", "bpv_historie", ["persoon_id"], unique=False)
    op.create_table(
        "codelijst",
        sa.Column("lijst", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("lijst", "code", name=op.f("pk_codelijst")),
    )
    op.create_table(
        "erkenning",
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=True),
        sa.Column("datum_einde", sa.Date(), nullable=True),
        sa.CheckConstraint("status in ('ERKEND', 'INGETROKKEN', 'ONBEKEND')", name=op.f("ck_erkenning_status")),
        sa.UniqueConstraint(
            "leerbedrijf_id",
            "opleidingcode",
            "datum_begin",
            name=op.f("uq_erkenning_leerbedrijf_id_opleidingcode_datum_begin"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "examenonderdeel",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("vak", sa.Text(), nullable=True),
        sa.Column("niveau", sa.Text(), nullable=True),
        sa.CheckConstraint("soort in ('GEO', 'AMO')", name=op.f("ck_examenonderdeel_soort")),
        sa.CheckConstraint(
            "vak in ('NEDERLANDS', 'REKENEN', 'ENGELS', 'LOOPBAAN_BURGERSCHAP')", name=op.f("ck_examenonderdeel_vak")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_examenonderdeel")),
    )
    op.create_table(
        "extra_ondersteuning_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("datum_einde", sa.Date(), nullable=True),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_extra_ondersteuning_historie")),
    )
    op.create_index(
        "ix_extra_ondersteuning_historie_id", "extra_ondersteuning_historie", ["id", "bekend_vanaf"], unique=False
    )
    op.create_index(
        "ix_extra_ondersteuning_historie_persoon_id", "extra_ondersteuning_historie", ["persoon_id"], unique=False
    )
    op.create_table(
        "inschrijving_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijvingvolgnummer", sa.Text(collation="C"), nullable=False),
        sa.Column("datum_inschrijving", sa.Date(), nullable=False),
        sa.Column("datum_uitschrijving_gepland", sa.Date(), nullable=False),
        sa.Column("datum_uitschrijving_werkelijk", sa.Date(), nullable=True),
        sa.Column("reden_uitschrijving", sa.Text(), nullable=True),
        sa.Column("hoogste_vooropleiding", sa.Text(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_inschrijving_historie")),
    )
    op.create_index("ix_inschrijving_historie_id", "inschrijving_historie", ["id", "bekend_vanaf"], unique=False)
    op.create_index("ix_inschrijving_historie_persoon_id", "inschrijving_historie", ["persoon_id"], unique=False)
    op.create_table(
        "inschrijvingsperiode_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("leertraject", sa.Text(), nullable=False),
        sa.Column("niveau", sa.Text(), nullable=True),
        sa.Column("indicatie_bekostigbaar", sa.Boolean(), nullable=False),
        sa.Column("leerroute", sa.Text(), nullable=True),
        sa.Column("leerroutefase", sa.Text(), nullable=True),
        sa.Column("onderwijsaanbieder", sa.Text(), nullable=True),
        sa.Column("onderwijslocatie", sa.Text(), nullable=True),
        sa.Column("locatiecode_vsv", sa.Text(), nullable=True),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_inschrijvingsperiode_historie")),
    )
    op.create_index(
        "ix_inschrijvingsperiode_historie_id", "inschrijvingsperiode_historie", ["id", "bekend_vanaf"], unique=False
    )
    op.create_index(
        "ix_inschrijvingsperiode_historie_persoon_id", "inschrijvingsperiode_historie", ["persoon_id"], unique=False
    )
    op.create_table(
        "instelling",
        sa.Column("brin", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("plaats", sa.Text(), nullable=True),
        sa.Column("bekostigd", sa.Boolean(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.UniqueConstraint(
            "brin", "geldig_van", name=op.f("uq_instelling_brin_geldig_van"), postgresql_nulls_not_distinct=True
        ),
    )
    op.create_table(
        "keuzedeel",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.UniqueConstraint(
            "code", "geldig_van", name=op.f("uq_keuzedeel_code_geldig_van"), postgresql_nulls_not_distinct=True
        ),
    )
    op.create_table(
        "leerbedrijf",
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("huisnummer", sa.Integer(), nullable=True),
        sa.Column("plaats", sa.Text(), nullable=True),
        sa.Column(
            "gecontroleerd",
            sa.Boolean(),
            server_default=sa.text("true"),
            nullable=False,
            comment="false: a stub, kept because SBB was away or knew only the number",
        ),
        sa.CheckConstraint("leerbedrijf_id ~ '^[1-9][0-9]{8}$'", name=op.f("ck_leerbedrijf_leerbedrijf_id")),
        sa.PrimaryKeyConstraint("leerbedrijf_id", name=op.f("pk_leerbedrijf")),
    )
    op.create_index(op.f("ix_leerbedrijf_postcode_huisnummer"), "leerbedrijf", ["postcode", "huisnummer"], unique=False)
    op.create_table(
        "levering",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("afzender", sa.Text(), nullable=False),
        sa.Column("kenmerk", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column(
            "ontvangen_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("gebruiker", sa.Text(), nullable=True),
        sa.Column("instelling", sa.Text(), nullable=True),
        sa.Column("persoon_id", sa.BigInteger(), nullable=True),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=True),
        sa.Column("bpv_id", sa.BigInteger(), nullable=True),
        sa.Column("beheer", sa.Boolean(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("accountantsmutatie", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column(
            "signalen",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="[{code, soort, tekst, pad, parameters: [{naam, waarde}], ipo?}]",
        ),
        sa.Column(
            "mutaties",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="[{register, soort, entiteit, sleutel, velden: [{veld, oud, nieuw}]}]",
        ),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_levering")),
        sa.UniqueConstraint("afzender", "kenmerk", name=op.f("uq_levering_afzender_kenmerk")),
    )
    op.create_index("ix_levering_instelling", "levering", ["instelling", "id"], unique=False)
    op.create_index("ix_levering_persoon_id", "levering", ["persoon_id"], unique=False)
    op.create_table(
        "levering_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("afzender", sa.Text(), nullable=False),
        sa.Column("kenmerk", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("ontvangen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gebruiker", sa.Text(), nullable=True),
        sa.Column("instelling", sa.Text(), nullable=True),
        sa.Column("persoon_id", sa.BigInteger(), nullable=True),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=True),
        sa.Column("bpv_id", sa.BigInteger(), nullable=True),
        sa.Column("beheer", sa.Boolean(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("accountantsmutatie", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("signalen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("mutaties", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_levering_historie")),
    )
    op.create_index("ix_levering_historie_id", "levering_historie", ["id", "bekend_vanaf"], unique=False)
    op.create_index("ix_levering_historie_persoon_id", "levering_historie", ["persoon_id"], unique=False)
    op.create_table(
        "licentie",
        sa.Column("brin", sa.Text(), nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.UniqueConstraint(
            "brin",
            "opleidingcode",
            "geldig_van",
            name=op.f("uq_licentie_brin_opleidingcode_geldig_van"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "nationaliteit",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("geeft_recht", sa.Boolean(), nullable=True, comment="empty: not decided"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_nationaliteit")),
    )
    op.create_table(
        "ontvangst",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column(
            "ontvangen_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("levering_id", sa.BigInteger(), nullable=True),
        sa.Column("persoon_id", sa.BigInteger(), nullable=True),
        sa.Column("instelling", sa.Text(), nullable=True),
        sa.Column("afzender", sa.Text(), nullable=False),
        sa.Column("gebruiker", sa.Text(), nullable=True),
        sa.Column("kenmerk", sa.Text(), nullable=True),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("bericht", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "ontvangen_op", name=op.f("pk_ontvangst")),
        comment="Archief: elke ontvangst zoals die binnenkwam; alleen toevoegen.",
        postgresql_partition_by="RANGE (ontvangen_op)",
    )
    op.create_index("ix_ontvangst_levering_id", "ontvangst", ["levering_id"], unique=False)
    op.create_table(
        "opleiding",
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("niveau", sa.Text(), nullable=True),
        sa.Column("dossiercode", sa.Text(), nullable=True),
        sa.Column("domeincode", sa.Text(), nullable=True),
        sa.Column("specialist", sa.Boolean(), nullable=False),
        sa.Column("soort_opleiding", sa.Text(), nullable=True),
        sa.Column("leerwegen", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("vws", sa.Boolean(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("laatste_instroom", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.CheckConstraint("leerwegen <@ array['BOL', 'BBL']", name=op.f("ck_opleiding_leerwegen")),
        sa.CheckConstraint("niveau in ('MBO_1', 'MBO_2', 'MBO_3', 'MBO_4')", name=op.f("ck_opleiding_niveau")),
        sa.CheckConstraint("soort in ('KWALIFICATIE', 'DOSSIER', 'DOMEIN')", name=op.f("ck_opleiding_soort")),
        sa.CheckConstraint(
            "soort_opleiding in ('ENTREE', 'BASISBEROEPS', 'VAK', 'MIDDENKADER', 'SPECIALISTEN')",
            name=op.f("ck_opleiding_soort_opleiding"),
        ),
        sa.UniqueConstraint(
            "opleidingcode",
            "geldig_van",
            name=op.f("uq_opleiding_opleidingcode_geldig_van"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "opleiding_keuzedeel",
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("keuzedeelcode", sa.Text(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.UniqueConstraint(
            "opleidingcode",
            "keuzedeelcode",
            "geldig_van",
            name=op.f("uq_opleiding_keuzedeel_opleidingcode_keuzedeelcode_geldig_van"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "persoon",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("burgerservicenummer", sa.Text(), nullable=True),
        sa.Column("onderwijsnummer", sa.Text(), nullable=True),
        sa.Column("voornamen", sa.Text(), nullable=True),
        sa.Column("voorvoegsel", sa.Text(), nullable=True),
        sa.Column("geslachtsnaam", sa.Text(), nullable=True),
        sa.Column("naamsleutel", sa.Text(), nullable=False),
        sa.Column("geboortedatum", sa.Text(), nullable=False),
        sa.Column("geslacht", sa.Text(), nullable=False),
        sa.Column("overlijdensdatum", sa.Text(), nullable=True),
        sa.Column("geboorteland", sa.Text(), nullable=True),
        sa.Column("datum_vestiging_in_nederland", sa.Text(), nullable=True),
        sa.Column("datum_vertrek_uit_nederland", sa.Text(), nullable=True),
        sa.Column("land_vertrek", sa.Text(), nullable=True),
        sa.Column("straatnaam", sa.Text(), nullable=True),
        sa.Column("huisnummer", sa.Integer(), nullable=True),
        sa.Column("huisletter", sa.Text(), nullable=True),
        sa.Column("huisnummertoevoeging", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("woonplaats", sa.Text(), nullable=True),
        sa.Column("landcode", sa.Text(), nullable=True),
        sa.Column("regels_buitenland", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column(
            "nationaliteiten", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False
        ),
        sa.Column(
            "verblijfstitels", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False
        ),
        sa.Column("geverifieerd", sa.Boolean(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(burgerservicenummer, onderwijsnummer) = 1", name=op.f("ck_persoon_een_nummer")
        ),
        sa.CheckConstraint("persoon_id = id", name=op.f("ck_persoon_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoon")),
        sa.UniqueConstraint("burgerservicenummer", name=op.f("uq_persoon_burgerservicenummer")),
        sa.UniqueConstraint("onderwijsnummer", name=op.f("uq_persoon_onderwijsnummer")),
    )
    op.create_index("ix_persoon_naamsleutel", "persoon", ["naamsleutel", "geboortedatum"], unique=False)
    op.create_table(
        "persoon_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("burgerservicenummer", sa.Text(), nullable=True),
        sa.Column("onderwijsnummer", sa.Text(), nullable=True),
        sa.Column("voornamen", sa.Text(), nullable=True),
        sa.Column("voorvoegsel", sa.Text(), nullable=True),
        sa.Column("geslachtsnaam", sa.Text(), nullable=True),
        sa.Column("naamsleutel", sa.Text(), nullable=False),
        sa.Column("geboortedatum", sa.Text(), nullable=False),
        sa.Column("geslacht", sa.Text(), nullable=False),
        sa.Column("overlijdensdatum", sa.Text(), nullable=True),
        sa.Column("geboorteland", sa.Text(), nullable=True),
        sa.Column("datum_vestiging_in_nederland", sa.Text(), nullable=True),
        sa.Column("datum_vertrek_uit_nederland", sa.Text(), nullable=True),
        sa.Column("land_vertrek", sa.Text(), nullable=True),
        sa.Column("straatnaam", sa.Text(), nullable=True),
        sa.Column("huisnummer", sa.Integer(), nullable=True),
        sa.Column("huisletter", sa.Text(), nullable=True),
        sa.Column("huisnummertoevoeging", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("woonplaats", sa.Text(), nullable=True),
        sa.Column("landcode", sa.Text(), nullable=True),
        sa.Column("regels_buitenland", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("nationaliteiten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verblijfstitels", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("geverifieerd", sa.Boolean(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_persoon_historie")),
    )
    op.create_index("ix_persoon_historie_id", "persoon_historie", ["id", "bekend_vanaf"], unique=False)
    op.create_index("ix_persoon_historie_persoon_id", "persoon_historie", ["persoon_id"], unique=False)
    op.create_table(
        "prijsfactor",
        sa.Column("bekostigingsjaar", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("factor", sa.Numeric(precision=6, scale=2), nullable=False),
        sa.CheckConstraint("factor >= 0", name=op.f("ck_prijsfactor_factor")),
        sa.PrimaryKeyConstraint("bekostigingsjaar", "opleidingcode", name=op.f("pk_prijsfactor")),
    )
    op.create_table(
        "raadpleging",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column(
            "tijdstip", sa.DateTime(timezone=True), server_default=sa.text("transaction_timestamp()"), nullable=False
        ),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("aanroeper", sa.Text(), nullable=False),
        sa.Column("rol", sa.Text(), nullable=False),
        sa.Column("gebruiker", sa.Text(), nullable=True),
        sa.Column("doelbinding", sa.Text(), nullable=True),
        sa.Column("operatie", sa.Text(), nullable=False),
        sa.Column("trace_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "tijdstip", name=op.f("pk_raadpleging")),
        comment="Logboek Dataverwerkingen: wie welke persoon zag; alleen toevoegen.",
        postgresql_partition_by="RANGE (tijdstip)",
    )
    op.create_index("ix_raadpleging_persoon_id", "raadpleging", ["persoon_id", "tijdstip"], unique=False)
    op.create_table(
        "referentieversie",
        sa.Column("enig", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("enig", name=op.f("ck_referentieversie_enig")),
        sa.PrimaryKeyConstraint("enig", name=op.f("pk_referentieversie")),
    )
    op.create_table(
        "signaal_historie",
        sa.Column("historie_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=True),
        sa.Column("bpv_id", sa.BigInteger(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("pad", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("parameters", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ipo", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("bekend_vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_in", Xid8(), nullable=False),
        sa.Column("bekend_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.BigInteger(), nullable=False),
        sa.Column("beeindigd_in", Xid8(), nullable=False),
        sa.PrimaryKeyConstraint("historie_id", name=op.f("pk_signaal_historie")),
    )
    op.create_index("ix_signaal_historie_id", "signaal_historie", ["id", "bekend_vanaf"], unique=False)
    op.create_index("ix_signaal_historie_persoon_id", "signaal_historie", ["persoon_id"], unique=False)
    op.create_table(
        "verblijfstitel",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("geeft_recht", sa.Boolean(), nullable=True, comment="empty: not decided"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_verblijfstitel")),
    )
    op.create_table(
        "werk",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=True),
        sa.Column("instelling", sa.Text(), nullable=True),
        sa.Column("inhoud", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "aangemaakt_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("afgehandeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "soort IN ('IDENTIFICATIE', 'BRP_UITGESTELD', 'SBB_UITGESTELD')", name=op.f("ck_werk_soort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_werk")),
    )
    op.create_index(op.f("ix_werk_levering_id"), "werk", ["levering_id"], unique=False)
    op.create_index(
        "ix_werk_open", "werk", ["soort", "id"], unique=False, postgresql_where=sa.text("afgehandeld_op IS NULL")
    )
    op.create_table(
        "inschrijving",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijvingvolgnummer", sa.Text(collation="C"), nullable=False),
        sa.Column("datum_inschrijving", sa.Date(), nullable=False),
        sa.Column("datum_uitschrijving_gepland", sa.Date(), nullable=False),
        sa.Column("datum_uitschrijving_werkelijk", sa.Date(), nullable=True),
        sa.Column("reden_uitschrijving", sa.Text(), nullable=True),
        sa.Column("hoogste_vooropleiding", sa.Text(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_inschrijving_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inschrijving")),
        sa.UniqueConstraint("id", "persoon_id", "instelling", name=op.f("uq_inschrijving_id_persoon_id_instelling")),
        sa.UniqueConstraint(
            "persoon_id",
            "instelling",
            "inschrijvingvolgnummer",
            name=op.f("uq_inschrijving_persoon_id_instelling_inschrijvingvolgnummer"),
        ),
    )
    op.create_index("ix_inschrijving_instelling", "inschrijving", ["instelling", "id"], unique=False)
    op.create_table(
        "persoon_instelling",
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("geidentificeerd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_persoon_instelling_persoon_id")),
        sa.PrimaryKeyConstraint("persoon_id", "instelling", name=op.f("pk_persoon_instelling")),
    )
    op.create_index(
        "ix_persoon_instelling_instelling", "persoon_instelling", ["instelling", "persoon_id"], unique=False
    )
    op.create_table(
        "persoonsnummer",
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("nummer", sa.Text(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_persoonsnummer_persoon_id")),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_persoonsnummer")),
    )
    op.create_index(op.f("ix_persoonsnummer_persoon_id"), "persoonsnummer", ["persoon_id"], unique=False)
    op.create_table(
        "signaal",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=True),
        sa.Column("bpv_id", sa.BigInteger(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("pad", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("parameters", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="[{naam, waarde}]"),
        sa.Column(
            "ipo",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=True,
            comment="{tekst, parameters} in plaats van die voor instellingen: register.md 1",
        ),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint("num_nonnulls(inschrijving_id, bpv_id) = 1", name=op.f("ck_signaal_een_object")),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_signaal_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signaal")),
    )
    op.create_index("ix_signaal_bpv_id", "signaal", ["bpv_id"], unique=False)
    op.create_index("ix_signaal_inschrijving_id", "signaal", ["inschrijving_id"], unique=False)
    op.create_index("ix_signaal_instelling", "signaal", ["instelling", "code"], unique=False)
    op.create_index("ix_signaal_persoon_id", "signaal", ["persoon_id"], unique=False)
    op.create_table(
        "bpv",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=False),
        sa.Column("bpvvolgnummer", sa.Text(collation="C"), nullable=False),
        sa.Column("afsluitdatum", sa.Date(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("datum_einde_gepland", sa.Date(), nullable=False),
        sa.Column("datum_einde_werkelijk", sa.Date(), nullable=True),
        sa.Column("omvang", sa.Integer(), nullable=True),
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=True),
        sa.Column("keuzedeelcode", sa.Text(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["inschrijving_id", "persoon_id", "instelling"],
            ["inschrijving.id", "inschrijving.persoon_id", "inschrijving.instelling"],
            name="fk_bpv_inschrijving",
        ),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_bpv_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bpv")),
        sa.UniqueConstraint("inschrijving_id", "bpvvolgnummer", name=op.f("uq_bpv_inschrijving_id_bpvvolgnummer")),
    )
    op.create_index("ix_bpv_instelling", "bpv", ["instelling", "id"], unique=False)
    op.create_index("ix_bpv_leerbedrijf_id", "bpv", ["leerbedrijf_id"], unique=False)
    op.create_index("ix_bpv_persoon_id", "bpv", ["persoon_id"], unique=False)
    op.create_table(
        "extra_ondersteuning",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("datum_einde", sa.Date(), nullable=True),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("inschrijving_id"), "="),
            (sa.text("daterange(datum_begin, datum_einde, '[]')"), "&&"),
            deferrable=True,
            initially="DEFERRED",
            using="gist",
            name="ex_extra_ondersteuning_overlap",
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id", "persoon_id", "instelling"],
            ["inschrijving.id", "inschrijving.persoon_id", "inschrijving.instelling"],
            name="fk_extra_ondersteuning_inschrijving",
        ),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_extra_ondersteuning_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extra_ondersteuning")),
    )
    op.create_index("ix_extra_ondersteuning_persoon_id", "extra_ondersteuning", ["persoon_id"], unique=False)
    op.create_table(
        "inschrijvingsperiode",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("persoon_id", sa.BigInteger(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("inschrijving_id", sa.BigInteger(), nullable=False),
        sa.Column("datum_begin", sa.Date(), nullable=False),
        sa.Column("opleidingcode", sa.Text(), nullable=False),
        sa.Column("leertraject", sa.Text(), nullable=False),
        sa.Column("niveau", sa.Text(), nullable=True),
        sa.Column("indicatie_bekostigbaar", sa.Boolean(), nullable=False),
        sa.Column("leerroute", sa.Text(), nullable=True),
        sa.Column("leerroutefase", sa.Text(), nullable=True),
        sa.Column("onderwijsaanbieder", sa.Text(), nullable=True),
        sa.Column("onderwijslocatie", sa.Text(), nullable=True),
        sa.Column("locatiecode_vsv", sa.Text(), nullable=True),
        sa.Column("levering_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "bekend_vanaf",
            sa.DateTime(timezone=True),
            server_default=sa.text("transaction_timestamp()"),
            nullable=False,
        ),
        sa.Column("vastgelegd_in", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["inschrijving_id", "persoon_id", "instelling"],
            ["inschrijving.id", "inschrijving.persoon_id", "inschrijving.instelling"],
            name="fk_inschrijvingsperiode_inschrijving",
        ),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_inschrijvingsperiode_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inschrijvingsperiode")),
        sa.UniqueConstraint(
            "inschrijving_id",
            "datum_begin",
            deferrable=True,
            initially="DEFERRED",
            name=op.f("uq_inschrijvingsperiode_inschrijving_id_datum_begin"),
        ),
    )
    op.create_index("ix_inschrijvingsperiode_persoon_id", "inschrijvingsperiode", ["persoon_id"], unique=False)

    for ouder in ("ontvangst", "raadpleging"):
        op.execute(f"CREATE TABLE {ouder}_overig PARTITION OF {ouder} DEFAULT")


def downgrade() -> None:
    op.drop_index("ix_inschrijvingsperiode_persoon_id", table_name="inschrijvingsperiode")
    op.drop_table("inschrijvingsperiode")
    op.drop_index("ix_extra_ondersteuning_persoon_id", table_name="extra_ondersteuning")
    op.drop_table("extra_ondersteuning")
    op.drop_index("ix_bpv_persoon_id", table_name="bpv")
    op.drop_index("ix_bpv_leerbedrijf_id", table_name="bpv")
    op.drop_index("ix_bpv_instelling", table_name="bpv")
    op.drop_table("bpv")
    op.drop_index("ix_signaal_persoon_id", table_name="signaal")
    op.drop_index("ix_signaal_instelling", table_name="signaal")
    op.drop_index("ix_signaal_inschrijving_id", table_name="signaal")
    op.drop_index("ix_signaal_bpv_id", table_name="signaal")
    op.drop_table("signaal")
    op.drop_index(op.f("ix_persoonsnummer_persoon_id"), table_name="persoonsnummer")
    op.drop_table("persoonsnummer")
    op.drop_index("ix_persoon_instelling_instelling", table_name="persoon_instelling")
    op.drop_table("persoon_instelling")
    op.drop_index("ix_inschrijving_instelling", table_name="inschrijving")
    op.drop_table("inschrijving")
    op.drop_index("ix_werk_open", table_name="werk", postgresql_where=sa.text("afgehandeld_op IS NULL"))
    op.drop_index(op.f("ix_werk_levering_id"), table_name="werk")
    op.drop_table("werk")
    op.drop_table("verblijfstitel")
    op.drop_index("ix_signaal_historie_persoon_id", table_name="signaal_historie")
    op.drop_index("ix_signaal_historie_id", table_name="signaal_historie")
    op.drop_table("signaal_historie")
    op.drop_table("referentieversie")
    op.drop_index("ix_raadpleging_persoon_id", table_name="raadpleging")
    op.drop_table("raadpleging")
    op.drop_table("prijsfactor")
    op.drop_index("ix_persoon_historie_persoon_id", table_name="persoon_historie")
    op.drop_index("ix_persoon_historie_id", table_name="persoon_historie")
    op.drop_table("persoon_historie")
    op.drop_index("ix_persoon_naamsleutel", table_name="persoon")
    op.drop_table("persoon")
    op.drop_table("opleiding_keuzedeel")
    op.drop_table("opleiding")
    op.drop_index("ix_ontvangst_levering_id", table_name="ontvangst")
    op.drop_table("ontvangst")
    op.drop_table("nationaliteit")
    op.drop_table("licentie")
    op.drop_index("ix_levering_historie_persoon_id", table_name="levering_historie")
    op.drop_index("ix_levering_historie_id", table_name="levering_historie")
    op.drop_table("levering_historie")
    op.drop_index("ix_levering_persoon_id", table_name="levering")
    op.drop_index("ix_levering_instelling", table_name="levering")
    op.drop_table("levering")
    op.drop_index(op.f("ix_leerbedrijf_postcode_huisnummer"), table_name="leerbedrijf")
    op.drop_table("leerbedrijf")
    op.drop_table("keuzedeel")
    op.drop_table("instelling")
    op.drop_index("ix_inschrijvingsperiode_historie_persoon_id", table_name="inschrijvingsperiode_historie")
    op.drop_index("ix_inschrijvingsperiode_historie_id", table_name="inschrijvingsperiode_historie")
    op.drop_table("inschrijvingsperiode_historie")
    op.drop_index("ix_inschrijving_historie_persoon_id", table_name="inschrijving_historie")
    op.drop_index("ix_inschrijving_historie_id", table_name="inschrijving_historie")
    op.drop_table("inschrijving_historie")
    op.drop_index("ix_extra_ondersteuning_historie_persoon_id", table_name="extra_ondersteuning_historie")
    op.drop_index("ix_extra_ondersteuning_historie_id", table_name="extra_ondersteuning_historie")
    op.drop_table("extra_ondersteuning_historie")
    op.drop_table("examenonderdeel")
    op.drop_table("erkenning")
    op.drop_table("codelijst")
    op.drop_index("ix_bpv_historie_persoon_id", table_name="bpv_historie")
    op.drop_index("ix_bpv_historie_id", table_name="bpv_historie")
    op.drop_table("bpv_historie")
    op.drop_index("ix_bericht_instelling", table_name="bericht")
    op.drop_table("bericht")
    op.drop_table("bekostigingsparameter")
    op.drop_table("archiefbewijs")
