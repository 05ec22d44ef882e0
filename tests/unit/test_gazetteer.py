"""The offline gazetteer finds real places, tells namesakes apart, and stays silent rather than guess."""

from pathlib import Path

import pandas as pd
import pytest
from geopy.distance import great_circle

from actionmap.errors import GazetteerError
from actionmap.places.gazetteer import Gazetteer
from actionmap.world.doubts import DoubtKind
from actionmap.world.spelling import other_spellings, place_key, region_key

ACTIONS = Path(__file__).resolve().parents[2] / "data" / "actions.csv"


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer()


def ask(gazetteer, locality="", region="", country=""):
    """Return the one row that the batch answers."""
    return gazetteer.geocode_frame(pd.DataFrame([{"locality": locality, "region": region, "country": country}])).iloc[0]


def names(row):
    return {candidate.name for candidate in row.candidates}


def matched(gazetteer, text):
    location = gazetteer.geocode(text)
    return location and location.raw["matched_place"]


# ------------------------------------------------------------------------------------------------------ what is asked


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lyon, France", "Lyon, Auvergne-Rhône-Alpes, France"),
        ("Lyon France", "Lyon, Auvergne-Rhône-Alpes, France"),
        ("LYON,france", "Lyon, Auvergne-Rhône-Alpes, France"),
        ("Portland, ME", "Portland, Maine, United States"),
        ("Springfield, Illinois, USA", "Springfield, Illinois, United States"),
        ("Springfield Illinois", "Springfield, Illinois, United States"),
        ("London, ON", "London, Ontario, Canada"),
        ("Athens, Georgia", "Athens, Georgia, United States"),
        ("Paris, TX", "Paris, Texas, United States"),
        ("東京", "Tokyo, Tokyo, Japan"),
        ("القاهرة", "Cairo, Al Qāhirah, Egypt"),
        ("Москва", "Moscow, Moskva, Russia"),
        ("서울", "Seoul, Seoul-teukbyeolsi, South Korea"),
        ("São Paulo", "São Paulo, São Paulo, Brazil"),
        ("Bombay, India", "Mumbai, Mahārāshtra, India"),
        ("Ciudad de México", "Mexico City, Ciudad de México, Mexico"),
        ("San Juan, PR, USA", "San Juan, San Juan, Puerto Rico"),
    ],
)
def test_a_text_is_read_as_locality_region_and_country(gazetteer, text, place):
    assert matched(gazetteer, text) == place


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        ("Hawaii", "Hawaii, United States", "region"),
        ("US-HI", "Hawaii, United States", "region"),
        ("Ontario, Canada", "Ontario, Canada", "region"),
        ("Puerto Rico", "Puerto Rico", "country"),
        ("Mexico", "Mexico", "country"),
        ("Georgia", "Georgia", "country"),
        ("Singapore", "Singapore, Singapore", "locality"),
        ("New York", "New York City, New York, United States", "locality"),
    ],
)
def test_a_text_may_name_a_region_or_a_country(gazetteer, text, place, precision):
    location = gazetteer.geocode(text)
    assert (location.address, location.raw["precision"]) == (place, precision)


def test_a_location_says_all_that_is_known(gazetteer):
    location = gazetteer.geocode({"city": "Lyon", "country": "France"})
    assert (location.latitude, location.longitude) == pytest.approx((45.749, 4.848), abs=0.01)
    assert location.raw == {
        "precision": "locality",
        "matched_place": "Lyon, Auvergne-Rhône-Alpes, France",
        "country": "FR",
        "region": "ARA",
        "region_name": "Auvergne-Rhône-Alpes",
        "timezone": "Europe/Paris",
        "population": location.raw["population"],
        "geonameid": 2996944,
        "approximate": False,
    }
    assert location.raw["population"] > 400_000


def test_a_dict_may_say_locality_and_region_too(gazetteer):
    city = gazetteer.geocode({"city": "Portland", "state": "Maine", "country": "US"})
    assert gazetteer.geocode({"locality": "Portland", "region": "ME", "country": "USA"}) == city


def test_all_namesakes_are_listed_largest_first(gazetteer):
    found = gazetteer.geocode("Springfield, USA", exactly_one=False)
    states = [location.raw["region"] for location in found]
    assert {"MO", "MA", "IL", "OR"} <= set(states[:6])
    people = [location.raw["population"] for location in found]
    assert people == sorted(people, reverse=True)


def test_the_chosen_namesake_comes_first_in_the_list(gazetteer):
    assert gazetteer.geocode("Portland", exactly_one=False)[0] == gazetteer.geocode("Portland")


@pytest.mark.parametrize("text", ["", "  ", ",,", "Qwxzvbn", "Paris, Atlantis", "\x00", "🙂"])
def test_nonsense_has_no_answer(gazetteer, text):
    assert gazetteer.geocode(text) is None
    assert gazetteer.geocode(text, exactly_one=False) is None


# --------------------------------------------------------------------------------------------------------- namesakes


@pytest.mark.parametrize("region", ["ON", "Ontario", "CA-ON", "08", "ontario"])
def test_a_region_may_be_a_code_or_a_name(gazetteer, region):
    assert ask(gazetteer, "London", region, "CA").matched_place == "London, Ontario, Canada"


@pytest.mark.parametrize("region", ["Yaroslavl", "Jaroslavl", "Yaroslavskaya oblast'", "YAR"])
def test_a_region_may_be_spelled_in_several_ways(gazetteer, region):
    assert ask(gazetteer, "Rybinsk", region, "RU").matched_place.startswith("Rybinsk, Yaroslav")


@pytest.mark.parametrize(
    ("region", "place"),
    [("ME", "Portland, Maine, United States"), ("OR", "Portland, Oregon, United States")],
)
def test_a_region_tells_namesakes_apart(gazetteer, region, place):
    assert ask(gazetteer, "Portland", region, "US").matched_place == place


def test_a_district_or_former_region_bounds_the_search_too(gazetteer):
    assert ask(gazetteer, "Lyon", "Rhône", "FR").precision == "locality"
    assert ask(gazetteer, "Lyon", "Rhône-Alpes", "FR").precision == "locality"


def test_without_a_region_a_much_larger_namesake_is_meant(gazetteer):
    assert ask(gazetteer, "Portland", "", "US").matched_place == "Portland, Oregon, United States"


def test_namesakes_of_like_size_are_not_guessed_but_named(gazetteer):
    row = ask(gazetteer, "Springfield", "", "US")
    assert (row.precision, row.doubt) == ("", DoubtKind.AMBIGUOUS)
    assert {"Springfield, Missouri, United States", "Springfield, Massachusetts, United States"} <= names(row)


def test_a_region_that_contradicts_gives_no_pin(gazetteer):
    row = ask(gazetteer, "Paris", "Bretagne", "FR")
    assert (row.precision, row.doubt) == ("", DoubtKind.ANOTHER_REGION)
    assert names(row) == {"Paris, Île-de-France, France"}
    assert (round(row.candidates[0].latitude), row.candidates[0].timezone) == (49, "Europe/Paris")


def test_an_unknown_region_does_not_hide_the_only_answer(gazetteer):
    assert ask(gazetteer, "Lyon", "Qwxzvbn", "FR").precision == "locality"


def test_the_country_bounds_the_search(gazetteer):
    assert ask(gazetteer, "Lyon", "", "DE").precision == ""
    assert ask(gazetteer, "Birmingham", "", "GB").matched_place.endswith("United Kingdom")
    assert ask(gazetteer, "Birmingham", "AL", "US").matched_place.endswith("Alabama, United States")


def test_an_unknown_country_is_said(gazetteer):
    row = ask(gazetteer, "Paris", "", "Atlantis")
    assert (row.precision, row.doubt) == ("", DoubtKind.UNKNOWN_COUNTRY)


def test_a_territory_may_be_listed_as_a_region(gazetteer):
    assert ask(gazetteer, "San Juan", "PR", "US").matched_place == "San Juan, San Juan, Puerto Rico"
    assert ask(gazetteer, "", "PR", "US").matched_place == "Puerto Rico"


# ---------------------------------------------------------------------------------------------------------- spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Denis", "St. Denis"),
        ("Sainte-Marie", "Ste Marie"),
        ("Mount Vernon", "Mt. Vernon"),
        ("Fort Lauderdale", "Ft Lauderdale"),
        ("LaSalle", "La Salle"),
        ("Kapaʻa", "Kapa'a"),
        ("Malmö", "MALMO"),
        ("Łódź", "lodz"),
        ("Ísafjörður", "Isafjordur"),
        ("Aix-en-Provence", "aix en  provence"),
        ("أسوان", "اسوان"),
        ("القاهرة", "القاهره"),
    ],
)
def test_two_spellings_have_one_key(one, other):
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(("one", "other"), [("ガ", "カ"), ("दिल्ली", "दल्ल"), ("Bath", "Both")])
def test_different_names_have_different_keys(one, other):
    assert place_key(one) != place_key(other)


@pytest.mark.parametrize("name", ["Tver", "Tverskaya", "Tverskaya oblast'", "Tver Region", "Oblast of Tver"])
def test_words_for_the_kind_of_a_region_do_not_count(name):
    assert region_key(name) == "tver"


def test_other_spellings_start_with_the_likeliest():
    assert other_spellings("Paris (centre)")[0] == "paris"
    assert other_spellings("Oulu / Oulunsalo")[:2] == ["oulu", "oulunsalo"]


@pytest.mark.parametrize(
    ("locality", "region", "country", "name"),
    [
        ("St Petersburg", "FL", "US", "St. Petersburg"),
        ("Mt. Vernon", "NY", "US", "Mount Vernon"),
        ("Ft. Worth", "TX", "US", "Fort Worth"),
        ("Anchorage - downtown", "AK", "US", "Anchorage"),
        ("Paris (centre)", "", "FR", "Paris"),
        ("Minneapolis/St. Paul", "MN", "US", "Minneapolis"),
        ("City of Toronto", "ON", "CA", "Toronto"),
        ("Dipolog City", "", "PH", "Dipolog"),
        ("Zuerich", "", "CH", "Zürich"),
        ("Kiev", "", "UA", "Kyiv"),
    ],
)
def test_usual_spellings_and_qualifiers_are_understood(gazetteer, locality, region, country, name):
    row = ask(gazetteer, locality, region, country)
    assert row.matched_place.split(",")[0] == name
    assert not row.approximate


@pytest.mark.parametrize(
    ("locality", "region", "country", "place"),
    [
        ("Portland, ME", "", "", "Portland, Maine, United States"),
        ("Lyon, Francia", "", "", "Lyon, Auvergne-Rhône-Alpes, France"),
        ("San Juan, PR, USA", "", "", "San Juan, San Juan, Puerto Rico"),
        ("Lyon", "France", "FR", "Lyon, Auvergne-Rhône-Alpes, France"),
        ("Salem", "Mass.", "US", "Salem, Massachusetts, United States"),
        ("Overland Park, KS", "", "US", "Overland Park, Kansas, United States"),
        ("Boundji, Cuvette, Congo - Brazzaville", "", "", "Boundji, Cuvette, Congo - Brazzaville"),
    ],
)
def test_what_stands_beside_a_town_tells_where_it_is(gazetteer, locality, region, country, place):
    row = ask(gazetteer, locality, region, country)
    assert (row.matched_place, row.approximate) == (place, False)
    assert row.country == gazetteer.geocode(place).raw["country"]


@pytest.mark.parametrize(
    ("locality", "country", "doubt"),
    [
        ("London, CA", "", DoubtKind.AMBIGUOUS),
        ("Paris", "", DoubtKind.AMBIGUOUS),
        ("Boston, New York", "US", DoubtKind.SEVERAL_TOWNS),
        ("Guadalajara, Toledo", "ES", DoubtKind.SEVERAL_TOWNS),
        ("Cordoba, Argentina", "ES", DoubtKind.UNREAD),
    ],
)
def test_what_may_be_meant_in_two_ways_has_no_pin_but_both_are_named(gazetteer, locality, country, doubt):
    row = ask(gazetteer, locality, "", country)
    assert (row.precision, row.country, row.doubt) == ("", "", doubt)
    assert len(row.candidates) > 1


def test_a_region_that_is_not_known_puts_the_pin_in_doubt(gazetteer):
    assert ask(gazetteer, "Lyon, Qwxzvbn", "", "FR").approximate
    assert ask(gazetteer, "Lyon", "Qwxzvbn", "FR").approximate


# -------------------------------------------------------------------------------------------------------- near misses


def test_a_certain_near_miss_is_an_approximate_answer(gazetteer):
    row = ask(gazetteer, "Albuqeurque", "NM", "US")
    assert (row.matched_place, row.approximate) == ("Albuquerque, New Mexico, United States", True)
    assert gazetteer.geocode("Albuqeurque, NM").raw["approximate"]


def test_a_near_miss_without_a_region_is_only_suggested(gazetteer):
    row = ask(gazetteer, "Albuqeurque", "", "US")
    assert (row.precision, names(row)) == ("", {"Albuquerque, New Mexico, United States"})


def test_a_usual_name_is_not_taken_for_a_misspelling(gazetteer):
    assert ask(gazetteer, "Wilson", "WI", "US").precision == ""  # not Wilton, Wisconsin


def test_an_unknown_locality_does_not_fall_back_to_its_region_or_country(gazetteer):
    row = ask(gazetteer, "Qwxzvbn", "Ontario", "CA")
    assert (row.precision, row.doubt) == ("", DoubtKind.NOT_FOUND)
    assert pd.isna(row.latitude)


def test_a_region_written_as_a_locality_is_pointed_out(gazetteer):
    assert ask(gazetteer, "Hawaii", "", "US").doubt == DoubtKind.IS_REGION


# -------------------------------------------------------------------------------------------------- regions, countries


def test_without_a_locality_the_region_is_pinned_on_land_near_its_people(gazetteer):
    row = ask(gazetteer, "", "HI", "US")
    assert (row.precision, row.matched_place, row.timezone) == ("region", "Hawaii, United States", "Pacific/Honolulu")
    assert great_circle((row.latitude, row.longitude), (21.307, -157.858)).km < 30


def test_without_locality_and_region_the_country_is_pinned(gazetteer):
    row = ask(gazetteer, "", "", "PR")
    assert (row.precision, row.matched_place, row.timezone) == ("country", "Puerto Rico", "America/Puerto_Rico")
    assert great_circle((row.latitude, row.longitude), (18.40, -66.06)).km < 30


def test_an_area_with_several_time_zones_has_none(gazetteer):
    assert ask(gazetteer, "", "", "US").timezone == ""
    assert ask(gazetteer, "", "", "AR").timezone == ""


def test_an_unknown_region_without_a_locality_is_not_the_country(gazetteer):
    row = ask(gazetteer, "", "Qwxzvbn", "FR")
    assert (row.precision, row.doubt) == ("", DoubtKind.UNKNOWN_REGION)


def test_an_empty_row_is_unresolved(gazetteer):
    assert ask(gazetteer).precision == ""


# ----------------------------------------------------------------------------------------------------------- as typed


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lyo", "Lyon, Auvergne-Rhône-Alpes, France"),
        ("東", "Tokyo, Tokyo, Japan"),
        ("القا", "Cairo, Al Qāhirah, Egypt"),
        ("springfield, il", "Springfield, Illinois, United States"),
        ("paris, te", "Paris, Texas, United States"),
        ("Albuqeurque", "Albuquerque, New Mexico, United States"),
        ("Sao Pau", "São Paulo, São Paulo, Brazil"),
    ],
)
def test_the_beginning_or_a_misspelling_of_a_name_is_completed(gazetteer, text, first):
    assert gazetteer.suggest(text)[0].address == first


def test_suggestions_keep_to_country_and_limit(gazetteer):
    found = gazetteer.suggest("san", country="Spain", limit=3)
    assert [location.raw["country"] for location in found] == ["ES"] * 3


@pytest.mark.parametrize("text", ["", "  ", ",", "Qwxzvbn"])
def test_nothing_is_suggested_for_nothing(gazetteer, text):
    assert gazetteer.suggest(text) == []


# -------------------------------------------------------------------------------------------------------------- lists


def test_a_frame_keeps_its_index_and_order(gazetteer):
    places = pd.DataFrame(
        {"locality": ["Lyon", "Nowhere at all", "Lyon"], "region": "", "country": "FR"}, index=[7, 3, 7]
    )
    answers = gazetteer.geocode_frame(places)
    assert list(answers.index) == [7, 3, 7]
    assert list(answers["precision"]) == ["locality", "", "locality"]
    assert answers["latitude"].isna().tolist() == [False, True, False]
    assert list(answers.columns) == [
        *("latitude", "longitude", "precision", "matched_place", "country", "timezone", "approximate"),
        *("candidates", "doubt"),
    ]


def test_an_empty_frame_gives_an_empty_frame(gazetteer):
    answers = gazetteer.geocode_frame(pd.DataFrame({"locality": [], "region": [], "country": []}))
    assert answers.empty
    assert "precision" in answers


def test_every_shipped_action_has_a_pin_of_the_right_precision(gazetteer):
    actions = pd.read_csv(ACTIONS, dtype=str, keep_default_na=False)
    answers = gazetteer.geocode_frame(actions)
    expected = [
        "locality" if action.locality else "region" if action.region else "country" for action in actions.itertuples()
    ]
    assert list(answers["precision"]) == expected
    assert not answers["approximate"].any()


def test_missing_tables_are_explained(tmp_path):
    with pytest.raises(GazetteerError, match=r"build it: python -m scripts\.build_gazetteer"):
        Gazetteer(tmp_path)


def test_damaged_tables_are_explained(tmp_path):
    (tmp_path / "names.parquet").write_bytes(b"not parquet")
    with pytest.raises(GazetteerError, match="missing or damaged"):
        Gazetteer(tmp_path)
