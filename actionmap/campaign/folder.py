"""Campaign: a day of action as one folder of files, loaded, checked and frozen."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.claims import Claim, read_claims
from actionmap.campaign.organizations import Organization, read_organizations
from actionmap.campaign.settings import Settings, read_settings
from actionmap.errors import ActionMapError, CampaignError, UnreadableListError, reason
from actionmap.languages import ENGLISH
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.lists.reading import Checked
from actionmap.lists.tables import MOST_BYTES
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


Files = Mapping[str, bytes]
"""Name of a file of a campaign folder → what it holds."""


def load_campaign(folder: Path, content: bytes | None = None, files: Files | None = None) -> ListedCampaign:
    """Load a campaign folder as `read_campaign` does, without what is said of its list."""
    campaign, listed = read_campaign(folder, content, files)
    return ListedCampaign(campaign, listed.actions)


def read_campaign(
    folder: Path, content: bytes | None = None, files: Files | None = None
) -> tuple[Campaign, ActionList]:
    """Read a campaign folder.

    Parameters
    ----------
    folder
        Holds `campaign.toml` and, where that names no other source, `actions.csv`; and where they exist
        `organizations.csv` and `claims.csv`.
    content
        The list of actions where it has been fetched already; None fetches it from where it is kept.
    files
        What its files hold, as `usable_files` returns it; None reads them.

    Raises
    ------
    CampaignError
        A needed file is missing, a list cannot be read at all, or `campaign.toml` is wrong; the message names file and
        key and says what to write.
    SourceError
        The list cannot be fetched from the source that `campaign.toml` names.
    """
    if files is None:
        files = {name: held for name in _COMPANIONS if (held := _held(folder / name)) is not None}
    settings = read_settings(files.get(SETTINGS, folder / SETTINGS))
    source = settings.source.source(folder) if settings.source else None
    if content is None:
        content = source.fetch().content if source else _held(folder / ACTIONS)
    if content is None:
        raise CampaignError.of("no-list", name=ACTIONS)
    try:
        organizations = _organizations(files)
        claims = _claims(files, organizations.records, settings.language)
        known = organizations.records if ORGANIZATIONS in files else None
        name = source.name if source else ACTIONS
        actions = read_actions(content, organizations=known, default_date=settings.date, name=name)
    except UnreadableListError as error:
        raise CampaignError(error.message, error.values) from error
    campaign = Campaign(
        settings=settings,
        organizations={one.id: one for one in organizations.records},
        claims=claims.records,
        problems=actions.problems + organizations.problems + claims.problems,
        version=_version({**files, ACTIONS: content}),
        suggestions=actions.suggestions,
    )
    return campaign, actions


def usable_files(folder: Path, last: Files) -> tuple[Files, tuple[ActionMapError, ...]]:
    """Read the files of a campaign folder besides its list of actions, each by itself.

    Parameters
    ----------
    folder
        The campaign folder.
    last
        What was usable of it before: it stands in for a file that is missing now, cannot be used, or has lost more than
        half of its rows, unless `campaign.toml` says that this is another campaign.

    Returns
    -------
    files : Files
        What can be used.
    problems : tuple of ActionMapError
        Why a file cannot be.

    Raises
    ------
    CampaignError
        There is no usable `campaign.toml`, and has not been any.
    """
    files: dict[str, bytes] = {}
    problems: list[ActionMapError] = []
    for name, size_of in _COMPANIONS.items():
        try:
            held = _held(folder / name)
            if held is None and (name in last or name == SETTINGS):
                raise CampaignError.of("missing", name=name)
            if held is not None:
                problem = loss(
                    name, size_of(files | {name: held}), size_of({**files, **last}) if name in last else _NONE
                )
                if problem:
                    raise CampaignError.of("if-meant", problem=problem)
                files[name] = held
                if name == SETTINGS and last and not read_settings(held).are_of(read_settings(last[name])):
                    last = {}
        except ActionMapError as error:
            if name in last:
                files[name] = last[name]
            elif name == SETTINGS:
                raise
            problems.append(CampaignError.of("last-stays" if name in last else "others-stay", error=error))
    return files, tuple(problems)


class Size(NamedTuple):
    """How many usable rows a list has, and whether it ends in the middle of one."""

    rows: int
    cut_off: bool

    @classmethod
    def of(cls, rows: Sized, problems: Iterable[Problem], file: str) -> "Size":
        """Return the size of a list whose problems are among these."""
        return cls(len(rows), any(one.kind is ProblemKind.CUT_OFF and one.file == file for one in problems))


def loss(name: str, now: Size, before: Size) -> CampaignError | None:
    """Return what a list has lost that hardly anybody meant to remove; None where there is no such loss."""
    if now.rows * 2 < before.rows or (now.rows < before.rows and now.cut_off):
        kind = "shorter-and-cut-off" if now.cut_off else "shorter"
        return CampaignError.of(kind, name=name, now=now.rows, before=before.rows)
    return None


_NONE = Size(0, cut_off=False)


def _held(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe may never end, nor does a device
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CampaignError.of("unreadable", name=path.name, reason=reason(error)) from error


def _organizations(files: Files) -> Checked[Organization]:
    content = files.get(ORGANIZATIONS)
    return Checked((), ()) if content is None else read_organizations(content, name=ORGANIZATIONS)


def _claims(files: Files, organizations: Iterable[Organization], language: str = ENGLISH) -> Checked[Claim]:
    if (content := files.get(CLAIMS)) is None:
        return Checked((), ())
    return read_claims(content, organizations={one.id for one in organizations}, language=language, name=CLAIMS)


_COMPANIONS: dict[str, Callable[[Files], Size]] = {
    SETTINGS: lambda files: Size.of(read_settings(files[SETTINGS]).titles, (), SETTINGS),
    ORGANIZATIONS: lambda files: Size.of(*_organizations(files), ORGANIZATIONS),
    CLAIMS: lambda files: Size.of(*_claims(files, _organizations(files).records), CLAIMS),
}
"""The files beside the list of actions → how large they are; a file needs those before it."""


def _version(files: Files) -> str:
    digest = hashlib.sha256()
    for name in (SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS):
        content = files.get(name, b"")
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:8]
