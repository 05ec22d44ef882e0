"""The first picture: what stands in the served page until the live map has drawn itself, and where nothing else can."""

from playwright.sync_api import Browser, expect

from tests.shipped_list import LISTED

PLACES_AS_IT_GOES = """document.addEventListener('am-map-drawn', () => {
    const boxes = ['#am-first', '[data-testid=stBidiComponentIsolated]']
        .map((one) => document.querySelector(one).getBoundingClientRect())
    window.places ??= boxes.map((box) => [box.x, box.y, box.width, box.height])
})"""


def test_the_first_picture_covers_the_map_until_that_is_drawn_and_leaves_without_a_jump(
    browser: Browser, shipped: str
) -> None:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(PLACES_AS_IT_GOES)
    page.goto(shipped, wait_until="commit")
    expect(page.locator("#am-first svg circle:visible").first).to_be_visible()
    expect(page.locator("#am-first")).to_have_count(0)
    picture, live_map = page.evaluate("window.places")
    assert max(abs(one - other) for one, other in zip(picture, live_map, strict=True)) < 2
    page.context.close()


def test_the_first_picture_stays_where_there_is_no_javascript(browser: Browser, shipped: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{shipped}/?country=FR")
    expect(page.get_by_text(f"3 of {LISTED} actions: France")).to_be_visible()
    expect(page.locator("#am-first svg text:visible")).to_have_text("3")
    page.get_by_role("link", name="The map as a plain page").click()
    expect(page).to_have_url(f"{shipped}/site/?country=FR")
    page.context.close()
