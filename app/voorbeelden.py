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
        titel="De eerste vijf inschrijvingen van de instelling",
        aanroeper=SCHOOL,
        document="""\
query Inschrijvingen($first: Int) {
  inschrijvingen(first: $first) {
    totalCount
    edges { node { inschrijvingvolgnummer datumInschrijving persoon { geslachtsnaam } } }
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
                "inschrijvingvolgnummer": "1",
                "datumUitschrijvingWerkelijk": "2026-07-31",
                **_STUDENT,
            }
        },
    ),
    Voorbeeld(titel="Wie ben ik", aanroeper=IPO, document="{\n  ik { rol naam rechten }\n}", variabelen={}),
)
