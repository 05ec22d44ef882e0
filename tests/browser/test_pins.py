"""The keeper of a list reviews its pins in a real browser; a visitor takes corrections away as a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from actionmap.places.pin_cache import PinCache
from actionmap.world.place import Place
from tests.browser.conftest import Visit, serve

ROWS = "venue,locality,country\nTest Square,Marsille,FR\n,Xyzzyqq,AT\n,Lyon,FR\n"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server for whoever keeps a list, and its geocode cache."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "campaign.toml").write_text('title = "Test day"\ndate = 2031-05-02\n')
    (folder / "actions.csv").write_text(ROWS)
    cache = folder / "geocodes.csv"
    environment = {"ACTIONMAP_CAMPAIGN": str(folder), "ACTIONMAP_GEOCODE_CACHE": str(cache), "ACTIONMAP_LOCAL": "1"}
    with serve(folder, environment) as site:
        yield site, cache


def test_a_choice_and_coordinates_are_written_by_a_new_servers_first_visitor_and_the_map_has_them(
    visit: Visit, kept: tuple[str, Path]
) -> None:
    site, cache = kept
    screen = visit("/about", site=site)  # a new server's first visitor may come to any page
    expect(screen.page.get_by_role("heading", name="About this map")).to_be_visible()
    expect(screen.main).to_contain_text("3 actions in")
    expect(screen.main.locator(".am-footer")).to_be_visible()
    page = screen.page
    page.get_by_role("link", name="Pins", exact=True).click()
    expect(screen.main).to_contain_text("2 of 3 places in doubt")
    page.get_by_role("button", name="Marseille, Provence").click()
    expect(screen.main).to_contain_text("1 of 3 places in doubt")
    screen.settle()
    page.get_by_role("button", name="Coordinates").first.click()
    field = page.get_by_role("textbox", name="Latitude, longitude")
    field.fill("16.37, 48.21")
    field.press("Enter")
    expect(page.get_by_text("Are the two numbers the right way round?")).to_be_visible()
    field.fill("48.21, 16.37")
    field.press("Enter")
    expect(page.get_by_text("The nearest town is")).to_contain_text("Wien, Austria")
    page.get_by_role("button", name="Pin it there").click()
    expect(screen.main).to_contain_text("0 of 3 places in doubt")
    written = PinCache(cache)
    assert {(pin.locality, pin.geocoder, round(pin.latitude, 2)) for pin in written} == {
        ("Marsille", "reviewed", 43.3),
        ("Xyzzyqq", "reviewed", 48.21),
    }
    assert written.find(Place("Test Square", "Marsille", "", "FR"))
    page.get_by_role("link", name="Map", exact=True).click()
    screen.expect_count(3, 3)
    screen.wait(
        lambda: {pin["t"].split(",")[0] for pin in screen.pins} == {"Lyon", "Marsille", "Xyzzyqq"}, "three pins"
    )


def test_visitors_reach_the_review_from_about_and_take_their_corrections_as_a_file(visit: Visit) -> None:
    screen = visit("/about")
    page = screen.page
    expect(page.get_by_role("link", name="Pins", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Review every pin").click()
    expect(screen.main).to_contain_text("Every place has a pin")
    screen.settle()
    page.get_by_text("Every place and its pin").click()
    table = page.get_by_role("table")
    table.get_by_role("button", name="Actions").click()
    expect(table.get_by_role("columnheader", name="Actions")).to_have_attribute("aria-sort", "ascending")
    table.get_by_role("rowheader").first.get_by_role("button").click()
    expect(page.get_by_role("button", name="Coordinates")).to_be_visible()
    screen.settle()
    page.get_by_role("button", name="Coordinates").first.click()
    field = page.get_by_role("textbox", name="Latitude, longitude")
    field.fill("1.5, 2.5")
    field.press("Enter")
    page.get_by_role("button", name="Pin it there").click()
    expect(screen.main).to_contain_text("1 pin corrected, for you alone")
    screen.settle()
    with page.expect_download() as download:
        page.get_by_role("button", name="The corrected pins (CSV)").click()
    handed_out = PinCache(download.value.path())
    assert (1.5, 2.5, "reviewed") in {(pin.latitude, pin.longitude, pin.geocoder) for pin in handed_out}
    assert len(handed_out) > 80
