"""Preparing: from the bytes of a list to a campaign with pinned actions, in a process of its own.

A thread would make every page wait: while Python reads rows in one thread, the others get their turns late. Run by
itself (`python -m actionmap.preparing FOLDER`), this reads what it needs from standard input and writes the outcome.
"""

import os
import pickle
import subprocess
import sys
from pathlib import Path

from actionmap.campaign.folder import Campaign, Files, ListedCampaign, load_campaign
from actionmap.campaign.table import ActionTable
from actionmap.errors import ActionMapError
from actionmap.paths import PACKAGE
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions

Loaded = tuple[Campaign, ActionTable]
"""A campaign, and the table that has its actions."""

_PATIENCE = 600.0
"""Seconds after which a list is given up."""
_NICENESS = 10
"""How far the process stands back behind those that serve pages."""


def pinned(listed: ListedCampaign, gazetteer: Gazetteer) -> Loaded:
    """Give the actions of a campaign their pins, and leave them to the table alone.

    While a list is taken over from another process, every page waits: for the columns of a table a tenth as long as for
    the actions themselves, which would also take more than twice the memory.
    """
    campaign, actions = listed
    frame = pin_actions(actions, OfflineGeocoder(gazetteer), PinCache())
    return campaign, ActionTable(frame, campaign.organizations)


def prepare(folder: Path, content: bytes, files: Files | None = None) -> Loaded:
    """Do what `load_campaign` does and pin the actions, without keeping this process from its work.

    Raises
    ------
    ActionMapError
        What `load_campaign` or `Gazetteer` raise.
    RuntimeError, subprocess.TimeoutExpired
        The other process crashed, or ran out of time.
    """
    path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "actionmap.preparing", str(folder)]
    environment = os.environ | {"PYTHONPATH": path}
    given = pickle.dumps((content, files))
    done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=_PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(f"preparing the list ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    outcome: Loaded | ActionMapError = pickle.loads(done.stdout)  # noqa: S301 (our own process has written it)
    if isinstance(outcome, ActionMapError):
        raise outcome
    return outcome


def main() -> None:
    """Prepare the list, and the files beside it, on standard input for the folder that is named."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    outcome: Loaded | ActionMapError
    try:
        content, files = pickle.load(sys.stdin.buffer)  # noqa: S301 (our own process has written it)
        outcome = pinned(load_campaign(Path(sys.argv[1]), content, files), Gazetteer())
    except ActionMapError as error:
        outcome = error
    pickle.dump(outcome, sys.stdout.buffer)


if __name__ == "__main__":
    main()
