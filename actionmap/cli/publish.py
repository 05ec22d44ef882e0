"""`publish`: the campaign as a site of plain files."""

from pathlib import Path
from typing import Annotated

import typer

from actionmap.cli.shared import PROGRAM, end, pinned_campaign, say
from actionmap.errors import SiteError
from actionmap.text import count

HELP = f"""Publish the campaign folder as a site of plain files, for the day when a million visitors come.

The folder DIR gets a page with the map, filters by country and by member, the list with its sources, and the list as
data. Any web server can serve it, under any path: no Python, no database, no request to another host. Files of an
earlier publication are replaced, each in one step and the page last, once there is room for all; a folder that holds
anything else is left alone.

Exit status: 0; 1 when the campaign folder cannot be read or DIR cannot be written; 2 for bad usage.

**Examples**

- `{PROGRAM} publish public`
- `{PROGRAM} publish public && python -m http.server --directory public`
"""


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False, help="Where to write; made if missing.")],
) -> None:
    """Write the site of the campaign folder."""
    import gzip

    from actionmap.publish.site import write_site

    campaign, table = pinned_campaign()
    try:
        files = write_site(folder, campaign, table)
    except SiteError as error:
        raise end(str(error)) from error
    except OSError as error:
        raise end(f"{folder} cannot be written: {error.strerror}.") from error
    sent = sum(len(gzip.compress(content)) for content in files.values())
    said = f"{count(len(table), 'action')} in {count(len(files), 'file')}, {sent / 1e6:.1f} MB compressed"
    say(f"{said}: {folder / 'index.html'}")
