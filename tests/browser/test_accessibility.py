"""WCAG 2.2 AA: what axe-core finds on every page, and what it cannot: the keyboard's way, the focus, what is said."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit, serve
from tests.browser.screen import Screen
from tests.shipped_list import LISTED

LIST = "Ville;Pays;Date\nLyon;France;31/05/2031\nMarsille;France;31/05/2031\nNîmes;Frnce;31/05/2031\n"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
FIND = """async (only) => {
    const found = await axe.run(document, {
        resultTypes: ['violations'],
        rules: {'target-size': {enabled: true}},
        ...(only.length ? {runOnly: {type: 'rule', values: only}} : {}),
    })
    return found.violations.filter(one => one.impact !== 'minor').map(one =>
        `${one.impact}, ${one.id}: ` + one.nodes.map(node => node.html.slice(0, 200)).slice(0, 4).join(' and '))
}"""
SIGHTS = {
    "light": (1440, "light", []),
    "dark": (1440, "dark", ["color-contrast", "link-in-text-block"]),  # the rules that a theme can break
    "phone": (390, "light", []),
}
IS_DARK = """(dark) => {
    const page = document.querySelector('[data-testid=stApp]') ?? document.body
    const ground = getComputedStyle(page).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)
    return ground.every(one => one < 90) === dark
}"""
IS_STILL = """async () => {  // six frames in which nothing was changed and nothing is on its way
    const moving = () => document.getAnimations().some(one => one.effect.getComputedTiming().endTime < Infinity)
    const end = performance.now() + 60_000
    let frames = 0
    const watch = new MutationObserver(() => { frames = 0 })
    watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true})
    while (frames < 6) {
        await new Promise(requestAnimationFrame)
        frames = moving() ? 0 : frames + 1
        if (performance.now() > end) throw Error('The page does not come to rest.')
    }
    watch.disconnect()
}"""
CUT_WHERE_SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
    const cut = [...document.querySelectorAll('button p, a p')].filter(one => one.checkVisibility()).filter(one => {
        const box = one.closest('button, a').getBoundingClientRect()
        return [...one.getClientRects()].some(line => line.top < box.top - 1 || line.bottom > box.bottom + 1)
    })
    document.adoptedStyleSheets = []
    return cut.map(one => one.innerText)
}"""
STOP = """() => {
    let one = document.activeElement
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
    if (one === document.body) return null
    const ringed = [one, one.parentElement, one.parentElement?.parentElement].filter(Boolean).some(each => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each)
        return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2
    })
    const isField = one.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea')
    const box = one.getBoundingClientRect(), [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const top = one.getRootNode().elementFromPoint(x, y)
    const label = one.closest('label') ?? one
    const isSeen = box.height > innerHeight / 2 || box.width < 2 || top && (label.contains(top) || top.contains(one))
    const name = one.ariaLabel || one.innerText || one.labels?.[0]?.innerText || ''
    return {name, where: one.outerHTML.slice(0, 120), isMarked: ringed || isField, isSeen}
}"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for whoever keeps the shipped list, who has one page more."""
    with serve(tmp_path_factory.mktemp("kept"), {"ACTIONMAP_CAMPAIGN": "", "ACTIONMAP_LOCAL": "1"}) as site:
        yield site


def dashboard(screen: Screen) -> Iterator[str]:
    """Go from page to page of the dashboard; yield the name of each view."""
    page = screen.page
    yield "the map of a selection"
    screen.rows.first.click()
    expect(screen.cards.first).to_be_visible()
    yield "a card"
    page.locator(".st-key-cards [data-does=mend]").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "a suggestion"
    page.keyboard.press("Escape")
    for path, shown in (
        ("reach", ".am-claim >> nth=0"),
        ("coverage", ".am-next-list"),
        ("pins", ".am-legend"),
        ("about", "h2 >> nth=5"),
        ("your_list", "[data-testid=stFileUploader]"),
    ):
        page.locator(f"[data-testid=stTopNavLink][href$='/{path}']").click()
        expect(page.locator(shown)).to_be_visible()
        screen.settle()
        yield path
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_test_id("stBaseButton-primary").click()
    expect(page.locator(".am-doubt").first).to_be_visible()
    screen.settle()
    yield "a list that has been brought"


def published(screen: Screen, language: str) -> Iterator[str]:
    """Go from page to page of the published site; yield the path of each."""
    base = "/site/" if language == "en" else f"/site/{language}/"
    for path in ("", "actions/at-vienna.html", "countries/za.html", "members/pym.html", "reach.html", "?embed=list"):
        screen.page.goto(f"{screen.site}{base}{path}")
        yield f"site/{path}"


def found(screen: Screen, name: str) -> Iterator[str]:
    """Look at a view in light, dark, on a phone, narrow and with more space; yield what stands in somebody's way."""
    page = screen.page

    def be(width: int, height: int) -> None:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(IS_STILL)

    page.evaluate(AXE)
    for sight, (width, theme, rules) in SIGHTS.items():
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
        page.wait_for_function(IS_DARK, arg=theme == "dark")
        be(width, 844)
        yield from (f"{name}, {sight}: {one}" for one in page.evaluate(FIND, rules))
    for width in (720, 320):  # a screen of 1440 at 200 %, and a phone at its narrowest
        be(width, 640)
        yield from (f"{name}, {width} px wide: {one}" for one in screen.scrolls_sideways() + screen.beyond_the_edge())
    be(1440, 900)
    yield from (f"{name}, spaced: {one}" for one in page.evaluate(CUT_WHERE_SPACED))
    if page.locator("h1").count() != 1:
        yield f"{name}: {page.locator('h1').count()} headings of the first level"


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_nothing_on_any_page_stands_in_anybodys_way(visit: Visit, kept: str, language: str) -> None:
    screen = visit(f"/?status=announced&member=pym&lang={language}", site=kept)
    wrong: list[str] = []
    titles: dict[str, list[str]] = {}
    for views in (dashboard(screen), published(screen, language)):
        for name in views:
            wrong += found(screen, name)
            titles.setdefault(screen.page.title(), []).append(name)
    assert wrong == []
    alike = {tuple(names) for names in titles.values() if len(names) > 1}
    assert alike == {
        ("a card", "a suggestion"),
        ("your_list", "a list that has been brought"),
        ("site/", "site/?embed=list"),
    }


def test_whatever_changes_is_said_and_the_focus_is_never_lost(visit: Visit, kept: str) -> None:
    screen = visit("/?country=ZA&country=ES", site=kept)
    page, focused, said = screen.page, screen.page.locator(":focus"), screen.page.locator("body > [role=status]")

    def press(place: Locator, key: str) -> None:
        place.focus()
        page.keyboard.press(key)

    press(page.get_by_test_id("stMultiSelectTagsContainer").first.locator("[data-tag], [tabindex='0']").first, "Delete")
    expect(said).to_have_text(f"1 of {LISTED} actions")
    expect(focused).to_have_accessible_name(re.compile("Country or territory|Madrid|Spain"))
    press(screen.sidebar.get_by_role("button", name="Clear all").first, "Enter")
    expect(said).to_have_text(f"{LISTED} of {LISTED} actions")
    expect(focused).to_have_accessible_name("Country or territory")
    near = page.get_by_role("textbox", name="Nearest to")
    near.fill("Lyon")
    press(near, "Enter")
    expect(focused).to_have_text(re.compile("^Nearest to Lyon"))  # which is read thereby
    expect(page).to_have_title(re.compile("^Nearest to Lyon · "))
    press(page.locator(".st-key-listing [data-does=near]").first, "Enter")
    expect(focused).to_have_text("List of actions")
    screen.settle()
    search = page.get_by_role("textbox", name="Search")
    search.fill("nowhere at all")
    press(search, "Enter")
    expect(said).to_have_text(f"0 of {LISTED} actions. No action matches")
    press(page.locator(".st-key-listing [data-does=clear]"), "Enter")
    expect(focused).to_have_text("List of actions")
    expect(said).to_contain_text(f"{LISTED} of {LISTED} actions")
    page.evaluate("addEventListener('keydown', (event) => { window.reached = event.key })")
    page.keyboard.press("r")  # Streamlit's own shortcut, which the page does not let through
    assert page.evaluate("window.reached") is None
    page.get_by_test_id("stTopNavLink").filter(has_text="Coverage").press("Enter")
    expect(said).to_contain_text("Coverage gaps")
    press(page.get_by_role("slider", name="Radius"), "ArrowRight")
    expect(said).to_have_text(re.compile("^People within reach"))
    page.get_by_test_id("stTopNavLink").filter(has_text="About").press("Enter")
    screen.settle()
    press(page.get_by_role("link", name="Review every pin"), "Enter")
    expect(focused).to_have_text("Pins")
    expect(page.locator("[data-testid=stTopNavLink][aria-current=page]")).to_have_text("Pins")
    screen.settle()
    page.locator(".am-language select").focus()
    page.locator(".am-language select").select_option("sv")
    expect(said).to_contain_text(f"{LISTED} av {LISTED} aktioner")
    expect(page.locator(".am-language select")).to_be_focused()


@pytest.mark.parametrize("path", ["/?country=AT", "/coverage"])
def test_every_stop_of_the_keyboard_has_a_name_and_is_seen(visit: Visit, path: str) -> None:
    page = visit(path).page
    stops = []
    for _ in range(90):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if not stops[-1]:
            break
    assert len(stops) > 25
    assert [one for one in stops[:-1] if not (one["name"] and one["isMarked"] and one["isSeen"])] == []


def test_what_is_pressed_is_seen_in_colours_of_ones_own_and_nothing_moves(visit: Visit) -> None:
    page = visit("/?status=reported").page
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    expect(page.locator("[aria-pressed=true]").first).to_have_css("outline-style", "solid")
    moving = "found => found.filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    assert page.locator("*").evaluate_all(moving) == 0


def reach(screen: Screen, name: str, *, most: int = 40) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(most):
        screen.page.keyboard.press("Tab")
        stop = screen.page.evaluate(STOP)
        if stop and name in stop["name"]:
            return
    raise AssertionError(f"{name} is not within {most} stops of the keyboard.")


def test_the_keyboard_alone_leads_from_the_first_look_to_an_actions_source_and_back(visit: Visit) -> None:
    screen = visit("/?country=AT")
    for name in ("Skip to main content", "Skip to the list"):
        reach(screen, name, most=3)
        screen.page.keyboard.press("Enter")
    expect(screen.page.locator(":focus")).to_have_text("List of actions")
    reach(screen, "Vienna")
    screen.page.keyboard.press("Enter")
    expect(screen.cards.locator("h3")).to_have_text("Vienna, Austria")
    expect(screen.cards.locator("h3")).to_be_focused()
    source = screen.cards.locator("dt", has_text="Source").locator("+ dd a").first
    reach(screen, source.inner_text(), most=3)
    with screen.context.expect_page() as opened:
        screen.page.keyboard.press("Enter")
    assert source.get_attribute("href")
    opened.value.close()
    screen.page.bring_to_front()
    screen.page.keyboard.press("Escape")
    expect(screen.cards).to_have_count(0)
    expect(screen.rows.first).to_be_focused()
    screen.expect_query(country=["AT"])


def test_somebody_in_seoul_hears_whether_there_was_an_action_in_cape_town_and_who_called_it(visit: Visit) -> None:
    screen = visit("/?lang=ko")
    said = screen.page.locator("body > [role=status]")
    listing, cards = screen.page.locator(".st-key-listing"), screen.page.locator(".st-key-cards")
    reach(screen, "Skip to main content")
    screen.page.keyboard.press("Enter")
    reach(screen, "검색", most=12)
    screen.page.keyboard.type("케이프타운")
    screen.page.keyboard.press("Enter")
    expect(said).to_have_text(f"집회 {LISTED}건 중 0건. 일치하는 집회 없음")
    expect(listing).to_match_aria_snapshot("""
        - heading "일치하는 집회 없음" [level=2]
        - paragraph:
          - button /Cape Town.*가까운 집회/
    """)
    reach(screen, "Cape Town")
    screen.page.keyboard.press("Enter")
    expect(listing).to_match_aria_snapshot("""
        - heading /Cape Town/ [level=2]
        - list:
          - listitem:
            - button /집회 1건, 도시 명시되지 않음/
    """)
    reach(screen, "1건")
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator(":focus")).to_contain_text("남아프리카")
    expect(cards).to_match_aria_snapshot("""
        - article:
          - heading "남아프리카(도시 명시되지 않음)" [level=3]
          - term: 호소 단체
          - definition:
            - group: /단체 9곳/
    """)
    reach(screen, "단체 9곳", most=5)
    screen.page.keyboard.press("Enter")
    expect(cards.get_by_text("Palestinian Youth Movement")).to_be_visible()
