"""Take the README's picture from the running app: ``take_screenshot.py FILE``."""

import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from install_browser import find_browser
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PORT = 8599
ADDRESS = f"http://localhost:{PORT}"


def wait_for_server() -> None:
    """Return as soon as the server is healthy."""
    for _ in range(300):
        try:
            with urlopen(f"{ADDRESS}/_stcore/health"):
                return
        except URLError:
            time.sleep(0.1)
    sys.exit("The app did not start.")


def main() -> None:
    """Start the app, open it at 1440 × 900, and keep what it looks like."""
    chromium = find_browser()
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(PORT)]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        wait_for_server()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--use-angle=swiftshader"]
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(ADDRESS, wait_until="networkidle")
            page.locator(".map[data-painter]").wait_for()
            page.screenshot(path=sys.argv[1])
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
