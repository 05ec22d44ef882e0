"""The package as somebody installs it: built, put into an environment of its own, run where no checkout is."""

import csv
import io
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.shipped_list import LISTED

ROOT = Path(__file__).parents[2]
LIST = "locality,country,date,notes\nLyon,FR,2031-05-01,test\nNowhere-at-all,FR,2031-05-01,test\n"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into a fresh environment that has what it depends on, and return its scripts."""
    folder = tmp_path_factory.mktemp("package")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = folder.glob("actionmap-*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    scripts = folder / "venv" / Path(sys.executable).parent.name
    install = [*pip, "--python", scripts / "python", "install", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, capture_output=True)
    [site_packages] = (folder / "venv").glob("**/site-packages")
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return scripts


@pytest.fixture
def run(scripts: Path, tmp_path: Path) -> Run:
    """Run a program of that environment in a folder, and for a user, that have nothing but a list."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    ours = {name: text for name, text in os.environ.items() if not name.startswith(("ACTIONMAP_", "PYTHON", "XDG_"))}

    def run_it(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [scripts / program, *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=ours | {"HOME": str(tmp_path / "home")},
            check=False,
        )

    return run_it


def test_the_package_brings_all_that_it_reads(run: Run, scripts: Path) -> None:
    code = "import actionmap.paths as p; print(p.PROJECT, p.campaign_folder(), p.STATIC, p.shipped_pins(), sep='\\n')"
    found = [Path(line) for line in run("python", "-c", code).stdout.splitlines()]
    assert len(found) == 4
    assert all(path.exists() and path.is_relative_to(scripts.parent) for path in found)


def test_a_list_gets_its_places(run: Run, tmp_path: Path) -> None:
    done = run("actionmap", "geocode", "list.csv", "-o", "out.csv")
    assert done.returncode == 0, done.stderr
    assert "Nowhere-at-all" in done.stderr
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        lyon, nowhere = csv.DictReader(file)
    assert (round(float(lyon["latitude"]), 1), lyon["precision"], lyon["notes"]) == (45.7, "locality", "test")
    assert (nowhere["latitude"], nowhere["notes"]) == ("", "test")


def test_a_list_is_checked(run: Run) -> None:
    done = run("actionmap", "check", "list.csv", "--json")
    assert json.loads(done.stdout)["actions"] == 2, done.stderr


def test_a_lists_coverage_is_told(run: Run) -> None:
    done = run("actionmap", "coverage", "list.csv", "--country", "FR", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_the_shipped_campaign_is_exported(run: Run) -> None:
    done = run("actionmap", "export")
    assert done.returncode == 0, done.stderr
    assert len(list(csv.DictReader(io.StringIO(done.stdout)))) == LISTED


def test_the_shipped_campaign_is_published(run: Run, tmp_path: Path) -> None:
    done = run("actionmap", "publish", "site")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").exists()


def test_what_is_found_goes_to_the_users_folder(run: Run, scripts: Path) -> None:
    """The package's own files stay as they were installed, whoever writes."""
    code = (
        "from actionmap.places.pin_cache import PinCache; from dataclasses import replace; cache = PinCache(); "
        "pin = next(iter(cache)); count = len(cache); "
        "print(cache.add([replace(pin, locality='Test town')]), len(PinCache()) - count, cache.path)"
    )
    done = run("python", "-c", code)
    written, more, path = done.stdout.split(maxsplit=2)
    assert (written, more) == ("True", "1"), done.stderr
    assert not Path(path.strip()).is_relative_to(scripts.parent)


def test_the_help_names_the_program_as_it_was_called(run: Run) -> None:
    installed = run("actionmap", "geocode", "--help").stdout
    assert "Usage: actionmap geocode" in installed
    assert "python -m" not in installed
    assert "Usage: python -m actionmap geocode" in run("python", "-m", "actionmap", "geocode", "--help").stdout
