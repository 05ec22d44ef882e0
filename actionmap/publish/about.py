"""What the about page says of a list: every statement follows the list that is shown."""

from collections.abc import Iterable

import pandas as pd

from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.folder import Campaign
from actionmap.campaign.organizations import TIES
from actionmap.campaign.table import ActionTable, sourced
from actionmap.languages import mark, mark_many, say, say_many, sentences
from actionmap.publish.terms import MISSING, counted
from actionmap.text import markdown_text
from actionmap.world.place import EXACT, FoundBy
from actionmap.world.times import long_date

_PINS = {
    "venue": mark("**{number}** at the venue"),
    "locality": mark("**{number}** in a town or city, in its middle unless the list says more"),
    "region": mark("**{number}** for a whole region, because no town is named"),
    "country": mark("**{number}** for a whole country or territory, because no town is named"),
    "": mark("**{number}** nowhere: the place could not be found, or nobody has confirmed it, and is listed as such"),
}
_ROW = mark("**One row, one action**: a rally, march, vigil or picket at one place on one day.")
_ROW_WITH_SOURCE = mark(
    "**One row, one action**: a rally, march, vigil or picket at one place on one day, with its best source."
)
_STATUS = mark(
    "**Announced or reported.** *Announced*: written before the day. *Reported*: said to have taken place. The two "
    "are shown apart."
)
_BASIS = mark(
    "**Call or same day.** *Tied to the call*: said to be a part of it. *Same day only*: an action of that date that "
    "does not mention the call."
)
_TIES = mark(
    "**Organized by, supported by and called by** are different things: who is named as organizing *this* "
    "action, as endorsing it, joining or marching in it, and as calling the day or series that it is part of. An "
    "organization's chapters count with it."
)
_PLACES = mark(
    "**Places become pins** on our own server, from a list of the world's towns: no outside service learns what you "
    "look at. What cannot be found is listed, not guessed."
)
_ATTENDANCE = mark("**Attendance** is quoted as the list has it, with its reporter. It is never added up.")
_BORDERS = mark(
    "Borders follow Natural Earth and, where they are not settled, the maps of the United Nations: what those draw as "
    "undetermined, or as a line of armistice, ceasefire, control or administration, is dashed. Country names follow "
    "Unicode CLDR. Neither lines, shades nor names take a position on what is disputed."
)


def _list(messages: Iterable[str]) -> str:
    """Say messages as a list in Markdown; those that are empty are left out."""
    return "\n".join(f"- {say(one)}" for one in messages if one)


def rests(frame: pd.DataFrame) -> str:
    """Say in a sentence what these rows of `ActionTable.frame` rest on."""
    with_source = int(sourced(frame).sum())
    if not with_source:
        return say("The list names no source for its actions.")
    if with_source < len(frame):
        return say(
            "Actions that rest on a public source, which the card names: {some} of {number}.",
            some=with_source,
            number=len(frame),
        )
    return say("Each action rests on the public source that its card names.")


def what_this_is(campaign: Campaign, table: ActionTable, *, own: bool) -> str:
    """Say in Markdown what the map shows, and what the list rests on.

    Parameters
    ----------
    campaign, table
        The campaign and its actions.
    own
        Whether a visitor has brought the list: nothing is known of how it came about.
    """
    said = {
        "actions": counted("actions", len(table)),
        "countries": counted("territories", len(table.countries)),
        "title": markdown_text(campaign.settings.title),
    }
    shown = say("A map of {actions} in {countries} for {title}.", **said)
    voice = say("The map attributes; it takes no side in its own voice.")
    kept = say("It is a list that you have brought.") if own else say("It names organizations, never private persons.")
    return sentences(shown, rests(table.frame), voice, kept)


def method(table: ActionTable) -> str:
    """Say in Markdown how the list is to be read; of what it does not have, nothing."""
    frame = table.frame
    tied = [column for column in (*TIES.values(),) if (frame[column].str.len() > 0).any()]
    return _list(
        (
            _ROW_WITH_SOURCE if sourced(frame).all() else _ROW,
            _STATUS,
            _BASIS if (frame["basis"] != NOT_STATED).any() else "",
            _TIES if tied not in ([], ["organizers"]) else "",
            _PLACES,
            _ATTENDANCE if (frame["attendance"] != "").any() else "",
        )
    )


def how_exact(table: ActionTable) -> str:
    """Count in Markdown the pins by what they stand for."""
    frame = table.frame
    pins = frame["precision"].value_counts()
    said = [f"- {say(words, number=int(pins[level]))}" for level, words in _PINS.items() if level in pins]
    within = frame.loc[frame["precision"].isin(EXACT), "uncertainty_m"].dropna()
    told = []
    if len(within):
        low, high = round(within.min()), round(within.max())
        metres = say("about {low} m", low=low) if low == high else say("about {low} to {high} m", low=low, high=high)
        told.append(
            say(
                "Where a pin rests on a source, its card names it and how far off the pin may be: {metres}.",
                metres=metres,
            )
        )
    if {"region", "country"} & {*pins.index}:
        told.append(say("A large, pale circle is an area: nobody meets at that very spot."))
    return "\n".join(said) + "\n\n" + sentences(*told)


_LEFT_OPEN = {
    "time": mark_many(
        "For {some} of {number} action no start time is stated.",
        "For {some} of {number} actions no start time is stated.",
    ),
    "organizer": mark_many(
        "For {some} of {number} action no organizer is named: *not stated*, which is not *none*.",
        "For {some} of {number} actions no organizer is named: *not stated*, which is not *none*.",
    ),
    "source": mark_many(
        "For {some} of {number} action no source is named.", "For {some} of {number} actions no source is named."
    ),
    "date": mark_many(
        "For {some} of {number} action the source has no date.",
        "For {some} of {number} actions the source has no date.",
    ),
    "basis": mark_many(
        "For {some} of {number} action nothing says whether the action is tied to the call.",
        "For {some} of {number} actions nothing says whether the action is tied to the call.",
    ),
    "status": mark_many(
        "For {some} of {number} action nothing here says whether the action took place: it was announced.",
        "For {some} of {number} actions nothing here says whether the action took place: it was announced.",
    ),
}


def not_known(table: ActionTable) -> str:
    """Say in Markdown what the list leaves open."""
    frame = table.frame
    rows = {
        "time": frame["start_time"].isna(),
        "organizer": frame["organizers"].str.len() == 0,
        "source": ~sourced(frame),
        "date": sourced(frame) & frame["source_date"].isna(),
        "basis": frame["basis"] == NOT_STATED,
        "status": frame["status"] == "announced",
    }
    numbers = {what: int(those.sum()) for what, those in rows.items()}
    open_ = [say_many(*_LEFT_OPEN[what], len(frame), some=some) for what, some in numbers.items() if some]
    return _list((MISSING, *open_, _BORDERS))


def sources(campaign: Campaign, table: ActionTable, *, own: bool) -> str:
    """Name in Markdown the sources, their licences, and the data's date."""
    frame, collected = table.frame, campaign.settings.collected
    reviewed = (frame["geocoder"] == FoundBy.REVIEWED) & (frame["source"] != "")
    said = _list(
        (
            mark("Actions: the list that you brought") if own else "",
            mark("Actions: the public sources that the cards name") if sourced(frame).any() else "",
            mark("Meeting places: the public sources that the cards name") if reviewed.any() else "",
            mark(
                "Streets and squares: © [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors, ODbL 1.0"
            )
            if frame["geocoder"].eq(FoundBy.NOMINATIM).any()
            else "",
            mark("Towns, population, time zones: [GeoNames](https://www.geonames.org/), CC BY 4.0"),
            mark("Basemap: [Natural Earth](https://www.naturalearthdata.com/), public domain"),
            mark("Names of countries, regions and languages: Unicode CLDR"),
            mark("Type: Newsreader, Public Sans and Noto Sans, SIL Open Font License"),
        )
    )
    version = f"`{campaign.version}`"
    data = (
        say("Data collected until {date}; version {version}.", date=long_date(collected), version=version)
        if collected
        else say("Data version {version}.", version=version)
    )
    return f"{said}\n\n{data}"
