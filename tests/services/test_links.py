"""The links of a list: every way in which a page may answer, how politely it is asked, and what is kept of it."""

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from typer.testing import CliRunner

from actionmap.cli import app
from actionmap.lists.links import Asker, Journal, Look, State, look_at
from actionmap.publish.cards import _last_look
from tests.services.conftest import Sheet, free_port, reply

QUICK = Asker(seconds=0.5, pause=0.0, longest_wait=0.2, is_allowed=lambda address: True)
ANSWERS: dict[str, tuple[int, dict[str, str], str, str]] = {
    "good": (200, {}, "answers", ""),
    "moved": (301, {"Location": "/good"}, "moved", "/good"),
    "for-good": (308, {"Location": "/moved"}, "moved", "/good"),
    "for-now": (302, {"Location": "/good"}, "answers", "/good"),
    "moved-away": (301, {"Location": "/lost"}, "gone", "/lost"),
    "lost": (404, {}, "gone", ""),
    "removed": (410, {}, "gone", ""),
    "forbidden": (403, {}, "refused", ""),
    "no-head": (405, {}, "refused", ""),
    "busy": (429, {"Retry-After": "0"}, "waits", ""),
    "very-busy": (429, {"Retry-After": "3600"}, "waits", ""),
    "broken": (500, {}, "failed", ""),
    "circle": (302, {"Location": "/circle"}, "circle", ""),
}


def behave(sheet: Sheet) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer each path as `ANSWERS` has it; one never."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        name = handler.path.strip("/")
        if name == "silent":
            sheet.ends.wait()
        else:
            status, headers, *_ = ANSWERS[name]
            reply(handler, status, headers, b"page")

    return answer


def test_every_answer_is_told_from_every_other(sheet: Sheet) -> None:
    sheet.behaviour = behave(sheet)
    at = f"http://127.0.0.1:{sheet.port}"
    heard: list[Look] = []
    urls = [
        *(f"{at}/{name}" for name in ANSWERS),
        f"{at}/silent",
        f"http://127.0.0.1:{free_port()}/",
        "http://none.invalid/",
    ]
    found = look_at(urls, {}, QUICK, heard.append)
    assert {name: found[f"{at}/{name}"].state for name in ANSWERS} == {name: one[2] for name, one in ANSWERS.items()}
    assert {name: found[f"{at}/{name}"].leads_to for name in ANSWERS} == {
        name: one[3] and f"{at}{one[3]}" for name, one in ANSWERS.items()
    }
    assert [found[url].state for url in urls[-3:]] == ["timed-out", "no-answer", "no-answer"]
    assert sorted(look.url for look in heard) == sorted(urls)
    paths = [path for path, _ in sheet.asked]
    assert (paths.count("/busy"), paths.count("/very-busy")) == (2, 1)


def test_a_certificate_that_nobody_vouches_for_is_named(secure_sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"https://localhost:{secure_sheet.port}/good"
    assert look_at([url], {}, QUICK)[url].state is State.ANSWERS
    monkeypatch.delenv("SSL_CERT_FILE")
    assert look_at([url], {}, QUICK)[url].state is State.UNSAFE


def test_a_host_is_asked_one_question_at_a_time_with_a_pause(sheet: Sheet) -> None:
    at_once, most = [0], [0]

    def count(handler: BaseHTTPRequestHandler) -> None:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        time.sleep(0.02)
        at_once[0] -= 1
        reply(handler, 200, {}, b"page")

    sheet.behaviour = count
    start = time.monotonic()
    look_at(
        [f"http://127.0.0.1:{sheet.port}/{n}" for n in range(5)], {}, Asker(pause=0.05, is_allowed=QUICK.is_allowed)
    )
    assert most == [1]
    assert time.monotonic() - start >= 5 * 0.05


def test_what_was_found_lately_is_not_asked_for_again_and_a_line_that_was_cut_off_does_no_harm(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "cache" / "links.jsonl")
    journal.write(Look("https://test.example/a", State.GONE, time.time(), 404))
    journal.write(Look("https://test.example/b", State.TIMED_OUT, time.time()))
    journal.write(Look("https://test.example/c", State.ANSWERS, time.time() - 200_000, 200))
    with (tmp_path / "cache" / "links.jsonl").open("a") as file:
        file.write('{"url": "https://test')
    again = Journal(tmp_path / "cache" / "links.jsonl")
    assert [*again.known] == ["https://test.example/a"]
    assert look_at(["https://test.example/a"], again.known)["https://test.example/a"].status == 404


def test_the_command_asks_no_private_address_and_writes_what_is_gone_into_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheet: Sheet
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    gone, own = "https://test.example/gone", f"http://127.0.0.1:{sheet.port}/own"
    Journal(tmp_path / "actionmap" / "links.jsonl").write(Look(gone, State.GONE, 1_930_000_000.0, 404))
    path, written = tmp_path / "list.csv", tmp_path / "out.csv"
    path.write_text(f"city;country;date;url;Mine\nLyon;FR;2031-05-01;{gone};x\nRecife;BR;2031-05-01;{own};y\n")
    done = CliRunner().invoke(app, ["sources", str(path), "-o", str(written)])
    assert done.exit_code == 1
    assert f"row 2: {gone}: gone (HTTP 404)" in done.output
    assert "leads into a private network" in done.output
    assert "Links: 2. They answer: 0; moved: 0; gone: 1; not known: 1." in done.output
    assert sheet.asked == []
    header, *lines = path.read_text().splitlines()
    expected = [f"{header};checked", f"{lines[0]};2031-02-27 gone", f"{lines[1]};"]
    assert written.read_text("utf-8-sig").splitlines() == expected
    assert _last_look("2031-02-27 gone") == "gone when last looked at (27 February 2031)"
