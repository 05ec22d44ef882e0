"""The reach page: figures of the selection, claims beside evidence, the data to take away."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from actionmap.ui import frame
from tests.app.conftest import OpenApp
from tests.shipped_list import ACTIONS, LISTED, rows

SETTINGS = 'title = "Test day"\ndate = 2031-01-02\n'
CLAIMS = "id,claimant,claim,measure,figure,filter,source_url\n"


def html(app: AppTest) -> str:
    """Return the page's HTML without its entities."""
    return unescape("\n".join(element.proto.body for element in app.html))


def figures(app: AppTest) -> dict[str, tuple[int, int]]:
    """Return name → figure and denominator."""
    found = re.findall(r"<dt>([^<]+)</dt><dd><strong>([\d,]+)</strong> (?:of|in)(?: the)? ([\d,]+)", html(app))
    return {name: (int(part.replace(",", "")), int(whole.replace(",", ""))) for name, part, whole in found}


def verdicts(app: AppTest) -> list[str]:
    """Return what is said of each claim."""
    return re.findall(r"am-verdict[^>]*><strong>([^<]+)</strong>", html(app))


def test_the_figures_follow_the_filters_and_say_what_they_are_of(open_app: OpenApp) -> None:
    everything = figures(open_app(page="reach"))
    statuses = Counter(action["status"] for action in ACTIONS)
    assert everything["Actions"] == (LISTED, LISTED)
    assert everything["Countries and territories"] == (len({action["country"] for action in ACTIONS}), 249)
    named = [action for action in ACTIONS if action["locality"]]
    towns = {(action["country"], action["region"], action["locality"]) for action in named}
    assert everything["Towns and cities"] == (len(towns), len(named))
    assert f"in the {len(named)} actions that have one" in html(open_app(page="reach"))
    assert everything["Actions reported"] == (statuses["reported"], LISTED)
    british = figures(open_app({"country": "GB"}, page="reach"))
    in_britain = [action for action in ACTIONS if action["country"] == "GB"]
    assert british["Actions"] == (len(in_britain), LISTED)
    assert british["Continents"] == (1, 5)
    assert british["Start time stated"] == (sum(bool(action["start_time"]) for action in in_britain), len(in_britain))


def test_every_claim_stands_beside_what_is_itemised_whatever_is_filtered(open_app: OpenApp) -> None:
    app = open_app(page="reach")
    claims = rows("claims.csv")
    assert len(verdicts(app)) == len(claims)
    for claim in claims:
        assert claim["claim"] in html(app)
        assert claim["claimant"] in html(app)
    tied = sum(action["basis"] == "call" for action in ACTIONS)
    assert f"Itemised in part: {tied} of about 100" in verdicts(app)
    assert verdicts(open_app({"country": "GB"}, page="reach")) == verdicts(app)


def test_a_claim_is_told_in_the_language_of_who_reads(open_app: OpenApp) -> None:
    said, claims = html(open_app({"lang": "es"}, page="reach")), rows("claims.csv")
    told = [claim[f"{column}_es"] for claim in claims for column in ("claim", "claimant")]
    assert [text for text in told if text not in said] == []
    [words] = {claim["words_es"] for claim in claims if claim["words"] == "dozens"}
    assert words in said
    assert "dozens" not in said


def test_the_tick_list_says_for_each_named_place_how_many_actions_there_are(open_app: OpenApp) -> None:
    app = open_app(page="reach")
    argentina = sum(action["country"] == "AR" and action["basis"] == "call" for action in ACTIONS)
    assert re.search(rf'<a href="\./\?basis=call&country=AR" target="_self">Argentina</a> \({argentina}\)', html(app))
    assert "Hawaii" in html(app)
    [seoul] = [action for action in ACTIONS if action["country"] == "KR"]
    assert seoul["basis"] == "same-day"
    assert "South Korea: none that it speaks of; 1 other in this list" in html(app)


@pytest.mark.parametrize(("beside", "src"), [({"site"}, "site/?embed=map"), (set(), "?embed=true")])
def test_citation_and_embed_lead_back_to_the_selection(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, beside: set[str], src: str
) -> None:
    monkeypatch.setattr(frame, "BESIDE", beside)
    app = open_app({"country": "GB"}, page="reach")
    cited, bibtex, embed = (block.value for block in app.code)
    assert "http://localhost/?country=GB" in cited
    assert re.search(r"Data version [0-9a-f]{8}", cited)
    assert bibtex.startswith("@misc{actionmap-")
    assert f'src="http://localhost/{src}&amp;country=GB"' in embed


@pytest.mark.parametrize("query", [{}, {"country": "GB"}, {"q": "nowhere at all"}])
def test_every_picture_can_be_chosen_for_every_selection(open_app: OpenApp, query: dict[str, str]) -> None:
    app = open_app(query, page="reach")
    described = set()
    for picture in app.segmented_control(key="picture").options:
        app.segmented_control(key="picture").set_value(picture).run()
        assert not app.exception
        [chart] = app.get("vega_lite_chart")
        described.add(json.loads(chart.proto.spec)["description"])
    assert len(described) == 5


def test_an_unreadable_claim_is_left_out_with_a_notice(open_app: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_text(SETTINGS)
    (tmp_path / "actions.csv").write_text("id,locality,country\ntest-1,Lyon,FR\n")
    good = "good,Test,Test one,actions,1,country=FR,https://test.example/\n"
    bad = "wide,Test,Test two,actions,1,continent=EU,https://test.example/\nlost,Test,Test three,actions,1,,\n"
    (tmp_path / "claims.csv").write_text(CLAIMS + good + bad)
    app = open_app(page="reach", campaign=tmp_path)
    assert verdicts(app) == ["Itemised in full"]
    assert any("2 problems in the list of claims" in caption.value for caption in app.caption)


def test_one_action_without_time_or_claims_and_an_empty_selection_stay_sensible(
    open_app: OpenApp, tmp_path: Path
) -> None:
    (tmp_path / "campaign.toml").write_text(SETTINGS)
    (tmp_path / "actions.csv").write_text("id,locality,country\ntest-1,Lyon,FR\n")
    one = open_app(page="reach", campaign=tmp_path)
    assert not one.exception
    assert figures(one)["Actions"] == (1, 1)
    assert "Not stated" in html(one)
    none = open_app({"q": "nowhere at all"}, page="reach", campaign=tmp_path)
    assert not none.exception
    assert figures(none)["Actions"] == (0, 1)
