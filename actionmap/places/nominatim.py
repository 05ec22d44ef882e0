"""Nominatim: the online geocoder for those who choose it; it knows venues, and is asked slowly and once per place."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from http.client import HTTPException
from pathlib import Path

from actionmap.campaign.settings import NominatimSettings
from actionmap.languages import ENGLISH
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.nominatim_service import Found, NotAskedError, Service, ServiceError, default_folder
from actionmap.places.pinning import Answer, OfflineGeocoder
from actionmap.text import fold, terminal_line, word_table
from actionmap.world.countries import country_code, country_name
from actionmap.world.distances import great_circle_km
from actionmap.world.doubts import Doubt, DoubtKind, Failure, FailureKind
from actionmap.world.place import FAR_KM, Candidate, FoundBy, Pin, Place, Precision
from actionmap.world.spelling import other_spellings, place_key
from actionmap.world.territories import TERRITORIES

_MOST_FAILURES = 3
"""Failures in a row after which nothing more is asked."""

_LONGEST_REASON = 200
"""Characters of what a service says for itself that are repeated."""

_BROKEN = (HTTPException, OSError, TypeError, ValueError, LookupError, AttributeError, sqlite3.Error)
"""What a request can end in when the network, or the answer, is broken."""

_WORDS = word_table(Path(__file__).with_name("words.txt"))
_REGIONS, _LOCALITIES = (frozenset(_WORDS[kind]) for kind in ("region", "locality"))
"""The kinds of OpenStreetMap's places."""

_WITHIN = {code: state for code, state in TERRITORIES.items() if state in {"US", "FR", "NL", "CN", "AU", "FI", "NO"}}
"""Territories with an ISO 3166-1 code of their own that OpenStreetMap has as parts of a country."""


class OnlineGeocoder(OfflineGeocoder):
    """A Nominatim service, for places: the venue is asked first, then the locality if the gazetteer is not sure of it.

    An answer is a pin if it lies in the country, is of the kind that was asked for, and is near the gazetteer's pin of
    the locality; where the gazetteer is not sure of the locality, if it has the very name, and no namesake far away.
    Any other is doubtful: the gazetteer's pin of the locality is better, or none. So it is where asking fails.

    Parameters
    ----------
    settings
        Which service, and how it is asked.
    gazetteer
        Knows where localities are, their other names, and the time zones, which Nominatim does not know.
    folder
        Where answers are kept for 30 days, also that nothing was found, so that nothing is asked twice; and the time
        of the last request. By default the user's own cache folder (``$XDG_CACHE_HOME/actionmap``).

    Raises
    ------
    OnlineGeocoderError
        The folder cannot be written.
    """

    def __init__(self, settings: NominatimSettings, gazetteer: Gazetteer, *, folder: Path | None = None) -> None:
        super().__init__(gazetteer)
        self._url = settings.url
        self._service = Service(settings, folder or default_folder())

    def trusts(self, cached: Pin, place: Place) -> bool:
        """Trust what a person has reviewed, and what Nominatim itself has answered for this very place."""
        return cached.reviewed or (cached.geocoder == FoundBy.NOMINATIM and bool(cached.venue) == bool(place.venue))

    def answer(self, places: Sequence[Place]) -> Iterator[tuple[Place, Answer]]:
        """Ask for distinct places, one after the other; after a few failures in a row nothing more is asked.

        An answer with a failure has the gazetteer's pin where that is sure of the locality, and is worth asking again.
        """
        wider = {place: place.without_venue() if place.locality else place for place in places}
        offline = dict(super().answer(list(dict.fromkeys(wider.values()))))
        failures, failure, self._service.given_up = 0, None, False
        for place in places:
            known = offline[wider[place]]
            instead = _at(place, known, known.country)
            where = place._replace(country=place.country or known.country)
            try:
                answer = _at(place, self._find(where, known), known.country) if where.country else instead
                failures = 0
            except NotAskedError:
                answer = replace(instead, failure=replace(failure, asked=False) if failure else None)
            except (ServiceError, *_BROKEN) as error:
                failure = self._failure(error)
                refused = failure.kind in (FailureKind.RATE_LIMITED, FailureKind.REFUSED)
                failures = _MOST_FAILURES if refused else failures + 1
                self._service.given_up = failures >= _MOST_FAILURES
                answer = replace(instead, failure=failure)
            yield place, answer

    def _find(self, place: Place, offline: Answer) -> Answer:
        """Find the venue, else the locality, else take the gazetteer's pin if it is sure."""
        doubtful = Answer(None)
        for asked in dict.fromkeys((place, place.without_venue())):
            found, doubts = self._judged(asked, self._ask(asked), offline)
            if found:
                zone = offline.pin.timezone if offline.pin else ""
                return replace(doubtful, pin=Pin.of(place, _candidate(asked, found, zone)))
            doubtful = doubts or doubtful
            if _is_sure(offline):  # of the locality: nobody need be asked for that
                break
        instead = _at(place, offline, offline.country)
        return replace(doubtful, pin=instead.pin) if instead.pin or doubtful.doubt else instead

    def _ask(self, place: Place) -> list[Found]:
        """Return the answers that are of the kind asked for and lie in the country."""
        within = _WITHIN.get(place.country, place.country)
        region = place.region or (country_name(place.country, ENGLISH) if within != place.country else "")
        query: str | dict[str, str] = {key: text for key, text in (("city", place.locality), ("state", region)) if text}
        if place.venue:  # a structured query finds shops and offices, but no parks and squares
            query = ", ".join(filter(None, (place.venue, place.locality, region)))
        elif not query:
            query = {"country": country_name(place.country, ENGLISH)}
        return [one for one in self._service.ask(query, within.lower()) if _is_asked_for(place, one)]

    def _judged(self, place: Place, fitting: Sequence[Found], offline: Answer) -> tuple[Found | None, Answer | None]:
        """Return the answer that can be trusted; else, where there are any, why they are doubtful."""
        if not fitting or not (place.venue or place.locality):
            return next(iter(fitting), None), None
        limit = FAR_KM[place.level]
        if offline.pin and _is_sure(offline):
            km = _km(offline.pin, fitting)
            near = next((one for one, far in zip(fitting, km, strict=True) if far <= limit), None)
            away = Doubt(DoubtKind.FAR, terminal_line(fitting[0].label), km[0], offline.pin.matched_place)
            return near, None if near else Answer(None, (_candidate(place, fitting[0]),), away)
        named = [one for one in fitting if _is_named(place, one)]
        if not named:
            other = Doubt(DoubtKind.ANOTHER_NAME, terminal_line(fitting[0].label))
            return None, Answer(None, offline.candidates or (_candidate(place, fitting[0]),), other)
        far = next((one for one, km in zip(named, _km(named[0], named), strict=True) if km > limit), None)
        if far:
            both = _candidate(place, named[0]), _candidate(place, far)
            return None, Answer(None, both, Doubt(DoubtKind.AMBIGUOUS))
        return named[0], None

    def _failure(self, error: Exception) -> Failure:
        """Return why a request failed."""
        kind, detail = FailureKind.NOT_UNDERSTOOD, ""
        match error:
            case sqlite3.Error():
                return Failure(FailureKind.NOT_KEPT, str(self._service.memory), str(error))
            case ServiceError():
                kind, detail = error.kind, str(error)
            case TimeoutError():
                kind = FailureKind.TIMED_OUT
            case OSError() | HTTPException():
                kind = FailureKind.NO_ANSWER
                detail = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return Failure(kind, self._url, terminal_line(detail)[:_LONGEST_REASON])


def _is_sure(offline: Answer) -> bool:
    """Tell whether the gazetteer knows the locality, by its very name and region."""
    pin = offline.pin
    return pin is not None and pin.precision == Precision.LOCALITY and pin.geocoder == FoundBy.GAZETTEER


def _at(place: Place, answer: Answer, country: str) -> Answer:
    """Return an answer for a place that may name no country: then it is this one."""
    pin = answer.pin.at(place) if answer.pin else None
    return replace(answer, pin=pin, country="" if place.country else country)


def _candidate(place: Place, found: Found, timezone: str = "") -> Candidate:
    return Candidate(found.label, found.latitude, found.longitude, place.level, timezone, FoundBy.NOMINATIM)


def _km(pin: Pin | Found, others: Sequence[Found]) -> list[float]:
    points = [one.latitude for one in others], [one.longitude for one in others]
    return [float(km) for km in great_circle_km(pin.latitude, pin.longitude, *points)]


def _is_named(place: Place, found: Found) -> bool:
    """Tell whether an answer has the locality's name: as one of its own, or in a venue's address."""
    names = found.address.values() if place.venue else found.names
    keys = {place_key(place.locality), *other_spellings(place.locality)}
    return not place.locality or not keys.isdisjoint(map(place_key, names))


def _is_asked_for(place: Place, found: Found) -> bool:
    """Tell whether an answer lies in the country, and is a venue, locality, region or country as was asked."""
    kind, level, within = found.kind, place.level, _WITHIN.get(place.country)
    if within:
        names = {fold(name) for name in found.address.values()}
        inside = bool(names & {fold(f"{within}-{place.country}"), fold(country_name(place.country, ENGLISH))})
    else:
        inside = country_code(found.address.get("country_code") or found.label.split(",")[-1]) == place.country
    kinds = {"locality": _LOCALITIES, "region": _REGIONS, "country": _REGIONS if within else {"country"}}
    return inside and (kind in kinds[level] if level in kinds else kind not in _LOCALITIES | _REGIONS | {"country"})
