"""Find Chromium for the tests, or install it: Playwright's own download, else the system's package manager."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALLERS = (
    ("apt-get", [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]]),
    ("dnf", [["dnf", "install", "--assumeyes", "chromium"]]),
    ("apk", [["apk", "add", "chromium"]]),
    ("brew", [["brew", "install", "--cask", "chromium"]]),
)


def find_browser() -> str | None:
    """Return the path of a Chromium: the one that CHROMIUM names, the system's, or Playwright's; None without any."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), own]
    return next((path for path in candidates if path and Path(path).exists()), None)


def install_browser() -> None:
    """Try each way to install Chromium until one has worked."""
    attempts = [[[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]]
    attempts += [commands for name, commands in INSTALLERS if shutil.which(name)]
    for commands in attempts:
        if all(subprocess.run(command, check=False).returncode == 0 for command in commands) and find_browser():
            return


def main() -> None:
    """Make sure that there is a Chromium, or say what to do."""
    if not find_browser():
        install_browser()
    browser = find_browser()
    if not browser:
        sys.exit(
            "The browser tests need Chromium, and it could not be installed. "
            "Install it by hand (Debian: apt install chromium), or name it: CHROMIUM=/path/to/chromium make test"
        )
    print(f"Chromium: {browser}")


if __name__ == "__main__":
    main()
