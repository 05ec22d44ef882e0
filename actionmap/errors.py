"""Every error the library raises, one family."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from actionmap.languages import say

_TABLE = tomllib.loads(Path(__file__).with_name("errors.toml").read_text("utf-8"))
_SAID: dict[str, str] = _TABLE["errors"]


class ActionMapError(Exception):
    """Anything that went wrong and that a person can mend; the message says how, in the language of whoever reads it.

    Parameters
    ----------
    message
        In English, with named places for values.
    values, named
        What belongs in those places.
    """

    def __init__(self, message: str, values: Mapping[str, object] | None = None, /, **named: object) -> None:
        self.message, self.values = message, {**(values or {}), **named}
        super().__init__(message, self.values)

    @classmethod
    def of(cls, kind: str, /, **values: object) -> Self:
        """Return the error of which `errors.toml` has the message."""
        return cls(_SAID[kind], values)

    def __str__(self) -> str:
        return say(self.message, **self.values)


_OF_THE_SYSTEM: list[str] = _TABLE["system"]
"""What systems say most often of files and networks; what else they say stays in their words."""


def reason(error: Exception) -> ActionMapError:
    """Return what the system says is wrong, to be a value of another message; in the reader's language if usual."""
    said = str(getattr(error, "strerror", None) or type(error).__name__)
    return ActionMapError(said) if said in _OF_THE_SYSTEM else ActionMapError("{said}", said=said)


def together(errors: Iterable[ActionMapError], before: str = "") -> "CampaignError":
    """Return several errors as one, each with its sentences; `before` is said before them, as a file's name."""
    values = {f"error_{number}": error for number, error in enumerate(errors)}
    message = " ".join(f"{{{name}}}" for name in values)
    return CampaignError(f"{{before}}: {message}" if before else message, values, before=before)


class UnreadableListError(ActionMapError):
    """A file cannot be read as a list at all: missing, empty, binary, or without the columns that make it one."""


class CampaignError(ActionMapError):
    """A campaign folder cannot be used: a file is missing, or `campaign.toml` is wrong."""


class GazetteerError(ActionMapError):
    """The gazetteer's tables are missing or were built for another version of this program."""


class BasemapError(ActionMapError):
    """A file of the basemap is missing or damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(_SAID["no-basemap"], name=name)

    def __reduce__(self) -> tuple[type[Exception], tuple[object]]:
        return type(self), (self.values["name"],)


class SourceError(ActionMapError):
    """The list of actions cannot be fetched."""

    @property
    def retry_after(self) -> float:
        """Number of seconds to wait before asking again."""
        return float(str(self.values.get("retry_after", 0.0)))


class OnlineGeocoderError(ActionMapError):
    """A geocoding service cannot be asked: there is no place to keep its answers."""


class SiteError(ActionMapError):
    """A folder is not one to publish into."""


class PointError(ActionMapError):
    """A text does not give a point on Earth."""


class WorkerError(ActionMapError):
    """A list takes more than a worker may take, or the worker has broken down, or too many lists wait before it."""
