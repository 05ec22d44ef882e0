"""A place has one name everywhere, and what it is called by: its words, its region by name, its country."""

import re

import pytest

from actionmap.campaign.folder import load_campaign
from actionmap.drawing.action_map import gather_places
from actionmap.languages import say, speaking
from actionmap.paths import campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.publish import exports
from actionmap.publish.cards import title
from actionmap.world.place import Candidate, FoundBy, Pin, Place, Precision
from actionmap.world.subdivisions import region_name
from actionmap.world.town_names import TABLE, place_name, town_name


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place("", "Portland", "OR", "US"), "Portland, Oregon, United States"),
        (Place("Test Square", "Portland", "US-OR", "US"), "Portland, Oregon, United States"),
        (Place("", "Recife", "Pernambuco", "BR"), "Recife, Pernambuco, Brazil"),
        (Place("", "San Juan", "PR", "US"), "San Juan, Puerto Rico, United States"),
        (Place("", "Lyon", "", "FR"), "Lyon, France"),
        (Place("", "Luxembourg", "Luxembourg", "LU"), "Luxembourg, Luxembourg"),
        (Place("", "", "HI", "US"), "Hawaii, United States (town not stated)"),
        (Place("Test Square", "", "", "AR"), "Argentina (town not stated)"),
    ],
)
def test_a_place_is_named_by_its_town_the_name_of_its_region_and_its_country(place: Place, name: str) -> None:
    assert place.name == name


def test_a_place_is_named_in_the_language_of_whoever_reads_and_kept_in_english() -> None:
    cairo, unknown = Place("", "Cairo", "", "EG"), Place("", "Testville", "", "FR")
    named = {}
    for code in ("ar", "ja", "ko", "es", "sv"):
        with speaking(code):
            named[code] = [re.sub("[\u200e\u200f]", "", text) for text in (cairo.name, unknown.name, cairo.address)]
    assert named == {
        "ar": ["القاهرة (Cairo)، مصر", "Testville، فرنسا", "Cairo, Egypt"],
        "ja": ["カイロ（Cairo）、エジプト", "Testville、フランス", "Cairo, Egypt"],
        "ko": ["카이로(Cairo), 이집트", "Testville, 프랑스", "Cairo, Egypt"],
        "es": ["El Cairo, Egipto", "Testville, Francia", "Cairo, Egypt"],
        "sv": ["Kairo, Egypten", "Testville, Frankrike", "Cairo, Egypt"],
    }
    with speaking("ko"):
        assert place_name("Lyon, Auvergne-Rhône-Alpes, France") == "리옹(Lyon), 오베르뉴론알프, 프랑스"
        assert place_name("Lyon, Rhône, France") == "리옹(Lyon), Rhône, 프랑스"


def test_a_region_is_named_in_the_language_of_whoever_reads_by_its_code_and_by_its_name() -> None:
    asked = [Place("", "", *area) for area in (("NC", "US"), ("Hawaii", "US"), ("BC", "CA"), ("PR", "US"))]
    named = {}
    for code in ("es", "fr", "pt", "ar", "ja", "sv"):
        with speaking(code):
            named[code] = [region_name(place.country, place.region) for place in asked]
            assert place_name("Georgia, United States").partition(say(", "))[0] == region_name("US", "GA")
            assert asked[0].address == "North Carolina, United States"
    assert named == {
        "es": ["Carolina del Norte", "Hawái", "Columbia Británica", "Puerto Rico"],
        "fr": ["Caroline du Nord", "Hawaï", "Colombie-Britannique", "Porto Rico"],
        "pt": ["Carolina do Norte", "Havaí", "Colúmbia Britânica", "Porto Rico"],
        "ar": ["كارولاينا الشمالية", "هاواي", "كولومبيا البريطانية", "بورتوريكو"],
        "ja": ["ノースカロライナ州", "ハワイ州", "ブリティッシュコロンビア州", "プエルトリコ"],
        "sv": ["North Carolina", "Hawaii", "British Columbia", "Puerto Rico"],
    }


def test_a_town_is_called_as_newspapers_call_it_however_the_list_writes_it() -> None:
    named = {"es": "Viena", "fr": "Vienne", "sv": "Wien", "id": "Wina", "ms": "Vienna", "ko": "빈", "en": "Vienna"}
    for code, name in named.items():
        with speaking(code):
            assert town_name("Vienna", "AT", local=False) == name
            assert town_name("Wien", "AT", local=False) in (name, "Wien")
    with speaking("es"):
        assert [town_name("New York", "US"), town_name("Moscou", "RU")] == ["Nueva York", "Moscú"]
        assert town_name("San Luis", "US") == "San Luis"  # in Arizona
    with speaking("fr"):
        assert town_name("San Luis", "US") == "San Luis"
        assert town_name("Salvador", "BR") == "Salvador"  # whose time zone is called Bahia


def test_a_town_has_a_name_in_another_script_only_where_that_is_sure() -> None:
    written = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
    scripts = {"ar": "[ء-يّ -]+", "ja": "[ァ-ヺー・=]+|[一-鿿ヶケのノ]+", "ko": "[가-힣 ]+"}
    scripts["ja-"] = "[ァ-ヺー・の一-鿿]+"  # a region, whose kind is written in kanji: カリフォルニア州
    latin = "[A-Za-zÀ-ɏ’' ()-]+"
    letters = [scripts.get(code + country[2:], scripts.get(code, latin)) for code, country, *_ in written]
    assert [row for row, those in zip(written, letters, strict=True) if not re.fullmatch(those, row[-1])] == []
    assert len({tuple(line[:3]) for line in written}) == len(written) > 15_000


def test_the_address_of_a_place_begins_with_its_venue() -> None:
    assert Place("Test Square", "Portland", "OR", "US").address == "Test Square, Portland, Oregon, United States"


@pytest.mark.parametrize(
    ("country", "region"), [("US", "Oregon"), ("US", "QQ"), ("XX", "OR"), ("MX", "CO"), ("AT", "")]
)
def test_a_text_that_is_no_code_of_a_countrys_region_stays_as_it_is(country: str, region: str) -> None:
    assert region_name(country, region) == region


def test_map_card_file_and_gazetteer_name_a_place_alike() -> None:
    actions = pin_actions(load_campaign(campaign_folder()).actions, OfflineGeocoder(Gazetteer()), PinCache())
    in_towns = actions[actions["precision"] == Precision.LOCALITY]
    one = in_towns[in_towns["region"].isin(["OR", "WA", "CA"])].head(1)
    expected = one.iloc[0]["matched_place"]
    assert list(gather_places(one)["label"]) == [expected]
    assert title(one.iloc[0].to_dict()) == expected
    assert f"<name>{expected}</name>".encode() in exports.to_kml(one, "Test")


def test_a_pin_is_made_of_a_place_and_what_was_found_and_says_again_what_that_was() -> None:
    found = Candidate("Portland, Oregon, United States", 45.5, -122.7, Precision.LOCALITY, "", FoundBy.NEAR_MISS)
    place = Place("", "Portlnad", "OR", "US")
    pin = Pin.of(place, found)
    assert (pin.place, pin.candidate) == (place, found)
    assert not pin.reviewed
