"""Campaign: a day of action as one folder of files, loaded, checked and frozen."""

import datetime as dt
import hashlib
import os
import re
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from actionmap._values import Date, Text, Url
from actionmap.actions import Action, read_actions
from actionmap.claims import Claim, ClaimList, read_claims
from actionmap.errors import CampaignError, UnreadableListError
from actionmap.nominatim_settings import NominatimSettings
from actionmap.organizations import Organization, OrganizationList, read_organizations
from actionmap.records import Problem
from actionmap.sources import DatabaseSettings, FileSettings, HttpsSettings, SourceSettings

FOLDER_VARIABLE = "ACTIONMAP_CAMPAIGN"
"""The environment variable that names another campaign folder."""

SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS = "campaign.toml", "actions.csv", "organizations.csv", "claims.csv"
"""The files of a campaign folder; organizations and claims may be missing."""


class MapStart(BaseModel):
    """What the map shows at first: its centre in decimal degrees (WGS 84) and its zoom level."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    latitude: float = Field(20.0, ge=-85, le=85, description="a number from -85 to 85")
    longitude: float = Field(0.0, ge=-180, le=180, description="a number from -180 to 180")
    zoom: float = Field(1.0, ge=0, le=20, description="a number from 0 (the world) to 20 (a house)")


class Settings(BaseModel):
    """What `campaign.toml` says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[Text, Field(min_length=1, description="the campaign's title in quotation marks")]
    standfirst: Text = Field("", description="a sentence or two under the title, in quotation marks")
    date: Date = Field(description="the day of action, as 2024-03-02; the date of every action that gives none")
    collected: Date | None = Field(
        None, description="the day on which the lists were last brought up to date, as 2024-03-09"
    )
    call_url: Url | None = Field(None, description="the address of the call, beginning with https:// or http://")
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}([-_]\w+)*$")], ...] = Field(
        ("en",), min_length=1, description='the codes of the languages to offer, the first by default, as ["en", "es"]'
    )
    map: MapStart = Field(MapStart(), description="a table [map] with latitude, longitude and zoom")
    source: SourceSettings | None = Field(
        None,
        discriminator="kind",
        description="a table [source] that says where the list of actions is kept; without it, that is actions.csv",
    )
    nominatim: NominatimSettings = Field(
        NominatimSettings(), description="a table [nominatim] that says how places are asked for online"
    )


_TABLES: dict[str, type[BaseModel]] = {
    "map": MapStart,
    "source.file": FileSettings,
    "source.https": HttpsSettings,
    "source.database": DatabaseSettings,
    "nominatim": NominatimSettings,
}
"""Where pydantic says that a mistake is → the model of that table of `campaign.toml`."""


@dataclass(frozen=True)
class Campaign:
    """A day of action and what is known of it.

    Parameters
    ----------
    folder
        Where it was loaded from.
    title, standfirst, date, collected, call_url, languages, map
        What `campaign.toml` says, see `Settings`.
    actions
        The usable actions, in the list's order.
    organizations
        Organization id → organization, in the list's order. Empty without `organizations.csv`: the actions then hold
        whatever their list says of organizers and callers.
    claims
        What has been said about its reach.
    problems
        What should be mended in its lists; each knows its file.
    version
        Eight hexadecimal digits that change whenever any of its files does: to cite the state of the data.
    suggestions
        How many rows of its list are only suggested, and so no actions.
    """

    folder: Path
    title: str
    standfirst: str
    date: dt.date
    collected: dt.date | None
    call_url: str | None
    languages: tuple[str, ...]
    map: MapStart
    actions: tuple[Action, ...]
    organizations: Mapping[str, Organization]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    version: str
    suggestions: int = 0


def campaign_folder() -> Path:
    """Return the folder that `ACTIONMAP_CAMPAIGN` names, or else the project's own `data/`."""
    return Path(os.environ.get(FOLDER_VARIABLE) or Path(__file__).parent.parent / "data")


def load_campaign(folder: Path, content: bytes | None = None) -> Campaign:
    """Load a campaign folder.

    Parameters
    ----------
    folder
        Holds `campaign.toml` and, where that names no other source, `actions.csv`; and where they exist
        `organizations.csv` and `claims.csv`.
    content
        The list of actions where it has been fetched already; None fetches it from where it is kept.

    Raises
    ------
    CampaignError
        A needed file is missing, a list cannot be read at all, or `campaign.toml` is wrong; the message names file and
        key and says what to write.
    SourceError
        The list cannot be fetched from the source that `campaign.toml` names.
    """
    settings = read_settings(folder / SETTINGS)
    source = settings.source.source(folder) if settings.source else None
    if content is None and source:
        content = source.fetch().content
    elif content is None and not (folder / ACTIONS).is_file():
        raise CampaignError(f"{folder} has no {ACTIONS}. Put the list of actions there under this name.")
    try:
        organizations = _organizations(folder)
        by_id = {organization.id: organization for organization in organizations.organizations}
        claims = _claims(folder, by_id)
        known = organizations.organizations if (folder / ORGANIZATIONS).is_file() else None
        listed = folder / ACTIONS if content is None else content
        name = source.name if source else ACTIONS
        actions = read_actions(listed, organizations=known, default_date=settings.date, name=name)
    except UnreadableListError as error:
        raise CampaignError(str(error)) from error
    return Campaign(
        folder=folder,
        title=settings.title,
        standfirst=settings.standfirst,
        date=settings.date,
        collected=settings.collected,
        call_url=settings.call_url,
        languages=settings.languages,
        map=settings.map,
        actions=actions.actions,
        organizations=by_id,
        claims=claims.claims,
        problems=actions.problems + organizations.problems + claims.problems,
        version=_version(folder, content),
        suggestions=actions.suggestions,
    )


def read_settings(path: Path) -> Settings:
    """Read and check a `campaign.toml`.

    Raises
    ------
    CampaignError
        The file is missing, is not TOML, or a key is missing, unknown or wrong.
    """
    try:
        return Settings.model_validate(tomllib.loads(path.read_bytes().decode("utf-8-sig")))
    except OSError as error:
        raise CampaignError(f"{path} cannot be read: {error.strerror}. A campaign folder needs this file.") from error
    except ValidationError as error:
        raise CampaignError(f"{path.name}: {' '.join(map(_explained, error.errors(include_url=False)))}") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise CampaignError(f'{path.name} is not TOML in UTF-8: {error}. Write lines such as title = "…".') from error


def _explained(mistake: ErrorDetails) -> str:
    """Say which key is wrong and what to write, in a sentence."""
    key = ".".join(map(str, mistake["loc"]))
    shown = re.sub(r"^source\.(file|https|database)\b", "source", key)
    table = next((name for name in _TABLES if key.startswith(f"{name}.")), "")
    fields = _TABLES[table].model_fields if table else Settings.model_fields
    if mistake["type"] == "extra_forbidden":
        return f"The key {shown} is unknown: write one of {', '.join(fields)}."
    if mistake["type"].startswith("union_tag"):
        return f"The key source.kind is missing or wrong: write {FileSettings.model_fields['kind'].description}."
    field = fields[key.removeprefix(f"{table}.").split(".")[0]]
    wrong = "is missing" if mistake["type"] == "missing" else f"is wrong ({mistake['msg']})"
    return f"The key {shown} {wrong}: write {field.description}."


def _organizations(folder: Path) -> OrganizationList:
    path = folder / ORGANIZATIONS
    return read_organizations(path) if path.is_file() else OrganizationList((), ())


def _claims(folder: Path, organizations: Container[str]) -> ClaimList:
    path = folder / CLAIMS
    return read_claims(path, organizations=organizations) if path.is_file() else ClaimList((), ())


def _version(folder: Path, actions: bytes | None) -> str:
    digest = hashlib.sha256()
    for name in (SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS):
        content = (folder / name).read_bytes() if (folder / name).is_file() else b""
        content = actions if name == ACTIONS and actions is not None else content
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:8]
