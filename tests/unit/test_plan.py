"""The plan of the coverage page and its form in the URL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.selection import Selection
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.reach.plan import MOST_TRIED, SMALLEST_CITIES, Plan, area_label, areas, besides
from actionmap.world.countries import country_codes
from actionmap.world.regions import CONTINENTS, SUBREGIONS, countries
from tests.shipped_list import DATA


@pytest.fixture(scope="module")
def table():
    return pinned(load_campaign(DATA), Gazetteer())[1]


@given(st.data())
def test_what_a_plan_says_in_the_url_is_read_again(table, data):
    plan = Plan(
        radius=data.draw(st.integers(10, 500)),
        smallest=data.draw(st.sampled_from(SMALLEST_CITIES)),
        area=data.draw(st.sampled_from(["", *areas(table)])),
        more=data.draw(st.integers(1, 50)),
        tried=tuple(data.draw(st.lists(st.sampled_from(["Lagos", "東京", "a,b&c"]), unique=True))),
        beside=data.draw(st.sampled_from(["", *besides(table)])),
    )
    assert Plan.from_query(plan.to_query(), table) == (plan, [])


def test_a_plan_as_usual_says_nothing():
    assert Plan().to_query() == {}


@pytest.mark.parametrize("name", ["radius", "smallest", "area", "more", "beside"])
@pytest.mark.parametrize("value", ["", "x", "9" * 400, "-1", "1e2", "٥٠", "<script>"])
def test_what_means_nothing_is_named_and_left_out(table, name, value):
    assert Plan.from_query({name: [value]}, table) == (Plan(), [(name, value)])


def test_towns_to_try_are_few_short_and_different(table):
    towns = ["Lagos", "Lagos", " ", "x" * 1000, *map(str, range(100))]
    plan, unknown = Plan.from_query({"try": towns}, table)
    assert unknown == []
    assert len(plan.tried) == MOST_TRIED
    assert plan.tried[:2] == ("Lagos", "x" * 200)


def test_areas_are_the_geoscheme_every_country_and_where_members_have_actions(table):
    found = areas(table)
    assert {*CONTINENTS, *SUBREGIONS, "419", "202"} <= found.keys()
    assert {code for code in found if code in countries()} == countries()
    assert set(found["019"]) == set(found["419"]) | set(found["021"])
    assert set(found["002"]) == set(found["202"]) | set(found["015"])
    pym = table.select(Selection(member=("pym",)))
    assert set(found["pym"]) == set(pym["country"])
    assert all(set(codes) <= country_codes() for codes in found.values())


def test_areas_have_names(table):
    assert [area_label(code, table) for code in ("world", "155", "FR", "pym")] == [
        "the world",
        "Western Europe",
        "France",
        "where Palestinian Youth Movement has actions",
    ]


def test_the_other_selection_keeps_all_choices_but_the_one_it_is_about():
    chosen = Selection(country=("US",), status=("announced",), member=("pym",))
    assert Plan(beside="all").other(chosen) == Selection()
    assert Plan(beside="reported").other(chosen) == Selection(country=("US",), status=("reported",), member=("pym",))
    assert Plan(beside="ipa").other(chosen) == Selection(country=("US",), status=("announced",), member=("ipa",))
