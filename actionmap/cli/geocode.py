"""`geocode`: a list with its pins."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from pydantic import ValidationError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from actionmap.campaign.settings import NominatimSettings, read_settings
from actionmap.cli import shared
from actionmap.languages import mark_many, say, say_many, sentences
from actionmap.lists.cells import mistake_in
from actionmap.paths import ACTIONS, SETTINGS, campaign_folder
from actionmap.publish import wording

if TYPE_CHECKING:
    from actionmap.places.pinned_list import PinnedList
    from actionmap.places.pinning import OfflineGeocoder


def geocode(
    list_path: Annotated[Path, shared.told("list", typer.Argument)],
    output: shared.Output = None,
    geocoder: Annotated[Literal["gazetteer", "nominatim"], shared.told("geocoder")] = "gazetteer",
    nominatim_url: Annotated[str | None, shared.told("nominatim-url")] = None,
    country: shared.ConstantCountry = None,
    divide_towns: shared.DivideTowns = False,
    strict: Annotated[bool, shared.told("strict")] = False,
    no_bom: shared.NoBom = False,
) -> None:
    """Write a list with its pins, and exit with 1 if a pin is missing and should not be."""
    from actionmap.places.dividing import several_towns
    from actionmap.places.nominatim import OnlineGeocoder
    from actionmap.places.pinning import OfflineGeocoder

    online = _online(list_path, nominatim_url) if geocoder == "nominatim" else None
    offline = shared.gazetteer()
    found = _geocoded(
        list_path,
        OnlineGeocoder(online, offline) if online else OfflineGeocoder(offline),
        default_country=country or "",
        divide=partial(several_towns, gazetteer=offline) if divide_towns else None,
    )
    shared.write(found.encoded(), output, bom=not no_bom)
    for told in found.notices:
        shared.tell(wording.notice(told))
    for problem in found.problems:
        shared.tell(wording.problem_line(problem))
    said = [say_many(*_WITH_PIN, found.rows, pins=found.pins)]
    said += [say("Positions: {credit}.", credit=online.attribution)] if online else []
    shared.tell(sentences(*said))
    raise typer.Exit(1 if strict and found.pins < found.rows else 0)


_WITH_PIN = mark_many("{pins} of {number} row with a pin.", "{pins} of {number} rows with a pin.")


def _online(list_path: Path, url: str | None) -> NominatimSettings:
    """Return how to ask online: as is said beside the list, else in the campaign folder; another service if named."""
    beside = list_path.with_name(SETTINGS)
    settings = read_settings(beside if beside.is_file() else campaign_folder() / SETTINGS).nominatim
    if url is None:
        return settings
    try:
        return NominatimSettings.model_validate(settings.model_dump() | {"url": url})
    except ValidationError as error:
        wrong = error.errors()[0]
        said = wording.of_value(wrong["input"], *mistake_in(wrong))
        raise shared.refused(said, param_hint="--nominatim-url") from error


def _geocoded(path: Path, geocoder: "OfflineGeocoder", **how: Any) -> "PinnedList":  # noqa: ANN401 (of `pin_list`)
    """Pin a list, with a bar on standard error if that is a terminal."""
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinned_list import pin_list

    cache = PinCache()
    for problem in cache.problems:
        shared.tell(wording.problem_line(problem))
    columns = TextColumn(say("Finding places")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(
        *columns, console=shared.console(stderr=True), transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task("places", total=None)
        return pin_list(
            path,
            geocoder,
            cache,
            judge=shared.known_words,
            keep_offline=path.resolve() == (campaign_folder() / ACTIONS).resolve(),
            progress=lambda done, total, unresolved: bar.update(task, completed=done, total=total),
            **how,
        )
