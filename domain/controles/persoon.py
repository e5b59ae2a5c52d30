"""Controls on the person a delivery is about, and on what is delivered to identify one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.feit import FeitOntbreekt, aanwezig
from domain.nummers import Nummersoort, is_geldig
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.identificeren import Identificatie
    from domain.leveringen.levering import PersoonLevering
    from domain.leveringen.opnieuw_identificeren_persoon import OpnieuwIdentificerenPersoon
    from domain.leveringen.verwerken_persoonsmutatie import VerwerkenPersoonsmutatie
    from domain.signalen import Signaal


def nummer_van_persoon_klopt(levering: PersoonLevering, _: Feiten) -> Iterator[Signaal]:
    """The number that points at the person passes its test (P01)."""
    yield from _nummer_klopt(levering.persoon.nummer, "persoon")


def geleverde_nummers_kloppen(levering: Identificatie, _: Feiten) -> Iterator[Signaal]:
    """Each number delivered to identify with passes its test (P01)."""
    yield from _nummer_klopt(_genoemd(Nummersoort.BURGERSERVICENUMMER, levering.burgerservicenummer))
    yield from _nummer_klopt(_genoemd(Nummersoort.ONDERWIJSNUMMER, levering.onderwijsnummer))


def gemuteerde_nummers_kloppen(levering: VerwerkenPersoonsmutatie, _: Feiten) -> Iterator[Signaal]:
    """The BSN that points at the person and the one that takes its place pass their test (P01)."""
    soort = Nummersoort.BURGERSERVICENUMMER
    for veld in ("burgerservicenummer", "nieuw_burgerservicenummer"):
        nummer = getattr(levering, veld)
        if nummer is not None and aanwezig(nummer) and not is_geldig(soort, nummer):
            yield signaal("P01", veld, soort=soort)


def nieuw_nummer_is_vrij(levering: VerwerkenPersoonsmutatie, feiten: Feiten) -> Iterator[Signaal]:
    """The new BSN is not that of another person in the register (P04)."""
    yield from levering.besluit(feiten).signalen


def _genoemd(soort: Nummersoort, nummer: str | None) -> tuple[Nummersoort, str] | None:
    return None if nummer is None else (soort, nummer)


def _nummer_klopt(nummer: tuple[Nummersoort, str] | None, *pad: str) -> Iterator[Signaal]:
    if nummer is not None and not is_geldig(*nummer):
        yield signaal("P01", *pad, nummer[0], soort=nummer[0])


def persoon_is_geidentificeerd(levering: PersoonLevering, feiten: Feiten) -> Iterator[Signaal]:
    """This institution has identified the person (P07); whether others have is never told."""
    yield from _is_geidentificeerd(levering.persoon.nummer, feiten, "persoon")


def persoon_is_eerder_geidentificeerd(levering: OpnieuwIdentificerenPersoon, feiten: Feiten) -> Iterator[Signaal]:
    """This institution has identified the person with this onderwijsnummer before (P07)."""
    yield from _is_geidentificeerd(levering.persoon.nummer, feiten)


def _is_geidentificeerd(nummer: tuple[Nummersoort, str] | None, feiten: Feiten, *pad: str) -> Iterator[Signaal]:
    if nummer is not None and not is_geldig(*nummer):
        raise FeitOntbreekt
    if feiten.gevonden is None or feiten.instelling not in feiten.gevonden.geidentificeerd_door:
        yield signaal("P07", *pad, nummer[0] if nummer else "id")


def persoon_leeft(_: PersoonLevering, feiten: Feiten) -> Iterator[Signaal]:
    """The person is not known to be dead (P05)."""
    if feiten.persoon.overlijdensdatum is not None:
        yield signaal("P05", datum=feiten.persoon.overlijdensdatum)


def een_nummer(levering: Identificatie, _: Feiten) -> Iterator[Signaal]:
    """At most one number is delivered (P02)."""
    if levering.burgerservicenummer is not None and levering.onderwijsnummer is not None:
        yield signaal("P02")


def gegevens_zijn_volledig(levering: Identificatie, _: Feiten) -> Iterator[Signaal]:
    """Without a number the extended set is complete: name, birth date, gender and address (P09)."""
    if levering.burgerservicenummer is not None or levering.onderwijsnummer is not None:
        return
    for pad in levering.wat_ontbreekt():
        yield signaal("P09", *pad)


def adres_past_bij_nummer(levering: Identificatie, _: Feiten) -> Iterator[Signaal]:
    """A foreign address does not go with a BSN: there the BRP knows the address (P13)."""
    if levering.burgerservicenummer is not None and levering.adres is not None and not levering.adres.in_nederland:
        yield signaal("P13", "adres")


def identificatie_slaagt(levering: Identificatie, feiten: Feiten) -> Iterator[Signaal]:
    """The data lead to one person who is alive (P03, P04, P05, P06, P08, P10)."""
    besluit = levering.besluit(feiten)
    yield from besluit.signalen
    if besluit.wie is not None and besluit.wie.overlijdensdatum is not None:
        yield signaal("P05", datum=besluit.wie.overlijdensdatum)
