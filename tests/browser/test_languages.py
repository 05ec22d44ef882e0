"""Languages: the browser's decides, another is chosen, and filters, cards, links and files stay in it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from actionmap.languages import languages, say, say_many, speaking
from tests.browser.screen import PATIENCE, PHONE_AGENT, WITHOUT_WEBGL, Screen
from tests.shipped_list import ACTIONS, LISTED

Abroad = Callable[..., Screen]
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
