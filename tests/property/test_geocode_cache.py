from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from actionmap.places.pin_cache import PinCache
from actionmap.world.place import COLUMNS, FoundBy, Pin, Precision

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12).map(lambda text: " ".join(text.split()))
few = st.sampled_from(["", "Aa", "Bb", "=1", '"', "a,b", "é"])
degrees = st.floats(allow_nan=False, allow_infinity=False)
geocodes = st.builds(
    Pin,
    venue=few,
    locality=few | texts,
    region=few,
    country=st.sampled_from(["AT", "NA", "PR"]),
    latitude=st.floats(-90, 90).map(lambda x: round(x, 5) + 0.0),
    longitude=st.floats(-180, 180).map(lambda x: round(x, 5) + 0.0),
    precision=st.sampled_from(Precision),
    matched_place=texts,
    timezone=st.sampled_from(["", "Europe/Vienna"]),
    geocoder=st.sampled_from(FoundBy),
    date=st.dates().map(str),
    source=texts,
    uncertainty_m=st.none() | st.integers(0, 100_000).map(float),
)


def key(geocode: Pin) -> tuple[str, ...]:
    return tuple(text.casefold() for text in geocode.place)


def keys_are_plain(batch: list[Pin]) -> bool:
    """Leave out places that only Unicode's finer rules make the same."""
    return all(text.isascii() or text == "é" for geocode in batch for text in geocode.place)


@given(st.lists(geocodes, max_size=8, unique_by=key).filter(keys_are_plain))
@settings(deadline=None, max_examples=60)
def test_what_is_added_is_read_again(batch):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "geocodes.csv"
        assert PinCache(path).add(batch)
        cache = PinCache(path)
        assert cache.problems == []
        assert sorted(cache, key=key) == sorted(batch, key=key)


@given(st.lists(st.lists(geocodes, max_size=4, unique_by=key).filter(keys_are_plain), max_size=4))
@settings(deadline=None, max_examples=60)
def test_the_last_pin_of_a_place_stays_unless_an_earlier_one_was_reviewed(batches):
    expected: dict[tuple[str, ...], Pin] = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "geocodes.csv"
        for batch in batches:
            assert PinCache(path).add(batch)
            for geocode in batch:
                old = expected.get(key(geocode))
                if old is None or not old.reviewed:
                    said = geocode if old is None else replace(geocode, **old.place._asdict())
                    expected[key(geocode)] = old if old and replace(said, date=old.date) == old else said
        assert {key(geocode): geocode for geocode in PinCache(path)} == expected


@given(
    st.lists(
        st.lists(texts | degrees.map(str) | st.sampled_from(["AT", "locality", "reviewed"]), max_size=15), max_size=5
    ),
    st.lists(geocodes, min_size=1, max_size=3, unique_by=key).filter(keys_are_plain),
)
@settings(deadline=None, max_examples=60)
def test_no_row_that_somebody_wrote_is_ever_lost(rows, batch):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "geocodes.csv"
        quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [COLUMNS, *rows]]
        path.write_text("\n".join(quoted) + "\n", encoding="utf-8", newline="")
        broken = len(PinCache(path).problems)
        assert PinCache(path).add(batch)
        cache = PinCache(path)
        assert len(cache.problems) == broken
        assert {key(geocode) for geocode in batch} <= {key(geocode) for geocode in cache}
