"""What goes wrong: rejected deliveries and how schools mend them, and what IPO mends in their name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.stappen import (
    identificeer,
    identificeer_opnieuw,
    neem_over,
    ondersteun,
    periode,
    schrijf_in,
    schrijf_uit,
    wijzig_inschrijving,
)
from app.voorbeeldschool.verhaal import verhaal

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

FOUTEN: Final[tuple[Verhaal, ...]] = (
    verhaal(
        "fout-nummer",
        "Afgevoerde persoonslijst: het nummer is fout uitgegeven en niemand staat er nog voor.",
        "999940442",
        identificeer("999940442", "2005-01-01", "M").geeft("P10"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25192", "BOL")).geeft("P07"),
    ),
    verhaal(
        "jasmijn",
        "Staat alleen met een locatie in de BRP: woont op een schip zonder adres. In de eerste levering zaten vier"
        " fouten tegelijk; de uitkomst noemt ze alle vier met hun plaats.",
        "999940430",
        identificeer("999940430", "2006-08-04", "V"),
        schrijf_in(
            "1",
            "2027-07-31",
            periode("2025-09-01", "99011", "BOL", onderwijslocatie=None),
            datumUitschrijvingWerkelijk="2025-10-01",
            redenUitschrijving="10",
        )
        .met(datumInschrijving="2025-08-01")
        .geeft("I03", "I10", "I13", "I17"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25385", "BOL")),
    ),
    verhaal(
        "meryem",
        "Werd Nederlander: eerst zonder nationaliteit, sinds 2024 Nederlandse. Haar uitschrijving kwam eerst op een dag"
        " die niet bestaat.",
        "999940296",
        identificeer("999940296", "2005-06-03", "V"),
        schrijf_in("1", "2024-07-31", periode("2022-08-01", "25489", "BOL")),
        schrijf_uit("1", "2024-02-30", "01").geeft("L01"),
        schrijf_uit("1", "2024-02-29", "01"),
    ),
    verhaal(
        "suryani",
        "Heeft geen voornamen, alleen een achternaam. De school leverde twee keer een ander verhaal aan; IPO zette het"
        " op verzoek van de school recht.",
        "999940326",
        identificeer("999940326", "2004-04-19", "V"),
        schrijf_in("1", "2027-07-31", periode("2023-08-01", "25149", "BOL")),
        schrijf_in("1", "2027-07-31", periode("2023-08-01", "25138", "BOL")).geeft("I02"),
        wijzig_inschrijving("1", "2027-07-31", periode("2023-08-01", "25138", "BOL")).beheerd(
            "Verkeerde opleiding geleverd; hersteld op verzoek van de school van 12 oktober"
        ),
        ondersteun("1", ("2023-07-01", "2023-12-31")).geeft("I20"),
        ondersteun("1", ("2023-09-01", "2023-12-31")),
    ),
    verhaal(
        "esmee",
        "Gegevens zijn geheim op verzoek; voor het register maakt dat geen verschil. Kwam met een onderwijsnummer uit"
        " een oude registratie en bleek later gewoon een BSN te hebben.",
        None,
        neem_over("109876526", "2007-03-03", "V").beheerd("Overgenomen uit de oude registratie"),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "25145", "BOL")),
        identificeer_opnieuw("109876526", burgerservicenummer="999940454"),
    ),
)
