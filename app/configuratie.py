"""The settings of the process, read once at start from BRON_ variables; every limit is a setting and documents itself.

`laad()` is the only way in: it names all faults at once and never repeats a value, for a value may hold a password.
"""

from __future__ import annotations

import json
import os
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network  # noqa: TC003 - pydantic reads annotations at run time
from pathlib import Path  # noqa: TC003 - pydantic reads annotations at run time
from typing import TYPE_CHECKING, Annotated, Any, Final

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict
from pydantic import BeforeValidator, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

VOORVOEGSEL: Final = "BRON_"
DEV_UITGEVER: Final = "bron-dev"

Aantal = Annotated[int, Field(ge=1)]
JaNee = Annotated[bool, BeforeValidator(lambda waarde: {"ja": True, "nee": False}.get(str(waarde).lower(), waarde))]
Seconden = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Webadres = Annotated[str, Field(pattern=r"^https?://[^\s/]+(/\S*)?$")]


class Omgeving(StrEnum):
    """Where the process runs; only `dev` issues tokens of its own and shows a start page."""

    DEV = "dev"
    PRODUCTIE = "productie"


class ConfiguratieFout(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """The settings do not hold; the text lists every fault, in Dutch, for the person who starts the process."""


class Configuratie(BaseSettings):
    """All settings; times in seconds, sizes in bytes."""

    model_config = SettingsConfigDict(env_prefix=VOORVOEGSEL, extra="forbid", frozen=True, hide_input_in_errors=True)

    omgeving: Omgeving = Field(default=Omgeving.DEV, description="dev of productie")
    database_url: str | None = Field(default=None, description="Postgres; in dev leeg: de ingebedde Postgres")
    database_direct_url: str | None = Field(
        default=None, description="Postgres buiten een pooler om, voor wat een eigen sessie vraagt; leeg: DATABASE_URL"
    )
    migratie_url: str | None = Field(
        default=None, description="Postgres als eigenaar, voor migraties; leeg: DATABASE_DIRECT_URL of DATABASE_URL"
    )
    rolprefix: str = Field(
        default="bron_", pattern=r"^[a-z][a-z0-9_]{0,30}$", description="begin van de namen van de rollen"
    )
    pool_grootte: Aantal = Field(default=10, description="verbindingen met Postgres per werker, en een voor het beheer")
    voorbereide_statements: JaNee = Field(
        default=True, description="nee achter een pooler die ze niet kent, zoals PgBouncer van voor 1.21"
    )
    werkers: Aantal = Field(default=1, description="processen van bron serve")
    werk_tegelijk: Aantal = Field(default=2, description="werk dat bron worker per wachtrij tegelijk doet")
    wachtfactor: float = Field(
        default=1.0,
        gt=0,
        le=10,
        allow_inf_nan=False,
        description="schaalt de wachttijd tussen twee pogingen van werk op de achtergrond; anders dan 1 in proeven",
    )
    adres: str = Field(default="127.0.0.1", description="adres waarop bron serve luistert")
    poort: int = Field(default=8000, ge=0, le=65535, description="poort waarop bron serve luistert")
    logniveau: str = Field(
        default="INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$", description="laagste niveau in het log"
    )

    brp_url: Webadres | None = Field(default=None, description="basisadres van de BRP; in dev leeg: de proefomgeving")
    brp_time_out: Seconden = Field(default=3.0, description="wachttijd op één antwoord van de BRP")
    sbb_url: Webadres | None = Field(default=None, description="basisadres van SBB; in dev leeg: de proefomgeving")
    sbb_time_out: Seconden = Field(default=3.0, description="wachttijd op één antwoord van SBB")
    proef_brp_personen: Path | None = Field(default=None, description="personen van de BRP-proefomgeving (JSON)")

    token_uitgevers: Annotated[dict[str, Webadres | dict[str, Any]], NoDecode] = Field(
        default_factory=dict, description="toegelaten uitgevers als JSON: van iss naar het adres van de JWKS of de JWKS"
    )
    token_publiek: str = Field(default="bron-mbo", min_length=1, description="vereiste aud van een token")
    token_speling: float = Field(
        default=30.0, ge=0, le=300, description="toegestaan verschil tussen klokken, bij exp en iat"
    )
    token_onthouden: float = Field(default=30.0, ge=0, le=60, description="hoe lang de toets van een token geldt")
    proxy_adressen: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = Field(
        default=(), description="adressen of netten, met komma's, van proxy's die een clientcertificaat mogen doorgeven"
    )
    proxy_certificaat_kop: str = Field(
        default="X-Client-Cert",
        pattern=r"^[A-Za-z0-9-]+$",
        description="kop waarin de proxy het clientcertificaat doorgeeft: PEM in URL-codering",
    )
    intrekking_houdbaar: Seconden = Field(
        default=15.0, le=30, description="leeftijd waarna de lijst van ingetrokken tokens opnieuw wordt gelezen"
    )
    intrekking_uiterst: Seconden = Field(
        default=45.0, le=60, description="leeftijd waarna zonder die lijst geen token meer geldt (503)"
    )
    jwks_houdbaar: Seconden = Field(default=300.0, description="leeftijd waarna sleutels opnieuw worden gehaald")
    jwks_uiterst: Seconden = Field(
        default=86400.0, description="leeftijd tot welke sleutels gelden als ophalen mislukt"
    )
    jwks_pauze: Seconden = Field(default=10.0, description="kortste tijd tussen twee keer ophalen bij één uitgever")
    jwks_time_out: Seconden = Field(default=3.0, description="wachttijd op een JWKS")
    jwks_grootte: Aantal = Field(default=262_144, description="grootste JWKS")

    max_lichaam: Aantal = Field(default=4_194_304, description="grootste verzoek; 500 leveringen passen er ruim in")
    max_json_diepte: Aantal = Field(default=32, description="diepste nesting van de JSON van een verzoek")
    max_document: Aantal = Field(default=262_144, description="langste GraphQL-document, in tekens")
    max_tokens: Aantal = Field(default=5_000, description="meeste tokens in een document")
    max_diepte: Aantal = Field(
        default=20, description="diepste veld van een operatie; de introspectie van clients is 15 diep"
    )
    max_velden: Aantal = Field(default=1_000, description="meeste velden in een operatie, fragmenten uitgeschreven")
    max_aliassen: Aantal = Field(default=100, description="meeste aliassen in een operatie")
    max_herhalingen: Aantal = Field(
        default=100, description="meeste keren dat een veld of fragment op dezelfde plaats van een document staat"
    )
    max_directieven: Aantal = Field(default=100, description="meeste directieven in een operatie")
    max_introspectie: Aantal = Field(
        default=100_000,
        description="meeste knopen die introspectie kan raken; de introspectie van clients raakt er 30.000",
    )
    max_fouten: Aantal = Field(default=20, description="meeste fouten in één antwoord")
    max_kosten: Aantal = Field(default=25_000, description="meeste knopen die first en lijsten samen kunnen raken")
    max_leveringen: Aantal = Field(default=500, le=500, description="meeste leveringen in één leveren")
    time_out_lichaam: Seconden = Field(default=15.0, description="tijd om een verzoek te ontvangen; daarna 408")
    time_out_verzoek: Seconden = Field(default=30.0, description="tijd om een verzoek uit te voeren; daarna 504")
    time_out_statement: Seconden = Field(default=20.0, description="tijd voor één statement in Postgres")
    time_out_slot: Seconden = Field(default=5.0, description="wachttijd op een slot in Postgres")
    time_out_pool: Seconden = Field(default=5.0, description="wachttijd op een vrije verbinding")
    time_out_gereed: Seconden = Field(default=2.0, description="tijd voor de controles van /gereed")
    time_out_werker: Aantal = Field(
        default=60, description="tijd zonder levensteken van een werker van bron serve; daarna komt er een andere"
    )
    time_out_stoppen: Aantal = Field(default=20, description="tijd voor lopende verzoeken bij het stoppen")
    verzoeken_per_seconde: float = Field(
        default=200.0, ge=0, description="per aanroeper en werker, gemiddeld; 0: onbegrensd"
    )
    verzoeken_stoot: Aantal = Field(default=1_000, description="per aanroeper en werker, in één keer")
    kosten_per_seconde: float = Field(
        default=100_000.0, ge=0, description="kosten per aanroeper en werker, gemiddeld; 0: onbegrensd"
    )
    kosten_stoot: Aantal = Field(default=500_000, description="kosten per aanroeper en werker, in één keer")
    max_verbindingen: Aantal = Field(
        default=20, description="open verbindingen voor abonnementen, per aanroeper en werker"
    )
    max_abonnementen: Aantal = Field(default=20, description="abonnementen tegelijk over één websocket")
    time_out_zenden: Seconden = Field(
        default=10.0, description="tijd waarin een abonnee een bericht moet aannemen; daarna is de verbinding weg"
    )
    max_webhooks: Aantal = Field(default=10, description="webhooks per ontvanger van berichten")
    webhook_bron: str = Field(
        default="urn:nld:oin:00000000000000000000:systeem:bron-mbo",
        pattern=r"^urn:nld:oin:[0-9]{20}:systeem:[a-z0-9-]+$",
        description="source van CloudEvents: het OIN van wie het register voert",
    )
    webhook_time_out: Seconden = Field(default=10.0, description="tijd waarin een webhook moet antwoorden")
    otel_url: Webadres | None = Field(
        default=None, description="adres waar sporen heen gaan (OTLP over HTTP, eindigt op /v1/traces); leeg: geen"
    )
    otel_deel: float = Field(default=1.0, ge=0, le=1, description="deel van de sporen dat wordt bewaard")

    @field_validator("database_url", "database_direct_url", "migratie_url")
    @classmethod
    def _postgres(cls, url: str | None) -> str | None:
        """Take what libpq takes, sockets included; the driver's message quotes the address, so it stays inside."""
        try:
            conninfo_to_dict(url or "")
        except ProgrammingError:
            raise PydanticCustomError("eigen", "is geen adres van Postgres") from None
        if url is not None and not url.startswith(("postgresql://", "postgres://")):
            raise PydanticCustomError("eigen", "moet met postgresql:// beginnen")
        return url

    @field_validator("proxy_adressen", mode="before")
    @classmethod
    def _netten(cls, waarde: object) -> object:
        return [deel.strip() for deel in waarde.split(",") if deel.strip()] if isinstance(waarde, str) else waarde

    @field_validator("token_uitgevers", mode="before")
    @classmethod
    def _uitgevers(cls, waarde: object) -> object:
        if isinstance(waarde, str):
            waarde = _json(waarde)
        if isinstance(waarde, dict) and DEV_UITGEVER in waarde:
            raise PydanticCustomError("eigen", "de uitgever bron-dev is voorbehouden aan dev")
        return waarde


def _json(tekst: str) -> object:
    try:
        return json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise PydanticCustomError("eigen", "moet geldige JSON zijn") from fout


_DUTCH: Final = {
    "enum": "kies uit {expected}",
    "bool_parsing": "kies uit ja of nee",
    "int_parsing": "moet een geheel getal zijn",
    "float_parsing": "moet een getal zijn",
    "greater_than": "moet groter zijn dan {gt}",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than_equal": "mag hoogstens {le} zijn",
    "string_pattern_mismatch": "heeft niet de vorm {pattern}",
    "string_too_short": "mag niet leeg zijn",
}


def laad(*nodig: str) -> Configuratie:
    """Read the settings from the environment; raises ConfiguratieFout with every fault in it.

    `nodig` names the settings (as fields) that this command cannot do without.
    """
    fouten = [f"{naam}: deze instelling bestaat niet" for naam in _onbekend(os.environ)]
    fouten += [f"{naam}: ontbreekt" for naam in map(_variabele, nodig) if not os.environ.get(naam)]
    try:
        configuratie = Configuratie()
    except ValidationError as fout:
        fouten += [_regel(een) for een in fout.errors(include_input=False, include_url=False)]
    if fouten:
        raise ConfiguratieFout("De instellingen kloppen niet:\n" + "\n".join(f"  {regel}" for regel in fouten))
    return configuratie


def _variabele(veld: str) -> str:
    return VOORVOEGSEL + veld.upper()


def _onbekend(omgeving: Mapping[str, str]) -> Iterable[str]:
    """Misspelt settings must not be dropped in silence; BRON_TEST_ belongs to the tests."""
    bekend = set(map(_variabele, Configuratie.model_fields))
    eigen = (naam for naam in sorted(omgeving) if naam.startswith(VOORVOEGSEL))
    return (naam for naam in eigen if naam not in bekend and not naam.startswith("BRON_TEST_"))


def _regel(fout: ErrorDetails) -> str:
    tekst = _DUTCH.get(fout["type"], "heeft geen geldige waarde").format_map(fout.get("ctx", {}))
    return f"{_variabele(str(fout['loc'][0]))}: {fout['msg'] if fout['type'] == 'eigen' else tekst}"
