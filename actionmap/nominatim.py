"""Nominatim: the online geocoder for those who choose it; it knows venues, and is asked slowly and once per place."""

import datetime as dt
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from geopy.adapters import URLLibAdapter
from geopy.exc import (
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderRateLimited,
    GeocoderTimedOut,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location

from actionmap.countries import country_code, country_name, fold
from actionmap.gazetteer import Gazetteer
from actionmap.geocode_cache import Geocode, Place
from actionmap.geocoding import Answer

USER_AGENT = "ActionMap/0.1 (geocodes lists of public actions; every place once, one a second)"

_PAUSE = 1.0
"""Seconds between requests; the public service allows one request a second."""
_TIMEOUT = 10.0
_LONGEST_WAIT = 60.0
"""Seconds that the service may ask to wait before it is given up."""
_MOST_FAILURES = 3
"""Failures in a row after which nothing more is asked."""

_FAILURES = (GeopyError, OSError, HTTPException, TypeError, ValueError, LookupError, AttributeError)
"""What a request can end in when the network, or the answer, is broken."""

_REGIONS = {"state", "region", "province", "county", "state_district"}
_LOCALITIES = {"city", "town", "village", "hamlet", "isolated_dwelling", "municipality", "locality", "croft"} | {
    "city_district",
    "district",
    "borough",
    "suburb",
    "subdivision",
    "quarter",
    "neighbourhood",
    "postcode",
}

_WITHIN = (
    {
        "PR": "US",
        "GU": "US",
        "VI": "US",
        "AS": "US",
        "MP": "US",
        "UM": "US",
        "HK": "CN",
        "MO": "CN",
        "AX": "FI",
        "SJ": "NO",
    }
    | dict.fromkeys(("RE", "GP", "MQ", "GF", "YT", "PF", "NC", "PM", "WF", "BL", "MF", "TF"), "FR")
    | dict.fromkeys(("AW", "CW", "SX", "BQ"), "NL")
    | dict.fromkeys(("CC", "CX", "NF", "HM"), "AU")
)
"""Territories with an ISO 3166-1 code of their own that OpenStreetMap has as parts of a country."""


def is_web_address(url: str) -> bool:
    """Tell whether a text is the address of a web server."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


class OnlineGeocoder:
    """A Nominatim service, for places: the venue is asked first, then the locality.

    Parameters
    ----------
    url
        The service's address (see `is_web_address`), without ``/search``.
    gazetteer
        Gives the time zones, which Nominatim does not know.
    pause
        Seconds between requests.
    """

    def __init__(self, url: str, gazetteer: Gazetteer, *, pause: float = _PAUSE) -> None:
        parts = urlsplit(url)
        self._url = url
        self._gazetteer = gazetteer
        client = Nominatim(
            domain=f"{parts.netloc}{parts.path}",
            scheme=parts.scheme,
            user_agent=USER_AGENT,
            timeout=_TIMEOUT,
            adapter_factory=URLLibAdapter,  # the one on requests waits by itself, for as long as Retry-After says
        )
        self._request = RateLimiter(client.geocode, min_delay_seconds=pause, max_retries=0, swallow_exceptions=False)

    def trusts(self, cached: Geocode, place: Place) -> bool:
        """Trust what a person has reviewed, and what Nominatim itself has answered for this very place."""
        return cached.reviewed or (cached.geocoder == "nominatim" and bool(cached.venue) == bool(place.venue))

    def answer(self, places: Sequence[Place]) -> Iterator[tuple[Place, Answer]]:
        """Ask for distinct places, one after the other; after a few failures in a row nothing more is asked."""
        known: dict[Place, Geocode | None] = {}
        zones = self._timezones(places)
        failures, error = 0, ""
        for place in places:
            if failures >= _MOST_FAILURES:
                yield place, Answer(None, error=f"not asked for, because {error}")
                continue
            try:
                found = self._find(place, known)
                failures = 0
            except _FAILURES as failure:
                error = self._explained(failure)
                refused = isinstance(failure, (GeocoderRateLimited, GeocoderInsufficientPrivileges))
                failures = _MOST_FAILURES if refused else failures + 1
                yield place, Answer(None, error=error)
                continue
            zone = zones[place.without_venue()]
            yield place, Answer(found and replace(found, venue=place.venue, timezone=zone))

    def _timezones(self, places: Sequence[Place]) -> dict[Place, str]:
        wider = list(dict.fromkeys(place.without_venue() for place in places))
        frame = pd.DataFrame(wider, columns=Place._fields).drop(columns="venue")
        return dict(zip(wider, self._gazetteer.geocode_frame(frame)["timezone"], strict=True))

    def _find(self, place: Place, known: dict[Place, Geocode | None]) -> Geocode | None:
        """Find the venue, else the locality; what is known is not asked again."""
        for asked in dict.fromkeys((place, place.without_venue())):
            if asked not in known:
                known[asked] = self._ask(asked)
            if known[asked]:
                return known[asked]
        return None

    def _ask(self, place: Place) -> Geocode | None:
        """Return the first answer that is of the kind asked for and lies in the country."""
        within = _WITHIN.get(place.country, place.country)
        region = place.region or (country_name(place.country) if within != place.country else "")
        query: str | dict[str, str] = {key: text for key, text in (("city", place.locality), ("state", region)) if text}
        if place.venue:  # a structured query finds shops and offices, but no parks and squares
            query = ", ".join(filter(None, (place.venue, place.locality, region)))
        elif not query:
            query = {"country": country_name(place.country)}
        settings = {"country_codes": within.lower(), "addressdetails": True, "language": "en"}
        try:
            found = self._request(query, exactly_one=False, limit=5, **settings)
        except GeocoderRateLimited as refusal:
            if refusal.retry_after is None or refusal.retry_after > _LONGEST_WAIT:
                raise
            time.sleep(refusal.retry_after)
            found = self._request(query, exactly_one=False, limit=5, **settings)
        return next((_geocode(place, one) for one in found or () if _is_asked_for(place, one.raw)), None)

    def _explained(self, failure: Exception) -> str:
        """Say in words what a request failed of."""
        match failure:
            case GeocoderRateLimited():
                return f"{self._url} allows no more requests now (429)"
            case GeocoderInsufficientPrivileges():
                return f"{self._url} refuses to answer (403)"
            case GeocoderTimedOut():
                return f"{self._url} took too long to answer, or is overloaded"
            case GeocoderParseError():
                return f"{self._url} did not answer in JSON"
            case GeopyError() | OSError() | HTTPException():
                return f"{self._url} gives no answer ({failure})"
        return f"{self._url} answered what no Nominatim answers"


def _level(place: Place) -> str:
    """Return the precision that is asked for."""
    return next((level for level in ("venue", "locality", "region") if getattr(place, level)), "country")


def _is_asked_for(place: Place, raw: Mapping[str, Any]) -> bool:
    """Tell whether an answer lies in the country, and is a venue, locality, region or country as was asked."""
    kind, level, address = raw.get("addresstype") or raw["type"], _level(place), raw.get("address", {})
    within = _WITHIN.get(place.country)
    if within:
        names = {fold(str(value)) for value in address.values()}
        inside = bool(names & {fold(f"{within}-{place.country}"), fold(country_name(place.country))})
    else:
        inside = country_code(address.get("country_code") or raw["display_name"].split(",")[-1]) == place.country
    kinds = {"locality": _LOCALITIES, "region": _REGIONS, "country": _REGIONS if within else {"country"}}
    return inside and (kind in kinds[level] if level in kinds else kind not in _LOCALITIES | _REGIONS | {"country"})


def _geocode(place: Place, location: Location) -> Geocode:
    return Geocode(
        **place._asdict(),
        latitude=location.latitude,
        longitude=location.longitude,
        precision=_level(place),
        matched_place=str(location.address),
        timezone="",
        geocoder="nominatim",
        date=dt.datetime.now(dt.UTC).date().isoformat(),
    )
