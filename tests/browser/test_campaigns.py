"""Other campaigns: another day elsewhere, one that changes, one without organizations, and one that cannot be read."""

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Visit, Workbench, serve
from tests.browser.test_inert_text import HOSTILE, assert_inert, assert_literal

SETTINGS = """
title = "Test day in New Zealand"
standfirst = "Invented actions to test with."
date = 2031-09-07
call_url = "https://example.org/test-call"
"""
HEADER = "id,start_time,venue,locality,country,status,organizers,source_name,source_url\n"
ACTIONS = (
    HEADER
    + "test-1,11:00,Test venue one,Wellington,NZ,announced,test-group,Test source,https://example.org/1\n"
    + "test-2,,Test venue two,Auckland,NZ,reported,,Test source,https://example.org/2\n"
    + "test-3,,Test venue three,Nowhere of this name,NZ,reported,,Test source,https://example.org/3\n"
)
ORGANIZATIONS = "id,name,role\ntest-group,Test group,coalition\n"
CAMPAIGN = {"campaign.toml": SETTINGS, "actions.csv": ACTIONS, "organizations.csv": ORGANIZATIONS}


def test_another_folder_is_another_day_in_another_country_and_an_action_without_a_place_says_so(
    visit: Visit, workbench: Workbench
) -> None:
    workbench.write(CAMPAIGN)
    screen = visit("/", site=workbench.site)
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Test day in New Zealand")
    expect(screen.page.get_by_role("link", name="The call")).to_have_attribute("href", "https://example.org/test-call")
    screen.expect_count(3, 3)
    assert {pin["t"] for pin in screen.pins} == {"Wellington, New Zealand", "Auckland, New Zealand"}
    expect(screen.sidebar).to_contain_text("Test group")
    screen.rows.filter(has_text="Wellington").click()
    expect(screen.cards).to_contain_text("Sunday 7 September 2031")
    expect(screen.cards).to_contain_text("11:00 (Auckland time)")
    expect(screen.cards).to_contain_text("23:00 on 6 September")
    expect(screen.main).not_to_contain_text("2024")
    screen.page.get_by_role("button", name="Back to the list").click()
    row = screen.rows.filter(has_text="Nowhere of this name")
    expect(row).to_contain_text("not on the map")
    row.click()
    expect(screen.cards).to_have_count(1)
    expect(screen.cards).to_contain_text("the place could not be found")


def test_an_edited_list_is_shown_without_a_restart(visit: Visit, workbench: Workbench) -> None:
    workbench.write(CAMPAIGN)
    screen = visit("/", site=workbench.site)
    screen.expect_count(3, 3)
    workbench.write(CAMPAIGN | {"actions.csv": ACTIONS + "test-4,,Test venue four,Dunedin,NZ,reported,,,\n"})
    screen.open("/")
    screen.expect_count(4, 4)


def test_without_organizations_the_filters_have_none(visit: Visit, workbench: Workbench) -> None:
    settings = SETTINGS.replace("Test day", "Test day without organizations")
    workbench.write({"campaign.toml": settings, "actions.csv": ACTIONS})
    screen = visit("/", site=workbench.site)
    screen.expect_count(3, 3)
    expect(screen.sidebar.get_by_text("Status", exact=True)).to_be_visible()
    expect(screen.sidebar.get_by_text("Date", exact=True)).to_have_count(0)  # all are on one day
    screen.rows.filter(has_text="Wellington").click()
    expect(screen.cards).to_be_visible()


def test_an_unreadable_campaign_gets_a_friendly_page_without_markup_of_its_own_and_then_a_map(
    visit: Visit, tmp_path: Path
) -> None:
    campaign = tmp_path / "campaign"
    campaign.mkdir()
    (campaign / "actions.csv").write_text(ACTIONS, encoding="utf-8")
    (campaign / "campaign.toml").write_text("title = ", encoding="utf-8")
    with serve(tmp_path, {"ACTIONMAP_CAMPAIGN": str(campaign)}) as site:
        screen = visit("/", site=site)
        expect(screen.page.get_by_role("heading", name="There is nothing to show yet")).to_be_visible()
        expect(screen.page.get_by_test_id("stAlert")).to_contain_text("campaign.toml is not TOML")
        expect(screen.main).to_contain_text("python -m actionmap check")
        expect(screen.page.get_by_test_id("stException")).to_have_count(0)
        expect(screen.main).not_to_contain_text("Traceback")
        settings = "".join(f"{json.dumps(text)} = 1\n" for text in HOSTILE)
        (campaign / "campaign.toml").write_text(settings, encoding="utf-8")
        screen.open("/")
        assert_literal(screen.page.get_by_test_id("stAlert"), *HOSTILE)
        assert_inert(screen)
        (campaign / "campaign.toml").write_text(SETTINGS, encoding="utf-8")
        screen.open("/")
        screen.expect_count(3, 3)
