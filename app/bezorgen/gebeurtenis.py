"""A message as a CloudEvent 1.0 after the NL GOV profile: that there is one and of which kind, nothing of a person."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Final

from resolvers.globale_id import globale_id

if TYPE_CHECKING:
    from datetime import datetime

MEDIATYPE: Final = "application/cloudevents+json; charset=utf-8"
HANDTEKENING: Final = "Bron-Handtekening"
TYPE: Final = "nl.duo.bron-mbo.{soort}.v1"


def cloudevent(*, bron: str, positie: int, soort: str, aangemaakt_op: datetime) -> bytes:
    """Return the event as JSON in UTF-8; the same message is the same event, byte for byte.

    Its id is that of the message; sequence, as text, has the order of the messages of one receiver.
    """
    id_ = globale_id("Bericht", positie)
    gebeurtenis = {
        "specversion": "1.0",
        "id": id_,
        "source": bron,
        "type": TYPE.format(soort=soort.lower().replace("_", "-")),
        "subject": id_,
        "time": aangemaakt_op.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "sequence": f"{positie:019d}",
        "datacontenttype": "application/json",
        "data": {"bericht": id_, "soort": soort},
    }
    return json.dumps(gebeurtenis, separators=(",", ":")).encode()


def handtekening(geheim: str, lichaam: bytes, moment: int) -> str:
    """Return the header: `t=` the moment of posting in seconds since 1970, `v1=` the HMAC-SHA256 of it and the body.

    What is signed is the moment as text, a full stop, and the body as it is sent.
    """
    som = hmac.new(geheim.encode(), b"%d.%b" % (moment, lichaam), hashlib.sha256)
    return f"t={moment},v1={som.hexdigest()}"
