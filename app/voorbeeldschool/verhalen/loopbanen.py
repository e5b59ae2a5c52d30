"""Careers: students who begin, go on, change direction or school, and finish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.resultaten import (
    ENGELS,
    NEDERLANDS_2F,
    NEDERLANDS_3F,
    REKENEN_2F,
    REKENEN_3F,
    behaal,
    behaal_los,
    examen,
    keuzedeel,
    trek_diploma_in,
    trek_los_in,
    wijzig_diploma,
    wijzig_los,
)
from app.voorbeeldschool.stappen import (
    BAKKERIJ,
    DRUKKERIJ,
    KINDEROPVANG,
    THUISZORG,
    ZORGHUIS,
    identificeer,
    identificeer_zonder_nummer,
    kwam_van,
    loop_stage,
    muteer,
    ondersteun,
    periode,
    schrijf_in,
    schrijf_uit,
    staak_ondersteuning,
    wijzig_inschrijving,
    wijzig_stage,
)
from app.voorbeeldschool.stappen import adres as op_adres
from app.voorbeeldschool.verhaal import DE_BRUG, verhaal

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

LOOPBANEN: Final[tuple[Verhaal, ...]] = (
    verhaal(
        "sanne",
        "Begint op haar zestiende aan de entreeopleiding, haalt haar diploma, stroomt door naar Helpende, gaat na de"
        " herfst werken en leren, en volgt bij een andere school een los keuzedeel. Haar dossier is het eerste"
        " voorbeeld van bron dev.",
        "999940004",
        identificeer("999940004", "2009-03-14", "V"),
        schrijf_in("1", "2026-07-31", periode("2025-08-01", "25251", "BOL"), hoogsteVooropleiding="04"),
        ondersteun("1", ("2025-09-15", "2026-01-30")),
        loop_stage("1/1", THUISZORG, "2026-02-02", "2026-06-26", 320, afsluitdatum="2026-01-19", opleidingcode="25251"),
        wijzig_stage(
            "1/1",
            THUISZORG,
            "2026-02-02",
            "2026-06-26",
            320,
            afsluitdatum="2026-01-19",
            datumEindeWerkelijk="2026-06-26",
            opleidingcode="25251",
        ),
        schrijf_uit("1", "2026-07-17", "08"),
        schrijf_in("2", "2028-07-31", periode("2026-08-01", "25498", "BOL"), hoogsteVooropleiding="08"),
        loop_stage("2/1", ZORGHUIS, "2026-09-14", "2027-02-05", 240, keuzedeelcode="K0055"),
        wijzig_inschrijving(
            "2",
            "2028-07-31",
            periode("2026-08-01", "25498", "BOL"),
            periode("2026-11-02", "25498", "BBL"),
            hoogsteVooropleiding="08",
            verwachteVersie=1,
        ),
        loop_stage("2/2", ZORGHUIS, "2026-11-02", "2028-07-31", 1600, afsluitdatum="2026-10-21", opleidingcode="25498"),
        identificeer("999940004", "2009-03-14", "V").door(DE_BRUG),
        schrijf_in("OVO1", "2027-01-31", periode("2026-09-01", "25498", "OVO", bekostigbaar=False)).door(DE_BRUG),
        behaal(
            "1/D1",
            "25251",
            "2026-07-17",
            generiekeExamenonderdelen=[examen("D1N", NEDERLANDS_2F, 6, "6.2", "5.4")],
            keuzedelen=[keuzedeel("D1K", "K0055")],
        ),
        kwam_van("04", "00AA", "2025-06-12", NE=6, EN=5, WI=6),
    ),
    verhaal(
        "daan",
        "Gewone student, bol niveau 4, in zijn derde jaar: een stage achter de rug en een die loopt. Het VO-register"
        " leverde zijn vooropleiding al voordat een school hem identificeerde; dit najaar verhuisde hij, volgens de"
        " BRP.",
        "999940016",
        kwam_van("05", "00AA", "2024-06-13", NE=7, EN=6, WI=7, EC=8),
        identificeer("999940016", "2006-05-22", "M"),
        schrijf_in("1", "2028-07-31", periode("2024-08-01", "25187", "BOL"), hoogsteVooropleiding="05"),
        loop_stage(
            "1/1",
            DRUKKERIJ,
            "2026-02-02",
            "2026-07-03",
            640,
            afsluitdatum="2026-01-20",
            datumEindeWerkelijk="2026-07-03",
            opleidingcode="25187",
        ),
        loop_stage("1/2", DRUKKERIJ, "2026-09-07", "2027-02-05", 640, opleidingcode="25187"),
        muteer("999940016", "2026-10-05", adres=op_adres("3512 JC", 88, "Oudegracht", "Utrecht")),
    ),
    verhaal(
        "lotte",
        "Tweeling van Mees: zelfde achternaam, dag en adres, ander geslacht. Kiest eerst een domein en pas een jaar"
        " later de kwalificatie.",
        "999940053",
        identificeer_zonder_nummer(
            ("Lotte", "Akkerboom"), "2008-06-06", "V", op_adres("3981 XD", 7, "Dorpsstraat", "Bunnik")
        ),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "79140", "BOL", niveau="MBO_3")),
        wijzig_inschrijving(
            "1",
            "2028-07-31",
            periode("2025-08-01", "79140", "BOL", niveau="MBO_3"),
            periode("2026-08-01", "25486", "BOL"),
        ),
        loop_stage("1/1", KINDEROPVANG, "2026-09-01", "2027-06-30", 560, opleidingcode="25486"),
    ),
    verhaal(
        "mees",
        "Tweeling van Lotte, en bakker: werkt vier dagen en gaat een dag naar school.",
        "999940065",
        identificeer("999940065", "2008-06-06", "M"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25173", "BBL")),
        loop_stage("1/1", BAKKERIJ, "2025-08-18", "2027-07-31", 1800, opleidingcode="25173"),
        ondersteun("1", ("2025-10-01", "2026-02-28"), ("2026-09-01", None)),
        staak_ondersteuning("1", "2026-09-01"),
    ),
    verhaal(
        "monique",
        "Om-, her- en bijscholer: begon op haar veertigste opnieuw en haalt het in een jaar. In haar diploma vergat de"
        " school eerst het Engels, een vijf; van rekenen heeft zij vrijstelling.",
        "999940363",
        identificeer("999940363", "1985-04-06", "V"),
        schrijf_in("1", "2027-07-31", periode("2025-08-01", "25471", "BBL"), hoogsteVooropleiding="06"),
        loop_stage("1/1", THUISZORG, "2025-08-25", "2026-07-10", 1200, opleidingcode="25471"),
        schrijf_uit("1", "2026-07-10", "08"),
        behaal(
            "1/M1",
            "25471",
            "2026-07-10",
            generiekeExamenonderdelen=[
                examen("M1N", NEDERLANDS_3F, 8, "7.4", "7.9"),
                examen("M1R", REKENEN_3F, 7, vrijstelling="MBO"),
            ],
        ).geeft("R08"),
        wijzig_diploma(
            "1/M1",
            "25471",
            "2026-07-10",
            generiekeExamenonderdelen=[
                examen("M1N", NEDERLANDS_3F, 8, "7.4", "7.9"),
                examen("M1R", REKENEN_3F, 7, vrijstelling="MBO"),
                examen("M1E", ENGELS, 5, "5.4"),
            ],
        ),
    ),
    verhaal(
        "kevin",
        "Volgt na een diploma niveau 3 nog niveau 4, met een maand ertussen. Het diploma kwam eerst op naam van een"
        " dossier, waarin niemand een diploma haalt.",
        "999940375",
        identificeer("999940375", "2000-05-13", "M"),
        schrijf_in(
            "A1",
            "2025-07-31",
            periode("2022-08-01", "25339", "BOL"),
            datumUitschrijvingWerkelijk="2025-07-04",
            redenUitschrijving="08",
        ),
        schrijf_in("A2", "2028-07-31", periode("2025-08-01", "25262", "BOL"), hoogsteVooropleiding="09"),
        behaal("A1/K1", "23130", "2025-07-04").geeft("R03"),
        behaal(
            "A1/K1",
            "25339",
            "2025-07-04",
            generiekeExamenonderdelen=[
                examen("K1N", NEDERLANDS_2F, 7, "6.9", "7.2"),
                examen("K1R", REKENEN_2F, 5, "5.4"),
            ],
            keuzedelen=[keuzedeel("K1A", "K0061"), keuzedeel("K1B", "K0138", behaald=False)],
        ),
    ),
    verhaal(
        "patricia",
        "Doet jaren na de opleiding alleen nog examen (EX); de school vraagt er geen bekostiging voor. Haar diploma"
        " werd te vroeg geleverd en weer ingetrokken.",
        "999940387",
        identificeer("999940387", "1997-02-21", "V"),
        schrijf_in("EX1", "2027-01-31", periode("2026-10-01", "25490", "EX", bekostigbaar=False)),
        behaal("EX1/P1", "25490", "2026-11-13", bekostigbaar=False).geeft("R08", "R12"),
        trek_diploma_in("P1"),
    ),
    verhaal(
        "tygo",
        "Komt uit het vmbo in een doorlopende leerroute (DLP): eerst de fase VO, sinds dit schooljaar de fase MBO.",
        "999940399",
        identificeer("999940399", "2010-01-09", "M"),
        schrijf_in(
            "1",
            "2028-07-31",
            periode("2024-08-01", "25350", "BOL", leerroute="DLP", leerroutefase="VO"),
            periode("2026-08-01", "25350", "BOL", leerroute="DLP", leerroutefase="MBO"),
        ),
    ),
    verhaal(
        "isa",
        "Wisselt halverwege het jaar van school. De nieuwe schrijft haar in voordat de oude haar uitschrijft, en krijgt"
        " een melding om met de andere te overleggen.",
        "999940405",
        identificeer("999940405", "2007-05-26", "V"),
        schrijf_in("1", "2028-07-31", periode("2025-08-01", "25473", "BOL")),
        identificeer("999940405", "2007-05-26", "V").door(DE_BRUG),
        schrijf_in("2026-117", "2029-07-31", periode("2026-02-01", "25473", "BOL")).door(DE_BRUG).geeft("I14", "I15"),
        schrijf_in("2026117", "2029-07-31", periode("2026-02-01", "25473", "BOL")).door(DE_BRUG).geeft("I15"),
        schrijf_uit("1", "2026-01-31", "04"),
    ),
    verhaal(
        "marloes",
        "Volgt losse keuzedelen naast het werk (OVO), waarvoor nooit bekostiging kan worden gevraagd. Van twee is de"
        " uitkomst geleverd; de tweede was van een ander.",
        "999940417",
        identificeer("999940417", "1992-08-30", "V"),
        schrijf_in("1", "2027-07-31", periode("2026-08-01", "25485", "OVO")).geeft("I16"),
        schrijf_in("1", "2027-07-31", periode("2026-08-01", "25485", "OVO", bekostigbaar=False)),
        behaal_los("1", "2026-10-16", keuzedeel=keuzedeel("L1", "K0055", behaald=False)),
        wijzig_los("1", "2026-11-06", keuzedeel=keuzedeel("L1", "K0055", certificaat=True)),
        behaal_los("1", "2026-11-06", keuzedeel=keuzedeel("L2", "K0061")),
        trek_los_in("L2"),
    ),
)
