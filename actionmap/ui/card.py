"""The card of an action: what, where, when, who, how sure, and according to whom."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import pandas as pd
import streamlit as st

from actionmap import exports
from actionmap.attendance import read_reports
from actionmap.campaign import Campaign
from actionmap.countries import country_name
from actionmap.geocoding import APPROXIMATE
from actionmap.organizations import ROLES, Organization
from actionmap.times import long_date, moments
from actionmap.ui import view
from actionmap.ui.sidebar import BASIS_NAMES, STATUS_NAMES
from actionmap.ui.text import render

_OSM_ZOOM = {"venue": 17, "locality": 12, "region": 7, "country": 5}


def card(action: Mapping[str, Any], campaign: Campaign) -> None:
    """Draw the card of one row of `ActionTable.frame`, with what can be done with it."""
    callers = _members_first(action["callers"], campaign.organizations)
    starts_utc = None if pd.isna(action["starts_utc"]) else action["starts_utc"].to_pydatetime()
    st.html(
        render(
            "card.html",
            status=action["status"],
            status_name=STATUS_NAMES[action["status"]],
            basis=action["basis"],
            basis_name=BASIS_NAMES[action["basis"]],
            title=title(action),
            venue=action["venue"],
            moments=moments(
                action["date"], action["start_time"], starts_utc, action["timezone"], st.context.timezone or ""
            ),
            organizers=_members_first(action["organizers"], campaign.organizations),
            callers=callers,
            members_calling=sum(organization.role == "coalition" for organization in callers),
            attendance=[
                f"{report.text} ({report.reporter})" if report.reporter else report.text
                for report in read_reports(action["attendance"])
            ],
            pin=_pin(action),
            evidence=action["evidence"],
            confidence=action["confidence"],
            source_url=action["source_url"],
            source_name=action["source_name"],
            source_date=long_date(action["source_date"]) if action["source_date"] else "",
            other_sources=[(url, urlsplit(url).hostname or url) for url in action["other_sources"]],
        )
    )
    with st.container(horizontal=True, gap="small"):
        _share(action["id"])
        st.download_button(
            "Add to calendar",
            data=lambda: exports.action_ics(action, campaign.title, campaign.organizations),
            file_name=f"{action['id']}.ics",
            mime="text/calendar",
            on_click="ignore",
            key=f"ics-{action['id']}",
        )
        if pd.notna(action["latitude"]):
            st.link_button("OpenStreetMap", _openstreetmap(action), help="Opens openstreetmap.org in a new tab.")


def title(action: Mapping[str, Any]) -> str:
    """Return where an action is, as a heading: "Lyon, France", or "Argentina (town not stated)"."""
    country = country_name(action["country"])
    if action["locality"]:
        return f"{action['locality']}, {country}"
    return f"{action['matched_place'] or country} (town not stated)"


def _members_first(ids: Iterable[str], organizations: Mapping[str, Organization]) -> list[Organization]:
    named = (organizations[id_] for id_ in ids if id_ in organizations)
    return sorted(named, key=lambda organization: ROLES.index(organization.role))


def _pin(action: Mapping[str, Any]) -> str:
    match action["precision"]:
        case "venue":
            return f"At the venue ({action['geocoder']})."
        case "locality":
            loosely = " The list spells the place a little differently." if action["geocoder"] == APPROXIMATE else ""
            return f"In the middle of {action['matched_place']}; not at the venue.{loosely}"
        case "region":
            return f"The source names no town: the pin stands for the whole of {action['matched_place']}."
        case "country":
            return f"The source names no town: the pin stands for all of {action['matched_place']}."
    hint = f" Did the list mean {action['suggestion']}?" if action["suggestion"] else ""
    return f"Not on the map: the place could not be found.{hint}"


def _share(id_: str) -> None:
    query = view.current().to_query() | {"action": [id_]}
    with st.popover("Copy link"):
        st.caption("Reopens exactly this view:")
        st.code(f"{st.context.url or ''}?{urlencode(query, doseq=True)}", language=None, wrap_lines=True)


def _openstreetmap(action: Mapping[str, Any]) -> str:
    latitude, longitude = f"{action['latitude']:.5f}", f"{action['longitude']:.5f}"
    marker = urlencode({"mlat": latitude, "mlon": longitude})
    return f"https://www.openstreetmap.org/?{marker}#map={_OSM_ZOOM[action['precision']]}/{latitude}/{longitude}"
