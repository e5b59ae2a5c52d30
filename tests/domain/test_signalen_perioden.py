"""I03 to I15 as far as they are about the periods of an enrolment together."""

from __future__ import annotations

from datetime import date

import pytest

from domain.inschrijving import InschrijvingSleutel
from tests.domain.bouw import (
    IPO,
    Register,
    aanleveren,
    geboren,
    periode,
    register,
    school,
    uitschrijven,
    vanaf,
    wijzigen,
)
from tests.domain.wereld import (
    ANDERE,
    KOK,
    LATER_GELICENTIEERD,
    MENSEN,
    SCHOOL,
    UITLOPEND,
    ZONDER_LICENTIE,
    dossier,
    geldend,
    ingeschreven,
)
from tests.domain.zaken import Verwacht, Zaak, sig, zaak, zaken


def code(waarde: str, datum: str = "2025-08-01", nummer: int = 0, soort: str = "I03") -> Verwacht:
    return sig(soort, f"perioden.{nummer}.opleidingcode", code=waarde, datum=datum)


@zaken(
    zaak("bestaat niet", aanleveren(**vanaf("2025-08-01", opleidingcode="99999")), code("99999")),
    zaak("leeg", aanleveren(**vanaf("2025-08-01", opleidingcode="")), code("")),
    zaak("een dag na de laatste instroom",
         aanleveren(**vanaf("2024-08-01", opleidingcode=UITLOPEND)), code(UITLOPEND, "2024-08-01")),
    zaak("op de laatste instroomdag", aanleveren(**vanaf("2024-07-31", opleidingcode=UITLOPEND))),
    zaak("latere periode van wie op tijd begon",
         aanleveren(datumInschrijving="2024-07-31", perioden=[periode("2024-07-31", opleidingcode=UITLOPEND),
         periode("2025-02-01", opleidingcode=UITLOPEND, leertraject="BBL")])),
    zaak("overstap na de laatste instroom",
         aanleveren(perioden=[periode(), periode("2026-02-01", opleidingcode=UITLOPEND)]),
         code(UITLOPEND, "2026-02-01", 1)),
    zaak("een dag voor de eerste geldigheid",
         aanleveren(**vanaf("2015-07-31", onderwijslocatie=None)), code(KOK, "2015-07-31"), bij=geboren(1990)),
    zaak("op de eerste geldige dag", aanleveren(**vanaf("2015-08-01", onderwijslocatie=None)), bij=geboren(1990)),
    zaak("elke onbekende code een keer, bij de eerste periode",
         aanleveren(perioden=[periode("2026-02-01", opleidingcode="99999"), periode(opleidingcode="99999"),
         periode("2025-10-01", opleidingcode="88888")]),
         code("99999", nummer=1), code("88888", "2025-10-01", 2)),
)  # fmt: skip
def test_i03_de_opleiding_bestaat_als_de_student_ermee_begint(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("geen licentie",
         aanleveren(**vanaf("2025-08-01", opleidingcode=ZONDER_LICENTIE)), code(ZONDER_LICENTIE, soort="I04")),
    zaak("een dag voor de licentie", aanleveren(**vanaf("2025-08-31", opleidingcode=LATER_GELICENTIEERD)),
         code(LATER_GELICENTIEERD, "2025-08-31", soort="I04")),
    zaak("op de eerste dag van de licentie", aanleveren(**vanaf("2025-09-01", opleidingcode=LATER_GELICENTIEERD))),
    zaak("een latere periode maakt het niet goed",
         aanleveren(perioden=[periode("2025-10-01", opleidingcode=LATER_GELICENTIEERD),
         periode(opleidingcode=LATER_GELICENTIEERD)]),
         code(LATER_GELICENTIEERD, "2025-08-01", 1, soort="I04")),
    zaak("licentie voor alle opleidingen", aanleveren(**vanaf("2025-08-01", opleidingcode=ZONDER_LICENTIE)),
         bij=register(dossier(1, MENSEN[0], door={ANDERE}), aanroeper=school(ANDERE))),
)  # fmt: skip
def test_i04_de_instelling_mag_de_opleiding_verzorgen(zaak: Zaak) -> None:
    zaak.klopt()


def begin(soort: str, nummer: int, **parameters: object) -> Verwacht:
    return sig(soort, f"perioden.{nummer}.datumBegin", **parameters)


@zaken(
    zaak("een dag later", aanleveren(perioden=[periode("2025-08-02")]), begin("I10", 0)),
    zaak("een dag eerder", aanleveren(perioden=[periode("2025-07-31")]), begin("I10", 0)),
    zaak("op de datum van inschrijving", aanleveren()),
    zaak("de vroegste is de eerste, waar zij ook staat", aanleveren(perioden=[periode("2025-09-01"), periode()])),
    zaak("de vroegste wordt aangewezen",
         aanleveren(perioden=[periode("2025-09-01"), periode("2025-08-02")]), begin("I10", 1)),
)  # fmt: skip
def test_i10_de_eerste_periode_begint_op_de_datum_van_inschrijving(zaak: Zaak) -> None:
    zaak.klopt()


EINDE = {"datumUitschrijvingWerkelijk": "2026-01-31", "redenUitschrijving": "01"}


@zaken(
    zaak("een dag na het einde",
         aanleveren(**EINDE, perioden=[periode(), periode("2026-02-01")]), begin("I11", 1, datum="2026-02-01")),
    zaak("op de laatste dag", aanleveren(**EINDE, perioden=[periode(), periode("2026-01-31")])),
    zaak("na het geplande einde, niet uitgeschreven", aanleveren(perioden=[periode(), periode("2027-08-01")])),
    zaak("dezelfde dag", aanleveren(perioden=[periode(), periode()]), begin("I11", 1, datum="2025-08-01")),
    zaak("een dag uit elkaar", aanleveren(perioden=[periode(), periode("2025-08-02")])),
    zaak("driemaal dezelfde dag", aanleveren(perioden=[periode(), periode(), periode()]),
         begin("I11", 1, datum="2025-08-01"), begin("I11", 2, datum="2025-08-01")),
    zaak("twee voor de inschrijving: de eerste sluit niet aan, de tweede valt erbuiten",
         aanleveren(perioden=[periode("2025-06-01"), periode("2025-07-31"), periode()]),
         begin("I10", 0), begin("I11", 1, datum="2025-07-31")),
    zaak("de eerste dag die er is, twee keer",
         aanleveren(datumInschrijving="0001-01-01", perioden=[periode("0001-01-01", opleidingcode="9")] * 2),
         code("9", "0001-01-01"), begin("I11", 1, datum="0001-01-01"), sig("I22", "datumInschrijving", leeftijd=-2005)),
    zaak("uitschrijven voor een latere periode", uitschrijven(),
         sig("I11", "datumUitschrijvingWerkelijk", datum="2026-02-01"),
         bij=register(dossier(1, MENSEN[0], ingeschreven(perioden=(geldend(), geldend(date(2026, 2, 1))))))),
    zaak("uitschrijven op de begindag van een latere periode", uitschrijven(),
         bij=register(dossier(1, MENSEN[0], ingeschreven(perioden=(geldend(), geldend(date(2026, 1, 31))))))),
    zaak("het einde ligt voor het begin: dat zegt I09",
         aanleveren(datumUitschrijvingWerkelijk="2025-07-01", redenUitschrijving="01"),
         sig("I09", "datumUitschrijvingWerkelijk", einde="2025-07-01", begin="2025-08-01")),
)  # fmt: skip
def test_i11_latere_perioden_beginnen_binnen_de_inschrijving_en_eenmaal(zaak: Zaak) -> None:
    zaak.klopt()


@zaken(
    zaak("geen periode", aanleveren(perioden=[]), sig("I12", "perioden")),
    zaak("een periode", aanleveren(perioden=[periode()])),
    zaak("wijzigen naar geen periode", wijzigen(perioden=[]), sig("I12", "perioden")),
)  # fmt: skip
def test_i12_de_inschrijving_heeft_een_periode(zaak: Zaak) -> None:
    zaak.klopt()


def elders(**anders: object) -> Register:
    """The student has a claimed enrolment at another school until 2025-12-31; this one identified the student too."""
    ander = {"datum_uitschrijving_werkelijk": date(2025, 12, 31)} | anders
    daar = ingeschreven(InschrijvingSleutel(ANDERE, "1"), **ander)
    return register(dossier(1, MENSEN[0], daar, door={SCHOOL, ANDERE}))


def i15(nummer: int = 0) -> Verwacht:
    return sig("I15", f"perioden.{nummer}.indicatieBekostigbaar", instelling="een andere instelling")


@zaken(
    zaak("een dag overlap", aanleveren(**vanaf("2025-12-31")), i15(), bij=elders()),
    zaak("aansluitend", aanleveren(**vanaf("2026-01-01")), bij=elders()),
    zaak("de ander loopt nog", aanleveren(**vanaf("2026-01-01")), i15(),
         bij=elders(datum_uitschrijving_werkelijk=None)),
    zaak("zonder claim", aanleveren(perioden=[periode(indicatieBekostigbaar=False)]), bij=elders()),
    zaak("de ander claimt niet", aanleveren(), bij=elders(perioden=(geldend(indicatie_bekostigbaar=False),))),
    zaak("alleen de periode die overlapt", aanleveren(perioden=[periode("2026-01-01"), periode()]), i15(1),
         bij=elders()),
    zaak("dezelfde instelling", aanleveren()),
)  # fmt: skip
def test_i15_geen_andere_instelling_claimt_dezelfde_dag(zaak: Zaak) -> None:
    zaak.klopt()


@pytest.mark.parametrize("wie", [school(), IPO], ids=["MBO", "IPO"])
def test_i15_noemt_de_andere_instelling_alleen_aan_ipo(wie: object) -> None:
    hier = elders()
    levering = aanleveren()
    if wie is IPO:
        hier.aanroeper, levering = IPO, levering.met(beheer={"instelling": SCHOOL, "reden": "herstel"})
    (signaal,) = hier.lever(levering)[0].signalen
    assert signaal.parameters == {"instelling": "een andere instelling"}
    assert ANDERE not in signaal.tekst
    assert signaal.ipo.parameters == {"instelling": ANDERE}
    assert signaal.ipo.tekst.endswith(f"bij {ANDERE}")
