"""The charts' figures against plain counting, what they say of the rest, and that they become pictures."""

import datetime as dt
import io
from collections import Counter
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.organizations import Organization
from actionmap.drawing import charts
from actionmap.drawing.shading import BORDERS_URL, SHADES, SHAPES_URL
from actionmap.drawing.shading import drawn as drawn_countries
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.publish.citation import Imprint
from actionmap.publish.prints import WRITERS, chart_file, chart_svg
from actionmap.reach.attendance import attendance_reports
from actionmap.world.countries import country_name
from actionmap.world.regions import area_name, continent, countries
from tests.shipped_list import ACTIONS, DATA

IMPRINT = Imprint("Test day", "2 March 2031 · 2 of 3 actions", "Test Press, map.example.", "https://map.example/")
few = settings(max_examples=20)  # Altair checks every part of every chart, which takes a while
NAMES = ("country", "world", "hour", "organizer", "attendance")
SVG = "{http://www.w3.org/2000/svg}"


def action(**given_):
    nothing = {
        "id": "test",
        "country": "AT",
        "region": "",
        "locality": "Testville",
        "venue": "",
        "status": "reported",
        "start_time": None,
        "starts_utc": pd.NaT,
        "organizers": (),
        "attendance": "",
    }
    return nothing | given_


def frame(rows):
    made = pd.DataFrame(list(rows), columns=list(action()))
    return made.assign(starts_utc=pd.to_datetime(made["starts_utc"], utc=True).astype("datetime64[us, UTC]"))


def starting(moment, **given_):
    return action(start_time=moment.time(), starts_utc=moment, **given_)


def spec(chart):
    if _SPEC.get("of") is not chart:
        _SPEC.update(of=chart, made=chart.to_dict(validate=False))  # the tests that draw check it
    return _SPEC["made"]


_SPEC = {}
"""The chart that was looked at last, and what it is made of."""


def drawn(chart, *columns):
    """Return the rows of the one data set of a chart that has these columns."""
    sets = [rows for rows in spec(chart)["datasets"].values() if rows and set(columns) <= set(rows[0])]
    assert len(sets) <= 1
    return sets[0] if sets else []


def parts(chart):
    return {row["part"]: row["actions"] for row in drawn(chart, "part")}


def chart_named(name, actions, organizations=()):
    if name == "organizer":
        return charts.by_organizer(actions, {one.id: one for one in organizations})
    drawing = {
        "country": charts.by_country,
        "world": charts.shaded_world,
        "hour": charts.by_hour,
        "attendance": charts.attendance,
    }
    return drawing[name](actions)


def texts(svg):
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


moments = st.datetimes(dt.datetime(2024, 2, 28), dt.datetime(2024, 3, 5), timezones=st.just(dt.UTC))
any_actions = st.builds(
    lambda moment, zone_known, **given_: action(
        start_time=moment and moment.time(), starts_utc=moment if moment and zone_known else pd.NaT, **given_
    ),
    moment=st.none() | moments,
    zone_known=st.booleans(),
    country=st.sampled_from(["AT", "PR", "US", "ZA", "AQ", "JP", "NZ"]),
    status=st.sampled_from(["reported", "announced"]),
    organizers=st.lists(st.sampled_from([f"test-{i}" for i in range(30)]), max_size=3).map(tuple),
)
any_frames = st.lists(any_actions, max_size=40).map(frame)


@few
@given(any_frames)
def test_the_bars_by_country_are_the_counts_of_country_and_status(actions):
    rows = drawn(charts.by_country(actions), "name", "status")
    expected = Counter(
        (country_name(c), s.capitalize()) for c, s in zip(actions["country"], actions["status"], strict=True)
    )
    assert {(row["name"], row["status"]): row["actions"] for row in rows} == expected


@example([a + b for a in "ABCDEFGH" for b in "ABCDEFGH" for _ in a + b])
@few
@given(st.lists(st.sampled_from([a + b for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ"]), max_size=200))
def test_however_many_countries_forty_bars_hold_all_actions_most_first(codes):
    chart = charts.by_country(frame(action(country=code) for code in codes))
    totals = [row["total"] for row in drawn(chart, "name", "total")]
    assert len(totals) <= 50
    assert sum(totals) == sum(row["actions"] for row in drawn(chart, "name", "status")) == len(codes)
    single = totals[:-1] if len(set(codes)) > 40 else totals
    assert single == sorted(Counter(codes).values(), reverse=True)[: len(single)]


@few
@given(any_frames)
def test_every_country_is_shaded_by_its_number_of_actions(actions):
    rows = drawn(charts.shaded_world(actions), "code", "number")
    assert {row["code"]: row["number"] for row in rows if row["number"]} == Counter(actions["country"])


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1"), (2, "2 to 4"), (4, "2 to 4"), (5, "5 to 9"), (24, "10 to 24"), (25, "25 or more")]
)
def test_a_shade_stands_for_a_range_of_numbers(number, said):
    chart = charts.shaded_world(frame([action()] * number))
    (row,) = (row for row in drawn(chart, "code", "number") if row["number"])
    assert row["class"] == said
    assert said in spec(chart)["layer"][0]["encoding"]["color"]["scale"]["domain"]


def test_the_shaded_world_is_drawn_with_the_shapes_that_the_browser_fetches_as_a_file():
    chart = charts.shaded_world(frame([action(country="BR")] * 30))
    assert [one["data"]["url"] for one in spec(chart)["layer"]] == [SHAPES_URL, BORDERS_URL]
    picture = ElementTree.fromstring(charts.svg(chart.to_dict()))
    darkest = [path for path in picture.iter(f"{SVG}path") if path.get("fill") == SHADES[-1][0]]
    assert len(darkest) == 2  # Brazil and the legend
    assert len([path for path in picture.iter(f"{SVG}path") if path.get("fill") == SHADES[0][0]]) > 200


def test_a_country_without_a_shape_is_named():
    assert "Too small for the map: Tuvalu." in " ".join(
        spec(charts.shaded_world(frame([action(country="TV")])))["title"]["subtitle"]
    )
    assert len(countries() - drawn_countries()) < 10


def by_member():
    rows = [
        {
            "member": "test-a",
            "name": "Test <b>A</b>",
            "subregion": code,
            "subregion_name": area_name(code),
            "actions": n,
        }
        for code, n in (("015", 0), ("021", 3), ("005", 30))
    ]
    return charts.by_member(pd.DataFrame(rows), ["organized", "called"])


def test_a_member_has_a_cell_for_every_subregion_and_gaps_are_pale():
    chart = by_member()
    cells = drawn(chart, "subregion", "class")
    assert [(row["subregion"], row["actions"], row["class"]) for row in cells] == [
        ("Northern Africa", 0, "no actions"),
        ("Northern America", 3, "2 to 4"),
        ("South America", 30, "25 or more"),
    ]
    picture = charts.svg(chart.to_dict())
    assert {"3", "30", "Test <b>A</b>", "South America"} <= set(texts(picture))
    assert "0" not in texts(picture)
    assert SHADES[0][0] in picture
    assert "Test <b>A</b> · South America 30" in spec(chart)["description"]


@few
@given(any_frames)
def test_the_bars_by_hour_are_the_counts_of_hour_and_continent_and_no_action_is_lost(actions):
    known = actions[actions["starts_utc"].notna()]
    expected = Counter(
        (int(start.timestamp()) // 3600, area_name(continent(country)) if continent(country) else "Of no continent")
        for start, country in zip(known["starts_utc"], known["country"], strict=True)
    )
    chart = charts.by_hour(actions)
    rows = drawn(chart, "from", "continent")
    assert {(row["from"] // 3_600_000, row["continent"]): row["actions"] for row in rows} == expected
    assert all(row["to"] - row["from"] == 3_600_000 for row in rows)
    apart = parts(chart)
    assert sum(apart.values()) == len(actions)
    assert apart["time stated"] == sum(row["actions"] for row in rows)
    assert apart["time not stated"] == actions["start_time"].isna().sum()


def test_a_time_without_a_time_zone_is_not_called_unstated():
    assert parts(charts.by_hour(frame([action(start_time=dt.time(14))]))) == {
        "time stated": 0,
        "time not stated": 0,
        "time zone not known": 1,
    }


def test_without_any_start_the_chart_still_says_how_many_actions_there_are():
    chart = charts.by_hour(frame([action(), action()]))
    assert "time not stated: 2" in " ".join(texts(charts.svg(chart.to_dict())))


@pytest.mark.parametrize("hours", [1, 30, 24 * 40, 24 * 4000])
def test_the_hours_axis_has_a_handful_of_labels_whatever_the_span(hours):
    first = dt.datetime(2024, 3, 1, 22, 40, tzinfo=dt.UTC)
    chart = charts.by_hour(frame([starting(first), starting(first + dt.timedelta(hours=hours))]))
    encodings = (layer.get("encoding", {}) for layer in spec(chart)["layer"])
    ticks = next(e["x"]["axis"]["values"] for e in encodings if e.get("x", {}).get("axis"))
    assert 1 <= len(ticks) <= 13
    assert "Hour of start, 22:00 on 1 March to" in " ".join(texts(charts.svg(chart.to_dict())))


@few
@given(any_frames)
def test_the_bars_by_organizer_count_each_organization_once_per_action_and_set_unstated_ones_apart(actions):
    organizations = {f"test-{i}": Organization(id=f"test-{i}", name=f"Test {i}", parent="test-0") for i in range(30)}
    chart = charts.by_organizer(actions, organizations)
    counts = Counter(f"Test {id_[5:]}" for ids in actions["organizers"] for id_ in set(ids))
    shown = {row["name"]: row["total"] for row in drawn(chart, "name", "total")}
    assert shown.items() <= counts.items()
    least = min(shown.values(), default=0)
    assert all(number <= least for name, number in counts.items() if name not in shown)
    tied = sum(number >= least for number in counts.values()) > 25 and least == max(counts.values())
    assert tied or all(number < least for name, number in counts.items() if name not in shown)
    assert sum(row["actions"] for row in drawn(chart, "name", "status")) == sum(shown.values())
    more = len(counts) - len(shown)
    assert any(f"Not shown: {more} more" in line for line in spec(chart)["title"]["subtitle"]) == (more > 0)
    apart = parts(chart)
    assert apart["organizer not stated"] == sum(ids == () for ids in actions["organizers"])
    assert sum(apart.values()) == len(actions)


def test_namesakes_among_organizations_keep_their_own_bars():
    namesakes = {id_: Organization(id=id_, name="Test Union") for id_ in ("test-a", "test-b")}
    chart = charts.by_organizer(frame([action(organizers=("test-a", "test-b"))]), namesakes)
    assert [row["name"] for row in drawn(chart, "name", "total")] == ["Test Union (test-a)", "Test Union (test-b)"]


@pytest.mark.parametrize(
    ("report", "low", "high"),
    [
        ("500", 500, 500),
        ("about 1,500", 1500, 1500),
        ("Over 20,000 people", 20000, 20000),
        ("nearly 1.000", 1000, 1000),
        ("1 500", 1500, 1500),
        ("200-300", 200, 300),
        ("about 2,000 – 3,000 demonstrators", 2000, 3000),
        ("from 900 to 1,200", 900, 1200),
        ("1,234,567", 1234567, 1234567),
    ],
)
def test_a_figure_of_persons_is_read_as_it_is_written(report, low, high):
    (row,) = attendance_reports(frame([action(attendance=f"{report} (Test News)")])).to_dict("records")
    assert (row["low"], row["high"], row["reporter"]) == (low, high, "Test News")


@pytest.mark.parametrize(
    "report",
    [
        *("hundreds", "tens of thousands", "about a hundred", "over 200 cars", "1.5 million", "10k", "5-10 thousand"),
        *("0", "2-3,000", "300-200", "12,34", "thousands in 3 cities", "500 in one march, 600 in another", "1,000.500"),
        "",
    ],
)
def test_what_is_no_plain_figure_of_persons_stays_words(report):
    (row,) = attendance_reports(frame([action(attendance=f"{report} (Test News)")])).to_dict("records")
    assert pd.isna(row["low"])
    assert pd.isna(row["high"])
    assert row["text"] == report


def test_each_report_of_an_action_is_a_row_with_its_reporter():
    told = "hundreds (A; B, one figure for two towns); over 50 (C) ; 60;"
    reports = attendance_reports(frame([action(attendance=told)]))
    assert reports[["text", "reporter"]].to_numpy().tolist() == [
        ["hundreds", "A; B, one figure for two towns"],
        ["over 50", "C"],
        ["60", ""],
    ]
    assert set(reports["action"]) == {"Testville, Austria"}


def test_several_actions_in_one_place_are_told_apart_by_their_venues():
    two = frame([action(attendance="50 (A)", venue="Test Park"), action(id="other", attendance="60 (A)")])
    labels = attendance_reports(two)["action"].tolist()
    assert labels == ["Testville, Austria (Test Park)", "Testville, Austria (other)"]


@example([[figure] for figure in range(1, 61)])
@example([[1]] * 60)
@few
@given(st.lists(st.lists(st.integers(1, 99_999) | st.just("hundreds"), max_size=3), max_size=30))
def test_every_figure_of_attendance_is_a_dot_in_its_actions_row_and_every_word_is_said_there(reported):
    actions = frame(
        action(
            id=f"test-{i}", locality=f"Testville {i}", attendance="; ".join(f"{n} (Test {k})" for k, n in enumerate(ns))
        )
        for i, ns in enumerate(reported)
    )
    chart = charts.attendance(actions)
    told = {f"Testville {i}, Austria": ns for i, ns in enumerate(reported) if ns}
    said = {row["row"]: row["said"] for row in drawn(chart, "row", "said")}
    figures = {name: [n for n in ns if n != "hundreds"] for name, ns in told.items() if name in said}
    assert Counter((row["row"], row["low"]) for row in drawn(chart, "row", "text")) == Counter(
        (name, n) for name, ns in figures.items() for n in ns
    )
    assert all(("“hundreds”" in said[name]) == ("hundreds" in told[name]) for name in said)
    assert all(f"{len(ns)} report" in said[name] for name, ns in figures.items() if len(told[name]) > 1 and ns)
    tops = sorted((max((n for n in told[name] if n != "hundreds"), default=0) for name in told), reverse=True)
    if len(told) <= 40:
        assert said.keys() == told.keys()
    elif tops[0] > tops[-1]:
        assert len(said) == 40


def test_a_range_of_attendance_is_drawn_from_the_lowest_low_to_the_highest_high():
    chart = charts.attendance(frame([action(attendance="200-300 (A); over 250 (B); thousands (C)")]))
    (row,) = next(rows for rows in spec(chart)["datasets"].values() if set(rows[0]) == {"row", "low", "high"})
    assert (row["low"], row["high"]) == (200, 300)
    [said] = drawn(chart, "said", "row")
    assert said["said"] == "200-300 to over 250, 2 reports; “thousands”, 1 report"


def test_no_attendance_figure_of_the_shipped_list_is_lost_or_made_up():
    gathered = frame(action(**{column: row[column] for column in ("id", "attendance")}) for row in ACTIONS)
    reports = attendance_reports(gathered)
    assert set(reports["id"]) == {row["id"] for row in ACTIONS if row["attendance"]}
    read = {row["text"]: row["low"] for row in reports.to_dict("records") if row["low"] == row["low"]}
    assert all(f"{low:,.0f}" in text for text, low in read.items())
    assert not any(
        character.isdigit() for text in set(reports["text"]) - set(read) - {"over 200 cars"} for character in text
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rows", [0, 1])
def test_an_empty_list_and_a_single_action_make_pictures(name, rows):
    one = starting(dt.datetime(2024, 3, 2, 14, tzinfo=dt.UTC), organizers=("test-a",), attendance="50 (Test News)")
    chart = chart_named(name, frame([one][:rows]))
    picture = chart_svg(chart.to_dict(), IMPRINT)
    assert ElementTree.fromstring(picture).tag == f"{SVG}svg"
    assert {IMPRINT.title, IMPRINT.line, IMPRINT.credit} <= set(texts(picture))


def test_a_chart_is_written_in_every_format_for_three_hundred_dots_per_inch():
    written = {ending: chart_file(by_member().to_dict(), IMPRINT, ending) for ending in WRITERS}
    with Image.open(io.BytesIO(written["png"])) as image:
        assert image.width == pytest.approx(760 * 300 / 72, abs=2)
        assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
        dark = np.asarray(image.convert("L")) < 250
        assert not dark[:, :20].any()
        assert not dark[:, -20:].any()
    (page,) = PdfReader(io.BytesIO(written["pdf"])).pages
    assert {IMPRINT.title, IMPRINT.line} <= set(page.extract_text().splitlines())
    assert written["svg"].startswith(b"<svg")


@pytest.fixture(scope="module")
def shipped():
    campaign, listed = load_campaign(DATA)
    return campaign, pin_actions(listed, OfflineGeocoder(Gazetteer()), PinCache())


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_list_makes_pictures_that_say_what_they_show(shipped, name):
    campaign, actions = shipped
    chart = chart_named(name, actions, campaign.organizations.values())
    assert charts.svg(chart.to_dict()).startswith("<svg")
    assert spec(chart)["description"].startswith(("Bar chart", "Dot plot", "World map"))


HOSTILE = [
    '=HYPERLINK("x")',
    "<script>alert(1)</script>",
    "datum.actions",
    "{{x}}",
    "a\x07b\ufffe",
    "'\"]; url(x) &amp;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_from_lists_stay_inert_text(text):
    said = " ".join(text.replace("\x07", "").replace("\ufffe", "").split())
    actions = frame([action(organizers=("test-a",), locality=text, attendance=f"50 ({text}")])
    one = {"test-a": Organization(id="test-a", name=text)}
    chart = charts.by_organizer(actions, one)
    picture = chart_svg(chart.to_dict(), Imprint(text, text, text))
    assert texts(picture).count(said) == 4
    assert {element.tag for element in ElementTree.fromstring(picture).iter()} <= {
        f"{SVG}{tag}"
        for tag in ("svg", "g", "rect", "path", "line", "text", "tspan", "title", "desc", "defs", "clipPath")
    }
    assert charts.svg(charts.attendance(actions).to_dict())


@settings(few, max_examples=10)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_whatever_a_text_holds_the_drawing_is_well_formed(text):
    actions = frame([action(organizers=(text,), locality=text, venue=text, attendance=f"50 ({text})")])
    for name in (name for name in NAMES if name != "world"):  # which shows no text of a list
        ElementTree.fromstring(charts.svg(spec(chart_named(name, actions))))


@pytest.mark.parametrize("name", NAMES)
def test_texts_in_the_plot_follow_the_background_of_the_page(name):
    one = starting(dt.datetime(2024, 3, 2, 14, tzinfo=dt.UTC), organizers=("test-a",), attendance="50 (Test News)")
    drawing = spec(chart_named(name, frame([one])))
    assert "background" not in drawing
    assert "background" not in drawing.get("config", {})
    marks = [layer["mark"] for outer in drawing.get("layer", []) for layer in outer.get("layer", [outer])]
    colors = [mark["color"] for mark in marks if mark["type"] == "text"] + [drawing["title"]["subtitleColor"]]
    assert all("luminance(background)" in color["expr"] for color in colors)
