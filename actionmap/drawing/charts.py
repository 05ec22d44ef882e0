"""Charts of the day's reach: where, when, who, and how many are said to have come (Vega-Lite, through Altair)."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, log10
from textwrap import wrap
from typing import Any, Literal

import altair as alt
import pandas as pd
import vl_convert

from actionmap.campaign.attendance import read_reports
from actionmap.campaign.organizations import Organization
from actionmap.campaign.table import records
from actionmap.drawing import shading
from actionmap.drawing.layers import ANNOUNCED_COLOR, REPORTED_COLOR
from actionmap.drawing.shading import ON_DARK
from actionmap.text import count, xml_text
from actionmap.world.countries import country_name, fold
from actionmap.world.place import Place
from actionmap.world.regions import area_name, continent
from actionmap.world.times import short_date

Chart = alt.Chart | alt.LayerChart
_LegendAt = Literal["top", "bottom"]

MOST_ROWS = 40
"""How many countries, or reports of attendance, are drawn one by one."""

MOST_ORGANIZATIONS = 20

_STATUS_COLORS = {
    status: f"rgb({red}, {green}, {blue})"
    for status, (red, green, blue) in {"reported": REPORTED_COLOR, "announced": ANNOUNCED_COLOR}.items()
}
_CONTINENT_COLORS = {
    "002": "#c78200",
    "019": "#0067a8",
    "142": "#008c66",
    "150": "#4aa3dc",
    "009": "#c76fa0",
    "": "#66707a",
}
"""After Okabe and Ito, who chose colours that the colour-blind tell apart."""

# The page's theme sets the background but neither subtitles nor texts in the plot: these follow the background.
_INK = alt.ExprRef(f"{ON_DARK} ? '#e6eaee' : '#16202a'")
_PAPER = alt.ExprRef(f"{ON_DARK} ? '#16202a' : '#ffffff'")
_QUIET = alt.ExprRef(f"{ON_DARK} ? '#a9b4be' : '#5a6672'")
# Names get less than half of a phone's width; where nothing is on a screen, as much as they need.
_LABEL_LIMIT = alt.ExprRef("containerSize()[0] > 0 ? min(420, 0.45 * containerSize()[0]) : 420")
_SHADED_FROM = (1, 2, 5, 10, 25)  # actions
_SHADES = (0.7, 0.2, 0.4)  # opacity of what is known, and of kinds of not known
_HOUR = 3_600_000  # ms
_WIDTH = 760  # px, where the page does not give another
_STEP = 21  # px from one horizontal bar to the next
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
    """Draw the number of actions by country or territory, reported and announced apart, most first.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`. Beyond `MOST_ROWS` countries, the others share the last bar.
    source
        The line that says where the figures are from.
    """
    names = {code: country_name(code) or "country not stated" for code in actions["country"].unique()}
    named = [names[code] for code in actions["country"]]
    ranked = _ranked(Counter(named))
    if len(ranked) > MOST_ROWS:
        others = f"{len(ranked) - MOST_ROWS + 1} other countries and territories"
        shown = {*ranked[: MOST_ROWS - 1]}
        named = [name if name in shown else others for name in named]
        order = [*ranked[: MOST_ROWS - 1], others]
    else:
        order = ranked
    bars, said = _status_bars(zip(named, actions["status"], strict=True), order, "top")
    where = count(len(ranked), "country or territory", "countries and territories")
    title = f"{count(len(actions), 'action')} in {where}"
    return _titled(bars, title, (), source, f"Bar chart, actions by country or territory: {said}.")


def shaded_world(actions: pd.DataFrame, source: str) -> Chart:
    """Draw the countries and territories of the world, the darker (on dark ground: the lighter) the more actions.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`.
    source
        The line that says where the figures are from.
    """
    counts = Counter(actions["country"])
    world = shading.choropleth(counts, "actions", _SHADED_FROM).properties(height=540)
    names = {code: country_name(code) or "country not stated" for code in counts}
    notes = ["Where nothing is shaded, this list has no action: none was found, not none took place."]
    if missing := [names[code] for code in sorted(counts) if code not in shading.drawn()]:
        notes.append(f"Too small for the map: {', '.join(missing)}.")
    said = "; ".join(f"{names[code]} {n:,}" for code, n in counts.most_common(MOST_ROWS)) or "none"
    title = f"{count(len(actions), 'action')}, by country or territory"
    return _titled(world, title, notes, source, f"World map, actions by country or territory: {said}. {notes[0]}")


def by_hour(actions: pd.DataFrame, source: str) -> Chart:
    """Draw how many actions start in each hour, in UTC, by continent; those whose start is not known stand apart.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`.
    source
        The line that says where the figures are from.
    """
    starts = pd.to_datetime(actions["starts_utc"], utc=True)
    known = starts.notna()
    without_zone = int((actions["start_time"].notna() & ~known).sum())
    apart = {"time stated": int(known.sum()), "time not stated": len(actions) - int(known.sum()) - without_zone}
    if without_zone:
        apart["time zone not known"] = without_zone
    strip, said = _strip(apart)
    title = "Follow the sun: when actions start, in UTC"
    if not known.any():
        return _titled(strip.properties(height=160), title, (), source, f"No start is known. {said}.")
    hours = starts[known].dt.floor("h")
    continents = [continent(country) for country in actions.loc[known, "country"]]
    bars, when = _hour_bars(Counter(zip(hours, continents, strict=True)))
    chart = alt.LayerChart(layer=[bars, strip]).resolve_scale(x="independent")
    return _titled(chart, title, (), source, f"Bar chart, starts by hour, {when}. {said}.")


def by_organizer(actions: pd.DataFrame, organizations: Mapping[str, Organization], source: str) -> Chart:
    """Draw which organizations sources name as organizing most actions; a chapter counts as itself alone.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`. An action of several organizers counts for each.
    organizations
        Organization id → organization; an id that is not there is its own name.
    source
        The line that says where the figures are from.
    """
    pairs = [
        (id_, status)
        for ids, status in zip(actions["organizers"], actions["status"], strict=True)
        for id_ in dict.fromkeys(ids)
    ]
    names = _distinct_names({id_ for id_, _ in pairs}, organizations)
    counts = Counter(names[id_] for id_, _ in pairs)
    ranked = _ranked(counts)
    bars, said = _status_bars(((names[id_], status) for id_, status in pairs), ranked[:MOST_ORGANIZATIONS], "bottom")
    stated = sum(bool(ids) for ids in actions["organizers"])
    strip, apart = _strip({"organizer stated": stated, "organizer not stated": len(actions) - stated})
    notes = ["An action of several organizers counts for each."]
    if others := ranked[MOST_ORGANIZATIONS:]:
        most = count(counts[others[0]], "action")
        notes.append(f"Not shown: {count(len(others), 'more organization')}, with {most} each at most.")
    chart = alt.LayerChart(layer=[bars, strip]).resolve_scale(x="independent")
    title = f"Who organized, where a source says so: {count(len(ranked), 'organization')}"
    description = f"Bar chart, organizations by number of actions: {said}. {apart}. {' '.join(notes)}"
    return _titled(chart, title, notes, source, description)


def by_member(counts: pd.DataFrame, tie: str, source: str) -> Chart:
    """Draw the number of actions by coalition member and subregion; a cell that is pale is a gap in this list.

    Parameters
    ----------
    counts
        What `coverage.members_by_subregion` returns.
    tie
        Which tie between action and member counts, in words.
    source
        The line that says where the figures are from.
    """
    classes = shading.classes_from(_SHADED_FROM)
    rows = [
        {
            "member": _plain(row["name"]),
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
    y = _rows_axis("member", [*dict.fromkeys(row["member"] for row in rows)])
    base = alt.Chart(_data(rows)).encode(x=x, y=y, tooltip=_tooltip("member", "subregion", "actions"))
    cells = base.mark_rect(stroke=alt.ExprRef("background"), strokeWidth=2).encode(
        color=shading.shade("class", classes)
    )
    few, many = (
        base.transform_filter(f"datum.actions > 0 && datum.actions {compared} 5")
        .mark_text(color=color)
        .encode(text=alt.Text("actions:Q", format=","))
        for compared, color in (("<", _INK), (">=", _PAPER))
    )
    said = "; ".join(f"{row['member']} in {row['subregion']} {row['actions']}" for row in rows if row["actions"])
    notes = [f"Counted: {tie}; a chapter’s actions are its member’s, too. A pale cell has no action in this list."]
    chart = alt.LayerChart(layer=[cells, few, many]).properties(height=alt.Step(26))
    title = "Coalition members by subregion"
    return _titled(chart, title, notes, source, f"Heat map, actions by member and subregion: {said or 'none'}.")


def attendance(actions: pd.DataFrame, source: str) -> Chart:
    """Draw the reports of attendance that give a figure, on a logarithmic axis; nothing is added up.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`. Beyond `MOST_ROWS` reports, those of actions with lower figures are only counted.
    source
        The line that says where the figures are from.
    """
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
    return _titled(_report_dots(rows), title, notes, source, description)


def attendance_reports(actions: pd.DataFrame) -> pd.DataFrame:
    """Read the reports of attendance, one row per report.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`.

    Returns
    -------
    pandas.DataFrame
        ``id`` and ``action`` (what to call the action), ``low`` and ``high`` (persons; equal where one number is given,
        NaN where the report is in words or counts something else), ``text`` (the report as written) and ``reporter``
        (empty where not stated).
    """
    told = actions[actions["attendance"].str.strip() != ""]
    labels = _action_labels(told)
    rows = []
    for id_, label, attendance_ in zip(told["id"], labels, told["attendance"], strict=True):
        rows += [(id_, label, *report) for report in read_reports(_plain(attendance_))]
    frame = pd.DataFrame(rows, columns=["id", "action", "low", "high", "text", "reporter"])
    return frame.astype({"low": "float64", "high": "float64"})


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


def _plain(text: str) -> str:
    """Return a text in one line, without the characters that no SVG can hold."""
    return " ".join(xml_text(text).split())


def _moment(moment: pd.Timestamp) -> str:
    return f"{moment:%H:%M} on {short_date(moment.date())}"


def _ranked(counts: Mapping[str, int]) -> list[str]:
    """Return names by their count, the highest first, and by the alphabet where equal."""
    return sorted(counts, key=lambda name: (-counts[name], fold(name), name))


def _distinct_names(ids: Iterable[str], organizations: Mapping[str, Organization]) -> dict[str, str]:
    """Return id → name; namesakes carry their id."""
    names = {id_: _plain(organizations[id_].name if id_ in organizations else id_) or "no name" for id_ in ids}
    namesakes = Counter(names.values())
    return {id_: name if namesakes[name] == 1 else f"{name} ({_plain(id_)})" for id_, name in names.items()}


def _action_labels(actions: pd.DataFrame) -> list[str]:
    """Say where each action is; several in one place carry their venues."""
    places = [_plain(Place(*row).name) for row in zip(*(actions[name] for name in Place._fields), strict=True)]
    several = Counter(places)
    venues = (_plain(venue) or id_ for venue, id_ in zip(actions["venue"], actions["id"], strict=True))
    return [place if several[place] == 1 else f"{place} ({venue})" for place, venue in zip(places, venues, strict=True)]


def _data(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])


def _titled(chart: Chart, title: str, notes: Sequence[str], source: str, description: str) -> Chart:
    """Give a chart its title, its notes and source under it, and its alternative text."""
    lines = [line for note in (*notes, source) for line in wrap(_plain(note), 64)]
    heading = alt.TitleParams(
        text=title, subtitle=lines, anchor="start", offset=20, subtitleColor=_QUIET, subtitlePadding=6
    )
    return chart.properties(title=heading, description=_plain(description), width=_WIDTH)


def _status_bars(pairs: Iterable[tuple[str, str]], order: Sequence[str], legend_at: _LegendAt) -> tuple[Chart, str]:
    """Draw names with their actions, stacked by status, and say the same in words."""
    counts = Counter(pairs)
    totals = {name: sum(counts[name, status] for status in _STATUS_COLORS) for name in order}
    rows = [
        {"name": name, "status": status, "actions": counts[name, status], "rank": rank}
        for name in order
        for rank, status in enumerate(_STATUS_COLORS)
        if counts[name, status]
    ]
    y = _rows_axis("name", order)
    x = alt.X("actions:Q", axis=None, scale=alt.Scale(domain=[0, 1.08 * max(totals.values(), default=1)], nice=False))
    bars = (
        alt.Chart(_data(rows))
        .mark_bar(height={"band": 0.72})
        .encode(
            x=x,
            y=y,
            color=_color("status", _STATUS_COLORS, legend_at),
            order=alt.Order("rank:Q"),
            tooltip=_tooltip("name", "status", "actions"),
        )
    )
    ends = [{"name": name, "total": total} for name, total in totals.items()]
    figures = (
        alt.Chart(_data(ends))
        .mark_text(align="left", dx=6, color=_INK)
        .encode(x=alt.X("total:Q", axis=None), y=y, text=alt.Text("total:Q", format=","))
    )
    said = "; ".join(f"{name} {total:,}" for name, total in totals.items()) or "none"
    return alt.LayerChart(layer=[bars, figures]).properties(height=alt.Step(_STEP)), said


def _hour_bars(counts: Mapping[tuple[pd.Timestamp, str], int]) -> tuple[alt.Chart, str]:
    """Draw (hour, continent) → starts as bars stacked by continent, and say when they are and where."""
    present = [code for code in _CONTINENT_COLORS if any(code == of for _, of in counts)]
    names = {code: area_name(code) if code else "Of no continent" for code in present}
    rows: list[dict[str, Any]] = [
        {
            "from": int(hour.timestamp() * 1000),
            "to": int(hour.timestamp() * 1000) + _HOUR,
            "hour": _moment(hour),
            "continent": names[code],
            "actions": actions,
            "rank": present.index(code),
        }
        for (hour, code), actions in sorted(counts.items())
    ]
    span = f"{_moment(min(counts)[0])} to {_moment(max(counts)[0] + pd.Timedelta(hours=1))} UTC"
    totals = {name: sum(row["actions"] for row in rows if row["continent"] == name) for name in names.values()}
    gap = 1 if rows[-1]["to"] - rows[0]["from"] < 200 * _HOUR else 0  # px; more would hide thin bars
    chart = (
        alt.Chart(_data(rows))
        .mark_bar(orient="vertical", stroke=alt.ExprRef("background"), strokeWidth=gap)
        .encode(
            x=_hours_axis(rows[0]["from"], rows[-1]["to"], f"Hour of start, {span}"),
            x2="to",
            y=alt.Y("actions:Q", title="Actions starting", axis=alt.Axis(tickMinStep=1, format=",d")),
            color=_color("continent", {names[code]: _CONTINENT_COLORS[code] for code in present}, "bottom"),
            order=alt.Order("rank:Q"),
            tooltip=_tooltip("hour", "continent", "actions"),
        )
        .properties(height=400)
    )
    return chart, f"{span}: " + "; ".join(f"{name} {actions:,}" for name, actions in totals.items())


def _hours_axis(first: int, last: int, title: str) -> alt.X:
    """Return the axis from one moment to another (ms since the epoch), with a dozen labels at most."""
    hours = (last - first) // _HOUR
    step = _HOUR * next((few for few in (1, 2, 3, 6, 12) if hours <= 11 * few), 24 * ceil(hours / (11 * 24)))
    clock = "utcFormat(datum.value, '%H:%M')"
    dated = f"datum.index == 0 || {clock} == '00:00' ? [{clock}, utcFormat(datum.value, '%-d %b')] : {clock}"
    axis = alt.Axis(values=list(range(ceil(first / step) * step, last + 1, step)), labelExpr=dated, grid=False)
    return alt.X("from:T", title=title, scale=alt.Scale(type="utc", nice=False), axis=axis)


def _strip(parts: Mapping[str, int]) -> tuple[alt.LayerChart, str]:
    """Draw what is known and what is not as one thin bar over a plot, under its figures in words."""
    ends = [sum([*parts.values()][: i + 1]) for i in range(len(parts))]
    rows = [
        {"part": part, "actions": n, "from": end - n, "to": end, "opacity": _SHADES[i]}
        for i, ((part, n), end) in enumerate(zip(parts.items(), ends, strict=True))
    ]
    said = "\n".join(f"{part}: {n:,}" for part, n in parts.items())
    share = (
        alt.Chart(_data(rows))
        .mark_rect(color=_INK)
        .encode(
            x=alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, max(ends[-1], 1)], nice=False)),
            x2="to",
            y=alt.value(-20),
            y2=alt.value(-13),
            opacity=alt.Opacity("opacity:Q", scale=None),
            tooltip=_tooltip("part", "actions"),
        )
    )
    words = alt.Chart(_data([{"said": said}])).mark_text(
        align="left", baseline="bottom", lineBreak="\n", lineHeight=16, color=_INK
    )
    words = words.encode(x=alt.value(0), y=alt.value(-9 - 16 * len(parts)), text="said:N")
    return alt.LayerChart(layer=[share, words]), said.replace("\n", "; ")


def _report_dots(rows: Sequence[Mapping[str, Any]]) -> Chart:
    """Draw each report's figure as a dot, or as a line from low to high, beside what it says."""
    least, most = (min((row["low"] for row in rows), default=1), max((row["high"] for row in rows), default=10))
    decades = range(floor(log10(least)), ceil(log10(most)) + 1)
    steps = (1, 2, 5) if most < 30 * least else (1,)
    axis = alt.Axis(values=[step * 10**decade for decade in decades for step in steps], format=",d", orient="top")
    scale = alt.Scale(type="log", domain=[0.8 * 10 ** decades[0], most * 3], nice=False)
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("low:Q", title="Persons, logarithmic", axis=axis, scale=scale),
        y=_rows_axis("row", [*dict.fromkeys(row["row"] for row in rows)]),
        tooltip=_tooltip("action", "text", "reporter"),
    )
    ranges = base.mark_rule(color=_INK, strokeWidth=3).encode(x2="high")
    lows, highs = (base.mark_circle(color=_INK, opacity=1, size=60) for _ in range(2))
    texts = base.mark_text(align="left", dx=9, limit=200, color=_QUIET).encode(x=alt.X("high:Q"), text="text:N")
    return alt.LayerChart(layer=[ranges, lows, highs.encode(x=alt.X("high:Q")), texts]).properties(
        height=alt.Step(_STEP)
    )


def _rows_axis(field: str, order: Sequence[str]) -> alt.Y:
    axis = alt.Axis(labelLimit=_LABEL_LIMIT, labelPadding=8, grid=False)
    return alt.Y(f"{field}:N", title=None, axis=axis, scale=alt.Scale(domain=list(order)))


def _color(field: str, colors: Mapping[str, str], legend_at: _LegendAt) -> alt.Color:
    legend = alt.Legend(title=None, orient=legend_at, direction="horizontal")
    return alt.Color(f"{field}:N", scale=alt.Scale(domain=[*colors], range=[*colors.values()]), legend=legend)


def _tooltip(*fields: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:{'Q' if field == 'actions' else 'N'}", title=field) for field in fields]
