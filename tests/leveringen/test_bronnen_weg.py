"""BRP or SBB away, slow or talking nonsense: the request is kept and told so, nothing is guessed, others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.buitenwereld import in_letters
from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, opnieuw, wijzigen_bpv, zoeken
from tests.domain.wereld import ALLEEN_KAPPER, BEDRIJF, NIEUWKOMER, STUDENT
from tests.klant import signalen
from tests.leveringen.bewijs import is_bewaard, is_gemeld, levering_id
from tests.leveringen.verhaal import ingeschreven, met_stage
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

STORINGEN: Final = ("time-out", "503", "429", "traag", "onzin", "verkeerde-persoon")
NUMMER: Final = "SELECT last_value, is_called FROM onderwijsnummer_volgnummer"
WERK: Final = "SELECT soort, levering_id, persoon_id, instelling FROM werk"
EVEN: Final = 0.5


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    """A register that waits for a source no longer than a test can."""
    with register_op(gevulde_database, brp_time_out=EVEN, sbb_time_out=EVEN) as register:
        yield register


@pytest.fixture(params=STORINGEN)
def storing(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def wacht(register: Register, school: Klant, levering: Invoer) -> None:
    """Prove that an identification waits for the BRP, and that nothing but the request itself is kept."""
    voor, nummer = register.stand("ontvangst", "levering", "raadpleging", "werk"), register.rij(NUMMER)
    uitkomst = school.lever(levering, "persoon { id }")
    assert (uitkomst["status"], signalen(uitkomst)) == ("IN_BEHANDELING", [("P06", "")])
    assert uitkomst["mutaties"] == []
    is_bewaard(register, school, levering, uitkomst)
    assert register.stand("ontvangst", "levering", "raadpleging", "werk") == voor
    assert register.rij(NUMMER) == nummer
    (persoon,) = register.rij("SELECT persoon_id FROM levering WHERE id = %s", levering_id(uitkomst))
    assert register.rijen(f"{WERK} ORDER BY id DESC LIMIT 1") == [
        ("BRP_UITGESTELD", levering_id(uitkomst), persoon, "27DV")
    ]


def test_identificeren_wacht_op_de_brp(register: Register, school: Klant, storing: str) -> None:
    register.brp.stoor(storing)
    wacht(register, school, identificeren())
    wacht(register, school, zoeken())
    register.brp.stoor(None)
    assert school.lever(identificeren())["status"] == "GOEDGEKEURD"


def test_opnieuw_identificeren_wacht_op_de_brp(register: Register, school: Klant, storing: str) -> None:
    nummer = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"]
    register.brp.stoor(storing)
    wacht(register, school, opnieuw(onderwijsnummer=nummer, burgerservicenummer=NIEUWKOMER))
    wacht(register, school, opnieuw(onderwijsnummer=nummer, voornamen="Eva Maria"))


def test_wie_het_register_al_kent_heeft_de_brp_niet_nodig(register: Register, school: Klant, andere: Klant) -> None:
    school.registreer(identificeren())
    register.brp.stoor("503")
    assert andere.lever(identificeren())["status"] == "GOEDGEKEURD"


def test_een_trage_brp_die_op_tijd_is_telt(gevulde_database: Database) -> None:
    with register_op(gevulde_database) as register:
        register.brp.stoor("traag", seconden=0.05)
        assert register.als(AANROEPERS["school"]).lever(identificeren())["status"] == "GOEDGEKEURD"


def test_een_brp_die_weg_is_raakt_geen_andere_levering(register: Register, school: Klant) -> None:
    school.registreer(*ingeschreven())
    register.brp.stoor("503")
    leveringen = (
        aanleveren(),
        identificeren(burgerservicenummer=NIEUWKOMER),
        aanleveren(persoon={"burgerservicenummer": NIEUWKOMER}),
        aanleveren_bpv(),
    )
    gehoord = school.lever_samen(*leveringen)
    assert [signalen(uitkomst) for uitkomst in gehoord["uitkomsten"]] == [
        [],
        [("P06", "")],
        [("P07", "persoon.burgerservicenummer")],
        [],
    ]
    assert (gehoord["goedgekeurd"], gehoord["afgekeurd"], gehoord["inBehandeling"]) == (2, 1, 1)


def test_een_wachtende_identificatie_herhaald_vraagt_niets_nieuws(register: Register, school: Klant) -> None:
    register.brp.stoor("503")
    levering = identificeren()
    eerst = school.lever(levering)
    voor = register.stand("ontvangst", "raadpleging")
    assert school.lever(levering) == eerst
    assert register.stand("ontvangst", "raadpleging") == voor


def test_een_bpv_zonder_sbb_staat_er_met_een_stub(register: Register, school: Klant, storing: str) -> None:
    school.registreer(*ingeschreven())
    register.sbb.stoor(storing)
    velden = "bpv { leerbedrijf { leerbedrijfId naam } signalen { code } }"
    uitkomst = is_gemeld(register, school, aanleveren_bpv(), ("B11", "leerbedrijfId"), velden=velden)
    assert uitkomst["bpv"] == {
        "leerbedrijf": {"leerbedrijfId": BEDRIJF, "naam": None},
        "signalen": [{"code": "B11"}],
    }
    assert register.rijen("SELECT leerbedrijf_id, naam, gecontroleerd FROM leerbedrijf") == [(BEDRIJF, None, False)]
    (persoon, bpv) = register.rij("SELECT persoon_id, id FROM bpv")
    assert register.rijen(WERK) == [("SBB_UITGESTELD", levering_id(uitkomst), persoon, "27DV")]
    assert register.rij("SELECT inhoud FROM werk")[0]["bpv_id"] == bpv

    register.sbb.stoor(None)
    school.registreer(aanleveren_bpv(bpvvolgnummer="3"))
    assert register.rijen("SELECT naam, gecontroleerd FROM leerbedrijf") == [(f"Bedrijf {BEDRIJF}", True)]


def test_wijzigen_zonder_sbb_houdt_wat_van_het_leerbedrijf_bekend_was(register: Register, school: Klant) -> None:
    school.registreer(*met_stage())
    register.sbb.stoor("503")
    is_gemeld(register, school, wijzigen_bpv(omvang=1), ("B11", "leerbedrijfId"))
    assert register.rijen("SELECT naam, gecontroleerd FROM leerbedrijf") == [(f"Bedrijf {BEDRIJF}", True)]


def test_wat_zonder_sbb_al_fout_is_wordt_afgekeurd_zonder_werk(register: Register, school: Klant) -> None:
    school.registreer(*ingeschreven())
    register.sbb.stoor("503")
    uitkomst = school.lever(aanleveren_bpv(omvang=0))
    assert signalen(uitkomst) == [("B10", "omvang"), ("B11", "leerbedrijfId")]
    assert (uitkomst["status"], register.aantal("werk"), register.aantal("leerbedrijf")) == ("AFGEKEURD", 0, 0)


def test_een_brp_die_weg_is_raakt_sbb_niet_en_andersom(register: Register, school: Klant) -> None:
    school.registreer(*ingeschreven())
    register.brp.stoor("503")
    gehoord = school.lever_samen(zoeken(), aanleveren_bpv(leerbedrijfId=ALLEEN_KAPPER))["uitkomsten"]
    assert [signalen(uitkomst) for uitkomst in gehoord] == [[("P06", "")], [("B06", "leerbedrijfId")]]


def test_de_bronnen_worden_samen_gevraagd_twintig_tegelijk(register: Register, school: Klant) -> None:
    school.registreer(*ingeschreven())
    register.brp.gevraagd = register.sbb.gevraagd = 0
    bedrijven = [str(100_000_100 + nummer) for nummer in range(39)]
    leveringen = [aanleveren_bpv(bpvvolgnummer=bedrijf, leerbedrijfId=bedrijf) for bedrijf in bedrijven]
    gehoord = school.lever_samen(*leveringen, *(identificeren(burgerservicenummer=STUDENT) for _ in range(3)))
    assert (gehoord["afgekeurd"], gehoord["goedgekeurd"]) == (39, 3)
    assert (register.sbb.gevraagd, register.brp.gevraagd) == (2, 0)


def test_zoveel_vragen_dat_wachten_geen_zin_heeft_wachten_niet(
    register: Register, school: Klant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each may take its time-out; one after another they would outlast the request, and nothing would be kept."""
    monkeypatch.setattr("resolvers.oordelen.GEDULD", EVEN / 2)
    school.registreer(*ingeschreven())
    for bron in (register.brp, register.sbb):
        bron.stoor("time-out")
    namen = [f"Nieuw {in_letters(nummer)}" for nummer in range(10)]
    gehoord = school.lever_samen(*(zoeken(geslachtsnaam=naam) for naam in namen), aanleveren_bpv())
    assert (gehoord["inBehandeling"], gehoord["goedgekeurdMetSignaal"]) == (10, 1)
    assert register.rijen("SELECT soort, count(*) FROM werk GROUP BY 1 ORDER BY 1") == [
        ("BRP_UITGESTELD", 10),
        ("SBB_UITGESTELD", 1),
    ]


def test_wat_sbb_vraagt_faalt_met_een_eigen_fout(register: Register, school: Klant, storing: str) -> None:
    register.sbb.stoor(storing)
    antwoord = school.stuur('{ leerbedrijf(leerbedrijfId: "100000001") { naam } ik { rol } }').json()
    assert antwoord["data"] == {"leerbedrijf": None, "ik": {"rol": "MBO"}}
    assert [fout["extensions"]["code"] for fout in antwoord["errors"]] == ["BRON_ONBEREIKBAAR"]
