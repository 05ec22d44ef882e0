"""The command `coverage`, as a person and as a program use it."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from actionmap.cli import app
from actionmap.paths import campaign_folder
from actionmap.reach import coverage, plan
from tests.shipped_list import LISTED

LIST = "locality,country,date\nParis,France,2031-03-02\nLyon,FR,2031-03-02\n,BR,2031-03-02\nNowheretest,FR,2031-03-01\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "cache.csv"))
    monkeypatch.setenv("COLUMNS", "120")

    def run(text: str | Path, *options: str) -> Result:
        path = text if isinstance(text, Path) else tmp_path / "list.csv"
        if isinstance(text, str):
            path.write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["coverage", str(path), *options])
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done

    return run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_figures_are_printed_as_tables(run):
    done = run(LIST, "--suggest", "2")
    assert done.exit_code == 0
    assert " people live within 50 km of an action: " in done.stdout
    for heading in (
        "People within reach",
        "The largest cities beyond reach",
        "Countries and territories without",
        "Where next",
    ):
        assert heading in done.stdout
    assert "Western Europe" in done.stdout
    assert "Shanghai" in done.stdout
    assert "Measured from 2 of 4 actions. The towns of 2 are not stated or were not found." in done.stderr
    assert "at least 15,000 people" in done.stderr
    assert "\x1b" not in done.output


def test_countries_radius_and_smallest_city_can_be_chosen(run):
    found = json.loads(
        run(LIST, "--country", "France", "--radius", "100", "--min-population", "100000", "--format", "json").stdout
    )
    assert (found["radius_km"], found["min_population"]) == (100, 100_000)
    assert [country["country"] for country in found["countries"]] == ["FR"]
    assert found["countries"][0]["people"] == found["people"] > found["within"] > 2_000_000
    assert {gap["country"] for gap in found["gaps"]} == {"FR"}
    assert all(gap["population"] >= 100_000 and gap["km"] > 100 for gap in found["gaps"])
    assert found["countries_without_action"] == found["suggestions"] == []
    assert "Marseille" in run(LIST, "--country", "FR").stdout


def test_json_has_all_of_it(run):
    found = json.loads(run(LIST, "--suggest", "3", "--format", "json").stdout)
    assert (found["actions"], found["actions_left_out"]) == (4, 2)
    assert found["share"] == found["within"] / found["people"]
    assert (len(found["subregions"]), len(found["countries"])) == (22, 249)
    assert len(found["countries_without_action"]) == 247  # Brazil has an action, if no town of it is known
    assert found["gaps"][0]["nearest_place"] in ("Paris, France", "Lyon, France")
    assert [list(suggestion)[-5:] for suggestion in found["suggestions"]] == [
        ["adds", "largest", "best", "best_adds", "share"]
    ] * 3


def test_csv_is_the_share_of_every_country(run):
    shares = rows(run(LIST, "--format", "csv").stdout)
    assert list(shares[0]) == ["country", "name", "subregion", "people", "within", "share"]
    (france,) = (row for row in shares if row["country"] == "FR")
    assert float(france["share"]) == pytest.approx(int(france["within"]) / int(france["people"]), abs=1e-4)


def test_suggestions_as_csv_are_a_list_that_check_accepts(run, tmp_path):
    done = run(LIST, "--suggest", "3", "--format", "csv")
    suggested = rows(done.stdout)
    assert [row["status"] for row in suggested] == ["suggested"] * 3
    assert {row["date"] for row in suggested} == {"2031-03-02"}
    (tmp_path / "where-next.csv").write_bytes(done.stdout_bytes)
    checked = CliRunner().invoke(app, ["check", str(tmp_path / "where-next.csv")])
    assert checked.exit_code == 0
    assert checked.stderr.startswith("0 actions, 0 problems, 3 suggestions left out\n")


@pytest.mark.parametrize(
    "text", ["locality,country,date\n", "locality,country,date\nNowheretest,FR,2031-03-02\n,BR,2031-03-02\n"]
)
def test_without_any_town_nobody_is_within_reach(run, text):
    done = run(text, "--suggest", "1")
    assert done.exit_code == 0
    assert done.stdout.startswith("0 of ")
    assert "so nobody is within reach" in done.stderr
    assert "–" in done.stdout  # no distance
    assert "nan" not in done.stdout
    assert json.loads(run(text, "--format", "json").stdout)["gaps"][0]["km"] is None
    assert run(text, "--suggest", "1", "--format", "csv").stdout.startswith("\ufeffstatus,")


def test_one_action_is_enough(run):
    done = run("locality,country,date\nSuva,FJ,2031-03-02\n", "--country", "FJ", "--radius", "500")
    assert "of an action: 100.0%." in done.stdout
    assert "Measured from 1 of 1 action." in done.stderr


def test_where_no_city_is_large_enough_there_is_no_share(run):
    done = run(LIST, "--min-population", "100000000")
    assert "0 of 0 people live within 50 km of an action: no city is that large." in done.stdout
    assert "nan" not in done.stdout
    assert json.loads(run(LIST, "--min-population", "100000000", "--format", "json").stdout)["share"] is None


def test_a_campaign_folder_is_read_too(run):
    done = run(campaign_folder(), "--country", "GB")
    assert done.exit_code == 0
    assert f"of {LISTED} actions" in done.stderr


def test_problems_of_the_list_are_counted(run):
    assert "1 problem in the list; check names it." in run(LIST + "Berlin,Narniatest,2031-03-02\n").stderr


@pytest.mark.parametrize(
    ("text", "options", "code", "said"),
    [
        *((LIST, ["--radius", radius], 2, "Write 10 to 500") for radius in ("0", "-5", "9.9", "501", "nan", "inf")),
        (LIST, ["--radius", "far"], 2, "--radius"),
        *((LIST, ["--suggest", number], 2, "not a number from 0 to 50") for number in ("-1", "51")),
        (LIST, ["--min-population", "-1"], 2, "--min-population"),
        (LIST, ["--country", "Jappan"], 2, "Did you mean Japan (JP)"),
        (LIST, ["--format", "xlsx"], 2, "json"),
        ("", [], 1, "is empty"),
        ("name,colour\nTest,red\n", [], 1, "column"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, text, options, code, said):
    done = run(text, *options)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in " ".join(done.stderr.replace("│", "").split())


def test_help_names_the_limits_and_the_guarantee(run):
    said = " ".join(CliRunner().invoke(app, ["coverage", "--help"], env={"COLUMNS": "200"}).stdout.split())
    low, high = plan.RADII_KM
    assert f"{low} to {high} km" in said
    assert f"up to {plan.MOST_SUGGESTIONS}" in said
    assert f"default: {coverage.RADIUS_KM:.1f}" in said
    assert f"default: {coverage.SMALLEST}" in said
    assert "1 − 1/e" in said
    assert "python -m actionmap coverage" in said
