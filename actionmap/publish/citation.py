"""How to cite the data, with its date and version, as text and as BibTeX; and whom the pins are owed to."""

from typing import NamedTuple

import pandas as pd

from actionmap.campaign.folder import Campaign
from actionmap.text import count
from actionmap.world.place import CREDITS, FoundBy
from actionmap.world.times import short_date

_TEX = {character: f"\\{character}" for character in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citation(campaign: Campaign, url: str, shown: str) -> str:
    """Return how to cite what is shown, as text.

    Parameters
    ----------
    campaign
        The data.
    url
        Where it can be seen again.
    shown
        What of it is meant, as "2 of 110 actions".
    """
    return f"{campaign.settings.publisher}. {campaign.settings.title}. {_data(campaign)}. {shown}. {url}"


def bibtex(campaign: Campaign, url: str, shown: str) -> str:
    """Return the same as a BibTeX entry."""
    year = (campaign.settings.collected or campaign.settings.date).year
    return (
        f"@misc{{actionmap-{campaign.version},\n"
        f"  title = {{{{{_tex(campaign.settings.title)}}}}},\n"
        f"  author = {{{{{_tex(campaign.settings.publisher)}}}}},\n"
        f"  year = {{{year}}},\n"
        f"  note = {{{_tex(f'{_data(campaign)}. {shown}')}}},\n"
        f"  howpublished = {{\\url{{{url}}}}},\n"
        "}"
    )


class Imprint(NamedTuple):
    """What a picture says of itself, so that it stands alone.

    Parameters
    ----------
    title
        The campaign's.
    line
        The day, and what is shown: “2 March 2024 · 12 of 110 actions: Austria”.
    credit
        Who publishes it and where, how its actions are sourced, and the state of the data, in sentences.
    address
        Where the map is, for a QR code; empty where that is not known.
    """

    title: str
    line: str
    credit: str
    address: str = ""


def imprint(campaign: Campaign, actions: pd.DataFrame, shown: str) -> Imprint:
    """Return what a picture of these rows of `ActionTable.frame` says of itself."""
    settings = campaign.settings
    day = f"{settings.date.day} {settings.date:%B} {settings.date.year}"
    at = (settings.address or "").split("://")[-1].rstrip("/")
    credit = f"{', '.join(filter(None, (settings.publisher, at)))}. {sourced(actions)} {_data(campaign)}."
    return Imprint(settings.title, f"{day} · {shown}", credit, settings.address or "")


def sourced(actions: pd.DataFrame) -> str:
    """Say how many of these actions have a public source, in a sentence."""
    number = int((actions["source_url"].fillna("") != "").sum())
    if number == len(actions):
        return "Each action with its public source." if number else ""
    return f"{number:,} of {count(len(actions), 'action')} with a public source."


def places_credit(actions: pd.DataFrame) -> str:
    """Return whose data the pins of these rows of `ActionTable.frame` are, with the licences."""
    online = actions["geocoder"].eq(FoundBy.NOMINATIM).any()
    return ", ".join(dict.fromkeys(CREDITS.values()) if online else [CREDITS[FoundBy.GAZETTEER]])


def _data(campaign: Campaign) -> str:
    collected = campaign.settings.collected
    until = f", collected until {short_date(collected)} {collected.year}" if collected else ""
    return f"Data version {campaign.version}{until}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)
