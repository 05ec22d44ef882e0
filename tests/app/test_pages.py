"""The pages' scripts: what they show is what the list says, and every filter reaches the address and comes back."""

import json
import re
import time
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner, get_script_run_ctx
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from streamlit.testing.v1 import AppTest

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.selection import Selection
from actionmap.preparing import gazetteer, pinned
from actionmap.ui import view
from actionmap.ui.frame import tab_title
from actionmap.world import regions
from tests.app.conftest import OpenApp
from tests.shipped_list import ACTIONS, COALITION, COUNTRIES, DATA, IN_LONDON, LISTED, TIES, linked_to, pin_of

SETTINGS = 'title = "Test day"\ndate = 2031-01-02\n'
CARD = '<article class="am-card">'
HEADER = "id,start_time,venue,locality,region,country,status,basis,organizers\n"


def live(app: AppTest) -> dict[str, str]:
    """Return the HTML of our own that answers, by the id of its element: list, nearest, cards."""
    protos = [element.proto for element in app.get("bidi_component")]
    return {proto.id: json.loads(proto.json)["html"] for proto in protos if proto.component_name == "actionmap_live"}


def html(app: AppTest) -> str:
    """Return the HTML of the page: masthead, counts, footer, and what answers."""
    return "\n".join([*(element.proto.body for element in app.html), *live(app).values()])


def shown(app: AppTest) -> tuple[int, int]:
    """Return n and m of "n of m actions", the same above the map and in the sidebar."""
    above = re.search(r"<strong>([\d,]+) of ([\d,]+) actions", html(app))
    beside = re.match(r"\*\*([\d,]+) of ([\d,]+) action", app.sidebar.markdown[0].value)
    assert above
    assert beside
    assert above.groups() == beside.groups()
    return int(above[1].replace(",", "")), int(above[2].replace(",", ""))


def layer(app: AppTest, beginning: str) -> list[dict[str, Any]]:
    """Return the data of the map's layers whose ids begin like this."""
    [component] = [one for one in app.get("bidi_component") if one.proto.component_name != "actionmap_live"]
    layers = [one for one in json.loads(component.proto.bytes)["deck"]["layers"] if one["id"].startswith(beginning)]
    return [row for one in layers for row in one["data"]]


def pins(app: AppTest) -> list[dict[str, Any]]:
    """Return the map's markers."""
    return [{"n": 1} | row for row in layer(app, "places")]


def facets(options: list[str]) -> dict[str, int]:
    """Return name → count of options such as "Austria (1)"."""
    found = (re.fullmatch(r"(.+) \(([\d,]+)\)", option) for option in options)
    return {match[1]: int(match[2].replace(",", "")) for match in found if match}


def kept(**values: list[str]) -> list[dict[str, str]]:
    """Return the shipped actions with these values in these columns."""
    return [action for action in ACTIONS if all(action[column] in allowed for column, allowed in values.items())]


def campaign(folder: Path, actions: str, **files: str) -> Path:
    """Write a campaign of test data."""
    (folder / "campaign.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "actions.csv").write_text(HEADER + actions, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def rows(app: AppTest) -> list[str]:
    """Return the rows of the list, or of what is nearest, as a screen reader reads them."""
    found = re.findall(r'<button type="button" data-does="open".*?</button>', html(app), re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", row)) for row in found]


def buttons(app: AppTest, does: str) -> list[str]:
    """Return what the buttons of our own HTML that do this do it with."""
    return [unescape(value) for value in re.findall(rf'data-does="{does}" data-value="([^"]*)"', html(app))]


def press(app: AppTest, does: str, value: str) -> AppTest:
    """Send what the browser sends when a button of our own HTML is pressed."""
    assert value in buttons(app, does)
    [id_] = [one for one, text in live(app).items() if f'data-does="{does}"' in text]
    asked = {"event": "asked", "value": {"all": [{"number": time.monotonic_ns(), "does": does, "value": value}]}}
    states = app._tree.get_widget_states()
    states.widgets.add(id=f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{id_}__events", json_trigger_value=json.dumps(asked))
    return app._run(states)


@pytest.mark.parametrize("page", ["map", "about"])
def test_every_page_runs_without_an_exception(open_app: OpenApp, page: str) -> None:
    app = open_app(page=page)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert "am-footer" in html(app)
    assert [one.key for one in app.sidebar.multiselect][:1] == (["country"] if page == "map" else [])


def test_the_map_starts_with_all_actions(open_app: OpenApp) -> None:
    app = open_app()
    assert shown(app) == (LISTED, LISTED)
    assert app.query_params == {}
    several = [re.search(r": (\d+) actions$", pin["t"]) for pin in pins(app)]
    assert sum(int(match[1]) if match else 1 for match in several) == LISTED
    further = re.findall(r"Show more \((\d+) left\)", html(app))
    assert len(rows(app)) + sum(map(int, further)) == LISTED


def test_places_with_several_actions_say_how_many(open_app: OpenApp) -> None:
    app = open_app()
    together = [action for action in IN_LONDON if pin_of(action)["precision"] == "locality"]
    [london] = [pin for pin in pins(app) if pin["t"] == f"London, United Kingdom: {len(together)} actions"]
    assert 1 < len(together) < len(IN_LONDON)  # one has a venue of its own
    assert london["n"] == len(together)
    assert {pin["n"] for pin in pins(app) if not pin["t"].endswith(" actions")} == {1}


def test_a_place_known_only_by_country_or_region_has_another_marker(open_app: OpenApp) -> None:
    shapes = {("town not stated" in pin["t"], pin["i"][-1]) for pin in pins(open_app())}
    assert shapes == {(True, "a"), (False, "p")}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"country": "GB"}, kept(country=["GB"])),
        ({"country": ["GB", "AT"]}, kept(country=["GB", "AT"])),
        ({"status": "announced"}, kept(status=["announced"])),
        ({"basis": "call", "country": "BR"}, kept(basis=["call"], country=["BR"])),
        ({"member": "pym"}, linked_to("pym", "organizers", "supporters", "callers")),
        ({"member": "pym", "link": "organized"}, linked_to("pym", "organizers")),
        ({"member": "pym", "link": "called"}, linked_to("pym", "callers")),
        ({"member": "pym", "link": ["organized", "called"]}, linked_to("pym", "organizers", "callers")),
        ({"member": "ikram", "link": "supported"}, linked_to("ikram", "supporters")),
        ({"member": "not-stated"}, kept(organizers=[""])),
        ({"q": "vienna"}, kept(locality=["Vienna"])),
        ({"q": "VÍENNA platz"}, kept(locality=["Vienna"])),
    ],
)
def test_an_address_shows_its_actions_and_stays_as_it_is(
    open_app: OpenApp, query: dict[str, Any], expected: list[dict[str, str]]
) -> None:
    app = open_app(query)
    assert shown(app) == (len(expected), LISTED)
    assert app.query_params == query
    assert len(pins(app)) <= len(expected)
    again = open_app(app.query_params)
    assert again.session_state["_view"] == app.session_state["_view"]


def test_each_option_counts_its_actions_under_the_other_filters(open_app: OpenApp) -> None:
    app = open_app({"country": ["GB", "US"], "status": "reported"})
    countries = facets(app.multiselect(key="country").options)
    assert countries["United Kingdom"] == len(kept(country=["GB"], status=["reported"]))
    assert countries["Austria"] == len(kept(country=["AT"], status=["reported"]))
    assert sum(countries.values()) == len(kept(status=["reported"]))
    statuses = facets([option.content for option in app.pills(key="status").proto.options])
    chosen = {"country": ["GB", "US"]}
    assert statuses == {
        "Reported": len(kept(**chosen, status=["reported"])),
        "Announced": len(kept(**chosen, status=["announced"])),
    }
    bases = facets([option.content for option in app.pills(key="basis").proto.options])
    chosen["status"] = ["reported"]
    assert bases == {
        "Tied to the call": len(kept(**chosen, basis=["call"])),
        "Same day only": len(kept(**chosen, basis=["same-day"])),
    }


def test_a_region_of_the_world_chooses_its_countries_at_once(open_app: OpenApp) -> None:
    app = open_app()
    field = app.multiselect(key="country")
    african = {action["country"] for action in ACTIONS} & set(regions.areas()["002"])
    assert f"Africa (all {len(african)})" in field.options
    assert not any(option.startswith("Oceania") for option in field.options)  # one country alone
    field.set_value(["002", "JP"]).run()
    assert set(app.multiselect(key="country").value) == african | {"JP"}
    assert shown(app)[0] == sum(action["country"] in african | {"JP"} for action in ACTIONS)


@pytest.mark.parametrize("member", COALITION)
def test_each_coalition_member_says_what_ties_it_to_how_many_actions(open_app: OpenApp, member: str) -> None:
    label = open_app().checkbox(key=f"member-{member}").label
    figures = {tie: int(figure) for figure, tie in re.findall(r"(\d+)\s(organized|supported|called)", label)}
    counted = {tie: len(linked_to(member, column)) for tie, column in TIES.items()}
    assert figures == {tie: number for tie, number in counted.items() if number}


def test_every_filter_goes_into_the_address_and_clear_all_takes_it_out(open_app: OpenApp) -> None:
    app = open_app()
    app.text_input(key="q").set_value("a").run()
    assert app.query_params == {"q": "a"}
    app.multiselect(key="country").set_value(["GB"]).run()
    assert app.query_params == {"q": "a", "country": "GB"}
    app.pills(key="status").set_value(["reported"]).run()
    app.pills(key="basis").set_value(["call"]).run()
    app.checkbox(key="member-pym").check().run()
    app.pills(key="link").set_value(["called"]).run()
    app.multiselect(key="others").set_value(["not-stated"]).run()
    everything = {"q": "a", "country": "GB", "status": "reported", "basis": "call", "link": "called"}
    assert app.query_params == everything | {"member": ["pym", "not-stated"]}
    app.checkbox(key="member-pym").uncheck().run()
    assert app.query_params == everything | {"member": "not-stated"}
    [clear] = [button for button in app.sidebar.button if button.label == "Clear all"]
    clear.click().run()
    assert app.query_params == {}
    assert shown(app) == (LISTED, LISTED)
    assert app.text_input(key="q").value == ""
    assert app.multiselect(key="country").value == []
    assert not app.exception


def test_quick_clicks_count_though_the_browser_still_has_the_former_address_and_labels(open_app: OpenApp) -> None:
    app = open_app({"q": "london", "date": "2024-03-03"})
    former = app.query_params
    [tied] = [label for label in app.pills(key="basis").options if label.startswith("Tied to the call")]
    [britain] = [label for label in app.multiselect(key="country").options if label.startswith("United Kingdom")]
    app.pills(key="date").set_value([]).run()
    assert tied not in app.pills(key="basis").options
    assert britain not in app.multiselect(key="country").options
    app.query_params = former
    app.run()
    assert app.query_params == {"q": "london"}
    app.query_params = former
    app.pills(key="basis").set_value([tied])
    app.multiselect(key="country").set_value([britain]).run()
    assert app.query_params == {"q": "london", "basis": "call", "country": "GB"}
    assert app.pills(key="basis").value == ["call"]
    assert not app.exception


def test_what_is_cleared_stays_so_though_the_browser_still_has_the_former_values(open_app: OpenApp) -> None:
    app = open_app({"q": "london", "country": "GB"})
    former, chosen = app.query_params, app.multiselect(key="country").value
    [clear] = [button for button in app.sidebar.button if button.label == "Clear all"]
    clear.click().run()
    app.query_params = former
    app.text_input(key="q").set_value("london")
    app.multiselect(key="country").set_value(chosen)
    [tied] = [label for label in app.pills(key="basis").options if label.startswith("Tied to the call")]
    app.pills(key="basis").set_value([tied]).run()
    assert app.query_params == {"basis": "call"}
    assert (app.text_input(key="q").value, app.multiselect(key="country").value) == ("", [])
    app.text_input(key="q").set_value("london").run()
    assert app.query_params == {"basis": "call", "q": "london"}
    assert not app.exception


def test_a_click_is_done_though_the_next_is_there_before_its_run_has_begun(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, later = ScriptRunner._run_script, iter([True])

    def begin(runner: ScriptRunner, asked: RerunData) -> None:
        if next(later, False):
            others = [one for one in asked.widget_states.widgets if not one.trigger_value]
            runner.request_rerun(replace(asked, widget_states=WidgetStates(widgets=others)))
        begun(runner, asked)

    app = open_app({"country": "GB"})
    [clear] = [button for button in app.sidebar.button if button.label == "Clear all"]
    monkeypatch.setattr(ScriptRunner, "_run_script", begin)
    clear.click().run()
    assert shown(app) == (LISTED, LISTED)
    assert app.query_params == {}


def test_what_is_cleared_stays_so_though_the_run_ends_before_the_browser_has_heard_of_it_all(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app({"q": "london", "country": "GB"})
    former, end, later = app._tree.get_widget_states(), view.write_url, iter([True])

    def cut() -> None:
        if next(later, False):
            get_script_run_ctx().script_requests.request_rerun(RerunData("q=london&country=GB", former))
        end()

    [clear] = [button for button in app.sidebar.button if button.label == "Clear all"]
    monkeypatch.setattr(view, "write_url", cut)
    clear.click().run()
    assert shown(app) == (LISTED, LISTED)
    assert app.query_params == {}
    assert (app.text_input(key="q").value, app.multiselect(key="country").value) == ("", [])


def test_a_browser_that_goes_back_hears_again_what_it_may_have_been_told_otherwise(open_app: OpenApp) -> None:
    app = open_app({"member": "pym", "q": "london"})
    former = app.query_params
    [clear] = [button for button in app.sidebar.button if button.label == "Clear all"]
    clear.click().run()
    app.query_params = former | {"country": "GB"}
    app.checkbox(key="member-pym").check()  # as it is in a browser that is behind
    app.text_input(key="q").set_value("london").run()
    assert app.query_params == former | {"country": "GB"}
    for widget in (app.checkbox(key="member-pym"), app.text_input(key="q")):
        assert widget.proto.set_value


def test_a_widget_of_which_the_browser_says_nothing_is_told_what_it_shows(open_app: OpenApp) -> None:
    app = open_app({"near": "Lyon", "q": "london"})
    assert not app.run().text_input(key="near").proto.set_value
    said = [one for one in app._tree.get_widget_states().widgets if not one.id.endswith("near")]
    app._run(WidgetStates(widgets=said))
    assert not app.text_input(key="q").proto.set_value
    assert app.text_input(key="near").proto.set_value
    assert app.text_input(key="near").value == "Lyon"


def test_an_address_that_was_still_on_its_way_when_somebody_went_elsewhere_does_not_lead(open_app: OpenApp) -> None:
    app = open_app({"country": "GB"})
    app.text_input(key="q").set_value("london").run()
    late = app.query_params
    app.query_params = {"country": "AT"}
    app.run()
    app.query_params = late
    app.run()
    assert app.query_params == {"country": "AT"}
    assert shown(app) == (len(kept(country=["AT"])), LISTED)


def test_clear_all_waits_for_something_to_clear(open_app: OpenApp) -> None:
    def clear(app: AppTest) -> Any:
        return next(button for button in app.sidebar.button if button.label == "Clear all")

    assert clear(open_app()).disabled
    assert not clear(open_app({"country": "GB"})).disabled


def test_unknown_values_are_named_in_one_notice_and_the_rest_holds(open_app: OpenApp) -> None:
    app = open_app({"country": ["GB", "XX"], "member": "nobody", "action": "no-such", "unheard-of": "1"})
    assert len(app.warning) == 1
    assert {name for name in ("XX", "nobody", "such", "unheard") if name in " ".join(w.value for w in app.warning)} == {
        "XX",
        "nobody",
        "such",
        "unheard",
    }
    assert shown(app) == (len(kept(country=["GB"])), LISTED)
    assert app.query_params["country"] == "GB"


def test_the_about_page_keeps_the_view(open_app: OpenApp) -> None:
    app = open_app({"country": "GB", "action": kept(country=["GB"])[0]["id"]}, page="about")
    assert app.query_params == {"country": "GB", "action": kept(country=["GB"])[0]["id"]}
    app.switch_page("pages/map.py").run()
    assert shown(app) == (len(kept(country=["GB"])), LISTED)


def test_the_about_page_counts_what_the_list_does_not_know(open_app: OpenApp) -> None:
    text = " ".join(element.value for element in open_app(page="about").main.markdown)
    assert f"{LISTED} actions in {COUNTRIES} countries and territories" in text
    assert f"For {len(kept(start_time=['']))} of {LISTED} actions no start time is stated" in text


def test_an_action_opens_from_the_list_and_closes_again(open_app: OpenApp) -> None:
    app = press(open_app({"country": "AT"}), "open", "at-vienna")
    assert app.query_params == {"country": "AT", "action": "at-vienna"}
    assert html(app).count(CARD) == 1
    assert "<h3>Vienna, Austria</h3>" in html(app)
    press(app, "close", "")
    assert CARD not in html(app)
    assert app.query_params == {"country": "AT"}


def test_an_opened_action_that_the_filters_leave_out_is_shown_and_says_so(open_app: OpenApp) -> None:
    app = open_app({"country": "GB", "action": "at-vienna"})
    assert "<h3>Vienna, Austria</h3>" in html(app)
    assert "The filters leave this action out." in html(app)


def test_every_shipped_action_has_a_card(open_app: OpenApp) -> None:
    app = open_app()
    for action in ACTIONS:
        app.query_params = {"action": action["id"]}
        app.run()
        assert not app.exception, action["id"]
        assert action["venue"] in unescape(html(app)), action["id"]
        assert html(app).count('href="data:text/calendar') == html(app).count(CARD) >= 1, action["id"]


def test_nearest_gives_five_actions_with_both_measures(open_app: OpenApp) -> None:
    app = open_app()
    app.text_input(key="near").set_value("東京").run()
    assert not app.exception
    assert app.query_params == {"near": "東京"}
    answers = rows(app)
    assert len(answers) == 5
    line = r"[\d,]+ km · [\d,]+ miles · \d+ actions? (reported|announced).* · \d+ March"
    assert all(re.search(line, row) for row in answers)
    assert "Tokyo, Japan" in answers[0]


def test_nearest_has_one_row_for_a_place_with_all_its_actions(open_app: OpenApp) -> None:
    together = sum(pin_of(action)["precision"] == "locality" for action in IN_LONDON)
    part, first, *_ = rows(open_app({"near": "Croydon, United Kingdom"}))
    assert (
        part == "London, United Kingdom Reported · 2 March · Barclays branch, Croydon"
    )  # the town asked for, by venue
    assert f"London, United Kingdom 14 km · 9 miles · {together} actions reported · 2 March" in first


def test_nearest_says_first_what_is_somewhere_in_the_askers_country(open_app: OpenApp) -> None:
    app = open_app({"near": "Johannesburg"})
    assert rows(app)[0].startswith("1 action in South Africa, town not stated Announced")
    assert len(rows(app)) == 6


@pytest.mark.parametrize(
    ("near", "town"),
    [("Qqzzxville", None), ("<script>alert(1)</script>", None), ("New Yrok", "New York City"), ("Ondon", "London")],
)
def test_nearest_to_an_unknown_town_says_what_to_write(open_app: OpenApp, near: str, town: str | None) -> None:
    app = open_app({"near": near})
    assert not app.exception
    assert "<h2>Which town?</h2>" in html(app)
    assert f"has no {near}." in unescape(re.sub("</?strong>", "", html(app)))
    offers = [value for value in buttons(app, "near") if value]
    assert [value.split(",")[0] for value in offers][:1] == ([town] if town else [])
    if offers:
        assert len(rows(press(app, "near", offers[0]))) == 5


@pytest.mark.parametrize(
    ("q", "does", "value", "says"),
    [
        ("Cubba", "country", "CU", f"Cuba: show its {len(kept(country=['CU'])):,} actions"),
        ("ILPS", "member", "ilps", "International League of People's Struggle: show its"),
        ("Vienna United", "search", "", ""),
        ("Sydnye", "search", "Sydney", "Did you mean “Sydney”?"),
        ("Lyon", "near", "Lyon", "Nearest to Lyon, Auvergne-Rhône-Alpes, France"),
    ],
)
def test_a_search_that_finds_nothing_offers_what_was_meant(
    open_app: OpenApp, q: str, does: str, value: str, says: str
) -> None:
    app = open_app({"q": q})
    assert shown(app)[0] == 0
    assert value in buttons(app, does) or not value
    assert says in unescape(html(app))


def test_a_search_that_other_filters_leave_out_is_offered_without_them(open_app: OpenApp) -> None:
    app = open_app({"q": "Vienna", "status": "announced"})
    assert buttons(app, "search") == ["Vienna"]


def test_no_match_offers_all_actions(open_app: OpenApp) -> None:
    app = open_app({"q": "nowhere of this name"})
    assert shown(app) == (0, LISTED)
    assert pins(app) == []
    assert buttons(app, "clear") == [""]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ({}, ""),
        ({"country": "AT"}, "Austria"),
        ({"q": "Wien", "status": "reported"}, "reported; “Wien”"),
        ({"country": "GB", "action": "at-vienna"}, "Vienna, Austria"),
    ],
)
def test_the_tab_says_what_is_open_or_chosen(query: dict[str, str], title: str) -> None:
    table = pinned(load_campaign(DATA), gazetteer())
    selection, _ = Selection.from_query({name: [value] for name, value in query.items() if name != "action"}, {})
    said = tab_title("reach", *table, selection, query.get("action", ""))
    assert said == " · ".join(filter(None, [title, "Global reach", table[0].settings.title]))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("one,14:00,Test square,Lyon,,FR,reported,call,", ["Reported", "Tied to the call", "not at the venue"]),
        ("one,,,Lyon,,FR,announced,same-day,", ["Announced", "Same day only", "not stated"]),
        ("one,,,,BC,CA,announced,call,", ["British Columbia", "town not stated", "the whole of"]),
        ("one,,,,,AR,announced,call,", ["Argentina (town not stated)", "stands for all of"]),
        ("one,,,Nowhere of this name,,FR,reported,call,", ["Nowhere of this name, France", "could not be found"]),
    ],
    ids=["venue", "locality", "region", "country", "unresolved"],
)
def test_one_action_has_a_card_for_its_status_and_precision(
    open_app: OpenApp, tmp_path: Path, row: str, says: list[str]
) -> None:
    app = open_app({"action": "one"}, campaign=campaign(tmp_path, row + "\n"))
    assert not app.exception
    assert [words for words in says if words not in html(app)] == []
    assert "1 of 1 action" in app.sidebar.markdown[0].value


def test_without_organizations_everything_runs(open_app: OpenApp, tmp_path: Path) -> None:
    folder = campaign(tmp_path, "one,,,Lyon,,FR,reported,call,test-group\n")
    for page in ("map", "about"):
        app = open_app({"action": "one"}, campaign=folder, page=page)
        assert not app.exception
        assert not app.checkbox


def test_a_list_without_actions_says_what_will_happen(open_app: OpenApp, tmp_path: Path) -> None:
    for page in ("map", "about"):
        app = open_app(campaign=campaign(tmp_path, ""), page=page)
        assert not app.exception
        assert "No action is listed yet" in app.info[0].value


@pytest.mark.parametrize("page", ["map", "about"])
def test_a_broken_campaign_says_what_to_do(open_app: OpenApp, tmp_path: Path, page: str) -> None:
    folder = campaign(tmp_path, "")
    (folder / "campaign.toml").write_text("title = ", encoding="utf-8")
    app = open_app(campaign=folder, page=page)
    assert not app.exception
    assert [title.value for title in app.title] == ["There is nothing to show yet"]
    assert "python -m actionmap check" in app.markdown[0].value
