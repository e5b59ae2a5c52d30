"""The figures as a page: tables and a plot between two marks in docs/metingen.md, so that a next run replaces them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.figuur import figuur

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BEGIN: Final = "<!-- bench: begin -->"
EINDE: Final = "<!-- bench: end -->"
_LEZEN: Final = ("dossier", "lijst")
Uitkomst = dict[str, Any]


def schrijf(pagina: Path, uitkomst: Uitkomst) -> None:
    """Replace what stands between the marks, and write the plot beside the page; ValueError without marks."""
    voor, begin, rest = pagina.read_text(encoding="utf-8").partition(BEGIN)
    _, einde, na = rest.partition(EINDE)
    if not begin or not einde:
        raise ValueError(f"{pagina} heeft geen plek voor cijfers")
    beeld = pagina.with_name("metingen.svg")
    beeld.write_text(figuur(uitkomst), encoding="utf-8")
    pagina.write_text(f"{voor}{BEGIN}\n{_tekst(uitkomst)}\n{EINDE}{na}", encoding="utf-8")


def _tekst(uitkomst: Uitkomst) -> str:
    machine = ", ".join(f"{naam} {waarde}" for naam, waarde in uitkomst["machine"].items())
    kop = [f"Measured on {uitkomst['op'][:10]}: {machine}.", "", "![Requests a second](metingen.svg)", ""]
    return "\n".join([*kop, *(regel for register in uitkomst["registers"] for regel in _register(register))])


def _register(register: Uitkomst) -> Iterator[str]:
    yield f"### {register['personen']:,} persons"
    yield ""
    yield from _tabel(
        ("operation", "server", "requests/s", "ours is", "p50 ms", "p99 ms", "CPU service µs", "CPU Postgres µs"),
        (regel for naam in (*_LEZEN, "enkel", "reeks") for regel in _servers(naam, register[naam])),
    )
    yield "A batch (`reeks`) counts deliveries; its p50 and p99 are those of a whole batch of 500."
    yield ""
    yield from _tabel(("question", "with everything", "no consultation row", "no row-level security"), _muren(register))
    stadia = register["stadia"]
    namen = list(dict.fromkeys(stadium for een in stadia.values() for stadium in een))
    yield from _tabel(
        ("CPU µs by stage", *stadia), ((naam, *(str(een.get(naam, 0)) for een in stadia.values())) for naam in namen)
    )
    geheugen = ", ".join(f"{naam} {mb} MB" for naam, mb in register["geheugenMb"].items())
    yield f"Memory at its highest: {geheugen}; ours after the deliveries {register['geheugenNaLeverenMb']} MB."
    yield ""


def _servers(naam: str, servers: Uitkomst) -> Iterator[tuple[str, ...]]:
    eigen = servers["eigen"]["perSeconde"]
    for server, gemeten in servers.items():
        yield (
            naam,
            server,
            f"{gemeten['perSeconde']:,.0f}",
            "" if server == "eigen" else f"{eigen / gemeten['perSeconde']:.2f}x",
            f"{gemeten['p50Ms']:.2f}",
            f"{gemeten['p99Ms']:.2f}",
            f"{gemeten['cpuDienstUs']:,}",
            f"{gemeten['cpuPostgresUs']:,}",
        )


def _muren(register: Uitkomst) -> Iterator[tuple[str, ...]]:
    for naam in _LEZEN:
        yield (naam, *(f"{gemeten['perSeconde']:,.0f}/s" for gemeten in register["muren"][naam].values()))


def _tabel(kop: Iterable[str], rijen: Iterable[Iterable[str]]) -> Iterator[str]:
    kop = tuple(kop)
    yield _regel(kop)
    yield _regel("---" for _ in kop)
    yield from map(_regel, rijen)
    yield ""


def _regel(cellen: Iterable[str]) -> str:
    return "| " + " | ".join(cellen) + " |"
