"""Visitors of a running server who bring lists, leave and come back: what they held does not stay."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from random import Random
from urllib.request import urlopen

import psutil
import pytest

from benchmarks.load import ROOT, served, visit
from benchmarks.own_lists import HEADER, large_list

AWAY = 25  # s; after 20, a list is forgotten
SMALL = HEADER + b"Lyon,FR,2031-05-02,Test\n"


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[int, psutil.Process]]:
    with served(ROOT, ["dashboard.py"]) as started:  # whose own metrics are open
        yield started


@pytest.fixture(scope="module", autouse=True)
def left(server: tuple[int, psutil.Process]) -> tuple[str, float]:
    """A session of somebody who brought a list, came back to it at once and left, and when: the others come after."""
    port, _ = server

    async def bring_and_leave() -> str:
        async with visit(port) as visitor:
            await visitor.bring("mine.csv", SMALL)
            session = visitor.session
        async with visit(port, session) as visitor:
            await visitor.run("your_list")
            assert "1 row: **1 action**" in visitor.said
        return session

    return asyncio.run(bring_and_leave()), time.monotonic()


def soon(condition: Callable[[], bool]) -> bool:
    """Tell whether something comes true within a minute."""
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def workers(server: psutil.Process) -> int:
    """Count the processes that do tasks, and those that guard them: what the one child of the server has forked."""
    return len(server.children(recursive=True)) - len(server.children())


def uploaded(port: int) -> int:
    """Return how many bytes of files the server keeps, as its own metrics say."""
    metrics = urlopen(f"http://127.0.0.1:{port}/_stcore/metrics").read().decode()
    return sum(int(float(size)) for size in re.findall(r'cache_type="UploadedFileManager".*?} ([\d.e+]+)', metrics))


def test_what_is_read_for_a_visitor_ends_when_the_visitor_leaves(server: tuple[int, psutil.Process]) -> None:
    port, process = server

    async def leave_while_it_is_read() -> None:
        async with visit(port) as visitor:
            bringing = asyncio.create_task(visitor.bring("large.csv", large_list(Random(1))))
            assert await asyncio.to_thread(soon, lambda: workers(process) > 0)
            bringing.cancel()

    asyncio.run(leave_while_it_is_read())
    assert soon(lambda: workers(process) == 0)


def test_files_are_dropped_once_they_are_read_and_where_no_page_reads_them(server: tuple[int, psutil.Process]) -> None:
    port, _ = server

    async def bring_and_pile_up() -> None:
        async with visit(port) as visitor:
            await visitor.bring("read.csv", SMALL)
            assert "1 row: **1 action**" in visitor.said
            assert await asyncio.to_thread(soon, lambda: uploaded(port) == 0)
            for number in range(5):
                await visitor.upload(f"unnamed-{number}.csv", SMALL)
            assert await asyncio.to_thread(soon, lambda: uploaded(port) == len(SMALL))

    asyncio.run(bring_and_pile_up())


def test_who_comes_back_after_a_while_is_told_that_the_list_is_gone(
    server: tuple[int, psutil.Process], left: tuple[str, float]
) -> None:
    (port, _), (session, since) = server, left

    async def come_back() -> None:
        await asyncio.sleep(max(since + AWAY - time.monotonic(), 0))
        async with visit(port, session) as visitor:
            await visitor.run("your_list")
            assert "Your own list was forgotten, because the connection" in visitor.said
            assert "No list yet?" in visitor.said

    asyncio.run(come_back())
