"""What the process counts, for Prometheus: by kind of operation and by outcome, never by anything a caller wrote."""

from __future__ import annotations

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest

MEDIATYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_GRENZEN: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrieken:
    """A registry of its own per application, so that two of them in one process do not meet."""

    def __init__(self) -> None:
        self.register = CollectorRegistry()
        ProcessCollector(registry=self.register)
        self._verzoeken = Counter(
            "bron_verzoeken", "Verzoeken op /graphql.", ("soort", "uitkomst"), registry=self.register
        )
        self._duur = Histogram(
            "bron_verzoek_duur_seconden",
            "Duur van verzoeken op /graphql.",
            ("soort",),
            registry=self.register,
            buckets=_GRENZEN,
        )

    def tel(self, *, soort: str, uitkomst: str, seconden: float) -> None:
        """Count one request; `soort` and `uitkomst` come from closed lists of ours."""
        self._verzoeken.labels(soort, uitkomst).inc()
        self._duur.labels(soort).observe(seconden)

    def tekst(self) -> bytes:
        """Return everything in the exposition format of Prometheus."""
        return generate_latest(self.register)
