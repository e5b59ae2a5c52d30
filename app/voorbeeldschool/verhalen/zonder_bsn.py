"""Students without a BSN: they get an onderwijsnummer, bring one, or turn out to have a BSN after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.stappen import (
    RESTAURANT,
    adres,
    buitenland,
    identificeer_zonder_nummer,
    loop_stage,
    neem_over,
    periode,
    schrijf_in,
)
from app.voorbeeldschool.verhaal import DE_BRUG, verhaal

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

_GENT: Final = buitenland("5010", "Voorbeeldstraat 21", "9000 Gent")
_KLEEF: Final = buitenland("9089", "Beispielallee 5", "47533 Kleve")

ZONDER_BSN: Final[tuple[Verhaal, ...]] = (
    verhaal(
        "lucas",
        "Woont in Gent en staat niet in de BRP: krijgt een onderwijsnummer, zonder melding, want hij woont niet hier.",
        None,
        identificeer_zonder_nummer(
            ("Lucas", "Vandevoorde"),
            "2007-10-02",
            "M",
            _GENT,
            nationaliteiten=[{"code": "0052", "datumBegin": "2007-10-02"}],
        ),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25180", "BOL")),
        loop_stage("1/1", RESTAURANT, "2026-09-07", "2027-01-29", 400, opleidingcode="25180"),
    ),
    verhaal(
        "mila",
        "Woont in Kleef. De Brug levert een jaar later dezelfde gegevens en vindt hetzelfde onderwijsnummer.",
        None,
        identificeer_zonder_nummer(("Mila", "Beispiel"), "2006-12-24", "V", _KLEEF),
        schrijf_in(
            "1",
            "2026-07-31",
            periode("2024-08-01", "25443", "BOL"),
            datumUitschrijvingWerkelijk="2026-07-03",
            redenUitschrijving="04",
        ),
        identificeer_zonder_nummer(("Mila", "Beispiel"), "2006-12-24", "V", _KLEEF).door(DE_BRUG),
        schrijf_in("9003", "2028-07-31", periode("2026-08-01", "25455", "BOL")).door(DE_BRUG),
    ),
    verhaal(
        "dawit",
        "Woont in Nederland en is nog niet ingeschreven in de BRP: krijgt een onderwijsnummer met een melding.",
        None,
        identificeer_zonder_nummer(
            ("Dawit", "Tekle"), "2008-04-00", "M", adres("9999XC", 12, "Opvangweg", "Voorbeeldstad")
        ).geeft("P08"),
        schrijf_in("1", "2027-07-31", periode("2026-08-01", "25250", "BOL")),
    ),
    verhaal(
        "olena",
        "Woont in Nederland met tijdelijke bescherming; ook voor haar is er nog geen BSN.",
        None,
        identificeer_zonder_nummer(
            ("Olena", "Kovalenko"), "2007-06-15", "V", adres("9999XC", 14, "Opvangweg", "Voorbeeldstad")
        ).geeft("P08"),
        schrijf_in("1", "2028-07-31", periode("2026-08-01", "25150", "BOL")),
    ),
    verhaal(
        "overgenomen",
        "Had al een onderwijsnummer uit een oude registratie. Een school mag dat niet zelf opvoeren; IPO neemt het over"
        " op verzoek van de school.",
        None,
        neem_over("109876514", "2004-03-12", "M").geeft("P10"),
        neem_over("109876514", "2004-03-12", "M").beheerd(
            "Overgenomen uit de oude registratie, verzoek van 2 september"
        ),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25334", "BOL")),
    ),
)
