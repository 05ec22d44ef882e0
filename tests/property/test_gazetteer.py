"""Whatever is asked, in any script: no crash, no answer outside the country, one answer for all spellings."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionmap.places.gazetteer import Gazetteer

PLACES = [
    ("Lyon", "", "FR"),
    ("Malmö", "Skåne", "SE"),
    ("São Paulo", "SP", "BR"),
    ("St. Louis", "MO", "US"),
    ("Saint-Denis", "Île-de-France", "FR"),
    ("Portland", "ME", "US"),
    ("Kapaʻa", "HI", "US"),
    ("Łódź", "", "PL"),
    ("القاهرة", "", "EG"),
    ("東京", "", "JP"),
    ("Albuqeurque", "NM", "US"),
    ("Springfield", "", "US"),
]
texts = st.text(max_size=40)
countries = st.sampled_from(["", "FR", "US", "GE", "IN", "EG", "Japan", "Atlantis"])
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer()


def frame(rows):
    return pd.DataFrame(rows, columns=["locality", "region", "country"])


@quick
@given(text=texts)
def test_no_text_crashes_and_every_pin_has_a_precision(gazetteer, text):
    for location in [*(gazetteer.geocode(text, exactly_one=False) or []), *gazetteer.suggest(text)]:
        assert location.raw["precision"] in {"locality", "region", "country"}
        assert abs(location.latitude) <= 90
        assert abs(location.longitude) <= 180


@quick
@given(rows=st.lists(st.tuples(texts, texts, countries | texts), max_size=12))
def test_no_list_crashes_and_precision_goes_with_the_pin(gazetteer, rows):
    answers = gazetteer.geocode_frame(frame(rows))
    assert len(answers) == len(rows)
    assert (answers["latitude"].notna() == (answers["precision"] != "")).all()
    assert (answers["longitude"].notna() == (answers["precision"] != "")).all()
    assert ((answers["doubt"] == "") == (answers["precision"] != "")).all()


@quick
@given(
    place=st.sampled_from(PLACES),
    change=st.sampled_from([str.upper, str.lower, str.title, lambda s: f"  {s} ", lambda s: s.replace(" ", "   ")]),
)
def test_case_and_whitespace_do_not_change_an_answer(gazetteer, place, change):
    locality, region, country = place
    answers = gazetteer.geocode_frame(frame([place, (change(locality), change(region), country)]))
    assert answers.iloc[0].equals(answers.iloc[1])


@quick
@given(rows=st.lists(st.sampled_from(PLACES) | st.tuples(texts, st.just(""), countries), min_size=1, max_size=12))
def test_a_batch_answers_as_one_by_one(gazetteer, rows):
    answers = gazetteer.geocode_frame(frame(rows))
    for (locality, region, country), (_, row) in zip(rows, answers.iterrows(), strict=True):
        location = gazetteer.geocode({"city": locality, "state": region, "country": country})
        if location is None:
            assert row["precision"] == ""
        else:
            assert (location.latitude, location.longitude) == (row["latitude"], row["longitude"])
            assert location.raw["matched_place"] == row["matched_place"]


@quick
@given(
    locality=st.sampled_from([place[0] for place in PLACES]) | texts,
    country=st.sampled_from(["FR", "US", "BR", "JP", "PL", "GE"]),
)
def test_an_answer_lies_in_the_country_asked_for(gazetteer, locality, country):
    query = {"city": locality, "country": country}
    for location in gazetteer.geocode(query, exactly_one=False) or []:
        assert location.raw["country"] == country
    for location in gazetteer.suggest(locality, country=country):
        assert location.raw["country"] == country
