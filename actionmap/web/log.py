"""The log: what happens on a server, a line of JSON each, without who asked and for what."""

import asyncio
import json
import logging
import sys
import traceback
from datetime import UTC, datetime

from actionmap.counts import COUNTS
from actionmap.web.crowd import Crowd

_EVERY = 60.0
"""Seconds from one line of counters to the next."""
_NOISE = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Which warns of every thread that is not a visitor's."""

_log = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON.

    Of an error it names kind and places, never its message: that may quote what a visitor has typed or brought.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: time (UTC), level, module, message, and what else the record carries."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "module": record.name,
            "message": record.getMessage(),
            **getattr(record, "figures", {}),
        }
        if record.exc_info and record.exc_info[0]:
            said["error"] = record.exc_info[0].__name__
            said["at"] = [f"{one.filename}:{one.lineno}" for one in traceback.extract_tb(record.exc_info[2])]
        return json.dumps(said)


def begin() -> None:
    """Let this program, Streamlit and its server write such lines to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.root.handlers = [handler]
    for name in [one for one in logging.root.manager.loggerDict if one.partition(".")[0] in {"streamlit", "uvicorn"}]:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.WARNING)  # what is below says who asks for what
    logging.getLogger("actionmap").setLevel(logging.INFO)
    logging.getLogger(_NOISE).setLevel(logging.ERROR)


async def tell_counts() -> None:
    """Write once a minute what has happened since the last time; nothing where nothing has."""
    before = COUNTS.copy()
    while True:
        await asyncio.sleep(_EVERY)
        if happened := COUNTS - before:
            _log.info("counted", extra={"figures": {"live visitors": Crowd.live, "counts": dict(happened)}})
        before = COUNTS.copy()
