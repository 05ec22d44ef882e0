"""The map for print: the projection, the drawing, and the three formats."""

import io
import re
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
import segno
import vl_convert
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from actionmap.campaign.folder import load_campaign
from actionmap.drawing.equal_earth import equal_earth
from actionmap.drawing.layers import ANNOUNCED_COLOR, MOST_MARKERS, REPORTED_COLOR
from actionmap.languages import languages, speaking
from actionmap.paths import FONTS
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish.citation import Imprint
from actionmap.publish.prints import HEIGHT, WIDTH, WRITERS, print_svg
from tests.shipped_list import DATA

SVG = "{http://www.w3.org/2000/svg}"
REPORTED, ANNOUNCED, WHITE = "#1d5c96", "#e68a26", "#ffffff"
NOWHERE = float("nan")
TITLE = "Żółta Prüfung, Ελλάδα, Москва"
LINE = "1 May 2031 · 2 of 3 actions"
IMPRINT = Imprint(TITLE, LINE, "Test Press, map.example. Data version 0123abcd.")


def action(latitude, longitude, status="reported", basis="call", precision="locality", **more):
    return {
        "latitude": latitude,
        "longitude": longitude,
        "status": status,
        "basis": basis,
        "precision": precision,
        "venue": "",
        "locality": "Testville",
        "region": "",
        "country": "",
        "matched_place": "Testville, Testland",
        "geocoder": "gazetteer",
        "uncertainty_m": float("nan"),
    } | more


def printed(*actions, **texts):
    frame = pd.DataFrame(actions or [action(0.0, 0.0)]).iloc[: len(actions)]
    return print_svg(frame, IMPRINT._replace(**texts))


def places(svg):
    return ElementTree.fromstring(svg).find(f"{SVG}g[@id='places']").findall(f"{SVG}g")


def markers(svg):
    """Give each place's marker, which is over its halo."""
    return [place.findall(f"{SVG}circle")[-1].attrib for place in places(svg)]


def texts(svg):
    return ["".join(element.itertext()).strip() for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def svg():
    return printed(action(50.0, 10.0), action(-20.0, -50.0, "announced"), action(0.0, 100.0, basis="same-day"))


@given(st.floats(-89.9, 89.8), st.floats(-179.9, 179.8))
def test_areas_keep_their_size_at_every_latitude(south, west):
    north, east = south + 0.1, west + 0.1
    x, y = equal_earth([west, east, east, west], [south, south, north, north])
    x, y = x - x[0], y - y[0]
    drawn = (x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2
    assert drawn == pytest.approx(np.radians(0.1) * (np.sin(np.radians(north)) - np.sin(np.radians(south))), rel=1e-3)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_of_the_globe_is_on_the_map_and_mirrored_in_equator_and_meridian(latitude, longitude):
    x, y = equal_earth(longitude, latitude)
    assert abs(x) <= 2.70663
    assert abs(y) <= 1.31737
    assert equal_earth(-longitude, -latitude) == (pytest.approx(-x), pytest.approx(-y))


def test_the_poles_are_lines_and_the_map_is_about_twice_as_wide_as_high():
    (equator, pole), (zero, top) = equal_earth([180, 180], [0, 90])
    assert zero == 0
    assert pole / equator == pytest.approx(0.592, abs=0.001)
    assert equator / top == pytest.approx(2.0546, abs=0.0001)


def test_there_is_a_marker_for_every_place_and_its_name():
    svg = printed(action(1.0, 2.0), action(3.0, 4.0), action(1.0, 2.0))
    assert [place.find(f"{SVG}title").text for place in places(svg)] == ["Testville: 2 actions", "Testville"]


def test_a_place_with_more_actions_has_a_larger_marker():
    large, small = markers(printed(action(1.0, 2.0), *[action(3.0, 4.0)] * 5))
    assert float(large["r"]) > 1.5 * float(small["r"])
    assert float(large["cx"]) > float(small["cx"])


@pytest.mark.parametrize(
    ("actions", "fill", "rim", "opacity"),
    [
        ([action(0.0, 0.0)], REPORTED, REPORTED, "1"),
        ([action(0.0, 0.0, "announced")], ANNOUNCED, ANNOUNCED, "1"),
        ([action(0.0, 0.0), action(0.0, 0.0, "announced")], REPORTED, ANNOUNCED, "1"),
        ([action(0.0, 0.0, basis="same-day")], WHITE, REPORTED, "1"),
        ([action(0.0, 0.0, "announced", precision="country")], ANNOUNCED, ANNOUNCED, "0.35"),
    ],
)
def test_a_marker_tells_status_basis_and_how_exact_the_pin_is(actions, fill, rim, opacity):
    (marker,) = markers(printed(*actions))
    assert (marker["fill"], marker["stroke"], marker["fill-opacity"]) == (fill, rim, opacity)


def test_areas_are_large_and_under_the_points():
    area, point = markers(printed(action(0.0, 0.0), action(0.0, 1.0, precision="region")))
    assert float(area["r"]) > 1.5 * float(point["r"])


def numbers(svg):
    """Give each map's numbers: text, x, y."""
    groups = (group for group in ElementTree.fromstring(svg).iter(f"{SVG}g") if group.get("font-weight"))
    return [
        [(int(text.text), float(text.get("x")), float(text.get("y"))) for text in group.iter(f"{SVG}text")]
        for group in groups
    ]


def test_every_place_has_a_number_on_the_map_or_in_an_inset_and_the_number_its_name_in_the_list():
    crowd = [action(48.0 + i % 3, 2.0 + i // 3, locality=f"Ville {i}", country="FR") for i in range(9)]
    far, twice = action(-30.0, 140.0, locality="Far & away", country="AU"), crowd[0]
    svg = printed(*crowd, far, twice)
    world, inset = numbers(svg)
    assert [number for number, *_ in world] == [1]
    assert sorted(number for number, *_ in inset) == list(range(2, 11))
    assert "Australia 1 Far & away" in " ".join(texts(svg))
    assert "France 2 Ville 0 (2) 3 Ville 1" in " ".join(texts(svg))
    assert "France" in texts(svg)  # over the inset


def test_numbers_lie_on_no_other_number():
    random = np.random.default_rng(7)
    at = zip(random.uniform(35, 60, 60), random.uniform(-10, 30, 60), strict=True)
    many = [action(float(y), float(x), locality=f"Town {n}", country="DE") for n, (y, x) in enumerate(at)]
    for placed in numbers(printed(*many)):
        apart = np.array([position for _, *position in placed]).reshape(-1, 2)
        far = (np.abs(apart[:, None] - apart) > (3.0, 4.0)).any(axis=2)
        assert (far | np.eye(len(apart), dtype=bool)).all()


def test_where_the_names_have_no_room_the_map_has_the_page_for_itself():
    named = (f"A town of a long name {n}" for n in range(900))
    svg = printed(*(action(float(n % 60), float(n // 60), locality=name) for n, name in enumerate(named)))
    assert "A town of a long name 7" not in " ".join(texts(svg))
    assert numbers(svg) == [[]]
    assert len(places(svg)) == 900


def test_the_address_is_a_code_that_can_be_read_only_where_there_is_one():
    assert ElementTree.fromstring(printed()).find(f"{SVG}path[@id='code']") is None
    code = ElementTree.fromstring(printed(address="https://map.example/")).find(f"{SVG}path[@id='code']")
    dark = {tuple(map(int, at)) for at in re.findall(r"M(\d+),(\d+)h", code.get("d"))}
    expected = segno.make("https://map.example/", error="m", micro=False).matrix
    assert dark == {(x, y) for y, row in enumerate(expected) for x, one in enumerate(row) if one}


def test_actions_without_a_pin_are_counted_in_a_line():
    assert not any("could not be placed" in text for text in texts(printed(action(0.0, 0.0))))
    assert "1 action could not be placed on the map." in texts(printed(action(NOWHERE, NOWHERE)))
    two = printed(action(0.0, 0.0), action(NOWHERE, NOWHERE), action(NOWHERE, NOWHERE))
    assert "2 actions could not be placed on the map." in texts(two)
    assert len(places(two)) == 1


def test_no_action_is_still_a_map_with_its_legend():
    svg = printed()
    assert places(svg) == []
    assert LINE in texts(svg)
    assert "Announced beforehand" in texts(svg)


def test_the_antimeridian_and_the_poles_are_on_the_page():
    corners = [(90, 0), (-90, 0), (90, 180), (-90, -180), (0, 180), (0, -180)]
    x, y = zip(
        *((float(m["cx"]), float(m["cy"])) for m in markers(printed(*(action(*map(float, c)) for c in corners)))),
        strict=True,
    )
    assert min(x) + max(x) == pytest.approx(WIDTH, abs=0.1)
    assert min(x) > 30
    assert (y[0], y[1]) == (y[2], y[3]) == (min(y), max(y))
    assert 70 < min(y) < max(y) < HEIGHT - 100


def test_a_hundred_thousand_actions_share_markers_that_leave_most_of_the_map_visible():
    number = 100_000
    random = np.random.default_rng(1)
    frame = pd.DataFrame([action(0.0, 0.0)] * number).assign(
        latitude=np.degrees(np.arcsin(random.uniform(-1, 1, number))), longitude=random.uniform(-180, 180, number)
    )
    svg = print_svg(frame, IMPRINT)
    drawn = markers(svg)
    assert 100 < len(drawn) <= MOST_MARKERS
    assert sum(np.pi * float(marker["r"]) ** 2 for marker in drawn) < 0.25 * 780 * 380
    assert {marker["fill"] for marker in drawn}.isdisjoint({REPORTED, ANNOUNCED})
    assert "Neighbouring places together" in texts(svg)


def test_many_large_places_keep_markers_that_can_be_drawn():
    many = [action(float(n % 80), float(n // 80)) for n in range(MOST_MARKERS) for _ in range(30)]
    radii = [float(marker["r"]) for marker in markers(printed(*many, *[action(85.0, 0.0)]))]
    assert min(radii) > 0


def test_texts_are_text_and_never_markup():
    nasty = "</text><script>alert(1)</script>&amp;\x07\x00\uffff\u202e“q”"
    root = ElementTree.fromstring(printed(action(0.0, 0.0, locality=nasty), title=nasty, line=nasty, credit=nasty))
    assert not list(root.iter(f"{SVG}script"))
    shown = "</text><script>alert(1)</script>&amp;“q”"
    assert [title.text for title in root.iter(f"{SVG}title")] == [shown, shown]
    said = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert [text for text in said if text == shown] == [shown, shown]
    assert sum("script" in text for text in said) == 4  # in the list of places and in the credit, too


def test_a_short_title_is_larger_than_a_long_one_which_takes_two_lines():
    def sizes(title):
        elements = ElementTree.fromstring(printed(action(0.0, 0.0), title=title)).iter(f"{SVG}text")
        return [float(e.get("font-size")) for e in elements if e.get("font-weight")]

    (short,) = sizes("A day of action")
    first, second = sizes("A day of action with a title that goes on " * 3)
    assert short > first == second


@pytest.mark.parametrize("text", ["W" * 400, "Mmm @% " * 300, "Ж" * 2000, "行動" * 300, "word " * 100_000, "i" * 900])
def test_no_text_runs_off_the_page_or_into_the_map(text):
    svg = printed(action(0.0, 0.0), title=text, line=text)
    page = Image.open(io.BytesIO(vl_convert.svg_to_png(svg))).convert("L")
    written = np.asarray(page)[:97] < 200
    assert written.any()
    assert not written[:, int(WIDTH) - 25 :].any()
    assert not written[95:].any()
    assert "…" in "".join(texts(svg)[:5])


def test_the_sources_and_the_version_of_the_data_are_named():
    offline, online = (
        " ".join(texts(printed(action(0.0, 0.0, geocoder=geocoder)))) for geocoder in ("gazetteer", "nominatim")
    )
    places, basemap = "Places: GeoNames (CC BY 4.0).", "Map: Natural Earth (public domain), Equal Earth projection."
    assert f"{IMPRINT.credit} {places} {basemap} Dashed: borders not settled" in offline
    assert "© OpenStreetMap contributors (ODbL 1.0)" in online


def test_the_png_is_an_a4_page_for_300_dots_per_inch_with_the_colours_of_the_markers(svg):
    image = Image.open(io.BytesIO(WRITERS["png"](svg)))
    assert image.format == "PNG"
    assert image.size == pytest.approx((3508, 2480), abs=1)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    on_map = image.convert("RGB").crop((0, 420, 3508, 1990))
    colours = {colour for _, colour in on_map.getcolors(on_map.width * on_map.height)}
    assert {REPORTED_COLOR, ANNOUNCED_COLOR, (255, 255, 255)} <= colours


def test_the_pdf_is_one_landscape_a4_page_with_text_in_the_built_in_font(svg):
    (page,) = PdfReader(io.BytesIO(WRITERS["pdf"](svg))).pages
    assert (page.mediabox.width, page.mediabox.height) == (
        pytest.approx(841.89, abs=0.1),
        pytest.approx(595.28, abs=0.1),
    )
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert all("LiberationSans" in font for font in fonts)
    assert not page.images


@pytest.mark.parametrize(("code", "letters"), [("ar", "Arabic"), ("ja", "JP"), ("ko", "KR")])
def test_a_picture_brings_the_letters_of_a_language_whatever_the_server_has(code, letters):
    with speaking(code):
        drawn = printed(action(23.1, -82.4, country="CU"))
    without_land = re.sub(r' d="[^"]*"', ' d="M0,0"', drawn)
    (page,) = PdfReader(io.BytesIO(WRITERS["pdf"](without_land))).pages
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert any(f"NotoSans{letters}" in font for font in fonts)


def test_every_letter_of_every_catalogue_is_in_the_fonts_for_pictures():
    letters = {letter for font in FONTS.glob("*.ttf") for letter in TTFont(font).getBestCmap()}
    catalogues = [one.messages for one in languages().values() if one.code != "en"]
    said = {char for one in catalogues for text in one._catalog.values() for char in text}
    assert {char for char in said if char.isprintable() and ord(char) not in letters} == set()


def test_the_text_of_the_pdf_can_be_searched(svg):
    without_land = re.sub(r' d="[^"]*"', ' d="M0,0"', svg)  # which a reader of PDF would take seconds to pass over
    (page,) = PdfReader(io.BytesIO(WRITERS["pdf"](without_land))).pages
    assert page.extract_text().splitlines()[:2] == [TITLE, LINE]


def test_the_shipped_places_are_listed_in_the_language_with_the_widest_letters():
    _, table = pinned(load_campaign(DATA), Gazetteer())
    with speaking("ja"):
        listed = "".join(texts(print_svg(table.frame, IMPRINT)))
    assert "パリ" in listed
    assert "Paris" not in listed  # for which there is no room
