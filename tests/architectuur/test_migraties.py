"""Migrations: up, down and up again, and no difference between what they make and what the code thinks there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic import command

from app.opslag.migreren import alembic_configuratie, migreer

if TYPE_CHECKING:
    from alembic.config import Config

    from tests.architectuur.conftest import Catalogus
    from tests.postgres import Database


@pytest.fixture
def alembic_config(database: Database) -> Config:
    return alembic_configuratie(database.eigenaar_url, database.rolprefix)


def test_het_model_is_wat_de_migraties_maken(alembic_config: Config) -> None:
    command.check(alembic_config)


def test_nog_eens_migreren_verandert_niets(database: Database, catalogus: Catalogus) -> None:
    voor = _inhoud(catalogus)
    migreer(database.eigenaar_url, rolprefix=database.rolprefix)
    assert _inhoud(catalogus) == voor


def test_terug_laat_niets_achter_en_weer_heen_is_hetzelfde(alembic_config: Config, catalogus: Catalogus) -> None:
    """alembic check sees no policies, triggers, functions or grants; this does."""
    voor = _inhoud(catalogus)
    command.downgrade(alembic_config, "base")
    assert _inhoud(catalogus) == set()
    command.upgrade(alembic_config, "head")
    assert _inhoud(catalogus) == voor


def test_elke_migratie_draagt_haar_dag_in_haar_naam(alembic_config: Config) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - only this test reads the scripts

    namen = [script.path.rsplit("/", 1)[1] for script in ScriptDirectory.from_config(alembic_config).walk_revisions()]
    assert namen
    assert all(naam[:10].replace("_", "").isdecimal() for naam in namen)


def _inhoud(catalogus: Catalogus) -> set[str]:
    """Everything of ours in the database, by kind and name, with who may do what."""
    return catalogus.namen(
        """
        SELECT CASE relkind WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'S' THEN 'sequence' ELSE 'table' END
            || ': ' || relname || coalesce(' ' || relacl::text, '') || CASE WHEN relrowsecurity THEN ' rls' ELSE '' END
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND NOT starts_with(relname, 'alembic_version')
        UNION ALL SELECT 'policy: ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text
            || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
        UNION ALL SELECT 'trigger: ' || tgrelid::regclass || ' ' || pg_get_triggerdef(oid) FROM pg_trigger
            WHERE NOT tgisinternal
        UNION ALL SELECT 'function: ' || proname || prosrc || coalesce(proacl::text, '') FROM pg_proc p
            WHERE pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        UNION ALL SELECT 'constraint: ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
        """
    )
