"""The map's script is built from its sources: whoever changes them runs ``make map``."""

import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["map.js", "deck.js"])
def test_the_script_is_of_these_sources(name):
    sources = sorted(path for path in (ROOT / "map").iterdir() if path.suffix in {".js", ".css", ".mjs", ".json"})
    digest = hashlib.sha256()
    for path in sources:
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    script = (ROOT / "static" / name).read_text(encoding="utf-8")
    assert script.startswith(f"/* {digest.hexdigest()} "), "Run: make map"
