"""Online geocoding with a real Nominatim, which has imported the sample that `scripts/build_osm_sample.py` makes."""

import csv
import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.error import URLError
from urllib.parse import parse_qs
from urllib.request import urlopen

import pytest
from streamlit.testing.v1 import AppTest

from actionmap.campaign.actions import read_actions
from actionmap.campaign.settings import NominatimSettings
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.nominatim import OnlineGeocoder
from actionmap.places.pinning import Answer, OfflineGeocoder
from actionmap.publish.wording import doubt
from actionmap.world.distances import great_circle_km
from actionmap.world.doubts import Doubt, DoubtKind
from actionmap.world.place import Place, either
from scripts import build_osm_sample
from scripts.install_services import BY_HAND, find_nominatim, missing
from tests.app.conftest import OpenApp
from tests.app.test_pins_page import understood
from tests.app.test_your_list_page import bring, press, said
from tests.services.conftest import PASSWORD, Postgres, free_port

PROJECT = Path(__file__).parents[2]
_STARTS_WITHIN = 60  # s


@dataclass(frozen=True)
class Nominatim:
    """A running service, and the log in which it writes what it was asked, and when."""

    url: str
    log: Path

    def asked(self) -> list[tuple[dt.datetime, str]]:
        """Return the moment and the question of each search."""
        searches = re.findall(r'\[(.+?)\] \S+ \S+ search "(.*)"', self.log.read_text() if self.log.exists() else "")
        return [(dt.datetime.fromisoformat(moment), _question(query)) for moment, query in searches]


def _question(query: str) -> str:
    words = parse_qs(query)
    return ", ".join(words[key][0] for key in ("q", "city", "state", "country") if key in words)


@pytest.fixture(scope="session")
def nominatim(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nominatim]:
    """A Nominatim of the tests' own."""
    if lacking := missing():
        pytest.fail(f"These tests need {', '.join(lacking)}, which `make test` installs. {BY_HAND}", pytrace=False)
    folder = tmp_path_factory.mktemp("nominatim")
    (folder / "sample.osm").write_bytes(build_osm_sample.build())
    account = f"host=127.0.0.1;port={postgres.port};user=tester;password={PASSWORD}"
    environment = os.environ | {
        "NOMINATIM_DATABASE_DSN": f"pgsql:dbname=nominatim;{account}",
        "NOMINATIM_DATABASE_WEBUSER": "tester",
        "NOMINATIM_LANGUAGES": "en",
        "NOMINATIM_LOG_FILE": str(folder / "requests.log"),
    }
    program = [str(find_nominatim())]
    flags = ["--offline", "--no-partitions", "--index-noanalyse", "--threads", "2"]
    done = subprocess.run(
        [*program, "import", "--osm-file", "sample.osm", *flags],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"Nominatim could not import the sample:\n{done.stderr[-3000:]}")
    port = free_port()
    with (folder / "server.log").open("wb") as log:
        command = [*program, "serve", "--server", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, server, folder / "server.log")
        yield Nominatim(url, folder / "requests.log")
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            urlopen(f"{url}/status").close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"Nominatim did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


Ask = Callable[..., list[Answer]]


@pytest.fixture
def ask(nominatim: Nominatim, gazetteer: Gazetteer, tmp_path: Path) -> Ask:
    def ask(*places: Place) -> list[Answer]:
        geocoder = OnlineGeocoder(NominatimSettings(url=nominatim.url, pause=0), gazetteer, folder=tmp_path)
        return [answer for _, answer in geocoder.answer(places)]

    return ask


def test_the_towns_of_the_list_that_comes_with_the_project_are_found_where_they_are(ask: Ask, gazetteer: Gazetteer):
    actions = [action for action in read_actions(build_osm_sample.SHIPPED_LIST).actions if action.locality]
    towns = list(dict.fromkeys(Place("", action.locality, action.region or "", action.country) for action in actions))
    offline = dict(OfflineGeocoder(gazetteer).answer(towns))
    assert len(towns) > 80
    for town, answer in zip(towns, ask(*towns), strict=True):
        pin, expected = answer.pin, offline[town].pin
        assert pin, town
        assert (pin.geocoder, pin.precision, answer.doubt) == ("nominatim", "locality", None), town
        km = great_circle_km(pin.latitude, pin.longitude, [expected.latitude], [expected.longitude])
        assert km[0] < 5, town


def test_a_venue_is_found_and_its_pin_says_that_it_is_one(ask: Ask):
    places = [Place("Test Square", "Vienna", "", "AT"), Place("Test Library", "Toronto", "ON", "CA")]
    square, library = (answer.pin for answer in ask(*places))
    assert (square.precision, square.latitude, square.longitude) == ("venue", 48.2105, 16.37)
    assert square.timezone == "Europe/Vienna"
    assert library.precision == "venue"
    assert library.matched_place == "Test Library, Toronto, Ontario, Canada"


def test_of_venues_with_one_name_only_the_one_in_the_named_town_and_country_is_pinned(ask: Ask):
    places = [("Test Square", "Berlin", "DE"), ("Test Square", "Hamburg", "DE"), ("Test Park", "Berlin", "DE")]
    found = [answer.pin for answer in ask(*(Place(venue, town, "", country) for venue, town, country in places))]
    assert [(pin.precision, round(pin.latitude, 1)) for pin in found] == [
        ("venue", 52.5),
        ("locality", 53.6),
        ("locality", 52.5),
    ]


def test_a_venue_and_a_town_hundreds_of_kilometres_off_are_doubtful_and_not_pinned_there(ask: Ask):
    for answer in ask(Place("Test Hall", "Innsbruck", "", "AT"), Place("", "Innsbruck", "", "AT")):
        assert (answer.pin.precision, answer.pin.geocoder) == ("locality", "gazetteer")
        assert answer.pin.longitude == pytest.approx(11.39, abs=0.05)
        assert re.match(r"(Test Hall, )?Innsbruck.* is 355 km from Innsbruck, Tirol", doubt(answer.doubt))


@pytest.mark.parametrize("venue", ["", "Test Square"])
def test_a_misspelt_town_stays_unresolved_with_a_suggestion(ask: Ask, venue: str):
    [answer] = ask(Place(venue, "Viennna", "", "AT"))
    assert answer.pin is None
    assert answer.candidates[0].name.startswith("Vienna")


def test_a_part_of_a_name_is_not_the_name(ask: Ask):
    [answer] = ask(Place("", "Testh", "", "AT"))
    assert answer.pin is None


def test_a_village_that_the_gazetteer_does_not_know_is_found_unless_there_are_two(ask: Ask):
    alone, namesakes, told_apart = ask(
        Place("", "Testhausen", "", "AT"), Place("", "Testville", "", "US"), Place("", "Testville", "TX", "US")
    )
    assert (alone.pin.latitude, alone.pin.geocoder) == (47.5, "nominatim")
    assert (namesakes.pin, namesakes.doubt) == (None, Doubt(DoubtKind.AMBIGUOUS))
    assert "Texas" in either(namesakes.candidates)
    assert told_apart.pin.latitude == 31


LIST = """\
Datum;Ort;Stadt;Region;Land;Notiz
2031-01-02;Test Square;Vienna;;Österreich;=1+1
2031-01-02;Test Square;Vienna;;AT;again
2031-01-02;;Vienna;;AT;
;Test Hall;Innsbruck;;AT;far off
;;Viennna;;AT;misspelt
;Test Library;Toronto;ON;Kanada;
;;Toronto;ON;Kanada;"quoted; twice"
;;Graz;;Atlantis;
"""


def test_the_command_writes_every_row_with_its_pin_and_asks_once_a_second_and_nothing_twice(
    nominatim: Nominatim, tmp_path: Path
):
    (tmp_path / "list.csv").write_text(LIST, encoding="cp1252")
    before = len(nominatim.asked())
    command = [
        sys.executable,
        "-m",
        "actionmap",
        "geocode",
        str(tmp_path / "list.csv"),
        "-o",
        str(tmp_path / "out.csv"),
    ]
    command += ["--geocoder", "nominatim", "--nominatim-url", nominatim.url]
    ours = {"ACTIONMAP_GEOCODE_CACHE": str(tmp_path / "cache.csv"), "XDG_CACHE_HOME": str(tmp_path / "kept")}
    for _ in range(2):
        done = subprocess.run(
            command, cwd=PROJECT, env=os.environ | ours, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        said = list(csv.reader(io.StringIO(LIST), delimiter=";"))
        header, *rows = csv.reader(io.StringIO((tmp_path / "out.csv").read_text(encoding="cp1252")), delimiter=";")
        assert [header[:6], *(row[:6] for row in rows)] == said
        assert [(row[8], row[10]) for row in rows] == [
            ("venue", "nominatim"),
            ("venue", "nominatim"),
            ("locality", "nominatim"),
            ("locality", "gazetteer"),
            ("", ""),
            ("venue", "nominatim"),
            ("locality", "nominatim"),
            ("", ""),
        ]
        assert re.search(r"row 5, .*“Test Hall, Innsbruck, AT” is pinned at Innsbruck, .* doubtful: ", done.stderr)
        assert re.search(r"row 6, .*Viennna, AT” has no pin: .*Did you mean Vienna", done.stderr)
        assert "© OpenStreetMap contributors" in done.stderr
    asked = nominatim.asked()[before:]
    assert Counter(question for _, question in asked) == dict.fromkeys(
        [
            "Test Square, Vienna",
            "Vienna",
            "Test Hall, Innsbruck",
            "Viennna",
            "Test Library, Toronto, ON",
            "Toronto, ON",
        ],
        1,
    )
    apart = [(later - earlier).total_seconds() for (earlier, _), (later, _) in pairwise(asked)]
    assert min(apart) >= 0.999  # the log's milliseconds are rounded


OWN = (
    b"date,venue,locality,country\n"
    b"2031-05-02,Test Square,Vienna,AT\n"
    b"2031-05-02,Test Library,Toronto,CA\n"
    b"2031-05-02,Test Park,Berlin,DE\n"
    b"2031-05-02,,Lyon,FR\n"
    b"2031-05-02,,Marsille,FR\n"
)


@pytest.fixture
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_app: OpenApp) -> Callable[..., AppTest]:
    """The page for one's own list, on a server whose campaign says of Nominatim what is given, with places found."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "answers"))

    def open_page(settings: str) -> AppTest:
        folder = tmp_path / "campaign"
        shutil.copytree(build_osm_sample.SHIPPED_LIST.parent, folder, ignore=shutil.ignore_patterns("gazetteer"))
        with (folder / "campaign.toml").open("a") as file:
            file.write(f"\n[nominatim]\n{settings}\n")
        app = bring(open_app(page="your_list", campaign=folder), OWN)
        return press(app, "Find the places")

    return open_page


def test_only_where_the_setting_allows_it_does_the_page_offer_to_ask(
    own_list: Callable[..., AppTest], nominatim: Nominatim
):
    before = len(nominatim.asked())
    app = own_list(f'url = "{nominatim.url}"\npause = 0')
    assert not [one for one in app.button if one.label.startswith("Ask ")]
    assert len(nominatim.asked()) == before


def test_the_page_asks_once_for_each_place_and_pins_its_venues(own_list: Callable[..., AppTest], nominatim: Nominatim):
    app = own_list(f'url = "{nominatim.url}"\npause = 0\non_page = true\nattribution = "© Test Streets"')
    assert "**4 of 5 actions** have a pin" in said(app)
    before = len(nominatim.asked())
    press(app, "Ask 127.0.0.1")
    assert "**4 of 5 actions** have a pin." in said(app)
    assert re.search("2 at the venue.*; 1 place in doubt", understood(app))
    assert "© Test Streets" in said(app)
    asked = [question for _, question in nominatim.asked()[before:]]
    assert max(Counter(asked).values()) == 1
    assert {"Test Square, Vienna", "Marsille"} <= set(asked)
    app.session_state[f"own-pins-{app.session_state['_own_file']}-expander"] = True
    html = next(one.proto.json for one in app.run().get("bidi_component") if 'data-does=\\"choose' in one.proto.json)
    pins = {re.search("<bdi>([^<]+)", row)[1]: row for row in html.split("<tr ")[2:]}
    assert "<bdi>venue</bdi>" in pins["Test Square, Vienna, Austria"]
    assert "<bdi>town or city</bdi>" in pins["Test Park, Berlin, Germany"]
    press(app, "Marseille, Provence")
    assert "**5 of 5 actions** have a pin" in said(app)
    assert [question for _, question in nominatim.asked()[before + len(asked) :]] == [
        "Marseille, Provence-Alpes-Côte-d’Azur"
    ]


def test_a_service_that_is_gone_costs_no_pin_and_can_be_asked_again(own_list: Callable[..., AppTest]):
    app = own_list(f'url = "http://127.0.0.1:{free_port()}"\npause = 0\non_page = true')
    press(app, "Ask 127.0.0.1")
    assert "**4 of 5 actions** have a pin" in said(app)
    assert "not answered for" in said(app)
    assert [one for one in app.button if one.label.endswith("again")]


def test_a_doubtful_venue_is_settled_by_saying_that_its_town_is_right_and_other_venues_stay(
    own_list: Callable[..., AppTest], nominatim: Nominatim
):
    app = own_list(f'url = "{nominatim.url}"\npause = 0\non_page = true')
    more = b"2031-05-02,Test Hall,Innsbruck,AT\n2031-05-02,Another Hall,Innsbruck,AT\n"
    press(bring(app, OWN + more, "more.csv"), "Find the places")
    press(app, "Ask 127.0.0.1")
    assert re.search("2 at the venue.*; 2 places in doubt", understood(app))
    press(app, "That is right")
    assert re.search("2 at the venue.*; 1 place in doubt", understood(app))
    assert "**1 pin corrected**" in said(app)
