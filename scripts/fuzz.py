"""Hostile files by the million: what a stranger or a keeper brings is read, or refused in words.

Run it with ``make fuzz``: libFuzzer, through atheris, changes what it has tried by what it reached in the code. What
ends it lies in the file that it names, to be tried again: ``.venv/bin/python -m scripts.fuzz FILE``.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["actionmap"], enable_loader_override=False):
    from actionmap.campaign.actions import read_actions
    from actionmap.campaign.claims import read_claims
    from actionmap.campaign.organizations import read_organizations
    from actionmap.campaign.selection import Selection
    from actionmap.campaign.settings import read_settings
    from actionmap.campaign.sheet import as_list, read_sheet
    from actionmap.errors import ActionMapError

PROJECT = Path(__file__).resolve().parents[1]
SEEDS = PROJECT / "tests" / "lists"
OPTIONS = {"country": {"FR"}, "member": {"pym"}}


def _list(content: bytes) -> None:
    """Read a list as the page does: whatever it is, its good rows come out, or a word why there are none."""
    sheet = read_sheet(content, "list.csv", len)
    read_actions(as_list(sheet, sheet.columns), name=sheet.name)


def _settings(content: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(content)
        file.flush()
        read_settings(Path(file.name))


def _link(content: bytes) -> None:
    words = content.decode("utf-8", "replace").split("&")
    Selection.from_query({word.partition("=")[0]: [word.partition("=")[2]] for word in words}, OPTIONS)


READERS: tuple[Callable[[bytes], object], ...] = (_list, read_organizations, read_claims, _settings, _link)
"""What reads; the first byte of an input chooses."""


def try_one(content: bytes) -> None:
    """Let one reader read; an error for people is a good answer."""
    if content:
        with suppress(ActionMapError):
            READERS[content[0] % len(READERS)](content[1:])


def main() -> None:
    """Fuzz until told to stop, from the lists of the tests."""
    with tempfile.TemporaryDirectory() as corpus:
        for path in SEEDS.glob("*.*"):
            (Path(corpus) / path.name).write_bytes(b"\0" + path.read_bytes())
        given = [one for one in sys.argv[1:] if not one.startswith("-")]
        atheris.Setup(
            [*sys.argv, *([] if given else [corpus]), "-max_len=20000", "-rss_limit_mb=4096", "-timeout=30"], try_one
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
