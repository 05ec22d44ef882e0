"""The page for one's own list: checked, mended, found, shown on all pages of this session, and forgotten."""

import datetime as dt
import io
import re
import zipfile
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from actionmap import preparing
from actionmap.errors import WorkerError
from actionmap.preparing import Wishes
from actionmap.ui import own_list
from actionmap.worker import Lane, Limits
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


def shown(app: AppTest) -> int | None:
    """Return how many actions the sidebar says there are; None on a page where filters do nothing."""
    if not app.sidebar.markdown:
        return None
    found = re.match(r"\*\*([\d,]+) of ([\d,]+) action", app.sidebar.markdown[0].value)
    assert found
    return int(found[2].replace(",", ""))


def test_templates_wait_for_those_without_a_list(open_app: OpenApp) -> None:
    app = open_app(page="your_list")
    labels = [one.proto.label for one in app.get("download_button")]
    assert {"English", "العربية"} <= set(labels)


def test_good_rows_are_read_and_problems_name_row_column_value_and_cure(brought: AppTest) -> None:
    assert "4 rows: **2 actions** and 2 problems" in said(brought)
    told = said(brought).replace("\\", "")
    assert "**Date**, row 4: “32/05/2031” is a day that does not exist" in told
    assert "**Pays**, row 5: “Belgiqu” is not a country or territory. Did you mean Belgium" in told
    press(brought, "Belgium")
    assert "4 rows: **3 actions** and 1 problem" in said(brought)


def test_a_column_can_be_matched_by_hand(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"Wo,Gebiet,Angabe\nGraz,AT,2031-05-01\n")
    assert "not found: Town or city and Country or territory" in app.expander[0].label or "day of action" in said(app)
    for ours, theirs in (("locality", "Wo"), ("country", "Gebiet"), ("date", "Angabe")):
        [field] = [one for one in app.selectbox if (one.key or "").startswith(f"own-column-{ours}-")]
        field.set_value(theirs)
    app.run()
    assert "1 row: **1 action** and 0 problems" in said(app)


def test_places_are_found_suggestions_accepted_and_the_list_shown_on_all_pages(brought: AppTest) -> None:
    app = press(brought, "Find the places")
    assert "**1 of 2 actions** have a pin" in said(app)
    press(app, "Marseille, Provence")
    assert "**2 of 2 actions** have a pin" in said(app)
    press(app, "Show this list on all pages")
    assert shown(app) is None
    for page in ("about", "map", "reach", "coverage"):
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        assert shown(app) == (None if page == "about" else 2)
        assert "**Your own list**: 2 actions" in said(app)
    press(app, "Back to the public map")
    assert shown(app) == LISTED
    assert "Your own list" not in said(app)


def test_the_table_of_all_places_is_made_once_and_where_it_is_opened(brought: AppTest) -> None:
    press(brought, "Find the places")
    [reviewed] = [found for _, _, found in brought.session_state["_own_list"].reviews.values()]
    assert "every" not in vars(reviewed)
    brought.session_state[f"own-pins-{brought.session_state['_own_file']}-expander"] = True
    brought.run()
    [table] = [one.proto.json for one in brought.get("bidi_component") if 'data-does=\\"choose' in one.proto.json]
    assert re.findall(r"<bdi>([^<]+, France)</bdi></button>", table) == ["Marsille, France", "Lyon, France"]
    made = reviewed.every
    brought.run()
    assert reviewed.every is made


TWICE = (
    b"id,city,country,date,venue,organizers\n"
    b"a,Lyon,FR,2031-05-02,Test Square,Test\n"
    b"b,Lyon,FR,2031-05-02,Test Square,Test\n"
    b"c,Firenze,IT,2031-05-02,Example Park,Test\n"
    b"d,Florence,IT,2031-05-02,Example Park,Test\n"
)


def test_actions_listed_twice_are_settled_by_a_choice_also_where_towns_are_spelt_otherwise(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), TWICE)
    assert "4 rows: **4 actions**, 0 problems and 1 possible duplicate" in said(app)
    [pair] = [one for one in app.segmented_control if one.label == "One action or two?"]
    pair.set_value(2).run()
    assert "4 rows: **3 actions** and 0 problems" in said(app)
    assert "Row 3 has gone into row 2" in said(app)
    press(app, "Find the places")
    assert "**3 of 3 actions** have a pin" in said(app)
    assert "4 rows: **3 actions**, 0 problems and 1 possible duplicate" in said(app)
    _, other = (one for one in app.segmented_control if one.label == "One action or two?")
    other.set_value(4).run()
    assert "4 rows: **2 actions** and 0 problems" in said(app)
    assert "Find the places" in [one.label for one in app.button]
    press(app, "Find the places")
    assert "**2 of 2 actions** have a pin" in said(app)
    pair = next(one for one in app.segmented_control if one.label == "One action or two?")
    pair.set_value(None).run()
    assert "4 rows: **3 actions**, 0 problems and 1 possible duplicate" in said(app)


def test_another_visitor_sees_nothing_of_it(brought: AppTest, open_app: OpenApp) -> None:
    press(press(brought, "Find the places"), "Show this list on all pages")
    other = open_app(page="your_list")
    assert "No list yet?" in said(other)
    assert shown(other.switch_page("pages/map.py").run()) == LISTED


def test_a_list_can_be_forgotten(brought: AppTest) -> None:
    press(press(brought, "Find the places"), "Show this list on all pages")
    brought.file_uploader(key="own-file").set_value(None).run()
    press(brought, "Forget this list")
    assert "No list yet?" in said(brought)
    assert shown(brought.switch_page("pages/map.py").run()) == LISTED


def test_a_list_of_dates_that_can_be_read_in_two_ways_asks_which_is_meant(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country,date\nGraz,AT,02/05/2031\nLinz,AT,02/05/2031\n")
    assert "2 rows: **0 actions** and 2 problems" in said(app)
    [order] = [one for one in app.segmented_control if "two ways" in one.label]
    assert list(order.options) == ["Friday 2 May 2031", "Wednesday 5 February 2031"]
    order.set_value(True).run()
    assert "2 rows: **2 actions** and 0 problems" in said(app)


def test_a_list_without_dates_asks_for_the_day(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country\nGraz,AT\n")
    assert "Give the day of action" in said(app)
    app.date_input[0].set_value(dt.date(2031, 5, 1)).run()
    assert "1 row: **1 action** and 0 problems" in said(app)


def test_the_day_of_one_list_is_never_taken_for_that_of_the_next(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country\nGraz,AT\n")
    app.date_input[0].set_value(dt.date(2031, 5, 2)).run()
    assert "1 row: **1 action** and 0 problems" in said(app)
    bring(app, b"city,country,date\nLinz,AT,02/05/2031\nWels,AT,\n", "other.csv")
    assert "2 rows: **0 actions** and 2 problems" in said(app)


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


def field(app: AppTest, name: str) -> list[object]:
    kinds = (app.date_input, app.text_input, app.selectbox)
    return [one for kind in kinds for one in kind if (one.key or "").startswith(f"own-{name}-")]


def test_what_holds_for_a_whole_list_can_be_given_once(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,time\nGraz,22:00\nTokyo,22:00\n")
    assert "Give the day of action, or the column that has it." in said(app)
    field(app, "day")[0].set_value(dt.date(2031, 5, 1))
    field(app, "country")[0].set_value("Autriche").run()
    assert "2 rows: **2 actions** and 0 problems" in said(app)
    assert "Austria (AT)" in said(app)
    field(app, "status")[0].set_value("reported")
    field(app, "zone")[0].set_value("Asia/Tokyo").run()
    assert "Times are read as Tokyo time" in said(app)
    press(press(app, "Find the places"), "Show this list on all pages")
    frame = app.session_state["_own_list"].shown.table.frame
    assert frame["status"].tolist() == ["reported", "reported"]
    assert frame["start_time"].tolist()[0] == dt.time(15)


def test_a_country_that_is_none_is_said_beside_its_field(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,date\nGraz,2031-05-01\n")
    field(app, "country")[0].set_value("Narnia").run()
    assert "“Narnia” is not a country or territory" in said(app)
    assert "1 row: **1 action** and 0 problems" in said(app)


def test_only_what_a_list_leaves_open_is_asked_for(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), b"city,country,date,status\nGraz,AT,2031-05-01,reported\n")
    assert not [one for name in ("day", "country", "status", "zone") for one in field(app, name)]
    bring(app, b"city,country,date,status\nGraz,AT,2031-05-01,reported\nWels,,2031-05-01,reported\n", "other.csv")
    assert [name for name in ("day", "country", "status", "zone") if field(app, name)] == ["country"]


SEVERAL = b'city,country,date\n"Madrid, Barcelona, Valencia",ES,2031-05-01\nBilbao / Vitoria,ES,2031-05-01\n'


def test_a_cell_of_several_towns_becomes_an_action_for_each_by_a_click_and_back(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), SEVERAL)
    assert "**2 cells name several towns**" in said(app)
    press(app, "Make 3 actions of it: Madrid, Barcelona, Valencia")
    assert "2 rows: **4 actions** and 0 problems" in said(app)
    assert "**1 cell names several towns**" in said(app)
    assert "“Madrid, Barcelona, Valencia” is 3 actions now" in said(app)
    press(app, "Undo")
    assert "2 rows: **2 actions**" in said(app)
    assert "**2 cells name several towns**" in said(app)


def test_all_cells_of_several_towns_are_divided_by_one_click_and_their_pins_found(open_app: OpenApp) -> None:
    app = press(bring(open_app(page="your_list"), SEVERAL), "Make 5 actions of all 2")
    assert "2 rows: **5 actions** and 0 problems" in said(app)
    press(app, "Find the places")
    assert "**5 of 5 actions** have a pin" in said(app)
    press(app, "Undo all 2")
    assert "2 rows: **2 actions**" in said(app)
    assert "Find the places" in [one.label for one in app.button]


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(seconds=0), "takes longer than this server gives to one list"),
        (Limits(seconds=8, memory=1), "needs more memory than this server gives to one list"),
        (Limits(seconds=8, answer=10), "needs more memory than this server gives to one list"),
    ],
    ids=["time", "memory", "answer"],
)
def test_a_list_that_takes_too_much_is_refused_in_words_and_the_page_goes_on(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, limits: Limits, sentence: str
) -> None:
    with monkeypatch.context() as server:
        server.setattr(own_list.apart, "__kwdefaults__", {"limits": limits, "heard": None})
        app = bring(open_app(page="your_list"), FRENCH * 9000)  # more than a process has in reserve
        assert sentence in said(app)
        assert "No list yet?" in said(app)
        app.run()
        assert sentence in said(app)
    assert "4 rows: **2 actions**" in said(bring(app, FRENCH, "another.csv"))


def test_a_queue_that_is_full_says_so(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "OWN", Lane(0, 0))
    assert "busy with 0 other lists" in said(bring(open_app(page="your_list"), FRENCH))


def test_a_session_holds_its_list_packed(brought: AppTest) -> None:
    own = brought.session_state["_own_list"]
    assert own.sheet.head.rows == ()
    assert 0 < own.size < 10_000


def test_the_longest_unused_list_makes_room_and_its_visitor_is_told(
    brought: AppTest, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(press(brought, "Find the places"), "Show this list on all pages")
    monkeypatch.setattr(own_list, "MOST_BYTES_HELD", 1)
    other = bring(open_app(page="your_list"), FRENCH)
    assert "4 rows: **2 actions**" in said(other)
    brought.run()
    assert not brought.exception
    assert "Your own list was forgotten, because other visitors have brought theirs" in said(brought)
    brought.switch_page("pages/map.py").run()
    assert shown(brought) == LISTED
    assert "was forgotten" not in said(brought)
    assert "4 rows: **2 actions**" in said(other.run())


def test_what_is_handed_out_is_written_by_a_worker(brought: AppTest) -> None:
    press(brought, "Find the places")
    own = brought.session_state["_own_list"]
    assert b"Lyon" in own_list.csv(own)
    wishes = Wishes("Test title", {}, {})
    with zipfile.ZipFile(io.BytesIO(own_list.packed(own, wishes))) as archive:
        assert "Test title" in archive.read("campaign/campaign.toml").decode()
    own.empty("gone")
    with pytest.raises(WorkerError, match="gone"):
        own_list.csv(own)
