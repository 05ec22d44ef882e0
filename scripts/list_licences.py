"""List the licences of everything that is installed to run the app in docs/licences.md, and refuse one that is new."""

import re
import sys
from importlib.metadata import distributions, metadata
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LISTED = PROJECT / "docs" / "licences.md"
LOCKED = PROJECT / "constraints.txt"

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "LGPL-3.0-only",  # psycopg: used as it comes, and replaceable, as this licence asks
    "MIT",
    "MIT-CMU",
    "MPL-2.0",  # certifi: unchanged
    "PSF-2.0",
    "Zlib",
}
"""Licences under which an app of the MIT licence may be run and passed on together with its dependencies."""

_SPDX = {
    r"bsd license|3-clause bsd license": "BSD-3-Clause",
    r"apache (software )?license( 2\.0)?": "Apache-2.0",
    r"mit license": "MIT",
    r"mozilla public license 2\.0.*": "MPL-2.0",
    r"isc license.*": "ISC",
}
"""What packages write → the licence's SPDX identifier."""
_HEAD = """# Licences of what the app is run with

Written by `make docs`, from what the packages in `constraints.txt` say of themselves; a licence that is not known to
fit stops it. Data, fonts and the basemap: [data/README.md](../data/README.md).

| package | licence |
|---|---|
"""


def packages() -> list[str]:
    """Return the names of the locked packages that are installed: some are for other platforms."""
    there = {re.sub(r"[_.]", "-", one.metadata["Name"]).lower() for one in distributions()}
    return [name for name in re.findall(r"^([\w-]+)(?:\[.+\])?==", LOCKED.read_text(), re.MULTILINE) if name in there]


def licence(package: str) -> str:
    """Return a package's licence, as an SPDX expression if it can be told."""
    said = metadata(package)
    kinds = [text.split(" :: ")[-1] for text in said.get_all("Classifier") or () if text.startswith("License :: ")]
    for text in (said.get("License-Expression"), *kinds, said.get("License")):
        if text:
            named = next((spdx for pattern, spdx in _SPDX.items() if re.fullmatch(pattern, text, re.IGNORECASE)), text)
            if named != "OSI Approved":
                return named.splitlines()[0]
    return "not stated"


def refused(expression: str) -> list[str]:
    """Return the licences of an SPDX expression that are not known to fit; an alternative that fits is enough."""
    choices = [re.findall(r"[\w.+-]+", choice.replace("AND", " ")) for choice in expression.split(" OR ")]
    return min(([one for one in choice if one not in ALLOWED] for choice in choices), key=len)


def listing() -> str:
    """Return the table of packages and licences."""
    return _HEAD + "".join(f"| {package} | {licence(package)} |\n" for package in packages())


def main() -> None:
    """Write the list, or say what does not fit."""
    if wrong := {package: licence(package) for package in packages() if refused(licence(package))}:
        sys.exit(
            "\n".join(f"{package}: {said}. Is it allowed? Then add it to ALLOWED." for package, said in wrong.items())
        )
    LISTED.write_text(listing())


if __name__ == "__main__":
    main()
