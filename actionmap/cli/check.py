"""`check`: the problems of a list, one a line."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from actionmap.campaign.actions import ActionList
from actionmap.campaign.duplicates import with_duplicates
from actionmap.campaign.sheet import unclear_date
from actionmap.cli import shared
from actionmap.errors import ActionMapError
from actionmap.languages import mark, say, say_many, strung
from actionmap.lists.problems import NoticeKind, Problem, ProblemKind
from actionmap.paths import ACTIONS
from actionmap.publish import wording

if TYPE_CHECKING:
    from actionmap.places.pinned_list import LookedUp


def check(
    list_path: shared.ListOrFolder,
    as_json: Annotated[bool, shared.told("json")] = False,
    country: shared.ConstantCountry = None,
    date: shared.ConstantDate = None,
    time_zone: shared.ConstantZone = None,
    status: shared.ConstantStatus = None,
    day_first: shared.DayFirst = None,
    divide_towns: shared.DivideTowns = False,
) -> None:
    """Check a list of actions or a campaign folder, print its problems, and exit with 1 if there are any."""
    error, found = None, None
    checked = ActionList((), ())
    try:
        constants = {"country": country, "date": date, "time_zone": time_zone, "status": status}
        checked = shared.read_list(list_path, divide=divide_towns, day_first=day_first, **constants)
        checked, found = _look_up(checked, ACTIONS if list_path.is_dir() else list_path.name)
    except ActionMapError as unreadable:
        error = str(unreadable)
    wrong = [one for one in checked.problems if one.kind is not ProblemKind.POSSIBLE_DUPLICATE]
    doubts = [one for one in checked.problems if one.kind is ProblemKind.POSSIBLE_DUPLICATE]
    if as_json:
        told = {
            "actions": len(checked.actions),
            "suggestions": checked.suggestions,
            "error": error,
            "problems": list(map(wording.as_told, wrong)),
            "doubts": list(map(wording.as_told, [*doubts, *(found.problems if found else ())])),
            "pins": found and {level or "none": number for level, number in found.pins.items()},
            "notices": [{"kind": one.kind, "message": wording.notice(one)} for one in checked.notices],
        }
        shared.write_json(told)
    else:
        for problem in wrong:
            shared.tell(wording.sentence(problem), heading=wording.where(problem), result=True)
        for line in [error] if error else _understood(checked, len(wrong), doubts, found):
            shared.tell(line)
    raise typer.Exit(1 if error or wrong else 0)


def _look_up(listed: ActionList, name: str) -> "tuple[ActionList, LookedUp]":
    """Look up the places offline, and compare the actions of towns that are spelt in several ways."""
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinned_list import look_up
    from actionmap.places.pinning import OfflineGeocoder

    cache = PinCache()
    found = look_up(listed, OfflineGeocoder(shared.gazetteer()), cache, name)
    found = replace(found, problems=(*cache.problems, *found.problems))
    return with_duplicates(listed, name, towns=found.towns), found


def _understood(checked: ActionList, wrong: int, duplicates: list[Problem], found: "LookedUp | None") -> Iterator[str]:
    """Say what was checked, what of it is doubtful, and in the end how it was understood."""
    left_out = checked.suggestions
    numbers = [
        say_many("{number} action", "{number} actions", len(checked.actions)),
        say_many("{number} problem", "{number} problems", wrong),
        say_many("{number} possible duplicate", "{number} possible duplicates", len(duplicates)) if duplicates else "",
        say_many("{number} suggestion left out", "{number} suggestions left out", left_out) if left_out else "",
    ]
    unused = [one for one in checked.notices if one.kind is NoticeKind.COLUMNS_NOT_USED]
    yield strung(numbers)
    yield from map(wording.notice, unused)
    if unclear := unclear_date(checked):
        yield say(_UNCLEAR, date=unclear.text)
    yield from wording.left_open(checked.columns)
    yield from wording.repeated(checked.problems)
    for problem in [*duplicates, *(found.problems if found else ())]:
        yield wording.problem_line(problem)
    yield from (wording.notice(one) for one in checked.notices if one not in unused)
    if checked.columns:
        yield wording.read_as(checked.form)
        yield wording.columns_read(checked.columns)
    if order := wording.date_order(checked.date_order):
        yield order
    if found:
        doubtful = sum(one.kind in _OF_PLACES for one in found.problems)
        yield say("Pins: {pins}.", pins=wording.pins_found(found.pins, doubtful))


_UNCLEAR = mark(
    "The dates of this list can be read in two ways, as {date}. Say what comes first: add --day-first or --month-first."
)
_OF_PLACES = (ProblemKind.NO_PIN, ProblemKind.NOT_CONFIRMED, ProblemKind.PIN_IN_DOUBT, ProblemKind.NOT_ANSWERED)
