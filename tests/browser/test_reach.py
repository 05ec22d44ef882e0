"""A fact-checker's journey in a real browser."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.shipped_list import ACTIONS, LISTED


def test_a_fact_checker_goes_from_a_claim_to_the_actions_behind_it(visit: Visit) -> None:
    screen = visit("/reach")
    claim = screen.page.locator(".am-claim", has_text="17 named countries and territories")
    expect(claim).to_contain_text("Itemised in part")
    claim.locator("summary").click()
    in_canada = [action for action in ACTIONS if action["country"] == "CA" and action["basis"] == "call"]
    tick = claim.get_by_role("listitem").filter(has_text="Canada")
    expect(tick).to_contain_text(f"({len(in_canada)})")
    tick.get_by_role("link").click()
    screen.settle()
    screen.expect_query(country=["CA"], basis=["call"])
    expect(screen.main).to_contain_text(f"{len(in_canada)} of {LISTED} actions")
    assert screen.elsewhere == []


def test_the_reach_page_hands_out_the_filtered_data(visit: Visit) -> None:
    screen = visit("/reach?country=MA&country=ZA")
    with screen.page.expect_download() as download:
        screen.page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "actions-2024-03-02-ma-za.csv"
    rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) - 1 == sum(action["country"] in ("MA", "ZA") for action in ACTIONS)
    assert screen.elsewhere == []
