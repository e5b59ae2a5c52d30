"""Which addresses messages may go to: on the internet, by https, and in dev also on this machine."""

from __future__ import annotations

import pytest

from domain.leveringen.vorm import OnleesbaarError
from domain.webhook import (
    Stand,
    VastleggenWebhook,
    Vastlegging,
    VerwijderenWebhook,
    Verwijdering,
    Webhookregels,
    beoordeel_verwijdering,
    leesbare_url,
)

PRODUCTIE = Webhookregels(thuis=False, meeste=2)
DEV = Webhookregels(thuis=True, meeste=2)
NIEUW = Stand(bekend=False, aantal=0)


def signalen(regels: Webhookregels, url: str, stand: Stand = NIEUW) -> list[tuple[str, tuple[str, ...]]]:
    invoer = {"kenmerk": "w1", "url": url, "geheim": "g"}
    ontvangst: Vastlegging = Vastlegging.van(VastleggenWebhook, invoer, "", "")
    return [(signaal.code, signaal.pad) for signaal in regels.beoordeel_vastlegging(ontvangst, stand)]


@pytest.mark.parametrize(
    ("url", "productie", "dev"),
    [
        ("https://school.voorbeeld/haak", True, True),
        ("https://school.voorbeeld:8443/haak?sleutel=a", True, True),
        ("https://93.184.215.14/", True, True),
        ("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/", True, True),
        ("http://school.voorbeeld/haak", False, False),
        ("http://93.184.215.14/", False, False),
        ("http://localhost:9000/", False, True),
        ("http://127.0.0.1:9000/", False, True),
        ("http://[::1]:9000/", False, True),
        ("https://localhost/", False, True),
        ("https://haak.localhost/", False, True),
        ("https://127.0.0.1/", False, True),
        ("https://10.0.0.1/", False, False),
        ("https://192.168.1.1/", False, False),
        ("https://169.254.169.254/latest/meta-data", False, False),
        ("https://0.0.0.0/", False, False),
        ("https://224.0.0.1/", False, False),
        ("https://[fe80::1]/", False, False),
        ("https://[fd00::1]/", False, False),
    ],
)
def test_een_adres_ligt_op_het_internet_of_in_dev_hier(url: str, productie: bool, dev: bool) -> None:  # noqa: FBT001
    assert signalen(PRODUCTIE, url) == ([] if productie else [("L01", ("url",))])
    assert signalen(DEV, url) == ([] if dev else [("L01", ("url",))])


@pytest.mark.parametrize(
    "url",
    [
        "", "school.voorbeeld", "ftp://school.voorbeeld/", "https:///haak", "https://naam@school.voorbeeld/",
        "https://naam:geheim@school.voorbeeld/", "https://school.voorbeeld/#deel", "https://school.voorbeeld/a b",
        "https://school.voorbeeld:99999/", "https://[::1/", "https://schoôl.voorbeeld/", "https://school.voorbeeld/\x00",
        "https://school.voorbeeld/999900006", f"https://school.voorbeeld/{'a' * 500}", "https://school.voorbeeld/\n",
    ],
)  # fmt: skip
def test_wat_geen_adres_kan_zijn_is_onleesbaar(url: str) -> None:
    with pytest.raises(OnleesbaarError):
        leesbare_url(url)
    assert signalen(DEV, url) == [("L01", ("url",))]


@pytest.mark.parametrize(
    ("ip", "mag"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.0.1", False),
        ("100.64.0.1", False), ("169.254.169.254", False), ("127.0.0.1", False), ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False), ("255.255.255.255", False), ("192.0.2.1", False), ("::1", False), ("::", False),
        ("fe80::1", False), ("fd00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("2001:db8::1", False),
    ],
)  # fmt: skip
def test_een_ip_adres_is_openbaar_hoe_het_ook_geschreven_is(ip: str, mag: bool) -> None:  # noqa: FBT001
    """Addresses of IPv4 hide in those of IPv6 in more than one way."""
    assert PRODUCTIE.mag(ip) == mag


@pytest.mark.parametrize("ip", ["127.0.0.1", "127.9.9.9", "::1"])
def test_in_dev_mag_deze_machine_ook(ip: str) -> None:
    assert DEV.mag(ip)
    assert not DEV.mag("10.0.0.1")


def test_er_is_een_grens_aan_het_aantal() -> None:
    url = "https://school.voorbeeld/"
    assert signalen(DEV, url, Stand(bekend=False, aantal=2)) == [("L01", ())]
    assert signalen(DEV, url, Stand(bekend=True, aantal=2)) == []


def test_alleen_een_vastgelegd_adres_kan_weg() -> None:
    invoer = {"kenmerk": "w1", "url": "https://school.voorbeeld/"}
    ontvangst: Verwijdering = Verwijdering.van(VerwijderenWebhook, invoer, "", "")
    assert beoordeel_verwijdering(ontvangst, Stand(bekend=True, aantal=1)) == ()
    (signaal,) = beoordeel_verwijdering(ontvangst, NIEUW)
    assert (signaal.code, signaal.pad) == ("L01", ("url",))
