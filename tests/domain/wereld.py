"""The small world in which deliveries are tested: its days, its schools, its trainings, its people and companies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from domain.antwoord import Bronantwoord, Erkenningsantwoord
from domain.bpv import Bpv, BpvSleutel
from domain.codes import (
    ErkenningStatus,
    Examensoort,
    Examenvak,
    Geslacht,
    Leertraject,
    Niveau,
    Opleidingsoort,
)
from domain.dossier import Dossier
from domain.inschrijving import ExtraOndersteuning, Inschrijving, InschrijvingSleutel, Inschrijvingsperiode
from domain.leerbedrijf import Erkenning, Leerbedrijf
from domain.nummers import onderwijsnummer_van
from domain.persoon import Adres, Persoon
from domain.referentie import (
    Examenonderdeel,
    Instelling,
    Keuzedeel,
    Licentie,
    Opleiding,
    OpleidingKeuzedeel,
    Referentie,
)
from domain.resultaat import Diploma, GeneriekExamenonderdeel, KeuzedeelResultaat, LosResultaat, ResultaatSleutel
from domain.tijd import OnvolledigeDatum
from domain.zoeken import past

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from domain.antwoord import Erkenningsvraag, Zoekvraag
    from domain.resultaat import Onderdeel

VANDAAG: Final = date(2026, 3, 10)

SCHOOL, ANDERE, PARTICULIER, OPGEHEVEN, TOEKOMST = "27DV", "25LX", "30ZZ", "01AA", "31AB"

STUDENT, VREEMDE, BUURMAN, OVERLEDENE, NIEUWKOMER, NIET_BESTAAND = (
    "999900006",
    "999900018",
    "999900031",
    "999900043",
    "999900055",
    "999900067",
)
ONBEKENDE, WISSELAAR = "100000004", "100000016"
VRIJ: Final = tuple(nummer for volgnummer in range(4, 24) if (nummer := onderwijsnummer_van(volgnummer)))

KOK, GASTHEER, KOKSSPECIALIST = "25180", "25181", "25182"
HORECA_DOSSIER, HORECA_DOMEIN = "23083", "79110"
KAPPER, KAPPERSDOSSIER = "25642", "23241"
UITLOPEND, ZONDER_LICENTIE, LATER_GELICENTIEERD, ALLEEN_BOL = "25190", "25191", "25192", "25193"

TAAL_2F, TAAL_3F, REKENEN_2F, REKENEN_3F, REKENEN_ZONDER_NIVEAU = "3001", "3005", "3002", "3006", "3028"
ENGELS, BURGERSCHAP, AMVB = "3013", "3099", "C0004"

BEDRIJF, INGETROKKEN, ALLEEN_KAPPER, ONBEKEND_BEDRIJF = "100000001", "100000002", "100000003", "100000009"


def _rijen(*rijen: Opleiding) -> Mapping[str, Sequence[Opleiding]]:
    return {rij.opleidingcode: [rij] for rij in rijen}


def _kwalificatie(code: str, niveau: Niveau, dossier: str = HORECA_DOSSIER, **anders: object) -> Opleiding:
    velden: dict[str, object] = {
        "naam": f"Kwalificatie {code}",
        "soort": Opleidingsoort.KWALIFICATIE,
        "dossiercode": dossier,
        "domeincode": HORECA_DOMEIN if dossier == HORECA_DOSSIER else None,
        "leerwegen": (Leertraject.BOL, Leertraject.BBL),
        "geldig_van": date(2015, 8, 1),
    }
    return Opleiding(opleidingcode=code, niveau=niveau, **(velden | anders))  # type: ignore[arg-type]


def _groep(code: str, soort: Opleidingsoort, domein: str | None = None) -> Opleiding:
    return Opleiding(
        opleidingcode=code, naam=f"{soort} {code}", soort=soort, domeincode=domein, geldig_van=date(2015, 8, 1)
    )


OPLEIDINGEN: Final = _rijen(
    _kwalificatie(KOK, Niveau.MBO_2),
    _kwalificatie(GASTHEER, Niveau.MBO_3),
    _kwalificatie(KOKSSPECIALIST, Niveau.MBO_4),
    _kwalificatie(KAPPER, Niveau.MBO_3, KAPPERSDOSSIER),
    _kwalificatie(ALLEEN_BOL, Niveau.MBO_4, leerwegen=(Leertraject.BOL,)),
    _kwalificatie(ZONDER_LICENTIE, Niveau.MBO_4),
    _kwalificatie(LATER_GELICENTIEERD, Niveau.MBO_4),
    _kwalificatie(UITLOPEND, Niveau.MBO_4, laatste_instroom=date(2024, 7, 31), geldig_tot=date(2027, 7, 31)),
    _groep(HORECA_DOSSIER, Opleidingsoort.DOSSIER, HORECA_DOMEIN),
    _groep(KAPPERSDOSSIER, Opleidingsoort.DOSSIER),
    _groep(HORECA_DOMEIN, Opleidingsoort.DOMEIN),
)


def _instelling(
    brin: str, *, bekostigd: bool = True, van: date = date(1996, 8, 1), tot: date | None = None
) -> Instelling:
    return Instelling(brin=brin, naam=f"School {brin}", bekostigd=bekostigd, geldig_van=van, geldig_tot=tot)


def _examenonderdeel(code: str, vak: Examenvak | None, niveau: str | None = None) -> Examenonderdeel:
    soort = Examensoort.AMO if vak is None else Examensoort.GEO
    return Examenonderdeel(code=code, soort=soort, omschrijving=f"Onderdeel {code}", vak=vak, niveau=niveau)


EXAMENONDERDELEN: Final = (
    _examenonderdeel(TAAL_2F, Examenvak.NEDERLANDS, "2F"),
    _examenonderdeel(TAAL_3F, Examenvak.NEDERLANDS, "3F"),
    _examenonderdeel(REKENEN_2F, Examenvak.REKENEN, "2F"),
    _examenonderdeel(REKENEN_3F, Examenvak.REKENEN, "3F"),
    _examenonderdeel(REKENEN_ZONDER_NIVEAU, Examenvak.REKENEN),
    _examenonderdeel(ENGELS, Examenvak.ENGELS),
    _examenonderdeel(BURGERSCHAP, Examenvak.LOOPBAAN_BURGERSCHAP),
    _examenonderdeel(AMVB, None),
)


def _referentie() -> Referentie:
    eigen = [code for code in OPLEIDINGEN if code not in {ZONDER_LICENTIE, LATER_GELICENTIEERD}]
    instellingen = (
        _instelling(SCHOOL),
        _instelling(ANDERE),
        _instelling(PARTICULIER, bekostigd=False),
        _instelling(OPGEHEVEN, tot=date(2026, 3, 9)),
        _instelling(TOEKOMST, van=date(2026, 3, 10)),
    )
    licenties = [Licentie(brin=SCHOOL, opleidingcode=code) for code in eigen]
    licenties += [Licentie(brin=SCHOOL, opleidingcode=LATER_GELICENTIEERD, geldig_van=date(2025, 9, 1))]
    licenties += [Licentie(brin=brin, opleidingcode="*") for brin in (ANDERE, PARTICULIER, OPGEHEVEN, TOEKOMST)]
    return Referentie(
        instellingen={instelling.brin: [instelling] for instelling in instellingen},
        opleidingen=OPLEIDINGEN,
        keuzedelen={
            "K0001": [Keuzedeel(code="K0001", naam="Duurzaam koken", geldig_van=date(2016, 8, 1))],
            "K0002": [Keuzedeel(code="K0002", naam="Kapsels", geldig_tot=date(2025, 9, 1))],
        },
        opleiding_keuzedelen={KOK: [OpleidingKeuzedeel(opleidingcode=KOK, keuzedeelcode="K0001")]},
        licenties={(licentie.brin, licentie.opleidingcode): [licentie] for licentie in licenties},
        examenonderdelen={onderdeel.code: onderdeel for onderdeel in EXAMENONDERDELEN},
        codelijsten={
            "redenUitschrijving": frozenset(f"{nummer:02}" for nummer in range(1, 10)),
            "hoogsteVooropleiding": frozenset(f"{nummer:02}" for nummer in range(1, 17)),
        },
    )


REFERENTIE: Final = _referentie()

ADRES: Final = Adres(straatnaam="Dorpsstraat", huisnummer=1, postcode="1234AB", woonplaats="Utrecht")


def mens(burgerservicenummer: str | None = None, **anders: object) -> Persoon:
    """A person as the BRP knows one; with an onderwijsnummer one that it does not know."""
    velden: dict[str, object] = {
        "burgerservicenummer": burgerservicenummer,
        "voornamen": "Anna",
        "geslachtsnaam": "Bakker",
        "geboortedatum": OnvolledigeDatum(2005, 6, 15),
        "geslacht": Geslacht.V,
        "adres": ADRES,
        "geverifieerd": burgerservicenummer is not None,
    }
    return Persoon(**(velden | anders))  # type: ignore[arg-type]


def leerbedrijf(id_: str, *erkenningen: Erkenning) -> Leerbedrijf:
    """A company with its recognitions."""
    return Leerbedrijf(leerbedrijf_id=id_, naam=f"Bedrijf {id_}", erkenningen=erkenningen)


def _erkend(code: str = "*") -> Erkenning:
    return Erkenning(opleidingcode=code, status=ErkenningStatus.ERKEND, datum_begin=date(2020, 1, 1))


MENSEN: Final = (
    mens(STUDENT),
    mens(VREEMDE, voornamen="Bram", geslachtsnaam="Visser", geslacht=Geslacht.M),
    mens(BUURMAN, voornamen="Cem", geslachtsnaam="Yıldız", geslacht=Geslacht.M),
    mens(OVERLEDENE, geslachtsnaam="Prins", overlijdensdatum=OnvolledigeDatum(2025, 12, 24)),
    mens(NIEUWKOMER, voornamen="Dina", geslachtsnaam="de Wit"),
)
BEDRIJVEN: Final = (
    leerbedrijf(BEDRIJF, _erkend()),
    leerbedrijf(ALLEEN_KAPPER, _erkend(KAPPER)),
    leerbedrijf(
        INGETROKKEN,
        _erkend(),
        Erkenning(opleidingcode="*", status=ErkenningStatus.INGETROKKEN, datum_begin=date(2025, 10, 1)),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Buitenwereld:
    """BRP and SBB as they answer here: these people, these companies, or nothing while they are out of reach."""

    mensen: Iterable[Persoon] = MENSEN
    bedrijven: Iterable[Leerbedrijf] = BEDRIJVEN
    brp_weg: bool = False
    sbb_weg: bool = False
    gevraagd: list[object] = field(default_factory=list, compare=False)

    def persoon(self, burgerservicenummer: str) -> Persoon | Bronantwoord:
        self.gevraagd.append(burgerservicenummer)
        if self.brp_weg:
            return Bronantwoord.ONBEREIKBAAR
        gevonden = (mens for mens in self.mensen if mens.burgerservicenummer == burgerservicenummer)
        return next(gevonden, Bronantwoord.ONBEKEND)

    def personen(self, vraag: Zoekvraag) -> Sequence[Persoon] | Bronantwoord:
        self.gevraagd.append(vraag)
        return Bronantwoord.ONBEREIKBAAR if self.brp_weg else [mens for mens in self.mensen if past(vraag, mens)]

    def erkenning(self, vraag: Erkenningsvraag) -> Erkenningsantwoord | Bronantwoord:
        self.gevraagd.append(vraag)
        if self.sbb_weg:
            return Bronantwoord.ONBEREIKBAAR
        gevonden = next((bedrijf for bedrijf in self.bedrijven if bedrijf.leerbedrijf_id == vraag.leerbedrijf_id), None)
        return Erkenningsantwoord(leerbedrijf=gevonden, status=ErkenningStatus.ONBEKEND)


EIGEN: Final = InschrijvingSleutel(SCHOOL, "1")


def geldend(begin: date = date(2025, 8, 1), **anders: object) -> Inschrijvingsperiode:
    """A period as registered: kok, BOL, claimed."""
    velden: dict[str, object] = {
        "opleidingcode": KOK,
        "leertraject": Leertraject.BOL,
        "indicatie_bekostigbaar": True,
        "onderwijsaanbieder": "100A100",
        "onderwijslocatie": "100X100",
    }
    return Inschrijvingsperiode(datum_begin=begin, **(velden | anders))  # type: ignore[arg-type]


def ingeschreven(sleutel: InschrijvingSleutel = EIGEN, **anders: object) -> Inschrijving:
    """An enrolment as registered, from 1 August 2025, running."""
    velden: dict[str, object] = {
        "datum_inschrijving": date(2025, 8, 1),
        "datum_uitschrijving_gepland": date(2027, 7, 31),
        "perioden": (geldend(),),
        "versie": 1,
    }
    return Inschrijving(sleutel=sleutel, **(velden | anders))  # type: ignore[arg-type]


def stage(sleutel: InschrijvingSleutel = EIGEN, volgnummer: str = "1", **anders: object) -> Bpv:
    """A BPV as registered, from 1 September 2025, running."""
    velden: dict[str, object] = {
        "afsluitdatum": date(2025, 8, 25),
        "datum_begin": date(2025, 9, 1),
        "datum_einde_gepland": date(2026, 6, 30),
        "omvang": 400,
        "leerbedrijf_id": BEDRIJF,
        "opleidingcode": KOK,
        "versie": 1,
    }
    return Bpv(sleutel=BpvSleutel(sleutel, volgnummer), **(velden | anders))  # type: ignore[arg-type]


LAATSTE_DAG: Final = date(2026, 1, 31)
TAAL: Final = GeneriekExamenonderdeel(
    resultaatvolgnummer="11",
    code=TAAL_2F,
    eindcijfer=7,
    cijfer_instellingsexamen=Decimal("7.4"),
    cijfer_centraal_examen=Decimal("6.2"),
)
REKENEN: Final = GeneriekExamenonderdeel(resultaatvolgnummer="12", code=REKENEN_2F, eindcijfer=6)
DUURZAAM: Final = KeuzedeelResultaat(resultaatvolgnummer="13", keuzedeelcode="K0001", behaald=True)


def behaald(volgnummer: str = "1", instelling: str = SCHOOL, **anders: object) -> Diploma:
    """A diploma as registered: kok, on the last day of enrolment 1, with parts 11, 12 and 13."""
    velden: dict[str, object] = {
        "datum_resultaat": LAATSTE_DAG,
        "inschrijvingvolgnummer": "1",
        "onderwijsaanbieder": "100A100",
        "opleidingcode": KOK,
        "indicatie_bekostigbaar": True,
        "generieke_examenonderdelen": (TAAL, REKENEN),
        "keuzedelen": (DUURZAAM,),
        "versie": 1,
    }
    return Diploma(sleutel=ResultaatSleutel(instelling, volgnummer), **(velden | anders))  # type: ignore[arg-type]


def los(onderdeel: Onderdeel | None = None, **anders: object) -> LosResultaat:
    """A loose result as registered: keuzedeel 4, unless another part is given."""
    onderdeel = onderdeel or KeuzedeelResultaat(
        resultaatvolgnummer="4", keuzedeelcode="K0001", behaald=True, certificaat=True
    )
    velden: dict[str, object] = {
        "sleutel": ResultaatSleutel(SCHOOL, onderdeel.resultaatvolgnummer),
        "datum_resultaat": date(2025, 12, 1),
        "inschrijvingvolgnummer": "1",
        "versie": 1,
    }
    return LosResultaat(onderdeel=onderdeel, **(velden | anders))  # type: ignore[arg-type]


def uitgeschreven(**anders: object) -> Inschrijving:
    """Enrolment 1, ended on the day of the diploma."""
    einde: dict[str, object] = {"datum_uitschrijving_werkelijk": LAATSTE_DAG, "reden_uitschrijving": "01"}
    return ingeschreven(**(einde | anders))  # type: ignore[arg-type]


Inhoud = Inschrijving | Bpv | Diploma | LosResultaat


def dossier(id_: int, persoon: Persoon, *inhoud: Inhoud, door: Iterable[str] = (SCHOOL,)) -> Dossier:
    """A person with enrolments, BPVs and results, identified by these schools."""
    return Dossier(
        id=id_,
        persoon=persoon,
        geidentificeerd_door=frozenset(door),
        inschrijvingen={deel.sleutel: deel for deel in inhoud if isinstance(deel, Inschrijving)},
        bpvs={deel.sleutel: deel for deel in inhoud if isinstance(deel, Bpv)},
        resultaten={deel.sleutel: deel for deel in inhoud if isinstance(deel, Diploma | LosResultaat)},
    )


STEUN: Final = ExtraOndersteuning(datum_begin=date(2025, 10, 1), datum_einde=date(2025, 12, 31))
