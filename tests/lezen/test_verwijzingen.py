"""What a delivery's answer refers to is read by the same reader, with the same rights, after the delivery."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from domain.codes import Verwerkingsstatus
from domain.uitkomst import Uitkomst
from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import ANDERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.aanroeper import Aanroeper
    from domain.ontvangst import Ontvangst
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek, Json

UITSCHRIJVING = """mutation Uit($bsn: String!) {
  uit: aanleverenUitschrijving(input: {
    kenmerk: "k-uitschrijving-1", persoon: {burgerservicenummer: $bsn}, inschrijvingvolgnummer: "1",
    datumUitschrijvingWerkelijk: "2026-01-01"
  }) {
    kenmerk status levering { kenmerk }
    inschrijving {
      __typename inschrijvingvolgnummer geldigePeriode(peildatum: "2025-12-31") { leertraject } persoon { id }
    }
  }
}"""


@dataclass
class Geleverd:
    """A write path that has just written these ids; keeps what it was given."""

    inschrijving: int
    levering: int
    ontvangen: list[Ontvangst] = field(default_factory=list)

    async def lever(self, _: Aanroeper, ontvangsten: Sequence[Ontvangst], /) -> list[Uitkomst]:
        self.ontvangen += ontvangsten
        return [
            Uitkomst(
                kenmerk=een.geleverd_kenmerk,
                status=Verwerkingsstatus.GOEDGEKEURD,
                signalen=(),
                levering_id=self.levering,
                inschrijving_id=self.inschrijving,
            )
            for een in ontvangsten
        ]


def lever(gesprek: Gesprek, pad: Geleverd, wie: Aanroeper | None = None) -> Json:
    paden = replace(gesprek.gecompileerd.paden, leveren=pad)
    gesprek.gecompileerd = replace(gesprek.gecompileerd, paden=paden)
    return json.loads(gesprek.antwoord(UITSCHRIJVING, wie, bsn=BSN).lichaam)["data"]["uit"]


def geleverd(gegevens: Gegevens) -> Geleverd:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    inschrijving = gegevens.inschrijving(persoon)
    gegevens.periode(inschrijving)
    return Geleverd(inschrijving, gegevens.levering("k1", persoon))


def test_het_antwoord_leest_de_objecten_waar_het_naar_verwijst(gegevens: Gegevens, gesprek: Gesprek) -> None:
    pad = geleverd(gegevens)
    antwoord = lever(gesprek, pad)
    assert antwoord["levering"] == {"kenmerk": "k1"}
    assert antwoord["inschrijving"].pop("persoon")["id"]
    assert antwoord["inschrijving"] == {
        "__typename": "Inschrijving",
        "inschrijvingvolgnummer": "1",
        "geldigePeriode": {"leertraject": "BOL"},
    }
    assert {rij[0] for rij in gegevens.gezien()} == {1}
    assert {rij[4] for rij in gegevens.gezien()} == {"Uit"}


def test_letterlijke_waarden_van_een_levering_komen_aan_zoals_geschreven(gegevens: Gegevens, gesprek: Gesprek) -> None:
    pad = geleverd(gegevens)
    lever(gesprek, pad)
    lever(gesprek, pad)
    een, twee = pad.ontvangen
    assert een.bericht == twee.bericht
    assert json.loads(een.bericht) == {
        "kenmerk": "k-uitschrijving-1",
        "persoon": {"burgerservicenummer": BSN},
        "inschrijvingvolgnummer": "1",
        "datumUitschrijvingWerkelijk": "2026-01-01",
    }


def test_een_verwijzing_naar_wat_niet_van_de_aanroeper_is_is_leeg(gegevens: Gegevens, gesprek: Gesprek) -> None:
    antwoord = lever(gesprek, geleverd(gegevens), ANDERE)
    assert (antwoord["kenmerk"], antwoord["levering"], antwoord["inschrijving"]) == ("k-uitschrijving-1", None, None)
    assert gegevens.gezien() == []
