"""Rows for tests of the reader, written as the owner: each builder fills what a row must have and takes the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from psycopg import sql
from psycopg.types.json import Jsonb

if TYPE_CHECKING:
    from itertools import count

    import psycopg

VANDAAG: Final = date(2026, 11, 24)
TOEN: Final = datetime(2025, 9, 1, 8, 30, tzinfo=UTC)
BSN: Final = "999910061"
INHOUD: Final = {
    "DIPLOMA": {"opleidingcode": "25655", "indicatie_bekostigbaar": True},
    "GENERIEK_EXAMENONDERDEEL": {"code": "3001", "eindcijfer": 7, "cijfer_centraal_examen": "7.4"},
    "KEUZEDEEL": {"keuzedeelcode": "K0072", "behaald": True},
    "AMVB_ONDERDEEL": {"code": "C0004"},
}
"""What a row must have of each kind of result."""


@dataclass(slots=True)
class Gegevens:
    """The register of one test; ids count up from 1 over all tables."""

    verbinding: psycopg.Connection[Any]
    nummers: count[int]

    def voeg_toe(self, tabel: str, **kolommen: object) -> None:
        waarden = [Jsonb(w) if isinstance(w, list | dict) and not _is_teksten(w) else w for w in kolommen.values()]
        self.verbinding.execute(
            sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
                sql.Identifier(tabel),
                sql.SQL(", ").join(map(sql.Identifier, kolommen)),
                sql.SQL(", ").join([sql.Placeholder()] * len(kolommen)),
            ),
            waarden,
        )

    def versie(self, tabel: str, **kolommen: object) -> int:
        rij = {"id": kolommen.get("id") or next(self.nummers), "levering_id": 0, "bekend_vanaf": TOEN, **kolommen}
        self.voeg_toe(tabel, **rij)
        return int(str(rij["id"]))

    def persoon(self, bsn: str | None = None, *, bij: tuple[str, ...] = (), **kolommen: object) -> int:
        nummer = next(self.nummers)
        bsn = bsn or f"{900000000 + nummer}"
        standaard = {"burgerservicenummer": bsn, "naamsleutel": "jansen", "geslachtsnaam": "Jansen", "geslacht": "V"}
        rij = {"id": nummer, "persoon_id": nummer, **standaard, "geboortedatum": "2008-05-17", "geverifieerd": True}
        self.versie("persoon", **{**rij, **kolommen})
        self.voeg_toe("persoonsnummer", soort="burgerservicenummer", nummer=bsn, persoon_id=nummer, levering_id=0)
        for instelling in bij:
            self.kent(nummer, instelling)
        return nummer

    def kent(self, persoon: int, instelling: str, op: datetime = TOEN) -> None:
        self.voeg_toe(
            "persoon_instelling", persoon_id=persoon, instelling=instelling, geidentificeerd_op=op, levering_id=0
        )

    def inschrijving(self, persoon: int, instelling: str = "27DV", **kolommen: object) -> int:
        standaard = {
            "inschrijvingvolgnummer": "1",
            "datum_inschrijving": date(2025, 8, 1),
            "datum_uitschrijving_gepland": date(2028, 7, 31),
            "versie": 1,
        }
        return self.versie("inschrijving", persoon_id=persoon, instelling=instelling, **{**standaard, **kolommen})

    def periode(self, inschrijving: int, **kolommen: object) -> int:
        standaard = {
            "datum_begin": date(2025, 8, 1),
            "opleidingcode": "25655",
            "leertraject": "BOL",
            "indicatie_bekostigbaar": True,
        }
        return self._onder(inschrijving, "inschrijvingsperiode", {**standaard, **kolommen})

    def bpv(self, inschrijving: int, **kolommen: object) -> int:
        standaard = {
            "bpvvolgnummer": "1",
            "afsluitdatum": date(2025, 9, 1),
            "datum_begin": date(2025, 9, 1),
            "datum_einde_gepland": date(2026, 6, 30),
            "omvang": 600,
            "leerbedrijf_id": "100000001",
            "versie": 1,
        }
        return self._onder(inschrijving, "bpv", {**standaard, **kolommen})

    def resultaat(self, persoon: int, instelling: str = "27DV", **kolommen: object) -> int:
        """A diploma, or what `soort` says."""
        nummer = next(self.nummers)
        standaard = {"soort": "DIPLOMA", "datum_resultaat": date(2026, 6, 30), "resultaatvolgnummer": str(nummer)}
        inhoud = INHOUD[str(kolommen.get("soort", "DIPLOMA"))]
        rij = {"id": nummer, **standaard, **inhoud, "versie": 1, **kolommen}
        return self.versie("resultaat", persoon_id=persoon, instelling=instelling, **rij)

    def vooropleiding(self, persoon: int | None, **kolommen: object) -> int:
        standaard = {"soort": "06", "school": "00AA", "datum_resultaat": date(2024, 6, 14), "behaald": True}
        return self.versie("vooropleiding", persoon_id=persoon, **{**standaard, **kolommen})

    def ondersteuning(self, inschrijving: int, **kolommen: object) -> int:
        return self._onder(inschrijving, "extra_ondersteuning", kolommen)

    def signaal(self, persoon: int, instelling: str = "27DV", **kolommen: object) -> int:
        standaard = {"volgorde": 1, "code": "I15", "soort": "MELDING", "tekst": "Dubbel", "pad": ["perioden", "0"]}
        rij = {**standaard, "parameters": [{"naam": "a", "waarde": "b"}], **kolommen}
        return self.versie("signaal", persoon_id=persoon, instelling=instelling, **rij)

    def levering(self, kenmerk: str, persoon: int | None = None, instelling: str = "27DV", **kolommen: object) -> int:
        standaard = {
            "afzender": f"MBO:{instelling}",
            "soort": "AANLEVEREN_INSCHRIJVING",
            "hash": f"{kenmerk:0>64}",
            "ontvangen_op": TOEN,
            "beheer": False,
            "accountantsmutatie": False,
            "status": "GOEDGEKEURD",
            "signalen": [],
            "mutaties": [],
        }
        rij = {**standaard, **kolommen, "kenmerk": kenmerk, "persoon_id": persoon, "instelling": instelling}
        bericht = str(rij.pop("bericht", f'{{"kenmerk":"{kenmerk}"}}'))
        nummer = self.versie("levering", **rij)
        for inhoud in (bericht, '{"herhaald":true}'):
            self.voeg_toe(
                "ontvangst",
                levering_id=nummer,
                persoon_id=persoon,
                instelling=instelling,
                afzender=rij["afzender"],
                kenmerk=kenmerk,
                soort=rij["soort"],
                bericht=inhoud,
                hash=rij["hash"],
                ontvangen_op=rij["ontvangen_op"],
            )
        return nummer

    def opleiding(self, **kolommen: object) -> None:
        standaard = {"opleidingcode": "25655", "naam": "Kok", "soort": "KWALIFICATIE", "niveau": "MBO_2"}
        self.voeg_toe(
            "opleiding", **{**standaard, "specialist": False, "vws": False, "leerwegen": ["BOL", "BBL"], **kolommen}
        )

    def gezien(self) -> list[tuple[Any, ...]]:
        """Who was consulted, in order: person, caller, role, user, operation."""
        vraag = "SELECT persoon_id, aanroeper, rol, gebruiker, operatie FROM raadpleging ORDER BY id"
        return self.verbinding.execute(vraag).fetchall()

    def _onder(self, inschrijving: int, tabel: str, kolommen: dict[str, object]) -> int:
        vraag = "SELECT persoon_id, instelling FROM inschrijving WHERE id = %s"
        eigenaars = self.verbinding.execute(vraag, [inschrijving]).fetchone()
        assert eigenaars
        persoon, instelling = eigenaars
        return self.versie(tabel, inschrijving_id=inschrijving, persoon_id=persoon, instelling=instelling, **kolommen)


def _is_teksten(waarde: object) -> bool:
    return isinstance(waarde, list) and bool(waarde) and all(isinstance(deel, str) for deel in waarde)
