"""Loading a campaign folder. Every campaign here but the shipped one is obviously a test."""

import dataclasses
import datetime as dt
import os
import pickle
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from actionmap.campaign.claims import read_claims
from actionmap.campaign.folder import load_campaign, usable_files
from actionmap.campaign.settings import NominatimSettings, Settings, StreetMap, SuggestionSettings, read_settings
from actionmap.errors import CampaignError, SourceError
from actionmap.languages import Told, languages, speaking
from actionmap.lists.sources import DatabaseSettings, FileSettings, HttpsSettings, TomlTable
from actionmap.paths import CAMPAIGN_VARIABLE, campaign_folder
from actionmap.publish.wording import where
from tests.shipped_list import rows

NOMINATIM = 'title = "T"\ndate = 2031-01-01\n[nominatim]\n'
SOURCE = 'title = "T"\ndate = 2031-01-01\n[source]\n'
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "campaign.toml").write_text('title = "A test day"\ndate = 2031-01-01\n', encoding="utf-8")
    (tmp_path / "actions.csv").write_text("country,locality\nFR,Testville\n", encoding="utf-8")
    return tmp_path


def test_the_shipped_campaign_is_whole_and_clean() -> None:
    campaign, actions = load_campaign(DATA)
    assert campaign.problems == ()
    lists = {"actions": actions, "organizations": campaign.organizations, "claims": campaign.claims}
    assert {name: len(read) for name, read in lists.items()} == {name: len(rows(f"{name}.csv")) for name in lists}
    assert campaign.settings.date == dt.date(2024, 3, 2)
    assert campaign.organizations["pym"].role == "coalition"
    assert "according to peoples dispatch" in campaign.settings.standfirst.casefold()


def test_two_files_make_a_campaign(folder: Path) -> None:
    campaign, actions = load_campaign(folder)
    assert [(action.locality, action.date) for action in actions] == [("Testville", dt.date(2031, 1, 1))]
    assert (campaign.organizations, campaign.claims, campaign.problems) == ({}, (), ())


def test_a_campaign_is_frozen_and_can_be_cached(folder: Path) -> None:
    campaign = load_campaign(folder).campaign
    with pytest.raises(dataclasses.FrozenInstanceError):
        campaign.version = "Another"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(campaign)) == campaign


def test_problems_know_their_file(folder: Path) -> None:
    (folder / "actions.csv").write_text("country,organizers\nFR,nobody\n", encoding="utf-8")
    (folder / "organizations.csv").write_text("id,name,parent\na,A,nobody\n", encoding="utf-8")
    (folder / "claims.csv").write_text(
        "id,claimant,claim,measure,figure,source_url\na,A,A,actions,many,https://test.example/\n", encoding="utf-8"
    )
    campaign = load_campaign(folder).campaign
    assert [(p.file, p.row, p.column) for p in campaign.problems] == [
        ("actions.csv", 2, "organizers"),
        ("organizations.csv", 2, "parent"),
        ("claims.csv", 2, "figure"),
    ]


def test_organizers_are_checked_only_where_organizations_are_listed(folder: Path) -> None:
    (folder / "actions.csv").write_text("country,organizers\nFR,Some Group\n", encoding="utf-8")
    campaign, actions = load_campaign(folder)
    assert (actions[0].organizers, campaign.problems) == (("Some Group",), ())


def test_the_version_changes_with_every_file_and_only_then(folder: Path) -> None:
    versions = [load_campaign(folder).campaign.version, load_campaign(folder).campaign.version]
    for name in ("campaign.toml", "actions.csv", "organizations.csv", "claims.csv"):
        text = (
            (folder / name).read_text(encoding="utf-8")
            if (folder / name).exists()
            else "id,name,claimant,claim,measure,figure,source_url"
        )
        (folder / name).write_text(text + "\n", encoding="utf-8")
        versions.append(load_campaign(folder).campaign.version)
    assert versions[0] == versions[1]
    assert len(set(versions)) == 5
    assert all(re.fullmatch(r"[0-9a-f]{8}", version) for version in versions)


@pytest.mark.parametrize("missing", ["actions.csv", "campaign.toml"])
def test_a_missing_file_is_named(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(CampaignError, match=missing):
        load_campaign(folder)


@pytest.mark.parametrize("name", ["actions.csv", "organizations.csv", "claims.csv"])
def test_an_unreadable_list_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(CampaignError, match=f"{name} cannot be read as a workbook"):
        load_campaign(folder)


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        ("date = 2031-01-01", "The key title is missing: write the campaign's title"),
        ('title = "T"', "The key date is missing: write the day of action, as 2024-03-02"),
        ('title = "T"\ndate = "someday"', r"The key date is wrong: write the day"),
        ('title = "T"\ndate = 2031-01-01\ncall_url = "javascript:0"', "The key call_url is wrong"),
        ('title = "T"\ndate = 2031-01-01\ntittle = "x"', "The key tittle is unknown: write one of title, standfirst"),
        (NOMINATIM + "timeout = 100", "The key nominatim.timeout is wrong.* 1 to 60"),
        (NOMINATIM + "wait = 10", "The key nominatim.wait is unknown"),
        ('title = "T"\ndate = 2031-01-01\nnominatim = 3', r"The key nominatim is wrong.*\[nominatim\]"),
        ("title = A test", "is not TOML"),
        (SOURCE, 'The key source.kind is missing: write "file", "https" or "database"'),
        (SOURCE + 'kind = "ftp"', "The key source.kind is wrong"),
        (SOURCE + 'kind = "file"', "The key source.path is missing: write the list's path"),
        (SOURCE + 'kind = "file"\npath = "a"\nrefresh = 0', "The key source.refresh is wrong: write minutes"),
        (
            SOURCE + 'kind = "file"\npath = "a"\nurl = "b"',
            "The key source.url is unknown: write one of kind, path",
        ),
        (SOURCE + 'kind = "https"\nurl = "list.csv"', r"The key source.url is wrong"),
        (SOURCE + 'kind = "https"\nurl = "https://a:b@c.example/"', "The key source.url is wrong"),
        (SOURCE + 'kind = "https"\nurl = "https://[x/"', r"The key source.url is wrong"),
        (
            SOURCE + 'kind = "https"\nurl = "https://x.example"\ntrusted_hosts = [3]',
            "hosts.0 is wrong.* hosts",
        ),
        (SOURCE + 'kind = "database"\nurl_from = "postgresql://a:b@c/d"\ntable = "x"', "source.url_from is wrong"),
        (NOMINATIM + "rate = 1", "The key nominatim.rate is unknown: write one of url, user_agent, pause"),
        (
            NOMINATIM + 'url = "nominatim"',
            r"nominatim.url is wrong: write the",
        ),
        (NOMINATIM + 'url = "https://[::"', r"The key nominatim.url is wrong"),
        (NOMINATIM + 'url = "https://a.example/search?q=x"', "url is wrong.* without /search"),
        (NOMINATIM + 'url = "https://a.example/search/"', "url is wrong.* without /search"),
        (
            NOMINATIM + "pause = 0.5",
            r"pause is wrong: .* at least 1",
        ),
        (NOMINATIM + 'url = "https://NOMINATIM.openstreetmap.org./"\npause = 0', "pause is wrong.* at least 1"),
        (NOMINATIM + 'url = "https://a.example"\npause = -1', "pause is wrong"),
        (NOMINATIM + "pause = 61", "pause is wrong.* from 0 to 60"),
        (NOMINATIM + "timeout = nan", "timeout is wrong.* from 1 to 60"),
        (NOMINATIM + "timeout = 0.5", "timeout is wrong.* from 1 to 60"),
        (NOMINATIM + 'user_agent = "a\\r\\nX: b"', "user_agent is wrong.* in plain ASCII"),
        (NOMINATIM + 'user_agent = ""', "user_agent is wrong"),
        (NOMINATIM + 'language = "English!"', "language is wrong"),
        (NOMINATIM + 'attribution = ""', "attribution is wrong"),
        (NOMINATIM + 'on_page = "perhaps"', "on_page is wrong: write true"),
        (SOURCE + 'kind = "database"\nurl_from = "A"\ntable = "a.b.c"', "source.table is wrong.* the table or view"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_write(folder: Path, settings: str, advice: str) -> None:
    (folder / "campaign.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(CampaignError, match=f"^campaign.toml.*{advice}"):
        load_campaign(folder)


def test_how_places_are_asked_for_online_may_be_left_out_or_set(folder: Path) -> None:
    usual = read_settings(folder / "campaign.toml").nominatim
    assert (usual.url, usual.pause, usual.on_page) == ("https://nominatim.openstreetmap.org", 1, False)
    (folder / "campaign.toml").write_text(
        NOMINATIM + 'url = "http://localhost:8088/nominatim"\npause = 0\non_page = true\n', encoding="utf-8"
    )
    own = read_settings(folder / "campaign.toml").nominatim
    assert (own.url, own.pause, own.on_page) == ("http://localhost:8088/nominatim", 0, True)
    assert own.attribution == usual.attribution == "© OpenStreetMap contributors (ODbL 1.0)"


def test_another_file_may_be_the_list(folder: Path) -> None:
    (folder / "campaign.toml").write_text(SOURCE + 'kind = "file"\npath = "other/list.csv"\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"list\.csv cannot be read"):
        load_campaign(folder)
    (folder / "other").mkdir()
    (folder / "other/list.csv").write_text("country,locality,date\nFR,Elsewhere,x\nFR,Elsewhere,\n", encoding="utf-8")
    campaign, actions = load_campaign(folder)
    assert [action.locality for action in actions] == ["Elsewhere"]
    assert [where(problem) for problem in campaign.problems] == ["list.csv row 2, date"]
    (folder / "other/list.csv").write_text("country,locality\nFR,Elsewhere\n", encoding="utf-8")
    assert load_campaign(folder).campaign.version != campaign.version


def test_a_list_that_has_been_fetched_already_is_taken(folder: Path) -> None:
    campaign, actions = load_campaign(folder, b"country,locality\nJP,Fetched\n")
    assert [action.locality for action in actions] == ["Fetched"]
    assert campaign.version != load_campaign(folder).campaign.version


def test_settings_in_another_encoding_are_refused_with_advice(folder: Path) -> None:
    (folder / "campaign.toml").write_bytes('title = "Journée"\ndate = 2031-01-01'.encode("latin-1"))
    with pytest.raises(CampaignError, match="not TOML in UTF-8"):
        load_campaign(folder)


def test_languages_which_older_settings_name_are_passed_over(folder: Path) -> None:
    usual = read_settings(folder / "campaign.toml")
    (folder / "campaign.toml").write_text(
        'title = "A test day"\ndate = 2031-01-01\nlanguages = ["en"]\n[map]\nzoom = 4\n'
    )
    assert read_settings(folder / "campaign.toml") == usual


def test_settings_may_begin_with_a_byte_order_mark(folder: Path) -> None:
    (folder / "campaign.toml").write_bytes('title = "Journée"\ndate = 2031-01-01'.encode("utf-8-sig"))
    assert load_campaign(folder).campaign.settings.title == "Journée"


def test_the_readme_documents_every_setting() -> None:
    section = (DATA / "README.md").read_text(encoding="utf-8").split("### campaign.toml\n")[1].split("##")[0]
    documented = re.findall(r"^\| `(\w+)` \| (.*?) \|$", section, re.MULTILINE)
    fields = Settings.model_fields.items()
    assert documented == [(field.alias or name, field.description) for name, field in fields]


def test_the_readme_documents_every_kind_of_source() -> None:
    section = (DATA / "README.md").read_text(encoding="utf-8").split("### [source]")[1].split("##")[0]
    documented = re.findall(r"^\| (\w+) \| `(\w+)` \| (.*?) \|$", section, re.MULTILINE)
    kinds = {"file": FileSettings, "https": HttpsSettings, "database": DatabaseSettings}
    described = {
        (kind, name, field.description) for kind, model in kinds.items() for name, field in model.model_fields.items()
    }
    shared = {("every", name, text) for _, name, text in described if name in ("kind", "refresh")}
    assert set(documented) == {one for one in described if one[1] not in ("kind", "refresh")} | shared


def test_the_readme_documents_how_places_are_asked_for_online() -> None:
    section = (DATA / "README.md").read_text(encoding="utf-8").split("### [nominatim]")[1].split("##")[0]
    documented = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", section, re.MULTILINE)
    usual = NominatimSettings().model_dump(mode="json")
    assert documented == [
        (name, field.description, str(usual[name]).lower() if name == "on_page" else f"{usual[name]}")
        for name, field in NominatimSettings.model_fields.items()
    ]


@pytest.mark.parametrize(("table", "model"), [("street_map", StreetMap), ("suggestions", SuggestionSettings)])
def test_the_readme_documents_the_street_map_and_suggestions(table: str, model: type[TomlTable]) -> None:
    section = (DATA / "README.md").read_text(encoding="utf-8").split(f"### [{table}]")[1].split("##")[0]
    documented = re.findall(r"^\| `(\w+)` \| (.*?) \|$", section, re.MULTILINE)
    assert documented == [(name, field.description) for name, field in model.model_fields.items()]


@pytest.mark.parametrize(
    "address",
    [
        *("http://tiles.example/{z}/{x}/{y}.png", "https://tiles.example/{z}/{x}.png", "tiles.example/{z}/{x}/{y}"),
        *(
            "https://tiles.example; script-src *//{z}/{x}/{y}",
            "https://{z}.tiles.example/{x}/{y}",
            "https://é/{z}/{x}/{y}",
        ),
    ],
)
def test_an_address_that_is_not_one_of_tiles_is_refused(folder: Path, address: str) -> None:
    offered = f'[street_map]\nname = "Test"\nattribution = "Test"\naddress = "{address}"'
    (folder / "campaign.toml").write_text(f'title = "A test day"\ndate = 2031-01-01\n{offered}', encoding="utf-8")
    with pytest.raises(CampaignError, match=r"street_map.address is wrong: write the address of its tiles"):
        read_settings(folder / "campaign.toml")


def test_the_shipped_settings_use_every_key() -> None:
    settings = tomllib.loads((DATA / "campaign.toml").read_text(encoding="utf-8"))
    assert set(settings) == {field.alias or name for name, field in Settings.model_fields.items()} - {
        *("source", "nominatim", "suggestions", "address", "publisher", "street_map"),
    }  # its list is its own, its pins are in the cache, its map shows no streets


def test_the_environment_picks_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(CAMPAIGN_VARIABLE, raising=False)
    assert campaign_folder() == DATA
    monkeypatch.setenv(CAMPAIGN_VARIABLE, str(tmp_path))
    assert campaign_folder() == tmp_path
    monkeypatch.setenv(CAMPAIGN_VARIABLE, "")
    assert campaign_folder() == DATA


def test_texts_are_said_in_the_language_of_whoever_reads_and_else_in_the_campaigns(folder: Path) -> None:
    settings = read_settings(
        b'title.sv = "Dag"\ntitle.es = "D\xc3\xada"\nstandfirst = "Ord"\nlanguage = "sv"\ndate = 2031-05-01'
    )
    said = {}
    for code in ("es", "sv", "ko"):
        with speaking(code):
            title, standfirst = settings.title, settings.standfirst
            said[code] = (title, title.lang, standfirst, standfirst.lang)
    assert said == {
        "es": ("Día", "es", "Ord", "sv"),
        "sv": ("Dag", "sv", "Ord", "sv"),
        "ko": ("Dag", "sv", "Ord", "sv"),
    }
    rows = "id,claimant,claim,claim_es,measure,figure,source_url\na,B,Många,Muchas,actions,3,https://x.example\n"
    (claim,) = read_claims(rows.encode(), language="sv").records
    with speaking("es"):
        assert (claim.told("claim"), claim.told("claim").lang, claim.told("claimant").lang) == ("Muchas", "es", "sv")


def test_a_french_text_breaks_at_no_mark_and_no_other_text_is_changed() -> None:
    text = "« Tous » : qui ? Moi ; toi !"
    with speaking("fr"):
        assert Told.of({"fr": text}, "en") == "«\N{NO-BREAK SPACE}Tous\N{NO-BREAK SPACE}»" + (
            "\N{NO-BREAK SPACE}: qui\N{NO-BREAK SPACE}? Moi\N{NO-BREAK SPACE}; toi\N{NO-BREAK SPACE}!"
        )
        assert Told.of({"es": text}, "es") == text


def test_the_shipped_campaign_speaks_every_language() -> None:
    campaign = load_campaign(DATA).campaign
    for code in languages():
        with speaking(code):
            told = [
                campaign.settings.title,
                campaign.settings.standfirst,
                *(one.told("claim") for one in campaign.claims),
            ]
            assert {one.lang for one in told} == {code}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (os.mkfifo, "not supported"),
        (lambda path: path.symlink_to("/dev/zero"), "not supported"),
        (lambda path: (path.touch(), os.truncate(path, 10**10)), "too large"),
    ],
)
def test_a_file_without_end_fails_alone_and_is_not_waited_for(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    shutil.copy(DATA / "campaign.toml", tmp_path)
    make(tmp_path / "claims.csv")
    files, problems = usable_files(tmp_path, {})
    assert list(files) == ["campaign.toml"]
    assert said in str(problems[0])
