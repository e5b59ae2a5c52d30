"""How outcomes are made: of a repeat, of a delivery while nothing is registered, and of what it registers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from domain.aanroeper import Rol
from domain.bericht import Bericht, nummer_van
from domain.codes import BerichtSoort, Verwerkingsstatus
from domain.feit import FeitOntbreekt
from domain.identificatie import GEEN_BESLUIT
from domain.leveringen.inhoud import BpvInhoud
from domain.leveringen.levering import InschrijvingLevering
from domain.leveringen.resultaatinhoud import ResultaatLevering
from domain.leveringen.verwijderen_bpv import VerwijderenBpv
from domain.mutaties import Mutatie, verschil
from domain.persoon import behoud_van_later
from domain.signalen import signaal
from domain.uitslag import Aard, Eerder, Uitslag

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten
    from domain.identificatie import Besluit
    from domain.leerbedrijf import Leerbedrijf
    from domain.leveringen.levering import DossierLevering, Levering
    from domain.leveringen.verwerken_erkenningsmutatie import VerwerkenErkenningsmutatie
    from domain.ontvangst import Ontvangst
    from domain.persoon import Persoon
    from domain.signalen import Signaal

_VOLGNUMMERS: Final = ("inschrijvingvolgnummer", "bpvvolgnummer")


def herhaling(ontvangst: Ontvangst, eerder: Eerder | Uitslag) -> Uitslag:
    """Return the outcome that is stored for a repeat; L02 when the kenmerk was used for another message."""
    hash_, soort = (
        (eerder.hash, eerder.soort)
        if isinstance(eerder, Eerder)
        else (eerder.ontvangst.hash, eerder.ontvangst.levering.soort)
    )
    if (ontvangst.hash, ontvangst.levering.soort) == (hash_, soort):
        return Uitslag(
            ontvangst=ontvangst, aard=Aard.HERHALING, status=eerder.status, signalen=eerder.signalen, eerder=eerder
        )
    signalen = (signaal("L02", kenmerk=ontvangst.kenmerk),)
    return Uitslag(
        ontvangst=ontvangst,
        aard=Aard.ANDER_BERICHT,
        status=Verwerkingsstatus.AFGEKEURD,
        signalen=signalen,
        eerder=eerder,
    )


def voorlopig(
    ontvangst: Ontvangst, feiten: Feiten, besluit: Besluit, signalen: tuple[Signaal, ...], status: Verwerkingsstatus
) -> Uitslag:
    """Return the outcome while nothing is registered; the object it is about stays in view, rejected or not."""
    return Uitslag(
        ontvangst=ontvangst,
        aard=_aard(ontvangst),
        status=status,
        signalen=signalen,
        instelling=feiten.instelling_of_leeg,
        dossier=_eigen_dossier(feiten),
        kandidaten=besluit.kandidaten if status is Verwerkingsstatus.IN_BEHANDELING else (),
        berichten=_over_beheer(ontvangst, feiten, status),
        **_waarover(ontvangst.levering, feiten),
    )


def geregistreerd(uitslag: Uitslag, levering: DossierLevering, feiten: Feiten, besluit: Besluit) -> Uitslag:
    """Return the outcome with what the delivery does to the dossier."""
    voor = besluit.dossier or feiten.dossier
    na = _behoudend(feiten.toen, voor, levering.pas_toe(feiten))
    mutaties = verschil(voor, na)
    return replace(
        uitslag,
        dossier=na,
        mutaties=mutaties,
        regels=tuple(mutatie.regel for mutatie in mutaties),
        herbeoordeeld=not levering.staat_er_al(feiten),
        berichten=(*levering.berichten(voor, na, feiten), *uitslag.berichten),
    )


def _behoudend(toen: Persoon | None, voor: Dossier, na: Dossier) -> Dossier:
    """Return the dossier with what others changed of the person while the delivery waited; toen None: nothing."""
    if toen is None or voor.persoon is None or na.persoon is None:
        return na
    return na.met_persoon(behoud_van_later(toen, voor.persoon, na.persoon))


def erkend(uitslag: Uitslag, levering: VerwerkenErkenningsmutatie, voor: Leerbedrijf | None) -> Uitslag:
    """Return the outcome with what SBB changes of a leerbedrijf."""
    na = levering.over(voor)
    mutaties = () if na == voor else (Mutatie(voor, na),)
    return replace(uitslag, leerbedrijf=na, mutaties=mutaties, regels=tuple(mutatie.regel for mutatie in mutaties))


def vervolg(uitslag: Uitslag, eerder: Eerder) -> Uitslag:
    """Return the outcome of a delivery that waited, in the place of what it was told; the end of the wait is told once.

    What IPO does in the name of an institution was told when it came in.
    """
    berichten = tuple(bericht for bericht in uitslag.berichten if bericht.soort is not BerichtSoort.BEHEER)
    return replace(uitslag, aard=Aard.VERVOLG, eerder=eerder, berichten=(*berichten, *_afgerond(uitslag)))


def _afgerond(uitslag: Uitslag) -> tuple[Bericht, ...]:
    """Return the message to the institution that its identification is done, whatever came of it (register.md 4.3)."""
    if uitslag.status is Verwerkingsstatus.IN_BEHANDELING or uitslag.instelling is None:
        return ()
    inhoud = {
        "kenmerk": uitslag.ontvangst.kenmerk,
        "soort": uitslag.ontvangst.levering.soort,
        "status": uitslag.status,
        "signalen": [signaal.code for signaal in uitslag.signalen],
        "persoon": nummer_van(uitslag.dossier.persoon) if uitslag.dossier and uitslag.dossier.persoon else None,
    }
    return (Bericht(soort=BerichtSoort.IDENTIFICATIE_AFGEROND, instelling=uitslag.instelling, inhoud=inhoud),)


def nagekeken(ontvangst: Ontvangst, feiten: Feiten, signalen: tuple[Signaal, ...], eerder: Eerder) -> Uitslag:
    """Return the outcome of a registered placement now that SBB was asked: other signals, and a message of it."""
    status = Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL if signalen else Verwerkingsstatus.GOEDGEKEURD
    uitslag = voorlopig(ontvangst, feiten, GEEN_BESLUIT, signalen, status)
    voor, na = ({gegeven.code for gegeven in alle} for alle in (eerder.signalen, signalen))
    inhoud = {
        "kenmerk": ontvangst.kenmerk,
        "soort": ontvangst.levering.soort,
        **{naam: getattr(ontvangst.levering, naam) for naam in _VOLGNUMMERS},
        "vervallen": sorted(voor - na),
        "signalen": sorted(na - voor),
    }
    bericht = Bericht(soort=BerichtSoort.KWALITEITSSIGNAAL, instelling=feiten.instelling, inhoud=inhoud)
    return replace(
        uitslag,
        aard=Aard.VERVOLG,
        eerder=eerder,
        regels=eerder.mutaties,
        herbeoordeeld=True,
        berichten=(bericht,),
    )


def _waarover(levering: Levering, feiten: Feiten) -> dict[str, Any]:
    """Return the keys of the objects it is about, by the names of an Uitslag, as far as they can be read."""
    try:
        if isinstance(levering, ResultaatLevering):
            return {"resultaat": feiten.resultaatsleutel(levering)}
        if not isinstance(levering, InschrijvingLevering):
            return {}
        sleutels: dict[str, Any] = {"inschrijving": feiten.inschrijvingsleutel(levering)}
        if isinstance(levering, BpvInhoud | VerwijderenBpv):
            sleutels["bpv"] = feiten.bpvsleutel(levering, levering.bpvvolgnummer)
    except FeitOntbreekt:
        return {}
    return sleutels


def _aard(ontvangst: Ontvangst) -> Aard:
    if ontvangst.proef:
        return Aard.PROEF
    return Aard.NIEUW if ontvangst.kenmerk is not None else Aard.ZONDER_KENMERK


def _eigen_dossier(feiten: Feiten) -> Dossier | None:
    """Return the dossier of a person the sender may deliver about: a rejection shows no one else's."""
    try:
        return feiten.dossier if feiten.dossier.persoon is not None else None
    except FeitOntbreekt:
        return None


def _over_beheer(ontvangst: Ontvangst, feiten: Feiten, status: Verwerkingsstatus) -> tuple[Bericht, ...]:
    """Return the message to the institution in whose name IPO delivered (register.md 3)."""
    if feiten.rol is not Rol.IPO or feiten.instelling_of_leeg is None or status is Verwerkingsstatus.AFGEKEURD:
        return ()
    beheer = ontvangst.levering.beheer
    inhoud = {
        "soort": ontvangst.levering.soort,
        "kenmerk": ontvangst.kenmerk,
        "reden": beheer.reden if beheer else None,
    }
    return (Bericht(soort=BerichtSoort.BEHEER, instelling=feiten.instelling_of_leeg, inhoud=inhoud),)
