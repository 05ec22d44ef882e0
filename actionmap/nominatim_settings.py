"""Settings of the online geocoder: which Nominatim is asked, how often, and whose data its answers are."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from actionmap._values import HostUrl, Text, mistake
from actionmap.wording import CREDITS

PUBLIC_URL = "https://nominatim.openstreetmap.org"
"""The public service, which allows one request a second."""

_PUBLIC_HOST = urlsplit(PUBLIC_URL).hostname


def _base(url: str) -> str:
    """Refuse an address to which ``/search?…`` cannot be added."""
    parts = urlsplit(url)
    if parts.query or parts.fragment or parts.path.rstrip("/").endswith("/search"):
        raise mistake("is not the address of the service itself", f"Write it as {PUBLIC_URL}.")
    return url


class NominatimSettings(BaseModel):
    """`[nominatim]` in `campaign.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[HostUrl, AfterValidator(_base)] = Field(
        PUBLIC_URL, description="the service's address without /search, beginning with https:// or http://"
    )
    user_agent: str = Field(
        "ActionMap/0.1 (geocodes lists of public actions; every place once, one a second)",
        pattern=r"^[!-~]([ -~]{0,198}[!-~])?$",
        description="who asks, and how to be reached, in plain ASCII; the service is told with every request",
    )
    pause: float = Field(
        1.0,
        ge=0,
        le=60,
        description="seconds from one answer to the next request, from 0 to 60; at least 1 for the public service",
    )
    timeout: float = Field(
        10.0, ge=1, le=60, description="seconds after which a request is given up, from 1 to 60, all of its answer read"
    )
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}([-_]\w+)*$",
        description='the code of the language in which places are named, as "en"',
    )
    attribution: Annotated[
        Text, Field(min_length=1, description="whose data its answers are, as is said beside them, in quotation marks")
    ] = CREDITS["nominatim"]
    on_page: bool = Field(False, description="true where the page “Your list” shall offer to ask it, else false")

    @field_validator("pause")
    @classmethod
    def _as_the_public_service_asks(cls, pause: float, info: ValidationInfo) -> float:
        host = urlsplit(info.data.get("url", "")).hostname or ""
        if host.rstrip(".") == _PUBLIC_HOST and pause < 1:
            raise mistake(
                f"is too short a pause for {_PUBLIC_HOST}", "It allows one request a second: write at least 1."
            )
        return pause
