"""Charts of the day's reach: where, when, who, and how many are said to have come.

All are of rows of `ActionTable.frame`, and end with `source`, the line that says where the figures are from.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, log10
from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from actionmap.campaign.organizations import Organization
from actionmap.campaign.table import records
from actionmap.drawing import shading
from actionmap.drawing.chart_parts import (
    INK,
    PAPER,
    QUIET,
    STEP,
    Chart,
    data,
    hour_bars,
    ranked,
    rows_axis,
    status_bars,
    titled,
    told,
    tooltip,
    under_strip,
)
from actionmap.reach.attendance import attendance_reports
from actionmap.text import count, one_line
from actionmap.world.countries import country_name
from actionmap.world.regions import continent

MOST_ROWS = 40
"""How many countries, or reports of attendance, are drawn one by one."""

MOST_ORGANIZATIONS = 20

_SHADED_FROM = (1, 2, 5, 10, 25)  # actions
_PRINT = {
    "background": "#fdfcf9",
    "font": "Public Sans, Helvetica, Arial, sans-serif",
    "padding": 16,
    "autosize": {"type": "fit", "contains": "padding"},
    "view": {"stroke": None},
    "title": {"anchor": "start", "color": "#16202a", "fontSize": 17, "offset": 18},
    "axis": {"domain": False, "ticks": False, "gridColor": "#e4dfd3", "labelColor": "#16202a", "titleColor": "#5a6672"}
    | {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "labelPadding": 6, "titlePadding": 10},
    "legend": {"labelColor": "#16202a", "labelFontSize": 12},
}


def by_country(actions: pd.DataFrame, source: str) -> Chart:
    """Draw the number of actions by country or territory, reported and announced apart, most first."""
    named = list(map(_country, actions["country"]))
    order = names = ranked(Counter(named))
    if len(names) > MOST_ROWS:
        others = f"{len(names) - MOST_ROWS + 1} other countries and territories"
        order = [*names[: MOST_ROWS - 1], others]
        named = [name if name in order else others for name in named]
    bars, said = status_bars(zip(named, actions["status"], strict=True), order, "top")
    where = count(len(names), "country or territory", "countries and territories")
    title = f"{count(len(actions), 'action')} in {where}"
    return titled(bars, title, (), source, f"Bar chart, actions by country or territory: {said}.")


def shaded_world(actions: pd.DataFrame, source: str) -> Chart:
    """Draw the countries and territories of the world, the darker (on dark ground: the lighter) the more actions."""
    counts = Counter(actions["country"])
    world = shading.choropleth(counts, "actions", _SHADED_FROM).properties(height=540)
    notes = ["Where nothing is shaded, this list has no action: none was found, not none took place."]
    if missing := [_country(code) for code in sorted(counts) if code not in shading.drawn()]:
        notes.append(f"Too small for the map: {', '.join(missing)}.")
    said = told({_country(code): number for code, number in counts.most_common(MOST_ROWS)})
    title = f"{count(len(actions), 'action')}, by country or territory"
    return titled(world, title, notes, source, f"World map, actions by country or territory: {said}. {notes[0]}")


def by_hour(actions: pd.DataFrame, source: str) -> Chart:
    """Draw how many actions start in each hour, in UTC, by continent; those whose start is not known stand apart."""
    starts = pd.to_datetime(actions["starts_utc"], utc=True)
    known = starts.notna()
    without_zone = int((actions["start_time"].notna() & ~known).sum())
    apart = {"time stated": int(known.sum()), "time not stated": len(actions) - int(known.sum()) - without_zone}
    if without_zone:
        apart["time zone not known"] = without_zone
    title = "Follow the sun: when actions start, in UTC"
    if not known.any():
        chart, said = under_strip(None, apart)
        return titled(chart, title, (), source, f"No start is known. {said}.")
    hours = starts[known].dt.floor("h")
    continents = [continent(country) for country in actions.loc[known, "country"]]
    bars, when = hour_bars(Counter(zip(hours, continents, strict=True)))
    chart, said = under_strip(bars, apart)
    return titled(chart, title, (), source, f"Bar chart, starts by hour, {when}. {said}.")


def by_organizer(actions: pd.DataFrame, organizations: Mapping[str, Organization], source: str) -> Chart:
    """Draw which organizations sources name as organizing most actions; a chapter counts as itself alone."""
    pairs = [
        (id_, status)
        for ids, status in zip(actions["organizers"], actions["status"], strict=True)
        for id_ in dict.fromkeys(ids)
    ]
    names = _distinct_names({id_ for id_, _ in pairs}, organizations)
    counts = Counter(names[id_] for id_, _ in pairs)
    order = ranked(counts)
    bars, said = status_bars(((names[id_], status) for id_, status in pairs), order[:MOST_ORGANIZATIONS], "bottom")
    stated = sum(bool(ids) for ids in actions["organizers"])
    chart, apart = under_strip(bars, {"organizer stated": stated, "organizer not stated": len(actions) - stated})
    notes = ["An action of several organizers counts for each."]
    if others := order[MOST_ORGANIZATIONS:]:
        most = count(counts[others[0]], "action")
        notes.append(f"Not shown: {count(len(others), 'more organization')}, with {most} each at most.")
    title = f"Who organized, where a source says so: {count(len(order), 'organization')}"
    description = f"Bar chart, organizations by number of actions: {said}. {apart}. {' '.join(notes)}"
    return titled(chart, title, notes, source, description)


def by_member(counts: pd.DataFrame, tie: str, source: str) -> Chart:
    """Draw the number of actions by coalition member and subregion; a cell that is pale is a gap in this list."""
    classes = shading.classes_from(_SHADED_FROM)
    rows = [
        {
            "member": one_line(row["name"]),
            "subregion": row["subregion_name"],
            "actions": row["actions"],
            "class": classes[bisect(_SHADED_FROM, row["actions"])],
        }
        for row in records(counts)
    ]
    order = [*dict.fromkeys(row["subregion"] for row in rows)]
    x = alt.X(
        "subregion:N",
        title=None,
        scale=alt.Scale(domain=order),
        axis=alt.Axis(orient="top", labelAngle=-50, labelLimit=140, labelOverlap=False),
    )
    y = rows_axis("member", [*dict.fromkeys(row["member"] for row in rows)])
    base = alt.Chart(data(rows)).encode(x=x, y=y, tooltip=tooltip("member", "subregion", "actions"))
    cells = base.mark_rect(stroke=alt.ExprRef("background"), strokeWidth=2).encode(
        color=shading.shade("class", classes)
    )
    few, many = (
        base.transform_filter(f"datum.actions > 0 && datum.actions {compared} 5")
        .mark_text(color=color)
        .encode(text=alt.Text("actions:Q", format=","))
        for compared, color in (("<", INK), (">=", PAPER))
    )
    said = told({f"{row['member']} in {row['subregion']}": row["actions"] for row in rows if row["actions"]})
    notes = [f"Counted: {tie}; a chapter’s actions are its member’s, too. A pale cell has no action in this list."]
    chart = alt.LayerChart(layer=[cells, few, many]).properties(height=alt.Step(26))
    title = "Coalition members by subregion"
    return titled(chart, title, notes, source, f"Heat map, actions by member and subregion: {said}.")


def attendance(actions: pd.DataFrame, source: str) -> Chart:
    """Draw the reports of attendance that give a figure, on a logarithmic axis; nothing is added up."""
    reports = attendance_reports(actions)
    figures = reports[reports["low"].notna()]
    top = figures.groupby("id")["high"].transform("max")
    figures = figures.assign(top=top).sort_values(["top", "action", "high"], ascending=[False, True, False])
    shown = figures[:MOST_ROWS].drop(columns="top")
    words, more = len(reports) - len(figures), len(figures) - len(shown)
    notes = [
        "One row per report, as reported; reports are never added up. “Over” and “about” are the reporters’ words."
    ]
    notes += [f"In words (“hundreds”) or not of persons, so not drawn: {count(words, 'report')}."] * (words > 0)
    notes += [f"Not shown, of actions with lower figures: {count(more, 'report')}."] * (more > 0)
    rows = [row | {"row": " – ".join(filter(None, (row["action"], row["reporter"])))} for row in records(shown)]
    said = "; ".join(f"{row['row']}: {row['text']}" for row in rows) or "none"
    title = f"Attendance as reported: {count(len(figures), 'figure')}"
    description = f"Dot plot, reports of attendance: {said}. {' '.join(notes)}"
    return titled(_report_dots(rows), title, notes, source, description)


def _report_dots(rows: Sequence[Mapping[str, Any]]) -> Chart:
    """Draw each report's figure as a dot, or as a line from low to high, beside what it says."""
    least, most = (min((row["low"] for row in rows), default=1), max((row["high"] for row in rows), default=10))
    decades = range(floor(log10(least)), ceil(log10(most)) + 1)
    steps = (1, 2, 5) if most < 30 * least else (1,)
    axis = alt.Axis(values=[step * 10**decade for decade in decades for step in steps], format=",d", orient="top")
    scale = alt.Scale(type="log", domain=[0.8 * 10 ** decades[0], most * 3], nice=False)
    base = alt.Chart(data(rows)).encode(
        x=alt.X("low:Q", title="Persons, logarithmic", axis=axis, scale=scale),
        y=rows_axis("row", [*dict.fromkeys(row["row"] for row in rows)]),
        tooltip=tooltip("action", "text", "reporter"),
    )
    ranges = base.mark_rule(color=INK, strokeWidth=3).encode(x2="high")
    lows, highs = (base.mark_circle(color=INK, opacity=1, size=60) for _ in range(2))
    texts = base.mark_text(align="left", dx=9, limit=200, color=QUIET).encode(x=alt.X("high:Q"), text="text:N")
    return alt.LayerChart(layer=[ranges, lows, highs.encode(x=alt.X("high:Q")), texts]).properties(
        height=alt.Step(STEP)
    )


def _country(code: str) -> str:
    return country_name(code) or "country not stated"


def _distinct_names(ids: Iterable[str], organizations: Mapping[str, Organization]) -> dict[str, str]:
    """Return id → name; namesakes carry their id."""
    names = {id_: one_line(organizations[id_].name if id_ in organizations else id_) or "no name" for id_ in ids}
    namesakes = Counter(names.values())
    return {id_: name if namesakes[name] == 1 else f"{name} ({one_line(id_)})" for id_, name in names.items()}


def png(chart: Chart) -> bytes:
    """Return a chart as a PNG image for print, on light ground, two pixels to each of the chart's."""
    return vl_convert.vegalite_to_png(_standalone(chart), scale=2, config=_PRINT, allowed_base_urls=[])


def svg(chart: Chart) -> str:
    """Return a chart as an SVG drawing for print, on light ground."""
    return vl_convert.vegalite_to_svg(_standalone(chart), config=_PRINT, allowed_base_urls=[])


def _standalone(chart: Chart) -> dict[str, Any]:
    """Return a chart's specification with the shapes of countries in it."""
    spec: dict[str, Any] = chart.to_dict()
    if spec.get("data", {}).get("url") == shading.SHAPES_URL:
        spec["data"] = {"values": shading.shapes()}
    return spec
