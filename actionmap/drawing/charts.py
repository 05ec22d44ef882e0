"""Charts of the day's reach: where, when, who, and how many are said to have come.

All are of rows of `ActionTable.frame`.
"""

import html
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, log10
from typing import Any, NamedTuple

import altair as alt
import pandas as pd
import vl_convert

from actionmap.campaign.organizations import Link, Organization
from actionmap.campaign.table import records
from actionmap.drawing import shading
from actionmap.drawing.chart_parts import (
    INK,
    PAPER,
    QUIET,
    Chart,
    begin,
    data,
    first,
    hour_bars,
    numbers_axis,
    ranked,
    rows_axis,
    status_bars,
    titled,
    told,
    tooltip,
    under_strip,
)
from actionmap.drawing.typesetting import font_family, is_mirrored, opening
from actionmap.languages import joined, mark, mark_many, number_said, say, say_many, sentences
from actionmap.paths import FONTS
from actionmap.reach.attendance import attendance_reports
from actionmap.text import one_line
from actionmap.world.countries import country_name
from actionmap.world.regions import continent

vl_convert.register_font_directory(str(FONTS))

MOST_ROWS = 40
"""How many countries, or actions with a report of attendance, are drawn one by one."""

MOST_ORGANIZATIONS = 20

_TWO_LINES = 28
"""Pixels from one row to the next, where something is written under each."""
_SHADED_FROM = (1, 2, 5, 10, 25)  # actions
MAP_CREDIT = mark(
    "Map: Natural Earth (public domain), Equal Earth projection. Dashed: borders not settled, by the United Nations’ "
    "maps; no position is taken."
)
_TEXT, _LINE = re.compile(r"(<text\b[^>]*)>(.*?)</text>", re.DOTALL), re.compile(r"<tspan([^>]*)>([^<]*)</tspan>")
PADDING = 16
"""Around a chart for print, in its pixels."""
_PRINT = {
    "background": "#ffffff",
    "padding": PADDING,
    "autosize": {"type": "fit", "contains": "padding"},
    "view": {"stroke": None},
    "title": {"anchor": "start", "color": "#16202a", "fontSize": 17, "offset": 18},
    "axis": {"domain": False, "ticks": False, "gridColor": "#e4dfd3", "labelColor": "#16202a", "titleColor": "#5a6672"}
    | {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "labelPadding": 6, "titlePadding": 10},
    "legend": {"labelColor": "#16202a", "labelFontSize": 12},
}


def by_country(actions: pd.DataFrame) -> Chart:
    """Draw the number of actions by country or territory, reported and announced apart, most first."""
    named = list(map(_country, actions["country"]))
    names = ranked(counts := Counter(named))
    order = names if len(names) <= MOST_ROWS else first(counts, MOST_ROWS - 1)
    if len(order) < len(names):
        left = len(names) - len(order)
        others = say_many("{number} other country or territory", "{number} other countries and territories", left)
        named = [name if name in order else others for name in named]
        order = [*order, others]
    bars, said = status_bars(zip(named, actions["status"], strict=True), order, "top")
    where = say_many("{number} country or territory", "{number} countries and territories", len(names))
    title = say("{actions} in {countries}", actions=_actions(len(actions)), countries=where)
    return titled(bars, title, (), say("Bar chart, actions by country or territory: {said}.", said=said))


def shaded_world(actions: pd.DataFrame) -> Chart:
    """Draw the countries and territories of the world, the darker (on dark ground: the lighter) the more actions."""
    counts = Counter(actions["country"])
    world = shading.choropleth(counts, say("Actions"), _SHADED_FROM).properties(height=540)
    notes = [say("Where nothing is shaded, this list has no action: none was found, not none took place.")]
    if missing := [_country(code) for code in sorted(counts) if code not in shading.drawn()]:
        notes.append(say("Too small for the map: {countries}.", countries=joined(missing)))
    notes.append(say(MAP_CREDIT))
    said = told({_country(code): number for code, number in counts.most_common(MOST_ROWS)})
    title = say("{actions}, by country or territory", actions=_actions(len(actions)))
    description = say("World map, actions by country or territory: {said}.", said=said)
    return titled(world, title, notes, sentences(description, notes[0]))


def by_hour(actions: pd.DataFrame) -> Chart:
    """Draw how many actions start in each hour, in UTC, by continent; those whose start is not known stand apart."""
    starts = pd.to_datetime(actions["starts_utc"], utc=True)
    known = starts.notna()
    without_zone = int((actions["start_time"].notna() & ~known).sum())
    stated = int(known.sum())
    apart = {say("time stated"): stated, say("time not stated"): len(actions) - stated - without_zone}
    if without_zone:
        apart[say("time zone not known")] = without_zone
    title = say("Follow the sun: when actions start, in UTC")
    if not known.any():
        chart, said = under_strip(None, apart)
        return titled(chart, title, (), say("No start is known. {said}.", said=said))
    hours = starts[known].dt.floor("h")
    continents = [continent(country) for country in actions.loc[known, "country"]]
    bars, when = hour_bars(Counter(zip(hours, continents, strict=True)))
    chart, said = under_strip(bars, apart)
    return titled(chart, title, (), say("Bar chart, starts by hour, {when}. {said}.", when=when, said=said))


def by_organizer(actions: pd.DataFrame, organizations: Mapping[str, Organization]) -> Chart:
    """Draw which organizations sources name as organizing most actions; a chapter counts as itself alone."""
    pairs = [
        (id_, status)
        for ids, status in zip(actions["organizers"], actions["status"], strict=True)
        for id_ in dict.fromkeys(ids)
    ]
    names = _distinct_names({id_ for id_, _ in pairs}, organizations)
    counts = Counter(names[id_] for id_, _ in pairs)
    order = ranked(counts)
    shown = first(counts, MOST_ORGANIZATIONS)
    bars, said = status_bars(((names[id_], status) for id_, status in pairs), shown, "bottom")
    stated = sum(bool(ids) for ids in actions["organizers"])
    chart, apart = under_strip(
        bars, {say("organizer stated"): stated, say("organizer not stated"): len(actions) - stated}
    )
    notes = [say("An action of several organizers counts for each.")]
    if others := order[len(shown) :]:
        if counts[others[0]] == counts[shown[-1]]:
            notes.append(say("Of those with as many as the last, the first by the alphabet are shown."))
        notes.append(
            say_many(
                "Not shown: {number} more organization, with at most this many actions: {most}.",
                "Not shown: {number} more organizations, with at most this many actions each: {most}.",
                len(others),
                most=counts[others[0]],
            )
        )
    number = say_many("{number} organization", "{number} organizations", len(order))
    title = say("Who organized, where it is stated: {organizations}", organizations=number)
    description = say("Bar chart, organizations by number of actions: {said}. {apart}.", said=said, apart=apart)
    return titled(chart, title, notes, sentences(description, *notes))


def by_member(counts: pd.DataFrame, links: Iterable[Link]) -> Chart:
    """Draw the number of actions by coalition member and subregion, counted by some ties.

    A cell that is pale is a gap in this list.
    """
    classes = shading.classes_from(_SHADED_FROM)
    rows = [
        {
            "member": one_line(row["name"]),
            "subregion": row["subregion_name"],
            "actions": row["actions"],
            "said": number_said(row["actions"]),
            "class": classes[bisect(_SHADED_FROM, row["actions"])],
        }
        for row in records(counts)
    ]
    order = [*dict.fromkeys(row["subregion"] for row in rows)]
    x = alt.X(
        "subregion:N",
        title=None,
        scale=alt.Scale(domain=order),
        axis=alt.Axis(orient="top", labelAngle=-90, labelLimit=180, labelOverlap=False),
    )
    y = rows_axis("member", [*dict.fromkeys(row["member"] for row in rows)])
    base = alt.Chart(data(rows)).encode(x=x, y=y, tooltip=tooltip("member", "subregion", "actions"))
    cells = base.mark_rect(stroke=alt.ExprRef("background"), strokeWidth=2).encode(
        color=shading.shade("class", classes)
    )
    few, many = (
        base.transform_filter(f"datum.actions > 0 && datum.actions {compared} 5")
        .mark_text(color=color)
        .encode(text="said:N")
        for compared, color in (("<", INK), (">=", PAPER))
    )
    said = told({f"{row['member']} · {row['subregion']}": row["actions"] for row in rows if row["actions"]})
    notes = [
        say(
            "Counted: {ties}. A chapter’s actions are its member’s, too. A pale cell has no action in this list.",
            ties=joined([say(_TIES[link]) for link in links], "or"),
        )
    ]
    chart = alt.LayerChart(layer=[cells, few, many]).properties(height=alt.Step(26))
    title = say("Coalition members by subregion")
    return titled(chart, title, notes, say("Heat map, actions by member and subregion: {said}.", said=said))


_TIES: dict[Link, str] = {
    # Translators: actions that a member organized
    "organized": mark("organized"),
    # Translators: actions that a member supported
    "supported": mark("supported"),
    # Translators: actions that a member called for
    "called": mark("called"),
}


def attendance(actions: pd.DataFrame) -> Chart:
    """Draw what is reported of attendance, an action a row, on a logarithmic axis; nothing is added up."""
    reports = attendance_reports(actions)
    top = reports.groupby("action")["high"].max().fillna(0)
    shown = first({str(action): high for action, high in top.items()}, MOST_ROWS)
    rows = [_Reported(action, records(reports[reports["action"] == action])) for action in shown]
    notes = [
        say(
            "As reported, never added up: a dot for each figure, a line from the lowest to the highest of an action. "
            "“Over” and “about” are the reporters’ words; “hundreds” is a word, so it has no dot."
        )
    ]
    if more := len(top) - len(shown):
        notes.append(say("Not shown, with lower figures or words alone: {actions}.", actions=_actions(more)))
    lines = (say("{field}: {text}", field=row.action, text=row.said()) for row in rows)
    said = say("; ").join(lines) or say("no reports")
    title = say("Attendance as reported: {actions}", actions=_actions(len(top)))
    description = say("Dot plot, reports of attendance: {said}.", said=said)
    return titled(_report_dots(rows), title, notes, sentences(description, *notes))


def _actions(number: int) -> str:
    return say_many("{number} action", "{number} actions", number)


class _Reported(NamedTuple):
    """An action, and the reports of its attendance, see `attendance_reports`."""

    action: str
    reports: Sequence[Mapping[str, Any]]

    @property
    def figures(self) -> list[Mapping[str, Any]]:
        """Those that give a figure, the lowest first."""
        given = (report for report in self.reports if report["low"] == report["low"])
        return sorted(given, key=lambda report: (report["low"], report["high"]))

    def said(self) -> str:
        """Say what is reported: “over 1,000 to about 5,000, 3 reports; “thousands”, 1 report”."""
        if len(self.reports) == 1:
            [one] = self.reports
            return " ".join(filter(None, (_said(one), one["reporter"] and f"({one['reporter']})")))
        texts = list(dict.fromkeys(_said(one) for one in self.figures))
        figures = texts[0] if len(texts) == 1 else say("{low} to {high}", low=texts[0], high=texts[-1]) if texts else ""
        words = Counter(_said(report) for report in self.reports if report["low"] != report["low"])
        parts = [(figures, len(self.figures))] * bool(figures) + list(words.items())
        several = mark_many("{text}, {number} report", "{text}, {number} reports")
        return say("; ").join(say_many(*several, number, text=text) for text, number in parts)


def _said(report: Mapping[str, Any]) -> str:
    """Return a report's own words, in quotation marks where they give no figure."""
    return str(report["text"]) if report["low"] == report["low"] else f"“{report['text']}”"


def _report_dots(rows: Sequence[_Reported]) -> Chart:
    """Draw each action's figures as dots on a line from the lowest to the highest, over what is reported."""
    figures = [{"row": row.action, **figure} for row in rows for figure in row.figures]
    least, most = (min((one["low"] for one in figures), default=1), max((one["high"] for one in figures), default=10))
    decades = range(floor(log10(least)), ceil(log10(most)) + 1)
    steps = (1, 2, 5) if most < 30 * least else (1,)
    axis = numbers_axis(values=[step * 10**decade for decade in decades for step in steps], orient="top")
    scale = alt.Scale(type="log", domain=[0.8 * 10 ** decades[0], most * 1.3], nice=False)
    x, y = (
        alt.X("low:Q", title=say("Persons, logarithmic"), axis=axis, scale=scale),
        rows_axis("row", [row.action for row in rows], lift=7),
    )
    base = alt.Chart(data(figures)).encode(x=x, y=y, tooltip=tooltip("action", "text", "reporter"))
    lows, highs = (base.mark_circle(color=INK, opacity=1, size=60, yOffset=-7) for _ in range(2))
    spans = [
        {"row": r.action, "low": r.figures[0]["low"], "high": max(f["high"] for f in r.figures)}
        for r in rows
        if r.figures
    ]
    ranges = alt.Chart(data(spans)).mark_rule(color=INK, strokeWidth=2, yOffset=-7).encode(x=x, x2="high", y=y)
    words = (
        alt.Chart(data([{"row": row.action, "said": row.said()} for row in rows]))
        .mark_text(align=begin(), dy=5, fontSize=10.5, color=QUIET, limit=alt.ExprRef("width"))
        .encode(x=alt.value("width" if is_mirrored() else 0), y=y, text="said:N", tooltip=tooltip("said"))
    )
    layers = [ranges, lows, highs.encode(x=alt.X("high:Q")), words]
    return alt.LayerChart(layer=layers).properties(height=alt.Step(_TWO_LINES))


def _country(code: str) -> str:
    return country_name(code) or say("country not stated")


def _distinct_names(ids: Iterable[str], organizations: Mapping[str, Organization]) -> dict[str, str]:
    """Return id → name; namesakes carry their id."""
    names = {id_: one_line(organizations[id_].name if id_ in organizations else id_) or say("no name") for id_ in ids}
    namesakes = Counter(names.values())
    return {id_: name if namesakes[name] == 1 else f"{name} ({one_line(id_)})" for id_, name in names.items()}


def spec(chart: Chart) -> dict[str, Any]:
    """Return the specification of a chart."""
    made: dict[str, Any] = chart.to_dict()
    if is_mirrored():  # a setting of Vega's that Altair's schema does not have
        made["config"]["legend"] = {"layout": {orient: {"anchor": "end"} for orient in ("top", "bottom")}}
    return made


def svg(spec: dict[str, Any]) -> str:
    """Return the chart of a specification (`to_dict`) as an SVG drawing for print, on light ground."""
    spec = shading.with_shapes(spec)
    drawn: str = vl_convert.vegalite_to_svg(spec, config={"font": font_family(), **_PRINT}, allowed_base_urls=[])
    return _TEXT.sub(_line_by_line, drawn) if is_mirrored() else drawn


def _line_by_line(text: re.Match[str]) -> str:
    """Return a text of an SVG drawing with its direction, and with a text of its own for each of its lines."""
    lines, down = [], 0.0
    for attributes, line in _LINE.findall(text[2]) or [("", text[2])]:
        if step := re.search(r'dy="([^"]+)"', attributes):
            down += float(step[1])
        lines.append(f'{text[1]} dy="{down:g}">{opening(html.unescape(line))}{line}</text>')
    return "".join(lines)
