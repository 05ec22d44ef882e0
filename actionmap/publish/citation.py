"""How to cite the data, with its date and version, as text and as BibTeX; and whom the pins are owed to."""

import pandas as pd

from actionmap.campaign.folder import Campaign
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
    return f"Action Map. {campaign.title}. {_data(campaign)}. {shown}. {url}"


def bibtex(campaign: Campaign, url: str, shown: str) -> str:
    """Return the same as a BibTeX entry."""
    year = (campaign.collected or campaign.date).year
    return (
        f"@misc{{actionmap-{campaign.version},\n"
        f"  title = {{{{{_tex(campaign.title)}}}}},\n"
        f"  author = {{{{Action Map}}}},\n"
        f"  year = {{{year}}},\n"
        f"  note = {{{_tex(f'{_data(campaign)}. {shown}')}}},\n"
        f"  howpublished = {{\\url{{{url}}}}},\n"
        "}"
    )


def places_credit(actions: pd.DataFrame) -> str:
    """Return whose data the pins of these rows of `ActionTable.frame` are, with the licences."""
    online = actions["geocoder"].eq(FoundBy.NOMINATIM).any()
    return ", ".join(dict.fromkeys(CREDITS.values()) if online else [CREDITS[FoundBy.GAZETTEER]])


def _data(campaign: Campaign) -> str:
    collected = campaign.collected
    until = f", collected until {short_date(collected)} {collected.year}" if collected else ""
    return f"Data version {campaign.version}{until}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)
