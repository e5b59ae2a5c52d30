"""Addresses that messages are posted to: what may be one, and what the sender of a request hears."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias
from urllib.parse import urlsplit

from domain.aanvraag import Aanvraagontvangst
from domain.codes import AanvraagSoort, BerichtSoort
from domain.feit import aanwezig
from domain.leveringen.levering import leesbaar_kenmerk
from domain.leveringen.vorm import OnleesbaarError, gevulde_tekst, keuzes, patroon
from domain.nummers import bevat_persoonsnummer
from domain.signalen import geordend, signaal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from domain.signalen import Signaal

Ip: TypeAlias = IPv4Address | IPv6Address

LANGSTE_URL: Final = 500
LANGSTE_GEHEIM: Final = 200
_EIGEN_HUIS: Final = ("localhost", ".localhost")
_VERTAALD: Final = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): an IPv4 address in its last four bytes."""


def leesbare_url(waarde: str) -> str:
    """Return an address that can be one anywhere; raises OnleesbaarError."""
    if not waarde.isascii() or not waarde.isprintable() or " " in waarde or len(waarde) > LANGSTE_URL:
        raise OnleesbaarError(f"geen webadres van ten hoogste {LANGSTE_URL} tekens")
    try:
        delen = urlsplit(waarde)
        _ = delen.port
    except ValueError:
        raise OnleesbaarError("geen webadres") from None
    if delen.scheme not in {"http", "https"} or not delen.hostname:
        raise OnleesbaarError("geen webadres met https")
    if delen.username is not None or delen.password is not None or delen.fragment:
        raise OnleesbaarError("een naam, wachtwoord of # hoort niet in het adres")
    if bevat_persoonsnummer(waarde):
        raise OnleesbaarError("bevat een persoonsnummer")
    return waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class VastleggenWebhook:
    """A request to post messages to an address, of these kinds or of all, signed with a secret."""

    soort: ClassVar = AanvraagSoort.VASTLEGGEN_WEBHOOK

    kenmerk: str = patroon(leesbaar_kenmerk, verplicht=True)
    url: str = patroon(leesbare_url, verplicht=True)
    geheim: str = gevulde_tekst(LANGSTE_GEHEIM, verplicht=True)
    soorten: tuple[BerichtSoort, ...] = keuzes(BerichtSoort)
    instelling: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderenWebhook:
    """A request to post no more to an address."""

    soort: ClassVar = AanvraagSoort.VERWIJDEREN_WEBHOOK

    kenmerk: str = patroon(leesbaar_kenmerk, verplicht=True)
    url: str = patroon(leesbare_url, verplicht=True)
    instelling: str | None = None


Vastlegging: TypeAlias = Aanvraagontvangst[VastleggenWebhook]
Verwijdering: TypeAlias = Aanvraagontvangst[VerwijderenWebhook]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What the sender has: whether this address is one of theirs, and how many there are."""

    bekend: bool
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhookregels:
    """Where messages may go; thuis: in dev, where a receiver may stand on this machine. meeste: for each receiver."""

    thuis: bool
    meeste: int

    def beoordeel_vastlegging(self, ontvangst: Vastlegging, stand: Stand) -> tuple[Signaal, ...]:
        """Return all signals on an address that is given."""
        url = ontvangst.aanvraag.url
        over_adres = self._adres(urlsplit(url)) if aanwezig(url) else ()
        return geordend((*ontvangst.onleesbaar, *over_adres, *self._aantal(stand)))

    def _adres(self, delen: SplitResult) -> Iterator[Signaal]:
        """Say L01 of an address that we would not post to; one with a name is looked up when we do."""
        host = delen.hostname or ""
        hier = host.endswith(_EIGEN_HUIS) or is_hier(host)
        if delen.scheme != "https" and not (self.thuis and hier):
            yield signaal("L01", "url", detail="alleen https")
        elif not (self.mag(host) if _is_ip(host) else self.thuis or not hier):
            yield signaal("L01", "url", detail="geen openbaar adres")

    def _aantal(self, stand: Stand) -> Iterator[Signaal]:
        if not stand.bekend and stand.aantal >= self.meeste:
            yield signaal("L01", detail=f"er zijn al {self.meeste} webhooks; verwijder er eerst een")

    def mag(self, ip: str) -> bool:
        """Tell whether we post to this IP address: a public one, or in dev one of this machine."""
        adres = ip_address(ip)
        return _is_openbaar(adres) or (self.thuis and adres.is_loopback)


def beoordeel_verwijdering(ontvangst: Verwijdering, stand: Stand) -> tuple[Signaal, ...]:
    """Return all signals on an address that is taken away."""
    onbekend = aanwezig(ontvangst.aanvraag.url) and not stand.bekend
    over_adres = (signaal("L01", "url", detail="dit adres is niet vastgelegd"),) if onbekend else ()
    return geordend((*ontvangst.onleesbaar, *over_adres))


def is_hier(host: str) -> bool:
    """Tell whether a host is an IP address of this machine."""
    return _is_ip(host) and ip_address(host).is_loopback


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_openbaar(adres: Ip) -> bool:
    """Tell whether an address is on the internet, also one of IPv4 that is written inside one of IPv6."""
    if isinstance(adres, IPv6Address):
        binnen = adres.ipv4_mapped or adres.sixtofour or (adres.teredo and adres.teredo[1])
        if adres in _VERTAALD:
            binnen = IPv4Address(int(adres) & 0xFFFF_FFFF)
        if binnen:
            return _is_openbaar(binnen)
    return adres.is_global and not adres.is_multicast
