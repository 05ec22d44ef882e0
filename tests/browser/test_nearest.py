"""Nearest to me: a town in any script, the five nearest actions, and towns the gazetteer does not know."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.screen import Screen

KM_PER_MILE = 1.609344


def ask(screen: Screen, town: str) -> None:
    field = screen.page.get_by_role("textbox", name="Nearest to")
    field.fill(town)
    field.press("Enter")


def answers(screen: Screen) -> list[tuple[str, int, int]]:
    """Return place, km and miles of each answer, in order."""
    expect(screen.rows.nth(4)).to_contain_text("miles")
    found = [re.fullmatch(r"(.+?)\s+([\d,]+) km · ([\d,]+) miles · .+", row) for row in screen.rows.all_inner_texts()]
    return [(m[1], int(m[2].replace(",", "")), int(m[3].replace(",", ""))) for m in found if m]


def test_tokyo_in_its_own_script_finds_the_action_in_tokyo_first(visit: Visit) -> None:
    screen = visit("/")
    ask(screen, "東京")
    expect(screen.page.get_by_role("heading", name="Nearest to Tokyo")).to_be_visible()
    nearest = answers(screen)
    assert len(nearest) == 5
    assert nearest[0][0] == "Tokyo, Japan"
    assert nearest[0][1] <= 30
    assert [km for _, km, _ in nearest] == sorted(km for _, km, _ in nearest)
    assert all(abs(miles - km / KM_PER_MILE) <= 1 for _, km, miles in nearest)
    screen.expect_query(near=["東京"])


def test_cairo_in_its_own_script_draws_lines_to_the_five_nearest(visit: Visit) -> None:
    screen = visit("/")
    ask(screen, "القاهرة")
    expect(screen.page.get_by_role("heading", name="Nearest to Cairo")).to_be_visible()
    nearest = answers(screen)
    assert len(nearest) == 5
    assert all(km > 0 for _, km, _ in nearest)
    screen.settle()
    ways = screen.layer("ways")
    assert len(ways) == 5
    assert {tuple(way["a"]) for way in ways} == {tuple(ways[0]["a"])}
    seen = screen.edges
    ends = [end for way in ways for end in (way["a"], way["b"])]
    assert all(seen["west"] < x < seen["east"] and seen["south"] < y < seen["north"] for x, y in ends)
    latitude, longitude = ways[0]["a"][1], ways[0]["a"][0]
    assert abs(latitude - 30.04) < 0.3
    assert abs(longitude - 31.24) < 0.3


def test_an_answer_opens_its_card_and_close_returns_to_the_list(visit: Visit) -> None:
    screen = visit("/?near=London")
    place = answers(screen)[0][0]
    screen.rows.first.click()
    expect(screen.cards.first.locator("h3")).to_have_text(place)
    screen.page.get_by_role("button", name="Back to the list").click()
    assert answers(screen)[0][0] == place
    screen.page.get_by_role("button", name="Close").click()
    expect(screen.rows.first).to_be_visible()
    screen.expect_query()


def test_nearest_measures_only_to_the_actions_that_the_filters_keep(visit: Visit) -> None:
    screen = visit("/?country=BR&near=London")
    assert {place.rsplit(", ", 1)[1] for place, _, _ in answers(screen)} == {"Brazil"}


def test_a_misspelt_town_offers_the_one_that_was_meant(visit: Visit) -> None:
    screen = visit("/")
    ask(screen, "Lyonn")
    expect(screen.page.get_by_role("heading", name="Which town?")).to_be_visible()
    screen.page.get_by_role("button", name=re.compile("^Lyon,")).click()
    expect(screen.page.get_by_role("heading", name="Nearest to Lyon")).to_be_visible()
    assert len(answers(screen)) == 5


def test_a_town_like_no_other_gets_a_sentence_that_says_what_to_write(visit: Visit) -> None:
    screen = visit("/")
    ask(screen, "Qqzzxville")
    expect(screen.page.get_by_role("heading", name="Which town?")).to_be_visible()
    expect(screen.main).to_contain_text("has no Qqzzxville")
    expect(screen.main).to_contain_text("town, country")
    screen.page.get_by_role("button", name="Close").click()
    expect(screen.rows.first).to_be_visible()
