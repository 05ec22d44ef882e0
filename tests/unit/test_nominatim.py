import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from actionmap.gazetteer import Gazetteer
from actionmap.geocode_cache import Geocode, Place
from actionmap.nominatim import OnlineGeocoder, is_web_address

VIENNA = {"lat": "48.2", "lon": "16.3", "addresstype": "city", "display_name": "Test Vienna, Austria"} | {
    "address": {"country_code": "at"}
}
SQUARE = VIENNA | {"addresstype": "square", "display_name": "Test Square, Vienna, Austria", "lat": "48.21"}
ABROAD = VIENNA | {"address": {"country_code": "us"}}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


class Service:
    """A local HTTP server that gives its answers in turn, the last one for ever, and remembers what it was asked."""

    def __init__(self, *answers: tuple[int, object, dict[str, str]]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, str]] = []
        self.agents: set[str] = set()

    @contextmanager
    def running(self) -> Iterator[str]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = parse_qs(urlsplit(self.path).query)
                service.asked.append({name: value for name, (value,) in query.items()})
                service.agents.add(self.headers["User-Agent"])
                code, body, headers = service.answers.pop(0) if len(service.answers) > 1 else service.answers[0]
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def ask(service: Service, gazetteer: Gazetteer, *places: Place, pause: float = 0):
    with service.running() as url:
        return list(OnlineGeocoder(url, gazetteer, pause=pause).answer(places))


def town(name: str = "Vienna") -> Place:
    return Place("", name, "", "AT")


def test_a_venue_is_asked_first_and_its_pin_says_that_it_is_one(gazetteer):
    service = Service((200, [SQUARE], {}))
    ((place, answer),) = ask(service, gazetteer, Place("Test Square", "Vienna", "9", "AT"))
    geocode = answer.geocode
    assert geocode.place == place
    assert (geocode.precision, geocode.geocoder, geocode.latitude) == ("venue", "nominatim", 48.21)
    assert geocode.matched_place == "Test Square, Vienna, Austria"
    assert geocode.timezone == "Europe/Vienna"
    (query,) = service.asked
    assert query["q"] == "Test Square, Vienna, 9"
    assert query["countrycodes"] == "at"
    assert all("ActionMap" in agent for agent in service.agents)


def test_where_the_venue_is_unknown_the_locality_is_asked_once_for_all_venues(gazetteer):
    service = Service((200, [], {}), (200, [VIENNA], {}), (200, [], {}))
    answers = ask(service, gazetteer, *(Place(f"Square {i}", "Vienna", "", "AT") for i in range(3)))
    assert [answer.geocode.precision for _, answer in answers] == ["locality"] * 3
    assert [answer.geocode.venue for _, answer in answers] == ["Square 0", "Square 1", "Square 2"]
    assert [query.get("city") for query in service.asked] == [None, "Vienna", None, None]


@pytest.mark.parametrize(
    "results", [[], [ABROAD], [VIENNA | {"addresstype": "shop"}], [VIENNA | {"addresstype": "state"}]]
)
def test_an_answer_abroad_or_of_another_kind_is_no_answer(gazetteer, results):
    ((_, answer),) = ask(Service((200, results, {})), gazetteer, town())
    assert answer.geocode is None
    assert answer.error == ""


def test_the_first_answer_that_fits_is_taken(gazetteer):
    ((_, answer),) = ask(Service((200, [ABROAD, VIENNA | {"addresstype": "shop"}, VIENNA], {})), gazetteer, town())
    assert answer.geocode.matched_place == "Test Vienna, Austria"


def test_a_territory_that_openstreetmap_has_inside_a_country_is_found_there_and_only_there(gazetteer):
    there = VIENNA | {"address": {"country_code": "us", "ISO3166-2-lvl4": "US-PR", "state": "Puerto Rico"}}
    service = Service((200, [ABROAD, there | {"display_name": "right"}], {}))
    ((_, answer),) = ask(service, gazetteer, Place("", "San Juan", "", "PR"))
    assert answer.geocode.matched_place == "right"
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
        (200, b'[{"lat": "north"}]', "no Nominatim"),
        (200, b'[{"lat": "1", "lon": "2"}]', "no Nominatim"),
        (200, b'["here"]', "no Nominatim"),
        (200, b"7", "no Nominatim"),
    ],
)
def test_a_failing_service_leaves_the_place_unresolved_and_says_why(gazetteer, code, body, said):
    ((_, answer),) = ask(Service((code, body, {})), gazetteer, town())
    assert answer.geocode is None
    assert said in answer.error
    assert "127.0.0.1" in answer.error


@pytest.mark.parametrize("headers", [{"Content-Length": "1000"}, {"Content-Type": "text/plain; charset=nonsense"}])
def test_an_answer_that_breaks_off_or_is_garbled_is_a_failure(gazetteer, headers):
    ((_, answer),) = ask(Service((200, b"[\xff", headers)), gazetteer, town())
    assert answer.geocode is None
    assert "127.0.0.1" in answer.error


def test_a_service_that_is_down_is_given_up_after_three_failures(gazetteer):
    with Service((200, [], {})).running() as url:
        pass
    places = [town(f"Town {i}") for i in range(6)]
    answers = list(OnlineGeocoder(url, gazetteer, pause=0).answer(places))
    assert [place for place, _ in answers] == places
    assert all("gives no answer" in answer.error for _, answer in answers)
    assert ["not asked" in answer.error for _, answer in answers] == [False] * 3 + [True] * 3


def test_what_was_answered_before_and_after_a_failure_is_kept(gazetteer):
    service = Service((200, [VIENNA], {}), (500, b"", {}), (200, [VIENNA], {}))
    answers = ask(service, gazetteer, *(town(name) for name in "abc"))
    assert [answer.geocode is not None for _, answer in answers] == [True, False, True]


def test_a_service_that_says_when_to_come_back_is_asked_again_then(gazetteer):
    service = Service((429, b"", {"Retry-After": "1"}), (200, [VIENNA], {}))
    ((_, answer),) = ask(service, gazetteer, town())
    assert answer.geocode
    assert len(service.asked) == 2


def test_a_service_that_allows_no_more_is_asked_no_more(gazetteer):
    service = Service((429, b"", {"Retry-After": "86400"}))
    answers = ask(service, gazetteer, *(town(name) for name in "abc"))
    assert len(service.asked) == 1
    assert all("429" in answer.error for _, answer in answers)


def test_requests_are_a_second_apart(gazetteer):
    began = time.monotonic()
    ask(Service((200, [VIENNA], {})), gazetteer, town("a"), town("b"), pause=1)
    assert time.monotonic() - began >= 1  # a lower bound, which no slow machine breaks


def test_of_the_cache_only_reviewed_pins_and_its_own_are_trusted(gazetteer):
    geocoder = OnlineGeocoder("http://127.0.0.1:9", gazetteer)
    pin = Geocode("", "Vienna", "", "AT", 48.2, 16.3, "locality", "", "", "gazetteer", "2024-03-01")
    square = Place("Test Square", "Vienna", "", "AT")
    for who, trusted in (("gazetteer", [False, False]), ("nominatim", [True, False]), ("reviewed", [True, True])):
        found = Geocode(**(vars(pin) | {"geocoder": who}))
        assert [geocoder.trusts(found, place) for place in (town(), square)] == trusted


@pytest.mark.parametrize("url", ["nominatim.example", "ftp://example.org", "https://", "http://[::", ""])
def test_only_http_and_https_addresses_are_web_addresses(url):
    assert not is_web_address(url)
    assert is_web_address("https://nominatim.example/path")
