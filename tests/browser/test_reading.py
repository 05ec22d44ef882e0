"""Reading: contrast in light and dark, the keyboard alone, and names for screen readers."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.shipped_list import LISTED

CONTRAST = """() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
    const rgba = color => {
        canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1)
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
        return [r, g, b, a / 255]
    }
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1)
    const behind = element => {
        const layers = []
        for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor))
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1])
    }
    const luminance = color => {
        const [r, g, b] = color.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const seen = new Map()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement
        const shown = element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
        const box = element.getBoundingClientRect()
        const exempt = text === '●' || element.closest(':disabled, [aria-hidden=true], script, style')
        if (!text || !shown || box.width < 2 || exempt) continue
        const back = behind(element), ink = over(rgba(getComputedStyle(element).color), back)
        const [dark, light] = [luminance(back), luminance(ink)].sort((a, b) => a - b)
        const ratio = (light + 0.05) / (dark + 0.05)
        seen.set(text.slice(0, 60), Math.min(ratio, seen.get(text.slice(0, 60)) ?? 99))
    }
    return Object.fromEntries(seen)
}"""


def hardly_readable(screen: Screen) -> dict[str, float]:
    """Return the texts whose contrast with what is behind them is under 4.5 to 1 (WCAG 2 AA)."""
    ratios: dict[str, float] = screen.page.evaluate(CONTRAST)
    assert len(ratios) > 20
    return {text: round(ratio, 2) for text, ratio in ratios.items() if ratio < 4.5}


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_every_text_stands_out_from_its_background(visit: Visit, dark: bool) -> None:
    screen = visit("/", dark=dark)
    background = screen.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", background)[:3])) < 60) == dark
    assert hardly_readable(screen) == {}
    screen.rows.nth(1).click()
    expect(screen.cards.first).to_be_visible()
    assert hardly_readable(screen.settle()) == {}
    screen.page.get_by_role("link", name="About").click()
    expect(screen.main).to_contain_text("Sources and licences")
    assert hardly_readable(screen.settle()) == {}


@pytest.mark.webgl
def test_the_map_is_dark_on_a_dark_page_and_its_pins_still_stand_out(visit: Visit) -> None:
    light, dark = visit("/?country=GB").picture(), visit("/?country=GB", dark=True).picture()
    assert dark.mean() < 80 < 160 < light.mean()


def test_the_link_is_copied_and_what_the_card_says_is_in_order(visit: Visit) -> None:
    screen = visit("/?country=GB&action=gb-london-harrow")
    screen.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one = screen.page.locator("#card-gb-london-harrow")
    one.get_by_role("button", name="Copy link").click()
    expect(one.get_by_role("status")).to_have_text("The link is copied.")
    assert screen.page.evaluate("navigator.clipboard.readText()").endswith("?country=GB&action=gb-london-harrow")
    levels = screen.main.locator("h1, h2, h3, h4").evaluate_all("found => found.map(one => +one.tagName[1])")
    assert all(below <= above + 1 for above, below in pairwise(levels))
    expect(one).to_be_in_viewport()


def test_a_screen_reader_finds_map_filters_and_list_by_names_without_markup(visit: Visit) -> None:
    page = visit("/").page
    expect(page.get_by_role("region", name=f"World map of {LISTED} actions")).to_be_visible()
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()
    expect(page.get_by_role("combobox", name="Country or territory")).to_be_visible()
    expect(page.get_by_role("textbox", name="Nearest to")).to_be_visible()
    expect(page.get_by_role("button", name="Vienna, Austria")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    named = page.locator("[aria-label]").evaluate_all("found => found.map(one => one.ariaLabel)")
    assert [name for name in named if re.search(r"\\|\*\*|:\w+\[", name)] == []


def test_a_screen_reader_hears_whether_an_action_was_announced_or_reported(visit: Visit) -> None:
    rows = visit("/?country=AT&country=AR").rows
    expect(rows.filter(has_text="Vienna")).to_have_accessible_name(re.compile("reported", re.IGNORECASE))
    expect(rows.filter(has_text="Argentina")).to_have_accessible_name(re.compile("announced", re.IGNORECASE))
