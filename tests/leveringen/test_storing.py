"""An unexpected fault takes nobody along: what breaks answers L06 and may be sent again, the rest is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from domain.controles import persoon as controles
from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren
from tests.domain.wereld import NIEUWKOMER, STUDENT
from tests.klant import SAMEN, als_een_van, enkel, ingevuld, signalen
from tests.leveringen.klas import bekend, van
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.levering import Levering
    from domain.signalen import Signaal
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

GIF: Final = """
    CREATE FUNCTION gif() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.inschrijvingvolgnummer = 'gif' THEN RAISE EXCEPTION 'gif voor %', NEW.persoon_id; END IF; RETURN NEW;
    END $$;
    CREATE TRIGGER gif BEFORE INSERT ON inschrijving FOR EACH ROW EXECUTE FUNCTION gif();
"""
VERBREEK: Final = """
    CREATE FUNCTION verbreek() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
        PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW;
    END $$;
    CREATE TRIGGER verbreek BEFORE INSERT ON bpv FOR EACH ROW EXECUTE FUNCTION verbreek();
"""
TEGENGIF: Final = "DROP TRIGGER gif ON inschrijving"


def giftig(**wie: Any) -> Any:  # noqa: ANN401 - JSON
    return aanleveren(inschrijvingvolgnummer="gif", kenmerk="giftig", **wie)


def test_een_rij_die_breekt_neemt_alleen_haar_persoon_mee(register: Register, school: Klant) -> None:
    school.registreer(*(levering for student in range(6) for levering in bekend(student)))
    register.verbinding.execute(GIF)
    leveringen = [aanleveren(**van(student)) for student in range(6)]
    leveringen[2:3] = [leveringen[2], giftig(**van(2)), aanleveren_bpv(inschrijvingvolgnummer="2", **van(2))]
    gehoord = school.lever_samen(*leveringen)
    stuk = [plaats for plaats, uitkomst in enumerate(gehoord["uitkomsten"]) if signalen(uitkomst) == [("L06", "")]]
    assert stuk == [2, 3, 4]
    assert (gehoord["goedgekeurd"], gehoord["afgekeurd"]) == (5, 3)
    assert all(gehoord["uitkomsten"][plaats]["levering"] is None for plaats in stuk)
    assert register.aantal("inschrijving") == 6 + 5
    kenmerken = [leveringen[plaats].velden["kenmerk"] for plaats in stuk]
    assert register.rijen("SELECT 1 FROM levering WHERE kenmerk = ANY(%s)", kenmerken) == []

    register.verbinding.execute(TEGENGIF)
    weer = school.lever_samen(*leveringen)
    assert weer["goedgekeurd"] == len(leveringen)
    assert register.aantal("inschrijving") == 6 + 7


def test_een_enkele_levering_die_breekt_zegt_niets_van_de_fout(register: Register, school: Klant) -> None:
    school.registreer(identificeren())
    register.verbinding.execute(GIF)
    antwoord = school.stuur(enkel(giftig()), input=ingevuld(giftig()))
    uitkomst = antwoord.json()["data"]["uitkomst"]
    assert (antwoord.status_code, signalen(uitkomst), uitkomst["status"]) == (200, [("L06", "")], "AFGEKEURD")
    assert "gif voor" not in antwoord.text
    assert "errors" not in antwoord.json()
    register.verbinding.execute(TEGENGIF)
    assert school.lever(giftig())["status"] == "GOEDGEKEURD"


@pytest.fixture
def _kapotte_controle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A control with a mistake in it, which one student brings to light."""

    def kapot(levering: Levering, _: Feiten) -> Iterator[Signaal]:
        if getattr(levering, "burgerservicenummer", None) == NIEUWKOMER:
            raise ZeroDivisionError
        yield from ()

    monkeypatch.setattr("domain.controles.per_soort._IDENTIFICATIE", (kapot, controles.identificatie_slaagt))


@pytest.mark.usefixtures("_kapotte_controle")
def test_een_controle_die_breekt_neemt_de_buren_niet_mee(register: Register, school: Klant) -> None:
    leveringen = (
        identificeren(),
        identificeren(burgerservicenummer=NIEUWKOMER),
        aanleveren(),
        aanleveren_bpv(inschrijvingvolgnummer="2"),
    )
    gehoord = school.lever_samen(*leveringen)["uitkomsten"]
    assert [signalen(uitkomst) for uitkomst in gehoord] == [[], [("L06", "")], [], []]
    assert register.rijen("SELECT burgerservicenummer FROM persoon") == [(STUDENT,)]
    assert register.aantal("bpv") == 1


@pytest.mark.usefixtures("_kapotte_controle")
def test_ook_een_proef_die_breekt_is_l06(register: Register, school: Klant) -> None:
    voor = register.stand("raadpleging")
    assert signalen(school.lever(identificeren(burgerservicenummer=NIEUWKOMER, proef=True))) == [("L06", "")]
    assert register.stand("raadpleging") == voor


def test_wie_te_lang_op_een_student_wacht_houdt_de_anderen_niet_op(gevulde_database: Database) -> None:
    with register_op(gevulde_database, time_out_slot=0.1) as register:
        school = register.als(AANROEPERS["school"])
        school.registreer(*(levering for student in range(3) for levering in bekend(student)))
        with register.verbinding.transaction():
            register.rijen("SELECT FROM persoon WHERE burgerservicenummer = %s FOR UPDATE", *van(1)["persoon"].values())
            gehoord = school.lever_samen(*(aanleveren(**van(student)) for student in range(3)))["uitkomsten"]
        assert [signalen(uitkomst) for uitkomst in gehoord] == [[], [("L06", "")], []]
        assert register.aantal("inschrijving") == 5


def test_een_verbroken_verbinding_registreert_niets_en_de_volgende_levering_wel(
    register: Register, school: Klant
) -> None:
    school.registreer(*bekend(0))
    register.verbinding.execute(VERBREEK)
    voor = register.stand("raadpleging")
    leveringen = (aanleveren(**van(0)), aanleveren_bpv(inschrijvingvolgnummer="2", **van(0)))
    antwoord = school.stuur(SAMEN, leveringen=[als_een_van(levering) for levering in leveringen])
    (fout,) = antwoord.json()["errors"]
    assert antwoord.json()["data"] == {"leveren": None}
    assert (fout["extensions"]["code"], "terminat" in antwoord.text) == ("BRON_ONBEREIKBAAR", False)
    assert register.stand("raadpleging") == voor
    register.verbinding.execute("DROP TRIGGER verbreek ON bpv")
    assert school.lever_samen(*leveringen)["goedgekeurd"] == 2
