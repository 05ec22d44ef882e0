"""What has been made for one visitor is kept for the next, and made once for all who ask at the same time."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from actionmap.web.asked import Kept


def test_what_many_ask_for_at_once_is_made_once() -> None:
    kept, made, may_end = Kept[str](2), list[str](), threading.Event()

    def make() -> str:
        made.append("page")
        may_end.wait(10)
        return "a page"

    with ThreadPoolExecutor(8) as visitors:
        answers = [visitors.submit(kept.get, "page", make) for _ in range(8)]
        may_end.set()
        assert {answer.result() for answer in answers} == {"a page"}
    assert made == ["page"]


def test_what_could_not_be_made_is_tried_again_and_the_longest_unused_goes() -> None:
    kept = Kept[str](2)
    with pytest.raises(ZeroDivisionError):
        kept.get("page", lambda: str(1 / 0))
    assert [kept.get(name, lambda name=name: name.upper()) for name in "abac"] == [*"ABAC"]
    assert [kept.get(name, lambda: "anew") for name in "acb"] == ["A", "C", "anew"]


def test_what_is_large_is_kept_by_its_bytes_and_the_newest_always() -> None:
    kept = Kept[str](10, len)
    assert [kept.get(name, lambda name=name: name * 4) for name in "abc"] == ["aaaa", "bbbb", "cccc"]
    assert [kept.get(name, lambda: "anew") for name in "cb"] == ["cccc", "bbbb"]
    assert kept.get("large", lambda: "x" * 99) == kept.get("large", lambda: "anew")
