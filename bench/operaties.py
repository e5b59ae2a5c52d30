"""The two questions and the two deliveries that are measured, as a client of the register writes them."""

from __future__ import annotations

from typing import Final

DOSSIER: Final = """query Dossier($bsn: String!) {
  studentendossier(persoon: {burgerservicenummer: $bsn}) {
    persoon {
      id burgerservicenummer onderwijsnummer voornamen voorvoegsel geslachtsnaam geboortedatum geslacht geboorteland
      geverifieerd
      adres { straatnaam huisnummer huisletter huisnummertoevoeging postcode woonplaats landcode }
    }
    inschrijvingen {
      id inschrijvingvolgnummer datumInschrijving datumUitschrijvingGepland datumUitschrijvingWerkelijk
      redenUitschrijving hoogsteVooropleiding versie
      perioden {
        datumBegin opleidingcode leertraject indicatieBekostigbaar leerroute leerroutefase onderwijsaanbieder
        onderwijslocatie locatiecodeVsv
      }
      extraOndersteuning { datumBegin datumEinde }
      bpvs {
        id bpvvolgnummer afsluitdatum datumBegin datumEindeGepland datumEindeWerkelijk omvang opleidingcode
        keuzedeelcode versie
        leerbedrijf { leerbedrijfId naam postcode huisnummer plaats }
      }
      signalen { code soort tekst pad }
    }
    resultaten {
      __typename id resultaatvolgnummer datumResultaat inschrijvingvolgnummer onderwijsaanbieder versie
      ... on Diploma {
        opleidingcode indicatieBekostigbaar
        generiekeExamenonderdelen {
          id resultaatvolgnummer code eindcijfer vrijstelling cijferInstellingsexamen cijferCentraalExamen
        }
        keuzedelen { id resultaatvolgnummer keuzedeelcode behaald }
      }
      ... on GeneriekExamenonderdeel { code eindcijfer vrijstelling cijferInstellingsexamen cijferCentraalExamen }
      ... on KeuzedeelResultaat { keuzedeelcode behaald certificaat }
      ... on AmvbOnderdeel { code certificaat }
      signalen { code soort tekst pad }
    }
    ... on MboStudentendossier {
      vooropleidingen { soort instelling datumResultaat behaald vakken { vakcode eindcijfer } }
    }
  }
}"""

LIJST: Final = """query Lijst($eerste: Int!, $na: String) {
  inschrijvingen(first: $eerste, after: $na) {
    edges {
      cursor
      node {
        id inschrijvingvolgnummer datumInschrijving datumUitschrijvingGepland datumUitschrijvingWerkelijk versie
        persoon { burgerservicenummer onderwijsnummer voornamen voorvoegsel geslachtsnaam geboortedatum }
        perioden { datumBegin opleidingcode leertraject indicatieBekostigbaar onderwijslocatie }
        bpvs { bpvvolgnummer datumBegin datumEindeGepland omvang leerbedrijf { leerbedrijfId naam } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}"""

ENKEL: Final = """mutation Inschrijven($input: InschrijvingInput!) {
  aanleverenInschrijving(input: $input) { kenmerk status signalen { code soort tekst pad } }
}"""

REEKS: Final = """mutation Leveren($leveringen: [LeveringInput!]!) {
  leveren(leveringen: $leveringen) {
    goedgekeurd goedgekeurdMetSignaal afgekeurd inBehandeling
    uitkomsten { kenmerk status signalen { code soort tekst pad } }
  }
}"""
