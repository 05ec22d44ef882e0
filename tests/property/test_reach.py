"""The figures of reach against brute force, and the verdict on a claim."""

import datetime as dt

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES
from actionmap.campaign.claims import Claim, Verdict
from actionmap.campaign.table import ActionTable
from actionmap.reach.figures import evidence, figures, span
from actionmap.text import fold
from actionmap.world.regions import continent, subregion

NOON = pd.Timestamp("2031-01-02T12:00Z")
actions = st.fixed_dictionaries(
    {
        "country": st.sampled_from(["FR", "BR", "US", "PR", "AQ", "NZ"]),
        "region": st.sampled_from(["", "HI", "NY"]),
        "locality": st.sampled_from(["", "Testville", "Été"]),
        "venue": st.just(""),
        "town": st.sampled_from(["", "Testville, New York, United States"]),
        "source_url": st.sampled_from(["", "https://test.example/"]),
        "other_sources": st.just(()),
        "status": st.sampled_from(list(STATUS_NAMES)),
        "basis": st.sampled_from(list(BASIS_NAMES)),
        "organizers": st.lists(st.sampled_from(["a", "b", "c"]), unique=True).map(tuple),
        "supporters": st.lists(st.sampled_from(["a", "d"]), unique=True).map(tuple),
        "callers": st.just(()),
        "start_time": st.sampled_from([None, dt.time(12)]),
        "starts_utc": st.one_of(
            st.just(pd.NaT), st.integers(-40, 40).map(lambda hours: NOON + pd.Timedelta(hours=hours))
        ),
        "precision": st.sampled_from(["venue", "locality", "region", "country", ""]),
    }
)
COLUMNS = [
    *("country", "region", "locality", "venue", "status", "basis", "organizers", "supporters", "callers", "start_time"),
    *("starts_utc", "precision", "town", "source_url", "other_sources"),
]


def frame(rows):
    listed = pd.DataFrame(rows, columns=COLUMNS)
    starts = pd.to_datetime(listed["starts_utc"], utc=True)
    return listed.assign(id=[f"test-{number}" for number in range(len(rows))], starts_utc=starts)


frames = st.lists(actions, max_size=12).map(frame)


def town(row):
    """Brute force: what counts as an action's town, nothing where it has none."""
    return row["town"] or (row["locality"] and (row["country"], row["region"], row["locality"]))


@given(frames)
def test_every_figure_is_what_counting_by_hand_gives_and_has_a_denominator(listed):
    rows = listed.to_dict("records")
    towns = [one for row in rows if (one := town(row))]
    called, reported = (
        sum(row[one] == kind for row in rows) for one, kind in (("basis", "call"), ("status", "reported"))
    )
    tied = {f"Action{'s' * (called != 1)} tied to the call": (called, len(rows))}
    counted = {figure.name: (figure.count, figure.whole) for figure in figures(listed, 100)}
    assert counted == {
        "Actions": (len(rows), 100),
        "Countries and territories": (len({row["country"] for row in rows}), 249),
        "Continents": (len({continent(row["country"]) for row in rows} - {""}), 5),
        "Subregions": (len({subregion(row["country"]) for row in rows} - {""}), 22),
        "Towns and cities": (len(set(towns)), len(towns)),
        f"Action{'s' * (reported != 1)} reported": (reported, len(rows)),
        **(tied if not rows or any(row["basis"] != "not-stated" for row in rows) else {}),
        "Start time stated": (sum(row["start_time"] is not None for row in rows), len(rows)),
        "Pinned to a venue": (sum(row["precision"] == "venue" for row in rows), len(rows)),
        "Pinned to a town": (sum(row["precision"] == "locality" for row in rows), len(rows)),
        "Only country or region": (sum(row["precision"] in ("region", "country") for row in rows), len(rows)),
    }
    assert all(
        figure.definition.endswith(".") or "Without an action here" in figure.definition
        for figure in figures(listed, 100)
    )


@given(frames)
def test_the_span_is_from_the_first_to_the_last_known_start(listed):
    known = [start for start in listed["starts_utc"] if not pd.isna(start)]
    assert span(listed) == ((min(known), max(known)) if known else None)


claims = st.builds(
    Claim,
    id=st.just("test"),
    claimant=st.just("Test"),
    claim=st.just("Test"),
    measure=st.sampled_from(["actions", "places", "localities", "endorsers", "organizations", "attendance"]),
    qualifier=st.sampled_from(["about", "exactly", "at least", "over"]),
    figure=st.integers(1, 8).map(str),
    places=st.lists(st.sampled_from(["FR", "US-HI", "US-NY:Testville", "BR:ete"]), unique=True).map(tuple),
    filter=st.sampled_from(
        ["", "country=FR", "country=US&status=reported", "basis=call", "link=organized", "link=called&link=supported"]
    ),
    source_url=st.just("https://test.example/"),
)


def in_scope(row, claim):
    """Brute force: does a claim speak of an action?"""
    wanted = dict(part.split("=") for part in claim.filter.split("&") if part and "link" not in part)
    return all(row[column] == value for column, value in wanted.items())


def is_there(row, code):
    """Brute force: is an action in a place?"""
    area, _, locality = code.partition(":")
    country, _, region = area.partition("-")
    return (
        row["country"] == country
        and (not region or row["region"] == region)
        and (not locality or fold(locality) in (fold(row["locality"]), fold(row["town"].split(",")[0])))
    )


@given(frames, claims)
def test_evidence_is_counted_in_the_claims_own_scope(listed, claim):
    found = evidence(claim, ActionTable(listed, {}))
    rows = [row for row in listed.to_dict("records") if in_scope(row, claim)]
    ticks = {code: [row["id"] for row in rows if is_there(row, code)] for code in claim.places}
    assert {place.code: list(place.actions) for place in found.places} == ticks
    everywhere = listed.to_dict("records")
    assert {place.code: place.others for place in found.places} == {
        code: sum(is_there(row, code) for row in everywhere) - len(there) for code, there in ticks.items()
    }
    by_hand = {
        "actions": len(rows),
        "places": sum(map(bool, ticks.values())) if ticks else len({row["country"] for row in rows}),
        "localities": len({one for row in rows if (one := town(row))}),
        "endorsers": None if claim.filter else 0,
        "organizations": {
            "link=organized": len({one for row in rows for one in row["organizers"]}),
            "link=called&link=supported": len({one for row in rows for one in row["supporters"]}),
        }.get(claim.filter),
        "attendance": None,
    }
    assert found.count == by_hand[claim.measure]


@given(frames, claims)
def test_a_claim_is_itemised_in_full_only_where_figure_and_every_named_place_are(listed, claim):
    found = evidence(claim, ActionTable(listed, {}))
    enough = found.count is not None and (
        found.count > claim.figure if claim.qualifier == "over" else found.count >= claim.figure
    )
    whole = enough and all(place.actions for place in found.places)
    assert (found.verdict is Verdict.FULL) == whole
    assert (found.verdict is Verdict.NOTHING) == (found.count == 0)
    unknown = {Verdict.NOT_COUNTED} if claim.measure == "attendance" else {Verdict.NOT_COMPARED}
    assert (found.count is None) == (found.verdict in unknown)
    assert (found.verdict is Verdict.FEWER) == (bool(found.count) and not enough)
