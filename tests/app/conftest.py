"""What the tests of the pages share: an app that runs without a browser."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner

ROOT = Path(__file__).parents[2]

OpenApp = Callable[..., AppTest]

_scan_once = cache(manifest_scanner.scan_component_manifests)
"""Streamlit looks through all installed packages for components; for every `AppTest` anew."""
_scripts = ScriptCache()
"""A server compiles each page once; an `AppTest` for every run."""


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch) -> OpenApp:
    """Open a page of a campaign (the shipped one if none is named) with a query."""

    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", _scan_once)
    monkeypatch.setattr(local_script_runner, "ScriptCache", lambda: _scripts)

    def open_page(query: dict[str, Any] | None = None, *, page: str = "map", campaign: Path | None = None) -> AppTest:
        monkeypatch.setenv("ACTIONMAP_CAMPAIGN", str(campaign or ""))
        app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
        app.context = {"theme": "light", "timezone": "Europe/Paris", "url": "http://localhost/"}
        app.query_params = query or {}
        app.run()
        if page != "map":
            app.switch_page(f"pages/{page}.py").run()
        return app

    return open_page
