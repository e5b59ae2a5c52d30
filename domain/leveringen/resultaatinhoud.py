"""The content that deliveries of results share: what is delivered, as a diploma or a loose result of the register."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from domain.koppeling import gekozen_inschrijving
from domain.leveringen.inhoud import aangevuld
from domain.leveringen.levering import PersoonLevering
from domain.leveringen.onderdelen import (
    EenOnderdeel,
    GeleverdAmvbOnderdeel,
    GeleverdExamenonderdeel,
    GeleverdKeuzedeel,
    als_onderdeel,
    delen_aangevuld,
    op_volgnummer,
)
from domain.leveringen.vorm import datum, deel, getal, ja_nee, lijst_van, tekst
from domain.resultaat import (
    AmvbOnderdeel,
    Diploma,
    GeneriekExamenonderdeel,
    KeuzedeelResultaat,
    LosResultaat,
    ResultaatSleutel,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.feiten import Feiten
    from domain.inschrijving import Inschrijving
    from domain.resultaat import Onderdeel, Resultaat

Genummerd = tuple[tuple[str | int, ...], "Onderdeel"]
LIJSTEN: Final = ("generieke_examenonderdelen", "keuzedelen", "amvb_onderdelen")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultaatLevering(PersoonLevering):
    """A delivery about one result by itself: a diploma, or a loose result. verwachte_versie: as elsewhere (L04)."""

    klasse: ClassVar[type[Resultaat]]

    verwachte_versie: int | None = getal()

    @property
    @abstractmethod
    def volgnummer(self) -> str:
        """Return the number of the result."""

    @property
    def volgnummerpad(self) -> tuple[str, ...]:
        """Return the place of that number in the input."""
        return ("resultaatvolgnummer",)

    def is_soortgenoot(self, oud: Resultaat) -> bool:
        """Tell whether a registered result is of the kind that this delivery is about."""
        return isinstance(oud, self.klasse)


@dataclass(frozen=True, slots=True, kw_only=True)
class SleutelLevering(ResultaatLevering):
    """A delivery that only points at a result."""

    resultaatvolgnummer: str = tekst(20, verplicht=True)

    @property
    def volgnummer(self) -> str:
        """Return the number of the result."""
        return self.resultaatvolgnummer


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultaatInhoud(ResultaatLevering):
    """A whole result as delivered, with what diplomas and loose results have in common."""

    inschrijvingvolgnummer: str | None = tekst(20)
    datum_resultaat: date = datum(verplicht=True)
    onderwijsaanbieder: str | None = tekst(20)

    @abstractmethod
    def geleverd(self, feiten: Feiten) -> Resultaat:
        """Return the result as delivered, under the enrolment named or else the one chosen."""

    @abstractmethod
    def onderdelen(self) -> Iterator[Genummerd]:
        """Yield each part with its place in the input, in the order delivered."""

    @abstractmethod
    def is_gelijk_aan(self, oud: Resultaat, feiten: Feiten) -> bool:
        """Tell whether it says the same as registered; optional fields that are absent are not compared."""

    def past_bij(self, _: Inschrijving, __: Feiten) -> bool:
        """Tell whether it is for the opleiding of an enrolment, as far as it says so."""
        return True

    def gemeenschappelijk(self, feiten: Feiten) -> dict[str, Any]:
        """Return the fields that every result has."""
        gekozen = gekozen_inschrijving(self, feiten) if self.inschrijvingvolgnummer is None else None
        return {
            "sleutel": ResultaatSleutel(feiten.instelling, self.volgnummer),
            "datum_resultaat": self.datum_resultaat,
            "inschrijvingvolgnummer": self.inschrijvingvolgnummer,
            "gekozen_inschrijving": gekozen.sleutel.inschrijvingvolgnummer if gekozen else None,
            "onderwijsaanbieder": self.onderwijsaanbieder,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DiplomaInhoud(ResultaatInhoud):
    """A whole diploma as delivered."""

    klasse = Diploma

    resultaatvolgnummer: str = tekst(20, verplicht=True)
    opleidingcode: str = tekst(20, verplicht=True)
    indicatie_bekostigbaar: bool = ja_nee(verplicht=True)
    generieke_examenonderdelen: tuple[GeleverdExamenonderdeel, ...] | None = lijst_van(GeleverdExamenonderdeel)
    keuzedelen: tuple[GeleverdKeuzedeel, ...] | None = lijst_van(GeleverdKeuzedeel)
    amvb_onderdelen: tuple[GeleverdAmvbOnderdeel, ...] | None = lijst_van(GeleverdAmvbOnderdeel)

    @property
    def volgnummer(self) -> str:
        """Return the number of the diploma."""
        return self.resultaatvolgnummer

    def past_bij(self, inschrijving: Inschrijving, feiten: Feiten) -> bool:
        """Tell whether the opleiding is that of the enrolment on the day, or lies within it, or the reverse."""
        periode = inschrijving.periode_op(self.datum_resultaat)
        return periode is not None and feiten.referentie.verwant(
            self.opleidingcode, periode.opleidingcode, self.datum_resultaat
        )

    def onderdelen(self) -> Iterator[Genummerd]:
        """Yield each part with its place in the input, in the order delivered."""
        for lijst in LIJSTEN:
            for plaats, onderdeel in enumerate(getattr(self, lijst) or ()):
                yield (lijst, plaats), onderdeel

    def geleverd(self, feiten: Feiten) -> Diploma:
        """Return the diploma as delivered; a list that is absent is empty."""
        return Diploma(
            **self.gemeenschappelijk(feiten),
            opleidingcode=self.opleidingcode,
            indicatie_bekostigbaar=self.indicatie_bekostigbaar,
            generieke_examenonderdelen=op_volgnummer(GeneriekExamenonderdeel, self.generieke_examenonderdelen or ()),
            keuzedelen=op_volgnummer(KeuzedeelResultaat, self.keuzedelen or ()),
            amvb_onderdelen=op_volgnummer(AmvbOnderdeel, self.amvb_onderdelen or ()),
        )

    def is_gelijk_aan(self, oud: Resultaat, feiten: Feiten) -> bool:
        """Tell whether it says the same as registered; optional fields and lists that are absent are not compared."""
        if not isinstance(oud, Diploma):
            return False
        nieuw = self.geleverd(feiten)
        lijsten: dict[str, Any] = {
            lijst: delen_aangevuld(getattr(nieuw, lijst), getattr(oud, lijst))
            if getattr(self, lijst) is not None
            else getattr(oud, lijst)
            for lijst in LIJSTEN
        }
        return _onder_dezelfde(aangevuld(replace(nieuw, **lijsten), oud), oud) == oud


@dataclass(frozen=True, slots=True, kw_only=True)
class LosInhoud(ResultaatInhoud):
    """A whole loose result as delivered."""

    klasse = LosResultaat

    resultaat: EenOnderdeel = deel(EenOnderdeel, verplicht=True)

    @property
    def onderdeel(self) -> Onderdeel:
        """Return the part that it is."""
        return self.resultaat.enige[1]

    @property
    def volgnummer(self) -> str:
        """Return the number of the part."""
        return self.onderdeel.resultaatvolgnummer

    @property
    def volgnummerpad(self) -> tuple[str, ...]:
        """Return the place of that number in the input."""
        return ("resultaat", self.resultaat.enige[0], "resultaatvolgnummer")

    def onderdelen(self) -> Iterator[Genummerd]:
        """Yield the one part with its place in the input."""
        naam, onderdeel = self.resultaat.enige
        yield ("resultaat", naam), onderdeel

    def is_soortgenoot(self, oud: Resultaat) -> bool:
        """Tell whether a registered result is loose and of the same kind: its id bears its kind (own choice)."""
        return isinstance(oud, LosResultaat) and oud.soort is self.onderdeel.soort

    def geleverd(self, feiten: Feiten) -> LosResultaat:
        """Return the loose result as delivered."""
        return LosResultaat(**self.gemeenschappelijk(feiten), onderdeel=als_onderdeel(self.onderdeel))

    def is_gelijk_aan(self, oud: Resultaat, feiten: Feiten) -> bool:
        """Tell whether it says the same as registered; optional fields that are absent are not compared."""
        if not isinstance(oud, LosResultaat) or not self.is_soortgenoot(oud):
            return False
        nieuw = self.geleverd(feiten)
        onderdeel = aangevuld(nieuw.onderdeel, oud.onderdeel)
        return _onder_dezelfde(aangevuld(replace(nieuw, onderdeel=onderdeel), oud), oud) == oud


def _onder_dezelfde(nieuw: Resultaat, oud: Resultaat) -> Resultaat:
    """Return it under the enrolment that was chosen before: the same content again does not choose anew."""
    return replace(nieuw, gekozen_inschrijving=oud.gekozen_inschrijving)
