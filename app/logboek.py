"""The log: one JSON object a line on stderr, in which no person number, value of an error or query text can stand."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

# Nine digits with no digit or letter on either side: a BSN or an onderwijsnummer, or close enough to one.
_NUMMER: Final = re.compile(r"(?<![^\W_])\d{9}(?![^\W_])")
_NEGEN_CIJFERS: Final = range(100_000_000, 1_000_000_000)
WEGGELATEN: Final = "[nummer]"


def richt_in(niveau: str = "INFO", stroom: TextIO | None = None) -> None:
    """Send our own log and that of every library as JSON to `stroom` (stderr), from `niveau` up."""
    doel = stroom or sys.stderr
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, *_KETEN, _JSON],
        wrapper_class=structlog.make_filtering_bound_logger(niveau),
        logger_factory=structlog.WriteLoggerFactory(doel),
    )
    schakel = logging.StreamHandler(doel)
    van_buiten: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        _eerste_regel,
        *_KETEN,
    ]
    opruimen = ProcessorFormatter.remove_processors_meta
    schakel.setFormatter(ProcessorFormatter(foreign_pre_chain=van_buiten, processors=[opruimen, _JSON]))
    logging.basicConfig(handlers=[schakel], level=niveau, force=True)
    # httpx and httpcore log addresses, and an address may hold a search term; psycopg sets a level of its own
    for naam in ("httpx", "httpcore", "psycopg"):
        logging.getLogger(naam).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[niveau]))
    logging.getLogger("uvicorn.error").addFilter(_zonder_adres)


def _zonder_adres(regel: logging.LogRecord) -> bool:
    """Leave out what the server says of a websocket: it repeats the address, and a caller can write anything in one."""
    return '"WebSocket' not in str(regel.msg)


def _eerste_regel(_logger: WrappedLogger, _naam: str, gebeurtenis: EventDict) -> EventDict:
    """Keep the first line of what others log: asyncio, for one, puts the repr of an exception on the next."""
    gebeurtenis["event"] = str(gebeurtenis["event"]).partition("\n")[0]
    return gebeurtenis


def _stapel(_logger: WrappedLogger, _naam: str, gebeurtenis: EventDict) -> EventDict:
    """Replace an exception by its kinds and places; never its text, for a database error quotes the row."""
    fout = gebeurtenis.pop("exc_info", None)
    if fout is True:
        fout = sys.exc_info()
    if isinstance(fout, tuple):
        fout = fout[1]
    if isinstance(fout, BaseException):
        gebeurtenis["fout"] = [_beschrijf(een) for een in _keten_van(fout)]
    return gebeurtenis


def _keten_van(fout: BaseException) -> list[BaseException]:
    keten = [fout]
    while (volgende := keten[-1].__cause__ or keten[-1].__context__) and volgende not in keten:
        keten.append(volgende)
    return keten


def _beschrijf(fout: BaseException) -> dict[str, object]:
    plaatsen = traceback.extract_tb(fout.__traceback__)
    beschrijving: dict[str, object] = {
        "soort": type(fout).__qualname__,
        "stapel": [f"{plaats.filename}:{plaats.lineno} {plaats.name}" for plaats in plaatsen],
    }
    if isinstance(sqlstate := getattr(fout, "sqlstate", None), str):
        beschrijving["sqlstate"] = sqlstate
    if isinstance(fout, BaseExceptionGroup):
        beschrijving["fouten"] = [_beschrijf(een) for een in fout.exceptions]
    return beschrijving


def _redigeer(_logger: WrappedLogger, _naam: str, gebeurtenis: EventDict) -> EventDict:
    """Take every nine-digit number out of every key and value, also where it arrived as a number or an object."""
    return {redigeer(str(sleutel)): _schoon(waarde) for sleutel, waarde in gebeurtenis.items()}


def redigeer(tekst: str) -> str:
    """Return the text with every run of exactly nine digits replaced."""
    return _NUMMER.sub(WEGGELATEN, tekst)


def _schoon(waarde: object) -> object:
    match waarde:
        case None | bool() | float():
            return waarde
        case int():
            return WEGGELATEN if abs(waarde) in _NEGEN_CIJFERS else waarde
        case Mapping():
            return {redigeer(str(sleutel)): _schoon(een) for sleutel, een in waarde.items()}
        case list() | tuple() | set() | frozenset():
            return [_schoon(een) for een in waarde]
        case _:
            return redigeer(str(waarde))


_KETEN: Final[tuple[Processor, ...]] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _stapel,
    _redigeer,
)
_JSON: Final = structlog.processors.JSONRenderer(ensure_ascii=False)
