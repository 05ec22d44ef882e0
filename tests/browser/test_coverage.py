"""An organizer's journey over the coverage page in a real browser."""

import csv
import io
from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import expect

from actionmap.campaign.actions import read_actions
from actionmap.drawing.coverage_map import GAP_COLOR
from tests.browser.conftest import Visit
from tests.browser.screen import Screen


def share(screen: Screen) -> float:
    """Return the share of people within reach that the page says first, in percent."""
    return float(screen.main.locator(".am-beside strong").first.inner_text().rstrip("%"))


def wait_for(screen: Screen, done: Callable[[float], bool], what: str) -> None:
    screen.wait(lambda: done(share(screen)), what)
    screen.settle()


def test_an_organizer_in_latin_america_finds_gaps_and_the_next_five_places(visit: Visit) -> None:
    screen = visit("/coverage?area=419&more=5")
    expect(screen.main).to_contain_text("Gaps in Latin America")
    assert [row["n"] for row in screen.layer("suggestions")] == ["1", "2", "3", "4", "5"]
    assert len(screen.layer("added")) >= 5
    with screen.page.expect_download() as download:
        screen.page.get_by_role("button", name="These as a list to work from").click()
    written = download.value.path().read_bytes()
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert [row["status"] for row in rows] == ["suggested"] * 5
    assert {row["country"] for row in rows} <= {"MX", "BR", "AR", "CO", "PE", "CL"}
    assert rows[0]["locality"] == "Mexico City"
    expect(screen.main.locator(".am-next-list tbody tr").first).to_contain_text("best point: Naucalpan de Juárez")
    listed = read_actions(written)
    assert (listed.actions, listed.problems, listed.suggestions) == ((), (), 5)


def test_moving_the_radius_and_trying_a_town_move_the_figures_and_the_address_keeps_them(visit: Visit) -> None:
    screen = visit("/coverage")
    before = share(screen)
    slider = screen.page.get_by_role("slider", name="Radius, km")
    slider.focus()
    slider.press("ArrowRight")
    wait_for(screen, lambda now: now > before, "a wider radius to reach more people")
    screen.expect_query(radius=["60"])
    field = screen.page.get_by_role("combobox", name="What if there were one in…")
    field.fill("القاهرة")
    field.press("Enter")
    expect(screen.main.locator(".am-beside thead")).to_contain_text("With 1 town more")
    screen.expect_query(**{"radius": ["60"], "try": ["القاهرة"]})
    assert [row["t"] for row in screen.layer("tried")] == ["Cairo, Al Qāhirah, Egypt: tried as an extra action"]
    again = visit("/coverage?radius=60&try=القاهرة")
    assert again.main.locator(".am-beside").inner_text() == screen.main.locator(".am-beside").inner_text()


@pytest.mark.webgl
def test_the_map_shows_land_shaded_countries_and_gaps_in_light_and_dark(visit: Visit) -> None:
    for dark in (False, True):
        screen = visit("/coverage?radius=500", dark=dark)
        screen.settle()
        seen: list[int] = []

        def gaps_drawn(screen: Screen = screen, seen: list[int] = seen) -> bool:
            picture = screen.snapshot()
            reddish = np.abs(picture - np.array(GAP_COLOR)).max(axis=2) < 70
            seen.append(int(reddish.sum()))
            black = (picture.max(axis=2) < 12).mean()
            return seen[-1] > 500 and black < 0.2

        screen.wait(gaps_drawn, "the gaps to be drawn, and countries in their shades")


def test_the_page_fits_a_phone(visit: Visit) -> None:
    screen = visit("/coverage", phone=True)
    expect(screen.main).to_contain_text("Where next")
    box = screen.canvas.bounding_box()
    legend = screen.main.locator(".am-legend").bounding_box()
    assert box is not None
    assert legend is not None
    assert 0 <= legend["y"] - box["y"] - box["height"] < 40
    assert box["height"] < 500
    assert screen.beyond_the_edge() == []
