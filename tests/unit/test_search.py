"""Search: which actions a visitor's words mean, in ten scripts, against the shipped list."""

from collections import Counter
from pathlib import Path

import pytest

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.places.pin_cache import PinCache
from actionmap.preparing import gazetteer, pinned
from actionmap.world.place import FoundBy, Pin, Precision
from tests.shipped_list import ACTIONS, DATA, linked_to

COUNTRIES = Counter(action["country"] for action in ACTIONS)


@pytest.fixture(scope="module")
def table() -> ActionTable:
    return pinned(load_campaign(DATA), gazetteer())[1]


def found(table: ActionTable, text: str) -> Counter[str]:
    """Return town, or else country → how many actions a search finds there."""
    rows = table.select(Selection(q=(text,)))
    return Counter(rows["locality"].where(rows["locality"] != "", rows["country"]))


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        *((name, {"London"}) for name in ("london", "Londres", "Лондон", "لندن", "ロンドン", "伦敦", "런던", "लंदन")),
        *((name, {"London"}) for name in ("Λονδίνο", "לונדון", "UK London", "Londra, GB", "lond")),
        *((name, {"New York", "Geneseo", "Rochester", "Syracuse"}) for name in ("Nueva York", "нью-йорк", "NY")),
        *(
            (name, {"Vienna"})
            for name in ("Wien, Österreich", "Viena", "Vienna Austria", "VÍENNA platz", "Österreich", "at")
        ),
        *((name, {"Austin", "San Antonio"}) for name in ("Texas", "TX", "texas USA", "Estados Unidos Texas")),
        *((name, {"Austin", "San Antonio"}) for name in ("テキサス州", "تكساس", "텍사스주")),
        *((name, {"Tokyo"}) for name in ("東京", "Tokio", "Japón")),
        *((name, {"Glasgow"}) for name in ("Scotland", "escocia", "Glasgow Scotland")),
        ("California", {"Los Angeles", "San Diego", "San Francisco", "San Jose"}),
        ("DE", {"Berlin", "Stuttgart"}),
        ("sao paulo", {"São Paulo", "Ribeirão Preto"}),
        ("Plaza de la Revolución", {"Santiago de Cuba"}),
        ("Croydon", {"London"}),
        ("Sudáfrica", {"ZA"}),
        ("pym", {action["locality"] for action in linked_to("pym", "organizers")}),
        *((name, set()) for name in ("Mali", "Oman", "القاهرة", "<script>alert(1)</script>", "[a](https://x.example)")),
    ],
)
def test_words_find_the_towns_that_they_mean(table: ActionTable, text: str, towns: set[str]) -> None:
    assert set(found(table, text)) == towns


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("CU", ("Cuba", "kuba", "كوبا", "キューバ", "古巴", "쿠바", "Куба", "κουβα", "קובה", "CUB")),
        ("US", ("US", "United States", "Estados Unidos", "Соединенные Штаты", "アメリカ合衆国", "الولايات المتحدة")),
    ],
)
def test_a_countrys_name_in_any_language_finds_all_that_is_there(
    table: ActionTable, code: str, names: tuple[str, ...]
) -> None:
    assert {name: sum(found(table, name).values()) for name in names} == dict.fromkeys(names, COUNTRIES[code])


def test_initials_of_an_organization_find_what_it_organized(table: ActionTable) -> None:
    assert sum(found(table, "PSC").values()) >= sum("palestine-solidarity-campaign" in a["organizers"] for a in ACTIONS)


def test_a_search_for_signs_alone_finds_everything(table: ActionTable) -> None:
    assert sum(found(table, "*** '|").values()) == len(ACTIONS)


def test_the_one_text_of_an_action_holds_its_towns_other_names_and_its_countrys(table: ActionTable) -> None:
    texts = table.searchable[table.frame["locality"] == "London"]
    assert texts.str.contains("londres").all()
    assert texts.str.contains("reino unido").all()


def test_two_towns_with_a_venue_of_one_name_keep_their_own_other_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "geocodes.csv"))
    (tmp_path / "campaign.toml").write_text('title = "Test day"\ndate = 2031-05-01\n')
    (tmp_path / "actions.csv").write_text("locality,country,venue\nVienna,AT,Test Hall\nTokyo,JP,Test Hall\n")
    at = {("Vienna", "AT"): (48.21, 16.37, "Europe/Vienna"), ("Tokyo", "JP"): (35.68, 139.69, "Asia/Tokyo")}
    PinCache().add(
        Pin("Test Hall", town, "", country, *middle, Precision.VENUE, "Test Hall", zone, FoundBy.REVIEWED, "2031-05-01")
        for (town, country), (*middle, zone) in at.items()
    )
    table = pinned(load_campaign(tmp_path), gazetteer())[1]
    assert set(table.frame["precision"]) == {"venue"}
    assert found(table, "Wien") == {"Vienna": 1}
    assert found(table, "東京") == {"Tokyo": 1}
