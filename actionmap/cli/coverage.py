"""`coverage`: who lives within reach of a list's actions, and where the gaps are."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from actionmap.cli import shared
from actionmap.languages import number_said, percent, say, say_many, sentences
from actionmap.publish.terms import pair
from actionmap.text import terminal_line
from actionmap.world.town_names import towns_said

if TYPE_CHECKING:
    from pandas import DataFrame

    from actionmap.reach.coverage import Coverage


def coverage(
    list_path: shared.ListOrFolder,
    radius: Annotated[float, shared.told("radius")] = 50.0,
    min_population: Annotated[int, shared.told("min-population")] = 15_000,
    suggest: Annotated[int, shared.told("suggest")] = 0,
    country: Annotated[list[str] | None, shared.told("counted-country", parser=shared.known_country)] = None,
    format_: Annotated[Literal["table", "csv", "json"], shared.told("format")] = "table",
    no_bom: shared.NoBom = False,
    list_country: Annotated[str | None, shared.told("list-country", parser=shared.known_country)] = None,
    date: shared.ConstantDate = None,
    divide_towns: shared.DivideTowns = False,
) -> None:
    """Write who lives within reach of a list's actions, and where the gaps are."""
    from actionmap.campaign.own import usual_day
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinning import OfflineGeocoder, pin_actions
    from actionmap.publish.exports import frame_csv, suggestions_csv
    from actionmap.reach.coverage import Coverage, nearest
    from actionmap.reach.plan import MOST_SUGGESTIONS, RADII_KM
    from actionmap.world.cities import load_cities

    if not RADII_KM[0] <= radius <= RADII_KM[1]:
        raise shared.refused(
            say("{radius} km is too small or too large. Write 10 to 500.", radius=radius), param_hint="--radius"
        )
    if not 0 <= suggest <= MOST_SUGGESTIONS:
        raise shared.refused(
            say("{number} is not a number from 0 to {most}.", number=suggest, most=MOST_SUGGESTIONS),
            param_hint="--suggest",
        )
    listed = shared.read_list(list_path, divide=divide_towns, date=date, country=list_country)
    actions = pin_actions(listed.actions, OfflineGeocoder(shared.gazetteer()), PinCache())
    cities = load_cities()
    if listed.problems:
        shared.tell(say_many(*_PROBLEMS, len(listed.problems)))
    found = Coverage(cities, nearest(cities, actions), radius, min_population, tuple(country or ()))
    match format_:
        case "table":
            _print_coverage(found, actions, suggest)
        case "csv" if suggest:
            shared.write(suggestions_csv(found.suggest(suggest), radius, usual_day(listed)), bom=not no_bom)
        case "csv":
            shared.write(frame_csv(found.by_country().round(4)), bom=not no_bom)
        case "json":
            shared.write_json(_described(found, actions, suggest))
    shared.tell(sentences(*_measured_from(found, len(actions))))


_SAID = tomllib.loads(Path(__file__).with_name("help").joinpath("coverage.toml").read_text("utf-8"))
_PROBLEMS, _MEASURED_FROM, _NOT_FOUND = (pair(_SAID[name]) for name in ("problems", "measured-from", "not-found"))
_WITHIN = _SAID["within"]


def _measured_from(found: "Coverage", listed: int) -> Iterator[str]:
    """Say how many actions were measured from, and what was counted."""
    left_out = len(found.nearest.left_out)
    if listed == left_out:
        yield say("No action of the list has a town that was found, so nobody is within reach.")
    else:
        yield say_many(*_MEASURED_FROM, listed, measured=listed - left_out)
        if left_out:
            yield say_many(*_NOT_FOUND, left_out)
    yield say("City population: GeoNames places of at least {number} people (CC BY 4.0).", number=found.smallest)


def _print_coverage(found: "Coverage", actions: "DataFrame", suggest: int) -> None:
    """Print the figures as tables for people."""
    total = found.total()
    share = percent(total.share, 1) if total.people else say("no city is that large")
    values = {"within": total.within, "people": total.people, "radius": found.radius_km}
    shared.tell(say(_WITHIN, **values, share=share), result=True)
    tables = {
        "areas": found.by_country() if found.countries else found.by_subregion(),
        "gaps": _named(found.gaps(10)),
        "without": _named(found.countries_without(actions).head(10), "largest_city"),
    }
    tables |= {"next": _named(found.suggest(suggest))} if suggest else {}
    for name, frame in tables.items():
        _print_table(frame, **_SAID[name])


def _named(towns: "DataFrame", names: str = "name") -> "DataFrame":
    return towns.assign(**{names: towns_said(towns, names)})


def _print_table(frame: "DataFrame", title: str, columns: Mapping[str, str]) -> None:
    """Print some columns of a frame under other names, which are messages as the title is; numbers to the right."""
    from rich.table import Table

    if frame.empty:
        return
    table = Table(box=None, pad_edge=False)
    for name, heading in columns.items():
        table.add_column(say(heading), justify="left" if frame[name].dtype in ("str", "category") else "right")
    for values in zip(*(frame[name].tolist() for name in columns), strict=True):
        table.add_row(*(_cell(name, value) for name, value in zip(columns, values, strict=True)))
    shared.console().print(f"\n{say(title)}", style="bold")
    shared.console().print(table)


def _cell(column: str, value: str | float) -> str:
    """Write a value for people; nothing where there is none."""
    if isinstance(value, str):
        return terminal_line(value)
    if value != value:  # NaN
        return "–"
    return percent(value, 1) if column == "share" else number_said(round(value))


def _described(found: "Coverage", actions: "DataFrame", suggest: int) -> dict[str, object]:
    """Return all figures as JSON has them."""

    def rows(frame: "DataFrame") -> list[object]:
        return list(json.loads(frame.to_json(orient="records", double_precision=5)))

    total = found.total()
    return {
        "radius_km": found.radius_km,
        "min_population": found.smallest,
        "actions": len(actions),
        "actions_left_out": len(found.nearest.left_out),
        "people": total.people,
        "within": total.within,
        "share": total.share if total.people else None,
        "subregions": rows(found.by_subregion()),
        "countries": rows(found.by_country()),
        "gaps": rows(found.gaps(100)),
        "countries_without_action": rows(found.countries_without(actions)),
        "suggestions": rows(found.suggest(suggest)),
    }
