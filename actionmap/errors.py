"""Every error the library raises, one family."""


class ActionMapError(Exception):
    """Anything that went wrong and that a person can mend; the message says how."""


class UnreadableListError(ActionMapError):
    """A file cannot be read as a list at all: missing, empty, binary, or without the columns that make it one."""


class CampaignError(ActionMapError):
    """A campaign folder cannot be used: a file is missing, or `campaign.toml` is wrong."""


class GazetteerError(ActionMapError):
    """The gazetteer's tables are missing or were built for another version of this program."""

    def __init__(self) -> None:
        super().__init__(
            "The gazetteer's tables are missing or damaged. Fetch data/gazetteer again with the project, or build it: "
            "python -m scripts.build_gazetteer"
        )


class BasemapError(ActionMapError):
    """A file of the basemap is missing or damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The basemap's {name} is missing or damaged. Fetch static again with the project, or build it: "
            "python -m scripts.build_basemap"
        )


class SourceError(ActionMapError):
    """The list of actions cannot be fetched; `retry_after` is the number of seconds to wait before asking again."""

    def __init__(self, message: str, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class OnlineGeocoderError(ActionMapError):
    """A geocoding service cannot be asked: there is no place to keep its answers."""


class SiteError(ActionMapError):
    """A folder is not one to publish into."""


class PointError(ActionMapError):
    """A text does not give a point on Earth."""


class WorkerError(ActionMapError):
    """A list takes more than a worker may take, or the worker has broken down, or too many lists wait before it."""
