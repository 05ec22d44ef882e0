"""Memory: what stays is kept from the garbage collector, what is left is collected now and then and given back."""

import ctypes
import gc
import importlib
import threading
import time
from contextlib import suppress
from functools import cache

import pyarrow as pa

_EVERY = 10.0
"""Seconds from one collection to the next. After every run of a page, as Streamlit does it, they take 84 % of the
processor's time when 180 visitors are there: each walks what all of them hold (benchmarks/README.md)."""


@cache
def settle() -> None:
    """Load what the other pages draw with, keep the collector from it all, and begin to collect; once a process.

    What comes later is not kept from it: a visitor's own list has to go with its visitor, and a refreshed list of
    50,000 rows takes the collector one millisecond.
    """
    for name in ("actionmap.drawing.charts", "actionmap.drawing.coverage_map", "actionmap.publish.prints"):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    threading.Thread(target=_collect, name="collector", daemon=True).start()


def _collect() -> None:
    """Give back what is no longer used, now and then."""
    while True:
        time.sleep(_EVERY)
        give_back()


def give_back() -> None:
    """Give memory that is no longer used back to the system, where it can be."""
    gc.collect()
    pa.default_memory_pool().release_unused()
    with suppress(AttributeError, OSError, TypeError):  # glibc alone has it
        ctypes.CDLL(None).malloc_trim(0)
