"""The questions about leerbedrijven that schools ask SBB through DUO (register.md 5); nothing of them is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.antwoord import Bronantwoord, Erkenningsvraag
from domain.codes import ErkenningStatus
from domain.fouten import OngeldigVerzoek
from domain.leerbedrijf import is_leerbedrijf_id
from domain.persoon import naamsleutel
from domain.signalen import signaal
from domain.tijd import datum_uit_tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.leerbedrijf import Leerbedrijf
    from domain.poorten import Sbb
    from domain.signalen import Signaal

_POSTCODE: Final = re.compile(r"[1-9][0-9]{3}[A-Z]{2}", re.ASCII)
_OPLEIDINGCODE: Final = re.compile(r"[0-9]{5}", re.ASCII)
_LANGSTE_NAAM: Final = 200
_HOOGSTE_HUISNUMMER: Final = 99_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Verificatie:
    """Whether a leerbedrijf is recognised, with the signals that a BPV there would get."""

    status: ErkenningStatus
    signalen: tuple[Signaal, ...] = ()


async def identificeer(sbb: Sbb, naam: str, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
    """Return the leerbedrijven of that name there; raises OngeldigVerzoek, BronOnbereikbaar."""
    naam, postcode = naam.strip(), "".join(postcode.split()).upper()
    _eis(0 < len(naam) <= _LANGSTE_NAAM and "\0" not in naam, f"naam: 1 tot en met {_LANGSTE_NAAM} tekens")
    _eis(bool(naamsleutel(naam)), "naam: ten minste een letter, want op letters wordt gezocht")
    _eis(bool(_POSTCODE.fullmatch(postcode)), "postcode: vier cijfers en twee letters")
    _eis(huisnummer is None or 0 < huisnummer <= _HOOGSTE_HUISNUMMER, f"huisnummer: 1 tot en met {_HOOGSTE_HUISNUMMER}")
    return await sbb.zoek(naam, postcode, huisnummer)


async def geef(sbb: Sbb, leerbedrijf_id: str) -> Leerbedrijf | None:
    """Return one leerbedrijf, None when SBB does not know it; raises OngeldigVerzoek, BronOnbereikbaar."""
    _eis_leerbedrijf_id(leerbedrijf_id)
    return await sbb.leerbedrijf(leerbedrijf_id)


async def verifieer(sbb: Sbb, leerbedrijf_id: str, opleidingcode: str, datum_begin: str) -> Verificatie:
    """Return the recognition on a day (ccyy-mm-dd): ONBEKEND with B11 when SBB is away; raises OngeldigVerzoek."""
    _eis_leerbedrijf_id(leerbedrijf_id)
    _eis(bool(_OPLEIDINGCODE.fullmatch(opleidingcode)), "opleidingcode: vijf cijfers")
    try:
        dag = datum_uit_tekst(datum_begin)
    except ValueError:
        raise OngeldigVerzoek("datumBegin: een bestaande datum, ccyy-mm-dd") from None
    vraag = Erkenningsvraag(leerbedrijf_id=leerbedrijf_id, opleidingcode=opleidingcode, op=dag)
    antwoord = (await sbb.erkenningen([vraag]))[vraag]
    if isinstance(antwoord, Bronantwoord):
        return Verificatie(status=ErkenningStatus.ONBEKEND, signalen=(signaal("B11"),))
    if antwoord.leerbedrijf is None:
        onbekend = signaal("B05", "leerbedrijf_id", id=leerbedrijf_id)
        return Verificatie(status=ErkenningStatus.ONBEKEND, signalen=(onbekend,))
    if antwoord.status is ErkenningStatus.ERKEND:
        return Verificatie(status=antwoord.status)
    niet_erkend = signaal("B06", "leerbedrijf_id", id=leerbedrijf_id, datum=dag, opleiding=opleidingcode)
    return Verificatie(status=antwoord.status, signalen=(niet_erkend,))


def _eis_leerbedrijf_id(leerbedrijf_id: str) -> None:
    _eis(is_leerbedrijf_id(leerbedrijf_id), "leerbedrijfId: een nummer van 100000000 tot en met 999999999")


def _eis(voorwaarde: bool, eis: str) -> None:  # noqa: FBT001 - a statement that must hold
    if not voorwaarde:
        raise OngeldigVerzoek(eis)
