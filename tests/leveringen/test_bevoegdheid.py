"""Who may deliver: every mutation for every role, refused before any SQL; and whom a school cannot touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from schema.schema import KERN
from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    ondersteunen,
    ondersteuning_weg,
    opnieuw,
    steun,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
    zoeken,
)
from tests.domain.wereld import NIET_BESTAAND, ONBEKENDE
from tests.klant import signalen
from tests.leveringen.tellen import statements
from tests.leveringen.verhaal import met_stage
from tests.register import AANROEPERS
from tests.schema.operaties import operatie

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

POSTBUS: Final = {"bevestigenBerichten", "vastleggenWebhook", "verwijderenWebhook"}
"""What an institution does with its inbox and delivers nothing by; see tests/berichten."""
MUTATIES: Final = sorted(KERN.mutation_type.fields.keys() - POSTBUS) if KERN.mutation_type else ()
VAN_EEN: Final = {
    "aanleverenVooropleiding": ("VO",),
    "verwerkenPersoonsmutatie": ("BRP",),
    "verwerkenErkenningsmutatie": ("SBB",),
    "afhandelenIdentificatie": ("IPO",),
}
"""What one party alone may do; all else institutions and IPO do."""
OVER_EEN_PERSOON: Final = (
    aanleveren,
    wijzigen,
    uitschrijven,
    verwijderen,
    ondersteunen,
    ondersteuning_weg,
    aanleveren_bpv,
    wijzigen_bpv,
    verwijderen_bpv,
)


@pytest.mark.parametrize("wie", AANROEPERS)
@pytest.mark.parametrize("mutatie", MUTATIES)
def test_scholen_en_ipo_leveren_en_een_bronregister_alleen_het_zijne(gedeeld: Register, mutatie: str, wie: str) -> None:
    aanroeper, partijen = AANROEPERS[wie], VAN_EEN.get(mutatie, ("MBO", "IPO"))
    voor = gedeeld.stand()
    with statements() as gezien:
        antwoord = gedeeld.als(aanroeper).stuur(operatie("Mutation", mutatie))
    if aanroeper.partij in partijen:
        assert "errors" not in antwoord.json()
        assert gezien
        return
    (fout,) = antwoord.json()["errors"]
    assert "data" not in antwoord.json()
    assert (fout["path"], fout["extensions"]["code"]) == ([mutatie], "NIET_BEVOEGD")
    assert fout["extensions"]["regel"] == f"Mutation.{mutatie} vraagt {' of '.join(partijen)}"
    assert fout["locations"]
    assert gezien == []
    assert gedeeld.stand() == voor


def test_een_verboden_mutatie_naast_een_vraag_houdt_alles_tegen(gedeeld: Register) -> None:
    document = "mutation { ...M } fragment M on Mutation { mijn: leveren(leveringen: []) { __typename } }"
    with statements() as gezien:
        (fout,) = gedeeld.als(AANROEPERS["sbb"]).stuur(document).json()["errors"]
    assert (fout["path"], fout["extensions"]["code"]) == (["mijn"], "NIET_BEVOEGD")
    assert gezien == []


@pytest.mark.parametrize("maak", OVER_EEN_PERSOON, ids=lambda maak: str(maak().soort))
def test_de_student_van_een_ander_antwoordt_als_een_die_niet_bestaat(
    register: Register, school: Klant, andere: Klant, maak: type[Invoer]
) -> None:
    school.registreer(*met_stage(), ondersteunen(perioden=[steun("2025-10-01", "2025-12-31")]))
    voor = register.stand()
    van_een_ander = andere.lever(maak(kenmerk="een"))
    van_niemand = andere.lever(maak(kenmerk="twee", persoon={"burgerservicenummer": NIET_BESTAAND}))
    assert signalen(van_een_ander)[0] == ("P07", "persoon.burgerservicenummer")
    weg = {"kenmerk": None, "levering": None}
    assert van_een_ander | weg == van_niemand | weg
    assert register.stand() == voor
    assert register.rijen("SELECT DISTINCT persoon_id FROM levering WHERE afzender = 'MBO:25LX'") == [(None,)]


def test_opnieuw_identificeren_verraadt_de_student_van_een_ander_niet(school: Klant, andere: Klant) -> None:
    nummer = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"]
    gehoord = [
        andere.lever(opnieuw(onderwijsnummer=onderwijsnummer, voornamen="Eva Maria"), "persoon { id }")
        for onderwijsnummer in (nummer, "100000016" if nummer == ONBEKENDE else ONBEKENDE)
    ]
    weg = {"kenmerk": None, "levering": None}
    assert gehoord[0] | weg == gehoord[1] | weg
    assert signalen(gehoord[0]) == [("P07", "onderwijsnummer")]


def test_een_school_ziet_de_leveringen_van_een_ander_niet(school: Klant, andere: Klant) -> None:
    uitkomsten = school.registreer(*met_stage())
    vraag = (
        "query($k: String!, $id: ID!) { levering(kenmerk: $k) { id } node(id: $id) { id } leveringen { totalCount } }"
    )
    gezien = [andere.vraag(vraag, k=uitkomst["kenmerk"], id=uitkomst["levering"]["id"]) for uitkomst in uitkomsten]
    assert gezien == [{"levering": None, "node": None, "leveringen": {"totalCount": 0}}] * 3


def test_i15_noemt_de_andere_school_alleen_aan_ipo(school: Klant, andere: Klant, ipo: Klant) -> None:
    school.registreer(*met_stage())
    student, inschrijving, _ = met_stage()
    _, bij_school = andere.registreer(student, inschrijving)
    assert [signaal["parameters"] for signaal in bij_school["signalen"]] == [
        [{"naam": "instelling", "waarde": "een andere instelling"}]
    ]
    assert "27DV" not in str(bij_school["signalen"])
    beheer = {"instelling": "25LX", "reden": "herstel"}
    bij_ipo = ipo.lever(aanleveren(beheer=beheer))
    assert bij_ipo["signalen"][0]["parameters"] == [{"naam": "instelling", "waarde": "27DV"}]
    assert "27DV" in bij_ipo["signalen"][0]["tekst"]
