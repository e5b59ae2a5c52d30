"""leveren: five hundred of mixed kind, each on its own, in order, for about the statements of one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    identificeren,
    ondersteunen,
    periode,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
    zoeken,
)
from tests.domain.wereld import ONBEKEND_BEDRIJF
from tests.klant import SAMEN, als_een_van, signalen
from tests.leveringen.klas import bekend, gemengd, van
from tests.leveringen.tellen import statements
from tests.leveringen.verhaal import geidentificeerd, ingeschreven, met_stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

FOUTEN: Final[tuple[tuple[Any, tuple[str, str]], ...]] = (
    (
        lambda wie: aanleveren(inschrijvingvolgnummer="fout", datumInschrijving="2024-02-30", **wie),
        ("L01", "datumInschrijving"),
    ),
    (
        lambda wie: aanleveren(inschrijvingvolgnummer="fout", perioden=[periode(opleidingcode="00000")], **wie),
        ("I03", "perioden.0.opleidingcode"),
    ),
    (
        lambda wie: aanleveren(inschrijvingvolgnummer="fout", perioden=[periode("2025-08-02")], **wie),
        ("I10", "perioden.0.datumBegin"),
    ),
    (lambda wie: wijzigen(verwachteVersie=9, **wie), ("L04", "verwachteVersie")),
    (lambda wie: verwijderen(**wie), ("I18", "inschrijvingvolgnummer")),
    (lambda wie: uitschrijven(redenUitschrijving="99", **wie), ("I17", "redenUitschrijving")),
    (lambda wie: aanleveren_bpv(bpvvolgnummer="fout", leerbedrijfId=ONBEKEND_BEDRIJF, **wie), ("B05", "leerbedrijfId")),
    (lambda wie: wijzigen_bpv(omvang=0, **wie), ("B10", "omvang")),
    (lambda wie: verwijderen_bpv(bpvvolgnummer="9", **wie), ("B01", "bpvvolgnummer")),
    (lambda _: identificeren(geslacht="M"), ("P03", "")),
)
"""Ways to be wrong, with what is heard of it."""


def met_fouten(leveringen: list[Invoer], aantal: int) -> dict[int, tuple[str, str]]:
    """Put that many faults between the deliveries, spread out, at places of their own; give what each place hears."""
    verwacht = {}
    for volgnummer in range(aantal):
        maak, signaal = FOUTEN[volgnummer % len(FOUTEN)]
        plaats = volgnummer * 24 + 3
        leveringen.insert(plaats, maak(van(volgnummer * 4)))
        verwacht[plaats] = signaal
    return verwacht


def test_vijfhonderd_met_twintig_fouten_en_nog_eens_dezelfde(register: Register, school: Klant) -> None:
    school.registreer(*(levering for student in range(96) for levering in bekend(student)))
    leveringen = list(gemengd(480))
    verwacht = met_fouten(leveringen, 20)
    eerst = school.lever_samen(*leveringen)
    assert [signalen(uitkomst) for uitkomst in eerst["uitkomsten"]] == [
        [verwacht[plaats]] if plaats in verwacht else [] for plaats in range(500)
    ]
    assert (eerst["goedgekeurd"], eerst["afgekeurd"]) == (480, 20)
    assert (eerst["goedgekeurdMetSignaal"], eerst["inBehandeling"]) == (0, 0)
    assert Counter(uitkomst["status"] for uitkomst in eerst["uitkomsten"]) == {"GOEDGEKEURD": 480, "AFGEKEURD": 20}
    assert [uitkomst["kenmerk"] for uitkomst in eerst["uitkomsten"]] == [een.velden["kenmerk"] for een in leveringen]
    assert register.rijen("SELECT versie, count(*) FROM inschrijving GROUP BY 1 ORDER BY 1") == [(1, 96), (2, 96)]
    assert register.rijen("SELECT versie, count(*) FROM bpv GROUP BY 1 ORDER BY 1") == [(1, 96), (2, 96)]
    assert register.aantal("inschrijving_historie") == register.aantal("bpv_historie") == 96

    voor, ontvangsten = register.stand("ontvangst", "raadpleging"), register.aantal("ontvangst")
    assert school.lever_samen(*leveringen) == eerst
    assert register.stand("ontvangst", "raadpleging") == voor
    assert register.aantal("ontvangst") == ontvangsten + 500


def test_vijfhonderd_kosten_de_statements_van_tien(
    register: Register, school: Klant, record_property: Callable[[str, object], None]
) -> None:
    school.registreer(*(levering for student in range(103) for levering in bekend(student)))
    aantal = {}
    for leveringen in ([*gemengd(5)][2:3], [*gemengd(10, eerste=1)], [*gemengd(500, eerste=3)]):
        with statements() as gezien:
            gehoord = school.lever_samen(*leveringen)
        assert gehoord["goedgekeurd"] == len(leveringen)
        aantal[len(leveringen)] = len(gezien)
        record_property(f"statements voor {len(leveringen)}", len(gezien))
    assert register.aantal("inschrijving") == 103 + 1 + 2 + 100
    assert aantal[1] < aantal[10] == aantal[500]


def test_een_voor_een_kost_een_levering_wat_zij_in_een_leveren_kost(register: Register, school: Klant) -> None:
    school.registreer(*(levering for student in range(2) for levering in bekend(student)))
    with statements() as alleen:
        school.lever(aanleveren(**van(0)))
    with statements() as samen:
        school.lever_samen(aanleveren(**van(1)))
    assert alleen == samen
    assert register.aantal("inschrijving") == 4


def test_meer_dan_vijfhonderd_is_te_groot(register: Register, school: Klant) -> None:
    voor = register.stand("raadpleging")
    leveringen = [als_een_van(identificeren()) for _ in range(501)]
    antwoord = school.stuur(SAMEN, leveringen=leveringen)
    (fout,) = antwoord.json()["errors"]
    assert (antwoord.json()["data"], fout["path"], fout["extensions"]["code"]) == (
        {"leveren": None},
        ["leveren"],
        "TE_GROOT",
    )
    assert register.stand("raadpleging") == voor


def test_niets_leveren_is_niets(register: Register, school: Klant) -> None:
    leeg = {"uitkomsten": [], "goedgekeurd": 0, "goedgekeurdMetSignaal": 0, "afgekeurd": 0, "inBehandeling": 0}
    assert school.lever_samen() == leeg
    assert register.aantal("ontvangst") == 0


def test_een_levering_zonder_lijst_is_een_lijst_van_een(school: Klant) -> None:
    assert school.vraag(SAMEN, leveringen=als_een_van(identificeren()))["leveren"]["goedgekeurd"] == 1


def test_de_uitkomst_noemt_haar_soort(school: Klant) -> None:
    document = """
    mutation($leveringen: [LeveringInput!]!) { leveren(leveringen: $leveringen) { uitkomsten {
        __typename
        ... on PersoonUitkomst { persoon { burgerservicenummer } }
        ... on InschrijvingUitkomst { inschrijving { versie } }
        ... on BpvUitkomst { bpv { versie } }
    } } }
    """
    gehoord = school.vraag(document, leveringen=[als_een_van(levering) for levering in met_stage()])
    assert gehoord["leveren"]["uitkomsten"] == [
        {"__typename": "PersoonUitkomst", "persoon": {"burgerservicenummer": "999900006"}},
        {"__typename": "InschrijvingUitkomst", "inschrijving": {"versie": 1}},
        {"__typename": "BpvUitkomst", "bpv": {"versie": 1}},
    ]


def test_elk_ziet_wat_de_vorige_naliet(register: Register, school: Klant) -> None:
    leveringen = (*met_stage(), ondersteunen(), uitschrijven(verwachteVersie=2), wijzigen(verwachteVersie=2))
    gehoord = school.lever_samen(*leveringen)["uitkomsten"]
    assert [signalen(uitkomst) for uitkomst in gehoord] == [[], [], [], [], [], [("L04", "verwachteVersie")]]
    assert register.rijen("SELECT versie FROM inschrijving_historie ORDER BY 1") == [(1,), (2,)]
    assert register.rijen("SELECT versie, reden_uitschrijving FROM inschrijving") == [(3, "01")]


def test_elke_versie_noemt_haar_eigen_levering(register: Register, school: Klant) -> None:
    school.registreer(*ingeschreven(), *(wijzigen(datumUitschrijvingGepland=f"202{jaar}-07-31") for jaar in (7, 8, 9)))
    beeindigd = """
        SELECT h.versie, l.kenmerk, e.kenmerk FROM inschrijving_historie h
        JOIN levering l ON l.id = h.levering_id JOIN levering e ON e.id = h.beeindigd_door ORDER BY 1
    """
    keten = register.rijen(beeindigd)
    assert [versie for versie, _, _ in keten] == [1, 2]  # the first change says what is there already
    assert keten[0][2] == keten[1][1]
    assert register.rijen("SELECT versie FROM inschrijving") == [(3,)]


def test_verwijderen_en_weer_toevoegen_in_een_keer(register: Register, school: Klant) -> None:
    school.registreer(*met_stage())
    oud = register.rij("SELECT id FROM inschrijving")
    school.registreer(
        verwijderen_bpv(),
        verwijderen(),
        aanleveren(inschrijvingvolgnummer="1"),
        aanleveren_bpv(bpvvolgnummer="1"),
        wijzigen_bpv(omvang=1),
    )
    nu = "SELECT i.versie, b.versie, b.omvang FROM inschrijving i JOIN bpv b ON b.inschrijving_id = i.id"
    assert register.rij(nu) == (1, 2, 1)
    assert register.rijen("SELECT id, versie FROM inschrijving_historie") == [(oud[0], 1)]
    historie = "SELECT versie, omvang, bekend_vanaf < bekend_tot FROM bpv_historie ORDER BY historie_id"
    assert register.rijen(historie) == [(1, 400, True), (1, 400, False)]


def test_twee_keer_verwijderen_en_toevoegen_in_een_keer(register: Register, school: Klant) -> None:
    heen_en_weer = (verwijderen_bpv, lambda: aanleveren_bpv(bpvvolgnummer="1"))
    school.registreer(*met_stage(), *(maak() for _ in range(2) for maak in heen_en_weer))
    assert (register.aantal("bpv"), register.aantal("bpv_historie")) == (1, 2)


def test_dezelfde_onbekende_tweemaal_in_een_keer_krijgt_een_nummer(register: Register, school: Klant) -> None:
    school.lever_samen(zoeken(), zoeken())
    assert (register.aantal("persoon"), register.aantal("persoonsnummer")) == (1, 1)


def test_leveringen_van_andere_scholen_door_ipo(register: Register, ipo: Klant) -> None:
    namens = ({"beheer": {"instelling": brin, "reden": "herstel"}} for brin in ("27DV", "25LX", "30ZZ", "99XX"))
    gehoord = ipo.lever_samen(*(levering.met(**wie) for wie in namens for levering in geidentificeerd()))["uitkomsten"]
    assert [signalen(uitkomst) for uitkomst in gehoord] == [[], [], [], [("L03", "beheer.instelling")]]
    assert register.rijen("SELECT instelling FROM bericht ORDER BY 1") == [("25LX",), ("27DV",), ("30ZZ",)]
