"""Controls on prior education; its codes are those of the VO register, and not ours to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.cijfers import is_mogelijk
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.aanleveren_vooropleiding import AanleverenVooropleiding
    from domain.signalen import Signaal


def persoon_heeft_nummer(levering: AanleverenVooropleiding, _: Feiten) -> Iterator[Signaal]:
    """The person is pointed at by number: a source register sees none of our ids, and none to wait for (L01)."""
    if levering.persoon.nummer is None:
        yield signaal("L01", "persoon", "id", detail="een bronregister wijst de persoon aan met een nummer")


def datum_is_geweest(levering: AanleverenVooropleiding, feiten: Feiten) -> Iterator[Signaal]:
    """The day of the result is not in the future (R05)."""
    if levering.datum_resultaat is not None and levering.datum_resultaat > feiten.vandaag:
        yield signaal("R05", "datum_resultaat", datum=levering.datum_resultaat)


def cijfers_zijn_mogelijk(levering: AanleverenVooropleiding, _: Feiten) -> Iterator[Signaal]:
    """Each final mark is from 1 to 10 (R14)."""
    for plaats, vak in enumerate(levering.vakken):
        if vak.eindcijfer is not None and not is_mogelijk(vak.eindcijfer):
            yield signaal("R14", "vakken", plaats, "eindcijfer", cijfer=vak.eindcijfer)
