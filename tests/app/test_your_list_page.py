"""The page for one's own list: checked, mended, found, shown on all pages of this session, and forgotten."""

import datetime as dt
import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import OpenApp
from tests.shipped_list import LISTED

FRENCH = (
    "Ville;Pays;Date;Organisateurs\n"
    "Lyon;France;02/05/2031;Comité test\n"
    "Marsille;France;02/05/2031;Comité test\n"
    "Genève;Suisse;32/05/2031;\n"
    "Bruxelles;Belgiqu;02/05/2031;CODEPINK\n"
).encode("cp1252")


@pytest.fixture
def brought(open_app: OpenApp) -> AppTest:
    """The page with a list in which a country, a day and a town are wrong."""
    return bring(open_app(page="your_list"), FRENCH)


def bring(app: AppTest, content: bytes, name: str = "liste.csv") -> AppTest:
    app.file_uploader(key="own-file").set_value((name, content, "text/csv")).run()
    assert not app.exception
    return app


def button(app: AppTest, label: str) -> object:
    [found] = [one for one in app.button if one.label.replace("\\", "").startswith(label)]
    return found


def press(app: AppTest, label: str) -> AppTest:
    button(app, label).click().run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.warning, app.success, app.error, app.info)
    return unescape(" ".join(element.value for kind in kinds for element in kind))


def shown(app: AppTest) -> int:
    found = re.match(r"\*\*([\d,]+) of ([\d,]+) action", app.sidebar.markdown[0].value)
    assert found
    return int(found[2].replace(",", ""))


def test_templates_wait_for_those_without_a_list(open_app: OpenApp) -> None:
    app = open_app(page="your_list")
    labels = [one.proto.label for one in app.get("download_button")]
    assert {"English", "العربية"} <= set(labels)


def test_good_rows_are_read_and_problems_name_row_column_value_and_cure(brought: AppTest) -> None:
    assert "**2 actions** of 4 rows, 2 problems" in said(brought)
    table = brought.dataframe[0].value
    assert table[["Row", "Column", "Value"]].to_numpy().tolist() == [[4, "Date", "32/05/2031"], [5, "Pays", "Belgiqu"]]
    assert "Did you mean Belgium" in table["What to write instead"].iloc[1]


def test_a_column_can_be_matched_by_hand(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"Wo,Gebiet,Angabe\nGraz,AT,2031-05-01\n")
    assert "locality and country not found" in app.expander[0].label or "day of action" in said(app)
    for ours, theirs in (("locality", "Wo"), ("country", "Gebiet"), ("date", "Angabe")):
        [field] = [one for one in app.selectbox if (one.key or "").startswith(f"own-column-{ours}-")]
        field.set_value(theirs)
    app.run()
    assert "**1 action** of 1 row, 0 problems" in said(app)


def test_places_are_found_suggestions_accepted_and_the_list_shown_on_all_pages(brought: AppTest) -> None:
    app = press(brought, "Find the places")
    assert "**1 of 2 actions** have a pin" in said(app)
    press(app, "Marseille, Provence")
    assert "**2 of 2 actions** have a pin" in said(app)
    press(app, "Show this list on all pages")
    assert shown(app) == 2
    for page in ("map", "reach", "coverage", "about"):
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        assert shown(app) == 2
        assert "**Your own list**: liste, 2 actions" in said(app)
    press(app, "Back to the public map")
    assert shown(app) == LISTED
    assert "Your own list" not in said(app)


def test_another_visitor_sees_nothing_of_it(brought: AppTest, open_app: OpenApp) -> None:
    press(press(brought, "Find the places"), "Show this list on all pages")
    other = open_app(page="your_list")
    assert shown(other) == LISTED
    assert "No list yet?" in said(other)


def test_a_list_can_be_forgotten(brought: AppTest) -> None:
    press(press(brought, "Find the places"), "Show this list on all pages")
    brought.file_uploader(key="own-file").set_value(None).run()
    press(brought, "Forget this list")
    assert shown(brought) == LISTED
    assert "No list yet?" in said(brought)


def test_a_list_of_dates_that_can_be_read_in_two_ways_asks_which_is_meant(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country,date\nGraz,AT,02/05/2031\nLinz,AT,02/05/2031\n")
    assert "**0 actions** of 2 rows, 2 problems" in said(app)
    [order] = [one for one in app.segmented_control if "two ways" in one.label]
    assert list(order.options) == ["Friday 2 May 2031", "Wednesday 5 February 2031"]
    order.set_value(True).run()
    assert "**2 actions** of 2 rows, 0 problems" in said(app)


def test_a_list_without_dates_asks_for_the_day(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country\nGraz,AT\n")
    assert "Give the day of action" in said(app)
    app.date_input[0].set_value(dt.date(2031, 5, 1)).run()
    assert "**1 action** of 1 row, 0 problems" in said(app)


def test_the_day_of_one_list_is_never_taken_for_that_of_the_next(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country\nGraz,AT\n")
    app.date_input[0].set_value(dt.date(2031, 5, 2)).run()
    assert "**1 action** of 1 row, 0 problems" in said(app)
    bring(app, b"city,country,date\nLinz,AT,02/05/2031\nWels,AT,\n", "other.csv")
    assert "**0 actions** of 2 rows, 2 problems" in said(app)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"one\ncolumn\n", "one column only"),
        (b"PK\x03\x04 no workbook", "cannot be read as a workbook"),
        (b"\x00\x01\x02\x03" * 50, ""),
    ],
)
def test_what_is_no_list_gets_a_sentence_and_the_page_goes_on(open_app: OpenApp, content: bytes, sentence: str) -> None:
    app = bring(open_app(page="your_list"), content)
    assert len(app.error) >= 1
    assert sentence in app.error[0].value
    assert "**1 action**" in said(bring(app, b"city,country,date\nGraz,AT,2031-05-01\n"))
