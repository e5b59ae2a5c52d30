"""K01 to K04 and B12: found when there is a cause and not a day before, withdrawn with it, seen where it matters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from psycopg_pool import AsyncConnectionPool

from app.opslag.kwaliteit import CODES, beoordeel_register
from app.opslag.toegang import Toegang
from tests.domain import bouw
from tests.domain.bouw import (
    erkenningsmutatie,
    identificeren,
    periode,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
)
from tests.domain.wereld import ALLEEN_KAPPER, ANDERE, BEDRIJF, SCHOOL
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

Json = dict[str, Any]
SIGNALEN: Final = "SELECT code, (bpv_id IS NOT NULL) FROM signaal WHERE soort = 'SIGNAAL' ORDER BY code"
TELLINGEN: Final = "query Tel($i: String) { signaaltellingen(instelling: $i) { code soort tekst aantal } }"
DOSSIER: Final = """
query Dossier($code: String!) {
  inschrijvingen(filter: { signaalcode: $code }) {
    edges { node {
      signalen { code soort tekst pad parameters { naam waarde } }
      bpvs { signalen { code soort tekst pad parameters { naam waarde } } }
    } }
  }
}
"""


@pytest.fixture
def school(register: Register) -> Klant:
    return register.als(AANROEPERS["school"])


def kijk(register: Register, dag: str) -> Mapping[str, int]:
    """Look through the register as of a day."""

    async def doe() -> Mapping[str, int]:
        database = register.database
        opties: Json = {"min_size": 1, "max_size": 1, "kwargs": {"autocommit": True}, "open": False}
        async with AsyncConnectionPool(database.dienst_url, **opties) as pool:
            toegang = Toegang(pool=pool, rolprefix=database.rolprefix, time_out=60)
            return await beoordeel_register(toegang, lambda: date.fromisoformat(dag))

    return register.lus.doe(doe())


def inschrijven(**anders: object) -> Invoer:
    return bouw.aanleveren(**{"inschrijvingvolgnummer": "1"} | anders)


def stage(**anders: object) -> Invoer:
    return bouw.aanleveren_bpv(**{"bpvvolgnummer": "1"} | anders)


LANG: Final = {"datumInschrijving": "2024-08-01", "datumUitschrijvingGepland": "2027-07-31"}
STAGE: Final = {
    "afsluitdatum": "2025-08-01",
    "datumBegin": "2025-08-01",
    "datumEindeGepland": "2026-07-31",
    "datumEindeWerkelijk": None,
}


def _bbl(*later: str) -> Invoer:
    return inschrijven(**LANG, perioden=[periode("2024-08-01", leertraject="BBL"), *map(periode, later)])


GEVALLEN: Final[Mapping[str, tuple[Sequence[Invoer], str, str, bool]]] = {
    "K01": ((inschrijven(datumUitschrijvingGepland="2026-07-31"),), "2026-07-31", "2026-08-01", False),
    "K02": ((inschrijven(**LANG, perioden=[periode("2024-08-01")]), stage(**STAGE),
             uitschrijven(datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01")),
            "2026-01-31", "2026-02-01", True),
    "K03": ((_bbl(),), "2024-12-31", "2025-01-01", False),
}  # fmt: skip
"""Per code: what is delivered, the last day without it, the first day with it, and whether it is on the placement."""


@pytest.mark.parametrize("code", GEVALLEN)
def test_een_signaal_komt_op_de_dag_dat_er_reden_voor_is(register: Register, school: Klant, code: str) -> None:
    leveringen, ervoor, erna, op_bpv = GEVALLEN[code]
    school.registreer(identificeren(), *leveringen)
    assert kijk(register, ervoor) == {"nieuw": 0, "weg": 0, "staan": 0}
    assert kijk(register, erna) == {"nieuw": 1, "weg": 0, "staan": 1}
    assert register.rijen(SIGNALEN) == [(code, op_bpv)]
    assert kijk(register, erna) == {"nieuw": 0, "weg": 0, "staan": 1}


def _k04(register: Register, school: Klant) -> None:
    """A placement on a keuzedeel that belonged to the training when it was delivered."""
    keuzedeel = stage(**STAGE, opleidingcode=None, keuzedeelcode="K0001")
    school.registreer(identificeren(), inschrijven(**LANG, perioden=[periode("2024-08-01")]), keuzedeel)
    register.verbinding.execute(
        "UPDATE opleiding_keuzedeel SET geldig_tot = '2026-03-01' WHERE keuzedeelcode = 'K0001'"
    )


def test_een_keuzedeel_dat_niet_meer_bij_de_kwalificatie_hoort(register: Register, school: Klant) -> None:
    _k04(register, school)
    assert kijk(register, "2026-03-01")["nieuw"] == 0
    assert kijk(register, "2026-03-02")["nieuw"] == 1
    (edge,) = school.vraag(DOSSIER, code="K04")["inschrijvingen"]["edges"]
    assert edge["node"]["bpvs"][0]["signalen"] == [
        {
            "code": "K04",
            "soort": "SIGNAAL",
            "tekst": "BPV op keuzedeel K0001 dat niet meer bij de kwalificatie hoort",
            "pad": [],
            "parameters": [{"naam": "code", "waarde": "K0001"}],
        }
    ]
    register.verbinding.execute("UPDATE opleiding_keuzedeel SET geldig_tot = NULL")
    assert kijk(register, "2026-03-02") == {"nieuw": 0, "weg": 1, "staan": 0}


@pytest.mark.parametrize(
    ("code", "herstel"),
    [
        ("K01", uitschrijven(datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01")),
        ("K01", wijzigen(datumUitschrijvingGepland="2027-07-31")),
        ("K02", wijzigen_bpv(**STAGE | {"datumEindeWerkelijk": "2026-01-31"})),
        ("K02", verwijderen_bpv()),
        ("K03", stage(**STAGE)),
    ],
)
def test_een_signaal_verdwijnt_met_zijn_oorzaak(register: Register, school: Klant, code: str, herstel: Invoer) -> None:
    leveringen, _, _, _ = GEVALLEN[code]
    school.registreer(identificeren(), *leveringen)
    dag = "2026-08-01"
    assert kijk(register, dag)["nieuw"] == 1
    school.registreer(herstel)
    kijk(register, dag)
    assert code not in {gevonden for gevonden, _ in register.rijen(SIGNALEN)}
    assert register.rij("SELECT count(*)::int FROM signaal_historie WHERE code = %s", code) == (1,)


def test_een_levering_haalt_niet_weg_wat_zij_niet_herstelt(register: Register, school: Klant) -> None:
    """A delivery judges anew what deliveries said; what time did stays, whatever else changes."""
    leveringen, *_ = GEVALLEN["K01"]
    school.registreer(identificeren(), *leveringen)
    kijk(register, "2026-08-01")
    school.registreer(wijzigen(datumUitschrijvingGepland="2026-07-30"))
    assert register.rijen(SIGNALEN) == [("K01", False)]
    assert kijk(register, "2026-08-01") == {"nieuw": 0, "weg": 0, "staan": 1}


def test_met_de_registratie_verdwijnt_het_signaal(register: Register, school: Klant) -> None:
    leveringen, *_ = GEVALLEN["K01"]
    school.registreer(identificeren(), *leveringen)
    kijk(register, "2026-08-01")
    school.registreer(verwijderen())
    assert register.rijen(SIGNALEN) == []
    assert kijk(register, "2026-08-01") == {"nieuw": 0, "weg": 0, "staan": 0}


@pytest.mark.parametrize("later", ["2024-12-31", "2025-01-01"])
def test_wie_niet_meer_in_bbl_is_heeft_geen_bpv_nodig(register: Register, school: Klant, later: str) -> None:
    school.registreer(identificeren(), _bbl(later))
    assert kijk(register, "2025-02-01")["nieuw"] == 0


def test_een_bpv_van_een_vorig_studiejaar_telt_niet(register: Register, school: Klant) -> None:
    vorig = {"afsluitdatum": "2024-08-01", "datumBegin": "2024-08-01", "datumEindeGepland": "2025-07-31"}
    school.registreer(identificeren(), _bbl(), stage(**vorig, datumEindeWerkelijk="2025-07-31"))
    assert kijk(register, "2025-12-31")["nieuw"] == 0
    assert kijk(register, "2026-01-01")["nieuw"] == 1


def test_het_signaal_staat_in_het_dossier_en_is_te_filteren(register: Register, school: Klant) -> None:
    leveringen, *_ = GEVALLEN["K01"]
    school.registreer(identificeren(), *leveringen)
    assert school.vraag(DOSSIER, code="K01")["inschrijvingen"]["edges"] == []
    kijk(register, "2026-08-01")
    (edge,) = school.vraag(DOSSIER, code="K01")["inschrijvingen"]["edges"]
    tekst = "Inschrijving is voorbij de geplande einddatum en niet uitgeschreven"
    assert edge["node"]["signalen"] == [
        {"code": "K01", "soort": "SIGNAAL", "tekst": tekst, "pad": [], "parameters": []}
    ]


def test_tellingen_per_instelling(register: Register, school: Klant) -> None:
    andere, ipo = register.als(AANROEPERS["andere"]), register.als(AANROEPERS["ipo"])
    for klant, nummer in ((school, "1"), (school, "2"), (andere, "1")):
        vrij = periode(indicatieBekostigbaar=False)
        inschrijving = inschrijven(
            inschrijvingvolgnummer=nummer, datumUitschrijvingGepland="2026-07-31", perioden=[vrij]
        )
        klant.registreer(identificeren(), inschrijving)
    assert kijk(register, "2026-08-01")["nieuw"] == 3

    def tel(klant: Klant, instelling: str | None = None) -> list[tuple[str, int]]:
        return [(een["code"], een["aantal"]) for een in klant.vraag(TELLINGEN, i=instelling)["signaaltellingen"]]

    assert tel(school) == [("K01", 2)]
    assert tel(andere, ANDERE) == [("K01", 1)]
    assert tel(andere, SCHOOL) == []
    assert tel(ipo) == [("K01", 3)]
    assert tel(ipo, SCHOOL) == [("K01", 2)]
    (telling,) = school.vraag(TELLINGEN)["signaaltellingen"]
    assert (telling["soort"], telling["tekst"]) == (
        "SIGNAAL",
        "Inschrijving is voorbij de geplande einddatum en niet uitgeschreven",
    )


def test_de_telling_noemt_wat_per_registratie_verschilt_bij_zijn_naam(register: Register, school: Klant) -> None:
    _k04(register, school)
    kijk(register, "2026-03-02")
    (telling,) = school.vraag(TELLINGEN)["signaaltellingen"]
    assert telling["tekst"] == "BPV op keuzedeel {code} dat niet meer bij de kwalificatie hoort"


def test_b12_volgt_de_bpv_naar_een_ander_leerbedrijf_en_terug(register: Register, school: Klant) -> None:
    """SBB's word was there before the BPV moved, ended or came: the next look sees to it."""
    school.registreer(identificeren(), inschrijven(), stage(leerbedrijfId=ALLEEN_KAPPER))
    register.als(AANROEPERS["sbb"]).lever(erkenningsmutatie(datumBegin="2026-03-01"))
    assert kijk(register, "2026-03-10") == {"nieuw": 0, "weg": 0, "staan": 0}
    school.registreer(wijzigen_bpv())
    assert kijk(register, "2026-03-10") == {"nieuw": 1, "weg": 0, "staan": 1}
    (edge,) = school.vraag(DOSSIER, code="B12")["inschrijvingen"]["edges"]
    assert edge["node"]["bpvs"][0]["signalen"] == [
        {
            "code": "B12",
            "soort": "SIGNAAL",
            "tekst": f"Erkenning van leerbedrijf {BEDRIJF} is ingetrokken per 2026-03-01",
            "pad": [],
            "parameters": [{"naam": "datum", "waarde": "2026-03-01"}, {"naam": "id", "waarde": BEDRIJF}],
        }
    ]
    assert kijk(register, "2026-03-10") == {"nieuw": 0, "weg": 0, "staan": 1}
    school.registreer(wijzigen_bpv(datumEindeWerkelijk="2026-03-09"))
    assert kijk(register, "2026-03-10") == {"nieuw": 0, "weg": 1, "staan": 0}


def test_wat_sbb_meldde_en_wat_de_blik_vindt_is_een_signaal(register: Register, school: Klant) -> None:
    school.registreer(identificeren(), inschrijven(), stage())
    sbb = register.als(AANROEPERS["sbb"])
    sbb.lever(erkenningsmutatie(datumEinde="2026-03-31"))
    assert register.rijen(SIGNALEN) == [("B12", True)]
    assert kijk(register, "2026-03-31") == {"nieuw": 0, "weg": 0, "staan": 1}
    assert kijk(register, "2026-04-01") == {"nieuw": 0, "weg": 1, "staan": 0}


def test_elk_signaal_van_achteraf_heeft_een_geval() -> None:
    assert set(CODES) == {*GEVALLEN, "K04", "B12"}
