"""What the about page says of a list: every statement follows the list that is shown."""

from collections.abc import Iterable

import pandas as pd

from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.folder import Campaign
from actionmap.campaign.organizations import TIES
from actionmap.campaign.table import ActionTable, sourced
from actionmap.languages import say, say_many, sentences
from actionmap.publish.terms import MISSING, SAID, counted, pair
from actionmap.text import markdown_text
from actionmap.world.place import EXACT, FoundBy
from actionmap.world.times import long_date

_SAID = SAID["about"]
_LEFT_OPEN, _SOME_REST, _WITHIN = (_SAID[name] for name in ("left-open", "some-rest", "within"))


def _list(messages: Iterable[str]) -> str:
    """Say messages as a list in Markdown; those that are empty are left out."""
    return "\n".join(f"- {say(one)}" for one in messages if one)


def rests(frame: pd.DataFrame) -> str:
    """Say in a sentence what these rows of `ActionTable.frame` rest on."""
    with_source = int(sourced(frame).sum())
    if not with_source:
        return say("The list names no source for its actions.")
    if with_source < len(frame):
        return say(_SOME_REST, some=with_source, number=len(frame))
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
    tied = [column for column in TIES.values() if (frame[column].str.len() > 0).any()]
    with_source = sourced(frame).all()
    holds = {
        "row-with-source": with_source,
        "row": not with_source,
        "basis": (frame["basis"] != NOT_STATED).any(),
        "ties": tied not in ([], ["organizers"]),
        "attendance": (frame["attendance"] != "").any(),
    }
    return _list(message for name, message in _SAID["method"].items() if holds.get(name, True))


def how_exact(table: ActionTable) -> str:
    """Count in Markdown the pins by what they stand for."""
    frame = table.frame
    pins = frame["precision"].value_counts()
    said = [f"- {say(words, number=int(pins[level]))}" for level, words in _SAID["pins"].items() if level in pins]
    within = frame.loc[frame["precision"].isin(EXACT), "uncertainty_m"].dropna()
    told = []
    if len(within):
        low, high = round(within.min()), round(within.max())
        metres = say("about {low} m", low=low) if low == high else say("about {low} to {high} m", low=low, high=high)
        told.append(say(_WITHIN, metres=metres))
    if {"region", "country"} & {*pins.index}:
        told.append(say("A large, pale circle is an area: nobody meets at that very spot."))
    return "\n".join(said) + "\n\n" + sentences(*told)


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
    open_ = [say_many(*pair(_LEFT_OPEN[what]), len(frame), some=some) for what, some in numbers.items() if some]
    return _list((MISSING, *open_, _SAID["borders"]))


def sources(campaign: Campaign, table: ActionTable, *, own: bool) -> str:
    """Name in Markdown the sources, their licences, and the data's date."""
    frame, collected = table.frame, campaign.settings.collected
    reviewed = (frame["geocoder"] == FoundBy.REVIEWED) & (frame["source"] != "")
    holds = {
        "list": own,
        "cards": sourced(frame).any(),
        "venues": reviewed.any(),
        "streets": frame["geocoder"].eq(FoundBy.NOMINATIM).any(),
    }
    said = _list(message for name, message in _SAID["sources"].items() if holds.get(name, True))
    version = f"`{campaign.version}`"
    data = (
        say("Data collected until {date}; version {version}.", date=long_date(collected), version=version)
        if collected
        else say("Data version {version}.", version=version)
    )
    return f"{said}\n\n{data}"
