"""A filter and a format are one entry each: on the pages, in the URL, on the command line and on the site."""

import runpy
from collections import Counter

import pytest
from typer import Typer
from typer.testing import CliRunner

from actionmap.campaign import filters
from actionmap.campaign.filters import Filter, Kind
from actionmap.campaign.folder import load_campaign
from actionmap.campaign.table import ActionTable
from actionmap.cli import export
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish import formats
from actionmap.publish.formats import Format
from actionmap.site.files import write_site
from tests.app.conftest import OpenApp
from tests.shipped_list import ACTIONS, DATA, LISTED

REGIONS = Counter(action["region"] for action in ACTIONS if action["region"])
RAREST, NUMBER = REGIONS.most_common()[-1]
BY_REGION = Filter("region", "Region", Kind.MANY, "REGION", "Only actions in this region.", column="region")
TSV = Format(
    "tsv",
    "TSV",
    "text/tab-separated-values",
    lambda actions, campaign, what: actions[["id", "region"]].to_csv(sep="\t", index=False).encode(),
)


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add an entry to each table; what was counted without them, or is with them, is nobody else's."""
    monkeypatch.setattr(ActionTable, "once", lambda self, key, make: make())
    monkeypatch.setattr(filters, "FILTERS", (*filters.FILTERS, BY_REGION))
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, TSV))


@pytest.fixture
def command(entries: None) -> Typer:
    """Build another command: it reads the tables as it starts."""
    anew = runpy.run_path(export.__file__)
    app = Typer()
    app.callback()(lambda: None)
    app.command("export")(anew["export"])
    return app


def test_a_filter_of_one_entry_is_on_every_page_and_in_the_url(entries: None, open_app: OpenApp) -> None:
    app = open_app({"region": RAREST})
    assert not app.exception
    assert app.multiselect(key="region").value == [RAREST]
    assert {f"{region} ({number})" for region, number in REGIONS.items()} == set(app.multiselect(key="region").options)
    assert f"**{NUMBER} of {LISTED} actions**" in [element.value for element in app.sidebar.markdown]
    app.multiselect(key="region").set_value(list(REGIONS)).run()
    assert app.query_params["region"] == list(REGIONS)
    meaningless = open_app({"region": "Testland"})
    assert meaningless.query_params == {}


def test_a_format_of_one_entry_has_its_button(entries: None, open_app: OpenApp) -> None:
    app = open_app(page="reach")
    assert "TSV" in [button.label for button in app.download_button]


def test_both_are_options_of_export(command: Typer) -> None:
    said = CliRunner().invoke(command, ["export", "--help"]).stdout
    assert "Only actions in this region." in said
    assert "tsv" in said
    done = CliRunner().invoke(command, ["export", "--format", "tsv", "--region", RAREST])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "id\tregion"
    assert [line.split("\t")[1] for line in done.stdout.splitlines()[1:]] == [RAREST] * NUMBER
    assert done.stderr == f"{NUMBER} of {LISTED} actions: {RAREST}.\n"
    assert CliRunner().invoke(command, ["export", "--region", "Testland"]).exit_code == 2


def test_both_are_on_the_site(entries: None, tmp_path) -> None:
    campaign, table = pinned(load_campaign(DATA), Gazetteer())
    files = write_site(tmp_path, campaign, table, codes=("en",))
    page, terms = files["index.html"].decode(), files["terms.js"].decode()
    assert all(f'type="checkbox" name="region" value="{region}"' in page for region in REGIONS)
    assert page.count(f' data-region="{RAREST}"') == NUMBER
    assert '{"name":"region","kind":"many"}' in terms
    (name,) = (name for name in files if name.endswith(".tsv"))
    assert f'<a href="{name}" download>TSV</a>' in page
