"""Offering an overview: it enters the register in one step, and doing it again changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.registratieoverzicht.aanbieden import Importeur
from app.registratieoverzicht.importeren import importeer, in_groepen
from app.registratieoverzicht.overzicht import lees_overzicht
from domain.aanroeper import Aanroeper, Rol
from domain.codes import LeveringSoort, Verwerkingsstatus
from domain.nummers import bevat_persoonsnummer
from schema.leveringen.uitvoeren import ontvangst_van
from tests.meegeleverd import laad_meegeleverd, schrijfpad
from tests.registratieoverzicht.bestand import AANTALLEN, REGELS, in_rekenblad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.registratieoverzicht.verslag import Verslag
    from tests.meegeleverd import Schrijfpad
    from tests.postgres import Database

SCHOOL = Aanroeper(rol=Rol.MBO, instelling="27DV")
GOED = Verwerkingsstatus.GOEDGEKEURD
MET_SIGNAAL = Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL
AFGEKEURD = Verwerkingsstatus.AFGEKEURD


@pytest.fixture
def pad(database: Database) -> Iterator[Schrijfpad]:
    with schrijfpad(database) as pad:
        yield pad


def _importeer(pad: Schrijfpad, regels: Iterable[str] = REGELS, bestand: str = "RO_27DV.CSV") -> Verslag:
    importeur = Importeur(leveren=pad.leveren, instelling="27DV", bestand=bestand)
    gevorderd: list[int] = []
    overzicht = lees_overzicht(regels, "27DV")
    verslag: Verslag = pad.doe(importeer(overzicht, importeur, gevorderd.append))
    assert sum(gevorderd) == overzicht.aantal_te_leveren
    return verslag


def _vervang(oud: str, nieuw: str) -> tuple[str, ...]:
    assert any(oud in regel for regel in REGELS)
    return tuple(regel.replace(oud, nieuw) for regel in REGELS)


def test_een_registratie_komt_in_een_stap_het_register_in(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    verslag = _importeer(pad)
    assert {soort: dict(telling) for soort, telling in verslag.tellingen.items()} == {
        "PER": {GOED: 3},
        "ISG": {GOED: 3, MET_SIGNAAL: 1},
        "ISP": {GOED: 5, MET_SIGNAAL: 1},
        "ISE": {GOED: 2},
        "BPV": {GOED: 3},
        "DIP": {MET_SIGNAAL: 1},
        "AMO": {GOED: 1},
        "GEO": {MET_SIGNAAL: 1},
        "KZD": {MET_SIGNAAL: 1},
    }
    assert verslag.signalen == {"I19": 1, "R12": 1}
    assert verslag.alles_aanvaard
    tabellen = ("persoon", "inschrijving", "inschrijvingsperiode", "extra_ondersteuning", "bpv")
    geteld = [pad.rijen(f"SELECT count(*)::int FROM {tabel}")[0][0] for tabel in tabellen]
    assert geteld == [AANTALLEN[soort] for soort in ("PER", "ISG", "ISP", "ISE", "BPV")]
    assert pad.rijen("SELECT soort, diploma_id IS NOT NULL FROM resultaat ORDER BY soort") == [
        ("AMVB_ONDERDEEL", False),
        ("DIPLOMA", False),
        ("GENERIEK_EXAMENONDERDEEL", True),
        ("KEUZEDEEL", True),
    ]


def test_een_onbekend_onderwijsnummer_wordt_overgenomen(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    _importeer(pad)
    vraag = "SELECT onderwijsnummer, geboortedatum, geslacht, geslachtsnaam, geverifieerd FROM persoon"
    assert pad.rijen(f"{vraag} WHERE burgerservicenummer IS NULL") == [("109123457", "2006-00-00", "O", None, False)]


def test_ipo_levert_namens_de_instelling_met_de_naam_van_het_bestand(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    _importeer(pad)
    rijen = pad.rijen("SELECT DISTINCT afzender, instelling, beheer, reden FROM levering")
    assert rijen == [("IPO", "27DV", True, "RO_27DV.CSV")]
    kenmerken = [kenmerk for (kenmerk,) in pad.rijen("SELECT kenmerk FROM levering")]
    assert len(set(kenmerken)) == 12
    assert not any(bevat_persoonsnummer(kenmerk) for kenmerk in kenmerken)


def test_nog_eens_verandert_niets(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    eerste = _importeer(pad)
    stand = pad.stand()
    assert _importeer(pad) == eerste
    assert pad.stand() == stand


def test_dezelfde_inhoud_in_een_ander_dialect_verandert_niets(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    eerste = _importeer(pad)
    stand = pad.stand()
    assert _importeer(pad, in_rekenblad(REGELS)) == eerste
    assert pad.stand() == stand


def test_dezelfde_inhoud_onder_een_andere_naam_is_alleen_een_nieuwe_levering(
    pad: Schrijfpad, database: Database
) -> None:
    laad_meegeleverd(database)
    _importeer(pad)
    stand = pad.stand()
    assert _importeer(pad, bestand="RO_27DV_2.CSV").alles_aanvaard
    daarna = pad.stand()
    assert {tabel for tabel in stand if daarna[tabel] != stand[tabel]} == {"levering", "persoon_instelling", "bericht"}


def test_wat_anders_geregistreerd_is_wordt_gewijzigd(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    _importeer(pad)
    regels = tuple(
        regel.replace("2026-07-17|08", "2026-07-10|04").replace("|320|", "|330|")
        for regel in REGELS
        if regel != "ISE|999940004||A1|2026-03-02|"
    )
    assert _importeer(pad, regels).alles_aanvaard
    stand = pad.stand()
    vraag = "SELECT datum_uitschrijving_werkelijk::text, reden_uitschrijving, versie FROM inschrijving"
    assert pad.rijen(f"{vraag} WHERE inschrijvingvolgnummer = 'A1'") == [("2026-07-10", "04", 2)]
    assert pad.rijen("SELECT omvang, versie FROM bpv ORDER BY versie DESC LIMIT 1") == [(330, 2)]
    assert pad.rijen("SELECT count(*)::int FROM extra_ondersteuning") == [(1,)]
    assert _importeer(pad, regels).alles_aanvaard
    assert pad.stand() == stand


def test_een_resultaat_dat_anders_geregistreerd_is_wordt_gewijzigd(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    _importeer(pad)
    anders = {"|6||69||41|": "|7||69||71|", "|C0004|2026-07-10|J": "|C0004|2026-07-09|J"}
    regels = REGELS
    for oud, nieuw in anders.items():
        assert any(oud in regel for regel in regels)
        regels = tuple(regel.replace(oud, nieuw) for regel in regels)
    assert _importeer(pad, regels).alles_aanvaard
    vraag = "SELECT eindcijfer, cijfer_centraal_examen, versie FROM resultaat WHERE eindcijfer IS NOT NULL"
    assert pad.rijen(vraag) == [(7, "7.1", 2)]
    los = "SELECT datum_resultaat::text, versie FROM resultaat WHERE soort = 'AMVB_ONDERDEEL'"
    assert pad.rijen(los) == [("2026-07-09", 2)]


def test_wijzigen_bewaart_wat_een_overzicht_niet_kent(pad: Schrijfpad, database: Database) -> None:
    """An overview has no hoogsteVooropleiding, and a change empties what it leaves out."""
    laad_meegeleverd(database)
    persoon = {"burgerservicenummer": "999940004", "geboortedatum": "2009-03-14", "geslacht": "V"}
    inschrijving = {
        "persoon": {"burgerservicenummer": "999940004"},
        "inschrijvingvolgnummer": "A2",
        "datumInschrijving": "2026-08-01",
        "datumUitschrijvingGepland": "2027-07-31",
        "hoogsteVooropleiding": "04",
        "perioden": [
            {
                "datumBegin": "2026-08-01",
                "opleidingcode": "25498",
                "leertraject": "BOL",
                "indicatieBekostigbaar": True,
                "onderwijslocatie": "127X201",
            }
        ],
    }
    leveringen = [
        ontvangst_van(LeveringSoort.IDENTIFICEREN_PERSOON, {"kenmerk": "a", **persoon}),
        ontvangst_van(LeveringSoort.AANLEVEREN_INSCHRIJVING, {"kenmerk": "b", **inschrijving}),
    ]
    assert [een.status for een in pad.doe(pad.leveren.lever(SCHOOL, leveringen))] == [GOED, GOED]
    assert _importeer(pad).alles_aanvaard
    vraag = "SELECT hoogste_vooropleiding, datum_uitschrijving_gepland::text, versie FROM inschrijving"
    verwacht = [("04", "2028-07-31", 2)]
    assert pad.rijen(f"{vraag} WHERE inschrijvingvolgnummer = 'A2'") == verwacht
    stand = pad.stand()
    assert _importeer(pad).alles_aanvaard
    assert pad.stand() == stand


def test_wat_afgekeurd_was_wordt_opnieuw_aangeboden(pad: Schrijfpad, database: Database) -> None:
    """Reference data may come later; each rejection spends a kenmerk."""
    for keer in (1, 2):
        verslag = _importeer(pad)
        assert {status for telling in verslag.tellingen.values() for status in telling} == {AFGEKEURD}
        assert len(verslag.afgekeurd) == 12
        assert pad.rijen("SELECT count(*)::int FROM levering") == [(12 * keer,)]
    laad_meegeleverd(database)
    assert _importeer(pad).alles_aanvaard
    stand = pad.stand()
    assert _importeer(pad).alles_aanvaard
    assert pad.stand() == stand


def test_een_afgekeurde_rij_noemt_haar_regels_en_wat_er_mis_is(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    verslag = _importeer(pad, _vervang("|25498|", "|25999|"))
    assert verslag.tellingen["ISG"][AFGEKEURD] == 1
    assert verslag.tellingen["ISP"][AFGEKEURD] == 2
    assert verslag.tellingen["BPV"][AFGEKEURD] == 2
    assert not verslag.alles_aanvaard
    inschrijving = verslag.afgekeurd[0]
    assert [record["regel"] for record in inschrijving["records"]] == [8, 9, 10]
    assert inschrijving["records"][0]["record"] == REGELS[7]
    (signaal,) = inschrijving["signalen"]
    assert (signaal["code"], signaal["pad"]) == ("I03", ["perioden", "0", "opleidingcode"])
    assert signaal["tekst"] == "Opleidingcode 25999 bestaat niet of is niet geldig op 2026-08-01"


def test_een_datum_die_niet_bestaat_keurt_alleen_haar_eigen_rij_af(pad: Schrijfpad, database: Database) -> None:
    laad_meegeleverd(database)
    verslag = _importeer(pad, _vervang("2026-02-02|2026-06-26|2026-06-26", "30-2-2026|2026-06-26|2026-06-26"))
    assert verslag.signalen == {"I19": 1, "L01": 1, "R12": 1}
    assert dict(verslag.tellingen["BPV"]) == {GOED: 2, AFGEKEURD: 1}
    assert verslag.afgekeurd[0]["signalen"][0]["pad"] == ["datumBegin"]


def test_groepen_zijn_nooit_groter_dan_gevraagd() -> None:
    assert list(in_groepen(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(in_groepen((), 3)) == []
