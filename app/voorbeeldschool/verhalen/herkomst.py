"""Where students live and come from: across the border, abroad, aboard, with other nationalities and rights to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.stappen import (
    HOVENIER,
    ZORGHUIS,
    adres,
    buitenland,
    identificeer,
    identificeer_zonder_nummer,
    loop_stage,
    periode,
    schrijf_in,
    schrijf_uit,
)
from app.voorbeeldschool.verhaal import DE_BRUG, DE_VONK, verhaal

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

HERKOMST: Final[tuple[Verhaal, ...]] = (
    verhaal(
        "jonas",
        "Grensstudent: woont in Duitsland en heeft nooit in Nederland gewoond. Zijn Duitse adres hoort niet bij een"
        " BSN; zonder gaat het goed.",
        "999940132",
        identificeer("999940132", "2006-02-19", "M")
        .met(adres=buitenland("9089", "Musterweg 14", "48455 Bad Bentheim"))
        .geeft("P13"),
        identificeer("999940132", "2006-02-19", "M"),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "25389", "BOL")),
    ),
    verhaal(
        "noor",
        "Grensstudent: verhuisde in 2019 met haar ouders naar België.",
        "999940144",
        identificeer("999940144", "2007-04-04", "V"),
        schrijf_in("1", "2028-07-31", periode("2024-08-01", "25201", "BOL")),
    ),
    verhaal(
        "elise",
        "Emigreerde halverwege de opleiding naar Frankrijk.",
        "999940156",
        identificeer("999940156", "2002-12-12", "V"),
        schrijf_in("1", "2026-07-31", periode("2023-08-01", "25477", "BOL")),
        schrijf_uit("1", "2025-08-31", "01"),
    ),
    verhaal(
        "ruben",
        "Vertrokken, niemand weet waarheen; de school schreef hem uit met reden onbekend.",
        "999940168",
        identificeer("999940168", "2001-09-09", "M"),
        schrijf_in("1", "2025-07-31", periode("2022-08-01", "25290", "BOL")),
        schrijf_uit("1", "2024-06-30", "07"),
    ),
    verhaal(
        "zofia",
        "Kwam op latere leeftijd uit Polen en leert bij een particuliere school, die geen bekostiging kan vragen.",
        "999940223",
        identificeer("999940223", "1999-11-27", "V").door(DE_VONK),
        schrijf_in("1", "2029-07-31", periode("2026-08-01", "25655", "BBL")).door(DE_VONK).geeft("I16"),
        schrijf_in("1", "2029-07-31", periode("2026-08-01", "25655", "BBL", bekostigbaar=False)).door(DE_VONK),
        loop_stage("1/1", ZORGHUIS, "2026-08-03", "2029-07-31", 3800, opleidingcode="25655").door(DE_VONK),
    ),
    verhaal(
        "ioana",
        "Kwam mee met haar ouders uit Roemenië en studeert bij De Brug.",
        "999940259",
        identificeer_zonder_nummer(
            ("Ioana", "Popescu"), "2006-09-30", "V", adres("2671XR", 55, "Tuinderij", "Naaldwijk")
        ).door(DE_BRUG),
        schrijf_in("9001", "2028-07-31", periode("2025-08-01", "25455", "BBL")).door(DE_BRUG),
        loop_stage("9001/1", HOVENIER, "2025-08-04", "2028-07-31", 3600, opleidingcode="25455").door(DE_BRUG),
    ),
    verhaal(
        "wout",
        "Belgische nationaliteit; woont bij zijn grootouders en studeert bij De Brug.",
        "999940260",
        identificeer("999940260", "2008-07-02", "M").door(DE_BRUG),
        schrijf_in("9002", "2028-07-31", periode("2025-08-01", "25415", "BOL")).door(DE_BRUG),
    ),
    verhaal(
        "youssef",
        "Meerderjarig begonnen, met een tijdelijke verblijfstitel die nog loopt. Stopte om te gaan werken.",
        "999940284",
        identificeer("999940284", "2003-08-14", "M"),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "25371", "BOL"), hoogsteVooropleiding="03"),
        schrijf_uit("1", "2026-05-01", "05"),
    ),
)
