"""What holds for every batch, whatever is in it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.codes import Verwerkingsstatus
from domain.inschrijving import InschrijvingSleutel
from domain.mutaties import Mutatie, verschil
from domain.signalen import afgekeurd, geordend
from domain.uitslag import Aard
from tests.domain.bouw import BEKEND, Invoer, Register, register
from tests.domain.strategieen import BATCHES, LEVERINGEN
from tests.domain.wereld import ONBEKENDE, SCHOOL, STUDENT, dossier, ingeschreven, mens

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.uitslag import Uitslag

VEEL = settings(max_examples=60, deadline=None)


def begin() -> Register:
    """The known student, and one with an onderwijsnummer."""
    return register(BEKEND, dossier(2, mens(onderwijsnummer=ONBEKENDE, geslachtsnaam="Jansen", voornamen="Eva")))


def inhoud(hier: Register) -> tuple[object, ...]:
    """What a register holds under each number and kenmerk; its own ids say nothing."""
    return {nummer: replace(hier.dossiers[id_], id=0) for nummer, id_ in hier.nummers.items()}, hier.eerdere


def wezen(uitslag: Uitslag) -> tuple[object, ...]:
    """An outcome without its receipt and ids."""
    return uitslag.aard, uitslag.status, uitslag.signalen, uitslag.mutaties, uitslag.berichten, uitslag.kandidaten


@VEEL
@given(BATCHES)
def test_een_batch_is_hetzelfde_als_een_voor_een(batch: list[Invoer]) -> None:
    samen, apart = begin(), begin()
    in_een_keer = samen.lever(*batch)
    een_voor_een = [apart.lever(levering)[0] for levering in batch]
    assert list(map(wezen, in_een_keer)) == list(map(wezen, een_voor_een))
    assert inhoud(samen) == inhoud(apart)


@VEEL
@given(BATCHES)
def test_verwerken_is_herhaalbaar_en_laat_zijn_invoer_met_rust(batch: list[Invoer]) -> None:
    hier = begin()
    stand, oud = hier.stand, deepcopy(hier.stand)
    assert list(map(wezen, hier.beoordeel(*batch))) == list(map(wezen, hier.beoordeel(*batch)))
    assert stand == oud
    assert hier == begin()


@VEEL
@given(BATCHES)
def test_status_en_gevolg_volgen_uit_de_signalen(batch: list[Invoer]) -> None:
    for uitslag in begin().lever(*batch):
        assert uitslag.signalen == geordend(uitslag.signalen)
        assert (uitslag.status is Verwerkingsstatus.AFGEKEURD) == afgekeurd(uitslag.signalen)
        if uitslag.status in {Verwerkingsstatus.AFGEKEURD, Verwerkingsstatus.IN_BEHANDELING}:
            assert (uitslag.mutaties, uitslag.berichten, uitslag.herbeoordeeld) == ((), (), False)


@VEEL
@given(BATCHES)
def test_een_versie_telt_de_echte_wijzigingen(batch: list[Invoer]) -> None:
    hier = begin()
    for levering in batch:
        voor = dict(hier.dossiers)
        (uitslag,) = hier.lever(levering)
        for mutatie in uitslag.mutaties:
            assert mutatie.velden
            stappen = [versie(deel) for deel in (mutatie.oud, mutatie.nieuw)]
            assert stappen[0] is None or stappen[1] is None or stappen[1] == stappen[0] + 1
        gewijzigd = {id_ for id_, nu in hier.dossiers.items() if nu != voor.get(id_)}
        assert bool(gewijzigd) == bool(uitslag.mutaties)


def versie(deel: object) -> int | None:
    return getattr(deel, "versie", None)


@VEEL
@given(BATCHES)
def test_alles_nog_eens_leveren_is_een_herhaling_die_niets_verandert(batch: list[Invoer]) -> None:
    eigen = [levering.met(kenmerk=f"eigen-{nummer}") for nummer, levering in enumerate(batch)]
    uitslagen = begin().lever(*eigen, *eigen)
    for eerste, herhaling in zip(uitslagen[: len(eigen)], uitslagen[len(eigen) :], strict=True):
        assert herhaling.aard is Aard.HERHALING
        assert (herhaling.status, herhaling.signalen, herhaling.mutaties) == (eerste.status, eerste.signalen, ())


@VEEL
@given(BATCHES, LEVERINGEN)
def test_een_proef_zegt_precies_wat_er_gebeurt(batch: list[Invoer], levering: Invoer) -> None:
    hier = begin()
    hier.lever(*batch)
    (proef,) = hier.beoordeel(levering.met(kenmerk="nieuw", proef=True))
    (echt,) = hier.beoordeel(levering.met(kenmerk="nieuw"))
    assert proef.aard is Aard.PROEF
    assert (proef.status, proef.signalen, proef.berichten) == (echt.status, echt.signalen, echt.berichten)
    assert [(m.soort, m.entiteit, m.sleutel) for m in proef.mutaties] == [
        (m.soort, m.entiteit, m.sleutel) for m in echt.mutaties
    ]


@VEEL
@given(BATCHES, BATCHES)
def test_een_verschil_is_leeg_als_er_geen_is_en_leidt_van_het_een_naar_het_ander(
    heen: list[Invoer], weer: list[Invoer]
) -> None:
    een, ander = (na(batch) for batch in (heen, weer))
    mutaties = verschil(een, ander)
    assert (mutaties == ()) == ((een.persoon, inhoud_van(een)) == (ander.persoon, inhoud_van(ander)))
    assert [Mutatie(m.nieuw, m.oud) for m in mutaties] == list(verschil(ander, een))
    assert toepassen(een, mutaties) == inhoud_van(ander)


def na(batch: list[Invoer]) -> Dossier:
    """The known student's dossier after a batch."""
    hier = begin()
    hier.lever(*batch)
    return hier.dossiers[1]


def inhoud_van(dossier: Dossier) -> dict[object, object]:
    """All objects in a dossier by key; keys of different kinds are never equal."""
    return {**dossier.inschrijvingen, **dossier.bpvs, **dossier.resultaten}


def toepassen(oud: Dossier, mutaties: tuple[Mutatie, ...]) -> dict[object, object]:
    """The objects in a dossier after these changes."""
    inhoud = inhoud_van(oud)
    for mutatie in mutaties:
        sleutel = getattr(mutatie.object, "sleutel", None)
        if mutatie.nieuw is None:
            del inhoud[sleutel]
        elif sleutel is not None:
            inhoud[sleutel] = mutatie.nieuw
    return inhoud


@given(st.permutations(["a", "b", "c"]))
def test_verschil_noemt_objecten_op_sleutel(volgorde: list[str]) -> None:
    sleutels = [InschrijvingSleutel(SCHOOL, volgnummer) for volgnummer in volgorde]
    leeg = dossier(1, mens(STUDENT))
    nieuw = replace(leeg, inschrijvingen={sleutel: ingeschreven(sleutel) for sleutel in sleutels})
    assert [mutatie.sleutel for mutatie in verschil(leeg, nieuw)] == ["27DV/a", "27DV/b", "27DV/c"]
