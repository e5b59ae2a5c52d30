"""The same two questions in the schema that PostGraphile makes of the tables."""

from __future__ import annotations

from typing import Final

DOSSIER: Final = """query Dossier($bsn: String!) {
  persoonByBurgerservicenummer(burgerservicenummer: $bsn) {
    id burgerservicenummer onderwijsnummer voornamen voorvoegsel geslachtsnaam geboortedatum geslacht geboorteland
      geverifieerd
    straatnaam huisnummer huisletter huisnummertoevoeging postcode woonplaats landcode
    inschrijvingsByPersoonIdList {
      id inschrijvingvolgnummer datumInschrijving datumUitschrijvingGepland datumUitschrijvingWerkelijk
      redenUitschrijving hoogsteVooropleiding versie
      inschrijvingsperiodesByInschrijvingIdList {
        datumBegin opleidingcode leertraject indicatieBekostigbaar leerroute leerroutefase onderwijsaanbieder
        onderwijslocatie locatiecodeVsv
      }
      extraOndersteuningsByInschrijvingIdList { datumBegin datumEinde }
      bpvsByInschrijvingIdList {
        id bpvvolgnummer afsluitdatum datumBegin datumEindeGepland datumEindeWerkelijk omvang opleidingcode
        keuzedeelcode versie
        leerbedrijfByLeerbedrijfId { leerbedrijfId naam postcode huisnummer plaats }
      }
      signaalsByInschrijvingIdList { code soort tekst pad }
    }
    resultaatsByPersoonIdList(condition: {diplomaId: null}) {
      soort id resultaatvolgnummer datumResultaat inschrijvingvolgnummer onderwijsaanbieder versie
      opleidingcode indicatieBekostigbaar code eindcijfer vrijstelling cijferInstellingsexamen cijferCentraalExamen
      keuzedeelcode behaald certificaat
      resultaatsByDiplomaIdList {
        id resultaatvolgnummer code eindcijfer vrijstelling cijferInstellingsexamen cijferCentraalExamen
        keuzedeelcode behaald
      }
      signaalsByResultaatIdList { code soort tekst pad }
    }
    vooropleidingsByPersoonIdList { soort school datumResultaat behaald vakken }
  }
}"""

LIJST: Final = """query Lijst($eerste: Int!, $na: Cursor, $school: String!) {
  allInschrijvings(first: $eerste, after: $na, orderBy: PRIMARY_KEY_ASC, condition: {instelling: $school}) {
    edges {
      cursor
      node {
        id inschrijvingvolgnummer datumInschrijving datumUitschrijvingGepland datumUitschrijvingWerkelijk versie
        persoonByPersoonId { burgerservicenummer onderwijsnummer voornamen voorvoegsel geslachtsnaam geboortedatum }
        inschrijvingsperiodesByInschrijvingIdList {
          datumBegin opleidingcode leertraject indicatieBekostigbaar onderwijslocatie
        }
        bpvsByInschrijvingIdList {
          bpvvolgnummer datumBegin datumEindeGepland omvang leerbedrijfByLeerbedrijfId { leerbedrijfId naam }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}"""
