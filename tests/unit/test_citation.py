"""How to cite: what it must say, and text that TeX would otherwise act on."""

import datetime as dt
import re
from pathlib import Path

import pytest

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.selection import Selection
from actionmap.publish.citation import bibtex, citation
from actionmap.publish.exports import file_name

URL = "https://map.example/?q=a%2Fb&country=GB"


def campaign(folder: Path, title: str):
    (folder / "campaign.toml").write_text(f"title = '{title}'\ndate = 2031-01-02\ncollected = 2031-02-03\n")
    (folder / "actions.csv").write_text("id,locality,country\ntest-1,Lyon,FR\n")
    return load_campaign(folder).campaign


def test_a_citation_names_title_version_date_selection_and_address(tmp_path: Path) -> None:
    cited = campaign(tmp_path, "Test day")
    text = citation(cited, URL, "1 of 1 action")
    for part in ("Test day", cited.version, "3 February 2031", "1 of 1 action", URL):
        assert part in text


def test_a_title_is_plain_text_to_tex(tmp_path: Path) -> None:
    entry = bibtex(campaign(tmp_path, r"100% \input{x} & {more} #1_2 ~ ^ $"), URL, "1 of 1 action")
    title = re.search(r"title = \{\{(.+)\}\},", entry)
    assert title
    assert title[1] == (r"100\% \textbackslash{}input\{x\} \& \{more\} \#1\_2 \textasciitilde{} \textasciicircum{} \$")
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")
    assert f"\\url{{{URL}}}" in entry


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (Selection(), "actions-2031-01-02"),
        (Selection(country=("MA", "ZA"), status=("reported",)), "actions-2031-01-02-ma-za-reported"),
        (Selection(q=("../../Été 東京\r\n",)), "actions-2031-01-02-ete"),
        (Selection(q=("a" * 200,)), f"actions-2031-01-02-{'a' * 60}"),
    ],
)
def test_a_file_is_named_for_its_day_and_selection_in_plain_letters(selection: Selection, name: str) -> None:
    assert file_name(dt.date(2031, 1, 2), selection) == name
