"""Settings: what `campaign.toml` says."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails

from actionmap.errors import ActionMapError, CampaignError, reason, together
from actionmap.languages import Told
from actionmap.lists.cells import Date, HostUrl, Text, Url, mistake
from actionmap.lists.problems import ProblemKind
from actionmap.lists.sources import DatabaseSettings, FileSettings, HttpsSettings, SourceSettings, TomlTable
from actionmap.paths import SETTINGS
from actionmap.text import terminal_line, visible
from actionmap.world.place import CREDITS, FoundBy

PUBLIC_URL = "https://nominatim.openstreetmap.org"
"""The public service, which allows one request a second."""

_USER_AGENT = "ActionMap/0.1 (geocodes lists of public actions; every place once, one a second)"
_TILES = re.compile(r"(https://[A-Za-z0-9.-]+|http://(localhost|127\.0\.0\.1))(:\d{1,5})?/[\w.~%{}/?=&+-]*", re.ASCII)
_PUBLIC_HOST = urlsplit(PUBLIC_URL).hostname


def _base(url: str) -> str:
    """Refuse an address to which ``/search?…`` cannot be added."""
    parts = urlsplit(url)
    if parts.query or parts.fragment or parts.path.rstrip("/").endswith("/search"):
        raise mistake(ProblemKind.NOT_THE_SERVICE, address=PUBLIC_URL)
    return url


class NominatimSettings(TomlTable):
    """`[nominatim]` in `campaign.toml`."""

    url: Annotated[HostUrl, AfterValidator(_base)] = PUBLIC_URL
    """the service's address without /search, beginning with https:// or http://"""
    user_agent: Annotated[str, Field(pattern=r"^[!-~]([ -~]{0,198}[!-~])?$")] = _USER_AGENT
    """who asks, and how to be reached, in plain ASCII; the service is told with every request"""
    pause: float = Field(1.0, ge=0, le=60)
    """seconds from one answer to the next request, from 0 to 60; at least 1 for the public service"""
    timeout: float = Field(10.0, ge=1, le=60)
    """seconds after which a request is given up, from 1 to 60, all of its answer read"""
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}([-_]\w+)*$",
        description='the code of the language in which places are named, as "en"',
    )
    attribution: Annotated[Text, Field(min_length=1)] = CREDITS[FoundBy.NOMINATIM]
    """whose data its answers are, as is said beside them, in quotation marks"""
    on_page: bool = False
    """true where the page “Your list” shall offer to ask it, else false"""

    @field_validator("pause")
    @classmethod
    def _as_the_public_service_asks(cls, pause: float, info: ValidationInfo) -> float:
        host = urlsplit(info.data.get("url", "")).hostname or ""
        if host.rstrip(".") == _PUBLIC_HOST and pause < 1:
            raise mistake(ProblemKind.TOO_SHORT_A_PAUSE, host=_PUBLIC_HOST)
        return pause


def _tiles(address: str) -> str:
    """Refuse what is no https address of tiles; http will do on this machine, to try it out."""
    if not _TILES.fullmatch(address) or any(address.count(part) != 1 for part in ("{z}", "{x}", "{y}")):
        raise mistake(ProblemKind.NO_TILES)
    return address


class StreetMap(TomlTable):
    """`[street_map]` in `campaign.toml`: raster tiles of 256 px in Web Mercator that visitors may switch on."""

    name: Annotated[Text, Field(min_length=1)]
    """the name of the street map in quotation marks, as "OpenStreetMap\""""
    address: Annotated[str, AfterValidator(_tiles)]
    """the address of its tiles, as "https://tile.openstreetmap.org/{z}/{x}/{y}.png\""""
    attribution: Annotated[Text, Field(min_length=1)]
    """whose map it is, as is said on it, in quotation marks"""

    @property
    def origin(self) -> str:
        """Where its tiles are asked for, as a Content-Security-Policy names it."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def host(self) -> str:
        """Who is asked."""
        return urlsplit(self.address).hostname or ""


class SuggestionSettings(TomlTable):
    """`[suggestions]` in `campaign.toml`: where what readers say leaves for; nothing of it is kept here."""

    email: Annotated[str, Field(pattern=r"^[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+$")] = ""
    """the address of mail that whoever keeps the list reads, in plain ASCII"""
    url: HostUrl | None = None
    """the address at which an issue is opened, with {title} and {body} where these go"""


def _by_language(value: object) -> object:
    """Take one text for that in the campaign's language, whichever that is."""
    return {"": value} if isinstance(value, str) and value else value or {}


Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}([-_]\w+)*$")]
Texts = Annotated[
    dict[Annotated[str, Field(pattern=r"^([a-z]{2,3}([-_]\w+)*)?$")], Annotated[Text, Field(min_length=1)]],
    BeforeValidator(_by_language),
]
"""Language → text; of one text alone the language is empty."""


class Settings(TomlTable):
    """What `campaign.toml` says."""

    titles: Texts = Field(alias="title", min_length=1)
    """the campaign's title in quotation marks; or one for each language, as title.en = "…" and title.es = "…\""""
    standfirsts: Texts = Field(alias="standfirst", default_factory=dict)
    """a sentence or two under the title, in quotation marks; or for each language, as standfirst.en = "…\""""
    language: Language = "en"
    """the code of the language of its texts, in which readers see the map whose own is not known, as "en\""""
    date: Date
    """the day of action, as 2024-03-02; the date of every action that gives none"""
    collected: Date | None = None
    """the day on which the lists were last brought up to date, as 2024-03-09"""
    call_url: Url | None = None
    """the address of the call, beginning with https:// or http://"""
    address: HostUrl | None = None
    """the address at which this map is published, beginning with https:// or http://"""
    publisher: Annotated[Text, Field(min_length=1)] = "Action Map"
    """who publishes this map, as they want to be credited, in quotation marks"""
    source: SourceSettings | None = Field(None, discriminator="kind")
    """a table [source] that says where the list of actions is kept; without it, that is actions.csv"""
    suggestions: SuggestionSettings = SuggestionSettings()
    """a table [suggestions] that says where readers send what is missing or wrong"""
    nominatim: NominatimSettings = NominatimSettings()
    """a table [nominatim] that says how places are asked for online"""
    street_map: StreetMap | None = None
    """a table [street_map] with name, address and attribution; without it, no street map is offered"""

    @property
    def title(self) -> Told:
        """The title in the language spoken, or in the campaign's own."""
        return Told.of(self._in_languages(self.titles), self.language)

    @property
    def standfirst(self) -> Told:
        """What stands under the title, empty where nothing does, in the language spoken, or in the campaign's own."""
        return Told.of(self._in_languages(self.standfirsts), self.language)

    def _in_languages(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        return {code or self.language: text for code, text in texts.items()}

    def are_of(self, other: "Settings") -> bool:
        """Tell whether two settings are states of one campaign: of the same title, day and source."""
        return (self.titles, self.date, self.source) == (other.titles, other.date, other.source)


TABLES: dict[str, type[TomlTable]] = {
    "source.file": FileSettings,
    "source.https": HttpsSettings,
    "source.database": DatabaseSettings,
    "nominatim": NominatimSettings,
    "street_map": StreetMap,
    "suggestions": SuggestionSettings,
}
"""Where pydantic says that a mistake is → the model of that table of `campaign.toml`."""


def read_settings(source: Path | bytes) -> Settings:
    """Read and check a `campaign.toml`, or its bytes; what reorders or hides text does not get past.

    Raises
    ------
    CampaignError
        The file is missing, is not TOML, or a key is missing, unknown or wrong.
    """
    try:
        content = source if isinstance(source, bytes) else source.read_bytes()
        written = tomllib.loads(content.decode("utf-8-sig"))
        for former in ("languages", "map"):  # older folders may have them, which mean nothing any more
            written.pop(former, None)
        return Settings.model_validate(_visible(written))
    except OSError as error:
        raise CampaignError.of("no-settings", name=SETTINGS, reason=reason(error)) from error
    except ValidationError as error:
        raise together(map(_explained, error.errors(include_url=False)), SETTINGS) from error
    except RecursionError:
        raise CampaignError.of("too-deep", name=SETTINGS) from None
    except ValueError as error:  # not TOML, or not UTF-8
        said = terminal_line(str(error))
        raise CampaignError.of("not-toml", name=SETTINGS, said=said) from error


def _visible(value: object) -> object:
    match value:
        case str():
            return visible(value)
        case list():
            return [_visible(one) for one in value]
        case dict():
            return {visible(key): _visible(one) for key, one in value.items()}
    return value


def _explained(mistake: ErrorDetails) -> ActionMapError:
    """Return which key is wrong and what to write, in a sentence."""
    key = ".".join(map(str, mistake["loc"])).removesuffix(".[key]").rstrip(".")
    shown = re.sub(r"^source\.(file|https|database)\b", "source", key)
    table = next((name for name in TABLES if key.startswith(f"{name}.")), "")
    model = TABLES[table] if table else Settings
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    if mistake["type"] == "extra_forbidden":
        return CampaignError.of("unknown-key", key=shown, keys=", ".join(fields))
    if mistake["type"].startswith("union_tag"):
        shown, field = "source.kind", FileSettings.model_fields["kind"]
    else:
        field = fields[key.removeprefix(f"{table}.").split(".")[0]]
    described = field.description or ""
    what = ActionMapError(described, {place: f"{{{place}}}" for place in re.findall(r"{(\w+)}", described)})
    is_missing = mistake["type"] in ("missing", "union_tag_not_found")
    return CampaignError.of("missing-key" if is_missing else "wrong-key", key=shown, what=what)
