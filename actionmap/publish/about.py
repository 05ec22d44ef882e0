"""What the about page says of a list: every statement follows the list that is shown."""

from collections.abc import Iterator

import pandas as pd

from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.folder import Campaign
from actionmap.campaign.organizations import TIES
from actionmap.campaign.table import ActionTable, sourced
from actionmap.publish.terms import MISSING
from actionmap.text import count, markdown_text
from actionmap.world.place import EXACT, FoundBy
from actionmap.world.times import long_date

_PINS = {
    "venue": "at the venue",
    "locality": "in a town or city, in its middle unless the list says more",
    "region": "for a whole region, because no town is named",
    "country": "for a whole country or territory, because no town is named",
    "": "nowhere: the place could not be found, or nobody has confirmed it, and is listed as such",
}
_ROW = "- **One row, one action**: a rally, march, vigil or picket at one place on one day"
_STATUS = (
    "- **Announced or reported.** *Announced*: written before the day. *Reported*: a source says that it took place. "
    "The two are shown apart."
)
_BASIS = (
    "- **Call or same day.** *Tied to the call*: a source connects the action with the call. *Same day only*: a "
    "solidarity action of that date whose source does not mention the call."
)
_TIES = (
    "- **Organized by, supported by and called by** are different things: whom a source names as organizing *this* "
    "action, as endorsing it, joining or marching in it, and as calling the day or series that it is part of. An "
    "organization's chapters count with it."
)
_PLACES = (
    "- **Places become pins** on our own server, from a list of the world's towns: no outside service learns what you "
    "look at. What cannot be found is listed, not guessed."
)
_ATTENDANCE = "- **Attendance** is quoted as the list has it, with its reporter. It is never added up."
_BORDERS = (
    "- Borders and country names follow Natural Earth and Unicode CLDR. Neither map nor names take a position on what "
    "is disputed."
)


def rests(frame: pd.DataFrame) -> str:
    """Say in a sentence what these rows of `ActionTable.frame` rest on."""
    with_source = int(sourced(frame).sum())
    if not with_source:
        return "The list names no source for its actions."
    if with_source < len(frame):
        return f"{with_source:,} of {count(len(frame), 'action')} rest on a public source, which the card names."
    return "Each action rests on the public source that its card names."


def what_this_is(campaign: Campaign, table: ActionTable, *, own: bool) -> str:
    """Say in Markdown what the map shows, and what the list rests on.

    Parameters
    ----------
    campaign, table
        The campaign and its actions.
    own
        Whether a visitor has brought the list: nothing is known of how it came about.
    """
    kept = "It is a list that you have brought." if own else "It names organizations, never private persons."
    countries = count(len(table.countries), "country or territory", "countries and territories")
    shown = f"A map of {count(len(table), 'action')} in {countries} for {markdown_text(campaign.settings.title)}."
    return f"{shown} {rests(table.frame)} The map attributes; it takes no side in its own voice. {kept}"


def method(table: ActionTable) -> str:
    """Say in Markdown how the list is to be read; of what it does not have, nothing."""
    frame = table.frame
    tied = [column for column in (*TIES.values(),) if (frame[column].str.len() > 0).any()]
    said = [
        f"{_ROW}, with its best source." if sourced(frame).all() else f"{_ROW}.",
        _STATUS,
        _BASIS if (frame["basis"] != NOT_STATED).any() else "",
        _TIES if tied not in ([], ["organizers"]) else "",
        _PLACES,
        _ATTENDANCE if (frame["attendance"] != "").any() else "",
    ]
    return "\n".join(filter(None, said))


def how_exact(table: ActionTable) -> str:
    """Count in Markdown the pins by what they stand for."""
    frame = table.frame
    counted = frame["precision"].value_counts()
    said = [f"- **{counted[level]:,}** {words}" for level, words in _PINS.items() if level in counted]
    within = frame.loc[frame["precision"].isin(EXACT), "uncertainty_m"].dropna()
    told = (
        [f"Where a pin rests on a source, its card names it and how far off the pin may be: {_metres(within)}."]
        if len(within)
        else []
    )
    if {"region", "country"} & {*counted.index}:
        told.append("A large, pale circle is an area: nobody meets at that very spot.")
    return "\n".join(said) + "\n\n" + " ".join(told)


def _metres(within: "pd.Series[float]") -> str:
    low, high = within.min(), within.max()
    return f"about {low:,.0f} m" if low == high else f"from about {low:,.0f} to {high:,.0f} m"


def not_known(table: ActionTable) -> str:
    """Say in Markdown what the list leaves open."""
    return "\n".join((f"- {MISSING}", *_left_open(table.frame), _BORDERS))


def _left_open(frame: pd.DataFrame) -> Iterator[str]:
    every = count(len(frame), "action")
    left_open = {
        "no start time is stated.": frame["start_time"].isna(),
        "no organizer is named: *not stated*, which is not *none*.": frame["organizers"].str.len() == 0,
        "no source is named.": ~sourced(frame),
        "the source has no date.": sourced(frame) & frame["source_date"].isna(),
        "nothing says whether they are tied to the call.": frame["basis"] == NOT_STATED,
        "nothing here says whether they took place: they were announced.": frame["status"] == "announced",
    }
    for what, rows in left_open.items():
        if number := int(rows.sum()):
            yield f"- For {number:,} of {every} {what}"


def sources(campaign: Campaign, table: ActionTable, *, own: bool) -> str:
    """Name in Markdown the sources, their licences, and the data's date."""
    frame, collected = table.frame, campaign.settings.collected
    rest = "the public sources that the cards name" if sourced(frame).any() else "the list alone"
    reviewed = (frame["geocoder"] == FoundBy.REVIEWED) & (frame["source"] != "")
    said = [
        f"- Actions: {'the list that you brought, and ' if own else ''}{rest}",
        "- Meeting places: the public sources that the cards name" if reviewed.any() else "",
        "- Streets and squares: © [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors, ODbL 1.0"
        if frame["geocoder"].eq(FoundBy.NOMINATIM).any()
        else "",
        "- Towns, population, time zones: [GeoNames](https://www.geonames.org/), CC BY 4.0",
        "- Basemap: [Natural Earth](https://www.naturalearthdata.com/), public domain",
        "- Country names: Unicode CLDR",
        "- Type: Newsreader and Public Sans, SIL Open Font License",
    ]
    until = f"collected until {long_date(collected)}; " if collected else ""
    return "\n".join(filter(None, said)) + f"\n\nData {until}version `{campaign.version}`."
