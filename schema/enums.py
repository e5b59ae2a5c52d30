"""The code lists of the domain as GraphQL enums: described here, so that the domain stays pure."""

from collections.abc import Mapping
from enum import StrEnum

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from domain.aanroeper import Rol
from domain.codes import (
    BerichtSoort,
    ErkenningStatus,
    Geslacht,
    Leerroute,
    Leerroutefase,
    Leertraject,
    LeveringSoort,
    Mutatiesoort,
    Niveau,
    Opleidingsoort,
    OverzichtSoort,
    OverzichtStatus,
    Register,
    ResultaatSoort,
    SoortOpleiding,
    Verwerkingsstatus,
    WerkSoort,
)
from domain.signalen import SignaalSoort

__all__ = [
    "BerichtSoort",
    "ErkenningStatus",
    "Geslacht",
    "Leerroute",
    "Leerroutefase",
    "Leertraject",
    "LeveringSoort",
    "Mutatiesoort",
    "Niveau",
    "Opleidingsoort",
    "OverzichtSoort",
    "OverzichtStatus",
    "Register",
    "ResultaatSoort",
    "Rol",
    "SignaalSoort",
    "SoortOpleiding",
    "Verwerkingsstatus",
    "WerkSoort",
]


def _beschrijf(lijst: type[StrEnum], beschrijving: str, waarden: Mapping[StrEnum, str]) -> None:
    """Make the list an enum of the schema; KeyError when a value has no description."""
    strawberry.enum(lijst, description=beschrijving)
    definitie: StrawberryEnumDefinition = lijst.__strawberry_definition__  # type: ignore[attr-defined]  # just set
    for waarde in definitie.values:
        waarde.description = waarden[lijst[waarde.name]]


_beschrijf(
    Rol,
    "De rol van een aanroeper, uit het token; zij bepaalt welke velden en welke gegevens bereikbaar zijn.",
    {
        Rol.MBO: "Studentenadministratie van één instelling: levert, en ziet alleen de eigen registraties.",
        Rol.IPO: "Registerbeheer bij DUO: ziet alles en levert namens een instelling, met reden.",
        Rol.AFNEMER: "Partij met een wettelijke grondslag: ziet alleen wat haar profiel toelaat.",
        Rol.KETEN: "Bronregister (BRP, SBB of VO): levert mutaties aan en ziet geen registraties.",
    },
)
_beschrijf(
    Geslacht,
    "Geslacht zoals de BRP het kent.",
    {Geslacht.M: "Man.", Geslacht.V: "Vrouw.", Geslacht.O: "Onbekend of onbepaald."},
)
_beschrijf(
    Leertraject,
    "De weg waarlangs een student de opleiding volgt [PvE hoofdstuk 13].",
    {
        Leertraject.BOL: "Beroepsopleidende leerweg, voltijd.",
        Leertraject.BOL_DT: "Beroepsopleidende leerweg in deeltijd; geldig tot en met 2023-07-31 (signaal I08).",
        Leertraject.BBL: "Beroepsbegeleidende leerweg: werken en leren.",
        Leertraject.OVO: "Overig onderwijs; wordt niet bekostigd.",
        Leertraject.EX: "Examendeelnemer: doet examen zonder onderwijs te volgen.",
        Leertraject.ODT: "Overig onderwijs, deeltijd; geldig vanaf 2019-01-01 (signaal I08), wordt niet bekostigd.",
    },
)
_beschrijf(
    Niveau,
    "Het niveau van een mbo-opleiding [WEB artikel 7.2.2]; in bestanden geschreven als MBO-1 tot en met MBO-4.",
    {
        Niveau.MBO_1: "Niveau 1: entreeopleiding.",
        Niveau.MBO_2: "Niveau 2: basisberoepsopleiding.",
        Niveau.MBO_3: "Niveau 3: vakopleiding.",
        Niveau.MBO_4: "Niveau 4: middenkader- of specialistenopleiding.",
    },
)
_beschrijf(
    Opleidingsoort,
    "Waar een opleidingcode voor staat.",
    {
        Opleidingsoort.KWALIFICATIE: "Kwalificatie: hierin kan een diploma worden behaald.",
        Opleidingsoort.DOSSIER: "Kwalificatiedossier: omvat een of meer kwalificaties.",
        Opleidingsoort.DOMEIN: "Opleidingsdomein: omvat een of meer dossiers; alleen met BOL en niet op niveau 1.",
    },
)
_beschrijf(
    SoortOpleiding,
    "De soort beroepsopleiding [WEB artikel 7.2.2].",
    {
        SoortOpleiding.ENTREE: "Entreeopleiding (niveau 1).",
        SoortOpleiding.BASISBEROEPS: "Basisberoepsopleiding (niveau 2).",
        SoortOpleiding.VAK: "Vakopleiding (niveau 3).",
        SoortOpleiding.MIDDENKADER: "Middenkaderopleiding (niveau 4).",
        SoortOpleiding.SPECIALISTEN: "Specialistenopleiding (niveau 4).",
    },
)
_beschrijf(
    Leerroute,
    "Bijzondere leerroute waarbinnen de student de opleiding volgt.",
    {Leerroute.DLP: "Doorlopende leerroute van vmbo naar mbo."},
)
_beschrijf(
    Leerroutefase,
    "De fase van een doorlopende leerroute; mogelijk vanaf 2020-08-01 en alleen met een leerroute (signaal I24).",
    {
        Leerroutefase.VO: "De fase in het voortgezet onderwijs.",
        Leerroutefase.MBO: "De fase in het mbo.",
    },
)
_beschrijf(
    ErkenningStatus,
    "De erkenning van een leerbedrijf voor een opleiding, zoals SBB die kent [WEB artikel 7.2.10].",
    {
        ErkenningStatus.ERKEND: "Erkend voor deze opleiding.",
        ErkenningStatus.INGETROKKEN: "De erkenning is ingetrokken, vanaf de begindatum.",
        ErkenningStatus.ONBEKEND: "SBB kent geen erkenning voor deze opleiding, of is niet bereikbaar.",
    },
)
_beschrijf(
    Register,
    "Het deel van het register waar een wijziging bij hoort.",
    {
        Register.PERSOON: "Persoonsgegevens.",
        Register.ONDERWIJSDEELNAME: "Inschrijvingen met hun perioden en extra ondersteuning, en BPV's.",
        Register.ONDERWIJSRESULTAAT: "Diploma's en andere resultaten.",
    },
)
_beschrijf(
    ResultaatSoort,
    "De soorten resultaat [PvE hoofdstuk 13].",
    {
        ResultaatSoort.DIPLOMA: "Diploma (DIP).",
        ResultaatSoort.GENERIEK_EXAMENONDERDEEL: "Generiek examenonderdeel (GEO), los of bij een diploma.",
        ResultaatSoort.KEUZEDEEL: "Keuzedeel (KZD), los of bij een diploma.",
        ResultaatSoort.AMVB_ONDERDEEL: "AMvB-onderdeel (AMO), los of bij een diploma.",
    },
)
_beschrijf(
    Mutatiesoort,
    "Wat er met een geregistreerd object gebeurde.",
    {
        Mutatiesoort.TOEVOEGING: "Het object is nieuw.",
        Mutatiesoort.WIJZIGING: "Een of meer velden kregen een andere waarde.",
        Mutatiesoort.VERWIJDERING: "Het object is verwijderd.",
    },
)
_beschrijf(
    Verwerkingsstatus,
    "De uitkomst van een levering.",
    {
        Verwerkingsstatus.GOEDGEKEURD: "Geregistreerd, zonder opmerkingen.",
        Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL: "Geregistreerd; de signalen vragen om controle.",
        Verwerkingsstatus.AFGEKEURD: "Niets geregistreerd; ten minste één signaal is een FOUTMELDING.",
        Verwerkingsstatus.IN_BEHANDELING: "Nog niet beslist; de uitkomst volgt, zie de signalen (P04 of P06).",
    },
)
_beschrijf(
    SignaalSoort,
    "Hoe zwaar een signaal weegt.",
    {
        SignaalSoort.FOUTMELDING: "De levering is afgekeurd: niets is geregistreerd.",
        SignaalSoort.MELDING: "Geregistreerd, maar controleer het.",
        SignaalSoort.SIGNAAL: "Kwaliteitscontrole achteraf.",
        SignaalSoort.BEKOSTIGINGSSIGNAAL: "Reden bij de bekostigingsstatus.",
    },
)
_beschrijf(
    LeveringSoort,
    "De soorten levering die het register aanneemt; elke soort is een mutation met dezelfde naam.",
    {
        LeveringSoort.IDENTIFICEREN_PERSOON: "Een student identificeren, met of zonder persoonsnummer.",
        LeveringSoort.OPNIEUW_IDENTIFICEREN_PERSOON: "Een student met onderwijsnummer opnieuw identificeren.",
        LeveringSoort.AANLEVEREN_INSCHRIJVING: "Een nieuwe inschrijving met haar perioden.",
        LeveringSoort.WIJZIGEN_INSCHRIJVING: "Een inschrijving geheel vervangen.",
        LeveringSoort.AANLEVEREN_UITSCHRIJVING: "De werkelijke einddatum en reden van een inschrijving.",
        LeveringSoort.VERWIJDEREN_INSCHRIJVING: "Een inschrijving verwijderen.",
        LeveringSoort.AANLEVEREN_EXTRA_ONDERSTEUNING: "Perioden van extra ondersteuning toevoegen.",
        LeveringSoort.VERWIJDEREN_EXTRA_ONDERSTEUNING: "Een periode van extra ondersteuning verwijderen.",
        LeveringSoort.AANLEVEREN_BPV: "Een nieuwe BPV bij een inschrijving.",
        LeveringSoort.WIJZIGEN_BPV: "Een BPV geheel vervangen.",
        LeveringSoort.VERWIJDEREN_BPV: "Een BPV verwijderen.",
        LeveringSoort.AANLEVEREN_DIPLOMA: "Een nieuw diploma met zijn onderdelen.",
        LeveringSoort.WIJZIGEN_DIPLOMA: "Een diploma met zijn onderdelen geheel vervangen.",
        LeveringSoort.VERWIJDEREN_DIPLOMA: "Een diploma met zijn onderdelen verwijderen.",
        LeveringSoort.AANLEVEREN_RESULTAAT: "Een nieuw los resultaat.",
        LeveringSoort.WIJZIGEN_RESULTAAT: "Een los resultaat geheel vervangen.",
        LeveringSoort.VERWERKEN_PERSOONSMUTATIE: "Een wijziging van een persoon, door de BRP.",
        LeveringSoort.VERWERKEN_ERKENNINGSMUTATIE: "Een wijziging van de erkenning van een leerbedrijf, door SBB.",
        LeveringSoort.AANLEVEREN_VOOROPLEIDING: "Een vooropleiding, door het VO-register.",
        LeveringSoort.VERWIJDEREN_RESULTAAT: "Een los resultaat verwijderen.",
    },
)
_beschrijf(
    OverzichtSoort,
    "De soorten bestanden die het register maakt.",
    {
        OverzichtSoort.OBO: "Overzicht bekostigingsonderzoek van een studiejaar [PvE hoofdstuk 14].",
        OverzichtSoort.REGISTRATIEOVERZICHT: "Alles wat over een periode is geregistreerd [PvE hoofdstuk 15].",
        OverzichtSoort.TBGI: "Terugmelding bekostigingsgrondslagen [PvE hoofdstuk 16].",
        OverzichtSoort.GRONDSLAG: "Bekostigingsgrondslagen van een bekostigingsjaar.",
        OverzichtSoort.UITLEVERING: "Uitlevering aan een afnemer.",
        OverzichtSoort.VASTSTELLING: "Definitieve vaststelling van een bekostigingsjaar.",
    },
)
_beschrijf(
    OverzichtStatus,
    "Hoe ver het maken van een overzicht is.",
    {
        OverzichtStatus.AANGEVRAAGD: "In de wachtrij.",
        OverzichtStatus.BEZIG: "Wordt gemaakt; `voortgang` zegt hoe ver.",
        OverzichtStatus.GEREED: "Gemaakt, en op te halen.",
        OverzichtStatus.MISLUKT: "Niet gelukt; `fout` zegt waarom. Het register probeert het nog enkele keren.",
    },
)
_beschrijf(
    WerkSoort,
    "Waarom een mens naar werk moet kijken.",
    {
        WerkSoort.IDENTIFICATIE: "Een identificatie is niet uniek (P04); beslis met `afhandelenIdentificatie`.",
        WerkSoort.MISLUKT_WERK: "Werk op de achtergrond blijft mislukken; het register probeert het verder zelf.",
    },
)
_beschrijf(
    BerichtSoort,
    "Waar een spontane levering over gaat.",
    {
        BerichtSoort.IDENTIFICATIE_AFGEROND: "Een identificatie die in behandeling was, is afgerond.",
        BerichtSoort.PERSOONSMUTATIE: "De gegevens van een student zijn veranderd; `inhoud` noemt de velden.",
        BerichtSoort.SLEUTELWIJZIGING: "Een student heeft een ander nummer; het oude blijft naar hem wijzen.",
        BerichtSoort.ERKENNING_GEWIJZIGD: "De erkenning van een leerbedrijf met een lopende of komende BPV is anders.",
        BerichtSoort.BEKOSTIGINGSSTATUS: "De bekostigingsstatus van een inschrijving of diploma is bepaald.",
        BerichtSoort.KWALITEITSSIGNAAL: "Een controle achteraf had een uitkomst, zoals een uitgestelde vraag aan SBB.",
        BerichtSoort.BEHEER: "IPO leverde namens de instelling [eigen keuze].",
        BerichtSoort.OVERZICHT_GEREED: "Een aangevraagd overzicht is gemaakt en kan worden opgehaald.",
    },
)
