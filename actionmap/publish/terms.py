"""Words that the pages, the published site and files share: `terms.toml` has each in one place."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from actionmap.languages import forms, say_many

SAID: dict[str, Any] = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))
"""What is spoken of → the message; one that depends on a number has a text for `one` and for `other`."""
MISSING, NONE_STATED, UNKNOWN_NAME, UNKNOWN_VALUE = (
    SAID[name] for name in ("missing", "none-stated", "unknown-name", "unknown-value")
)


def pair(message: Mapping[str, str]) -> tuple[str, str]:
    """Return a message that depends on a number as `say_many` takes it."""
    return message["one"], message["other"]


def counted(what: str, number: int, **values: object) -> str:
    """Say a number of what the table counts."""
    return say_many(*pair(SAID["counted"][what]), number, **values)


def counted_forms() -> dict[str, dict[str, str]]:
    """Return what is counted → its plural forms, see `languages.forms`, for a script."""
    return {what: forms(*pair(message)) for what, message in SAID["counted"].items()}
