"""Lists on a web server: what it may do wrong, and where it may not lead."""

import gzip
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from threading import Event
from types import SimpleNamespace

import pytest

from actionmap.errors import SourceError
from actionmap.lists import http
from actionmap.lists.sources import Fetched, HttpsSource, Limits, is_public
from tests.services.conftest import PASSWORD, Sheet, free_port, reply

LIST = b"country,locality\nFR,Testville\n"
SOON = Limits(seconds=0.5)
ZEROS = b"0" * 65_536


def source(sheet: Sheet, limits: Limits = Limits(), *trusted: str) -> HttpsSource:  # noqa: B008
    return HttpsSource(sheet.url(), trusted or ("127.0.0.1",), limits)


def fails(source: HttpsSource, last: Fetched | None = None) -> SourceError:
    with pytest.raises(SourceError) as error:
        source.fetch(last)
    assert PASSWORD not in str(error.value)
    return error.value


def test_a_list_is_asked_for_once_and_then_only_if_it_has_changed(sheet: Sheet) -> None:
    sheet.content = LIST
    last = source(sheet).fetch()
    assert source(sheet).fetch(last) is last
    assert [headers.get("if-none-match") for _, headers in sheet.asked] == [None, last.etag]
    assert sheet.served == 1


def test_a_server_without_etags_is_asked_by_date(sheet: Sheet) -> None:
    day = "Thu, 02 Jan 2031 10:00:00 GMT"

    def dated(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers["If-Modified-Since"] == day
        reply(handler, 304 if known else 200, {"Last-Modified": day}, b"" if known else LIST)

    sheet.behaviour = dated
    last = source(sheet).fetch()
    assert source(sheet).fetch(last) is last


def test_nothing_changed_is_no_answer_to_who_has_nothing(sheet: Sheet) -> None:
    sheet.behaviour = lambda handler: reply(handler, 304, {})
    assert "(304)" in str(fails(source(sheet)))


def slow_head(sheet: Sheet) -> Callable[[BaseHTTPRequestHandler], None]:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not sheet.ends.wait(0.02):
            handler.wfile.write(b"x")

    return behave


def slow_body(sheet: Sheet) -> Callable[[BaseHTTPRequestHandler], None]:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, 200, {"Content-Length": "1000"}, LIST)
        while not sheet.ends.wait(0.02):
            handler.wfile.write(b"x")

    return behave


def silent(sheet: Sheet) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: sheet.ends.wait() and None


@pytest.mark.parametrize("slow", [slow_head, slow_body, silent])
def test_a_slow_server_is_given_up_in_time(sheet: Sheet, slow: Callable[[Sheet], Callable[..., None]]) -> None:
    sheet.behaviour = slow(sheet)
    assert "takes longer than 0.5 seconds" in str(fails(source(sheet, SOON)))


def test_what_is_broken_off_is_late_though_the_clock_says_that_it_is_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "time", SimpleNamespace(monotonic=lambda: 0.0))
    broken_off = Event()
    with pytest.raises(TimeoutError), http.ended(0.01, broken_off.set):
        broken_off.wait()


def test_time_is_counted_over_all_redirects(sheet: Sheet) -> None:
    def dawdle(handler: BaseHTTPRequestHandler) -> None:
        sheet.ends.wait(0.3)
        reply(handler, 302, {"Location": "/next"})

    sheet.behaviour = dawdle
    assert "takes longer" in str(fails(source(sheet, SOON)))


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    reply(handler, 200, {"Content-Length": "1000"}, LIST)


def cut_off_chunks(handler: BaseHTTPRequestHandler) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"1f\r\n" + LIST + b"\r\n")
    handler.close_connection = True


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\x01\x02 this is not HTTP\r\n\r\n")


def endless_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        handler.wfile.write(ZEROS)


@pytest.mark.parametrize("fault", [cut_off, cut_off_chunks, hang_up, nonsense, endless_head])
def test_an_answer_that_breaks_off_is_no_list(sheet: Sheet, fault: Callable[[BaseHTTPRequestHandler], None]) -> None:
    sheet.behaviour = fault
    assert "broke off, or gave no answer that can be read" in str(fails(source(sheet)))


def test_endless_zeros_are_refused_at_the_limit(sheet: Sheet) -> None:
    sent = 0

    def zeros(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/csv\r\n\r\n")
        while True:
            handler.wfile.write(ZEROS)
            sent += len(ZEROS)

    sheet.behaviour = zeros
    assert "has more than 10 MB" in str(fails(source(sheet)))
    assert sent < 30_000_000


def test_a_compressed_bomb_is_not_unpacked(sheet: Sheet) -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    sheet.behaviour = lambda handler: reply(handler, 200, {"Content-Encoding": "gzip"}, bomb)
    assert source(sheet).fetch().content == bomb
    assert sheet.asked[0][1]["accept-encoding"] == "identity"


@pytest.mark.parametrize(("status", "advice"), [(401, "published"), (404, "published"), (500, "later"), (429, "later")])
def test_an_error_is_said_with_its_number(sheet: Sheet, status: int, advice: str) -> None:
    sheet.behaviour = lambda handler: reply(handler, status, {}, b"not to be shown")
    said = str(fails(source(sheet)))
    assert f"127.0.0.1 answers with an error ({status})" in said
    assert advice in said
    assert "not to be shown" not in said


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        (lambda: "120", 120, 120),
        (lambda: format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True), 7_000, 7_200),
        (lambda: format_datetime(datetime.now(UTC) - timedelta(hours=2), usegmt=True), 0, 0),
        (lambda: "999999999999", 86_400, 86_400),
        (lambda: "nan", 0, 0),
        (lambda: "-5", 0, 0),
        (lambda: "soon", 0, 0),
    ],
)
def test_a_server_may_ask_for_patience(sheet: Sheet, header: Callable[[], str], least: float, most: float) -> None:
    sheet.behaviour = lambda handler: reply(handler, 429, {"Retry-After": header()})
    assert least <= fails(source(sheet)).retry_after <= most


@pytest.mark.parametrize(
    ("kind", "body"),
    [("text/html; charset=utf-8", LIST), ("text/csv", b"\n <!DOCTYPE html><title>Log in</title>")],
)
def test_a_log_in_page_is_no_list(sheet: Sheet, kind: str, body: bytes) -> None:
    sheet.behaviour = lambda handler: reply(handler, 200, {"Content-Type": kind}, body)
    assert "answers with a web page" in str(fails(source(sheet)))


def test_a_redirect_is_followed_as_published_sheets_do(sheet: Sheet) -> None:
    sheet.behaviour = lambda handler: reply(
        handler, *((307, {"Location": "/export/list.csv"}) if "key" in handler.path else (200, {}, LIST))
    )
    assert source(sheet).fetch().content == LIST
    assert [path for path, _ in sheet.asked] == [f"/list.csv?key={PASSWORD}", "/export/list.csv"]


def test_redirects_without_end_are_given_up(sheet: Sheet) -> None:
    sheet.behaviour = lambda handler: reply(handler, 302, {"Location": sheet.url()})
    assert "from address to address without end" in str(fails(source(sheet)))
    assert len(sheet.asked) == 4


@pytest.mark.parametrize(
    "there", ["http://127.0.0.1:{}/", "https://127.0.0.1:{}/", "//127.0.0.1:{}/x", "https://[::ffff:127.0.0.1]:{}/"]
)
def test_a_redirect_into_this_machine_is_refused_where_another_host_is_trusted(sheet: Sheet, there: str) -> None:
    sheet.behaviour = lambda handler: reply(handler, 302, {"Location": there.format(sheet.port)})
    elsewhere = HttpsSource(sheet.url("localhost"), ("localhost",))
    said = str(fails(elsewhere))
    assert "inside this machine or network" in said or "without encryption" in said
    assert len(sheet.asked) == 1


@pytest.mark.parametrize("there", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x/", "https://", "https://[x"])
def test_a_redirect_to_anything_but_a_web_server_is_refused(sheet: Sheet, there: str) -> None:
    sheet.behaviour = lambda handler: reply(handler, 302, {"Location": there})
    fails(source(sheet))
    assert len(sheet.asked) == 1


def test_a_redirect_may_hold_any_characters(sheet: Sheet) -> None:
    sheet.behaviour = lambda handler: reply(
        handler, *((302, {"Location": "/lïst one\x1b.csv?q=ü&r=%20"}) if "key" in handler.path else (200, {}, LIST))
    )
    assert source(sheet).fetch().content == LIST


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]", "0"])
def test_this_machine_is_not_asked_unless_it_is_trusted(sheet: Sheet, host: str) -> None:
    assert "inside this machine or network" in str(fails(HttpsSource(sheet.url(host, "https"))))
    assert sheet.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::5db8:d822", False),
        ("64:ff9b:1:ffff:ffff:ffff:ffff:ffff", False),
        ("fec0::1", False),
        ("feff:ffff::1", False),
        ("::10.0.0.1", False),
        ("::93.184.216.34", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses_are_told_from_private_ones(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_name_is_looked_up_once_and_what_was_checked_is_asked(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns a name may answer with a public address first, and with a private one the next time."""
    sheet.content, looked_up, real = LIST, [], socket.getaddrinfo

    def resolver(host: str, *arguments: object, **named: object) -> object:
        looked_up.append(host)
        return real("127.0.0.1" if host == "sheet.test" else host, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    assert HttpsSource(sheet.url("sheet.test"), ("sheet.test",)).fetch().content == LIST
    assert looked_up == ["sheet.test", "127.0.0.1"]
    assert sheet.asked[0][1]["host"] == f"sheet.test:{sheet.port}"


def test_an_unknown_host_and_a_closed_port_are_said_so() -> None:
    assert "is not a host that can be found" in str(fails(HttpsSource("https://sheet.invalid/list.csv")))
    closed = HttpsSource(f"http://127.0.0.1:{free_port()}/", ("127.0.0.1",))
    assert "cannot be reached (Connection refused)" in str(fails(closed))


def test_an_address_without_encryption_is_refused() -> None:
    assert "is not asked without encryption" in str(fails(HttpsSource("http://sheets.example/list.csv")))


def test_a_certificate_must_be_good_for_the_name(secure_sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    secure_sheet.content = LIST
    good = HttpsSource(secure_sheet.url("localhost", "https"), ("localhost",))
    assert good.fetch().content == LIST
    other_name = HttpsSource(secure_sheet.url("127.0.0.1", "https"), ("127.0.0.1",))
    assert "shows a certificate that is not good for it" in str(fails(other_name))
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "shows a certificate that is not good for it" in str(fails(good))
    assert len(secure_sheet.asked) == 1


def test_a_slow_server_behind_encryption_is_given_up_in_time(secure_sheet: Sheet) -> None:
    secure_sheet.behaviour = slow_head(secure_sheet)
    slow = HttpsSource(secure_sheet.url("localhost", "https"), ("localhost",), SOON)
    assert "takes longer than 0.5 seconds" in str(fails(slow))


def test_a_secure_server_may_not_lead_to_one_without_encryption(secure_sheet: Sheet, sheet: Sheet) -> None:
    secure_sheet.behaviour = lambda handler: reply(handler, 302, {"Location": sheet.url()})
    assert "without encryption" in str(fails(HttpsSource(secure_sheet.url("localhost", "https"), ("localhost",))))
    assert sheet.asked == []
