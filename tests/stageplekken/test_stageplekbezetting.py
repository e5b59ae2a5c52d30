"""Where places are taken, as SBB may know it: nothing of the student, the same kenmerk for ever."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    identificeren,
    periode,
    persoonsmutatie,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
)
from tests.domain.wereld import ALLEEN_KAPPER, BEDRIJF, GASTHEER, HORECA_DOSSIER, KOK, STUDENT
from tests.leveringen.tellen import statements
from tests.register import AANROEPERS
from tests.stageplekken.conftest import VRAAG

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register
    from tests.stageplekken.conftest import Stagemarkt

BPV: Final = aanleveren_bpv(bpvvolgnummer="1")
MAG: Final = {"ipo", "stagemarkt"}
LEEG_ALS_INGETROKKEN: Final = {
    *("leertraject", "niveau", "afsluitdatum", "datumEindeGepland", "datumEindeWerkelijk", "omvang"),
    "leeftijdBijBegin",
}


@pytest.fixture
def stage(school: Klant) -> Klant:
    """The school, with a student who was 20 when the placement began."""
    school.registreer(identificeren(), aanleveren(inschrijvingvolgnummer="1"), BPV)
    return school


def nu(register: Register) -> str:
    """The moment by the clock of the database."""
    (moment,) = register.rij("SELECT clock_timestamp()")
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC).isoformat()


@pytest.mark.usefixtures("stage")
def test_een_plek_toont_waar_en_waarvoor_en_niets_van_wie(sbb: Stagemarkt, ipo: Stagemarkt) -> None:
    plek = sbb.plek()
    assert len(plek["kenmerk"]) == 32
    assert plek == {
        "kenmerk": plek["kenmerk"],
        "leerbedrijfId": BEDRIJF,
        "opleidingcode": KOK,
        "keuzedeelcode": None,
        "leertraject": "BOL",
        "niveau": "MBO_2",
        "instelling": "27DV",
        "afsluitdatum": "2025-08-25",
        "datumBegin": "2025-09-01",
        "datumEindeGepland": "2026-06-30",
        "datumEindeWerkelijk": None,
        "omvang": 400,
        "leeftijdBijBegin": 20,
        "ingetrokken": False,
    }
    assert ipo.plekken() == [plek]


def test_niets_in_het_antwoord_wijst_de_student_aan(stage: Klant, register: Register, sbb: Stagemarkt) -> None:
    """Nor does the place in the list, which is the kenmerk; and the database has no number of ours to show."""
    tekst = json.dumps(sbb.bladzijde())
    persoon, bpv = register.rij("SELECT persoon_id, id FROM bpv")
    namen = [naam for (naam,) in register.rijen("SELECT geslachtsnaam FROM persoon")]
    for geheim in (STUDENT, "2005-06-15", *namen, f'"{persoon}"', f'"{bpv}"', f":{bpv}"):
        assert geheim not in tekst
    eigen = stage.vraag("{ bpvs { edges { cursor node { id } } } }")
    assert eigen["bpvs"]["edges"][0]["cursor"] not in tekst


def test_het_kenmerk_blijft_hoe_de_bpv_ook_verandert(stage: Klant, register: Register, sbb: Stagemarkt) -> None:
    voor = sbb.plek()
    stage.registreer(
        wijzigen_bpv(omvang=300, leerbedrijfId=ALLEEN_KAPPER, datumEindeWerkelijk="2026-01-31"),
        wijzigen(perioden=[periode(opleidingcode=HORECA_DOSSIER, niveau="MBO_3", leertraject="BBL")]),
    )
    register.als(AANROEPERS["brp"]).lever(persoonsmutatie(geboortedatum="2005-00-00"))
    anders = {"omvang": 300, "leerbedrijfId": ALLEEN_KAPPER, "datumEindeWerkelijk": "2026-01-31"}
    assert sbb.plek() == voor | anders | {"niveau": "MBO_3", "leertraject": "BBL", "leeftijdBijBegin": 20}
    register.als(AANROEPERS["brp"]).lever(persoonsmutatie(geboortedatum="2004-00-00"))
    assert sbb.plek()["leeftijdBijBegin"] == 21


def test_een_verwijderde_bpv_blijft_ingetrokken_staan_en_een_nieuwe_is_een_andere(
    stage: Klant, sbb: Stagemarkt, ipo: Stagemarkt
) -> None:
    voor = sbb.plek()
    stage.registreer(verwijderen_bpv())
    weg = sbb.plek()
    assert weg == voor | dict.fromkeys(LEEG_ALS_INGETROKKEN) | {"ingetrokken": True}
    stage.registreer(aanleveren_bpv(bpvvolgnummer="1"))
    assert {plek["kenmerk"]: plek["ingetrokken"] for plek in sbb.plekken()} == {
        voor["kenmerk"]: True,
        next(plek["kenmerk"] for plek in sbb.plekken() if plek != weg): False,
    }
    assert ipo.plekken() == sbb.plekken()


def test_gewijzigd_vanaf_vindt_alles_wat_een_plek_anders_maakt(
    stage: Klant, register: Register, sbb: Stagemarkt
) -> None:
    brp = register.als(AANROEPERS["brp"])
    for wijziging in (
        lambda: stage.registreer(wijzigen_bpv(omvang=310)),
        lambda: stage.registreer(wijzigen(perioden=[periode(opleidingcode=GASTHEER)])),
        lambda: stage.registreer(
            wijzigen(perioden=[periode(opleidingcode=GASTHEER), periode("2025-08-20", leertraject="BBL")])
        ),
        lambda: stage.registreer(wijzigen(perioden=[periode(opleidingcode=GASTHEER)])),
        lambda: brp.lever(persoonsmutatie(geboortedatum="2000-06-15")),
        lambda: stage.registreer(verwijderen_bpv()),
    ):
        vanaf = nu(register)
        assert sbb.plekken(gewijzigdVanaf=vanaf) == []
        wijziging()
        assert len(sbb.plekken(gewijzigdVanaf=vanaf)) == 1


def test_wat_er_niet_anders_uitziet_is_niet_gewijzigd(stage: Klant, register: Register, sbb: Stagemarkt) -> None:
    vanaf = nu(register)
    stage.registreer(
        wijzigen(datumUitschrijvingGepland="2028-07-31", perioden=[periode(indicatieBekostigbaar=False)]),
        aanleveren(),
        BPV.met(kenmerk="nog-eens"),
    )
    register.als(AANROEPERS["brp"]).lever(persoonsmutatie(geslachtsnaam="Anders"))
    assert sbb.plekken(gewijzigdVanaf=vanaf) == []


def test_filters_beperken_en_gelden_samen(stage: Klant, sbb: Stagemarkt) -> None:
    stage.registreer(
        aanleveren_bpv(bpvvolgnummer="2", opleidingcode=None, keuzedeelcode="K0001", leerbedrijfId=ALLEEN_KAPPER),
        aanleveren_bpv(bpvvolgnummer="3", datumBegin="2025-11-01", datumEindeWerkelijk="2026-01-31"),
        aanleveren_bpv(bpvvolgnummer="4", datumBegin="2025-11-01"),
        verwijderen_bpv(bpvvolgnummer="4"),
    )
    assert len(sbb.plekken()) == 4
    assert [plek["keuzedeelcode"] for plek in sbb.plekken(leerbedrijfId=ALLEEN_KAPPER)] == ["K0001"]
    assert len(sbb.plekken(opleidingcode=KOK)) == 3
    assert sbb.plekken(opleidingcode=KOK, leerbedrijfId=ALLEEN_KAPPER) == []
    bezet = {dag: len(sbb.plekken(peildatum=dag)) for dag in ("2025-08-31", "2025-09-01", "2026-01-31", "2026-02-01")}
    assert bezet == {"2025-08-31": 0, "2025-09-01": 2, "2026-01-31": 3, "2026-02-01": 2}
    assert len(sbb.plekken(peildatum="2026-01-31", opleidingcode=KOK)) == 2


@pytest.mark.parametrize(
    ("eerste", "verwacht"),
    [("2025-08-01", ("BOL", "MBO_2")), ("2025-09-01", ("BBL", "MBO_3")), ("2025-09-02", ("BOL", "MBO_2"))],
)
def test_leertraject_en_niveau_zijn_die_van_de_periode_waarin_de_bpv_begint(
    school: Klant, sbb: Stagemarkt, eerste: str, verwacht: tuple[str, str]
) -> None:
    """Of the period begun last by then; the placement begins on 1 September."""
    anders = {"leertraject": "BBL", "opleidingcode": GASTHEER}
    perioden = [periode(), periode(eerste, **anders)] if eerste > "2025-08-01" else [periode()]
    school.registreer(identificeren(), aanleveren(inschrijvingvolgnummer="1", perioden=perioden), BPV)
    plek = sbb.plek()
    assert (plek["leertraject"], plek["niveau"]) == verwacht


def test_voor_het_begin_van_de_inschrijving_telt_de_eerste_periode(school: Klant, sbb: Stagemarkt) -> None:
    perioden = [periode(leertraject="BBL"), periode("2025-10-01")]
    vroeg = aanleveren_bpv(bpvvolgnummer="1", datumBegin="2025-07-15")
    school.registreer(identificeren(), aanleveren(inschrijvingvolgnummer="1", perioden=perioden), vroeg)
    assert sbb.plek()["leertraject"] == "BBL"


@pytest.mark.usefixtures("stage")
def test_een_bladzijde_is_een_statement_en_niemand_is_geraadpleegd(register: Register, sbb: Stagemarkt) -> None:
    """Own choice (besluit 0060): what names nobody is no consultation of anybody; for IPO neither."""
    voor = register.aantal("raadpleging")
    with statements() as gezien:
        sbb.plekken()
    assert len(gezien) == 2, "the settings of the transaction, and the page with its count"
    register.als(AANROEPERS["ipo"]).vraag(VRAAG)
    assert register.aantal("raadpleging") == voor


@pytest.mark.parametrize("wie", [wie for wie in AANROEPERS if wie not in MAG])
def test_niemand_anders_mag_het_vragen_ook_geen_andere_afnemer(register: Register, stage: Klant, wie: str) -> None:
    """Nor SBB as source register, and nothing is read."""
    assert stage
    with statements() as gezien:
        antwoord = register.als(AANROEPERS[wie]).stuur("{ stageplekbezetting { edges { node { kenmerk } } } }")
    assert "data" not in antwoord.json()
    codes = {fout["extensions"]["code"] for fout in antwoord.json()["errors"]}
    assert codes == {"NIET_BEVOEGD"}
    regels = {fout["extensions"]["regel"] for fout in antwoord.json()["errors"]}
    assert "Query.stageplekbezetting vraagt IPO of AFNEMER SBB" in regels
    assert gezien == []


@pytest.mark.parametrize("veld", ["burgerservicenummer", "persoon { id }", "bpv { id }", "id"])
def test_het_type_heeft_geen_veld_naar_de_student(sbb: Stagemarkt, veld: str) -> None:
    antwoord = sbb.klant.stuur(f"{{ stageplekbezetting {{ edges {{ node {{ {veld} }} }} }} }}")
    assert antwoord.status_code == 200
    assert "data" not in antwoord.json()


@pytest.mark.parametrize("vraag", ["bpvs { totalCount }", "inschrijvingen { totalCount }", 'node(id: "a") { id }'])
def test_sbb_mag_verder_niet_meer_dan_een_andere_afnemer(sbb: Stagemarkt, vraag: str) -> None:
    antwoord = sbb.klant.stuur(f"{{ {vraag} stageplekbezetting {{ totalCount }} }}").json()
    assert {fout["extensions"]["code"] for fout in antwoord["errors"]} == {"NIET_BEVOEGD"}
    assert "data" not in antwoord
