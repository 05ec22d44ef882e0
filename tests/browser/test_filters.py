"""The filters: what they show, and that the address always says it."""

import re

from playwright.sync_api import WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from actionmap.text import fold
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.shipped_list import ACTIONS, IN_BRITAIN, LISTED, TIES, linked_to

PYM = "Palestinian Youth Movement"


def choose(screen: Screen, filter_: str, option: str) -> None:
    """Choose an option of a filter that is a list to type into."""
    box = screen.sidebar.get_by_role("combobox", name=filter_)
    box.click()
    box.fill(option)
    screen.page.get_by_role("option", name=option).first.click()
    screen.page.keyboard.press("Escape")


def is_end_of_run(sent: str | bytes) -> bool:
    """Tell whether the server said with this that a run is over."""
    return ForwardMsg.FromString(sent if isinstance(sent, bytes) else sent.encode()).HasField("script_finished")


def test_a_country_chosen_in_the_sidebar_is_shown_alone_and_in_the_address(visit: Visit) -> None:
    screen = visit("/")
    choose(screen, "Country or territory", "United Kingdom")
    screen.expect_count(len(IN_BRITAIN), LISTED)
    screen.expect_query(country=["GB"])
    screen.settle()
    assert {pin["t"].split(",")[0] for pin in screen.pins} == {action["locality"] for action in IN_BRITAIN}
    choose(screen, "Country or territory", "Austria")
    screen.expect_query(country=["GB", "AT"])
    screen.expect_count(len(IN_BRITAIN) + 1, LISTED)


def test_a_coalition_member_is_filtered_by_the_ties_that_are_chosen(visit: Visit) -> None:
    screen = visit("/")
    screen.sidebar.get_by_text(PYM).click()
    screen.expect_count(len(linked_to("pym", *TIES.values())), LISTED)
    screen.expect_query(member=["pym"])
    screen.sidebar.get_by_text("Organized", exact=True).click()
    screen.expect_count(len(linked_to("pym", "organizers")), LISTED)
    screen.expect_query(member=["pym"], link=["organized"])
    screen.sidebar.get_by_text("Called", exact=True).click()
    screen.expect_count(len(linked_to("pym", "organizers", "callers")), LISTED)
    screen.expect_query(member=["pym"], link=["organized", "called"])


def test_the_back_button_returns_to_the_view_before(visit: Visit) -> None:
    screen = visit("/?country=GB")
    screen.sidebar.get_by_text(PYM).click()
    screen.expect_query(country=["GB"], member=["pym"])
    screen.settle()
    screen.page.go_back()
    screen.expect_count(len(IN_BRITAIN), LISTED)
    screen.expect_query(country=["GB"])
    expect(screen.sidebar.get_by_role("checkbox", name=PYM)).not_to_be_checked()


def test_back_from_another_page_is_one_step_to_the_same_view(visit: Visit) -> None:
    drawn = {"/": ".map", "/reach": ".am-claim", "/coverage": ".am-beside"}

    def is_at(path: str) -> None:
        expect(screen.page).to_have_url(f"{screen.site}{path}?country=ZA&country=ES")
        expect(screen.page.locator(drawn[path]).first).to_be_visible()  # the address is there before the page
        screen.settle()

    screen = visit("/?country=ZA&country=ES")
    count = screen.page.locator(".am-shown").first
    shown = count.inner_text()
    for title, path in (("Global reach", "/reach"), ("Coverage gaps", "/coverage")):
        screen.page.get_by_role("link", name=title).click()
        is_at(path)
    screen.page.go_back()
    is_at("/reach")
    screen.page.go_back()
    is_at("/")
    expect(count).to_have_text(shown)
    screen.settle()  # whoever goes on before the page is drawn is brought back by its end
    screen.page.go_forward()
    is_at("/reach")


def test_search_date_status_and_basis_narrow_the_list_together(visit: Visit) -> None:
    screen = visit("/")
    search = screen.main.get_by_role("textbox", name="Search")
    search.fill("london")
    search.press("Enter")
    london = [action for action in ACTIONS if "london" in f"{action['venue']} {action['locality']}".lower()]
    screen.expect_query(q=["london"])
    screen.sidebar.get_by_role("button", name="3 March 2024").click()
    screen.expect_query(q=["london"], date=["2024-03-03"])
    screen.expect_count(0, LISTED)
    screen.sidebar.get_by_role("button", name="3 March 2024").click()
    screen.sidebar.get_by_role("button", name="Tied to the call").click()
    screen.expect_query(q=["london"], basis=["call"])
    screen.sidebar.get_by_role("button", name="Reported").click()
    screen.expect_query(q=["london"], basis=["call"], status=["reported"])
    kept = [action for action in london if (action["basis"], action["status"]) == ("call", "reported")]
    expect(screen.main.locator(".am-shown")).to_contain_text(f"of {LISTED} actions")
    screen.settle()
    assert {pin["t"].split(",")[0] for pin in screen.pins} >= {action["locality"] for action in kept}
    screen.sidebar.get_by_role("button", name="Clear all").click()
    screen.expect_count(LISTED, LISTED)
    screen.expect_query()
    expect(search).to_have_value("")


def test_no_match_says_so_and_leads_back_to_all(visit: Visit) -> None:
    screen = visit("/?q=nowhere+of+this+name")
    screen.expect_count(0, LISTED)
    expect(screen.page.get_by_role("heading", name="No action matches")).to_be_visible()
    assert screen.pins == []
    screen.page.get_by_role("button", name="Show all actions").click()
    screen.expect_count(LISTED, LISTED)
    screen.expect_query()


def test_unknown_values_in_the_address_get_a_notice_and_the_page_works(visit: Visit) -> None:
    screen = visit("/?country=GB&country=XX&member=nobody&status=maybe&basis=none&date=someday&action=no-such")
    alerts = screen.page.get_by_test_id("stAlert")
    for value in ("XX", "nobody", "maybe", "none", "someday", "no-such"):
        expect(alerts.filter(has_text=f"“{value}”")).to_be_visible()
    screen.expect_count(len(IN_BRITAIN), LISTED)
    screen.rows.first.click()
    expect(screen.cards.first).to_be_visible()
    expect(alerts).to_have_count(0)
    assert screen.query["country"] == ["GB"]


def test_the_list_is_sorted_as_people_sort_and_holds_every_row(visit: Visit) -> None:
    screen = visit("/")
    screen.scroll_list_to(LISTED)
    order = screen.page.get_by_role("combobox", name="Sort by")
    order.focus()
    order.select_option("Town")
    towns = sorted(fold(action["locality"]) for action in ACTIONS if action["locality"])
    expect(screen.rows.first).to_contain_text(re.compile(towns[0], re.IGNORECASE))
    screen.scroll_list_to(LISTED)
    shown = [fold(row.split(",")[0]) for row in screen.rows.locator("strong").all_inner_texts()]
    assert shown[: len(towns)] == towns
    expect(screen.rows.last).to_contain_text("town not stated")
    expect(order).to_be_focused()


def test_what_is_asked_in_a_moment_is_all_done(visit: Visit) -> None:
    screen = visit("/")
    shown = screen.rows.count()
    dialog = screen.page.get_by_role("dialog")
    for times, pause in enumerate((0, 2, 8, 32), start=2):  # ms: before, while and after the server does the first
        screen.page.evaluate(
            """async pause => {
                const [missing, more] = ['mend', 'more'].map(does => document.querySelector(`[data-does=${does}]`))
                missing.click()
                if (pause) await new Promise(done => setTimeout(done, pause))
                more.click()
            }""",
            pause,
        )
        expect(dialog).to_be_visible()
        expect(screen.rows).to_have_count(min(times * shown, LISTED))
        screen.settle()  # every run that draws a dialog closes and opens it
        dialog.press("Escape")
        expect(dialog).not_to_be_attached()
        screen.settle()


def test_a_card_closes_and_the_address_says_so_though_a_filter_is_chosen_in_the_same_moment(visit: Visit) -> None:
    screen = visit("/")
    for times, pause in enumerate((0, 1, 2, 4, 8, 16, 32, 64)):  # ms
        screen.rows.first.click()
        expect(screen.cards.first).to_be_visible()
        screen.sidebar.get_by_role("checkbox", name=PYM).evaluate(
            """async (box, pause) => {
                document.querySelector('[data-does=close]').click()
                if (pause) await new Promise(done => setTimeout(done, pause))
                box.click()
            }""",
            pause,
        )
        expect(screen.cards).to_have_count(0)
        screen.expect_query(**({} if times % 2 else {"member": ["pym"]}))


def test_what_was_shown_a_while_ago_is_shown_again_though_the_last_answer_is_on_its_way(visit: Visit) -> None:
    screen = visit("/about")
    late: list[str | bytes] = []
    browsers: list[WebSocketRoute] = []
    is_slow = False

    def connected(browser: WebSocketRoute) -> None:
        browsers.append(browser)
        browser.connect_to_server().on_message(lambda sent: late.append(sent) if is_slow else browser.send(sent))

    screen.page.route_web_socket("**/_stcore/stream", connected)
    screen.open("/")
    members = screen.sidebar.get_by_role("checkbox")
    for at in (0, 1):  # one member, then another, and before that is shown, all again
        members.nth(at).evaluate("box => box.click()")
        screen.wait(lambda: screen.query.get("member"), "one member to be shown")
        screen.settle()
        is_slow = True
        members.nth(at + 1).evaluate("box => box.click()")
        screen.wait(lambda: any(map(is_end_of_run, late)), "the answer of the server")
        screen.sidebar.get_by_role("button", name="Clear all").evaluate("button => button.click()")
        while late:
            browsers[-1].send(late.pop(0))
        is_slow = False
        screen.expect_query()
        screen.expect_count(LISTED, LISTED)


def test_the_about_page_keeps_the_filters_which_do_nothing_there(visit: Visit) -> None:
    screen = visit("/?country=GB")
    screen.page.get_by_role("link", name="About").click()
    expect(screen.page.get_by_role("heading", name="About this map")).to_be_visible()
    screen.expect_query(country=["GB"])
    expect(screen.sidebar.get_by_role("combobox")).to_have_count(0)
    screen.page.get_by_role("link", name="Map", exact=True).click()
    screen.expect_count(len(IN_BRITAIN), LISTED)
    screen.expect_query(country=["GB"])


def test_a_link_to_the_about_page_opens_it_with_its_filters(visit: Visit) -> None:
    screen = visit("/about?country=GB")
    expect(screen.page.get_by_role("heading", name="About this map")).to_be_visible()
    expect(screen.main).to_contain_text(f"{LISTED} actions in")
    expect(screen.main).to_contain_text("GeoNames")
    expect(screen.main).to_contain_text("Natural Earth")
