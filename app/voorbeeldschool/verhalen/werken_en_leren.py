"""Work placements: on an opleiding and on a keuzedeel, with leerbedrijven that are recognised and that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.stappen import (
    APOTHEEK_INGETROKKEN,
    GARAGE,
    HOVENIER,
    INSTALLATEUR,
    KAPSALON_NIET_ERKEND,
    ONBEKEND_BEDRIJF,
    RESTAURANT,
    TRANSPORT,
    identificeer,
    loop_stage,
    periode,
    schrijf_in,
    schrijf_uit,
    trek_erkenning_in,
    verwijder_inschrijving,
    verwijder_stage,
    wijzig_stage,
)
from app.voorbeeldschool.verhaal import verhaal

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

WERKEN_EN_LEREN: Final[tuple[Verhaal, ...]] = (
    verhaal(
        "thijs",
        "Werkt overdag als monteur en volgt de bbl. Van zijn praktijkovereenkomst is het aantal uren later verbeterd;"
        " een collega die de oude stand nog voor zich had, wordt tegengehouden.",
        "999940041",
        identificeer("999940041", "2003-01-17", "M"),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "25307", "BBL"), hoogsteVooropleiding="08"),
        loop_stage("1/1", INSTALLATEUR, "2025-08-04", "2028-07-31", 384, opleidingcode="25307"),
        wijzig_stage("1/1", INSTALLATEUR, "2025-08-04", "2028-07-31", 3840, opleidingcode="25307", verwachteVersie=1),
        wijzig_stage(
            "1/1", INSTALLATEUR, "2025-08-04", "2028-07-31", 38, opleidingcode="25307", verwachteVersie=1
        ).geeft("L04"),
    ),
    verhaal(
        "anneliese",
        "Woont sinds de basisschool in Nederland, heeft alleen de Duitse nationaliteit. Haar apotheek is niet meer"
        " erkend als de stage begint.",
        "999940247",
        identificeer("999940247", "2007-08-15", "V"),
        schrijf_in("1", "2027-07-31", periode("2024-08-01", "25471", "BOL")),
        loop_stage("1/1", APOTHEEK_INGETROKKEN, "2025-09-01", "2026-01-30", 480, opleidingcode="25471").geeft("B06"),
    ),
    verhaal(
        "selin",
        "De verblijfstitel is vervallen; voor de bekostiging telt alleen nog de leeftijd bij de start. Haar kapsalon is"
        " nooit erkend en de uren zijn vergeten.",
        "999940272",
        identificeer("999940272", "2007-03-18", "V"),
        schrijf_in("1", "2027-07-31", periode("2024-08-01", "25400", "BOL")),
        loop_stage("1/1", KAPSALON_NIET_ERKEND, "2026-02-02", "2026-06-26", None, opleidingcode="25400").geeft(
            "B06", "B16"
        ),
    ),
    verhaal(
        "loic",
        "Vader Frans, moeder Nederlands. Loopt stage voor een keuzedeel dat niet bij zijn opleiding hoort.",
        "999940235",
        identificeer("999940235", "2008-01-25", "M"),
        schrijf_in("1", "2029-07-31", periode("2025-08-01", "99014", "BOL")),
        loop_stage("1/1", RESTAURANT, "2026-09-07", "2026-12-18", 120, keuzedeelcode="K0055"),
        loop_stage("1/2", RESTAURANT, "2027-02-01", "2027-04-30", 120, keuzedeelcode="K0138").geeft("B13"),
    ),
    verhaal(
        "job",
        "Geboren op schrikkeldag. Zijn stage begon een week voor de inschrijving, en bij de uitschrijving vergat de"
        " school de reden.",
        "999940429",
        identificeer("999940429", "2008-02-29", "M"),
        schrijf_in("1", "2026-07-31", periode("2024-09-01", "25364", "BOL")),
        loop_stage(
            "1/1", TRANSPORT, "2024-08-26", "2025-06-27", 600, datumEindeWerkelijk="2025-03-14", opleidingcode="25364"
        ).geeft("B15"),
        schrijf_uit("1", "2025-03-14", None).geeft("I19"),
    ),
    verhaal(
        "gijs",
        "Achternaam met een apostrof als voorvoegsel. De school tikte het nummer van het leerbedrijf verkeerd over."
        " Van de hovenier waar hij stage loopt trekt SBB de erkenning in.",
        "999940351",
        identificeer("999940351", "2008-02-28", "M"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25452", "BOL")),
        loop_stage("1/1", ONBEKEND_BEDRIJF, "2026-09-07", "2027-01-29", 320, opleidingcode="25452").geeft("B05"),
        loop_stage("1/1", HOVENIER, "2026-09-07", "2027-01-29", 320, opleidingcode="25452"),
        trek_erkenning_in(HOVENIER, "25452", "2026-12-01"),
    ),
    verhaal(
        "bo",
        "Achternaam van twee letters. Ingeschreven en meteen weer teruggetrokken: eerst de stage weg, dan de"
        " inschrijving.",
        "999940338",
        identificeer("999940338", "2007-07-17", "V"),
        schrijf_in("1", "2029-07-31", periode("2026-08-01", "25244", "BBL")),
        loop_stage("1/1", GARAGE, "2026-08-03", "2029-07-31", 3800, opleidingcode="25244"),
        verwijder_inschrijving("1").geeft("I18"),
        verwijder_stage("1/1"),
        verwijder_inschrijving("1"),
    ),
)
