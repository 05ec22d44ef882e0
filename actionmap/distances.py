"""Great-circle distances on the sphere, for many points at once."""

from typing import Any

import numpy as np
import numpy.typing as npt
from geopy.distance import EARTH_RADIUS

KM_PER_MILE = 1.609344
Degrees = npt.ArrayLike


def great_circle_km(latitude: Degrees, longitude: Degrees, latitudes: Degrees, longitudes: Degrees) -> npt.NDArray[Any]:
    """Return the great-circle distances from one point to many (haversine, mean Earth radius, within 0.5 %).

    Parameters
    ----------
    latitude, longitude
        The one point, WGS 84 decimal degrees.
    latitudes, longitudes
        The many points, shape (n,), degrees; NaN gives NaN.

    Returns
    -------
    numpy.ndarray
        Distances in km, shape (n,).
    """
    phi, phis = np.radians(latitude), np.radians(latitudes)
    half_dphi = (phis - phi) / 2
    half_dlambda = np.radians(np.subtract(longitudes, longitude)) / 2
    chord = np.sin(half_dphi) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(half_dlambda) ** 2
    return np.asarray(2 * EARTH_RADIUS * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))
