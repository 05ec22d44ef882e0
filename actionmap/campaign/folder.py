"""Campaign: a day of action as one folder of files, loaded, checked and frozen."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.claims import Claim, ClaimList, read_claims
from actionmap.campaign.organizations import Organization, OrganizationList, read_organizations
from actionmap.campaign.settings import Settings, read_settings
from actionmap.errors import CampaignError, UnreadableListError
from actionmap.lists.problems import Problem
from actionmap.paths import ACTIONS, CLAIMS, ORGANIZATIONS, SETTINGS


@dataclass(frozen=True)
class Campaign:
    """A day of action and what is known of it, except its actions, which are in an `ActionTable`.

    Parameters
    ----------
    settings
        What `campaign.toml` says.
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

    settings: Settings
    organizations: Mapping[str, Organization]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    version: str
    suggestions: int = 0


class ListedCampaign(NamedTuple):
    """A campaign with its usable actions, in the list's order, which have no pins yet."""

    campaign: Campaign
    actions: tuple[Action, ...]


def load_campaign(folder: Path, content: bytes | None = None) -> ListedCampaign:
    """Load a campaign folder as `read_campaign` does, without what is said of its list."""
    campaign, listed = read_campaign(folder, content)
    return ListedCampaign(campaign, listed.actions)


def read_campaign(folder: Path, content: bytes | None = None) -> tuple[Campaign, ActionList]:
    """Read a campaign folder.

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
    campaign = Campaign(
        settings=settings,
        organizations=by_id,
        claims=claims.claims,
        problems=actions.problems + organizations.problems + claims.problems,
        version=_version(folder, content),
        suggestions=actions.suggestions,
    )
    return campaign, actions


def _organizations(folder: Path) -> OrganizationList:
    path = folder / ORGANIZATIONS
    return read_organizations(path) if path.is_file() else OrganizationList((), ())


def _claims(folder: Path, organizations: Collection[str]) -> ClaimList:
    path = folder / CLAIMS
    return read_claims(path, organizations=organizations) if path.is_file() else ClaimList((), ())


def _version(folder: Path, actions: bytes | None) -> str:
    digest = hashlib.sha256()
    for name in (SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS):
        content = (folder / name).read_bytes() if (folder / name).is_file() else b""
        content = actions if name == ACTIONS and actions is not None else content
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:8]
