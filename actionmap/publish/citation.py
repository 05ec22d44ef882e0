"""How to cite the data, with its date and version, as text and as BibTeX; and whom the pins are owed to."""

from typing import NamedTuple

import pandas as pd

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import sourced
from actionmap.languages import say, say_many, sentences, strung
from actionmap.publish.terms import SAID, pair
from actionmap.world.place import CREDITS, FoundBy

_TEX = {character: f"\\{character}" for character in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_WITH_SOURCE = pair(SAID["pictures"]["with-source"])


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
    named = f"{campaign.settings.publisher}. {campaign.settings.title}."
    return sentences(named, _data(campaign), f"{shown}.", url)


def bibtex(campaign: Campaign, url: str, shown: str) -> str:
    """Return the same as a BibTeX entry."""
    year = (campaign.settings.collected or campaign.settings.date).year
    return (
        f"@misc{{actionmap-{campaign.version},\n"
        f"  title = {{{{{_tex(campaign.settings.title)}}}}},\n"
        f"  author = {{{{{_tex(campaign.settings.publisher)}}}}},\n"
        f"  year = {{{year}}},\n"
        f"  note = {{{_tex(sentences(_data(campaign), shown))}}},\n"
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
    at = (settings.address or "").split("://")[-1].rstrip("/")
    publisher = strung((settings.publisher, at))
    credit = sentences(f"{publisher}.", with_source(actions), _data(campaign))
    line = say("{date} · {shown}", date=settings.date, shown=shown)
    return Imprint(settings.title, line, credit, settings.address or "")


def with_source(actions: pd.DataFrame) -> str:
    """Say how many of these actions have a public source, in a sentence."""
    number = int(sourced(actions).sum())
    if number == len(actions):
        return say("Each action with its public source.") if number else ""
    return say_many(*_WITH_SOURCE, len(actions), some=number)


def places_credit(actions: pd.DataFrame) -> str:
    """Return whose data the pins of these rows of `ActionTable.frame` are, with the licences."""
    online = actions["geocoder"].eq(FoundBy.NOMINATIM).any()
    return strung(dict.fromkeys(CREDITS.values()) if online else [CREDITS[FoundBy.GAZETTEER]])


def _data(campaign: Campaign) -> str:
    version, collected = campaign.version, campaign.settings.collected
    if collected:
        return say("Data version {version}, collected until {date}.", version=version, date=collected)
    return say("Data version {version}.", version=version)


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)
