"""Coverage on a small world of test cities, and on the shipped list."""

import csv
import datetime as dt
import io

import numpy as np
import pandas as pd
import pytest
from geopy.distance import great_circle

from actionmap.campaign.actions import read_actions
from actionmap.campaign.folder import load_campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.drawing.circle import reach_circle
from actionmap.paths import campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish.exports import suggestions_csv
from actionmap.reach.coverage import Coverage, nearest, with_towns
from actionmap.reach.gaps import members_by_subregion, members_without, named_without
from actionmap.world.cities import Cities, load_cities
from actionmap.world.distances import unit_vectors
from actionmap.world.place import Town
from actionmap.world.regions import SUBREGIONS
from tests.shipped_list import ACTIONS, COALITION, TIES, linked_to


def world(*rows: tuple[str, str, float, float, int]) -> Cities:
    """Make cities of (name, country, latitude, longitude, population), given by falling population."""
    table = pd.DataFrame(rows, columns=["name", "country", "latitude", "longitude", "population"])
    table.insert(2, "region", "")
    return Cities(table.astype({"country": "category"}), unit_vectors(table["latitude"], table["longitude"]))


def acting(*rows: tuple[str, str, float, float, str]) -> pd.DataFrame:
    """Make actions of (locality, country, latitude, longitude, precision)."""
    frame = pd.DataFrame(rows, columns=["locality", "country", "latitude", "longitude", "precision"])
    return frame.assign(id=[f"test-{row}" for row in range(len(rows))], venue="Test Square", region="")


CITIES = world(
    ("Alpha", "FR", 48.0, 2.0, 1_000_000),
    ("Beta", "FR", 48.2, 2.0, 300_000),  # 22 km north of Alpha
    ("Gamma", "BR", -10.0, -50.0, 200_000),
    ("Delta", "FJ", -17.0, 179.9, 50_000),
    ("Epsilon", "FR", 44.0, 2.0, 10_000),
)
IN_ALPHA = acting(("Alpha", "FR", 48.0, 2.0, "locality"))


def covered(actions: pd.DataFrame, *args: object, **options: object) -> Coverage:
    return Coverage(CITIES, nearest(CITIES, actions), *args, **options)


def test_people_within_the_radius_are_set_beside_all():
    assert covered(IN_ALPHA).total() == (1_550_000, 1_300_000)
    assert covered(IN_ALPHA, 10).total() == (1_550_000, 1_000_000)
    assert covered(IN_ALPHA, 10, 250_000).total().share == 1_000_000 / 1_300_000
    assert covered(IN_ALPHA, 10, 0).total().people == 1_560_000


def test_people_of_some_countries_alone_can_be_counted():
    assert covered(IN_ALPHA, countries=["BR", "FJ"]).total() == (250_000, 0)
    assert list(covered(IN_ALPHA, countries=["BR", "FJ"]).by_country()["country"]) == ["BR", "FJ"]
    assert list(covered(IN_ALPHA, countries=["BR", "FJ"]).by_subregion()["subregion"]) == ["005", "054"]


def test_every_country_and_subregion_has_its_denominator():
    found = covered(IN_ALPHA)
    countries = found.by_country().set_index("country")
    assert len(countries) == 249
    assert list(countries.index[:3]) == ["FR", "BR", "FJ"]
    assert countries.loc["FR", ["name", "subregion", "people", "within", "share"]].tolist() == [
        *("France", "155", 1_300_000, 1_300_000, 1.0)
    ]
    assert (countries.loc["BR", "share"], np.isnan(countries.loc["DE", "share"])) == (0.0, True)
    subregions = found.by_subregion().set_index("subregion")
    assert tuple(subregions.index) == tuple(SUBREGIONS)
    assert subregions["people"].sum() == subregions["within"].sum() + 250_000 == 1_550_000
    assert np.isnan(subregions.loc["021", "share"])


def test_actions_without_a_town_are_not_measured_from():
    actions = acting(
        ("", "BR", -10.0, -50.0, "region"), ("", "BR", -10.0, -50.0, "country"), ("x", "BR", np.nan, np.nan, "")
    )
    found = nearest(CITIES, actions)
    assert (list(found.left_out), len(found.actions)) == (["BR"] * 3, 0)
    assert np.isinf(found.km).all()
    assert covered(actions).total().within == 0
    assert covered(actions).by_subregion()["within"].sum() == 0


def test_gaps_are_the_largest_cities_beyond_and_name_the_nearest_action():
    actions = acting(("Alpha", "FR", 48.0, 2.0, "locality"), ("", "NZ", -36.8, 174.8, "venue"))
    gaps = covered(actions).gaps()
    assert list(gaps["name"]) == ["Gamma", "Delta"]
    assert list(gaps["rank"]) == [3, 4]  # after Alpha and Beta, which are within reach
    assert list(gaps["nearest_action"]) == ["test-0", "test-1"]
    assert list(gaps["nearest_place"]) == ["Alpha, France", "Test Square, New Zealand"]
    assert gaps["km"][1] == pytest.approx(great_circle((-17.0, 179.9), (-36.8, 174.8)).km)
    assert list(covered(actions).gaps(1)["name"]) == ["Gamma"]


def test_without_any_action_every_city_is_a_gap():
    gaps = covered(IN_ALPHA[:0]).gaps()
    assert len(gaps) == 4
    assert gaps["km"].isna().all()
    assert set(gaps["nearest_action"]) == set(gaps["nearest_place"]) == {""}


def test_reach_crosses_the_antimeridian():
    beyond = acting(("Test", "FJ", -17.0, -179.9, "locality"))
    assert covered(beyond).total().within == 50_000
    assert nearest(CITIES, beyond).km[3] == pytest.approx(21.3, abs=0.1)


@pytest.mark.parametrize("latitude", [90.0, -90.0])
def test_actions_at_the_poles_are_measured_from(latitude):
    found = nearest(CITIES, acting(("Test", "AQ", latitude, 123.0, "locality")))
    expected = [great_circle((latitude, 0), (row.latitude, row.longitude)).km for row in CITIES.table.itertuples()]
    assert found.km == pytest.approx(expected)


@pytest.mark.parametrize("radius", [0, -5, float("nan"), float("inf")])
def test_a_radius_that_means_nothing_is_refused_in_a_sentence(radius):
    with pytest.raises(ValueError, match="positive number"):
        covered(IN_ALPHA, radius)


def test_countries_without_an_action_are_those_where_not_even_the_country_is_known():
    actions = acting(("Alpha", "FR", 48.0, 2.0, "locality"), ("", "BR", -10.0, -50.0, "country"))
    without = covered(actions).countries_without(actions)
    assert len(without) == 247
    assert not {"FR", "BR"} & set(without["country"])
    first = without.iloc[0]
    assert (first["country"], first["people"], first["largest_city"], first["largest_people"]) == (
        *("FJ", 50_000, "Delta"),
        50_000,
    )
    assert tuple(without.iloc[-1][["people", "largest_city", "largest_people"]]) == (0, "", 0)
    assert list(covered(actions, countries=["FJ", "FR"]).countries_without(actions)["country"]) == ["FJ"]


def test_a_town_can_be_tried_as_an_extra_action():
    found = nearest(CITIES, IN_ALPHA)
    tried = with_towns(CITIES, found, [Town("Gamma", -10.0, -50.0), Town("Nearby", -17.0, 179.0)])
    assert Coverage(CITIES, tried).total().within == 1_500_000
    gaps = Coverage(CITIES, tried).gaps()
    assert tuple(gaps.loc[0, ["name", "nearest_action", "nearest_place"]]) == ("Delta", "", "Nearby (tried)")
    assert found.km[2] > 1000  # as it was
    assert with_towns(CITIES, found, []).km.tolist() == found.km.tolist()
    nowhere = nearest(CITIES, IN_ALPHA[:0])
    assert Coverage(CITIES, with_towns(CITIES, nowhere, [Town("Gamma", -10.0, -50.0)])).total().within == 200_000


def test_suggestions_add_the_most_people_first_and_say_what_is_then_reached():
    suggested = covered(IN_ALPHA[:0]).suggest(10)
    assert list(suggested["name"]) == ["Alpha", "Gamma", "Delta"]  # Beta adds as many as Alpha, which is larger
    assert list(suggested["adds"]) == [1_300_000, 200_000, 50_000]
    assert suggested["share"].iloc[-1] == 1
    assert list(covered(IN_ALPHA).suggest(1)["name"]) == ["Gamma"]
    assert list(covered(IN_ALPHA, countries=["FJ"]).suggest(5)["name"]) == ["Delta"]


def test_a_suggestion_between_two_cities_says_the_larger_that_it_reaches():
    between = world(
        ("East", "FR", 0.0, 0.0, 1_000_000), ("West", "FR", 0.0, -0.8, 900_000), ("Middle", "FR", 0.0, -0.4, 20_000)
    )
    (step,) = Coverage(between, nearest(between, IN_ALPHA)).suggest(5).to_dict("records")
    assert (step["name"], step["largest"], step["adds"]) == ("Middle", "East", 1_920_000)


def test_a_city_that_people_know_is_suggested_rather_than_a_suburb_that_reaches_hardly_more():
    around = world(
        ("City", "FR", 0.0, 0.0, 1_000_000), ("Far", "FR", 0.0, -0.6, 50_000), ("Suburb", "FR", 0.0, -0.2, 20_000)
    )
    (step, rest) = Coverage(around, nearest(around, IN_ALPHA)).suggest(5).to_dict("records")
    assert (step["name"], step["largest"], step["adds"]) == ("City", "City", 1_020_000)
    assert (step["best"], step["best_adds"]) == ("Suburb", 1_070_000)
    assert (rest["name"], rest["best"], rest["adds"]) == ("Far", "Far", 50_000)


def test_the_shipped_list_names_cities_that_organizers_know(shipped):
    cities = load_cities()
    suggested = Coverage(cities, nearest(cities, shipped.frame)).suggest(10)
    assert suggested["largest"][0] == "Shanghai"
    assert {"Mexico City", "Jakarta", "Kinshasa"} <= set(suggested["name"])
    assert set(suggested["name"]).isdisjoint({"Naucalpan de Juárez", "Zhujiajiao"})
    assert (suggested["adds"] >= 0.95 * suggested["best_adds"]).all()


def test_nothing_is_suggested_where_everybody_is_within_reach_or_nobody_counts():
    assert covered(IN_ALPHA, countries=["FR"]).suggest(5).empty
    assert covered(IN_ALPHA, smallest=10**9).suggest(5).empty
    assert covered(IN_ALPHA).suggest(0).empty
    assert list(covered(IN_ALPHA, smallest=10**9).suggest(5)) == list(covered(IN_ALPHA).suggest(1))


def test_suggestions_as_a_list_are_never_read_as_actions():
    suggested = world(("=Alpha", "FR", 48.0, 2.0, 1_000), ("Beta, B", "BR", -10.0, -50.0, 500))
    found = Coverage(suggested, nearest(suggested, IN_ALPHA[:0]), 25, 0).suggest(2)
    text = suggestions_csv(found, 25, dt.date(2031, 3, 2)).decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text))
    assert first == {
        **{"status": "suggested", "date": "2031-03-02", "locality": "'=Alpha", "region": "", "country": "FR"},
        **{"latitude": "48.00000", "longitude": "2.00000", "population": "1000", "people_added": "1000"},
        "radius_km": "25",
    }
    assert second["locality"] == "Beta, B"
    read = read_actions(text.encode())
    assert (read.actions, read.problems, read.suggestions) == ((), (), 2)
    read = read_actions(suggestions_csv(found, 25))
    assert (read.actions, read.problems) == ((), ())
    taken_up = read_actions(text.replace("suggested", "announced", 1).encode())
    assert [action.country for action in taken_up.actions] == ["FR"]
    assert (taken_up.problems, taken_up.suggestions) == ((), 1)


# -------------------------------------------------------------------------------------------------- the shipped list


@pytest.fixture(scope="module")
def shipped() -> ActionTable:
    return pinned(load_campaign(campaign_folder()), Gazetteer())[1]


def test_the_shipped_list_reaches_a_sensible_share_of_the_world(shipped):
    cities = load_cities()
    found = Coverage(cities, nearest(cities, shipped.frame))
    total = found.total()
    assert 0.05 < total.share < 0.15
    assert found.by_country()["within"].sum() == found.by_subregion()["within"].sum() == total.within
    gaps = found.gaps()
    assert len(gaps) > 10_000
    assert gaps["population"].sum() == total.people - total.within
    suggested = found.suggest(5)
    assert suggested["best_adds"].is_monotonic_decreasing
    tried = [Town(*row) for row in suggested[["name", "latitude", "longitude"]].itertuples(index=False)]
    then = Coverage(cities, with_towns(cities, found.nearest, tried)).total()
    assert then.within == total.within + suggested["adds"].sum()
    assert then.share == pytest.approx(suggested["share"].iloc[-1])


def test_places_that_a_claim_names_without_an_action_are_listed(shipped):
    claims = load_campaign(campaign_folder()).campaign.claims
    without = named_without(claims, shipped)
    assert list(without) == ["claim", "claimant", "code", "place", "others"]
    others = dict(zip(without["code"], without["others"], strict=True))
    assert others["KR"] == sum(one["country"] == "KR" and one["basis"] == "same-day" for one in ACTIONS) > 0
    assert named_without((), shipped).empty


@pytest.mark.parametrize(("link", "column"), TIES.items())
def test_members_without_an_action_count_their_chapters(shipped, link, column):
    without = members_without(shipped, links=(link,))
    assert list(without["member"]) == [id_ for id_ in COALITION if not linked_to(id_, column)]


def test_members_without_an_action_follow_the_selection(shipped):
    nowhere = members_without(shipped, Selection(country=("JP",), member=("codepink",)))
    expected = [id_ for id_ in COALITION if not any(a["country"] == "JP" for a in linked_to(id_, *TIES.values()))]
    assert list(nowhere["member"]) == expected
    assert (nowhere[[*TIES]] == 0).all(axis=None)


@pytest.mark.parametrize(
    ("links", "columns"),
    [(("organized",), ["organizers"]), (("supported", "called"), ["supporters", "callers"]), (TIES, TIES.values())],
)
def test_every_member_has_a_count_in_every_subregion(shipped, links, columns):
    counted = members_by_subregion(shipped, links=tuple(links))
    assert len(counted) == len(COALITION) * 22
    assert list(counted["member"].unique()) == COALITION
    sums = counted.groupby("member")["actions"].sum()
    assert sums.to_dict() == {id_: len(linked_to(id_, *columns)) for id_ in COALITION}
    in_north_america = counted[counted["subregion"] == "021"].set_index("member")["actions"]
    expected = {
        id_: sum(action["country"] in ("US", "CA", "BM", "GL", "PM") for action in linked_to(id_, *columns))
        for id_ in COALITION
    }
    assert in_north_america.to_dict() == expected


# ----------------------------------------------------------------------------------------------------------- circles


def test_a_circle_is_one_closed_ring_round_its_middle():
    (ring,) = reach_circle(48.0, 2.0, 50)
    assert ring[0] == ring[-1]
    assert len(ring) == 65
    assert [great_circle((48, 2), (y, x)).km for x, y in ring] == pytest.approx([50] * 65)


def test_a_circle_across_the_antimeridian_is_two_rings_that_meet_it():
    east, west = sorted(reach_circle(-17.0, 179.9, 50), key=lambda ring: -max(x for x, _ in ring))
    assert min(x for x, _ in east) > 179
    assert max(x for x, _ in east) == pytest.approx(180)
    assert max(x for x, _ in west) < -179
    assert min(x for x, _ in west) == pytest.approx(-180)
    meets = [sorted({round(y, 6) for x, y in ring if abs(x) > 180 - 1e-9}) for ring in (east, west)]
    assert meets[0] == meets[1]
    assert len(meets[0]) == 2


@pytest.mark.parametrize(("latitude", "end"), [(90.0, 85.051129), (84.0, 85.051129), (-89.0, -85.051129)])
def test_a_circle_around_a_pole_is_a_band_to_the_end_of_the_map(latitude, end):
    (ring,) = reach_circle(latitude, 30.0, 1000)
    longitudes = [x for x, _ in ring]
    assert (min(longitudes), max(longitudes)) == (-180, 180)
    assert {y for x, y in ring if abs(x) == 180} >= {end}
    for x, y in ring:
        if abs(x) < 180 and abs(y) < 85:
            assert great_circle((latitude, 30), (y, x)).km == pytest.approx(1000)


@pytest.mark.parametrize("longitude", [180.0, -180.0])
def test_a_circle_centred_on_the_antimeridian_is_two_halves(longitude):
    rings = reach_circle(0.0, longitude, 100)
    assert len(rings) == 2
    assert all(abs(x) <= 180 + 1e-9 for ring in rings for x, _ in ring)
