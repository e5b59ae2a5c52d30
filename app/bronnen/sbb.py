"""SBB, asked over our own JSON port (docs/sbb-openapi.yaml): no public interface description of SBB was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.bronnen.antwoord import Knoop, Onzin, verplicht
from app.bronnen.verbinding import NIET_GEVONDEN, OK, in_delen, samen
from domain.antwoord import Bronantwoord, Erkenningsantwoord, Erkenningsvraag
from domain.codes import ErkenningStatus
from domain.fouten import BronOnbereikbaar
from domain.leerbedrijf import Erkenning, Leerbedrijf, is_leerbedrijf_id
from domain.tijd import datum_uit_tekst
from domain.zoeken import postcodesleutel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from app.bronnen.verbinding import Antwoord, Verbinding

VRAGEN_PER_KEER: Final = 20
_ONBEKEND: Final = Erkenningsantwoord(leerbedrijf=None, status=ErkenningStatus.ONBEKEND)


class JsonSbb:
    """Implements domain.poorten.Sbb."""

    def __init__(self, verbinding: Verbinding) -> None:
        self._verbinding = verbinding

    async def zoek(self, naam: str, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        """Return the leerbedrijven whose name holds this text on this address; raises BronOnbereikbaar."""
        params = {"naam": naam, "postcode": "".join(postcode.split()).upper()}
        if huisnummer is not None:
            params["huisnummer"] = str(huisnummer)
        antwoord = await self._verbinding.vraag("GET", "/leerbedrijven", params=params)
        try:
            gevonden = [naar_leerbedrijf(deel) for deel in _goed(antwoord).lijst("leerbedrijven")]
            if not all(_staat_op(leerbedrijf, postcode, huisnummer) for leerbedrijf in gevonden):
                raise Onzin("a leerbedrijf that nobody asked for")
        except ValueError as fout:
            raise BronOnbereikbaar("SBB antwoordt niet volgens afspraak") from fout
        return gevonden

    async def leerbedrijf(self, leerbedrijf_id: str) -> Leerbedrijf | None:
        """Return one leerbedrijf with its recognitions, None when SBB does not know it; raises BronOnbereikbaar."""
        if not is_leerbedrijf_id(leerbedrijf_id):
            return None
        antwoord = await self._verbinding.vraag("GET", f"/leerbedrijven/{leerbedrijf_id}")
        if antwoord.status == NIET_GEVONDEN:
            return None
        try:
            leerbedrijf = naar_leerbedrijf(_goed(antwoord))
            if leerbedrijf.leerbedrijf_id != leerbedrijf_id:
                raise Onzin("a leerbedrijf that nobody asked for")
        except ValueError as fout:
            raise BronOnbereikbaar("SBB antwoordt niet volgens afspraak") from fout
        return leerbedrijf

    async def erkenningen(
        self, vragen: Collection[Erkenningsvraag]
    ) -> Mapping[Erkenningsvraag, Erkenningsantwoord | Bronantwoord]:
        """Return for every question the answer, or ONBEREIKBAAR; a malformed id is unknown and not asked."""
        uitkomst: dict[Erkenningsvraag, Erkenningsantwoord | Bronantwoord] = dict.fromkeys(vragen, _ONBEKEND)
        te_vragen = [vraag for vraag in uitkomst if is_leerbedrijf_id(vraag.leerbedrijf_id)]
        for deel in await samen(self._erkenningen, in_delen(te_vragen, VRAGEN_PER_KEER)):
            uitkomst.update(deel)
        return uitkomst

    async def _erkenningen(
        self, vragen: Sequence[Erkenningsvraag]
    ) -> Mapping[Erkenningsvraag, Erkenningsantwoord | Bronantwoord]:
        """Ask at most twenty questions in one call; the answer must hold each of them once, and nothing else."""
        json = {"vragen": [_van_vraag(vraag) for vraag in vragen]}
        try:
            inhoud = _goed(await self._verbinding.vraag("POST", "/erkenningen", json=json))
            antwoorden = [(_naar_vraag(deel), _naar_antwoord(deel)) for deel in inhoud.lijst("antwoorden")]
            if len(antwoorden) != len(vragen) or dict(antwoorden).keys() != set(vragen):
                raise Onzin("other answers than questions")
        except (BronOnbereikbaar, ValueError):
            return dict.fromkeys(vragen, Bronantwoord.ONBEREIKBAAR)
        return dict(antwoorden)


def naar_leerbedrijf(bron: Knoop) -> Leerbedrijf:
    """Translate an answered leerbedrijf; raises ValueError for what cannot be read."""
    leerbedrijf_id = verplicht(bron.tekst("leerbedrijfId"))
    if not is_leerbedrijf_id(leerbedrijf_id):
        raise Onzin("no leerbedrijf id")
    return Leerbedrijf(
        leerbedrijf_id=leerbedrijf_id,
        naam=bron.tekst("naam"),
        postcode=bron.tekst("postcode"),
        huisnummer=bron.getal("huisnummer"),
        plaats=bron.tekst("plaats"),
        erkenningen=tuple(_naar_erkenning(deel) for deel in bron.lijst("erkenningen")),
    )


def _staat_op(leerbedrijf: Leerbedrijf, postcode: str, huisnummer: int | None) -> bool:
    """Tell whether it is at the address asked about; how SBB compares names is its own affair."""
    zelfde = postcodesleutel(leerbedrijf.postcode) == postcodesleutel(postcode)
    return zelfde and huisnummer in {None, leerbedrijf.huisnummer}


def _naar_erkenning(bron: Knoop) -> Erkenning:
    return Erkenning(
        opleidingcode=verplicht(bron.tekst("opleidingcode")),
        status=ErkenningStatus(verplicht(bron.tekst("status"))),
        datum_begin=_datum(bron, "datumBegin"),
        datum_einde=_datum(bron, "datumEinde"),
    )


def _datum(bron: Knoop, naam: str) -> date | None:
    tekst = bron.tekst(naam)
    return None if tekst is None else datum_uit_tekst(tekst)


def _van_vraag(vraag: Erkenningsvraag) -> dict[str, str | None]:
    return {"leerbedrijfId": vraag.leerbedrijf_id, "opleidingcode": vraag.opleidingcode, "datum": str(vraag.op)}


def _naar_vraag(bron: Knoop) -> Erkenningsvraag:
    return Erkenningsvraag(
        leerbedrijf_id=verplicht(bron.tekst("leerbedrijfId")),
        opleidingcode=bron.tekst("opleidingcode"),
        op=verplicht(_datum(bron, "datum")),
    )


def _naar_antwoord(bron: Knoop) -> Erkenningsantwoord:
    leerbedrijf = naar_leerbedrijf(bron.object("leerbedrijf")) if bron.object("leerbedrijf") else None
    if leerbedrijf is not None and leerbedrijf.leerbedrijf_id != bron.tekst("leerbedrijfId"):
        raise Onzin("a leerbedrijf that nobody asked for")
    return Erkenningsantwoord(leerbedrijf=leerbedrijf, status=ErkenningStatus(verplicht(bron.tekst("status"))))


def _goed(antwoord: Antwoord) -> Knoop:
    if antwoord.status != OK:
        raise Onzin("SBB refused the question")
    return antwoord.inhoud
