"""A block of persons as the rows that COPY takes: what one worker makes at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.generator.boek import IDS_PER_PERSOON, Boek
from app.generator.brp import brp_record
from app.generator.deelname import Deelname
from app.generator.inschrijvingen import maak_inschrijving
from app.generator.loopbaan import loopbaan
from app.generator.lot import Lot
from app.generator.nummers import heeft_bsn
from app.generator.personen import maak_persoon
from app.generator.verhaal import Verhaal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.generator.wereld import Wereld

GROOTTE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """Rows per table in the text format of COPY, how many, and the BRP's records of the persons in it."""

    personen: int
    rijen: Mapping[str, bytes]
    aantallen: Mapping[str, int]
    brp: Sequence[str]


def maak_blok(wereld: Wereld, plaatsen: range, xid: str) -> Blok:
    """Make the persons at these places; each depends on its place and the world alone."""
    uit: defaultdict[str, list[str]] = defaultdict(list)
    brp = [record for plaats in plaatsen if (record := _persoon(wereld, plaats, xid, uit))]
    return Blok(
        personen=len(plaatsen),
        rijen={tabel: ("\n".join(regels) + "\n").encode() for tabel, regels in uit.items()},
        aantallen={tabel: len(regels) for tabel, regels in uit.items()},
        brp=brp,
    )


def _persoon(wereld: Wereld, plaats: int, xid: str, uit: defaultdict[str, list[str]]) -> str | None:
    """Write the whole story of one person, and return the record in the BRP if there is one."""
    lot = Lot.voor(wereld.seed, plaats)
    verblijven = loopbaan(lot, wereld)
    persoon = maak_persoon(lot, plaats, verblijven[0].begin)
    boek = Boek((plaats + 1) * IDS_PER_PERSOON, xid, uit)
    verhaal = Verhaal(lot=lot, wereld=wereld, boek=boek, persoon=persoon)
    for volgnummer, verblijf in enumerate(verblijven, 1):
        verhaal.identificeer(verblijf.school.brin, verblijf.begin)
        Deelname(verhaal, maak_inschrijving(lot, wereld, verblijf, volgnummer)).lever()
    if lot.kans(0.03):
        verhaal.vergis(verblijven[-1].school.brin, verblijven[-1].begin)
    boek.sluit()
    return brp_record(persoon) if heeft_bsn(plaats) else None
