"""Cards, as HTML: of an action (what, where, when, who, how sure, according to whom), of a claim, of the figures."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

import pandas as pd
from babel.dates import format_timedelta

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES
from actionmap.campaign.claims import Claim
from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.organizations import ROLES, TIES, Organization
from actionmap.campaign.table import ActionTable
from actionmap.languages import joined, mark, mark_many, say, say_many, sentences, spoken, strung
from actionmap.lists.cells import GONE
from actionmap.publish.markup import render
from actionmap.publish.terms import SAID
from actionmap.publish.wording import verdict_words, why
from actionmap.reach.attendance import read_reports
from actionmap.reach.figures import NamedPlace, evidence, figures, span
from actionmap.world import times
from actionmap.world.distances import KM_PER_MILE
from actionmap.world.doubts import Doubt, DoubtKind
from actionmap.world.place import FoundBy, Place, Precision, either
from actionmap.world.times import When, hour_said, long_date, moments, short_date
from actionmap.world.town_names import place_name


def card(
    action: Mapping[str, Any],
    organizations: Mapping[str, Organization],
    visitor_timezone: str = "",
    *,
    language: str = "",
    level: int = 3,
) -> str:
    """Return the card of one row of `ActionTable.frame`, with the reader's own time where a time zone is given.

    `language` is that in which the list writes venues, evidence and attendance, where it is known; `level` is that of
    the card's heading, from 1.
    """
    starts_utc = None if pd.isna(action["starts_utc"]) else action["starts_utc"].to_pydatetime()
    said = moments(
        action["date"],
        action["start_time"],
        starts_utc,
        action["timezone"],
        visitor_timezone,
        last=action["end_date"],
        end=action["end_time"],
    )
    return render(
        "card.html",
        level=level,
        language=language,
        action=action,
        status_name=_status(action),
        basis_name=_basis(action) if action["basis"] != NOT_STATED else "",
        title=title(action),
        moments=[*said[:-1], (say("Time"), say(_OTHER_ZONE, zone=action["other_zone"]))]
        if action["other_zone"]
        else said,
        ties=[
            (link, say(_TIED_BY[link]), _members_first(action[column], organizations)) for link, column in TIES.items()
        ],
        attendance=read_reports(action["attendance"]),
        pin=_pin(action),
        source_date=long_date(action["source_date"]) if action["source_date"] else "",
        looked_at=_last_look(action["checked"]),
        other_sources=[(url, urlsplit(url).hostname or url) for url in action["other_sources"]],
    )


def _last_look(checked: str) -> str:
    """Say that the source was gone when it was last looked at; nothing where it was there, or nobody has looked."""
    day, _, found = checked.partition(" ")
    return say("gone when last looked at ({date})", date=dt.date.fromisoformat(day)) if found == GONE else ""


def _status(action: Mapping[str, Any]) -> str:
    name = STATUS_NAMES[action["status"]]
    return say(name)


def _basis(action: Mapping[str, Any]) -> str:
    name = BASIS_NAMES[action["basis"]]
    return say(name)


def title(action: Mapping[str, Any]) -> str:
    """Return where an action is, as a heading, see `Place.name`."""
    return Place.of(action).name


def detail(action: Mapping[str, Any], day: dt.date | None) -> str:
    """Return the line under the heading: status, date where it is not the campaign's `day`, time, venue."""
    date = "" if action["date"] == day else short_date(action["date"])
    start = hour_said(action["start_time"]) if action["start_time"] else action["other_zone"]
    unpinned = ""
    if pd.isna(action["latitude"]):
        unpinned = say(_UNCONFIRMED) if action["in_doubt"] else say("not on the map")
    return strung((_status(action), date, start, action["venue"], unpinned), _BESIDE)


def index_lines(here: Sequence[Mapping[str, Any]], organizations: Mapping[str, Organization]) -> list[str]:
    """Return what tells actions at one place apart: venue, part of the town or who organized it; then time, and tie."""
    return [_index_line(one, organizations, title(one) if len(set(map(title, here))) > 1 else "") for one in here]


def _index_line(action: Mapping[str, Any], organizations: Mapping[str, Organization], part: str) -> str:
    names = [organization.name for organization in _members_first(action["organizers"], organizations)]
    where = action["venue"] or part or ", ".join(names[:1]) or say("Venue not stated")
    start = hour_said(action["start_time"]) if action["start_time"] else ""
    return strung((where, start, _basis(action)), _BESIDE)


def nearest_detail(place: Mapping[str, Any]) -> str:
    """Return the line under a place's name: how far it is, how many actions of what status, when, and a venue."""
    far = say("{km} km · {miles} miles", km=round(place["km"]), miles=round(place["km"] / KM_PER_MILE))
    statuses = place["statuses"]
    numbers = joined([say_many(*_OF_STATUS[one], statuses[one]) for one in _OF_STATUS if one in statuses])
    venue = place["venue"] if place["number"] == 1 else ""
    return strung((far, numbers, strung(map(short_date, place["dates"])), venue), _BESIDE)


_OF_STATUS = {
    "reported": mark_many("{number} action reported", "{number} actions reported"),
    "announced": mark_many("{number} action announced", "{number} actions announced"),
}
"""Status → how many actions have it."""


def standing(action: Mapping[str, Any], now: dt.datetime) -> str:
    """Say how an action stands to a moment: whether it is to come, on, or just over; empty where it is long past."""
    phase, until = times.phase(When(*(action[name] for name in When._fields)), action["timezone"], now)
    return say(_STANDING[phase], time=format_timedelta(until, threshold=1.2, locale=spoken().locale)) if phase else ""


def _members_first(ids: Iterable[str], organizations: Mapping[str, Organization]) -> list[Organization]:
    named = (organizations[id_] for id_ in ids if id_ in organizations)
    return sorted(named, key=lambda organization: ROLES.index(organization.role))


def _pin(action: Mapping[str, Any]) -> str:
    """Say what the pin stands for, within what distance, and according to whom."""
    place = place_name(action["matched_place"])
    if action["geocoder"] == FoundBy.LIST:
        return say("Given by the list: {place}.", place=place)
    if precision := action["precision"]:
        return sentences(*_stands_for(action, precision))
    in_doubt = bool(action["in_doubt"])
    unnamed = isinstance(action["doubt"], Doubt) and action["doubt"].kind is DoubtKind.NO_COUNTRY
    reason = why(action["doubt"]) if in_doubt or unnamed else say("the place could not be found")
    told = [say("Not on the map until someone confirms where it is: {reason}.", reason=reason)] if in_doubt else []
    told = told or [say("Not on the map: {reason}.", reason=reason)]
    if action["candidates"]:
        told.append(say("Did the list mean {places}?", places=either(action["candidates"])))
    return sentences(*told)


def _stands_for(action: Mapping[str, Any], precision: Precision) -> Iterator[str]:
    found = _FOUND_BY.get(action["geocoder"], "")
    according = action["source"] or (say(found) if found else "")
    metres = None if pd.isna(action["uncertainty_m"]) else round(action["uncertainty_m"])
    how = "plain" if not according else "with-source" if metres is None else "with-metres"
    message = _PINS[precision] if isinstance(_PINS[precision], str) else _PINS[precision][how]
    yield say(message, place=place_name(action["matched_place"]), source=according, metres=metres)
    if precision == Precision.LOCALITY:
        yield say("The pin is not at the venue.") if action["venue"] else say("The venue is not stated.")


_BESIDE = " · "
_STANDING, _PINS, _FOUND_BY, _TIED_BY = (
    SAID["cards"][name] for name in ("at-this-moment", "pins", "found-by", "over-organizations")
)
_OTHER_ZONE = mark("{zone} in the list, which is not the local time")
_UNCONFIRMED = mark("not on the map until someone confirms where it is")


def figures_of(actions: pd.DataFrame, listed: int) -> str:
    """Return the headline figures of these rows of `ActionTable.frame`, of so many that are listed."""
    starts = [(hour_said(start), short_date(start.date())) for start in span(actions) or ()]
    return render("figures.html", figures=figures(actions, listed), starts=starts)


def claim_beside_evidence(claim: Claim, table: ActionTable) -> str:
    """Return a claim beside what the list itemises for it."""
    found = evidence(claim, table)
    headline, counted = verdict_words(found)
    return render(
        "claim.html",
        claim=claim,
        said=long_date(claim.source_date) if claim.source_date else "",
        verdict=found.verdict,
        headline=headline,
        counted=counted,
        itemised=found.itemised,
        places=[(place.name, len(place.actions), _query(claim, place), place.others) for place in found.places],
    )


def _query(claim: Claim, place: NamedPlace) -> str:
    """Return the URL's query that shows a place's actions within the claim's scope."""
    inside = "-" in place.code or ":" in place.code
    scope = f"{claim.filter}&" if claim.filter else ""
    if not inside:
        return f"{scope}{urlencode({'country': place.code})}"
    return f"{scope}{urlencode({'action': place.actions[0]})}" if place.actions else claim.filter
