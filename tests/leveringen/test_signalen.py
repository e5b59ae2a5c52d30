"""Every signal a delivery can get, raised through the front door; a FOUTMELDING leaves the register as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from domain.signalen import SIGNALEN, SignaalSoort
from tests.buitenwereld import KLAS
from tests.domain.bouw import (
    BEHEER,
    aanleveren,
    aanleveren_bpv,
    aanleveren_diploma,
    aanleveren_resultaat,
    amo,
    geo,
    identificeren,
    kzd,
    ondersteunen,
    ondersteuning_weg,
    periode,
    steun,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    verwijderen_resultaat,
    wijzigen,
    wijzigen_bpv,
    zoeken,
)
from tests.domain.wereld import (
    ALLEEN_BOL,
    ALLEEN_KAPPER,
    GASTHEER,
    HORECA_DOMEIN,
    HORECA_DOSSIER,
    KAPPER,
    NIET_BESTAAND,
    ONBEKEND_BEDRIJF,
    ONBEKENDE,
    OPGEHEVEN,
    OVERLEDENE,
    VREEMDE,
    ZONDER_LICENTIE,
)
from tests.klant import signalen
from tests.leveringen.verhaal import met_stage
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.domain.bouw import Invoer
    from tests.register import Register

WORTEL: Final = Path(__file__).parents[2]
ELDERS: Final = {"persoon": {"burgerservicenummer": VREEMDE}}
GIFTIG: Final = """
    CREATE FUNCTION gif() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.inschrijvingvolgnummer = 'gif' THEN RAISE EXCEPTION 'gif'; END IF; RETURN NEW;
    END $$;
    CREATE TRIGGER gif BEFORE INSERT ON inschrijving FOR EACH ROW EXECUTE FUNCTION gif();
"""


@dataclass(frozen=True)
class Geval:
    """A delivery with all its signals, the one that it is here for first among equals; storing: what is away."""

    code: str
    pad: str
    levering: Invoer
    ook: tuple[tuple[str, str], ...] = ()
    wie: str = "school"
    storing: str | None = None

    @property
    def verwacht(self) -> list[tuple[str, str]]:
        volgorde = list(SIGNALEN)
        return sorted([(self.code, self.pad), *self.ook], key=lambda paar: (volgorde.index(paar[0]), paar[1]))

    @property
    def status(self) -> str:
        soorten = {SIGNALEN[code].soort for code, _ in self.verwacht}
        if SignaalSoort.FOUTMELDING in soorten:
            return "AFGEKEURD"
        return "IN_BEHANDELING" if self.code in {"P04", "P06"} else "GOEDGEKEURD_MET_SIGNAAL"


def nieuw(volgnummer: str, *perioden: Any, **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    return aanleveren(inschrijvingvolgnummer=volgnummer, perioden=list(perioden) or [periode()], **anders)


def klasgenoot(plaats: int) -> dict[str, Any]:
    """Fields that point at one of the classmates who are out of enrolment 1; 0 has no diploma, 1 has one."""
    return {"persoon": {"burgerservicenummer": GESLAAGDEN[plaats].burgerservicenummer}}


def diploma(plaats: int, **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    return aanleveren_diploma(**klasgenoot(plaats) | anders)


def los(volgnummer: str, soort: str = "generiekExamenonderdeel", **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    onderdeel = {"generiekExamenonderdeel": geo, "keuzedeel": kzd, "amvbOnderdeel": amo}[soort](volgnummer)
    velden = {naam: anders.pop(naam) for naam in ("inschrijvingvolgnummer", "datumResultaat") if naam in anders}
    return aanleveren_resultaat(**klasgenoot(0) | velden, resultaat={soort: onderdeel | anders})


def bpv(volgnummer: str, **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    return aanleveren_bpv(bpvvolgnummer=volgnummer, **anders)


GESLAAGDEN: Final = KLAS[1:8]
EERSTE: Final = "perioden.0."
RESULTAAT: Final = "resultaatvolgnummer"
NIEUWE_NUMMERS: Final = [geo("31"), geo("32", "3002")]
GEO: Final = "resultaat.generiekExamenonderdeel."
VOLGNUMMER: Final = "inschrijvingvolgnummer"
EINDE: Final = "datumUitschrijvingWerkelijk"

GEVALLEN: Final = (
    Geval("L01", "datumInschrijving", nieuw("L01", datumInschrijving="2024-02-30")),
    Geval("L01", "kenmerk", nieuw("L01", kenmerk="student-999900006")),
    Geval("L02", "", nieuw("L02", kenmerk="bezet")),
    Geval("L03", "beheer.instelling", identificeren(beheer=BEHEER | {"instelling": OPGEHEVEN}), wie="ipo"),
    Geval("L04", "verwachteVersie", wijzigen(verwachteVersie=99)),
    Geval("L04", "verwachteVersie", wijzigen_bpv(verwachteVersie=99)),
    Geval("L05", "beheer", nieuw("L05", beheer=BEHEER)),
    Geval("L06", "", nieuw("gif")),
    Geval("P01", "persoon.burgerservicenummer", nieuw("P01", persoon={"burgerservicenummer": "123456789"})),
    Geval("P02", "", identificeren(onderwijsnummer=ONBEKENDE)),
    Geval("P03", "", identificeren(geslacht="M")),
    Geval("P04", "", zoeken(geslachtsnaam="Tweeling", voornamen="Noor")),
    Geval("P05", "", identificeren(burgerservicenummer=OVERLEDENE)),
    Geval("P05", "", nieuw("P05", persoon={"burgerservicenummer": OVERLEDENE})),
    Geval("P06", "", identificeren(burgerservicenummer=KLAS[0].burgerservicenummer), storing="brp"),
    Geval("P07", "persoon.burgerservicenummer", nieuw("P07", persoon={"burgerservicenummer": NIET_BESTAAND})),
    Geval("P08", "", zoeken()),
    Geval("P09", "geslachtsnaam", zoeken(geslachtsnaam=None)),
    Geval("P10", "burgerservicenummer", identificeren(burgerservicenummer=NIET_BESTAAND)),
    Geval("P12", "geboortedatum", identificeren(geboortedatum="2005-02-29")),
    Geval("P13", "adres", identificeren(adres={"landcode": "5010", "regelsBuitenland": ["Rue Haute 1"]})),
    Geval("I01", VOLGNUMMER, wijzigen(inschrijvingvolgnummer="weg")),
    Geval("I02", VOLGNUMMER, nieuw("1", periode(opleidingcode=GASTHEER))),
    Geval("I03", EERSTE + "opleidingcode", nieuw("I03", periode(opleidingcode="00000"))),
    Geval("I04", EERSTE + "opleidingcode", nieuw("I04", periode(opleidingcode=ZONDER_LICENTIE))),
    Geval(
        "I05",
        EERSTE + "leertraject",
        nieuw("I05", periode(opleidingcode=HORECA_DOMEIN, niveau="MBO_1", leertraject="BBL")),
        ook=(("I05", EERSTE + "niveau"),),
    ),
    Geval("I06", EERSTE + "niveau", nieuw("I06", periode(opleidingcode=HORECA_DOSSIER))),
    Geval("I07", EERSTE + "niveau", nieuw("I07", periode(niveau="MBO_4"))),
    Geval("I08", EERSTE + "leertraject", nieuw("I08", periode(leertraject="BOL_DT"))),
    Geval("I09", EINDE, nieuw("I09", datumUitschrijvingWerkelijk="2025-07-31", redenUitschrijving="01")),
    Geval("I10", EERSTE + "datumBegin", nieuw("I10", periode("2025-08-02"))),
    Geval("I11", "perioden.1.datumBegin", nieuw("I11", periode(), periode())),
    Geval("I12", "perioden", aanleveren(inschrijvingvolgnummer="I12", perioden=[])),
    Geval("I13", EERSTE + "onderwijslocatie", nieuw("I13", periode(onderwijslocatie=None))),
    Geval("I14", VOLGNUMMER, nieuw("I-14")),
    Geval("I15", EERSTE + "indicatieBekostigbaar", nieuw("I15", **ELDERS)),
    Geval("I16", EERSTE + "indicatieBekostigbaar", nieuw("I16", periode(leertraject="OVO"))),
    Geval("I17", "redenUitschrijving", uitschrijven(redenUitschrijving="10")),
    Geval("I18", VOLGNUMMER, verwijderen()),
    Geval("I19", "redenUitschrijving", nieuw("I19", datumUitschrijvingWerkelijk="2026-01-31")),
    Geval("I20", EERSTE[:-1], ondersteunen(perioden=[steun("2025-07-01", "2025-08-15")])),
    Geval("I21", "perioden", ondersteunen(), wie="particulier"),
    Geval("I22", "datumInschrijving", nieuw("I22", periode("2016-08-01"), datumInschrijving="2016-08-01")),
    Geval("I23", EINDE, nieuw("I23", datumUitschrijvingWerkelijk="2027-08-01", redenUitschrijving="08")),
    Geval("I24", EERSTE + "leerroutefase", nieuw("I24", periode(leerroutefase="VO"))),
    Geval("I25", "hoogsteVooropleiding", nieuw("I25", hoogsteVooropleiding="17")),
    Geval("I26", "datumBegin", ondersteuning_weg(datumBegin="2025-10-02")),
    Geval("I27", EERSTE + "leertraject", nieuw("I27", periode(opleidingcode=ALLEEN_BOL, leertraject="BBL"))),
    Geval(
        "I28",
        EERSTE + "leertraject",
        nieuw("I28", periode("2020-08-01", leertraject="BBL"), datumInschrijving="2020-08-01"),
    ),
    Geval("B01", "bpvvolgnummer", verwijderen_bpv(bpvvolgnummer="weg")),
    Geval("B02", "bpvvolgnummer", bpv("1", omvang=1)),
    Geval("B03", "datumEindeGepland", bpv("B03", datumEindeGepland="2025-08-31")),
    Geval("B04", "datumBegin", bpv("B04", inschrijvingvolgnummer="uit", datumBegin="2026-02-01")),
    Geval("B05", "leerbedrijfId", bpv("B05", leerbedrijfId=ONBEKEND_BEDRIJF)),
    Geval("B06", "leerbedrijfId", bpv("B06", leerbedrijfId=ALLEEN_KAPPER)),
    Geval("B07", "", bpv("B07", opleidingcode=None)),
    Geval("B08", "keuzedeelcode", bpv("B08", opleidingcode=None, keuzedeelcode="K9999")),
    Geval("B09", "opleidingcode", bpv("B09", opleidingcode=KAPPER)),
    Geval("B10", "omvang", bpv("B10", omvang=10_000)),
    Geval("B11", "leerbedrijfId", bpv("B11"), storing="sbb"),
    Geval("B13", "keuzedeelcode", bpv("B13", opleidingcode=None, keuzedeelcode="K0002", datumBegin="2025-08-30")),
    Geval("B14", "", bpv("B14", keuzedeelcode="K0001")),
    Geval("B15", "datumBegin", bpv("B15", datumBegin="2025-07-31")),
    Geval("B16", "omvang", bpv("B16", omvang=None)),
    Geval("R01", RESULTAAT, verwijderen_resultaat(**klasgenoot(0), resultaatvolgnummer="weg")),
    Geval("R01", RESULTAAT, verwijderen_resultaat(**klasgenoot(1), resultaatvolgnummer="23")),
    Geval(
        "R02",
        RESULTAAT,
        diploma(1, resultaatvolgnummer="23", opleidingcode=KAPPER, keuzedelen=[]),
        ook=(
            ("R02", "generiekeExamenonderdelen.0.resultaatvolgnummer"),
            ("R02", "generiekeExamenonderdelen.1.resultaatvolgnummer"),
            ("R15", "opleidingcode"),
        ),
    ),
    Geval("R03", "opleidingcode", diploma(0, opleidingcode=HORECA_DOSSIER)),
    Geval("R04", VOLGNUMMER, los("R04", inschrijvingvolgnummer="weg")),
    Geval("R04", "datumResultaat", los("R04", inschrijvingvolgnummer=None, datumResultaat="2025-07-31")),
    Geval("R05", "datumResultaat", los("R05", datumResultaat="2026-03-11"), ook=(("R04", VOLGNUMMER),)),
    Geval(
        "R06",
        "opleidingcode",
        diploma(1, resultaatvolgnummer="3", generiekeExamenonderdelen=NIEUWE_NUMMERS, keuzedelen=[]),
        ook=(("R16", "opleidingcode"),),
    ),
    Geval(
        "R07",
        "opleidingcode",
        diploma(0, opleidingcode=ZONDER_LICENTIE),
        ook=(("R08", "generiekeExamenonderdelen"), ("R15", "opleidingcode")),
    ),
    Geval("R08", "generiekeExamenonderdelen", diploma(2, generiekeExamenonderdelen=[])),
    Geval(
        "R09", GEO + "eindcijfer", los("R09", eindcijfer=7, cijferInstellingsexamen="7.4", cijferCentraalExamen="5.1")
    ),
    Geval("R10", "resultaat.keuzedeel.keuzedeelcode", los("R10", "keuzedeel", keuzedeelcode="K9999")),
    Geval("R11", "resultaat.keuzedeel.keuzedeelcode", los("R11", "keuzedeel", keuzedeelcode="K0002")),
    Geval("R12", "datumResultaat", diploma(3, datumResultaat="2026-01-30")),
    Geval("R13", GEO + "code", los("R13", code="C0004")),
    Geval("R14", GEO + "cijferCentraalExamen", los("R14", cijferCentraalExamen="10.1")),
    Geval("R15", "opleidingcode", diploma(4, opleidingcode=KAPPER)),
    Geval(
        "R16",
        "opleidingcode",
        diploma(5, resultaatvolgnummer="3", generiekeExamenonderdelen=NIEUWE_NUMMERS, keuzedelen=[]),
        ook=(),
    ),
    Geval("R17", "keuzedelen.1." + RESULTAAT, diploma(0, keuzedelen=[kzd("R17"), kzd("R17")])),
    Geval("R18", VOLGNUMMER, los("R18", inschrijvingvolgnummer=None)),
    Geval("R19", "resultaat.amvbOnderdeel.certificaat", los("R19", "amvbOnderdeel")),
)


@pytest.fixture(scope="module")
def bewoond(gedeeld: Register) -> Register:
    """A register with what the cases stand on; every case adds at most its own numbers to it."""
    school, andere, particulier = (gedeeld.als(AANROEPERS[wie]) for wie in ("school", "andere", "particulier"))
    elders = {"burgerservicenummer": VREEMDE, "geslacht": "M"}
    school.registreer(
        *met_stage(),
        nieuw("uit", datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01"),
        ondersteunen(perioden=[steun("2025-10-01", "2025-12-31")]),
        nieuw("bezet", kenmerk="bezet"),
        identificeren(**elders),
        identificeren(burgerservicenummer=OVERLEDENE),
    )
    andere.registreer(identificeren(**elders), nieuw("1", **ELDERS))
    for plaats, geslaagde in enumerate(GESLAAGDEN):
        uit = {"datumUitschrijvingWerkelijk": "2026-01-31", "redenUitschrijving": "01"}
        school.registreer(
            identificeren(burgerservicenummer=geslaagde.burgerservicenummer), nieuw("1", **klasgenoot(plaats) | uit)
        )
    school.registreer(diploma(1), diploma(5, opleidingcode=KAPPER))
    particulier.registreer(identificeren(), nieuw("1", periode(indicatieBekostigbaar=False)))
    gedeeld.verbinding.execute(GIFTIG)
    return gedeeld


@pytest.fixture
def _storing(bewoond: Register, geval: Geval) -> Iterator[None]:
    """Take the source away that a case has to do without."""
    bronnen = {"brp": bewoond.brp, "sbb": bewoond.sbb}
    if geval.storing:
        bronnen[geval.storing].stoor("503")
    yield
    if geval.storing:
        bronnen[geval.storing].stoor(None)


@pytest.mark.usefixtures("_storing")
@pytest.mark.parametrize("geval", GEVALLEN, ids=[f"{geval.code}-{nr}" for nr, geval in enumerate(GEVALLEN)])
def test_een_signaal_komt_door_de_voordeur_en_een_foutmelding_verandert_niets(bewoond: Register, geval: Geval) -> None:
    voor = bewoond.stand()
    uitkomst = bewoond.als(AANROEPERS[geval.wie]).lever(geval.levering)
    assert (signalen(uitkomst), uitkomst["status"]) == (geval.verwacht, geval.status)
    assert [signaal["soort"] for signaal in uitkomst["signalen"]] == [
        SIGNALEN[code].soort for code, _ in geval.verwacht
    ]
    assert all("{" not in signaal["tekst"] for signaal in uitkomst["signalen"])
    if geval.status == "AFGEKEURD":
        assert uitkomst["mutaties"] == []
        assert bewoond.stand() == voor


def test_wat_het_register_kan_zeggen_is_hier_gezegd() -> None:
    """A code that no case raises is a promise of the catalogue that nobody has kept yet."""
    catalogus = {code for code in SIGNALEN if code[0] in "LPIBR"}
    bestanden = [pad for kamer in ("domain", "resolvers") for pad in (WORTEL / kamer).rglob("*.py")]
    gezegd = {
        code
        for pad in bestanden
        if pad.name != "signaalcatalogus.py"
        for code in re.findall(r'"([LPIBR]\d\d)"', pad.read_text(encoding="utf-8"))
    }
    geworpen = {geval.code for geval in GEVALLEN}
    assert geworpen == gezegd
    assert catalogus - geworpen == {
        "P11",
        "B12",
    }  # a merge is no delivery yet; SBB's word is about what stands, not about a delivery
