"""Builders of deliveries and of the register they are delivered to: valid unless a test says otherwise."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from domain.codes import LeveringSoort as Soort
from domain.ontvangst import Ontvangst
from domain.tijd import OnvolledigeDatum
from domain.uitgifte import Uitgifte
from domain.uitslag import Aard, Eerder
from domain.verwerking import Stand, verwerk
from tests.domain.wereld import (
    AMVB,
    BEDRIJF,
    KOK,
    MENSEN,
    ONBEKENDE,
    REFERENTIE,
    REKENEN_2F,
    SCHOOL,
    STUDENT,
    TAAL_2F,
    VANDAAG,
    VRIJ,
    Buitenwereld,
    dossier,
    ingeschreven,
    mens,
    stage,
    uitgeschreven,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from domain.bronnen import Antwoorden
    from domain.dossier import Dossier
    from domain.referentie import Referentie
    from domain.resultaat import Diploma, LosResultaat
    from domain.uitslag import Uitslag

Json = dict[str, Any]
WIS: Final = object()
"""Stands for a null in the input, for None leaves a field out."""
_volgende: Final = count(1)


@dataclass(frozen=True)
class Invoer:
    """The input of a delivery, as a school would send it (camelCase); None leaves a field out."""

    soort: Soort
    velden: Json

    def met(self, **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
        return replace(self, velden=self.velden | anders)

    @property
    def ingevuld(self) -> Json:
        """The input as it is sent."""
        gegeven = {naam: waarde for naam, waarde in self.velden.items() if waarde is not None}
        return {naam: None if waarde is WIS else waarde for naam, waarde in gegeven.items()}

    @property
    def ontvangst(self) -> Ontvangst:
        velden = self.ingevuld
        bericht = json.dumps(velden, sort_keys=True, ensure_ascii=False)
        return Ontvangst.van(self.soort, velden, bericht, sha256(bericht.encode()).hexdigest())


def _bouwer(soort: Soort, /, **gewoon: Any) -> Callable[..., Invoer]:  # noqa: ANN401 - JSON
    def bouw(**anders: Any) -> Invoer:  # noqa: ANN401 - JSON
        return Invoer(soort, {"kenmerk": f"k{next(_volgende)}"} | gewoon | anders)

    return bouw


def periode(datum_begin: str = "2025-08-01", **anders: Any) -> Json:  # noqa: ANN401 - JSON
    """A period of an enrolment: kok, BOL, claimed."""
    return {
        "datumBegin": datum_begin,
        "opleidingcode": KOK,
        "leertraject": "BOL",
        "indicatieBekostigbaar": True,
        "onderwijsaanbieder": "100A100",
        "onderwijslocatie": "100X100",
    } | anders


def vanaf(begin: str, **anders: Any) -> Json:  # noqa: ANN401 - JSON
    """The fields of an enrolment with one period that begins with it."""
    return {"datumInschrijving": begin, "perioden": [periode(begin, **anders)]}


def steun(begin: str, einde: str | None = None) -> Json:
    """A period of extra support."""
    return {"datumBegin": begin} | ({"datumEinde": einde} if einde else {})


def geo(volgnummer: str, code: str = TAAL_2F, eindcijfer: int | None = 6, **anders: Any) -> Json:  # noqa: ANN401
    """A generic exam part."""
    velden = {"resultaatvolgnummer": volgnummer, "code": code} | anders
    return velden if eindcijfer is None else velden | {"eindcijfer": eindcijfer}


def kzd(volgnummer: str, code: str = "K0001", **anders: Any) -> Json:  # noqa: ANN401 - JSON
    """A keuzedeel that was gained."""
    return {"resultaatvolgnummer": volgnummer, "keuzedeelcode": code, "behaald": True} | anders


def amo(volgnummer: str, code: str = AMVB, **anders: Any) -> Json:  # noqa: ANN401 - JSON
    """An AMvB-onderdeel."""
    return {"resultaatvolgnummer": volgnummer, "code": code} | anders


_PERSOON: Final = {"burgerservicenummer": STUDENT}
_EERSTE: Final[Json] = {"persoon": _PERSOON, "inschrijvingvolgnummer": "1"}
_INSCHRIJVING: Final[Json] = {
    "persoon": _PERSOON,
    "datumInschrijving": "2025-08-01",
    "datumUitschrijvingGepland": "2027-07-31",
    "perioden": [periode()],
}
_BPV: Final[Json] = _EERSTE | {
    "afsluitdatum": "2025-08-25",
    "datumBegin": "2025-09-01",
    "datumEindeGepland": "2026-06-30",
    "omvang": 400,
    "leerbedrijfId": BEDRIJF,
    "opleidingcode": KOK,
}
_LOS: Final[Json] = _EERSTE | {"datumResultaat": "2025-12-01"}
_DIPLOMA: Final[Json] = _EERSTE | {
    "opleidingcode": KOK,
    "datumResultaat": "2026-01-31",
    "indicatieBekostigbaar": True,
    "onderwijsaanbieder": "100A100",
}
_MENS: Final[Json] = {"geboortedatum": "2005-06-15", "geslacht": "V"}
ADRES: Final[Json] = {"straatnaam": "Dorpsstraat", "huisnummer": 1, "postcode": "1234AB", "woonplaats": "Utrecht"}

aanleveren = _bouwer(Soort.AANLEVEREN_INSCHRIJVING, **_INSCHRIJVING, inschrijvingvolgnummer="2")
wijzigen = _bouwer(Soort.WIJZIGEN_INSCHRIJVING, **_INSCHRIJVING, inschrijvingvolgnummer="1")
uitschrijven = _bouwer(
    Soort.AANLEVEREN_UITSCHRIJVING, **_EERSTE, datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01"
)
verwijderen = _bouwer(Soort.VERWIJDEREN_INSCHRIJVING, **_EERSTE)
ondersteunen = _bouwer(Soort.AANLEVEREN_EXTRA_ONDERSTEUNING, **_EERSTE, perioden=[steun("2026-01-01", "2026-03-31")])
ondersteuning_weg = _bouwer(Soort.VERWIJDEREN_EXTRA_ONDERSTEUNING, **_EERSTE, datumBegin="2025-10-01")
aanleveren_bpv = _bouwer(Soort.AANLEVEREN_BPV, **_BPV, bpvvolgnummer="2")
wijzigen_bpv = _bouwer(Soort.WIJZIGEN_BPV, **_BPV, bpvvolgnummer="1")
verwijderen_bpv = _bouwer(Soort.VERWIJDEREN_BPV, **_EERSTE, bpvvolgnummer="1")
aanleveren_diploma = _bouwer(
    Soort.AANLEVEREN_DIPLOMA,
    **_DIPLOMA,
    resultaatvolgnummer="2",
    generiekeExamenonderdelen=[geo("21"), geo("22", REKENEN_2F)],
    keuzedelen=[kzd("23")],
)
wijzigen_diploma = _bouwer(
    Soort.WIJZIGEN_DIPLOMA,
    **_DIPLOMA,
    resultaatvolgnummer="1",
    generiekeExamenonderdelen=[
        geo("11", eindcijfer=7, cijferInstellingsexamen="7.4", cijferCentraalExamen="6.2"),
        geo("12", REKENEN_2F),
    ],
    keuzedelen=[kzd("13")],
)
verwijderen_diploma = _bouwer(Soort.VERWIJDEREN_DIPLOMA, persoon=_PERSOON, resultaatvolgnummer="1")
aanleveren_resultaat = _bouwer(Soort.AANLEVEREN_RESULTAAT, **_LOS, resultaat={"keuzedeel": kzd("5", certificaat=True)})
wijzigen_resultaat = _bouwer(Soort.WIJZIGEN_RESULTAAT, **_LOS, resultaat={"keuzedeel": kzd("4", certificaat=True)})
verwijderen_resultaat = _bouwer(Soort.VERWIJDEREN_RESULTAAT, persoon=_PERSOON, resultaatvolgnummer="4")
vooropleiding = _bouwer(
    Soort.AANLEVEREN_VOOROPLEIDING,
    persoon=_PERSOON,
    soort="06",
    instelling="00AA",
    datumResultaat="2025-06-14",
    behaald=True,
    vakken=[{"vakcode": "WI", "eindcijfer": 6}, {"vakcode": "NE"}],
)
persoonsmutatie = _bouwer(Soort.VERWERKEN_PERSOONSMUTATIE, burgerservicenummer=STUDENT, ingangsdatum="2026-03-09")
erkenningsmutatie = _bouwer(
    Soort.VERWERKEN_ERKENNINGSMUTATIE,
    leerbedrijfId=BEDRIJF,
    opleidingcode=KOK,
    status="INGETROKKEN",
    datumBegin="2026-03-01",
)
identificeren = _bouwer(Soort.IDENTIFICEREN_PERSOON, **_MENS, burgerservicenummer=STUDENT)
zoeken = _bouwer(Soort.IDENTIFICEREN_PERSOON, **_MENS, geslachtsnaam="Jansen", voornamen="Eva", adres=ADRES)
opnieuw = _bouwer(Soort.OPNIEUW_IDENTIFICEREN_PERSOON, onderwijsnummer=ONBEKENDE)


def school(brin: str = SCHOOL) -> Aanroeper:
    """The student administration of a school."""
    return Aanroeper(rol=Rol.MBO, instelling=brin)


IPO: Final = Aanroeper(rol=Rol.IPO)
VO: Final = Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.VO)
BRP: Final = Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.BRP)
SBB: Final = Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.SBB)
BRONREGISTER: Final = {
    Soort.AANLEVEREN_VOOROPLEIDING: VO,
    Soort.VERWERKEN_PERSOONSMUTATIE: BRP,
    Soort.VERWERKEN_ERKENNINGSMUTATIE: SBB,
}
"""Which source register delivers a kind; of all others institutions and IPO do."""
BEHEER: Final[Json] = {"instelling": SCHOOL, "reden": "herstel op verzoek"}
BEKEND: Final = dossier(1, MENSEN[0], ingeschreven(), stage())


@dataclass(kw_only=True)
class Register:
    """A register in memory: it keeps what deliveries lead to, as storage would."""

    dossiers: dict[int, Dossier]
    nummers: dict[str, int]
    eerdere: dict[str, Eerder] = field(default_factory=dict, compare=False)
    aanroeper: Aanroeper
    buiten: Antwoorden
    referentie: Referentie = REFERENTIE
    vandaag: date = VANDAAG

    @property
    def stand(self) -> Stand:
        eerste_id = max(self.dossiers, default=0) + 1
        return Stand(
            dossiers=dict(self.dossiers),
            nummers=dict(self.nummers),
            eerdere=dict(self.eerdere),
            nieuwe_ids=range(eerste_id, eerste_id + 500),
            referentie=self.referentie,
            vandaag=self.vandaag,
        )

    def beoordeel(self, *leveringen: Invoer) -> list[Uitslag]:
        """Judge a batch and keep nothing."""
        ontvangsten = [levering.ontvangst for levering in leveringen]
        uitgifte = Uitgifte(nummer for nummer in VRIJ if nummer not in self.nummers)
        return verwerk(ontvangsten, self.stand, self.aanroeper, self.buiten, uitgifte)

    def lever(self, *leveringen: Invoer) -> list[Uitslag]:
        """Judge a batch, keep what is accepted and remember every kenmerk."""
        uitslagen = self.beoordeel(*leveringen)
        for uitslag in uitslagen:
            if uitslag.aard in {Aard.NIEUW, Aard.ZONDER_KENMERK} and uitslag.dossier is not None:
                self._bewaar(uitslag.dossier)
            if uitslag.aard is Aard.NIEUW:
                self.eerdere[uitslag.ontvangst.geleverd_kenmerk] = self._eerder(uitslag)
        return uitslagen

    def _bewaar(self, dossier: Dossier) -> None:
        self.dossiers[dossier.id] = dossier
        if dossier.persoon is not None:
            self.nummers[dossier.persoon.nummer[1]] = dossier.id
        elif dossier.wacht_op is not None:
            self.nummers[dossier.wacht_op] = dossier.id

    def _eerder(self, uitslag: Uitslag) -> Eerder:
        return Eerder(
            levering_id=len(self.eerdere) + 1,
            soort=uitslag.ontvangst.levering.soort,
            hash=uitslag.ontvangst.hash,
            status=uitslag.status,
            signalen=uitslag.signalen,
            mutaties=tuple(mutatie.regel for mutatie in uitslag.mutaties),
        )


def register(
    *dossiers: Dossier,
    aanroeper: Aanroeper | None = None,
    buiten: Antwoorden | None = None,
    oude_nummers: Iterable[tuple[str, int]] = (),
) -> Register:
    """A register with these dossiers; without any, the one student with an enrolment and a BPV."""
    gevuld = dossiers or (BEKEND,)
    nummers = {gekend.persoon.nummer[1]: gekend.id for gekend in gevuld if gekend.persoon}
    return Register(
        dossiers={gekend.id: gekend for gekend in gevuld},
        nummers=nummers | dict(oude_nummers),
        aanroeper=aanroeper or school(),
        buiten=buiten or Buitenwereld(),
    )


def geboren(jaar: int, maand: int = 0, dag: int = 0) -> Register:
    """A register with the student, not enrolled yet, born on this (partly unknown) day."""
    return register(dossier(1, mens(STUDENT, geboortedatum=OnvolledigeDatum(jaar, maand, dag))))


def geslaagd(*resultaten: Diploma | LosResultaat, **anders: object) -> Register:
    """A register with the student, enrolled like this and out on the last day of January 2026, with these results."""
    return register(dossier(1, MENSEN[0], uitgeschreven(**anders), *resultaten))
