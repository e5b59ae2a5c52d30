"""What the service counts, for Prometheus: by names of ours and by outcome, never by anything a caller wrote."""

from __future__ import annotations

import os
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEDIATYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
GEDEELDE_MAP: Final = "PROMETHEUS_MULTIPROC_DIR"
STANDEN: Final = {
    "berichten_zonder_plaats": "Berichten die nog geen plaats in de volgorde hebben.",
    "berichten_oudste_zonder_plaats": "Hoe lang het oudste daarvan wacht, in seconden.",
    "webhooks_achterstand": "Berichten die nog bezorgd moeten worden, van elke webhook ten hoogste 10.000 geteld.",
    "webhooks_gestoord": "Webhooks die niets aannemen.",
    "webhooks_uit": "Webhooks die met 410 zijn uitgezet.",
    "werk_te_kiezen": "Identificaties die op een keuze van IPO wachten.",
    "werk_mislukt": "Werk op de achtergrond dat blijft mislukken.",
    "werk_wacht_op_brp": "Identificaties die op de BRP wachten.",
    "werk_wacht_op_sbb": "BPV's waarvan de controle bij SBB nog moet komen.",
    "werk_oudste_wacht": "Hoe lang het oudste dat op BRP of SBB wacht dat doet, in seconden.",
}
_GRENZEN: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrieken:
    """A registry of its own per application; several workers count together through the files of a shared folder."""

    def __init__(self) -> None:
        self.register = CollectorRegistry()
        self._gedeeld = GEDEELDE_MAP in os.environ
        if not self._gedeeld:  # of one worker it would say nothing of the others; the machine knows them all
            ProcessCollector(registry=self.register)
        per_operatie, leveringen = ("soort", "operatie", "uitkomst"), ("soort", "status")
        self._verzoeken = Counter("bron_verzoeken", "Verzoeken op /graphql.", per_operatie, registry=self.register)
        self._leveringen = Counter("bron_leveringen", "Verwerkte leveringen.", leveringen, registry=self.register)
        self._open = Gauge(
            "bron_abonnementsverbindingen",
            "Open verbindingen voor abonnementen.",
            registry=self.register,
            multiprocess_mode="livesum",
        )
        per_bron = ("bron", "uitkomst")
        self._bronvragen = Counter("bron_bronvragen", "Vragen aan BRP en SBB.", per_bron, registry=self.register)
        self._bronduur = Histogram(
            "bron_bronvraag_duur_seconden",
            "Duur van vragen aan BRP en SBB.",
            ("bron",),
            registry=self.register,
            buckets=_GRENZEN,
        )
        self._onderbroken = Gauge(
            "bron_bron_onderbroken",
            "1 zolang een bron even niet wordt gevraagd, in een van de werkers.",
            ("bron",),
            registry=self.register,
            multiprocess_mode="livemax",
        )
        self._duur = Histogram(
            "bron_verzoek_duur_seconden",
            "Duur van verzoeken op /graphql.",
            ("soort",),
            registry=self.register,
            buckets=_GRENZEN,
        )

    def tel(self, *, soort: str, operatie: str, uitkomst: str, seconden: float) -> None:
        """Count one request; the labels come from closed lists of ours. A subscription lasts as long as one listens."""
        self._verzoeken.labels(soort, operatie, uitkomst).inc()
        if soort != "subscription":
            self._duur.labels(soort).observe(seconden)

    def tel_levering(self, *, soort: str, status: str) -> None:
        """Count one delivery by its kind and what became of it; a repeat counts again, for it was answered."""
        self._leveringen.labels(soort, status).inc()

    def open(self, aantal: int) -> None:
        """Count connections of subscriptions that were opened, or closed (below 0)."""
        self._open.inc(aantal)

    def tel_bronvraag(self, *, bron: str, uitkomst: str, seconden: float) -> None:
        """Count one question to a source; one that was not asked took no time worth counting."""
        self._bronvragen.labels(bron, uitkomst).inc()
        if uitkomst != "overgeslagen":
            self._bronduur.labels(bron).observe(seconden)

    def zet_bron(self, *, bron: str, onderbroken: bool) -> None:
        """Set whether a source is left alone now."""
        self._onderbroken.labels(bron).set(onderbroken)

    def tekst(self, standen: Mapping[str, float] | None = None) -> bytes:
        """Return everything in the exposition format of Prometheus, of all workers together.

        standen: what stands in the database, by the names of STANDEN; it is the same whoever is asked.
        """
        return generate_latest(self._samen()) + b"".join(
            f"# HELP bron_{naam} {STANDEN[naam]}\n# TYPE bron_{naam} gauge\nbron_{naam} {waarde}\n".encode()
            for naam, waarde in (standen or {}).items()
        )

    def _samen(self) -> CollectorRegistry:
        if not self._gedeeld:
            return self.register
        samen = CollectorRegistry()
        MultiProcessCollector(samen)  # type: ignore[no-untyped-call]  # prometheus-client's own gap
        return samen


@contextmanager
def gedeeld(werkers: int) -> Iterator[None]:
    """Let the workers that are started in this block count together; one worker has nothing to share."""
    if werkers == 1 or GEDEELDE_MAP in os.environ:
        yield
        return
    with TemporaryDirectory(prefix="bron-metrieken-") as map_:
        os.environ[GEDEELDE_MAP] = map_
        try:
            yield
        finally:
            del os.environ[GEDEELDE_MAP]
