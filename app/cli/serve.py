"""`bron serve`: the service in production, with as many workers as the settings say."""

from __future__ import annotations

import uvicorn

from app.configuratie import Configuratie, ConfiguratieFout, Omgeving, laad
from app.http.websocket import websockets
from app.logboek import richt_in
from app.metrieken import gedeeld
from app.samenstelling import NODIG_IN_PRODUCTIE


def serve() -> None:
    """Start de dienst; alleen met BRON_OMGEVING=productie."""
    if laad().omgeving is not Omgeving.PRODUCTIE:
        raise ConfiguratieFout(
            "bron serve start alleen met BRON_OMGEVING=productie; gebruik bron dev om te ontwikkelen."
        )
    configuratie = laad(*NODIG_IN_PRODUCTIE)
    richt_in(configuratie.logniveau)
    with gedeeld(configuratie.werkers):
        _draai(configuratie)


def _draai(configuratie: Configuratie) -> None:
    """Run the workers; who is connected to us is who it is: uvicorn must not take a header's word for it."""
    uvicorn.run(
        "app.samenstelling:productie_app",
        factory=True,
        host=configuratie.adres,
        port=configuratie.poort,
        workers=configuratie.werkers,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        **websockets(configuratie),
        timeout_worker_healthcheck=configuratie.time_out_werker,
        timeout_graceful_shutdown=configuratie.time_out_stoppen,
    )
