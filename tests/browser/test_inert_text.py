"""Text from a list stays text: HTML, script, Markdown and formulas in every field, wherever the screen shows it."""

import json
import re
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Locator, expect

from actionmap.campaign.actions import Action
from actionmap.text import _PAIRED
from actionmap.world.place import COLUMNS as PIN_COLUMNS
from tests.browser.conftest import Visit, Workbench
from tests.browser.screen import Screen
from tests.hostile import FURTHER_SETTINGS, LIKES, TEXTS, WRITTEN, campaign, is_ours, rows, table
from tests.hostile import MIXED as HOSTILE

PLACES = ("[data-testid=stMain]", "[data-testid=stSidebar]", ".tooltip", "[role=listbox]")
ELEMENTS = (
    *("img", "script", "b", "del", "table", ".katex", "[onerror]", "[onload]", "[onmouseover]"),
    *("iframe:not([title='st.iframe'])", "object", "embed", "base", "video", "math", "[onfocus]", "[ontoggle]"),
    *("[href*='evil.example']", "[href^=javascript]", "[href^=mailto]"),
    *("em:text-is('em')", "code:text-is('code')", "strong:text-is('strong')"),
    *("span:text-is('red')", "span:text-is('blue')", "[data-testid=stIconMaterial]:text-is('home')"),
)
"""What the texts would become if they were taken for HTML or Markdown."""
CLAIM_COLUMNS = ("id", "claimant", "claim", "measure", "figure", "places", "source_name", "source_url")
ON_CARD = ("source_name", "evidence")
SETTINGS = f"date = 2031-01-02\n{FURTHER_SETTINGS}"
TITLE, STANDFIRST = (f"Test data {number} {' '.join(HOSTILE[:6])}" for number in (1, 2))


def hostile_campaign() -> dict[str, str]:
    """Return a campaign of test data: each kind of text in all free fields of one action, then in each other column."""
    plain = {"country": "GB", "status": "reported", "basis": "call", "source_url": "https://example.org/test"}
    free = [
        plain
        | {"id": f"test-{number}", "organizers": f"test-{number}", "locality": text, "region": text}
        | {"venue": f"hostile{number}x {text}"}
        | {field: f"{field} {text}" for field in ON_CARD}
        | {"attendance": f"attendance {text.replace(';', ',')}"}
        for number, text in enumerate(HOSTILE)
    ]
    checked = [
        plain | {"locality": f"Test {column}", column: text}
        for column in Action.model_fields
        if column not in ("venue", "locality", "region", "attendance", *ON_CARD)
        for text in HOSTILE[:2]
    ]
    members = [
        {"id": f"test-{number}", "name": text, "role": "coalition" if number % 2 else "local"}
        for number, text in enumerate(HOSTILE)
    ]
    return {
        "campaign.toml": f"title = {json.dumps(TITLE)}\nstandfirst = {json.dumps(STANDFIRST)}\n{SETTINGS}",
        "actions.csv": table(Action.model_fields, free + checked),
        "organizations.csv": table(("id", "name", "role"), members),
        "claims.csv": table(CLAIM_COLUMNS, [hostile_claim(*one) for one in enumerate(HOSTILE)]),
    }


def hostile_claim(number: int, text: str) -> dict[str, str]:
    """Return a claim that attacks in every free text."""
    return {
        **{"id": f"test-{number}", "claimant": f"claimant {text}", "claim": f"claim {text}", "measure": "localities"},
        **{"figure": "1", "places": f"GB:{text.replace(';', ',')}", "source_name": f"source {text}"},
        **{"source_url": "https://test.example/"},
    }


def hostile_pins() -> str:
    """Return a geocode cache that knows the hostile places, each at a point of its own."""
    rows = [
        {"locality": text, "region": text, "country": "GB", "latitude": str(-55 + 10 * (number // 4))}
        | {"longitude": str(25 * (number % 4) - 20 * (number // 4)), "precision": "locality", "matched_place": text}
        | {"timezone": "Europe/London", "geocoder": "reviewed", "date": "2031-01-02"}
        for number, text in enumerate(HOSTILE)
    ]
    return table(PIN_COLUMNS, rows)


@pytest.fixture
def hostile(visit: Visit, workbench: Workbench) -> Screen:
    """The map of a list in which every field attacks."""
    workbench.write(hostile_campaign(), pins=hostile_pins())
    return visit("/", site=workbench.site)


def assert_inert(screen: Screen, *, ours: tuple[str, ...] = ()) -> None:
    """Nothing of the list has become an element, a script, a link or a request; some elements the page has itself."""
    assert screen.page.evaluate("window.injected") is None
    found = (element for element in ELEMENTS if element not in ours)
    injected = screen.page.locator(", ".join(f":is({', '.join(PLACES)}) {element}" for element in found))
    assert [found.evaluate("found => found.outerHTML") for found in injected.all()] == []
    assert screen.elsewhere == []
    assert screen.dialogs == []


def assert_literal(place: Locator, *texts: str) -> None:
    """All these texts come to be there, to the letter; what is invisible may stand between, a like for a letter."""
    likes = {chr(letter): f"[{like}{chr(letter)}]" for letter, like in _PAIRED.items()}
    for text in texts:
        letters = (likes.get(letter, re.escape(letter)) for letter in "".join(text.split()))
        expect(place).to_contain_text(re.compile("[\\s\u2060\ufeff]*".join(letters)))


def test_list_title_and_filters_show_hostile_text_as_it_is(hostile: Screen) -> None:
    assert_literal(hostile.page.locator(".am-masthead"), TITLE, STANDFIRST)
    expect(hostile.page.get_by_role("switch")).to_have_accessible_name(re.compile(re.escape(HOSTILE[0])))
    assert_literal(hostile.sidebar, *HOSTILE[1::2])
    assert_inert(hostile)
    field = hostile.sidebar.get_by_role("combobox", name="Endorsers")
    options = hostile.page.get_by_role("listbox").get_by_role("option")

    def offered() -> bool:
        if not options.count():  # not opened yet, or closed again by a page that was still being drawn
            field.click()
            field.press("ArrowDown")
        shown = ["".join(option.split()).replace("\u2060", "") for option in options.all_inner_texts()]
        return all(any("".join(text.split()) in option for option in shown) for text in HOSTILE[::2])

    hostile.wait(offered, "the options to show the hostile names as they are")
    assert_inert(hostile)


def test_the_about_page_shows_hostile_text_as_it_is(visit: Visit, workbench: Workbench) -> None:
    workbench.write(hostile_campaign(), pins=hostile_pins())
    screen = visit("/about", site=workbench.site)
    expect(screen.main).to_contain_text("What this is")
    assert_literal(screen.page.locator(".am-masthead"), STANDFIRST)
    assert_literal(screen.main, f"for {TITLE}.")
    assert_inert(screen)


def test_the_reach_page_shows_hostile_claims_as_they_are(visit: Visit, workbench: Workbench) -> None:
    workbench.write(hostile_campaign(), pins=hostile_pins())
    screen = visit("/reach", site=workbench.site)
    expect(screen.main).to_contain_text("Claims beside evidence")
    for text in HOSTILE:
        assert_literal(screen.main, f"claim {text}", f"claimant {text}", f"source {text}")
    assert_inert(screen)


def test_rows_and_cards_show_hostile_text_as_it_is(hostile: Screen) -> None:
    search = hostile.main.get_by_role("textbox", name="Search")
    for number, text in enumerate(HOSTILE):
        search.fill(f"hostile{number}x")
        search.press("Enter")
        hostile.expect_query(q=[f"hostile{number}x"])
        expect(hostile.rows).to_have_count(1)
        assert_literal(hostile.rows, f"{text}, United Kingdom", f"hostile{number}x {text}")
        assert_inert(hostile)
        hostile.rows.click()
        expect(hostile.cards).to_be_visible()
        assert_literal(hostile.cards.locator("h3"), f"{text}, United Kingdom")
        assert_literal(hostile.cards, f"hostile{number}x {text}", *[f"{field} {text}" for field in ON_CARD])
        assert_literal(hostile.cards, f"attendance {text.replace(';', ',')}")
        assert_inert(hostile)
        hostile.page.get_by_role("button", name="Back to the list").click()
        expect(hostile.rows).to_have_count(1)


def test_what_a_reader_says_stays_text_until_it_leaves(hostile: Screen) -> None:
    said = " ".join(HOSTILE[:6])
    hostile.main.get_by_role("button", name="Missing or wrong?").last.click()
    dialog = hostile.page.get_by_role("dialog")
    for name in ("What is missing or wrong", "Its public source"):
        dialog.get_by_role("textbox", name=name).fill(said)
        dialog.get_by_role("textbox", name=name).blur()
    leads = dialog.get_by_role("link")
    expect(leads).to_have_count(2)
    written = quote(said.replace(" ", ""), safe="")
    for lead, begin in zip(leads.all(), ("mailto:list@tracker.example?", "https://tracker.example/new?"), strict=True):
        address = lead.get_attribute("href") or ""
        assert address.startswith(begin)
        assert written in address.replace("%20", "")
    assert dialog.locator(", ".join(one for one in ELEMENTS if "href" not in one)).count() == 0
    assert_inert(hostile)


def test_tooltips_show_hostile_text_as_it_is(hostile: Screen) -> None:
    hostile.picture()
    tooltip = hostile.page.locator(".tooltip")
    for text in HOSTILE:
        hostile.hover(hostile.pin(text))
        expect(tooltip).to_have_text(f"{text}, {text}, United Kingdom")
    assert_inert(hostile)


def test_hostile_values_in_the_address_are_shown_as_they_are(visit: Visit, workbench: Workbench) -> None:
    workbench.write(hostile_campaign(), pins=hostile_pins())
    asked = urlencode(dict.fromkeys(("country", "action"), HOSTILE) | {"near": HOSTILE[1]}, doseq=True)
    screen = visit(f"/?{asked}", site=workbench.site)
    assert_literal(screen.main, *[f"“{text}”" for text in HOSTILE], f"has no {HOSTILE[1]}")
    assert_inert(screen)
    for text in HOSTILE[:8]:  # the others have words in them that are towns
        field = screen.page.get_by_role("textbox", name="Nearest to")
        field.fill(text)
        field.press("Enter")
        screen.expect_query(near=[text])
        screen.settle()
        assert_literal(screen.main, f"has no {text}")
        assert_inert(screen)


def assert_nothing_is_made(screen: Screen) -> None:
    """No page has an element, a link or a request that is not ours, and nobody sees or hears an escape."""
    screen.settle()
    assert_inert(screen, ours=("table",))  # of figures, and what a screen reader has of a drawn one
    links = screen.page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
    assert [link for link in links if not is_ours(link)] == []
    said = screen.page.evaluate(
        """() => [document.title, document.querySelector('[data-testid=stApp]').innerText,
            ...['aria-label', 'title', 'alt', 'aria-description', 'aria-valuetext'].flatMap(name =>
                [...document.querySelectorAll(`[${name}]`)].map(one => one.getAttribute(name)))]"""
    )
    for text in said:
        rest = "".join(text.translate(LIKES).split())
        for written in sorted(WRITTEN.values(), key=len, reverse=True):
            if "\\" in written:
                rest = rest.replace("".join(written.translate(LIKES).split()), "")
        assert "\\" not in rest, text[:500]


def test_no_page_makes_anything_of_any_hostile_text(visit: Visit, workbench: Workbench) -> None:
    workbench.write(campaign())
    screen = visit("/", site=workbench.site)
    fields = screen.sidebar.get_by_test_id("stCheckbox")
    expect(fields.first).to_be_visible()
    assert_nothing_is_made(screen)
    names = fields.locator("input").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    seen = fields.evaluate_all("all => all.map(one => one.innerText)")
    for name, text in zip(names, seen, strict=True):
        spoken, read = ("".join(one.translate(LIKES).split()) for one in (name, text))
        assert spoken == read
        assert any(spoken.startswith("".join(one.translate(LIKES).split())) for one in WRITTEN.values()), spoken
    assert len(names) > len(TEXTS) / 2
    made = fields.locator("[data-testid=stMarkdownContainer] :not(p)")
    assert made.evaluate_all("all => all.map(one => one.outerHTML)") == []
    pages = "/reach", "/coverage?area=test-26", "/coverage?area=test-61&beside=test-62", "/pins", "/about", "/?lang=ar"
    for address in pages:
        screen.open(address)
        assert_nothing_is_made(screen)
    screen.open("/?" + urlencode({"nothing": TEXTS[:20], "near": TEXTS[26], "country": TEXTS[20:40]}, doseq=True))
    assert_nothing_is_made(screen)


def test_a_list_that_is_brought_makes_nothing_of_its_hostile_text(visit: Visit, workbench: Workbench) -> None:
    workbench.write(campaign())
    screen = visit("/your_list", site=workbench.site)
    listed = [{f"{name} {TEXTS[26]}": text for name, text in row.items() if name != "id"} for row in rows(TEXTS[:40])]
    named = [name.removesuffix(f" {TEXTS[26]}") for name in listed[0]]
    content = table(named, [dict(zip(named, row.values(), strict=False)) for row in listed[:40]])
    name = f"{TEXTS[26].replace('/', '_')} **x** :red[y].csv"
    file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    screen.page.locator("input[type=file]").set_input_files(file)
    screen.page.get_by_role("button", name="Find the places").click()
    expect(screen.main).to_contain_text("have a pin")
    assert_nothing_is_made(screen)
    screen.page.get_by_role("button", name="Show this list on all pages").click()
    expect(screen.main).to_contain_text("Your own list")
    assert_nothing_is_made(screen)
    screen.page.get_by_role("link", name="Map", exact=True).click()
    expect(screen.main.locator(".am-shown")).to_contain_text("of 40 actions")
    assert_nothing_is_made(screen)
