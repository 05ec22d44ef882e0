"""Selections against brute force: every mask and every facet count, and the way through the URL and back."""

from datetime import date
from urllib.parse import parse_qs, urlencode

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES
from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.text import fold

ORGANIZATIONS = {
    "union": Organization(id="union", name="Test Union", role="coalition", parent=""),
    "union-north": Organization(id="union-north", name="Test Union North", role="local", parent="union"),
    "union-north-1": Organization(
        id="union-north-1", name="Test Union North, Branch 1", role="local", parent="union-north"
    ),
    "choir": Organization(id="choir", name="Test Chœur", role="endorser", parent=""),
    "circle-a": Organization(id="circle-a", name="Circle A", role="local", parent="circle-b"),
    "circle-b": Organization(id="circle-b", name="Circle B", role="local", parent="circle-a"),
}
COLUMNS = {"organized": "organizers", "supported": "supporters", "called": "callers"}
COUNTRIES = ("FR", "BR", "US", "NA")
DAYS = tuple(date(2031, 1, day) for day in (1, 2, 3))
WORDS = ("harbour", "Plaza", "Été", "東京")

ids = st.lists(st.sampled_from([*ORGANIZATIONS, "unknown"]), max_size=3, unique=True).map(tuple)
words = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)
actions = st.fixed_dictionaries(
    {
        "country": st.sampled_from(COUNTRIES),
        "status": st.sampled_from(list(STATUS_NAMES)),
        "basis": st.sampled_from(list(BASIS_NAMES)),
        "date": st.sampled_from(DAYS),
        "end_date": st.none() | st.just(date(2031, 1, 3)),
        "organizers": ids,
        "supporters": ids,
        "callers": ids,
        "venue": words,
        "locality": words,
        "region": words,
    }
)
tables = st.lists(actions, min_size=1, max_size=12).map(lambda rows: ActionTable(pd.DataFrame(rows), ORGANIZATIONS))
selections = st.builds(
    Selection,
    country=st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True).map(tuple),
    member=st.lists(st.sampled_from([*ORGANIZATIONS, NOT_STATED]), max_size=2, unique=True).map(tuple),
    link=st.lists(st.sampled_from(sorted(COLUMNS)), max_size=3, unique=True).map(tuple),
    status=st.lists(st.sampled_from(list(STATUS_NAMES)), max_size=1).map(tuple),
    basis=st.lists(st.sampled_from(list(BASIS_NAMES)), max_size=1).map(tuple),
    date=st.lists(st.sampled_from([f"{day}" for day in DAYS]), max_size=2).map(tuple),
    q=words.map(lambda text: (text,) if text else ()),
)


def with_parents(ids):
    """Brute force: an organization and all above it."""
    found = {id_ for id_ in ids if id_ in ORGANIZATIONS}
    while more := {ORGANIZATIONS[id_].parent for id_ in found} - {""} - found:
        found |= more
    return found


def is_on(action, day):
    """Brute force: does an action begin, go on or end on a day?"""
    return action["date"] <= date.fromisoformat(day) <= (action["end_date"] or action["date"])


def fits(action, selection):
    """Brute force: does one action fit?"""
    ties = selection["link"] or COLUMNS
    tied = set().union(*(with_parents(action[COLUMNS[link]]) for link in ties))
    if not with_parents(action["organizers"]):
        tied.add(NOT_STATED)
    names = [ORGANIZATIONS[id_].name if id_ in ORGANIZATIONS else id_ for id_ in action["organizers"]]
    text = fold(" ".join([action["venue"], action["locality"], action["region"], *names]))
    return (
        (not selection["country"] or action["country"] in selection["country"])
        and (not selection["member"] or bool(tied & set(selection["member"])))
        and (not selection["status"] or action["status"] in selection["status"])
        and (not selection["basis"] or action["basis"] in selection["basis"])
        and (not selection["date"] or any(is_on(action, day) for day in selection["date"]))
        and all(word in text for word in fold(" ".join(selection["q"])).split())
    )


@given(tables, selections)
def test_a_selection_keeps_exactly_the_actions_that_fit(table, selection):
    expected = [fits(row, selection) for row in table.frame.to_dict("records")]
    assert table.mask(selection).tolist() == expected


@given(tables, selections)
def test_each_facet_count_is_what_choosing_only_that_option_would_show(table, selection):
    def shown(**choice):
        return int(table.mask(selection.but(**choice)).sum())

    facets = table.facets(selection)
    assert facets.options["country"] == {code: shown(country=(code,)) for code in table.countries}
    assert facets.options["status"] == {status: shown(status=(status,)) for status in STATUS_NAMES}
    bases = [one for one in BASIS_NAMES if one != "not-stated" or (table.frame["basis"] == one).any()]
    assert facets.options["basis"] == {basis: shown(basis=(basis,)) for basis in bases}
    days = sorted({f"{day}" for day in table.frame["date"]})
    assert facets.options["date"] == {day: shown(date=(day,)) for day in days}
    for link in COLUMNS:
        assert facets.tied[link] == {id_: shown(member=(id_,), link=(link,)) for id_ in ORGANIZATIONS}
    assert facets.not_stated == shown(member=(NOT_STATED,))


@given(tables, selections)
def test_the_url_reopens_the_selection(table, selection):
    options = table.options()
    selection = selection.but(
        **{name: tuple(dict.fromkeys(c for c in selection[name] if c in options[name])) for name in ("country", "date")}
    )
    query = parse_qs(urlencode(selection.to_query(), doseq=True))
    assert Selection.from_query(query, table.options()) == (selection, [])


@given(
    tables,
    st.dictionaries(
        st.sampled_from(["country", "member", "link", "status", "basis", "date", "q"]), st.lists(st.text())
    ),
)
def test_any_url_gives_a_selection_and_names_what_it_left_out(table, query):
    selection, unknown = Selection.from_query(query, table.options())
    for one in unknown:
        assert one.value in query[one.parameter]
    again, none = Selection.from_query(selection.to_query(), table.options())
    assert (again, none) == (selection, [])
