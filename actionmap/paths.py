"""Where everything is: every folder, file name and environment variable, each once."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
STATIC = PROJECT / "static"
"""What the browser loads as files."""
GAZETTEER_FOLDER = PROJECT / "data" / "gazetteer"
TEMPLATES = PROJECT / "actionmap" / "publish" / "templates"
STYLE_SHEET = PROJECT / "actionmap" / "ui" / "style.css"

SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS = "campaign.toml", "actions.csv", "organizations.csv", "claims.csv"
"""The files of a campaign folder; organizations and claims may be missing."""
GEOCODES = "geocodes.csv"
"""The file of pins, in `geocode_cache/` and in a campaign that leaves as a ZIP file."""

CAMPAIGN_VARIABLE = "ACTIONMAP_CAMPAIGN"
GEOCODE_CACHE_VARIABLE = "ACTIONMAP_GEOCODE_CACHE"
SOURCE_CACHE_VARIABLE = "ACTIONMAP_SOURCE_CACHE"
LOCAL_VARIABLE = "ACTIONMAP_LOCAL"
"""Set where only the keeper of the list can reach this server: corrections are then written."""


def campaign_folder() -> Path:
    """Return the folder that ``ACTIONMAP_CAMPAIGN`` names, or else the project's own `data/`."""
    return Path(os.environ.get(CAMPAIGN_VARIABLE) or PROJECT / "data")


def geocode_cache() -> Path:
    """Return the file that ``ACTIONMAP_GEOCODE_CACHE`` names, or else the project's own."""
    return Path(os.environ.get(GEOCODE_CACHE_VARIABLE) or PROJECT / "geocode_cache" / GEOCODES)


def source_cache() -> Path:
    """Return the folder for last good lists that ``ACTIONMAP_SOURCE_CACHE`` names, or else the project's own."""
    return Path(os.environ.get(SOURCE_CACHE_VARIABLE) or PROJECT / "source_cache")


def is_keeper() -> bool:
    """Tell whether only the keeper of the list can reach this server."""
    return bool(os.environ.get(LOCAL_VARIABLE))
