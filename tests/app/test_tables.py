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

DATES = Counter(action["date"] for action in ACTIONS)
RAREST, NUMBER = DATES.most_common()[-1]
BY_DATE = Filter("date", "Date", Kind.MANY, "DATE", "Only actions on this date.", column="date")
TSV = Format(
    "tsv",
    "TSV",
    "text/tab-separated-values",
    lambda actions, campaign, what: actions[["id", "date"]].to_csv(sep="\t", index=False).encode(),
)


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add an entry to each table; what was counted without them, or is with them, is nobody else's."""
    monkeypatch.setattr(ActionTable, "once", lambda self, key, make: make())
    monkeypatch.setattr(filters, "FILTERS", (*filters.FILTERS, BY_DATE))
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
    app = open_app({"date": RAREST})
    assert not app.exception
    assert app.multiselect(key="date").value == [RAREST]
    assert {f"{date} ({number})" for date, number in DATES.items()} == set(app.multiselect(key="date").options)
    assert f"**{NUMBER} of {LISTED} actions**" in [element.value for element in app.sidebar.markdown]
    app.multiselect(key="date").set_value(list(DATES)).run()
    assert app.query_params["date"] == list(DATES)
    meaningless = open_app({"date": "2031-01-01"})
    assert meaningless.query_params == {}


def test_a_format_of_one_entry_has_its_button(entries: None, open_app: OpenApp) -> None:
    app = open_app(page="reach")
    assert "TSV" in [button.label for button in app.download_button]


def test_both_are_options_of_export(command: Typer) -> None:
    said = CliRunner().invoke(command, ["export", "--help"]).stdout
    assert "Only actions on this date." in said
    assert "tsv" in said
    done = CliRunner().invoke(command, ["export", "--format", "tsv", "--date", RAREST])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "id\tdate"
    assert [line.split("\t")[1] for line in done.stdout.splitlines()[1:]] == [RAREST] * NUMBER
    assert done.stderr == f"{NUMBER} of {LISTED} actions: {RAREST}.\n"
    assert CliRunner().invoke(command, ["export", "--date", "2031-01-01"]).exit_code == 2


def test_both_are_on_the_site(entries: None, tmp_path) -> None:
    campaign, table = pinned(load_campaign(DATA), Gazetteer())
    files = write_site(tmp_path, campaign, table)
    page, terms = files["index.html"].decode(), files["terms.js"].decode()
    assert all(f'type="checkbox" name="date" value="{date}"' in page for date in DATES)
    assert page.count(f' data-date="{RAREST}"') == NUMBER
    assert '{"name":"date","kind":"many"}' in terms
    (name,) = (name for name in files if name.endswith(".tsv"))
    assert f'<a href="{name}" download>TSV</a>' in page
