"""What charts are made of: bars, strips, axes, colours, and the words around them (Vega-Lite, through Altair)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from textwrap import wrap
from typing import Any, Literal

import altair as alt
import pandas as pd

from actionmap.campaign.actions import STATUS_NAMES
from actionmap.drawing.layers import ANNOUNCED_COLOR, REPORTED_COLOR
from actionmap.drawing.shading import ON_DARK, legend
from actionmap.drawing.typesetting import is_mirrored, width
from actionmap.languages import is_parted, mark, number_said, said_of_several, say, spoken
from actionmap.text import fold, one_line
from actionmap.world.regions import area_name
from actionmap.world.times import clock, hour_said, short_date

Chart = alt.Chart | alt.LayerChart
LegendAt = Literal["top", "bottom"]

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
INK = alt.ExprRef(f"{ON_DARK} ? '#e6eaee' : '#16202a'")
PAPER = alt.ExprRef(f"{ON_DARK} ? '#16202a' : '#ffffff'")
QUIET = alt.ExprRef(f"{ON_DARK} ? '#a9b4be' : '#5a6672'")
# Names get less than half of a phone's width; where nothing is on a screen, as much as they need.
_LABEL_LIMIT = alt.ExprRef("containerSize()[0] > 0 ? min(420, 0.45 * containerSize()[0]) : 420")
_SHADES = (0.7, 0.2, 0.4)  # opacity of what is known, and of kinds of not known
_HOUR = 3_600_000  # ms
_NOTE_EMS = 36  # font sizes that a line of a note is wide at most
_WIDTH = 760  # px, where the page does not give another
STEP = 21  # px from one horizontal bar to the next


def titled(chart: Chart, title: str, notes: Sequence[str], description: str) -> Chart:
    """Give a chart its title, its notes under it, its alternative text, and the numbers of the language spoken."""
    texts = list(map(one_line, notes))
    lines = [line for text in texts for line in wrap(text, int(_NOTE_EMS * len(text) / max(width(text), 1)))]
    heading = alt.TitleParams(
        text=title,
        subtitle=lines,
        aria=False,
        anchor="end" if is_mirrored() else "start",
        offset=20,
        subtitleColor=QUIET,
        subtitlePadding=6,
    )
    symbols = spoken().locale.number_symbols["latn"]
    numbers = alt.NumberLocale(decimal=symbols["decimal"], thousands=symbols["group"], grouping=[3], currency=["", ""])
    drawn = chart.properties(title=heading, description=one_line(description), width=_WIDTH)
    # What Vega says of each mark and axis is English; the description says it all.
    said: Chart = drawn.configure(
        aria=False,
        mark=alt.MarkConfig(aria=False),
        locale=alt.Locale(number=numbers),
        **(_TURNED if is_mirrored() else {}),
    )
    return said


_TURNED: dict[str, Any] = {"scale": {"xReverse": True}, "axisY": {"orient": "right"}}
"""Vega-Lite's settings for what runs from right to left."""


def begin() -> Literal["left", "right"]:
    """Return the side where a text begins."""
    return "right" if is_mirrored() else "left"


def numbers_axis(**how: Any) -> alt.Axis:  # noqa: ANN401 (of `alt.Axis`)
    """Return an axis with numbers as the language spoken writes them, see `is_parted`."""
    together = "datum.value < 10000 ? format(datum.value, 'd') : datum.label"
    return alt.Axis(format=",d", labelExpr=alt.Undefined if is_parted(1000, spoken().locale) else together, **how)


def told(counts: Mapping[str, int]) -> str:
    """Say names and numbers in a line: "Lyon 2; Linz 1"."""
    return say("; ").join(f"{name} {number_said(number)}" for name, number in counts.items()) or say("no actions")


def ranked(counts: Mapping[str, float]) -> list[str]:
    """Return names by their count, the highest first, and by the alphabet where equal."""
    return sorted(counts, key=lambda name: (-counts[name], fold(name), name))


def first(counts: Mapping[str, float], most: int) -> list[str]:
    """Return the first of `ranked` names, about so many: where the last of them tie, all or none of these are in.

    Only where more than that are all alike, the alphabet decides.
    """
    order = ranked(counts)
    if len(order) <= most or counts[order[most - 1]] > counts[order[most]]:
        return order[:most]
    tie = counts[order[most]]
    with_them = [name for name in order if counts[name] >= tie]
    if len(with_them) <= 1.25 * most:
        return with_them
    return [name for name in order if counts[name] > tie] or order[:most]


def status_bars(pairs: Iterable[tuple[str, str]], order: Sequence[str], legend_at: LegendAt) -> tuple[Chart, str]:
    """Draw names with their actions, stacked by status, and say the same in words."""
    counts = Counter(pairs)
    names = {status: said_of_several(STATUS_NAMES[status]) for status in _STATUS_COLORS}
    totals = {name: sum(counts[name, status] for status in _STATUS_COLORS) for name in order}
    rows = [
        {"name": name, "status": names[status], "actions": counts[name, status], "rank": rank}
        for name in order
        for rank, status in enumerate(_STATUS_COLORS)
        if counts[name, status]
    ]
    y = rows_axis("name", order)
    x = alt.X("actions:Q", axis=None, scale=alt.Scale(domain=[0, 1.08 * max(totals.values(), default=1)], nice=False))
    bars = (
        alt.Chart(data(rows))
        .mark_bar(height={"band": 0.72})
        .encode(
            x=x,
            y=y,
            color=_color("status", {names[status]: color for status, color in _STATUS_COLORS.items()}, legend_at),
            order=alt.Order("rank:Q"),
            tooltip=tooltip("name", "status", "actions"),
        )
    )
    ends = [{"name": name, "total": total, "said": number_said(total)} for name, total in totals.items()]
    figures = (
        alt.Chart(data(ends))
        .mark_text(align=begin(), dx=-6 if is_mirrored() else 6, color=INK)
        .encode(x=alt.X("total:Q", axis=None), y=y, text="said:N")
    )
    return alt.LayerChart(layer=[bars, figures]).properties(height=alt.Step(STEP)), told(totals)


def hour_bars(counts: Mapping[tuple[pd.Timestamp, str], int]) -> tuple[alt.Chart, str]:
    """Draw (hour, continent) → starts as bars stacked by continent, and say when they are and where."""
    present = [code for code in _CONTINENT_COLORS if any(code == of for _, of in counts)]
    names = {code: area_name(code) if code else say("Of no continent") for code in present}
    rows: list[dict[str, Any]] = [
        {
            "from": int(hour.timestamp() * 1000),
            "to": int(hour.timestamp() * 1000) + _HOUR,
            "hour": clock(hour),
            "continent": names[code],
            "actions": actions,
            "rank": present.index(code),
        }
        for (hour, code), actions in sorted(counts.items())
    ]
    begin, end = clock(min(counts)[0]), clock(max(counts)[0] + pd.Timedelta(hours=1))
    span = say("{begin} to {end} UTC", begin=begin, end=end)
    totals = {name: sum(row["actions"] for row in rows if row["continent"] == name) for name in names.values()}
    gap = 1 if rows[-1]["to"] - rows[0]["from"] < 200 * _HOUR else 0  # px; more would hide thin bars
    chart = (
        alt.Chart(data(rows))
        .mark_bar(orient="vertical", stroke=alt.ExprRef("background"), strokeWidth=gap)
        .encode(
            x=_hours_axis(rows[0]["from"], rows[-1]["to"], wrap(say("Hour of start, {span}", span=span), 44)),
            x2="to",
            y=alt.Y("actions:Q", title=say("Actions starting"), axis=numbers_axis(tickMinStep=1)),
            color=_color("continent", {names[code]: _CONTINENT_COLORS[code] for code in present}, "bottom"),
            order=alt.Order("rank:Q"),
            tooltip=tooltip("hour", "continent", "actions"),
        )
        .properties(height=400)
    )
    return chart, say("{field}: {text}", field=span, text=told(totals))


def _hours_axis(first: int, last: int, title: Sequence[str]) -> alt.X:
    """Return the axis from one moment to another (ms since the epoch), with a dozen labels at most."""
    hours = (last - first) // _HOUR
    step = _HOUR * next((few for few in (1, 2, 3, 6, 12) if hours <= 11 * few), 24 * ceil(hours / (11 * 24)))
    ticks = range(ceil(first / step) * step, last + 1, step)
    moments = {tick: pd.Timestamp(tick, unit="ms") for tick in ticks}
    labels = {
        str(tick): [hour_said(at), short_date(at.date())] if tick == ticks[0] or not at.hour else hour_said(at)
        for tick, at in moments.items()
    }
    said = f"{json.dumps(labels, ensure_ascii=False)}[time(datum.value)]"
    axis = alt.Axis(values=list(ticks), labelExpr=said, grid=False)
    return alt.X("from:T", title=title, scale=alt.Scale(type="utc", nice=False), axis=axis)


def under_strip(plot: Chart | None, parts: Mapping[str, int]) -> tuple[Chart, str]:
    """Draw what is known and what is not as one thin bar over a plot, under its figures in words; say the same."""
    ends = [sum([*parts.values()][: i + 1]) for i in range(len(parts))]
    rows = [
        {"part": part, "actions": n, "from": end - n, "to": end, "opacity": _SHADES[i]}
        for i, ((part, n), end) in enumerate(zip(parts.items(), ends, strict=True))
    ]
    said = "\n".join(say("{field}: {text}", field=part, text=number_said(n)) for part, n in parts.items())
    share = (
        alt.Chart(data(rows))
        .mark_rect(color=INK)
        .encode(
            x=alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, max(ends[-1], 1)], nice=False)),
            x2="to",
            y=alt.value(-20),
            y2=alt.value(-13),
            opacity=alt.Opacity("opacity:Q", scale=None),
            tooltip=tooltip("part", "actions"),
        )
    )
    words = alt.Chart(data([{"said": said}])).mark_text(
        align=begin(), baseline="bottom", lineBreak="\n", lineHeight=16, color=INK
    )
    words = words.encode(x=alt.value("width" if is_mirrored() else 0), y=alt.value(-9 - 16 * len(parts)), text="said:N")
    strip = alt.LayerChart(layer=[share, words])
    drawn = alt.LayerChart(layer=[plot, strip]).resolve_scale(x="independent") if plot else strip.properties(height=160)
    return drawn, said.replace("\n", say("; "))


def rows_axis(field: str, order: Sequence[str], lift: float = 0) -> alt.Y:
    """Return the axis of names, one a row, in this order, each so many pixels over the row's middle."""
    axis = alt.Axis(labelLimit=_LABEL_LIMIT, labelPadding=8, labelOffset=-lift, grid=False)
    return alt.Y(f"{field}:N", title=None, axis=axis, scale=alt.Scale(domain=list(order)))


def _color(field: str, colors: Mapping[str, str], legend_at: LegendAt) -> alt.Color:
    scale = alt.Scale(domain=[*colors], range=[*colors.values()])
    return alt.Color(f"{field}:N", scale=scale, legend=legend([*colors], legend_at, columns=3))


def tooltip(*fields: str) -> list[alt.Tooltip]:
    """Return what is shown over a mark."""
    return [alt.Tooltip(f"{field}:{'Q' if field == 'actions' else 'N'}", title=say(_FIELDS[field])) for field in fields]


# Translators: what a tooltip names
_FIELDS = {
    "name": mark("Name"),
    "status": mark("Status"),
    "actions": mark("Actions"),
    "hour": mark("Hour"),
    "continent": mark("Continent"),
    "part": mark("Part"),
    "member": mark("Member"),
    "subregion": mark("Subregion"),
    "action": mark("Action"),
    "text": mark("As reported"),
    "reporter": mark("Reported by"),
    "said": mark("As reported"),
}
"""Field of a chart's data → what to call it."""


def data(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    """Return rows as the data of a chart."""
    return alt.InlineData(values=[dict(row) for row in rows])
