"""The coverage page: figures, gaps, suggestions and what-if for any selection, in the page and in the address."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from geopy.distance import great_circle
from streamlit.testing.v1 import AppTest

from actionmap.text import about
from actionmap.world.cities import load_cities
from tests.app.conftest import OpenApp

SETTINGS = 'title = "Test day"\ndate = 2031-01-02\n'
TABLES = (
    *("Cities beyond reach", "Countries without an action", "Named, none itemised"),
    *("Members", "By country", "By subregion"),
)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign of test data whose actions a test writes."""
    (tmp_path / "campaign.toml").write_text(SETTINGS)
    return tmp_path


def act(campaign: Path, *towns: str) -> Path:
    """Write a list of one action in each of these towns."""
    listed = "".join(f"test-{number},{town}\n" for number, town in enumerate(towns))
    (campaign / "actions.csv").write_text(f"id,locality,country\n{listed}", encoding="utf-8")
    return campaign


def html(app: AppTest) -> str:
    return unescape("\n".join(element.proto.body for element in app.html))


def figures(app: AppTest) -> dict[str, list[str]]:
    """Return name → what is said of it in each column."""
    found = re.findall(r'<tr[^>]*><th scope="row"[^>]*>([^<]+)</th>(.*?)</tr>', html(app), re.DOTALL)
    return {
        name: [" ".join(cell) for cell in re.findall(r"<strong>([^<]+)</strong> ([^<]*)", row)] for name, row in found
    }


def suggested(app: AppTest) -> list[tuple[str, str]]:
    """Return the places of where next, each with all that is said of it, and the people it adds."""
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td>([^<]+)</td>', html(app), re.DOTALL)
    return [(re.sub("<[^>]+>", "", said.replace("<span>", " | ")), adds) for said, adds in rows]


def rows(app: AppTest) -> list[dict[str, str]]:
    """Return the rows of the table of gaps: column → what its cell says."""
    shown = [json.loads(one.proto.json)["html"] for one in app.get("bidi_component") if "am-table" in one.proto.json]
    head, _, body = "".join(shown).partition("<tbody")
    names = re.findall(r'data-does="sort"[^>]*>([^<]+)<', head)
    cells = [re.findall(r"<t[hd] [^>]*>(.*?)</t[hd]>", row) for row in body.split("</tr>")[:-1]]
    return [dict(zip(names, (unescape(re.sub("<[^>]+>", "", one)) for one in row), strict=True)) for row in cells]


def slid(app: AppTest) -> list[str]:
    """Return what the sliders are at."""
    html = "".join(
        json.loads(one.proto.json)["html"] for one in app.get("bidi_component") if "<output" in one.proto.json
    )
    return re.findall("<output[^>]*>([^<]+)", html)


def choose(app: AppTest, table: str) -> AppTest:
    app.segmented_control(key="gaps").set_value(table).run()
    assert not app.exception
    return app


def deck(app: AppTest) -> dict[str, list[dict[str, object]]]:
    """Return the map's layers: id → data."""
    [component] = [one for one in app.get("bidi_component") if one.proto.component_name != "actionmap_live"]
    return {layer["id"]: layer.get("data") for layer in json.loads(component.proto.bytes)["deck"]["layers"]}


def test_people_within_reach_are_those_of_cities_within_the_radius(open_app: OpenApp, campaign: Path) -> None:
    app = open_app({"area": "AT"}, page="coverage", campaign=act(campaign, "Graz,AT", "Linz,AT"))
    cities = load_cities().table
    austria = cities[(cities["country"] == "AT") & (cities["population"] >= 15_000)]
    pins = [cities.loc[cities["name"] == name, ["latitude", "longitude"]].iloc[0] for name in ("Graz", "Linz")]
    near = [
        people
        for people, *place in zip(austria["population"], austria["latitude"], austria["longitude"], strict=True)
        if min(great_circle(pin, place).km for pin in pins) <= 50
    ]
    [said] = figures(app)["People within reach"]
    people = austria["population"].sum()
    assert said == f"{sum(near) / people:.1%} {about(sum(near))} of {about(people)} people"
    [whence] = figures(app)["Measured from"]
    assert whence == "2 different places (Austria); 0 actions without a known town left out"


def test_a_wider_radius_reaches_more_and_the_address_says_it(open_app: OpenApp) -> None:
    app = open_app(page="coverage")
    [before] = figures(app)["Large cities within reach"]
    app.query_params["radius"] = "200"
    app.run()
    [after] = figures(app)["Large cities within reach"]
    assert int(after.split()[0]) > int(before.split()[0])
    assert app.query_params["radius"] == "200"
    assert slid(open_app({"radius": "205"}, page="coverage")) == ["205", "15,000", "10"]


def test_two_selections_stand_side_by_side(open_app: OpenApp) -> None:
    app = open_app({"status": "announced", "beside": "reported"}, page="coverage")
    announced, reported = figures(app)["People within reach"]
    assert figures(open_app({"status": "announced"}, page="coverage"))["People within reach"] == [announced]
    assert figures(open_app({"status": "reported"}, page="coverage"))["People within reach"] == [reported]
    app.selectbox(key="beside").set_value("all").run()
    assert figures(app)["People within reach"][1] == figures(open_app(page="coverage"))["People within reach"][0]


def test_a_town_can_be_tried_and_the_figures_move(open_app: OpenApp) -> None:
    app = open_app({"try": ["ラゴス", "Nowhere of this name"]}, page="coverage")
    now, then = figures(app)["People within reach"]
    share_now, share_then = (float(said.split("%")[0]) for said in (now, then))
    assert share_then > share_now
    assert re.search(r"people \([\d.]+ million more\)", then)
    assert any("has no **Nowhere of this name**" in caption.value for caption in app.caption)
    assert [row["t"] for row in deck(app)["tried"]] == ["Lagos, Lagos, Nigeria: tried as an extra action"]
    app.multiselect(key="try").set_value([]).run()
    assert "try" not in app.query_params
    assert len(figures(app)["People within reach"]) == 1


def test_where_next_adds_the_most_people_first_and_is_numbered_on_the_map(open_app: OpenApp) -> None:
    app = open_app({"more": "5", "area": "419"}, page="coverage")
    steps = suggested(app)
    assert len(steps) == 5
    assert steps[0][0].startswith("Mexico City, Mexico | best point: Naucalpan de Juárez, ")
    assert steps[0][1].endswith(" million")
    assert [row["n"] for row in deck(app)["suggestions"]] == ["1", "2", "3", "4", "5"]
    app.query_params["more"] = "2"
    app.run()
    assert len(suggested(app)) == 2


def test_a_misspelt_town_is_offered_as_buttons_that_try_another(open_app: OpenApp) -> None:
    app = open_app({"try": ["Lagoss", "Accra"]}, page="coverage")
    [button] = [one for one in app.button if one.label.startswith("Lagos, Lagos")]
    button.click().run()
    assert app.query_params["try"] == ["Lagos, Lagos, Nigeria", "Accra"]
    assert [row["t"].split(",")[0] for row in deck(app)["tried"]] == ["Lagos", "Accra"]


def test_a_list_of_one_country_starts_with_that_country(open_app: OpenApp, campaign: Path) -> None:
    app = open_app(page="coverage", campaign=act(campaign, "Graz,AT", "Linz,AT"))
    assert app.selectbox(key="area").value == "AT"
    assert "area" not in app.query_params
    assert "Vienna, Austria" in suggested(app)[0][0]
    app.selectbox(key="area").set_value("world").run()
    assert app.query_params["area"] == "world"
    assert "Austria" not in suggested(app)[0][0]


def test_a_selection_that_is_equal_is_not_offered_beside(open_app: OpenApp) -> None:
    assert "all" not in open_app(page="coverage").selectbox(key="beside").options
    offered = open_app({"status": "announced", "beside": "announced"}, page="coverage")
    assert "All actions" in offered.selectbox(key="beside").options
    assert "Announced" not in offered.selectbox(key="beside").options
    assert len(figures(offered)["People within reach"]) == 1


def test_suggestions_within_an_area_stay_in_it(open_app: OpenApp) -> None:
    steps = suggested(open_app({"area": "054", "more": "3"}, page="coverage"))
    melanesia = {"Fiji", "New Caledonia", "Papua New Guinea", "Solomon Islands", "Vanuatu"}
    assert {said.split(" | ")[0].rpartition(", ")[2] for said, _ in steps} <= melanesia
    assert len(steps) == 3


@pytest.mark.parametrize("query", [{}, {"country": "ZA"}, {"area": "002", "link": "organized"}, {"area": "pym"}])
def test_every_table_can_be_chosen(open_app: OpenApp, query: dict[str, str]) -> None:
    app = open_app(query, page="coverage")
    for table in TABLES:
        choose(app, table)
        assert ("am-table" in "".join(one.proto.json for one in app.get("bidi_component"))) == (table != "Members")


def test_the_largest_cities_beyond_reach_come_first_with_their_nearest_action(open_app: OpenApp) -> None:
    beyond = rows(choose(open_app({"area": "419"}, page="coverage"), "Cities beyond reach"))
    assert len(beyond) == 50  # and a button for more
    people = [int(row["People"].replace(",", "")) for row in beyond]
    assert people == sorted(people, reverse=True)
    assert min(int(row["Distance, km"].replace(",", "")) for row in beyond) >= 50
    assert beyond[0]["City"] == "Mexico City"
    ten = [row["City"] for row in beyond if int(row["Rank"]) <= 10]
    assert len(ten) < 10
    assert "São Paulo" not in ten
    assert beyond[0]["Nearest action"] == "San Antonio, Texas, United States"


def test_an_organizer_sees_which_members_have_nothing_in_africa(open_app: OpenApp) -> None:
    app = choose(open_app({"area": "002"}, page="coverage"), "Members")
    [said] = [text.value for text in app.markdown if "organizing" in text.value and "calling" in text.value]
    organizing, _, calling = said.split("\n\n")
    assert "Pan Africanism Today" in organizing
    assert calling.endswith("every member has one.")
    [chart] = app.get("vega_lite_chart")
    assert "Palestinian Youth Movement · Southern Africa" in json.loads(chart.proto.spec)["description"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"radius": "9000"}, "radius “9000”"),
        ({"radius": "-1"}, "radius “\\-1”"),
        ({"smallest": "1"}, "smallest “1”"),
        ({"more": "51"}, "more “51”"),
        ({"area": "atlantis"}, "area “atlantis”"),
        ({"beside": "nobody"}, "beside “nobody”"),
    ],
)
def test_what_an_address_asks_beyond_the_choices_is_left_out_with_a_notice(
    open_app: OpenApp, query: dict[str, str], said: str
) -> None:
    app = open_app(query, page="coverage")
    assert not app.exception
    opened = open_app(query)
    assert any(said in warning.value for warning in opened.warning)
    assert figures(app) == figures(open_app(page="coverage"))


@pytest.mark.parametrize(
    ("query", "towns"),
    [
        ({"q": "nothing like this"}, ["Graz,AT"]),
        ({}, ["Nowhere of this name,AT"]),
        ({}, [",AT"]),
        ({}, ["Graz,AT"]),
        ({"radius": "500", "smallest": "1000000"}, ["Suva,FJ", "Apia,WS"]),
        ({"area": "TK", "smallest": "1000000"}, ["Graz,AT"]),
    ],
)
def test_no_action_one_or_none_with_a_town_stay_sensible(
    open_app: OpenApp, campaign: Path, query: dict[str, str], towns: list[str]
) -> None:
    app = open_app(query, page="coverage", campaign=act(campaign, *towns))
    assert not app.exception
    assert len(figures(app)) == 4
    for table in TABLES:
        choose(app, table)


def test_actions_at_the_antimeridian_and_the_poles_have_circles_that_a_map_can_draw(
    open_app: OpenApp, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = campaign / "pins.csv"
    rows = [("East", 10, 180), ("West", -10, -180), ("North", 90, 0), ("South", -90, 0), ("Far", 89, 120)]
    columns = "venue,locality,region,country,latitude,longitude,precision,matched_place,timezone,geocoder,date"
    pins.write_text(
        columns
        + "\n"
        + "".join(f",Test {name},,FJ,{y},{x},locality,Test {name},,reviewed,2031-01-02\n" for name, y, x in rows)
    )
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(pins))
    app = open_app(
        {"radius": "500"}, page="coverage", campaign=act(campaign, *(f"Test {name},FJ" for name, *_ in rows))
    )
    assert not app.exception
    rings = [row["p"] for row in deck(app)["reach"]]
    assert len(rings) > len(rows)
    assert all(abs(x) <= 180 and abs(y) <= 85.06 for ring in rings for x, y in ring)
