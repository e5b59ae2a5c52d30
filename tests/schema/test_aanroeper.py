"""`ik`: who asks, and what that role may use."""

from __future__ import annotations

import pytest

from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from schema.rechten import RECHTEN
from tests.schema.conftest import Verzoek

VRAAG = "{ ik { rol naam gebruiker ketenpartner instelling { brin naam bekostigd plaats } rechten } }"
POSTBUS = ["berichten", "bevestigenBerichten", "vastleggenWebhook", "verwijderenWebhook", "webhooks"]
OPEN = ["ik", "instelling", "opleiding", "signaalcatalogus"]


def test_een_instelling_ziet_zichzelf_met_haar_instelling() -> None:
    aanroeper = Aanroeper(rol=Rol.MBO, instelling="27DV", gebruiker="j.jansen")
    antwoord = Verzoek(aanroeper=aanroeper).stel(VRAAG)
    assert antwoord.errors is None
    ik = (antwoord.data or {})["ik"]
    assert (ik["rol"], ik["naam"], ik["gebruiker"], ik["ketenpartner"]) == ("MBO", "MBO:27DV", "j.jansen", None)
    assert ik["instelling"] == {"brin": "27DV", "naam": "Voorbeeldcollege", "bekostigd": True, "plaats": "Utrecht"}


def test_een_onbekende_brin_heeft_geen_instelling() -> None:
    antwoord = Verzoek(aanroeper=Aanroeper(rol=Rol.MBO, instelling="00XX")).stel(VRAAG)
    assert (antwoord.data or {})["ik"]["instelling"] is None


@pytest.mark.parametrize(
    ("aanroeper", "eigen"),
    [
        (Aanroeper(rol=Rol.AFNEMER, afnemer="CBS"), POSTBUS),
        (Aanroeper(rol=Rol.AFNEMER, afnemer="SBB"), [*POSTBUS, "stageplekbezetting"]),
        (Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.BRP), ["verwerkenPersoonsmutatie"]),
        (Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.SBB), ["verwerkenErkenningsmutatie"]),
        (Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.VO), ["aanleverenVooropleiding"]),
    ],
    ids=str,
)
def test_wie_geen_registraties_ziet_heeft_de_open_vragen_en_wat_zij_levert_of_ontvangt(
    aanroeper: Aanroeper, eigen: list[str]
) -> None:
    antwoord = Verzoek(aanroeper=aanroeper).stel(VRAAG)
    ik = (antwoord.data or {})["ik"]
    assert ik["rechten"] == sorted([*OPEN, *eigen])
    assert ik["ketenpartner"] == aanroeper.ketenpartner
    assert ik["instelling"] is None


@pytest.mark.parametrize("rol", [Rol.MBO, Rol.IPO])
def test_een_leveraar_leest_precies_de_wortelvelden_die_de_rol_heeft(rol: Rol) -> None:
    aanroeper = Aanroeper(rol=rol, instelling="27DV" if rol is Rol.MBO else None)
    rechten = (Verzoek(aanroeper=aanroeper).stel(VRAAG).data or {})["ik"]["rechten"]
    wortels = {
        naam.split(".")[1]
        for naam, recht in RECHTEN.items()
        if naam.startswith(("Query.", "Mutation.")) and rol in recht
    }
    assert rechten == sorted(wortels)
    assert "studentendossier" in rechten
