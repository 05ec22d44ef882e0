"""The server's log: lines for programs, without what visitors type or bring."""

import json
import logging
import sys

from actionmap.web.log import JsonLines


def test_an_error_is_told_by_its_kind_and_places_and_never_by_its_message() -> None:
    try:
        int("what a visitor has typed")
    except ValueError:
        record = logging.LogRecord(
            "actionmap.ui", logging.ERROR, "", 0, "A page of %s", ("two\nlines",), sys.exc_info()
        )
    line = JsonLines().format(record)
    said = json.loads(line)
    assert (said["level"], said["module"], said["message"]) == ("error", "actionmap.ui", "A page of two\nlines")
    assert said["error"] == "ValueError"
    assert said["at"][0].startswith(f"{__file__}:")
    assert "typed" not in line
    assert "\n" not in line
