"""Traces tell where the time went, by names of ours; whatever a caller or a source says does not stand in them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_ON

import app.sporen_uit
from app.configuratie import Configuratie
from app.sporen import GespoordVervoer, Sporen
from tests.domain.bouw import aanleveren_bpv, identificeren
from tests.domain.wereld import BEDRIJF, ONBEKENDE, STUDENT
from tests.klant import enkel, ingevuld
from tests.leveringen.verhaal import ingeschreven
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.trace.export import SpanExporter

    from tests.postgres import Database

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
TRACEPARENT = f"00-{TRACE}-{SPAN}-00"
KANARIES = (STUDENT, ONBEKENDE, BEDRIJF, "Bakker", "Dorpsstraat", "1234AB", "kanarie", "j.de.vries", "25180", "27DV")


@dataclass
class Verzamelaar:
    """Where spans go in these tests, instead of to a collector."""

    uit: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        return self.uit.get_finished_spans()

    @property
    def namen(self) -> set[str]:
        return {span.name for span in self.spans}

    @property
    def alles(self) -> str:
        """Everything that leaves: names, attributes, events, status, states and resource."""
        return "".join(span.to_json() for span in self.spans)


@pytest.fixture
def verzamelaar(monkeypatch: pytest.MonkeyPatch) -> Verzamelaar:
    verzamelaar = Verzamelaar()

    def uit(endpoint: str, timeout: float) -> SpanExporter:
        assert (endpoint, timeout) == ("http://verzamelaar.voorbeeld/v1/traces", 3)
        return verzamelaar.uit

    monkeypatch.setattr(app.sporen_uit, "OTLPSpanExporter", uit)
    return verzamelaar


@pytest.fixture
def sporen() -> Iterator[tuple[Sporen, Verzamelaar]]:
    verzamelaar, leverancier = Verzamelaar(), TracerProvider(sampler=ALWAYS_ON, shutdown_on_exit=False)
    leverancier.add_span_processor(SimpleSpanProcessor(verzamelaar.uit))
    yield Sporen(tracer=leverancier.get_tracer("proef"), leverancier=leverancier), verzamelaar
    leverancier.shutdown()


def test_een_heel_verhaal_laat_namen_na_en_geen_gegevens(gevulde_database: Database, verzamelaar: Verzamelaar) -> None:
    met_sporen = register_op(gevulde_database, otel_url="http://verzamelaar.voorbeeld/v1/traces")
    with met_sporen as register:
        school = register.als(AANROEPERS["school"])
        school.registreer(*ingeschreven())
        school.lever(aanleveren_bpv())
        school.lever(identificeren(burgerservicenummer=ONBEKENDE, onderwijsnummer=None))
        school.vraag(
            "query kanarie { kanarie: inschrijvingen(first: 5) { edges { node { inschrijvingvolgnummer } } } }"
        )
        school.stuur(f'{{ inschrijvingen(first: "{STUDENT}") {{ kanarie }} }}')
        school.stuur("{ kanarie")
        register.brp.stoor("503")
        school.stuur(enkel(identificeren()), input=ingevuld(identificeren()) | {"kenmerk": "kanarie"})
        school.post(b"kanarie")
        school.lus.doe(register.http.get(f"/{STUDENT}?kanarie", headers={"tracestate": f"kanarie={STUDENT}"}))
    assert {
        "POST /graphql",
        "GET onbekend",
        "database",
        "BRP",
        "SBB",
        "graphql mutation leveren",
        "graphql mutation aanleverenBpv",
        "graphql query inschrijvingen",
    } <= verzamelaar.namen
    assert [kanarie for kanarie in KANARIES if kanarie in verzamelaar.alles] == []
    assert {sleutel for span in verzamelaar.spans for sleutel in span.attributes or {}} <= {
        "http.response.status_code",
        "bron.uitkomst",
        "error.type",
    }


def test_alles_van_een_verzoek_hangt_aan_het_spoor_van_de_aanroeper(
    gevulde_database: Database, verzamelaar: Verzamelaar
) -> None:
    with register_op(gevulde_database, otel_url="http://verzamelaar.voorbeeld/v1/traces") as register:
        school = register.als(AANROEPERS["school"])
        koppen = {"Authorization": f"Bearer {school.token}", "traceparent": TRACEPARENT}
        vraag = {"query": "{ inschrijvingen(first: 5) { edges { node { inschrijvingvolgnummer } } } }"}
        antwoord = school.lus.doe(register.http.post("/graphql", json=vraag, headers=koppen))
        assert antwoord.status_code == 200
    spans = {span.name: span for span in verzamelaar.spans}
    keten = [spans[naam] for naam in ("POST /graphql", "graphql query inschrijvingen", "database")]
    assert {f"{span.context.trace_id:032x}" for span in keten if span.context} == {TRACE}
    assert [f"{span.parent.span_id:016x}" for span in keten if span.parent] == [
        SPAN,
        *(f"{span.context.span_id:016x}" for span in keten[:-1] if span.context),
    ]


def test_een_bron_hoort_bij_welk_spoor_haar_vraag_hoort(sporen: tuple[Sporen, Verzamelaar]) -> None:
    gekregen: list[str] = []

    def bron(verzoek: httpx.Request) -> httpx.Response:
        gekregen.append(verzoek.headers["traceparent"])
        return httpx.Response(503)

    async def vraag() -> None:
        vervoer = GespoordVervoer(bron="BRP", sporen=sporen[0], vervoer=httpx.MockTransport(bron))
        async with httpx.AsyncClient(transport=vervoer) as client:
            with sporen[0].spoor("verzoek", ouder=TRACEPARENT):
                await client.post("http://brp.voorbeeld/personen", json={"bsn": STUDENT})

    asyncio.run(vraag())
    (span, _) = sporen[1].spans
    assert span.context
    assert gekregen == [f"00-{TRACE}-{span.context.span_id:016x}-01"]
    assert dict(span.attributes or {}) == {"http.response.status_code": 503}


def test_van_een_fout_blijft_alleen_haar_soort(sporen: tuple[Sporen, Verzamelaar]) -> None:
    with pytest.raises(ValueError, match="kanarie"), sporen[0].spoor("verzoek"):
        raise ValueError("kanarie")
    (span,) = sporen[1].spans
    assert dict(span.attributes or {}) == {"error.type": "ValueError"}
    assert (span.status.is_ok, span.status.description, span.events) == (False, None, ())


def test_zonder_adres_zijn_er_geen_sporen() -> None:
    sporen = Sporen.van(Configuratie())
    with sporen.spoor("verzoek") as span:
        assert not span.is_recording()
    assert not sporen.aan
    asyncio.run(sporen.sluit())
