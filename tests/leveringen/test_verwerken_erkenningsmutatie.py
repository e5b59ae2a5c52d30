"""verwerkenErkenningsmutatie: by SBB alone; the recognition, what placements show of it, and who hears."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    erkenningsmutatie,
    identificeren,
    wijzigen_bpv,
)
from tests.domain.wereld import BEDRIJF, GASTHEER, KAPPER, KOK, ONBEKEND_BEDRIJF, VREEMDE
from tests.klant import signalen
from tests.leveringen.bewijs import is_van_bronregister
from tests.leveringen.tellen import statements
from tests.leveringen.verhaal import ingeschreven, met_stage
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

Json = dict[str, Any]
DOSSIER: Final = """
{ studentendossier(persoon: { burgerservicenummer: "999900006" }) { inschrijvingen { bpvs {
  bpvvolgnummer signalen { code soort tekst pad parameters { naam waarde } }
  leerbedrijf { naam postcode huisnummer plaats erkenningen { opleidingcode status datumBegin datumEinde } }
} } } }
"""
B12: Final = {
    "code": "B12",
    "soort": "SIGNAAL",
    "tekst": f"Erkenning van leerbedrijf {BEDRIJF} is ingetrokken per 2026-03-01",
    "pad": [],
    "parameters": [{"naam": "datum", "waarde": "2026-03-01"}, {"naam": "id", "waarde": BEDRIJF}],
}
BERICHTEN: Final = "SELECT instelling, inhoud FROM bericht WHERE soort = 'ERKENNING_GEWIJZIGD' ORDER BY id"
ERKENNINGEN: Final = """
    SELECT opleidingcode, status, datum_begin::text, datum_einde::text FROM erkenning
    ORDER BY opleidingcode, datum_begin
"""
GESIGNALEERD: Final = """
    SELECT b.bpvvolgnummer FROM signaal s JOIN bpv b ON b.id = s.bpv_id WHERE s.code = 'B12' ORDER BY 1
"""
GEVOLGD: Final = """
    INSERT INTO bpv (id, persoon_id, instelling, inschrijving_id, bpvvolgnummer, afsluitdatum, datum_begin,
        datum_einde_gepland, leerbedrijf_id, opleidingcode, versie, levering_id)
    SELECT nextval('register_id'), b.persoon_id, b.instelling, b.inschrijving_id, 'm' || nr, b.afsluitdatum,
        b.datum_begin, b.datum_einde_gepland, b.leerbedrijf_id, b.opleidingcode, 1, b.levering_id
    FROM bpv b, generate_series(1, %s) nr WHERE b.bpvvolgnummer = '1'
"""


@pytest.fixture
def sbb(register: Register) -> Klant:
    return register.als(AANROEPERS["sbb"])


def stages(klant: Klant) -> dict[str, Json]:
    (inschrijving,) = klant.vraag(DOSSIER)["studentendossier"]["inschrijvingen"]
    return {bpv["bpvvolgnummer"]: bpv for bpv in inschrijving["bpvs"]}


def erkend(**anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    return erkenningsmutatie(**{"status": "ERKEND"} | anders)


def gemeld(aantal: int, **anders: Any) -> Json:  # noqa: ANN401 - JSON
    return {
        "leerbedrijfId": BEDRIJF,
        "opleidingcode": KOK,
        "status": "INGETROKKEN",
        "datumBegin": "2026-03-01",
        "datumEinde": None,
        "bpvs": aantal,
    } | anders


def test_een_intrekking_staat_op_de_bpv_en_gaat_weg_als_de_erkenning_terugkomt(
    register: Register, school: Klant, sbb: Klant
) -> None:
    school.registreer(*met_stage())
    assert is_van_bronregister(register, sbb, erkenningsmutatie(kenmerk="weg"))["status"] == "GOEDGEKEURD"
    assert stages(school)["1"]["signalen"] == [B12]
    vraag = '{ signaaltellingen { code aantal } inschrijvingen(filter: {signaalcode: "B12"}) { totalCount } }'
    assert school.vraag(vraag) == {
        "signaaltellingen": [{"code": "B12", "aantal": 1}],
        "inschrijvingen": {"totalCount": 1},
    }
    is_van_bronregister(register, sbb, erkend(kenmerk="terug", datumBegin="2026-03-05"))
    assert stages(school)["1"]["signalen"] == []
    assert register.rijen(BERICHTEN) == [
        ("27DV", gemeld(1)),
        ("27DV", gemeld(1, status="ERKEND", datumBegin="2026-03-05")),
    ]
    door = "SELECT kenmerk FROM levering l JOIN signaal_historie s ON {} = l.id WHERE s.code = 'B12'"
    assert register.rijen(door.format("s.levering_id")) == [("weg",)]
    assert register.rijen(door.format("s.beeindigd_door")) == [("terug",)]


def test_de_erkenning_zelf_en_het_leerbedrijf_staan_er_meteen(register: Register, school: Klant, sbb: Klant) -> None:
    register.sbb.stoor("503")
    school.registreer(*met_stage())
    register.sbb.stoor(None)
    gegevens = {"naam": "De Gouden Pan", "postcode": "1012AB", "huisnummer": 7, "plaats": "Amsterdam"}
    assert stages(school)["1"]["leerbedrijf"] == dict.fromkeys(gegevens) | {"erkenningen": []}
    is_van_bronregister(register, sbb, erkend(**gegevens, datumBegin="2020-01-01"))
    is_van_bronregister(register, sbb, erkenningsmutatie(plaats="Diemen", datumEinde="2026-03-31"))
    assert stages(school)["1"]["leerbedrijf"] == gegevens | {
        "plaats": "Diemen",
        "erkenningen": [
            {"opleidingcode": KOK, "status": "ERKEND", "datumBegin": "2020-01-01", "datumEinde": None},
            {"opleidingcode": KOK, "status": "INGETROKKEN", "datumBegin": "2026-03-01", "datumEinde": "2026-03-31"},
        ],
    }


def test_een_onbekend_leerbedrijf_ontstaat(register: Register, sbb: Klant) -> None:
    mutatie = erkend(leerbedrijfId=ONBEKEND_BEDRIJF, naam="Nieuw", opleidingcode="*")
    assert is_van_bronregister(register, sbb, mutatie)["status"] == "GOEDGEKEURD"
    rij = "SELECT leerbedrijf_id, naam, plaats, gecontroleerd FROM leerbedrijf"
    assert register.rij(rij) == (ONBEKEND_BEDRIJF, "Nieuw", None, True)
    assert register.rijen(ERKENNINGEN) == [("*", "ERKEND", "2026-03-01", None)]
    assert register.rijen(BERICHTEN) == []


def test_wat_sbb_het_laatst_zegt_geldt_voor_de_hele_periode(register: Register, school: Klant, sbb: Klant) -> None:
    """Of a period that is told again nothing stays of what was told before: so a withdrawal is taken back."""
    school.registreer(*met_stage())
    for mutatie in (
        erkend(datumBegin="2020-01-01"),
        erkenningsmutatie(),
        erkend(datumBegin="2027-01-01"),
        erkend(opleidingcode=GASTHEER),
    ):
        is_van_bronregister(register, sbb, mutatie)
    assert register.rijen(GESIGNALEERD) == []  # the last that is told of it begins in 2027, and recognises
    is_van_bronregister(register, sbb, erkenningsmutatie(datumBegin="2026-02-01"))
    assert register.rijen(ERKENNINGEN) == [
        (KOK, "ERKEND", "2020-01-01", None),
        (KOK, "INGETROKKEN", "2026-02-01", None),
        (GASTHEER, "ERKEND", "2026-03-01", None),
    ]
    assert register.rijen(GESIGNALEERD) == [("1",)]
    is_van_bronregister(register, sbb, erkend(datumBegin="2019-01-01"))
    assert register.rijen(ERKENNINGEN) == [
        (KOK, "ERKEND", "2019-01-01", None),
        (GASTHEER, "ERKEND", "2026-03-01", None),
    ]
    assert register.rijen(GESIGNALEERD) == []


def test_een_verschoven_intrekking_vernieuwt_het_signaal(school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    sbb.lever(erkenningsmutatie())
    sbb.lever(erkenningsmutatie(datumBegin="2026-02-01"))
    teksten = [signaal["tekst"] for signaal in stages(school)["1"]["signalen"]]
    assert teksten == [B12["tekst"].replace("2026-03-01", "2026-02-01")]


def test_een_intrekking_die_voorbij_is_telt_niet(register: Register, school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    sbb.lever(erkenningsmutatie(datumEinde="2026-03-10"))
    assert register.rijen(GESIGNALEERD) == [("1",)]
    sbb.lever(erkenningsmutatie(datumEinde="2026-03-09"))
    assert register.rijen(GESIGNALEERD) == []


UIT: Final = {"datumEindeWerkelijk": "2026-03-09"}
KOMT: Final = {"datumBegin": "2026-09-01", "datumEindeGepland": "2027-01-31"}
OP_KEUZEDEEL: Final = {"opleidingcode": None, "keuzedeelcode": "K0001"}
RUST_OP: Final[dict[str, tuple[Json, bool]]] = {
    "lopend": ({}, True),
    "komend": (KOMT, True),
    "geëindigd": (UIT, False),
    "eindigt vandaag": ({"datumEindeWerkelijk": "2026-03-10"}, True),
    "van een andere opleiding": ({"opleidingcode": KAPPER}, False),
    "op een keuzedeel van de opleiding": (OP_KEUZEDEEL, True),
    "geplande einddatum voorbij": ({"datumEindeGepland": "2026-01-31"}, True),
    "bij een ander": ({"leerbedrijfId": ONBEKEND_BEDRIJF, **UIT}, False),
}


@pytest.mark.parametrize("geval", RUST_OP)
@pytest.mark.parametrize("opleidingcode", [KOK, "*"])
def test_een_lopende_of_komende_bpv_die_erop_rust_krijgt_b12(
    register: Register, school: Klant, sbb: Klant, geval: str, opleidingcode: str
) -> None:
    anders, rust_erop = RUST_OP[geval]
    school.registreer(*met_stage(**anders))
    sbb.lever(erkenningsmutatie(opleidingcode=opleidingcode))
    anders_dan_alle = opleidingcode == "*" and geval == "van een andere opleiding"
    assert register.rijen(GESIGNALEERD) == ([("1",)] if rust_erop or anders_dan_alle else [])


def test_een_intrekking_voor_alle_opleidingen_raakt_geen_eigen_erkenning(
    register: Register, school: Klant, sbb: Klant
) -> None:
    school.registreer(*met_stage(), aanleveren_bpv(opleidingcode=GASTHEER))
    sbb.lever(erkend(datumBegin="2020-01-01"))
    sbb.lever(erkenningsmutatie(opleidingcode="*"))
    assert register.rijen(GESIGNALEERD) == [("2",)]
    sbb.lever(erkend(opleidingcode=GASTHEER))
    assert register.rijen(GESIGNALEERD) == []


def test_een_bpv_die_voor_de_intrekking_eindigt_krijgt_geen_b12_en_de_school_hoort_het(
    register: Register, school: Klant, sbb: Klant
) -> None:
    school.registreer(*met_stage(datumEindeWerkelijk="2026-04-30"))
    sbb.lever(erkenningsmutatie(datumBegin="2026-05-01"))
    assert register.rijen(GESIGNALEERD) == []
    assert register.rijen(BERICHTEN) == [("27DV", gemeld(1, datumBegin="2026-05-01"))]
    sbb.lever(erkenningsmutatie(datumBegin="2026-04-30"))
    assert register.rijen(GESIGNALEERD) == [("1",)]


def test_wie_daar_een_lopende_bpv_heeft_hoort_het_een_keer(
    register: Register, school: Klant, andere: Klant, particulier: Klant, sbb: Klant
) -> None:
    school.registreer(*met_stage(), aanleveren_bpv(), aanleveren_bpv(bpvvolgnummer="3", opleidingcode=KAPPER))
    andere.registreer(*met_stage(opleidingcode=KAPPER))
    particulier.registreer(identificeren())
    sbb.lever(erkenningsmutatie())
    assert register.rijen(BERICHTEN) == [("25LX", gemeld(0)), ("27DV", gemeld(2))]


def test_dezelfde_erkenning_nog_eens_verandert_niets(register: Register, school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    sbb.lever(erkenningsmutatie(naam="De Gouden Pan"))
    voor = register.stand()
    assert is_van_bronregister(register, sbb, erkenningsmutatie())["status"] == "GOEDGEKEURD"
    assert register.stand() == voor


def test_van_een_andere_naam_hoort_niemand(register: Register, school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    sbb.lever(erkend())
    sbb.lever(erkend(naam="De Gouden Pan"))
    assert len(register.rijen(BERICHTEN)) == 1
    assert stages(school)["1"]["leerbedrijf"]["naam"] == "De Gouden Pan"


def test_een_volgende_bpv_ziet_de_erkenning_van_nu(school: Klant, sbb: Klant) -> None:
    """What SBB answers decides on delivery (B06); what the register keeps of it is read each time, not remembered."""
    school.registreer(*ingeschreven())
    for mutatie, verwacht in ((erkenningsmutatie(), "INGETROKKEN"), (erkend(), "ERKEND")):
        sbb.lever(mutatie)
        school.lever(aanleveren_bpv(bpvvolgnummer="1"))
        (erkenning,) = stages(school)["1"]["leerbedrijf"]["erkenningen"]
        assert erkenning["status"] == verwacht


def test_een_levering_op_de_bpv_laat_het_signaal_aan_de_volgende_blik(school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    sbb.lever(erkenningsmutatie())
    school.registreer(wijzigen_bpv(omvang=500))
    assert [signaal["code"] for signaal in stages(school)["1"]["signalen"]] == ["B12"]


def test_ipo_leest_wat_er_wijzigde_en_sbb_niet(ipo: Klant, sbb: Klant) -> None:
    sbb.lever(erkend(kenmerk="e1", naam="De Gouden Pan"))
    uitkomst = sbb.lever(erkenningsmutatie(kenmerk="e2"), "leerbedrijf { leerbedrijfId erkenningen { status } }")
    assert (uitkomst["leerbedrijf"], uitkomst["mutaties"]) == (None, [])
    levering = ipo.vraag('{ levering(kenmerk: "e2", afzender: "KETEN:SBB") { persoon { id } antwoord } }')["levering"]
    (regel,) = levering["antwoord"]["mutaties"]
    assert (regel["entiteit"], regel["soort"], regel["sleutel"], levering["persoon"]) == (
        "Leerbedrijf",
        "WIJZIGING",
        BEDRIJF,
        None,
    )
    assert regel["velden"] == [
        {"veld": f"erkenningen.{KOK}.2026-03-01.status", "oud": "ERKEND", "nieuw": "INGETROKKEN"}
    ]


def test_een_kenmerk_telt_een_keer(register: Register, school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    eerst = sbb.lever(erkenningsmutatie(kenmerk="e1"))
    sbb.lever(erkend())
    voor = register.stand()
    assert sbb.lever(erkenningsmutatie(kenmerk="e1")) == eerst
    assert signalen(sbb.lever(erkend(kenmerk="e1"))) == [("L02", "")]
    assert register.stand() == voor


FOUT: Final[list[tuple[Json, list[tuple[str, str]]]]] = [
    ({"leerbedrijfId": "000000001"}, [("B05", "leerbedrijfId")]),
    ({"leerbedrijfId": "1" * 21}, [("L01", "leerbedrijfId")]),
    ({"opleidingcode": "2518"}, [("L01", "opleidingcode")]),
    ({"opleidingcode": ""}, [("L01", "opleidingcode")]),
    ({"datumBegin": "2026-02-29"}, [("L01", "datumBegin")]),
    ({"datumEinde": "2026-02-28"}, [("B03", "datumEinde")]),
    ({"datumEinde": "morgen", "naam": " "}, [("L01", "datumEinde"), ("L01", "naam")]),
    ({"postcode": "1012 AB Amsterdam"}, [("L01", "postcode")]),
    ({"plaats": "\0"}, [("L01", "plaats")]),
]


@pytest.mark.parametrize(("anders", "verwacht"), FOUT, ids=str)
def test_een_slechte_waarde_wijst_haar_plaats_aan(
    register: Register, school: Klant, sbb: Klant, anders: Json, verwacht: list[tuple[str, str]]
) -> None:
    school.registreer(*met_stage())
    assert is_van_bronregister(register, sbb, erkenningsmutatie(**anders), *verwacht)["status"] == "AFGEKEURD"


def test_vijfduizend_lopende_bpvs_kosten_niet_meer_opdrachten_dan_een(gevulde_database: Database) -> None:
    """Nor much time: a tenth of a second each; to end so many signals took nine, when each row read who ended it."""
    with register_op(gevulde_database, time_out_statement=3.0) as register:
        school, sbb = (register.als(AANROEPERS[wie]) for wie in ("school", "sbb"))
        school.registreer(*met_stage())
        with statements() as bij_een:
            sbb.lever(erkenningsmutatie())
        sbb.lever(erkend())
        register.verbinding.execute(GEVOLGD, [4_999])
        with statements() as bij_veel:
            assert sbb.lever(erkenningsmutatie(datumBegin="2026-03-02"))["status"] == "GOEDGEKEURD"
        assert len(bij_veel) == len(bij_een)
        assert register.rij("SELECT count(*) FROM signaal WHERE code = 'B12'") == (5_000,)
        assert register.rijen(BERICHTEN)[-1] == ("27DV", gemeld(5_000, datumBegin="2026-03-02"))
        with statements() as terug:
            assert sbb.lever(erkend(datumBegin="2026-03-02"))["status"] == "GOEDGEKEURD"
        assert len(terug) == len(bij_een)
        assert register.rijen(GESIGNALEERD) == []


def test_tegelijk_raakt_geen_erkenning_weg(register: Register, school: Klant, sbb: Klant) -> None:
    school.registreer(*met_stage())
    codes = [f"{code}" for code in range(25001, 25009)]
    with ThreadPoolExecutor(8) as groep:
        gehoord = groep.map(lambda code: sbb.lever(erkend(opleidingcode=code, datumBegin="2020-01-01")), codes)
        assert {een["status"] for een in gehoord} == {"GOEDGEKEURD"}
    assert [code for code, *_ in register.rijen(ERKENNINGEN)] == codes


def test_tegelijk_heeft_de_laatste_gelijk(register: Register, school: Klant, andere: Klant, sbb: Klant) -> None:
    """Withdrawals and returns at once, beside deliveries on the placements: what the last one says is shown."""
    school.registreer(*met_stage())
    andere.registreer(identificeren(burgerservicenummer=VREEMDE, geslacht="M"))
    elders = {"persoon": {"burgerservicenummer": VREEMDE}}
    andere.registreer(aanleveren(**elders), aanleveren_bpv(inschrijvingvolgnummer="2", bpvvolgnummer="1", **elders))

    def doe(nummer: int) -> str:
        mutatie = erkenningsmutatie() if nummer % 2 else erkend()
        levering = (school, wijzigen_bpv(omvang=nummer + 1)) if nummer % 3 == 0 else (sbb, mutatie)
        return str(levering[0].lever(levering[1])["status"])

    with ThreadPoolExecutor(8) as groep:
        assert set(groep.map(doe, range(18))) == {"GOEDGEKEURD"}
    ((_, status, *_),) = register.rijen(ERKENNINGEN)
    assert len(register.rijen(GESIGNALEERD)) == (2 if status == "INGETROKKEN" else 0)
