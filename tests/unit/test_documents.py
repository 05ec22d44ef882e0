"""Documents cannot rot: what has a name is documented, and what is documented exists and runs."""

import re
import shlex
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.cli import app as typer_app
from typer.main import get_command
from typer.testing import CliRunner

from actionmap import paths
from actionmap.campaign.filters import FILTERS
from actionmap.cli import app
from actionmap.reach.plan import Plan
from actionmap.ui.frame import PAGES
from actionmap.web.app import routes
from scripts.list_licences import LISTED, LOCKED, PROJECT, listing, packages, refused
from tests.shipped_list import ACTIONS, COUNTRIES

MADE = {"source_cache/"}
"""Folders that come into being while the app runs."""
README = (PROJECT / "README.md").read_text()
REFERENCE = (PROJECT / "docs" / "reference.md").read_text()
DOCUMENTS = {
    str(path.relative_to(PROJECT)): path.read_text()
    for path in sorted(PROJECT.glob("*.md")) + sorted(PROJECT.glob("*/*.md"))
    if not path.is_relative_to(PROJECT / ".venv")
}
MAKEFILE = (PROJECT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
CODE = {
    path: path.read_text() for folder in ("actionmap", "pages", "scripts") for path in (PROJECT / folder).rglob("*.py")
}
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def table(heading: str) -> dict[str, str]:
    """Return the first two columns of a table of the reference."""
    part = REFERENCE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return {name: text.strip() for name, text in re.findall(r"^\| `([^`]+)` \| ([^|]+)\|", part, re.MULTILINE)}


def test_every_page_is_in_the_reference_and_in_the_readme() -> None:
    assert {f"/{one.path}": one.title for one in PAGES} == table("Pages")
    assert sorted(one.script for one in PAGES) == sorted(
        f"pages/{path.name}" for path in (PROJECT / "pages").glob("*.py")
    )
    assert [one.title for one in PAGES if one.title not in README] == []


def test_the_readme_counts_the_shipped_list() -> None:
    counted = f"{len(ACTIONS)} actions in {COUNTRIES} countries and territories, each with"
    assert counted in " ".join(README.split())
    assert all(action["source_url"] for action in ACTIONS)


def test_every_route_is_in_the_reference() -> None:
    pages = {f"/{one.path}" for one in PAGES}
    known = {str(one.path).replace("{name:path}", "…") for one in routes()} - pages
    assert known | {"/app/static/…", "/_stcore/health"} == set(table("What the server answers beside the pages"))


def test_every_parameter_of_an_address_is_in_the_reference() -> None:
    plan = Plan(radius=10, smallest=1, area="BR", more=1, tried=("Lagos",), beside="all").to_query()
    assert sorted(table("What an address may ask for")) == sorted(
        [*(one.name for one in FILTERS), "action", "near", *plan]
    )


def test_every_environment_variable_is_in_the_reference() -> None:
    known = {value for name, value in vars(paths).items() if name.endswith("_VARIABLE")}
    read = {name for text in CODE.values() for name in re.findall(r"environ\.get\(\"([A-Z_]+)\"", text)}
    python = {"PYTHONPATH", "CHROMIUM"}
    assert known | read - python == set(table("Environment variables"))
    mentioned = {
        name for text in (*CODE.values(), *DOCUMENTS.values()) for name in re.findall(r"ACTIONMAP_[A-Z_]+", text)
    }
    assert mentioned - known - {"ACTIONMAP_"} == set()


def test_the_list_of_commands_is_that_of_the_program() -> None:
    written = CliRunner().invoke(typer_app, ["actionmap.cli", "utils", "docs", "--name", "actionmap"]).stdout
    assert (PROJECT / "docs" / "commands.md").read_text().strip() == written.strip(), "run `make docs`"
    assert [name for name in COMMANDS if f"actionmap {name}" not in README] == []


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "docs/commands.md"])
def test_commands_and_options_that_a_document_names_exist(name: str) -> None:
    for command, rest in re.findall(r"(?:python -m |\b)actionmap (\w+)\b([^\n`#]*)", DOCUMENTS[name]):
        if command not in COMMANDS:
            assert not rest.strip().startswith("-"), command
            continue
        known = {option for one in COMMANDS[command].params for option in one.opts} | {"--help"}
        assert [option for option in re.findall(r"(?<![\w/-])--?[a-z][\w-]*", rest) if option not in known] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_and_targets_that_a_document_names_exist(name: str) -> None:
    text = DOCUMENTS[name]
    assert set(re.findall(r"`make ([a-z]+)[ `]|^make ([a-z]+)", text, re.MULTILINE)) <= {
        pair for target in TARGETS for pair in ((target, ""), ("", target))
    }
    linked = re.findall(r"\]\(((?!https?:|#|mailto:)[^)#]+)", text)
    assert [link for link in linked if not (PROJECT / name).parent.joinpath(link).exists()] == []
    roots = [
        (PROJECT / name).parent,
        *(PROJECT / part for part in ("", "actionmap", "actionmap/publish", "tests", "data")),
    ]
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", text)
    missing = [path for path in named if not any((root / path).exists() for root in roots)]
    assert set(missing) <= MADE


def test_each_target_of_make_is_explained() -> None:
    explained = {target for text in DOCUMENTS.values() for target in re.findall(r"\bmake ([a-z]+)", text)}
    assert TARGETS - explained == set()


RUN = [line.split(" #")[0].strip() for line in re.findall(r"^actionmap .*$", README, re.MULTILINE)]


@pytest.mark.parametrize("line", RUN)
def test_the_commands_of_the_readme_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["date", "city", "country"], ["2024-03-02", "Recife", "Brazil"], ["2024-03-02", "Lyon", "France"]]
    (tmp_path / "LIST.csv").write_text("\n".join(map(",".join, rows)))
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "LIST.xlsx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "data").mkdir()  # of few actions: tests/unit/test_site.py publishes the shipped ones
    (tmp_path / "data" / "campaign.toml").write_text('title = "A test day"\ndate = 2024-03-02\n')
    (tmp_path / "data" / "actions.csv").write_bytes((tmp_path / "LIST.csv").read_bytes())
    monkeypatch.setenv(paths.CAMPAIGN_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr("actionmap.site.files.languages", lambda: ["en"])  # and in all languages
    done = CliRunner().invoke(app, shlex.split(line)[1:])
    assert done.exit_code == 0, done.output
    assert done.stdout or done.stderr or len(list(tmp_path.iterdir())) > 3


def test_the_readme_shows_some_commands() -> None:
    assert len(RUN) >= len(COMMANDS) - 1


def test_every_direct_requirement_is_locked_with_its_hashes_and_says_why_it_is_here() -> None:
    for kind in ("", "-dev", "-services"):
        locked = (PROJECT / f"constraints{kind}.txt").read_text()
        lines = (PROJECT / f"requirements{kind}.txt").read_text().splitlines()
        for line in (line for line in lines if line and not line.startswith(("#", "-r"))):
            name = re.match(r"[\w-]+", line)
            assert name
            key = name[0].lower().replace("_", "-")
            assert re.search(rf"^{key}(\[\w+\])?==[^\n]+\\\n    --hash=sha256:", locked, re.MULTILINE), line
            assert " # " in line, line


def test_the_licences_of_all_that_runs_are_listed_and_fit() -> None:
    assert LISTED.read_text() == listing(), "run `make docs`"
    assert len(packages()) > len(
        [line for line in (PROJECT / "requirements.txt").read_text().splitlines() if ">=" in line]
    )
    assert refused("GPL-3.0-only") == ["GPL-3.0-only"]
    assert refused("Apache-2.0 OR GPL-3.0-only") == []
    assert LOCKED.exists()
