"""Operations to try in dev, on students of the sample; the first one is the curl line that `bron dev` prints."""

from __future__ import annotations

from typing import Final

from app.http.beginpagina import Voorbeeld
from domain.aanroeper import Aanroeper, Ketenpartner, Rol

SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV")
IPO: Final = Aanroeper(rol=Rol.IPO)
AANROEPERS: Final = (
    SCHOOL,
    IPO,
    Aanroeper(rol=Rol.AFNEMER, afnemer="CBS"),
    Aanroeper(rol=Rol.AFNEMER, afnemer="SBB"),
    *(Aanroeper(rol=Rol.KETEN, ketenpartner=partner) for partner in Ketenpartner),
)
_STUDENT: Final = {"persoon": {"burgerservicenummer": "999940004"}}

VOORBEELDEN: Final = (
    Voorbeeld(
        titel="Het dossier van een student",
        aanroeper=SCHOOL,
        document="""\
query Dossier($persoon: PersoonSleutelInput!) {
  studentendossier(persoon: $persoon) {
    persoon { voornamen geslachtsnaam geboortedatum }
    inschrijvingen {
      inschrijvingvolgnummer datumInschrijving datumUitschrijvingWerkelijk
      perioden { datumBegin opleidingcode leertraject niveau opleiding { naam } }
      bpvs { bpvvolgnummer datumBegin omvang leerbedrijf { naam plaats } }
    }
  }
}""",
        variabelen=_STUDENT,
    ),
    Voorbeeld(
        titel="Hetzelfde dossier over alle instellingen heen, met de leveringen die het maakten",
        aanroeper=IPO,
        document="""\
query Dossier($persoon: PersoonSleutelInput!) {
  studentendossier(persoon: $persoon) {
    persoon { burgerservicenummer geslachtsnaam }
    inschrijvingen { instelling { naam } inschrijvingvolgnummer versie }
    ... on IpoStudentendossier {
      leveringen(first: 10) { edges { node { kenmerk soort status ontvangenOp } } }
    }
  }
}""",
        variabelen=_STUDENT,
    ),
    Voorbeeld(
        titel="De eerste vijf inschrijvingen van de instelling, met wat nu geldt en wat er te melden is",
        aanroeper=SCHOOL,
        document="""\
query Inschrijvingen($first: Int) {
  inschrijvingen(first: $first) {
    totalCount
    edges {
      node {
        inschrijvingvolgnummer datumInschrijving
        persoon { geslachtsnaam }
        geldigePeriode { leertraject niveau opleiding { naam } }
        signalen { code tekst }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}""",
        variabelen={"first": 5},
    ),
    Voorbeeld(
        titel="Een uitschrijving proberen, zonder iets te registreren",
        aanroeper=SCHOOL,
        document="""\
mutation Proef($input: UitschrijvingInput!) {
  aanleverenUitschrijving(input: $input) {
    status
    signalen { code soort tekst pad }
    mutaties { entiteit soort velden { veld oud nieuw } }
  }
}""",
        variabelen={
            "input": {
                "kenmerk": "proef-1",
                "proef": True,
                "inschrijvingvolgnummer": "2",
                "datumUitschrijvingWerkelijk": "2026-11-20",
                "redenUitschrijving": "04",
                **_STUDENT,
            }
        },
    ),
    Voorbeeld(
        titel="Een levering die wordt afgekeurd: elk signaal wijst met pad aan wat er te herstellen is",
        aanroeper=SCHOOL,
        document="""\
mutation Afgekeurd($input: InschrijvingInput!) {
  aanleverenInschrijving(input: $input) {
    status
    signalen { code soort tekst pad }
    levering { ontvangenOp hash }
  }
}""",
        variabelen={
            "input": {
                "kenmerk": "voorbeeld-afgekeurd",
                "inschrijvingvolgnummer": "3",
                "datumInschrijving": "2026-09-01",
                "datumUitschrijvingGepland": "2029-07-31",
                "redenUitschrijving": "10",
                "perioden": [
                    {
                        "datumBegin": "2026-09-01",
                        "opleidingcode": "99012",
                        "leertraject": "BOL",
                        "indicatieBekostigbaar": True,
                    },
                    {
                        "datumBegin": "2027-08-01",
                        "opleidingcode": "25491",
                        "leertraject": "OVO",
                        "indicatieBekostigbaar": True,
                        "onderwijslocatie": "127X201",
                    },
                ],
                **_STUDENT,
            }
        },
    ),
    Voorbeeld(
        titel="Wat er van deze instelling is afgekeurd, met wat zij leverde",
        aanroeper=SCHOOL,
        document="""\
query Afgekeurd($filter: LeveringFilter) {
  leveringen(filter: $filter, first: 3) {
    totalCount
    edges { node { kenmerk soort signalen { code tekst pad } bericht } }
  }
}""",
        variabelen={"filter": {"status": "AFGEKEURD"}},
    ),
    Voorbeeld(
        titel="Mag de student hier stage lopen? De erkenning van een leerbedrijf volgens SBB",
        aanroeper=SCHOOL,
        document="""\
query Erkenning($id: String!, $opleiding: String!, $begin: Date!) {
  verificatieLeerbedrijf(leerbedrijfId: $id, opleidingcode: $opleiding, datumBegin: $begin) {
    status
    signalen { code tekst }
  }
  leerbedrijf(leerbedrijfId: $id) { naam plaats erkenningen { opleidingcode status datumBegin } }
}""",
        variabelen={"id": "190000042", "opleiding": "25471", "begin": "2026-09-01"},
    ),
    Voorbeeld(
        titel="De BRP levert een verhuizing: de school krijgt bericht, de BRP hoort alleen dat het goed is",
        aanroeper=Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.BRP),
        document="""\
mutation Verhuizing($input: PersoonsmutatieInput!) {
  verwerkenPersoonsmutatie(input: $input) {
    status
    signalen { code tekst pad }
    persoon { geslachtsnaam }
  }
}""",
        variabelen={
            "input": {
                "kenmerk": "voorbeeld-verhuizing",
                "burgerservicenummer": "999940004",
                "ingangsdatum": "2026-11-02",
                "adres": {
                    "straatnaam": "Nieuwegracht",
                    "huisnummer": 12,
                    "postcode": "3512LP",
                    "woonplaats": "Utrecht",
                },
            }
        },
    ),
    Voorbeeld(
        titel="Waar stageplekken bezet zijn, zoals SBB het volgt: geen student, een sleutel die blijft",
        aanroeper=Aanroeper(rol=Rol.AFNEMER, afnemer="SBB"),
        document="""\
query Bezetting($filter: StageplekFilter) {
  stageplekbezetting(filter: $filter, first: 5) {
    totalCount
    edges { node { kenmerk leerbedrijfId opleidingcode niveau datumBegin omvang leeftijdBijBegin ingetrokken } }
    pageInfo { hasNextPage endCursor }
  }
}""",
        variabelen={"filter": {"gewijzigdVanaf": "2025-01-01T00:00:00Z"}},
    ),
    Voorbeeld(
        titel="De postbus van de school: wat het register zelf meldt, tot zij het bevestigt",
        aanroeper=SCHOOL,
        document="""\
query Postbus {
  berichten(first: 5) {
    totalCount
    edges { node { id soort aangemaaktOp inhoud persoon { geslachtsnaam } } }
    pageInfo { hasNextPage endCursor }
  }
}""",
        variabelen={},
    ),
    Voorbeeld(
        titel="Wat een opleidingcode betekent",
        aanroeper=Aanroeper(rol=Rol.AFNEMER, afnemer="CBS"),
        document="""\
query Opleiding($code: String!) {
  opleiding(opleidingcode: $code) { naam soort niveau soortOpleiding leerwegen geldigVan }
}""",
        variabelen={"code": "25498"},
    ),
    Voorbeeld(
        titel="Wie ben ik, en wat mag ik", aanroeper=IPO, document="{\n  ik { rol naam rechten }\n}", variabelen={}
    ),
)
