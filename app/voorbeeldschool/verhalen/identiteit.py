"""Who is who: namesakes, twins, the dead, and names and birth dates that forms do not expect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.stappen import (
    adres,
    buitenland,
    identificeer,
    identificeer_zonder_nummer,
    periode,
    schrijf_in,
    schrijf_uit,
)
from app.voorbeeldschool.verhaal import verhaal

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

IDENTITEIT: Final[tuple[Verhaal, ...]] = (
    verhaal(
        "floor",
        "Heeft een voorvoegsel dat scholen vaak vergeten; het adres wijst haar toch aan.",
        "999940028",
        identificeer_zonder_nummer(
            ("Floor Anna", "Meulen"), "2007-09-01", "V", adres("3812XB", 88, "Molenstraat", "Amersfoort")
        ),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "25404", "BOL")),
    ),
    verhaal(
        "finn",
        "Tweeling van Sam: alleen de voornaam verschilt, en die vergat de school. Twee kandidaten: IPO moet kiezen. Met"
        " het BSN gaat het direct.",
        "999940089",
        identificeer_zonder_nummer(
            ("", "Duinhoven"), "2007-02-11", "M", adres("2202XE", 19, "Zeeweg", "Noordwijk")
        ).geeft("P04"),
        identificeer("999940089", "2007-02-11", "M"),
        schrijf_in("1", "2027-07-31", periode("2024-08-01", "25191", "BOL")),
    ),
    verhaal(
        "sam",
        "Tweeling van Finn: met de voornaam erbij is er maar één.",
        "999940077",
        identificeer_zonder_nummer(("Sam", "Duinhoven"), "2007-02-11", "M", adres("2202XE", 19, "Zeeweg", "Noordwijk")),
        schrijf_in("1", "2027-07-31", periode("2024-08-01", "25191", "BOL")),
    ),
    verhaal(
        "jan-uit-apeldoorn",
        "Naamgenoot van de volgende: ook dag en geslacht zijn gelijk, maar zijn adres is het zijne.",
        "999940090",
        identificeer_zonder_nummer(
            ("Jan", "Vermeulen"), "2005-04-30", "M", adres("7311XF", 1, "Kerkplein", "Apeldoorn")
        ),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25128", "BOL")),
    ),
    verhaal(
        "jan-uit-rotterdam",
        "Naamgenoot van de vorige, in een andere stad.",
        "999940107",
        identificeer("999940107", "2005-04-30", "M"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25398", "BOL")),
    ),
    verhaal(
        "jan-zonder-adres",
        "Een van de twee, maar wie? Hij gaf een vakantieadres op, en dat helpt niet: IPO moet kiezen.",
        None,
        identificeer_zonder_nummer(
            ("Jan", "Vermeulen"), "2005-04-30", "M", buitenland("5002", "Camping Les Pins", "33120 Arcachon")
        ).geeft("P04"),
    ),
    verhaal(
        "bram",
        "Overleed tijdens de opleiding. Wie hem daarna nog identificeert of inschrijft, krijgt een melding.",
        "999940119",
        identificeer("999940119", "2004-07-28", "M").geeft("P05"),
        schrijf_in("1", "2027-07-31", periode("2023-08-01", "25262", "BOL")).geeft("P05"),
        schrijf_uit("1", "2025-03-15", "01"),
    ),
    verhaal(
        "ineke",
        "Overleed lang voordat de school haar nummer intikte: een vergissing, die blijft bij een identificatie.",
        "999940120",
        identificeer("999940120", "1988-11-03", "V").geeft("P05"),
    ),
    verhaal(
        "amina",
        "Van de geboortedag is alleen jaar en maand bekend; de school levert de dag van haar pas.",
        "999940181",
        identificeer("999940181", "2005-05-01", "V"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25252", "BOL")),
    ),
    verhaal(
        "tesfay",
        "Van de geboorte is alleen het jaar bekend; zo staat het ook bij de school.",
        "999940193",
        identificeer("999940193", "2004-00-00", "M"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25254", "BBL")),
    ),
    verhaal(
        "karim",
        "De geboortedatum is geheel onbekend.",
        "999940211",
        identificeer("999940211", "0000-00-00", "M"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25253", "BOL")),
    ),
    verhaal(
        "robin",
        "Het geslacht is in de BRP onbekend; de school vulde eerst V in.",
        "999940302",
        identificeer("999940302", "2006-01-11", "V").geeft("P03"),
        identificeer("999940302", "2006-01-11", "O"),
        schrijf_in("1", "2027-07-31", periode("2024-08-01", "25196", "BOL")),
    ),
    verhaal(
        "francoise",
        "Lange naam met accenten en een koppelteken; de school levert hem zonder.",
        "999940314",
        identificeer_zonder_nummer(
            ("Francoise Helene Desiree Theodora Eugenie", "Berenger-Østergaard"),
            "2005-10-10",
            "V",
            adres("1251XY", 1, "Burgemeester Dirk Willem van Oudshoornlaan", "Laren"),
        ),
        schrijf_in("1", "2028-07-31", periode("2024-08-01", "25472", "BOL")),
    ),
)
