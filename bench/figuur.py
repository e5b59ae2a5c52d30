"""A plot in plain SVG: requests a second of the servers, a group of bars for each operation and size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_KLEUREN: Final = {"eigen": "#154273", "hand": "#8fcae7", "postgraphile": "#f9b249"}
_BREED, _HOOG, _ONDER, _BALK, _TUSSEN = 960, 340, 250, 26, 34
_BOVEN: Final = 50


def figuur(uitkomst: dict[str, Any]) -> str:
    """Return the drawing; every group has a scale of its own, as its best server is full height."""
    delen = "\n".join([*_legenda(), *_groepen(uitkomst)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREED} {_HOOG}" font-family="sans-serif" '
        f'font-size="12">\n<rect width="{_BREED}" height="{_HOOG}" fill="white"/>\n{delen}\n</svg>\n'
    )


def _legenda() -> Iterator[str]:
    for plaats, (naam, kleur) in enumerate(_KLEUREN.items()):
        x = 20 + 150 * plaats
        yield f'<rect x="{x}" y="14" width="14" height="14" fill="{kleur}"/><text x="{x + 20}" y="26">{naam}</text>'


def _groepen(uitkomst: dict[str, Any]) -> Iterator[str]:
    x = 30
    for operatie in ("dossier", "lijst", "enkel"):
        for register in uitkomst["registers"]:
            servers = register[operatie]
            yield from _groep(x, f"{operatie}", f"{register['personen']:,}", servers)
            x += _BALK * len(servers) + _TUSSEN


def _groep(x: int, naam: str, grootte: str, servers: dict[str, Any]) -> Iterator[str]:
    hoogste = max(gemeten["perSeconde"] for gemeten in servers.values())
    for plaats, (server, gemeten) in enumerate(servers.items()):
        hoogte = (_ONDER - _BOVEN - 20) * gemeten["perSeconde"] / hoogste
        links = x + _BALK * plaats
        maten = f'x="{links}" y="{_ONDER - hoogte:.1f}" width="{_BALK - 4}" height="{hoogte:.1f}"'
        yield f'<rect {maten} fill="{_KLEUREN[server]}"/>'
        yield (
            f'<text x="{links + _BALK / 2 - 2:.0f}" y="{_ONDER - hoogte - 5:.1f}" text-anchor="middle" font-size="10">'
            f"{gemeten['perSeconde']:.0f}</text>"
        )
    yield f'<text x="{x}" y="{_ONDER + 18}">{naam}</text><text x="{x}" y="{_ONDER + 34}" fill="#555">{grootte}</text>'
