import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from actionmap.campaign.settings import NominatimSettings
from actionmap.errors import OnlineGeocoderError
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.nominatim import OnlineGeocoder
from actionmap.publish.wording import failure
from actionmap.world.doubts import Doubt, DoubtKind
from actionmap.world.place import FoundBy, Pin, Place, Precision, either

VIENNA = {"lat": "48.2", "lon": "16.3", "addresstype": "city", "display_name": "Test Vienna, Austria"} | {
    "address": {"country_code": "at", "city": "Vienna"}
}
SQUARE = VIENNA | {"addresstype": "square", "display_name": "Test Square, Vienna, Austria", "lat": "48.21"}
ABROAD = VIENNA | {"address": {"country_code": "us"}}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Service:
    """A local HTTP server that gives its answers in turn, the last one for ever, and remembers what it was asked.

    Its places have the name that was asked for, unless they have names of their own.
    """

    def __init__(self, *answers: tuple[int, object, dict[str, str]] | Behaviour) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, str]] = []
        self.moments: list[float] = []
        self.agents: set[str] = set()
        self.hangs_from = 10**9
        self.hanging, self.ended = Event(), Event()

    @contextmanager
    def running(self) -> Iterator[str]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.moments.append(time.monotonic())
                query = {name: value for name, (value,) in parse_qs(urlsplit(self.path).query).items()}
                service.asked.append(query)
                service.agents.add(self.headers["User-Agent"])
                if len(service.asked) >= service.hangs_from:
                    service.hanging.set()
                    service.ended.wait()
                    return
                answer = service.answers.pop(0) if len(service.answers) > 1 else service.answers[0]
                if callable(answer):
                    answer(self)
                    return
                code, body, headers = answer
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if isinstance(body, list):
                    body = [{"namedetails": {"name": query.get("city", "")}} | one for one in body]
                self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """Say nothing: the client has hung up."""

        server = Server(("127.0.0.1", 0), Handler)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            self.ended.set()
            server.shutdown()
            thread.join()
            server.server_close()


@pytest.fixture
def ask(gazetteer, tmp_path):
    def ask(service: Service | str, *places: Place, pause: float = 0, timeout: float = 10):
        if isinstance(service, Service):
            with service.running() as url:
                return ask(url, *places, pause=pause, timeout=timeout)
        settings = NominatimSettings(url=service, pause=pause).model_copy(update={"timeout": timeout})
        return list(OnlineGeocoder(settings, gazetteer, folder=tmp_path).answer(places))

    return ask


def town(name: str = "Vienna") -> Place:
    return Place("", name, "", "AT")


def test_a_venue_is_asked_first_and_its_pin_says_that_it_is_one(ask):
    service = Service((200, [SQUARE], {}))
    ((place, answer),) = ask(service, Place("Test Square", "Vienna", "9", "AT"))
    pin = answer.pin
    assert pin.place == place
    assert (pin.precision, pin.geocoder, pin.latitude) == ("venue", "nominatim", 48.21)
    assert pin.matched_place == "Test Square, Vienna, Austria"
    assert pin.timezone == "Europe/Vienna"
    (query,) = service.asked
    assert query["q"] == "Test Square, Vienna, 9"
    assert query["countrycodes"] == "at"
    assert all("ActionMap" in agent for agent in service.agents)


def test_the_service_is_told_who_asks_and_in_which_language(gazetteer, tmp_path):
    service = Service((200, [VIENNA], {}))
    with service.running() as url:
        settings = NominatimSettings(url=url, pause=0, user_agent="Test/1 (someone@test.example)", language="eo")
        list(OnlineGeocoder(settings, gazetteer, folder=tmp_path).answer([town()]))
    assert service.agents == {"Test/1 (someone@test.example)"}
    assert service.asked[0]["accept-language"] == "eo"


def test_where_the_venue_is_unknown_the_locality_is_asked_once_for_all_venues(ask):
    service = Service((200, [], {}), (200, [VIENNA], {}), (200, [], {}))
    answers = ask(service, *(Place(f"Square {i}", "Testau", "", "AT") for i in range(3)))
    assert [answer.pin.precision for _, answer in answers] == ["locality"] * 3
    assert [answer.pin.venue for _, answer in answers] == ["Square 0", "Square 1", "Square 2"]
    assert [query.get("city") for query in service.asked] == [None, "Testau", None, None]


def test_where_the_venue_is_unknown_nobody_is_asked_for_a_locality_of_which_the_gazetteer_is_sure(ask):
    service = Service((200, [], {}))
    answers = ask(service, *(Place(f"Square {i}", "Vienna", "", "AT") for i in range(3)))
    assert [(answer.pin.venue, answer.pin.geocoder) for _, answer in answers] == [
        *(("Square 0", "gazetteer"), ("Square 1", "gazetteer"), ("Square 2", "gazetteer"))
    ]
    assert [query.get("city") for query in service.asked] == [None] * 3


@pytest.mark.parametrize(
    "results", [[], [ABROAD], [VIENNA | {"addresstype": "shop"}], [VIENNA | {"addresstype": "state"}]]
)
def test_an_answer_abroad_or_of_another_kind_is_no_answer(ask, results):
    ((_, answer),) = ask(Service((200, results, {})), town("Testdorf"))
    assert answer.pin is None
    assert (answer.failure, answer.doubt) == (None, Doubt(DoubtKind.NOT_FOUND))


def test_the_first_answer_that_fits_is_taken(ask):
    ((_, answer),) = ask(Service((200, [ABROAD, VIENNA | {"addresstype": "shop"}, VIENNA], {})), town())
    assert answer.pin.matched_place == "Test Vienna, Austria"


def test_a_territory_that_openstreetmap_has_inside_a_country_is_found_there_and_only_there(ask):
    there = (
        VIENNA
        | {"lat": "18.4", "lon": "-66.1"}
        | {"address": {"country_code": "us", "ISO3166-2-lvl4": "US-PR", "state": "Puerto Rico"}}
    )
    service = Service((200, [ABROAD, there | {"display_name": "right"}], {}))
    ((_, answer),) = ask(service, Place("", "San Juan", "", "PR"))
    assert answer.pin.matched_place == "right"
    assert service.asked[0]["countrycodes"] == "us"
    assert service.asked[0]["state"] == "Puerto Rico"


@pytest.mark.parametrize(
    ("code", "body", "said"),
    [
        (500, b"", "500"),
        (503, b"", "overloaded"),
        (403, b"", "refuses"),
        (429, b"", "429"),
        (200, b"<html>", "JSON"),
        (200, b'{"error": "no such place"}', "no such place"),
        (200, b'[{"lat": "north"}]', "not answer as a Nominatim does"),
        (200, b'[{"lat": "1", "lon": "2"}]', "not answer as a Nominatim does"),
        (200, b'["here"]', "not answer as a Nominatim does"),
        (200, b"7", "not answer as a Nominatim does"),
    ],
)
def test_where_the_service_fails_it_is_said_why_and_the_gazetteer_stands_in_if_it_is_sure(ask, code, body, said):
    square, misspelt = Place("Test Square", "Vienna", "", "AT"), town("Viennna")
    (_, sure), (_, unsure) = ask(Service((code, body, {})), square, misspelt)
    for answer in (sure, unsure):
        assert said in failure(answer.failure)
        assert "127.0.0.1" in failure(answer.failure)
    assert (sure.pin.place, sure.pin.geocoder, sure.pin.precision) == (square, "gazetteer", "locality")
    assert sure.doubt is None
    assert unsure.pin is None
    assert "Vienna" in either(unsure.candidates)


@pytest.mark.parametrize("headers", [{"Content-Length": "1000"}, {"Content-Type": "text/plain; charset=nonsense"}])
def test_an_answer_that_breaks_off_or_is_garbled_is_a_failure(ask, headers):
    ((_, answer),) = ask(Service((200, b"[\xff", headers)), town())
    assert "127.0.0.1" in failure(answer.failure)


def dripped(head: bytes, drop: bytes, rest: bytes) -> Behaviour:
    """Return how a service behaves that would answer in full in a minute, a byte at a time."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(600):
            time.sleep(0.1)
            handler.wfile.write(drop)
        handler.wfile.write(rest + json.dumps([VIENNA]).encode())

    return behave


@pytest.mark.parametrize(
    "slow",
    [
        dripped(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x", b"\r\n\r\n"),
        dripped(b"HTTP/1.1 200 OK\r\n\r\n", b" ", b""),
    ],
)
def test_a_service_that_answers_byte_by_byte_is_given_up_in_time(ask, slow):
    ((_, answer),) = ask(Service(slow), town(), timeout=0.3)
    assert "took too long" in failure(answer.failure)


def test_an_endless_answer_is_not_read_to_its_end(ask):
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(b" " * 65_536)
            sent.append(65_536)

    ((_, answer),) = ask(Service(endless), town())
    assert "more than 2 MB" in failure(answer.failure)
    assert sum(sent) < 20_000_000


def test_an_answer_that_is_nested_without_end_is_no_json_that_can_be_read(ask):
    ((_, answer),) = ask(Service((200, b"[" * 1_000_000, {})), town())
    assert "did not answer in JSON" in failure(answer.failure)


def test_of_more_results_than_were_asked_for_the_first_are_read(ask):
    ((_, answer),) = ask(Service((200, [*[ABROAD] * 5, VIENNA], {})), town("Testdorf"))
    assert answer.doubt == Doubt(DoubtKind.NOT_FOUND)


@pytest.mark.parametrize("there", ["/other", "https://other.example/search?q=Vienna", "ftp://127.0.0.1/", "//[x"])
def test_a_service_that_leads_elsewhere_is_not_followed(ask, there):
    service = Service((302, b"", {"Location": there}), (200, [VIENNA], {}))
    ((_, answer),) = ask(service, town())
    assert answer.pin.geocoder == "gazetteer"
    assert answer.failure
    assert len(service.asked) == 1
    if there.startswith("https"):
        assert "leads to https://other.example: write that as url" in failure(answer.failure)


def test_what_a_service_says_for_itself_does_no_harm_on_a_terminal(ask):
    error = {"error": f"no\x1b[2J{'such ' * 1000}place"}
    ((_, answer),) = ask(Service((200, error, {})), town())
    assert "no�[2Jsuch" in failure(answer.failure)
    assert len(failure(answer.failure)) < 300


def test_a_service_that_is_down_is_given_up_after_three_failures(gazetteer, tmp_path):
    with Service((200, [], {})).running() as url:
        pass
    places = [town(f"Town {i}") for i in range(6)]
    settings = NominatimSettings(url=url, pause=0)
    answers = list(OnlineGeocoder(settings, gazetteer, folder=tmp_path).answer(places))
    assert [place for place, _ in answers] == places
    assert all("gives no answer" in failure(answer.failure) for _, answer in answers)
    assert [answer.failure.asked for _, answer in answers] == [True] * 3 + [False] * 3


def test_what_was_answered_before_and_after_a_failure_is_kept(ask):
    service = Service((200, [VIENNA], {}), (500, b"", {}), (200, [VIENNA], {}))
    answers = ask(service, *(town(name) for name in "abc"))
    assert [answer.pin is not None for _, answer in answers] == [True, False, True]


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("seconds", [lambda: "1", lambda: formatdate(time.time() + 1, usegmt=True), lambda: "-5"])
def test_a_service_that_says_when_to_come_back_is_asked_again_then(ask, code, seconds):
    service = Service((code, b"", {"Retry-After": seconds()}), (200, [VIENNA], {}))
    ((_, answer),) = ask(service, town())
    assert answer.pin
    assert len(service.asked) == 2
    assert service.moments[1] - service.moments[0] >= (1 if seconds() == "1" else 0)


@pytest.mark.parametrize("later", ["86400", "tomorrow", "soon", ""])
def test_a_service_that_allows_no_more_is_asked_no_more(ask, later):
    tomorrow = formatdate(time.time() + 86400, usegmt=True)
    service = Service((429, b"", {"Retry-After": tomorrow if later == "tomorrow" else later}))
    answers = ask(service, *(town(name) for name in "abc"))
    assert len(service.asked) == 1
    assert all("429" in failure(answer.failure) for _, answer in answers)


def test_a_silent_service_is_given_up_and_the_rest_is_asked_another_time(ask):
    service = Service((200, [VIENNA], {}))
    service.hangs_from = 2
    answers = ask(service, *(town(name) for name in "abcdef"), timeout=0.1)
    assert [answer.pin is not None for _, answer in answers] == [True] + [False] * 5
    assert "too long" in failure(answers[1][1].failure)
    assert len(service.asked) == 4


def test_a_page_of_html_is_no_answer(ask):
    service = Service((200, b"<!DOCTYPE html><title>Welcome</title>", {"Content-Type": "text/html"}))
    ((_, answer),) = ask(service, town())
    assert "did not answer in JSON" in failure(answer.failure)


def test_a_venue_far_from_its_town_is_doubtful_and_the_town_is_pinned(ask):
    service = Service((200, [SQUARE], {}))
    ((_, answer),) = ask(service, Place("Test Square", "Graz", "", "AT"))
    assert (answer.pin.precision, answer.pin.geocoder) == ("locality", "gazetteer")
    assert answer.pin.venue == "Test Square"
    assert answer.doubt.kind is DoubtKind.FAR
    assert (answer.doubt.found, answer.doubt.town) == ("Test Square, Vienna, Austria", "Graz, Steiermark, Austria")
    assert 140 < answer.doubt.km < 160
    assert either(answer.candidates) == "Test Square, Vienna, Austria"
    assert len(service.asked) == 1


def test_of_two_venues_the_one_in_the_town_is_meant(ask):
    here = SQUARE | {"lat": "47.07", "lon": "15.44", "display_name": "Test Square, Graz, Austria"}
    ((_, answer),) = ask(Service((200, [SQUARE, here], {})), Place("Test Square", "Graz", "", "AT"))
    assert (answer.pin.latitude, answer.pin.precision, answer.doubt) == (47.07, "venue", None)


def test_a_town_far_from_the_gazetteers_is_doubtful(ask):
    ((_, answer),) = ask(Service((200, [VIENNA], {})), town("Graz"))
    assert answer.pin.geocoder == "gazetteer"
    assert answer.pin.latitude == pytest.approx(47.07, abs=0.01)
    assert answer.doubt.kind is DoubtKind.FAR


def test_a_town_that_nominatim_does_not_know_is_where_the_gazetteer_has_it(ask):
    ((_, answer),) = ask(Service((200, [], {})), town("Graz"))
    assert (answer.pin.geocoder, answer.doubt) == ("gazetteer", None)


@pytest.mark.parametrize("found", [[], [VIENNA | {"namedetails": {"name": "Vienna"}}]])
def test_a_misspelt_town_is_not_guessed_but_suggested(ask, found):
    ((_, answer),) = ask(Service((200, found, {})), town("Viennna"))
    assert answer.pin is None
    assert "Vienna" in either(answer.candidates)


def test_a_venue_in_a_misspelt_town_is_not_guessed(ask):
    answers = ask(Service((200, [SQUARE], {}), (200, [], {})), Place("Test Square", "Viennna", "", "AT"))
    assert [(answer.pin, answer.doubt.kind) for _, answer in answers] == [(None, DoubtKind.ANOTHER_NAME)]


def test_a_village_that_only_nominatim_knows_is_pinned_if_it_is_the_only_one(ask):
    far = VIENNA | {"lat": "47.1", "lon": "10.1", "display_name": "Far, Austria"}
    near = VIENNA | {"lat": "48.3"}
    answers = ask(Service((200, [VIENNA, near], {}), (200, [VIENNA, far], {})), town("Testau"), town("Testdorf"))
    (_, alone), (_, namesakes) = answers
    assert alone.pin.latitude == 48.2
    assert (namesakes.pin, namesakes.doubt) == (None, Doubt(DoubtKind.AMBIGUOUS))
    assert either(namesakes.candidates) == "Test Vienna, Austria or Far, Austria"


def test_nothing_is_asked_twice_not_even_what_was_not_found(ask):
    service = Service((200, [VIENNA], {}), (200, [], {}))
    with service.running() as url:
        for _ in range(2):
            (_, found), (_, lost) = ask(url, town("Testau"), town("Testdorf"))
            assert (found.pin.latitude, lost.pin) == (48.2, None)
    assert len(service.asked) == 2


def test_after_a_failure_only_what_was_not_answered_is_asked_again(ask):
    towns = [town(f"Testdorf {number}") for number in range(6)]
    service = Service((200, [VIENNA], {}), (200, [], {}), *[(500, b"", {})] * 3, (200, [VIENNA], {}))
    with service.running() as url:
        assert [bool(answer.failure) for _, answer in ask(url, *towns)] == [False] * 2 + [True] * 4
        assert [bool(answer.pin) for _, answer in ask(url, *towns)] == [True, False] + [True] * 4
    times = Counter(query["city"] for query in service.asked)
    assert list(times.values()) == [1, 1, 2, 2, 2, 1]


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_asked(gazetteer, tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "127.0.0.1-9.db").write_text("no database" * 1000)
    for folder in (tmp_path / "file", tmp_path):
        with pytest.raises(OnlineGeocoderError, match="cannot be written"):
            OnlineGeocoder(NominatimSettings(url="http://127.0.0.1:9"), gazetteer, folder=folder)


RUN = """
import sys
from pathlib import Path
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinned_list import pin_list
from actionmap.places.nominatim import OnlineGeocoder
from actionmap.campaign.settings import NominatimSettings
url, folder, pause, *towns = sys.argv[1:]
geocoder = OnlineGeocoder(NominatimSettings(url=url, pause=float(pause)), Gazetteer(), folder=Path(folder))
table = "locality,country\\n" + "".join(f"{town},AT\\n" for town in towns)
print(pin_list(table.encode(), geocoder, PinCache(Path(folder) / f"{towns[0]}.csv")).pins)
"""


def start(url: str, folder: Path, pause: float, *towns: str) -> "subprocess.Popen[str]":
    """Pin towns in a process of their own; it prints how many have a pin."""
    command = [sys.executable, "-c", RUN, url, str(folder), str(pause), *towns]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def test_two_processes_share_the_rate_and_the_answers(tmp_path):
    towns = [f"Testdorf {number}" for number in range(12)]
    service = Service((200, [VIENNA], {}))
    with service.running() as url:
        runs = [start(url, tmp_path, 0.2, *some) for some in (towns[:8], towns[4:])]
        assert [int(run.communicate()[0]) for run in runs] == [8, 8]
    assert sorted(query["city"] for query in service.asked) == sorted(towns)
    assert min(later - earlier for earlier, later in pairwise(service.moments)) >= 0.2


def test_a_clock_that_was_set_back_costs_no_more_than_a_pause(ask, tmp_path):
    service = Service((200, [VIENNA], {}))
    with service.running() as url:
        for said in (str(time.monotonic() + 10**6), "half a numb", "", "-5"):
            (tmp_path / f"{url.removeprefix('http://').replace(':', '-')}.last").write_text(said)
            ((_, answer),) = ask(url, town(f"Testdorf {said}"), pause=0.01)
            assert answer.pin


def test_of_the_cache_only_reviewed_pins_and_its_own_are_trusted(gazetteer, tmp_path):
    geocoder = OnlineGeocoder(NominatimSettings(), gazetteer, folder=tmp_path)
    pin = Pin("", "Vienna", "", "AT", 48.2, 16.3, Precision.LOCALITY, "", "", FoundBy.GAZETTEER, "2024-03-01")
    square = Place("Test Square", "Vienna", "", "AT")
    for who, trusted in (("gazetteer", [False, False]), ("nominatim", [True, False]), ("reviewed", [True, True])):
        found = Pin(**(vars(pin) | {"geocoder": FoundBy(who)}))
        assert [geocoder.trusts(found, place) for place in (town(), square)] == trusted
