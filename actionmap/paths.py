"""Where everything is: every folder, file name and environment variable, each once."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_SHIPPED = PACKAGE / "shipped"
_IS_INSTALLED = _SHIPPED.is_dir()
PROJECT = _SHIPPED if _IS_INSTALLED else PACKAGE.parent
"""What stands beside the package in a checkout, and in the package once it is installed."""
STATIC = PROJECT / "static"
"""What the browser loads as files."""
LABELS = STATIC / "labels"
"""Names on the basemap; in a language's folder what it calls the towns that it calls otherwise."""
LOCALES = PROJECT / "locales"
"""The catalogues: a folder for each language."""
GAZETTEER_FOLDER = PROJECT / "data" / "gazetteer"
FONTS = PROJECT / "data" / "fonts"
"""The fonts of pictures, for scripts that this machine may have none for."""
TEMPLATES = PACKAGE / "publish" / "templates"
STYLE_SHEET = PACKAGE / "ui" / "style.css"

SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS = "campaign.toml", "actions.csv", "organizations.csv", "claims.csv"
"""The files of a campaign folder; organizations and claims may be missing."""
GEOCODES = "geocodes.csv"
"""The file of pins, in `geocode_cache/` and in a campaign that leaves as a ZIP file."""

CAMPAIGN_VARIABLE = "ACTIONMAP_CAMPAIGN"
GEOCODE_CACHE_VARIABLE = "ACTIONMAP_GEOCODE_CACHE"
SOURCE_CACHE_VARIABLE = "ACTIONMAP_SOURCE_CACHE"
MOST_VISITORS_VARIABLE = "ACTIONMAP_MOST_VISITORS"
METRICS_TOKEN_VARIABLE = "ACTIONMAP_METRICS_TOKEN"  # noqa: S105 (its name)
EMBEDDERS_VARIABLE = "ACTIONMAP_EMBEDDERS"
LOCAL_VARIABLE = "ACTIONMAP_LOCAL"
"""Set where only the keeper of the list can reach this server: corrections are then written."""


def campaign_folder() -> Path:
    """Return the folder that ``ACTIONMAP_CAMPAIGN`` names, or else the project's own `data/`."""
    return Path(os.environ.get(CAMPAIGN_VARIABLE) or PROJECT / "data")


def geocode_cache() -> Path:
    """Return the file of pins: ``ACTIONMAP_GEOCODE_CACHE`` or else the project's or the user's own."""
    return Path(os.environ.get(GEOCODE_CACHE_VARIABLE) or _written() / "geocode_cache" / GEOCODES)


def shipped_pins() -> Path | None:
    """Return the pins shipped with an installed package, used after the user's own; None if there is only one file."""
    alone = os.environ.get(GEOCODE_CACHE_VARIABLE) or not _IS_INSTALLED
    return None if alone else PROJECT / "geocode_cache" / GEOCODES


def source_cache() -> Path:
    """Return the folder of last good lists: ``ACTIONMAP_SOURCE_CACHE`` or else the project's or the user's own."""
    return Path(os.environ.get(SOURCE_CACHE_VARIABLE) or _written() / "source_cache")


def _written() -> Path:
    """Return the folder for what is written: the checkout, or the user's own folder for this program."""
    if not _IS_INSTALLED:
        return PROJECT
    from typer import get_app_dir  # here, because it takes nearly as long as the gazetteer's first answer

    return Path(get_app_dir("actionmap"))


def is_keeper() -> bool:
    """Tell whether only the keeper of the list can reach this server."""
    return bool(os.environ.get(LOCAL_VARIABLE))
