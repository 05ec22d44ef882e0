"""Languages: the browser's decides, another is chosen, and filters, cards, links and files stay in it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from actionmap.languages import languages, say, say_many, speaking
from tests.browser.conftest import Visit
from tests.browser.screen import PATIENCE, PHONE_AGENT, WITHOUT_WEBGL, Screen
from tests.shipped_list import ACTIONS, LISTED

Abroad = Callable[..., Screen]
BEGINS_WITH_LATIN = r"""selector => [...document.querySelectorAll(selector)].flatMap(line => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), letters = [];
    for (let text; (text = texts.nextNode()); ) {
        for (const { index, 0: letter } of text.data.matchAll(/\p{L}/gu)) {
            letters.push([text, index, /\p{Script=Arabic}/u.test(letter)]);
        }
    }
    const last = letters.findLast(([, , isArabic]) => isArabic);
    if (!last || letters[0][2]) return [];
    const [{ left, top }, end] = [letters[0], last].map(([text, at]) => {
        const one = new Range();
        one.setStart(text, at);
        one.setEnd(text, at + 1);
        return one.getBoundingClientRect();
    });
    return [[line.textContent, left > end.left || top < end.top - 5]];
})"""
"""Lines of both scripts that begin with a Latin letter: whether it stands right of the last Arabic one, or above it."""
CUT_OFF = """() => {
    const context = document.createElement("canvas").getContext("2d");
    const long = (text, { fontWeight, fontSize, fontFamily }) => {
        context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
        return context.measureText(text).width;
    };
    const room = (e, style) => e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const cut = [...document.querySelectorAll("[data-testid=stMain] :is(label, button, p, h1)")]
        .filter(e => e.checkVisibility() && e.clientWidth && e.scrollWidth > e.clientWidth + 1);
    for (const e of document.querySelectorAll(".am-live select")) {
        const style = getComputedStyle(e);
        if (long(e.selectedOptions[0].text, style) > room(e, style) - 16) cut.push(e); // its arrow
    }
    for (const e of document.querySelectorAll("[data-testid=stMain] input[placeholder]")) {
        const style = getComputedStyle(e, "::placeholder");
        const isSeen = style.color !== "rgba(0, 0, 0, 0)";
        if (isSeen && long(e.placeholder, style) > room(e, getComputedStyle(e))) cut.push(e);
    }
    return cut.map(e => e.outerHTML.slice(0, 200));
}"""
IN_JAPAN = sum(action["country"] == "JP" for action in ACTIONS)


@pytest.fixture
def abroad(browser: Browser, shipped: str) -> Iterator[Abroad]:
    """Give the screen of a visitor whose browser asks for a language."""
    screens: list[Screen] = []

    def visitor(locale: str, *, phone: bool = False) -> Screen:
        context = browser.new_context(
            locale=locale,
            viewport={"width": 390, "height": 844} if phone else {"width": 1440, "height": 900},
            is_mobile=phone,
            has_touch=phone,
            user_agent=PHONE_AGENT if phone else None,
            timezone_id="Europe/Paris",
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WITHOUT_WEBGL)
        screens.append(Screen(context, shipped, phone=phone, webgl=False))
        return screens[-1]

    yield visitor
    for screen in screens:
        screen.context.close()
    assert [(screen.elsewhere, screen.errors, screen.dialogs) for screen in screens] == [([], [], [])] * len(screens)


def arrive(screen: Screen, code: str) -> None:
    """Open the map, and look at what its HTML says before any script has run, and after."""
    served = screen.page.request.get(screen.site, headers={"Accept-Language": code}).text()
    direction = languages()[code].direction
    assert f'<html lang="{code}" dir="{direction}">' in served
    title = re.findall("<title>(.*?)</title>", served)
    screen.open("/")
    html = screen.page.locator("html")
    expect(html).to_have_attribute("lang", code)
    expect(html).to_have_attribute("dir", direction)
    assert title == [screen.page.title()]
    with speaking(code):
        counted = say_many("{shown} of {number} action", "{shown} of {number} actions", LISTED, shown=LISTED)
    expect(screen.main).to_contain_text(counted)


@pytest.mark.parametrize(("locale", "code"), [("es-AR", "es"), ("ja-JP", "ja"), ("ko-KR", "ko")])
def test_the_language_of_the_browser_stays_with_filter_card_and_files(abroad: Abroad, locale: str, code: str) -> None:
    screen = abroad(locale)
    arrive(screen, code)
    screen.open("/?country=JP")
    with speaking(code):
        shown = say_many("{shown} of {number} action", "{shown} of {number} actions", LISTED, shown=IN_JAPAN)
        back, page, copied = say("Back to the list"), say("Page of this action"), say("Copy link")
        expect(screen.main).to_contain_text(shown)
        screen.rows.first.click()
        expect(screen.page.get_by_role("button", name=back)).to_be_visible()
        expect(screen.cards.first).to_contain_text(say("Evidence"))
        share = screen.page.get_by_role("button", name=copied).first.get_attribute("data-value") or ""
        assert f"lang={code}" in share
        own = screen.page.get_by_role("link", name=page).first.get_attribute("href") or ""
        assert f'<html lang="{code}"' in screen.page.request.get(f"{screen.site}/{own}").text()
        screen.open("/reach?country=JP")
        expect(screen.page.get_by_role("heading", level=1)).to_have_text(say("Global reach"))


def test_somebody_in_amman_finds_the_nearest_action_on_a_phone_and_shares_it(abroad: Abroad) -> None:
    screen = abroad("ar-JO", phone=True)
    arrive(screen, "ar")
    with speaking("ar"):
        field = screen.page.get_by_role("textbox", name=say("Nearest to"))
        field.fill("عمّان")
        field.press("Enter")
        heading = say("Nearest to {name}", name="عمان").split()[0]
        expect(screen.page.locator("h2", has_text=heading)).to_be_visible()
        screen.rows.first.tap()
        share = screen.page.get_by_role("button", name=say("Copy link")).first
        expect(share).to_be_visible()
    assert screen.scrolls_sideways() == []
    link = share.get_attribute("data-value") or ""
    assert "lang=ar" in link
    with speaking("ar"):
        shared = abroad("en-GB")
        shared.page.goto(link)
        shared.settle()
        expect(shared.page.locator("html")).to_have_attribute("dir", "rtl")
        expect(shared.page.get_by_role("button", name=say("Back to the list"))).to_be_visible()


def test_another_language_is_chosen_on_every_page_and_keeps_the_filters(abroad: Abroad) -> None:
    screen = abroad("es-AR")
    screen.open("/reach?country=JP")
    screen.page.locator(".am-language select").select_option("ko")
    screen.expect_query(country=["JP"], lang=["ko"])
    expect(screen.page.locator("html")).to_have_attribute("lang", "ko")
    with speaking("ko"):
        expect(screen.page.get_by_role("heading", level=1)).to_have_text(say("Global reach"))
        screen.page.get_by_role("link", name=say("Map")).filter(visible=True).first.click()
    screen.expect_query(country=["JP"], lang=["ko"])


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("/your_list?lang=ar", ".am-rows strong"),
        ("/reach?lang=ar", ".am-claim p"),
        ("/site/ar/reach.html", ".am-claim p"),
    ],
)
def test_a_line_that_begins_with_a_latin_name_runs_from_right_to_left(visit: Visit, path: str, lines: str) -> None:
    screen = visit("/?lang=ar") if "site" in path else visit(path)
    if "site" in path:
        screen.page.goto(screen.site + path)
    if "your_list" in path:  # in ours, every town has a name in Arabic
        file = {"name": "list.csv", "mimeType": "text/csv", "buffer": b"date,city,country\n2031-05-01,Vinay,FR\n"}
        screen.page.locator("input[type=file]").set_input_files(file)
        with speaking("ar"):
            for words in ("Find the places", "Show this list on all pages"):
                screen.page.get_by_role("button", name=say(words)).click()
                screen.settle()
            screen.page.get_by_role("link", name=say("Map")).filter(visible=True).first.click()
        expect(screen.page.locator(lines)).to_contain_text(["Vinay"])
    expect(screen.page.locator(lines).first).to_be_attached()
    found = screen.page.evaluate(BEGINS_WITH_LATIN, lines)
    assert found
    assert [text for text, is_right in found if not is_right] == []


def test_a_list_is_chosen_in_the_language_of_whoever_reads(visit: Visit) -> None:
    expect(visit("/your_list?lang=ja").main.get_by_role("button", name="ファイルを選択", exact=True)).to_be_visible()


def test_nothing_is_cut_off_on_the_narrowest_phone_in_any_language(visit: Visit) -> None:
    screen = visit("/about", phone=True)
    screen.page.set_viewport_size({"width": 320, "height": 640})
    for code in languages():
        screen.open(f"/?lang={code}")
        expect(screen.page.locator(".am-language select")).to_have_value(code)
        expect(screen.page.locator(".am-order select")).to_be_visible()
        assert (code, screen.page.evaluate(CUT_OFF)) == (code, [])
