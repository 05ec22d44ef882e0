"""The page for the review of pins: what it doubts, what a correction does, and where it goes."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from actionmap.places.pin_cache import PinCache
from actionmap.world.place import Place
from tests.app.conftest import OpenApp
from tests.app.test_your_list_page import bring, press, said


def understood(app: AppTest) -> str:
    """Return the box that says how the list was understood."""
    return " ".join(element.proto.body for element in app.get("html"))


ROWS = (
    "date,venue,locality,region,country\n"
    "2031-05-02,Test Square,Lyon,,FR\n"
    "2031-05-02,Test Square,Marsille,,FR\n"
    "2031-05-02,Test Park,Marsille,,FR\n"
    "2031-05-02,,Albuqeurque,NM,US\n"
)
MARSEILLE = Place("", "Marsille", "", "FR")


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign in whose list a town is misspelt beyond doubt, and one a little."""
    (tmp_path / "campaign.toml").write_text('title = "Test day"\ndate = 2031-05-02\n')
    (tmp_path / "actions.csv").write_text(ROWS)
    return tmp_path


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache" / "geocodes.csv"
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(path))
    return path


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTIONMAP_LOCAL", "1")


def test_places_in_doubt_are_counted_and_offer_what_may_be_meant(
    open_app: OpenApp, campaign: Path, cache: Path
) -> None:
    app = open_app(page="pins", campaign=campaign)
    assert not app.exception
    assert "**2 of 3 places** in doubt" in said(app)
    labels = [one.label.replace("\\", "") for one in app.button]
    assert any(label.startswith("Marseille, Provence") for label in labels)
    assert labels.count("That is right") == 1


def test_a_visitors_correction_is_handed_out_and_changes_nothing(
    open_app: OpenApp, campaign: Path, cache: Path
) -> None:
    app = open_app(page="pins", campaign=campaign)
    press(app, "Marseille, Provence")
    assert "**1 of 2 places** in doubt" in said(app)
    assert "**1 pin corrected**, for you alone" in said(app)
    assert [one.proto.label for one in app.get("download_button")] == ["The corrected pins (CSV)"]
    assert not cache.exists()
    press(app, "Forget them")
    assert "**2 of 3 places** in doubt" in said(app)


@pytest.mark.usefixtures("keeper")
def test_where_the_list_is_kept_a_correction_is_written_and_the_map_has_it(
    open_app: OpenApp, campaign: Path, cache: Path
) -> None:
    app = open_app(page="pins", campaign=campaign)
    press(app, "Marseille, Provence")
    pin = PinCache(cache).find(MARSEILLE)
    assert pin
    assert (pin.reviewed, pin.precision, pin.timezone) == (True, "locality", "Europe/Paris")
    assert "**1 of 4 places** in doubt" in said(app)
    press(app, "That is right")
    assert "**0 of 4 places** in doubt" in said(app)
    assert len(PinCache(cache)) == 2


@pytest.mark.usefixtures("keeper")
def test_coordinates_are_checked_before_they_become_a_pin(open_app: OpenApp, campaign: Path, cache: Path) -> None:
    app = open_app(page="pins", campaign=campaign)
    [field] = [one for one in app.text_input if "pins-at-" in (one.key or "") and "Marsille" in one.key]
    field.set_value("somewhere").run()
    assert "is no point" in said(app).replace("\\", "")
    field = next(one for one in app.text_input if one.key == field.key)
    field.set_value("5.37, 43.3").run()
    assert "the right way round" in said(app)
    next(one for one in app.text_input if one.key == field.key).set_value("43.3, 5.37").run()
    assert ", Provence" in said(app).split("The nearest town is")[1][:80]
    assert "the right way round" not in said(app)
    next(one for one in app.text_input if one.label == "What they rest on").set_value("a sign at the port").run()
    next(one for one in app.number_input if one.label == "Within how many metres").set_value(50).run()
    press(app, "Pin it there")
    pin = PinCache(cache).find(MARSEILLE)
    assert pin
    assert (pin.latitude, pin.longitude, pin.geocoder) == (43.3, 5.37, "reviewed")
    assert (pin.source, pin.uncertainty_m) == ("a sign at the port", 50)


@pytest.mark.usefixtures("keeper")
def test_a_cache_that_cannot_be_written_is_said_and_kept(open_app: OpenApp, campaign: Path, cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("no,cache\n")
    app = open_app(page="pins", campaign=campaign)
    press(app, "Marseille, Provence")
    assert "could not be written" in said(app)
    assert cache.read_text() == "no,cache\n"


@pytest.mark.usefixtures("cache")
def test_the_filters_choose_whose_pins_are_reviewed(open_app: OpenApp, campaign: Path) -> None:
    app = open_app({"country": "US"}, page="pins", campaign=campaign)
    assert "**1 of 1 place** in doubt" in said(app)


@pytest.mark.usefixtures("cache")
def test_places_that_read_alike_are_each_in_the_table(open_app: OpenApp, campaign: Path) -> None:
    rows = ROWS + '2031-05-02,,"Xyzzyqq, Abcdefg",,FR\n2031-05-02,,Xyzzyqq,Abcdefg,FR\n'
    (campaign / "actions.csv").write_text(rows)
    app = open_app(page="pins", campaign=campaign)
    assert not app.exception
    assert "**4 of 5 places** in doubt" in said(app)


def test_nothing_speaks_against_the_pins_of_the_list_that_comes_with_the_project(open_app: OpenApp) -> None:
    app = open_app(page="pins")
    assert "**0 of " in said(app)
    assert "Every place has a pin" in said(app)


def test_the_pins_of_ones_own_list_are_corrected_where_it_was_brought(open_app: OpenApp) -> None:
    app = bring(open_app(page="your_list"), ROWS.encode())
    press(press(app, "Find the places"), "Show this list on all pages")
    app.switch_page("pages/pins.py").run()
    assert "You are looking at your own list" in said(app)


def test_coordinates_given_in_ones_own_list_pin_it_and_leave_with_its_campaign(open_app: OpenApp, cache: Path) -> None:
    app = press(bring(open_app(page="your_list"), ROWS.encode()), "Find the places")
    assert "**1 of 4 actions** have a pin." in said(app)
    assert "3 actions without a pin; 2 places in doubt" in understood(app)
    [field] = [one for one in app.text_input if "-at-" in (one.key or "") and "Marsille" in one.key]
    field.set_value("43.3, 5.37").run()
    press(app, "Pin it there")
    assert "**3 of 4 actions** have a pin." in said(app)
    assert "1 action without a pin; 1 place in doubt" in understood(app)
    assert "**1 pin corrected**, for you alone" in said(app)
    assert not cache.exists()


def asked(app: AppTest, about: str) -> AppTest:
    """Open the dialog as the list's own button does, which a page without a browser does not draw."""
    app.session_state["_suggestion_open"] = about
    app.run()
    assert not app.exception
    return app


def test_a_suggestion_goes_out_of_a_card_and_is_taken_beside_the_list(
    open_app: OpenApp, campaign: Path, cache: Path
) -> None:
    (campaign / "actions.csv").write_text("id,date,start_time,locality,country\ntest-1,2031-05-02,13:00,Lyon,FR\n")
    (campaign / "campaign.toml").write_text(
        'title = "Test day"\ndate = 2031-05-02\n[suggestions]\nemail = "map@list.example"\n'
    )
    card = asked(open_app({"action": "test-1"}, campaign=campaign), "test-1")
    card.button_group(key="suggestion-test-1").set_value(["start_time"]).run()
    card.text_input(key="suggestion-test-1-start_time").set_value("14:00").run()
    assert not any(one.url.startswith("mailto:") for one in card.get("link_button"))  # without a source
    card.text_input(key="suggestion-test-1-source").set_value("https://news.example/").run()
    assert not card.exception
    assert any(one.url.startswith("mailto:map@list.example?subject=") for one in card.get("link_button"))

    row = (
        "id,date,start_time,locality,country,status,evidence\ntest-1,2031-05-02,25:00,Lyon,FR,suggested,<b>At two</b>\n"
    )
    app = open_app(page="pins", campaign=campaign)
    app.file_uploader(key="_suggestions-files").set_value([("suggestion.csv", row.encode(), "text/csv")]).run()
    assert r"\<b\>At two" in said(app)
    press(app, "Take it")
    assert any("25:00" in error.value.replace("\\", "") for error in app.error)  # no such time: it stays to be mended
    press(app, "Discard it")
    app.file_uploader(key="_suggestions-files").set_value(
        [
            ("suggestion.csv", row.replace("25:00", "14:00").encode(), "text/csv"),
            ("x.csv", b"1 MB" * 250_000, "text/csv"),
        ]
    ).run()
    assert any("larger than 200 kB" in error.value for error in app.error)
    press(app, "Take it")
    assert "**1 suggestion taken**, for you alone" in said(app)
    assert "13:00" in (campaign / "actions.csv").read_text()


def test_where_nothing_matches_a_reader_can_say_what_is_missing(open_app: OpenApp, campaign: Path, cache: Path) -> None:
    app = asked(open_app({"q": "nowhere at all"}, campaign=campaign), "the list")
    app.text_input(key="suggestion--locality").set_value("Graz").run()
    app.text_input(key="suggestion--source").set_value("https://news.example/").run()
    assert not app.exception
    assert any("Send the row to whoever keeps this list" in caption.value for caption in app.caption)
