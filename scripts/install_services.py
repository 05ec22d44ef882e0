"""Find the services that the tests use, PostgreSQL and Nominatim, or install them: Debian's packages, and PyPI's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PACKAGES = (
    "postgresql",
    "postgresql-postgis",  # geometry in PostgreSQL, for Nominatim
    "osm2pgsql",  # reads OpenStreetMap's files into PostgreSQL, for Nominatim
    "python3-icu",  # PyICU, which has no wheel and takes a compiler otherwise, for Nominatim
    "python3-venv",  # an environment that sees it
    "nginx-light",  # the server before several of ours
)
BY_HAND = f"By hand, as root on Debian: apt install {' '.join(PACKAGES)}; then `make test` again."
NOMINATIM = Path(sys.prefix) / "nominatim"
"""An environment of its own: it is Debian's Python, which has PyICU."""
_DEBIAN_PYTHON = "/usr/bin/python3"


def find_postgresql() -> Path | None:
    """Return the newest folder with `initdb` and `postgres`, Debian's or the path's; None without any."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    candidates = [*reversed(debian), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((path for path in candidates if (path / "initdb").exists() and (path / "postgres").exists()), None)


def find_nominatim() -> Path | None:
    """Return the program `nominatim`; None if it does not run."""
    program = NOMINATIM / "bin" / "nominatim"
    runs = program.exists() and _runs(program, "--version") and _runs(NOMINATIM / "bin" / "python", "-c", "import icu")
    return program if runs else None


def missing() -> list[str]:
    """Return the names of Debian's packages, and of Nominatim, without which the tests cannot run."""
    programs = find_postgresql()
    share = Path("/usr/share/postgresql") / (programs.parent.name if programs else "")
    there = {
        "postgresql": programs,
        "postgresql-postgis": (share / "extension" / "postgis.control").exists(),
        "osm2pgsql": shutil.which("osm2pgsql"),
        "python3-icu": _runs(_DEBIAN_PYTHON, "-c", "import icu"),
        "python3-venv": _runs(_DEBIAN_PYTHON, "-c", "import ensurepip, venv"),
        "nginx-light": shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin"),
        "nominatim": find_nominatim(),
    }
    return [name for name, found in there.items() if not found]


def install() -> None:
    """Install what is missing, as far as that works."""
    if set(missing()) & set(PACKAGES) and shutil.which("apt-get"):
        commands = (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES])
        all(subprocess.run(command, check=False).returncode == 0 for command in commands)
    if missing() == ["nominatim"]:
        pip = [NOMINATIM / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        wanted = ["--require-hashes", "--requirement", PROJECT / "constraints-services.txt"]
        venv = [_DEBIAN_PYTHON, "-m", "venv", "--clear", "--system-site-packages", NOMINATIM]
        all(subprocess.run(command, check=False).returncode == 0 for command in (venv, [*pip, *wanted]))


def _runs(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def main() -> None:
    """Make sure that there are PostgreSQL and Nominatim, or say what to do."""
    if missing():
        install()
    if lacking := missing():
        sys.exit(f"The tests need {', '.join(lacking)}, which could not be installed. {BY_HAND}")
    print(f"PostgreSQL: {find_postgresql()}\nNominatim: {find_nominatim()}")


if __name__ == "__main__":
    main()
