"""Distances on the sphere."""

import numpy as np
import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from actionmap.world.distances import great_circle_km

latitudes = st.floats(-90, 90, allow_subnormal=False)
longitudes = st.floats(-180, 180, allow_subnormal=False)


@given(latitudes, longitudes, latitudes, longitudes)
def test_distances_agree_with_geopy(lat1, lon1, lat2, lon2):
    ours = great_circle_km(lat1, lon1, [lat2], [lon2])
    assert ours[0] == pytest.approx(great_circle((lat1, lon1), (lat2, lon2)).km, abs=1e-3)


def test_a_way_across_the_antimeridian_is_short():
    assert great_circle_km(0, 179.5, [0], [-179.5])[0] == pytest.approx(111.2, abs=0.1)


def test_an_unknown_place_has_no_distance():
    assert np.isnan(great_circle_km(0, 0, [np.nan], [np.nan])[0])
