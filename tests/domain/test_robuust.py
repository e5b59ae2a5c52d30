"""Whatever passes GraphQL's types gets an outcome: texts and dates of any content, numbers of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.codes import ErkenningStatus, Geslacht, Leerroute, Leerroutefase, Leertraject, Niveau, Verwerkingsstatus
from domain.codes import LeveringSoort as Soort
from tests.domain.bouw import BEHEER, BEKEND, BRONREGISTER, IPO, Invoer, Register, register, school
from tests.domain.wereld import (
    AMVB,
    BEDRIJF,
    HORECA_DOMEIN,
    KOK,
    NIEUWKOMER,
    ONBEKENDE,
    SCHOOL,
    STUDENT,
    TAAL_2F,
    Buitenwereld,
    dossier,
    mens,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from domain.aanroeper import Aanroeper

RAAR: Final = st.sampled_from(["", "\x00", "x" * 600, "0", "é", "999900007", " ", "2025-02-30", "{x}"])
TEKST: Final = RAAR | st.text(max_size=5)
DAG: Final = RAAR | st.sampled_from(["0001-01-01", "9999-12-31", "2025-08-01", "2026-03-10"]) | st.dates().map(str)
DEELDAG: Final = DAG | st.sampled_from(["0000-00-00", "9999-00-00", "0001-00-00", "2005-06-00", "2005-06-15"])
GETAL: Final = st.integers(-(2**31), 2**31 - 1)
CODE: Final = TEKST | st.sampled_from([KOK, HORECA_DOMEIN])
NUMMER: Final = TEKST | st.sampled_from([STUDENT, NIEUWKOMER, ONBEKENDE])
VOLGNUMMER: Final = TEKST | st.sampled_from(["1", "2"])


def deel(verplicht: dict[str, SearchStrategy[Any]], **optioneel: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(verplicht, optional={naam: st.none() | waarde for naam, waarde in optioneel.items()})


def lijst(onderdeel: SearchStrategy[Any]) -> SearchStrategy[list[Any]]:
    return st.lists(onderdeel, max_size=3)


PERSOON: Final = (
    st.fixed_dictionaries({"burgerservicenummer": NUMMER})
    | st.fixed_dictionaries({"onderwijsnummer": NUMMER})
    | st.fixed_dictionaries({"id": GETAL | st.just(1)})
)
KENMERK: Final = {"kenmerk": st.text("abc", min_size=1) | TEKST}
KOP: Final = KENMERK | {"proef": st.booleans()}
BEHEERD: Final = deel({"instelling": TEKST | st.just(SCHOOL), "reden": TEKST}, verzoek=TEKST, bewijsSha256=TEKST)
SLEUTEL: Final = KOP | {"persoon": PERSOON, "inschrijvingvolgnummer": VOLGNUMMER}
BPVSLEUTEL: Final = SLEUTEL | {"bpvvolgnummer": VOLGNUMMER}
STEUN: Final = deel({"datumBegin": DAG}, datumEinde=DAG)
PERIODE: Final = deel(
    {
        "datumBegin": DAG,
        "opleidingcode": CODE,
        "leertraject": st.sampled_from(Leertraject),
        "indicatieBekostigbaar": st.booleans(),
    },
    niveau=st.sampled_from(Niveau),
    leerroute=st.sampled_from(Leerroute),
    leerroutefase=st.sampled_from(Leerroutefase),
    onderwijsaanbieder=TEKST,
    onderwijslocatie=TEKST,
    locatiecodeVsv=TEKST,
)
ADRES: Final = deel(
    {},
    straatnaam=TEKST,
    huisnummer=GETAL,
    huisletter=TEKST,
    huisnummertoevoeging=TEKST,
    postcode=TEKST,
    woonplaats=TEKST,
    landcode=TEKST,
    regelsBuitenland=lijst(TEKST),
)
MENS: Final[dict[str, SearchStrategy[Any]]] = {
    "geslachtsnaam": TEKST | st.sampled_from(["Bakker", "Jansen"]),
    "voorvoegsel": TEKST,
    "voornamen": TEKST,
    "adres": ADRES,
    "nationaliteiten": lijst(deel({"code": TEKST, "datumBegin": DEELDAG}, datumEinde=DEELDAG)),
    "burgerservicenummer": NUMMER,
}
GEBOREN: Final = {"geboortedatum": DEELDAG, "geslacht": st.sampled_from(Geslacht)}


def inschrijving() -> SearchStrategy[dict[str, Any]]:
    verplicht = {"datumInschrijving": DAG, "datumUitschrijvingGepland": DAG, "perioden": lijst(PERIODE)}
    return deel(
        SLEUTEL | verplicht,
        datumUitschrijvingWerkelijk=DAG,
        redenUitschrijving=TEKST,
        hoogsteVooropleiding=TEKST,
        extraOndersteuning=lijst(STEUN),
        verwachteVersie=GETAL,
        beheer=BEHEERD,
    )


def bpv() -> SearchStrategy[dict[str, Any]]:
    verplicht = {
        "afsluitdatum": DAG,
        "datumBegin": DAG,
        "datumEindeGepland": DAG,
        "leerbedrijfId": TEKST | st.just(BEDRIJF),
    }
    return deel(
        BPVSLEUTEL | verplicht,
        datumEindeWerkelijk=DAG,
        omvang=GETAL,
        opleidingcode=CODE,
        keuzedeelcode=TEKST | st.just("K0001"),
        verwachteVersie=GETAL,
        beheer=BEHEERD,
    )


CIJFER: Final = TEKST | st.sampled_from(["7.4", "10", "-1", "10.1", "7,4"])
GEO: Final = deel(
    {"resultaatvolgnummer": VOLGNUMMER, "code": TEKST | st.just(TAAL_2F)},
    eindcijfer=GETAL | st.integers(1, 10),
    vrijstelling=TEKST,
    cijferInstellingsexamen=CIJFER,
    vrijstellingInstellingsexamen=TEKST,
    cijferCentraalExamen=CIJFER,
    vrijstellingCentraalExamen=TEKST,
)
KZD: Final = deel(
    {"resultaatvolgnummer": VOLGNUMMER, "keuzedeelcode": TEKST | st.just("K0001"), "behaald": st.booleans()},
    certificaat=st.booleans(),
)
AMO: Final = deel(
    {"resultaatvolgnummer": VOLGNUMMER, "code": TEKST | st.just(AMVB)},
    certificaat=st.booleans(),
)
RESULTAATSLEUTEL: Final = KOP | {"persoon": PERSOON, "resultaatvolgnummer": VOLGNUMMER}


def diploma() -> SearchStrategy[dict[str, Any]]:
    return deel(
        RESULTAATSLEUTEL | {"opleidingcode": CODE, "datumResultaat": DAG, "indicatieBekostigbaar": st.booleans()},
        inschrijvingvolgnummer=VOLGNUMMER,
        onderwijsaanbieder=TEKST,
        generiekeExamenonderdelen=lijst(GEO),
        keuzedelen=lijst(KZD),
        amvbOnderdelen=lijst(AMO),
        verwachteVersie=GETAL,
        beheer=BEHEERD,
    )


def los_resultaat() -> SearchStrategy[dict[str, Any]]:
    onderdelen = {"generiekExamenonderdeel": GEO, "keuzedeel": KZD, "amvbOnderdeel": AMO}
    een_onderdeel = st.one_of(st.fixed_dictionaries({naam: soort}) for naam, soort in onderdelen.items())
    return deel(
        KOP | {"persoon": PERSOON, "datumResultaat": DAG, "resultaat": een_onderdeel},
        inschrijvingvolgnummer=VOLGNUMMER,
        onderwijsaanbieder=TEKST,
        verwachteVersie=GETAL,
        beheer=BEHEERD,
    )


VERSIE: Final[dict[str, SearchStrategy[Any]]] = {"verwachteVersie": GETAL, "beheer": BEHEERD}
INVOER: Final[dict[Soort, SearchStrategy[dict[str, Any]]]] = {
    Soort.IDENTIFICEREN_PERSOON: deel(KOP | GEBOREN, **MENS, onderwijsnummer=NUMMER, beheer=BEHEERD),
    Soort.OPNIEUW_IDENTIFICEREN_PERSOON: deel(KOP | {"onderwijsnummer": NUMMER}, **MENS, **GEBOREN, beheer=BEHEERD),
    Soort.AANLEVEREN_INSCHRIJVING: inschrijving(),
    Soort.WIJZIGEN_INSCHRIJVING: inschrijving(),
    Soort.AANLEVEREN_UITSCHRIJVING: deel(
        SLEUTEL | {"datumUitschrijvingWerkelijk": DAG}, redenUitschrijving=TEKST, **VERSIE
    ),
    Soort.VERWIJDEREN_INSCHRIJVING: deel(SLEUTEL, **VERSIE),
    Soort.AANLEVEREN_EXTRA_ONDERSTEUNING: deel(SLEUTEL | {"perioden": lijst(STEUN)}, beheer=BEHEERD),
    Soort.VERWIJDEREN_EXTRA_ONDERSTEUNING: deel(SLEUTEL | {"datumBegin": DAG}, beheer=BEHEERD),
    Soort.AANLEVEREN_BPV: bpv(),
    Soort.WIJZIGEN_BPV: bpv(),
    Soort.VERWIJDEREN_BPV: deel(BPVSLEUTEL, **VERSIE),
    Soort.AANLEVEREN_DIPLOMA: diploma(),
    Soort.WIJZIGEN_DIPLOMA: diploma(),
    Soort.VERWIJDEREN_DIPLOMA: deel(RESULTAATSLEUTEL, **VERSIE),
    Soort.AANLEVEREN_RESULTAAT: los_resultaat(),
    Soort.WIJZIGEN_RESULTAAT: los_resultaat(),
    Soort.VERWIJDEREN_RESULTAAT: deel(RESULTAATSLEUTEL, **VERSIE),
    Soort.VERWERKEN_PERSOONSMUTATIE: deel(
        KENMERK | {"burgerservicenummer": NUMMER, "ingangsdatum": DAG},
        **{naam: waarde for naam, waarde in MENS.items() if naam != "burgerservicenummer"},
        **GEBOREN,
        **dict.fromkeys(("overlijdensdatum", "datumVestigingInNederland", "datumVertrekUitNederland"), DEELDAG),
        **dict.fromkeys(("geboorteland", "landVertrek"), TEKST),
        nieuwBurgerservicenummer=NUMMER,
        verblijfstitels=lijst(deel({"code": TEKST, "datumBegin": DEELDAG}, datumEinde=DEELDAG)),
    ),
    Soort.VERWERKEN_ERKENNINGSMUTATIE: deel(
        KENMERK
        | {
            "leerbedrijfId": TEKST | st.just(BEDRIJF),
            "opleidingcode": CODE | st.just("*"),
            "status": st.sampled_from(ErkenningStatus),
            "datumBegin": DAG,
        },
        **dict.fromkeys(("naam", "postcode", "plaats"), TEKST),
        huisnummer=GETAL,
        datumEinde=DAG,
    ),
    Soort.AANLEVEREN_VOOROPLEIDING: deel(
        KENMERK | {"persoon": PERSOON, "soort": TEKST, "behaald": st.booleans()},
        instelling=TEKST,
        datumResultaat=DAG,
        vakken=lijst(deel({"vakcode": TEKST}, eindcijfer=GETAL | st.integers(1, 10))),
    ),
}
LEVERINGEN: Final = st.sampled_from(Soort).flatmap(
    lambda soort: INVOER[soort].map(lambda velden: Invoer(soort, velden))
)
BUITEN: Final = st.builds(Buitenwereld, brp_weg=st.booleans(), sbb_weg=st.booleans())
WIE: Final = st.sampled_from([school(), school("99ZZ"), school("30ZZ"), IPO])


def bekend(velden: dict[str, Any], wie: Aanroeper) -> dict[str, Any]:
    """The same about the known student, from who may: so that half of them reach what needs a dossier."""
    beheer = {"beheer": BEHEER} if wie is IPO else {}
    return velden | beheer | ({"persoon": {"burgerservicenummer": STUDENT}} if "persoon" in velden else {})


def hier(wie: Aanroeper, buiten: Buitenwereld) -> Register:
    onbekende = dossier(2, mens(onderwijsnummer=ONBEKENDE, geslachtsnaam="Jansen"))
    oud = dossier(3, mens(NIEUWKOMER, geslachtsnaam=None))
    return register(BEKEND, onbekende, oud, aanroeper=wie, buiten=buiten)


@settings(max_examples=300, deadline=None)
@given(LEVERINGEN, WIE, BUITEN, st.booleans())
def test_elke_invoer_heeft_een_uitslag_die_te_bewaren_is(
    levering: Invoer,
    wie: Aanroeper,
    buiten: Buitenwereld,
    goed: bool,  # noqa: FBT001 - drawn
) -> None:
    wie = BRONREGISTER.get(levering.soort, wie)
    invoer = Invoer(levering.soort, bekend(levering.velden, wie)) if goed else levering
    (uitslag,) = hier(wie, buiten).lever(invoer)
    assert uitslag.status in Verwerkingsstatus
    for signaal in uitslag.signalen:
        assert "\x00" not in signaal.tekst
        assert len(signaal.tekst) < 300
        assert signaal.ipo.tekst
    assert r"\x00" not in repr(uitslag.dossier) + repr([mutatie.regel for mutatie in uitslag.mutaties])
    assert "ONTBREKEND" not in repr(uitslag.dossier)


def test_elke_soort_levering_is_erbij() -> None:
    assert set(INVOER) == set(Soort)
