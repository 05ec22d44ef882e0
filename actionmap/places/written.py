"""Places as people write them in one cell: the parts of it, and what each part says of the town."""

import re

from actionmap.places.spelling import place_words

POSTCODE_NAMESAKES = 100.0
"""How many times the people of its namesakes a town needs beside a postcode, whose region is not known."""

_MOST_PARTS = 40
BETWEEN = re.compile(
    r"\s*[/|;,،，、()（）\[\]–—+&\n]\s*|\s+-+\s+|\s+(?:and|y|et|und|e|ve|و)\s+",
    re.IGNORECASE,
)
_POSTCODE = (
    r"(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|\d{3}[ -]\d{2,4}|\d{4} ?[A-Z]{2}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
)
_POSTCODE_FIRST = re.compile(rf"^(?:{_POSTCODE})\s+(?=\D)")
_POSTCODE_LAST = re.compile(rf"(?<=\S)\s+(?:{_POSTCODE})$")
_ONLY_POSTCODE = re.compile(rf"(?:{_POSTCODE})")
_AREAS_OF_EVERY_TOWN = """
downtown, centre, center, centro, city centre, city center, town centre, centre ville, innenstadt, zentrum,
stadtmitte, bay area, tri state area, metro area, union station, central station, city hall, town hall, town
square, main square, plaza mayor, main street, state capitol, courthouse, hauptbahnhof, rathaus, gare, mairie,
hotel de ville, ayuntamiento, online, virtual, en linea, en ligne, nationwide, countrywide, worldwide,
everywhere, various, various locations, multiple locations, several cities, bundesweit, verschiedene, todo el
pais, varios, varias ciudades, partout, divers, the park, university, campus, library, market square, zocalo,
alun alun, وسط المدينة, وسط البلد, عبر الانترنت
"""
_AREAS = frozenset(" ".join(place_words(name)) for name in _AREAS_OF_EVERY_TOWN.split(","))


def parts(cell: str) -> list[str]:
    """Split a cell where a comma, bracket, dash, slash, bar or "and" stands ("Lyon & Paris" → Lyon, Paris)."""
    return [part for part in (part.strip(" .-") for part in BETWEEN.split(cell)) if part]


def may_be_several(cell: str) -> bool:
    """Tell whether a cell has parts, which may be towns."""
    return bool(BETWEEN.search(cell)) and 1 < len(parts(cell)) <= _MOST_PARTS


def without_postcode(part: str) -> tuple[str, bool]:
    """Return a part without the postcode beside its name, and whether there was one ("75011 Paris" → Paris)."""
    bare = _POSTCODE_LAST.sub("", _POSTCODE_FIRST.sub("", part))
    return bare, bare != part


def is_detail(part: str) -> bool:
    """Tell whether a part says nothing of which town is meant: a postcode, or a street with its number."""
    return bool(_ONLY_POSTCODE.fullmatch(part)) or any(c.isdigit() for c in part)


def is_area(part: str) -> bool:
    """Tell whether a part is the name of some area or venue that every town has ("Downtown", "Union Station")."""
    return " ".join(place_words(part)) in _AREAS
