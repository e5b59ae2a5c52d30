"""Every question for places goes over an index, in the plan that is made without knowing the values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from psycopg import sql
from psycopg.raw_cursor import AsyncRawCursor

from resolvers.globale_id import globale_id
from tests.postgres import kloon
from tests.register import AANROEPERS, register_op
from tests.stageplekken.conftest import Stagemarkt

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

    from tests.klant import Json
    from tests.postgres import Server
    from tests.register import Register

VUL: Final = """
    INSERT INTO stageplek (bpv_id, kenmerk, instelling, leerbedrijf_id, opleidingcode, datum_begin, ingetrokken,
        gewijzigd_op)
    SELECT n, md5(n::text), '27DV', 100000000 + n % 4000, 25000 + n % 400, '2025-08-01'::date + n % 300, n % 50 = 0,
        '2026-01-01'::timestamptz + n * interval '1 minute'
    FROM generate_series(1, 20000) n
"""
MIDDEN: Final = globale_id("Stageplekbezetting", "8" * 32)
WIJZIGINGEN: Final = {"gewijzigdVanaf": "2026-01-14T00:00:00Z"}
LEERBEDRIJF: Final = {"leerbedrijfId": "100000007"}
OPLEIDING: Final = {"opleidingcode": "25007"}


@pytest.fixture(scope="module")
def vol(server: Server, gevuld_sjabloon: str) -> Iterator[Register]:
    with kloon(server, gevuld_sjabloon) as database, register_op(database) as register:
        register.verbinding.execute(VUL)
        register.verbinding.execute("ANALYZE stageplek")
        yield register


@pytest.fixture
def gestuurd(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, list[Any]]]:
    """The statements with their values, but for the settings of their transaction."""
    gestuurd: list[tuple[bytes, list[Any]]] = []
    voer_uit = AsyncRawCursor.execute

    def noteer(cursor: AsyncRawCursor, vraag: bytes, waarden: list[Any], **opties: bool) -> Awaitable[AsyncRawCursor]:
        if b"set_config" not in vraag:
            gestuurd.append((vraag, waarden))
        return voer_uit(cursor, vraag, waarden, **opties)

    monkeypatch.setattr(AsyncRawCursor, "execute", noteer)
    return gestuurd


def plan(register: Register, rol: str, vraag: bytes, waarden: list[Any]) -> str:
    """Return the plan that the service has for a statement: in its role, whatever the values are."""
    with register.verbinding.transaction(force_rollback=True):
        register.rijen(
            "SELECT set_config('role', %s, true), set_config('bron.afnemer', 'SBB', true),"
            " set_config('plan_cache_mode', 'force_generic_plan', true)",
            register.database.rolprefix + rol,
        )
        register.verbinding.execute(b"PREPARE vraag AS " + vraag)
        met = sql.SQL(", ").join(map(sql.Literal, waarden))
        uitleg = register.verbinding.execute(sql.SQL("EXPLAIN EXECUTE vraag({})").format(met)).fetchall()
        register.verbinding.execute("DEALLOCATE vraag")
        return "\n".join(regel for (regel,) in uitleg)


@pytest.mark.parametrize(("wie", "rol"), [("stagemarkt", "lezer_afnemer"), ("ipo", "lezer_ipo")])
@pytest.mark.parametrize(
    ("filter_", "index"),
    [
        (None, "ix_stageplek_kenmerk"),
        (WIJZIGINGEN, "ix_stageplek_kenmerk"),
        (LEERBEDRIJF, "ix_stageplek_leerbedrijf_id"),
        (OPLEIDING, "ix_stageplek_opleidingcode"),
        (LEERBEDRIJF | WIJZIGINGEN, "ix_stageplek_leerbedrijf_id"),
        ({"peildatum": "2025-10-01"}, "ix_stageplek_kenmerk"),
        (LEERBEDRIJF | {"peildatum": "2025-10-01"}, "ix_stageplek_leerbedrijf_id"),
    ],
)
def test_een_bladzijde_gaat_over_de_index_van_haar_filter(
    vol: Register, gestuurd: list[tuple[bytes, list[Any]]], wie: str, rol: str, filter_: Json | None, index: str
) -> None:
    document = """
    query Plekken($filter: StageplekFilter, $after: String) {
      stageplekbezetting(filter: $filter, after: $after) { edges { cursor node { kenmerk } } pageInfo { hasNextPage } }
    }
    """
    vol.als(AANROEPERS[wie]).vraag(document, filter=filter_, after=MIDDEN)
    ((vraag, waarden),) = gestuurd
    gevonden = plan(vol, rol, vraag, waarden)
    assert "Seq Scan on stageplek" not in gevonden
    assert "Sort" not in gevonden or index != "ix_stageplek_kenmerk", "the few rows of one leerbedrijf may be sorted"
    assert gevonden.count(index) == 2, "the page, and whether there is one after it"


def test_wat_pas_gewijzigd_is_staat_in_de_voorwaarde_van_de_index(
    vol: Register, gestuurd: list[tuple[bytes, list[Any]]]
) -> None:
    """A row that did not change is passed over in the index: it is not even looked at in the table."""
    sbb = Stagemarkt(vol.als(AANROEPERS["stagemarkt"]))
    vanaf = sbb.bladzijde({"gewijzigdVanaf": "2026-01-14T21:00:00Z"})
    assert vanaf["totalCount"] == 20000 - (13 * 24 + 21) * 60 + 1
    vraag, waarden = gestuurd[-1]
    voorwaarden = [regel for regel in plan(vol, "lezer_afnemer", vraag, waarden).splitlines() if "Index Cond" in regel]
    assert any("gewijzigd_op >=" in regel for regel in voorwaarden)


@pytest.mark.parametrize("filter_", [None, LEERBEDRIJF, WIJZIGINGEN])
def test_bladeren_tot_het_einde_vindt_precies_alle_rijen(vol: Register, filter_: Json | None) -> None:
    sbb = Stagemarkt(vol.als(AANROEPERS["stagemarkt"]))
    gezien: list[str] = []
    na = None
    while True:
        blad = sbb.bladzijde(filter_, first=500, after=na)
        gezien += [edge["node"]["kenmerk"] for edge in blad["edges"]]
        na = blad["pageInfo"]["endCursor"]
        if not blad["pageInfo"]["hasNextPage"]:
            break
    assert len(gezien) == len(set(gezien)) == blad["totalCount"]
    assert gezien == sorted(gezien)
