"""Hostile text stays text in every file that leaves, and in every line that a terminal gets."""

import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from typer.testing import CliRunner

from actionmap.campaign.actions import Action, read_actions
from actionmap.campaign.folder import Campaign, load_campaign
from actionmap.campaign.own import campaign_zip, own_campaign
from actionmap.campaign.table import ActionTable
from actionmap.cli import app
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.preparing import pinned
from actionmap.publish.formats import FORMATS
from actionmap.site.files import site_files
from actionmap.text import visible
from tests.hostile import TEXTS, campaign, is_ours, rows, table
from tests.property.test_exports import FORMULA, ICS_NAMES

SHOWN = "1 of 2 actions: “" + TEXTS[0] + "”"
NO_ESCAPE = tuple(text for text in TEXTS if "\\" not in text)
SVG_ELEMENTS = {"svg", "title", "rect", "text", "tspan", "clipPath", "path", "g", "circle"}
KML_ELEMENTS = {
    *("kml", "Document", "name", "Style", "IconStyle", "color", "Placemark", "description", "TimeStamp", "when"),
    *("styleUrl", "ExtendedData", "Data", "value", "Point", "coordinates"),
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Campaign, ActionTable]:
    """The campaign that attacks wherever it can, with its pins."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in campaign().items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return pinned(load_campaign(folder), Gazetteer())


class Page(HTMLParser):
    """The elements of a page, and whatever of it acts or leads elsewhere."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.foreign: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        self.elements.add(tag)
        leads = [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]
        if any(name.startswith("on") or name == "srcdoc" for name, _ in attrs) or not all(map(is_ours, leads)):
            self.foreign.append(self.get_starttag_text() or tag)


def without_formulas(content: bytes) -> bool:
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) for cell in row]
    return not [cell for cell in cells if FORMULA.search(cell) and not re.fullmatch(r"-?[\d.]+", cell)]


def is_csv(content: bytes) -> None:
    assert without_formulas(content)


def is_geojson(content: bytes) -> None:
    assert {feature["type"] for feature in json.loads(content)["features"]} == {"Feature"}


def is_kml(content: bytes) -> None:
    root = ElementTree.fromstring(content)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == KML_ELEMENTS
    for described in root.iter("{http://www.opengis.net/kml/2.2}description"):  # which Earth reads as HTML
        page = Page(described.text or "")
        assert (page.elements, page.foreign) == ({"br"}, [])


def is_ics(content: bytes) -> None:
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert {re.split("[:;]", line)[0] for line in lines if line} <= ICS_NAMES | {"DTEND"}
    assert "ATTACH" not in {name for event in Calendar.from_ical(content).walk() for name in event}


def is_svg(content: bytes) -> None:
    elements = list(ElementTree.fromstring(content).iter())
    assert {element.tag.rpartition("}")[2] for element in elements} <= SVG_ELEMENTS
    assert not [name for element in elements for name in element.attrib if name.endswith("href") or name[:2] == "on"]


def is_png(content: bytes) -> None:
    assert content.startswith(b"\x89PNG")


def is_pdf(content: bytes) -> None:
    pages = PdfReader(io.BytesIO(content)).pages
    assert [page.get("/Annots") for page in pages] == [None]
    assert not re.search(rb"/(JavaScript|JS|URI|Launch|OpenAction)\b", content)


HARMLESS: dict[str, Callable[[bytes], None]] = {
    **{"csv": is_csv, "geojson": is_geojson, "kml": is_kml, "ics": is_ics},
    **{"svg": is_svg, "png": is_png, "pdf": is_pdf},
}


@pytest.mark.parametrize("ending", [one.ending for one in FORMATS])
def test_a_file_in_any_format_holds_nothing_but_text(loaded: tuple[Campaign, ActionTable], ending: str) -> None:
    (written,) = (one.write(loaded[1].frame, loaded[0], SHOWN) for one in FORMATS if one.ending == ending)
    content = written if isinstance(written, bytes) else written.encode()
    HARMLESS[ending](content)
    if ending not in ("png", "pdf"):
        text = content.decode("utf-8-sig")
        assert visible(text) == text


def test_the_published_site_holds_nothing_but_text(loaded: tuple[Campaign, ActionTable]) -> None:
    files = site_files(*loaded)
    for name in (name for name in files if name.endswith(".html")):
        text = files[name].decode()
        page = Page(text)
        assert page.foreign == []
        assert not page.elements & {"iframe", "object", "embed", "base", "video", "math", "style", "h4"}
        assert text.count("<script") == {"index.html": 3}.get(name, name.startswith("actions/"))
        assert visible(text) == text
    assert all(is_ours(name) and ".." not in name for name in files)


@pytest.mark.parametrize("name", range(0, len(TEXTS), 11))
def test_a_folder_to_host_holds_nothing_but_text(name: int) -> None:
    content = table(Action.model_fields, rows(TEXTS[name : name + 11])).encode()
    listed = read_actions(content, name=TEXTS[name])
    own = own_campaign(listed, {}, title=TEXTS[name], day=listed.actions[0].date)
    packed = campaign_zip(own, pin_actions(own.actions, OfflineGeocoder(Gazetteer()), PinCache()))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {file: archive.read(file) for file in archive.namelist()}
    tables = {file: written for file, written in files.items() if file.endswith(".csv")}
    assert all(map(without_formulas, tables.values()))
    assert files.keys() - tables.keys() == {"campaign/README.txt", "campaign/campaign.toml"}
    assert tomllib.loads(files["campaign/campaign.toml"].decode()).keys() == {"title", "date"}


COMMANDS = (
    ("check", "{}"),
    ("check", "{}", "--json"),
    ("check", "{}/actions.csv"),
    ("geocode", "{}/actions.csv", "-o", "{}/out.csv"),
    ("coverage", "{}", "--suggest", "3"),
    ("coverage", "{}", "--suggest", "3", "--format", "json"),
    ("export", "-o", "{}/out.csv", "--q", "**x** :smile: [bold]y[/bold]\x1b[31m\u202e"),
    ("export", "--member", "[bold]y[/bold] :smile:\x1b[31m\u202e"),
    ("check", "{}/actions.csv", "--country", "[bold]y[/bold] :smile:\x1b[31m\u202e"),
    ("publish", "{}/site"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_terminal_gets_nothing_but_letters(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in campaign(NO_ESCAPE).items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    monkeypatch.setenv("ACTIONMAP_CAMPAIGN", str(tmp_path))
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "geocodes.csv"))
    result = CliRunner().invoke(app, [part.format(tmp_path) for part in command])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert visible(result.output) == result.output
    assert "\\" not in (result.output.replace('\\"', "") if "json" in " ".join(command) else result.output)
    assert not {"😄", "😊"} & set(result.output)
    if "[bold]" in " ".join(command):
        assert "[bold]y[/bold]" in "".join(result.output.replace("│", "").split())
