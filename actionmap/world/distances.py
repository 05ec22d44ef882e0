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
        The one point, WGS 84 decimal degrees; or as many as there are others, and the distances are pair by pair.
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


def unit_vectors(latitudes: Degrees, longitudes: Degrees) -> npt.NDArray[np.float64]:
    """Return points on the unit sphere, shape (n, 3), of WGS 84 decimal degrees, shape (n,)."""
    phi, lam = np.radians(latitudes), np.radians(longitudes)
    return np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])


def chord_of(km: npt.ArrayLike) -> npt.NDArray[Any]:
    """Return the straight distances on the unit sphere of great-circle distances in km."""
    return np.asarray(2 * np.sin(np.minimum(np.divide(km, 2 * EARTH_RADIUS), np.pi / 2)))


def km_of(chord: npt.ArrayLike) -> npt.NDArray[Any]:
    """Return the great-circle distances in km of straight distances on the unit sphere; infinity stays infinity."""
    chords = np.asarray(chord, dtype=float)
    km = 2 * EARTH_RADIUS * np.arcsin(np.clip(chords / 2, 0, 1))
    return np.where(np.isinf(chords), np.inf, km)
