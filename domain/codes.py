"""The fixed code lists of the law; lists that change are reference data."""

from __future__ import annotations

from enum import StrEnum


class Geslacht(StrEnum):
    """Gender as in the BRP: M, V or O (unknown)."""

    M = "M"
    V = "V"
    O = "O"  # noqa: E741 - the BRP's code


class Leertraject(StrEnum):
    """The learning tracks (PvE chapter 13)."""

    BOL = "BOL"
    BOL_DT = "BOL_DT"
    BBL = "BBL"
    OVO = "OVO"
    EX = "EX"
    ODT = "ODT"


class Niveau(StrEnum):
    """The level of a training; files write MBO-1, the API MBO_1."""

    MBO_1 = "MBO_1"
    MBO_2 = "MBO_2"
    MBO_3 = "MBO_3"
    MBO_4 = "MBO_4"


class Opleidingsoort(StrEnum):
    """What an opleidingcode stands for."""

    KWALIFICATIE = "KWALIFICATIE"
    DOSSIER = "DOSSIER"
    DOMEIN = "DOMEIN"


class SoortOpleiding(StrEnum):
    """The kind of training of WEB article 7.2.2."""

    ENTREE = "ENTREE"
    BASISBEROEPS = "BASISBEROEPS"
    VAK = "VAK"
    MIDDENKADER = "MIDDENKADER"
    SPECIALISTEN = "SPECIALISTEN"


class Leerroute(StrEnum):
    """DLP: a continuous learning route from vmbo to mbo."""

    DLP = "DLP"


class Leerroutefase(StrEnum):
    """The phase of a continuous learning route."""

    VO = "VO"
    MBO = "MBO"


class ErkenningStatus(StrEnum):
    """The recognition of a leerbedrijf for an opleiding, as SBB knows it."""

    ERKEND = "ERKEND"
    INGETROKKEN = "INGETROKKEN"
    ONBEKEND = "ONBEKEND"


class Examensoort(StrEnum):
    """Which kind of result an examenonderdeel is: generic (GEO), or of an AMvB (AMO)."""

    GEO = "GEO"
    AMO = "AMO"


class Examenvak(StrEnum):
    """The subject of an examenonderdeel (EXB); pass rules speak of it."""

    NEDERLANDS = "NEDERLANDS"
    REKENEN = "REKENEN"
    ENGELS = "ENGELS"
    LOOPBAAN_BURGERSCHAP = "LOOPBAAN_BURGERSCHAP"


class ResultaatSoort(StrEnum):
    """The kinds of result (PvE chapter 13: DIP, GEO, KZD and AMO)."""

    DIPLOMA = "DIPLOMA"
    GENERIEK_EXAMENONDERDEEL = "GENERIEK_EXAMENONDERDEEL"
    KEUZEDEEL = "KEUZEDEEL"
    AMVB_ONDERDEEL = "AMVB_ONDERDEEL"


class Register(StrEnum):
    """The part of the register that a change belongs to."""

    PERSOON = "PERSOON"
    ONDERWIJSDEELNAME = "ONDERWIJSDEELNAME"
    ONDERWIJSRESULTAAT = "ONDERWIJSRESULTAAT"


class Mutatiesoort(StrEnum):
    """What happened to an object."""

    TOEVOEGING = "TOEVOEGING"
    WIJZIGING = "WIJZIGING"
    VERWIJDERING = "VERWIJDERING"


class Verwerkingsstatus(StrEnum):
    """The outcome of a delivery."""

    GOEDGEKEURD = "GOEDGEKEURD"
    GOEDGEKEURD_MET_SIGNAAL = "GOEDGEKEURD_MET_SIGNAAL"
    AFGEKEURD = "AFGEKEURD"
    IN_BEHANDELING = "IN_BEHANDELING"


class LeveringSoort(StrEnum):
    """The kinds of delivery the register takes."""

    IDENTIFICEREN_PERSOON = "IDENTIFICEREN_PERSOON"
    OPNIEUW_IDENTIFICEREN_PERSOON = "OPNIEUW_IDENTIFICEREN_PERSOON"
    AANLEVEREN_INSCHRIJVING = "AANLEVEREN_INSCHRIJVING"
    WIJZIGEN_INSCHRIJVING = "WIJZIGEN_INSCHRIJVING"
    AANLEVEREN_UITSCHRIJVING = "AANLEVEREN_UITSCHRIJVING"
    VERWIJDEREN_INSCHRIJVING = "VERWIJDEREN_INSCHRIJVING"
    AANLEVEREN_EXTRA_ONDERSTEUNING = "AANLEVEREN_EXTRA_ONDERSTEUNING"
    VERWIJDEREN_EXTRA_ONDERSTEUNING = "VERWIJDEREN_EXTRA_ONDERSTEUNING"
    AANLEVEREN_BPV = "AANLEVEREN_BPV"
    WIJZIGEN_BPV = "WIJZIGEN_BPV"
    VERWIJDEREN_BPV = "VERWIJDEREN_BPV"
    AANLEVEREN_DIPLOMA = "AANLEVEREN_DIPLOMA"
    WIJZIGEN_DIPLOMA = "WIJZIGEN_DIPLOMA"
    VERWIJDEREN_DIPLOMA = "VERWIJDEREN_DIPLOMA"
    AANLEVEREN_RESULTAAT = "AANLEVEREN_RESULTAAT"
    WIJZIGEN_RESULTAAT = "WIJZIGEN_RESULTAAT"
    VERWIJDEREN_RESULTAAT = "VERWIJDEREN_RESULTAAT"
    VERWERKEN_PERSOONSMUTATIE = "VERWERKEN_PERSOONSMUTATIE"
    VERWERKEN_ERKENNINGSMUTATIE = "VERWERKEN_ERKENNINGSMUTATIE"
    AANLEVEREN_VOOROPLEIDING = "AANLEVEREN_VOOROPLEIDING"


class BerichtSoort(StrEnum):
    """The spontaneous messages to institutions; BEHEER (own choice) tells what IPO did in its name."""

    IDENTIFICATIE_AFGEROND = "IDENTIFICATIE_AFGEROND"
    PERSOONSMUTATIE = "PERSOONSMUTATIE"
    SLEUTELWIJZIGING = "SLEUTELWIJZIGING"
    ERKENNING_GEWIJZIGD = "ERKENNING_GEWIJZIGD"
    BEKOSTIGINGSSTATUS = "BEKOSTIGINGSSTATUS"
    KWALITEITSSIGNAAL = "KWALITEITSSIGNAAL"
    BEHEER = "BEHEER"
    OVERZICHT_GEREED = "OVERZICHT_GEREED"


class AanvraagSoort(StrEnum):
    """The kinds of request: what is asked of the register beside deliveries."""

    REGISTRATIEOVERZICHT = "REGISTRATIEOVERZICHT"
    AFHANDELEN_IDENTIFICATIE = "AFHANDELEN_IDENTIFICATIE"
    VASTLEGGEN_WEBHOOK = "VASTLEGGEN_WEBHOOK"
    VERWIJDEREN_WEBHOOK = "VERWIJDEREN_WEBHOOK"


class WerkSoort(StrEnum):
    """What a human has to look at."""

    IDENTIFICATIE = "IDENTIFICATIE"
    MISLUKT_WERK = "MISLUKT_WERK"


class OverzichtSoort(StrEnum):
    """The kinds of file that the register makes (PvE chapters 13 to 16); GRONDSLAG to VASTSTELLING [own choice]."""

    OBO = "OBO"
    REGISTRATIEOVERZICHT = "REGISTRATIEOVERZICHT"
    TBGI = "TBGI"
    GRONDSLAG = "GRONDSLAG"
    UITLEVERING = "UITLEVERING"
    VASTSTELLING = "VASTSTELLING"


class OverzichtStatus(StrEnum):
    """How far an overview is."""

    AANGEVRAAGD = "AANGEVRAAGD"
    BEZIG = "BEZIG"
    GEREED = "GEREED"
    MISLUKT = "MISLUKT"
