"""Your own campaign: a list turned into a campaign in memory, and a folder to host it."""

import datetime as dt
import hashlib
import io
import json
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pandas as pd

from actionmap.campaign.actions import Action, ActionList
from actionmap.campaign.folder import Campaign, ListedCampaign
from actionmap.campaign.organizations import TIES, Organization
from actionmap.campaign.settings import Settings
from actionmap.campaign.table import records
from actionmap.languages import mark, say, speaking
from actionmap.lists.reading import to_cells
from actionmap.paths import ACTIONS, GEOCODES, ORGANIZATIONS, SETTINGS
from actionmap.text import csv_file, fold, one_line, slug
from actionmap.world.place import COLUMNS, OFFLINE, Candidate, Pin, Place
from actionmap.world.times import When

_TEXTS = tomllib.loads(Path(__file__).with_name("own.toml").read_text("utf-8"))
"""The word to a host, and lists to start from."""
HEADERS: dict[str, str] = _TEXTS["headers"]
"""Language → the header of its template."""
UNNAMED = mark("Your list")
"""The title of a list that has none."""


def own_campaign(listed: ActionList, known: Mapping[str, Organization], *, title: str, day: dt.date) -> ListedCampaign:
    """Make a campaign of a list.

    Parameters
    ----------
    listed
        The list as it was read.
    known
        Organizations that its texts may mean, by id or by name; any other text is the name of a local organization.
    title, day
        What to call it, and its day.
    """
    names = dict.fromkeys(text for action in listed.actions for tie in TIES.values() for text in getattr(action, tie))
    ids = _ids(names, known)
    actions = tuple(
        action.model_copy(update={tie: tuple(ids[text] for text in getattr(action, tie)) for tie in TIES.values()})
        for action in listed.actions
    )
    used = {id_: known.get(id_) or Organization(id=id_, name=text) for text, id_ in ids.items()}
    used |= {one.parent: known[one.parent] for one in used.values() if one.parent in known}
    content = repr((title, day, listed.actions)).encode()
    campaign = Campaign(
        settings=Settings(title=one_line(title) or say(UNNAMED), date=day),
        organizations=used,
        claims=(),
        problems=listed.problems,
        version=hashlib.sha256(content).hexdigest()[:8],
    )
    return ListedCampaign(campaign, actions)


def _ids(names: Iterable[str], known: Mapping[str, Organization]) -> dict[str, str]:
    """Return text → id of the organization that it means: a known one's, or a new one made of the text."""
    by_name = {fold(one.name): one.id for one in known.values()}
    ids: dict[str, str] = {}
    taken, uses = {*known}, Counter[str]()
    for text in names:
        id_ = text if text in known else by_name.get(fold(text))
        while not id_:
            plain = slug(text)[:80] or "organization"
            uses[plain] += 1
            free = f"{plain}-{uses[plain]}" if uses[plain] > 1 else plain
            id_ = free if free not in taken else ""
        taken.add(id_)
        ids[text] = id_
    return ids


def usual_day(listed: ActionList) -> dt.date | None:
    """Return the date of most actions of a list; None where it has no action."""
    return next((day for day, _ in Counter(action.date for action in listed.actions).most_common(1)), None)


def campaign_zip(listed: ListedCampaign, pinned: pd.DataFrame) -> bytes:
    """Write a campaign as a folder, packed: `campaign.toml`, `actions.csv`, `organizations.csv` and a word to the host.

    Pins that the gazetteer would not find again lie beside them as `geocodes.csv`. A text that a spreadsheet would take
    for a formula gets an apostrophe before it.

    Parameters
    ----------
    listed
        The campaign.
    pinned
        Its actions with their pins, as `pin_actions` returns them.
    """
    campaign, actions = listed
    local = records(pinned[list(When._fields)])
    actions = tuple(action.model_copy(update=when) for action, when in zip(actions, local, strict=True))
    title = json.dumps(campaign.settings.title, ensure_ascii=False)
    files: dict[str, str | bytes] = {
        "README.txt": "\n\n".join(f"{subject}\n    {say(said)}" for subject, said in _TEXTS["readme"].items()) + "\n",
        SETTINGS: f"title = {title}\ndate = {campaign.settings.date}\n",
        ACTIONS: _csv(Action.model_fields, map(to_cells, actions)),
        ORGANIZATIONS: _csv(Organization.model_fields, map(to_cells, campaign.organizations.values())),
    }
    pins = _pins(pinned)
    if pins:
        files[GEOCODES] = _csv(COLUMNS, (pin.cells() for pin in pins))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"campaign/{name}", content)
    return packed.getvalue()


def _pins(actions: pd.DataFrame) -> list[Pin]:
    """Return the pins that a person or an online geocoder gave, each place once."""
    given = actions[~actions["geocoder"].isin(["", *OFFLINE])].drop_duplicates(list(Place._fields))
    return [
        replace(
            Pin.of(Place.of(row | {"country": row["listed_country"]}), Candidate.of(row)),
            source=row["source"],
            uncertainty_m=None if pd.isna(row["uncertainty_m"]) else row["uncertainty_m"],
        )
        for row in records(given)
    ]


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    names = list(columns)
    return csv_file(names, ([_cell(name, row[name]) for name in names] for row in rows))


def _cell(name: str, text: str) -> str | Decimal:
    """Return degrees as a number, whose sign begins no formula."""
    return Decimal(text) if text and name in ("latitude", "longitude") else text


def template(language: str) -> bytes:
    """Return a list to start from, like `text.csv_file`, in a language of `HEADERS`."""
    with speaking(language):
        names = {key: say(name) for key, name in _TEXTS["names"].items()}
    rows = ([cell.format_map(names) for cell in row] for row in _TEXTS["rows"]["all"])
    return csv_file(HEADERS[language].split(","), rows)


def with_places(listed: ActionList, accepted: Mapping[tuple[str, str, str], str]) -> ActionList:
    """Return a list whose places are those that were accepted instead.

    Parameters
    ----------
    accepted
        Locality, region and country as the list has them → the suggestion, as "Marseille, Provence, France".
    """

    def meant(action: Action) -> Action:
        locality, region = action.locality, action.region
        for _ in accepted:  # what was accepted for a place may have been corrected in turn
            option = accepted.get((locality, region, action.country))
            if not option:
                break
            locality, *within, _ = option.split(", ")
            region = ", ".join(within)
        return action.model_copy(update={"locality": locality, "region": region})

    return replace(listed, actions=tuple(map(meant, listed.actions)))
