"""Columns: which of a header's names mean which of ours."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from actionmap.text import fold


def distinct(header: Sequence[str]) -> tuple[str, ...]:
    """Give columns of one name numbers: "City", "City (2)"."""
    seen: Counter[str] = Counter()
    names = []
    for name in header:
        seen[name] += bool(name)
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(names)


def match_columns(header: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Tell which of our columns a header has: our name → the file's name.

    Parameters
    ----------
    header
        The file's column names; case, accents, punctuation, what stands in brackets or after a slash, and words such
        as "of the event" do not matter.
    names
        Our column → its other usual names, the surest first. Where two columns share a name, the first takes it.
    """
    named: dict[str, str] = {}
    cells = sorted(header, key=lambda cell: cell.strip() not in names)  # our own spelling before another
    for forms in zip(*map(_forms, cells), strict=True):
        for cell, keys in zip(cells, forms, strict=True):
            for key in keys:
                named.setdefault(key, cell.strip())
    columns: dict[str, str] = {}
    for also in (False, True):  # our own names before others
        for column, others in names.items():
            keys = map(squeeze, others) if also else [squeeze(column)]
            free = (named[key] for key in keys if key in named and named[key] not in columns.values())
            if column not in columns and (found := next(free, None)):
                columns[column] = found
    return {column: columns[column] for column in names if column in columns}


_OF_AN_ACTION = frozenset(  # a table reads better as a text than as sixty strings
    "event events action actions activity protest rally march demo s of the evento eventos acto actividad accion"  # noqa: SIM905
    " marcha concentracion manifestacion del de la el l evenement manifestation rassemblement du do da ato acao"
    " atividade veranstaltung aktion kundgebung der des die الفعالية النشاط المظاهرة etkinlik eylem kegiatan aksi"
    " acara".split()
)
"""Words that a column's name may have more; folded."""


@lru_cache(maxsize=8192)
def _forms(cell: str) -> tuple[tuple[str, ...], ...]:
    """Return the keys of a column's name: as it is, without what is in brackets, its parts, its telling words."""
    plain = cell.split("(")[0]
    parts = [part for part in re.split(r"/|\bor\b|\bou\b|\bo\b|\boder\b", plain) if part.strip()]
    telling = "".join(word for word in fold(plain).split() if word not in _OF_AN_ACTION)
    return (squeeze(cell),), (squeeze(plain),), tuple(map(squeeze, parts)), (telling,)


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Return a name by which spellings are compared: folded, without spaces."""
    return fold(text).replace(" ", "")
