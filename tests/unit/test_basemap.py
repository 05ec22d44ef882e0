"""The basemap's files are whole, small and legible, and its layers stay as they are whatever is selected."""

import csv
import gzip
import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from fontTools.ttLib import TTFont
from shapely.geometry import MultiLineString, Point, shape

from actionmap.drawing.basemap import CITY_ZOOMS, COUNTRY_ZOOMS, LAND_LEVELS, LIGHT
from actionmap.languages import ENGLISH, languages
from actionmap.paths import FONTS
from actionmap.world.countries import country_name
from actionmap.world.town_names import TABLE
from scripts.basemap.geojson import latitude
from scripts.basemap.lettering import in_font
from scripts.basemap.names import SHORT_NAMES, Sheet, city_box, country_box
from scripts.build_fonts import STREAMLIT, icons_named, icons_of

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
PALETTES = json.loads((ROOT / "map/palettes.json").read_text(encoding="utf-8"))
TILES = sorted((STATIC / "land").glob("*/*/*.json"))


@cache
def features(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def lines(path: Path, geometry_type: str) -> list[list[list[float]]]:
    """All rings of polygons, or all lines, in a tile."""
    found = [f["geometry"]["coordinates"] for f in features(path) if f["geometry"]["type"] == geometry_type]
    if geometry_type == "MultiPolygon":
        return [ring for shapes in found for polygon in shapes for ring in polygon]
    return [line for shapes in found for line in shapes]


def names(kind: str, zoom: float) -> list[dict]:
    return features(STATIC / "labels" / f"{kind}-{zoom:.0f}.json")


def all_names() -> list[dict]:
    return [
        name
        for kind, zooms in (("countries", COUNTRY_ZOOMS), ("cities", CITY_ZOOMS))
        for z in zooms
        for name in names(kind, z)
    ]


def compressed(*patterns: str) -> int:
    return sum(compressed_file(path) for pattern in patterns for path in STATIC.glob(pattern))


@cache
def compressed_file(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), compresslevel=6))


@pytest.mark.parametrize("geometry_type", ["MultiPolygon", "MultiLineString"])
def test_nothing_leaves_the_world_or_jumps_across_it(geometry_type):
    for tile in TILES:
        level, row = int(tile.parts[-3]), int(tile.stem)
        edges = [latitude(row / 2**level), latitude((row + 1) / 2**level)]
        for line in lines(tile, geometry_type):
            assert all(-180 <= x <= 180 and -85 <= y <= 85 for x, y in line), tile
            for (x1, y1), (x2, y2) in pairwise(line):
                on_edge = y1 == y2 and min(abs(y1 - edge) for edge in edges) < 0.1
                assert abs(x2 - x1) < 40 or on_edge, f"{tile}: a stripe at {y1}"


def test_every_ring_is_closed_and_has_area():
    for tile in TILES:
        for ring in lines(tile, "MultiPolygon"):
            assert ring[0] == ring[-1], tile
            assert abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) > 1e-9, tile


def test_every_tile_that_a_zoom_can_ask_for_is_there():
    expected = {f"{z}/{x}/{y}.json" for z in range(LAND_LEVELS) for x in range(2**z) for y in range(2**z)}
    assert {path.relative_to(STATIC / "land").as_posix() for path in TILES} == expected


@pytest.mark.parametrize(
    ("place", "drawn"),
    [
        ((35.0, 32.2), "dashed"),  # the West Bank
        ((34.52, 31.5), "dashed"),  # Gaza
        ((35.63, 33.0), "dashed"),  # the Golan, west
        ((35.85, 33.0), "dashed"),  # the Golan, east
        ((73.97, 34.3), "dashed"),  # Kashmir, the line of control
        ((79.53, 34.3), "dashed"),  # Aksai Chin
        ((94.5, 29.1), "dashed"),  # Arunachal
        ((-11.0, 27.66), "dashed"),  # Western Sahara
        ((28.4, 10.16), "dashed"),  # Abyei
        ((127.2, 38.3), "dashed"),  # Korea
        ((33.3, 35.15), "dashed"),  # Cyprus
        ((21.0, 43.1), "dashed"),  # Kosovo and Serbia
        ((20.5, 42.25), "settled"),  # Kosovo and Albania
        ((33.7, 46.15), ""),  # Crimea
        ((-13.0, 24.7), ""),  # the berm in Western Sahara
        ((48.5, 9.6), ""),  # Somaliland and Puntland
        ((114.15, 22.53), ""),  # Hong Kong
        ((8.2, 48.97), "settled"),  # France and Germany
    ],
)
def test_a_border_that_is_not_settled_is_dashed_and_nothing_else_is(place, drawn):
    for level in ("2", "3"):
        near = {
            kind: min(line.distance(Point(place)) for line in borders(level)[kind]) < 0.25
            for kind in ("settled", "dashed")
        }
        assert near == {kind: kind == drawn for kind in near}, (level, near)


@cache
def borders(level: str) -> dict[str, list[MultiLineString]]:
    found = [one for tile in TILES if tile.parts[-3] == level for one in features(tile)]
    lines = [one for one in found if one["geometry"]["type"] == "MultiLineString"]
    kinds = {
        "settled": lambda one: "dashed" not in one["properties"],
        "dashed": lambda one: "dashed" in one["properties"],
    }
    return {kind: [shape(one["geometry"]) for one in lines if of(one)] for kind, of in kinds.items()}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ((34.1, 45.2), "UA"),  # Crimea
        ((35.8, 33.0), "SY"),  # the Golan
        ((-14.5, 23.9), "EH"),  # Western Sahara west of the berm
        ((44.06, 9.56), "SO"),  # Hargeisa
        ((33.3, 35.25), "CY"),  # the north of Cyprus
        ((35.2, 31.9), "PS"),
    ],
)
def test_land_counts_to_the_country_that_the_united_nations_count_it_to(place, code):
    shapes = {one["properties"]["code"]: shape(one["geometry"]) for one in features(STATIC / "countries.json")}
    finer = shape(features(STATIC / "countries" / f"{code}.json")[0]["geometry"])
    assert [one for one, land in shapes.items() if land.contains(Point(place))] == [code]
    assert shapely.contains_xy(finer, *place)


def test_print_has_the_colours_of_the_light_map():
    assert vars(LIGHT).items() <= PALETTES["light"].items()


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_names_stand_out_from_the_land(palette):
    for colour in (palette["country"], palette["city"]):
        assert contrast(colour, palette["land"]) >= 3.9


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        parts = [value / 255 for value in bytes.fromhex(colour[1:])]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_country_with_an_action_is_named():
    with (ROOT / "data" / "actions.csv").open(encoding="utf-8") as file:
        codes = {row["country"] for row in csv.DictReader(file)}
    named = {
        name["properties"]["text"].replace("\n", " ") for zoom in COUNTRY_ZOOMS for name in names("countries", zoom)
    }
    missing = {code for code in codes if SHORT_NAMES.get(code, country_name(code)).replace("\n", " ") not in named}
    assert missing == set()


def test_palestine_is_named_as_early_as_israel():
    first = {name["properties"]["text"]: zoom for zoom in reversed(COUNTRY_ZOOMS) for name in names("countries", zoom)}
    assert first["Palestine"] == first["Israel"]


def test_no_name_comes_twice_at_one_place():
    places = [(name["properties"]["text"], *name["geometry"]["coordinates"]) for name in all_names()]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("zoom", sorted({*COUNTRY_ZOOMS, *CITY_ZOOMS}))
def test_names_do_not_collide_at_the_zoom_where_they_appear(zoom):
    sheet = Sheet(zoom, gap=0)
    for kind, zooms, measure in (("countries", COUNTRY_ZOOMS, country_box), ("cities", CITY_ZOOMS, city_box)):
        for name in (name for z in zooms if z <= zoom for name in names(kind, z)):
            text = name["properties"]["text"]
            assert sheet.place(measure(text, *name["geometry"]["coordinates"])), f"{text} collides at zoom {zoom}"


def test_every_letter_of_every_name_is_in_the_fonts_that_we_serve():
    letters = sorted({letter for name in all_names() for letter in name["properties"]["text"]} - {"\n", " "})
    assert [letter for letter in letters if not in_font(letter)] == []


def test_towns_on_the_basemap_are_called_as_the_reader_calls_them():
    said: dict[str, dict[str, str]] = {}
    for code in {*languages()} - {ENGLISH}:
        towns = said.setdefault(code, {})
        for zoom in CITY_ZOOMS:
            own = [name["properties"]["text"] for name in names("cities", zoom)]
            for at, name in json.loads((STATIC / f"labels/{code}/cities-{zoom}.json").read_text("utf-8")).items():
                towns[own[int(at)]] = name
        assert compressed(f"labels/{code}/cities-[34].json") < 6_000, "a visit costs more than in English"
    assert [towns.get("London", "London") for code, towns in sorted(said.items())] == [
        *("لندن", "Londres", "Londres", "London", "ロンドン", "런던", "London", "Londres", "London")
    ]
    assert {said["es"]["Beijing"], said["ja"]["Beijing"], said["sv"]["Cairo"]} == {"Pekín", "北京", "Kairo"}


@pytest.mark.parametrize(("code", "script"), [("ar", "Arabic"), ("ja", "JP"), ("ko", "KR")])
def test_every_letter_of_every_name_of_a_town_is_in_the_fonts_of_pictures(code, script):
    letters = TTFont(FONTS / f"NotoSans{script}_400Regular.ttf").getBestCmap()
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())
    assert {letter for of, *_, name in rows if of == code for letter in name if ord(letter) not in letters} == set()


def test_a_letter_that_the_font_does_not_have_is_noticed():
    assert not in_font("東")


def test_every_font_has_its_licence():
    for woff2 in (STATIC / "fonts").glob("*.woff2"):
        family = woff2.stem.split("-latin")[0].split("-vietnamese")[0]
        licence = (STATIC / "fonts" / f"{family}-LICENSE.txt").read_text(encoding="utf-8").upper()
        assert ("APACHE LICENSE" if family == "material-symbols" else "SIL OPEN FONT LICENSE") in licence


def test_every_icon_that_streamlit_names_and_has_is_in_our_font():
    (whole,) = (STREAMLIT / "media").glob("MaterialSymbols-*.woff2")
    assert icons_named() & {*icons_of(TTFont(whole))} <= {*icons_of(TTFont(STATIC / "fonts/material-symbols.woff2"))}


def test_the_first_view_of_the_world_is_small():
    assert compressed("land/0/0/0.json", "labels/countries-1.json") < 80_000


def test_no_single_file_and_not_all_files_together_are_large():
    assert max(compressed_file(path) for path in STATIC.rglob("*.json")) < 150_000
    assert compressed("fonts/*.woff2") < 300_000
    assert compressed("land/*/*/*.json", "labels/**/*.json") < 2_000_000
