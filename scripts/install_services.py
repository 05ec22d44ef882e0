"""Find PostgreSQL's programs for the tests, or install Debian's package."""

import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "postgresql"])


def find_postgresql() -> Path | None:
    """Return the newest folder with `initdb` and `postgres`, Debian's or the path's; None without any."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    candidates = [*reversed(debian), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((path for path in candidates if (path / "initdb").exists() and (path / "postgres").exists()), None)


def main() -> None:
    """Make sure that there is PostgreSQL, or say what to do."""
    if not find_postgresql() and shutil.which("apt-get"):
        all(subprocess.run(command, check=False).returncode == 0 for command in COMMANDS)
    found = find_postgresql()
    if not found:
        sys.exit(
            "The tests of databases need PostgreSQL, and it could not be installed. "
            "Install it by hand (Debian, as root: apt install postgresql)."
        )
    print(f"PostgreSQL: {found}")


if __name__ == "__main__":
    main()
