"""Subdivisions: names for the region codes that lists give ("HI" of "US" is Hawaii)."""

from functools import cache

from actionmap.paths import GAZETTEER_FOLDER
from actionmap.world.countries import country_name
from actionmap.world.territories import TERRITORIES
from actionmap.world.town_names import town_name


def region_name(country: str, region: str, language: str = "") -> str:
    """Return the name of a country's region; a text that is neither code nor name of one stays as it is.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2 code.
    region
        The region as a list gives it: an ISO 3166-2 code with or without the country's, or a name.
    language
        In which language; empty is that spoken.
    """
    code = region.strip().upper().removeprefix(f"{country}-")
    if TERRITORIES.get(code) == country:
        return country_name(code, language)
    return town_name(_names().get((country, code), region), f"{country}-", language, local=False)


@cache
def _names() -> dict[tuple[str, str], str]:
    """Return (country, code) → name; of GeoNames (CC BY 4.0)."""
    import pyarrow.parquet as pq  # not before it is needed: it takes a tenth of a second

    columns = ["country", "admin1", "code", "name"]
    areas = pq.ParquetFile(GAZETTEER_FOLDER / "areas.parquet").read(columns, use_threads=False).to_pylist()
    return {(area["country"], area["code"]): area["name"] for area in areas if area["admin1"]}
