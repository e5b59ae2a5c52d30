"""A batch of deliveries, in order: each judged on what the ones before it left, each on its own (register.md 3.6)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from domain.aanroeper import Rol
from domain.codes import Verwerkingsstatus
from domain.controles.controle import controleer
from domain.controles.per_soort import LEERBEDRIJF
from domain.dossier import Dossier
from domain.dossiers import Dossiers
from domain.feit import FeitOntbreekt, aanwezig
from domain.feiten import Feiten
from domain.identificatie import GEEN_BESLUIT
from domain.leveringen.aanleveren_vooropleiding import AanleverenVooropleiding
from domain.leveringen.identificeren import Identificatie
from domain.leveringen.identificeren_persoon import IdentificerenPersoon
from domain.leveringen.levering import BesluitLevering, DossierLevering, PersoonLevering
from domain.leveringen.opnieuw_identificeren_persoon import OpnieuwIdentificerenPersoon
from domain.leveringen.verwerken_erkenningsmutatie import VerwerkenErkenningsmutatie
from domain.leveringen.verwerken_persoonsmutatie import VerwerkenPersoonsmutatie
from domain.signalen import geordend, status_van
from domain.uitgifte import Uitgifte
from domain.uitslagen import erkend, geregistreerd, herhaling, nagekeken, vervolg, voorlopig
from domain.verwerken import oordeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from domain.aanroeper import Aanroeper
    from domain.bronnen import Antwoorden
    from domain.identificatie import Besluit
    from domain.keuze import Keuze
    from domain.leerbedrijf import Leerbedrijf
    from domain.leveringen.levering import Levering
    from domain.ontvangst import Ontvangst
    from domain.persoon import Persoon
    from domain.referentie import Referentie
    from domain.uitslag import Eerder, Uitslag
    from domain.wachtend import Wachtend


VOOR_ONBEKENDEN: Final = (Identificatie, AanleverenVooropleiding, VerwerkenPersoonsmutatie)
"""Deliveries that may be about a person whom the register does not know yet."""
GEREGISTREERD: Final = {Verwerkingsstatus.GOEDGEKEURD, Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What the register holds for a batch: the persons it names, and what is stored under its kenmerken.

    nummers: every number that resolves to a person here, old ones too. nieuwe_ids: one for each person that may be new.
    leerbedrijven: those of which SBB delivers a recognition.
    """

    dossiers: Mapping[int, Dossier]
    nummers: Mapping[str, int]
    eerdere: Mapping[str, Eerder]
    nieuwe_ids: Sequence[int]
    referentie: Referentie
    vandaag: date
    leerbedrijven: Mapping[str, Leerbedrijf] = field(default_factory=dict)


def verwerk(
    ontvangsten: Iterable[Ontvangst], stand: Stand, aanroeper: Aanroeper, bronnen: Antwoorden, uitgifte: Uitgifte
) -> list[Uitslag]:
    """Judge deliveries in order and return what each leads to; stand itself is left as it is."""
    verwerking = _Verwerking(stand=stand, aanroeper=aanroeper, bronnen=bronnen, uitgifte=uitgifte)
    return [verwerking.uitslag(ontvangst) for ontvangst in ontvangsten]


def hervat(
    wachtend: Wachtend, stand: Stand, bronnen: Antwoorden, uitgifte: Uitgifte, keuze: Keuze | None = None
) -> Uitslag:
    """Judge a delivery that waits once more, as of the day it came in; HERHALING when nothing came of it yet.

    keuze: what IPO decided of it.
    """
    stand = replace(stand, vandaag=wachtend.ontvangen_op)
    eerder = stand.eerdere[str(wachtend.ontvangst.kenmerk)]
    verwerking = _Verwerking(
        stand=stand,
        aanroeper=wachtend.aanroeper,
        bronnen=bronnen,
        uitgifte=uitgifte,
        keuze=keuze,
        toen=wachtend.toen,
    )
    uitslag = verwerking.beoordeel(wachtend.ontvangst)
    if (uitslag.status, uitslag.signalen) == (eerder.status, eerder.signalen):
        return herhaling(wachtend.ontvangst, eerder)
    return vervolg(uitslag, eerder)


def controleer_na(wachtend: Wachtend, stand: Stand, bronnen: Antwoorden, _: Uitgifte) -> Uitslag:
    """Judge a registered placement on what SBB says, as of the day it came in (B11); HERHALING when SBB is silent.

    It stays registered, whatever SBB says: what would have rejected it stands on it as a signal.
    """
    stand = replace(stand, vandaag=wachtend.ontvangen_op)
    eerder = stand.eerdere[str(wachtend.ontvangst.kenmerk)]
    verwerking = _Verwerking(stand=stand, aanroeper=wachtend.aanroeper, bronnen=bronnen, uitgifte=Uitgifte())
    feiten = verwerking.feiten(wachtend.ontvangst.levering)
    overig = (gegeven for gegeven in eerder.signalen if gegeven.code != "B11")
    signalen = geordend((*overig, *controleer(LEERBEDRIJF, wachtend.ontvangst.levering, feiten)))
    if signalen == eerder.signalen:
        return herhaling(wachtend.ontvangst, eerder)
    return nagekeken(wachtend.ontvangst, feiten, signalen, eerder)


@dataclass(slots=True, kw_only=True)
class _Verwerking:
    """The state of one batch: what is registered so far, and what trials would have registered on top of it."""

    stand: Stand
    aanroeper: Aanroeper
    bronnen: Antwoorden
    uitgifte: Uitgifte
    keuze: Keuze | None = None
    toen: Persoon | None = None
    eerdere: dict[str, Eerder | Uitslag] = field(init=False)
    dossiers: Dossiers = field(init=False)
    beproefd: Dossiers = field(init=False)
    leerbedrijven: dict[str, Leerbedrijf] = field(init=False)
    nieuwe_ids: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        self.eerdere = dict(self.stand.eerdere)
        self.dossiers = Dossiers(dict(self.stand.dossiers), dict(self.stand.nummers))
        self.beproefd = Dossiers(dict(self.stand.dossiers), dict(self.stand.nummers))
        self.leerbedrijven = dict(self.stand.leerbedrijven)
        self.nieuwe_ids = iter(self.stand.nieuwe_ids)

    def uitslag(self, ontvangst: Ontvangst) -> Uitslag:
        """Return the stored outcome of a repeat, L02 for another message, else the judgement (register.md 3.3)."""
        kenmerk = ontvangst.kenmerk
        if kenmerk is None or ontvangst.proef:
            return self.beoordeel(ontvangst)
        if kenmerk in self.eerdere:
            return herhaling(ontvangst, self.eerdere[kenmerk])
        self.eerdere[kenmerk] = uitslag = self.beoordeel(ontvangst)
        return uitslag

    def beoordeel(self, ontvangst: Ontvangst) -> Uitslag:
        """Return the judgement, and let it count for what comes after."""
        levering = ontvangst.levering
        dossiers = self.beproefd if ontvangst.proef else self.dossiers
        feiten = self._feiten(levering, dossiers, Uitgifte() if ontvangst.proef else self.uitgifte)
        besluit = _besluit(levering, feiten)
        signalen = geordend((*ontvangst.signalen, *oordeel(levering, feiten)))
        status = status_van(signalen, in_behandeling=besluit.in_behandeling)
        uitslag = voorlopig(ontvangst, feiten, besluit, signalen, status)
        if status in GEREGISTREERD:
            uitslag = _geregistreerd(uitslag, feiten, besluit)
            self._vervang(uitslag, dossiers)
        return uitslag

    def feiten(self, levering: Levering) -> Feiten:
        """Return the facts to judge a delivery on."""
        return self._feiten(levering, self.dossiers, self.uitgifte)

    def _vervang(self, uitslag: Uitslag, dossiers: Dossiers) -> None:
        if uitslag.dossier is not None:
            dossiers.vervang(uitslag.dossier)
            self.beproefd.vervang(uitslag.dossier)
        if uitslag.leerbedrijf is not None:
            self.leerbedrijven[uitslag.leerbedrijf.leerbedrijf_id] = uitslag.leerbedrijf

    def _leerbedrijf(self, levering: Levering) -> Leerbedrijf | None:
        """Return the leerbedrijf that SBB delivers about, as the ones before left it."""
        if not isinstance(levering, VerwerkenErkenningsmutatie) or not aanwezig(levering.leerbedrijf_id):
            return None
        return self.leerbedrijven.get(levering.leerbedrijf_id)

    def _feiten(self, levering: Levering, dossiers: Dossiers, uitgifte: Uitgifte) -> Feiten:
        return Feiten(
            rol=self.aanroeper.rol,
            instelling_of_leeg=_namens(levering, self.aanroeper),
            gevonden=_gevonden(levering, dossiers),
            nieuw=Dossier(id=next(self.nieuwe_ids)) if isinstance(levering, VOOR_ONBEKENDEN) else None,
            leerbedrijf=self._leerbedrijf(levering),
            op_nummer=dossiers.op_nummer,
            op_naam=dossiers.op_naam,
            uitgifte=uitgifte,
            referentie=self.stand.referentie,
            bronnen=self.bronnen,
            vandaag=self.stand.vandaag,
            keuze=self.keuze,
            toen=self.toen,
        )


def _geregistreerd(uitslag: Uitslag, feiten: Feiten, besluit: Besluit) -> Uitslag:
    """Return the outcome with what the delivery changes."""
    match uitslag.ontvangst.levering:
        case DossierLevering() as levering:
            return geregistreerd(uitslag, levering, feiten, besluit)
        case VerwerkenErkenningsmutatie() as levering:
            return erkend(uitslag, levering, feiten.leerbedrijf)
        case levering:
            raise TypeError(f"{levering.soort} changes nothing")


def _namens(levering: Levering, aanroeper: Aanroeper) -> str | None:
    """Return the BRIN in whose name is delivered: its own, or the one IPO names."""
    if aanroeper.rol is Rol.MBO:
        return aanroeper.instelling
    beheer = levering.beheer
    return beheer.instelling if beheer is not None and aanwezig(beheer.instelling) else None


def _gevonden(levering: Levering, dossiers: Dossiers) -> Dossier | None:
    """Return the dossier that a delivery points at, by number or by the register's own id."""
    if isinstance(levering, IdentificerenPersoon):
        nummer = levering.nummer
        return dossiers.op_nummer(str(nummer[1])) if nummer and aanwezig(nummer[1]) else None
    if not isinstance(levering, PersoonLevering | OpnieuwIdentificerenPersoon | VerwerkenPersoonsmutatie):
        return None
    sleutel = levering.persoon
    if sleutel.nummer is not None:
        return dossiers.op_nummer(sleutel.nummer[1]) if aanwezig(sleutel.nummer[1]) else None
    return dossiers.per_id.get(sleutel.id) if sleutel.id is not None and aanwezig(sleutel.id) else None


def _besluit(levering: Levering, feiten: Feiten) -> Besluit:
    """Return the decision on the person; an empty one where there is none, or none to be made."""
    if not isinstance(levering, BesluitLevering):
        return GEEN_BESLUIT
    try:
        return levering.besluit(feiten)
    except FeitOntbreekt:
        return GEEN_BESLUIT
