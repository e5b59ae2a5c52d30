"""The outcome of a delivery as JSON in its row, and back: signals and changes as they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.codes import Mutatiesoort, Register
from domain.mutaties import Mutatieregel, VeldMutatie
from domain.signalen import Signaal

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]


def signaal_json(signaal: Signaal) -> Json:
    """Return {code, soort, tekst, pad, parameters}, with ipo: {tekst, parameters} where IPO may read more."""
    inhoud = {
        "code": signaal.code,
        "soort": signaal.soort,
        "tekst": signaal.tekst,
        "pad": list(signaal.pad),
        "parameters": _parameters(signaal.parameters),
    }
    if signaal.voor_ipo is None:
        return inhoud
    return {**inhoud, "ipo": {"tekst": signaal.ipo.tekst, "parameters": _parameters(signaal.ipo.parameters)}}


def _parameters(parameters: Mapping[str, str]) -> list[Json]:
    """Return them by name, the order in which the contract shows them wherever they are read."""
    return [{"naam": naam, "waarde": waarde} for naam, waarde in sorted(parameters.items())]


def signaal_van(inhoud: Mapping[str, Any]) -> Signaal:
    """Return the signal that was stored."""
    ipo = inhoud.get("ipo")
    return Signaal(
        code=inhoud["code"],
        pad=tuple(inhoud["pad"]),
        parameters=_naar_parameters(inhoud["parameters"]),
        voor_ipo=_naar_parameters(ipo["parameters"]) if ipo else None,
    )


def _naar_parameters(parameters: list[Json]) -> dict[str, str]:
    return {parameter["naam"]: parameter["waarde"] for parameter in parameters}


def regel_json(regel: Mutatieregel) -> Json:
    """Return {register, soort, entiteit, sleutel, velden: [{veld, oud, nieuw}]}."""
    velden = [{"veld": veld.veld, "oud": veld.oud, "nieuw": veld.nieuw} for veld in regel.velden]
    return {
        "register": regel.register,
        "soort": regel.soort,
        "entiteit": regel.entiteit,
        "sleutel": regel.sleutel,
        "velden": velden,
    }


def regel_van(inhoud: Mapping[str, Any]) -> Mutatieregel:
    """Return the change that was stored."""
    return Mutatieregel(
        register=Register(inhoud["register"]),
        soort=Mutatiesoort(inhoud["soort"]),
        entiteit=inhoud["entiteit"],
        sleutel=inhoud["sleutel"],
        velden=tuple(VeldMutatie(veld["veld"], veld["oud"], veld["nieuw"]) for veld in inhoud["velden"]),
    )
