"""Hostile text stays text on every page, with every option: each field of each element is looked at by what it is.

The pages are walked as they leave this server. What a browser makes of them is tested in `tests/browser`.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from actionmap.campaign.filters import FILTERS
from actionmap.languages import speaking
from actionmap.lists.cells import is_nothing
from actionmap.text import visible
from tests.app.conftest import OpenApp
from tests.app.test_your_list_page import bring, press
from tests.hostile import CARRIES_NOTHING, LIKES, TEXTS, WRITTEN, campaign, is_ours, rows, table

PAGES = ("map", "reach", "coverage", "your_list", "pins", "about")
FIELDS = ("Checkbox", "Slider", "Selectbox", "MultiSelect", "TextInput", "NumberInput", "ButtonGroup", "FileUploader")
LABELS = {f"{name}.label" for name in FIELDS}
MARKDOWN = {
    *("Markdown.body", "Alert.body", "Heading.body", "Toast.body", "Progress.text", "Spinner.text"),
    *("Button.label", "DownloadButton.label", "LinkButton.label", "PageLink.label"),
    *("Block.expandable.label", "Block.popover.label", "ButtonGroup.options.content", "ButtonGroup.options.label"),
}
PLAIN = {
    *(
        "Code.code_text",
        "Selectbox.options",
        "MultiSelect.options",
        "BidiComponent.bytes",
        "TextInput.value",
        "TextArea.value",
    ),
    *("Selectbox.raw_value", "MultiSelect.raw_values", "MultiSelect.default", "TextInput.default", "LinkButton.url"),
    *("ArrowVegaLiteChart.spec", "VegaLiteChart.spec", "Dataframe.columns", "ArrowData.columns"),
    *("BidiComponent.js_content", "ForwardMsg.page_title"),
}
"""Fields that the browser shows letter by letter, or hands to a drawing."""
CALENDAR = "data:text/calendar;charset=utf-8;base64,"
"""How the address of a file begins that a card holds itself."""
HTML = {"Html.body", "BidiComponent.json"}
_ACTS = re.compile(r"[*_~`$]|\S@\S|\]\(|[<&:]\S|www\.")
ACTIVE = [said for said in WRITTEN.values() if _ACTS.search(said[:-1])]
"""Those that Markdown would take for more than letters, wherever they stand."""
TRACES = ("evil", "injected", "![", "**", "<b", ":red", ":material", "{{", "=cmd", "\\L")
OUR_OWN = ("**",)
"""What our own Markdown has in common with them."""


def fields(message: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a protobuf message, each with the path of its field."""
    for field, value in message.ListFields():
        if field.message_type and field.message_type.GetOptions().map_entry:
            continue
        for one in value if field.is_repeated else [value]:
            if field.type == field.TYPE_STRING or (path.endswith("BidiComponent") and field.name == "bytes"):
                yield f"{path}.{field.name}", one if isinstance(one, str) else one.decode()
            elif field.type == field.TYPE_MESSAGE:
                yield from fields(one, f"{path}.{field.name}")


def texts(app: AppTest) -> Iterator[tuple[str, str]]:
    """Yield all texts of a page with what they are, as "Slider.label"."""

    def nodes(node: Any) -> Iterator[Any]:
        yield node
        for child in getattr(node, "children", {}).values():
            yield from nodes(child)

    for node in nodes(app._tree):
        if (proto := getattr(node, "proto", None)) is not None:
            yield from fields(proto, proto.DESCRIPTOR.name)


class Elements(HTMLParser):
    """What of some HTML is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        leads = [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction", "xlink:href")]
        acts = any(name.startswith("on") or name == "srcdoc" for name, _ in attrs)
        if tag in CARRIES_NOTHING or acts or not all(lead.startswith(CALENDAR) or is_ours(lead) for lead in leads):
            self.foreign.append(self.get_starttag_text() or tag)


def wrong_in_html(value: str) -> object:
    elements = Elements()
    elements.feed(json.loads(value)["html"] if value.startswith('{"html":') else value)
    return elements.foreign


_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def wrong_in_markdown(value: str) -> object:
    tokens = [inner for token in _PARSER.parse(value) for inner in (token, *(token.children or ()))]
    made = [token.content for token in tokens if token.type in ("image", "html_inline", "html_block", "fence")]
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    raw = [said for said in ACTIVE if said in value]
    return made + raw + [link for link in links if not is_ours(link)]


def wrong_in_label(value: str) -> object:
    spoken = value.translate(LIKES)
    raw = [said for said in ACTIVE if said in value]
    for said in sorted(WRITTEN.values(), key=len, reverse=True):
        spoken = spoken.replace(said.replace("\u2060", ""), "")
    return raw + (["an escape"] if "\\" in spoken else [])


def assert_inert(app: AppTest) -> None:
    """Every text of a page is harmless as what it is; one that is hostile stands only where it is known what it is."""
    assert not app.exception
    for kind, value in texts(app):
        seen = value.replace("\ufeff", "") if kind in LABELS else value
        if kind.split(".")[-1] in ("id", "key"):
            continue
        assert visible(seen) == seen, f"{kind} has control characters: {value!r}"
        if kind in LABELS:
            assert wrong_in_label(value) == [], kind
        elif kind in HTML:
            assert wrong_in_html(value) == [], kind
        elif kind in MARKDOWN or kind.endswith(".help"):
            assert wrong_in_markdown(value) == [], kind
        elif kind not in PLAIN:
            assert not any(trace in value for trace in TRACES), f"nobody has said how {kind} is shown: {value[:200]!r}"


def answering(app: AppTest, key: str) -> str:
    """Return the HTML that answers, by its key."""
    [shown] = [one.proto.json for one in app.get("bidi_component") if one.proto.id.endswith(f"-{key}")]
    return str(json.loads(shown)["html"])


Open = Callable[..., AppTest]


@pytest.fixture
def opened(open_app: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page of the campaign that attacks wherever it can."""
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "geocodes.csv"))
    folder = tmp_path / "campaign"
    folder.mkdir()
    for name, text in campaign().items():
        (folder / name).write_text(text, encoding="utf-8", newline="")

    def page(name: str = "map", **query: Any) -> AppTest:
        return open_app(query, page=name, campaign=folder)

    return page


def choose_each(app: AppTest, key: str, options: Iterable[Any], kind: str = "selectbox") -> None:
    """Choose one after the other in a field, and look at each page."""
    for option in options:
        getattr(app, kind)(key=key).set_value(option).run()
        assert_inert(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_inert_from_left_to_right_and_from_right_to_left(opened: Open, page: str) -> None:
    for code in ("en", "ar"):
        with speaking(code):  # in which AppTest reads the options of a widget
            assert_inert(opened(page, lang=code))


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_a_reader_says_is_wrong_is_inert(opened: Open, code: str) -> None:
    with speaking(code):
        app = opened(lang=code)
        for number in range(code == "ar", len(TEXTS), 30):
            app.session_state["_suggestion_open"] = about = f"test-{number}"
            app.session_state[key := f"suggestion-{about}"] = ["locality", "venue", "organizers"]
            app.session_state[f"{key}-note"] = TEXTS[number]
            app.session_state[f"{key}-source"] = TEXTS[-number - 1] + " x"
            app.run()
            assert len(app.get("link_button")) >= 2
            assert_inert(app)


def test_the_list_and_every_card_are_inert(opened: Open) -> None:
    app = opened()
    app.session_state["_rows"] = len(TEXTS)  # as for somebody who has scrolled to the end
    app.run()
    assert len(answering(app, "listing")) > len(TEXTS) * 100
    assert_inert(app)
    for number in range(0, len(TEXTS), 5):
        app.query_params = {"action": f"test-{number}"}
        app.run()
        assert "am-card" in answering(app, "cards"), number
        assert_inert(app)


def test_the_coverage_is_inert_with_every_area_and_option(opened: Open) -> None:
    app = opened("coverage")
    named = [number for number, text in enumerate(TEXTS) if number % 5 != 4 and not is_nothing(WRITTEN[text])]
    members = [f"test-{number}" for number in named]
    choose_each(app, "gaps", app.segmented_control(key="gaps").options, "segmented_control")
    choose_each(app, "area", members[1::4])
    choose_each(app, "beside", members[::8])
    for at in range(0, len(TEXTS), 20):
        app.query_params = {"try": [*TEXTS[at : at + 20]], "area": [members[at // 20]]}
        assert_inert(app.run())


def test_every_picture_is_inert(opened: Open) -> None:
    app = opened("reach")
    choose_each(app, "picture", app.segmented_control(key="picture").options, "segmented_control")


def test_the_address_is_inert_with_whatever_it_says(opened: Open) -> None:
    app = opened()
    names = ("nothing", *(one.name for one in FILTERS), "action", "area", "beside", "radius", "try")
    for at in range(0, len(TEXTS), 5):
        some = [*TEXTS[at : at + 5]]
        app.query_params = {**dict.fromkeys(names, some), "near": some[:1], **dict.fromkeys(some, "x")}
        app.run()
        assert len(app.warning) == 1
        assert_inert(app)


@pytest.mark.parametrize("name", range(0, len(TEXTS), 19))
def test_an_own_list_is_inert_from_its_file_name_to_every_page(opened: Open, name: int) -> None:
    header = {"locality": "Town", "country": "Country", "venue": TEXTS[name], "source_name": TEXTS[-name - 1] + " x"}
    attacking = [
        {header.get(column, column): text for column, text in row.items() if column != "id"}
        for row in rows(TEXTS[name : name + 19])
    ]
    columns = list(dict.fromkeys(column for row in attacking for column in row))
    content = table(columns, attacking).encode()
    app = bring(opened("your_list"), content, f"{TEXTS[name]}.csv")
    assert_inert(app)
    press(app, "Find the places")
    assert_inert(app)
    press(app, "Show this list on all pages")
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        assert_inert(app)
